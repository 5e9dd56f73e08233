package window_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestAConditionMovesNoRowOfTheFilterUnderThePointer(t *testing.T) {
	d := sit(t, "")
	row := func() fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(d.w.StanceRow("conflict"))
	}
	before := row()
	d.tick("Cooperation")
	d.sees("Under the filter:")
	if got := row(); got != before {
		t.Errorf("the row of conflict moved from %v to %v when a condition was set", before, got)
	}
}
