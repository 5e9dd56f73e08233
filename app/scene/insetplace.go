package scene

import (
	"math"
	"slices"

	"entente/geo/draw"
)

// sums tells quickly how much lies in a rectangle of the picture: each cell holds the sum of all that lies above and to the
// left of its lower right corner.
type sums struct {
	columns, rows int
	cells         []float64
}

// sumCell is the side of a cell, in units.
const sumCell = 10.0

// What an inset may hide by lying over it, by how much it is missed: the middle of a country and of a dot. Ties and their ends
// are never hidden.
const (
	tieHidden     = 1e6
	countryHidden = 2.5
	dotHidden     = 0.2
	farHidden     = 0.01 // for each unit between inset and crowd
	apartHidden   = 4.0  // an inset away from the edge of the picture
)

func (g *sums) reset(width, height float64) {
	g.columns, g.rows = int(width/sumCell)+2, int(height/sumCell)+2
	g.cells = slices.Grow(g.cells[:0], g.columns*g.rows)[:g.columns*g.rows]
	clear(g.cells)
}

func (g *sums) add(x, y, weight float64) {
	column, row := int(math.Floor(x/sumCell))+1, int(math.Floor(y/sumCell))+1
	if column >= 1 && row >= 1 && column < g.columns && row < g.rows {
		g.cells[row*g.columns+column] += weight
	}
}

// addLine adds the weight at least once for each cell's length of a line.
func (g *sums) addLine(xy []float32, weight float64) {
	for k := 2; k+1 < len(xy); k += 2 {
		x, y := float64(xy[k-2]), float64(xy[k-1])
		dx, dy := float64(xy[k])-x, float64(xy[k+1])-y
		n := math.Min(math.Ceil(math.Hypot(dx, dy)/sumCell), 1000)
		for i := 0.5; i < n; i++ {
			g.add(x+dx*i/n, y+dy*i/n, weight)
		}
	}
}

// settle makes sums of what was added.
func (g *sums) settle() {
	for row := 1; row < g.rows; row++ {
		line := 0.0
		for column := 1; column < g.columns; column++ {
			line += g.cells[row*g.columns+column]
			g.cells[row*g.columns+column] = line + g.cells[(row-1)*g.columns+column]
		}
	}
}

// in is what lies in a box, as far as the cells tell.
func (g *sums) in(box draw.Rect) float64 {
	place := func(v float64, n int) int { return min(max(int(math.Round(v/sumCell)), 0), n-1) }
	left, right := place(box.MinX, g.columns), place(box.MaxX, g.columns)
	top, bottom := place(box.MinY, g.rows), place(box.MaxY, g.rows)
	at := func(row, column int) float64 { return g.cells[row*g.columns+column] }
	return at(bottom, right) - at(bottom, left) - at(top, right) + at(top, left)
}

// weigh sums up what would be missed under an inset.
func (s *Scene) weigh() {
	g := &s.sums
	g.reset(s.in.Width, s.in.Height)
	for i := range s.world.Countries {
		c := &s.world.Countries[i]
		if x, y, seen := s.projector.Project(c.Anchor); seen {
			weight := countryHidden
			if c.Dot {
				weight = dotHidden
			}
			g.add(x, y, weight)
		}
	}
	for i := range s.arcs {
		path := &s.arcs[i].path
		for k := range path.Lines() {
			xy, _ := path.Line(k)
			g.addLine(xy, tieHidden)
		}
	}
	g.settle()
}

// insetShares are the sizes of an inset that are tried, as shares of the largest, and placeStep how far apart its places are.
var insetShares = [...]float64{1, 0.88, 0.76, 0.64}

const placeStep = 20.0

// movedHidden is how much more an inset may hide to stand nearer to where it stood, for each width of the picture: what leaps
// about is hard to read.
const movedHidden = 150.0

// insetPlace finds the largest inset that has a place where it hides no tie, no end of one and no name of a country with ties,
// and of its places the one where it stood before, or the one where it hides least.
func (s *Scene) insetPlace(source draw.Rect) (box draw.Rect, ok bool) {
	wide, high := math.Max(0.27*s.in.Width, 260), math.Max(0.34*s.in.Height, 190)
	fit := math.Min(math.Min(wide/source.Width(), high/source.Height()), mostEnlarging)
	for _, share := range insetShares {
		if larger := fit * share; larger >= leastEnlarging && !ok {
			box, ok = s.placeOf(source, s.wholePixels(source.Width()*larger), s.wholePixels(source.Height()*larger))
		}
	}
	return box, ok
}

// placeOf finds the place of an inset of a size.
func (s *Scene) placeOf(source draw.Rect, width, height float64) (box draw.Rect, ok bool) {
	right, bottom := s.in.Width-insetMargin-width, s.in.Height-insetMargin-height
	if right < insetMargin || bottom < insetMargin {
		return box, false
	}
	place := func(x, y float64) draw.Rect {
		x, y = s.wholePixels(insetMargin+(right-insetMargin)*x), s.wholePixels(insetMargin+(bottom-insetMargin)*y)
		return draw.Rect{MinX: x, MinY: y, MaxX: x + width, MaxY: y + height}
	}
	was := s.in.InsetAt
	if was != nil {
		x, y := math.Max(0, math.Min(was[0], 1)), math.Max(0, math.Min(was[1], 1))
		if at := place(x, y); !s.insetBarred(at, source) {
			s.inset.at = [2]float64{x, y}
			return at, true
		}
	}
	least := math.Inf(1)
	rows, columns := stepsOver(bottom-insetMargin), stepsOver(right-insetMargin)
	for row := range rows + 1 {
		for column := range columns + 1 {
			x, y := float64(column)/float64(columns), float64(row)/float64(rows)
			at := place(x, y)
			cost := s.insetCost(at, source, x, y)
			if was != nil {
				cost += movedHidden * math.Hypot(x-was[0], y-was[1])
			}
			if cost < least && !s.insetBarred(at, source) {
				least, box, ok = cost, at, true
				s.inset.at = [2]float64{x, y}
			}
		}
	}
	return box, ok
}

// insetCost is what an inset hides at a place; x and y are its shares of the room that there is.
func (s *Scene) insetCost(at, source draw.Rect, x, y float64) float64 {
	cost := s.sums.in(at) + farHidden*math.Hypot((source.MinX+source.MaxX-at.MinX-at.MaxX)/2, (source.MinY+source.MaxY-at.MinY-at.MaxY)/2)
	if x > 0 && x < 1 && y > 0 && y < 1 {
		cost += apartHidden
	}
	return cost
}

// endRoom is how far an inset keeps off the ends of ties, in units: there is room for a name between.
const endRoom = 16.0

// insetBarred says whether something lies in a box that must not be hidden.
func (s *Scene) insetBarred(at, source draw.Rect) bool {
	if s.sums.in(at.Grow(sumCell)) >= tieHidden/2 || at.Grow(16).Overlaps(source) || s.legend.corner != Auto && at.Grow(8).Overlaps(s.legend.box) ||
		slices.ContainsFunc(s.in.Clear, at.Grow(4).Overlaps) {
		return true
	}
	room := at.Grow(endRoom)
	return slices.ContainsFunc(s.spots, func(end spot) bool { return end.seen && room.Contains(end.x, end.y) }) || s.hidesName(at.Grow(4))
}

// hidesName says whether a name, or the line to its dot, lies in a box.
func (s *Scene) hidesName(box draw.Rect) bool {
	for i := range s.names {
		n := &s.names[i]
		if n.box.Overlaps(box) {
			return true
		}
		if l := n.leader; l != [4]float64{} && runsThrough([]float32{float32(l[0]), float32(l[1]), float32(l[2]), float32(l[3])}, box) {
			return true
		}
	}
	return false
}

// stepsOver is how many steps between places a length has.
func stepsOver(length float64) int {
	return max(1, int(math.Ceil(length/placeStep)))
}
