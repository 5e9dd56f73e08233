// Package document is what the readers of files made for paper have in common: paragraphs in reading order, and why a file
// gave none.
package document

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// Document is what a file says: its paragraphs, and what its properties say of it.
type Document struct {
	Title      string // as the properties have it, which may be a left-over of another document
	Paragraphs []Paragraph
}

// Paragraph is a paragraph, a heading or a row of a table, without line breaks but those that were set by hand.
type Paragraph struct {
	Text  string
	Title bool // set as the title of the whole
}

// Why a file gives no document.
var (
	ErrLocked  = errors.New("locked with a password")
	ErrDamaged = errors.New("damaged")
	ErrForeign = errors.New("of another kind")
	ErrLarge   = errors.New("larger when unpacked than is read at once")
	ErrNoText  = errors.New("without text")
	ErrScanned = errors.New("pictures of pages without text")
	ErrGarbled = errors.New("without word on which letters its fonts draw")
)

// Add adds a paragraph unless it is empty.
func (d *Document) Add(words string, title bool) {
	if words = strings.TrimSpace(words); words != "" {
		d.Paragraphs = append(d.Paragraphs, Paragraph{words, title})
	}
}

// longCell is how many bytes a table's cell has at least that holds running text: such tables only lay out a page.
const longCell = 160

// AddRow adds the row of a table: on a line where the cells are short, else cell by cell.
func (d *Document) AddRow(cells [][]string) {
	line := make([]string, 0, len(cells))
	for _, cell := range cells {
		for _, words := range cell {
			if len(words) >= longCell && utf8.RuneCountInString(words) >= longCell/3 {
				d.addCells(cells)
				return
			}
		}
		if words := strings.Join(cell, " "); words != "" {
			line = append(line, words)
		}
	}
	d.Add(strings.Join(line, "\t"), false)
}

func (d *Document) addCells(cells [][]string) {
	for _, cell := range cells {
		for _, words := range cell {
			d.Add(words, false)
		}
	}
}
