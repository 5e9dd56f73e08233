package proj_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo/proj"
)

// at is a view of scale 1 with its centre at the origin, so that pixels are units of the plane, y downwards.
func at(name string, lon, lat float64) proj.View {
	return proj.View{Projection: name, Lon: lon, Lat: lat, Scale: 1}
}

func TestKnownPoints(t *testing.T) {
	for _, test := range []struct {
		name  string
		view  proj.View
		place orb.Point
		x, y  float64 // y upwards
	}{
		// Equal Earth: the published polynomial, worked out by hand at 0, at the pole and at the edge.
		{"equal-earth centre", at(proj.EqualEarth, 0, 0), orb.Point{0, 0}, 0, 0},
		{"equal-earth edge", at(proj.EqualEarth, 0, 0), orb.Point{180, 0}, 2.70663, 0},
		{"equal-earth pole", at(proj.EqualEarth, 0, 0), orb.Point{0, 90}, 0, 1.31736},
		{"natural-earth edge", at(proj.NaturalEarth, 0, 0), orb.Point{180, 0}, math.Pi * 0.8707, 0},
		{"natural-earth pole", at(proj.NaturalEarth, 0, 0), orb.Point{0, 90}, 0, 1.42239},
		{"mercator at 45°", at(proj.Mercator, 0, 0), orb.Point{90, 45}, math.Pi / 2, 0.881374},
		{"mercator at the end of the square", at(proj.Mercator, 0, 0), orb.Point{0, 85.0511287}, 0, math.Pi},
		{"orthographic at 30° east", at(proj.Orthographic, 0, 0), orb.Point{30, 0}, 0.5, 0},
		{"orthographic turned to the pole", at(proj.Orthographic, 0, 90), orb.Point{90, 60}, 0.5, 0},
		{"equidistant a quarter away", at(proj.Equidistant, 0, 0), orb.Point{0, 90}, 0, math.Pi / 2},
		{"equidistant from Belgrade", at(proj.Equidistant, 20, 45), orb.Point{20, 0}, 0, -math.Pi / 4},
		{"turned by a quarter", at(proj.EqualEarth, 90, 0), orb.Point{90, 0}, 0, 0},
		{"just over the antimeridian of the turn", at(proj.EqualEarth, 90, 0), orb.Point{-89.999999, 0}, -2.70663, 0},
	} {
		x, y, ok := test.view.Project(test.place)
		if math.Abs(x-test.x) > 1e-4 || math.Abs(-y-test.y) > 1e-4 || !ok {
			t.Errorf("%s: got %.5f, %.5f, %v; want %.5f, %.5f", test.name, x, -y, ok, test.x, test.y)
		}
	}
}

func TestRoundTripsOfEveryProjection(t *testing.T) {
	for _, name := range proj.Names() {
		for _, centre := range []orb.Point{{0, 0}, {150, 0}, {-100, 40}, {20, -60}, {10, 90}} {
			view := at(name, centre[0], centre[1])
			view.Scale, view.X, view.Y = 300, 400, 200
			for lon := -175.0; lon < 180; lon += 12.5 {
				for lat := -85.0; lat < 86; lat += 8.5 {
					place := orb.Point{lon, lat}
					x, y, ok := view.Project(place)
					if !ok {
						continue
					}
					got, ok := view.Invert(x, y)
					if !ok || !same(got, place, 1e-6) {
						t.Fatalf("%s at %v: %v goes to %.6f, %.6f and back to %v, %v", name, centre, place, x, y, got, ok)
					}
				}
			}
		}
	}
}

// same compares places with longitudes modulo a turn and little weight on them near the poles.
func same(a, b orb.Point, off float64) bool {
	lon := math.Abs(math.Remainder(a[0]-b[0], 360)) * math.Cos(b[1]*math.Pi/180)
	return lon < off && math.Abs(a[1]-b[1]) < off
}

func TestInvertOutsideSaysSo(t *testing.T) {
	for _, name := range proj.Names() {
		view := proj.View{Projection: name}.FitAll(800, 400, 10)
		for _, p := range [][2]float64{{-5000, 200}, {400, -3000}, {2, 2}, {math.NaN(), 0}, {math.Inf(1), 0}} {
			if name == proj.Mercator && p[0] == 2 {
				continue
			}
			if place, ok := view.Invert(p[0], p[1]); ok {
				t.Errorf("%s: %v is outside, got %v", name, p, place)
			}
		}
		if place, ok := view.Invert(400, 200); !ok || !same(place, orb.Point{}, 1e-6) {
			t.Errorf("%s: the middle: got %v, %v", name, place, ok)
		}
	}
}

func TestTheFarSideIsNotVisible(t *testing.T) {
	for _, test := range []struct {
		name    string
		view    proj.View
		place   orb.Point
		visible bool
	}{
		{"behind the globe", at(proj.Orthographic, 20, 45), orb.Point{-160, -45}, false},
		{"just before its edge", at(proj.Orthographic, 0, 0), orb.Point{89.9, 0}, true},
		{"just behind its edge", at(proj.Orthographic, 0, 0), orb.Point{90.1, 0}, false},
		{"opposite on the azimuthal map", at(proj.Equidistant, 0, 0), orb.Point{180, 0}, false},
		{"nearly opposite", at(proj.Equidistant, 0, 0), orb.Point{179, 0}, true},
		{"the pole on Mercator's map", at(proj.Mercator, 0, 0), orb.Point{0, 90}, false},
		{"the pole on Equal Earth's", at(proj.EqualEarth, 0, 0), orb.Point{0, 90}, true},
		{"nowhere", at(proj.EqualEarth, 0, 0), orb.Point{math.NaN(), 0}, false},
		{"nowhere on the globe", at(proj.Orthographic, 0, 0), orb.Point{0, math.NaN()}, false},
	} {
		if _, _, got := test.view.Project(test.place); got != test.visible {
			t.Errorf("%s: got visible %v, want %v", test.name, got, test.visible)
		}
	}
}

func TestProjectionsByName(t *testing.T) {
	if names := proj.Names(); len(names) != 5 || names[0] != proj.EqualEarth {
		t.Errorf("got names %v", names)
	}
	for _, name := range proj.Names() {
		if p, ok := proj.Lookup(name); !ok || p.Name() != name {
			t.Errorf("%s is not found under its name", name)
		}
	}
	if _, ok := proj.Lookup("peters"); ok {
		t.Error("an unknown projection is found")
	}
	x, _, _ := at("peters", 0, 0).Project(orb.Point{180, 0})
	if math.Abs(x-2.70663) > 1e-4 {
		t.Errorf("an unknown projection is not the default: got %g", x)
	}
}

func TestNastyViewsAndPlacesDoNoHarm(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	numbers := []float64{0, -1, 1e300, nan, inf, -inf}
	places := []orb.Point{{}, {0, 90}, {180, -90}, {180, 0}, {-180, 0}, {720, 45}, {nan, nan}, {inf, 0}, {0, 100}, {1e300, -1e300}}
	atlas := proj.NewAtlas(loadWorld(t))
	for _, name := range append(proj.Names(), "", "peters") {
		for _, n := range numbers {
			for _, v := range []proj.View{
				{Projection: name, Lon: n, Lat: n},
				{Projection: name, Scale: n, X: 1, Y: 1, Width: 100, Height: 100},
				{Projection: name, Scale: 100, X: n, Y: n, Width: 100, Height: 100},
				{Projection: name, Scale: 100, Width: n, Height: n},
			} {
				survive(v, n, places)
				atlas.PrepareLevel(v, 0)
				drawAll(atlas, 5, new(counter))
			}
		}
	}
}

// survive calls everything that a view can do.
func survive(v proj.View, n float64, places []orb.Point) {
	sink := new(counter)
	for _, p := range places {
		v.Project(p)
	}
	v.Invert(n, 3)
	v.Line(sink, places)
	v.Line(sink, nil)
	v.Line(sink, places[:1])
	v.Polygon(sink, orb.Polygon{places, places[:2], places[:1], nil})
	v.Polygon(sink, nil)
	v.Sphere(sink)
	v.Fit(n, 100, orb.Bound{Min: places[0], Max: places[1]}, n)
	v.FitPlaces(100, 100, places, 0)
	v.FitAll(100, n, 0)
	v.Pan(n, 0, 3, 4)
	v.ZoomAt(1, n, 2)
	v.ZoomAt(1, 1, n)
	v.Rotate(n, n)
}

func ExampleView() {
	view := proj.View{Projection: proj.EqualEarth}.FitAll(800, 400, 10)
	x, y, _ := view.Project(orb.Point{20.46, 44.82})
	fmt.Printf("Belgrade is drawn at %.0f, %.0f\n", x, y)
	place, ok := view.Invert(x, y)
	fmt.Printf("There lies %.2f E, %.2f N: %v\n", place[0], place[1], ok)
	_, ok = view.Invert(3, 3)
	fmt.Println("In the corner of the picture:", ok)
	// Output:
	// Belgrade is drawn at 438, 76
	// There lies 20.46 E, 44.82 N: true
	// In the corner of the picture: false
}
