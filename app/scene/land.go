package scene

import (
	"image/color"

	"entente/data"
	"entente/geo"
	"entente/geo/draw"
)

// ground is the map under the ties. Each tint is filled at once; the borders cover where two tints meet.
type ground struct {
	page      draw.Path
	sphere    draw.Path
	tints     [tintGroups]draw.Path
	lakes     draw.Path
	graticule draw.Path
	lines     [3]draw.Path // by geo.LineKind
}

// The groups of tints: six plain, six of countries with ties, then the selected and the one under the pointer.
const (
	tiedTints  = 6
	chosenTint = 12
	litTint    = 13
	tintGroups = 14
)

// survey draws the shapes of the world into the scene's paths.
func (s *Scene) survey(b *Builder) {
	g := &s.ground
	g.reset()
	if s.in.Rough && s.in.View.Round() {
		b.atlas.PrepareLevel(s.in.View, geo.Overview)
	} else {
		b.atlas.Prepare(s.in.View, s.in.Scale)
	}
	g.page.Rect(draw.Rect{MaxX: s.in.Width, MaxY: s.in.Height})
	b.atlas.Sphere(&g.sphere)
	for i := range s.world.Countries {
		b.atlas.Country(i, &g.tints[s.tintOf(i)])
	}
	b.atlas.Nobody(&g.tints[0])
	b.atlas.Lakes(&g.lakes)
	for kind := range g.lines {
		b.atlas.Lines(geo.LineKind(kind), &g.lines[kind])
	}
	if s.in.Graticule {
		b.atlas.Graticule(gridStep(s.in.View.Scale), &g.graticule)
	}
}

// tintOf is the group of a country's colour.
func (s *Scene) tintOf(country int) int {
	c := &s.world.Countries[country]
	party := data.Party(c.Code)
	switch {
	case s.lit(party):
		return litTint
	case s.chosen(party):
		return chosenTint
	case s.net.tied[country] && s.strongCountry(party):
		return tiedTints + c.Tint%6
	}
	return c.Tint % 6
}

func (g *ground) reset() {
	g.page.Reset()
	g.sphere.Reset()
	g.lakes.Reset()
	g.graticule.Reset()
	for i := range g.tints {
		g.tints[i].Reset()
	}
	for i := range g.lines {
		g.lines[i].Reset()
	}
}

func (g *ground) draw(c draw.Canvas, s *Scene) {
	t := &s.in.Theme
	draw.Layer(c, WaterLayer)
	c.Fill(&g.page, draw.Fill{Color: t.Paper})
	c.Fill(&g.sphere, draw.Fill{Color: t.Water})
	draw.Layer(c, LandLayer)
	for i := range g.tints {
		c.Fill(&g.tints[i], draw.Fill{Color: t.tint(i)})
	}
	c.Fill(&g.lakes, draw.Fill{Color: t.Water})
	draw.Layer(c, GridLayer)
	c.Stroke(&g.graticule, draw.Stroke{Color: t.Graticule, Width: 0.6})
	draw.Layer(c, BorderLayer)
	c.Stroke(&g.lines[geo.Coast], draw.Stroke{Color: t.Coast, Width: 0.6})
	c.Stroke(&g.lines[geo.Border], draw.Stroke{Color: t.Border, Width: 0.8})
	c.Stroke(&g.lines[geo.Disputed], draw.Stroke{Color: t.Border, Width: 1, Dash: disputedDash})
	c.Stroke(&g.sphere, draw.Stroke{Color: t.Coast, Width: 0.6})
}

// disputedDash is how the borders are drawn that not all agree on.
var disputedDash = []float64{1.6, 1.8}

// tint is the colour of a group.
func (t *Theme) tint(group int) color.NRGBA {
	switch {
	case group == chosenTint:
		return t.Chosen
	case group == litTint:
		return t.Lit
	case group >= tiedTints:
		return t.Tied[group-tiedTints]
	}
	return t.Land[group]
}

// gridStep is the distance between the lines of the graticule, in degrees, at a scale.
func gridStep(scale float64) float64 {
	switch {
	case scale > 8000:
		return 1
	case scale > 3000:
		return 2
	case scale > 1000:
		return 5
	}
	return 15
}
