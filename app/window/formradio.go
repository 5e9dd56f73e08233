package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// formRadio is a choice of a form whose answers all stand below each other, as sentences that may take several lines. Up
// and Down choose another answer, Space the one that has the focus; other keys do what they do in the form.
type formRadio struct {
	w      *Window
	object fyne.CanvasObject
	rows   []*row
	marks  []*widget.Icon
	chosen int
}

func newFormRadio(w *Window, answers []string, chosen int, width float32) *formRadio {
	r := &formRadio{w: w}
	box := container.New(layout.NewCustomPaddedVBoxLayout(0))
	for i, words := range answers {
		mark := widget.NewIcon(nil)
		side := container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(theme.IconInlineSize()), mark))
		label := widget.NewLabel(words)
		label.Wrapping = fyne.TextWrapWord
		row := newRow(container.New(column{width}, container.NewBorder(nil, nil, side, nil, label)), func() { r.choose(i) })
		row.first = func(k *fyne.KeyEvent) bool { return r.key(i, k) }
		r.rows, r.marks = append(r.rows, row), append(r.marks, mark)
		box.Add(row)
	}
	r.choose(chosen)
	r.object = box
	return r
}

// choose makes an answer the chosen one.
func (r *formRadio) choose(at int) {
	r.chosen = at
	for i, mark := range r.marks {
		icon := theme.RadioButtonIcon()
		if i == at {
			icon = theme.RadioButtonCheckedIcon()
		}
		mark.SetResource(icon)
	}
}

// key takes a key for the answer that has the focus, and reports whether it did.
func (r *formRadio) key(at int, k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp:
		at += len(r.rows) - 1
	case fyne.KeyDown:
		at++
	default:
		return r.w.endsForm(k)
	}
	at %= len(r.rows)
	r.choose(at)
	r.w.win.Canvas().Focus(r.rows[at])
	return true
}
