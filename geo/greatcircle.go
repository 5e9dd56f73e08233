package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// EarthRadius is the mean radius of the earth in kilometres.
const EarthRadius = 6371.0088

// GreatCircle gives the shortest way from a to b (longitude, latitude in degrees) as points at most step degrees apart, with
// both ends. The longitudes are in [-180, 180], so the way over the antimeridian jumps there; projections cut it. Between
// opposite points every way is shortest, and the one over the pole nearer to a is given; between the poles, the meridian of b. A step that is not positive is 1.
func GreatCircle(a, b orb.Point, step float64) []orb.Point {
	if !(step > 0) {
		step = 1
	}
	v, w := VecOf(a), VecOf(b)
	if v.Dot(w) < -1+1e-12 {
		via := orb.Point{a[0], math.Copysign(90, a[1])}
		if math.Abs(v.Z) > 0.99 { // from pole to pole
			via = orb.Point{b[0], 0}
		}
		first := GreatCircle(a, via, step)
		return append(first, GreatCircle(via, b, step)[1:]...)
	}
	n := max(1, int(math.Ceil(v.Angle(w)/degree/step)))
	points := make([]orb.Point, 0, n+1)
	points = append(points, a)
	for i := 1; i < n; i++ {
		points = append(points, v.Between(w, float64(i)/float64(n)).Point())
	}
	return append(points, b)
}

// Midpoint is half way along the great circle from a to b.
func Midpoint(a, b orb.Point) orb.Point { return VecOf(a).Middle(VecOf(b)).Point() }

// Distance is the length of the great circle from a to b in kilometres.
func Distance(a, b orb.Point) float64 { return Angle(a, b) * degree * EarthRadius }

// Angle is the length of the great circle from a to b in degrees, by the haversine formula.
func Angle(a, b orb.Point) float64 {
	sinLat := math.Sin((b[1] - a[1]) / 2 * degree)
	sinLon := math.Sin((b[0] - a[0]) / 2 * degree)
	h := sinLat*sinLat + math.Cos(a[1]*degree)*math.Cos(b[1]*degree)*sinLon*sinLon
	return 2 * math.Asin(math.Sqrt(min(1, h))) / degree
}

// Bearing is the direction in which the great circle from a to b sets out, in degrees clockwise from north, in [0, 360).
func Bearing(a, b orb.Point) float64 {
	sinA, cosA := math.Sincos(a[1] * degree)
	sinB, cosB := math.Sincos(b[1] * degree)
	sinLon, cosLon := math.Sincos((b[0] - a[0]) * degree)
	turn := math.Atan2(sinLon*cosB, cosA*sinB-sinA*cosB*cosLon) / degree
	return math.Mod(turn+360, 360)
}
