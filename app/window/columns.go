package window

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/look"
)

// span is how wide a column of a table must be at least, and how wide it would show all that is in it.
type span struct {
	least, whole float32
	kept         bool // it stretches no more
}

// shareWidth gives columns their widths in a table with a gap between each two, so that no column is cut at its edge: as many
// of the first as have room share the width, and those that stretch take what is left. The others follow beyond the edge.
func shareWidth(width, gap float32, columns []span, stretch int) (widths []float32, seen int) {
	left := width + gap
	for seen < len(columns) && (seen == 0 || left >= columns[seen].least+gap) {
		left -= columns[seen].least + gap
		seen++
	}
	left = max(left, 0)
	widths = make([]float32, len(columns))
	lacking := float32(0)
	for i, c := range columns {
		widths[i] = c.least
		if i < seen {
			lacking += c.whole - c.least
		} else {
			widths[i] = c.whole
		}
	}
	part := float32(1) // of what each column lacks
	if lacking > left {
		part = left / lacking
	}
	var stretching []int
	for i := range seen {
		widths[i] += part * (columns[i].whole - columns[i].least)
		if i < stretch && !columns[i].kept {
			stretching = append(stretching, i)
		}
	}
	for _, i := range stretching {
		widths[i] += (left - part*lacking) / float32(len(stretching))
	}
	return widths, seen
}

// tableGrid is Fyne's table, of which the rows can be scrolled from without.
type tableGrid struct {
	widget.Table
	rows fyne.Scrollable
}

func newTableGrid() *tableGrid {
	g := &tableGrid{}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is part of fyne.Widget.
func (g *tableGrid) CreateRenderer() fyne.WidgetRenderer {
	r := g.Table.CreateRenderer()
	parts := r.Objects()
	g.rows, _ = parts[len(parts)-1].(fyne.Scrollable) // they lie over the heads and the columns that stay
	return r
}

// wheel lies over a table and lets the mouse wheel move the rows wherever the pointer is. Fyne's table itself swallows the
// wheel over its head and over the columns that stay.
type wheel struct {
	widget.BaseWidget
	grid *tableGrid
}

func newWheel(grid *tableGrid) *wheel {
	w := &wheel{grid: grid}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer is part of fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// Scrolled is part of fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if w.grid.rows != nil {
		w.grid.rows.Scrolled(e)
	}
}

// tableRoom gives the columns of the table their widths where it changes its size. Its least size does not follow them, so
// that a column never keeps the window from becoming narrower.
type tableRoom struct{ p *tablePage }

// Layout is part of fyne.Layout.
func (r tableRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.p.fit(size.Width)
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is part of fyne.Layout.
func (tableRoom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 80) }

// Bounds of the columns of words; those of numbers and days are as wide as their heads and what is in them.
const (
	fieldsLeast = 120
	stanceLeast = 170
	namesLeast  = 160
	wordsMost   = 280
	wordy       = 3 // columns, which are the first
)

// measure finds out how wide the columns would like to be for the rows as they are.
func (p *tablePage) measure() {
	p.spans = make([]span, len(tableColumns))
	for i := range tableColumns {
		c := &tableColumns[i]
		head := p.w.say.Say("table.down", "column", p.w.say.Say("table."+c.id))
		longest, runes := "", 0
		for k := range p.rows {
			if text := c.text(p, &p.rows[k]); utf8.RuneCountInString(text) > runes {
				longest, runes = text, utf8.RuneCountInString(text)
			}
		}
		words := cellWidth(longest, false)
		if c.id == "stance" {
			words += sampleWidth + 3*theme.Padding() // the sample of its line
		}
		whole := min(max(cellWidth(head, true), words), look.Fit(wordsMost))
		p.spans[i] = span{least: whole, whole: whole}
		switch c.id {
		case "countries":
			p.spans[i].least = min(whole, look.Fit(namesLeast))
		case "stance":
			p.spans[i].least = min(whole, look.Fit(stanceLeast))
		case "fields":
			p.spans[i].least = min(whole, look.Fit(fieldsLeast))
		}
		if width, ok := p.kept[i]; ok {
			p.spans[i] = span{width, width, true}
		}
	}
}

// cellWidth is the width of a cell with these words.
func cellWidth(words string, bold bool) float32 {
	return fyne.MeasureText(words, theme.TextSize(), fyne.TextStyle{Bold: bold}).Width + 2*theme.InnerPadding() + 1
}

// keep takes the width that a column is seen with for one that a person wants, where it is not the one that it was given.
func (p *tablePage) keep(column int, width float32) {
	if given, ok := p.given[column]; ok && width > 0 && width != given {
		p.given[column], p.kept[column] = width, width
		p.spans[column] = span{width, width, true}
	}
}

// fit shares a width among the columns, and tells how many have no room in it.
func (p *tablePage) fit(width float32) {
	if width <= 0 || len(p.spans) == 0 {
		return
	}
	// The bar that scrolls lies over the gap behind the last column.
	widths, seen := shareWidth(width-theme.Padding(), theme.Padding(), p.spans, wordy)
	// A column that stays while the others move has to leave them room.
	if sticky := min(1, seen-1); sticky != p.grid.StickyColumnCount {
		p.grid.StickyColumnCount = sticky
		p.grid.ScrollToLeading()
	}
	for i, w := range widths {
		p.given[i] = w
		p.grid.SetColumnWidth(i, w)
	}
	if more := len(widths) - seen; more != p.more {
		p.more = more
		p.tell()
	}
}
