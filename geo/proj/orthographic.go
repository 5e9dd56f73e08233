package proj

import (
	"math"

	"entente/geo"
)

// orthographic is the globe seen from far away: one half of it.
type orthographic struct{}

func (orthographic) Name() string     { return Orthographic }
func (orthographic) Horizon() float64 { return math.Pi / 2 }

func (orthographic) Forward(lon, lat float64) (x, y float64) {
	return math.Cos(lat) * math.Sin(lon), math.Sin(lat)
}

func (orthographic) direct(v geo.Vec) (x, y float64) { return v.Y, v.Z }

func (orthographic) Inverse(x, y float64) (lon, lat float64, ok bool) {
	r2 := x*x + y*y
	if !(r2 <= 1) {
		return 0, 0, false
	}
	return math.Atan2(x, math.Sqrt(1-r2)), math.Asin(y), true
}
