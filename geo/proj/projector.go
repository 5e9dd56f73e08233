package proj

import (
	"math"

	"github.com/paulmach/orb"

	"entente/geo"
	"entente/geo/clip"
)

const degree = math.Pi / 180

// direct is a projection that takes a turned direction to the plane faster than by way of longitude and latitude.
type direct interface {
	direct(v geo.Vec) (x, y float64)
}

// Projector is a view made ready: the projection found, the turn of the sphere worked out. It keeps buffers, so one serves
// one goroutine; making one is cheap.
type Projector struct {
	view    View
	proj    Projection
	direct  direct
	horizon float64 // cosine of the projection's horizon, or -2 without one
	centre  geo.Vec // what the turn takes to X, Y and Z
	east    geo.Vec
	north   geo.Vec
	frame   clip.Rect
	slack   float64 // how far lines may lie beside the true ones, in pixels

	meridian clip.Meridian
	round    clip.Horizon
	polygon  clip.Polygon
	plane    [][2]float64
	turned   [][]geo.Vec
}

// NewProjector makes a view ready. An unknown projection is taken as the default; numbers that are not finite as 0.
func NewProjector(v View) *Projector {
	p := new(Projector)
	p.Reset(v)
	return p
}

// Reset makes another view ready in the same Projector, keeping its buffers.
func (p *Projector) Reset(v View) {
	found := v.projection()
	p.view, p.proj = v, found
	p.direct, _ = found.(direct)
	p.horizon = -2
	if h := found.Horizon(); h > 0 {
		p.horizon = math.Cos(h)
	}
	lon, lat := finite(v.Lon)*degree, finite(v.Lat)*degree
	sinLon, cosLon := math.Sincos(lon)
	sinLat, cosLat := math.Sincos(lat)
	p.centre = geo.Vec{X: cosLat * cosLon, Y: cosLat * sinLon, Z: sinLat}
	p.east = geo.Vec{X: -sinLon, Y: cosLon}
	p.north = geo.Vec{X: -sinLat * cosLon, Y: -sinLat * sinLon, Z: cosLat}
	p.frame = v.frame()
	p.slack = straight
}

func finite(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return x
}

// turn takes a direction to where it lies when the view's centre lies at X with north upwards.
func (p *Projector) turn(v geo.Vec) geo.Vec {
	return geo.Vec{X: v.Dot(p.centre), Y: v.Dot(p.east), Z: v.Dot(p.north)}
}

// unit takes a turned direction to the plane in unit scale.
func (p *Projector) unit(v geo.Vec) (x, y float64) {
	if p.direct != nil {
		return p.direct.direct(v)
	}
	return p.proj.Forward(math.Atan2(v.Y, v.X), math.Atan2(v.Z, math.Sqrt(v.X*v.X+v.Y*v.Y)))
}

// pixel takes a point of the plane in unit scale to the picture.
func (p *Projector) pixel(x, y float64) [2]float64 {
	return [2]float64{p.view.X + p.view.Scale*x, p.view.Y - p.view.Scale*y}
}

// Project takes a place (longitude, latitude in degrees) to the picture. It is visible when it lies on the side that the
// projection shows, be it inside the picture or not; the position of an invisible one means nothing, as does NaN.
func (p *Projector) Project(place orb.Point) (x, y float64, visible bool) {
	return p.ProjectVec(geo.VecOf(place))
}

// ProjectVec is Project for a direction.
func (p *Projector) ProjectVec(v geo.Vec) (x, y float64, visible bool) {
	t := p.turn(v)
	ux, uy := p.unit(t)
	q := p.pixel(ux, uy)
	return q[0], q[1], t.X >= p.horizon && q[0] == q[0] && q[1] == q[1] && p.onMap(t)
}

// onMap says whether the direction is within the latitudes that the projection draws.
func (p *Projector) onMap(t geo.Vec) bool {
	_, isMercator := p.proj.(mercator)
	return !isMercator || math.Abs(t.Z) <= math.Sin(mercatorLimit)
}

// Invert takes a point of the picture to the place that is drawn there. Outside the globe or the map there is none.
func (p *Projector) Invert(x, y float64) (place orb.Point, ok bool) {
	if !(p.view.Scale > 0) {
		return orb.Point{}, false
	}
	lon, lat, ok := p.proj.Inverse((x-p.view.X)/p.view.Scale, (p.view.Y-y)/p.view.Scale)
	if !ok || lon != lon || lat != lat {
		return orb.Point{}, false
	}
	t := geo.VecOf(orb.Point{lon / degree, lat / degree})
	return geo.Vec{
		X: t.X*p.centre.X + t.Y*p.east.X + t.Z*p.north.X,
		Y: t.X*p.centre.Y + t.Y*p.east.Y + t.Z*p.north.Y,
		Z: t.X*p.centre.Z + t.Y*p.east.Z + t.Z*p.north.Z,
	}.Point(), true
}

// Sphere draws the outline of the globe or the map: what the sea fills.
func (p *Projector) Sphere(sink Sink) {
	p.plane = p.plane[:0]
	if h := p.proj.Horizon(); h > 0 {
		sin, cos := math.Sincos(h)
		for i := range 360 {
			sinA, cosA := math.Sincos(-float64(i) * degree)
			p.add(p.unit(geo.Vec{X: cos, Y: sin * cosA, Z: sin * sinA}))
		}
	} else {
		m, bent := p.proj.(*mixed)
		for _, side := range [2]float64{-1, 1} {
			for i := -90; i <= 90; i++ {
				if lat := side * float64(-i) * degree; bent {
					p.add(m.edge(side, lat))
				} else {
					p.add(p.proj.Forward(side*math.Pi, lat))
				}
			}
		}
	}
	p.polygon.Draw(sink, p.frame, p.plane)
}

// add appends a point of the plane to the line being drawn, as pixels.
func (p *Projector) add(x, y float64) { p.plane = append(p.plane, p.pixel(x, y)) }
