package window

import (
	"cmp"
	"image/color"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/export"
	"entente/app/window/look"
)

// page is a picture of what the filter leaves, other than the map.
type page interface {
	object() fyne.CanvasObject
	show(app.Change)       // brings it up to date with the session; it is called only while the page is seen
	table() export.Table   // what it shows, as it stands
	focus() fyne.Focusable // what takes the keys when nothing else does; nil for nothing
}

// pictures is the middle of the window: the map or another picture, and the line that chooses among them.
type pictures struct {
	w      *Window
	object fyne.CanvasObject
	bar    *fyne.Container // holds the tabs, once they are made
	stack  *fyne.Container
	tabs   map[app.Picture]*tab
	pages  map[app.Picture]page
	stale  map[app.Picture]app.Change // what changed while a page was not seen
}

// pictureLeast is the least width of the middle, which the buttons over the timeline need.
const pictureLeast = 340

// tabsHeight is the height of the line that chooses a picture.
func tabsHeight() float32 { return look.Fit(30) }

func newPictures(w *Window) *pictures {
	p := &pictures{w: w, tabs: map[app.Picture]*tab{}, pages: map[app.Picture]page{}, stale: map[app.Picture]app.Change{}}
	p.bar = container.New(room{fyne.NewSize(look.Fit(pictureLeast), tabsHeight())}, newGround(look.Panel, 0))
	p.stack = container.NewStack(w.mapPane.object)
	p.object = container.NewBorder(p.bar, nil, nil, nil, p.stack)
	return p
}

// furnish makes the tabs.
func (p *pictures) furnish() {
	line := container.New(layout.NewCustomPaddedHBoxLayout(1))
	for _, picture := range app.Pictures {
		id := pictureKey(picture)
		t := newTab(p.w, p.w.say.Say("picture."+id), p.w.tip("picture."+id), func() { p.w.session.Show(picture) })
		p.tabs[picture] = t
		line.Add(t)
	}
	p.bar.Add(container.NewHScroll(container.New(inset{2}, line)))
	p.show(app.PictureChanged)
}

// pictureKey names a picture in keys of sentences and actions.
func pictureKey(p app.Picture) string { return cmp.Or(string(p), "map") }

// show brings what is seen up to date.
func (p *pictures) show(c app.Change) {
	for _, picture := range app.Pictures {
		p.stale[picture] |= c
	}
	now := p.w.session.Picture()
	for picture, t := range p.tabs {
		t.choose(picture == now)
	}
	shown(p.w.mapPane.object, now == app.MapPicture)
	for picture, page := range p.pages {
		shown(page.object(), picture == now)
	}
	if c&app.PictureChanged != 0 {
		slog.Debug("picture shown", "picture", pictureKey(now))
		p.w.placesChanged()
	}
	if now == app.MapPicture {
		return
	}
	page := p.page(now)
	change := p.stale[now]
	p.stale[now] = 0
	page.show(change)
}

// page gives a page, and makes it when it is first asked for.
func (p *pictures) page(picture app.Picture) page {
	if made := p.pages[picture]; made != nil {
		return made
	}
	var made page
	switch picture {
	case app.TablePicture:
		made = newTablePage(p.w)
	case app.MatrixPicture:
		made = newMatrixPage(p.w)
	case app.ChangesPicture:
		made = newChangesPage(p.w)
	case app.DisputesPicture:
		made = newDisputesPage(p.w)
	default:
		made = newGapsPage(p.w)
	}
	p.pages[picture] = made
	p.stale[picture] = app.Everything
	p.stack.Add(made.object())
	return made
}

// seen gives the page that is seen, nil for the map.
func (p *pictures) seen() page { return p.pages[p.w.session.Picture()] }

// keys gives what takes the keys while nothing else has them; nil where the page takes none.
func (p *pictures) keys() fyne.Focusable {
	if page := p.seen(); page != nil {
		return page.focus()
	}
	return p.w.mapPane.view
}

// inset leaves room at both sides of its object.
type inset struct{ by float32 }

func (i inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(i.by, 0))
		o.Resize(fyne.NewSize(size.Width-2*i.by, size.Height))
	}
}

func (i inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*i.by, 0)
}

// tab is a word that chooses a picture; the chosen one is underlined.
type tab struct {
	widget.BaseWidget
	w                      *Window
	label, tip             string
	tapped                 func()
	text                   *canvas.Text
	back, line             *canvas.Rectangle
	chosen, hover, focused bool
}

func newTab(w *Window, label, tip string, tapped func()) *tab {
	t := &tab{w: w, label: label, tip: tip, tapped: tapped, text: canvas.NewText(label, nil), back: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tab) choose(yes bool) {
	if t.chosen != yes {
		t.chosen = yes
		t.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (t *tab) CreateRenderer() fyne.WidgetRenderer {
	r := &tabRenderer{widget.NewSimpleRenderer(container.NewWithoutLayout(t.back, t.line, t.text)), t}
	r.paint()
	return r
}

type tabRenderer struct {
	fyne.WidgetRenderer
	t *tab
}

func (r *tabRenderer) MinSize() fyne.Size {
	bold := fyne.MeasureText(r.t.label, theme.TextSize(), fyne.TextStyle{Bold: true})
	return fyne.NewSize(bold.Width+10, tabsHeight())
}

func (r *tabRenderer) Layout(size fyne.Size) {
	t := r.t
	t.back.Move(fyne.NewPos(0, 2))
	t.back.Resize(size.SubtractWidthHeight(0, 4))
	text := t.text.MinSize()
	t.text.Move(fyne.NewPos((size.Width-text.Width)/2, (size.Height-text.Height)/2))
	t.text.Resize(text)
	t.line.Move(fyne.NewPos(6, size.Height-3))
	t.line.Resize(fyne.NewSize(size.Width-12, 2))
}

func (r *tabRenderer) Refresh() {
	r.paint()
	r.Layout(r.t.Size())
	for _, o := range []fyne.CanvasObject{r.t.back, r.t.line, r.t.text} {
		o.Refresh()
	}
}

func (r *tabRenderer) paint() {
	t := r.t
	t.text.TextSize, t.text.TextStyle.Bold = theme.TextSize(), t.chosen
	t.text.Color = theme.Color(theme.ColorNamePlaceHolder)
	t.back.FillColor, t.back.StrokeColor, t.line.FillColor = color.Transparent, color.Transparent, color.Transparent
	t.back.CornerRadius, t.back.StrokeWidth = theme.InputRadiusSize(), 1.5
	if t.chosen {
		t.text.Color = theme.Color(theme.ColorNameForeground)
		t.line.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	if t.hover {
		t.back.FillColor = theme.Color(theme.ColorNameHover)
	}
	if t.focused {
		t.back.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
}

// Tapped is part of fyne.Tappable.
func (t *tab) Tapped(*fyne.PointEvent) {
	t.w.tips.Hide()
	t.tapped()
}

// MouseIn is part of desktop.Hoverable.
func (t *tab) MouseIn(*desktop.MouseEvent) {
	t.hover = true
	t.Refresh()
	t.w.tips.Arm(t, t.tip)
}

// MouseMoved is part of desktop.Hoverable.
func (t *tab) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (t *tab) MouseOut() {
	t.hover = false
	t.Refresh()
	t.w.tips.Hide()
}

// Cursor is part of desktop.Cursorable.
func (t *tab) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is part of fyne.Focusable.
func (t *tab) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost is part of fyne.Focusable.
func (t *tab) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune is part of fyne.Focusable.
func (t *tab) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable.
func (t *tab) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.tapped()
	}
}

// AccessibilityLabel names the tab for screen readers.
func (t *tab) AccessibilityLabel() string { return t.tip }

// AccessibilityRole is part of fyne.Accessible.
func (t *tab) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
