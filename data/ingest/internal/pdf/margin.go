package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

const (
	marginLines = 4 // lines above and below the text of a page, at the most
	marginSlack = 3 // points by which a page header may move
)

// place is what a line in a margin is known by on other pages: its words with all numbers alike.
type place struct {
	words string
	top   bool
}

// withoutMargins takes page headers, page footers and page numbers from the pages, and what the file itself calls no part
// of the text unless that is most of it. Where nothing would be left, all stays.
func withoutMargins(pages []page) {
	whole := make([][]piece, len(pages))
	for i := range pages {
		whole[i] = slices.Clone(pages[i].pieces)
	}
	defer func() {
		if _, left := count(pages); left == 0 {
			for i := range pages {
				pages[i].pieces = whole[i]
			}
		}
	}()
	if artifacts, all := count(pages); artifacts*2 < all {
		for i := range pages {
			pages[i].pieces = filter(pages[i].pieces, func(p piece) bool { return !p.artifact })
		}
	}
	seen := map[place][]float64{}
	for _, p := range pages {
		for _, top := range []bool{true, false} {
			for _, row := range edge(p.pieces, top) {
				key := place{shape(row), top}
				seen[key] = append(seen[key], row[0].y)
			}
		}
	}
	for i := range pages {
		for _, top := range []bool{true, false} {
			pages[i].pieces = peel(pages[i].pieces, top, len(pages), seen)
		}
	}
}

func count(pages []page) (artifacts, all int) {
	for _, page := range pages {
		for _, p := range page.pieces {
			all += len(p.words)
			if p.artifact {
				artifacts += len(p.words)
			}
		}
	}
	return artifacts, all
}

func filter(pieces []piece, keep func(piece) bool) []piece {
	out := pieces[:0]
	for _, p := range pieces {
		if keep(p) {
			out = append(out, p)
		}
	}
	return out
}

// edge gives the lines at the top or at the bottom of a page, the outermost first.
func edge(pieces []piece, top bool) [][]piece {
	var rows [][]piece
	for len(pieces) > 0 && len(rows) < marginLines {
		var row []piece
		row, pieces = outermost(pieces, top)
		rows = append(rows, row)
	}
	return rows
}

// outermost parts the first or the last line from the others.
func outermost(pieces []piece, top bool) (row, rest []piece) {
	n := 1
	if top {
		for n < len(pieces) && pieces[0].y-pieces[n].y < sameLine*pieces[0].size {
			n++
		}
		return pieces[:n], pieces[n:]
	}
	last := len(pieces) - 1
	for n <= last && pieces[last-n].y-pieces[last].y < sameLine*pieces[last].size {
		n++
	}
	return pieces[last+1-n:], pieces[:last+1-n]
}

// shape gives the words of a line with every number as one sign.
func shape(row []piece) string {
	var b strings.Builder
	for _, p := range row {
		digits := false
		for _, r := range p.words {
			switch {
			case !unicode.IsDigit(r):
				b.WriteRune(unicode.ToLower(r))
			case !digits:
				b.WriteByte('#')
			}
			digits = unicode.IsDigit(r)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// peel takes lines from a page's edge as long as they are page numbers or stand on other pages too.
func peel(pieces []piece, top bool, pages int, seen map[place][]float64) []piece {
	for range marginLines {
		if len(pieces) == 0 {
			break
		}
		row, rest := outermost(pieces, top)
		words := shape(row)
		if !numbering(words) && !repeated(seen[place{words, top}], row[0].y, pages) {
			break
		}
		pieces = rest
	}
	return pieces
}

// numbering says whether a line at the edge of a page only numbers it: "12", "– 12 –", "Page 3 of 10", "3/10".
func numbering(words string) bool {
	words = strings.Trim(words, "-–—|·•[]() ")
	switch words {
	case "#", "#/#", "# / #", "# of #", "page #", "page # of #", "p. #", "# | p a g e", "page | #", "seite #", "seite # von #", "página #", "página # de #",
		"pagina #", "pagina # din #", "страница #", "стр. #", "strana #", "str. #", "第#页", "第 # 页", "#ページ":
		return true
	}
	return words != "" && len(words) <= 5 && strings.Trim(words, "ivxl") == ""
}

// repeated says whether a line stands at about the same height on enough pages: on a quarter of them, and on three or on all.
func repeated(heights []float64, y float64, pages int) bool {
	n := 0
	for _, h := range heights {
		if math.Abs(h-y) <= marginSlack {
			n++
		}
	}
	return n >= 2 && n*4 >= pages && (n >= 3 || n == pages)
}
