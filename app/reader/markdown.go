package reader

import (
	"sort"
	"strings"
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

// dress finds Markdown's headings and bold type in a line of the text, text[start:end]. The level is 0 for what is no
// heading.
func dress(text string, start, end int) (level int, pieces []piece) {
	s := text[start:end]
	if signs := len(s) - len(strings.TrimLeft(s, "#")); signs > 0 && signs <= 6 {
		if words := strings.TrimLeft(s[signs:], " \t"); words != "" && len(words) < len(s)-signs {
			level = signs
			pieces = append(pieces, piece{start, end - len(words), hidden})
			start = end - len(words)
		}
	}
	for at := start; ; {
		from, to := bold(text[at:end])
		if from < 0 {
			return level, pieces
		}
		pieces = append(pieces, piece{at + from, at + from + 2, hidden}, piece{at + from + 2, at + to, strong}, piece{at + to, at + to + 2, hidden})
		at += to + 2
	}
}

// bold finds words between two pairs of asterisks: from is where the first pair stands and to where the second does; -1
// for none.
func bold(s string) (from, to int) {
	from = strings.Index(s, "**")
	if from < 0 {
		return -1, -1
	}
	length := strings.Index(s[from+2:], "**")
	if length <= 0 {
		return -1, -1
	}
	to = from + 2 + length
	if inside := s[from+2 : to]; strings.TrimSpace(inside) != inside {
		return -1, -1
	}
	return from, to
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
