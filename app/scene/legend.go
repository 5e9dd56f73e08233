package scene

import (
	"math"
	"slices"

	"entente/data"
	"entente/geo/draw"
)

// legend explains the lines of a map with the very lines that are on it.
type legend struct {
	corner              Corner // Auto when there is no legend
	box                 draw.Rect
	panel               draw.Path
	rows                []legendRow
	tally               tally
	textSize, rowHeight float64
}

// legendRow is a sample and its words.
type legendRow struct {
	line   Line
	arrow  bool
	sample bool
	text   string
	quiet  bool
	arc    arc // the sample, once the legend has its place
}

// Measures of the legend, in units.
const (
	legendSize   = 11.5
	legendRowGap = 18.0
	legendPad    = 10.0
	sampleWidth  = 34.0
	legendMargin = 12.0
)

// layOut chooses rows and corner. Without ties in the picture, or without fonts, there is no legend. counted is what a map
// that moves had at rest: its legend counts again when it rests.
func (l *legend) layOut(s *Scene, counted *tally) {
	l.corner, l.rows = Auto, l.rows[:0]
	if !s.in.Legend || s.fonts == nil || len(s.net.links) == 0 {
		return
	}
	if counted != nil {
		l.tally = *counted
	} else {
		l.tally = s.tallySeen()
	}
	if l.fillRows(s); len(l.rows) == 0 {
		return
	}
	l.textSize, l.rowHeight = s.in.words(legendSize), s.in.words(legendRowGap)
	width, height := l.size(s.fonts)
	if width > 0.6*s.in.Width || height > 0.8*s.in.Height {
		return
	}
	l.corner, l.box = s.chooseCorner(width, height)
	l.panel.Reset()
	l.panel.RoundRect(l.box, 6)
	for i := range l.rows {
		l.rows[i].drawSample(l.box.MinX+legendPad, l.rowY(i))
	}
}

// rowY is the middle of a row.
func (l *legend) rowY(i int) float64 {
	return l.box.MinY + legendPad - 2 + (float64(i)+0.5)*l.rowHeight
}

func (l *legend) fillRows(s *Scene) {
	t, words, tally := &s.in.Theme, s.in.Words, &l.tally
	for i, stance := range data.Stances {
		if n := tally.stance[i]; n > 0 {
			l.rows = append(l.rows, legendRow{line: t.Line(stance, 3, false), sample: true, text: count(words, "map."+string(stance), n)})
		}
	}
	if tally.planned > 0 {
		line := t.Line(data.Neutral, 3, true)
		line.Color = t.Text
		l.rows = append(l.rows, legendRow{line: line, sample: true, text: count(words, "map.planned", tally.planned)})
	}
	if tally.directed > 0 {
		line := Line{Color: t.Text, Width: minWidth}
		l.rows = append(l.rows, legendRow{line: line, sample: true, arrow: true, text: count(words, "map.direction", tally.directed)})
	}
	if classes := widthClasses(tally.minReports, tally.maxReps); len(classes) > 1 {
		for _, n := range classes {
			line := Line{Color: t.Quiet, Width: t.Line(data.Cooperation, n, false).Width}
			l.rows = append(l.rows, legendRow{line: line, sample: true, text: count(words, "map.reports", n)})
		}
	}
	if s.net.hidden > 0 {
		l.rows = append(l.rows, legendRow{text: count(words, "map.hidden", s.net.hidden), quiet: true})
	}
}

// widthClasses are the numbers of reports whose widths the legend shows: the fewest, the most, and one between whose
// width lies between theirs, when they are far enough apart to be told by eye.
func widthClasses(least, most int) []int {
	least = max(least, 1)
	if most <= least {
		return nil
	}
	mid := int(math.Round(math.Pow((math.Sqrt(float64(least))+math.Sqrt(float64(most)))/2, 2)))
	return slices.Compact([]int{least, max(mid, least), most})
}

func (l *legend) size(fonts *draw.Fonts) (width, height float64) {
	for _, r := range l.rows {
		w := fonts.Width(r.text, l.textSize, draw.Regular)
		if r.sample {
			w += sampleWidth + 10
		}
		width = math.Max(width, w)
	}
	return width + 2*legendPad, float64(len(l.rows))*l.rowHeight + 2*legendPad - 4
}

// keptUnder is how much more than in the best corner the legend may hide to stay where it stood.
const keptUnder = 30.0

// LegendAt gives the corner of the legend, for the Input of the next picture to keep it there; Auto when there is none.
func (s *Scene) LegendAt() Corner { return s.legend.corner }

// chooseCorner finds the asked corner, or the one where the legend hides the least.
func (s *Scene) chooseCorner(width, height float64) (Corner, draw.Rect) {
	if c := s.in.LegendAt; c != Auto {
		return c, s.cornerBox(c, width, height)
	}
	best, bestBox, least := Auto, draw.Rect{}, math.Inf(1)
	for i, c := range [...]Corner{BottomLeft, BottomRight, TopLeft, TopRight} {
		box := s.cornerBox(c, width, height)
		hidden := s.hides(box.Grow(6)) + float64(i)*2
		if c == s.in.LegendWas {
			hidden -= keptUnder
		}
		if hidden < least {
			best, bestBox, least = c, box, hidden
		}
	}
	return best, bestBox
}

// cornerBox is the legend's box in a corner; at the bottom it stands above what is laid over the map there.
func (s *Scene) cornerBox(c Corner, width, height float64) draw.Rect {
	x, y := legendMargin, legendMargin
	if c == BottomRight || c == TopRight {
		x = s.in.Width - legendMargin - width
	}
	if c == BottomLeft || c == BottomRight {
		y = s.in.Height - legendMargin - height
	}
	box := draw.Rect{MinX: x, MinY: y, MaxX: x + width, MaxY: y + height}
	for _, r := range s.in.Clear {
		if up := box.MaxY + legendMargin - r.MinY; box.Overlaps(r) && y > legendMargin && box.MinY-up > 0 {
			box.MinY, box.MaxY = box.MinY-up, box.MaxY-up
		}
	}
	return box
}

// hides counts what lies under a box: ends of ties most, points of arcs a little.
func (s *Scene) hides(box draw.Rect) float64 {
	sum := 0.0
	for _, r := range s.in.Clear {
		if box.Overlaps(r) {
			sum += 1e6
		}
	}
	for _, at := range s.spots {
		if at.seen && box.Contains(at.x, at.y) {
			sum += 5
		}
	}
	for i := range s.arcs {
		p := &s.arcs[i].path
		if b, ok := p.Bounds(); !ok || !b.Overlaps(box) {
			continue
		}
		for k := range p.Lines() {
			xy, _ := p.Line(k)
			for j := 0; j+1 < len(xy); j += 2 {
				if box.Contains(float64(xy[j]), float64(xy[j+1])) {
					sum += 0.2
				}
			}
		}
	}
	return sum
}

func (l *legend) draw(c draw.Canvas, t *Theme) {
	if l.corner == Auto {
		return
	}
	c.Fill(&l.panel, draw.Fill{Color: withAlpha(t.Paper, 236)})
	c.Stroke(&l.panel, draw.Stroke{Color: t.Frame, Width: 1})
	for i := range l.rows {
		r, x := &l.rows[i], l.box.MinX+legendPad
		text := draw.Text{Text: r.text, X: x, Y: l.rowY(i) + draw.XHeight/2*l.textSize + 0.6, Size: l.textSize, Color: t.Text}
		if r.quiet {
			text.Color = t.Quiet
		}
		if r.sample {
			r.arc.draw(c, t)
			text.X += sampleWidth + 10
		}
		c.Text(text)
	}
}

// drawSample makes the sample line of a row.
func (r *legendRow) drawSample(x, y float64) {
	if !r.sample {
		return
	}
	r.arc.line = r.line
	r.arc.path.MoveTo(x, y)
	if !r.arrow {
		r.arc.path.LineTo(x+sampleWidth, y)
		return
	}
	// The head of an arrow stands before the dot that it points at, and there is none here.
	r.arc.path.LineTo(x+sampleWidth+dotGap, y)
	r.arc.point(false, true)
}
