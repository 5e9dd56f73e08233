package reader

import (
	"sort"
	"strings"

	"entente/data/text"
)

// style is how a piece of text differs from plain text.
type style uint8

const (
	plainStyle style = iota
	strong           // bold
	hidden           // a sign of Markdown, which takes no room; the text that positions count in keeps it
)

// piece is a range of the text that is not plain.
type piece struct {
	start, end int
	style      style
}

// headingSizes are the sizes of Markdown's headings by level, against plain text.
var headingSizes = [7]float32{1, 1.35, 1.2, 1.1, 1, 1, 1}

// dress finds Markdown's signs in a line of the text, text[start:end], and the bold type between them. The level is 0 for
// what is no heading.
func dress(words string, start, end int) (level int, pieces []piece) {
	open := -1 // where bold type began
	for _, s := range text.Signs(words[start:end]) {
		at, to := start+s.Start, start+s.End
		switch sign := words[at:to]; {
		case sign[0] == '#':
			level = strings.Count(sign, "#")
		case strings.HasPrefix(sign, "**") && open < 0:
			open = to
		case strings.HasPrefix(sign, "**"):
			pieces = embolden(pieces, open, at)
			open = -1
		}
		pieces = append(pieces, piece{at, to, hidden})
	}
	return level, pieces
}

// embolden makes what is plain between two places strong; the last pieces lie between them.
func embolden(pieces []piece, from, to int) (out []piece) {
	i := sort.Search(len(pieces), func(i int) bool { return pieces[i].start >= from })
	out = append(out, pieces[:i]...)
	for _, p := range cut(pieces, from, to) {
		if p.style == plainStyle {
			p.style = strong
		}
		out = append(out, p)
	}
	return out
}

// cut cuts text[start:end] where pieces, sorted and apart, begin or end.
func cut(pieces []piece, start, end int) []piece {
	var out []piece
	i := sort.Search(len(pieces), func(i int) bool { return pieces[i].end > start })
	for at := start; at < end; {
		switch {
		case i == len(pieces) || pieces[i].start >= end:
			return append(out, piece{at, end, plainStyle})
		case pieces[i].start > at:
			out = append(out, piece{at, pieces[i].start, plainStyle})
			at = pieces[i].start
		default:
			stop := min(end, pieces[i].end)
			out = append(out, piece{at, stop, pieces[i].style})
			at = stop
			i++
		}
	}
	return out
}
