package window

import (
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	w.flat(func() { w.o.App.Settings().SetTheme(w.theme) })
	w.repaint()
}

// flat does what paints the window anew while that holds its widgets side by side. For each container Fyne lays out and
// refreshes all that is in it, and what is in that, so that a label ten containers deep would be laid out ten times.
func (w *Window) flat(paint func()) {
	whole := *w.ground
	back := func() { w.ground.Objects, w.ground.Layout = whole.Objects, whole.Layout }
	w.ground.Objects, w.ground.Layout = leaves(w.ground, nil), restoring(back)
	paint()
	back()
}

// restoring is the layout of a container that is only painted: when the turn comes to lay it out, its parts were painted, and it
// is made whole again before it is refreshed itself.
type restoring func()

// Layout is part of fyne.Layout.
func (r restoring) Layout([]fyne.CanvasObject, fyne.Size) { r() }

// MinSize is part of fyne.Layout.
func (restoring) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// leaves adds what stands in containers, but no container.
func leaves(o fyne.CanvasObject, all []fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			all = leaves(part, all)
		}
	case *container.Split:
		all = leaves(o.Trailing, leaves(o.Leading, all))
	case *container.Scroll:
		all = leaves(o.Content, all)
	default:
		all = append(all, o)
	}
	return all
}

// setWords makes the words of the window as large as one of settings.TextScales.
func (w *Window) setWords(scale float32) {
	slog.Debug("size of words set", "scale", scale)
	w.settings.SetTextScale(scale)
	w.theme = look.New(w.settings.Theme(), scale, w.letters)
	w.flat(func() { w.o.App.Settings().SetTheme(w.theme) })
	w.rebuild()
}

// repaint draws again what took its colours from the theme itself.
func (w *Window) repaint() {
	w.mapPane.view.SetTheme(w.mapTheme())
	w.panel.repaint()
	w.changed(app.TiesChanged | app.DetailChanged)
}
