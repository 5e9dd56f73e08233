package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

// maxCueWords is the longest block that is looked at for phrases of furniture: what is longer is prose.
const maxCueWords = 80

// block is a paragraph, heading or line of the text with what can be told from itself alone.
type block struct {
	data.Span
	words     int // running words; for scripts without spaces, two signs count as one
	sentence  bool
	truncated bool // breaks off with dots, as teasers do
	quoted    bool // ends with a closing quotation mark
	bullet    bool // begins with an arrow or >, as lists of links do
	capital   bool // begins with a capital letter, or has a script without case
	colon     bool // ends with a colon
	label     bool // has words after a colon
	cued      bool
	cue       cue
	link      float32 // for navigation: separators, brackets and words run together
	repeated  bool    // the same short words stand elsewhere too
	overlap   float32 // share of its words that the body also uses; -1 when not known
	hint      hints   // what the page's markup says; zero for plain text
	title     bool    // the page itself calls these words its title
}

// hints are scores for the states that come from a page's markup.
type hints [states]float32

// blocksOf cuts a plain text into blocks.
func blocksOf(s string) []block {
	spans := lines(s)
	out := make([]block, len(spans))
	for i, span := range spans {
		out[i] = blockOf(s, span)
	}
	if len(spans) > 1 && keyed(s[spans[0].Start:]) == "" && keyed(s[spans[1].Start:]) != "" {
		out[0].title = true // a program put the facts of the article below it
	}
	markRepeated(s, out)
	return out
}

// wrapMin is the length in bytes from which a line may have been broken by a program that wraps lines.
const wrapMin = 45

// lines cuts a text at its line ends, and puts paragraphs that were wrapped together again. Unlike text.Paragraphs it
// is shy of joining: a button below a teaser is two blocks, whatever letter it begins with.
func lines(s string) []data.Span {
	var out, run []data.Span
	for start := 0; start <= len(s); {
		end := len(s)
		if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
			end = start + n
		}
		if line := trimmed(s, start, end); line.Len() > 0 {
			run = append(run, line)
		} else if len(run) > 0 {
			out, run = appendRun(out, s, run), run[:0]
		}
		start = end + 1
	}
	return appendRun(out, s, run)
}

func trimmed(s string, start, end int) data.Span {
	line := s[start:end]
	left := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
	return data.Span{Start: start + left, End: start + max(left, len(strings.TrimRightFunc(line, unicode.IsSpace)))}
}

// appendRun appends the blocks of lines that no blank line parts. They are one wrapped paragraph where a third of them
// go on in lower case.
func appendRun(out []data.Span, s string, run []data.Span) []data.Span {
	lower := 0
	for _, l := range run {
		if first, _ := utf8.DecodeRuneInString(s[l.Start:]); unicode.IsLower(first) {
			lower++
		}
	}
	wrapped := lower*3 >= len(run)
	for i, l := range run {
		if i > 0 && wrapped && run[i-1].Len() >= wrapMin && run[i-1].Len() <= 2*wrapMin+30 && !ends(s[run[i-1].Start:run[i-1].End], s[l.Start:l.End]) {
			out[len(out)-1].End = l.End
			continue
		}
		out = append(out, l)
	}
	return out
}

// ends says whether a line is over: it breaks off with dots, or the next one is a list item or has a key.
func ends(line, next string) bool {
	return keyed(next) != "" || strings.HasSuffix(line, "...") || strings.HasSuffix(line, "…") || strings.HasPrefix(next, "- ") ||
		strings.HasPrefix(next, "• ") || strings.HasPrefix(next, "* ") || strings.HasPrefix(next, "> ")
}

// keys are what programs that save pages put before the facts of an article, each on a line of its own: "byline: A. Writer".
var keys = map[string]bool{"affiliate": true, "author": true, "authors": true, "byline": true, "canonical": true, "caption": true, "categories": true, "category": true,
	"creators": true, "cutline": true, "date": true, "image": true, "lang": true, "language": true, "layout": true, "link": true, "permalink": true, "pubdate": true,
	"publish_date": true, "published": true, "published_at": true, "publisher": true, "slug": true, "source": true, "tags": true, "url": true}

// keyed gives the key that a line begins with, "" for none.
func keyed(line string) string {
	const longest = len("publish_date:")
	key, _, ok := strings.Cut(line[:min(len(line), longest)], ":")
	if key = strings.ToLower(key); !ok || !keys[key] {
		return ""
	}
	return key
}

// blockOf looks at one block.
func blockOf(s string, span data.Span) block {
	words := s[span.Start:span.End]
	b := block{Span: span, words: countWords(words), overlap: -1}
	b.ending(words)
	b.sentence = b.sentence || !b.truncated && b.words > 22 && (strings.Contains(words, ". ") || strings.Contains(words, "。"))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, "\"'“„«»‘’([{*-–—•·>› \t"))
	b.capital = !unicode.IsLower(first)
	b.bullet = strings.HasPrefix(words, "> ") || strings.HasPrefix(words, "» ") || strings.HasPrefix(words, "› ") ||
		strings.HasPrefix(words, "▸") || strings.HasPrefix(words, "▶") || strings.HasPrefix(words, "→") || timed(words)
	if b.words <= maxCueWords {
		b.look(words)
	}
	return b
}

// timed says whether a line begins with a time of day, as lists of the latest news do: "18:52 Headline".
func timed(words string) bool {
	hours, rest, ok := strings.Cut(words[:min(len(words), 12)], ":")
	return ok && len(hours) >= 1 && len(hours) <= 2 && strings.Trim(hours, "0123456789") == "" &&
		len(rest) > 3 && strings.Trim(rest[:2], "0123456789") == "" && rest[2] == ' '
}

// countWords counts runs of letters and digits.
func countWords(s string) int {
	n, east, in := 0, 0, false
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '\'' && in
			if letter && !in {
				n++
			}
			in = letter
		case isEastern(r):
			east++
			in = false
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '’' && in:
			if !in {
				n++
			}
			in = true
		default:
			in = false
		}
	}
	return n + (east+1)/2
}

// ending sees how a block ends.
func (b *block) ending(words string) {
	trimmed := strings.TrimRight(words, " \t\n)]）】*")
	bare := strings.TrimRight(trimmed, "\"'“”»«’‘」』")
	b.quoted = len(bare) < len(trimmed)
	b.colon = strings.HasSuffix(trimmed, ":") || strings.HasSuffix(trimmed, "：")
	switch {
	case strings.HasSuffix(bare, "...") || strings.HasSuffix(bare, "…") || strings.HasSuffix(words, "[…]") || strings.HasSuffix(words, "[...]"):
		b.truncated = !b.quoted
		b.sentence = b.quoted
	default:
		r, _ := utf8.DecodeLastRuneInString(bare)
		first, _ := utf8.DecodeRuneInString(words)
		b.sentence = strings.ContainsRune(".!?。！？;；:：", r) || b.quoted && b.words > 8 && strings.ContainsRune("\"'“„«»‘「『", first)
	}
}

// look searches a short block for phrases of furniture and for the look of menus.
func (b *block) look(words string) {
	v := furniture()
	folded := text.Fold(words)
	key := string(appendKey(make([]byte, 0, len(folded)), folded))
	b.cue, b.cued = v.line(key)
	if !b.cued && b.words <= 25 {
		b.cue, b.cued = v.start(folded, key)
	}
	if !b.cued {
		b.cue, b.cued = v.inside(key)
	}
	if !b.cued && eastern(folded) {
		b.cue, b.cued = v.eastCue(folded)
	}
	if !b.cued && strings.Count(folded, "cookie") > 1 {
		b.cue, b.cued = cue{noticeState, anywhere}, true
	}
	b.link = linkLook(words)
	_, after, _ := strings.Cut(words, ":")
	b.label = strings.TrimSpace(after) != ""
}

// linkLook scores how much a line looks like a menu, a breadcrumb trail or a row of buttons.
func linkLook(s string) float32 {
	score := float32(0)
	if joined(s) >= 2 {
		score += 2
	}
	if !separated(s) {
		return score
	}
	if n := strings.Count(s, "["); n > 1 && strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		score += 2.5
	}
	for _, sep := range []string{" | ", " > ", " » ", " › ", " / ", " · ", " • "} {
		if parts := strings.Split(s, sep); len(parts) >= 3 && shortParts(parts) {
			score += 1.5 + 0.5*float32(min(len(parts), 6)-3)
		}
	}
	return score + breadcrumbs(s)
}

// separated says whether s holds any sign that stands between links.
func separated(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '|', '>', '/', '[', 0xc2, 0xe2: // the last two begin », ·, ›, • and →
			return true
		case ':':
			if strings.HasPrefix(s[i:], "::") {
				return true
			}
		}
	}
	return false
}

// breadcrumbs scores a trail from the front page to the article: "Home > Economy > Headline of the article".
func breadcrumbs(s string) float32 {
	for _, sep := range []string{">", "»", "›", "→", "/", "::"} {
		parts := strings.Split(s, " "+sep+" ")
		if len(parts) < 2 || !shortParts(parts[:len(parts)-1]) {
			continue
		}
		if c, ok := furniture().lines[keyOf(parts[0], nil)]; ok && c.reason == navigationState {
			return 4
		}
	}
	return 0
}

// shortParts says whether no part has more than four words or ends a sentence.
func shortParts(parts []string) bool {
	for _, p := range parts {
		if countWords(p) > 4 || strings.HasSuffix(strings.TrimSpace(p), ".") {
			return false
		}
	}
	return true
}

// joined counts words that run into each other, as links do when a page is copied: "HomeNews Serbia EnergySerbian".
func joined(s string) int {
	n, small := 0, 0
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			small++
			continue
		case small >= 2 && (r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)):
			n++
		}
		small = 0
	}
	return n
}

// markRepeated marks short lines that stand in the text more than once: buttons and boxes do.
func markRepeated(s string, blocks []block) {
	const most = 8
	seen := make(map[string]int, min(len(blocks), 1<<12))
	for i := range blocks {
		if b := &blocks[i]; b.words > 0 && b.words <= most && !b.sentence {
			seen[s[b.Start:b.End]]++
		}
	}
	for i := range blocks {
		if b := &blocks[i]; b.words > 0 && b.words <= most && !b.sentence {
			b.repeated = seen[s[b.Start:b.End]] > 1
		}
	}
}
