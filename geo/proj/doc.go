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
// For the world itself make one Atlas and keep it. Each frame is a Prepare and then as many of its methods as there are things
// to draw; it costs a multiplication for each point in sight, and more only when the centre or the projection changes:
//
//	atlas := proj.NewAtlas(world)
//	atlas.Prepare(view, density)        // density: device pixels per pixel of the view
//	atlas.Sphere(sea)                   // a path to fill
//	for i := range world.Countries {
//		atlas.Country(i, land)          // closed rings to fill, any rule
//	}
//	atlas.Lakes(water)
//	atlas.Lines(geo.Border, borders)    // open lines to stroke, each border once
//
// To move a View use Pan, ZoomAt and Rotate; to place it Fit, FitAll, FitPlaces and Around; to animate a change, Morph.
//
// A Projector and an Atlas keep buffers and serve one goroutine each; a View is a value.
package proj
