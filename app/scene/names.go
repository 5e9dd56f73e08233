package scene

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"entente/data"
	"entente/geo"
	"entente/geo/draw"
	"entente/geo/proj"
)

// name is a country's name as it stands on the map.
type name struct {
	party  data.Party
	text   draw.Text
	box    draw.Rect
	tied   bool
	leader [4]float64 // a line from the dot to the text; all 0 is none
}

// candidate is a country that wants its name on the map.
type candidate struct {
	party    data.Party
	x, y     float64
	priority float64
	across   float64 // width of the country in units, for those without ties
	node     int     // -1 without ties
	rank     int     // place in the order of priority
}

// awayNames is how many of the most important names may stand away from their dots.
const awayNames = 12

// Sizes of names, in units.
const (
	tiedSize   = 12.0
	chosenSize = 13.5
	plainSize  = 10.5
	haloSpread = 2.0
)

// writeNames chooses names by priority, each at its best free place; those without a free place are left out.
func (s *Scene) writeNames(p *proj.Projector) {
	s.names = s.names[:0]
	if !s.in.Labels || s.fonts == nil {
		return
	}
	for i, c := range s.candidates(p) {
		c.rank = i
		if c.node >= 0 {
			s.writeBeside(c)
		} else {
			s.writeAcross(c)
		}
	}
}

// candidates lists the countries whose names may be shown, the most important first.
func (s *Scene) candidates(p *proj.Projector) []candidate {
	list := s.order[:0]
	for i := range s.net.nodes {
		n, at := &s.net.nodes[i], s.spots[i]
		if !at.seen || !s.inside(at.x, at.y, 0) {
			continue
		}
		c := candidate{party: n.party, x: at.x, y: at.y, node: i, priority: 1000 + n.weight}
		switch {
		case s.chosen(n.party) || s.lit(n.party):
			c.priority += 2e6
		case s.strongCountry(n.party):
			c.priority += 1e6
		}
		list = append(list, c)
	}
	list = s.plainCandidates(p, list)
	slices.SortStableFunc(list, func(a, b candidate) int {
		switch {
		case a.priority > b.priority:
			return -1
		case a.priority < b.priority:
			return 1
		}
		return 0
	})
	s.order = list
	return list
}

func (s *Scene) plainCandidates(p *proj.Projector, list []candidate) []candidate {
	for i := range s.world.Countries {
		c := &s.world.Countries[i]
		if s.net.tied[i] {
			continue
		}
		across, down := extent(c.Box, s.in.View.Scale)
		if !c.Dot && (across < 26 || down < 9) {
			continue
		}
		if c.Dot && s.in.View.Scale < 1400 {
			continue
		}
		x, y, seen := p.Project(c.Anchor)
		if !seen || !s.inside(x, y, 0) || s.atRim(c.Anchor) {
			continue
		}
		list = append(list, candidate{party: data.Party(c.Code), x: x, y: y, across: across, node: -1, priority: math.Min(across*down/1e4, 900)})
	}
	return list
}

// extent is about how wide and high a box of degrees is at a scale.
func extent(box orb.Bound, scale float64) (across, down float64) {
	mid := (box.Min[1] + box.Max[1]) / 2
	rad := math.Pi / 180 * scale
	return (box.Max[0] - box.Min[0]) * rad * math.Cos(mid*math.Pi/180), (box.Max[1] - box.Min[1]) * rad
}

// atRim says whether a place is so near the edge of the globe that it is seen almost from the side.
func (s *Scene) atRim(place orb.Point) bool {
	v := s.in.View
	return v.Round() && geo.Angle(orb.Point{v.Lon, v.Lat}, place) > 70
}

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
	var order [len(sides)]int
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

func (s *Scene) writeAt(c candidate, text draw.Text, side int) bool {
	d := sides[side]
	const gap = 6.0
	text.Anchor = d.anchor
	text.X = c.x + gap*d.dx
	text.Y = c.y + draw.XHeight/2*text.Size + d.dy*(gap+draw.XHeight*text.Size*0.75)
	return s.write(name{party: c.party, tied: true, text: text})
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
			if s.write(name{party: c.party, tied: true, text: text, leader: [4]float64{c.x, c.y, c.x + dx*0.94, c.y + dy*0.94}}) {
				return true
			}
		}
	}
	return false
}

// writeAcross writes the name of a country without ties over its middle, or above its dot.
func (s *Scene) writeAcross(c candidate) {
	t := &s.in.Theme
	text := draw.Text{Text: s.in.Name(c.party), X: c.x, Size: plainSize, Anchor: draw.Middle, Color: t.Quiet, Halo: fade(t.Halo, 0.7), Spread: 1.5}
	if c.across > 220 {
		text.Size = 12
	}
	text.Y = c.y + draw.XHeight/2*text.Size
	if country, ok := s.world.Country(string(c.party)); ok && country.Dot {
		text.Y = c.y - 5
	} else if s.fonts.Width(text.Text, text.Size, text.Weight) > 1.1*c.across {
		return
	}
	n := name{party: c.party, text: text}
	if len(s.arcs) <= crowded && s.crossed(textBox(s.fonts, &n.text).Grow(-2)) {
		return
	}
	s.write(n)
}

// wideArc is the width from which an arc makes the name under it hard to read.
const wideArc = 2.5

// crossed says whether a wide arc runs through a box.
func (s *Scene) crossed(box draw.Rect) bool {
	for i := range s.arcs {
		a := &s.arcs[i]
		if b, ok := a.path.Bounds(); !ok || a.line.Width < wideArc || a.line.Color.A < 128 || !b.Overlaps(box) {
			continue
		}
		for k := range a.path.Lines() {
			if xy, _ := a.path.Line(k); runsThrough(xy, box) {
				return true
			}
		}
	}
	return false
}

// runsThrough says whether a line has a point in a box, looking at every few units of it.
func runsThrough(xy []float32, box draw.Rect) bool {
	const every = 4.0
	for k := 2; k+1 < len(xy); k += 2 {
		x0, y0, x1, y1 := float64(xy[k-2]), float64(xy[k-1]), float64(xy[k]), float64(xy[k+1])
		if math.Max(x0, x1) < box.MinX || math.Min(x0, x1) > box.MaxX || math.Max(y0, y1) < box.MinY || math.Min(y0, y1) > box.MaxY {
			continue
		}
		n := math.Min(math.Ceil(math.Hypot(x1-x0, y1-y0)/every), 1000)
		for i := 0.0; i <= n; i++ {
			if t := i / math.Max(n, 1); box.Contains(x0+(x1-x0)*t, y0+(y1-y0)*t) {
				return true
			}
		}
	}
	return false
}

// write places a name if it stays inside the map and clear of all that stands there.
func (s *Scene) write(n name) bool {
	n.box = textBox(s.fonts, &n.text)
	box := n.box
	if box.MinX < 3 || box.MinY < 3 || box.MaxX > s.in.Width-3 || box.MaxY > s.in.Height-3 {
		return false
	}
	if s.legend.corner != Auto && box.Overlaps(s.legend.box) {
		return false
	}
	for i := range s.names {
		if box.Overlaps(s.names[i].box) {
			return false
		}
	}
	for i := range s.dots {
		if d := &s.dots[i]; d.tied && d.party != n.party && box.Overlaps(draw.Rect{MinX: d.x - 4, MinY: d.y - 4, MaxX: d.x + 4, MaxY: d.y + 4}) {
			return false
		}
	}
	s.names = append(s.names, n)
	return true
}

// textBox is the room that an upright text takes, with a little air.
func textBox(fonts *draw.Fonts, t *draw.Text) draw.Rect {
	width := fonts.Width(t.Text, t.Size, t.Weight)
	left := t.X - width*float64(t.Anchor)/2
	return draw.Rect{MinX: left - 2, MinY: t.Y - draw.Ascent*t.Size - 1, MaxX: left + width + 2, MaxY: t.Y + draw.Descent*t.Size + 1}
}

func (n *name) draw(c draw.Canvas) {
	if n.leader != [4]float64{} {
		var p draw.Path
		p.MoveTo(n.leader[0], n.leader[1])
		p.LineTo(n.leader[2], n.leader[3])
		c.Stroke(&p, draw.Stroke{Color: n.text.Halo, Width: 2.4})
		c.Stroke(&p, draw.Stroke{Color: fade(n.text.Color, 0.75), Width: 0.8})
	}
	c.Text(n.text)
}
