package briefing

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"entente/geo/proj"
)

// area says which part of the world the map shows, in a sentence; "" where the view is not known.
func (g *gatherer) area() string {
	v := g.View
	if !(v.Scale > 0 && v.Width > 0 && v.Height > 0) {
		return ""
	}
	projection := g.Words.Say("projection." + v.Projection)
	switch box, ok := shown(v); {
	case v.Round() || v.Projection == proj.Equidistant:
		return g.Words.Say("briefing.area.around", "place", degrees(v.Lon, "E", "W")+", "+degrees(v.Lat, "N", "S"), "projection", projection)
	case whole(v) || !ok:
		return g.Words.Say("briefing.area.world", "projection", projection)
	case g.Words.Has("region." + g.Region):
		return g.Words.Say("briefing.area.region", "region", g.Words.Say("region."+g.Region), "projection", projection)
	default:
		return g.Words.Say("briefing.area.part", "west", degrees(box.Min[0], "E", "W"), "east", degrees(box.Max[0], "E", "W"),
			"south", degrees(box.Min[1], "N", "S"), "north", degrees(box.Max[1], "N", "S"), "projection", projection)
	}
}

// whole says whether all of a sheet is in the picture, but for a hair of its edge.
func whole(v proj.View) bool {
	box := &bounds{min: orb.Point{math.Inf(1), math.Inf(1)}, max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	v.Sphere(box)
	hair := 0.02 * min(v.Width, v.Height)
	return box.min[0] >= -hair && box.min[1] >= -hair && box.max[0] <= v.Width+hair && box.max[1] <= v.Height+hair
}

// bounds is a sink that measures.
type bounds struct{ min, max orb.Point }

func (b *bounds) MoveTo(x, y float64) { b.LineTo(x, y) }

func (b *bounds) LineTo(x, y float64) {
	b.min = orb.Point{min(b.min[0], x), min(b.min[1], y)}
	b.max = orb.Point{max(b.max[0], x), max(b.max[1], y)}
}

func (b *bounds) Close() {}

// shown gives the longitudes and latitudes in the picture of a sheet, the longitudes counted on over the antimeridian; ok is
// false where there are none.
func shown(v proj.View) (box orb.Bound, ok bool) {
	const steps = 40
	p := proj.NewProjector(v)
	for i := range steps + 1 {
		for j := range steps + 1 {
			place, on := p.Invert(v.Width*float64(i)/steps, v.Height*float64(j)/steps)
			if !on {
				continue
			}
			place[0] = v.Lon + math.Remainder(place[0]-v.Lon, 360)
			if !ok {
				box, ok = orb.Bound{Min: place, Max: place}, true
			}
			box = box.Extend(place)
		}
	}
	return box, ok
}

// degrees writes a longitude or latitude for people, "35° N".
func degrees(v float64, positive, negative string) string {
	if v = math.Round(math.Remainder(v, 360)); v < 0 {
		return fmt.Sprintf("%.0f° %s", -v, negative)
	}
	return fmt.Sprintf("%.0f° %s", v, positive)
}
