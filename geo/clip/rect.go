package clip

import "math"

// Rect is the part of the plane that the picture shows, with its edges.
type Rect struct{ MinX, MinY, MaxX, MaxY float64 }

// Everything is a Rect that cuts nothing.
var Everything = Rect{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}

// Holds says whether the point is inside or on the edge. NaN is not.
func (r Rect) Holds(x, y float64) bool {
	return x >= r.MinX && x <= r.MaxX && y >= r.MinY && y <= r.MaxY
}

// Contains says whether all of s lies in r.
func (r Rect) Contains(s Rect) bool { return r.Holds(s.MinX, s.MinY) && r.Holds(s.MaxX, s.MaxY) }

// Meets says whether r and s have a point in common.
func (r Rect) Meets(s Rect) bool {
	return s.MinX <= r.MaxX && s.MaxX >= r.MinX && s.MinY <= r.MaxY && s.MaxY >= r.MinY
}

// Bound is the smallest Rect around the points; of no points it is one that meets nothing. NaN is left out.
func Bound(points [][2]float64) Rect {
	b := Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range points { // comparisons, as min and max cost four times as much for the sake of NaN
		if p[0] < b.MinX {
			b.MinX = p[0]
		}
		if p[0] > b.MaxX {
			b.MaxX = p[0]
		}
		if p[1] < b.MinY {
			b.MinY = p[1]
		}
		if p[1] > b.MaxY {
			b.MaxY = p[1]
		}
	}
	return b
}

// Line draws the parts of an open line that lie in r. A line of one point, and one with NaN, draws nothing.
func (r Rect) Line(sink Sink, points [][2]float64) {
	drawing := false
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if r.Holds(a[0], a[1]) && r.Holds(b[0], b[1]) {
			if !drawing {
				sink.MoveTo(a[0], a[1])
			}
			sink.LineTo(b[0], b[1])
			drawing = true
			continue
		}
		if outcode := r.side(a) & r.side(b); outcode != 0 {
			drawing = false
			continue
		}
		from, to, ok := r.segment(a, b)
		if !ok {
			drawing = false
			continue
		}
		if !drawing || from != a {
			sink.MoveTo(from[0], from[1])
		}
		sink.LineTo(to[0], to[1])
		drawing = to == b
	}
}

// Cuts says whether a straight line from a to b has a point in r. One with NaN has none.
func (r Rect) Cuts(a, b [2]float64) bool {
	if r.side(a)&r.side(b) != 0 {
		return false
	}
	_, _, ok := r.segment(a, b)
	return ok
}

// side is a set of bits, one for each edge that the point lies beyond; two points with a bit in common have nothing inside
// between them.
func (r Rect) side(p [2]float64) (bits int) {
	if p[0] < r.MinX {
		bits |= 1
	}
	if p[0] > r.MaxX {
		bits |= 2
	}
	if p[1] < r.MinY {
		bits |= 4
	}
	if p[1] > r.MaxY {
		bits |= 8
	}
	return bits
}

// segment is the part of a line from a to b inside r, by Liang and Barsky.
func (r Rect) segment(a, b [2]float64) (from, to [2]float64, ok bool) {
	t0, t1 := 0.0, 1.0
	dx, dy := b[0]-a[0], b[1]-a[1]
	for _, edge := range [4][2]float64{{-dx, a[0] - r.MinX}, {dx, r.MaxX - a[0]}, {-dy, a[1] - r.MinY}, {dy, r.MaxY - a[1]}} {
		p, q := edge[0], edge[1]
		switch {
		case p == 0 && q < 0, p != p, q != q:
			return a, b, false
		case p < 0:
			t0 = max(t0, q/p)
		case p > 0:
			t1 = min(t1, q/p)
		}
	}
	if t0 > t1 {
		return a, b, false
	}
	from, to = a, b
	if t0 > 0 {
		from = [2]float64{a[0] + t0*dx, a[1] + t0*dy}
	}
	if t1 < 1 {
		to = [2]float64{a[0] + t1*dx, a[1] + t1*dy}
	}
	return from, to, true
}

// Polygon cuts closed rings to a Rect, with buffers that it keeps between calls.
type Polygon struct{ ring, spare [][2]float64 }

// Draw draws the part of the ring inside r as one closed sub-path, by Sutherland and Hodgman: where the ring leaves r it
// goes on along the edge. Rings of fewer than three points, and points that are NaN, draw nothing.
func (p *Polygon) Draw(sink Sink, r Rect, ring [][2]float64) {
	p.ring = p.ring[:0]
	outside := 0
	for _, point := range ring {
		if point[0] != point[0] || point[1] != point[1] {
			continue
		}
		p.ring = append(p.ring, point)
		outside |= r.side(point)
	}
	for axis := range 2 {
		if low := [2]float64{r.MinX, r.MinY}[axis]; outside&(1<<(2*axis)) != 0 {
			p.half(axis, low, 1)
		}
		if high := [2]float64{r.MaxX, r.MaxY}[axis]; outside&(2<<(2*axis)) != 0 {
			p.half(axis, high, -1)
		}
	}
	if len(p.ring) < 3 {
		return
	}
	sink.MoveTo(p.ring[0][0], p.ring[0][1])
	for _, point := range p.ring[1:] {
		sink.LineTo(point[0], point[1])
	}
	sink.Close()
}

// half keeps the part of p.ring on one side of a line across the axis: above the edge for sign 1, below for -1.
func (p *Polygon) half(axis int, edge, sign float64) {
	p.ring, p.spare = halfPlane(p.spare[:0], p.ring, axis, edge, sign), p.ring
}

// halfPlane appends to out the ring cut along one line. Points on the cut get exactly the edge's coordinate.
func halfPlane(out, ring [][2]float64, axis int, edge, sign float64) [][2]float64 {
	if len(ring) == 0 {
		return out
	}
	last := ring[len(ring)-1]
	lastIn := sign*(last[axis]-edge) >= 0
	for _, point := range ring {
		in := sign*(point[axis]-edge) >= 0
		if in != lastIn {
			t := (edge - last[axis]) / (point[axis] - last[axis])
			cross := [2]float64{last[0] + t*(point[0]-last[0]), last[1] + t*(point[1]-last[1])}
			cross[axis] = edge
			out = append(out, cross)
		}
		if in {
			out = append(out, point)
		}
		last, lastIn = point, in
	}
	return out
}
