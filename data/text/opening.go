package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data"
)

// OpeningWithin is how many bytes of an article's text an opening is taken from at most.
const OpeningWithin = 16 << 10

// openingMost is how many letters an opening has at most.
const openingMost = 60

// Heading gives what to call an article by: its title, without signs of formatting, or the first words of its text where it has none. The text may end
// after OpeningWithin bytes. It is "" where there are neither.
func Heading(a *data.Article) string {
	if title := Plain(a.Title); title != "" {
		return title
	}
	whole := a.Text[:min(len(a.Text), OpeningWithin)]
	var words strings.Builder
	from := 0
	for _, o := range append(a.Omitted[:len(a.Omitted):len(a.Omitted)], data.Omitted{Span: data.Span{Start: len(whole), End: len(whole)}}) {
		if to := min(o.Start, len(whole)); from < to {
			words.WriteString(whole[from:to])
			words.WriteByte('\n')
		}
		from = max(from, o.End)
	}
	return opening(words.String())
}

// opening cuts a text to its first words. An end that lies in the middle of a letter goes as well.
func opening(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.In(r, unicode.Ps, unicode.Pi)
	})
	s = s[:min(len(s), 8*openingMost)]
	for len(s) > 0 && !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	letters := []rune(Plain(s))
	if len(letters) <= openingMost {
		return string(letters)
	}
	cut := openingMost - 1
	for at := cut; at > openingMost/2; at-- { // unless the words are not parted by blanks
		if unicode.IsSpace(letters[at]) {
			cut = at
			break
		}
	}
	return strings.TrimRightFunc(string(letters[:cut]), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:–—-", r) }) + "…"
}
