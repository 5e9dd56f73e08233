package scene

import (
	"hash/maphash"

	"entente/geo/proj"
)

// insets makes the scenes in insets for a Builder. As long as nothing in it changes, an inset is the same scene from frame to
// frame: the map around it may move.
type insets struct {
	builder *Builder // nil until an inset is needed
	last    *Scene
	key     insetKey
	seed    maphash.Seed
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
}

// take gives the scene in the inset of a scene.
func (i *insets) take(b *Builder, s *Scene) *Scene {
	if i.builder == nil {
		i.builder, i.seed = New(b.world, b.fonts), maphash.MakeSeed()
	}
	in := s.inset.input(s.in)
	key := insetKey{b.net, in.View, in.Scale, in.Theme, in.Selected, in.Hovered, in.Rough, in.Labels, in.Graticule, in.TieName != nil,
		i.namesOf(b.net, &in)}
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
