package main

import (
	"container/heap"
	"math"
)

// pole finds the point of a polygon that is farthest from its edges, which is where a label stands best: the pole of
// inaccessibility, by squares that are divided as long as they may hold a better one. Degrees of longitude are shortened as
// at the polygon's mean latitude. The rings must have no jump over the antimeridian.
func pole(rings [][]point) point {
	box := boundOf(rings[0])
	shrink := math.Cos((box.south + box.north) / 2 * math.Pi / 180)
	flat := make([][]point, len(rings))
	for i, ring := range rings {
		for _, p := range ring {
			flat[i] = append(flat[i], point{p[0] * shrink, p[1]})
		}
	}
	box = boundOf(flat[0])
	size := min(box.east-box.west, box.north-box.south)
	if size <= 0 {
		return point{box.west / shrink, box.south}
	}
	var queue squares
	add := func(x, y, half float64) {
		s := square{at: point{x, y}, half: half, off: edgeDistance(flat, point{x, y})}
		heap.Push(&queue, s)
	}
	for x := box.west; x < box.east; x += size {
		for y := box.south; y < box.north; y += size {
			add(x+size/2, y+size/2, size/2)
		}
	}
	best := queue[0]
	for len(queue) > 0 {
		s := heap.Pop(&queue).(square)
		if s.off > best.off {
			best = s
		}
		if s.reach()-best.off <= 0.005*size {
			continue
		}
		h := s.half / 2
		add(s.at[0]-h, s.at[1]-h, h)
		add(s.at[0]+h, s.at[1]-h, h)
		add(s.at[0]-h, s.at[1]+h, h)
		add(s.at[0]+h, s.at[1]+h, h)
	}
	return point{best.at[0] / shrink, best.at[1]}
}

// square is a piece of the search: its middle's distance from the edge is known.
type square struct {
	at        point
	half, off float64
}

// reach is the greatest distance from the edge that any point of the square can have.
func (s square) reach() float64 { return s.off + s.half*math.Sqrt2 }

type squares []square

func (s squares) Len() int           { return len(s) }
func (s squares) Less(i, j int) bool { return s[i].reach() > s[j].reach() }
func (s squares) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }
func (s *squares) Push(x any)        { *s = append(*s, x.(square)) }
func (s *squares) Pop() any {
	last := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return last
}

// edgeDistance is how far a point lies inside a polygon; it is negative outside.
func edgeDistance(rings [][]point, p point) float64 {
	in, best := false, math.Inf(1)
	for _, ring := range rings {
		in = in != containsPlane(ring, p)
		for i, a := range ring {
			best = min(best, segmentDistance(p, a, ring[(i+1)%len(ring)]))
		}
	}
	if !in {
		return -best
	}
	return best
}

func segmentDistance(p, a, b point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = max(0, min(1, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/n))
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}

// bounds is a box of longitudes and latitudes; east may be above 180.
type bounds struct{ west, south, east, north float64 }

func boundOf(ring []point) bounds {
	b := bounds{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range ring {
		b.west, b.east = min(b.west, p[0]), max(b.east, p[0])
		b.south, b.north = min(b.south, p[1]), max(b.north, p[1])
	}
	return b
}

func (b bounds) join(c bounds) bounds {
	return bounds{min(b.west, c.west), min(b.south, c.south), max(b.east, c.east), max(b.north, c.north)}
}

func (b bounds) size() float64 { return (b.east - b.west) * (b.north - b.south) }

// gap is the greater of the gaps between two boxes in longitude and in latitude, in degrees; negative when they overlap.
func (b bounds) gap(c bounds) float64 {
	return max(max(b.west, c.west)-min(b.east, c.east), max(b.south, c.south)-min(b.north, c.north))
}

// near moves a box by full turns of the earth to where it is nearest to another.
func (b bounds) near(c bounds) bounds {
	shift := 360 * math.Round(((c.west+c.east)-(b.west+b.east))/2/360)
	return bounds{b.west + shift, b.south, b.east + shift, b.north}
}
