package pick_test

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"entente/geo/pick"
)

func ExampleIndex() {
	var x pick.Index
	x.Reset(200, 100)
	x.Add(0, []float32{10, 10, 190, 10})
	x.Add(1, []float32{10, 14, 190, 90})
	for _, hit := range x.Near(12, 12, 6) {
		fmt.Printf("line %d at %.1f\n", hit.Line, hit.Distance)
	}
	// Output:
	// line 0 at 2.0
	// line 1 at 2.6
}

// arcs makes bowed lines all over a picture, some of them leaving it.
func arcs(n int) [][]float32 {
	r := rand.New(rand.NewSource(7))
	lines := make([][]float32, n)
	for i := range lines {
		x0, y0 := r.Float64()*2100-100, r.Float64()*1200-60
		x1, y1 := r.Float64()*2100-100, r.Float64()*1200-60
		for k := range 25 {
			t := float64(k) / 24
			bow := 80 * 4 * t * (1 - t)
			lines[i] = append(lines[i], float32(x0+(x1-x0)*t), float32(y0+(y1-y0)*t-bow))
		}
	}
	return lines
}

// naive looks at every piece of every line.
func naive(lines [][]float32, x, y, radius float64) map[int]float64 {
	hits := map[int]float64{}
	for i, xy := range lines {
		for k := 2; k+1 < len(xy); k += 2 {
			ax, ay, bx, by := float64(xy[k-2]), float64(xy[k-1]), float64(xy[k]), float64(xy[k+1])
			// The nearest of many points of the piece, then of many around it: slow, and nothing to get wrong.
			best, from, to := math.Inf(1), 0.0, 1.0
			for range 3 {
				at := from
				for j := range 41 {
					t := from + (to-from)*float64(j)/40
					if d := math.Hypot(ax+(bx-ax)*t-x, ay+(by-ay)*t-y); d < best {
						best, at = d, t
					}
				}
				step := (to - from) / 40
				from, to = math.Max(0, at-step), math.Min(1, at+step)
			}
			if old, ok := hits[i]; best <= radius && (!ok || best < old) {
				hits[i] = best
			}
		}
	}
	return hits
}

func TestNearFindsWhatAPatientSearchFinds(t *testing.T) {
	lines := arcs(150)
	var x pick.Index
	for _, size := range [][2]float64{{1920, 1080}, {900, 600}, {10, 10}} {
		x.Reset(size[0], size[1])
		for i, xy := range lines {
			x.Add(i, xy)
		}
		r := rand.New(rand.NewSource(2))
		for range 150 {
			px, py, radius := r.Float64()*size[0], r.Float64()*size[1], 1+r.Float64()*14
			want := naive(lines, px, py, radius)
			got := x.Near(px, py, radius)
			last := 0.0
			for _, h := range got {
				if off := math.Abs(want[h.Line] - h.Distance); off > 1e-3 {
					t.Fatalf("at %.1f, %.1f: line %d is at %g, want %g", px, py, h.Line, h.Distance, want[h.Line])
				}
				if h.Distance < last {
					t.Fatalf("at %.1f, %.1f: %v is not by distance", px, py, got)
				}
				last = h.Distance
				delete(want, h.Line)
			}
			for line, d := range want {
				if d < radius-1e-3 {
					t.Fatalf("at %.1f, %.1f within %g: line %d at %g is missing", px, py, radius, line, d)
				}
			}
		}
	}
}

func TestNastyValuesFindNothing(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	var x pick.Index
	if got := x.Near(1, 1, 5); len(got) != 0 {
		t.Errorf("an index never set up gives %v", got)
	}
	for _, size := range []float64{math.NaN(), math.Inf(1), -5, 0} {
		x.Reset(size, 50)
		x.Add(0, []float32{1, 1, 9, 9})
		x.Near(5, 5, 3)
	}
	x.Reset(100, 100)
	for _, xy := range [][]float32{nil, {}, {1}, {50, 50}, {nan, 1, 2, 2}, {inf, inf, 3, 3}, {-inf, 0, inf, 0}, {3e38, 3e38, -3e38, -3e38}} {
		x.Add(1, xy)
	}
	x.Add(-1, []float32{0, 0, 100, 100})
	for _, at := range [][3]float64{{math.NaN(), 5, 6}, {5, math.Inf(1), 6}, {5, 5, math.NaN()}, {5, 5, -1}, {-1e300, 1e300, 6}} {
		if got := x.Near(at[0], at[1], at[2]); len(got) != 0 {
			t.Errorf("near %v: got %v, want nothing", at, got)
		}
	}
	if got := x.Near(50, 50, 6); len(got) != 0 {
		t.Errorf("got %v, want nothing: a single point is no line, and lines without number are none", got)
	}
}

func FuzzNear(f *testing.F) {
	f.Add(float32(1), float32(2), float32(90), float32(50), 40.0, 20.0)
	f.Fuzz(func(t *testing.T, x0, y0, x1, y1 float32, px, py float64) {
		var x pick.Index
		x.Reset(300, 200)
		x.Add(0, []float32{x0, y0, x1, y1})
		x.Add(1, []float32{x1, y1, x0, y0, x1, y0})
		for _, h := range x.Near(px, py, 6) {
			if !(h.Distance >= 0 && h.Distance <= 6) {
				t.Errorf("a line is at %g", h.Distance)
			}
		}
	})
}

func BenchmarkNear10000Ties(b *testing.B) {
	lines := arcs(10000)
	at := func(i int) (x, y float64) { return float64(i * 37 % 1920), float64(i * 91 % 1080) }
	b.Run("index", func(b *testing.B) {
		var x pick.Index
		x.Reset(1920, 1080)
		for i, xy := range lines {
			x.Add(i, xy)
		}
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			px, py := at(i)
			x.Near(px, py, 10)
			i++
		}
	})
	b.Run("every piece", func(b *testing.B) {
		i := 0
		for b.Loop() {
			px, py := at(i)
			for _, xy := range lines {
				for k := 2; k+1 < len(xy); k += 2 {
					dx, dy := float64(xy[k]-xy[k-2]), float64(xy[k+1]-xy[k-1])
					t := ((px-float64(xy[k-2]))*dx + (py-float64(xy[k-1]))*dy) / (dx*dx + dy*dy)
					t = math.Max(0, math.Min(1, t))
					math.Hypot(px-float64(xy[k-2])-t*dx, py-float64(xy[k-1])-t*dy)
				}
			}
			i++
		}
	})
	b.Run("filling", func(b *testing.B) {
		var x pick.Index
		b.ReportAllocs()
		for b.Loop() {
			x.Reset(1920, 1080)
			for i, xy := range lines {
				x.Add(i, xy)
			}
		}
	})
}

func TestAnyFindsWhatNearFinds(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	var x pick.Index
	x.Reset(600, 400)
	for i := range 80 {
		x.Add(i, []float32{r.Float32() * 600, r.Float32() * 400, r.Float32() * 600, r.Float32() * 400})
	}
	odd := func(number int) bool { return number%2 == 1 }
	found := 0
	for range 2000 {
		px, py, radius := r.Float64()*600, r.Float64()*400, r.Float64()*12
		want := false
		for _, hit := range x.Near(px, py, radius) {
			want = want || odd(hit.Line)
		}
		if got := x.Any(px, py, radius, odd); got != want {
			t.Fatalf("at %.1f, %.1f within %.1f: got %v, want %v", px, py, radius, got, want)
		}
		if want {
			found++
		}
	}
	if found < 100 || x.Any(math.NaN(), 0, 5, odd) || x.Any(5, 5, -1, odd) || new(pick.Index).Any(5, 5, 5, odd) {
		t.Errorf("found %d, or something where there is nothing", found)
	}
}
