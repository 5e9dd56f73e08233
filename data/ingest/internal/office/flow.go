package office

import (
	"strings"

	"entente/data/ingest/internal/document"
)

// flow collects paragraphs as a file gives them: paragraphs stand in cells, and text boxes in the midst of paragraphs.
type flow struct {
	doc    *document.Document
	open   []paragraph // those that have begun, the inner ones in text boxes of the outer
	boxes  []string    // paragraphs of text boxes that wait for the end of the paragraph they hang on
	tables []table
}

// paragraph is one that has begun.
type paragraph struct {
	words []byte
	title bool
	quiet bool // nothing of it is kept
}

// table holds the cells of a table's row.
type table struct{ row [][]string }

func (f *flow) begin(title, quiet bool) {
	f.open = append(f.open, paragraph{title: title, quiet: quiet})
}

// write adds words to the innermost paragraph.
func (f *flow) write(s string) {
	if n := len(f.open); n > 0 {
		f.open[n-1].words = append(f.open[n-1].words, s...)
	}
}

// end ends the innermost paragraph and puts it where it belongs.
func (f *flow) end() {
	n := len(f.open) - 1
	if n < 0 {
		return
	}
	p := f.open[n]
	f.open = f.open[:n]
	words := strings.TrimSpace(string(p.words))
	switch {
	case n > 0 && words != "" && !p.quiet:
		f.boxes = append(f.boxes, words)
		return
	case n > 0:
		return
	case !p.quiet:
		f.put(words, p.title)
	}
	for _, box := range f.boxes {
		f.put(box, false)
	}
	f.boxes = nil
}

// put adds a paragraph to the document, or to the last cell of the innermost table's row.
func (f *flow) put(words string, title bool) {
	n := len(f.tables)
	if n == 0 || words == "" {
		f.doc.Add(words, title)
		return
	}
	row := &f.tables[n-1].row
	if len(*row) == 0 {
		*row = append(*row, nil)
	}
	last := &(*row)[len(*row)-1]
	*last = append(*last, words)
}

// A table in a paragraph's text box is read as part of that box, paragraph by paragraph.
func (f *flow) beginTable() {
	if len(f.open) == 0 {
		f.tables = append(f.tables, table{})
	}
}

func (f *flow) beginCell() {
	if n := len(f.tables); n > 0 && len(f.open) == 0 {
		f.tables[n-1].row = append(f.tables[n-1].row, nil)
	}
}

func (f *flow) endRow() {
	n := len(f.tables)
	if n == 0 || len(f.open) > 0 {
		return
	}
	row := f.tables[n-1].row
	f.tables[n-1].row = nil
	if n == 1 {
		f.doc.AddRow(row)
		return
	}
	var inner document.Document // a table in a cell: its rows are paragraphs of that cell
	inner.AddRow(row)
	innermost := f.tables[n-1]
	f.tables = f.tables[:n-1]
	for _, p := range inner.Paragraphs {
		f.put(p.Text, false)
	}
	f.tables = append(f.tables, innermost)
}

func (f *flow) endTable() {
	if n := len(f.tables); n > 0 && len(f.open) == 0 {
		f.endRow()
		f.tables = f.tables[:n-1]
	}
}
