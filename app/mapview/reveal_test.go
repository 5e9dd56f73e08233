package mapview_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/data"
	"entente/geo/proj"
)

// apart says how far the anchor of a party is from the edge of the map; below zero it is beyond, or behind the globe.
func (b *table) apart(c data.Party) float64 {
	b.t.Helper()
	place, ok := b.view.Anchor(c)
	if !ok {
		b.t.Fatalf("%s is not on the map", c)
	}
	v := b.view.View()
	x, y, ok := v.Project(place)
	if !ok {
		return -1
	}
	return min(x, y, v.Width-x, v.Height-y)
}

// near zooms so many times in on a place.
func (b *table) near(place orb.Point, times float64) {
	v := b.view.View()
	x, y, _ := v.Project(place)
	b.view.SetView(v.Pan(x, y, v.Width/2, v.Height/2).ZoomAt(v.Width/2, v.Height/2, times), false)
}

func TestATieOutOfViewComesIntoView(t *testing.T) {
	for name, c := range map[string]struct {
		projection string
		at         orb.Point
		times      float64
		pair       data.Pair
		keeps      bool
	}{
		"neighbours far from here keep the zoom":           {proj.EqualEarth, orb.Point{-60, -20}, 6, data.PairOf("HU", "RS"), true},
		"a tie that is wider than the map zooms out":       {proj.EqualEarth, orb.Point{-60, -20}, 6, data.PairOf("JP", "RS"), false},
		"one end in view is not enough":                    {proj.EqualEarth, orb.Point{21, 44}, 4, data.PairOf("CN", "RS"), true},
		"on Mercator too":                                  {proj.Mercator, orb.Point{-60, -20}, 6, data.PairOf("HU", "RS"), true},
		"a globe turns and keeps the zoom":                 {proj.Orthographic, orb.Point{-60, -20}, 2, data.PairOf("HU", "RS"), true},
		"a globe that is too near goes back":               {proj.Orthographic, orb.Point{-60, -20}, 5, data.PairOf("JP", "RS"), false},
		"a map around a point":                             {proj.Equidistant, orb.Point{-60, -20}, 6, data.PairOf("HU", "RS"), true},
		"closer than a fit would go the zoom is kept, too": {proj.EqualEarth, orb.Point{-60, -20}, 90, data.PairOf("ME", "XK"), true},
	} {
		t.Run(name, func(t *testing.T) {
			b := lay(t)
			b.view.Animated = false
			b.view.SetProjection(c.projection)
			b.near(c.at, c.times)
			before := b.view.View()
			b.view.Reveal(c.pair[:]...)
			for _, p := range c.pair {
				if got := b.apart(p); got < 20 {
					t.Errorf("%s stands %.0f from the edge, want it in view", p, got)
				}
			}
			got := b.view.View()
			if same := math.Abs(got.Scale/before.Scale-1) < 1e-9; same != c.keeps || !same && got.Scale > before.Scale {
				t.Errorf("scale %.0f after %.0f, want kept %t and never nearer", got.Scale, before.Scale, c.keeps)
			}
			b.view.Reveal(c.pair[:]...)
			if again := b.view.View(); again != got {
				t.Errorf("asked again the map moved on from %+v to %+v", got, again)
			}
		})
	}
}

func TestATieInViewLeavesTheMapAsItIs(t *testing.T) {
	b := lay(t)
	whole := b.view.View()
	b.view.Reveal("NZ", "FJ")
	if b.view.View() != whole || !b.view.Fitted() {
		t.Error("the whole map moved")
	}
	b.near(orb.Point{22, 44}, 8)
	before := b.view.View()
	b.view.Reveal("HU", "RS")
	b.view.Reveal() // nobody
	b.view.Reveal("QQ", "")
	if got := b.view.View(); got != before {
		t.Errorf("the map moved from %+v to %+v", before, got)
	}
}

func TestAWholeGlobeStaysWholeWhenItTurns(t *testing.T) {
	b := lay(t)
	b.view.Animated = false
	b.view.SetProjection(proj.Orthographic)
	b.view.Centre(orb.Point{-160, 0})
	b.view.Reveal("HU", "RS")
	if b.apart("RS") < 20 || !b.view.Fitted() {
		t.Errorf("Serbia is %.0f from the edge of %+v, fitted %t", b.apart("RS"), b.view.View(), b.view.Fitted())
	}
}
