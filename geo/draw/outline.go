package draw

import (
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// outline turns a glyph's curves into the straight lines of a Path.
type outline struct {
	path      *Path
	scale     float64
	x, y      float64 // origin, in units
	tolerance float64
	px, py    float64 // the pen, in units
	started   bool
}

func (o *outline) add(s *sfnt.Segment) {
	switch s.Op {
	case sfnt.SegmentOpMoveTo:
		o.px, o.py = o.point(s.Args[0])
		if o.started {
			o.path.Close()
		}
		o.started = true
		o.path.MoveTo(o.px, o.py)
	case sfnt.SegmentOpLineTo:
		o.px, o.py = o.point(s.Args[0])
		o.path.LineTo(o.px, o.py)
	case sfnt.SegmentOpQuadTo:
		bx, by := o.point(s.Args[0])
		cx, cy := o.point(s.Args[1])
		// A quadratic is a cubic whose inner points lie two thirds of the way to its own.
		o.cubic(o.px+(bx-o.px)*2/3, o.py+(by-o.py)*2/3, cx+(bx-cx)*2/3, cy+(by-cy)*2/3, cx, cy)
	case sfnt.SegmentOpCubeTo:
		bx, by := o.point(s.Args[0])
		cx, cy := o.point(s.Args[1])
		dx, dy := o.point(s.Args[2])
		o.cubic(bx, by, cx, cy, dx, dy)
	}
}

func (o *outline) point(p fixed.Point26_6) (x, y float64) {
	return o.x + float64(p.X)*o.scale, o.y + float64(p.Y)*o.scale
}

// cubic cuts a Bézier curve into equal steps of its parameter. The distance between curve and chord is at most an
// eighth of the second derivative, itself at most six times the larger second difference of the points.
func (o *outline) cubic(bx, by, cx, cy, dx, dy float64) {
	ax, ay := o.px, o.py
	bend := math.Max(math.Hypot(ax-2*bx+cx, ay-2*by+cy), math.Hypot(bx-2*cx+dx, by-2*cy+dy))
	n := int(math.Min(math.Max(math.Ceil(math.Sqrt(0.75*bend/o.tolerance)), 1), 64))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		o.path.LineTo(a*ax+b*bx+c*cx+d*dx, a*ay+b*by+c*cy+d*dy)
	}
	o.px, o.py = dx, dy
}
