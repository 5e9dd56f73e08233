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
	total, run := 0.0, 0.0 // angle gone round X: by the ring, and since it left the sight
	exit := 0.0
	h.ring = append(h.ring, ring[start])
	for i := 1; i <= len(ring); i++ {
		a, b := ring[(start+i-1)%len(ring)], ring[(start+i)%len(ring)]
		turn := turnRound(a, b)
		total += turn
		switch {
		case a.X >= cos && b.X >= cos:
			h.ring = append(h.ring, b)
		case a.X >= cos:
			cross := Crossing(a, b, radius)
			h.ring = append(h.ring, cross)
			exit, run = math.Atan2(cross.Z, cross.Y), turnRound(cross, b)
		case b.X >= cos:
			cross := Crossing(b, a, radius)
			h.ring = along(h.ring, exit, exit+run+turnRound(a, cross), radius)
			h.ring = append(h.ring, cross, b)
		default:
			run += turn
		}
	}
	emit(h.ring[:len(h.ring)-1]) // the walk ended on its first point again
	return int(math.Round(total / (2 * math.Pi))), true
}

// turnsRound is how often a ring goes round X.
func turnsRound(ring []geo.Vec) int {
	total := 0.0
	for i := range ring {
		total += turnRound(ring[i], ring[(i+1)%len(ring)])
	}
	return int(math.Round(total / (2 * math.Pi)))
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

// turnRound is the angle around X that the way from a to b takes, in [-π, π].
func turnRound(a, b geo.Vec) float64 {
	return math.Atan2(a.Y*b.Z-a.Z*b.Y, a.Y*b.Y+a.Z*b.Z)
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
