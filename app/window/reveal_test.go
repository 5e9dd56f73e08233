package window_test

import (
	"testing"

	"entente/data"
	"entente/geo/proj"
)

func TestATieFromTheListComesIntoViewAndOneFromTheMapDoesNot(t *testing.T) {
	d := sit(t, "")
	pair := data.PairOf("JP", "RS")
	v := d.w.View()
	v.Projection = proj.EqualEarth
	v.Scale, v.X, v.Y = 900, 900, -300 // over the South Atlantic
	d.w.SetView(v)
	before := d.w.View()
	d.w.PointAtTie(pair)
	d.settle()
	if got := d.w.View(); got != before {
		t.Errorf("the map moved to %+v when a tie on it was clicked", got)
	}
	d.w.Go("", data.Pair{})
	d.settle()
	if got := d.w.View(); got != before {
		t.Errorf("the map moved to %+v when nothing was looked at", got)
	}
	d.openTie(pair)
	if got := d.w.View(); got == before || got.Scale >= before.Scale {
		t.Errorf("the map stayed at %+v for a tie that lies elsewhere and is wider", got)
	}
	d.w.SetView(before)
	d.w.OpenFirstPassage()
	d.settle()
	if got := d.w.View(); got != before {
		t.Errorf("reading a passage of the same tie moved the map to %+v", got)
	}
}
