package window

import (
	"log/slog"
	"slices"
	"time"

	"fyne.io/fyne/v2"
)

// logListing logs what the filter leaves.
func (w *Window) logListing() {
	if w.session.Library() == nil {
		return
	}
	c, f := w.session.Listing().Counts, w.session.Filter()
	slog.Debug("listed", "articles", c.Articles, "reports", c.Reports, "ties", c.Ties, "passages", c.Passages, "filtered", !f.Empty())
}

// placesPause lets a change reach the screen before places are logged.
const placesPause = 120 * time.Millisecond

// placesChanged has places logged once the window has come to rest.
func (w *Window) placesChanged() {
	if w.rooms.furnished && slog.Default().Enabled(background(), slog.LevelDebug) {
		w.stopPlaces()
		w.stopPlaces = w.o.After(placesPause, w.logPlaces)
	}
}

// placesMost is of how many ties the places are logged: to find a free one takes longer the more ties there are.
const placesMost = 50

// logPlaces logs where arcs and the most important buttons are, in the window's pixels, so that a test can use the window
// with a pointer as a person does.
func (w *Window) logPlaces() {
	scale := w.win.Canvas().Scale()
	driver := w.o.App.Driver()
	log := func(msg, key, name string, at fyne.Position) {
		slog.Debug(msg, key, name, "x", int(at.X*scale), "y", int(at.Y*scale))
	}
	middle := func(o fyne.CanvasObject) fyne.Position {
		return driver.AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	}
	origin := driver.AbsolutePositionForObject(w.mapPane.view)
	ties := w.session.Listing().Ties
	for _, t := range ties[:min(len(ties), placesMost)] {
		if x, y, ok := w.mapPane.view.Scene().Middle(t.Pair); ok {
			log("arc placed", "pair", t.Pair.String(), origin.AddXY(float32(x), float32(y)))
		}
	}
	if len(w.articles.items) > 0 {
		log("part placed", "part", "article", driver.AbsolutePositionForObject(w.articles.list).AddXY(w.articles.list.Size().Width/2, 20))
	}
	w.logPicturePlaces(log)
	for name, o := range w.places() {
		if o.Visible() && driver.CanvasForObject(o) != nil {
			log("part placed", "part", name, middle(o))
		}
	}
}

// logPicturePlaces logs the head of the table's first column, the matrix's cell of the heaviest tie, and the first and the
// last bar of the timeline.
func (w *Window) logPicturePlaces(log func(msg, key, name string, at fyne.Position)) {
	driver := w.o.App.Driver()
	switch page := w.pictures.seen().(type) {
	case *tablePage:
		log("head placed", "column", tableColumns[0].id, driver.AbsolutePositionForObject(page.grid).AddXY(60, 16))
	case *matrixPage:
		if ties := w.session.Listing().Ties; len(ties) > 0 {
			row, column := slices.Index(page.matrix.parties, ties[0].Pair[0]), slices.Index(page.matrix.parties, ties[0].Pair[1])
			corner := driver.AbsolutePositionForObject(page.matrix.body)
			log("cell placed", "pair", ties[0].Pair.String(), corner.AddXY((float32(column)+0.5)*matrixCell(), (float32(row)+0.5)*matrixCell()))
		}
	}
	b := w.timeline.bars
	if n := len(b.slots); n > 0 {
		corner := driver.AbsolutePositionForObject(b)
		for name, i := range map[string]int{"first": 0, "last": n - 1} {
			log("bar placed", "bar", name+"."+b.slots[i].Name, corner.AddXY(barsSide+(float32(i)+0.5)*b.slotWidth(), b.Size().Height/2))
		}
	}
}

// places names the parts of the window that a test looks for.
func (w *Window) places() map[string]fyne.CanvasObject {
	parts := map[string]fyne.CanvasObject{"map": w.mapPane.view, "search": w.top.search.entry, "zoom.in": w.mapPane.in,
		"projection": w.mapPane.projection, "panel": w.panel.object, "articles": w.articles.list, "timeline": w.timeline.bars}
	for s, c := range w.filters.stances {
		parts["stance."+string(s)] = c.check
	}
	for f, c := range w.filters.fields {
		parts["field."+string(f)] = c.check
	}
	if w.panel.reader.Visible() {
		parts["reader"] = w.panel.reader
	}
	if len(w.panel.tie.cards) > 0 {
		parts["passage"] = w.panel.tie.cards[0].object
	}
	return parts
}
