package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
