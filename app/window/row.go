package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// row is something that can be clicked or chosen by keyboard: a passage, a tie in a list, a search result.
type row struct {
	widget.BaseWidget
	content fyne.CanvasObject
	label   string              // for screen readers; "" where the content speaks for itself
	ground  fyne.ThemeColorName // behind the content; "" for none
	tapped  func()
	menu    func() *fyne.Menu         // on a secondary click; nil for none
	keyed   func(fyne.KeyName)        // other keys than those that click; nil for none
	first   func(*fyne.KeyEvent) bool // has every key before the row, and says whether it took it; nil for nobody
	watched func()                    // the focus came or went; nil for nobody

	back           *canvas.Rectangle
	over           *canvas.Rectangle
	hover, focused bool
}

func newRow(content fyne.CanvasObject, tapped func()) *row {
	r := &row{content: content, tapped: tapped, back: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil)}
	r.over.StrokeWidth = 1.5
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &rowRenderer{WidgetRenderer: widget.NewSimpleRenderer(&fyne.Container{Layout: stack{}, Objects: []fyne.CanvasObject{r.back, r.content, r.over}}), r: r}
}

// AccessibilityLabel names the row for screen readers.
func (r *row) AccessibilityLabel() string { return r.label }

// paint sets the colours for how the row is being touched.
func (r *row) paint() {
	r.back.FillColor, r.over.FillColor, r.over.StrokeColor = nil, nil, nil
	if r.ground != "" {
		r.back.FillColor = theme.Color(r.ground)
	}
	if r.hover {
		r.over.FillColor = theme.Color(theme.ColorNameHover)
	}
	if r.focused {
		r.over.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
	r.back.CornerRadius, r.over.CornerRadius = theme.InputRadiusSize(), theme.InputRadiusSize()
	r.back.Refresh()
	r.over.Refresh()
}

func (r *row) Tapped(*fyne.PointEvent) { r.tapped() }

func (r *row) TappedSecondary(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && r.menu != nil {
		widget.ShowPopUpMenuAtPosition(r.menu(), c, e.AbsolutePosition)
	}
}

func (r *row) MouseIn(*desktop.MouseEvent)    { r.hover = true; r.paint() }
func (r *row) MouseMoved(*desktop.MouseEvent) {}
func (r *row) MouseOut()                      { r.hover = false; r.paint() }
func (r *row) Cursor() desktop.Cursor         { return desktop.PointerCursor }
func (r *row) FocusGained()                   { r.focus(true) }
func (r *row) FocusLost()                     { r.focus(false) }
func (r *row) TypedRune(rune)                 {}

func (r *row) TypedKey(e *fyne.KeyEvent) {
	if r.first != nil && r.first(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.tapped()
	default:
		if r.keyed != nil {
			r.keyed(e.Name)
		}
	}
}

func (r *row) focus(on bool) {
	r.focused = on
	r.paint()
	if r.watched != nil {
		r.watched()
	}
}

// rowRenderer paints the row again when the theme changes.
type rowRenderer struct {
	fyne.WidgetRenderer
	r *row
}

func (rr *rowRenderer) Refresh() {
	rr.r.paint()
	rr.WidgetRenderer.Refresh()
}

// stack lays objects over each other, all as large as the whole; the middle one asks for the size.
type stack struct{}

func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (stack) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }
