package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/look"
	"entente/app/window/tip"
)

// How long a passing message stays, without and with something that it offers.
const (
	toastTime = 8 * time.Second
	offerTime = 16 * time.Second
)

// toastWidth is the most that the words of a message take before they go on in another line; on a narrow window less.
const toastWidth = 560

// toast is a message over the foot of the window that goes by itself: what was just done, and perhaps what can be done about it.
type toast struct {
	w      *Window
	object *fyne.Container
	card   *fyne.Container
	words  *fyne.Container // holds the text, as wide as that needs
	text   *widget.Label
	offers *fyne.Container
	drop   *tip.Button
	stop   func()
}

// offer is what a button in a message does.
type offer struct {
	label string
	do    func()
}

func newToast(w *Window) *toast {
	t := &toast{w: w, text: widget.NewLabel(""), words: container.NewStack(), stop: func() {},
		offers: container.New(layout.NewCustomPaddedHBoxLayout(0))}
	t.text.Wrapping = fyne.TextWrapWord
	t.drop = w.tips.Button(theme.CancelIcon(), "", w.say.Say("notice.close"), t.hide)
	back := newGround(theme.ColorNameOverlayBackground, 6)
	back.rect.StrokeWidth, back.stroke = 1, theme.ColorNameInputBorder
	line := container.NewHBox(container.NewCenter(t.words), container.NewCenter(t.offers), container.NewCenter(t.drop))
	t.card = container.NewStack(back, container.NewPadded(line))
	t.card.Hide()
	t.object = container.New(atFoot{56}, t.card)
	return t
}

// show tells text, with a button for each of the offers.
func (t *toast) show(text string, offers ...offer) {
	t.offers.RemoveAll()
	for _, o := range offers {
		b := widget.NewButton(o.label, func() {
			t.hide()
			o.do()
		})
		b.Importance = widget.LowImportance
		t.offers.Add(b)
	}
	t.text.SetText(text)
	need := fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width + 2*theme.InnerPadding() + 1
	room := t.w.win.Canvas().Size().Width - t.offers.MinSize().Width - t.drop.MinSize().Width - 8*theme.Padding()
	t.words.Objects = []fyne.CanvasObject{container.New(column{max(80, min(need, look.Fit(toastWidth), room))}, t.text)}
	t.card.Show()
	t.object.Refresh()
	t.stop()
	stay := toastTime
	if len(offers) > 0 {
		stay = offerTime
	}
	t.stop = t.w.o.After(stay, t.hide)
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
