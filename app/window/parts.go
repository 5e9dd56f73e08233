package window

import (
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/scene"
	"entente/app/window/look"
	"entente/data"
)

// icon is the program's icon; without it the window has Fyne's.
func icon(assets fs.FS) fyne.Resource {
	content, err := fs.ReadFile(assets, "icons/entente.png")
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource("entente.png", content)
}

// heading is the name of a part of the window.
func heading(text string) *widget.Label {
	return widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
}

// caption is the name of a group within a part.
func caption(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance, l.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	return l
}

// quiet is text that tells about other text.
func quiet(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance, l.Wrapping = widget.LowImportance, fyne.TextWrapWord
	return l
}

// wrapped is text for a dialog, in a column of a width.
func wrapped(text string, width float32) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	l.Selectable = true
	return container.New(column{width}, l)
}

// column gives its object a width, and what height that needs.
type column struct{ width float32 }

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	o := objects[0]
	if o.Size().Width < c.width {
		o.Resize(fyne.NewSize(c.width, o.Size().Height))
	}
	return fyne.NewSize(c.width, o.MinSize().Height)
}

// atLeast gives its object a width of at least so much.
type atLeast struct{ width float32 }

func (a atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, (size.Height-h)/2))
	objects[0].Resize(fyne.NewSize(size.Width, h))
}

func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return fyne.NewSize(max(a.width, m.Width), m.Height)
}

// dense lays a line out lower than Fyne would, so that more of them fit.
type dense struct{}

const denseBy = 7

func (dense) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, -denseBy/2))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height+denseBy))
}

func (dense) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return fyne.NewSize(m.Width, m.Height-denseBy)
}

// ground is a coloured rectangle that follows the theme.
type ground struct {
	widget.BaseWidget
	name   fyne.ThemeColorName
	stroke fyne.ThemeColorName // "" for none
	rect   *canvas.Rectangle
}

func newGround(name fyne.ThemeColorName, radius float32) *ground {
	g := &ground{name: name, rect: canvas.NewRectangle(color.Transparent)}
	g.rect.CornerRadius = radius
	g.ExtendBaseWidget(g)
	return g
}

func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	g.paint()
	return widget.NewSimpleRenderer(g.rect)
}

// Refresh takes the theme's present colour.
func (g *ground) Refresh() {
	g.paint()
	g.rect.Refresh()
}

func (g *ground) paint() {
	g.rect.FillColor = theme.Color(g.name)
	if g.stroke != "" {
		g.rect.StrokeColor = theme.Color(g.stroke)
	}
}

// onPanel lays an object on the ground of lists and panels.
func onPanel(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newGround(look.Panel, 0), o)
}

func tinted() fyne.CanvasObject { return newGround(look.Notice, 4) }

// mapTheme gives the colours of maps that go with the window's.
func (w *Window) mapTheme() scene.Theme {
	if w.dark() {
		return scene.Dark()
	}
	return scene.Light()
}

func (w *Window) dark() bool { return w.theme.Dark(w.o.App.Settings().ThemeVariant()) }

// stanceColour gives the colour of a stance on the window's present ground.
func (w *Window) stanceColour(s data.Stance) color.NRGBA { return look.Stance(s, w.dark()) }

// line is a sample of the line that ties of a stance have.
func (w *Window) line(s data.Stance) *sample {
	l := newSample(w.mapTheme)
	l.set(s, 2, false)
	return l
}

// name gives a party's name in the window's language, or its code while names are not loaded.
func (w *Window) name(p data.Party) string {
	if w.scanner == nil {
		return string(p)
	}
	return w.scanner.Gazetteer().Name(p, w.say.Code())
}

// localName gives the name of a country in the language of the window by its English one, other words as they are.
func (w *Window) localName(english string) string {
	if w.scanner != nil {
		if p, ok := w.scanner.Gazetteer().Lookup(english); ok {
			return w.name(p)
		}
	}
	return english
}

// pairName gives the names of both, such as "Japan – Serbia".
func (w *Window) pairName(p data.Pair) string {
	return w.say.Say("tie.pair", "a", w.name(p[0]), "b", w.name(p[1]))
}

// framed draws a border around a list to choose from, which without one looks like mere words on a pale ground.
func framed(list fyne.CanvasObject) fyne.CanvasObject {
	border := newGround(theme.ColorNameInputBackground, theme.InputRadiusSize())
	border.rect.StrokeWidth, border.stroke = 1, theme.ColorNameInputBorder
	return container.NewStack(border, container.New(inset{1}, list))
}
