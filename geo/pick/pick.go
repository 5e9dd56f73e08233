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

// cell is the side of a square of the grid, in pixels.
const cell = 32

// Index is a grid over the picture; every square lists the straight pieces of lines that may touch it.
type Index struct {
	columns, rows int
	pieces        []piece
	heads         []int32 // by square: first entry, or -1
	entries       []entry
	seen          []int32 // by line: place in the answer plus one
	out           []Hit
}

type piece struct {
	line           int32
	x0, y0, x1, y1 float32
}

type entry struct {
	piece int32
	next  int32
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
			return 1
		}
		return int(math.Min(v, 1<<15))/cell + 1
	}
	x.columns, x.rows = side(width), side(height)
	x.pieces, x.entries = x.pieces[:0], x.entries[:0]
	n := x.columns * x.rows
	x.heads = slices.Grow(x.heads[:0], n)[:n]
	for i := range x.heads {
		x.heads[i] = -1
	}
	x.seen = x.seen[:0]
}

// Add adds a line, given as x, y pairs, under a number that is 0 or more. Several lines may share a number. What lies
// outside the picture is left out.
func (x *Index) Add(number int, xy []float32) {
	if number < 0 {
		return
	}
	for len(x.seen) <= number {
		x.seen = append(x.seen, 0)
	}
	for k := 2; k+1 < len(xy); k += 2 {
		x.addPiece(piece{int32(number), xy[k-2], xy[k-1], xy[k], xy[k+1]})
	}
}

func (x *Index) addPiece(p piece) {
	minX, maxX := column(min(p.x0, p.x1), x.columns), column(max(p.x0, p.x1), x.columns)
	minY, maxY := column(min(p.y0, p.y1), x.rows), column(max(p.y0, p.y1), x.rows)
	if !(max(p.x0, p.x1) >= 0 && max(p.y0, p.y1) >= 0) || float64(min(p.x0, p.x1)) > float64(x.columns*cell) || float64(min(p.y0, p.y1)) > float64(x.rows*cell) {
		return
	}
	x.pieces = append(x.pieces, p)
	number := int32(len(x.pieces) - 1)
	for row := minY; row <= maxY; row++ {
		for col := minX; col <= maxX; col++ {
			if !p.touches(col, row) {
				continue
			}
			at := row*x.columns + col
			x.entries = append(x.entries, entry{number, x.heads[at]})
			x.heads[at] = int32(len(x.entries) - 1)
		}
	}
}

// touches says whether the piece comes near enough to a square to be listed there: it compares the distance of the
// square's middle from the piece's line with the circle around the square.
func (p *piece) touches(col, row int) bool {
	dx, dy := p.x1-p.x0, p.y1-p.y0
	if max(dx, -dx) < cell || max(dy, -dy) < cell {
		return true
	}
	cx, cy := (float32(col)+0.5)*cell, (float32(row)+0.5)*cell
	cross := (cx-p.x0)*dy - (cy-p.y0)*dx
	const reach = cell * 0.7072
	return cross*cross <= reach*reach*(dx*dx+dy*dy)
}

func column(v float32, n int) int {
	return int(max(0, min(v/cell, float32(n-1))))
}

// Near gives the lines that pass within radius of the point, nearest first, each once. The answer is the index's own
// memory, good until the next call.
func (x *Index) Near(px, py, radius float64) []Hit {
	x.out = x.out[:0]
	if math.IsNaN(px+py) || !(radius >= 0) || len(x.heads) == 0 {
		return x.out
	}
	minX, maxX := column(float32(px-radius), x.columns), column(float32(px+radius), x.columns)
	minY, maxY := column(float32(py-radius), x.rows), column(float32(py+radius), x.rows)
	for row := minY; row <= maxY; row++ {
		for col := minX; col <= maxX; col++ {
			for e := x.heads[row*x.columns+col]; e >= 0; e = x.entries[e].next {
				x.try(&x.pieces[x.entries[e].piece], px, py, radius)
			}
		}
	}
	for _, h := range x.out {
		x.seen[h.Line] = 0
	}
	slices.SortStableFunc(x.out, func(a, b Hit) int {
		switch {
		case a.Distance < b.Distance:
			return -1
		case a.Distance > b.Distance:
			return 1
		}
		return a.Line - b.Line
	})
	return x.out
}

func (x *Index) try(p *piece, px, py, radius float64) {
	d := p.distance(px, py)
	if !(d <= radius) {
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

// distance is from a point to the nearest point of the piece.
func (p *piece) distance(px, py float64) float64 {
	ax, ay := float64(p.x0), float64(p.y0)
	dx, dy := float64(p.x1)-ax, float64(p.y1)-ay
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = math.Max(0, math.Min(1, ((px-ax)*dx+(py-ay)*dy)/n))
	}
	return math.Hypot(px-ax-t*dx, py-ay-t*dy)
}
