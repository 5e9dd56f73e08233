package clip_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"entente/geo"
	"entente/geo/clip"
)

// recorder is a sink that writes down what it is told.
type recorder struct {
	text  string
	rings [][][2]float64
}

func (r *recorder) MoveTo(x, y float64) {
	r.text += fmt.Sprintf("M%.4g,%.4g ", x, y)
	r.rings = append(r.rings, [][2]float64{{x, y}})
}

func (r *recorder) LineTo(x, y float64) {
	r.text += fmt.Sprintf("L%.4g,%.4g ", x, y)
	r.rings[len(r.rings)-1] = append(r.rings[len(r.rings)-1], [2]float64{x, y})
}

func (r *recorder) Close() { r.text += "Z " }

var frame = clip.Rect{MinX: 0, MinY: 0, MaxX: 10, MaxY: 10}

func TestRectLine(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		name string
		line [][2]float64
		want string
	}{
		{"nothing", nil, ""},
		{"one point", [][2]float64{{5, 5}}, ""},
		{"inside", [][2]float64{{1, 1}, {9, 9}, {9, 1}}, "M1,1 L9,9 L9,1 "},
		{"outside on one side", [][2]float64{{-5, 1}, {-1, 9}}, ""},
		{"outside past a corner", [][2]float64{{-8, 5}, {2, 15}}, ""},
		{"through", [][2]float64{{-5, 5}, {15, 5}}, "M0,5 L10,5 "},
		{"out and in again", [][2]float64{{5, 5}, {15, 5}, {15, 8}, {5, 8}}, "M5,5 L10,5 M10,8 L5,8 "},
		{"through the corner", [][2]float64{{-5, -5}, {15, 15}}, "M0,0 L10,10 "},
		{"along the edge", [][2]float64{{0, 2}, {0, 8}}, "M0,2 L0,8 "},
		{"with a point that is none", [][2]float64{{1, 1}, {nan, 2}, {3, 3}, {4, 4}}, "M3,3 L4,4 "},
		{"to the end of the world", [][2]float64{{5, 5}, {1e300, 5}}, "M5,5 L10,5 "},
	} {
		var r recorder
		frame.Line(&r, test.line)
		if r.text != test.want {
			t.Errorf("%s: got %q, want %q", test.name, r.text, test.want)
		}
		cut := false
		for i := 1; i < len(test.line); i++ {
			cut = cut || frame.Cuts(test.line[i-1], test.line[i])
		}
		if cut != (test.want != "") {
			t.Errorf("%s: cuts the frame: %v", test.name, cut)
		}
	}
}

func TestPolygonDraw(t *testing.T) {
	for _, test := range []struct {
		name string
		ring [][2]float64
		want string
	}{
		{"nothing", nil, ""},
		{"two points", [][2]float64{{1, 1}, {2, 2}}, ""},
		{"inside", [][2]float64{{1, 1}, {9, 1}, {5, 9}}, "M1,1 L9,1 L5,9 Z "},
		{"outside", [][2]float64{{11, 1}, {19, 1}, {15, 9}}, ""},
		{"over one edge", [][2]float64{{5, 2}, {15, 2}, {15, 8}, {5, 8}}, "M5,2 L10,2 L10,8 L5,8 Z "},
		{"around everything", [][2]float64{{-5, -5}, {15, -5}, {15, 15}, {-5, 15}}, "M0,10 L0,0 L10,0 L10,10 Z "},
		{"with a point that is none", [][2]float64{{1, 1}, {math.NaN(), 1}, {9, 1}, {5, 9}}, "M1,1 L9,1 L5,9 Z "},
	} {
		var r recorder
		var p clip.Polygon
		p.Draw(&r, frame, test.ring)
		if r.text != test.want {
			t.Errorf("%s: got %q, want %q", test.name, r.text, test.want)
		}
	}
}

// winding is the slow twin: how often rings go round a point, by adding up angles.
func winding(rings [][][2]float64, p [2]float64) int {
	sum := 0.0
	for _, ring := range rings {
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			ax, ay, bx, by := a[0]-p[0], a[1]-p[1], b[0]-p[0], b[1]-p[1]
			sum += math.Atan2(ax*by-ay*bx, ax*bx+ay*by)
		}
	}
	return int(math.Round(sum / (2 * math.Pi)))
}

func TestClippedPolygonsFillWhatTheyDidInside(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		ring := make([][2]float64, 3+random.IntN(12))
		for i := range ring {
			ring[i] = [2]float64{random.Float64()*30 - 10, random.Float64()*30 - 10}
		}
		var r recorder
		var p clip.Polygon
		p.Draw(&r, frame, ring)
		for range 20 {
			q := [2]float64{random.Float64() * 10, random.Float64() * 10}
			if got, want := winding(r.rings, q), winding([][][2]float64{ring}, q); got != want {
				t.Fatalf("ring %v at %v: got winding %d, want %d", ring, q, got, want)
			}
		}
	}
}

// circle is a circle on the sphere as a ring with its inside, the smaller part, on the right.
func circle(centre geo.Vec, radius float64, n int) []geo.Vec {
	side := geo.Vec{X: 1}.Cross(centre)
	if side.Len() < 0.1 {
		side = geo.Vec{Y: 1}.Cross(centre)
	}
	l := side.Len()
	side = geo.Vec{X: side.X / l, Y: side.Y / l, Z: side.Z / l}
	other := centre.Cross(side)
	ring := make([]geo.Vec, n)
	for i := range ring {
		sin, cos := math.Sincos(-2 * math.Pi * float64(i) / float64(n))
		s, c := math.Sincos(radius)
		ring[i] = geo.Vec{
			X: c*centre.X + s*(cos*side.X+sin*other.X),
			Y: c*centre.Y + s*(cos*side.Y+sin*other.Y),
			Z: c*centre.Z + s*(cos*side.Z+sin*other.Z),
		}
	}
	return ring
}

func randomVec(random *rand.Rand) geo.Vec {
	z := 2*random.Float64() - 1
	sin, cos := math.Sincos(2 * math.Pi * random.Float64())
	r := math.Sqrt(1 - z*z)
	return geo.Vec{X: r * cos, Y: r * sin, Z: z}
}

// Discs, some with a hole, at random and at the worst places, must fill what they did on the sphere after the cut.
func discs(random *rand.Rand, f func(centre geo.Vec, radius, hole float64, polygon [][]geo.Vec)) {
	worst := []geo.Vec{{X: 1}, {X: -1}, {Y: 1}, {Z: 1}, {Z: -1}, {X: -0.6, Z: 0.8}, {X: -0.6, Y: 1e-9, Z: -0.8}}
	for i := range 120 {
		centre, radius := randomVec(random), 0.05+1.4*random.Float64()
		if i < len(worst)*6 {
			centre = worst[i%len(worst)]
		}
		polygon := [][]geo.Vec{circle(centre, radius, 1200)}
		hole := 0.0
		if i%3 == 0 {
			hole = radius * 0.5
			inner := circle(centre, hole, 1200)
			for a, b := 0, len(inner)-1; a < b; a, b = a+1, b-1 {
				inner[a], inner[b] = inner[b], inner[a]
			}
			polygon = append(polygon, inner)
		}
		f(centre, radius, hole, polygon)
	}
}

// inDisc says whether a direction is inside, and whether it is so near an edge that nobody should ask.
func inDisc(v, centre geo.Vec, radius, hole float64) (inside, close bool) {
	angle := v.Angle(centre)
	const near = 0.01
	return angle < radius && angle > hole, math.Abs(angle-radius) < near || hole > 0 && math.Abs(angle-hole) < near
}

func TestMeridianKeepsTheInside(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var cutter clip.Meridian
	discs(random, func(centre geo.Vec, radius, hole float64, polygon [][]geo.Vec) {
		var rings [][][2]float64
		cutter.Cut(polygon, func(ring [][2]float64) {
			copied := append([][2]float64(nil), ring...)
			for _, p := range copied {
				if math.Abs(p[0]) > math.Pi+1e-9 || math.Abs(p[1]) > math.Pi/2+1e-9 {
					t.Fatalf("disc at %v: a point at %v", centre.Point(), p)
				}
			}
			rings = append(rings, copied)
		})
		for range 40 {
			v := randomVec(random)
			want, close := inDisc(v, centre, radius, hole)
			p := v.Point()
			q := [2]float64{p[0] * math.Pi / 180, p[1] * math.Pi / 180}
			if close || math.Abs(q[1]) > 1.5 || math.Abs(q[0]) > 3.1 {
				continue
			}
			if got := winding(rings, q) != 0; got != want {
				t.Fatalf("disc at %v of %g with hole %g: %v inside: got %v, want %v", centre.Point(), radius, hole, p, got, want)
			}
		}
	})
}

func TestHorizonKeepsTheInside(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var cutter clip.Horizon
	for _, horizon := range []float64{math.Pi / 2, math.Pi - 1e-3, 1} {
		discs(random, func(centre geo.Vec, radius, hole float64, polygon [][]geo.Vec) {
			var rings [][][2]float64
			cutter.Cut(polygon, horizon, func(ring []geo.Vec) {
				var flat [][2]float64
				for _, v := range ring {
					if v.X < math.Cos(horizon)-1e-6 {
						t.Fatalf("disc at %v: a point beyond the horizon at %v", centre.Point(), v.Point())
					}
					flat = append(flat, polar(v))
				}
				rings = append(rings, flat)
			})
			for range 40 {
				v := randomVec(random)
				want, close := inDisc(v, centre, radius, hole)
				away := math.Acos(v.X)
				if close || away > horizon-0.02 || away > 3 {
					continue
				}
				if got := winding(rings, polar(v)) != 0; got != want {
					t.Fatalf("horizon %g, disc at %v of %g with hole %g: %v inside: got %v, want %v",
						horizon, centre.Point(), radius, hole, v.Point(), got, want)
				}
			}
		})
	}
}

// polar lays a direction on the plane by its angle from X.
func polar(v geo.Vec) [2]float64 {
	away, round := math.Acos(max(-1, min(1, v.X))), math.Atan2(v.Z, v.Y)
	return [2]float64{away * math.Cos(round), away * math.Sin(round)}
}

func FuzzCut(f *testing.F) {
	f.Add(0.0, 0.0, 180.0, 0.0, 0.0, 90.0, -170.0, -20.0)
	f.Add(180.0, 0.0, -180.0, 0.0, 180.0, 90.0, 180.0, -90.0)
	f.Add(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i float64) {
		var ring []geo.Vec
		for _, p := range [][2]float64{{a, b}, {c, d}, {e, g}, {h, i}} {
			ring = append(ring, geo.VecOf(p))
		}
		var meridian clip.Meridian
		var horizon clip.Horizon
		meridian.Cut([][]geo.Vec{ring, ring[:3], ring[:2], nil}, func(ring [][2]float64) {
			if len(ring) > 100000 {
				t.Fatalf("%d points", len(ring))
			}
		})
		horizon.Cut([][]geo.Vec{ring, ring[:3], ring[:2], nil}, math.Pi/2, func(ring []geo.Vec) {
			if len(ring) > 100000 {
				t.Fatalf("%d points", len(ring))
			}
		})
	})
}

func FuzzRect(f *testing.F) {
	f.Add(1.0, 1.0, 5.0, 20.0, -3.0, 4.0)
	f.Add(math.Inf(1), 1.0, 5.0, math.NaN(), -3e300, 4e300)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g float64) {
		points := [][2]float64{{a, b}, {c, d}, {e, g}}
		var r recorder
		frame.Line(&r, points)
		var p clip.Polygon
		p.Draw(&r, frame, points)
		for _, ring := range r.rings {
			for _, q := range ring {
				if q[0] == q[0] && q[1] == q[1] && !(clip.Rect{MinX: -1e-6, MinY: -1e-6, MaxX: 10 + 1e-6, MaxY: 10 + 1e-6}).Holds(q[0], q[1]) &&
					math.Abs(a)+math.Abs(b)+math.Abs(c)+math.Abs(d)+math.Abs(e)+math.Abs(g) < 1e6 {
					t.Fatalf("%v draws %v", points, q)
				}
			}
		}
	})
}

func ExampleRect_Line() {
	var r recorder
	clip.Rect{MaxX: 10, MaxY: 10}.Line(&r, [][2]float64{{-5, 5}, {5, 5}, {5, 20}})
	fmt.Println(r.text)
	// Output: M0,5 L5,5 L5,10
}

func BenchmarkPolygonDraw1000Points(b *testing.B) {
	ring := make([][2]float64, 1000)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / 1000)
		ring[i] = [2]float64{5 + 7*cos, 5 + 7*sin}
	}
	var p clip.Polygon
	var sink nothing
	b.ReportAllocs()
	for b.Loop() {
		p.Draw(sink, frame, ring)
	}
}

type nothing struct{}

func (nothing) MoveTo(x, y float64) {}
func (nothing) LineTo(x, y float64) {}
func (nothing) Close()              {}
