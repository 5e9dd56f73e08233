package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths and heights that tell how signs belong together, against the size of the letters.
const (
	wordGap   = 0.18 // as wide a gap parts words
	pieceGap  = 0.7  // as wide a gap parts pieces of a line: columns, cells
	nextGap   = 1.2  // where one follows on the other in the file, as wide a gap does
	blankGap  = 4.0  // where a space is written between them, as wide a gap does
	sameLine  = 0.3  // signs that stand apart by less in height are on one line
	noSpace   = 0.08 // a space as narrow as this is pulled together to nothing
	raised    = 0.15 // signs that stand as high above others are raised
	smallSize = 0.8  // against the letters beside them, small signs are
	maxLine   = 4096 // bytes of a line; a page has no longer ones
)

// piece is a run of signs on one line without a wide gap.
type piece struct {
	words string
	x, end, y,
	size float64
	artifact bool
}

// page holds the pieces of a page, from above.
type page struct {
	pieces []piece
	signs  int // with letters
	lost   int // of these, how many the file gives no letters for
}

func newPage(glyphs []glyph) page {
	var p page
	for _, g := range glyphs {
		if !blank(g) {
			p.signs++
			if strings.Contains(g.letters, unknown) || privateUse(g.letters) {
				p.lost++
			}
		}
	}
	if len(glyphs) > 0 {
		p.pieces = join(withoutNotes(runs(glyphs)))
	}
	return p
}

// privateUse says whether letters are of a font's own making.
func privateUse(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Co, r)
}

// garbled says whether the letters of more than a fifth of the signs are not known.
func garbled(pages []page) bool {
	signs, lost := 0, 0
	for _, p := range pages {
		signs, lost = signs+p.signs, lost+p.lost
	}
	return lost*5 > signs
}

// runs puts signs together that follow on one another in the file and on the page.
func runs(glyphs []glyph) []piece {
	var out []piece
	start := 0
	end := 0.0
	flush := func(stop int) {
		if p := newPiece(glyphs[start:stop]); p.words != "" {
			out = append(out, p)
		}
		start = stop
	}
	for i, g := range glyphs {
		first := glyphs[start]
		gap, most := g.x-end, nextGap
		if i > start && blank(glyphs[i-1]) {
			most = blankGap
		}
		if i > start && (math.Abs(g.y-first.y) > sameLine/2*g.size || gap > most*g.size || gap < -g.size/2 ||
			g.size > first.size*1.3 || g.size < first.size*smallSize || g.artifact != first.artifact) {
			flush(i)
		}
		end = max(g.end, g.x)
	}
	flush(len(glyphs))
	return out
}

// newPiece writes the words of signs that follow on one another.
func newPiece(glyphs []glyph) piece {
	for len(glyphs) > 0 && blank(glyphs[0]) {
		glyphs = glyphs[1:]
	}
	if len(glyphs) == 0 {
		return piece{}
	}
	p := piece{x: glyphs[0].x, end: glyphs[0].end, y: glyphs[0].y, size: glyphs[0].size, artifact: glyphs[0].artifact}
	limit := wordGap * p.size
	if spaced := spacing(glyphs); spaced > limit {
		limit = 1.6 * spaced
	}
	var b strings.Builder
	for i, g := range glyphs {
		if i > 0 && g.x-glyphs[i-1].end > limit {
			space(&b, g.letters)
		}
		switch {
		case !blank(g):
			b.WriteString(g.letters)
			p.end = max(p.end, g.end)
		case g.end-g.x > noSpace*p.size:
			space(&b, "")
		}
	}
	p.words = ligatures.Replace(strings.TrimRight(b.String(), " "))
	if privateUse(p.words) && utf8.RuneCountInString(p.words) == 1 {
		p.words = "•" // the sign of a list, from a font of signs
	}
	return p
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u00a0", " ")

// spacing gives the usual gap between signs, which is wide where words are spaced out to stand out.
func spacing(glyphs []glyph) float64 {
	gaps := make([]float64, 0, len(glyphs))
	for i := 1; i < len(glyphs); i++ {
		if !blank(glyphs[i]) && !blank(glyphs[i-1]) {
			gaps = append(gaps, glyphs[i].x-glyphs[i-1].end)
		}
	}
	if len(gaps) < 4 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/3]
}

func blank(g glyph) bool { return strings.TrimSpace(g.letters) == "" }

// space adds a space where one is due before the letters that follow: none between signs of scripts without spaces, nor
// before signs that end a sentence.
func space(b *strings.Builder, next string) {
	s := b.String()
	last, _ := utf8.DecodeLastRuneInString(s)
	first, _ := utf8.DecodeRuneInString(next)
	if s == "" || last == ' ' || next != "" && (eastern(last) && eastern(first) || strings.ContainsRune(".,;:)!?", first)) {
		return
	}
	b.WriteByte(' ')
}

// eastern says whether a sign is of a script without spaces.
func eastern(r rune) bool {
	return r >= 0x2e80 && r < 0xa000 || r >= 0xf900 && r < 0xfb00 || r >= 0xff00 && r < 0xfff0
}

// withoutNotes takes the small raised signs away that lead to footnotes.
func withoutNotes(pieces []piece) []piece {
	out := make([]piece, 0, len(pieces))
	for i := range pieces {
		if !leadsToNote(pieces, i) {
			out = append(out, pieces[i])
		}
	}
	return out
}

// leadsToNote says whether a piece is a small raised number or sign right after words. In the file it stands near them.
func leadsToNote(pieces []piece, i int) bool {
	p := pieces[i]
	if len(p.words) > 8 || strings.Trim(p.words, "0123456789*†‡§,[] ") != "" {
		return false
	}
	for k := max(i-3, 0); k < min(i+4, len(pieces)); k++ {
		q := pieces[k]
		up := p.y - q.y
		if k != i && p.size < q.size*smallSize && up > raised*q.size && up < 0.8*q.size && p.x > q.x && p.x-q.end < q.size/2 && q.end-p.x < q.size/2 {
			return true
		}
	}
	return false
}

// join puts pieces of one line together that have no wide gap between them, and orders lines from above.
func join(pieces []piece) []piece {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(b.y, a.y) })
	var out []piece
	for start := 0; start < len(pieces); {
		stop := start + 1
		for stop < len(pieces) && pieces[start].y-pieces[stop].y < sameLine*max(pieces[start].size, pieces[stop].size) {
			stop++
		}
		line := pieces[start:stop]
		slices.SortStableFunc(line, func(a, b piece) int { return cmp.Compare(a.x, b.x) })
		first := len(out)
		for _, p := range line {
			if len(out) == first || !glue(&out[len(out)-1], p) {
				out = append(out, p)
			}
		}
		start = stop
	}
	return out
}

// glue adds p to the piece before it on the same line, or says false. Words that are drawn twice, to look bold, are taken once.
func glue(before *piece, p piece) bool {
	size := max(before.size, p.size)
	gap := p.x - before.end
	if p.words == before.words && math.Abs(p.x-before.x) < size/4 {
		return true
	}
	if gap > pieceGap*size || gap < -size/2 || len(before.words) > maxLine || before.artifact != p.artifact {
		return false
	}
	var b strings.Builder
	b.WriteString(before.words)
	if gap > wordGap*size {
		space(&b, p.words)
	}
	b.WriteString(p.words)
	if utf8.RuneCountInString(p.words) > utf8.RuneCountInString(before.words) {
		before.size, before.y = p.size, p.y
	}
	before.words, before.end = b.String(), max(before.end, p.end)
	return true
}
