package main

import "math"

// simplified gives the topology's arcs without the points that lie within tolerance degrees of the way between those that
// stay, by Douglas and Peucker on the sphere. The ends of arcs stay, so neighbours stay glued. An arc around something small
// is kept finer, so that Luxembourg does not become a square. A tolerance of 0 keeps every point.
func (t *topology) simplified(tolerance float64) [][]point {
	fine := make([]float64, len(t.arcs))
	for i := range fine {
		fine[i] = tolerance
	}
	const share = 0.04 // of the width of what the arc goes round
	t.eachRing(func(_ *unit, ring *[]int) {
		width := share * math.Sqrt(math.Abs(area(t.ring(*ring))))
		for _, ref := range *ring {
			i := max(ref, ^ref)
			fine[i] = min(fine[i], max(width, tolerance/8))
		}
	})
	arcs := make([][]point, len(t.arcs))
	for i, arc := range t.arcs {
		arcs[i] = arc
		if tolerance > 0 {
			arcs[i] = simplify(densify(arc), fine[i])
		}
	}
	return arcs
}

// densify adds points to long edges, on the straight line between longitudes and latitudes that the source means: on the
// sphere the 49th parallel is no shortest way.
func densify(arc []point) []point {
	out := arc[:1:1]
	for i := 1; i < len(arc); i++ {
		a, b := arc[i-1], arc[i]
		dx, dy := math.Remainder(b[0]-a[0], 360), b[1]-a[1]
		n := max(1, math.Ceil(math.Abs(dx)/0.5))
		for k := 1.0; k < n; k++ {
			out = append(out, point{math.Remainder(a[0]+dx*k/n, 360), a[1] + dy*k/n})
		}
		out = append(out, b)
	}
	return out
}

// simplify keeps the ends of an arc and the points that are needed. A closed arc keeps two more points at least.
func simplify(arc []point, tolerance float64) []point {
	if len(arc) < 3 {
		return arc
	}
	vectors := make([][3]float64, len(arc))
	for i, p := range arc {
		vectors[i] = vector(p)
	}
	keep := make([]bool, len(arc))
	last := len(arc) - 1
	keep[0], keep[last] = true, true
	if arc[0] == arc[last] {
		far, _ := farthest(vectors, 0, last)
		keep[far] = true
		for _, half := range [2][2]int{{0, far}, {far, last}} {
			mark(vectors, half[0], half[1], tolerance, keep)
		}
		if count(keep) < 4 {
			one, offOne := farthest(vectors, 0, far)
			two, offTwo := farthest(vectors, far, last)
			if offOne < offTwo {
				one = two
			}
			keep[one] = true
		}
	} else {
		mark(vectors, 0, last, tolerance, keep)
	}
	var out []point
	for i, p := range arc {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

func count(keep []bool) (n int) {
	for _, k := range keep {
		if k {
			n++
		}
	}
	return n
}

// mark keeps the points between two that are farther than tolerance from the way between them.
func mark(v [][3]float64, from, to int, tolerance float64, keep []bool) {
	if to-from < 2 {
		return
	}
	far, off := farthest(v, from, to)
	if off > tolerance*math.Pi/180 {
		keep[far] = true
		mark(v, from, far, tolerance, keep)
		mark(v, far, to, tolerance, keep)
	}
}

// farthest finds the point between two that is farthest from the straight line between them, and how far it is off on a
// sphere of radius 1. With no point between, it gives from.
func farthest(v [][3]float64, from, to int) (index int, off float64) {
	index = from
	a, b := v[from], v[to]
	ab := minus(b, a)
	n := dot(ab, ab)
	for i := from + 1; i < to; i++ {
		ap := minus(v[i], a)
		t := 0.0
		if n > 0 {
			t = max(0, min(1, dot(ap, ab)/n))
		}
		// Against the great circle, not the chord below it: what counts is the distance across, so the foot of the
		// perpendicular is lifted to the sphere.
		foot := unit3([3]float64{a[0] + t*ab[0], a[1] + t*ab[1], a[2] + t*ab[2]})
		d := minus(v[i], foot)
		if dist := math.Sqrt(dot(d, d)); dist > off {
			index, off = i, dist
		}
	}
	return index, off
}

func vector(p point) [3]float64 {
	sinLon, cosLon := math.Sincos(p[0] * math.Pi / 180)
	sinLat, cosLat := math.Sincos(p[1] * math.Pi / 180)
	return [3]float64{cosLat * cosLon, cosLat * sinLon, sinLat}
}

func minus(a, b [3]float64) [3]float64 { return [3]float64{a[0] - b[0], a[1] - b[1], a[2] - b[2]} }

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

func unit3(a [3]float64) [3]float64 {
	n := math.Sqrt(dot(a, a))
	if n == 0 {
		return a
	}
	return [3]float64{a[0] / n, a[1] / n, a[2] / n}
}
