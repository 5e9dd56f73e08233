package proj_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo/proj"
)

func TestFitAllTouchesTheEdges(t *testing.T) {
	for _, name := range proj.Names() {
		for _, size := range [][2]float64{{800, 400}, {300, 900}} {
			view := proj.View{Projection: name, Lon: 30, Lat: 10}.FitAll(size[0], size[1], 10)
			box := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
			view.Sphere(measure(&box))
			left, top, right, bottom := box[0], box[1], size[0]-box[2], size[1]-box[3]
			if math.Min(left, top) < 9.9 || math.Min(left, top) > 10.1 || math.Abs(left-right) > 0.1 || math.Abs(top-bottom) > 0.1 {
				t.Errorf("%s in %v: got margins %.2f %.2f %.2f %.2f, want 10 at two sides and the map in the middle", name, size, left, top, right, bottom)
			}
		}
	}
}

// measure is a sink that widens a box of left, top, right, bottom.
func measure(box *[4]float64) proj.Sink { return measurer{box} }

type measurer struct{ box *[4]float64 }

func (m measurer) MoveTo(x, y float64) { m.LineTo(x, y) }

func (m measurer) LineTo(x, y float64) {
	m.box[0], m.box[1] = min(m.box[0], x), min(m.box[1], y)
	m.box[2], m.box[3] = max(m.box[2], x), max(m.box[3], y)
}

func (m measurer) Close() {}

func TestFitShowsTheBox(t *testing.T) {
	balkans := orb.Bound{Min: orb.Point{13, 38}, Max: orb.Point{30, 48}}
	for _, name := range proj.Names() {
		view := proj.View{Projection: name}.Fit(900, 600, balkans, 20)
		for _, corner := range []orb.Point{{13, 38}, {13, 48}, {30, 38}, {30, 48}} {
			x, y, ok := view.Project(corner)
			if !ok || x < 19 || x > 881 || y < 19 || y > 581 {
				t.Errorf("%s: the corner %v lies at %.0f, %.0f, %v", name, corner, x, y, ok)
			}
		}
		if view.Scale < 1000 {
			t.Errorf("%s: got scale %.0f, want a close-up", name, view.Scale)
		}
	}
}

func TestFitPlaces(t *testing.T) {
	globe := proj.View{Projection: proj.Orthographic}.FitPlaces(400, 400, []orb.Point{{178, -18}, {-175, -21}}, 20)
	if math.Abs(math.Remainder(globe.Lon-181.5, 360)) > 1 || math.Abs(globe.Lat+19.5) > 1 {
		t.Errorf("a globe fitted to Fiji and Tonga is turned to %.1f, %.1f", globe.Lon, globe.Lat)
	}
	if got, want := (proj.View{}).FitPlaces(400, 300, nil, 5), (proj.View{}).FitAll(400, 300, 5); got != want {
		t.Errorf("fitted to nothing: got %+v, want %+v", got, want)
	}
	one := proj.View{}.FitPlaces(400, 300, []orb.Point{{20, 44}}, 5)
	if x, y, _ := one.Project(orb.Point{20, 44}); math.Abs(x-200) > 0.01 || math.Abs(y-150) > 0.01 || one.Scale > proj.MaxFit {
		t.Errorf("fitted to one place: it lies at %.1f, %.1f at scale %.0f", x, y, one.Scale)
	}
}

func TestAroundMovesTheCutOutOfTheWay(t *testing.T) {
	for _, test := range []struct {
		name      string
		lon, want float64
		places    []orb.Point
	}{
		{"Europe is whole already", 0, 0, []orb.Point{{-9, 38}, {37, 55}}},
		{"and stays where it is", 30, 30, []orb.Point{{-9, 38}, {37, 55}}},
		{"Japan and the United States", 0, -170, []orb.Point{{140, 36}, {-120, 34}}},
		{"Fiji and Tonga", 0, -178.5, []orb.Point{{178, -18}, {-175, -21}}},
		{"one place on the cut", 0, 0, []orb.Point{{180, 0}}},
		{"all round the earth, as far as can be", 0, 0, []orb.Point{{-120, 0}, {0, 0}, {120, 0}}},
		{"nothing", 12, 12, nil},
		{"nowhere", 12, 12, []orb.Point{{math.NaN(), 0}}},
	} {
		if got := (proj.View{Lon: test.lon}).Around(test.places).Lon; math.Abs(math.Remainder(got-test.want, 360)) > 1e-9 {
			t.Errorf("%s: got %g, want %g", test.name, got, test.want)
		}
	}
}

func TestZoomKeepsThePlaceUnderThePointer(t *testing.T) {
	for _, name := range proj.Names() {
		view := proj.View{Projection: name, Lon: 10, Lat: 20}.FitAll(900, 600, 10)
		for _, pointer := range [][2]float64{{450, 300}, {380, 250}, {520, 400}} {
			before, ok := view.Invert(pointer[0], pointer[1])
			if !ok {
				t.Fatalf("%s: nothing under %v", name, pointer)
			}
			zoomed := view
			for range 12 {
				zoomed = zoomed.ZoomAt(pointer[0], pointer[1], 1.25)
			}
			if after, ok := zoomed.Invert(pointer[0], pointer[1]); !ok || !same(after, before, 0.01) {
				t.Errorf("%s: under %v lay %v, now %v", name, pointer, before, after)
			}
			if math.Abs(zoomed.Scale/view.Scale-math.Pow(1.25, 12)) > 1e-6 {
				t.Errorf("%s: got scale %g of %g", name, zoomed.Scale, view.Scale)
			}
		}
	}
}

func TestZoomStaysWithinItsLimits(t *testing.T) {
	view := proj.View{}.FitAll(900, 600, 10)
	if got := view.ZoomAt(10, 10, 1e9).Scale; got != proj.MaxScale {
		t.Errorf("got scale %g, want %d", got, proj.MaxScale)
	}
	if got := view.ZoomAt(10, 10, 1e-9).Scale; got != proj.MinScale {
		t.Errorf("got scale %g, want %d", got, proj.MinScale)
	}
	for _, factor := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if got := view.ZoomAt(10, 10, factor); got != view {
			t.Errorf("a zoom by %g changed the view", factor)
		}
	}
}

func TestPanKeepsThePlaceUnderThePointer(t *testing.T) {
	for _, name := range proj.Names() {
		view := proj.View{Projection: name, Lon: 10, Lat: 20}.FitAll(900, 600, 10)
		view = view.ZoomAt(450, 300, 2)
		for _, drag := range [][4]float64{{450, 300, 500, 330}, {400, 350, 380, 300}, {500, 250, 460, 255}} {
			before, ok := view.Invert(drag[0], drag[1])
			if !ok {
				t.Fatalf("%s: nothing under %v", name, drag)
			}
			moved := view.Pan(drag[0], drag[1], drag[2], drag[3])
			if after, ok := moved.Invert(drag[2], drag[3]); !ok || !same(after, before, 0.01) {
				t.Errorf("%s: drag %v took %v to %v", name, drag, before, after)
			}
		}
	}
}

func TestPanNeverLosesTheMap(t *testing.T) {
	for _, name := range proj.Names() {
		view := proj.View{Projection: name}.FitAll(900, 600, 10)
		for _, drag := range [][2]float64{{5000, 0}, {-5000, 0}, {0, 5000}, {0, -5000}} {
			moved := view.Pan(450, 300, 450+drag[0], 300+drag[1])
			box := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
			moved.Width, moved.Height = 0, 0
			moved.Sphere(measure(&box))
			if box[0] > 451 || box[2] < 449 || box[1] > 301 || box[3] < 299 {
				t.Errorf("%s dragged by %v: the map lies at %.0f", name, drag, box)
			}
		}
	}
}

func TestAGlobeIsDraggedPastItsEdgeAndPole(t *testing.T) {
	view := proj.View{Projection: proj.Orthographic}.FitAll(600, 600, 10)
	for _, drag := range [][4]float64{{300, 300, 900, 300}, {5, 5, 60, 90}, {300, 100, 300, 590}, {300, 20, 310, 20}} {
		moved := view
		for range 20 {
			moved = moved.Pan(drag[0], drag[1], drag[2], drag[3])
			if math.Abs(moved.Lat) > 90 || math.Abs(moved.Lon) > 180 || moved.Lon != moved.Lon {
				t.Fatalf("drag %v turns the globe to %g, %g", drag, moved.Lon, moved.Lat)
			}
		}
		if moved == view {
			t.Errorf("drag %v does nothing", drag)
		}
	}
}
