package geo_test

import (
	"io/fs"
	"os"
	"testing"

	"entente/geo"
)

// world loads the shapes that the program carries.
func world(t testing.TB) *geo.World {
	t.Helper()
	w, err := geo.Load(assets())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func assets() fs.FS { return os.DirFS("../assets") }

func TestStats(t *testing.T) {
	w := world(t)
	for l := range geo.Level(geo.Levels) {
		s, err := w.Shapes(l)
		if err != nil {
			t.Fatal(err)
		}
		n, m := 0, 0
		for _, a := range s.Areas {
			for _, r := range a.Rings {
				n += len(r)
				if len(r) < 3 {
					t.Error("short ring")
				}
			}
			if geo.RingArea(a.Rings[0]) <= 0 {
				t.Error("outer ring turned", w.Countries[max(0, a.Country)].Code, len(a.Rings[0]), geo.RingArea(a.Rings[0]))
			}
		}
		var kinds [4]int
		for _, l := range s.Lines {
			m += len(l.Points)
			kinds[l.Kind]++
		}
		t.Log(l, len(s.Areas), n, len(s.Lines), m, kinds, len(s.Lakes), len(w.Countries))
	}
}
