// Package raster draws on pixels: the backend of geo/draw behind the window and the PNG files.
//
// Shapes are filled with the exact area that they cover of every pixel. A shape marks only the pixels that its edges cross;
// a row is then swept once, and what lies between two marks is one solid span. So a fill costs its edges and its spans,
// whatever the size of the picture, and lines shared by two shapes of one path cancel exactly. The technique of summing
// signed areas is R. Levien's (font-rs, 2016).
//
// The arcs of ties, most of what a crowded map draws, are gentle lines, which ribbons lay straight onto the pixels: eight at once
// in assembler where the processor can (lane_amd64.s), else one by one with the same result.
//
// A Canvas belongs to one goroutine. A Renderer draws bands of rows on all cores and gives the same pixels as one Canvas;
// it is for one goroutine at a time. Blending is on sRGB values, as browsers do it. Nothing here knows what a map is.
package raster

import (
	"image"
	"image/color"
	"math"
	"unsafe"

	"entente/geo/draw"
)

// Canvas draws on an image. It reuses its buffers from call to call.
type Canvas struct {
	img    *image.RGBA
	scale  float32
	fonts  *draw.Fonts
	glyphs *glyphs
	band   image.Rectangle // the rows and columns that this canvas may touch, in the image's own coordinates
	window image.Rectangle // band cut down to the clip
	fill   filler
	dashes dasher
	ribbon ribbon
	dots   dotter
	pen    pen
	line   []draw.Letter // memory of Text
}

// New makes a canvas over img, with scale pixels to a unit (1 when it is not positive). The image is not cleared. Without
// fonts, texts are left out.
func New(img *image.RGBA, scale float64, fonts *draw.Fonts) *Canvas {
	c := &Canvas{glyphs: newGlyphs(fonts)}
	c.reset(img, scale, fonts, img.Rect)
	return c
}

func (c *Canvas) reset(img *image.RGBA, scale float64, fonts *draw.Fonts, band image.Rectangle) {
	if !(scale > 0) || math.IsInf(scale, 0) {
		scale = 1
	}
	c.img, c.scale, c.fonts = img, float32(scale), fonts
	c.band = band.Intersect(img.Rect)
	c.Clip(draw.Rect{})
}

// Size gives the size of the whole image in units.
func (c *Canvas) Size() (width, height float64) {
	return float64(c.img.Rect.Dx()) / float64(c.scale), float64(c.img.Rect.Dy()) / float64(c.scale)
}

// Clip limits what follows to whole pixels: those of which r covers a part.
func (c *Canvas) Clip(r draw.Rect) {
	c.window = c.band
	if r != (draw.Rect{}) {
		// Thousandths are for the rounding of edges that lie between two pixels.
		const slack = 1e-3
		r = r.Grow(-slack / float64(c.scale))
		c.window = c.pixels(r).Intersect(c.band)
	}
	c.fill.size(c.window.Dx(), c.window.Dy())
}

// Fill fills the inside of p.
func (c *Canvas) Fill(p *draw.Path, f draw.Fill) {
	if f.Color.A == 0 || !c.seen(p, 0) {
		return
	}
	c.between(p, 0)
	dx, dy := c.origin()
	for i := range p.Lines() {
		xy, _ := p.Line(i)
		if len(xy) < 6 || c.skips(p, i, 0) {
			continue
		}
		x0, y0 := xy[len(xy)-2]*c.scale-dx, xy[len(xy)-1]*c.scale-dy
		for k := 0; k+1 < len(xy); k += 2 {
			x1, y1 := xy[k]*c.scale-dx, xy[k+1]*c.scale-dy
			c.fill.edge(x0, y0, x1, y1)
			x0, y0 = x1, y1
		}
	}
	c.sweep(f.Color, f.Rule)
}

// Paths of this many points, such as coasts, are drawn as hairlines up to this width in pixels. Lines of fewer and longer
// pieces are as quick one by one.
const (
	hairline       = 1.3
	hairlinePoints = 400
)

// widestDash is the width in pixels from which dashes are left out: a map has none, and they could be without number.
const widestDash = 1000

// Stroke draws along the lines of p.
func (c *Canvas) Stroke(p *draw.Path, s draw.Stroke) {
	width := float32(s.Width) * c.scale
	if s.Color.A == 0 || !(width > 0) || math.IsInf(s.Width, 0) || !c.seen(p, s.Width/2+1) {
		return
	}
	c.between(p, s.Width/2+1)
	dashed := width < widestDash && c.dashes.set(s.Dash, s.Phase, float64(c.scale))
	if !dashed && width <= hairline && s.Cap == draw.Butt && p.Points() >= hairlinePoints {
		c.hairlines(p, width)
		c.cover(s.Color)
		return
	}
	c.pen.fill, c.pen.radius, c.pen.cap = &c.fill, width/2, s.Cap
	gentle := c.gentle(width/2, s, dashed)
	dx, dy := c.origin()
	outlined := false
	for i := range p.Lines() {
		if c.skips(p, i, width+2) {
			continue
		}
		xy, closed := p.Line(i)
		switch {
		case closed || gentle == outline || !turnsGently(xy):
		case gentle == dots:
			c.dashes.line(&c.dots, xy, false, c.scale, dx, dy)
			continue
		default:
			c.ribbon.line(xy, c.scale, dx, dy)
			continue
		}
		c.trace(xy, closed, dashed, dx, dy)
		outlined = true
	}
	if outlined {
		c.sweep(s.Color, draw.NonZero)
	}
}

// widestRibbon is the radius in pixels above which a line is outlined: it has few pieces and many pixels.
const widestRibbon = 64

// way is how the gentle lines of a stroke are drawn.
type way uint8

const (
	outline way = iota // by a pen, as all others
	ribbons            // by a ribbon, which is faster
	dots               // by a dotter
)

// gentle chooses the way of gentle lines and makes it ready.
func (c *Canvas) gentle(radius float32, s draw.Stroke, dashed bool) way {
	r, d := &c.ribbon, &c.dots
	switch {
	case radius > widestRibbon:
	case s.Cap == draw.Round && dashed && c.dashes.dotted():
		d.canvas, d.radius, d.ink = c, radius, newInk(s.Color)
		return dots
	case s.Cap == draw.Butt:
		r.canvas, r.radius, r.ink, r.pattern = c, radius, newInk(s.Color), solid
		if dashed {
			r.pattern = c.dashes.pattern()
		}
		if r.pattern != nil {
			return ribbons
		}
	}
	return outline
}

// trace leads the pen along a line.
func (c *Canvas) trace(xy []float32, closed, dashed bool, dx, dy float32) {
	switch p := &c.pen; {
	case dashed:
		c.dashes.line(p, xy, closed, c.scale, dx, dy)
	case closed:
		for k := 0; k+1 < len(xy); k += 2 {
			p.to(xy[k]*c.scale-dx, xy[k+1]*c.scale-dy)
		}
		p.end(true)
	default:
		p.line(xy, c.scale, dx, dy)
	}
}

// origin is the window's corner in pixels from the image's own corner, which is where (0, 0) lies.
func (c *Canvas) origin() (dx, dy float32) {
	return float32(c.window.Min.X - c.img.Rect.Min.X), float32(c.window.Min.Y - c.img.Rect.Min.Y)
}

// seen says whether a path, grown by margin units, can touch the window.
func (c *Canvas) seen(p *draw.Path, margin float64) bool {
	box, ok := p.Bounds()
	return ok && !c.pixels(box.Grow(margin)).Intersect(c.window).Empty()
}

// between tells the filler which columns a path, grown by margin units, can touch.
func (c *Canvas) between(p *draw.Path, margin float64) {
	box, _ := p.Bounds()
	dx, _ := c.origin()
	c.fill.between(float32(box.MinX-margin)*c.scale-dx, float32(box.MaxX+margin)*c.scale-dx)
}

// skips says whether line i of a path, grown by margin pixels, lies above, below or to the right of the window. What lies
// to the left matters to fills.
func (c *Canvas) skips(p *draw.Path, i int, margin float32) bool {
	minX, minY, _, maxY := p.LineBounds(i)
	dx, dy := c.origin()
	return maxY*c.scale-dy < -margin || minY*c.scale-dy > float32(c.fill.height)+margin || minX*c.scale-dx > float32(c.fill.width)+margin
}

// pixels gives the pixels that r touches, in the image's coordinates.
func (c *Canvas) pixels(r draw.Rect) image.Rectangle {
	s := float64(c.scale)
	px := func(v, round float64) int { return int(math.Max(-1e8, math.Min(1e8, v*s+round))) }
	low := func(v float64) int { return int(math.Floor(math.Max(-1e8, math.Min(1e8, v*s)))) }
	return image.Rect(low(r.MinX), low(r.MinY), px(r.MaxX, 1), px(r.MaxY, 1)).Add(c.img.Rect.Min)
}

// sweep paints what the filler holds and empties it.
func (c *Canvas) sweep(col color.NRGBA, rule draw.Rule) {
	ink := newInk(col)
	for y := c.fill.top; y < c.fill.bottom; y++ {
		c.fill.sweepRow(y, c.row(y), &ink, rule)
	}
	c.fill.swept()
}

// cover paints what hairlines holds and empties it.
func (c *Canvas) cover(col color.NRGBA) {
	ink := newInk(col)
	for y := c.fill.top; y < c.fill.bottom; y++ {
		c.fill.coverRow(y, c.row(y), &ink)
	}
	c.fill.swept()
}

// row gives the window's row y as whole pixels. The words share the image's memory; an image's rows begin at multiples of
// four bytes.
func (c *Canvas) row(y int) []uint32 {
	width := c.window.Dx()
	start := (c.window.Min.Y+y-c.img.Rect.Min.Y)*c.img.Stride + (c.window.Min.X-c.img.Rect.Min.X)*4
	return words(c.img.Pix[start : start+4*width])
}

// words gives the bytes of pixels as whole pixels.
func words(bytes []uint8) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(bytes))), len(bytes)/4)
}
