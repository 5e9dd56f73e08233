package window

import (
	"fyne.io/fyne/v2"

	"entente/app"
	"entente/data"
)

// What tests of the pictures do and see.

type (
	Tab       = tab
	TableHead = tableHead
	TableCell = tableCell
	LineItem  = lineItem
)

func (t *tab) Label() string      { return t.label }
func (h *tableHead) Text() string { return h.text.Text }
func (c *tableCell) Text() string { return c.text.Text }
func (i *lineItem) Name() string  { return i.name.Text }

func (w *Window) Route() app.Route     { return w.session.Route() }
func (w *Window) Picture() app.Picture { return w.session.Picture() }

// TablePairs gives the pairs of the table from the top.
func (w *Window) TablePairs() (pairs []data.Pair) {
	p := w.pictures.pages[app.TablePicture].(*tablePage)
	for i := range p.rows {
		pairs = append(pairs, p.rows[i].Pair)
	}
	return pairs
}

// MatrixCell gives the middle of a cell of the matrix on the canvas, and the object that takes its keys.
func (w *Window) MatrixCell(row, column data.Party) (at fyne.Position, keys fyne.Focusable) {
	m := w.pictures.pages[app.MatrixPicture].(*matrixPage).matrix
	at = w.o.App.Driver().AbsolutePositionForObject(m.body)
	for i, p := range m.parties {
		if p == row {
			at.Y += (float32(i) + 0.5) * matrixCell
		}
		if p == column {
			at.X += (float32(i) + 0.5) * matrixCell
		}
	}
	return at, m.body
}

// MatrixParties gives the countries of the matrix in their order.
func (w *Window) MatrixParties() []data.Party {
	return w.pictures.pages[app.MatrixPicture].(*matrixPage).matrix.parties
}

// MatrixSays tells what the cell under the cursor says.
func (w *Window) MatrixSays() string {
	return w.pictures.pages[app.MatrixPicture].(*matrixPage).matrix.body.AccessibilityLabel()
}

// Compare types two periods into the page of changes and compares them.
func (w *Window) Compare(before, after string) {
	p := w.pictures.pages[app.ChangesPicture].(*changesPage)
	p.before.SetText(before)
	p.after.SetText(after)
	p.after.OnSubmitted(after)
}
