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

// name is a text on the map: the name of a country, or what a tie is about.
type name struct {
	party  data.Party // of a country
	pair   data.Pair  // of a tie
	kind   nameKind
	text   draw.Text
	box    draw.Rect
	from   int // its footprint is Scene.cells[from:to]
	to     int
	leader [4]float64 // a line from the dot to the text; all 0 is none
}

// nameKind says which layer a name belongs to.
type nameKind uint8

const (
	quietName nameKind = iota // of a country without ties
	tiedName
	tieName // of a tie
)

// candidate is a country that wants its name on the map.
type candidate struct {
	party    data.Party
	country  int // index into World.Countries, for those without ties
	x, y     float64
	priority float64
	across   float64 // width and height of the country in units, for those without ties
	down     float64
	node     int // -1 without ties
	rank     int // place in the order of priority
}

// Sizes of names, in units.
const (
	tiedSize   = 12.0
	chosenSize = 13.5
	plainSize  = 10.5
	haloSpread = 2.0
)

// writeTied writes the names of the countries with ties by priority, each at its best free place; those without a free place
// are left out.
func (s *Scene) writeTied(p *proj.Projector) {
	s.names, s.cells, s.order = s.names[:0], s.cells[:0], s.order[:0]
	if s.fonts == nil || !s.in.Labels {
		return
	}
	for i, c := range s.candidates(p) {
		if c.node < 0 {
			break
		}
		c.rank = i
		s.writeBeside(c)
	}
}

// writeOthers writes in the room that is left what ties are about, then the names of the other countries.
func (s *Scene) writeOthers(p *proj.Projector) {
	if s.fonts == nil {
		return
	}
	s.writeTies()
	for _, c := range s.order {
		if c.node < 0 {
			s.writeWithin(p, c)
		}
	}
}

// candidates lists the countries whose names may be shown, the most important first: all with ties before the others.
func (s *Scene) candidates(p *proj.Projector) []candidate {
	list := s.order[:0]
	for i := range s.net.nodes {
		n, at := &s.net.nodes[i], s.spots[i]
		if !at.seen || !s.inside(at.x, at.y, 0) || s.leavesToInset(n.party, at) {
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

// dotNames is the scale from which countries that are drawn as dots have their names.
const dotNames = 1400.0

func (s *Scene) plainCandidates(p *proj.Projector, list []candidate) []candidate {
	sight := sightOf(s.in.View)
	for i := range s.world.Countries {
		c := &s.world.Countries[i]
		if s.net.tied[i] {
			continue
		}
		across, down := extent(c.Box, s.in.View.Scale)
		if !c.Dot && (math.Max(across, down) < 26 || math.Min(across, down) < 7) || c.Dot && s.in.View.Scale < dotNames {
			continue
		}
		x, y, seen := p.Project(c.Anchor)
		if !seen || !s.inside(x, y, 0) || s.atRim(c.Anchor) || !sight.sees(geo.VecOf(c.Anchor)) {
			continue
		}
		list = append(list, candidate{party: data.Party(c.Code), country: i, x: x, y: y, across: across, down: down, node: -1,
			priority: math.Min(across*down/1e4, 900)})
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
