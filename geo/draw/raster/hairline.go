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
	w, h := float32(f.width), float32(f.height)
	if max(x0, x1) < -2 || min(x0, x1) > w+2 || max(y0, y1) < -2 || min(y0, y1) > h+2 || dx == 0 && dy == 0 {
		return
	}
	if abs(dx) >= abs(dy) {
		if dx < 0 {
			x0, y0, x1, y1 = x1, y1, x0, y0
		}
		f.flat(x0, y0, x1, (y1-y0)/(x1-x0), width)
		return
	}
	if dy < 0 {
		x0, y0, x1, y1 = x1, y1, x0, y0
	}
	f.steep(x0, y0, y1, (x1-x0)/(y1-y0), width)
}

// flat adds a piece that goes right from (x0, y0) to x1, column by column.
func (f *filler) flat(x0, y0, x1, slope, width float32) {
	half := width * root1(slope) / 2
	first, last := max(floor(x0), 0), min(floor(x1), f.width-1)
	for x := first; x <= last; x++ {
		from, to := max(x0, float32(x)), min(x1, float32(x+1))
		share := to - from
		mid := y0 + ((from+to)/2-x0)*slope
		low, high := mid-half, mid+half
		top, bottom := max(floor(low), 0), min(floor(high), f.height-1)
		for y := top; y <= bottom; y++ {
			part := min(high, float32(y+1)) - max(low, float32(y))
			f.mark(x, y, share*part)
		}
	}
}

// steep adds a piece that goes down from (x0, y0) to y1, row by row.
func (f *filler) steep(x0, y0, y1, slope, width float32) {
	half := width * root1(slope) / 2
	first, last := max(floor(y0), 0), min(floor(y1), f.height-1)
	for y := first; y <= last; y++ {
		from, to := max(y0, float32(y)), min(y1, float32(y+1))
		share := to - from
		mid := x0 + ((from+to)/2-y0)*slope
		low, high := mid-half, mid+half
		left, right := max(floor(low), 0), min(floor(high), f.width-1)
		for x := left; x <= right; x++ {
			part := min(high, float32(x+1)) - max(low, float32(x))
			f.mark(x, y, share*part)
		}
	}
}

func (f *filler) mark(x, y int, cover float32) {
	f.cells[y*f.stride+x] += cover
	f.marks[y*f.words+x>>6] |= 1 << (x & 63)
	f.top, f.bottom = min(f.top, y), max(f.bottom, y+1)
}

// root1 is the length of a line that goes one to the side and slope up.
func root1(slope float32) float32 { return sqrt(1 + slope*slope) }

func floor(v float32) int {
	i := int(v)
	if float32(i) > v {
		i--
	}
	return i
}
