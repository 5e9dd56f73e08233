package scene

import (
	"image"
	"image/draw"
	"math"

	canvas "entente/geo/draw"
	"entente/geo/draw/raster"
	"entente/geo/proj"
)

// Painter paints the frames of a window. When a sheet was only moved since the last frame, by whole pixels, it moves the
// picture of the map and its ties instead of drawing it, and draws the edges that came into view. The result is the same as
// drawing everything. It is for one goroutine at a time.
type Painter struct {
	renderer *raster.Renderer
	base     *image.RGBA // the last frame's map and ties
	spare    *image.RGBA
	key      baseKey // of base
	x, y     float64 // of base's view
	last     baseKey // of the last frame, which base does not always show

	inset   *image.RGBA // the last frame's inset
	insetOf *Scene
	built   uint64 // of insetOf, which is used again for others
}

// baseKey is all that the map and its ties depend on, but for where the view has moved them.
type baseKey struct {
	net               *net
	view              proj.View // with X and Y 0
	scale             float64
	theme             Theme
	selected, hovered Target
	rough, graticule  bool
}

// NewPainter makes a painter. Without fonts, texts are left out.
func NewPainter(fonts *canvas.Fonts) *Painter {
	return &Painter{renderer: raster.NewRenderer(fonts)}
}

// Paint paints a scene over the whole image. The image's pixels to a unit are those of the scene's Scale.
func (p *Painter) Paint(img *image.RGBA, s *Scene) {
	size := image.Rect(0, 0, img.Rect.Dx(), img.Rect.Dy())
	scale := float64(size.Dx()) / s.in.Width
	key, v := s.baseKey(), s.in.View
	dx, dy, whole := wholePixels((v.X-p.x)*scale, (v.Y-p.y)*scale)
	fits := p.base != nil && p.base.Rect == size
	if !fits {
		p.base, p.spare, p.key = image.NewRGBA(size), image.NewRGBA(size), baseKey{}
	}
	changed := key != p.last
	p.last = key
	switch {
	case changed && s.in.Rough && key != p.key:
		// In a zoom or a turn, no frame has any use for the one before.
		p.renderer.Draw(img, scale, func(c canvas.Canvas) {
			s.drawBase(c)
			s.drawTop(c)
		})
		p.finish(img, s, scale)
		return
	case fits && whole && key == p.key && dx == 0 && dy == 0:
	case fits && whole && key == p.key && abs(dx) < size.Dx()/2 && abs(dy) < size.Dy()/2:
		p.move(dx, dy, scale, s)
	default:
		p.renderer.Draw(p.base, scale, s.drawBase)
	}
	p.key, p.x, p.y = key, v.X, v.Y
	raster.Shift(img, p.base, 0, 0)
	p.renderer.Draw(img, scale, s.drawTop)
	p.finish(img, s, scale)
}

// finish lays the inset over the picture, if there is one.
func (p *Painter) finish(img *image.RGBA, s *Scene, scale float64) {
	if s.inset.scene != nil {
		p.paintInset(img, s, scale)
	}
}

// paintInset lays the inset over the picture. It is drawn again only when it has changed.
func (p *Painter) paintInset(img *image.RGBA, s *Scene, scale float64) {
	pixels := func(units float64) int { return int(math.Round(units * scale)) }
	box, in := s.inset.box, s.inset.scene
	at := image.Rect(pixels(box.MinX), pixels(box.MinY), pixels(box.MaxX), pixels(box.MaxY))
	size := image.Rect(0, 0, at.Dx(), at.Dy())
	if fits := p.inset != nil && p.inset.Rect == size; !fits || p.insetOf != in || p.built != in.built {
		p.inset = sized(p.inset, size)
		p.renderer.Draw(p.inset, scale, in.Draw)
		p.insetOf, p.built = in, in.built
	}
	draw.Draw(img, at.Add(img.Rect.Min), p.inset, image.Point{}, draw.Src)
	p.renderer.DrawIn(img, at.Add(img.Rect.Min).Inset(-4), scale, func(c canvas.Canvas) { s.inset.drawFrame(c, &s.in.Theme) })
}

// sized gives a picture of a size, in the memory of the last one where that is enough: an inset's size changes by a pixel
// with every step of a zoom. What it shows is not cleared.
func sized(last *image.RGBA, size image.Rectangle) *image.RGBA {
	n := 4 * size.Dx() * size.Dy()
	if last != nil && cap(last.Pix) >= n {
		return &image.RGBA{Pix: last.Pix[:n], Stride: 4 * size.Dx(), Rect: size}
	}
	return &image.RGBA{Pix: make([]uint8, n, n+n/4), Stride: 4 * size.Dx(), Rect: size}
}

// move moves the last frame's map and draws what came into view: a strip at the top or bottom, and one at a side.
func (p *Painter) move(dx, dy int, scale float64, s *Scene) {
	raster.Shift(p.spare, p.base, dx, dy)
	p.base, p.spare = p.spare, p.base
	size := p.base.Rect
	row, column := size, size
	if dy > 0 {
		row.Max.Y = dy
	} else {
		row.Min.Y = size.Max.Y + dy
	}
	if dx > 0 {
		column.Max.X = dx
	} else {
		column.Min.X = size.Max.X + dx
	}
	for _, strip := range [2]image.Rectangle{row, column} {
		p.renderer.DrawIn(p.base, strip, scale, s.drawBase)
	}
}

// baseKey leaves out of the input what the map and its ties do not depend on.
func (s *Scene) baseKey() baseKey {
	v := s.in.View
	v.X, v.Y = 0, 0
	return baseKey{s.net, v, s.in.Scale, s.in.Theme, s.in.Selected, s.in.Hovered, s.in.Rough && v.Round(), s.in.Graticule}
}

// wholePixels says whether a move is one by whole pixels, and by how many. Pointers move by whole pixels; a hundredth is
// for the rounding on the way.
func wholePixels(x, y float64) (dx, dy int, ok bool) {
	if !(math.Abs(x) < 1e6 && math.Abs(y) < 1e6) {
		return 0, 0, false
	}
	rx, ry := math.Round(x), math.Round(y)
	return int(rx), int(ry), math.Abs(x-rx) < 0.01 && math.Abs(y-ry) < 0.01
}

func abs(v int) int { return max(v, -v) }
