package proj

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo"
	"entente/geo/clip"
)

// longest is the way that a line goes on the sphere without a point between, in radians, however straight it looks.
const longest = 5 * degree

var cosLongest = math.Cos(longest)

// straight is how far a drawn line may lie beside the true one, in pixels.
const straight = 1.0 / 3

// Line draws an open line through the places along great circles, bent as the projection bends them to within a third of a
// pixel, cut at the antimeridian or the horizon and at the frame of the view. Places that are NaN are left out.
func (p *Projector) Line(sink Sink, places []orb.Point) {
	p.line(sink, len(places), func(i int) geo.Vec { return geo.VecOf(places[i]) })
}

// LineVec is Line for directions.
func (p *Projector) LineVec(sink Sink, places []geo.Vec) {
	p.line(sink, len(places), func(i int) geo.Vec { return places[i] })
}

func (p *Projector) line(sink Sink, n int, place func(i int) geo.Vec) {
	p.plane = p.plane[:0]
	var last geo.Vec
	begun := false
	for i := range n {
		t := p.turn(place(i))
		if t.X != t.X || t.Y != t.Y || t.Z != t.Z {
			continue
		}
		if begun {
			p.way(sink, last, t)
		}
		last, begun = t, true
	}
	p.flush(sink)
}

// way draws the great circle between two turned directions in steps that are short enough to cut at most once.
func (p *Projector) way(sink Sink, a, b geo.Vec) {
	steps := 1.0
	if a.Dot(b) < cosLongest {
		steps = max(1, math.Ceil(a.Angle(b)/longest))
	}
	from := a
	for i := 1.0; i <= steps; i++ {
		to := b
		if i < steps {
			to = a.Between(b, i/steps)
		}
		if p.horizon > -2 {
			p.stepRound(sink, from, to)
		} else {
			p.stepFlat(sink, from, to)
		}
		from = to
	}
}

// stepRound draws a step on a projection with a horizon.
func (p *Projector) stepRound(sink Sink, a, b geo.Vec) {
	seenA, seenB := a.X >= p.horizon, b.X >= p.horizon
	switch {
	case !seenA && !seenB:
		p.flush(sink)
		return
	case !seenA:
		p.flush(sink)
		a = clip.Crossing(b, a, p.proj.Horizon())
	case !seenB:
		b = clip.Crossing(a, b, p.proj.Horizon())
	}
	p.bend(a, b, 0)
	if !seenB {
		p.flush(sink)
	}
}

// stepFlat draws a step on a projection that is cut along the antimeridian.
func (p *Projector) stepFlat(sink Sink, a, b geo.Vec) {
	if !p.onMap(a) && !p.onMap(b) {
		p.flush(sink)
		return
	}
	near, far, cut := seam(a, b)
	if !cut {
		p.bend(a, b, 0)
		return
	}
	p.bend(a, near, 0)
	p.flush(sink)
	p.bend(far, b, 0)
}

// seam finds where a short way between turned directions crosses the antimeridian, where Y is 0 and X negative: a hair before
// it, on the side of a, and a hair behind.
func seam(a, b geo.Vec) (near, far geo.Vec, cut bool) {
	if (a.Y < 0) == (b.Y < 0) {
		return a, b, false
	}
	t := a.Y / (a.Y - b.Y)
	x, z := a.X+t*(b.X-a.X), a.Z+t*(b.Z-a.Z)
	if x >= 0 {
		return a, b, false
	}
	n := math.Hypot(x, z)
	near = geo.Vec{X: x / n, Y: math.Copysign(1e-12, a.Y), Z: z / n}
	far = near
	far.Y = -near.Y
	return near, far, true
}

// bend appends the way from a to b, halved until its middle lies on the straight line.
func (p *Projector) bend(a, b geo.Vec, depth int) {
	ax, ay := p.unit(a)
	if len(p.plane) == 0 {
		p.add(ax, ay)
	}
	bx, by := p.unit(b)
	p.halve(a, b, [2]float64{ax, ay}, [2]float64{bx, by}, depth)
}

func (p *Projector) halve(a, b geo.Vec, pa, pb [2]float64, depth int) {
	if depth < 10 {
		m := a.Middle(b)
		mx, my := p.unit(m)
		dx, dy := p.view.Scale*(mx-(pa[0]+pb[0])/2), p.view.Scale*(my-(pa[1]+pb[1])/2)
		if dx*dx+dy*dy > p.slack*p.slack {
			p.halve(a, m, pa, [2]float64{mx, my}, depth+1)
			p.halve(m, b, [2]float64{mx, my}, pb, depth+1)
			return
		}
	}
	p.add(pb[0], pb[1])
}

// flush draws what is gathered of the line, and begins a new one.
func (p *Projector) flush(sink Sink) {
	p.frame.Line(sink, p.plane)
	p.plane = p.plane[:0]
}
