// Package clip cuts shapes to what a map can show: on the sphere along the antimeridian (Meridian) or along the horizon of a
// globe (Horizon), and on the plane along the edge of the picture (Rect).
//
// It does not project: proj calls it between turning the sphere and drawing. On the sphere it works on directions that are
// already turned, so that X points at the middle of the map. Rings have no repeated last point and their inside on the right
// hand, seen from above; so outer rings run clockwise and holes the other way, and a ring may hold any part of the sphere,
// a pole included. The pieces keep that order, and one may touch itself along the cut; filled by the non-zero or the
// even-odd rule they give exactly the part inside.
//
// The cutters keep buffers between calls: the zero value is ready, and one cutter serves one goroutine. Input is never
// changed.
package clip

// Sink takes a drawing: sub-paths that begin with MoveTo and go on with LineTo; Close joins the end of a sub-path to its
// beginning.
type Sink interface {
	MoveTo(x, y float64)
	LineTo(x, y float64)
	Close()
}

// lattice is the step of points along a cut, in radians: a degree, at which a globe 10,000 pixels wide looks round. The
// points lie on whole steps, so two pieces that go the same way along the cut go over the same points.
const lattice = 3.14159265358979323846 / 180
