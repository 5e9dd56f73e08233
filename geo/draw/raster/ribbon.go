package raster

import "math"

// ribbon draws open lines that turn gently, as the arcs of ties do, straight onto the pixels. At every point of the line
// the pixels are parted between the pieces before and after it, along the line that halves their angle; so each pixel
// belongs to one piece, and is blended once, by its distance from that piece. That costs a fraction of outlining a thin
// arc and sweeping its rows. Dashes are looked up in a pattern. Which pixel gets what depends on the whole picture's
// coordinates alone, so it is the same in every band.
type ribbon struct {
	canvas  *Canvas
	ink     ink
	radius  float32  // in pixels
	pattern *pattern // solid without dashes
	points  []ribbonPoint
	gone    float64 // length of the line up to the last point
}

// ribbonPoint is a point of a ribbon, in the picture's pixels, and the piece that begins there.
type ribbonPoint struct {
	x, y   float64
	ux, uy float64 // direction of the piece
	at     float64 // length of the line up to here
	ox, oy int32   // the pixel that it lies on, from which forms are counted
	part   form    // below 0 before the parting line, which lies at the point itself, or a pixel beyond it at the ends
}

// gentle is the least cosine of a turn that a ribbon can take.
const gentle = 0.86

// halfTurn is the tangent of half such a turn, and a little more.
const halfTurn = 0.3

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

// line draws a line, as pen.line does. The pattern runs on below what is left out.
func (r *ribbon) line(xy []float32, scale, dx, dy float32) {
	r.gone = 0
	x0, y0 := xy[0]*scale, xy[1]*scale
	for k := 2; k+1 < len(xy); k += 2 {
		x1, y1 := xy[k]*scale, xy[k+1]*scale
		if from, to := r.inside(x0-dx, y0-dy, x1-dx, y1-dy); from < to {
			if len(r.points) == 0 {
				r.to(x0, y0)
			}
			r.to(x1, y1)
		} else {
			r.end()
			if r.pattern != solid {
				r.gone += float64(sqrt((x1-x0)*(x1-x0) + (y1-y0)*(y1-y0)))
			}
		}
		x0, y0 = x1, y1
	}
	r.end()
}

// to goes straight to (x, y) in the picture's pixels, or starts there. Steps too short to have a direction are left out.
func (r *ribbon) to(x, y float32) {
	p := ribbonPoint{x: float64(x), y: float64(y), ox: int32(floor(x)), oy: int32(floor(y))}
	if n := len(r.points); n > 0 {
		last := &r.points[n-1]
		vx, vy := p.x-last.x, p.y-last.y
		length := math.Sqrt(vx*vx + vy*vy)
		if length < 0.05 {
			return
		}
		last.ux, last.uy = vx/length, vy/length
		r.gone += length
	}
	p.at = r.gone
	r.points = append(r.points, p)
}

// end draws the line so far; the next one starts anew. Its ends are cut square.
func (r *ribbon) end() {
	if len(r.points) < 2 {
		r.points = r.points[:0]
		return
	}
	r.part()
	for i := 0; i+1 < len(r.points); i++ {
		l := r.lane(i)
		l.draw(r.canvas.img.Pix)
	}
	r.points = r.points[:0]
}

// part sets the parting lines of all points.
func (r *ribbon) part() {
	n := len(r.points)
	if n < 2 {
		return
	}
	first, before, last := &r.points[0], &r.points[n-2], &r.points[n-1]
	first.parting(first.ux, first.uy, 1)
	for i := 1; i+1 < n; i++ {
		a, b := &r.points[i-1], &r.points[i]
		b.parting(a.ux+b.ux, a.uy+b.uy, 0)
	}
	last.parting(before.ux, before.uy, -1)
}

// inside says between which shares of its length a piece can be seen in the window.
func (r *ribbon) inside(x0, y0, x1, y1 float32) (from, to float32) {
	return r.canvas.fill.inWindow(x0, y0, x1, y1, r.radius+1)
}

// parting sets the parting line through the point with a normal, plus more.
func (p *ribbonPoint) parting(nx, ny, more float64) {
	p.part = formOf(nx, ny, p.x, p.y, more, p.ox, p.oy)
}
