package scene_test

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

// textOf finds the text of a layer that reads so.
func textOf(ops []draw.Op, text string) (draw.Text, bool) {
	for _, op := range ops {
		if op.Kind == draw.TextOp && op.Text.Text == text {
			return op.Text, true
		}
	}
	return draw.Text{}, false
}

func TestNamesRunAlongLongCountries(t *testing.T) {
	names := map[data.Party]string{"CL": "Chile", "NO": "Norway", "RU": "Russia", "VN": "Vietnam", "SE": "Sweden", "BR": "Brazil", "FR": "France", "BA": "Bosnia & Herzegovina"}
	box := func(west, south, east, north float64) proj.View {
		return proj.View{Lon: (west + east) / 2}.Fit(1000, 600, orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}, 10)
	}
	for _, c := range []struct {
		name       string
		view       proj.View
		text       string
		turn, near float64 // degrees clockwise, and within how many
		bent       bool
	}{
		{"Chile runs down", box(-90, -58, -40, 0), "Chile", 85, 12, false},
		{"Norway climbs and bends", box(0, 52, 35, 72), "Norway", -45, 20, true},
		{"Vietnam runs down and bends", box(90, 5, 120, 26), "Vietnam", 75, 25, true},
		{"Russia spreads", box(30, 30, 170, 80), "Russia", 0, 25, false},
		{"Brazil is level, for it is round", box(-90, -58, -30, 14), "Brazil", 0, 0, false},
		{"so is France", box(-12, 36, 24, 56), "France", 0, 0, false},
		{"Bosnia is abbreviated", box(-12, 32, 40, 62), "BA", 0, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := input(1000, 600, nil)
			in.View, in.Name = c.view, func(p data.Party) string {
				if n, ok := names[p]; ok {
					return n
				}
				return "A very long name of a country"
			}
			got, ok := textOf(record(in).In(scene.QuietLayer), c.text)
			if !ok || math.Abs(got.Rotate-c.turn) > c.near || c.bent != (math.Abs(got.Bend) > 3) {
				t.Errorf("%q is turned %.0f° and bent %.0f° (there: %v), want %.0f° and bent: %v", c.text, got.Rotate, got.Bend, ok, c.turn, c.bent)
			}
			if c.text == "Russia" && (got.Tracking < 0.2 || got.Size < 12) {
				t.Errorf("%q has size %g and tracking %g in all its room", c.text, got.Size, got.Tracking)
			}
		})
	}
}

func TestNamesKeepOffArrowheads(t *testing.T) {
	_, fonts := assets()
	ties := append(sample(), balkans()...)
	for i := range ties {
		ties[i].Acts = [2]bool{true, true}
	}
	for _, region := range []string{"europe", "balkans", "asia"} {
		in := input(1100, 700, ties)
		in.View, _ = scene.FitRegion(proj.View{}, region, 1100, 700)
		in.Name = func(p data.Party) string { return "Land of " + string(p) }
		in.TieName = func(t *data.Tie) string { return string(t.Stance) }
		ops := record(in)
		heads := 0
		for _, head := range ops.In(scene.TieLayer) {
			if head.Kind != draw.FillOp {
				continue
			}
			for k := range head.Path.Lines() {
				minX, minY, maxX, maxY := head.Path.LineBounds(k)
				box := draw.Rect{MinX: float64(minX), MinY: float64(minY), MaxX: float64(maxX), MaxY: float64(maxY)}
				heads++
				for _, layer := range []string{scene.NameLayer, scene.WordLayer, scene.QuietLayer} {
					for _, op := range ops.In(layer) {
						if op.Kind != draw.TextOp {
							continue
						}
						for _, letter := range lettersOf(fonts, &op.Text) {
							if letter.Overlaps(box) {
								t.Errorf("%s: %q lies over the arrowhead at %v", region, op.Text.Text, box)
							}
						}
					}
				}
			}
		}
		if heads < 10 {
			t.Errorf("%s: only %d arrowheads", region, heads)
		}
	}
}

func TestTiesSayWhatTheyAreAbout(t *testing.T) {
	in := input(1200, 700, sample())
	in.NoInset = true
	if got := record(in).In(scene.WordLayer); len(got) != 0 {
		t.Errorf("unasked, ties say %q", texts(got))
	}
	in.TieName = func(t *data.Tie) string {
		if t.Pair.Has("EU") {
			return ""
		}
		return "about " + t.Pair.String()
	}
	s, got := build(in), record(in).In(scene.WordLayer)
	if len(got) < 6 {
		t.Errorf("only %d ties say what they are about", len(got))
	}
	_, fonts := assets()
	for _, op := range got {
		words, found := op.Text, false
		if words.Spread <= 0 || words.Halo.A == 0 {
			t.Errorf("%q has no halo", words.Text)
		}
		if math.Abs(words.Rotate) > 90 {
			t.Errorf("%q stands on its head", words.Text)
		}
		// Both ends lie as near to their own arc as the middle, and a click on the words finds the tie.
		long := fonts.Length(&words)
		for _, along := range []float64{-long / 2.2, 0, long / 2.2} {
			x, y, _ := fonts.PlaceAt(&words, along)
			found = false
			for _, hit := range s.At(x, y) {
				found = found || "about "+hit.Pair.String() == words.Text
			}
			if !found {
				t.Errorf("a click on %q finds %v", words.Text, s.At(x, y))
			}
		}
	}
	in.Selected.Country = "JP"
	for _, text := range texts(record(in).In(scene.WordLayer)) {
		if !strings.Contains(text, "JP") {
			t.Errorf("with Japan selected, there is %q", text)
		}
	}
}

func TestLinesToNamesRunOverNoName(t *testing.T) {
	_, fonts := assets()
	lines := 0
	for _, size := range [][2]float64{{900, 520}, {1200, 640}, {640, 400}} {
		in := input(size[0], size[1], append(sample(), balkans()...))
		in.NoInset = true
		in.Name = func(p data.Party) string { return "Land of " + string(p) }
		ops := record(in).In(scene.NameLayer)
		for _, line := range ops {
			if line.Kind != draw.StrokeOp {
				continue
			}
			lines++
			xy, _ := line.Path.Line(0)
			for _, op := range ops {
				if op.Kind != draw.TextOp {
					continue
				}
				for _, letter := range lettersOf(fonts, &op.Text) {
					for k := range 50 {
						share := float32(k) / 49
						if x, y := xy[0]+(xy[2]-xy[0])*share, xy[1]+(xy[3]-xy[1])*share; letter.Contains(float64(x), float64(y)) {
							t.Fatalf("%v: the line from %.0f runs over %q", size, xy, op.Text.Text)
						}
					}
				}
			}
		}
	}
	if lines < 6 {
		t.Errorf("only %d lines", lines)
	}
}

// A name that finds room far from its dot only, a continent away on a small map, is left out.
func TestNamesStandNearTheirDotsOnSmallMaps(t *testing.T) {
	for _, size := range [][2]float64{{460, 300}, {560, 400}, {900, 600}, {1600, 900}} {
		in := input(size[0], size[1], append(sample(), balkans()...))
		in.View, in.NoInset = scene.Fit(proj.View{}, size[0], size[1]), true
		in.Name = func(p data.Party) string { return "Land of " + string(p) }
		most, led := math.Min(math.Max(28, 0.35*in.View.Scale), 76), 0
		for _, op := range record(in).In(scene.NameLayer) {
			if op.Kind != draw.StrokeOp {
				continue
			}
			xy, _ := op.Path.Line(0)
			led++
			if long := math.Hypot(float64(xy[2]-xy[0]), float64(xy[3]-xy[1])); long > most {
				t.Errorf("%v: a name stands %.0f from its dot, want %.0f at most", size, long, most)
			}
		}
		if led == 0 {
			t.Errorf("%v: no name stands away from its dot, so this tests nothing", size)
		}
	}
}
