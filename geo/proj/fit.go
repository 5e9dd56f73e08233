package proj

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"entente/geo"
)

// FitAll lays the whole globe or map into the picture with pad pixels of room on each side.
func (v View) FitAll(width, height, pad float64) View {
	v.Width, v.Height, v.Scale, v.X, v.Y = 0, 0, 1, 0, 0
	box := newExtent()
	NewProjector(v).Sphere(&box)
	return v.fit(box, width, height, pad)
}

// Fit lays a box of longitudes and latitudes in degrees into the picture with pad pixels of room on each side. A box over
// the antimeridian has a greatest longitude above 180. A globe is turned to the middle of the box.
func (v View) Fit(width, height float64, box orb.Bound, pad float64) View {
	const n = 16
	var places []orb.Point
	for i := range n + 1 {
		t := float64(i) / n
		lon := box.Min[0] + t*(box.Max[0]-box.Min[0])
		lat := box.Min[1] + t*(box.Max[1]-box.Min[1])
		places = append(places, orb.Point{lon, box.Min[1]}, orb.Point{lon, box.Max[1]}, orb.Point{box.Min[0], lat}, orb.Point{box.Max[0], lat})
	}
	return v.FitPlaces(width, height, places, pad)
}

// FitPlaces lays all the places into the picture with pad pixels of room on each side, at most at MaxFit. A globe is turned
// to their middle first. Of no places it is FitAll.
func (v View) FitPlaces(width, height float64, places []orb.Point, pad float64) View {
	if v.Round() {
		centre := Centre(places)
		v.Lon, v.Lat = centre[0], centre[1]
	}
	v.Width, v.Height, v.Scale, v.X, v.Y = 0, 0, 1, 0, 0
	p := NewProjector(v)
	box := newExtent()
	for _, place := range places {
		if x, y, ok := p.Project(place); ok {
			box.LineTo(x, y)
		}
	}
	if box.maxX < box.minX {
		return v.FitAll(width, height, pad)
	}
	return v.fit(box, width, height, pad)
}

// MaxFit is the greatest scale that a fit chooses, for places that are close together: about 1,500 km across a screen.
const MaxFit = 8000

func (v View) fit(box extent, width, height, pad float64) View {
	v.Width, v.Height = width, height
	const hair = 1e-9
	across := max(box.maxX-box.minX, hair)
	down := max(box.maxY-box.minY, hair)
	v.Scale = max(MinScale, min(MaxFit, (width-2*pad)/across, (height-2*pad)/down))
	v.X = width/2 - v.Scale*(box.minX+box.maxX)/2
	v.Y = height/2 - v.Scale*(box.minY+box.maxY)/2
	if v.Round() {
		v.X, v.Y = width/2, height/2
	}
	return v
}

// Around turns a sheet so that its cut does not part the places, if it does now and there is a better meridian: the middle of
// the shortest stretch of longitudes that holds them all. So Japan and the United States have the Pacific between them.
func (v View) Around(places []orb.Point) View {
	lons := make([]float64, 0, len(places))
	for _, place := range places {
		if lon := math.Remainder(place[0], 360); lon == lon {
			lons = append(lons, lon)
		}
	}
	if len(lons) == 0 {
		return v
	}
	slices.Sort(lons)
	gap, after := lons[0]+360-lons[len(lons)-1], lons[0]
	for i := 1; i < len(lons); i++ {
		if wide := lons[i] - lons[i-1]; wide > gap {
			gap, after = wide, lons[i]
		}
	}
	span := 360 - gap
	if cut := math.Mod(v.Lon+180-after+720, 360); cut > 0 && cut < span {
		v.Lon = math.Remainder(after+span/2, 360)
	}
	return v
}

// Centre is the middle of places on the sphere, in degrees; of none it is 0, 0.
func Centre(places []orb.Point) orb.Point {
	vecs := make([]geo.Vec, 0, len(places))
	for _, place := range places {
		if v := geo.VecOf(place); v.X == v.X && v.Z == v.Z {
			vecs = append(vecs, v)
		}
	}
	return geo.CapOf(vecs).Centre.Point()
}

// extent is a sink that measures.
type extent struct{ minX, minY, maxX, maxY float64 }

func newExtent() extent {
	return extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func (e *extent) MoveTo(x, y float64) { e.LineTo(x, y) }

func (e *extent) LineTo(x, y float64) {
	e.minX, e.maxX = min(e.minX, x), max(e.maxX, x)
	e.minY, e.maxY = min(e.minY, y), max(e.maxY, y)
}

func (e *extent) Close() {}
