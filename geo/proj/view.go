package proj

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo/clip"
)

// View is what a map shows: a projection, the place in its middle, and where the plane lies in the picture. It is a value:
// methods that change the view return another one.
type View struct {
	Projection string  `json:"projection"` // a name of Names; anything else is the default
	Lon        float64 `json:"lon"`        // the place that the sphere is turned to, in degrees; north is up
	Lat        float64 `json:"lat"`
	Scale      float64 `json:"scale"` // pixels per unit of the plane: the globe's radius
	X          float64 `json:"x"`     // where that place lies in the picture, in pixels
	Y          float64 `json:"y"`
	Width      float64 `json:"width"` // of the picture, in pixels; 0 means without end
	Height     float64 `json:"height"`

	Next  string  `json:"next,omitempty"`  // a projection that a sheet is being bent into; see Morph
	Share float64 `json:"share,omitempty"` // and how far it is, from 0 to 1
}

// Margin is how far outside the picture shapes are still drawn, in pixels, so that no cut edge shows under a wide stroke.
const Margin = 32

// The scales between which ZoomAt keeps.
const (
	MinScale = 20
	MaxScale = 30000
)

// frame is the part of the plane that is drawn.
func (v View) frame() clip.Rect {
	if !(v.Width > 0 && v.Height > 0) {
		return clip.Everything
	}
	return clip.Rect{MinX: -Margin, MinY: -Margin, MaxX: v.Width + Margin, MaxY: v.Height + Margin}
}

// Project takes a place (longitude, latitude in degrees) to the picture; see Projector.Project. For many places make a
// Projector once.
func (v View) Project(place orb.Point) (x, y float64, visible bool) {
	return NewProjector(v).Project(place)
}

// Invert takes a point of the picture to the place drawn there; outside the globe or the map there is none.
func (v View) Invert(x, y float64) (place orb.Point, ok bool) { return NewProjector(v).Invert(x, y) }

// Line draws a line through the places; see Projector.Line.
func (v View) Line(sink Sink, places []orb.Point) { NewProjector(v).Line(sink, places) }

// Polygon draws a polygon; see Projector.Polygon.
func (v View) Polygon(sink Sink, polygon orb.Polygon) { NewProjector(v).Polygon(sink, polygon) }

// Sphere draws the outline of the globe or the map.
func (v View) Sphere(sink Sink) { NewProjector(v).Sphere(sink) }

// Round says whether the view shows a globe that turns, rather than a sheet that moves.
func (v View) Round() bool { return v.Projection == Orthographic }

// Rotate turns the sphere: lon degrees to the east, lat to the north.
func (v View) Rotate(lon, lat float64) View {
	v.Lon = math.Remainder(v.Lon+finite(lon), 360)
	v.Lat = max(-90, min(90, v.Lat+finite(lat)))
	return v
}
