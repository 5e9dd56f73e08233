package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/rivo/uniseg"
)

// table prints rows in aligned columns, counting the cells of a terminal rather than characters, so that Japanese and
// combining marks line up too. Columns named in right are aligned to the right.
type table struct {
	head  []string
	right map[int]bool
	rows  [][]string
}

// cellLimit is the widest cell that is printed whole; longer ones end in an ellipsis.
const cellLimit = 60

func newTable(head ...string) *table { return &table{head: head, right: map[int]bool{}} }

// number marks columns that hold numbers.
func (t *table) number(columns ...int) *table {
	for _, c := range columns {
		t.right[c] = true
	}
	return t
}

// add takes one row; each value is printed as fmt.Sprint does.
func (t *table) add(values ...any) {
	row := make([]string, len(values))
	for i, v := range values {
		row[i] = shorten(oneLine(fmt.Sprint(v)), cellLimit)
	}
	t.rows = append(t.rows, row)
}

// write prints the table. An empty one prints its head only, so that a reader sees what there could have been.
func (t *table) write(w io.Writer) error {
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
		}
	}
	var b strings.Builder
	for _, row := range append([][]string{t.head}, t.rows...) {
		b.WriteString(t.line(row, widths) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *table) line(row []string, widths []int) string {
	var b strings.Builder
	for i, cell := range row {
		gap := strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell))
		if t.right[i] {
			cell, gap = gap+cell, ""
		}
		b.WriteString(cell + gap + "  ")
	}
	return strings.TrimRight(b.String(), " ")
}

// oneLine makes any white space, and what a terminal would obey as a command, one blank.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || (r >= 0x80 && r <= 0xa0) }), " ")
}

// shorten cuts s to at most limit cells, on the edge of what a reader sees as a character.
func shorten(s string, limit int) string {
	if uniseg.StringWidth(s) <= limit {
		return s
	}
	var b strings.Builder
	width, state := 0, -1
	for rest := s; rest != ""; {
		var cluster string
		var cells int
		cluster, rest, cells, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if width+cells > limit-1 {
			break
		}
		b.WriteString(cluster)
		width += cells
	}
	return strings.TrimRight(b.String(), " ") + "…"
}
