package window

import (
	"log/slog"

	"entente/app"
	"entente/app/window/look"
)

// switchTheme changes between the light and the dark theme.
func (w *Window) switchTheme() {
	choice := "dark"
	if w.dark() {
		choice = "light"
	}
	slog.Debug("theme set", "theme", choice)
	w.settings.SetTheme(choice)
	w.theme = look.New(choice)
	w.o.App.Settings().SetTheme(w.theme)
	w.repaint()
}

// repaint draws again what took its colours from the theme itself.
func (w *Window) repaint() {
	w.mapPane.view.SetTheme(w.mapTheme())
	w.panel.repaint()
	w.changed(app.TiesChanged | app.DetailChanged)
}
