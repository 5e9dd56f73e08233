package briefing

import (
	"fmt"
	"math"

	"entente/geo/proj"
)

// area says which part of the world the map shows, in a sentence; "" where the view is not known.
func (g *gatherer) area() string {
	v := g.View
	if !(v.Scale > 0 && v.Width > 0 && v.Height > 0) {
		return ""
	}
	projection := g.Words.Say("projection." + v.Projection)
	if v.Round() || v.Projection == proj.Equidistant {
		return g.Words.Say("briefing.area.around", "place", degrees(v.Lon, "E", "W")+", "+degrees(v.Lat, "N", "S"), "projection", projection)
	}
	picture, world := newBox(), shown(v)
	v.Sphere(&picture)
	hair := 0.02 * min(v.Width, v.Height) // that may be missing at an edge of the whole world
	switch {
	case picture.minX >= -hair && picture.minY >= -hair && picture.maxX <= v.Width+hair && picture.maxY <= v.Height+hair || world == newBox():
		return g.Words.Say("briefing.area.world", "projection", projection)
	case g.Words.Has("region." + g.Region):
		return g.Words.Say("briefing.area.region", "region", g.Words.Say("region."+g.Region), "projection", projection)
	default:
		return g.Words.Say("briefing.area.part", "west", degrees(world.minX, "E", "W"), "east", degrees(world.maxX, "E", "W"),
			"south", degrees(world.minY, "N", "S"), "north", degrees(world.maxY, "N", "S"), "projection", projection)
	}
}

// box is a sink that measures; LineTo takes any two numbers that belong together.
type box struct{ minX, minY, maxX, maxY float64 }

func newBox() box { return box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)} }

func (b *box) MoveTo(x, y float64) { b.LineTo(x, y) }

func (b *box) LineTo(x, y float64) {
	b.minX, b.minY, b.maxX, b.maxY = min(b.minX, x), min(b.minY, y), max(b.maxX, x), max(b.maxY, y)
}

func (b *box) Close() {}

// shown gives the longitudes and latitudes in the picture of a sheet, the longitudes counted on over the antimeridian.
func shown(v proj.View) box {
	const steps = 40
	p, world := proj.NewProjector(v), newBox()
	for i := range steps + 1 {
		for j := range steps + 1 {
			if place, on := p.Invert(v.Width*float64(i)/steps, v.Height*float64(j)/steps); on {
				world.LineTo(v.Lon+math.Remainder(place[0]-v.Lon, 360), place[1])
			}
		}
	}
	return world
}

// degrees writes a longitude or latitude for people, "35° N".
func degrees(v float64, positive, negative string) string {
	if v = math.Round(math.Remainder(v, 360)); v < 0 {
		return fmt.Sprintf("%.0f° %s", -v, negative)
	}
	return fmt.Sprintf("%.0f° %s", v, positive)
}
