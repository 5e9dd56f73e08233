package scene_test

import (
	"strings"
	"testing"

	"entente/app/scene"
	"entente/data"
	"entente/geo"
	"entente/geo/draw"
	"entente/geo/proj"
)

// layersOf are the names of the layers in which something is drawn.
func layersOf(r *draw.Recorder) map[string]bool {
	all := map[string]bool{}
	for _, op := range r.Ops {
		if op.Kind != draw.ClipOp {
			all[op.Layer] = true
		}
	}
	return all
}

func TestAnInsetEnlargesWhatIsCrowded(t *testing.T) {
	ties := append(sample(), balkans()...)
	few := []data.Tie{tie("JP-RS", data.Cooperation, 1), tie("FR-US", data.Cooperation, 2)}
	for _, c := range []struct {
		name   string
		change func(in *scene.Input)
		want   bool
	}{
		{"the Balkans on a map of the world", func(*scene.Input) {}, true},
		{"on a globe", func(in *scene.Input) {
			in.View = proj.View{Projection: proj.Orthographic, Lon: 20, Lat: 40}.FitAll(1200, 700, 10)
		}, true},
		{"switched off", func(in *scene.Input) { in.NoInset = true }, false},
		{"few ties", func(in *scene.Input) { in.Ties = few }, false},
		{"a small picture", func(in *scene.Input) {
			in.Width, in.Height = 500, 300
			in.View = scene.Fit(proj.View{}, 500, 300)
		}, false},
		{"the Balkans close up", func(in *scene.Input) { in.View, _ = scene.FitRegion(proj.View{}, "balkans", 1200, 700) }, false},
		{"no room beside buttons", func(in *scene.Input) { in.Clear = []draw.Rect{{MaxX: 1200, MaxY: 700}} }, false},
	} {
		in := input(1200, 700, ties)
		c.change(&in)
		_, _, got := build(in).Inset()
		if got != c.want || got != layersOf(record(in))[scene.InsetLayer+" "+scene.TieLayer] {
			t.Errorf("%s: an inset: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestTheInsetHidesNoEnd(t *testing.T) {
	world, _ := assets()
	ties := append(sample(), balkans()...)
	shown := 0
	for _, lon := range []float64{11, 60, -60, 150} {
		for _, size := range [][2]float64{{1200, 700}, {900, 700}, {1600, 700}, {800, 1000}} {
			in := input(size[0], size[1], ties)
			in.View = proj.View{Lon: lon}.FitAll(size[0], size[1], 10)
			box, view, ok := build(in).Inset()
			if !ok {
				continue
			}
			shown++
			if box.MinX < 0 || box.MinY < 0 || box.MaxX > size[0] || box.MaxY > size[1] {
				t.Errorf("%v, turned to %g: the inset stands at %v", size, lon, box)
			}
			hidden, inside := 0, map[data.Party]bool{}
			for _, tie := range ties {
				for _, end := range tie.Pair {
					c, _ := world.Country(string(end))
					if x, y, _ := in.View.Project(c.Anchor); c.Code != "" && box.Contains(x, y) {
						hidden++
					}
					if x, y, _ := view.Project(c.Anchor); c.Code != "" && x > 0 && y > 0 && x < size[0] && y < size[1] {
						inside[end] = true
					}
				}
			}
			if hidden > 0 || len(inside) < 6 {
				t.Errorf("%v, turned to %g: the inset at %v hides %d ends, and its part shows %d", size, lon, box, hidden, len(inside))
			}
		}
	}
	if shown < 12 {
		t.Errorf("only %d insets", shown)
	}
}

func TestTheInsetHidesNoEndOfWhatIsChosen(t *testing.T) {
	world, _ := assets()
	shown := 0
	for place := range 36 {
		in := input(1200, 700, append(sample(), balkans()...))
		in.InsetAt = &[2]float64{float64(place%6) / 5, float64(place/6) / 5}
		for _, tie := range in.Ties {
			in.Selected = scene.Target{Pair: tie.Pair}
			box, _, ok := build(in).Inset()
			if ok {
				shown++
			}
			for _, end := range tie.Pair {
				c, _ := world.Country(string(end))
				if x, y, _ := in.View.Project(c.Anchor); ok && c.Code != "" && box.Contains(x, y) {
					t.Errorf("the inset that stood at %v hides %s of %s", *in.InsetAt, end, tie.Pair)
				}
			}
		}
	}
	if shown == 0 {
		t.Error("no insets")
	}
}

func TestTheInsetHasTheNamesOfItsCrowd(t *testing.T) {
	in := input(1200, 700, append(sample(), balkans()...))
	// Names of the crowd stand in the inset only, and the legend is not in it.
	r := record(in)
	outside, within := strings.Join(texts(r.In(scene.NameLayer)), " "), strings.Join(texts(r.In(scene.InsetLayer+" "+scene.NameLayer)), " ")
	if strings.Contains(outside, "HR") || !strings.Contains(within, "HR") {
		t.Errorf("on the map stand %q, in the inset %q", outside, within)
	}
	if got := texts(r.In(scene.InsetLayer + " " + scene.LegendLayer)); len(got) > 0 {
		t.Errorf("in the inset is a legend: %q", got)
	}
}

func TestTheInsetCanBeClicked(t *testing.T) {
	in := input(1200, 700, append(sample(), balkans()...))
	s := build(in)
	box, _, _ := s.Inset()
	ends := map[data.Party]bool{}
	pairs := map[data.Pair]bool{}
	for x := box.MinX + 2; x < box.MaxX; x += 3 {
		for y := box.MinY + 2; y < box.MaxY; y += 3 {
			for _, hit := range s.At(x, y) {
				ends[hit.Country] = true
				pairs[hit.Pair] = true
			}
		}
	}
	for _, want := range []data.Pair{data.PairOf("HR", "RS"), data.PairOf("RS", "XK"), data.PairOf("AL", "XK"), data.PairOf("BG", "RS")} {
		if !pairs[want] || !ends[want[0]] || !ends[want[1]] {
			t.Errorf("%s is not found in the inset, or its countries", want)
		}
	}
	for _, tie := range in.Ties {
		x, y, ok := s.Middle(tie.Pair)
		found := false
		for _, hit := range s.At(x, y) {
			found = found || hit.Pair == tie.Pair && hit.Distance < 1
		}
		if !ok || !found {
			t.Errorf("a click on the middle of %s at %.0f, %.0f finds %v", tie.Pair, x, y, s.At(x, y))
		}
	}
}

func TestThePlacesInTheInsetAreThoseOfTheMap(t *testing.T) {
	world, _ := assets()
	in := input(1200, 700, append(sample(), balkans()...))
	s := build(in)
	box, _, _ := s.Inset()
	found := 0
	for x := box.MinX + 1; x < box.MaxX; x += 4 {
		for y := box.MinY + 1; y < box.MaxY; y += 4 {
			for _, hit := range s.At(x, y) {
				if c, ok := world.Country(string(hit.Country)); ok && hit.Country == "BG" && hit.Distance == 0 {
					mapX, mapY := s.Through(x, y)
					place, _ := in.View.Invert(mapX, mapY)
					if geo.Angle(place, c.Anchor) > 6 {
						t.Fatalf("at %.0f, %.0f of the inset lies Bulgaria, on the map there %v", x, y, place)
					}
					found++
				}
			}
		}
	}
	if found < 5 {
		t.Errorf("Bulgaria is found at %d points of the inset", found)
	}
	if x, y := s.Through(3, 4); x != 3 || y != 4 {
		t.Errorf("beside the inset, 3, 4 is %v, %v", x, y)
	}
}

// An inset is used again while the map moves, but not when its names change.
func TestTheInsetFollowsWhatChanges(t *testing.T) {
	world, fonts := assets()
	b := scene.New(world, fonts)
	in := input(1200, 700, append(sample(), balkans()...))
	names := func() string {
		s := b.Build(in)
		defer b.Release(s)
		r := &draw.Recorder{Width: 1200, Height: 700}
		s.Draw(r)
		return strings.Join(texts(r.In(scene.InsetLayer+" "+scene.NameLayer)), " ")
	}
	before := names()
	in.View = in.View.Pan(0, 0, 5, 3)
	if got := names(); got != before {
		t.Errorf("moved, the inset has the names %q, before %q", got, before)
	}
	in.Name = func(p data.Party) string { return "x" + string(p) }
	if got := names(); !strings.Contains(got, "xHR") {
		t.Errorf("in another language, the inset has the names %q", got)
	}
	in.Ties = sample()
	if got := names(); strings.Contains(got, "xHR") {
		t.Errorf("with other ties, the inset has the names %q", got)
	}
}

func TestTheInsetLeavesOutWhatOneTurnedAwayFrom(t *testing.T) {
	in := input(1200, 700, append(sample(), balkans()...))
	for region, want := range map[string]bool{"": true, "asia": false, "africa": false} {
		in.View = scene.Fit(in.View, 1200, 700)
		if region != "" {
			in.View, _ = scene.FitRegion(in.View, region, 1200, 700)
		}
		if _, _, got := build(in).Inset(); got != want {
			t.Errorf("region %q: inset of the Balkans %v, want %v", region, got, want)
		}
	}
}

func TestInsetAndLegendStayWhileTiesAreWalkedThrough(t *testing.T) {
	in := input(1200, 700, append(sample(), balkans()...))
	s := build(in)
	box, _, ok := s.Inset()
	if !ok {
		t.Fatal("there is no inset")
	}
	corner := s.LegendAt()
	for _, tie := range in.Ties {
		in.Selected, in.InsetAt, in.LegendWas = scene.Target{Pair: tie.Pair}, s.InsetAt(), s.LegendAt()
		s = build(in)
		if got, _, _ := s.Inset(); got != box || s.LegendAt() != corner {
			t.Errorf("%s: the inset stands at %v, the legend in corner %d; want %v and %d", tie.Pair, got, s.LegendAt(), box, corner)
		}
	}
}

func TestTheLegendStaysThroughADrag(t *testing.T) {
	in := input(900, 600, sample())
	s := build(in)
	corner := s.LegendAt()
	for _, by := range []float64{-60, -40, 40, 60, 90} {
		in.View, in.LegendWas = in.View.Pan(0, 0, by, 0), s.LegendAt()
		if s = build(in); s.LegendAt() != corner {
			t.Errorf("dragged by %v the legend leaps from corner %d to %d", by, corner, s.LegendAt())
		}
	}
}
