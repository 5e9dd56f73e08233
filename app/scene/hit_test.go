package scene_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/data"
	"entente/geo"
	"entente/geo/proj"
)

func TestEveryTieCanBeClicked(t *testing.T) {
	for _, projection := range []string{proj.EqualEarth, proj.NaturalEarth, proj.Mercator} {
		in := input(1200, 700, sample())
		in.View = scene.Fit(proj.View{Projection: projection}, 1200, 700)
		s := build(in)
		for _, tie := range in.Ties {
			x, y, ok := s.Middle(tie.Pair)
			if !ok {
				t.Errorf("%s: %s cannot be seen", projection, tie.Pair)
				continue
			}
			found := false
			for _, hit := range s.At(x, y) {
				found = found || hit.Pair == tie.Pair && hit.Distance < 1
			}
			if !found {
				t.Errorf("%s: a click at %.0f, %.0f finds %v, not %s", projection, x, y, s.At(x, y), tie.Pair)
			}
		}
	}
}

func TestNeighboursCanBeSeenAtWorldScale(t *testing.T) {
	s := build(input(1200, 700, []data.Tie{tie("RS-XK", data.Conflict, 1)}))
	x, y, ok := s.Middle(data.PairOf("RS", "XK"))
	if !ok {
		t.Fatal("the arc cannot be seen")
	}
	hits := s.At(x, y)
	if len(hits) == 0 || hits[0].Pair != data.PairOf("RS", "XK") {
		t.Fatalf("a click on its middle finds %v", hits)
	}
	for _, op := range record(input(1200, 700, []data.Tie{tie("RS-XK", data.Conflict, 1)})).In(scene.TieLayer) {
		if box, _ := op.Path.Bounds(); math.Hypot(box.Width(), box.Height()) < 12 {
			t.Errorf("its arc is only %v", box)
		}
	}
}

func TestClickOnACountry(t *testing.T) {
	world, _ := assets()
	in := input(1200, 700, sample())
	s := build(in)
	tests := []struct {
		name  string
		place orb.Point
		want  data.Party
	}{
		{"land", orb.Point{-52, -10}, "BR"},
		{"a microstate's dot", dotOf(world, "MT"), "MT"},
		{"the end of ties", dotOf(world, "JP"), "JP"},
		{"the sea", orb.Point{-30, -40}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x, y, _ := in.View.Project(tt.place)
			var got data.Party
			if hits := s.At(x, y); len(hits) > 0 {
				got = hits[0].Country
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if hits := s.At(2, 2); len(hits) != 0 {
		t.Errorf("beside the globe: got %v", hits)
	}
	for _, at := range [][2]float64{{math.NaN(), 3}, {-50, 3}, {3, 1e9}, {math.Inf(1), 0}} {
		if hits := s.At(at[0], at[1]); len(hits) != 0 {
			t.Errorf("at %v: got %v", at, hits)
		}
	}
}

func dotOf(world *geo.World, code string) orb.Point {
	c, _ := world.Country(code)
	return c.Anchor
}
