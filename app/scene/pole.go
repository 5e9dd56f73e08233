package scene

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo"
	"entente/geo/proj"
)

// A sheet has no room at the poles: Mercator ends before them, and the others draw a pole as the line that is the map's
// edge. A great circle over a pole would run up a meridian, along that edge, and down another. So ways that lead near a pole
// become arches over the lands between, the more the higher they lead, which is how ways over an ocean look as well.
const (
	polarFrom    = 64.0 // latitudes below stay as they are
	polarRoom    = 10.0 // and the top of a way over the pole comes to lie less than this above
	mercatorFrom = 60.0
	mercatorRoom = 10.0
	polarFull    = 16.0 // degrees above from at which nothing of the great circle is left
	polarStep    = 3.0  // degrees of longitude between points near a pole
	polarDense   = 8.0  // points for each one of the way, where longitudes change fast
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
		if math.Abs(v.Z) > math.Abs(highest) {
			highest = v.Z
		}
	}
	if math.Abs(highest) <= math.Sin(p.from*math.Pi/180) {
		return vecs
	}
	places, along := p.unrolled(vecs)
	p.arch(places, along, math.Asin(math.Max(-1, math.Min(highest, 1)))*180/math.Pi)
	vecs = append(vecs[:0], geo.VecOf(places[0]))
	for i, place := range places[1:] {
		vecs = p.along(vecs, places[i], place)
	}
	return vecs
}

// unrolled gives the places of a way, dense near a pole, with longitudes that go on over the antimeridian, and how far along the
// way each lies, from 0 to 1.
func (p poles) unrolled(vecs []geo.Vec) (places []orb.Point, along []float64) {
	near := math.Sin((p.from - polarStep) * math.Pi / 180)
	places, along = []orb.Point{vecs[0].Point()}, []float64{0}
	add := func(v geo.Vec, at float64) {
		place, last := v.Point(), places[len(places)-1]
		place[0] = last[0] + math.Remainder(place[0]-last[0], 360)
		places, along = append(places, place), append(along, at/float64(len(vecs)-1))
	}
	for i, v := range vecs[1:] {
		if math.Max(math.Abs(v.Z), math.Abs(vecs[i].Z)) > near {
			for k := 1.0; k < polarDense; k++ {
				add(vecs[i].Between(v, k/polarDense), float64(i)+k/polarDense)
			}
		}
		add(v, float64(i+1))
	}
	return places, along
}

// arch bends a way whose highest latitude is given, south below zero, towards an arch: longitudes that change evenly, and
// latitudes that rise to a height with room above it and fall again.
func (p poles) arch(places []orb.Point, along []float64, highest float64) {
	a, b := places[0], places[len(places)-1]
	side := math.Copysign(1, highest)
	over := math.Abs(highest) - p.from
	top := math.Max(p.from+p.room*math.Tanh(over/p.room), math.Max(side*a[1], side*b[1]))
	rise := riseTo(top, side*a[1], side*b[1])
	weight := p.share * smooth(over/polarFull)
	for i, t := range along {
		lon, lat := a[0]+t*(b[0]-a[0]), a[1]+t*(b[1]-a[1])+side*rise*math.Sin(math.Pi*t)
		places[i][0] += weight * (lon - places[i][0])
		places[i][1] += weight * (lat - places[i][1])
	}
}

// riseTo gives how far half a wave must rise above the straight line from one latitude to another, so that its top is as high as
// top, which is not below either of them.
func riseTo(top, a, b float64) float64 {
	height := func(rise float64) float64 {
		lean := (b - a) / (math.Pi * rise)
		if math.Abs(lean) >= 1 {
			return math.Max(a, b) // it only climbs
		}
		at := math.Acos(-lean) / math.Pi
		return a + at*(b-a) + rise*math.Sin(math.Pi*at)
	}
	low, high := 0.0, 180.0
	for range 24 {
		if rise := (low + high) / 2; height(rise) < top {
			low = rise
		} else {
			high = rise
		}
	}
	return high
}

// smooth rises from 0 to 1 without a corner.
func smooth(t float64) float64 {
	t = math.Max(0, math.Min(t, 1))
	return t * t * (3 - 2*t)
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
