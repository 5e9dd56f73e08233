package raster

import "math"

// leastDash is the length in pixels below which a pattern cannot be seen.
const leastDash = 0.1

// dasher cuts lines into dashes.
type dasher struct {
	lengths []float64 // in pixels, an even number of them
	total   float64
	phase   float64 // into lengths, where a line starts

	patterns map[patternKey]*pattern // of the dashes set so far
}

// set takes a pattern in units; it says whether there is one. A pattern with an odd number of lengths is taken twice.
func (d *dasher) set(pattern []float64, phase, scale float64) bool {
	d.lengths, d.total = d.lengths[:0], 0
	for _, v := range pattern {
		if !(v >= 0) || math.IsInf(v, 0) {
			return false
		}
		d.lengths = append(d.lengths, v*scale)
		d.total += v * scale
	}
	if len(pattern)%2 == 1 {
		d.lengths = append(d.lengths, d.lengths...)
		d.total *= 2
	}
	if !(d.total > leastDash) {
		return false
	}
	d.phase = math.Mod(phase*scale, d.total)
	if d.phase < 0 {
		d.phase += d.total
	}
	return !math.IsNaN(d.phase)
}

// tracer is what draws dashes: a pen or a dotter.
type tracer interface {
	to(x, y float32)
	end(closed bool)
	inside(x0, y0, x1, y1 float32) (from, to float32)
}

// walk is a place on a line and in the pattern.
type walk struct {
	x, y  float32
	gone  float64 // length from the start of the pattern
	index int     // of the dash (even) or gap (odd)
	left  float64 // of it
	lost  bool    // index and left are to be found from gone
}

// seek finds the place in the pattern after w.gone.
func (d *dasher) seek(w *walk) {
	rest := math.Mod(w.gone, d.total)
	for i, l := range d.lengths {
		if rest < l {
			w.index, w.left = i, l-rest
			return
		}
		rest -= l
	}
	w.index, w.left = 0, d.lengths[0]
}

// line draws the dashes of one line, given in units.
func (d *dasher) line(p tracer, xy []float32, closed bool, scale, dx, dy float32) {
	if len(xy) < 2 {
		return
	}
	w := walk{x: xy[0]*scale - dx, y: xy[1]*scale - dy, gone: d.phase}
	d.seek(&w)
	if w.index%2 == 0 {
		p.to(w.x, w.y)
	}
	for k := 2; k+1 < len(xy); k += 2 {
		d.piece(p, &w, xy[k]*scale-dx, xy[k+1]*scale-dy)
	}
	if closed {
		d.piece(p, &w, xy[0]*scale-dx, xy[1]*scale-dy)
	}
	p.end(false)
}

// piece draws the dashes of a straight piece to (x, y). What lies outside the window is only counted.
func (d *dasher) piece(p tracer, w *walk, x, y float32) {
	from, to := p.inside(w.x, w.y, x, y)
	if from >= to {
		d.skip(p, w, x, y)
		return
	}
	// A long piece is entered and left at the window's edge, or there might be no end of dashes.
	ax, ay, dx, dy := w.x, w.y, x-w.x, y-w.y
	if from > 0 {
		d.skip(p, w, ax+dx*from, ay+dy*from)
	}
	if w.lost {
		d.seek(w)
		w.lost = false
		if w.index%2 == 0 {
			p.to(w.x, w.y)
		}
	}
	if to < 1 {
		d.walk(p, w, ax+dx*to, ay+dy*to)
		d.skip(p, w, x, y)
		return
	}
	d.walk(p, w, x, y)
}

// skip goes to (x, y) without drawing.
func (d *dasher) skip(p tracer, w *walk, x, y float32) {
	if !w.lost {
		p.end(false)
	}
	w.gone += float64(sqrt((x-w.x)*(x-w.x) + (y-w.y)*(y-w.y)))
	w.x, w.y, w.lost = x, y, true
}

// walk goes to (x, y), drawing.
func (d *dasher) walk(p tracer, w *walk, x, y float32) {
	length := float64(sqrt((x-w.x)*(x-w.x) + (y-w.y)*(y-w.y)))
	w.gone += length
	at := 0.0
	for length-at > w.left {
		at += w.left
		t := float32(at / length)
		p.to(w.x+(x-w.x)*t, w.y+(y-w.y)*t)
		if w.index%2 == 0 {
			p.end(false)
		}
		w.index = (w.index + 1) % len(d.lengths)
		w.left = d.lengths[w.index]
	}
	w.left -= length - at
	if w.index%2 == 0 {
		p.to(x, y)
	}
	w.x, w.y = x, y
}

// dotted says whether the dashes are dots: of no length, with gaps between.
func (d *dasher) dotted() bool {
	for i, l := range d.lengths {
		if i%2 == 0 && l > 0 {
			return false
		}
	}
	return true
}
