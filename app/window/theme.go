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
	w.theme = look.New(choice, w.letters)
	w.o.App.Settings().SetTheme(w.theme)
	w.repaint()
}

// repaint draws again what took its colours from the theme itself.
func (w *Window) repaint() {
	w.mapPane.view.SetTheme(w.mapTheme())
	w.panel.repaint()
	w.toast.repaint()
	w.changed(app.TiesChanged | app.DetailChanged)
}
