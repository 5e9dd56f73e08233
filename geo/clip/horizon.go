package clip

import (
	"math"

	"entente/geo"
)

// Horizon cuts polygons along a circle around X, for maps that show one side of the globe.
type Horizon struct{ ring []geo.Vec }

// Cut calls emit with each piece of the polygon within the angle radius of X, in (0, π). Along the horizon a piece has a
// point for every degree. The slice is valid during the call only.
//
// What lies beyond the horizon is pushed out to it: a ring that goes out of sight goes on along the horizon to where it
// comes back. This is right for all but the point opposite X; a polygon that holds that point gets the whole horizon added.
func (h *Horizon) Cut(polygon [][]geo.Vec, radius float64, emit func(ring []geo.Vec)) {
	turns, hidden := 0, 0
	for _, ring := range polygon {
		t, seen := h.cutRing(ring, radius, emit)
		turns += t
		if !seen {
			hidden += t
		}
	}
	// A hidden ring around X would be pushed out to the whole horizon, the other way round for a positive turn.
	whole := min(1, max(0, turns)) - hidden
	if whole == 0 {
		return
	}
	h.ring = along(h.ring[:0], 2*math.Pi*float64(whole), 0, radius)
	emit(h.ring)
}

// cutRing emits the ring's piece, and gives how often the ring goes round X, counter-clockwise counted positive, and whether
// any of it is in sight. A ring round X with its inside on the right has the point opposite X inside.
func (h *Horizon) cutRing(ring []geo.Vec, radius float64, emit func(ring []geo.Vec)) (turns int, seen bool) {
	h.ring = h.ring[:0]
	if len(ring) < 3 {
		return 0, false
	}
	cos := math.Cos(radius)
	start := 0
	for start < len(ring) && ring[start].X < cos {
		start++
	}
	if start == len(ring) {
		return turnsRound(ring), false
	}
	laps := 0 // how often the walk has passed the seam, where angles around X jump from π to -π
	exit, exitLaps := 0.0, 0
	h.ring = append(h.ring, ring[start])
	for i := 1; i <= len(ring); i++ {
		a, b := ring[(start+i-1)%len(ring)], ring[(start+i)%len(ring)]
		switch {
		case a.X >= cos && b.X >= cos:
			h.ring = append(h.ring, b)
			laps += lap(a, b)
		case a.X >= cos:
			cross := Crossing(a, b, radius)
			h.ring = append(h.ring, cross)
			laps += lap(a, cross)
			exit, exitLaps = around(cross), laps
			laps += lap(cross, b)
		case b.X >= cos:
			cross := Crossing(b, a, radius)
			laps += lap(a, cross)
			entry := around(cross) + 2*math.Pi*float64(laps-exitLaps)
			h.ring = along(h.ring, exit, entry, radius)
			h.ring = append(h.ring, cross, b)
			laps += lap(cross, b)
		default:
			laps += lap(a, b)
		}
	}
	emit(h.ring[:len(h.ring)-1]) // the walk ended on its first point again
	return laps, true
}

// turnsRound is how often a ring goes round X.
func turnsRound(ring []geo.Vec) (laps int) {
	for i := range ring {
		laps += lap(ring[i], ring[(i+1)%len(ring)])
	}
	return laps
}

// around is the angle around X, π and not -π on the seam, as lap counts it.
func around(v geo.Vec) float64 {
	if v.Z == 0 && v.Y < 0 {
		return math.Pi
	}
	return math.Atan2(v.Z, v.Y)
}

// lap is 1 for a way that passes the seam of angles around X counter-clockwise, -1 for the other direction, else 0. The seam
// is where Z is 0 and Y negative.
func lap(a, b geo.Vec) int {
	if (a.Z < 0) == (b.Z < 0) || a.Y*b.Z-b.Y*a.Z >= 0 == (b.Z > a.Z) {
		return 0
	}
	if a.Z < 0 {
		return -1
	}
	return 1
}

// along adds the points of the lattice between two angles on the horizon.
func along(out []geo.Vec, from, to, radius float64) []geo.Vec {
	sin, cos := math.Sincos(radius)
	step := 1.0
	k := math.Floor(from/lattice) + 1
	if to < from {
		step, k = -1, math.Ceil(from/lattice)-1
	}
	for ; step*k*lattice < step*to; k += step {
		sinA, cosA := math.Sincos(k * lattice)
		out = append(out, geo.Vec{X: cos, Y: sin * cosA, Z: sin * sinA})
	}
	return out
}

// Crossing is the point on the way from a direction in sight to a hidden one where it is radius away from X.
func Crossing(seen, hidden geo.Vec, radius float64) geo.Vec {
	cos := math.Cos(radius)
	for range 40 {
		middle := seen.Middle(hidden)
		if middle == seen || middle == hidden {
			break
		}
		if middle.X >= cos {
			seen = middle
		} else {
			hidden = middle
		}
	}
	return seen
}
