package scene

import (
	"math"

	"entente/geo"
	"entente/geo/draw"
	"entente/geo/proj"
)

// curves are a net's great circles in the plane of one projection and turn of the sphere, at scale 1. Moving and zooming a
// sheet changes none of it, so a frame only multiplies and adds.
type curves struct {
	key    curvesKey
	links  []curve
	pieces []piece
	points []curvePoint
	scale  float64 // at which the projector was asked, to divide its pixels by
	vecs   []geo.Vec
}

// curvesKey says when curves can be used again.
type curvesKey struct {
	net    *net
	view   proj.View // without place, scale and size
	detail int
}

// curve is one link: pieces[from:to] and their length together.
type curve struct {
	from, to int
	length   float64
}

// piece is a run of points without a cut: points[from:to].
type piece struct{ from, to int }

// curvePoint is a point of an arc before it is bowed.
type curvePoint struct {
	x, y   float64
	t      float64 // how far along the link, 0 to 1
	nx, ny float64 // unit normal, to the left of the way
}

// update works the curves out when the key has changed.
func (c *curves) update(n *net, view proj.View, p *proj.Projector) {
	key := curvesKey{n, view, max(9, int(math.Ceil(math.Log2(math.Max(view.Scale, 1)))))}
	key.view.X, key.view.Y, key.view.Scale, key.view.Width, key.view.Height = 0, 0, 0, 0, 0
	if key == c.key {
		return
	}
	c.key, c.scale = key, math.Exp2(float64(key.detail))
	c.links, c.pieces, c.points = c.links[:0], c.pieces[:0], c.points[:0]
	unit := key.view
	unit.Scale = c.scale
	p.Reset(unit)
	poles, sight := polesOf(view), sightOf(view)
	draw := func(part []geo.Vec) { p.LineVec(c, part) }
	for i := range n.links {
		c.vecs = poles.beside(append(c.vecs[:0], n.links[i].way...))
		from := len(c.pieces)
		sight.parts(c.vecs, draw)
		c.links = append(c.links, c.measure(from))
	}
}

// way gives the great circle from a to b as points, bowed to its left by height radians at most, on the sphere; so a bow
// is cut at the edge of the map as the rest is.
func way(vecs []geo.Vec, a, b geo.Vec, angle, height float64) []geo.Vec {
	if a.Dot(b) < -1+1e-9 {
		// Opposite places have no shortest way; go over the pole.
		pole := geo.Vec{Z: math.Copysign(1, a.Z+b.Z)}
		vecs = way(vecs, a, pole, a.Angle(pole), 0)
		return way(vecs[:len(vecs)-1], pole, b, b.Angle(pole), 0)
	}
	n := math.Min(math.Max(math.Ceil(angle*180/math.Pi/3), 16), 60)
	sin := math.Sin(angle)
	left := a.Cross(b)
	if long := left.Len(); long > 1e-9 {
		left = geo.Vec{X: left.X / long, Y: left.Y / long, Z: left.Z / long}
	}
	for i := 0.0; i <= n; i++ {
		t := i / n
		u, v := 1-t, t
		if sin > 1e-9 {
			u, v = math.Sin((1-t)*angle)/sin, math.Sin(t*angle)/sin
		}
		up, on := math.Sincos(height * 4 * t * (1 - t))
		u, v = u*on, v*on
		vecs = append(vecs, geo.Vec{X: u*a.X + v*b.X + up*left.X, Y: u*a.Y + v*b.Y + up*left.Y, Z: u*a.Z + v*b.Z + up*left.Z})
	}
	return vecs
}

// MoveTo, LineTo and Close make curves a proj.Sink.
func (c *curves) MoveTo(x, y float64) {
	c.pieces = append(c.pieces, piece{len(c.points), len(c.points)})
	c.LineTo(x, y)
}

// LineTo goes on with the piece, leaving out points that lie where the last one does.
func (c *curves) LineTo(x, y float64) {
	x, y = x/c.scale, y/c.scale
	last := &c.pieces[len(c.pieces)-1]
	if last.to > last.from {
		if q := c.points[last.to-1]; math.Abs(q.x-x)+math.Abs(q.y-y) < 1e-9 {
			return
		}
	}
	c.points = append(c.points, curvePoint{x: x, y: y})
	last.to++
}

// Close does nothing: arcs are open.
func (c *curves) Close() {}

// measure works out lengths and normals of the pieces that were added last.
func (c *curves) measure(from int) curve {
	total := 0.0
	for _, p := range c.pieces[from:] {
		points := c.points[p.from:p.to]
		for i := range points {
			q := &points[i]
			if i > 0 {
				dx, dy := q.x-points[i-1].x, q.y-points[i-1].y
				total += math.Sqrt(dx*dx + dy*dy)
			}
			q.t = total
			before, after := points[max(i-1, 0)], points[min(i+1, len(points)-1)]
			dx, dy := after.x-before.x, after.y-before.y
			if n := math.Sqrt(dx*dx + dy*dy); n > 0 {
				q.nx, q.ny = dy/n, -dx/n
			}
		}
	}
	if total > 0 {
		for _, p := range c.pieces[from:] {
			for i := p.from; i < p.to; i++ {
				c.points[i].t /= total
			}
		}
	}
	return curve{from, len(c.pieces), total}
}

// The bow of close neighbours, in units: arcs shorter than nearLength bow by up to nearBow, whatever the zoom, so that they
// can be seen and clicked.
const (
	nearLength = 80.0
	nearBow    = 15.0
)

// bend draws a link into a path at the view's place and scale.
func (c *curves) bend(path *draw.Path, i int, l *link, view proj.View) {
	path.Reset()
	near := math.Max(0, 1-c.links[i].length*view.Scale/nearLength)
	height := l.side * nearBow * near * (1 + 2*math.Abs(l.bow))
	belly := 0.55 * nearBow * near * near
	for _, p := range c.pieces[c.links[i].from:c.links[i].to] {
		for k, q := range c.points[p.from:p.to] {
			x, y := view.X+view.Scale*q.x, view.Y+view.Scale*q.y
			if near > 0 {
				off := height * 4 * q.t * (1 - q.t)
				along := -belly * 10.39 * q.t * (1 - q.t) * (1 - 2*q.t)
				x, y = x+q.nx*off-q.ny*along, y+q.ny*off+q.nx*along
			}
			if k == 0 {
				path.MoveTo(x, y)
			} else {
				path.LineTo(x, y)
			}
		}
	}
}
