package raster

import "math/bits"

// filler sums up, for every pixel of a window, the signed area between an edge and the right side of its row. A running
// sum over a row then is the covered share of each pixel. Pixels that were touched are marked in a set of bits, so that
// sweeping a row skips the rest.
type filler struct {
	width, height int
	stride        int       // cells in a row: two more than pixels, since an edge touches the pixel after it
	cells         []float32 // height rows of stride
	words         int       // words in a row of marks
	marks         []uint64
	top, bottom   int // rows touched since the last sweep
	left, right   int // words of marks that may be set in them
}

// size sets the window, keeping buffers; everything must have been swept.
func (f *filler) size(width, height int) {
	f.width, f.height = max(width, 0), max(height, 0)
	f.stride = f.width + 2
	f.words = (f.stride + 63) / 64
	if n := f.stride * f.height; cap(f.cells) < n {
		f.cells = make([]float32, n)
	} else {
		f.cells = f.cells[:n]
	}
	if n := f.words * f.height; cap(f.marks) < n {
		f.marks = make([]uint64, n)
	} else {
		f.marks = f.marks[:n]
	}
	f.swept()
}

// swept makes the filler ready for the next shape.
func (f *filler) swept() {
	f.top, f.bottom = f.height, 0
	f.left, f.right = 0, f.words
}

// between says that all edges to come lie between two columns, so that the rest need not be looked at.
func (f *filler) between(minX, maxX float32) {
	f.left = int(min(max(minX-1, 0), float32(f.width))) >> 6
	f.right = min(int(min(max(maxX+2, 0), float32(f.width)))>>6+1, f.words)
}

// misses says whether a straight piece, grown by margin, lies beside the window.
func (f *filler) misses(x0, y0, x1, y1, margin float32) bool {
	w, h := float32(f.width)+margin, float32(f.height)+margin
	return y0 < -margin && y1 < -margin || y0 > h && y1 > h || x0 < -margin && x1 < -margin || x0 > w && x1 > w
}

// inWindow gives the shares of its length between which a straight piece may lie within margin of the window: 0 and 1
// where all of it may, 1 and 0 where none does. Only pieces much longer than the window is wide are really cut.
func (f *filler) inWindow(x0, y0, x1, y1, margin float32) (from, to float32) {
	if f.misses(x0, y0, x1, y1, margin) {
		return 1, 0
	}
	dx, dy := x1-x0, y1-y0
	from, to = 0, 1
	if limit := 4 * float32(f.width+f.height); abs(dx) < limit && abs(dy) < limit {
		return from, to
	}
	cut := func(start, step, size float32) {
		if step == 0 {
			return
		}
		a, b := (-margin-start)/step, (size+margin-start)/step
		from, to = max(from, min(a, b)), min(to, max(a, b))
	}
	cut(x0, dx, float32(f.width))
	cut(y0, dy, float32(f.height))
	return from, to
}

// edge adds a straight edge, in pixels from the window's corner. Every shape's edges must form closed loops.
func (f *filler) edge(x0, y0, x1, y1 float32) {
	if y0 == y1 {
		return
	}
	sign := float32(1)
	if y0 > y1 {
		x0, y0, x1, y1 = x1, y1, x0, y0
		sign = -1
	}
	if y1 <= 0 || y0 >= float32(f.height) {
		return
	}
	width := float32(f.width)
	if (x0 < 0) != (x1 < 0) {
		y := y0 - x0*(y1-y0)/(x1-x0)
		f.inside(x0, y0, 0, y, sign)
		f.inside(0, y, x1, y1, sign)
		return
	}
	if x0 >= width && x1 >= width {
		return
	}
	f.inside(x0, y0, x1, y1, sign)
}

// inside adds an edge that goes down and does not cross the window's left side.
func (f *filler) inside(x0, y0, x1, y1, sign float32) {
	if !(y1 > y0) {
		return
	}
	width := float32(f.width)
	switch {
	case x0 <= 0 && x1 <= 0:
		x0, x1 = 0, 0
	case (x0 > width) != (x1 > width):
		y := y0 + (width-x0)*(y1-y0)/(x1-x0)
		if x0 > width {
			f.rows(width, y, x1, y1, sign)
		} else {
			f.rows(x0, y0, width, y, sign)
		}
		return
	case x0 >= width && x1 >= width:
		return
	}
	f.rows(x0, y0, x1, y1, sign)
}

// rows adds an edge that goes down and stays between the window's sides, row by row. Where it crosses a row is worked
// out from the edge's own ends and not from the row before, so a picture is the same however it is cut into bands.
func (f *filler) rows(x0, y0, x1, y1, sign float32) {
	first, last := 0, f.height
	if y0 > 0 {
		first = int(y0)
	}
	if y1 < float32(f.height) {
		last = int(y1)
		if float32(last) < y1 {
			last++
		}
	}
	if first >= last {
		return
	}
	f.top, f.bottom = min(f.top, first), max(f.bottom, last)
	slope := (x1 - x0) / (y1 - y0)
	low, high := x0, x1
	if low > high {
		low, high = high, low
	}
	ya, xa := y0, x0
	if start := float32(first); y0 < start {
		ya, xa = start, clamp(x0+(start-y0)*slope, low, high)
	}
	cells, marks := f.cells[first*f.stride:last*f.stride], f.marks[first*f.words:last*f.words]
	for row := first; row < last; row++ {
		yb, xb := float32(row+1), x1
		if y1 <= yb {
			yb = y1
		} else {
			xb = clamp(x0+(yb-y0)*slope, low, high)
		}
		if xa < xb {
			add(cells, marks, xa, xb, sign*(yb-ya))
		} else {
			add(cells, marks, xb, xa, sign*(yb-ya))
		}
		cells, marks = cells[f.stride:], marks[f.words:]
		ya, xa = yb, xb
	}
}

// add adds the part of an edge that lies in one row, from xa to xb, over the signed height d. Most edges stay in one
// column.
func add(cells []float32, marks []uint64, xa, xb, d float32) {
	first := int(xa)
	if first != int(xb) {
		across(cells, marks, xa, xb, d)
		return
	}
	share := d * ((xa+xb)*0.5 - float32(first))
	two := cells[first : first+2]
	two[0] += d - share
	two[1] += share
	marks[first>>6] |= 3 << (first & 63)
	if first&63 == 63 {
		marks[(first+1)>>6] |= 1
	}
}

// across adds the part of an edge in one row that crosses columns.
func across(cells []float32, marks []uint64, xa, xb, d float32) {
	// What lies right of the edge grows as a triangle in the first column, by equal steps in those between, and by a
	// triangle again in the last. A cell takes what its pixel has more than the one before.
	first, last := int(xa), int(xb)
	step := d / (xb - xa)
	part := float32(first+1) - xa
	sum := 0.5 * step * part * part
	cells[first] += sum
	through := step * (part + 0.5)
	for x := first + 1; x < last; x++ {
		cells[x] += through - sum
		sum = through
		through += step
	}
	part = xb - float32(last)
	rest := 0.5 * step * part * part
	cells[last] += d - rest - sum
	cells[last+1] += rest
	for x := first; x <= last+1; x++ {
		marks[x>>6] |= 1 << (x & 63)
	}
}

// clamp is quicker than min and max, which must mind NaN.
func clamp(v, low, high float32) float32 {
	if v < low {
		return low
	}
	if v > high {
		return high
	}
	return v
}

// next gives the first marked pixel at or after x in a row of marks, or limit.
func next(marks []uint64, x, limit int) int {
	word := x >> 6
	if word >= len(marks) {
		return limit
	}
	rest := marks[word] >> (x & 63)
	if rest != 0 {
		return min(x+bits.TrailingZeros64(rest), limit)
	}
	for word++; word < len(marks); word++ {
		if marks[word] != 0 {
			return min(word<<6+bits.TrailingZeros64(marks[word]), limit)
		}
	}
	return limit
}
