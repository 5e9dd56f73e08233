package proj_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"

	"entente/geo"
	"entente/geo/proj"
)

func TestWhatCanBeInvertedComesBack(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for _, name := range proj.Names() {
		view := proj.View{Projection: name, Lon: 30, Lat: 20}.FitAll(600, 400, 20)
		for range 5000 {
			x, y := random.Float64()*600, random.Float64()*400
			place, ok := view.Invert(x, y)
			if !ok {
				continue
			}
			if gotX, gotY, _ := view.Project(place); math.Hypot(gotX-x, gotY-y) > 0.01 {
				t.Fatalf("%s: pixel %.3f, %.3f is %v, which is drawn at %.3f, %.3f", name, x, y, place, gotX, gotY)
			}
		}
	}
}

func TestLinesFollowTheGreatCircle(t *testing.T) {
	ways := [][2]orb.Point{
		{{20.5, 44.8}, {139.7, 35.7}}, {{139.7, 35.7}, {-118, 34}}, {{178, -18}, {-175, -21}}, {{-58, -34}, {151, -33}},
		{{-100, 70}, {80, 70}}, {{0, 0}, {179, 1}}, {{10, 50}, {10.01, 50.01}}, {{-180, 10}, {180, 60}},
	}
	for _, name := range proj.Names() {
		for _, centre := range centres {
			view := proj.View{Projection: name, Lon: centre[0], Lat: centre[1]}.FitAll(1600, 800, 10)
			p := proj.NewProjector(view)
			for _, way := range ways {
				var got shape
				p.Line(&got, way[:])
				a, b := geo.VecOf(way[0]), geo.VecOf(way[1])
				length := a.Angle(b)
				for _, sub := range got.subs {
					for i, q := range sub {
						place, ok := view.Invert(q[0], q[1])
						if !ok || isEdge(view, q) {
							continue // on the very edge the inverse may say no
						}
						v := geo.VecOf(place)
						if off := a.Angle(v) + v.Angle(b) - length; off > 1e-5 {
							t.Fatalf("%s turned to %v: point %d of the way %v lies off it, at %v", name, centre, i, way, place)
						}
					}
				}
			}
		}
	}
}

// isEdge says whether a pixel lies next to the outline of the map.
func isEdge(view proj.View, q [2]float64) bool {
	for _, d := range [][2]float64{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
		if _, ok := view.Invert(q[0]+d[0], q[1]+d[1]); !ok {
			return true
		}
	}
	return false
}

func TestLinesAreSmooth(t *testing.T) {
	view := proj.View{}.FitAll(1600, 800, 10)
	var coarse, fine shape
	way := []orb.Point{{20.5, 44.8}, {139.7, 35.7}}
	view.Line(&coarse, way)
	view.Line(&fine, geo.GreatCircle(way[0], way[1], 0.05))
	if len(coarse.subs) != 1 || len(coarse.subs[0]) > 80 {
		t.Errorf("got %d sub-paths, the first of %d points", len(coarse.subs), len(coarse.subs[0]))
	}
	for _, p := range fine.subs[0] {
		off := math.Inf(1)
		line := coarse.subs[0]
		for i := 1; i < len(line); i++ {
			off = min(off, segmentDistance(p, line[i-1], line[i]))
		}
		if off > 0.5 {
			t.Fatalf("the line lies %.2f pixels beside %v", off, p)
		}
	}
}

func segmentDistance(p, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = max(0, min(1, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/n))
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}

func TestLinesBreakWhereTheMapDoes(t *testing.T) {
	for _, test := range []struct {
		name string
		view proj.View
		line []orb.Point
		subs int
	}{
		{"over the Pacific", proj.View{}, []orb.Point{{139.7, 35.7}, {-118, 34}}, 2},
		{"over the Pacific in the middle", proj.View{Lon: 180}, []orb.Point{{139.7, 35.7}, {-118, 34}}, 1},
		{"there and back", proj.View{}, []orb.Point{{170, 0}, {-170, 0}, {170, 10}}, 3},
		{"over the pole", proj.View{}, []orb.Point{{-100, 70}, {80, 70}}, 1},
		{"from pole to pole along the cut", proj.View{}, []orb.Point{{180, 80}, {180, 0}, {180, -80}}, 1},
		{"behind the globe", proj.View{Projection: proj.Orthographic}, []orb.Point{{170, 0}, {-170, 0}}, 0},
		{"round the globe's edge", proj.View{Projection: proj.Orthographic}, []orb.Point{{60, 0}, {150, 0}}, 1},
		{"behind the globe and out again", proj.View{Projection: proj.Orthographic}, []orb.Point{{60, 0}, {150, 0}, {-150, 0}, {-60, 0}}, 2},
		{"nothing", proj.View{}, nil, 0},
		{"one place", proj.View{}, []orb.Point{{1, 1}}, 0},
	} {
		var got shape
		test.view.FitAll(800, 400, 10).Line(&got, test.line)
		if len(got.subs) != test.subs {
			t.Errorf("%s: got %d sub-paths, want %d", test.name, len(got.subs), test.subs)
		}
		for _, sub := range got.subs {
			for i := 1; i < len(sub); i++ {
				if math.Hypot(sub[i][0]-sub[i-1][0], sub[i][1]-sub[i-1][1]) > 200 {
					t.Errorf("%s: jumps from %v to %v", test.name, sub[i-1], sub[i])
				}
			}
		}
	}
}

func TestPolygonsFillTheirInsideWhicheverWayTheyRun(t *testing.T) {
	square := orb.Ring{{170, -10}, {190, -10}, {190, 10}, {170, 10}, {170, -10}}
	hole := orb.Ring{{175, -5}, {185, -5}, {185, 5}, {175, 5}, {175, -5}}
	back := orb.Ring{{170, -10}, {170, 10}, {190, 10}, {190, -10}, {170, -10}}
	for _, polygon := range []orb.Polygon{{square, hole}, {back, hole}, {square, orb.Ring{hole[0], hole[3], hole[2], hole[1], hole[0]}}} {
		for _, name := range proj.Names() {
			for _, lon := range []float64{0, 90, 180, -60} {
				view := proj.View{Projection: name, Lon: lon}.FitAll(600, 400, 4)
				var got shape
				view.Polygon(&got, polygon)
				for _, test := range []struct {
					place orb.Point
					want  bool
				}{{orb.Point{172, 0}, true}, {orb.Point{-172, 0}, true}, {orb.Point{178, 3}, false}, {orb.Point{-178, 3}, false}, {orb.Point{20, 44}, false}, {orb.Point{-165, 0}, false}} {
					x, y, visible := view.Project(test.place)
					if visible && got.fills(x, y) != test.want {
						t.Errorf("%s turned to %g: %v is filled: %v, want %v", name, lon, test.place, !test.want, test.want)
					}
				}
			}
		}
	}
}

func FuzzLine(f *testing.F) {
	f.Add(20.5, 44.8, 139.7, 35.7, 0.0, 0.0)
	f.Add(180.0, 0.0, -180.0, 0.0, 180.0, 90.0)
	f.Add(math.NaN(), 0.0, math.Inf(1), 0.0, 1e300, -1e300)
	f.Fuzz(func(t *testing.T, a, b, c, d, lon, lat float64) {
		for _, name := range proj.Names() {
			view := proj.View{Projection: name, Lon: lon, Lat: lat}.FitAll(600, 400, 4)
			var got shape
			view.Line(&got, []orb.Point{{a, b}, {c, d}})
			view.Polygon(&got, orb.Polygon{{{a, b}, {c, d}, {lon, lat}, {a, b}}})
			for _, sub := range got.subs {
				for _, p := range sub {
					if p[0] != p[0] || p[1] != p[1] {
						t.Fatalf("%s: draws at %v", name, p)
					}
				}
			}
		}
	})
}
