package proj

import "math"

// naturalEarth is Tom Patterson's compromise projection in the polynomial form of B. Šavrič, B. Jenny and others, A
// Polynomial Equation for the Natural Earth Projection, Cartography and Geographic Information Science 38 (2011).
type naturalEarth struct{}

func (naturalEarth) Name() string     { return NaturalEarth }
func (naturalEarth) Horizon() float64 { return 0 }

func (naturalEarth) Forward(lon, lat float64) (x, y float64) {
	p2 := lat * lat
	p4 := p2 * p2
	return lon * naturalWidth(p2, p4), lat * (1.007226 + p2*(0.015085+p4*(-0.044475+0.028874*p2-0.005916*p4)))
}

// naturalTop is where the poles' lines lie. Beyond it the polynomial bends back.
var _, naturalTop = naturalEarth{}.Forward(0, math.Pi/2)

func (naturalEarth) Inverse(x, y float64) (lon, lat float64, ok bool) {
	if !(math.Abs(y) <= naturalTop) {
		return 0, 0, false
	}
	lat = newton(y, func(t float64) (value, slope float64) {
		p2 := t * t
		p4 := p2 * p2
		return t*(1.007226+p2*(0.015085+p4*(-0.044475+0.028874*p2-0.005916*p4))) - y,
			1.007226 + p2*(0.015085*3+p4*(-0.044475*7+0.028874*9*p2-0.005916*11*p4))
	})
	p2 := lat * lat
	lon = x / naturalWidth(p2, p2*p2)
	return lon, lat, onSphere(lon, lat)
}

// naturalWidth is the length of a parallel against the equator.
func naturalWidth(p2, p4 float64) float64 {
	return 0.8707 - 0.131979*p2 + p4*(-0.013791+p4*(0.003971*p2-0.001529*p4))
}
