package clip

import (
	"math"

	"entente/geo"
)

// Meridian cuts polygons along the antimeridian, for maps that show the whole earth side by side.
type Meridian struct {
	rings  [][][2]float64
	pieces [2][][2]float64
	dense  [][2]float64
}

// Cut calls emit with each piece of the polygon as longitudes in [-π, π] and latitudes, in radians. Along the cut and
// towards a pole inside the polygon a piece has a point for every degree, so that it can be bent. The slice is valid during
// the call only.
//
// A ring is unrolled first, so that its longitudes have no jump; a ring around a pole then ends a full turn from where it
// began, and is closed over the pole inside the polygon.
func (m *Meridian) Cut(polygon [][]geo.Vec, emit func(ring [][2]float64)) {
	for len(m.rings) < len(polygon) {
		m.rings = append(m.rings, nil)
	}
	turns := 0
	for i, ring := range polygon {
		m.rings[i] = unroll(m.rings[i][:0], ring)
		turns += fullTurns(m.rings[i])
	}
	pole := -math.Pi / 2
	if turns < 0 {
		pole = math.Pi / 2
	}
	for i := range polygon {
		m.rings[i] = closeOver(m.rings[i], pole)
		m.windows(m.rings[i], emit)
	}
}

// windows cuts an unrolled, closed ring into stretches of a full turn and moves each to [-π, π].
func (m *Meridian) windows(ring [][2]float64, emit func(ring [][2]float64)) {
	if len(ring) < 3 {
		return
	}
	bound := Bound(ring)
	const hair = 1e-12
	first := int(math.Floor((bound.MinX + math.Pi + hair) / (2 * math.Pi)))
	last := int(math.Ceil((bound.MaxX - math.Pi - hair) / (2 * math.Pi)))
	if first == 0 && last <= 0 {
		emit(m.densify(ring))
		return
	}
	for k := first; k <= last; k++ {
		shift := 2 * math.Pi * float64(k)
		m.pieces[0] = m.pieces[0][:0]
		for _, p := range ring {
			m.pieces[0] = append(m.pieces[0], [2]float64{p[0] - shift, p[1]})
		}
		m.pieces[1] = halfPlane(m.pieces[1][:0], m.pieces[0], 0, -math.Pi, 1)
		m.pieces[0] = halfPlane(m.pieces[0][:0], m.pieces[1], 0, math.Pi, -1)
		if len(m.pieces[0]) > 2 {
			emit(m.densify(m.pieces[0]))
		}
	}
}

// densify puts points on whole degrees into edges along the antimeridian, which are straight only before projection.
func (m *Meridian) densify(ring [][2]float64) [][2]float64 {
	m.dense = m.dense[:0]
	last := ring[len(ring)-1]
	for _, p := range ring {
		if p[0] == last[0] && math.Abs(p[0]) == math.Pi {
			m.dense = appendSteps(m.dense, p[0], last[1], p[1])
		}
		m.dense = append(m.dense, p)
		last = p
	}
	return m.dense
}

// appendSteps adds the points of the lattice strictly between two latitudes.
func appendSteps(out [][2]float64, lon, from, to float64) [][2]float64 {
	if from < to {
		for k := math.Floor(from/lattice) + 1; k*lattice < to; k++ {
			out = append(out, [2]float64{lon, k * lattice})
		}
		return out
	}
	for k := math.Ceil(from/lattice) - 1; k*lattice > to; k-- {
		out = append(out, [2]float64{lon, k * lattice})
	}
	return out
}

// unroll gives the ring's longitudes without jumps, with its first point once more at the end.
func unroll(out [][2]float64, ring []geo.Vec) [][2]float64 {
	if len(ring) < 3 {
		return out
	}
	start := startAtCut(ring)
	lon, lat := lonLat(ring[start])
	out = append(out, [2]float64{lon, lat})
	for i := 1; i <= len(ring); i++ {
		a, b := ring[(start+i-1)%len(ring)], ring[(start+i)%len(ring)]
		out = appendUnrolled(out, a, b, 0)
	}
	return out
}

// startAtCut picks the point just behind the cut, if the ring crosses it, so that a ring around a pole is closed along the
// antimeridian and not across the map.
func startAtCut(ring []geo.Vec) int {
	for i := range ring {
		a, b := ring[i], ring[(i+1)%len(ring)]
		if (a.Y < 0) != (b.Y < 0) && a.X+b.X < 0 {
			return (i + 1) % len(ring)
		}
	}
	return 0
}

// appendUnrolled adds b, and points before it where the way from a leads past a pole so closely that longitude runs fast.
func appendUnrolled(out [][2]float64, a, b geo.Vec, depth int) [][2]float64 {
	const fast = 4 * lattice
	lon, lat := lonLat(b)
	last := out[len(out)-1][0]
	step := math.Remainder(lon-last, 2*math.Pi)
	if math.Abs(step) > fast && depth < 10 {
		middle := a.Middle(b)
		out = appendUnrolled(out, a, middle, depth+1)
		return appendUnrolled(out, middle, b, depth+1)
	}
	return append(out, [2]float64{last + step, lat})
}

// fullTurns is how often an unrolled ring goes round the earth, eastwards counted positive.
func fullTurns(ring [][2]float64) int {
	if len(ring) == 0 {
		return 0
	}
	return int(math.Round((ring[len(ring)-1][0] - ring[0][0]) / (2 * math.Pi)))
}

// closeOver turns an unrolled ring into a closed one: as it is, or along the cut over the pole when it goes round the earth.
func closeOver(ring [][2]float64, pole float64) [][2]float64 {
	turns := fullTurns(ring)
	if turns == 0 {
		if len(ring) > 0 {
			ring = ring[:len(ring)-1]
		}
		return ring
	}
	first, last := ring[0], ring[len(ring)-1]
	// The ring began at a point just behind the cut; the cut itself lies where the last step crosses it.
	cut := math.Pi * (2*math.Round((first[0]-math.Pi)/(2*math.Pi)) + 1)
	before := ring[len(ring)-2]
	end := cut + 2*math.Pi*float64(turns)
	t := 0.0
	if last[0] != before[0] {
		t = max(0, min(1, (end-before[0])/(last[0]-before[0])))
	}
	lat := before[1] + t*(last[1]-before[1])
	ring[len(ring)-1] = [2]float64{end, lat}
	return append(ring, [2]float64{end, pole}, [2]float64{cut, pole}, [2]float64{cut, lat})
}

// lonLat gives longitude and latitude in radians.
func lonLat(v geo.Vec) (lon, lat float64) {
	return math.Atan2(v.Y, v.X), math.Atan2(v.Z, math.Sqrt(v.X*v.X+v.Y*v.Y))
}
