package window

import (
	"log/slog"

	"fyne.io/fyne/v2"

	"entente/app"
	"entente/app/settings"
	"entente/app/window/look"
)

// switchTheme changes between the light and the dark theme.
func (w *Window) switchTheme() {
	choice := "dark"
	if w.dark() {
		choice = "light"
	}
	w.setTheme(choice)
}

// themeItems offers the themes.
func (w *Window) themeItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, t := range settings.Themes {
		items = append(items, fyne.NewMenuItem(w.say.Say("menu.theme."+t), func() { w.setTheme(t) }))
	}
	return items
}

// setTheme paints the window by one of settings.Themes.
func (w *Window) setTheme(choice string) {
	slog.Debug("theme set", "theme", choice)
	w.settings.SetTheme(choice)
	w.theme = look.New(choice, w.settings.TextScale(), w.letters)
	w.o.App.Settings().SetTheme(w.theme)
	w.repaint()
}

// setWords makes the words of the window as large as one of settings.TextScales.
func (w *Window) setWords(scale float32) {
	slog.Debug("size of words set", "scale", scale)
	w.settings.SetTextScale(scale)
	w.theme = look.New(w.settings.Theme(), scale, w.letters)
	w.o.App.Settings().SetTheme(w.theme)
	w.rebuild()
}

// repaint draws again what took its colours from the theme itself.
func (w *Window) repaint() {
	w.mapPane.view.SetTheme(w.mapTheme())
	w.panel.repaint()
	w.changed(app.TiesChanged | app.DetailChanged)
}
