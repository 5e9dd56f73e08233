package proj

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo"
)

// mixed is a sheet on its way from one projection to another. Nobody points at places while it changes, so it has no inverse.
type mixed struct {
	from, to Projection
	share    float64
}

func (m *mixed) Name() string     { return m.to.Name() }
func (m *mixed) Horizon() float64 { return 0 }

func (m *mixed) Forward(lon, lat float64) (x, y float64) {
	x0, y0 := m.from.Forward(lon, lat)
	x1, y1 := m.to.Forward(lon, lat)
	return x0 + m.share*(x1-x0), y0 + m.share*(y1-y0)
}

func (m *mixed) Inverse(x, y float64) (lon, lat float64, ok bool) { return 0, 0, false }

// projection finds what the view is drawn with.
func (v View) projection() Projection {
	found, ok := Lookup(v.Projection)
	if !ok {
		found = equalEarth{}
	}
	next, ok := Lookup(v.Next)
	if !ok || !(v.Share > 0) || found.Horizon() > 0 || next.Horizon() > 0 {
		return found
	}
	return &mixed{from: found, to: next, share: min(1, v.Share)}
}

// Morph is the view at a share from 0 to 1 of the way to another: turned along a great circle, zoomed at an even pace around
// one point. A sheet is bent into another sheet; between a sheet and a globe there is no way, so the view changes at half.
// At 0 it is v itself, at 1 the other.
func (v View) Morph(to View, share float64) View {
	switch {
	case !(share > 0):
		return v
	case share >= 1:
		return to
	}
	from, target := v.projection(), to.projection()
	if from.Horizon() != target.Horizon() {
		if share < 0.5 {
			return v
		}
		return to
	}
	m := to
	m.Projection, m.Next, m.Share = v.Projection, "", 0
	if from.Name() != target.Name() {
		m.Next, m.Share = to.Projection, share
	}
	centre := geo.VecOf(orb.Point{v.Lon, v.Lat}).Between(geo.VecOf(orb.Point{to.Lon, to.Lat}), share).Point()
	m.Lon, m.Lat = centre[0], centre[1]
	if from.Horizon() == 0 && v.Lat == 0 && to.Lat == 0 {
		m.Lon, m.Lat = math.Remainder(v.Lon+share*math.Remainder(to.Lon-v.Lon, 360), 360), 0
	}
	m.Scale = v.Scale * math.Pow(to.Scale/v.Scale, share)
	m.X = glide(v.X, to.X, v.Scale, to.Scale, m.Scale, share)
	m.Y = glide(v.Y, to.Y, v.Scale, to.Scale, m.Scale, share)
	return m
}

// glide is where the map's middle lies on one axis while the scale goes from s0 to s1 and is s now. Seen from the one point
// that does not move its distance grows with the scale; without such a point it moves evenly.
func glide(from, to, s0, s1, s, share float64) float64 {
	if math.Abs(s1/s0-1) < 1e-3 {
		return from + share*(to-from)
	}
	fixed := (from*s1 - to*s0) / (s1 - s0)
	return fixed - (fixed-from)*s/s0
}
