package proj

import (
	"math"

	"entente/geo"
)

// equidistant shows every place at its true distance and bearing from the centre. The point opposite the centre becomes
// the outer circle, so the map ends just before it.
type equidistant struct{}

// equidistantLimit leaves out a spot of 0.06° around the point opposite the centre, where directions lose their meaning.
const equidistantLimit = math.Pi - 1e-3

func (equidistant) Name() string     { return Equidistant }
func (equidistant) Horizon() float64 { return equidistantLimit }

func (equidistant) Forward(lon, lat float64) (x, y float64) {
	sinLon, cosLon := math.Sincos(lon)
	sinLat, cosLat := math.Sincos(lat)
	y, z := cosLat*sinLon, sinLat
	k := equidistantStretch(cosLat*cosLon, math.Hypot(y, z))
	return k * y, k * z
}

func (equidistant) direct(v geo.Vec) (x, y float64) {
	k := equidistantStretch(v.X, math.Sqrt(v.Y*v.Y+v.Z*v.Z))
	return k * v.Y, k * v.Z
}

func (equidistant) Inverse(x, y float64) (lon, lat float64, ok bool) {
	c := math.Hypot(x, y)
	if !(c <= math.Pi) {
		return 0, 0, false
	}
	if c == 0 {
		return 0, 0, true
	}
	sin, cos := math.Sincos(c)
	return math.Atan2(x*sin/c, cos), math.Asin(max(-1, min(1, y*sin/c))), true
}

// equidistantStretch is the angle from the centre over its sine, from both its cosine and sine.
func equidistantStretch(cos, sin float64) float64 {
	if sin < 1e-12 {
		return 1
	}
	return math.Atan2(sin, cos) / sin
}
