package proj

import (
	"math"

	"entente/geo"
	"entente/geo/clip"
)

// Atlas draws the shapes of a world for one view after another. What it has turned, cut and projected it keeps in unit scale:
// as long as the projection and the centre stay the same, a picture panned or zoomed costs a multiplication per point, and
// only of the shapes that are in it. A turned globe projects anew what can be seen. After the first pictures nothing is
// allocated.
//
// Each picture begins with Prepare; then each method draws its shapes into a sink, clipped to the view with Margin around
// it. An Atlas serves one goroutine.
type Atlas struct {
	world  *geo.World
	flat   Projector // of the view in unit scale: x to the right, y downwards
	pixel  Projector // of the view itself
	view   View
	level  geo.Level
	seen   geo.Cap // what of the sphere the picture can show
	age    uint32  // grows when what is kept becomes wrong
	sheets [geo.Levels]*sheet
	grid   graticule
	spare  [][2]float64
	rings  [][]geo.Vec
	store  []geo.Vec
}

// sheet is a level's shapes as they are kept.
type sheet struct {
	lands   []kept
	lakes   []kept
	lines   []kept
	byLand  [][]int32 // indices into lands by country, at the end those of nobody
	byKind  [3][]int32
	borders [][]int32 // indices into lines by country
	shapes  *geo.Shapes
}

// kept is a shape in unit scale: sub-paths one after another. It is right when its age is the Atlas's.
type kept struct {
	age    uint32
	points [][2]float64
	ends   []int32 // of each sub-path in points
	box    clip.Rect
}

// NewAtlas makes an atlas of a world.
func NewAtlas(w *geo.World) *Atlas {
	return &Atlas{world: w, age: 1}
}

// Prepare turns to a view, with the level of detail that its scale needs when the picture has density device pixels per
// pixel of the view; see geo.LevelFor.
func (a *Atlas) Prepare(v View, density float64) {
	if !(density > 0) {
		density = 1
	}
	a.PrepareLevel(v, geo.LevelFor(v.Scale*density))
}

// PrepareLevel turns to a view with a level of one's own choice.
func (a *Atlas) PrepareLevel(v View, l geo.Level) {
	if !(v.Scale > 0) {
		v.Scale = MinScale
	}
	unit := View{Projection: v.Projection, Lon: v.Lon, Lat: v.Lat, Scale: 1, Next: v.Next, Share: v.Share}
	if a.flat.view != unit {
		a.age++
		a.flat.Reset(unit)
		a.flat.slack = 0.002
	}
	a.view, a.level = v, max(geo.Overview, min(geo.Fine, l))
	a.pixel.Reset(v)
	a.seen = a.visible()
}

// Level is the level of detail that the last Prepare chose.
func (a *Atlas) Level() geo.Level { return a.level }

// View is the view of the last Prepare.
func (a *Atlas) View() View { return a.view }

// Projector is that view made ready, for drawing other things over the shapes. It belongs to the Atlas.
func (a *Atlas) Projector() *Projector { return &a.pixel }

// Sphere draws the outline of the globe or the map: the sea.
func (a *Atlas) Sphere(sink Sink) { a.pixel.Sphere(sink) }

// Country draws the land of the country with that index in World.Countries, as closed sub-paths to be filled together. It
// says whether any of it is in the picture.
func (a *Atlas) Country(index int, sink Sink) bool {
	s := a.sheet()
	if s == nil || index < 0 || index >= len(s.byLand)-1 {
		return false
	}
	return a.drawLands(s, s.byLand[index], sink)
}

// Nobody draws the land that belongs to no country.
func (a *Atlas) Nobody(sink Sink) {
	if s := a.sheet(); s != nil {
		a.drawLands(s, s.byLand[len(s.byLand)-1], sink)
	}
}

// Lakes draws the great lakes, to be filled like the sea over the land.
func (a *Atlas) Lakes(sink Sink) {
	if s := a.sheet(); s != nil {
		for i := range s.lakes {
			a.drawArea(&s.lakes[i], &s.shapes.Lakes[i], sink)
		}
	}
}

// Lines draws every coast or border of a kind once, as open sub-paths.
func (a *Atlas) Lines(kind geo.LineKind, sink Sink) {
	if s := a.sheet(); s != nil && int(kind) < len(s.byKind) {
		a.drawLines(s, s.byKind[kind], sink)
	}
}

// Outline draws the coasts and borders of one country, as open sub-paths.
func (a *Atlas) Outline(index int, sink Sink) {
	if s := a.sheet(); s != nil && index >= 0 && index < len(s.borders) {
		a.drawLines(s, s.borders[index], sink)
	}
}

// sheet gives the level's shapes, made ready at the first call. The overview stands in for a level that cannot be read,
// which Load would have found out.
func (a *Atlas) sheet() *sheet {
	if a.sheets[a.level] == nil {
		shapes, err := a.world.Shapes(a.level)
		if err != nil {
			shapes, err = a.world.Shapes(geo.Overview)
		}
		if err != nil {
			return nil
		}
		a.sheets[a.level] = newSheet(shapes, len(a.world.Countries))
	}
	return a.sheets[a.level]
}

func newSheet(shapes *geo.Shapes, countries int) *sheet {
	s := &sheet{
		lands:   make([]kept, len(shapes.Areas)),
		lakes:   make([]kept, len(shapes.Lakes)),
		lines:   make([]kept, len(shapes.Lines)),
		byLand:  make([][]int32, countries+1),
		borders: make([][]int32, countries),
		shapes:  shapes,
	}
	for i := range shapes.Areas {
		owner := shapes.Areas[i].Country
		if owner < 0 {
			owner = countries
		}
		s.byLand[owner] = append(s.byLand[owner], int32(i))
	}
	for i := range shapes.Lines {
		line := &shapes.Lines[i]
		s.byKind[line.Kind] = append(s.byKind[line.Kind], int32(i))
		for k, owner := range line.Countries {
			if owner >= 0 && (k == 0 || owner != line.Countries[0]) {
				s.borders[owner] = append(s.borders[owner], int32(i))
			}
		}
	}
	return s
}

func (a *Atlas) drawLands(s *sheet, list []int32, sink Sink) bool {
	drawn := false
	for _, i := range list {
		drawn = a.drawArea(&s.lands[i], &s.shapes.Areas[i], sink) || drawn
	}
	return drawn
}

func (a *Atlas) drawLines(s *sheet, list []int32, sink Sink) {
	for _, i := range list {
		a.drawLine(&s.lines[i], s.shapes.Lines[i].Points, s.shapes.Lines[i].Cap, sink)
	}
}

// drawArea draws an area if any of it is in the picture.
func (a *Atlas) drawArea(k *kept, area *geo.Area, sink Sink) bool {
	if k.age != a.age {
		if !a.seen.Meets(area.Cap) {
			return false
		}
		a.keepArea(k, area)
	}
	inside, outside := a.place(k)
	if outside {
		return false
	}
	from := int32(0)
	for _, end := range k.ends {
		points := a.toPixels(k.points[from:end])
		from = end
		if !inside {
			a.pixel.polygon.Draw(sink, a.pixel.frame, points)
			continue
		}
		sink.MoveTo(points[0][0], points[0][1])
		for _, p := range points[1:] {
			sink.LineTo(p[0], p[1])
		}
		sink.Close()
	}
	return true
}

// drawLine draws a line if any of it is in the picture.
func (a *Atlas) drawLine(k *kept, line []geo.Vec, cap geo.Cap, sink Sink) {
	if k.age != a.age {
		if !a.seen.Meets(cap) {
			return
		}
		a.keepLine(k, line, cap)
	}
	inside, outside := a.place(k)
	if outside {
		return
	}
	from := int32(0)
	for _, end := range k.ends {
		points := a.toPixels(k.points[from:end])
		from = end
		if !inside {
			a.pixel.frame.Line(sink, points)
			continue
		}
		sink.MoveTo(points[0][0], points[0][1])
		for _, p := range points[1:] {
			sink.LineTo(p[0], p[1])
		}
	}
}

// place says whether a shape lies inside the frame, or outside it or is too small to be seen.
func (a *Atlas) place(k *kept) (inside, outside bool) {
	const speck = 0.2 // pixels
	if len(k.points) == 0 {
		return false, true
	}
	v := &a.view
	box := clip.Rect{MinX: v.X + v.Scale*k.box.MinX, MaxX: v.X + v.Scale*k.box.MaxX, MinY: v.Y + v.Scale*k.box.MinY, MaxY: v.Y + v.Scale*k.box.MaxY}
	if !a.pixel.frame.Meets(box) || box.MaxX-box.MinX < speck && box.MaxY-box.MinY < speck {
		return false, true
	}
	return a.pixel.frame.Contains(box), false
}

// toPixels scales points to the picture in a buffer.
func (a *Atlas) toPixels(points [][2]float64) [][2]float64 {
	if cap(a.spare) < len(points) {
		a.spare = make([][2]float64, len(points)+len(points)/2)
	}
	out := a.spare[:len(points)]
	scale, x, y := a.view.Scale, a.view.X, a.view.Y
	for i, p := range points {
		out[i] = [2]float64{x + scale*p[0], y + scale*p[1]}
	}
	return out
}

// visible is a cap around all places that the picture can show; the whole sphere when its edge is not on the map.
func (a *Atlas) visible() geo.Cap {
	whole := geo.Cap{Centre: a.pixel.centre, Radius: math.Pi}
	if h := a.pixel.proj.Horizon(); h > 0 {
		whole.Radius = h
	}
	frame := a.pixel.frame
	middle, ok := a.pixel.Invert((frame.MinX+frame.MaxX)/2, (frame.MinY+frame.MaxY)/2)
	if !ok || math.IsInf(frame.MaxX, 1) {
		return whole
	}
	seen := geo.Cap{Centre: geo.VecOf(middle)}
	const n = 8
	for i := range n {
		t := float64(i) / n
		x := frame.MinX + t*(frame.MaxX-frame.MinX)
		y := frame.MinY + t*(frame.MaxY-frame.MinY)
		for _, p := range [4][2]float64{{x, frame.MinY}, {frame.MaxX, y}, {frame.MinX + frame.MaxX - x, frame.MaxY}, {frame.MinX, frame.MinY + frame.MaxY - y}} {
			place, ok := a.pixel.Invert(p[0], p[1])
			if !ok {
				return whole
			}
			seen.Radius = max(seen.Radius, seen.Centre.Angle(geo.VecOf(place)))
		}
	}
	const wide = 1.2 // radians: beyond it the edge of the picture says little about its inside
	if seen.Radius > wide {
		return whole
	}
	seen.Radius *= 1.1
	return seen
}
