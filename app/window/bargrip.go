package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// at gives the period at a place.
func (b *bars) at(x float32) int {
	i := int(math.Floor(float64((x - barsSide) / b.slotWidth())))
	return max(0, min(len(b.slots)-1, i))
}

// gripAt tells what a drag from a place takes hold of.
func (b *bars) gripAt(x float32) grip {
	if b.brush == nil {
		return gripNew
	}
	const reach = 5
	width := b.slotWidth()
	x0, x1 := barsSide+float32(b.brush[0])*width, barsSide+float32(b.brush[1]+1)*width
	switch {
	case abs(x-x0) <= reach:
		return gripFirst
	case abs(x-x1) <= reach:
		return gripLast
	case x > x0 && x < x1:
		return gripMove
	}
	return gripNew
}

func abs(x float32) float32 { return max(x, -x) }

// Dragged chooses a period, or moves or changes the one that is chosen.
func (b *bars) Dragged(e *fyne.DragEvent) {
	if len(b.slots) == 0 {
		return
	}
	if b.grip == gripNone {
		began := e.Position.X - e.Dragged.DX
		b.grip, b.from = b.gripAt(began), b.at(began)
		b.held = [2]int{b.from, b.from}
		if b.grip != gripNew {
			b.held = *b.brush
		}
	}
	now := b.at(e.Position.X)
	to := b.held
	switch b.grip {
	case gripNew:
		to = [2]int{min(b.from, now), max(b.from, now)}
	case gripMove:
		by := max(-to[0], min(len(b.slots)-1-to[1], now-b.from))
		to = [2]int{to[0] + by, to[1] + by}
	case gripFirst:
		to[0] = min(now, to[1])
	case gripLast:
		to[1] = max(now, to[0])
	}
	b.brush = &to
	b.t.w.tips.Hide()
	b.Refresh()
}

// DragEnd filters by the period dragged over.
func (b *bars) DragEnd() {
	if b.grip != gripNone {
		b.grip = gripNone
		b.point(b.brush[1])
		b.t.choose(b.brush[0], b.brush[1])
	}
}

// point moves the cursor to where the pointer is, and takes the focus, so that keys go on from there and Escape takes the
// period back.
func (b *bars) point(at int) {
	b.t.w.win.Canvas().Focus(b)
	b.cursor, b.keyed = at, false
	b.Refresh()
}

// Tapped filters by one period; again on the same takes it back.
func (b *bars) Tapped(e *fyne.PointEvent) {
	if len(b.slots) == 0 {
		return
	}
	b.point(b.at(e.Position.X))
	b.t.toggle(b.cursor, b.cursor)
}

// Scrolled makes the time shown longer or shorter about the pointer, or moves it.
func (b *bars) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case len(b.slots) == 0:
	case abs(e.Scrolled.DX) > abs(e.Scrolled.DY):
		b.t.move(-int(e.Scrolled.DX / 10))
	case e.Scrolled.DY > 0:
		b.t.zoom(1/timeZoom, b.at(e.Position.X))
	case e.Scrolled.DY < 0:
		b.t.zoom(timeZoom, b.at(e.Position.X))
	}
}

// MouseIn is part of desktop.Hoverable.
func (b *bars) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved tells of the bar under the pointer.
func (b *bars) MouseMoved(e *desktop.MouseEvent) {
	if len(b.slots) == 0 || b.grip != gripNone {
		return
	}
	at := b.at(e.Position.X)
	if at == b.hovered {
		return
	}
	b.hovered = at
	width := b.slotWidth()
	b.anchor.Move(fyne.NewPos(barsSide+float32(at)*width, 0))
	b.anchor.Resize(fyne.NewSize(width, b.Size().Height))
	b.t.w.tips.Hide()
	b.t.w.tips.Arm(b.anchor, b.t.tell(&b.slots[at]))
}

// MouseOut is part of desktop.Hoverable.
func (b *bars) MouseOut() {
	b.hovered = -1
	b.t.w.tips.Hide()
}

// Cursor shows what a drag would do.
func (b *bars) Cursor() desktop.Cursor {
	if b.brush != nil && b.hovered >= 0 && (b.hovered == b.brush[0] || b.hovered == b.brush[1]) {
		return desktop.HResizeCursor
	}
	return desktop.CrosshairCursor
}

// FocusGained is part of fyne.Focusable.
func (b *bars) FocusGained() { b.focused, b.keyed = true, true; b.Refresh() }

// FocusLost is part of fyne.Focusable.
func (b *bars) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune makes the time shown longer or shorter.
func (b *bars) TypedRune(r rune) {
	switch r {
	case '+', '=':
		b.t.zoom(1/timeZoom, b.cursor)
	case '-':
		b.t.zoom(timeZoom, b.cursor)
	case '0':
		b.t.fit()
	}
}

// TypedKey walks the bars: Enter chooses one, Shift with arrows is left to the menu, the space bar plays.
func (b *bars) TypedKey(e *fyne.KeyEvent) {
	last := len(b.slots) - 1
	switch e.Name {
	case fyne.KeyLeft:
		b.walk(b.cursor - 1)
	case fyne.KeyRight:
		b.walk(b.cursor + 1)
	case fyne.KeyHome:
		b.walk(0)
	case fyne.KeyEnd:
		b.walk(last)
	case fyne.KeyUp:
		b.stretchTo(b.cursor + 1)
	case fyne.KeyDown:
		b.stretchTo(b.cursor - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if last >= 0 {
			b.keyed = true
			b.t.toggle(b.cursor, b.cursor)
		}
	case fyne.KeySpace:
		b.t.play.toggle()
	case fyne.KeyEscape:
		b.t.play.stop()
		b.t.clear()
	}
}

// walk moves the cursor, and the time shown where it would leave it.
func (b *bars) walk(to int) {
	switch {
	case len(b.slots) == 0:
		return
	case to < 0:
		b.t.move(to)
	case to >= len(b.slots):
		b.t.move(to - len(b.slots) + 1)
	}
	b.cursor, b.keyed = max(0, min(len(b.slots)-1, to)), true
	b.Refresh()
}

// stretchTo makes the chosen period reach to a bar.
func (b *bars) stretchTo(to int) {
	if to < 0 || to >= len(b.slots) {
		return
	}
	chosen := [2]int{b.cursor, b.cursor}
	if b.brush != nil {
		chosen = *b.brush
	}
	if to > b.cursor {
		chosen[1] = max(to, chosen[0])
	} else {
		chosen[1] = max(chosen[0], min(chosen[1], to))
	}
	b.cursor, b.keyed = to, true
	b.t.choose(chosen[0], chosen[1])
}

// AccessibilityLabel tells of the bar at the cursor.
func (b *bars) AccessibilityLabel() string {
	if b.cursor < len(b.slots) {
		return b.t.tell(&b.slots[b.cursor])
	}
	return b.t.note.Text
}
