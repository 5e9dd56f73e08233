// Package text turns an article's text into what the finders read: tokens, sentences and paragraphs, with positions.
//
// It also owns the two forms of a string that the program compares: Normalise (how every article's text is stored) and
// Fold (how words are matched). It knows no country, no verb and no file format. Positions are byte offsets into the
// text that was given, end exclusive, on rune edges; Offsets alone converts them to code points. A Doc is not changed
// once it is parsed, so goroutines may share it.
package text

import (
	"slices"
	"unsafe"

	"entente/data"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with marks, digits after the first letter, inner apostrophes; "U.S." is one word
	Number             // digits with inner points and commas: "4,200", "1.08"; not its sign, unit or ordinal ending
	Punct              // one sign, or a run of full stops
	Clitic             // a possessive ending: "'s"
)

// Case says how a word is written.
type Case uint8

// The cases of a word. Scripts without case are Lower.
const (
	Lower Case = iota
	Capital
	Upper // two letters or more, all of them capitals
)

// Token is a word, number or sign of the text. Its words in folded form are Doc.Fold.
type Token struct {
	Start, End int32 // byte offsets into Doc.Text
	fold       int32 // where its folded form starts in Doc.folded; the next token's fold ends it
	Kind       Kind
	Case       Case
	Space      bool // white space stands before it, or it begins the text
	CJK        bool // of a script without spaces: a Han character, or a run of kana
}

// Span is the token's place.
func (t Token) Span() data.Span { return data.Span{Start: int(t.Start), End: int(t.End)} }

// Sentence is a run of tokens that stands for itself: a sentence, a heading, a list item, a line of an address.
type Sentence struct {
	data.Span
	First, Last int  // its tokens, Last exclusive; at least one
	Paragraph   int  // index into Doc.Paragraphs
	Heading     bool // a line of its own without an end mark, as titles have
}

// Doc is a text cut into tokens, sentences and paragraphs. Furniture has none of them.
type Doc struct {
	Text       string
	Language   string // of the article
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []data.Span
	folded     string
}

// Fold gives the folded form (see Fold) of token i without allocating, in Chinese the simplified one (see Simplify); "" before the
// first token and after the last.
func (d *Doc) Fold(i int) string {
	switch {
	case uint(i) >= uint(len(d.Tokens)):
		return ""
	case i+1 < len(d.Tokens):
		return d.folded[d.Tokens[i].fold:d.Tokens[i+1].fold]
	}
	return d.folded[d.Tokens[i].fold:]
}

// Word gives the words of token i as they stand in the text.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// SpanOf is the place of the tokens from first to last, last exclusive; there must be at least one.
func (d *Doc) SpanOf(first, last int) data.Span {
	return data.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[last-1].End)}
}

// TokenAt gives the index of the first token that ends after the byte offset, or len(Tokens).
func (d *Doc) TokenAt(offset int) int {
	low, high := 0, len(d.Tokens)
	for low < high {
		mid := (low + high) / 2
		if int(d.Tokens[mid].End) > offset {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// SentenceAt gives the index of the first sentence that ends after the byte offset, or len(Sentences).
func (d *Doc) SentenceAt(offset int) int {
	low, high := 0, len(d.Sentences)
	for low < high {
		mid := (low + high) / 2
		if d.Sentences[mid].End > offset {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// leastWord and leastSentence are the bytes that a token and a sentence take at least in most articles, so that the lists of them
// need not grow.
const leastWord, leastSentence = 4, 50

// Parse cuts an article's text up. Furniture (a.Omitted) yields no tokens, sentences or paragraphs, and signs of Markdown
// (Signs) no tokens. The time grows in step with the text.
func Parse(a *data.Article) *Doc {
	n := len(a.Text)
	d := &Doc{Tokens: make([]Token, 0, n/leastWord+8), Sentences: make([]Sentence, 0, n/leastSentence+4)}
	d.Parse(a)
	return d
}

// Parse makes d what the function Parse gives for an article, in the lists of the one that d was before. Nobody may use that any
// more; its words may be kept.
func (d *Doc) Parse(a *data.Article) {
	d.Text, d.Language = a.Text, a.Language
	d.Tokens, d.Sentences, d.Paragraphs = d.Tokens[:0], d.Sentences[:0], d.Paragraphs[:0]
	t := tokeniser{text: a.Text, doc: d, folded: make([]byte, 0, len(a.Text)+8), signs: Signs(a.Text)}
	paragraphs := without(Paragraphs(a.Text), a.Omitted)
	d.Paragraphs = slices.Grow(d.Paragraphs, len(paragraphs))
	for _, p := range paragraphs {
		first := len(d.Tokens)
		t.run(p)
		if len(d.Tokens) == first {
			continue
		}
		d.Paragraphs = append(d.Paragraphs, p)
		d.split(first, len(d.Paragraphs)-1, t.folded)
	}
	d.folded = unsafe.String(unsafe.SliceData(t.folded), len(t.folded)) // nobody writes to t.folded any more
}

// without cuts the omitted parts out of the spans; both are sorted.
func without(spans []data.Span, omitted []data.Omitted) []data.Span {
	if len(omitted) == 0 {
		return spans
	}
	out := make([]data.Span, 0, len(spans))
	next := 0
	for _, s := range spans {
		for next < len(omitted) && omitted[next].End <= s.Start {
			next++
		}
		for k := next; k < len(omitted) && omitted[k].Start < s.End && s.Start < s.End; k++ {
			if omitted[k].Start > s.Start {
				out = append(out, data.Span{Start: s.Start, End: omitted[k].Start})
			}
			s.Start = max(s.Start, omitted[k].End)
		}
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}
