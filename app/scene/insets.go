package scene

import (
	"hash/maphash"

	"github.com/paulmach/orb"

	"entente/geo/draw"
	"entente/geo/proj"
)

// insets makes the scenes in insets for a Builder. As long as nothing in it changes, an inset is the same scene from frame to
// frame: the map around it may move.
type insets struct {
	builder *Builder // nil until an inset is needed
	last    *Scene
	key     insetKey
	seed    maphash.Seed
	rested  rested
}

// rested is what a map that did not move had, for those that move on from it.
type rested struct {
	in     Input
	net    *net
	legend Corner
	tally  tally
	inset  *Scene // nil when there was none
	box    draw.Rect
	at     [2]float64
	source draw.Rect
	middle orb.Point // of the source
}

// rest remembers a scene that is at rest.
func (i *insets) rest(s *Scene) {
	i.rested = rested{in: s.in, net: s.net, legend: s.legend.corner, tally: s.legend.tally}
	r, at := &i.rested, &s.inset
	middle, ok := s.in.View.Invert((at.source.MinX+at.source.MaxX)/2, (at.source.MinY+at.source.MaxY)/2)
	if ok && at.scene != nil {
		r.inset, r.box, r.at, r.source, r.middle = at.scene, at.box, at.at, at.source, middle
	}
}

// follows says whether a scene differs from the one at rest by its view alone.
func (r *rested) follows(s *Scene) bool {
	a, b := &r.in, &s.in
	return r.net == s.net && a.Width == b.Width && a.Height == b.Height && a.Scale == b.Scale && a.Theme == b.Theme && a.Selected == b.Selected &&
		a.NoInset == b.NoInset && a.Graticule == b.Graticule && a.Labels == b.Labels && a.Legend == b.Legend
}

// movingEnlarging is the least enlarging of an inset while the map is zoomed: less than at rest, so that an inset that will be
// there again does not go for some frames.
const movingEnlarging = 1.3

// keep gives a moving scene the inset of the one at rest as it was; only its part of the map moves. It is left out where that
// part leaves the picture, comes under it or becomes nearly as large.
func (i *insets) keep(s *Scene) {
	r := &i.rested
	x, y, seen := s.projector.Project(r.middle)
	if r.inset == nil || !seen || !s.inside(x, y, -insetPad) {
		return
	}
	larger := s.in.View.Scale / r.in.View.Scale
	wide, high := r.source.Width()*larger, r.source.Height()*larger
	source := draw.Rect{MinX: x - wide/2, MinY: y - high/2, MaxX: x + wide/2, MaxY: y + high/2}
	if source.Grow(4).Overlaps(r.box) || r.box.Width() < movingEnlarging*wide {
		return
	}
	s.inset.scene, s.inset.box, s.inset.at, s.inset.source = r.inset, r.box, r.at, source
	s.inset.lead()
	r.inset.users++
}

// insetKey is all that an inset depends on.
type insetKey struct {
	net                               *net
	view                              proj.View
	scale                             float64
	theme                             Theme
	selected, hovered                 Target
	rough, labels, graticule, written bool
	names                             uint64
	text                              float64
}

// take gives the scene in the inset of a scene.
func (i *insets) take(b *Builder, s *Scene) *Scene {
	if i.builder == nil {
		i.builder, i.seed = New(b.world, b.fonts), maphash.MakeSeed()
	}
	in := s.inset.input(s.in)
	key := insetKey{b.net, in.View, in.Scale, in.Theme, in.Selected, in.Hovered, in.Rough, in.Labels, in.Graticule, in.TieName != nil,
		i.namesOf(b.net, &in), in.TextScale}
	if i.last == nil || key != i.key {
		old := i.last
		i.builder.net = b.net
		i.last, i.key = i.builder.Build(in), key
		if old != nil && old.users == 0 {
			i.builder.Release(old)
		}
	}
	i.last.users++
	return i.last
}

// release gives back the scene of an inset that is shown no more.
func (i *insets) release(s *Scene) {
	if s == nil {
		return
	}
	if s.users--; s.users == 0 && s != i.last {
		i.builder.Release(s)
	}
}

// mostNamed is how many ties are asked for their names to find out whether names have changed.
const mostNamed = 64

// namesOf tells names from others, as in another language. Functions cannot be compared, but what they give can.
func (i *insets) namesOf(n *net, in *Input) uint64 {
	var h maphash.Hash
	h.SetSeed(i.seed)
	for k := range n.nodes {
		h.WriteString(in.Name(n.nodes[k].party))
		h.WriteByte(0)
	}
	if in.TieName != nil {
		for k := max(0, len(n.links)-mostNamed); k < len(n.links); k++ {
			h.WriteString(in.TieName(n.links[k].tie))
			h.WriteByte(0)
		}
	}
	return h.Sum64()
}
