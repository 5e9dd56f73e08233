package geo_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo"
)

func TestDistancesAndBearings(t *testing.T) {
	for _, test := range []struct {
		name              string
		a, b              orb.Point
		distance, bearing float64 // kilometres, degrees
	}{
		{"nowhere", orb.Point{20, 44}, orb.Point{20, 44}, 0, 0},
		{"a degree north", orb.Point{20, 44}, orb.Point{20, 45}, 111.195, 0},
		{"a quarter of the equator", orb.Point{0, 0}, orb.Point{90, 0}, 10007.557, 90},
		{"over the antimeridian eastwards", orb.Point{179, 0}, orb.Point{-179, 0}, 222.39, 90},
		{"over the pole", orb.Point{0, 80}, orb.Point{180, 80}, 2223.9, 0},
		{"to the other side", orb.Point{10, 20}, orb.Point{-170, -20}, 20015.115, 0},
		{"Belgrade to Tokyo", orb.Point{20.457, 44.818}, orb.Point{139.692, 35.69}, 9178, 46},
	} {
		if got := geo.Distance(test.a, test.b); math.Abs(got-test.distance) > 1+test.distance/1000 {
			t.Errorf("%s: got %.3f km, want %.3f", test.name, got, test.distance)
		}
		if got := geo.Bearing(test.a, test.b); test.name != "to the other side" && math.Abs(math.Remainder(got-test.bearing, 360)) > 1 {
			t.Errorf("%s: got bearing %.2f, want %.2f", test.name, got, test.bearing)
		}
	}
}

func TestGreatCircleTakesTheShortWayInEvenSteps(t *testing.T) {
	for _, test := range []struct {
		name string
		a, b orb.Point
	}{
		{"across Europe", orb.Point{-9, 38}, orb.Point{37, 55}},
		{"over the Pacific", orb.Point{139, 35}, orb.Point{-118, 34}},
		{"over the pole", orb.Point{-100, 70}, orb.Point{80, 70}},
		{"between opposite points", orb.Point{10, 20}, orb.Point{-170, -20}},
		{"a hair", orb.Point{10, 20}, orb.Point{10.0001, 20}},
	} {
		way := geo.GreatCircle(test.a, test.b, 2)
		if way[0] != test.a || way[len(way)-1] != test.b {
			t.Errorf("%s: got ends %v and %v, want %v and %v", test.name, way[0], way[len(way)-1], test.a, test.b)
		}
		sum := 0.0
		for i := 1; i < len(way); i++ {
			step := geo.Angle(way[i-1], way[i])
			sum += step
			if step > 2+1e-9 {
				t.Errorf("%s: got a step of %g degrees, want at most 2", test.name, step)
			}
		}
		if want := geo.Angle(test.a, test.b); math.Abs(sum-want) > 1e-4 {
			t.Errorf("%s: got a way of %g degrees, want %g", test.name, sum, want)
		}
	}
}

func TestNastyPlacesDoNoHarm(t *testing.T) {
	w := world(t)
	nan, inf := math.NaN(), math.Inf(1)
	nasty := []orb.Point{{}, {0, 90}, {0, -90}, {180, 0}, {-180, 0}, {540, 0}, {0, 100}, {nan, 0}, {0, nan}, {inf, -inf}, {1e300, 1e300}}
	for _, a := range nasty {
		for _, b := range nasty {
			for _, p := range geo.GreatCircle(a, b, 30)[1:] {
				_ = p
			}
			geo.GreatCircle(a, b, -1)
			geo.GreatCircle(a, b, nan)
			geo.Distance(a, b)
			geo.Bearing(a, b)
			geo.Midpoint(a, b)
		}
		w.At(a, geo.Overview, 5)
		w.At(a, geo.Level(99), nan)
	}
	if got := geo.CapOf(nil); got.Meets(got) {
		t.Error("a cap of nothing meets itself")
	}
	if geo.RingArea(nil) != 0 {
		t.Error("a ring of nothing has an area")
	}
}

func TestRingAreaKnowsItsSide(t *testing.T) {
	octant := []geo.Vec{{X: 1}, {Y: 1}, {Z: 1}} // counter-clockwise seen from above, so its inside is on the left
	if got, want := geo.RingArea(octant), -math.Pi/2; math.Abs(got-want) > 1e-9 {
		t.Errorf("got %g, want %g", got, want)
	}
	if got, want := geo.RingArea([]geo.Vec{{Z: 1}, {Y: 1}, {X: 1}}), math.Pi/2; math.Abs(got-want) > 1e-9 {
		t.Errorf("the other way: got %g, want %g", got, want)
	}
}

func ExampleGreatCircle() {
	fiji, tonga := orb.Point{178, -18}, orb.Point{-175, -21}
	for _, p := range geo.GreatCircle(fiji, tonga, 3) {
		fmt.Printf("%.1f %.1f\n", p[0], p[1])
	}
	fmt.Printf("%.0f km\n", geo.Distance(fiji, tonga))
	// Output:
	// 178.0 -18.0
	// -179.7 -19.0
	// -177.4 -20.0
	// -175.0 -21.0
	// 806 km
}
