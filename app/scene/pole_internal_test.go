package scene

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo"
	"entente/geo/proj"
)

// between is the way from one place to another as a tie has it.
func between(a, b orb.Point) []geo.Vec {
	from, to := geo.VecOf(a), geo.VecOf(b)
	return way(nil, from, to, from.Angle(to), 0)
}

func TestAWayNearAPoleIsAnArchOnASheet(t *testing.T) {
	for name, c := range map[string]struct{ a, b orb.Point }{
		"United States to India":      {orb.Point{-98, 39}, orb.Point{79, 22}},
		"United States to China":      {orb.Point{-98, 39}, orb.Point{104, 35}},
		"Canada to Russia":            {orb.Point{-101, 57}, orb.Point{99, 62}},
		"Mexico to Kazakhstan":        {orb.Point{-102, 23}, orb.Point{67, 48}},
		"Chile to Australia":          {orb.Point{-71, -35}, orb.Point{134, -25}},
		"New Zealand to South Africa": {orb.Point{172, -41}, orb.Point{24, -30}},
		"right over the pole":         {orb.Point{-90, 50}, orb.Point{90, 50}},
		"from very far north":         {orb.Point{-42, 74}, orb.Point{120, 40}},
	} {
		for _, projection := range []string{proj.EqualEarth, proj.NaturalEarth, proj.Mercator} {
			p := polesAt(projection)
			places, _ := p.unrolled(p.beside(between(c.a, c.b)))
			first, last := places[0], places[len(places)-1]
			if math.Hypot(first[0]-c.a[0], first[1]-c.a[1]) > 0.01 || math.Abs(math.Remainder(last[0]-c.b[0], 360)) > 0.01 || math.Abs(last[1]-c.b[1]) > 0.01 {
				t.Errorf("%s, %s: it leads from %v to %v", name, projection, first, last)
			}
			most := math.Max(p.from+p.room+1, math.Max(math.Abs(c.a[1]), math.Abs(c.b[1]))+1)
			level := 0.0
			for i := 1; i < len(places); i++ {
				if lat := math.Abs(places[i][1]); lat > most {
					t.Fatalf("%s, %s: it reaches latitude %.1f, want at most %.1f", name, projection, lat, most)
				}
				dx, dy := math.Abs(places[i][0]-places[i-1][0]), math.Abs(places[i][1]-places[i-1][1])
				if dy < dx/50 {
					level += dx
				}
			}
			if whole := math.Abs(last[0] - first[0]); level > whole/4 {
				t.Errorf("%s, %s: it runs level for %.0f of its %.0f degrees of longitude", name, projection, level, whole)
			}
		}
	}
}

func TestAWayFarFromThePolesAndAnyOnAGlobeStaysAsItIs(t *testing.T) {
	for name, c := range map[string]struct {
		projection string
		a, b       orb.Point
	}{
		"over the Atlantic":     {proj.EqualEarth, orb.Point{-98, 39}, orb.Point{2, 47}},
		"over the date line":    {proj.Mercator, orb.Point{138, 36}, orb.Point{-98, 39}},
		"over the pole, globe":  {proj.Orthographic, orb.Point{-98, 39}, orb.Point{79, 22}},
		"over the pole, around": {proj.Equidistant, orb.Point{-98, 39}, orb.Point{79, 22}},
	} {
		want := between(c.a, c.b)
		got := polesAt(c.projection).beside(between(c.a, c.b))
		if len(got) != len(want) {
			t.Errorf("%s: %d points, want the %d that it had", name, len(got), len(want))
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s: point %d moved", name, i)
			}
		}
	}
}

func TestAWaveRisesAsHighAsAsked(t *testing.T) {
	for _, c := range [][3]float64{{70, 40, 40}, {70, 62, 39}, {74, 10, 70}, {74, 74, 20}, {72, -20, 50}} {
		rise := riseTo(c[0], c[1], c[2])
		highest := math.Inf(-1)
		for i := range 1001 {
			at := float64(i) / 1000
			highest = math.Max(highest, c[1]+at*(c[2]-c[1])+rise*math.Sin(math.Pi*at))
		}
		if math.Abs(highest-c[0]) > 0.05 {
			t.Errorf("from %v to %v it rises to %.2f, want %v", c[1], c[2], highest, c[0])
		}
	}
}
