package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// Place gives where words that are drawn on the page stand on the canvas.
func (r *Reader) Place(words string) (found bool, at fyne.Position) {
	for _, o := range r.page.objects {
		if t, ok := o.(*canvas.Text); ok && t.Text == words {
			return true, fyne.CurrentApp().Driver().AbsolutePositionForObject(r.page).Add(t.Position()).AddXY(4, 4)
		}
	}
	return false, fyne.Position{}
}

// Headed says whether the title of the article is seen over its text.
func (r *Reader) Headed() bool { return r.content.(*fyne.Container).Objects[1].Visible() }

// TapSecondary clicks at a place of the canvas with the other button of the mouse.
func (r *Reader) TapSecondary(at fyne.Position) {
	test.TapSecondaryAt(r.page, at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(r.page)))
}

// Drag moves the pointer over the page with its button down.
func (r *Reader) Drag(from, to fyne.Position) {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.page)
	down := fyne.PointEvent{Position: from.Subtract(origin), AbsolutePosition: from}
	r.page.MouseDown(&desktop.MouseEvent{PointEvent: down, Button: desktop.MouseButtonPrimary})
	over := fyne.PointEvent{Position: to.Subtract(origin), AbsolutePosition: to}
	r.page.Dragged(&fyne.DragEvent{PointEvent: over, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})
	r.page.DragEnd()
	r.page.MouseUp(&desktop.MouseEvent{PointEvent: over, Button: desktop.MouseButtonPrimary})
}
