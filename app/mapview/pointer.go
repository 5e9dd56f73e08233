package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"entente/app/scene"
)

const (
	doubleClick = 400 * time.Millisecond // two clicks this close in time, and sameSpot in place, are a double click
	sameSpot    = 6
	dragStart   = 4   // the pointer may tremble this far within a click
	sameArc     = 2.5 // arcs whose distances from the pointer differ by less cannot be told apart
)

// click is where and when a click was.
type click struct {
	at   fyne.Position
	when time.Time
}

// MouseDown begins a click or a drag.
func (m *MapView) MouseDown(e *desktop.MouseEvent) {
	m.arrive()
	m.pressed, m.dragging = e.Position, false
	m.turning = e.Modifier&fyne.KeyModifierShift != 0
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
}

// MouseUp ends a click: it acts at once, rather than after the wait for a possible second one that Fyne's own taps have.
func (m *MapView) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonSecondary && !m.dragging {
		m.menu(e)
		return
	}
	if e.Button != desktop.MouseButtonPrimary || m.dragging {
		return
	}
	now := m.o.Now()
	if now.Sub(m.lastClick.when) < doubleClick && distance(m.lastClick.at, e.Position) < sameSpot {
		m.lastClick = click{}
		m.zoomIn(e.Position)
		return
	}
	m.lastClick = click{e.Position, now}
	m.choose(e.Position, e.AbsolutePosition)
}

// menu tells where the secondary button was clicked.
func (m *MapView) menu(e *desktop.MouseEvent) {
	if m.o.Events.Menu == nil {
		return
	}
	s := Spot{Target: m.under(e.Position), At: e.AbsolutePosition}
	s.Place, s.OnMap = m.view.Invert(m.Scene().Through(float64(e.Position.X), float64(e.Position.Y)))
	m.card.hide()
	m.o.Events.Menu(s)
}

// Dragged pans, or turns the sphere while Shift is held.
func (m *MapView) Dragged(e *fyne.DragEvent) {
	if !m.dragging && distance(m.pressed, e.Position) <= dragStart {
		return
	}
	from := e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
	if !m.dragging {
		from = m.pressed // what the pointer moved before the drag began counts too
	}
	m.arrive()
	m.dragging = true
	m.point(scene.Target{}, e.Position)
	if m.turning && !m.view.Round() {
		m.turn(from, e.Position)
		return
	}
	m.fitted = false
	m.view = m.view.Pan(float64(from.X), float64(from.Y), float64(e.Position.X), float64(e.Position.Y))
	m.moved()
}

// DragEnd draws the last frame of a drag in full.
func (m *MapView) DragEnd() {
	m.dragging = false
	m.redraw()
}

// Scrolled zooms around the pointer.
func (m *MapView) Scrolled(e *fyne.ScrollEvent) {
	m.arrive()
	x, y := m.Scene().Through(float64(e.Position.X), float64(e.Position.Y))
	m.waitForRest()
	m.zoomAt(x, y, math.Exp2(max(-1, min(1, float64(e.Scrolled.DY)/40))))
}

// wheelRest is how long after the last step of the wheel the map is at rest.
const wheelRest = 120 * time.Millisecond

// waitForRest begins a zoom by the wheel, or goes on with it. The map is drawn in full when it has ended.
func (m *MapView) waitForRest() {
	if m.zooming != nil {
		m.zooming()
	}
	m.zooming = m.o.After(wheelRest, func() {
		m.zooming = nil
		m.redraw()
	})
}

// after calls a function on the window's goroutine after a while.
func after(wait time.Duration, do func()) (stop func()) {
	stopped := false
	t := time.AfterFunc(wait, func() {
		fyne.Do(func() {
			if !stopped {
				do()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}

// zoomIn zooms in on a place that was clicked twice; in the inset, on all that it shows.
func (m *MapView) zoomIn(at fyne.Position) {
	x, y := float64(at.X), float64(at.Y)
	if box, view, ok := m.Scene().Inset(); ok && box.Contains(x, y) {
		m.goTo(view, false)
		return
	}
	m.zoomAt(x, y, 2)
}

func (m *MapView) zoomAt(x, y, factor float64) {
	m.fitted = false
	m.view = m.view.ZoomAt(x, y, factor)
	m.card.hide()
	m.moved()
}

// MouseIn is part of desktop.Hoverable.
func (m *MapView) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved names what is under the pointer.
func (m *MapView) MouseMoved(e *desktop.MouseEvent) {
	if m.moving() {
		return
	}
	m.point(m.under(e.Position), e.Position)
}

// MouseOut forgets what was under the pointer.
func (m *MapView) MouseOut() { m.point(scene.Target{}, fyne.Position{}) }

// Cursor is a hand over what can be clicked.
func (m *MapView) Cursor() desktop.Cursor {
	if m.hovered.Empty() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// under gives the nearest thing at a place that the caller has words for.
func (m *MapView) under(at fyne.Position) scene.Target {
	hits := m.Scene().At(float64(at.X), float64(at.Y))
	if len(hits) == 0 {
		return scene.Target{}
	}
	return hits[0].Target
}

// point lifts a target and shows its card at a place; the zero Target takes both away.
func (m *MapView) point(t scene.Target, at fyne.Position) {
	if t != m.hovered {
		m.hovered = t
		m.redraw()
		if m.o.Events.Pointed != nil {
			m.o.Events.Pointed(t)
		}
	}
	title, detail := "", ""
	if !t.Empty() && m.o.Events.Describe != nil {
		title, detail = m.o.Events.Describe(t)
	}
	if title == "" {
		m.card.hide()
		return
	}
	m.card.show(title, detail, at, m.Size())
}

// choose acts on a click: the tie or the country there, a list where ties cannot be told apart, else nothing is selected.
func (m *MapView) choose(at, absolute fyne.Position) {
	hits := m.Scene().At(float64(at.X), float64(at.Y))
	m.card.hide()
	arcs := alike(hits)
	switch {
	case len(arcs) > 1:
		m.offer(arcs, absolute)
	case len(hits) > 0:
		m.open(hits[0].Target)
	case m.o.Events.Clear != nil:
		m.o.Events.Clear()
	}
}

// alike gives the arcs that are about as near as the nearest one.
func alike(hits []scene.Hit) []scene.Hit {
	var arcs []scene.Hit
	for _, h := range hits {
		if h.Country == "" && (len(arcs) == 0 || h.Distance-arcs[0].Distance < sameArc) {
			arcs = append(arcs, h)
		}
	}
	if len(hits) > 0 && hits[0].Country != "" {
		return nil
	}
	return arcs
}

// offer lists ties to choose from.
func (m *MapView) offer(arcs []scene.Hit, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	if c == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, a := range arcs {
		title, _ := m.describe(a.Target)
		items = append(items, fyne.NewMenuItem(title, func() { m.open(a.Target) }))
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	if m.o.Events.Offered != nil {
		m.o.Events.Offered(len(items))
	}
}

func (m *MapView) describe(t scene.Target) (title, detail string) {
	if m.o.Events.Describe != nil {
		title, detail = m.o.Events.Describe(t)
	}
	if title == "" && t.Country == "" {
		title = t.Pair.String()
	}
	return title, detail
}

func (m *MapView) open(t scene.Target) {
	switch {
	case t.Country != "":
		if m.o.Events.Country != nil {
			m.o.Events.Country(t.Country)
		}
	case m.o.Events.Tie != nil:
		m.o.Events.Tie(t.Pair)
	}
}

func distance(a, b fyne.Position) float64 {
	return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y))
}
