package proj

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo"
)

// mixed is a projection on its way to another. Nobody points at places while it changes, so it has no inverse.
//
// When a sheet is one of the two, the way is a sheet: cut along the antimeridian, whole from pole to pole. A globe takes the
// form of a sheet whose far half is pressed onto the rim, by longitude, so that its outline is the rim, too.
type mixed struct {
	from, to Projection
	share    float64
	horizon  float64
}

func (m *mixed) Name() string     { return m.to.Name() }
func (m *mixed) Horizon() float64 { return m.horizon }

func (m *mixed) Forward(lon, lat float64) (x, y float64) {
	x0, y0 := m.flat(m.from, lon, lat)
	x1, y1 := m.flat(m.to, lon, lat)
	return x0 + m.share*(x1-x0), y0 + m.share*(y1-y0)
}

// flat is p.Forward, which in a sheet does not fold the far half of a globe behind the near one.
func (m *mixed) flat(p Projection, lon, lat float64) (x, y float64) {
	if _, globe := p.(orthographic); globe && m.horizon == 0 {
		lon = max(-math.Pi/2, min(math.Pi/2, lon))
	}
	return p.Forward(lon, lat)
}

// edge is the outline of a sheet on its way, at a latitude of its left side, -1, or its right one, 1.
func (m *mixed) edge(side, lat float64) (x, y float64) {
	x0, y0 := edgeOf(m.from, side, lat)
	x1, y1 := edgeOf(m.to, side, lat)
	return x0 + m.share*(x1-x0), y0 + m.share*(y1-y0)
}

// edgeOf is the outline of a projection: a sheet's antimeridian, or the circle that its sides become.
func edgeOf(p Projection, side, lat float64) (x, y float64) {
	h := p.Horizon()
	if h == 0 {
		return p.Forward(side*math.Pi, lat)
	}
	radius, _ := p.Forward(h, 0)
	sin, cos := math.Sincos(lat)
	return side * radius * cos, radius * sin
}

func (m *mixed) Inverse(x, y float64) (lon, lat float64, ok bool) { return 0, 0, false }

// projection finds what the view is drawn with.
func (v View) projection() Projection {
	found, ok := Lookup(v.Projection)
	if !ok {
		found = equalEarth{}
	}
	next, ok := Lookup(v.Next)
	if !ok || !(v.Share > 0) {
		return found
	}
	m := &mixed{from: found, to: next, share: min(1, v.Share)}
	if found.Horizon() > 0 && next.Horizon() > 0 {
		m.horizon = found.Horizon() + m.share*(next.Horizon()-found.Horizon())
	}
	return m
}

// Morph is the view at a share from 0 to 1 of the way to another: turned along a great circle, zoomed at an even pace around
// one point, and bent from one projection into the other. At 0 it is v itself, at 1 the other.
func (v View) Morph(to View, share float64) View {
	switch {
	case !(share > 0):
		return v
	case share >= 1:
		return to
	}
	from, target := v.projection(), to.projection()
	if from.Horizon() > 0 && target.Horizon() == 0 {
		return to.Morph(v, 1-share) // the sheet comes first, so that all who ask take the way for one
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
