package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/export"
	"entente/data"
)

// matrixPage is the matrix of countries with a line that says how to read it.
type matrixPage struct {
	w      *Window
	whole  fyne.CanvasObject
	note   *widget.Label
	matrix *matrix
}

func newMatrixPage(w *Window) *matrixPage {
	p := &matrixPage{w: w, note: caption(""), matrix: newMatrix(w)}
	p.note.Wrapping = fyne.TextWrapWord
	out := w.tips.Button(exportIcon(), "", w.tip("export.table"), w.exportTable)
	p.whole = onPanel(container.NewBorder(container.NewBorder(nil, nil, nil, out, p.note), nil, nil, nil, p.matrix))
	return p
}

func (p *matrixPage) object() fyne.CanvasObject { return p.whole }

func (p *matrixPage) focus() fyne.Focusable { return p.matrix.body }

func (p *matrixPage) show(c app.Change) {
	if c&app.TiesChanged == 0 {
		p.matrix.Refresh()
		return
	}
	p.matrix.set(p.w.session.Listing().Ties)
	p.note.SetText(p.w.say.Count("matrix.note", len(p.matrix.parties)))
	if len(p.matrix.parties) == 0 {
		p.note.SetText(p.w.say.Say("page.none"))
	}
}

// table gives the matrix as numbers of reports, less than none for conflict.
func (p *matrixPage) table() export.Table {
	m := p.matrix
	t := export.Table{Name: "matrix", Columns: []string{"country"}}
	for _, c := range m.parties {
		t.Columns = append(t.Columns, string(c))
	}
	for row, c := range m.parties {
		cells := []any{string(c)}
		for column := range m.parties {
			n := 0
			if _, _, tie := m.at(row, column); tie != nil {
				n = tie.Reports
				if tie.Stance == data.Conflict {
					n = -n
				}
			}
			cells = append(cells, n)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// open opens what the cursor is on.
func (b *matrixBody) open() {
	if b.row >= len(b.m.parties) || b.column >= len(b.m.parties) {
		return
	}
	a, _, t := b.m.at(b.row, b.column)
	switch {
	case t != nil:
		b.m.w.session.Go(app.Route{Pair: t.Pair})
	case b.row == b.column:
		b.m.w.session.Go(app.Route{Country: a})
	}
}
