// Package pick finds which lines pass near a point.
//
// It knows numbers of lines and positions in pixels, nothing of ties or countries; which country lies under a point is told
// by turning the point back to a place and asking geo. An Index is filled anew for every picture that is pointed at, so
// both filling and asking are quick. It is for one goroutine at a time.
package pick

import (
	"math"
	"slices"
)

// cell is the side of a square of the grid, in pixels. Around the picture lies one more row of squares, so that lines just
// outside are found from inside; Near looks at most this far.
const cell = 32

// Index is a grid over the picture; every square holds the straight pieces of lines that may touch it.
type Index struct {
	columns, rows int
	pieces        []piece
	ends          []int32 // by square: where its part of sorted ends
	sorted        []piece // by square
	ready         bool    // sorted is up to date
	seen          []int32 // by line: place in the answer plus one
	out           []Hit
}

type piece struct {
	line           int32
	x0, y0, x1, y1 float32
}

// Hit is a line near a point.
type Hit struct {
	Line     int     // its number, as given to Add
	Distance float64 // in pixels, from the middle of the line
}

// Reset empties the index and sets it up for a picture of the given size; its memory is kept.
func (x *Index) Reset(width, height float64) {
	side := func(v float64) int {
		if !(v > 0) {
			return 3
		}
		return int(math.Min(v, 1<<15))/cell + 3
	}
	x.columns, x.rows = side(width), side(height)
	x.pieces, x.seen, x.ready = x.pieces[:0], x.seen[:0], false
}

// Add adds a line, given as x, y pairs, under a number that is 0 or more. Several lines may share a number. What lies
// far outside the picture is left out.
func (x *Index) Add(number int, xy []float32) {
	if number < 0 {
		return
	}
	for len(x.seen) <= number {
		x.seen = append(x.seen, 0)
	}
	right, bottom := float32(x.columns-1)*cell, float32(x.rows-1)*cell
	for k := 2; k+1 < len(xy); k += 2 {
		p := piece{int32(number), xy[k-2], xy[k-1], xy[k], xy[k+1]}
		if max(p.x0, p.x1) >= -cell && max(p.y0, p.y1) >= -cell && min(p.x0, p.x1) <= right && min(p.y0, p.y1) <= bottom {
			x.pieces = append(x.pieces, p)
		}
	}
	x.ready = false
}

// sort lays the pieces out by square: it counts how many each square gets, and then puts them there.
func (x *Index) sort() {
	n := x.columns * x.rows
	x.ends = slices.Grow(x.ends[:0], n)[:n]
	clear(x.ends)
	x.eachSquare(func(square int, _ *piece) { x.ends[square]++ })
	total := int32(0)
	for i, count := range x.ends {
		x.ends[i] = total
		total += count
	}
	x.sorted = slices.Grow(x.sorted[:0], int(total))[:total]
	x.eachSquare(func(square int, p *piece) {
		x.sorted[x.ends[square]] = *p
		x.ends[square]++
	})
	x.ready = true
}

// eachSquare calls visit for every square that a piece may touch.
func (x *Index) eachSquare(visit func(square int, p *piece)) {
	for i := range x.pieces {
		p := &x.pieces[i]
		minX, maxX := place(min(p.x0, p.x1), x.columns), place(max(p.x0, p.x1), x.columns)
		minY, maxY := place(min(p.y0, p.y1), x.rows), place(max(p.y0, p.y1), x.rows)
		for row := minY; row <= maxY; row++ {
			for column := minX; column <= maxX; column++ {
				if p.touches(column, row) {
					visit(row*x.columns+column, p)
				}
			}
		}
	}
}

// touches says whether the piece comes near enough to a square to be listed there: it compares the distance of the
// square's middle from the piece's line with the circle around the square.
func (p *piece) touches(column, row int) bool {
	dx, dy := p.x1-p.x0, p.y1-p.y0
	if max(dx, -dx) < cell || max(dy, -dy) < cell {
		return true
	}
	cx, cy := (float32(column)-0.5)*cell, (float32(row)-0.5)*cell
	cross := (cx-p.x0)*dy - (cy-p.y0)*dx
	const reach = cell * 0.7072
	return cross*cross <= reach*reach*(dx*dx+dy*dy)
}

// place is the row or column of a coordinate; the first lies before the picture.
func place(v float32, n int) int {
	return int(max(0, min(v/cell+1, float32(n-1))))
}

// Near gives the lines that pass within radius of the point, nearest first, each once. The answer is the index's own
// memory, good until the next call.
func (x *Index) Near(px, py, radius float64) []Hit {
	out := x.Around(px, py, radius)
	slices.SortFunc(out, func(a, b Hit) int {
		switch {
		case a.Distance < b.Distance:
			return -1
		case a.Distance > b.Distance:
			return 1
		}
		return a.Line - b.Line
	})
	return out
}

// Around gives the same lines as Near in no order, which is quicker where there are many.
func (x *Index) Around(px, py, radius float64) []Hit {
	x.out = x.out[:0]
	if math.IsNaN(px+py) || math.IsInf(px+py, 0) || !(radius >= 0) || x.columns == 0 {
		return x.out
	}
	if !x.ready {
		x.sort()
	}
	radius = math.Min(radius, cell)
	x.each(px, py, radius, func(p *piece) bool {
		x.try(p, px, py, radius*radius)
		return true
	})
	for i := range x.out {
		x.seen[x.out[i].Line] = 0
		x.out[i].Distance = math.Sqrt(x.out[i].Distance)
	}
	return x.out
}

// Any says whether a line that counts passes within radius of the point. It stops at the first, which makes it quicker than
// Near where there are many.
func (x *Index) Any(px, py, radius float64, counts func(number int) bool) bool {
	if math.IsNaN(px+py) || math.IsInf(px+py, 0) || !(radius >= 0) || x.columns == 0 {
		return false
	}
	if !x.ready {
		x.sort()
	}
	radius = math.Min(radius, cell)
	found := false
	x.each(px, py, radius, func(p *piece) bool {
		found = p.distance2(px, py) <= radius*radius && counts(int(p.line))
		return !found
	})
	return found
}

// each calls visit for the pieces in the squares around a point, until it says no.
func (x *Index) each(px, py, radius float64, visit func(*piece) bool) {
	minX, maxX := place(float32(px-radius), x.columns), place(float32(px+radius), x.columns)
	minY, maxY := place(float32(py-radius), x.rows), place(float32(py+radius), x.rows)
	for row := minY; row <= maxY; row++ {
		from := int32(0)
		if first := row*x.columns + minX; first > 0 {
			from = x.ends[first-1]
		}
		// The squares of a row lie one after another.
		for i := from; i < x.ends[row*x.columns+maxX]; i++ {
			if !visit(&x.sorted[i]) {
				return
			}
		}
	}
}

// try takes a piece into the answer when it is near enough; distances are squared until all are known.
func (x *Index) try(p *piece, px, py, limit float64) {
	d := p.distance2(px, py)
	if !(d <= limit) {
		return
	}
	if at := x.seen[p.line]; at > 0 {
		h := &x.out[at-1]
		h.Distance = math.Min(h.Distance, d)
		return
	}
	x.out = append(x.out, Hit{int(p.line), d})
	x.seen[p.line] = int32(len(x.out))
}

// distance2 is the square of the distance from a point to the nearest point of the piece.
func (p *piece) distance2(px, py float64) float64 {
	x, y := px-float64(p.x0), py-float64(p.y0)
	dx, dy := float64(p.x1)-float64(p.x0), float64(p.y1)-float64(p.y0)
	if t := x*dx + y*dy; t > 0 {
		if n := dx*dx + dy*dy; t >= n {
			x, y = x-dx, y-dy
		} else {
			t /= n
			x, y = x-t*dx, y-t*dy
		}
	}
	return x*x + y*y
}
