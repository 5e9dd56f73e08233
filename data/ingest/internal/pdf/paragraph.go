package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data/ingest/internal/document"
)

const (
	newGap    = 1.3  // against the usual one, as wide a space between lines parts paragraphs
	cellGap   = 1.5  // against the size of the letters, as wide a gap parts the cells of a table
	newSize   = 1.12 // letters that are as much larger or smaller are of another paragraph
	indent    = 0.8  // of a letter's size, a first line stands in by more
	noteSize  = 0.92 // against the usual one, smaller letters at the foot of a page are of notes
	titleSize = 1.12 // against the usual one, a title's letters are larger
)

// paragraph is one that is being put together.
type paragraph struct {
	words string
	size  float64
	last  piece // its last line
	in    *column
	row   bool // a line of a table
}

// composer makes paragraphs of lines.
type composer struct {
	size, leading float64
	known         map[string]bool // words that are not parted, in small letters
	done          []paragraph
	notes         []paragraph // small print at the foot of pages, put at the end
}

// compose makes a document of pages. It asks hurry now and then, which may end it.
func compose(pages []page, hurry func()) *document.Document {
	withoutMargins(pages)
	all := make([][]column, len(pages))
	for i, p := range pages {
		hurry()
		all[i] = columns(p.pieces, 0)
	}
	c := composer{known: map[string]bool{}}
	c.measure(all)
	for _, page := range all {
		first := len(c.done)
		for i := range page {
			c.column(&page[i])
		}
		c.foot(first)
	}
	doc := &document.Document{}
	title := c.title()
	for i, p := range append(c.done, c.notes...) {
		doc.Add(p.words, i == title)
	}
	return doc
}

// measure finds the usual size of letters and distance of lines, and learns the words.
func (c *composer) measure(pages [][]column) {
	sizes := map[float64]int{}
	var gaps []float64
	for _, page := range pages {
		for _, column := range page {
			for i, l := range column.lines {
				sizes[math.Round(l.size*2)/2] += len(l.words)
				c.learn(l.words)
				if i > 0 {
					if gap := (column.lines[i-1].y - l.y) / l.size; gap > 0.8 && gap < 4 {
						gaps = append(gaps, gap)
					}
				}
			}
		}
	}
	most := 0
	for size, n := range sizes {
		if n > most || n == most && size < c.size {
			most, c.size = n, size
		}
	}
	c.leading = 1.2
	if len(gaps) > 0 {
		slices.Sort(gaps)
		c.leading = gaps[len(gaps)/3]
	}
}

// learn notes the words of a line that are whole.
func (c *composer) learn(line string) {
	words := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' })
	for i, w := range words {
		if i < len(words)-1 || !strings.HasSuffix(line, w) || !strings.HasSuffix(w, "-") {
			c.known[strings.ToLower(w)] = true
		}
	}
}

// column adds the lines of a column.
func (c *composer) column(in *column) {
	for i := 0; i < len(in.lines); {
		stop := i + 1
		for stop < len(in.lines) && in.lines[i].y-in.lines[stop].y < sameLine*in.lines[i].size {
			stop++
		}
		c.line(in.lines[i:stop], in)
		i = stop
	}
}

// line adds a line: to the last paragraph, or as the first of another.
func (c *composer) line(pieces []piece, in *column) {
	l, row, even := pieces[0], false, justified(pieces, in)
	for i, p := range pieces[1:] {
		by := " "
		if sign := i == 0 && utf8.RuneCountInString(l.words) <= 3; !sign && !even && p.x-l.end > cellGap*l.size {
			by, row = "\t", true
		}
		l.words += by + p.words
		l.end = max(l.end, p.end)
	}
	n := len(c.done)
	if n == 0 || row || c.done[n-1].row || c.begins(&c.done[n-1], l, in) {
		c.done = append(c.done, paragraph{words: l.words, size: l.size, last: l, in: in, row: row})
		return
	}
	p := &c.done[n-1]
	p.words = c.joined(p.words, l.words)
	p.last, p.in = l, in
}

// justified says whether the pieces of a line are words that were drawn apart evenly to fill it.
func justified(pieces []piece, in *column) bool {
	first, last := pieces[0], pieces[len(pieces)-1]
	if first.x-in.start > 3*first.size || in.end-last.end > first.size/2 {
		return false
	}
	least, most := math.Inf(1), 0.0
	for i, p := range pieces[1:] {
		gap := p.x - pieces[i].end
		least, most = min(least, gap), max(most, gap)
	}
	return most < least*1.25
}

// begins says whether a line begins a paragraph after p.
func (c *composer) begins(p *paragraph, l piece, in *column) bool {
	switch {
	case listed(l.words) || l.size > p.size*newSize || l.size*newSize < p.size:
		return true
	case p.in != in:
		return !c.goesOn(p, l)
	}
	gap := (p.last.y - l.y) / l.size
	switch {
	case gap > c.leading*newGap || gap < 0:
		return gap < 0 || gap > c.leading*newGap && !(p.size > c.size*titleSize && gap < c.leading*newGap*1.25)
	case p.size > c.size*titleSize:
		return false
	case l.x > p.last.x+indent*l.size && l.x > in.start+indent*l.size && !listed(p.words):
		return true
	}
	return c.short(p, l)
}

// short says whether the last line of p ends although the first word of the next one would have had room on it.
func (c *composer) short(p *paragraph, l piece) bool {
	word, _, _ := strings.Cut(l.words, " ")
	letters := max(utf8.RuneCountInString(l.words), 1)
	width := (l.end - l.x) / float64(letters) * float64(utf8.RuneCountInString(word)+1)
	if r, _ := utf8.DecodeRuneInString(word); eastern(r) {
		width = 2 * l.size
	}
	room := p.in.end - p.last.end - width
	if ended(p.words) {
		return room > 0.5*l.size
	}
	return room > 3*l.size && room > (p.in.end-p.in.start)*0.15
}

// goesOn says whether a paragraph goes on in another column or on another page.
func (c *composer) goesOn(p *paragraph, l piece) bool {
	first, _ := utf8.DecodeRuneInString(l.words)
	if ended(p.words) || p.row {
		return false
	}
	return unicode.IsLower(first) || !c.short(p, l) && p.size < c.size*titleSize
}

// ended says whether words end as a sentence does.
func ended(words string) bool {
	words = strings.TrimRight(words, "\"'”’»)]」』 ")
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?:;。！？…", last)
}

// listed says whether words begin as an item of a list does.
func listed(words string) bool {
	first, size := utf8.DecodeRuneInString(words)
	if strings.ContainsRune("•●○▪■◦‣–—*·", first) && strings.HasPrefix(words[size:], " ") {
		return true
	}
	mark, _, ok := strings.Cut(words, " ")
	return ok && len(mark) <= 4 && len(mark) >= 2 && (strings.HasSuffix(mark, ".") || strings.HasSuffix(mark, ")")) &&
		strings.Trim(mark, "0123456789.()") == ""
}

// compounds are first parts of words that keep their hyphen.
var compounds = map[string]bool{"self": true, "ex": true, "well": true, "long": true, "short": true, "high": true, "low": true, "half": true,
	"vice": true, "non": true, "cross": true, "so": true, "all": true, "mid": true, "three": true, "two": true, "one": true}

// joined puts the next line after words. A word that was parted at the line's end becomes one, unless its hyphen is its own.
func (c *composer) joined(words, line string) string {
	if soft, ok := strings.CutSuffix(words, "\u00ad"); ok {
		return soft + line
	}
	last, size := utf8.DecodeLastRuneInString(words)
	first, _ := utf8.DecodeRuneInString(line)
	before, _ := utf8.DecodeLastRuneInString(words[:len(words)-size])
	switch {
	case (last == '-' || last == '‐') && unicode.IsLetter(before) && unicode.IsLower(first):
		if c.ownHyphen(words, line) {
			return words + line
		}
		return words[:len(words)-size] + line
	case (last == '-' || last == '‐') && (unicode.IsLetter(before) || unicode.IsDigit(before)):
		return words + line
	case eastern(last) && eastern(first), (last == '–' || last == '—' || last == '/') && unicode.IsLetter(before):
		return words + line
	}
	return words + " " + line
}

// ownHyphen says whether a word that a line's end parts has a hyphen there anyway.
func (c *composer) ownHyphen(words, line string) bool {
	start := strings.LastIndexFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '‐' }) + 1
	left := strings.ToLower(strings.TrimRight(words[start:], "-‐"))
	right := line
	if stop := strings.IndexFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }); stop >= 0 {
		right = line[:stop]
	}
	right = strings.ToLower(right)
	switch {
	case c.known[left+right]:
		return false
	case c.known[left+"-"+right]:
		return true
	}
	return compounds[left]
}

// foot moves small print from the foot of a page to the end of all, so that it does not stand between two pages.
func (c *composer) foot(first int) {
	n := len(c.done)
	for n > first && c.done[n-1].size < c.size*noteSize {
		n--
	}
	if n > first {
		c.notes = append(c.notes, c.done[n:]...)
		c.done = c.done[:n]
	}
}

// mostTitle is where a title stands at the latest, counted in paragraphs.
const mostTitle = 12

// title finds the paragraph with the largest letters near the beginning; -1 where none has larger ones than usual.
func (c *composer) title() int {
	best, size := -1, c.size*titleSize
	for i, p := range c.done[:min(len(c.done), mostTitle)] {
		if p.size > size*1.02 && utf8.RuneCountInString(p.words) >= 8 && strings.Contains(p.words, " ") || p.size > size*1.02 && eastern(firstOf(p.words)) {
			best, size = i, p.size
		}
	}
	return best
}

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
