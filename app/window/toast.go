package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// toastTime is how long a passing message stays.
const toastTime = 8 * time.Second

// toast is a message over the foot of the window that goes by itself: what was just done, and perhaps how to take it back.
type toast struct {
	w      *Window
	object *fyne.Container
	card   *fyne.Container
	text   *canvas.Text
	do     *widget.Button
	stop   func()
}

func newToast(w *Window) *toast {
	t := &toast{w: w, text: canvas.NewText("", nil), stop: func() {}}
	t.do = widget.NewButton("", nil)
	t.do.Importance = widget.LowImportance
	drop := w.tips.Button(theme.CancelIcon(), "", w.say.Say("notice.close"), t.hide)
	back := newGround(theme.ColorNameOverlayBackground, 6)
	back.rect.StrokeWidth, back.stroke = 1, theme.ColorNameInputBorder
	line := container.NewHBox(container.NewPadded(container.NewCenter(t.text)), t.do, drop)
	t.card = container.NewStack(back, container.NewPadded(line))
	t.card.Hide()
	t.object = container.New(atFoot{56}, t.card)
	return t
}

// show tells text; action, which may be "", names what a button beside it does.
func (t *toast) show(text, action string, do func()) {
	t.text.Text, t.text.TextSize = text, theme.TextSize()
	t.repaint()
	shown(t.do, action != "")
	t.do.SetText(action)
	t.do.OnTapped = func() {
		t.hide()
		do()
	}
	t.card.Show()
	t.object.Refresh()
	t.stop()
	t.stop = t.w.o.After(toastTime, t.hide)
}

// repaint takes the theme's present colour.
func (t *toast) repaint() {
	t.text.Color = theme.Color(theme.ColorNameForeground)
	t.text.Refresh()
}

func (t *toast) hide() {
	t.stop()
	t.card.Hide()
}

// atFoot lays its object in the middle above the foot of the window.
type atFoot struct{ above float32 }

func (a atFoot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m := objects[0].MinSize()
	m.Width = min(m.Width, size.Width)
	objects[0].Resize(m)
	objects[0].Move(fyne.NewPos((size.Width-m.Width)/2, size.Height-m.Height-a.above))
}

func (atFoot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
