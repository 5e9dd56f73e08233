package proj

import (
	"math"
	"slices"
)

// Sink takes a drawing: sub-paths that begin with MoveTo and go on with LineTo; Close joins the end of a sub-path to its
// beginning. Coordinates are pixels, y downwards. Drawing, measuring and writing files are all sinks.
type Sink interface {
	MoveTo(x, y float64)
	LineTo(x, y float64)
	Close()
}

// Projection is one way of laying the sphere on a plane, in unit scale: the sphere has radius 1, angles are radians, the
// plane's y points up. It is a pure pair of functions; turning, scaling and cutting are added around it once, by View.
type Projection interface {
	// Name is the word for it in files and flags, such as "equal-earth".
	Name() string
	// Forward takes a longitude in [-π, π] and a latitude in [-π/2, π/2] to the plane.
	Forward(lon, lat float64) (x, y float64)
	// Inverse takes a point of the plane back. Its ok is false where no point of the earth lies: outside the outline.
	Inverse(x, y float64) (lon, lat float64, ok bool)
	// Horizon is the angle from the centre up to which the projection shows the sphere, or 0 when it shows all of it
	// between two antimeridians.
	Horizon() float64
}

// The projections by name.
const (
	EqualEarth   = "equal-earth"
	NaturalEarth = "natural-earth"
	Mercator     = "mercator"
	Orthographic = "orthographic"
	Equidistant  = "azimuthal-equidistant"
)

var all = []Projection{equalEarth{}, naturalEarth{}, mercator{}, orthographic{}, equidistant{}}

// Names lists the names of all projections, the default first.
func Names() []string {
	names := make([]string, len(all))
	for i, p := range all {
		names[i] = p.Name()
	}
	return names
}

// Lookup finds a projection by its name.
func Lookup(name string) (Projection, bool) {
	i := slices.IndexFunc(all, func(p Projection) bool { return p.Name() == name })
	if i < 0 {
		return nil, false
	}
	return all[i], true
}

// newton solves f(t) = 0 for a function that also gives its slope, from a good first guess.
func newton(t float64, f func(t float64) (value, slope float64)) float64 {
	for range 12 {
		value, slope := f(t)
		step := value / slope
		t -= step
		if math.Abs(step) < 1e-12 {
			break
		}
	}
	return t
}

// onSphere says whether a longitude and latitude in radians are on the map; a hair outside counts, for rounding.
func onSphere(lon, lat float64) bool {
	const hair = 1e-9
	return math.Abs(lon) <= math.Pi+hair && math.Abs(lat) <= math.Pi/2+hair
}
