package raster

import "entente/geo/draw"

// hairlines adds the lines of p, width pixels wide, to the filler as covered shares. Borders and coasts are tens of
// thousands of pieces about as long as a pixel; outlining each would cost many times more than the few pixels it covers.
// Here a piece covers, in every column it passes (every row where it is steep), a stretch of the line's thickness; the
// shares of all pieces add up.
func (c *Canvas) hairlines(p *draw.Path, width float32) {
	dx, dy := c.origin()
	for i := range p.Lines() {
		xy, closed := p.Line(i)
		if len(xy) < 4 || c.skips(p, i, width+2) {
			continue
		}
		x0, y0 := xy[0]*c.scale-dx, xy[1]*c.scale-dy
		for k := 2; k+1 < len(xy); k += 2 {
			x1, y1 := xy[k]*c.scale-dx, xy[k+1]*c.scale-dy
			c.fill.hair(x0, y0, x1, y1, width)
			x0, y0 = x1, y1
		}
		if closed {
			c.fill.hair(x0, y0, xy[0]*c.scale-dx, xy[1]*c.scale-dy, width)
		}
	}
}

// hair adds one straight piece.
func (f *filler) hair(x0, y0, x1, y1, width float32) {
	dx, dy := x1-x0, y1-y0
	if f.misses(x0, y0, x1, y1, 2) || dx == 0 && dy == 0 {
		return
	}
	ax, ay := abs(dx), abs(dy)
	if ax >= ay {
		if dx < 0 {
			x0, y0, x1 = x1, y1, x0
		}
		half := width * 0.5 * sqrt(ax*ax+ay*ay) / ax
		f.stretch(x0, y0, x1, dy/dx, half, f.width, f.height, 1, f.stride)
		return
	}
	if dy < 0 {
		x0, y0, y1 = x1, y1, y0
	}
	half := width * 0.5 * sqrt(ax*ax+ay*ay) / ay
	f.stretch(y0, x0, y1, dx/dy, half, f.height, f.width, f.stride, 1)
}

// stretch adds a piece that goes along its longer direction from u0 to u1, at v0 across to begin with. Along and across
// are x and y, or y and x; limits and steps between cells are given for both.
func (f *filler) stretch(u0, v0, u1, slope, half float32, limitU, limitV, stepU, stepV int) {
	first, last := max(floor(u0), 0), min(floor(u1), limitU-1)
	for u := first; u <= last; u++ {
		from, to := float32(u), float32(u+1)
		if from < u0 {
			from = u0
		}
		if to > u1 {
			to = u1
		}
		share := to - from
		middle := v0 + ((from+to)*0.5-u0)*slope
		low, high := middle-half, middle+half
		if low < 0 {
			low = 0
		}
		top, bottom := int(low), min(floor(high), limitV-1)
		for v := top; v <= bottom; v++ {
			part := float32(v+1) - low
			if high < float32(v+1) {
				part = high - low
			}
			low = float32(v + 1)
			f.mark(u, v, u*stepU+v*stepV, stepU == 1, share*part)
		}
	}
}

// mark adds a share to a cell; u and v are its column and row, or its row and column when it was found along y.
func (f *filler) mark(u, v, cell int, flat bool, cover float32) {
	x, y := u, v
	if !flat {
		x, y = v, u
	}
	f.cells[cell] += cover
	f.marks[y*f.words+x>>6] |= 1 << (x & 63)
	if y < f.top {
		f.top = y
	}
	if y >= f.bottom {
		f.bottom = y + 1
	}
}

func floor(v float32) int {
	i := int(v)
	if float32(i) > v {
		i--
	}
	return i
}
