package mapview

import (
	"image"

	"fyne.io/fyne/v2"

	"entente/app/scene"
	"entente/geo/draw"
)

// picture is the memory that frames are drawn into; it is used again for every frame of the same size.
type picture struct {
	img   *image.RGBA
	drawn *scene.Scene
}

// redraw asks for a new frame. However often it is called between two frames, one is drawn.
func (m *MapView) redraw() {
	if m.scene != nil && m.scene != m.picture.drawn {
		m.o.Builder.Release(m.scene)
	}
	m.scene = nil
	m.raster.Refresh()
}

// input collects all that a frame depends on.
func (m *MapView) input(scale float64) scene.Input {
	var clear []draw.Rect
	if m.o.Clear != nil {
		clear = m.o.Clear(m.Size())
	}
	in := scene.Input{
		Ties: m.ties, Name: m.o.Name, View: m.view,
		Width: float64(m.Size().Width), Height: float64(m.Size().Height), Scale: scale,
		Theme: m.theme, Selected: m.selected, Hovered: m.hovered, Rough: m.moving() || m.zooming != nil,
		InsetAt: m.insetAt, LegendWas: m.legendAt, Labels: true, Legend: m.LegendShown(), Graticule: m.parts.Graticule, NoInset: !m.parts.Inset,
		Words: m.o.Words, Clear: clear, TextScale: m.TextScale,
	}
	if m.parts.TieNames {
		in.TieName = m.o.TieName
	}
	return in
}

// moving says whether the map is on its way, by a drag or to another view.
func (m *MapView) moving() bool { return m.dragging || m.travel != nil }

// Snapshot gives what a picture of the map as it is now depends on, without what the pointer does to it. It has the inset that
// is seen now, or none.
func (m *MapView) Snapshot() scene.Input {
	in := m.input(1)
	if !m.moving() && m.Size().Width > 0 {
		in.InsetOf = m.Scene().InsetOf()
		in.NoInset = in.InsetOf == nil
	}
	in.View = m.heading()
	in.Hovered, in.Rough, in.Clear, in.Legend, in.TextScale = scene.Target{}, false, nil, true, 0
	return in
}

// Scene gives what the map shows now, built if it was not yet.
func (m *MapView) Scene() *scene.Scene {
	if m.scene == nil {
		m.scene = m.o.Builder.Build(m.input(m.pixelScale()))
		if at := m.scene.InsetAt(); at != nil {
			m.insetAt = at
		}
		if at := m.scene.LegendAt(); at != scene.Auto {
			m.legendAt = at
		}
	}
	return m.scene
}

// pixelScale is the number of the screen's pixels in a unit.
func (m *MapView) pixelScale() float64 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		return float64(c.Scale())
	}
	return 1
}

// Frame draws the map as it is now in w by h pixels. The picture is overwritten by the next frame. Fyne calls it when it
// paints.
func (m *MapView) Frame(w, h int) image.Image {
	if w <= 0 || h <= 0 || m.Size().Width <= 0 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	began := m.o.Now()
	p := &m.picture
	if p.img == nil || p.img.Rect.Dx() != w || p.img.Rect.Dy() != h {
		p.img, p.drawn = image.NewRGBA(image.Rect(0, 0, w, h)), nil
	}
	s := m.Scene()
	if s == p.drawn {
		return p.img
	}
	m.painter.Paint(p.img, s)
	m.o.Builder.Release(p.drawn)
	p.drawn = s
	if m.o.Events.Drawn != nil {
		m.o.Events.Drawn(Frame{Ties: len(m.ties), Took: m.o.Now().Sub(began), Moving: m.moving()})
	}
	return p.img
}
