package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// newFold makes a line that opens and closes what lies below it, by a click, Enter or the space bar. turn is told whether it was
// turned by a key, so that whoever makes the line anew can keep the focus. A long line is wrapped.
func newFold(label string, open bool, turn func(byKey bool)) *row {
	words := widget.NewLabel(label)
	words.TextStyle.Bold, words.Wrapping = true, fyne.TextWrapWord
	mark := theme.MenuDropDownIcon()
	if open {
		mark = theme.MenuDropUpIcon()
	}
	r := newRow(container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Padding(), -theme.Padding()), widget.NewIcon(mark)), nil, words), func() { turn(false) })
	r.label = label
	r.first = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
			turn(true)
			return true
		}
		return false
	}
	return r
}
