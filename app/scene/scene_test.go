package scene_test

import (
	"fmt"
	"image"
	"math"
	"math/rand"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente/app/scene"
	"entente/data"
	"entente/geo"
	"entente/geo/draw"
	"entente/geo/draw/raster"
	"entente/geo/proj"
)

// assets are read once for all tests: neither a World nor Fonts changes.
var assets = sync.OnceValues(func() (*geo.World, *draw.Fonts) {
	fsys := os.DirFS("../../assets")
	world, err := geo.Load(fsys)
	if err != nil {
		panic(err)
	}
	fonts, err := draw.LoadFonts(fsys)
	if err != nil {
		panic(err)
	}
	return world, fonts
})

func tie(pair string, stance data.Stance, reports int) data.Tie {
	a, b, _ := strings.Cut(pair, "-")
	return data.Tie{Pair: data.PairOf(data.Party(a), data.Party(b)), Stance: stance, Reports: reports, Passages: reports, Articles: reports}
}

// sample has ties over the Pacific and the pole, between neighbours, of every stance, planned and directed.
func sample() []data.Tie {
	ties := []data.Tie{
		tie("JP-RS", data.Cooperation, 4), tie("RS-US", data.Mixed, 3), tie("RS-RU", data.Cooperation, 3), tie("JP-RO", data.Cooperation, 2),
		tie("RS-XK", data.Conflict, 5), tie("CN-RS", data.Cooperation, 6), tie("DE-RS", data.Cooperation, 2), tie("BA-RS", data.Neutral, 1),
		tie("EU-RS", data.Cooperation, 9), tie("RU-US", data.Conflict, 12), tie("JP-US", data.Cooperation, 7), tie("FJ-NZ", data.Neutral, 1),
	}
	ties[6].Planned = true
	ties[5].Acts[0] = true // China upon Serbia
	return ties
}

// balkans has ties between close neighbours, so many that they get an inset.
func balkans() []data.Tie {
	ties := []data.Tie{tie("HR-RS", data.Mixed, 2), tie("HU-RS", data.Cooperation, 3), tie("BG-RS", data.Cooperation, 1), tie("MK-RS", data.Cooperation, 1),
		tie("ME-RS", data.Conflict, 1), tie("AL-XK", data.Cooperation, 2), tie("GR-RS", data.Cooperation, 1), tie("RO-RS", data.Cooperation, 2),
		tie("AL-RS", data.Neutral, 1), tie("BA-HR", data.Cooperation, 1)}
	ties[1].Acts[0], ties[5].Acts = true, [2]bool{true, true}
	return ties
}

// crowd makes n ties between countries drawn by lot.
func crowd(n int) []data.Tie {
	world, _ := assets()
	r := rand.New(rand.NewSource(1))
	seen := map[data.Pair]bool{}
	var ties []data.Tie
	for len(ties) < n {
		a, b := world.Countries[r.Intn(len(world.Countries))].Code, world.Countries[r.Intn(len(world.Countries))].Code
		t := tie(a+"-"+b, data.Stances[r.Intn(4)], 1+int(r.ExpFloat64()*3))
		t.Planned = r.Intn(12) == 0
		if a != b && !seen[t.Pair] {
			seen[t.Pair] = true
			ties = append(ties, t)
		}
	}
	return ties
}

func input(width, height float64, ties []data.Tie) scene.Input {
	return scene.Input{Ties: ties, Width: width, Height: height, Scale: 1, Theme: scene.Light(), Labels: true, Legend: true,
		View: scene.Fit(proj.View{}, width, height)}
}

func build(in scene.Input) *scene.Scene {
	world, fonts := assets()
	return scene.New(world, fonts).Build(in)
}

func record(in scene.Input) *draw.Recorder {
	r := &draw.Recorder{Width: in.Width, Height: in.Height}
	build(in).Draw(r)
	return r
}

func Example() {
	world, fonts := assets()
	builder := scene.New(world, fonts)
	s := builder.Build(scene.Input{
		Ties:  []data.Tie{{Pair: data.PairOf("RS", "JP"), Stance: data.Cooperation, Reports: 2}},
		Width: 800, Height: 400,
	})
	img := image.NewRGBA(image.Rect(0, 0, 800, 400))
	raster.NewRenderer(fonts).Draw(img, 1, s.Draw)
	x, y, _ := s.Middle(data.PairOf("JP", "RS"))
	fmt.Println(s.At(x, y)[0].Pair)
	// Output: JP-RS
}

func TestLayersComeInOrder(t *testing.T) {
	want := []string{scene.WaterLayer, scene.LandLayer, scene.GridLayer, scene.BorderLayer, scene.TieLayer, scene.QuietLayer, scene.DotLayer,
		scene.WordLayer, scene.NameLayer, scene.LegendLayer}
	var got []string
	in := input(1000, 600, sample())
	in.Graticule, in.NoInset = true, true
	in.TieName = func(t *data.Tie) string { return string(t.Stance) }
	for _, op := range record(in).Ops {
		if len(got) == 0 || got[len(got)-1] != op.Layer {
			got = append(got, op.Layer)
		}
	}
	if strings.Join(got, ",") != strings.Join(want, ",") {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTiesAreDrawnByWeightAndWhatIsChosenOnTop(t *testing.T) {
	light := scene.Light()
	last := func(in scene.Input) draw.Stroke {
		ops := record(in).In(scene.TieLayer)
		for i := len(ops) - 1; i >= 0; i-- {
			if ops[i].Kind == draw.StrokeOp {
				return ops[i].Stroke
			}
		}
		return draw.Stroke{}
	}
	in := input(1000, 600, sample())
	if got, want := last(in), light.Line(data.Conflict, 12, false); got.Width != want.Width || got.Color != want.Color {
		t.Errorf("the last of all is %v wide, %v; want RU-US: %v, %v", got.Width, got.Color, want.Width, want.Color)
	}
	in.Selected.Pair = data.PairOf("BA", "RS")
	if got, want := last(in), light.Line(data.Neutral, 1, false); got.Width != want.Width || got.Color != want.Color {
		t.Errorf("with BA-RS selected, the last is %v wide, %v", got.Width, got.Color)
	}
	in.Hovered.Pair = data.PairOf("JP", "US")
	if got, want := last(in), light.Line(data.Cooperation, 7, false); got.Width != want.Width || got.Color != want.Color {
		t.Errorf("with JP-US under the pointer, the last is %v wide, %v", got.Width, got.Color)
	}
}

func TestSelectionFadesTheRest(t *testing.T) {
	in := input(1000, 600, sample())
	in.Selected.Country = "JP"
	full, faded := 0, 0
	for _, op := range record(in).In(scene.TieLayer) {
		if op.Kind != draw.StrokeOp || op.Stroke.Color == in.Theme.Casing {
			continue
		}
		if op.Stroke.Color.A == 255 {
			full++
		} else {
			faded++
		}
	}
	if full != 3 || faded != len(in.Ties)-3 {
		t.Errorf("got %d ties in full colour and %d faded, want the 3 of Japan and %d", full, faded, len(in.Ties)-3)
	}
}

func TestLineOfATie(t *testing.T) {
	theme := scene.Light()
	width := 0.0
	for reports := range 60 {
		l := theme.Line(data.Cooperation, reports, false)
		if l.Width < width || l.Width < 1.5 || l.Width > 8 {
			t.Errorf("%d reports are %g wide, %d are %g", reports, l.Width, reports-1, width)
		}
		width = l.Width
	}
	if got := theme.Line(data.Cooperation, 4, false).Width; got != 3 {
		t.Errorf("4 reports are %g wide, want twice 1.5", got)
	}
	dashes := map[string]data.Stance{}
	for _, stance := range data.Stances {
		l := theme.Line(stance, 3, false)
		key := fmt.Sprint(l.Color)
		if other, ok := dashes[key]; ok {
			t.Errorf("%s and %s have one colour", stance, other)
		}
		dashes[key] = stance
		if planned := theme.Line(stance, 3, true); !planned.Round || planned.Dash[0] != 0 || planned.Color != l.Color {
			t.Errorf("planned %s is %+v, want dots in its colour", stance, planned)
		}
	}
	if solid := theme.Line(data.Cooperation, 1, false).Dash; solid != nil {
		t.Errorf("cooperation is dashed: %v", solid)
	}
	if len(theme.Line(data.Conflict, 1, false).Dash) != 2 || len(theme.Line(data.Mixed, 1, false).Dash) != 4 {
		t.Error("conflict is not dashed, or mixed not long and short")
	}
}

func TestNamesNeitherOverlapNorLeaveTheMap(t *testing.T) {
	_, fonts := assets()
	for _, size := range [][2]float64{{900, 600}, {1920, 1080}, {320, 200}} {
		for _, ties := range [][]data.Tie{sample(), crowd(300)} {
			in := input(size[0], size[1], ties)
			in.Name = func(p data.Party) string { return "Land of " + string(p) }
			ops := record(in).Ops
			var placed [][]draw.Rect
			for _, op := range ops {
				if op.Kind != draw.TextOp || op.Layer == scene.LegendLayer || strings.HasPrefix(op.Layer, scene.InsetLayer) {
					continue
				}
				boxes := lettersOf(fonts, &op.Text)
				for _, box := range boxes {
					if box.MinX < 0 || box.MinY < 0 || box.MaxX > size[0] || box.MaxY > size[1] {
						t.Errorf("%v: %q leaves the map", size, op.Text.Text)
					}
					for _, other := range placed {
						if slices.ContainsFunc(other, box.Overlaps) {
							t.Errorf("%v: %q lies over another name", size, op.Text.Text)
						}
					}
				}
				placed = append(placed, boxes)
			}
			if len(placed) < 5 {
				t.Errorf("%v: only %d names", size, len(placed))
			}
		}
	}
}

// lettersOf gives boxes around the shapes of a text's letters.
func lettersOf(fonts *draw.Fonts, text *draw.Text) (boxes []draw.Rect) {
	for _, l := range fonts.Letters(nil, text) {
		var shape draw.Path
		fonts.Outlines(&shape, draw.Text{Text: string(l.Rune), X: l.Left, Y: l.Base, Size: text.Size, Weight: text.Weight, Rotate: l.Turn}, 0.5)
		if box, ok := shape.Bounds(); ok {
			boxes = append(boxes, box)
		}
	}
	return boxes
}

func TestArcsTakeTheShortWay(t *testing.T) {
	in := input(1200, 600, []data.Tie{tie("JP-US", data.Cooperation, 1)})
	in.View.Lon = 180
	for _, op := range record(in).In(scene.TieLayer) {
		if op.Path.Lines() != 1 {
			t.Errorf("with the Pacific in the middle, the arc has %d parts", op.Path.Lines())
		}
	}
	in.View.Lon = 0
	sum := 0.0
	for _, op := range record(in).In(scene.TieLayer) {
		if op.Path.Lines() != 2 {
			t.Errorf("cut at the antimeridian, the arc has %d parts", op.Path.Lines())
		}
		for i := range op.Path.Lines() {
			minX, _, maxX, _ := op.Path.LineBounds(i)
			sum += float64(maxX - minX)
		}
	}
	if sum > 1200 {
		t.Errorf("its parts are %g wide together: it goes the long way", sum)
	}
}

func TestNastyInputsAreDrawn(t *testing.T) {
	skipInShort(t)
	nan, inf := math.NaN(), math.Inf(1)
	ties := append(append(sample(), balkans()...), data.Tie{}, tie("RS-RS", "", -5), tie("JP-RS", data.Conflict, 1), tie("QQ-WW", "nonsense", 1<<40))
	for i, change := range []func(in *scene.Input){
		func(in *scene.Input) {},
		func(in *scene.Input) { *in = scene.Input{} },
		func(in *scene.Input) { in.Width, in.Height = nan, inf },
		func(in *scene.Input) { in.Width, in.Height = -1, 0 },
		func(in *scene.Input) { in.Width, in.Height = 1e12, 3 },
		func(in *scene.Input) { in.Scale = nan },
		func(in *scene.Input) { in.Scale = -4 },
		func(in *scene.Input) { in.View = proj.View{Projection: "flat", Scale: 100} },
		func(in *scene.Input) { in.View.X, in.View.Y = nan, inf },
		func(in *scene.Input) { in.View.Lon, in.View.Lat = 1e9, -1e9 },
		func(in *scene.Input) { in.View.Scale = 1e9 },
		func(in *scene.Input) { in.View.Scale = 1e-9 },
		func(in *scene.Input) { in.Selected.Pair = data.Pair{"QQ", "QQ"} },
		func(in *scene.Input) { in.Hovered.Country = "nowhere" },
		func(in *scene.Input) { in.Name = func(data.Party) string { return "" } },
		func(in *scene.Input) { in.Name = func(data.Party) string { return strings.Repeat("long \n\xff", 400) } },
	} {
		for _, size := range [][2]float64{{400, 300}, {1200, 800}} { // the larger has an inset
			in := input(size[0], size[1], ties)
			in.TieName = func(t *data.Tie) string { return strings.Repeat("words \n\xff", t.Reports&15) }
			change(&in)
			s := build(in)
			s.Draw(raster.New(image.NewRGBA(image.Rect(0, 0, 40, 30)), 0.1, nil))
			s.At(20, 20)
			s.Middle(data.PairOf("JP", "RS"))
			s.Through(900, 700)
			if got := len(s.At(-1, -1)); got != 0 {
				t.Errorf("case %d: something lies outside the picture", i)
			}
		}
	}
}

func TestABuilderUsedAgainGivesTheSame(t *testing.T) {
	world, fonts := assets()
	b := scene.New(world, fonts)
	ties, few := crowd(200), sample()
	views := []scene.Input{input(800, 500, ties), input(500, 400, few), input(800, 500, ties)}
	views[1].View = proj.View{Projection: proj.Orthographic, Lon: 120, Lat: 20}.FitAll(500, 400, 5)
	views[2].Selected.Country = "JP"
	for i, in := range append(views, views...) {
		s := b.Build(in)
		got := &draw.Recorder{Width: in.Width, Height: in.Height}
		s.Draw(got)
		b.Release(s)
		want := record(in)
		if len(got.Ops) != len(want.Ops) {
			t.Fatalf("picture %d has %d calls, a fresh builder's %d", i, len(got.Ops), len(want.Ops))
		}
		for k := range want.Ops {
			a, b := got.Ops[k], want.Ops[k]
			if a.Kind != b.Kind || a.Text != b.Text || a.Fill != b.Fill || a.Path != nil && a.Path.Points() != b.Path.Points() {
				t.Fatalf("picture %d: call %d is %+v, a fresh builder's %+v", i, k, a, b)
			}
		}
	}
}
