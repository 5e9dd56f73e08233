package raster

import "math"

// lane is the straight piece of a ribbon, ready to be drawn row by row. The assembler knows its layout.
//
// What is told of a pixel is a form over its column x and row y: c + cx·(x-ox) + cy·(y-oy). Forms are counted from an origin
// near by, the piece's beginning or its end, so that float32 is exact enough, and both pieces at a point agree to the bit on
// whose a pixel is.
type lane struct {
	pixels      *uint32 // of the whole picture
	stride      int     // bytes of a row
	width       int     // columns of the picture
	top, bottom int     // rows, bottom exclusive
	minX, maxX  int     // columns, maxX exclusive
	low, high   int     // of row 0, in fixed point: columns from low + slope·y to high + slope·y
	slope       int
	ax, ay      int32 // origin of the forms about the beginning
	bx, by      int32 // and the end

	off    form // distance from the line
	reach  float32
	from   form   // not below 0 after the parting line at the beginning
	to     form   // below 0 before the one at the end; about the end
	ends   uint32 // 0 where the line has neither its start nor its end in this piece
	start  form   // way from the line's start, and half a pixel
	end    form   // way to its end, and half a pixel; about the end
	weight float32
	dashes uint32    // 0 for none
	wheel  [3]uint32 // place in the pattern: at column and row 0, its change by column, by row
	ink    uint32
	share  *[patternSteps]float32 // of the pattern
}

// form is c + x·(column) + y·(row), counted from an origin.
type form struct{ c, x, y float32 }

// fixed is 1 in the fixed-point numbers of columns.
const (
	fixed     = 1 << fixedBits
	fixedBits = 24
)

// formOf makes the form that is 0 on the line through (px, py) with the normal (nx, ny), plus more.
func formOf(nx, ny, px, py, more float64, ox, oy int32) form {
	return form{float32(more - nx*(px-0.5-float64(ox)) - ny*(py-0.5-float64(oy))), float32(nx), float32(ny)}
}

// at gives the form's value on a row, at the column of its origin.
func (f *form) at(row float32) float32 { return f.c + f.y*row }

// columns gives the columns of a row that the lane can touch.
func (l *lane) columns(y int) (from, to int) {
	step := l.slope * y
	from, to = (l.low+step)>>fixedBits, (l.high+step)>>fixedBits+1
	if from < l.minX {
		from = l.minX
	}
	if to > l.maxX {
		to = l.maxX
	}
	return from, to
}

// drawPlain draws the lane pixel by pixel. It is what the assembler does for eight at once, to the bit.
func (l *lane) drawPlain(pixels []uint32) {
	wide := newWide(l.ink)
	for y := l.top; y < l.bottom; y++ {
		fromX, toX := l.columns(y)
		rowA, rowB := float32(int32(y)-l.ay), float32(int32(y)-l.by)
		off, from, to, start, end := l.off.at(rowA), l.from.at(rowA), l.to.at(rowB), l.start.at(rowA), l.end.at(rowB)
		wheel := l.wheel[0] + uint32(y)*l.wheel[2]
		for x := fromX; x < toX; x++ {
			a, b := float32(int32(x)-l.ax), float32(int32(x)-l.bx)
			if from+l.from.x*a < 0 || to+l.to.x*b >= 0 {
				continue
			}
			cover := clamp(l.reach-abs(off+l.off.x*a), 0, 1)
			cover *= clamp(start+l.start.x*a, 0, 1)
			cover *= clamp(end+l.end.x*b, 0, 1)
			if l.dashes != 0 {
				cover *= l.share[(wheel+uint32(x)*l.wheel[1])>>(32-patternBits)]
			}
			p := &pixels[y*(l.stride/4)+x]
			*p = blend(*p, wide, uint32(int32(cover*l.weight+0.5)))
		}
	}
}

// lane makes the lane of a piece. The first and the last have an end, which is softened over a pixel.
func (r *ribbon) lane(piece int) lane {
	a, b := &r.points[piece], &r.points[piece+1]
	c := r.canvas
	w := c.window.Sub(c.img.Rect.Min)
	reach := float64(r.radius) + 0.5
	zone := reach*(1+halfTurn) + 1
	l := lane{stride: c.img.Stride, width: c.img.Rect.Dx(), ink: r.ink.solid, weight: r.ink.alpha, reach: float32(reach),
		ax: a.ox, ay: a.oy, bx: b.ox, by: b.oy, from: a.part, to: b.part, share: &r.pattern.share,
		top: max(int(math.Floor(min(a.y, b.y)-zone)), w.Min.Y), bottom: min(int(math.Ceil(max(a.y, b.y)+zone)), w.Max.Y),
		minX: max(int(math.Floor(min(a.x, b.x)-zone)), w.Min.X), maxX: min(int(math.Ceil(max(a.x, b.x)+zone)), w.Max.X)}
	l.off = formOf(-a.uy, a.ux, a.x, a.y, 0, a.ox, a.oy)
	l.start, l.end = form{c: 1}, form{c: 1}
	if piece == 0 || piece == len(r.points)-2 {
		l.ends = 1
	}
	if piece == 0 {
		l.start = formOf(a.ux, a.uy, a.x, a.y, 0.5, a.ox, a.oy)
	}
	if piece == len(r.points)-2 {
		l.end = formOf(-a.ux, -a.uy, b.x, b.y, 0.5, b.ox, b.oy)
	}
	l.low, l.high = l.minX*fixed, l.maxX*fixed
	if steep := math.Abs(a.uy); steep > 0.02 { // else the whole box is looked at
		half, slope := reach/steep, a.ux/a.uy
		middle := a.x + (0.5-a.y)*slope - 0.5
		l.low, l.high, l.slope = int((middle-half)*fixed), int((middle+half)*fixed), int(slope*fixed)
	}
	if r.pattern != solid {
		turn := r.pattern.turn
		x, y := int(a.ux*turn), int(a.uy*turn)
		begin := int((a.at - a.ux*(a.x-0.5) - a.uy*(a.y-0.5)) * turn)
		l.dashes, l.wheel = 1, [3]uint32{r.pattern.start + uint32(begin), uint32(x), uint32(y)}
	}
	return l
}
