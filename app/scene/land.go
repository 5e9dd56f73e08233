package scene

import (
	"entente/geo/draw"
)

// land keeps what the shapes of the world need from frame to frame.
type land struct{}

// ground is the map under the ties.
type ground struct {
	sphere draw.Path
}

func (l *land) draw(s *Scene, b *Builder) {
	s.ground.sphere.Reset()
	b.proj.Sphere(&s.ground.sphere)
}

func (g *ground) draw(c draw.Canvas, s *Scene) {
	t := &s.in.Theme
	draw.Layer(c, WaterLayer)
	var page draw.Path
	page.Rect(draw.Rect{MaxX: s.in.Width, MaxY: s.in.Height})
	c.Fill(&page, draw.Fill{Color: t.Paper})
	c.Fill(&g.sphere, draw.Fill{Color: t.Water})
}
