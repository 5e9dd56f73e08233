package scene_test

import (
	"math"
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

// hiddenBy lists what of ties lies under an inset: their lines with their ends, their dots and the names of their countries.
func hiddenBy(box draw.Rect, in scene.Input, r *draw.Recorder) (hidden []string) {
	world, fonts := assets()
	for _, op := range r.In(scene.TieLayer) {
		for i := 0; op.Path != nil && i < op.Path.Lines(); i++ {
			xy, _ := op.Path.Line(i)
			for k := 2; k+1 < len(xy); k += 2 {
				for t := float32(0); t <= 1; t += 1.0 / 64 {
					if box.Contains(float64(xy[k-2]+t*(xy[k]-xy[k-2])), float64(xy[k-1]+t*(xy[k+1]-xy[k-1]))) {
						hidden = append(hidden, "a line")
					}
				}
			}
		}
	}
	for _, tie := range in.Ties {
		for _, end := range tie.Pair {
			if c, ok := world.Country(string(end)); ok {
				if x, y, _ := in.View.Project(c.Anchor); box.Contains(x, y) {
					hidden = append(hidden, "the dot of "+string(end))
				}
			}
		}
	}
	for _, op := range r.In(scene.NameLayer) {
		if op.Kind == draw.TextOp {
			t, long := op.Text, fonts.Length(&op.Text)
			left := t.X - long*float64(t.Anchor)/2
			if box.Overlaps(draw.Rect{MinX: left, MinY: t.Y - draw.CapHeight*t.Size, MaxX: left + long, MaxY: t.Y}) {
				hidden = append(hidden, "the name "+t.Text)
			}
		}
	}
	return hidden
}

// Whatever a map shows and wherever its inset stood before, the inset hides nothing of a tie.
func TestTheInsetHidesNoTie(t *testing.T) {
	ties := append(append(sample(), balkans()...), tie("AU-ZA", data.Conflict, 1), tie("AR-AU", data.Conflict, 1), tie("BR-ZA", data.Mixed, 2), tie("CL-NZ", data.Neutral, 1))
	shown := 0
	for _, size := range [][2]float64{{1200, 700}, {900, 640}, {1872, 900}, {1000, 1000}, {720, 460}} {
		for _, region := range []string{"", "europe", "zoomed", "turned"} {
			for place := -1; place < 16; place++ {
				in := input(size[0], size[1], ties)
				in.View = scene.Fit(proj.View{}, size[0], size[1])
				switch region {
				case "europe":
					in.View, _ = scene.FitRegion(in.View, region, size[0], size[1])
				case "zoomed":
					in.View = in.View.ZoomAt(0.5*size[0], 0.35*size[1], 1.6)
				case "turned":
					in.View = proj.View{Lon: 150}.FitAll(size[0], size[1], 10)
				}
				if place >= 0 {
					in.InsetAt = &[2]float64{float64(place%4) / 3, float64(place/4) / 3}
					in.Selected.Pair = ties[place].Pair
				}
				box, _, ok := build(in).Inset()
				if !ok {
					continue
				}
				shown++
				if got := hiddenBy(box, in, record(in)); len(got) > 0 {
					t.Errorf("%v %s, stood at %d: the inset at %v hides %d things, first %s", size, region, place, box, len(got), got[0])
				}
			}
		}
	}
	if shown < 100 {
		t.Errorf("only %d insets", shown)
	}
}

// Where ties run everywhere there is no inset rather than one that hides some, and the names of the crowd stand on the map.
func TestThereIsNoInsetWhereTiesRunEverywhere(t *testing.T) {
	in := input(1200, 700, append(crowd(600), balkans()...))
	if box, _, ok := build(in).Inset(); ok {
		t.Errorf("the inset stands at %v", box)
	}
}

// A file shows what the window shows: the same part of the map in the inset, in all sizes of the same map.
func TestTheInsetShowsTheSameInEverySize(t *testing.T) {
	ties := append(sample(), balkans()...)
	shares := func(s *scene.Scene) draw.Rect {
		if of := s.InsetOf(); of != nil {
			return *of
		}
		return draw.Rect{}
	}
	near := func(a, b draw.Rect) bool {
		const hair = 1e-3
		return math.Abs(a.MinX-b.MinX) < hair && math.Abs(a.MinY-b.MinY) < hair && math.Abs(a.MaxX-b.MaxX) < hair && math.Abs(a.MaxY-b.MaxY) < hair
	}
	world, fonts := assets()
	window := input(980, 760, ties)
	window.View = scene.Fit(proj.View{}, 980, 760)
	want := shares(build(window))
	if want == (draw.Rect{}) {
		t.Fatal("the window shows no inset")
	}
	for _, size := range [][2]float64{{1920, 1080}, {1000, 700}, {3840, 2160}, {820, 580}} {
		in := scene.SnapshotInput{Input: input(size[0], size[1], ties)}
		in.View = scene.Fit(proj.View{}, size[0], size[1])
		if got := shares(scene.New(world, fonts).Snapshot(in).Scene()); !near(got, want) {
			t.Errorf("the inset of a figure of %v shows %v, the window's %v", size, got, want)
		}
	}
	zoomed := window
	zoomed.View = window.View.ZoomAt(490, 250, 1.7)
	zoomed.InsetOf = &want
	file := scene.SnapshotInput{Input: zoomed, FigureWidth: 1920, FigureHeight: 1080}
	if got := shares(scene.New(world, fonts).Snapshot(file).Scene()); got != (draw.Rect{}) && !near(got, want) {
		t.Errorf("asked for %v, the inset shows %v", want, got)
	}
	window.InsetOf = &draw.Rect{MinX: want.MinX - 0.05, MinY: want.MinY - 0.05, MaxX: want.MaxX, MaxY: want.MaxY}
	if got := shares(build(window)); !near(got, *window.InsetOf) {
		t.Errorf("asked for %v, the inset shows %v", *window.InsetOf, got)
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
