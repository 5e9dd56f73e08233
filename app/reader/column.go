package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data"
)

// line is one row of the page: text[start:end], or the caption above a piece of furniture when end is start.
type line struct {
	start, end int
	top        float32
	level      int         // of a heading, 0 for other text
	reason     data.Reason // of a caption
	fold       fold        // of a caption
}

// fold is a stretch of furniture that can be put out of sight: text[start:end].
type fold struct {
	start, end int
	lines      int // that are not blank
	closed     bool
}

func (l *line) caption() bool { return l.reason != "" }

// column is an article's text cut into rows for one width. Rows come from top to bottom.
type column struct {
	lines  []line
	pieces []piece // what is not plain, in order
	height float32
}

// metrics are the distances of a page, in Fyne's units.
type metrics struct {
	width   float32 // of the column of text
	row     float32 // from line to line
	gap     float32 // between paragraphs
	caption float32 // height of a caption row
}

// rulers measure plain and bold words.
type rulers struct{ plain, strong *ruler }

// ruler measures words, and remembers what it measured: an article has few different words, however long it is.
type ruler struct {
	measure func(string) float32
	known   map[string]float32
}

func newRuler(measure func(string) float32) *ruler {
	return &ruler{measure: measure, known: map[string]float32{}}
}

func (r *ruler) width(word string) float32 {
	w, ok := r.known[word]
	if !ok {
		w = r.measure(word)
		r.known[strings.Clone(word)] = w // the clone keeps a word, not the whole article, alive
	}
	return w
}

// lay cuts text into rows no wider than m.width. A line break in the text starts a row; blank lines become a gap. A piece
// of furniture that starts on a row of its own is preceded by a caption with its reason, unless the piece before it, with
// nothing but space between, had the same. closed says which furniture is put out of sight, of that nothing but the
// caption is left; nil shows all.
func lay(text string, omitted []data.Omitted, m metrics, r rulers, closed func(fold) bool) column {
	b := &builder{text: text, omitted: omitted, m: m, r: r, closed: closed}
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		b.paragraph(at, at+end)
		at += end + 1
	}
	return column{lines: b.lines, pieces: b.pieces, height: b.y}
}

// builder is the state of one lay.
type builder struct {
	text    string
	omitted []data.Omitted
	m       metrics
	r       rulers
	closed  func(fold) bool
	lines   []line
	pieces  []piece
	y       float32
	level   int     // of the paragraph, when it is a heading
	dress   []piece // of the paragraph
	unseen  int     // the text before this byte is out of sight
	blank   bool    // a blank line is waiting to become a gap
	next    int     // the first omitted piece that may still start a row
}

func (b *builder) paragraph(start, end int) {
	start += len(b.text[start:end]) - len(strings.TrimLeft(b.text[start:end], " \t"))
	end = start + len(strings.TrimRight(b.text[start:end], " \t"))
	if start >= end {
		b.blank = len(b.lines) > 0
		return
	}
	if end <= b.unseen {
		return
	}
	if b.blank {
		b.y += b.m.gap
		b.blank = false
	}
	if b.captionAt(start); end <= b.unseen {
		return
	}
	b.level, b.dress = dress(b.text, start, end)
	b.pieces = append(b.pieces, b.dress...)
	b.wrap(start, end)
}

// captionAt adds a caption when a piece of furniture starts at or before the row and was not captioned yet.
func (b *builder) captionAt(at int) {
	for b.next < len(b.omitted) && b.omitted[b.next].Start <= at {
		o := b.omitted[b.next]
		b.next++
		if o.End <= at || (b.next > 1 && b.continues(b.omitted[b.next-2], o)) {
			continue
		}
		f := b.foldAt(at)
		if f.closed {
			b.unseen = f.end
		}
		b.lines = append(b.lines, line{start: at, end: at, top: b.y, reason: o.Reason, fold: f})
		b.y += b.m.caption
	}
}

// foldAt gives the furniture that the caption over the row at a byte speaks of: the piece that was reached last, and those
// that continue it.
func (b *builder) foldAt(at int) fold {
	last := b.next - 1
	for last+1 < len(b.omitted) && b.continues(b.omitted[last], b.omitted[last+1]) {
		last++
	}
	f := fold{start: at, end: min(b.omitted[last].End, len(b.text))}
	for l := range strings.Lines(b.text[f.start:f.end]) {
		if strings.TrimSpace(l) != "" {
			f.lines++
		}
	}
	f.closed = b.closed != nil && b.closed(f)
	return f
}

func (b *builder) continues(before, after data.Omitted) bool {
	return before.Reason == after.Reason && before.End <= after.Start && after.Start <= len(b.text) &&
		strings.TrimSpace(b.text[before.End:after.Start]) == ""
}

// wrap fills rows with words. A word that is wider than a row is cut.
func (b *builder) wrap(start, end int) {
	space := b.r.plain.width(" ") * headingSizes[b.level]
	rowStart, x := start, float32(0)
	for at := start; at < end; {
		word := nextWord(b.text[at:end])
		bare := strings.TrimRight(word, " \t")
		w := b.width(at, bare)
		if x+w > b.m.width && at > rowStart {
			b.row(rowStart, at)
			rowStart, x = at, 0
		}
		if w > b.m.width {
			n := b.fit(bare)
			b.row(at, at+n)
			at += n
			rowStart = at
			continue
		}
		x += w + float32(len(word)-len(bare))*space
		at += len(word)
	}
	if rowStart < end {
		b.row(rowStart, end)
	}
}

// fit gives how many bytes of a word fit on a row: at least one rune. Runes are added up one by one, so that a row costs
// no more than its length, however long the word.
func (b *builder) fit(word string) (n int) {
	x := float32(0)
	for i, r := range word {
		x += b.r.strong.width(word[i:i+utf8.RuneLen(r)]) * headingSizes[b.level]
		if x > b.m.width && i > 0 {
			return i
		}
	}
	return len(word)
}

func (b *builder) row(start, end int) {
	end = start + len(strings.TrimRight(b.text[start:end], " \t"))
	b.lines = append(b.lines, line{start: start, end: end, top: b.y, level: b.level})
	b.y += b.m.row * headingSizes[b.level]
}

// width measures a word of the paragraph that stands at a byte of the text, without the signs that are not shown.
func (b *builder) width(at int, word string) (w float32) {
	if b.level == 0 && len(b.dress) == 0 {
		return b.r.plain.width(word)
	}
	for _, p := range cut(b.dress, at, at+len(word)) {
		s := word[p.start-at : p.end-at]
		switch {
		case p.style == hidden:
		case p.style == strong || b.level > 0:
			w += b.r.strong.width(s)
		default:
			w += b.r.plain.width(s)
		}
	}
	return w * headingSizes[b.level]
}

// wordMost is the length in bytes at which a word is cut even where a row may not break: no language has longer ones.
const wordMost = 120

// nextWord gives the text up to the next place where a row may break, with the spaces before it. Text that is written
// without spaces may break after every letter.
func nextWord(s string) string {
	spaces := false
	for i, r := range s {
		switch {
		case i >= wordMost:
			return s[:i]
		case r == ' ' || r == '\t':
			spaces = true
		case spaces:
			return s[:i]
		case i > 0 && (ideographic(r) && !closing(r)):
			return s[:i]
		case i > 0 && !closing(r) && followsIdeograph(s[:i]):
			return s[:i]
		}
	}
	return s
}

func followsIdeograph(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return r >= 0x2E80 && (ideographic(r) || closing(r))
}

// ideographic tells letters that are written without spaces between words. The comparison first keeps Latin text fast.
func ideographic(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// closing tells marks that may not begin a row.
func closing(r rune) bool {
	return r >= 0x3000 && strings.ContainsRune("、。，．！？）」』】〕：；・ー", r)
}

// rowAt gives the index of the row that shows byte at of the text, or of the last one before it.
func (l *column) rowAt(at int) int {
	lo, hi := 0, len(l.lines)
	for lo < hi {
		mid := (lo + hi) / 2
		if l.lines[mid].start > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return max(0, lo-1)
}

// rowAtHeight gives the index of the row at y, or of the last one above it.
func (l *column) rowAtHeight(y float32) int {
	lo, hi := 0, len(l.lines)
	for lo < hi {
		mid := (lo + hi) / 2
		if l.lines[mid].top > y {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return max(0, lo-1)
}
