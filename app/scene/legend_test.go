package scene_test

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

func texts(ops []draw.Op) (all []string) {
	for _, op := range ops {
		if op.Kind == draw.TextOp {
			all = append(all, op.Text.Text)
		}
	}
	return all
}

func TestLegendSaysWhatIsDrawn(t *testing.T) {
	tests := []struct {
		name string
		ties []data.Tie
		want string
	}{
		{"no ties", nil, ""},
		{"one tie", []data.Tie{tie("JP-RS", data.Cooperation, 1)}, "Cooperation (1)"},
		{"all kinds", sample(), "Cooperation (7)|Conflict (2)|Cooperation and conflict (1)|Neutral (2)|Only planned (1)|Acts towards (1)|1 report|5 reports|12 reports"},
		{"a tie that has no place", []data.Tie{tie("JP-RS", data.Cooperation, 1), tie("JP-ZZ", data.Conflict, 2)}, "Cooperation (1)|1 tie has no place on this map"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(texts(record(input(1000, 700, tt.ties)).In(scene.LegendLayer)), "|"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	t.Run("a map too small for it has none", func(t *testing.T) {
		if got := texts(record(input(160, 120, sample())).In(scene.LegendLayer)); len(got) != 0 {
			t.Errorf("got %v", got)
		}
	})
	t.Run("it stands in the corner asked for", func(t *testing.T) {
		for _, corner := range []scene.Corner{scene.BottomLeft, scene.BottomRight, scene.TopLeft, scene.TopRight} {
			in := input(1000, 700, sample())
			in.LegendAt = corner
			box, _ := record(in).In(scene.LegendLayer)[0].Path.Bounds()
			right, bottom := corner == scene.BottomRight || corner == scene.TopRight, corner == scene.BottomLeft || corner == scene.BottomRight
			if (box.MinX > 500) != right || (box.MinY > 350) != bottom {
				t.Errorf("corner %d: got %v", corner, box)
			}
		}
	})
	t.Run("it keeps clear of buttons", func(t *testing.T) {
		for _, size := range [][2]float64{{1000, 700}, {390, 340}} {
			in := input(size[0], size[1], sample())
			in.Clear = []draw.Rect{{MinX: 80, MinY: size[1] - 60, MaxX: size[0], MaxY: size[1]}}
			for _, corner := range []scene.Corner{scene.Auto, scene.BottomLeft, scene.BottomRight} {
				in.LegendAt = corner
				box, _ := record(in).In(scene.LegendLayer)[0].Path.Bounds()
				if box.Overlaps(in.Clear[0]) || box.MinY < 0 {
					t.Errorf("on a map of %v, in corner %d, it lies at %v, the buttons at %v", size, corner, box, in.Clear[0])
				}
			}
		}
	})
}

func TestWordsOfTheMapGrow(t *testing.T) {
	sizes := func(scale float64) map[string]float64 {
		in := input(1400, 900, sample())
		in.TextScale = scale
		got := map[string]float64{}
		r := record(in)
		for _, layer := range []string{scene.LegendLayer, scene.NameLayer} {
			for _, op := range r.In(layer) {
				if op.Kind == draw.TextOp {
					got[op.Text.Text] = op.Text.Size
				}
			}
		}
		return got
	}
	usual, large := sizes(0), sizes(1.5)
	for _, words := range []string{"Cooperation (7)", "5 reports", "JP"} {
		if usual[words] == 0 || large[words] != 1.5*usual[words] {
			t.Errorf("%s has the size %v, and %v when words are half as large again", words, usual[words], large[words])
		}
	}
}

func TestTheLegendCountsTheTiesInThePicture(t *testing.T) {
	ties := []data.Tie{tie("JP-RS", data.Cooperation, 1), tie("BR-ZA", data.Conflict, 4), tie("CA-US", data.Neutral, 1)}
	legend := func(in scene.Input) string { return strings.Join(texts(record(in).In(scene.LegendLayer)), "|") }
	at := func(west, south, east, north float64) scene.Input {
		in := input(600, 400, ties)
		in.View = proj.View{}.Fit(600, 400, orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}, 0)
		return in
	}
	for _, c := range []struct {
		name string
		in   scene.Input
		want string
	}{
		{"all of the world", input(1000, 700, ties), "Cooperation (1)|Conflict (1)|Neutral (1)|1 report|2 reports|4 reports"},
		{"an end of one tie", at(17, 42, 23, 46), "Cooperation (1)"},
		{"a tie that goes through, its ends outside", at(-15, -36, 0, -18), "Conflict (1)"},
		{"a part without ties", at(70, 5, 85, 15), ""},
	} {
		if got := legend(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheLegendOfAMovingMapCountsAgainAtRest(t *testing.T) {
	world, fonts := assets()
	b := scene.New(world, fonts)
	in := input(600, 400, []data.Tie{tie("JP-RS", data.Cooperation, 1), tie("BR-ZA", data.Conflict, 1)})
	legend := func() string {
		s := b.Build(in)
		defer b.Release(s)
		r := &draw.Recorder{Width: in.Width, Height: in.Height}
		s.Draw(r)
		return strings.Join(texts(r.In(scene.LegendLayer)), "|")
	}
	const all, some = "Cooperation (1)|Conflict (1)", "Cooperation (1)"
	if got := legend(); got != all {
		t.Fatalf("at first got %q, want %q", got, all)
	}
	in.Rough, in.View = true, in.View.ZoomAt(400, 80, 6)
	if got := legend(); got != all {
		t.Errorf("moving, got %q, want %q", got, all)
	}
	in.Rough = false
	if got := legend(); got != some {
		t.Errorf("at rest again, got %q, want %q", got, some)
	}
}
