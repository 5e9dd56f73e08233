package text

import (
	"unicode"
	"unicode/utf8"

	"entente/data"
)

// class is what the tokeniser needs to know of a rune.
type class uint8

const (
	sign class = iota
	letter
	digit
	space
	han
	katakana
	hiragana
)

// ascii holds the classes of the runes below 128.
var ascii = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		switch r := rune(c); {
		case unicode.IsLetter(r):
			t[c] = letter
		case unicode.IsDigit(r):
			t[c] = digit
		case unicode.IsSpace(r):
			t[c] = space
		}
	}
	return t
}()

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return ascii[r]
	case r >= 0xc0 && r < 0x250:
		if r == '×' || r == '÷' {
			return sign
		}
		return letter
	case r >= 0x400 && r < 0x530:
		return letter
	case r >= 0x2010 && r < 0x2200 && r != 0x2028 && r != 0x2029 && r != 0x202f && r != 0x205f:
		return sign
	case r >= 0x4e00 && r < 0xa000, r == '々', r >= 0x3400 && r < 0x4dc0, r >= 0x20000 && r < 0x30000:
		return han
	case r >= 0x30a1 && r < 0x3100 && r != '・', r >= 0xff66 && r < 0xffa0:
		return katakana
	case r >= 0x3041 && r < 0x30a0:
		return hiragana
	}
	return slowClass(r)
}

func slowClass(r rune) class {
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r), r == 0x200c, r == 0x200d:
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.IsSpace(r):
		return space
	}
	return sign
}

// tokeniser cuts a text into the tokens of its doc.
type tokeniser struct {
	signs  []data.Span // of Markdown that are still to come
	text   string
	doc    *Doc
	folded []byte
	pos    int
	end    int
	space  bool
}

// run appends the tokens of one paragraph.
func (t *tokeniser) run(p data.Span) {
	t.space = true
	for len(t.signs) > 0 && t.signs[0].Start < p.End {
		sign := t.signs[0]
		if t.signs = t.signs[1:]; sign.End > p.Start {
			t.words(data.Span{Start: p.Start, End: sign.Start})
			p.Start = sign.End
		}
	}
	t.words(p)
}

// words cuts up a part of a span that has no signs of Markdown.
func (t *tokeniser) words(p data.Span) {
	t.pos, t.end = p.Start, p.End
	for t.pos < t.end {
		if t.text[t.pos] == ' ' {
			t.pos++
			t.space = true
			continue
		}
		r, size := t.peek(t.pos)
		switch classOf(r) {
		case space:
			t.pos += size
			t.space = true
		case letter:
			t.word()
		case digit:
			t.number()
		case han:
			t.emit(t.pos+size, Word, Lower, true)
		case katakana:
			t.emit(t.while(katakana, t.pos), Word, Lower, true)
		case hiragana:
			t.emit(t.while(hiragana, t.pos), Word, Lower, true)
		default:
			t.sign(r, size)
		}
	}
}

func (t *tokeniser) peek(i int) (rune, int) {
	if i >= t.end {
		return 0, 0
	}
	if c := t.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(t.text[i:t.end])
}

func (t *tokeniser) while(c class, i int) int {
	for i < t.end {
		r, size := t.peek(i)
		if classOf(r) != c {
			break
		}
		i += size
	}
	return i
}

func (t *tokeniser) emit(end int, k Kind, c Case, cjk bool) {
	t.doc.Tokens = append(t.doc.Tokens, Token{Start: int32(t.pos), End: int32(end), fold: int32(len(t.folded)),
		Kind: k, Case: c, Space: t.space, CJK: cjk})
	if cjk && t.doc.Language == "zh" {
		t.folded = appendSimplified(t.folded, t.text[t.pos:end])
	} else {
		t.folded = appendFold(t.folded, t.text[t.pos:end])
	}
	t.pos, t.space = end, false
}

func (t *tokeniser) sign(r rune, size int) {
	end := t.pos + size
	if r == '.' {
		for end < t.end && t.text[end] == '.' {
			end++
		}
	}
	if apostrophe(r) && t.possessive(end) {
		t.emit(end+1, Clitic, Lower, false)
		return
	}
	t.emit(end, Punct, Lower, false)
}

// possessive says whether an s that ends a word stands at i, and a word or number stands right before the sign.
func (t *tokeniser) possessive(i int) bool {
	if t.space || i >= t.end || t.text[i]|0x20 != 's' {
		return false
	}
	r, size := t.peek(i + 1)
	return size == 0 || classOf(r) != letter && classOf(r) != digit
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// word emits the word at pos. It ends before a possessive, and after the apostrophe of an elided article ("l'Ukraine").
func (t *tokeniser) word() {
	if t.plainWord() {
		return
	}
	if end := t.abbreviation(); end > 0 {
		t.emit(end, Word, Upper, false)
		return
	}
	i, letters, capitals, first := t.pos, 0, 0, false
	for i < t.end {
		r, size := t.peek(i)
		switch c := classOf(r); {
		case c == letter:
			letters++
			if upper(r) {
				capitals++
				first = first || letters == 1
			}
			i += size
		case c == digit:
			i += size
		case apostrophe(r) && t.inner(i+size):
			if i += size; elision(t.text[t.pos:i]) {
				t.emit(i, Word, caseOf(letters, capitals, first), false)
				return
			}
		default:
			t.emit(i, Word, caseOf(letters, capitals, first), false)
			return
		}
	}
	t.emit(i, Word, caseOf(letters, capitals, first), false)
}

// plainWord emits the word at pos where it is nothing but ASCII letters with an ASCII sign or space after them, as most are.
func (t *tokeniser) plainWord() bool {
	rest, i, capitals := t.text[t.pos:t.end], 0, 0
	for i < len(rest) && rest[i] < utf8.RuneSelf && ascii[rest[i]] == letter {
		if rest[i] < 'a' {
			capitals++
		}
		i++
	}
	if i == 0 || i < len(rest) && !ends(rest[i], i) {
		return false
	}
	t.doc.Tokens = append(t.doc.Tokens, Token{Start: int32(t.pos), End: int32(t.pos + i), fold: int32(len(t.folded)),
		Kind: Word, Case: caseOf(i, capitals, rest[0] < 'a'), Space: t.space})
	t.folded = append(t.folded, rest[:i]...)
	if capitals > 0 {
		lower(t.folded[len(t.folded)-i:])
	}
	t.pos, t.space = t.pos+i, false
	return true
}

// ends says whether a byte after some letters ends their word. A full stop after one letter may be an abbreviation's.
func ends(c byte, letters int) bool {
	if letters < 2 {
		return c == ' ' || c == ',' || c == '\n'
	}
	return c < utf8.RuneSelf && c != '\'' && ascii[c] != letter && ascii[c] != digit
}

// lower makes ASCII letters small.
func lower(word []byte) {
	for i := range word {
		word[i] |= 0x20
	}
}

func upper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func caseOf(letters, capitals int, first bool) Case {
	switch {
	case capitals == letters && letters > 1:
		return Upper
	case first:
		return Capital
	}
	return Lower
}

// inner says whether a letter that is no possessive ending stands at i.
func (t *tokeniser) inner(i int) bool {
	r, size := t.peek(i)
	if size == 0 || classOf(r) != letter {
		return false
	}
	if r != 's' && r != 'S' {
		return true
	}
	r, size = t.peek(i + size)
	return size > 0 && (classOf(r) == letter || classOf(r) == digit)
}

// elision says whether a word up to its apostrophe is one of the elided articles and prepositions of French and Italian.
func elision(s string) bool {
	cut := len(s) - 1
	if s[cut] != '\'' {
		cut = len(s) - len("’")
	}
	switch s[:cut] {
	case "l", "L", "d", "D", "qu", "Qu", "n", "N", "s", "S", "j", "J", "c", "C", "m", "jusqu", "lorsqu", "puisqu",
		"dell", "Dell", "all", "All", "nell", "Nell", "sull", "dall", "un", "Un":
		return true
	}
	return false
}

// abbreviation gives the end of a word made of single letters with full stops at pos ("U.S.", "H.E."), or 0.
func (t *tokeniser) abbreviation() int {
	i, n := t.pos, 0
	for {
		r, size := t.peek(i)
		if size == 0 || classOf(r) != letter || i+size >= t.end || t.text[i+size] != '.' {
			break
		}
		i, n = i+size+1, n+1
	}
	if n < 2 {
		if r, size := t.peek(i); n != 1 || size == 0 || !upper(r) {
			return 0
		}
	}
	// "U.S" without the last full stop; a longer word after it means that the full stops were not an abbreviation's.
	if r, size := t.peek(i); size > 0 && classOf(r) == letter {
		next, more := t.peek(i + size)
		if more == 0 || classOf(next) != letter {
			return i + size
		}
		if n < 2 {
			return 0
		}
	}
	return i
}

// number emits the number at pos with its inner points and commas.
func (t *tokeniser) number() {
	i := t.pos
	for i < t.end {
		r, size := t.peek(i)
		if classOf(r) == digit {
			i += size
			continue
		}
		if !t.joins(r, i+size) {
			break
		}
		i += size
	}
	t.emit(i, Number, Lower, false)
}

// joins says whether the sign r before i belongs to a number: a point or comma before a digit, or a space that does
// not break before three digits.
func (t *tokeniser) joins(r rune, i int) bool {
	switch r {
	case '.', ',':
		next, size := t.peek(i)
		return size > 0 && classOf(next) == digit
	case 0xa0, 0x202f, 0x2009:
		end := t.while(digit, i)
		return end == i+3
	}
	return false
}
