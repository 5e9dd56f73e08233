package proj

import (
	"math"

	"entente/geo"
)

// mercator keeps angles true. Its poles are infinitely far away, so the map ends where it is a square.
type mercator struct{}

// mercatorLimit is the latitude where the square ends: 85.05°.
var mercatorLimit = math.Atan(math.Sinh(math.Pi))

func (mercator) Name() string     { return Mercator }
func (mercator) Horizon() float64 { return 0 }

// Forward moves latitudes beyond the end of the map onto its edge.
func (mercator) Forward(lon, lat float64) (x, y float64) {
	lat = max(-mercatorLimit, min(mercatorLimit, lat))
	return lon, math.Asinh(math.Tan(lat))
}

func (mercator) direct(v geo.Vec) (x, y float64) {
	return math.Atan2(v.Y, v.X), max(-math.Pi, min(math.Pi, math.Log((1+v.Z)/(1-v.Z))/2))
}

func (mercator) Inverse(x, y float64) (lon, lat float64, ok bool) {
	lat = math.Atan(math.Sinh(y))
	return x, lat, onSphere(x, lat) && math.Abs(y) <= math.Pi+1e-9
}
