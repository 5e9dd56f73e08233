package scene

import (
	"math"
	"sync"

	"entente/data"
	"entente/geo"
	"entente/geo/draw"
	"entente/geo/proj"
)

// Builder makes scenes of one world. It remembers what did not change since the last one, so keep one Builder for a
// window. It is for one goroutine at a time; the scenes that it gives are not touched again until they are released.
type Builder struct {
	world  *geo.World
	fonts  *draw.Fonts
	atlas  *proj.Atlas
	proj   *proj.Projector
	net    *net
	curves curves
	insets insets
	spare  []*Scene
}

// New makes a builder of the world's maps, with the fonts that their texts are measured with. Without fonts maps have no
// texts.
func New(world *geo.World, fonts *draw.Fonts) *Builder {
	return &Builder{world: world, fonts: fonts, atlas: proj.NewAtlas(world), proj: proj.NewProjector(proj.View{})}
}

// Build makes the scene of an input. Values without sense (sizes or scales that are not positive, an unknown projection)
// are replaced by sensible ones.
func (b *Builder) Build(in Input) *Scene {
	in = sensible(in)
	if b.net == nil || !same(b.net.ties, in.Ties) {
		b.net = newNet(b.world, in.Ties)
	}
	s := b.take()
	s.built++
	s.in, s.net, s.world, s.fonts = in, b.net, b.world, b.fonts
	// The ground and what lies on it do not need each other.
	var wait sync.WaitGroup
	wait.Go(func() { s.survey(b) })
	b.curves.update(b.net, in.View, b.proj)
	b.proj.Reset(in.View)
	s.projector.Reset(in.View)
	s.place(b.proj)
	s.bendArcs(&b.curves)
	s.furnish(b)
	wait.Wait()
	return s
}

// furnish lays out what stands over the map: the legend, the inset and the names. On a map that moves the legend and the inset
// stay where they are.
func (s *Scene) furnish(b *Builder) {
	moving := s.in.Rough && b.insets.rested.follows(s)
	var counted *tally
	if moving {
		counted = &b.insets.rested.tally
		if s.in.LegendAt == Auto {
			s.in.LegendAt = b.insets.rested.legend
		}
	}
	s.legend.layOut(s, counted)
	s.inset.clear()
	s.names, s.cells = s.names[:0], s.cells[:0]
	if moving {
		b.insets.keep(s)
		s.writeTied(b.proj)
	} else {
		s.chooseInset(b.proj)
	}
	s.writeOthers(b.proj)
	if moving {
		return
	}
	if s.inset.box != (draw.Rect{}) { // not at once with the names: the caller's functions are asked by one goroutine
		s.inset.scene = b.insets.take(b, s)
	}
	b.insets.rest(s)
}

// Fit gives the view in which the whole map fills a picture of the given size. A sheet that is centred on Greenwich is
// turned a little east, so that Russia and Alaska stay whole.
func Fit(view proj.View, width, height float64) proj.View {
	return Whole(view).FitAll(width, height, math.Min(width, height)*0.02)
}

func (b *Builder) take() *Scene {
	if n := len(b.spare); n > 0 {
		s := b.spare[n-1]
		b.spare = b.spare[:n-1]
		return s
	}
	return &Scene{projector: proj.NewProjector(proj.View{})}
}

// Release gives a scene back, so that the next Build can use its memory. Nobody may use the scene afterwards. Scenes
// that are not released are left to the garbage collector.
func (b *Builder) Release(s *Scene) {
	if s == nil {
		return
	}
	b.insets.release(s.inset.scene)
	s.inset.clear()
	if len(b.spare) < 2 {
		b.spare = append(b.spare, s)
	}
}

// same says whether two slices are the same memory.
func same(a, b []data.Tie) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func sensible(in Input) Input {
	size := func(v, otherwise float64) float64 {
		if !(v >= 1) || math.IsInf(v, 0) {
			return otherwise
		}
		return math.Min(v, 1<<15)
	}
	in.Width, in.Height = size(in.Width, 1), size(in.Height, 1)
	if !(in.Scale > 0) || in.Scale > 64 {
		in.Scale = 1
	}
	if in.Theme.Name == "" {
		in.Theme = Light()
	}
	v := &in.View
	if _, ok := proj.Lookup(v.Projection); !ok {
		v.Projection = proj.EqualEarth
	}
	if !(v.Scale > 0) || math.IsInf(v.Scale+v.X+v.Y+v.Lon+v.Lat, 0) || math.IsNaN(v.X+v.Y+v.Lon+v.Lat) {
		*v = Fit(proj.View{Projection: v.Projection}, in.Width, in.Height)
	}
	v.Width, v.Height = in.Width, in.Height
	if in.Name == nil {
		in.Name = func(p data.Party) string { return string(p) }
	}
	return in
}
