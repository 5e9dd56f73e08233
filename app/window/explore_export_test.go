package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

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

// TipsOfBarsHaveAPlace says whether the place of a bar's tip was drawn, without which Fyne shows none.
func (w *Window) TipsOfBarsHaveAPlace() bool {
	b := w.timeline.bars
	return b.anchor.Visible() && slices.Contains(b.box.Objects, fyne.CanvasObject(b.anchor))
}

// TablePairs gives the pairs of the table from the top.
func (w *Window) TablePairs() (pairs []data.Pair) {
	p := w.pictures.pages[app.TablePicture].(*tablePage)
	for i := range p.rows {
		pairs = append(pairs, p.rows[i].Pair)
	}
	return pairs
}

// TableEdges gives where the table begins and ends on the canvas.
func (w *Window) TableEdges() (begin, end float32) {
	grid := w.pictures.pages[app.TablePicture].(*tablePage).grid
	begin = w.o.App.Driver().AbsolutePositionForObject(grid).X
	return begin, begin + grid.Size().Width
}

// DragColumn drags the right edge of a column of the table.
func (w *Window) DragColumn(column int, by float32) {
	p := w.pictures.pages[app.TablePicture].(*tablePage)
	var at fyne.Position
	for i := 0; i <= column; i++ {
		at.X += p.given[i] + theme.Padding()
	}
	at = at.SubtractXY(theme.Padding()/2, -5)
	p.grid.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	p.grid.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	p.grid.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(by, 0)}, Dragged: fyne.NewDelta(by, 0)})
	p.grid.DragEnd()
}

// MatrixCell gives the middle of a cell of the matrix on the canvas, and the object that takes its keys.
func (w *Window) MatrixCell(row, column data.Party) (at fyne.Position, keys fyne.Focusable) {
	m := w.pictures.pages[app.MatrixPicture].(*matrixPage).matrix
	at = w.o.App.Driver().AbsolutePositionForObject(m.body)
	for i, p := range m.parties {
		if p == row {
			at.Y += (float32(i) + 0.5) * matrixCell()
		}
		if p == column {
			at.X += (float32(i) + 0.5) * matrixCell()
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

// Bar gives the middle of a bar of the timeline on the canvas; ok is false where there is none of that name.
func (w *Window) Bar(name string) (at fyne.Position, ok bool) {
	b := w.timeline.bars
	at = w.o.App.Driver().AbsolutePositionForObject(b)
	for i := range b.slots {
		if b.slots[i].Name == name {
			return at.AddXY(barsSide+(float32(i)+0.5)*b.slotWidth(), b.Size().Height/2), true
		}
	}
	return at, false
}

// BarNames gives the first and last bar, and how many there are.
func (w *Window) BarNames() (first, last string, n int) {
	s := w.timeline.bars.slots
	if len(s) == 0 {
		return "", "", 0
	}
	return s[0].Name, s[len(s)-1].Name, len(s)
}

// BarFramed gives the bar with the frame of the focus, "" where none is framed.
func (w *Window) BarFramed() string {
	b := w.timeline.bars
	for _, o := range b.box.Objects {
		if r, ok := o.(*canvas.Rectangle); ok && r.StrokeWidth > 0 {
			return b.slots[b.at(r.Position().X+r.Size().Width/2)].Name
		}
	}
	return ""
}

// BarKeys gives what takes the keys of the timeline.
func (w *Window) BarKeys() fyne.Focusable { return w.timeline.bars }

// ScrollBars turns the wheel over a bar.
func (w *Window) ScrollBars(name string, by float32) {
	at, _ := w.Bar(name)
	origin := w.o.App.Driver().AbsolutePositionForObject(w.timeline.bars)
	w.timeline.bars.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at.Subtract(origin)}, Scrolled: fyne.NewDelta(0, by)})
}

// SetUnit chooses how long a bar is: day, month, year, or "" for what suits.
func (w *Window) SetUnit(id string) {
	for u, name := range unitIDs {
		if name == id {
			chosen := unit(u)
			w.timeline.setUnit(&chosen)
			return
		}
	}
	w.timeline.setUnit(nil)
}

// Slide chooses between sliding and adding up.
func (w *Window) Slide(yes bool) { w.timeline.play.slide(yes) }

// Playing says whether the timeline plays.
func (w *Window) Playing() bool { return w.timeline.play.playing }

// Rewind stops playing and goes back.
func (w *Window) Rewind() { w.timeline.play.rewind() }

// DragBars drags from one place of the canvas to another over the timeline, as the driver tells of it.
func (w *Window) DragBars(from, to fyne.Position) {
	b := w.timeline.bars
	origin := w.o.App.Driver().AbsolutePositionForObject(b)
	b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to.Subtract(origin)}, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})
	b.DragEnd()
}

// OpenCountry clicks a country on the map.
func (w *Window) OpenCountry(c data.Party) { w.session.Go(app.Route{Country: c}) }

// TieItem is a line of a list of ties.
type TieItem = tieItem

// Name gives the words of the line.
func (i *tieItem) Name() string { return i.name.Text }

// Enter opens the first result of the search.
func (w *Window) Enter() { w.top.search.enter() }

// EnterLast opens its last one, that makes the words a condition.
func (w *Window) EnterLast() {
	w.top.search.walk(-1)
	w.top.search.enter()
}

// FocusSearch brings the keys to the search.
func (w *Window) FocusSearch() { w.top.focus() }

// SearchShown says whether results are seen.
func (w *Window) SearchShown() bool { return w.top.search.results.Visible() }
