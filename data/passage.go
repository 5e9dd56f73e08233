package data

import "unicode/utf8"

// Span is a range of an article's text: byte offsets, end exclusive.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains says whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps says whether the spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// In gives the words of the span in text; ok is false when the span is empty, outside the text or cuts a rune.
func (s Span) In(text string) (words string, ok bool) {
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		return "", false
	}
	if !utf8.RuneStart(text[s.Start]) || (s.End < len(text) && !utf8.RuneStart(text[s.End])) {
		return "", false
	}
	return text[s.Start:s.End], true
}

// Passage is a range of an article's text together with the words that stood there when it was found.
type Passage struct {
	Span
	Text string
}

// PassageOf cuts the passage at s out of text. The span must lie in the text on rune edges.
func PassageOf(text string, s Span) Passage { return Passage{Span: s, Text: text[s.Start:s.End]} }

// Supported says whether text still holds the passage's words at its place.
func (p Passage) Supported(text string) bool {
	words, ok := p.In(text)
	return ok && words == p.Text
}
