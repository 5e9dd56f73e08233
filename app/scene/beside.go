package scene

import (
	"cmp"
	"math"
	"slices"

	"entente/geo/draw"
)

// awayNames is how many of the most important names may stand away from their dots, and mustNames how many of these may have
// lines that pass other dots.
const (
	awayNames = 12
	mustNames = 3
)

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
	text := draw.Text{Text: s.in.Name(c.party), Size: s.in.words(tiedSize), Weight: draw.Bold, Color: t.Text, Halo: t.Halo, Spread: haloSpread}
	if s.chosen(c.party) || s.lit(c.party) {
		text.Size = s.in.words(chosenSize)
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
	text.Text, text.Size = string(c.party), s.in.words(plainSize)
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

// awayRound is how many directions are tried for a name away from its dot, and mostInward how far into the crowd it may lie: the
// cosine of the angle to the way out.
const (
	awayRound  = 16
	mostInward = -0.25
)

// A name stands at most so far from its dot: an angle of the globe, that a small map does not throw it onto another continent,
// within limits in units.
const (
	awayAngle           = 0.35
	leastAway, mostAway = 28.0, 76.0
)

// writeAway writes the name of an important country in a crowd at some distance, with a thin line to its dot: out of the
// crowd first.
func (s *Scene) writeAway(c candidate, text draw.Text) bool {
	if c.rank >= awayNames {
		return false
	}
	outX, outY := s.wayOut(c)
	var order [awayRound]int
	var out [awayRound]float64
	for i := range order {
		sin, cos := math.Sincos((float64(i) + 0.5) * 2 * math.Pi / awayRound)
		order[i], out[i] = i, outX*cos+outY*sin+0.3*math.Abs(cos) // texts are wide, so there is more room beside
	}
	slices.SortStableFunc(order[:], func(i, k int) int { return cmp.Compare(out[k], out[i]) })
	farthest := math.Max(leastAway, math.Min(s.in.View.Scale*awayAngle, mostAway))
	for _, share := range [...]float64{0.34, 0.53, 0.74, 1} {
		for _, i := range order {
			if (out[i] >= mostInward || c.rank < mustNames) && s.writeAwayAt(c, text, share*farthest, (float64(i)+0.5)*2*math.Pi/awayRound) {
				return true
			}
		}
	}
	return false
}

// crowdAround is how far the ends of ties count for the way out of them, in units.
const crowdAround = 100.0

// wayOut gives the direction from the middle of the ends around a country to its dot, of length 1 or 0.
func (s *Scene) wayOut(c candidate) (x, y float64) {
	n := 0.0
	for i := range s.dots {
		if d := &s.dots[i]; d.tied && math.Hypot(d.x-c.x, d.y-c.y) < crowdAround {
			x, y, n = x+d.x, y+d.y, n+1
		}
	}
	x, y = c.x-x/math.Max(n, 1), c.y-y/math.Max(n, 1)
	if long := math.Hypot(x, y); long > 1 {
		return x / long, y / long
	}
	return 0, 0
}

func (s *Scene) writeAwayAt(c candidate, text draw.Text, distance, angle float64) bool {
	sin, cos := math.Sincos(angle)
	dx, dy := distance*cos, distance*sin
	if c.rank >= mustNames && s.passesDots(c, dx, dy) {
		return false
	}
	text.Anchor = draw.Start
	if dx < 0 {
		text.Anchor = draw.End
	}
	text.X, text.Y = c.x+dx, c.y+dy+draw.XHeight/2*text.Size
	return s.write(name{party: c.party, kind: tiedName, text: text, leader: [4]float64{c.x, c.y, c.x + dx*0.94, c.y + dy*0.94}})
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
