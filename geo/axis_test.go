package geo_test

import (
	"math"
	"testing"

	"entente/geo"
)

func TestAxesRunAlongCountries(t *testing.T) {
	w := world(t)
	for _, c := range []struct {
		code                      string
		bearing                   float64 // of the axis, from 0 to 180
		within, longest, shortest float64 // degrees, and lengths of the axis in degrees
	}{
		{"CL", 5, 8, 38, 28}, {"NO", 30, 15, 17, 10}, {"RU", 50, 15, 75, 50}, {"VN", 160, 25, 15, 8}, {"PT", 5, 15, 5, 3}, {"IT", 140, 15, 12, 7},
		{"SE", 15, 15, 14, 9}, {"AR", 20, 12, 33, 25},
	} {
		a := w.Axis(w.Index(c.code))
		long := (a.From.Angle(a.Middle) + a.Middle.Angle(a.To)) * 180 / math.Pi
		bearing := math.Mod(geo.Bearing(a.From.Point(), a.Middle.Point()), 180)
		if math.Abs(math.Remainder(bearing-c.bearing, 180)) > c.within || long > c.longest || long < c.shortest {
			t.Errorf("%s: the axis is %.1f° long and begins towards %.0f°, want %v", c.code, long, bearing, c)
		}
		if width := a.Width * 180 / math.Pi; !(width > 0.3 && width < long) {
			t.Errorf("%s: %.1f° wide, %.1f° long", c.code, width, long)
		}
		if code, _ := w.At(a.Middle.Point(), geo.Overview, 0); code != c.code {
			t.Errorf("%s: the middle of the axis lies in %q", c.code, code)
		}
	}
	if got := w.Axis(-1); got.Width != 0 {
		t.Errorf("no country has the axis %v", got)
	}
}
