package scene

import (
	"math"
	"slices"

	"entente/geo/draw"
)

// awayNames is how many of the most important names may stand away from their dots.
const awayNames = 12

// sides are the places of a name around its dot, by how pleasant they are: the anchor of the text, the direction, and
// the eighth of the compass that they cover.
var sides = [...]struct {
	anchor draw.Anchor
	dx, dy float64
	eighth int
}{
	{draw.Start, 1, 0, 2}, {draw.End, -1, 0, 6}, {draw.Middle, 0, 1, 4}, {draw.Middle, 0, -1, 0},
	{draw.Start, 0.75, 0.75, 3}, {draw.End, -0.75, 0.75, 5}, {draw.Start, 0.75, -0.75, 1}, {draw.End, -0.75, -0.75, 7},
}

// writeBeside writes the name of a country with ties next to its dot, on the side where the fewest arcs leave; if the name
// finds no room, its code is tried.
func (s *Scene) writeBeside(c candidate) {
	t := &s.in.Theme
	text := draw.Text{Text: s.in.Name(c.party), Size: tiedSize, Weight: draw.Bold, Color: t.Text, Halo: t.Halo, Spread: haloSpread}
	if s.chosen(c.party) || s.lit(c.party) {
		text.Size = chosenSize
	}
	if !s.strongCountry(c.party) {
		text.Color, text.Weight = fade(t.Text, 0.45), draw.Regular
	}
	order := s.sidesOf(c)
	for _, i := range order {
		if s.writeAt(c, text, i) {
			return
		}
	}
	if s.writeAway(c, text) || text.Text == string(c.party) {
		return
	}
	text.Text, text.Size = string(c.party), plainSize
	for _, i := range order {
		if s.writeAt(c, text, i) {
			return
		}
	}
}

// sidesOf orders the places around the dot of a country, the best first.
func (s *Scene) sidesOf(c candidate) (order [len(sides)]int) {
	for i := range order {
		order[i] = i
	}
	load := &s.net.nodes[c.node].load
	cost := func(i int) float64 { return load[sides[i].eighth] + 0.35*float64(i) }
	slices.SortStableFunc(order[:], func(a, b int) int {
		switch ca, cb := cost(a), cost(b); {
		case ca < cb:
			return -1
		case ca > cb:
			return 1
		}
		return 0
	})
	return order
}

func (s *Scene) writeAt(c candidate, text draw.Text, side int) bool {
	d := sides[side]
	const gap = 6.0
	text.Anchor = d.anchor
	text.X = c.x + gap*d.dx
	text.Y = c.y + draw.XHeight/2*text.Size + d.dy*(gap+draw.XHeight*text.Size*0.75)
	return s.write(name{party: c.party, kind: tiedName, text: text})
}

// writeAway writes the name of an important country in a crowd at some distance, with a thin line to its dot.
func (s *Scene) writeAway(c candidate, text draw.Text) bool {
	if c.rank >= awayNames {
		return false
	}
	for _, distance := range [...]float64{26, 40, 56, 76} {
		for i := range 16 {
			// From the left and right first, then up and down: texts are wide, so there is more room beside.
			eighth := float64(i/4)/4 + 1.0/16
			sin, cos := math.Sincos(eighth * math.Pi / 2)
			dx, dy := distance*cos, distance*sin
			if i%2 == 1 {
				dx = -dx
			}
			if i%4 >= 2 {
				dy = -dy
			}
			text.Anchor = draw.Start
			if dx < 0 {
				text.Anchor = draw.End
			}
			text.X, text.Y = c.x+dx, c.y+dy+draw.XHeight/2*text.Size
			if s.passesDots(c, dx, dy) {
				continue
			}
			if s.write(name{party: c.party, kind: tiedName, text: text, leader: [4]float64{c.x, c.y, c.x + dx*0.94, c.y + dy*0.94}}) {
				return true
			}
		}
	}
	return false
}

// passesDots says whether a line from the dot of a country runs close by the dot of another.
func (s *Scene) passesDots(c candidate, dx, dy float64) bool {
	long := math.Hypot(dx, dy)
	for i := range s.dots {
		d := &s.dots[i]
		x, y := d.x-c.x, d.y-c.y
		along, off := (x*dx+y*dy)/long, math.Abs(x*dy-y*dx)/long
		if d.tied && d.party != c.party && along > 0 && along < long && off < dotRoom+1 {
			return true
		}
	}
	return false
}
