package raster

import "image"

// dotter draws the dots of dotted lines, one for each dash of no length.
type dotter struct {
	canvas *Canvas
	ink    ink
	radius float32 // in pixels
	x, y   float32
	begun  bool
	masks  map[discKey]*mask
}

// discPlaces is the number of places between two pixels, in each direction, that a dot can stand at.
const (
	discPlaces = 1 << discShift
	discShift  = 2
	maxDiscs   = 4096 // masks that are kept
)

// discKey is a dot's radius and its place between pixels.
type discKey struct {
	radius float32
	x, y   uint8
}

// to notes where the dot is, in the window's pixels.
func (d *dotter) to(x, y float32) { d.x, d.y, d.begun = x, y, true }

// end draws the dot.
func (d *dotter) end(bool) {
	if d.begun {
		d.disc(d.x, d.y)
	}
	d.begun = false
}

// inside says between which shares of its length a piece can be seen in the window.
func (d *dotter) inside(x0, y0, x1, y1 float32) (from, to float32) {
	return d.canvas.fill.inWindow(x0, y0, x1, y1, d.radius+1)
}

// disc draws a dot. Dots of one size are many, so their masks are kept, one for each place between pixels that is told
// apart.
func (d *dotter) disc(x, y float32) {
	const places = discPlaces
	px, py := floor(x*places+0.5), floor(y*places+0.5)
	key := discKey{d.radius, uint8(px & (places - 1)), uint8(py & (places - 1))}
	m := d.masks[key]
	if m == nil {
		if d.masks == nil || len(d.masks) > maxDiscs {
			d.masks = map[discKey]*mask{}
		}
		m = discMask(float32(key.x)/places, float32(key.y)/places, d.radius)
		d.masks[key] = m
	}
	d.canvas.stamp(m, px>>discShift, py>>discShift, &d.ink)
}

// discMask is the mask of a disc around (x, y).
func discMask(x, y, radius float32) *mask {
	reach := int(radius) + 2
	m := &mask{box: image.Rect(-reach, -reach, reach+1, reach+1)}
	for row := m.box.Min.Y; row < m.box.Max.Y; row++ {
		for column := m.box.Min.X; column < m.box.Max.X; column++ {
			dx, dy := float32(column)+0.5-x, float32(row)+0.5-y
			cover := clamp(radius+0.5-sqrt(dx*dx+dy*dy), 0, 1)
			m.pix = append(m.pix, uint8(cover*255+0.5))
		}
	}
	return m
}
