package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// fold is a line that opens and closes what lies below it, by a click, Enter or the space bar.
type fold struct {
	widget.Button
	turn func(byKey bool)
}

// newFold makes a line; turn is told whether it was turned by a key, so that whoever makes the line anew can keep the focus.
func newFold(label string, open bool, turn func(byKey bool)) *fold {
	f := &fold{turn: turn}
	f.Text, f.Icon, f.OnTapped = label, foldIcon(open), func() { turn(false) }
	f.Importance, f.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey is part of fyne.Focusable.
func (f *fold) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		f.turn(true)
	}
}

func foldIcon(open bool) fyne.Resource {
	if open {
		return theme.MenuDropUpIcon()
	}
	return theme.MenuDropDownIcon()
}
