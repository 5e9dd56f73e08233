//go:build cgo && !headless

package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"entente/app/command"
	"entente/app/window"
)

// programID names the program to the desktop; preferences are kept under it. It is the same as in FyneApp.toml.
const programID = "org.entente.Entente"

func init() { openWindow = show }

// The garbage collector rests while the window is built, which makes the start a tenth shorter: GOGC, and for how long.
const (
	startGarbage = 400
	startTime    = 2 * time.Second
)

// show opens the window and returns when it is closed, by the user or because ctx ends.
func show(ctx context.Context, s command.Start) error {
	before := debug.SetGCPercent(startGarbage)
	time.AfterFunc(startTime, func() { debug.SetGCPercent(before) })
	frames, err := frameLog()
	if err != nil {
		return err
	}
	defer frames.Close() //nolint:errcheck // a log for measuring
	w, err := window.New(window.Options{
		App: fyneapp.NewWithID(programID), Version: s.Version, Assets: s.Assets, Library: s.Library, Locale: locale(),
		Post: fyne.Do, Spawn: func(f func()) { go f() }, After: after, Frames: frames, Open: opener(),
	})
	if err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { fyne.Do(w.Close) })
	defer stop()
	w.Show()
	return nil
}

// opener gives what shows a file in another program; nil on a desktop that has no way to ask for one.
func opener() func(path string) error {
	if _, err := exec.LookPath("xdg-open"); err != nil && runtime.GOOS != "darwin" && runtime.GOOS != "windows" {
		return nil
	}
	return func(path string) error {
		u, err := url.Parse(storage.NewFileURI(path).String())
		if err != nil {
			return fmt.Errorf("open %s: %w", path, err)
		}
		return fyne.CurrentApp().OpenURL(u)
	}
}

// framesVariable names a file to which the window writes how long each frame of the map took, for measuring.
const framesVariable = "ENTENTE_FRAMES"

// frameLog makes that file; without the variable, what is written to it goes nowhere.
func frameLog() (*os.File, error) {
	path := os.Getenv(framesVariable)
	if path == "" {
		path = os.DevNull
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return nil, fmt.Errorf("write frames: %w", err)
	}
	return f, nil
}

// locale is the system's, as a BCP 47 tag. Fyne gives the region before the script, which is the other way round.
func locale() string {
	parts := strings.Split(lang.SystemLocale().String(), "-")
	if len(parts) == 3 {
		parts[1], parts[2] = parts[2], parts[1]
	}
	return strings.Join(parts, "-")
}

// after runs f on the window's goroutine when d has passed, unless it is stopped before.
func after(d time.Duration, f func()) (stop func()) {
	stopped := false // touched on the window's goroutine only
	t := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}
