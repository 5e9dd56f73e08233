package scene

import (
	"math"

	"entente/geo/draw"
)

// write places a name if it stays inside the map and clear of all that stands there.
func (s *Scene) write(n name) bool {
	n.from = len(s.cells)
	s.cells = footprint(s.cells, s.fonts, &n.text)
	n.to = len(s.cells)
	n.box = s.cells[n.from]
	for _, cell := range s.cells[n.from+1:] {
		n.box = n.box.Union(cell)
	}
	if !s.free(&n) {
		s.cells = s.cells[:n.from]
		return false
	}
	s.names = append(s.names, n)
	return true
}

// footprint appends the room that a text takes, with a little air: one box of an upright text, and a row of boxes along one
// that is turned or bent.
func footprint(cells []draw.Rect, fonts *draw.Fonts, t *draw.Text) []draw.Rect {
	long := fonts.Length(t)
	first := -long * float64(t.Anchor) / 2
	if t.Upright() {
		left := t.X + first
		return append(cells, draw.Rect{MinX: left - 2, MinY: t.Y - draw.Ascent*t.Size - 1, MaxX: left + long + 2, MaxY: t.Y + draw.Descent*t.Size + 1})
	}
	n := math.Max(1, math.Ceil(long/t.Size))
	step, high := long/n, (draw.Ascent+draw.Descent)*t.Size
	for i := 0.0; i < n; i++ {
		x, y, turn := fonts.PlaceAt(t, first+(i+0.5)*step)
		sin, cos := math.Sincos(turn * math.Pi / 180)
		lift := (draw.Ascent - draw.Descent) / 2 * t.Size
		x, y = x+lift*sin, y-lift*cos
		wide, tall := (step*math.Abs(cos)+high*math.Abs(sin))/2+1, (step*math.Abs(sin)+high*math.Abs(cos))/2+1
		cells = append(cells, draw.Rect{MinX: x - wide, MinY: y - tall, MaxX: x + wide, MaxY: y + tall})
	}
	return cells
}

// dotRoom is the half side of the square around the end of ties that names keep off, in units.
const dotRoom = 4.0

// free says whether a name lies inside the map and over nothing that must be seen: the legend, the inset, another name or the
// line to its dot, the end of other ties, an arrowhead.
func (s *Scene) free(n *name) bool {
	if n.box.MinX < 3 || n.box.MinY < 3 || n.box.MaxX > s.in.Width-3 || n.box.MaxY > s.in.Height-3 {
		return false
	}
	if s.legend.corner != Auto && s.over(n, s.legend.box) || s.over(n, s.inset.box.Grow(2)) {
		return false
	}
	for i := range s.names {
		other := &s.names[i]
		if s.led(n, other) || s.led(other, n) {
			return false
		}
		if !n.box.Overlaps(other.box) {
			continue
		}
		for _, cell := range s.cells[other.from:other.to] {
			if s.over(n, cell) {
				return false
			}
		}
	}
	for i := range s.dots {
		if d := &s.dots[i]; d.tied && (d.party != n.party || n.party == "") &&
			s.over(n, draw.Rect{MinX: d.x - dotRoom, MinY: d.y - dotRoom, MaxX: d.x + dotRoom, MaxY: d.y + dotRoom}) {
			return false
		}
	}
	for _, head := range s.heads {
		if s.over(n, head) {
			return false
		}
	}
	return true
}

// led says whether the line from a name to its dot runs over another name.
func (s *Scene) led(n, over *name) bool {
	if n.leader == [4]float64{} {
		return false
	}
	line := [4]float32{float32(n.leader[0]), float32(n.leader[1]), float32(n.leader[2]), float32(n.leader[3])}
	for _, cell := range s.cells[over.from:over.to] {
		if runsThrough(line[:], cell) {
			return true
		}
	}
	return false
}

// over says whether a name lies over a box.
func (s *Scene) over(n *name, box draw.Rect) bool {
	if !n.box.Overlaps(box) {
		return false
	}
	for _, cell := range s.cells[n.from:n.to] {
		if cell.Overlaps(box) {
			return true
		}
	}
	return false
}

// nameAt finds the name at a point.
func (s *Scene) nameAt(x, y float64) *name {
	for i := range s.names {
		n := &s.names[i]
		if !n.box.Contains(x, y) {
			continue
		}
		for _, cell := range s.cells[n.from:n.to] {
			if cell.Contains(x, y) {
				return n
			}
		}
	}
	return nil
}
