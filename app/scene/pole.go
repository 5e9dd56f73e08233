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

// poles is how ways near a pole are pressed together on a map.
type poles struct {
	from, room float64 // in degrees
	share      float64 // of the pressing: 1 on a sheet, 0 on a globe, between them while one becomes the other
}

// polesOf gives what a view needs.
func polesOf(view proj.View) poles {
	p := polesAt(view.Projection)
	if next, ok := proj.Lookup(view.Next); ok {
		to := polesAt(next.Name())
		p.from += view.Share * (to.from - p.from)
		p.room += view.Share * (to.room - p.room)
		p.share += view.Share * (to.share - p.share)
	}
	return p
}

func polesAt(projection string) poles {
	switch {
	case aims(projection):
		return poles{polarFrom, polarRoom, 0}
	case projection == proj.Mercator:
		return poles{mercatorFrom, mercatorRoom, 1}
	}
	return poles{polarFrom, polarRoom, 1}
}

// beside moves a way on a sheet so that what goes over a pole goes round it, in sight. vecs is used again.
func (p poles) beside(vecs []geo.Vec) []geo.Vec {
	if p.share <= 0 {
		return vecs
	}
	highest := 0.0
	for _, v := range vecs {
		highest = math.Max(highest, math.Abs(v.Z))
	}
	if highest <= math.Sin(p.from*math.Pi/180) {
		return vecs
	}
	var places []orb.Point
	for i, v := range vecs {
		if i > 0 && math.Max(math.Abs(v.Z), math.Abs(vecs[i-1].Z)) > math.Sin((p.from-polarStep)*math.Pi/180) {
			for k := 1.0; k < polarDense; k++ {
				places = append(places, p.pressed(vecs[i-1].Between(v, k/polarDense)))
			}
		}
		places = append(places, p.pressed(v))
	}
	vecs = append(vecs[:0], geo.VecOf(places[0]))
	for i, place := range places[1:] {
		vecs = p.along(vecs, places[i], place)
	}
	return vecs
}

// pressed gives the place of a direction with its latitude pressed below from and room.
func (p poles) pressed(v geo.Vec) orb.Point {
	place := v.Point()
	if lat := math.Abs(place[1]); lat > p.from {
		below := p.from + p.room*math.Tanh((lat-p.from)/p.room)
		place[1] = math.Copysign(lat+p.share*(below-lat), place[1])
	}
	return place
}

// along adds the way from one place to the next: near a pole along the parallels, since the shortest way leads over it.
func (p poles) along(vecs []geo.Vec, a, b orb.Point) []geo.Vec {
	turn := math.Remainder(b[0]-a[0], 360)
	if math.Min(math.Abs(a[1]), math.Abs(b[1])) > p.from {
		n := math.Ceil(math.Abs(turn) / polarStep)
		for i := 1.0; i < n; i++ {
			vecs = append(vecs, geo.VecOf(orb.Point{a[0] + turn*i/n, a[1] + (b[1]-a[1])*i/n}))
		}
	}
	return append(vecs, geo.VecOf(b))
}

// sight tells what can be seen of the sphere around a view's middle. A sheet shows all of it; while one closes into a globe or
// opens from it, what the globe will hide goes out of sight by and by, so that nothing vanishes at the end.
type sight struct {
	centre geo.Vec
	cos    float64 // of the angle up to which things are seen; below -1 where all are
}

func sightOf(view proj.View) sight {
	if view.Next != proj.Orthographic || aims(view.Projection) {
		return sight{cos: -2}
	}
	share := math.Max(0, math.Min(view.Share, 1))
	return sight{geo.VecOf(orb.Point{view.Lon, view.Lat}), math.Cos(math.Pi - share*math.Pi/2)}
}

func (s *sight) sees(v geo.Vec) bool { return s.cos < -1 || v.Dot(s.centre) >= s.cos }

// parts calls do with each part of a way that is seen.
func (s *sight) parts(way []geo.Vec, do func([]geo.Vec)) {
	if s.cos < -1 {
		do(way)
		return
	}
	from := 0
	for i := 0; i <= len(way); i++ {
		if i < len(way) && s.sees(way[i]) {
			continue
		}
		if i-from > 1 {
			do(way[from:i])
		}
		from = i + 1
	}
}
