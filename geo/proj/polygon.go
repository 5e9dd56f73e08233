package proj

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo"
)

// Polygon draws a polygon of places whose edges are great circles: its first ring is the outside, the others are holes. The
// inside is the smaller part of the sphere, whichever way the rings run. It is cut at the antimeridian or the horizon and
// at the frame of the view; a polygon that falls apart becomes several sub-paths, to be filled together.
func (p *Projector) Polygon(sink Sink, polygon orb.Polygon) {
	p.turned = p.turned[:0]
	for i, ring := range polygon {
		vecs := directions(ring)
		if (geo.RingArea(vecs) > 0) != (i == 0) {
			reverse(vecs)
		}
		p.turned = append(p.turned, p.dense(vecs))
	}
	p.cut(sink, p.turned)
}

// directions turns a ring of places into directions, without its closing point and without NaN.
func directions(ring orb.Ring) []geo.Vec {
	vecs := make([]geo.Vec, 0, len(ring))
	for _, place := range ring {
		v := geo.VecOf(place)
		if v.X != v.X || v.Z != v.Z || len(vecs) > 0 && vecs[len(vecs)-1] == v {
			continue
		}
		vecs = append(vecs, v)
	}
	for len(vecs) > 1 && vecs[0] == vecs[len(vecs)-1] {
		vecs = vecs[:len(vecs)-1]
	}
	return vecs
}

func reverse(v []geo.Vec) {
	for i, j := 0, len(v)-1; i < j; i, j = i+1, j-1 {
		v[i], v[j] = v[j], v[i]
	}
}

// dense turns a ring and puts a point into it for every degree.
func (p *Projector) dense(ring []geo.Vec) []geo.Vec {
	var out []geo.Vec
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		steps := max(1, math.Ceil(a.Angle(b)/degree))
		for k := range int(steps) {
			out = append(out, p.turn(a.Between(b, float64(k)/steps)))
		}
	}
	return out
}

// cut draws a turned polygon with its inside on the right hand.
func (p *Projector) cut(sink Sink, polygon [][]geo.Vec) {
	p.cutUnit(polygon, func() {
		for i, q := range p.plane {
			p.plane[i] = p.pixel(q[0], q[1])
		}
		p.polygon.Draw(sink, p.frame, p.plane)
	})
}

// cutUnit cuts a turned polygon and calls emit for each piece, which then stands in p.plane in unit scale.
func (p *Projector) cutUnit(polygon [][]geo.Vec, emit func()) {
	if h := p.proj.Horizon(); h > 0 {
		p.round.Cut(polygon, h, func(ring []geo.Vec) {
			p.plane = p.plane[:0]
			for i, v := range ring {
				p.stretch(v, ring[(i+1)%len(ring)], 0)
			}
			emit()
		})
		return
	}
	p.meridian.Cut(polygon, func(ring [][2]float64) {
		p.plane = p.plane[:0]
		for _, q := range ring {
			x, y := p.proj.Forward(q[0], q[1])
			p.plane = append(p.plane, [2]float64{x, y})
		}
		emit()
	})
}

// stretch appends a in unit scale, and points after it where the projection pulls the way to b far apart, as the azimuthal
// one does near its edge.
func (p *Projector) stretch(a, b geo.Vec, depth int) {
	ax, ay := p.unit(a)
	bx, by := p.unit(b)
	if depth < 6 && math.Hypot(ax-bx, ay-by) > 0.05 {
		m := a.Middle(b)
		p.stretch(a, m, depth+1)
		p.stretch(m, b, depth+1)
		return
	}
	p.plane = append(p.plane, [2]float64{ax, ay})
}
