package pdf

import (
	"cmp"
	"slices"
)

const (
	gutter       = 0.8  // the least gap between columns, against the size of the letters
	columnLines  = 4    // the least lines of a column
	columnShare  = 0.5  // of its column, a line of running text fills more on average
	maxColumns   = 3    // splits of a page, one within the other
	maxSplit     = 2000 // pieces of a page; one with more is a drawing
	fewCrossings = 0.4  // of all lines, that may go across two columns: headings, tables
)

// column is a run of lines with the same margins, in reading order.
type column struct {
	lines      []piece
	start, end float64
}

// columns puts the pieces of a page in reading order: above a heading that goes across all columns come the columns there, each
// from top to bottom, then the heading, then the columns below it.
func columns(pieces []piece, depth int) []column {
	x, ok := 0.0, false
	if depth < maxColumns {
		x, ok = split(pieces)
	}
	if !ok {
		return []column{newColumn(pieces)}
	}
	var out []column
	var left, right, across []piece
	flush := func() {
		for _, side := range [][]piece{left, right} {
			if len(side) > 0 {
				out = append(out, columns(side, depth+1)...)
			}
		}
		left, right = nil, nil
	}
	flushAcross := func() {
		if len(across) > 0 {
			out = append(out, newColumn(across))
		}
		across = nil
	}
	for _, p := range pieces {
		switch {
		case p.x < x && p.end > x:
			flush()
			across = append(across, p)
			continue
		case p.end <= x:
			flushAcross()
			left = append(left, p)
		default:
			flushAcross()
			right = append(right, p)
		}
	}
	flush()
	flushAcross()
	return out
}

func newColumn(lines []piece) column {
	c := column{lines: lines}
	if len(lines) > 0 {
		c.start, c.end = lines[0].x, lines[0].end
	}
	for _, l := range lines {
		c.start, c.end = min(c.start, l.x), max(c.end, l.end)
	}
	return c
}

// split finds the place between two columns: few lines cross it, and on both sides stands running text side by side.
func split(pieces []piece) (x float64, ok bool) {
	if len(pieces) < 2*columnLines || len(pieces) > maxSplit {
		return 0, false
	}
	best := int(float64(len(pieces)) * fewCrossings)
	starts := make([]float64, 0, len(pieces))
	for _, p := range pieces {
		starts = append(starts, p.x)
	}
	slices.Sort(starts)
	for i, start := range starts {
		at := start - 1
		if i > 0 && start-starts[i-1] < 1 {
			continue
		}
		if crossings, fits := sides(pieces, at); fits && crossings < best {
			best, x, ok = crossings, at, true
		}
	}
	return x, ok
}

// sides looks at what stands left and right of a place.
func sides(pieces []piece, x float64) (crossings int, fits bool) {
	var left, right []piece
	for _, p := range pieces {
		switch {
		case p.end <= x:
			left = append(left, p)
		case p.x >= x:
			right = append(right, p)
		default:
			crossings++
		}
	}
	if len(left) < columnLines || len(right) < columnLines || !running(left) || !running(right) {
		return 0, false
	}
	l, r := newColumn(left), newColumn(right)
	if r.start-l.end < gutter*right[0].size*0.5 {
		return 0, false
	}
	// Side by side: the two share height.
	top := min(left[0].y, right[0].y)
	bottom := max(left[len(left)-1].y, right[len(right)-1].y)
	height := max(left[0].y, right[0].y) - min(left[len(left)-1].y, right[len(right)-1].y)
	return crossings, (top-bottom)*4 > height
}

// running says whether lines are of running text: about as wide as their column, and not many pieces to a line.
func running(lines []piece) bool {
	c := newColumn(lines)
	var widths []float64
	for rest := lines; len(rest) > 0; {
		var row []piece
		row, rest = outermost(rest, true)
		span := newColumn(row)
		widths = append(widths, span.end-span.start)
	}
	slices.SortFunc(widths, cmp.Compare[float64])
	return widths[len(widths)/2] > columnShare*(c.end-c.start) && c.end-c.start > 6*lines[len(lines)/2].size
}
