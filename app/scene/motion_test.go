package scene_test

import (
	"math"
	"testing"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

// While a map is zoomed or turned its inset and legend stay, and lead to where the crowd went. At rest it is the map that any
// other builder makes.
func TestWhatStandsOverTheMapStaysWhileItMoves(t *testing.T) {
	world, fonts := assets()
	globe := proj.View{Projection: proj.Orthographic, Lon: 20, Lat: 40}.FitAll(1200, 700, 10)
	for _, c := range []struct {
		name string
		view proj.View
		next func(proj.View) proj.View
	}{
		{"a sheet zoomed in", scene.Fit(proj.View{}, 1200, 700), func(v proj.View) proj.View { return v.ZoomAt(620, 200, 1.05) }},
		{"a sheet zoomed out", scene.Fit(proj.View{}, 1200, 700), func(v proj.View) proj.View { return v.ZoomAt(620, 200, 0.9) }},
		{"a sheet dragged", scene.Fit(proj.View{}, 1200, 700), func(v proj.View) proj.View { return v.Pan(0, 0, 9, 4) }},
		{"a globe turned", globe, func(v proj.View) proj.View { return v.Pan(600, 350, 607, 352) }},
		{"a sheet on its way to a globe", scene.Fit(proj.View{}, 1200, 700), func(v proj.View) proj.View { return v.Morph(globe, 0.2) }},
	} {
		b := scene.New(world, fonts)
		in := input(1200, 700, append(sample(), balkans()...))
		in.View = c.view
		rest := b.Build(in)
		box, _, ok := rest.Inset()
		corner := rest.LegendCorner()
		if !ok || corner == scene.Auto {
			t.Fatalf("%s: there is no inset or no legend to begin with", c.name)
		}
		for step := range 5 {
			in.Rough, in.View = true, c.next(in.View)
			s := b.Build(in)
			got, _, ok := s.Inset()
			if !ok || got != box || s.LegendCorner() != corner {
				t.Errorf("%s, step %d: the inset stands at %v (%v) and the legend in corner %d, want %v and %d", c.name, step, got, ok, s.LegendCorner(), box, corner)
			}
			x, y := s.Through((box.MinX+box.MaxX)/2, (box.MinY+box.MaxY)/2)
			place, _ := world.Country("XK")
			if wantX, wantY, _ := in.View.Project(place.Anchor); math.Hypot(x-wantX, y-wantY) > 60 {
				t.Errorf("%s, step %d: the inset leads to %.0f, %.0f, want near %.0f, %.0f", c.name, step, x, y, wantX, wantY)
			}
			b.Release(s)
		}
		in.Rough = false
		got, _, _ := b.Build(in).Inset()
		if want, _, _ := build(in).Inset(); got != want {
			t.Errorf("%s: at rest the inset stands at %v, want %v", c.name, got, want)
		}
	}
}

func TestTheInsetOfAMovingMapGoesWithItsCrowd(t *testing.T) {
	world, fonts := assets()
	b := scene.New(world, fonts)
	in := input(1200, 700, append(sample(), balkans()...))
	begin := in.View
	box, _, _ := b.Build(in).Inset()
	in.Rough = true
	for _, c := range []struct {
		name string
		view proj.View
		want bool
	}{
		{"out of the picture", begin.Pan(0, 0, 0, -260), false},
		{"back", begin, true},
		{"almost as large as the inset", begin.ZoomAt(640, 180, 6), false},
		{"under the inset", begin.Pan(650, 190, (box.MinX+box.MaxX)/2, (box.MinY+box.MaxY)/2), false},
	} {
		in.View = c.view
		s := b.Build(in)
		if _, _, got := s.Inset(); got != c.want {
			t.Errorf("the crowd went %s: there is an inset: %v, want %v", c.name, got, c.want)
		}
		b.Release(s)
	}
}

// Selecting one country after another must not let the inset leap from place to place.
func TestTheInsetStaysWhateverIsSelected(t *testing.T) {
	in := input(1200, 700, append(sample(), balkans()...))
	was, _, _ := build(in).Inset()
	for _, c := range []data.Party{"US", "CN", "RU", "JP", "RO", "FJ", "NZ", "XK"} {
		in.Selected.Country = c
		if box, _, ok := build(in).Inset(); !ok || box != was {
			t.Errorf("with %q selected the inset stands at %v (%v), want %v", c, box, ok, was)
		}
	}
}

func TestTheInsetStaysWhereItStoodAsLongAsItHidesNothing(t *testing.T) {
	in := input(1200, 700, append(sample(), balkans()...))
	was, _, _ := build(in).Inset()
	for _, at := range [][2]float64{{0.3, 0.85}, {0.45, 0.95}} {
		in.InsetAt = &at
		s := build(in)
		if box, _, ok := s.Inset(); !ok || box == was || *s.InsetAt() != at {
			t.Errorf("the inset that stood at %v stands at %v (%v)", at, box, ok)
		}
	}
	in.InsetAt = build(in).InsetAt()
	was, _, _ = build(in).Inset()
	in.Clear = []draw.Rect{was}
	if got, _, ok := build(in).Inset(); ok && got.Overlaps(was) {
		t.Errorf("with buttons where it stood, the inset stands at %v still", got)
	}
}
