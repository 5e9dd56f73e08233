package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// card is the small sheet beside the pointer that names what is there.
type card struct {
	box           *fyne.Container
	back          *canvas.Rectangle
	title, detail *canvas.Text
}

func newCard() *card {
	c := &card{back: canvas.NewRectangle(nil), title: canvas.NewText("", nil), detail: canvas.NewText("", nil)}
	c.title.TextStyle.Bold = true
	c.back.StrokeWidth = 1
	c.box = &fyne.Container{Objects: []fyne.CanvasObject{c.back, c.title, c.detail}, Hidden: true}
	return c
}

func (c *card) hide() { c.box.Hide() }

// show puts the card below and right of a place, or to the other side where it would leave the map.
func (c *card) show(title, detail string, at fyne.Position, within fyne.Size) {
	pad := theme.InnerPadding()
	c.back.FillColor, c.back.StrokeColor = theme.Color(theme.ColorNameOverlayBackground), theme.Color(theme.ColorNameSeparator)
	c.back.CornerRadius = theme.InputRadiusSize()
	c.title.Text, c.title.Color, c.title.TextSize = title, theme.Color(theme.ColorNameForeground), theme.TextSize()
	c.detail.Text, c.detail.Color, c.detail.TextSize = detail, theme.Color(theme.ColorNamePlaceHolder), theme.CaptionTextSize()
	size := c.arrange(pad)
	const off = 14
	x, y := at.X+off, at.Y+off
	if x+size.Width > within.Width {
		x = at.X - off - size.Width
	}
	if y+size.Height > within.Height {
		y = at.Y - off - size.Height
	}
	c.box.Move(fyne.NewPos(max(0, x), max(0, y)))
	c.box.Show()
	c.box.Refresh()
}

// arrange sets the two lines under each other and gives the card's size.
func (c *card) arrange(pad float32) fyne.Size {
	title, detail := c.title.MinSize(), c.detail.MinSize()
	if c.detail.Text == "" {
		detail = fyne.Size{}
	}
	c.title.Move(fyne.NewPos(pad, pad/2))
	c.title.Resize(title)
	c.detail.Move(fyne.NewPos(pad, pad/2+title.Height))
	c.detail.Resize(detail)
	size := fyne.NewSize(max(title.Width, detail.Width)+2*pad, title.Height+detail.Height+pad)
	c.back.Resize(size)
	c.box.Resize(size)
	return size
}
