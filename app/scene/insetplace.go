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
const sumCell = 20.0

// What an inset hides by lying over it: the end of ties and each of them there, a cell's length of an arc, the middle of a
// country and of a dot.
const (
	endHidden     = 40.0
	endsHidden    = 8.0
	arcHidden     = 1.2
	countryHidden = 2.5
	dotHidden     = 0.2
	farHidden     = 0.01 // for each unit between inset and crowd
	apartHidden   = 4.0  // an inset away from the edge of the picture
	faintest      = 40   // the alpha below which an arc is not missed
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

// addLine adds the weight once for each cell's length of a line.
func (g *sums) addLine(xy []float32, weight float64) {
	for k := 2; k+1 < len(xy); k += 2 {
		x, y := float64(xy[k-2]), float64(xy[k-1])
		dx, dy := float64(xy[k])-x, float64(xy[k+1])-y
		long := math.Hypot(dx, dy)
		n := math.Min(math.Ceil(long/sumCell), 200)
		for i := 0.5; i < n; i++ {
			g.add(x+dx*i/n, y+dy*i/n, weight*long/n/sumCell)
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
func (s *Scene) weigh() *sums {
	g := &s.sums
	g.reset(s.in.Width, s.in.Height)
	for _, at := range s.spots {
		if at.seen {
			g.add(at.x, at.y, endHidden)
		}
	}
	for i := range s.net.links {
		for _, at := range [2]spot{s.spots[s.net.links[i].a], s.spots[s.net.links[i].b]} {
			if at.seen {
				g.add(at.x, at.y, endsHidden)
			}
		}
	}
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
		a := &s.arcs[i]
		if a.line.Color.A < faintest {
			continue
		}
		weight := arcHidden * float64(a.line.Color.A) / 255
		for k := range a.path.Lines() {
			xy, _ := a.path.Line(k)
			g.addLine(xy, weight)
		}
	}
	g.settle()
	return g
}

// mostHidden is the share of the ends of ties that an inset may hide, keptHidden how much more than at the best place it may
// hide to stay where it stood, and movedHidden how much more to stand nearer to there, for each width of the picture: what
// leaps about is hard to read.
const (
	mostHidden  = 0.05
	keptHidden  = 200.0
	movedHidden = 150.0
)

// insetPlace finds the place where the inset hides least, or the one where it stood before when that is nearly as good; ok is
// false where each hides too much.
func (s *Scene) insetPlace(source draw.Rect, width, height float64) (box draw.Rect, ok bool) {
	g := s.weigh()
	right, bottom := s.in.Width-insetMargin-width, s.in.Height-insetMargin-height
	least := math.Inf(1)
	rows, columns := stepsOver(bottom-insetMargin), stepsOver(right-insetMargin)
	place := func(x, y float64) draw.Rect {
		x, y = s.wholePixels(insetMargin+(right-insetMargin)*x), s.wholePixels(insetMargin+(bottom-insetMargin)*y)
		return draw.Rect{MinX: x, MinY: y, MaxX: x + width, MaxY: y + height}
	}
	for row := range rows + 1 {
		for column := range columns + 1 {
			x, y := float64(column)/float64(columns), float64(row)/float64(rows)
			at := place(x, y)
			if s.insetBarred(at, source) {
				continue
			}
			cost := insetCost(g, at, source, x, y)
			if was := s.in.InsetAt; was != nil {
				cost += movedHidden * math.Hypot(x-was[0], y-was[1])
			}
			if cost < least {
				least, box, ok = cost, at, true
				s.inset.at = [2]float64{x, y}
			}
		}
	}
	if was := s.in.InsetAt; was != nil {
		x, y := math.Max(0, math.Min(was[0], 1)), math.Max(0, math.Min(was[1], 1))
		if at := place(x, y); ok && !s.insetBarred(at, source) && !s.hidesEnds(at) && insetCost(g, at, source, x, y) < least+keptHidden {
			box, s.inset.at = at, [2]float64{x, y}
		}
	}
	return box, ok && !s.hidesEnds(box)
}

// insetCost is what an inset hides at a place; x and y are its shares of the room that there is.
func insetCost(g *sums, at, source draw.Rect, x, y float64) float64 {
	cost := g.in(at.Grow(sumCell)) + farHidden*math.Hypot((source.MinX+source.MaxX-at.MinX-at.MaxX)/2, (source.MinY+source.MaxY-at.MinY-at.MaxY)/2)
	if x > 0 && x < 1 && y > 0 && y < 1 {
		cost += apartHidden
	}
	return cost
}

// hidesEnds says whether more ends of ties lie under a box than an inset may hide.
func (s *Scene) hidesEnds(box draw.Rect) bool {
	n, _ := endsIn(s.ends, box)
	return float64(n) > math.Max(1, mostHidden*float64(len(s.spots)))
}

// hidesChosen says whether an end of the tie that is selected, or the country, lies in a box.
func (s *Scene) hidesChosen(box draw.Rect) bool {
	t := s.in.Selected
	if t.Empty() {
		return false
	}
	for i, at := range s.spots {
		p := s.net.nodes[i].party
		if (t.Country == p || t.Pair.Has(p)) && at.seen && box.Contains(at.x, at.y) {
			return true
		}
	}
	return false
}

// insetBarred says whether something lies in a box that must not be hidden.
func (s *Scene) insetBarred(at, source draw.Rect) bool {
	return at.Grow(16).Overlaps(source) || s.hidesChosen(at.Grow(sumCell)) || s.legend.corner != Auto && at.Grow(8).Overlaps(s.legend.box) ||
		slices.ContainsFunc(s.in.Clear, at.Grow(4).Overlaps)
}

// stepsOver is how many steps of about two cells a length has.
func stepsOver(length float64) int {
	return max(1, int(math.Ceil(length/(2*sumCell))))
}
