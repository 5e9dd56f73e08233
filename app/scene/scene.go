// Package scene turns ties and a view into a map: what is filled, which arc goes where, which names stand, what the legend
// says. Screen, PNG, SVG and PDF are all drawn from a Scene, by Draw, so they cannot differ.
//
// It does not read ties from anywhere, knows no window, and paints nothing itself: it calls a draw.Canvas. All positions
// and sizes are units, that is device-independent pixels with y downwards; the canvas multiplies them for the device. A
// Builder keeps what depends on the ties or the projection alone from frame to frame, which makes a frame cheap. A Builder
// is for one goroutine; a Scene may be drawn by several at once, but At is for one.
package scene

import (
	"image/color"

	"entente/data"
	"entente/geo"
	"entente/geo/draw"
	"entente/geo/pick"
	"entente/geo/proj"
)

// Scene is a picture of the map, ready to be drawn and to be asked what lies at a point.
type Scene struct {
	in        Input
	net       *net
	world     *geo.World
	fonts     *draw.Fonts
	projector *proj.Projector // for At

	ground ground
	dots   []dot
	looks  [3]dotLook  // other countries' dots, ends of faded ties, ends of ties
	spots  []spot      // by node
	arcs   []arc       // in the order of drawing
	heads  []draw.Rect // around the arrowheads that names must leave free
	names  []name
	cells  []draw.Rect // the footprints of names
	legend legend
	inset  inset
	sums   sums   // memory of insetPlace
	ends   []spot // that can crowd, from the left to the right
	wholes wholes

	users int    // scenes that have this one for their inset
	built uint64 // counts the builds into this memory

	index   pick.Index
	indexed bool
	arcOf   []int32     // by link, once indexed
	order   []candidate // memory of candidates
}

// spot is where a node stands in the picture.
type spot struct {
	x, y float64
	seen bool // on the side of the globe that is shown
}

// dot is a country drawn as a dot, or the end of ties.
type dot struct {
	party  data.Party
	x, y   float64
	radius float64
	tied   bool
	strong bool // selected, hovered, or tied to what is
}

// place finds where nodes and dots stand.
func (s *Scene) place(p *proj.Projector) {
	s.indexed = false
	s.spots, s.dots = s.spots[:0], s.dots[:0]
	sight := sightOf(s.in.View)
	for i := range s.net.nodes {
		vec := s.net.nodes[i].vec
		x, y, seen := p.ProjectVec(vec)
		s.spots = append(s.spots, spot{x, y, seen && sight.sees(vec)})
	}
	for i := range s.world.Countries {
		c := &s.world.Countries[i]
		if !c.Dot || s.net.tied[i] {
			continue
		}
		if x, y, seen := p.Project(c.Anchor); seen && s.inside(x, y, 4) && sight.sees(geo.VecOf(c.Anchor)) {
			s.dots = append(s.dots, dot{party: data.Party(c.Code), x: x, y: y, radius: 1.4})
		}
	}
	for i, n := range s.net.nodes {
		if at := s.spots[i]; at.seen && s.inside(at.x, at.y, 4) {
			s.dots = append(s.dots, dot{party: n.party, x: at.x, y: at.y, radius: 2.6, tied: true, strong: s.strongCountry(n.party)})
		}
	}
	s.dress()
}

// inside says whether a point lies in the picture or at most margin units outside.
func (s *Scene) inside(x, y, margin float64) bool {
	return x >= -margin && y >= -margin && x <= s.in.Width+margin && y <= s.in.Height+margin
}

// strongPair says whether a tie keeps its full colour while others fade: nothing is selected, or it is, or its country.
func (s *Scene) strongPair(p data.Pair) bool {
	t := s.in.Selected
	return t.Empty() || t.Pair == p || t.Country != "" && p.Has(t.Country) || s.hovers(p)
}

// hovers says whether a tie is under the pointer, by itself or with its country.
func (s *Scene) hovers(p data.Pair) bool {
	t := s.in.Hovered
	return !t.Empty() && (t.Pair == p || t.Country != "" && p.Has(t.Country))
}

// strongCountry says whether a country keeps its full colour: it is selected, or tied to what is, or nothing is.
func (s *Scene) strongCountry(p data.Party) bool {
	t := s.in.Selected
	if t.Empty() || t.Country == p || t.Pair.Has(p) {
		return true
	}
	if h := s.in.Hovered; h.Country == p || h.Pair.Has(p) {
		return true
	}
	if t.Country == "" {
		return false
	}
	_, ok := s.net.byPair[data.PairOf(p, t.Country)]
	return ok
}

// chosen says whether a country itself is selected, or an end of the selected tie.
func (s *Scene) chosen(p data.Party) bool {
	return s.in.Selected.Country == p || s.in.Selected.Pair.Has(p)
}

// lit says whether a country itself is under the pointer, or an end of the tie that is.
func (s *Scene) lit(p data.Party) bool {
	return s.in.Hovered.Country == p || s.in.Hovered.Pair.Has(p)
}

// Hidden is the number of ties that cannot be drawn, because one of their parties has no place on the map.
func (s *Scene) Hidden() int { return s.net.hidden }

// LegendCorner is the corner where the legend stands; Auto when there is none.
func (s *Scene) LegendCorner() Corner { return s.legend.corner }

// The names of the layers, in the order of drawing.
const (
	WaterLayer  = "water"
	LandLayer   = "land"
	GridLayer   = "graticule"
	BorderLayer = "borders"
	TieLayer    = "ties"
	QuietLayer  = "other names"
	DotLayer    = "places"
	WordLayer   = "words of ties"
	NameLayer   = "names"
	LegendLayer = "legend"
	InsetLayer  = "inset" // and, after this word and a space, those of the map within
)

// Draw draws the scene. Canvases are not cleared first: the scene covers everything.
func (s *Scene) Draw(c draw.Canvas) {
	s.drawBase(c)
	s.drawTop(c)
	s.inset.draw(c)
	s.inset.drawFrame(c, &s.in.Theme)
}

// drawBase draws what moves as one when a sheet is moved: the map and the ties.
func (s *Scene) drawBase(c draw.Canvas) {
	s.ground.draw(c, s)
	draw.Layer(c, TieLayer)
	for i := range s.arcs {
		s.arcs[i].draw(c, &s.in.Theme)
	}
}

// drawTop draws what is chosen anew for every picture: names, dots and the legend.
func (s *Scene) drawTop(c draw.Canvas) {
	s.inset.drawSource(c, &s.in.Theme)
	draw.Layer(c, QuietLayer)
	s.drawNames(c, quietName)
	draw.Layer(c, DotLayer)
	s.drawDots(c)
	draw.Layer(c, WordLayer)
	s.drawNames(c, tieName)
	draw.Layer(c, NameLayer)
	s.drawNames(c, tiedName)
	draw.Layer(c, LegendLayer)
	s.legend.draw(c, &s.in.Theme)
}

// drawNames draws the names of a kind.
func (s *Scene) drawNames(c draw.Canvas, kind nameKind) {
	for i := range s.names {
		if s.names[i].kind == kind {
			s.names[i].draw(c)
		}
	}
}

// dotLook is how some of the dots are drawn, all at once: the rings around them first, then the dots.
type dotLook struct {
	rings, dots draw.Path
	ring, fill  color.NRGBA
}

// lookOf is the place of a dot's look in Scene.looks.
func lookOf(d *dot) int {
	switch {
	case !d.tied:
		return 0
	case !d.strong:
		return 1
	}
	return 2
}

// dress sorts the dots into their looks.
func (s *Scene) dress() {
	t := &s.in.Theme
	colours := [len(s.looks)][2]color.NRGBA{{t.Land[0], t.Quiet}, {t.Casing, fade(t.Text, 0.45)}, {t.Casing, t.Text}}
	for i := range s.looks {
		l := &s.looks[i]
		l.rings.Reset()
		l.dots.Reset()
		l.ring, l.fill = colours[i][0], colours[i][1]
	}
	for i := range s.dots {
		d := &s.dots[i]
		l := &s.looks[lookOf(d)]
		l.rings.Circle(d.x, d.y, d.radius+1)
		l.dots.Circle(d.x, d.y, d.radius)
	}
}

func (s *Scene) drawDots(c draw.Canvas) {
	for i := range s.looks {
		c.Fill(&s.looks[i].rings, draw.Fill{Color: s.looks[i].ring})
		c.Fill(&s.looks[i].dots, draw.Fill{Color: s.looks[i].fill})
	}
}
