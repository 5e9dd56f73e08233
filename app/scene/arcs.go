package scene

import (
	"math"

	"entente/geo/draw"
)

// arc is a tie as it is drawn.
type arc struct {
	link   int
	path   draw.Path // the whole way, for the pointer
	shaft  draw.Path // the way less what arrowheads take up; empty when there are none
	heads  draw.Path
	line   Line
	casing float64    // on each side; 0 is none
	dash   [4]float64 // memory of the line's dashes
}

// Above crowded ties, light ones are drawn thinner in colour and none is cased.
const crowded = 150

// Shares of its colour that a tie keeps: when others are selected, and the lightest of a crowd.
const (
	fadedShare = 0.14
	lightShare = 0.12
)

// crowdedFade is how fast ties fade with their rank: the more there are, the fewer keep most of their colour.
func crowdedFade(many int) float64 { return 2 + float64(many)/float64(crowded) }

// bendArcs makes an arc of every link, in the order of drawing: faded ones first, then by weight, the selected, the hovered.
func (s *Scene) bendArcs(c *curves) {
	n := len(s.net.links)
	if cap(s.arcs) < n {
		s.arcs = append(s.arcs[:cap(s.arcs)], make([]arc, n-cap(s.arcs))...)
	}
	s.arcs, s.heads = s.arcs[:n], s.heads[:0]
	k := 0
	for pass := range 3 {
		for i := range s.net.links {
			if s.liftOf(i) == pass {
				s.bendArc(&s.arcs[k], i, c)
				k++
			}
		}
	}
}

// liftOf is 0 for ties at the bottom, 1 for the selected when anything is, 2 for those under the pointer.
func (s *Scene) liftOf(i int) int {
	pair := s.net.links[i].tie.Pair
	switch {
	case s.hovers(pair):
		return 2
	case !s.in.Selected.Empty() && s.strongPair(pair):
		return 1
	}
	return 0
}

func (s *Scene) bendArc(a *arc, i int, c *curves) {
	l := &s.net.links[i]
	a.link = i
	a.line = s.in.Theme.line(a.dash[:0], l.tie.Stance, l.tie.Reports, l.tie.Planned)
	a.casing = 1.1
	if many := len(s.net.links); many > crowded {
		a.line.Color = fade(a.line.Color, lightShare+(1-lightShare)*math.Pow(l.rank, crowdedFade(many)))
		a.casing = 0
	}
	switch {
	case s.hovers(l.tie.Pair):
		a.line.Color.A = 255
		a.casing = 2.2
	case !s.strongPair(l.tie.Pair):
		a.line.Color = fade(withAlpha(a.line.Color, 255), fadedShare)
		a.casing = 0
	case !s.in.Selected.Empty():
		a.line.Color.A = 255
		a.casing = 1.4
	}
	c.bend(&a.path, i, l, s.in.View)
	a.shaft.Reset()
	a.heads.Reset()
	if l.toA || l.toB {
		a.point(l.toA && s.spots[l.a].seen, l.toB && s.spots[l.b].seen)
	}
	if a.line.Color.A < 128 { // names may hide what is hardly seen
		return
	}
	for k := range a.heads.Lines() {
		minX, minY, maxX, maxY := a.heads.LineBounds(k)
		s.heads = append(s.heads, draw.Rect{MinX: float64(minX), MinY: float64(minY), MaxX: float64(maxX), MaxY: float64(maxY)})
	}
}

// dotGap is the room between a tie's arrowhead and the middle of the dot that it points at.
const dotGap = 5.0

// point puts arrowheads on the ends and shortens the shaft by them. An arc too short for that keeps its whole way.
func (a *arc) point(atStart, atEnd bool) {
	n := a.path.Lines()
	if n == 0 {
		return
	}
	long, half := 5.5+1.6*a.line.Width, 2.2+1.1*a.line.Width
	first, _ := a.path.Line(0)
	last, _ := a.path.Line(n - 1)
	room := lengthOf(first)
	if n > 1 {
		room = math.Min(room, lengthOf(last))
	}
	if room < 2.2*(dotGap+long) {
		return
	}
	for i := range n {
		xy, _ := a.path.Line(i)
		from, to := 0.0, math.Inf(1)
		if i == 0 && atStart {
			from = a.head(xy, long, half, false)
		}
		if i == n-1 && atEnd {
			to = lengthOf(xy) - a.head(xy, long, half, true)
		}
		part(&a.shaft, xy, from, to)
	}
}

// head adds an arrowhead at an end of a line and gives how much of the line it takes.
func (a *arc) head(xy []float32, long, half float64, atEnd bool) (taken float64) {
	tipAt, baseAt := dotGap, dotGap+long
	if atEnd {
		length := lengthOf(xy)
		tipAt, baseAt = length-tipAt, length-baseAt
	}
	tx, ty := pointAt(xy, tipAt)
	bx, by := pointAt(xy, baseAt)
	dx, dy := tx-bx, ty-by
	n := math.Hypot(dx, dy)
	if n == 0 {
		return 0
	}
	dx, dy = dx/n, dy/n
	a.heads.MoveTo(tx, ty)
	a.heads.LineTo(bx-dy*half, by+dx*half)
	a.heads.LineTo(bx+dx*long*0.22, by+dy*long*0.22)
	a.heads.LineTo(bx+dy*half, by-dx*half)
	a.heads.Close()
	return dotGap + long*0.8
}

func (a *arc) draw(c draw.Canvas, t *Theme) {
	path := &a.path
	if a.shaft.Points() > 0 {
		path = &a.shaft
	}
	cut := draw.Butt
	if a.line.Round {
		cut = draw.Round
	}
	if a.casing > 0 {
		c.Stroke(path, draw.Stroke{Color: t.Casing, Width: a.line.Width + 2*a.casing})
	}
	c.Stroke(path, draw.Stroke{Color: a.line.Color, Width: a.line.Width, Dash: a.line.Dash, Cap: cut})
	if a.heads.Points() > 0 {
		if a.casing > 0 {
			c.Stroke(&a.heads, draw.Stroke{Color: t.Casing, Width: 2 * a.casing})
		}
		c.Fill(&a.heads, draw.Fill{Color: a.line.Color})
	}
}

func lengthOf(xy []float32) float64 {
	sum := 0.0
	for k := 2; k+1 < len(xy); k += 2 {
		sum += math.Hypot(float64(xy[k]-xy[k-2]), float64(xy[k+1]-xy[k-1]))
	}
	return sum
}

// pointAt is the point a length along a line, or its end.
func pointAt(xy []float32, length float64) (x, y float64) {
	for k := 2; k+1 < len(xy); k += 2 {
		x0, y0, x1, y1 := float64(xy[k-2]), float64(xy[k-1]), float64(xy[k]), float64(xy[k+1])
		step := math.Hypot(x1-x0, y1-y0)
		if length <= step && step > 0 {
			t := math.Max(length/step, 0)
			return x0 + (x1-x0)*t, y0 + (y1-y0)*t
		}
		length -= step
	}
	return float64(xy[len(xy)-2]), float64(xy[len(xy)-1])
}

// part appends the part of a line between two lengths along it.
func part(p *draw.Path, xy []float32, from, to float64) {
	begun, gone := false, 0.0
	for k := 2; k+1 < len(xy); k += 2 {
		step := math.Hypot(float64(xy[k]-xy[k-2]), float64(xy[k+1]-xy[k-1]))
		if gone+step >= from && !begun {
			p.MoveTo(pointAt(xy, from))
			begun = true
		}
		if gone+step >= to {
			p.LineTo(pointAt(xy, to))
			return
		}
		if begun {
			p.LineTo(float64(xy[k]), float64(xy[k+1]))
		}
		gone += step
	}
}
