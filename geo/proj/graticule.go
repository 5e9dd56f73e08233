package proj

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo"
)

// graticule is the net of meridians and parallels, kept like the shapes.
type graticule struct {
	step  float64
	lines [][]geo.Vec
	caps  []geo.Cap
	kept  []kept
}

// Graticule draws meridians and parallels every step degrees, from 1 to 90, as open sub-paths. Meridians end at the last
// parallel before the poles, but for four.
func (a *Atlas) Graticule(step float64, sink Sink) {
	if !(step >= 1 && step <= 90) {
		return
	}
	if a.grid.step != step {
		a.grid = newGraticule(step)
	}
	for i := range a.grid.kept {
		a.drawLine(&a.grid.kept[i], a.grid.lines[i], a.grid.caps[i], sink)
	}
}

// newGraticule lays the net in pieces of a few steps, so that those out of sight cost nothing.
func newGraticule(step float64) graticule {
	g := graticule{step: step}
	top := math.Floor(89.999/step) * step
	for lon := -180.0; lon < 180; lon += step {
		end := top
		if math.Mod(lon, 90) == 0 {
			end = 90
		}
		for lat := -end; lat < end; lat += 30 {
			g.add(orb.Point{lon, lat}, orb.Point{lon, min(end, lat+30)})
		}
	}
	for lat := -top; lat <= top; lat += step {
		for lon := -180.0; lon < 180; lon += 30 {
			g.add(orb.Point{lon, lat}, orb.Point{lon + 30, lat})
		}
	}
	g.kept = make([]kept, len(g.lines))
	return g
}

// add lays a line of points one degree apart, straight in longitude and latitude.
func (g *graticule) add(a, b orb.Point) {
	n := max(1, math.Round(math.Max(math.Abs(b[0]-a[0]), math.Abs(b[1]-a[1]))))
	var line []geo.Vec
	for i := 0.0; i <= n; i++ {
		line = append(line, geo.VecOf(orb.Point{a[0] + (b[0]-a[0])*i/n, a[1] + (b[1]-a[1])*i/n}))
	}
	g.lines = append(g.lines, line)
	g.caps = append(g.caps, geo.CapOf(line))
}
