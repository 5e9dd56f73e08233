package window_test

import "testing"

func TestTheLineAtTheFootMakesRoomForWorkAndTakesItAgain(t *testing.T) {
	d := sit(t, quarrels(t))
	before := d.w.StatusWidth()
	d.w.Work(true)
	if got := d.w.StatusWidth(); got >= before {
		t.Errorf("the line is %.0f wide beside work, before it was %.0f", got, before)
	}
	d.w.Work(false)
	if got := d.w.StatusWidth(); got != before {
		t.Errorf("the line is %.0f wide after work, before it was %.0f", got, before)
	}
}
