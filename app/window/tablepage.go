package window

import (
	"cmp"
	"log/slog"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/export"
	"entente/app/window/look"
	"entente/data"
	"entente/data/store"
)

// tiedRow is a line of the table: a tie, and what the list of ties does not tell of it.
type tiedRow struct {
	*data.Tie
	store.TieFacts
	name string // of the pair, while the table is sorted by it
}

// column is a column of the table of ties.
type tableColumn struct {
	id    string // its words are "table.ID"
	right bool   // numbers
	text  func(*tablePage, *tiedRow) string
	order func(a, b *tiedRow) int // the one that a first click asks for
}

// byNumber orders by a number, the highest first.
func byNumber[T cmp.Ordered](of func(*tiedRow) T) func(a, b *tiedRow) int {
	return func(a, b *tiedRow) int { return cmp.Compare(of(b), of(a)) }
}

// number makes a column of numbers.
func numberColumn(id string, of func(*tiedRow) int) tableColumn {
	return tableColumn{id, true, func(p *tablePage, r *tiedRow) string { return p.w.say.Number(of(r)) }, byNumber(of)}
}

// tableColumns are the columns from left to right.
var tableColumns = []tableColumn{
	{"countries", false, func(p *tablePage, r *tiedRow) string { return p.w.pairName(r.Pair) }, func(a, b *tiedRow) int { return strings.Compare(a.name, b.name) }},
	{"stance", false, func(p *tablePage, r *tiedRow) string { return p.w.shortStance(r.Tie) }, func(a, b *tiedRow) int {
		return cmp.Or(cmp.Compare(slices.Index(data.Stances, a.Stance), slices.Index(data.Stances, b.Stance)), boolOrder(a.Planned, b.Planned))
	}},
	{"fields", false, func(p *tablePage, r *tiedRow) string { return p.w.fieldNames(r.Fields, 0) }, func(a, b *tiedRow) int {
		return slices.Compare(a.Fields, b.Fields)
	}},
	numberColumn("reports", func(r *tiedRow) int { return r.Reports }),
	numberColumn("articles", func(r *tiedRow) int { return r.Articles }),
	numberColumn("passages", func(r *tiedRow) int { return r.Passages }),
	{"first", false, func(_ *tablePage, r *tiedRow) string { return r.First }, func(a, b *tiedRow) int { return datedFirst(a.First, b.First) }},
	{"last", false, func(_ *tablePage, r *tiedRow) string { return r.Last }, func(a, b *tiedRow) int { return cmp.Compare(b.Last, a.Last) }},
	{"sure", true, func(p *tablePage, r *tiedRow) string { return p.w.say.Sure(r.Confidence) }, byNumber(func(r *tiedRow) float64 { return r.Confidence })},
	{"disputed", false, func(p *tablePage, r *tiedRow) string {
		if r.Disputed {
			return p.w.say.Say("table.yes")
		}
		return ""
	}, func(a, b *tiedRow) int { return boolOrder(b.Disputed, a.Disputed) }},
	numberColumn("accepted", func(r *tiedRow) int { return r.Accepted }),
	numberColumn("rejected", func(r *tiedRow) int { return r.TieFacts.Rejected }),
}

// boolOrder puts false before true.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// datedFirst orders dates, what has none last.
func datedFirst(a, b string) int {
	return cmp.Or(boolOrder(a == "", b == ""), cmp.Compare(a, b))
}

// tablePage lists the ties under the filter in a table that sorts by any column.
type tablePage struct {
	whole  fyne.CanvasObject
	note   *widget.Label
	grid   *tableGrid
	rows   []tiedRow
	facts  map[data.Pair]store.TieFacts
	latest     // question for facts
	column int // that it is sorted by
	turned bool
	room   *fyne.Container
	spans  []span          // of the columns
	given  map[int]float32 // the widths that fit gave the columns
	kept   map[int]float32 // the widths that a person gave them by dragging their edges
	more   int             // columns that begin beyond the edge
}

func newTablePage(w *Window) *tablePage {
	p := &tablePage{latest: latest{w: w}, note: caption(""), given: map[int]float32{}, kept: map[int]float32{}}
	p.column = slices.IndexFunc(tableColumns, func(c tableColumn) bool { return c.id == "reports" })
	p.grid = newTableGrid()
	p.grid.Length = func() (rows, cols int) { return len(p.rows), len(tableColumns) }
	p.grid.CreateCell = func() fyne.CanvasObject { return newTableCell(p) }
	p.grid.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) { o.(*tableCell).set(id) }
	p.note.Wrapping = fyne.TextWrapWord
	p.grid.ShowHeaderRow, p.grid.StickyColumnCount = true, 1
	p.grid.CreateHeader = func() fyne.CanvasObject { return newTableHead(p) }
	p.grid.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) { o.(*tableHead).set(id.Col) }
	p.grid.OnSelected = func(id widget.TableCellID) {
		p.grid.UnselectAll()
		p.open(id.Row)
	}
	p.room = container.New(tableRoom{p}, p.grid, newWheel(p.grid))
	export := w.tips.Button(exportIcon(), "", w.tip("export.table"), w.exportTable)
	p.whole = onPanel(container.NewBorder(container.NewBorder(nil, nil, nil, export, p.note), nil, nil, nil, p.room))
	return p
}

func (p *tablePage) object() fyne.CanvasObject { return p.whole }

func (p *tablePage) focus() fyne.Focusable { return p.grid }

func (p *tablePage) open(row int) {
	if row >= 0 && row < len(p.rows) {
		p.w.session.Go(app.Route{Pair: p.rows[row].Pair})
	}
}

// show takes the ties of the session and asks for what they do not tell.
func (p *tablePage) show(c app.Change) {
	if c&app.TiesChanged != 0 {
		p.fill()
		p.ask()
	}
	p.grid.Refresh()
}

func (p *tablePage) fill() {
	ties := p.w.session.Listing().Ties
	p.rows = make([]tiedRow, len(ties))
	for i := range ties {
		p.rows[i] = tiedRow{Tie: &ties[i], TieFacts: p.facts[ties[i].Pair]}
	}
	p.sort()
	p.measure()
	p.fit(p.room.Size().Width)
}

// ask asks for the days and decisions of each tie.
func (p *tablePage) ask() {
	lib, f := p.w.library(), p.w.session.Filter()
	if lib == nil {
		p.drop()
		return
	}
	ask(&p.latest, func() (map[data.Pair]store.TieFacts, error) { return lib.TieFacts(background(), f) }, func(facts map[data.Pair]store.TieFacts) {
		p.facts = facts
		p.fill()
		p.grid.Refresh()
	})
}

// sortBy sorts by a column; the same one again turns the order round.
func (p *tablePage) sortBy(column int) {
	p.turned = p.column == column && !p.turned
	p.column = column
	p.sort()
	p.grid.ScrollToTop()
	p.grid.Refresh()
	if n := len(p.rows); n > 0 {
		slog.Debug("table sorted", "column", tableColumns[column].id, "first", p.rows[0].Pair, "last", p.rows[n-1].Pair)
	}
}

// sort keeps the order of weight among equals.
func (p *tablePage) sort() {
	order := tableColumns[p.column].order
	if p.column == 0 {
		for i := range p.rows {
			p.rows[i].name = p.w.pairName(p.rows[i].Pair)
		}
	}
	if p.turned {
		forward := order
		order = func(a, b *tiedRow) int { return forward(b, a) }
	}
	slices.SortStableFunc(p.rows, func(a, b tiedRow) int { return order(&a, &b) })
	p.tell()
}

// tell says what the table shows, and that there is more beside it.
func (p *tablePage) tell() {
	note := p.w.say.Count("table.ties", len(p.rows), "column", p.w.say.Say("table."+tableColumns[p.column].id))
	if tableColumns[p.column].id == "sure" {
		note += " (" + p.w.say.Say("table.sure.means", "most", p.w.say.Sure(data.MostConfidence)) + ")"
	}
	switch {
	case len(p.rows) == 0:
		note = p.w.say.Say("page.none")
	case p.more > 0:
		note += " · " + p.w.say.Count("table.more", p.more)
	}
	p.note.SetText(note)
}

// tieStance names a tie's stance, and says where nothing of it has happened yet.
func (w *Window) tieStance(t *data.Tie) string {
	return w.stanceOf(t, w.say.Say("stance."+string(t.Stance)))
}

// shortStance is as tieStance, in the fewest words.
func (w *Window) shortStance(t *data.Tie) string {
	if t.Stance == data.Mixed {
		return w.stanceOf(t, w.say.Say("table.mixed"))
	}
	return w.tieStance(t)
}

func (w *Window) stanceOf(t *data.Tie, stance string) string {
	if t.Planned {
		return w.say.Say("table.planned", "stance", stance)
	}
	return stance
}

// table gives the lines in the order that is seen.
func (p *tablePage) table() export.Table {
	t := export.Table{Name: "ties", Columns: []string{"country_a", "country_b", "name_a", "name_b", "stance", "planned", "fields", "reports", "articles",
		"passages", "first", "last", "confidence", "disputed", "accepted", "rejected"}}
	for i := range p.rows {
		r := &p.rows[i]
		t.Rows = append(t.Rows, []any{string(r.Pair[0]), string(r.Pair[1]), p.w.name(r.Pair[0]), p.w.name(r.Pair[1]), string(r.Stance), r.Planned,
			joinFields(r.Fields), r.Reports, r.Articles, r.Passages, r.First, r.Last, r.Confidence, r.Disputed, r.Accepted, r.TieFacts.Rejected})
	}
	return t
}

func joinFields(fields []data.Field) string {
	words := make([]string, len(fields))
	for i, f := range fields {
		words[i] = string(f)
	}
	return strings.Join(words, ";")
}

// tableCell is one cell; a click anywhere opens the tie.
type tableCell struct {
	widget.BaseWidget
	p     *tablePage
	row   int
	back  *ground
	line  *sample
	left  fyne.CanvasObject // the line with its room
	text  *widget.Label
	whole fyne.CanvasObject
}

func newTableCell(p *tablePage) *tableCell {
	c := &tableCell{p: p, back: newGround(look.Notice, 0), line: newSample(p.w.mapTheme), text: widget.NewLabel("")}
	c.text.Truncation = fyne.TextTruncateEllipsis
	c.left = container.NewPadded(container.NewCenter(c.line))
	c.whole = container.NewStack(c.back, container.New(dense{}, container.NewBorder(nil, nil, c.left, nil, c.text)))
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is part of fyne.Widget.
func (c *tableCell) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.whole) }

func (c *tableCell) set(id widget.TableCellID) {
	c.row = id.Row
	if id.Row >= len(c.p.rows) {
		return
	}
	r, column := &c.p.rows[id.Row], &tableColumns[id.Col]
	shown(c.back, r.Pair == c.p.w.session.Route().Pair)
	stance := column.id == "stance"
	shown(c.left, stance)
	if stance {
		c.line.set(r.Stance, r.Reports, r.Planned)
	}
	c.text.Alignment = fyne.TextAlignLeading
	if column.right {
		c.text.Alignment = fyne.TextAlignTrailing
	}
	c.text.SetText(column.text(c.p, r))
}

// Tapped is part of fyne.Tappable.
func (c *tableCell) Tapped(*fyne.PointEvent) { c.p.open(c.row) }

// TappedSecondary offers what can be done with the tie.
func (c *tableCell) TappedSecondary(e *fyne.PointEvent) {
	if c.row < len(c.p.rows) {
		c.p.w.popUp(c.p.w.tieMenu(c.p.rows[c.row].Pair), e)
	}
}

// tableHead is the head of a column; a click sorts.
type tableHead struct {
	widget.BaseWidget
	p      *tablePage
	column int
	text   *widget.Label
}

func newTableHead(p *tablePage) *tableHead {
	h := &tableHead{p: p, text: heading("")}
	h.text.Truncation = fyne.TextTruncateEllipsis
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is part of fyne.Widget.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(dense{}, h.text))
}

func (h *tableHead) set(column int) {
	h.column = column
	h.p.keep(column, h.Size().Width)
	words, p := h.p.w.say.Say("table."+tableColumns[column].id), h.p
	if column == p.column {
		// Numbers and days begin with the highest, words with the first of the alphabet.
		down := tableColumns[column].right || tableColumns[column].id == "last"
		key := map[bool]string{true: "table.down", false: "table.up"}[down != p.turned]
		words = p.w.say.Say(key, "column", words)
	}
	h.text.Alignment = fyne.TextAlignLeading
	if tableColumns[column].right {
		h.text.Alignment = fyne.TextAlignTrailing
	}
	h.text.SetText(words)
}

// Tapped is part of fyne.Tappable.
func (h *tableHead) Tapped(*fyne.PointEvent) { h.p.sortBy(h.column) }
