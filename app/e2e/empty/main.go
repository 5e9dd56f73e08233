//go:build e2e && cgo

// Empty opens a window that shows nothing and says when it is drawn for the first time: what Entente's start-up is
// measured against.
package main

import (
	"image"
	"log/slog"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
)

func main() {
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, nil)))
	a := app.NewWithID("org.entente.empty")
	w := a.NewWindow("Empty")
	drawn := false
	w.SetContent(canvas.NewRaster(func(width, height int) image.Image {
		if !drawn {
			drawn = true
			slog.Info("drawn")
			time.AfterFunc(100*time.Millisecond, func() { fyne.Do(a.Quit) })
		}
		return image.NewRGBA(image.Rect(0, 0, width, height))
	}))
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}
