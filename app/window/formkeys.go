package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// endsForm leaves a form on Escape and confirms it on Enter, whatever in it has the focus; it reports whether it did.
func (w *Window) endsForm(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		return w.formKey(k)
	}
	return false
}

// formTick is a tick of a form.
type formTick struct {
	widget.Check
	w *Window
}

func newFormTick(w *Window, label string) *formTick {
	t := &formTick{w: w}
	t.Text = label
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey is part of fyne.Focusable.
func (t *formTick) TypedKey(k *fyne.KeyEvent) {
	if !t.w.endsForm(k) {
		t.Check.TypedKey(k)
	}
}

// formList is a choice of a form; Left and Right change it.
type formList struct {
	widget.Select
	w *Window
}

func newFormList(w *Window, options []string) *formList {
	l := &formList{w: w}
	l.Options = options
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey is part of fyne.Focusable.
func (l *formList) TypedKey(k *fyne.KeyEvent) {
	if !l.w.endsForm(k) {
		l.Select.TypedKey(k)
	}
}

// formButton is a button of a form, which Enter presses.
type formButton struct {
	widget.Button
	w *Window
}

func newFormButton(w *Window, label string, tapped func()) *formButton {
	b := &formButton{w: w}
	b.Text, b.OnTapped = label, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey is part of fyne.Focusable.
func (b *formButton) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeyEscape:
		b.w.endsForm(k)
	default:
		b.Button.TypedKey(k)
	}
}
