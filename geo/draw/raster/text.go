package raster

import (
	"image"
	"math"
	"sync"

	"entente/geo/draw"
)

// glyphs remembers the masks of letters. It is shared by the canvases of a Renderer.
type glyphs struct {
	fonts *draw.Fonts
	mu    sync.Mutex
	masks map[glyphKey]*mask
	bytes int
	fill  filler
	path  draw.Path

	upright draw.Path // memory of outline
}

// maxMaskBytes bounds the memory for masks; a full screen of labels takes a tenth of it.
const maxMaskBytes = 16 << 20

// steps is the number of places between two pixels, in each direction, that a letter can stand at.
const steps = 4

type glyphKey struct {
	face         int
	index        uint16
	size, spread float32 // in pixels
	turn         int16   // clockwise, in half degrees
	x, y         uint8   // place between pixels, in steps
}

// mask is the covered share of the pixels around a letter, in 255ths.
type mask struct {
	box image.Rectangle // from the letter's origin, rounded down to a pixel
	pix []uint8
}

func newGlyphs(fonts *draw.Fonts) *glyphs {
	return &glyphs{fonts: fonts, masks: map[glyphKey]*mask{}}
}

// Text draws one line of text.
func (c *Canvas) Text(t draw.Text) {
	if c.fonts == nil || !t.Drawable() || math.Abs(t.X)+math.Abs(t.Y) > 1e6 || !c.textSeen(&t) {
		return
	}
	c.line = c.fonts.Letters(c.line[:0], &t)
	size := t.Size * float64(c.scale)
	if t.Spread > 0 && t.Halo.A > 0 {
		c.letters(size, t.Spread*float64(c.scale), newInk(t.Halo))
	}
	if t.Color.A > 0 {
		c.letters(size, 0, newInk(t.Color))
	}
}

// textSeen says whether a text can touch the window; it is generous.
func (c *Canvas) textSeen(t *draw.Text) bool {
	around, long := t.Size*1.2+t.Spread, c.fonts.Length(t)
	box := draw.Rect{MinX: t.X - float64(t.Anchor)/2*long, MinY: t.Y, MaxX: t.X + (1-float64(t.Anchor)/2)*long, MaxY: t.Y}
	if !t.Upright() {
		box = draw.Rect{MinX: t.X - long, MinY: t.Y - long, MaxX: t.X + long, MaxY: t.Y + long}
	}
	return !c.pixels(box.Grow(around)).Intersect(c.window).Empty()
}

// letters stamps the letters of the line.
func (c *Canvas) letters(size, spread float64, k ink) {
	left, top := c.origin()
	for i := range c.line {
		l := &c.line[i]
		x, y := l.Left*float64(c.scale)-float64(left), l.Base*float64(c.scale)-float64(top)
		qx, qy := math.Round(x*steps), math.Round(y*steps)
		px, py := math.Floor(qx/steps), math.Floor(qy/steps)
		key := glyphKey{l.Face, l.Index, float32(size), float32(spread), turnOf(l.Turn), uint8(qx - px*steps), uint8(qy - py*steps)}
		c.stamp(c.glyphs.mask(key, l.Glyph), int(px), int(py), &k)
	}
}

// turns is the number of directions in a degree that a letter can be turned to.
const turns = 2

// turnOf rounds an angle in degrees to the directions that there are.
func turnOf(degrees float64) int16 {
	return int16(math.Round(math.Remainder(degrees, 360) * turns))
}

// outlineLetter adds one loop of a letter: its inside and, where spread is positive, a line that wide to both sides.
func outlineLetter(f *filler, xy []float32, spread float64, place func(u, v float32) (x, y float32)) {
	n := len(xy)
	if n < 6 {
		return
	}
	p := pen{fill: f, radius: float32(spread)}
	x0, y0 := place(xy[n-2], xy[n-1])
	for k := 0; k+1 < n; k += 2 {
		x1, y1 := place(xy[k], xy[k+1])
		f.edge(x1, y1, x0, y0) // backwards: letters wind the other way than a pen does
		if spread > 0 {
			p.to(x1, y1)
		}
		x0, y0 = x1, y1
	}
	p.end(true)
}

// mask gives a letter's mask, making it at its first use.
func (gs *glyphs) mask(key glyphKey, g draw.Glyph) *mask {
	gs.mu.Lock()
	defer gs.mu.Unlock()
	if m := gs.masks[key]; m != nil {
		return m
	}
	if gs.bytes > maxMaskBytes {
		clear(gs.masks)
		gs.bytes = 0
	}
	m := gs.make(key, g)
	gs.masks[key] = m
	gs.bytes += len(m.pix) + 64
	return m
}

func (gs *glyphs) make(key glyphKey, g draw.Glyph) *mask {
	gs.path.Reset()
	gs.outline(key, g)
	around, ok := gs.path.Bounds()
	if !ok {
		return &mask{}
	}
	around = around.Grow(float64(key.spread) + 1)
	box := image.Rect(int(math.Floor(around.MinX)), int(math.Floor(around.MinY)), int(math.Ceil(around.MaxX)), int(math.Ceil(around.MaxY)))
	gs.fill.size(box.Dx(), box.Dy())
	for i := range gs.path.Lines() {
		xy, _ := gs.path.Line(i)
		outlineLetter(&gs.fill, xy, float64(key.spread), func(u, v float32) (x, y float32) {
			return u - float32(box.Min.X), v - float32(box.Min.Y)
		})
	}
	m := &mask{box: box, pix: make([]uint8, box.Dx()*box.Dy())}
	for y := gs.fill.top; y < gs.fill.bottom; y++ {
		gs.fill.maskRow(y, m.pix[y*box.Dx():(y+1)*box.Dx()])
	}
	gs.fill.swept()
	return m
}

// outline makes the shape of a letter.
func (gs *glyphs) outline(key glyphKey, g draw.Glyph) {
	x, y := float64(key.x)/steps, float64(key.y)/steps
	if key.turn == 0 {
		gs.fonts.Outline(&gs.path, g, float64(key.size), x, y, 0.1)
		return
	}
	gs.upright.Reset()
	gs.fonts.Outline(&gs.upright, g, float64(key.size), 0, 0, 0.1)
	sin, cos := math.Sincos(float64(key.turn) / turns * math.Pi / 180)
	for i := range gs.upright.Lines() {
		xy, _ := gs.upright.Line(i)
		for k := 0; k+1 < len(xy); k += 2 {
			u, v := float64(xy[k]), float64(xy[k+1])
			if u, v = x+u*cos-v*sin, y+u*sin+v*cos; k == 0 {
				gs.path.MoveTo(u, v)
			} else {
				gs.path.LineTo(u, v)
			}
		}
		gs.path.Close()
	}
}

// stamp lays ink through a mask whose origin is pixel (x, y) of the window.
func (c *Canvas) stamp(m *mask, x, y int, k *ink) {
	box := m.box.Add(image.Pt(x, y))
	seen := box.Intersect(image.Rect(0, 0, c.window.Dx(), c.window.Dy()))
	if seen.Empty() {
		return
	}
	for row := seen.Min.Y; row < seen.Max.Y; row++ {
		pixels := c.row(row)[seen.Min.X:seen.Max.X]
		start := (row-box.Min.Y)*box.Dx() + seen.Min.X - box.Min.X
		for i, v := range m.pix[start : start+seen.Dx()] {
			if v > 0 {
				pixels[i] = k.blend(pixels[i], uint32(int(v)*k.weight256+127)/255)
			}
		}
	}
}

// maskRow turns one row of summed edges into covered shares in 255ths and empties it.
func (f *filler) maskRow(y int, pix []uint8) {
	cells := f.cells[y*f.stride : (y+1)*f.stride]
	sum := float32(0)
	for x := range pix {
		sum += cells[x]
		pix[x] = uint8(min(abs(sum), 1)*255 + 0.5)
	}
	clear(cells)
	clear(f.marks[y*f.words : (y+1)*f.words])
}
