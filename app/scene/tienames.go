package scene

import (
	"math"

	"entente/geo/draw"
)

// What ties are about is written in this size, this far from the line, in units, for at most so many ties.
const (
	tieNameSize = 10.0
	tieNameGap  = 2.2
	mostTies    = 80
	mostTried   = 60 // in a crowd, where most find no room
)

// shares are the places of a text along its arc that are tried, as shares of the way.
var shares = [...]float64{0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78}

// writeTies writes what ties are about along their arcs, the lifted and the heavy ones first.
func (s *Scene) writeTies() {
	if s.in.TieName == nil {
		return
	}
	if !s.indexed {
		s.fillIndex()
	}
	most := len(s.arcs)
	if most > crowded {
		most = mostTried
	}
	written, tried := 0, 0
	for i := len(s.arcs) - 1; i >= 0 && written < mostTies && tried < most; i-- {
		a := &s.arcs[i]
		if a.line.Color.A < 128 {
			continue
		}
		tried++
		if text := s.in.TieName(s.net.links[a.link].tie); text != "" && s.writeTie(i, text) {
			written++
		}
	}
}

// writeTie writes a text along an arc, above or below it, where no other arc is in the way. Texts of ties that are lifted may
// cross others.
func (s *Scene) writeTie(i int, words string) bool {
	a, t := &s.arcs[i], &s.in.Theme
	pair := s.net.links[a.link].tie.Pair
	n := name{pair: pair, kind: tieName}
	n.text = draw.Text{Text: words, Size: s.in.words(tieNameSize), Anchor: draw.Middle, Color: t.Text, Halo: t.Halo, Spread: haloSpread}
	long := s.fonts.Length(&n.text)
	lifted := s.hovers(pair) || !s.in.Selected.Empty() && s.strongPair(pair)
	for _, crossing := range [...]bool{false, true} {
		if crossing && !lifted {
			break
		}
		for k := range a.path.Lines() {
			xy, _ := a.path.Line(k)
			whole := lengthOf(xy)
			if whole < long+24 {
				continue
			}
			for _, share := range shares {
				for _, below := range [...]bool{false, true} {
					if bent, ok := alongArc(n.text, xy, share*whole, long, a.line.Width, below); ok && s.writeClear(n, bent, i, crossing) {
						return true
					}
				}
			}
		}
	}
	return false
}

// writeClear writes a text of an arc unless another arc runs through it.
func (s *Scene) writeClear(n name, text draw.Text, arc int, crossing bool) bool {
	n.text = text
	return (crossing || !s.runThrough(&n.text, arc)) && s.write(n)
}

// faintArc is the alpha below which an arc may run through a text.
const faintArc = 64

// runThrough says whether an arc runs through a text that is another's.
func (s *Scene) runThrough(t *draw.Text, arc int) bool {
	from := len(s.cells)
	s.cells = footprint(s.cells, s.fonts, t)
	cells := s.cells[from:]
	s.cells = s.cells[:from]
	counts := func(other int) bool { return other != arc && s.arcs[other].line.Color.A >= faintArc }
	for _, cell := range cells {
		if s.index.Any((cell.MinX+cell.MaxX)/2, (cell.MinY+cell.MaxY)/2, math.Min(cell.Width(), cell.Height())/2+1, counts) {
			return true
		}
	}
	return false
}

// alongArc lays a text on a line around a point of it, upright, above or below it. ok is false where the line is not there
// or is no arc of a circle.
func alongArc(text draw.Text, xy []float32, at, long, width float64, below bool) (draw.Text, bool) {
	if at-long/2 < 10 || at+long/2 > lengthOf(xy)-10 {
		return text, false
	}
	var x, y [5]float64
	for i := range x {
		x[i], y[i] = pointAt(xy, at+long*(float64(i)/4-0.5))
	}
	if x[4] < x[0] {
		x[0], x[1], x[3], x[4] = x[4], x[3], x[1], x[0]
		y[0], y[1], y[3], y[4] = y[4], y[3], y[1], y[0]
	}
	first, second := math.Atan2(y[2]-y[0], x[2]-x[0]), math.Atan2(y[4]-y[2], x[4]-x[2])
	half := math.Remainder(second-first, 2*math.Pi)
	turn := first + half/2
	sin, cos := math.Sincos(turn)
	off := width/2 + tieNameGap + draw.Descent*0.4*text.Size
	if below {
		off = -(width/2 + tieNameGap + draw.CapHeight*text.Size)
	}
	text.X, text.Y = x[2]+off*sin, y[2]-off*cos
	text.Rotate, text.Bend = turn*180/math.Pi, 2*half*180/math.Pi
	if math.Abs(text.Bend) > mostBend {
		return text, false
	}
	// A line that is no circle strays from the one through its ends and middle.
	chord, radius := long, math.Inf(1)
	if half != 0 {
		radius = chord / (2 * half)
	}
	sagitta := chord * chord / 32 / radius // of a quarter, from the chord of a half
	for _, i := range [...]int{1, 3} {
		mx, my := (x[i-1]+x[i+1])/2, (y[i-1]+y[i+1])/2
		if math.Abs(math.Hypot(x[i]-mx, y[i]-my)-math.Abs(sagitta)) > 1.5 {
			return text, false
		}
	}
	return text, true
}
