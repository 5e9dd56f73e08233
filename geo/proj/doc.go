// Package proj lays the sphere on the plane: projections by name, a View that can be fitted, panned, zoomed and asked which
// place lies under a pixel, lines and polygons of places drawn into a Sink, and an Atlas that draws the whole world fast.
//
// The order is always: turn the sphere so that the view's centre faces us, cut it at the antimeridian or the horizon,
// project it with as many points as its bends need, clip it to the picture. Places are longitude and latitude in degrees,
// pixels have y downwards. What comes out goes to a Sink, the drawing interface of three methods.
//
// For a few shapes use the methods of View, or of a Projector made once per picture:
//
//	view := proj.View{Projection: proj.EqualEarth}.FitAll(800, 400, 10)
//	view.Line(path, []orb.Point{{20.5, 44.8}, {139.7, 35.7}}) // Belgrade to Tokyo, the short way
//
// A Projector and an Atlas keep buffers and serve one goroutine each; a View is a value.
package proj
