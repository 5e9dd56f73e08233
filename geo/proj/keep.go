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
		a.flat.LineVec(k, line)
		k.end()
	}
	k.box = clip.Bound(k.points)
}

// keepPoints projects points that need no cut.
func (a *Atlas) keepPoints(k *kept, points []geo.Vec) {
	for _, v := range points {
		x, y := a.flat.unit(a.flat.turn(v))
		k.points = append(k.points, [2]float64{x, -y})
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

// lies says where a cap lies: wholly where the projection is tame, so that points can be projected one by one, or wholly
// beyond the horizon. It may say neither of a cap where one is true.
func (p *Projector) lies(c geo.Cap) (whole, hidden bool) {
	t := p.turn(c.Centre)
	if h := p.proj.Horizon(); h > 0 {
		const tame = 2.6 // radians from the centre, beyond which the azimuthal projection pulls edges apart
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
