package raster

import (
	"math"

	"entente/geo/draw"
)

// pen outlines lines of a given radius into a filler. The outline of a line goes along its left side and back along its
// right, so all of them wind the same way, and what overlaps counts once.
type pen struct {
	fill   *filler
	radius float32
	cap    draw.Cap

	started      bool
	fx, fy       float32 // the first point
	fnx, fny     float32 // normal of the first piece, radius long
	x, y, nx, ny float32 // the last point and the normal of the last piece
	hasPiece     bool
}

// line draws a line that is not closed. Pieces outside the window are left out, and the line begins again after them,
// outside the window too, where the end that it gets is not seen.
func (p *pen) line(xy []float32, scale, dx, dy float32) {
	if len(xy) < 2 {
		return
	}
	x0, y0 := xy[0]*scale-dx, xy[1]*scale-dy
	p.to(x0, y0)
	for k := 2; k+1 < len(xy); k += 2 {
		x1, y1 := xy[k]*scale-dx, xy[k+1]*scale-dy
		if from, to := p.inside(x0, y0, x1, y1); from >= to {
			p.end(false)
		}
		p.to(x1, y1)
		x0, y0 = x1, y1
	}
	p.end(false)
}

// to goes straight to (x, y) in the window's pixels, or starts there.
func (p *pen) to(x, y float32) {
	if !p.started {
		p.started, p.x, p.y, p.fx, p.fy = true, x, y, x, y
		return
	}
	vx, vy := x-p.x, y-p.y
	length := sqrt(vx*vx + vy*vy)
	if length < 1e-3 {
		return
	}
	nx, ny := -vy/length*p.radius, vx/length*p.radius
	if p.hasPiece {
		p.join(nx, ny)
	} else {
		p.fnx, p.fny, p.hasPiece = nx, ny, true
	}
	p.fill.edge(p.x+nx, p.y+ny, x+nx, y+ny)
	p.fill.edge(x-nx, y-ny, p.x-nx, p.y-ny)
	p.x, p.y, p.nx, p.ny = x, y, nx, ny
}

// end finishes the line and makes the pen ready for the next.
func (p *pen) end(closed bool) {
	switch {
	case !p.started:
	case !p.hasPiece:
		if p.cap == draw.Round {
			p.arc(p.x, p.y, p.radius, 0, -p.radius, 0)
			p.arc(p.x, p.y, -p.radius, 0, p.radius, 0)
		}
	case closed:
		p.to(p.fx, p.fy)
		p.join(p.fnx, p.fny)
	default:
		p.tip(p.x, p.y, p.nx, p.ny)
		p.tip(p.fx, p.fy, -p.fnx, -p.fny)
	}
	p.started, p.hasPiece = false, false
}

// tip ends the outline at (x, y), from the left side, where the normal points, round to the right.
func (p *pen) tip(x, y, nx, ny float32) {
	if p.cap == draw.Round {
		p.arc(x, y, nx, ny, -nx, -ny)
		return
	}
	p.fill.edge(x+nx, y+ny, x-nx, y-ny)
}

// join leads both sides of the outline around the last point to the normal of the next piece: straight where the line
// hardly turns, else round on the outside and through the point itself on the inside, where that keeps the winding.
func (p *pen) join(nx, ny float32) {
	x, y := p.x, p.y
	dot, cross := p.nx*nx+p.ny*ny, p.nx*ny-p.ny*nx
	if dot > 0.97*p.radius*p.radius {
		p.fill.edge(x+p.nx, y+p.ny, x+nx, y+ny)
		p.fill.edge(x-nx, y-ny, x-p.nx, y-p.ny)
		return
	}
	if cross > 0 {
		p.through(x, y, p.nx, p.ny, nx, ny)
		p.arc(x, y, -nx, -ny, -p.nx, -p.ny)
		return
	}
	p.arc(x, y, p.nx, p.ny, nx, ny)
	p.through(x, y, -nx, -ny, -p.nx, -p.ny)
}

func (p *pen) through(x, y, ax, ay, bx, by float32) {
	p.fill.edge(x+ax, y+ay, x, y)
	p.fill.edge(x, y, x+bx, y+by)
}

// arc goes around (x, y) from one offset to another, by the shorter way; half turns go the way that a tip needs.
func (p *pen) arc(x, y, ax, ay, bx, by float32) {
	angle := math.Atan2(float64(ax*by-ay*bx), float64(ax*bx+ay*by))
	if angle > math.Pi-1e-3 {
		angle -= 2 * math.Pi
	}
	steps := int(math.Ceil(2 * math.Abs(angle) * math.Min(math.Sqrt(float64(p.radius)+0.5), 64)))
	sin64, cos64 := math.Sincos(angle / float64(max(steps, 1)))
	sin, cos := float32(sin64), float32(cos64)
	cx, cy := ax, ay
	for i := 1; i < steps; i++ {
		ex, ey := cx*cos-cy*sin, cx*sin+cy*cos
		p.fill.edge(x+cx, y+cy, x+ex, y+ey)
		cx, cy = ex, ey
	}
	p.fill.edge(x+cx, y+cy, x+bx, y+by)
}

// inside says between which shares of its length a piece can be seen in the window.
func (p *pen) inside(x0, y0, x1, y1 float32) (from, to float32) {
	return p.fill.inWindow(x0, y0, x1, y1, p.radius+1)
}

func sqrt(v float32) float32 { return float32(math.Sqrt(float64(v))) }

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
