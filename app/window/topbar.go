package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"entente/app/window/look"
	"entente/app/window/tip"
)

// topBar is the line with the steps back and forward, the search and the theme.
type topBar struct {
	w             *Window
	object        fyne.CanvasObject
	over          fyne.CanvasObject // laid over the window: the search's results
	back, forward *tip.Button
	search        *search
}

func newTopBar(w *Window) *topBar {
	t := &topBar{w: w}
	t.back = w.tips.Button(theme.NavigateBackIcon(), "", w.tip("back"), func() { w.session.Back() })
	t.forward = w.tips.Button(theme.NavigateNextIcon(), "", w.tip("forward"), func() { w.session.Forward() })
	t.search = newSearch(w)
	t.over = t.search.results
	shade := w.tips.Button(theme.ColorPaletteIcon(), "", w.tip("shade"), w.switchTheme)
	add := w.tips.Button(theme.ContentAddIcon(), w.say.Say("top.import"), w.tip("import"), w.importFiles)
	lists := w.tips.Button(sideIcon("lists", 3), "", w.tip(sideLists), func() { w.flanks.turn(sideLists) })
	panel := w.tips.Button(sideIcon("panel", 15), "", w.tip(sidePanel), func() { w.flanks.turn(sidePanel) })
	middle := container.New(narrowed{look.Fit(560)}, t.search.entry)
	t.object = container.NewPadded(container.NewBorder(nil, nil, container.NewHBox(lists, t.back, t.forward), container.NewHBox(add, shade, panel), middle))
	return t
}

// sideIcon is a window with one of its sides filled, which begins at x of 24.
func sideIcon(name string, x int) fyne.Resource {
	return theme.NewThemedResource(fyne.NewStaticResource(name+".svg", fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">`+
		`<path fill-rule="evenodd" d="M3 4h18v16H3zM5 6v12h14V6z"/><path d="M%d 4h6v16h-6z"/></svg>`, x)))
}

func (t *topBar) enable() {
	back, forward := t.w.session.CanGo()
	able(t.back, back)
	able(t.forward, forward)
}

// focus brings the keys to the search, and its results if it has any.
func (t *topBar) focus() {
	if c := t.w.win.Canvas(); c.Focused() != t.search.entry {
		c.Focus(t.search.entry)
		return
	}
	t.search.ask()
}

// refreshSearch asks again when what is in the library changed.
func (t *topBar) refreshSearch() { t.search.again() }

func able(b fyne.Disableable, yes bool) {
	if yes == b.Disabled() {
		if yes {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// narrowed centres its object and gives it at most a width.
type narrowed struct{ width float32 }

func (n narrowed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(n.width, size.Width)
	for _, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos((size.Width-width)/2, (size.Height-height)/2))
		o.Resize(fyne.NewSize(width, height))
	}
}

func (n narrowed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, objects[0].MinSize().Height)
}
