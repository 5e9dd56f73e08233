package raster

import (
	"image"
	"runtime"
	"sync"
	"sync/atomic"

	"entente/geo/draw"
)

// Renderer draws picture after picture on all cores, keeping its buffers and the letters it has made. Use one Renderer
// for one window.
type Renderer struct {
	fonts    *draw.Fonts
	glyphs   *glyphs
	canvases []*Canvas
}

// NewRenderer makes a renderer. Without fonts, texts are left out.
func NewRenderer(fonts *draw.Fonts) *Renderer {
	return &Renderer{fonts: fonts, glyphs: newGlyphs(fonts)}
}

// bandBytes is about how much of the image a band holds. Smaller bands would stay in a core's own cache, but every band
// walks the whole scene; this was the quickest of 128 KB to 8 MB.
const bandBytes = 2 << 20

// leastRows is the height below which an image is not cut into bands.
const leastRows = 32

// Draw lets paint draw a picture with scale pixels to a unit. The image is cut into bands of rows; paint is called once
// for each, from several goroutines at once, and must draw the same each time. The image is not cleared.
func (r *Renderer) Draw(img *image.RGBA, scale float64, paint func(draw.Canvas)) {
	r.DrawIn(img, img.Rect, scale, paint)
}

// DrawIn is Draw that touches only the pixels of a rectangle. The whole image is the canvas all the same.
func (r *Renderer) DrawIn(img *image.RGBA, part image.Rectangle, scale float64, paint func(draw.Canvas)) {
	part = part.Intersect(img.Rect)
	if part.Empty() {
		return
	}
	workers := runtime.GOMAXPROCS(0)
	height := part.Dy()
	bands := max(4*part.Dx()*height/bandBytes, 2*workers)
	bands = max(1, min(bands, height/leastRows))
	workers = min(workers, bands)
	for len(r.canvases) < workers {
		r.canvases = append(r.canvases, &Canvas{glyphs: r.glyphs})
	}
	var taken atomic.Int32
	work := func(c *Canvas) {
		for {
			band := int(taken.Add(1)) - 1
			if band >= bands {
				return
			}
			rows := part
			rows.Min.Y, rows.Max.Y = part.Min.Y+height*band/bands, part.Min.Y+height*(band+1)/bands
			c.reset(img, scale, r.fonts, rows)
			paint(c)
		}
	}
	var wait sync.WaitGroup
	for _, c := range r.canvases[1:workers] {
		wait.Go(func() { work(c) })
	}
	work(r.canvases[0])
	wait.Wait()
}
