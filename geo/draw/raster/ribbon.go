package raster

import "math"

// ribbon draws an open line that turns gently, as the arcs of ties do, straight onto the pixels. At every point of the
// line the pixels are parted between the pieces before and after it, along the line that halves their angle; so each
// pixel belongs to one piece, and is blended once, by its distance from that piece. That costs a fifth of outlining a
// thin arc and sweeping its rows.
type ribbon struct {
	points []ribbonPoint
}

// ribbonPoint is a point of a ribbon, in the window's pixels, and the piece that begins there.
type ribbonPoint struct {
	x, y   float32
	ux, uy float32 // direction of the piece
	at     float32 // length of the ribbon before the point
	bx     float32 // sign of the parting line's normal along x; 0 when it is level
	lean   float32 // of the parting line: change of x for a change of y
}

// gentle is the least cosine of a turn that a ribbon can take.
const gentle = 0.86

// lay takes over a line given in units; ok is false when it turns too sharply for a ribbon.
func (r *ribbon) lay(xy []float32, scale, dx, dy float32) (ok bool) {
	r.points = r.points[:0]
	for k := 0; k+1 < len(xy); k += 2 {
		p := ribbonPoint{x: xy[k]*scale - dx, y: xy[k+1]*scale - dy}
		if n := len(r.points); n > 0 {
			last := &r.points[n-1]
			vx, vy := p.x-last.x, p.y-last.y
			length := sqrt(vx*vx + vy*vy)
			if length < 0.05 {
				continue
			}
			last.ux, last.uy = vx/length, vy/length
			p.at = last.at + length
		}
		r.points = append(r.points, p)
	}
	for i := 1; i+1 < len(r.points); i++ {
		a, b := &r.points[i-1], &r.points[i]
		if a.ux*b.ux+a.uy*b.uy < gentle {
			return false
		}
		b.part(a.ux+b.ux, a.uy+b.uy)
	}
	return len(r.points) > 1
}

// part sets the parting line through the point by its normal.
func (p *ribbonPoint) part(nx, ny float32) {
	if abs(nx) < 1e-4*abs(ny) {
		p.bx, p.lean = 0, ny
		return
	}
	p.bx, p.lean = nx, -ny/nx
}

// before gives the columns of a row, from and to exclusive, that lie before the parting line.
func (p *ribbonPoint) before(y float32, from, to int) (int, int) {
	switch {
	case p.bx == 0:
		if p.lean*(y-p.y) < 0 {
			return from, to
		}
		return from, from
	case p.bx > 0:
		return from, min(to, p.column(y))
	}
	return max(from, p.column(y)), to
}

// after gives the columns that lie on or after the parting line: exactly those that before leaves.
func (p *ribbonPoint) after(y float32, from, to int) (int, int) {
	switch {
	case p.bx == 0:
		if p.lean*(y-p.y) < 0 {
			return from, from
		}
		return from, to
	case p.bx > 0:
		return max(from, p.column(y)), to
	}
	return from, min(to, p.column(y))
}

// column is the first column whose middle lies right of the parting line.
func (p *ribbonPoint) column(y float32) int {
	return floor(min(max(p.x+p.lean*(y-p.y)+0.5, -1e6), 1e6))
}

// draw lays ink along the ribbon, radius pixels to both sides. Without dashes the ends are cut square.
func (r *ribbon) draw(c *Canvas, radius float32, k *ink, d *dashes) {
	last := len(r.points) - 1
	length := r.points[last].at
	for i := range last {
		a, b := &r.points[i], &r.points[i+1]
		reach := radius + 0.5
		top := max(floor(min(a.y, b.y)-reach), 0)
		bottom := min(floor(max(a.y, b.y)+reach)+1, c.fill.height)
		for y := top; y < bottom; y++ {
			py := float32(y) + 0.5
			from, to := a.columns(py, reach, c.fill.width)
			if i > 0 {
				from, to = a.after(py, from, to)
			}
			if i+1 < last {
				from, to = b.before(py, from, to)
			}
			if from < to {
				a.row(c.row(y)[4*from:4*to], float32(from)+0.5, py, radius, length, k, d)
			}
		}
	}
}

// columns gives the columns of a row within reach of the piece's line.
func (p *ribbonPoint) columns(y, reach float32, width int) (from, to int) {
	dy := y - p.y
	if abs(p.uy) < 1e-4 {
		if abs(dy) > reach+1 {
			return 0, 0
		}
		return 0, width
	}
	middle := p.x + dy*p.ux/p.uy
	half := reach / abs(p.uy)
	return max(floor(max(middle-half, -1)), 0), min(floor(min(middle+half, 1e6))+1, width)
}

// row blends a run of pixels that belong to the piece, the first with its middle at (x, y).
func (p *ribbonPoint) row(pixels []byte, x, y, radius, length float32, k *ink, d *dashes) {
	off := p.ux*(y-p.y) - p.uy*(x-p.x)       // distance to the right of the line
	at := p.at + p.ux*(x-p.x) + p.uy*(y-p.y) // way along the line
	for ; len(pixels) >= 4; pixels = pixels[4:] {
		cover := radius + 0.5 - abs(off)
		ends := min(at, length-at) + 0.5
		if d != nil {
			cover, ends = d.cover(at, off, radius, cover), min(ends, 1)
		}
		if cover > 0 && ends > 0 {
			weight := uint32(min(cover, 1)*min(ends, 1)*k.alpha + 0.5)
			k.blend(pixels[:4], min(weight, 256))
		}
		off -= p.uy
		at += p.ux
	}
}

// dashes tells how much of a place along a line is inked. It holds the middles and half lengths of the dashes.
type dashes struct {
	total float32
	phase float32
	round bool
	spans [4]struct{ middle, half float32 }
	n     int
}

// set takes a dash pattern over; ok is false when it has too many dashes.
func (d *dashes) set(from *dasher, round bool) (ok bool) {
	d.total, d.phase, d.round, d.n = float32(from.total), float32(from.phase), round, 0
	start := 0.0
	for i, l := range from.lengths {
		if i%2 == 0 {
			if d.n == len(d.spans) {
				return false
			}
			d.spans[d.n].middle, d.spans[d.n].half = float32(start+l/2), float32(l/2)
			d.n++
		}
		start += l
	}
	return true
}

// cover is the share of a pixel that a dash covers: at along the line, off beside it; across is the share without dashes.
func (d *dashes) cover(at, off, radius, across float32) float32 {
	if across <= 0 {
		return 0
	}
	m := at + d.phase
	m -= d.total * float32(math.Floor(float64(m/d.total)))
	best := float32(-1)
	for _, s := range d.spans[:d.n] {
		// The pattern repeats, so the nearest copy of the dash counts.
		beside := abs(m - s.middle)
		beside = min(beside, d.total-beside) - s.half
		if d.round {
			beyond := max(beside, 0)
			best = max(best, radius+0.5-sqrt(beyond*beyond+off*off))
		} else {
			best = max(best, min(0.5-beside, 1)*min(across, 1))
		}
	}
	return best
}
