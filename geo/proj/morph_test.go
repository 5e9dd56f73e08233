package proj_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo/proj"
)

func TestMorphGoesFromOneViewToTheOther(t *testing.T) {
	europe := orb.Bound{Min: orb.Point{5, 35}, Max: orb.Point{40, 60}}
	for _, from := range proj.Names() {
		for _, to := range proj.Names() {
			a := proj.View{Projection: from, Lon: 10}.FitAll(600, 400, 5)
			b := proj.View{Projection: to, Lon: 30}.Fit(600, 400, europe, 5)
			if got := a.Morph(b, 0); got != a {
				t.Errorf("%s to %s: at 0 got %+v", from, to, got)
			}
			if got := a.Morph(b, 1); got != b {
				t.Errorf("%s to %s: at 1 got %+v", from, to, got)
			}
			last := a.Scale
			for share := 0.0; share <= 1; share += 0.125 {
				m := a.Morph(b, share)
				if (m.Scale-last)*(b.Scale-a.Scale) < -1e-9 {
					t.Errorf("%s to %s: the scale goes back at %g", from, to, share)
				}
				last = m.Scale
				if _, _, ok := m.Project(orb.Point{20, 45}); !ok {
					t.Errorf("%s to %s: the middle of Europe is out of sight at %g", from, to, share)
				}
			}
		}
	}
}

func TestASheetBendsEvenlyIntoAnother(t *testing.T) {
	a := proj.View{Projection: proj.EqualEarth}.FitAll(600, 400, 5)
	b := proj.View{Projection: proj.Mercator}.FitAll(600, 400, 5)
	place := orb.Point{100, 50}
	x0, y0, _ := a.Project(place)
	x1, y1, _ := b.Project(place)
	for share := 0.1; share < 1; share += 0.1 {
		x, y, ok := a.Morph(b, share).Project(place)
		if !ok || (x-x0)*(x-x1) > 0 || (y-y0)*(y-y1) > 0 {
			t.Errorf("at %.1f the place lies at %.1f, %.1f, not between %.1f, %.1f and %.1f, %.1f", share, x, y, x0, y0, x1, y1)
		}
	}
	if _, ok := a.Morph(b, 0.5).Invert(300, 200); ok {
		t.Error("a sheet that is being bent can be pointed at")
	}
}

func TestEveryProjectionFlowsIntoEveryOther(t *testing.T) {
	places := []orb.Point{{20, 45}, {139, 36}, {-74, 40}, {20, -30}, {-160, 60}}
	for _, from := range proj.Names() {
		for _, to := range proj.Names() {
			a := proj.View{Projection: from, Lon: 11}.FitAll(600, 400, 5)
			b := proj.View{Projection: to, Lon: 20}
			if to == proj.Orthographic || to == proj.Equidistant {
				b.Lat = 40
			}
			b = b.FitAll(600, 400, 5)
			for _, place := range places {
				if _, _, ok := a.Project(place); !ok {
					continue
				}
				if _, _, ok := b.Project(place); !ok {
					continue
				}
				const n = 200
				lastX, lastY, _ := a.Project(place)
				for i := 1; i <= n; i++ {
					x, y, ok := a.Morph(b, float64(i)/n).Project(place)
					if step := math.Hypot(x-lastX, y-lastY); !ok || step > 12 {
						t.Fatalf("%s to %s: %v leaps by %.1f pixels at %d of %d, in sight: %v", from, to, place, step, i, n, ok)
					}
					lastX, lastY = x, y
				}
			}
		}
	}
}

// The sea must reach as far as the land does while a sheet closes into a globe or a disc.
func TestTheOutlineHoldsAllPlacesOnTheWay(t *testing.T) {
	for _, from := range []string{proj.EqualEarth, proj.NaturalEarth} {
		for _, to := range []string{proj.Orthographic, proj.Equidistant} {
			a := proj.View{Projection: from, Lon: 11}.FitAll(600, 400, 5)
			b := proj.View{Projection: to, Lon: 20, Lat: 40}.FitAll(600, 400, 5)
			for share := 0.1; share < 1; share += 0.2 {
				m := a.Morph(b, share)
				m.Width, m.Height = 0, 0
				var outline measured
				m.Sphere(&outline)
				var places measured
				for lon := -180.0; lon < 180; lon += 7 {
					for lat := -80.0; lat <= 80; lat += 8 {
						x, y, _ := m.Project(orb.Point{lon, lat})
						places.LineTo(x, y)
					}
				}
				const slack = 12 // the way is not straight
				if places.minX < outline.minX-slack || places.maxX > outline.maxX+slack || places.minY < outline.minY-slack || places.maxY > outline.maxY+slack ||
					places.maxX < outline.maxX-60 || places.minX > outline.minX+60 {
					t.Errorf("%s to %s at %.1f: the places lie in %+v, the outline in %+v", from, to, share, places, outline)
				}
			}
		}
	}
}

// measured is a sink that keeps the box around what is drawn.
type measured struct {
	minX, minY, maxX, maxY float64
	begun                  bool
}

func (m *measured) MoveTo(x, y float64) { m.LineTo(x, y) }

func (m *measured) LineTo(x, y float64) {
	if !m.begun {
		m.minX, m.maxX, m.minY, m.maxY, m.begun = x, x, y, y, true
	}
	m.minX, m.maxX = min(m.minX, x), max(m.maxX, x)
	m.minY, m.maxY = min(m.minY, y), max(m.maxY, y)
}

func (m *measured) Close() {}

func TestAZoomHoldsOnePoint(t *testing.T) {
	a := proj.View{Projection: proj.EqualEarth}.FitAll(600, 400, 5)
	b := a.ZoomAt(350, 180, 6)
	before, _ := a.Invert(350, 180)
	for share := 0.1; share < 1; share += 0.2 {
		if got, ok := a.Morph(b, share).Invert(350, 180); !ok || !same(got, before, 1e-6) {
			t.Errorf("at %.1f under the pointer lies %v, want %v", share, got, before)
		}
	}
	nan := a
	nan.Scale = math.NaN()
	nan.Morph(b, 0.5)
	a.Morph(nan, math.NaN())
}
