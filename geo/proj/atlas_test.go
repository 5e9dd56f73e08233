package proj_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo"
	"entente/geo/proj"
)

// shape is a sink that keeps what is drawn, for asking what it would fill.
type shape struct {
	subs   [][][2]float64
	closed int
}

func (s *shape) MoveTo(x, y float64) { s.subs = append(s.subs, [][2]float64{{x, y}}) }

func (s *shape) LineTo(x, y float64) {
	last := len(s.subs) - 1
	s.subs[last] = append(s.subs[last], [2]float64{x, y})
}

func (s *shape) Close() { s.closed++ }

// fills says whether the non-zero rule fills the point.
func (s *shape) fills(x, y float64) bool {
	count := 0
	for _, ring := range s.subs {
		last := ring[len(ring)-1]
		for _, p := range ring {
			if (p[1] > y) != (last[1] > y) && x < last[0]+(y-last[1])/(p[1]-last[1])*(p[0]-last[0]) {
				if p[1] > last[1] {
					count++
				} else {
					count--
				}
			}
			last = p
		}
	}
	return count != 0
}

// centres are turns that put the cut, the horizon and the poles at nasty places.
var centres = []orb.Point{{0, 0}, {150, 0}, {-100, 40}, {20, -60}, {20.5, 44}, {0, 90}, {0, -90}, {180, 0}, {-30, 0}, {-170, 66}}

// What the Atlas fills at a pixel must be what lies at the place under it, for every projection and turn. This is the test
// that a country turned inside out, cut wrongly or closed over the wrong pole does not pass.
func TestWhatIsFilledIsWhatLiesThere(t *testing.T) {
	w := loadWorld(t)
	atlas := proj.NewAtlas(w)
	random := rand.New(rand.NewPCG(7, 8))
	for _, name := range proj.Names() {
		for _, centre := range centres {
			view := proj.View{Projection: name, Lon: centre[0], Lat: centre[1]}.FitAll(600, 400, 4)
			atlas.PrepareLevel(view, geo.Overview)
			countries := make([]shape, len(w.Countries))
			for i := range countries {
				atlas.Country(i, &countries[i])
			}
			asked, wrong := 0, []string{}
			for asked < 200 {
				x, y := random.Float64()*600, random.Float64()*400
				place, ok := view.Invert(x, y)
				if !ok {
					continue
				}
				asked++
				want, _ := w.At(place, geo.Overview, 0)
				if got := filledAt(w, countries, x, y); got != want {
					wrong = append(wrong, fmt.Sprintf("at %.1f %.1f is %q, want %q", place[0], place[1], got, want))
				}
			}
			// A shape's edge may lie on the other side of the pixel by a hair, most of all where the map is torn far apart.
			if len(wrong) > 2 {
				t.Errorf("%s turned to %v: %d of %d are wrong, such as %v", name, centre, len(wrong), asked, wrong)
			}
		}
	}
}

func filledAt(w *geo.World, countries []shape, x, y float64) string {
	for i := range countries {
		if countries[i].fills(x, y) {
			return w.Countries[i].Code
		}
	}
	return ""
}

func TestAKeptPictureIsTheSameAsANewOne(t *testing.T) {
	w := loadWorld(t)
	kept := proj.NewAtlas(w)
	for _, name := range proj.Names() {
		view := proj.View{Projection: name, Lon: 20, Lat: 10}.FitAll(600, 400, 4)
		for _, v := range []proj.View{view, view.Pan(300, 200, 340, 190), view.ZoomAt(310, 180, 8), view.Rotate(50, -20), view} {
			kept.PrepareLevel(v, geo.Overview)
			fresh := proj.NewAtlas(w)
			fresh.PrepareLevel(v, geo.Overview)
			var got, want shape
			drawAll(kept, len(w.Countries), &got)
			drawAll(fresh, len(w.Countries), &want)
			if !slices.EqualFunc(got.subs, want.subs, slices.Equal) || got.closed != want.closed {
				t.Errorf("%s %+v: a kept atlas draws %d sub-paths, a new one %d, or they differ", name, v, len(got.subs), len(want.subs))
			}
		}
	}
}

func TestEverythingDrawnIsInTheFrame(t *testing.T) {
	w := loadWorld(t)
	atlas := proj.NewAtlas(w)
	for _, name := range proj.Names() {
		view := proj.View{Projection: name}.Fit(500, 300, orb.Bound{Min: orb.Point{5, 35}, Max: orb.Point{40, 60}}, 0)
		atlas.Prepare(view, 1)
		var got shape
		drawAll(atlas, len(w.Countries), &got)
		atlas.Graticule(10, &got)
		if len(got.subs) < 50 {
			t.Errorf("%s: got %d sub-paths of Europe", name, len(got.subs))
		}
		for _, sub := range got.subs {
			for _, p := range sub {
				if p[0] < -proj.Margin-1e-6 || p[0] > 500+proj.Margin+1e-6 || p[1] < -proj.Margin-1e-6 || p[1] > 300+proj.Margin+1e-6 {
					t.Fatalf("%s: draws at %v", name, p)
				}
			}
		}
	}
}

// Shapes that the picture cannot show are left out before they are looked at; none that it can show may be.
func TestNothingVisibleIsLeftOut(t *testing.T) {
	w := loadWorld(t)
	for _, name := range proj.Names() {
		for _, bound := range []orb.Bound{
			{Min: orb.Point{5, 35}, Max: orb.Point{40, 60}},
			{Min: orb.Point{170, -25}, Max: orb.Point{190, 0}},
			{Min: orb.Point{-100, 60}, Max: orb.Point{-40, 84}},
		} {
			view := proj.View{Projection: name, Lon: (bound.Min[0] + bound.Max[0]) / 2}.Fit(500, 300, bound, 0)
			close, all := proj.NewAtlas(w), proj.NewAtlas(w)
			close.PrepareLevel(view, geo.Medium)
			whole := view
			whole.Width, whole.Height = 0, 0
			all.PrepareLevel(whole, geo.Medium)
			for i := range w.Countries {
				var got, want shape
				close.Country(i, &got)
				all.Country(i, &want)
				for x := 25.0; x < 500; x += 50 {
					for y := 25.0; y < 300; y += 50 {
						if got.fills(x, y) != want.fills(x, y) {
							t.Errorf("%s %v: %s at %g, %g: got %v, want %v", name, bound, w.Countries[i].Code, x, y, got.fills(x, y), want.fills(x, y))
						}
					}
				}
			}
		}
	}
}

func TestGoldenCounts(t *testing.T) {
	w := loadWorld(t)
	atlas := proj.NewAtlas(w)
	for _, test := range []struct {
		name                 string
		view                 proj.View
		moves, lines, closes int
	}{
		{"world", proj.View{}.FitAll(1600, 800, 10), 3606, 60988, 1663},
		{"globe", proj.View{Projection: proj.Orthographic, Lon: 20, Lat: 45}.FitAll(800, 800, 10), 2487, 44630, 1120},
		{"balkans", proj.View{}.Fit(900, 600, orb.Bound{Min: orb.Point{13, 38}, Max: orb.Point{30, 48}}, 20), 273, 15756, 113},
	} {
		atlas.Prepare(test.view, 1)
		got := new(counter)
		drawAll(atlas, len(w.Countries), got)
		if *got != (counter{test.moves, test.lines, test.closes}) {
			t.Errorf("%s: got %+v, want {%d %d %d}", test.name, *got, test.moves, test.lines, test.closes)
		}
	}
}

func TestAFrameAllocatesNothing(t *testing.T) {
	w := loadWorld(t)
	for _, name := range proj.Names() {
		atlas := proj.NewAtlas(w)
		sink := new(counter)
		view := proj.View{Projection: name, Lon: 20}.FitAll(900, 600, 4)
		i := 0
		frame := func(turn float64) func() {
			return func() {
				i++
				v := view.Rotate(turn*float64(i%8), 0)
				v.X += float64(i % 5)
				atlas.PrepareLevel(v, geo.Overview)
				drawAll(atlas, len(w.Countries), sink)
				atlas.Graticule(15, sink)
			}
		}
		for range 16 {
			frame(20)()
		}
		if got := testing.AllocsPerRun(8, frame(0)); got > 0 {
			t.Errorf("%s: a panned frame allocates %g times", name, got)
		}
		if got := testing.AllocsPerRun(8, frame(20)); got > 0 {
			t.Errorf("%s: a turned frame allocates %g times", name, got)
		}
	}
}

func TestOutlinesAndUnknownCountries(t *testing.T) {
	w := loadWorld(t)
	atlas := proj.NewAtlas(w)
	atlas.Prepare(proj.View{}.FitAll(900, 600, 4), 2)
	if atlas.Level() != geo.Overview || atlas.View().Width != 900 {
		t.Errorf("got level %d, view %+v", atlas.Level(), atlas.View())
	}
	var serbia, switzerland, sea shape
	atlas.Outline(w.Index("RS"), &serbia)
	if len(serbia.subs) < 8 {
		t.Errorf("Serbia's outline has %d lines, want one for each of its eight neighbours", len(serbia.subs))
	}
	if !atlas.Country(w.Index("CH"), &switzerland) || len(switzerland.subs) != 1 {
		t.Errorf("Switzerland has %d sub-paths", len(switzerland.subs))
	}
	for _, index := range []int{-1, len(w.Countries), 1 << 30} {
		atlas.Outline(index, &sea)
		if atlas.Country(index, &sea) {
			t.Errorf("country %d is drawn", index)
		}
	}
	atlas.Lines(99, &sea)
	atlas.Graticule(0, &sea)
	atlas.Graticule(math.NaN(), &sea)
	if len(sea.subs) > 0 {
		t.Errorf("what is not there draws %d sub-paths", len(sea.subs))
	}
}

func ExampleAtlas() {
	world, err := geo.Load(os.DirFS("../../assets"))
	if err != nil {
		fmt.Println(err)
		return
	}
	view := proj.View{Projection: proj.Orthographic}.FitPlaces(400, 400, []orb.Point{{20, 44}}, 10)
	atlas := proj.NewAtlas(world)
	atlas.Prepare(view, 1)
	var serbia, japan shape
	fmt.Println("Serbia is in the picture:", atlas.Country(world.Index("RS"), &serbia))
	fmt.Println("Japan is in the picture:", atlas.Country(world.Index("JP"), &japan))
	// Output:
	// Serbia is in the picture: true
	// Japan is in the picture: false
}
