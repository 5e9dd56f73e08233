package draw

import "math"

// Rect is a rectangle; the points on its edges belong to it.
type Rect struct{ MinX, MinY, MaxX, MaxY float64 }

// Width is the length of the horizontal sides; negative in a rectangle that holds nothing.
func (r Rect) Width() float64 { return r.MaxX - r.MinX }

// Height is the length of the vertical sides; negative in a rectangle that holds nothing.
func (r Rect) Height() float64 { return r.MaxY - r.MinY }

// Contains says whether (x, y) lies in r.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.MinX && x <= r.MaxX && y >= r.MinY && y <= r.MaxY
}

// ContainsRect says whether all of q lies in r.
func (r Rect) ContainsRect(q Rect) bool {
	return q.MinX >= r.MinX && q.MaxX <= r.MaxX && q.MinY >= r.MinY && q.MaxY <= r.MaxY
}

// Overlaps says whether r and q share more than an edge.
func (r Rect) Overlaps(q Rect) bool {
	return r.MinX < q.MaxX && q.MinX < r.MaxX && r.MinY < q.MaxY && q.MinY < r.MaxY
}

// Intersect gives what r and q share; its width or height is negative when they are apart.
func (r Rect) Intersect(q Rect) Rect {
	return Rect{math.Max(r.MinX, q.MinX), math.Max(r.MinY, q.MinY), math.Min(r.MaxX, q.MaxX), math.Min(r.MaxY, q.MaxY)}
}

// Union gives the smallest rectangle around both.
func (r Rect) Union(q Rect) Rect {
	return Rect{math.Min(r.MinX, q.MinX), math.Min(r.MinY, q.MinY), math.Max(r.MaxX, q.MaxX), math.Max(r.MaxY, q.MaxY)}
}

// Grow moves every side outward by d, or inward when d is negative.
func (r Rect) Grow(d float64) Rect {
	return Rect{r.MinX - d, r.MinY - d, r.MaxX + d, r.MaxY + d}
}
