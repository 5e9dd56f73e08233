package draw

import "math"

// Path is a list of lines, each a run of straight pieces. The zero Path is empty and ready. It satisfies proj.Sink, so
// a projection can draw into it. Its points lie in one flat buffer that Reset keeps, so a path that is filled anew in
// every frame makes no garbage.
type Path struct {
	xy    []float32 // x0, y0, x1, y1 …
	lines []line
	done  box // around all lines but the last
}

type line struct {
	end    int32 // index in xy after the line's last coordinate
	closed bool
	box    box
}

type box struct{ minX, minY, maxX, maxY float32 }

// nowhere is the box around nothing.
var nowhere = box{float32(math.Inf(1)), float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Inf(-1))}

func (b box) union(c box) box {
	return box{min(b.minX, c.minX), min(b.minY, c.minY), max(b.maxX, c.maxX), max(b.maxY, c.maxY)}
}

// MoveTo starts a new line at (x, y). A point that is not finite is left out.
func (p *Path) MoveTo(x, y float64) {
	if !finite(x, y) {
		return
	}
	p.begin()
	p.add(float32(x), float32(y))
}

// LineTo goes straight to (x, y). Without a line to continue, or after Close, it starts one, as MoveTo does. A point
// that is not finite is left out.
func (p *Path) LineTo(x, y float64) {
	if !finite(x, y) {
		return
	}
	if len(p.lines) == 0 || p.lines[len(p.lines)-1].closed {
		p.begin()
	}
	p.add(float32(x), float32(y))
}

// Close joins the last point of the current line to its first. Without a current line it does nothing.
func (p *Path) Close() {
	if n := len(p.lines); n > 0 {
		p.lines[n-1].closed = true
	}
}

// Reset empties the path and keeps its buffers.
func (p *Path) Reset() {
	p.xy, p.lines = p.xy[:0], p.lines[:0]
}

// Lines is the number of lines.
func (p *Path) Lines() int { return len(p.lines) }

// Points is the number of points in all lines.
func (p *Path) Points() int { return len(p.xy) / 2 }

// Line gives line i as x, y pairs in the path's own buffer, to be read only and only until the path changes.
func (p *Path) Line(i int) (xy []float32, closed bool) {
	start := int32(0)
	if i > 0 {
		start = p.lines[i-1].end
	}
	l := p.lines[i]
	return p.xy[start:l.end], l.closed
}

// Bounds gives the smallest rectangle around all points; ok is false when there are none.
func (p *Path) Bounds() (r Rect, ok bool) {
	if len(p.xy) == 0 {
		return Rect{}, false
	}
	b := p.done.union(p.lines[len(p.lines)-1].box)
	return Rect{float64(b.minX), float64(b.minY), float64(b.maxX), float64(b.maxY)}, true
}

// LineBounds gives the smallest rectangle around line i.
func (p *Path) LineBounds(i int) (minX, minY, maxX, maxY float32) {
	b := &p.lines[i].box
	return b.minX, b.minY, b.maxX, b.maxY
}

// Append adds the lines of q.
func (p *Path) Append(q *Path) {
	if len(q.xy) == 0 {
		return
	}
	base := int32(len(p.xy))
	if n := len(p.lines); n > 0 {
		p.done = p.done.union(p.lines[n-1].box)
	} else {
		p.done = nowhere
	}
	p.done = p.done.union(q.done)
	p.xy = append(p.xy, q.xy...)
	for _, l := range q.lines {
		l.end += base
		p.lines = append(p.lines, l)
	}
}

// Rect adds a rectangle.
func (p *Path) Rect(r Rect) {
	p.MoveTo(r.MinX, r.MinY)
	p.LineTo(r.MaxX, r.MinY)
	p.LineTo(r.MaxX, r.MaxY)
	p.LineTo(r.MinX, r.MaxY)
	p.Close()
}

// RoundRect adds a rectangle with corners of the given radius, cut down to half the shorter side.
func (p *Path) RoundRect(r Rect, radius float64) {
	radius = math.Min(radius, math.Min(r.Width(), r.Height())/2)
	if !(radius > 0) {
		p.Rect(r)
		return
	}
	const steps = 6
	corners := [4][2]float64{{r.MaxX - radius, r.MinY + radius}, {r.MaxX - radius, r.MaxY - radius},
		{r.MinX + radius, r.MaxY - radius}, {r.MinX + radius, r.MinY + radius}}
	for c, corner := range corners {
		for i := 0; i <= steps; i++ {
			sin, cos := math.Sincos((float64(c) - 1 + float64(i)/steps) * math.Pi / 2)
			x, y := corner[0]+radius*cos, corner[1]+radius*sin
			if c == 0 && i == 0 {
				p.MoveTo(x, y)
			} else {
				p.LineTo(x, y)
			}
		}
	}
	p.Close()
}

// Circle adds a circle as a polygon that stays within a twentieth of a unit of it. A radius of 0 or less adds nothing.
func (p *Path) Circle(x, y, radius float64) {
	if !(radius > 0) || !finite(x, y) || math.IsInf(radius, 0) {
		return
	}
	n := int(math.Min(math.Max(math.Ceil(math.Pi/math.Acos(math.Max(0, 1-0.05/radius))), 12), 360))
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		if i == 0 {
			p.MoveTo(x+radius*cos, y+radius*sin)
		} else {
			p.LineTo(x+radius*cos, y+radius*sin)
		}
	}
	p.Close()
}

// begin starts a line that has no point yet.
func (p *Path) begin() {
	if n := len(p.lines); n > 0 {
		p.done = p.done.union(p.lines[n-1].box)
	} else {
		p.done = nowhere
	}
	p.lines = append(p.lines, line{end: int32(len(p.xy)), box: nowhere})
}

func (p *Path) add(x, y float32) {
	l := &p.lines[len(p.lines)-1]
	// Plain comparisons: the points are never NaN, and this is done for every point of the world.
	if x < l.box.minX {
		l.box.minX = x
	}
	if x > l.box.maxX {
		l.box.maxX = x
	}
	if y < l.box.minY {
		l.box.minY = y
	}
	if y > l.box.maxY {
		l.box.maxY = y
	}
	p.xy = append(p.xy, x, y)
	l.end = int32(len(p.xy))
}

// finite says whether both fit a float32 well enough to be drawn: neither NaN nor beyond a thousand million.
func finite(x, y float64) bool {
	return math.Abs(x) <= 1e9 && math.Abs(y) <= 1e9
}
