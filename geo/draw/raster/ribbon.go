package raster

import "image"

// ribbon draws open lines that turn gently, as the arcs of ties do, straight onto the pixels. At every point of the line
// the pixels are parted between the pieces before and after it, along the line that halves their angle; so each pixel
// belongs to one piece, and is blended once, by its distance from that piece. That costs a fraction of outlining a thin
// arc and sweeping its rows.
type ribbon struct {
	canvas *Canvas
	ink    ink
	radius float32 // in pixels
	dots   bool    // lines of one point are discs
	points []ribbonPoint
	masks  map[discKey]*mask // of dots
}

// discPlaces is the number of places between two pixels, in each direction, that a dot can stand at.
const (
	discPlaces = 1 << discShift
	discShift  = 2
	maxDiscs   = 4096 // masks that are kept
)

// discKey is a dot's radius and its place between pixels.
type discKey struct {
	radius float32
	x, y   uint8
}

// ribbonPoint is a point of a ribbon, in the window's pixels, and the piece that begins there.
type ribbonPoint struct {
	x, y   float32
	ux, uy float32 // direction of the piece
	px, py float32 // a point of the parting line: the point itself, or a pixel beyond it at the ends
	bx     float32 // sign of the parting line's normal along x; 0 when it is level
	lean   float32 // of the parting line: change of x for a change of y
}

// gentle is the least cosine of a turn that a ribbon can take.
const gentle = 0.86

// turnsGently says whether a line is fit for a ribbon.
func turnsGently(xy []float32) bool {
	if len(xy) < 4 {
		return false
	}
	const short = 0.05 // steps of this length and less have no direction worth the name
	var ux, uy float32
	x, y := xy[0], xy[1]
	for k := 2; k+1 < len(xy); k += 2 {
		vx, vy := xy[k]-x, xy[k+1]-y
		if vx*vx+vy*vy < short*short {
			continue
		}
		x, y = xy[k], xy[k+1]
		dot := ux*vx + uy*vy
		if (ux != 0 || uy != 0) && (dot < 0 || dot*dot < gentle*gentle*(ux*ux+uy*uy)*(vx*vx+vy*vy)) {
			return false
		}
		ux, uy = vx, vy
	}
	return true
}

// to goes straight to (x, y) in the window's pixels, or starts there. Steps too short to have a direction are left out.
func (r *ribbon) to(x, y float32) {
	if n := len(r.points); n > 0 {
		last := &r.points[n-1]
		vx, vy := x-last.x, y-last.y
		length := sqrt(vx*vx + vy*vy)
		if length < 0.05 {
			return
		}
		last.ux, last.uy = vx/length, vy/length
	}
	r.points = append(r.points, ribbonPoint{x: x, y: y})
}

// end draws the line so far; the next one starts anew. Its ends are cut square.
func (r *ribbon) end(bool) {
	n := len(r.points)
	if n > 1 {
		first, before, last := &r.points[0], &r.points[n-2], &r.points[n-1]
		first.part(first.x-first.ux, first.y-first.uy, first.ux, first.uy)
		for i := 1; i+1 < n; i++ {
			a, b := &r.points[i-1], &r.points[i]
			b.part(b.x, b.y, a.ux+b.ux, a.uy+b.uy)
		}
		last.part(last.x+before.ux, last.y+before.uy, before.ux, before.uy)
		for i := range n - 1 {
			r.piece(&r.points[i], &r.points[i+1], i == 0, i == n-2)
		}
	} else if n == 1 && r.dots {
		r.disc(r.points[0].x, r.points[0].y)
	}
	r.points = r.points[:0]
}

// inside says between which shares of its length a piece can be seen in the window.
func (r *ribbon) inside(x0, y0, x1, y1 float32) (from, to float32) {
	return r.canvas.fill.inWindow(x0, y0, x1, y1, r.radius+1)
}

// part sets the parting line by a point of it and its normal.
func (p *ribbonPoint) part(x, y, nx, ny float32) {
	p.px, p.py = x, y
	if abs(nx) < 1e-4*abs(ny) {
		p.bx, p.lean = 0, ny
		return
	}
	p.bx, p.lean = nx, -ny/nx
}

// cut narrows columns, to exclusive, to those before the parting line, or to those on it and after: exactly the others.
func (p *ribbonPoint) cut(y float32, from, to int, before bool) (int, int) {
	if p.bx == 0 {
		if (p.lean*(y-p.py) < 0) != before {
			return from, from
		}
		return from, to
	}
	// The first column whose middle lies right of the parting line, or on it.
	at := column(p.px + p.lean*(y-p.py))
	if (p.bx > 0) == before {
		return from, min(to, at)
	}
	return max(from, at), to
}

// column is the first column whose middle lies at x or right of it, or 0 when that lies left of the window.
func column(x float32) int {
	if !(x > -0.5) {
		return 0
	}
	if x > 1<<24 {
		return 1 << 24
	}
	return int(x + 0.5)
}

// one is 1 in the fixed-point numbers of pixel loops.
const one = 1 << 16

// piece draws the piece from a to b; first and last pieces have an end, which is softened over a pixel.
func (r *ribbon) piece(a, b *ribbonPoint, first, last bool) {
	c := r.canvas
	reach := r.radius + 0.5
	top := max(floor(min(a.y, b.y)-reach), 0)
	bottom := min(floor(max(a.y, b.y)+reach)+1, c.fill.height)
	level := abs(a.uy) < 1e-4
	slope, half := float32(0), float32(0)
	if !level {
		slope, half = a.ux/a.uy, reach/abs(a.uy)
	}
	stepOff, stepAt := int(a.uy*one), int(a.ux*one)
	for y := top; y < bottom; y++ {
		py := float32(y) + 0.5
		from, to := 0, c.fill.width
		if !level {
			middle := a.x + (py-a.y)*slope
			from, to = column(middle-half), min(column(middle+half), to)
		}
		if level || abs(py-a.y) < reach+1 || abs(py-b.y) < reach+1 {
			from, to = a.cut(py, from, to, false)
			from, to = b.cut(py, from, to, true)
		}
		if from >= to {
			continue
		}
		dx, dy := float32(from)+0.5-a.x, py-a.y
		off := int((a.ux*dy - a.uy*dx) * one)
		pixels := c.row(y)[from:to]
		if !first && !last {
			r.ink.across(pixels, int(reach*one), off, stepOff)
			continue
		}
		const far = 1 << 40
		start, end := far, far
		if first {
			start = int((a.ux*dx + a.uy*dy + 0.5) * one)
		}
		if last {
			end = int((a.ux*(b.x-a.x-dx) + a.uy*(b.y-a.y-dy) + 0.5) * one)
		}
		r.ink.acrossEnd(pixels, int(reach*one), off, stepOff, start, end, stepAt)
	}
}

// across blends a run of pixels by their distance from a line: off for the first, in fixed point, less step from each to
// the next. Pixels within reach less one are covered fully, those beyond reach not at all.
func (k *ink) across(pixels []uint32, reach, off, step int) {
	over, alpha := k.wide, k.weight256
	for i, old := range pixels {
		cover := max(min(reach-max(off, -off), one), 0)
		pixels[i] = blend(old, over, uint32(cover*alpha+one/2)>>16)
		off -= step
	}
}

// acrossEnd is across near the ends of a line, start and end before them.
func (k *ink) acrossEnd(pixels []uint32, reach, off, step, start, end, stepAt int) {
	more := stepAt * (len(pixels) - 1)
	if min(start, start+more, end, end-more) >= one {
		k.across(pixels, reach, off, step)
		return
	}
	over, alpha := k.wide, k.weight256
	for i, old := range pixels {
		cover := max(min(reach-max(off, -off), one), 0)
		cover = cover * max(min(start, end, one), 0) >> 16
		pixels[i] = blend(old, over, uint32(cover*alpha+one/2)>>16)
		off -= step
		start += stepAt
		end -= stepAt
	}
}

// disc draws a dot of a dotted line. Dots of one size are many, so their masks are kept, one for each place between
// pixels that is told apart.
func (r *ribbon) disc(x, y float32) {
	const places = discPlaces
	px, py := floor(x*places+0.5), floor(y*places+0.5)
	key := discKey{r.radius, uint8(px & (places - 1)), uint8(py & (places - 1))}
	m := r.masks[key]
	if m == nil {
		if r.masks == nil || len(r.masks) > maxDiscs {
			r.masks = map[discKey]*mask{}
		}
		m = discMask(float32(key.x)/places, float32(key.y)/places, r.radius)
		r.masks[key] = m
	}
	r.canvas.stamp(m, px>>discShift, py>>discShift, &r.ink)
}

// discMask is the mask of a disc around (x, y).
func discMask(x, y, radius float32) *mask {
	reach := int(radius) + 2
	m := &mask{box: image.Rect(-reach, -reach, reach+1, reach+1)}
	for row := m.box.Min.Y; row < m.box.Max.Y; row++ {
		for column := m.box.Min.X; column < m.box.Max.X; column++ {
			dx, dy := float32(column)+0.5-x, float32(row)+0.5-y
			cover := clamp(radius+0.5-sqrt(dx*dx+dy*dy), 0, 1)
			m.pix = append(m.pix, uint8(cover*255+0.5))
		}
	}
	return m
}
