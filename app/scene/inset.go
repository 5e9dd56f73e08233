package scene

import (
	"cmp"
	"math"
	"slices"

	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

// inset is a crowded part of the map drawn once more, larger, where there is room.
type inset struct {
	scene  *Scene     // nil when there is none
	box    draw.Rect  // where it stands
	at     [2]float64 // the same as shares of the room that there is for it, from the left and the top
	source draw.Rect  // what it shows, on the map
	lines  draw.Path  // around the source, and from there to the box
	edge   draw.Path  // around the box
}

// An inset is drawn when so many ends of ties lie in a rectangle of at most this size, in units, on a picture that has room.
const (
	crowdEnds            = 6
	crowdWide, crowdHigh = 76.0, 56.0
	insetLeastWidth      = 700.0 // of the picture
	insetLeastHeight     = 440.0
	leastEnlarging       = 2.4
	mostEnlarging        = 6.0
	insetPad             = 9.0 // around the ends in the crowd, on the map
	insetPadBeside       = 6.0 // and so much more to the left and right, for names
	insetMargin          = 14.0
)

// chooseInset writes the names of the countries with ties, and finds the crowd and a place for its inset where none of them stands.
// The names of the crowd are left to the inset, unless there is no place for it.
func (s *Scene) chooseInset(p *proj.Projector) {
	source, ok := s.insetSource()
	if ok {
		s.weigh()
		_, ok = s.insetPlace(source)
	}
	if ok {
		s.inset.source = source
		s.writeTied(p)
		if box, ok := s.insetPlace(source); ok {
			s.inset.box = box
			s.inset.lead()
			return
		}
		s.inset.source = draw.Rect{}
	}
	s.writeTied(p)
}

// insetSource gives the part of the map for the inset: the one that was asked for, or the crowd.
func (s *Scene) insetSource() (source draw.Rect, ok bool) {
	if s.in.NoInset || s.fonts == nil {
		return source, false
	}
	if of := s.in.InsetOf; of != nil {
		v := s.in.View
		source = draw.Rect{MinX: v.X + v.Scale*of.MinX, MinY: v.Y + v.Scale*of.MinY, MaxX: v.X + v.Scale*of.MaxX, MaxY: v.Y + v.Scale*of.MaxY}
		return source, s.inside((source.MinX+source.MaxX)/2, (source.MinY+source.MaxY)/2, 0)
	}
	if s.in.Width < insetLeastWidth || s.in.Height < insetLeastHeight {
		return source, false
	}
	return s.crowd()
}

// wholePixels rounds a length to pixels of the device.
func (s *Scene) wholePixels(units float64) float64 {
	return math.Round(units*s.in.Scale) / s.in.Scale
}

// Of a map that is so much larger than the picture, only what lies so far inside the picture, in shares of it, is what a person
// turned to.
const (
	turnedScale          = 1.3
	edgeAcross, edgeDown = 0.16, 0.1
)

// usualWidth and usualHeight are the picture for which the sizes of a crowd are given: larger pictures of the same part of the
// map have the same crowd, as a file has of what a window shows.
const usualWidth, usualHeight = 1200.0, 700.0

// wholes remembers how large the whole map is in a picture and in the usual one.
type wholes struct {
	view         proj.View // without place and scale
	whole, usual float64   // scales
}

// wholeScales gives the scales of the whole map in this picture and in the usual one.
func (s *Scene) wholeScales() (whole, usual float64) {
	key := s.in.View
	key.X, key.Y, key.Scale = 0, 0, 0
	if w := &s.wholes; w.view != key {
		*w = wholes{key, key.FitAll(s.in.Width, s.in.Height, 0).Scale, key.FitAll(usualWidth, usualHeight, 0).Scale}
	}
	return s.wholes.whole, s.wholes.usual
}

// turnedTo gives the part of the picture whose crowd is of interest, all of it but for its edges where the map goes on, and how
// large the map is against the usual picture.
func (s *Scene) turnedTo() (part draw.Rect, unit float64) {
	w, h := s.in.Width, s.in.Height
	whole, usual := s.wholeScales()
	if s.in.View.Scale < turnedScale*whole {
		return draw.Rect{MaxX: w, MaxY: h}, s.in.View.Scale / usual
	}
	return draw.Rect{MinX: edgeAcross * w, MinY: edgeDown * h, MaxX: (1 - edgeAcross) * w, MaxY: (1 - edgeDown) * h}, turnedScale * whole / usual
}

// crowd finds the rectangle in which the most ends of ties stand close together.
func (s *Scene) crowd() (box draw.Rect, ok bool) {
	ends := s.ends[:0]
	turnedTo, unit := s.turnedTo()
	wide, high, pad := crowdWide*unit, crowdHigh*unit, insetPad*unit
	for _, at := range s.spots {
		if at.seen && s.inside(at.x, at.y, -pad) && turnedTo.Contains(at.x, at.y) {
			ends = append(ends, at)
		}
	}
	slices.SortFunc(ends, func(a, b spot) int { return cmp.Compare(a.x, b.x) })
	s.ends = ends
	most := crowdEnds - 1
	for i, left := range ends {
		right := i
		for right < len(ends) && ends[right].x <= left.x+wide {
			right++
		}
		row := ends[i:right]
		if len(row) <= most {
			continue
		}
		// The end is the left edge, and the top edge any end that is not much higher.
		for _, top := range row {
			if top.y > left.y || top.y < left.y-high {
				continue
			}
			if n, around := endsIn(row, draw.Rect{MinX: left.x, MinY: top.y, MaxX: left.x + wide, MaxY: top.y + high}); n > most {
				most, box, ok = n, around, true
			}
		}
	}
	if !ok {
		return box, false
	}
	box = s.trim(box, most, pad).Grow(pad)
	box.MinX, box.MaxX = box.MinX-insetPadBeside*unit, box.MaxX+insetPadBeside*unit
	return box, true
}

// trim takes ends that stand apart out of a crowd of n, as long as it stays one and the rest becomes much larger for it; pad is the
// room around them.
func (s *Scene) trim(box draw.Rect, n int, pad float64) draw.Rect {
	const much = 0.75
	area := func(r draw.Rect) float64 { return (r.Width() + 2*pad) * (r.Height() + 2*pad) }
	for n > crowdEnds {
		best, left := box, 0
		const hair = 1e-6
		for _, r := range [...]draw.Rect{{MinX: box.MinX + hair, MinY: box.MinY, MaxX: box.MaxX, MaxY: box.MaxY},
			{MinX: box.MinX, MinY: box.MinY + hair, MaxX: box.MaxX, MaxY: box.MaxY}, {MinX: box.MinX, MinY: box.MinY, MaxX: box.MaxX - hair, MaxY: box.MaxY},
			{MinX: box.MinX, MinY: box.MinY, MaxX: box.MaxX, MaxY: box.MaxY - hair}} {
			if k, around := endsIn(s.ends, r); k >= crowdEnds && area(around) < area(best) {
				best, left = around, k
			}
		}
		if area(best) > much*area(box) {
			return box
		}
		box, n = best, left
	}
	return box
}

// endsIn counts ends in a box, and gives the box around them.
func endsIn(ends []spot, box draw.Rect) (n int, around draw.Rect) {
	around = draw.Rect{MinX: math.Inf(1), MinY: math.Inf(1), MaxX: math.Inf(-1), MaxY: math.Inf(-1)}
	for _, at := range ends {
		if box.Contains(at.x, at.y) {
			n++
			around = around.Union(draw.Rect{MinX: at.x, MinY: at.y, MaxX: at.x, MaxY: at.y})
		}
	}
	return n, around
}

// input is what the inset's picture depends on. Numbers are rounded a little, so that it stays the same while the map moves.
func (i *inset) input(in Input) Input {
	larger := i.box.Width() / i.source.Width()
	v := enlarged(in.View, i.source, larger, i.box.Width(), i.box.Height())
	v.X, v.Y, v.Scale = math.Round(v.X*64)/64, math.Round(v.Y*64)/64, math.Round(v.Scale*64)/64
	in.View, in.Width, in.Height = v, v.Width, v.Height
	in.Legend, in.NoInset, in.Clear, in.InsetAt, in.InsetOf = false, true, nil, nil, nil
	return in
}

// enlarged gives the view that shows a part of another in the middle of a picture.
func enlarged(v proj.View, part draw.Rect, larger, width, height float64) proj.View {
	v.X = larger*(v.X-(part.MinX+part.MaxX)/2) + width/2
	v.Y = larger*(v.Y-(part.MinY+part.MaxY)/2) + height/2
	v.Scale *= larger
	v.Width, v.Height = width, height
	return v
}

// Inset tells where the inset stands, and gives the view that shows its part of the map in the whole picture; ok is false when
// there is none. At answers within the inset as on the map around it.
func (s *Scene) Inset() (box draw.Rect, view proj.View, ok bool) {
	if s.inset.scene == nil {
		return draw.Rect{}, proj.View{}, false
	}
	source := s.inset.source
	larger := math.Min(s.in.Width/source.Width(), s.in.Height/source.Height())
	return s.inset.box, enlarged(s.in.View, source, larger, s.in.Width, s.in.Height), true
}

// InsetAt gives where the inset stands, for the Input of the next picture to keep it there; nil when there is none.
func (s *Scene) InsetAt() *[2]float64 {
	if s.inset.scene == nil {
		return nil
	}
	at := s.inset.at
	return &at
}

// InsetOf gives the part of the map that the inset shows, for the Input of a picture in another size to show the same; nil when
// there is none.
func (s *Scene) InsetOf() *draw.Rect {
	if s.inset.scene == nil {
		return nil
	}
	r, v := s.inset.source, s.in.View
	return &draw.Rect{MinX: (r.MinX - v.X) / v.Scale, MinY: (r.MinY - v.Y) / v.Scale, MaxX: (r.MaxX - v.X) / v.Scale, MaxY: (r.MaxY - v.Y) / v.Scale}
}

// Through gives the point of the map that stands at a point of the picture: the point itself but in the inset.
func (s *Scene) Through(x, y float64) (mapX, mapY float64) {
	if !s.inInset(x, y) {
		return x, y
	}
	box, source := s.inset.box, s.inset.source
	smaller := source.Width() / box.Width()
	return source.MinX + (x-box.MinX)*smaller, source.MinY + (y-box.MinY)*smaller
}

// leavesToInset says whether the name of a party is written in the inset alone.
func (s *Scene) leavesToInset(p data.Party, at spot) bool {
	return s.inset.source != (draw.Rect{}) && s.inset.source.Contains(at.x, at.y) && !s.chosen(p) && !s.lit(p)
}

// inInset says whether a point of the picture lies in the inset.
func (s *Scene) inInset(x, y float64) bool {
	return s.inset.scene != nil && s.inset.box.Contains(x, y)
}

// drawSource marks the part of the map that the inset shows, and leads to it.
func (i *inset) drawSource(c draw.Canvas, t *Theme) {
	if i.scene == nil {
		return
	}
	draw.Layer(c, InsetLayer)
	c.Stroke(&i.lines, draw.Stroke{Color: t.Casing, Width: 2.4})
	c.Stroke(&i.lines, draw.Stroke{Color: fade(t.Text, 0.5), Width: 0.8})
}

// draw draws the map in the inset.
func (i *inset) draw(c draw.Canvas) {
	if i.scene == nil {
		return
	}
	part := &draw.Offset{To: c, X: i.box.MinX, Y: i.box.MinY, Width: i.box.Width(), Height: i.box.Height(), Prefix: InsetLayer + " "}
	part.Clip(draw.Rect{})
	i.scene.Draw(part)
	c.Clip(draw.Rect{})
}

// drawFrame draws the edge of the inset.
func (i *inset) drawFrame(c draw.Canvas, t *Theme) {
	if i.scene == nil {
		return
	}
	draw.Layer(c, InsetLayer)
	c.Stroke(&i.edge, draw.Stroke{Color: t.Casing, Width: 3})
	c.Stroke(&i.edge, draw.Stroke{Color: fade(t.Text, 0.8), Width: 1.2})
}

// lead makes the edge and the lines: around the source, and the two that touch the corners of both rectangles and cross neither.
func (i *inset) lead() {
	corners := func(r draw.Rect) [4][2]float64 {
		return [4][2]float64{{r.MinX, r.MinY}, {r.MaxX, r.MinY}, {r.MaxX, r.MaxY}, {r.MinX, r.MaxY}}
	}
	from, to := corners(i.source), corners(i.box)
	i.edge.Rect(i.box)
	i.lines.Rect(i.source)
	for _, a := range from {
		for _, b := range to {
			left, right := 0, 0
			for k := range 8 {
				q := from[k%4]
				if k >= 4 {
					q = to[k%4]
				}
				switch side := (b[0]-a[0])*(q[1]-a[1]) - (b[1]-a[1])*(q[0]-a[0]); {
				case side > 1e-6:
					left++
				case side < -1e-6:
					right++
				}
			}
			if left == 0 || right == 0 {
				i.lines.MoveTo(a[0], a[1])
				i.lines.LineTo(b[0], b[1])
			}
		}
	}
}

// clear forgets the inset, and keeps its memory.
func (i *inset) clear() {
	i.scene, i.box, i.source = nil, draw.Rect{}, draw.Rect{}
	i.lines.Reset()
	i.edge.Reset()
}
