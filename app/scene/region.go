package scene

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"entente/data"
	"entente/geo"
	"entente/geo/proj"
)

// regions are the parts of the world that a view can be fitted to: west, south, east, north in degrees. An east above
// 180 lies beyond the antimeridian.
var regions = map[string][4]float64{
	"africa":         {-19, -36, 53, 38},
	"americas":       {-168, -56, -34, 72},
	"arctic":         {-180, 60, 180, 84},
	"asia":           {25, -11, 150, 56},
	"balkans":        {12.5, 34.5, 30.5, 49},
	"caribbean":      {-90, 7, -58, 28},
	"caucasus":       {36, 37, 52, 46},
	"central-asia":   {45, 33, 90, 56},
	"east-asia":      {95, 18, 147, 55},
	"europe":         {-25, 34, 46, 71},
	"middle-east":    {24, 11, 64, 43},
	"north-america":  {-170, 7, -50, 74},
	"oceania":        {110, -48, 210, 14},
	"pacific":        {100, -50, 290, 62},
	"south-america":  {-84, -56, -33, 14},
	"south-asia":     {60, 4, 98, 38},
	"southeast-asia": {91, -12, 142, 29},
}

// Regions lists the names of the regions that FitRegion knows, in alphabetical order.
func Regions() []string {
	names := make([]string, 0, len(regions))
	for name := range regions {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// FitRegion gives the view in which a region fills a picture of the given size; ok is false for an unknown name. The map
// is turned to the region's middle, where projections distort least.
func FitRegion(view proj.View, name string, width, height float64) (v proj.View, ok bool) {
	r, ok := regions[name]
	if !ok {
		return view, false
	}
	view.Lon = math.Mod((r[0]+r[2])/2+180, 360) - 180
	if aims(view.Projection) {
		view.Lat = (r[1] + r[3]) / 2
	}
	box := orb.Bound{Min: orb.Point{r[0], r[1]}, Max: orb.Point{r[2], r[3]}}
	return view.Fit(width, height, box, math.Min(width, height)*0.03), true
}

// Middle gives the place around which the anchors of parties lie closest together; ok is false where none of them is on the
// map.
func (b *Builder) Middle(parties []data.Party) (middle orb.Point, ok bool) {
	places := anchors(b.world, parties)
	if len(places) == 0 {
		return middle, false
	}
	return proj.Centre(places), true
}

// FitParties is the package's FitParties on the builder's world.
func (b *Builder) FitParties(view proj.View, parties []data.Party, width, height float64) proj.View {
	return FitParties(view, b.world, parties, width, height)
}

func anchors(world *geo.World, parties []data.Party) (places []orb.Point) {
	for i := range world.Countries {
		if slices.Contains(parties, data.Party(world.Countries[i].Code)) {
			places = append(places, world.Countries[i].Anchor)
		}
	}
	return places
}

// FitParties gives the view in which the anchors of the parties fill a picture of the given size, with some room around
// them. A view that is not turned to a place yet is turned to where they lie closest together. Parties that are not on the
// map are left out.
func FitParties(view proj.View, world *geo.World, parties []data.Party, width, height float64) proj.View {
	places := anchors(world, parties)
	switch {
	case view.Lon != 0 || view.Lat != 0:
	case aims(view.Projection):
		middle := proj.Centre(places)
		view.Lon, view.Lat = middle[0], middle[1]
	default:
		view.Lon = strait
		view = view.Around(places)
	}
	return view.FitPlaces(width, height, places, math.Min(width, height)*0.15)
}
