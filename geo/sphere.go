package geo

import (
	"math"

	"github.com/paulmach/orb"
)

const degree = math.Pi / 180

// Vec is a direction from the middle of the earth, of length one: X towards 0° E 0° N, Y towards 90° E, Z towards the North
// Pole. Points on the sphere are kept like this because turning the globe is then nine multiplications and no sine.
type Vec struct{ X, Y, Z float64 }

// VecOf turns a longitude and latitude in degrees into a direction.
func VecOf(p orb.Point) Vec {
	sinLon, cosLon := math.Sincos(p[0] * degree)
	sinLat, cosLat := math.Sincos(p[1] * degree)
	return Vec{cosLat * cosLon, cosLat * sinLon, sinLat}
}

// Point gives longitude and latitude in degrees; the longitude is in [-180, 180].
func (v Vec) Point() orb.Point {
	return orb.Point{math.Atan2(v.Y, v.X) / degree, math.Atan2(v.Z, math.Hypot(v.X, v.Y)) / degree}
}

// Dot is the cosine of the angle between the two.
func (v Vec) Dot(w Vec) float64 { return v.X*w.X + v.Y*w.Y + v.Z*w.Z }

// Cross is at right angles to both; its length is the sine of the angle between them.
func (v Vec) Cross(w Vec) Vec {
	return Vec{v.Y*w.Z - v.Z*w.Y, v.Z*w.X - v.X*w.Z, v.X*w.Y - v.Y*w.X}
}

// Len is the length, which is 1 for a direction and anything for a sum or product of directions.
func (v Vec) Len() float64 { return math.Sqrt(v.Dot(v)) }

// Angle is the angle between the two in radians, exact for small angles too, which an arc cosine is not.
func (v Vec) Angle(w Vec) float64 { return math.Atan2(v.Cross(w).Len(), v.Dot(w)) }

// Middle is the direction half way between the two, by the short way. Of opposite directions there is none; v is given then.
func (v Vec) Middle(w Vec) Vec {
	m := Vec{v.X + w.X, v.Y + w.Y, v.Z + w.Z}
	n := m.Len()
	if n < 1e-12 {
		return v
	}
	return Vec{m.X / n, m.Y / n, m.Z / n}
}

// Between is the direction at the share t of the way from v to w by the short way, at an even speed.
func (v Vec) Between(w Vec, t float64) Vec {
	angle := v.Angle(w)
	sin := math.Sin(angle)
	if sin < 1e-12 {
		return v
	}
	a, b := math.Sin((1-t)*angle)/sin, math.Sin(t*angle)/sin
	return Vec{a*v.X + b*w.X, a*v.Y + b*w.Y, a*v.Z + b*w.Z}
}

// Cap is a round piece of the sphere: all directions within Radius radians of Centre. It bounds a shape, to find out
// quickly that the shape cannot be seen.
type Cap struct {
	Centre Vec
	Radius float64
}

// CapOf gives a cap that holds all the points; it is small, though not the smallest. Of no points it gives an empty cap,
// with a negative radius.
func CapOf(points []Vec) Cap {
	var sum Vec
	for _, p := range points {
		sum = Vec{sum.X + p.X, sum.Y + p.Y, sum.Z + p.Z}
	}
	n := sum.Len()
	if len(points) == 0 {
		return Cap{Vec{1, 0, 0}, -1}
	}
	if n < 1e-9 {
		return Cap{points[0], math.Pi}
	}
	const hair = 1e-7 // more than the arc cosine of a small angle is wrong
	centre, least := Vec{sum.X / n, sum.Y / n, sum.Z / n}, 1.0
	for _, p := range points {
		least = min(least, centre.Dot(p))
	}
	return Cap{centre, min(math.Pi, math.Acos(max(-1, least))+hair)}
}

// MayHold says of a direction that is not in the cap, for nearly all of them, that it is not; it needs no cosine.
func (c Cap) MayHold(v Vec) bool { return c.Centre.Dot(v) >= 1-c.Radius*c.Radius/2 }

// Meets says whether the two caps have a point in common.
func (c Cap) Meets(d Cap) bool {
	if c.Radius < 0 || d.Radius < 0 {
		return false
	}
	reach := c.Radius + d.Radius
	return reach >= math.Pi || c.Centre.Dot(d.Centre) >= math.Cos(reach)
}
