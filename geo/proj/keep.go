package proj

import (
	"math"

	"entente/geo"
	"entente/geo/clip"
)

// keepArea turns, cuts and projects an area.
func (a *Atlas) keepArea(k *kept, area *geo.Area) {
	k.begin(a.age)
	whole, hidden := a.flat.lies(area.Cap)
	switch {
	case hidden:
	case whole:
		for _, ring := range area.Rings {
			a.keepPoints(k, ring)
		}
	default:
		a.rings = a.rings[:0]
		a.store = a.store[:0]
		for _, ring := range area.Rings {
			from := len(a.store)
			for _, v := range ring {
				a.store = append(a.store, a.flat.turn(v))
			}
			a.rings = append(a.rings, a.store[from:len(a.store):len(a.store)])
		}
		a.flat.cutUnit(a.rings, func() {
			for _, p := range a.flat.plane {
				k.points = append(k.points, [2]float64{p[0], -p[1]})
			}
			k.end()
		})
	}
	k.box = clip.Bound(k.points)
}

// keepLine turns, cuts and projects a line.
func (a *Atlas) keepLine(k *kept, line []geo.Vec, cap geo.Cap) {
	k.begin(a.age)
	whole, hidden := a.flat.lies(cap)
	switch {
	case hidden:
	case whole:
		a.keepPoints(k, line)
	default:
		a.cutLine(k, line)
	}
	k.box = clip.Bound(k.points)
}

// cutLine cuts and projects a line whose points are close together. Where the azimuthal projection pulls even those apart,
// the way of any line is taken.
func (a *Atlas) cutLine(k *kept, line []geo.Vec) {
	h := a.flat.proj.Horizon()
	if h > tame || a.flat.proj.Name() == Mercator {
		a.flat.LineVec(k, line)
		k.end()
		return
	}
	last := a.flat.turn(line[0])
	if h == 0 || last.X >= a.flat.horizon {
		a.keepPoint(k, last)
	}
	for _, v := range line[1:] {
		v = a.flat.turn(v)
		if h > 0 {
			a.roundStep(k, last, v, h)
		} else {
			if near, far, cut := seam(last, v); cut {
				a.keepPoint(k, near)
				k.end()
				a.keepPoint(k, far)
			}
			a.keepPoint(k, v)
		}
		last = v
	}
	k.end()
}

// roundStep keeps the end of a step on a globe, if it is in sight, and where the step crosses the horizon.
func (a *Atlas) roundStep(k *kept, from, to geo.Vec, h float64) {
	seenFrom, seenTo := from.X >= a.flat.horizon, to.X >= a.flat.horizon
	switch {
	case seenFrom && !seenTo:
		a.keepPoint(k, clip.Crossing(from, to, h))
		k.end()
	case !seenFrom && seenTo:
		a.keepPoint(k, clip.Crossing(to, from, h))
	}
	if seenTo {
		a.keepPoint(k, to)
	}
}

// keepPoint projects a turned direction.
func (a *Atlas) keepPoint(k *kept, turned geo.Vec) {
	x, y := a.flat.unit(turned)
	k.points = append(k.points, [2]float64{x, -y})
}

// keepPoints projects points that need no cut.
func (a *Atlas) keepPoints(k *kept, points []geo.Vec) {
	for _, v := range points {
		a.keepPoint(k, a.flat.turn(v))
	}
	k.end()
}

// begin empties what is kept, for a new age.
func (k *kept) begin(age uint32) {
	k.age, k.points, k.ends = age, k.points[:0], k.ends[:0]
}

// end ends a sub-path, if it has any points.
func (k *kept) end() {
	n := int32(len(k.points))
	if n > 0 && (len(k.ends) == 0 || k.ends[len(k.ends)-1] < n) {
		k.ends = append(k.ends, n)
	}
}

// MoveTo, LineTo and Close make a kept shape a sink, for lines that have to be cut.
func (k *kept) MoveTo(x, y float64) {
	k.end()
	k.LineTo(x, y)
}

func (k *kept) LineTo(x, y float64) { k.points = append(k.points, [2]float64{x, y}) }

func (k *kept) Close() { k.end() }

// tame is how far from the centre, in radians, the azimuthal projection can be trusted not to pull edges apart.
const tame = 2.6

// lies says where a cap lies: wholly where the projection is tame, so that points can be projected one by one, or wholly
// beyond the horizon. It may say neither of a cap where one is true.
func (p *Projector) lies(c geo.Cap) (whole, hidden bool) {
	t := p.turn(c.Centre)
	if h := p.proj.Horizon(); h > 0 {
		angle := math.Acos(max(-1, min(1, t.X)))
		return angle+c.Radius <= min(h, tame), angle-c.Radius >= h
	}
	if c.Radius >= math.Pi/2 {
		return false, false
	}
	// The cut is the half circle with Y = 0 and negative X, poles included. Latitudes that the map leaves out need care too.
	sin, cos := math.Sincos(c.Radius)
	awayFromCut := math.Abs(t.Y) > sin || t.X > 0 && math.Abs(t.Z) < cos
	return awayFromCut && (p.proj.Name() != Mercator || math.Abs(math.Asin(max(-1, min(1, t.Z))))+c.Radius < mercatorLimit), false
}
