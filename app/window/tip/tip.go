// Package tip shows what a button does while the pointer rests on it. Fyne has no tooltips of its own.
//
// A Layer is put over a window's content once, and hands out buttons that use it. Use on the window's goroutine.
package tip

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Delay is how long the pointer has to rest before a tip appears.
const Delay = 500 * time.Millisecond

// Layer is the place over a window's content where tips appear. It takes no clicks.
type Layer struct {
	widget.BaseWidget
	after func(time.Duration, func()) (stop func())
	stop  func()
	card  *fyne.Container
	back  *canvas.Rectangle
	text  *canvas.Text
}

// NewLayer makes a layer. after runs a function on the window's goroutine when a time has passed, unless it is stopped.
func NewLayer(after func(time.Duration, func()) (stop func())) *Layer {
	l := &Layer{after: after, stop: func() {}, back: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	l.card = &fyne.Container{Objects: []fyne.CanvasObject{l.back, l.text}, Hidden: true}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Objects: []fyne.CanvasObject{l.card}})
}

// Arm shows text beside an object once the pointer has rested on it.
func (l *Layer) Arm(beside fyne.CanvasObject, text string) {
	l.stop()
	l.stop = l.after(Delay, func() { l.show(beside, text) })
}

// Hide takes the tip away.
func (l *Layer) Hide() {
	l.stop()
	l.stop = func() {}
	l.card.Hide()
}

// Shown gives the text of the tip that is seen, "" for none.
func (l *Layer) Shown() string {
	if l.card.Hidden {
		return ""
	}
	return l.text.Text
}

func (l *Layer) show(beside fyne.CanvasObject, text string) {
	driver := fyne.CurrentApp().Driver()
	if text == "" || driver.CanvasForObject(beside) == nil {
		return
	}
	pad := theme.InnerPadding()
	l.text.Text, l.text.TextSize = text, theme.CaptionTextSize()
	l.text.Color = theme.Color(theme.ColorNameBackground)
	l.back.FillColor, l.back.CornerRadius = theme.Color(theme.ColorNameForeground), theme.InputRadiusSize()
	size := l.text.MinSize()
	card := size.Add(fyne.NewSize(2*pad, pad))
	l.text.Move(fyne.NewPos(pad, pad/2))
	l.text.Resize(size)
	l.back.Resize(card)
	l.card.Resize(card)
	at := driver.AbsolutePositionForObject(beside).Subtract(driver.AbsolutePositionForObject(l))
	l.card.Move(l.place(at, beside.Size(), card))
	l.card.Show()
	l.card.Refresh()
}

// place puts a card below an object, or above where there is no room below, within the layer.
func (l *Layer) place(at fyne.Position, of, card fyne.Size) fyne.Position {
	gap := theme.Padding()
	x := at.X + of.Width/2 - card.Width/2
	y := at.Y + of.Height + gap
	if y+card.Height > l.Size().Height {
		y = at.Y - card.Height - gap
	}
	return fyne.NewPos(max(gap, min(x, l.Size().Width-card.Width-gap)), y)
}

// Button is a button with a tip.
type Button struct {
	widget.Button
	layer *Layer
	tip   string
}

// Button makes a flat button with an icon, a label that may be empty, and a tip.
func (l *Layer) Button(icon fyne.Resource, label, tip string, tapped func()) *Button {
	b := &Button{layer: l, tip: tip}
	b.Icon, b.Text, b.OnTapped, b.Importance = icon, label, tapped, widget.LowImportance
	b.ExtendBaseWidget(b)
	return b
}

// Tip is what the button says of itself.
func (b *Button) Tip() string { return b.tip }

// SetTip changes it.
func (b *Button) SetTip(tip string) { b.tip = tip }

// AccessibilityLabel names the button for screen readers.
func (b *Button) AccessibilityLabel() string { return b.tip }

// AccessibilityRole is part of fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// MouseIn is part of desktop.Hoverable.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	b.layer.Arm(b, b.tip)
}

// MouseOut is part of desktop.Hoverable.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	b.layer.Hide()
}

// Tapped takes the tip away and does what the button does.
func (b *Button) Tapped(e *fyne.PointEvent) {
	b.layer.Hide()
	b.Button.Tapped(e)
}
