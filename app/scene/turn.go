package scene

import (
	"math"

	"github.com/paulmach/orb"

	"entente/data"
	"entente/geo"
	"entente/geo/proj"
)

// strait is the meridian to turn a sheet to, so that its cut runs through the Bering Strait and through no country.
const strait = 11

// Whole turns a sheet that is centred on Greenwich a little east, so that Russia and Alaska stay whole.
func Whole(view proj.View) proj.View {
	if !aims(view.Projection) && view.Lon == 0 {
		view.Lon = strait
	}
	return view
}

// Turned is the package's Turned on the builder's world.
func (b *Builder) Turned(view proj.View, ties []data.Tie) proj.View {
	return Turned(view, b.world, ties)
}

// Turned turns a view to where a map begins when nobody says otherwise: a sheet to the meridian that cuts no country in
// two; a globe, or a map around a point, to the middle of the ties.
func Turned(view proj.View, world *geo.World, ties []data.Tie) proj.View {
	view.Lon, view.Lat = strait, 0
	if aims(view.Projection) {
		middle := middleOf(world, ties)
		view.Lon, view.Lat = middle[0], middle[1]
	}
	return view
}

// aims says whether a projection shows the world around a place, rather than as a sheet.
func aims(projection string) bool {
	p, ok := proj.Lookup(projection)
	return ok && p.Horizon() > 0
}

// middleOf gives the middle of the ends of ties in whole degrees, so that a note can tell it. Ties that more reports tell
// pull more, but not so much that one drowns the others.
func middleOf(world *geo.World, ties []data.Tie) orb.Point {
	pull := map[string]float64{}
	for i := range ties {
		for _, end := range ties[i].Pair {
			pull[string(end)] += math.Sqrt(float64(max(ties[i].Reports, 1)))
		}
	}
	var sum geo.Vec
	all := 0.0
	for i := range world.Countries {
		c := &world.Countries[i]
		v, w := geo.VecOf(c.Anchor), pull[c.Code]
		sum = geo.Vec{X: sum.X + w*v.X, Y: sum.Y + w*v.Y, Z: sum.Z + w*v.Z}
		all += w
	}
	if sum.Len() <= all/20 { // no ties, or ties all round the globe: where most land is
		return orb.Point{strait, 30}
	}
	p := sum.Point()
	return orb.Point{math.Round(p[0]), math.Round(p[1])}
}
