package proj

import (
	"math"

	"entente/geo"
)

// equalEarth keeps areas true and looks like a globe: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection,
// International Journal of Geographical Information Science 33 (2019).
type equalEarth struct{}

const (
	equalA1 = 1.340264
	equalA2 = -0.081106
	equalA3 = 0.000893
	equalA4 = 0.003796
)

var equalM = math.Sqrt(3) / 2

func (equalEarth) Name() string     { return EqualEarth }
func (equalEarth) Horizon() float64 { return 0 }

func (equalEarth) Forward(lon, lat float64) (x, y float64) {
	return equalPlane(lon, equalM*math.Sin(lat))
}

func (equalEarth) direct(v geo.Vec) (x, y float64) {
	return equalPlane(math.Atan2(v.Y, v.X), equalM*max(-1, min(1, v.Z)))
}

// equalPlane works from the sine of the parametric latitude, which a direction gives without its latitude being known.
func equalPlane(lon, sin float64) (x, y float64) {
	t := math.Asin(sin)
	t2 := t * t
	t6 := t2 * t2 * t2
	x = lon * math.Sqrt(1-sin*sin) / (equalM * equalSlope(t2, t6))
	return x, t * (equalA1 + equalA2*t2 + t6*(equalA3+equalA4*t2))
}

// equalTop is where the poles' lines lie.
var _, equalTop = equalEarth{}.Forward(0, math.Pi/2)

func (equalEarth) Inverse(x, y float64) (lon, lat float64, ok bool) {
	if !(math.Abs(y) <= equalTop) {
		return 0, 0, false
	}
	t := newton(y, func(t float64) (value, slope float64) {
		t2 := t * t
		t6 := t2 * t2 * t2
		return t*(equalA1+equalA2*t2+t6*(equalA3+equalA4*t2)) - y, equalSlope(t2, t6)
	})
	t2 := t * t
	sin := math.Sin(t) / equalM
	lon = equalM * x * equalSlope(t2, t2*t2*t2) / math.Cos(t)
	lat = math.Asin(max(-1, min(1, sin)))
	return lon, lat, onSphere(lon, lat)
}

// equalSlope is the derivative of the polynomial for y by the parametric latitude.
func equalSlope(t2, t6 float64) float64 {
	return equalA1 + 3*equalA2*t2 + t6*(7*equalA3+9*equalA4*t2)
}
