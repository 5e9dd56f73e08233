package geo

import (
	"math"
	"slices"
)

// Axis is the line through the length of a country along which its name can be written: part of a curve that runs midway
// between the borders of its largest piece.
type Axis struct {
	From, Middle, To Vec
	Width            float64 // of the country across the line, most of the way, in radians; 0 where there is no axis
}

// Axis gives the axis of a country, by its index in Countries. All are worked out at the first call, in a few milliseconds.
func (w *World) Axis(country int) Axis {
	w.axes.once.Do(func() { w.axes.list = w.findAxes() })
	if country < 0 || country >= len(w.axes.list) {
		return Axis{}
	}
	return w.axes.list[country]
}

func (w *World) findAxes() []Axis {
	list := make([]Axis, len(w.Countries))
	shapes, err := w.Shapes(Overview)
	if err != nil {
		return list
	}
	largest := make([]*Area, len(w.Countries))
	size := make([]float64, len(w.Countries))
	for i := range shapes.Areas {
		a := &shapes.Areas[i]
		if a.Country < 0 || len(a.Rings) == 0 {
			continue
		}
		if s := math.Abs(RingArea(a.Rings[0])); s > size[a.Country] {
			largest[a.Country], size[a.Country] = a, s
		}
	}
	for i, a := range largest {
		if a != nil {
			list[i] = axisOf(a)
		}
	}
	return list
}

// plane is the neighbourhood of a direction laid flat, with distances from it kept.
type plane struct{ middle, east, north Vec }

func (p *plane) flat(v Vec) [2]float64 {
	x, y := v.Dot(p.east), v.Dot(p.north)
	n := math.Hypot(x, y)
	if n == 0 {
		return [2]float64{}
	}
	angle := math.Atan2(n, v.Dot(p.middle))
	return [2]float64{x * angle / n, y * angle / n}
}

func (p *plane) round(x, y float64) Vec {
	angle := math.Hypot(x, y)
	sin, cos := math.Sincos(angle)
	if angle > 0 {
		sin /= angle
	}
	e, n, m := p.east, p.north, p.middle
	x, y = x*sin, y*sin
	return Vec{x*e.X + y*n.X + cos*m.X, x*e.Y + y*n.Y + cos*m.Y, x*e.Z + y*n.Z + cos*m.Z}
}

// slice is where a line across the length of an area runs inside it: at one place along the length, the middle and the width
// of its widest stretch.
type slice struct{ along, middle, width float64 }

// slicesAcross is how many lines are laid across a country.
const slicesAcross = 40

// axisOf lays a curve through the middles of slices across the length of an area.
func axisOf(a *Area) Axis {
	p := plane{middle: a.Cap.Centre}
	p.east, p.north = axes(p.middle)
	points := make([][2]float64, len(a.Rings[0]))
	for i, v := range a.Rings[0] {
		points[i] = p.flat(v)
	}
	turn := lengthways(points)
	sin, cos := math.Sincos(turn)
	for i, q := range points {
		points[i] = [2]float64{q[0]*cos + q[1]*sin, q[1]*cos - q[0]*sin}
	}
	cuts := cutAcross(points)
	if len(cuts) < 5 {
		return Axis{}
	}
	width := typical(cuts)
	// Ends that are much narrower than the rest have no room for letters.
	for len(cuts) > 5 && cuts[0].width < 0.4*width {
		cuts = cuts[1:]
	}
	for len(cuts) > 5 && cuts[len(cuts)-1].width < 0.4*width {
		cuts = cuts[:len(cuts)-1]
	}
	curve := parabola(cuts)
	at := func(s float64) Vec {
		t := curve[0] + s*(curve[1]+s*curve[2])
		return p.round(s*cos-t*sin, s*sin+t*cos)
	}
	from, to := cuts[0].along, cuts[len(cuts)-1].along
	return Axis{From: at(from), Middle: at((from + to) / 2), To: at(to), Width: typical(cuts)}
}

// lengthways gives the direction in which an area extends most, by its second moments.
func lengthways(points [][2]float64) float64 {
	var area, x, y, xx, yy, xy float64
	last := points[len(points)-1]
	for _, q := range points {
		cross := last[0]*q[1] - q[0]*last[1]
		area += cross / 2
		x += (last[0] + q[0]) * cross / 6
		y += (last[1] + q[1]) * cross / 6
		xx += (last[0]*last[0] + last[0]*q[0] + q[0]*q[0]) * cross / 12
		yy += (last[1]*last[1] + last[1]*q[1] + q[1]*q[1]) * cross / 12
		xy += (last[0]*q[1] + 2*last[0]*last[1] + 2*q[0]*q[1] + q[0]*last[1]) * cross / 24
		last = q
	}
	if area == 0 {
		return 0
	}
	x, y = x/area, y/area
	xx, yy, xy = xx/area-x*x, yy/area-y*y, xy/area-x*y
	return math.Atan2(2*xy, xx-yy) / 2
}

// cutAcross cuts a ring, which lies lengthways along the first coordinate, into slices.
func cutAcross(points [][2]float64) []slice {
	low, high := math.Inf(1), math.Inf(-1)
	for _, q := range points {
		low, high = math.Min(low, q[0]), math.Max(high, q[0])
	}
	var cuts []slice
	var crossings []float64
	for i := range slicesAcross {
		s := low + (high-low)*(float64(i)+0.5)/slicesAcross
		crossings = crossings[:0]
		last := points[len(points)-1]
		for _, q := range points {
			if (q[0] < s) != (last[0] < s) {
				crossings = append(crossings, last[1]+(q[1]-last[1])*(s-last[0])/(q[0]-last[0]))
			}
			last = q
		}
		slices.Sort(crossings)
		c := slice{along: s}
		for k := 0; k+1 < len(crossings); k += 2 {
			if w := crossings[k+1] - crossings[k]; w > c.width {
				c.width, c.middle = w, (crossings[k]+crossings[k+1])/2
			}
		}
		if c.width > 0 {
			cuts = append(cuts, c)
		}
	}
	return cuts
}

// typical is the width that half of the slices have at least.
func typical(cuts []slice) float64 {
	widths := make([]float64, len(cuts))
	for i, c := range cuts {
		widths[i] = c.width
	}
	slices.Sort(widths)
	return widths[len(widths)/2]
}

// parabola gives the coefficients of the parabola that fits the middles of slices best, the wide ones first, by least squares.
func parabola(cuts []slice) [3]float64 {
	var m [3][4]float64 // the normal equations
	for _, c := range cuts {
		powers := [3]float64{1, c.along, c.along * c.along}
		for i := range 3 {
			for k := range 3 {
				m[i][k] += c.width * powers[i] * powers[k]
			}
			m[i][3] += c.width * powers[i] * c.middle
		}
	}
	for i := range 3 { // the matrix is positive definite, so no row needs to be swapped
		for k := range 3 {
			if k == i || m[i][i] == 0 {
				continue
			}
			f := m[k][i] / m[i][i]
			for j := range 4 {
				m[k][j] -= f * m[i][j]
			}
		}
	}
	var out [3]float64
	for i := range 3 {
		if m[i][i] != 0 {
			out[i] = m[i][3] / m[i][i]
		}
	}
	return out
}
