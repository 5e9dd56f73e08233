package scene

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo"
	"entente/geo/proj"
)

// A sheet has no room at the poles: Mercator ends before them, and the others draw a pole as the line that is the map's
// edge. So ways over a pole are pressed together below it, ever more the higher they lead, which leaves no corner in them.
const (
	polarFrom    = 70.0 // latitudes below stay as they are
	polarRoom    = 11.0 // and the pole itself comes to lie less than this above
	mercatorFrom = 66.0
	mercatorRoom = 14.0
	polarStep    = 3.0 // degrees of longitude between points near a pole
	polarDense   = 8.0 // points for each one of the way, where longitudes change fast
)

// besidePoles moves a way on a sheet so that what goes over a pole goes round it, in sight. vecs is used again.
func besidePoles(vecs []geo.Vec, projection string) []geo.Vec {
	from, room := polarFrom, polarRoom
	if projection == proj.Mercator {
		from, room = mercatorFrom, mercatorRoom
	}
	highest := 0.0
	for _, v := range vecs {
		highest = math.Max(highest, math.Abs(v.Z))
	}
	if highest <= math.Sin(from*math.Pi/180) {
		return vecs
	}
	var places []orb.Point
	for i, v := range vecs {
		if i > 0 && math.Max(math.Abs(v.Z), math.Abs(vecs[i-1].Z)) > math.Sin((from-polarStep)*math.Pi/180) {
			for k := 1.0; k < polarDense; k++ {
				places = append(places, pressed(vecs[i-1].Between(v, k/polarDense), from, room))
			}
		}
		places = append(places, pressed(v, from, room))
	}
	vecs = append(vecs[:0], geo.VecOf(places[0]))
	for i, p := range places[1:] {
		vecs = along(vecs, places[i], p, from)
	}
	return vecs
}

// pressed gives the place of a direction with its latitude pressed below from and room.
func pressed(v geo.Vec, from, room float64) orb.Point {
	p := v.Point()
	if lat := math.Abs(p[1]); lat > from {
		p[1] = math.Copysign(from+room*math.Tanh((lat-from)/room), p[1])
	}
	return p
}

// along adds the way from one place to the next: near a pole along the parallels, since the shortest way leads over it.
func along(vecs []geo.Vec, a, b orb.Point, from float64) []geo.Vec {
	turn := math.Remainder(b[0]-a[0], 360)
	if math.Min(math.Abs(a[1]), math.Abs(b[1])) > from {
		n := math.Ceil(math.Abs(turn) / polarStep)
		for i := 1.0; i < n; i++ {
			vecs = append(vecs, geo.VecOf(orb.Point{a[0] + turn*i/n, a[1] + (b[1]-a[1])*i/n}))
		}
	}
	return append(vecs, geo.VecOf(b))
}
