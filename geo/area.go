package geo

import "math"

// RingArea is the area of the smaller part of the sphere that a ring cuts off, in steradians: positive when that part lies on
// the right hand of the ring, as in the shapes of this package, and negative when it lies on the left. The ring has no
// repeated last point.
func RingArea(ring []Vec) float64 {
	if len(ring) < 3 {
		return 0
	}
	sum, mid := 0.0, CapOf(ring).Centre
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		sum += 2 * math.Atan2(-mid.Dot(a.Cross(b)), 1+mid.Dot(a)+a.Dot(b)+b.Dot(mid))
	}
	return math.Remainder(sum, 4*math.Pi)
}
