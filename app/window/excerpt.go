package window

import (
	"strings"
	"unicode"

	"entente/data"
	"entente/data/text"
)

// around gives a figure with the words about it in its passage, as they stand there, cut between words.
func around(passage, figure data.Passage) string {
	const each = 40
	in := data.Span{Start: figure.Start - passage.Start, End: figure.End - passage.Start}
	if in.Start < 0 || in.End > len(passage.Text) {
		return head(text.Plain(passage.Text), 2*each)
	}
	plain, at := text.PlainIn(passage.Text, data.Span{End: len(passage.Text)}, []data.Span{in})
	if len(at) == 0 {
		return head(plain, 2*each)
	}
	return tail(plain[:at[0].Start], each) + plain[at[0].Start:at[0].End] + head(plain[at[0].End:], each)
}

// head gives the beginning of words of which there are more than most letters, up to the end of a word. Where no word ends, as
// in a script that sets no spaces, it is cut between letters.
func head(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	end := most
	for end > 0 && !unicode.IsSpace(r[end]) {
		end--
	}
	if len(strings.TrimSpace(string(r[:end]))) == 0 {
		end = most
	}
	return strings.TrimRightFunc(string(r[:end]), unicode.IsSpace) + "…"
}

// tail gives their end, from the beginning of a word.
func tail(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	from := len(r) - most
	for from < len(r) && !unicode.IsSpace(r[from-1]) {
		from++
	}
	if len(strings.TrimSpace(string(r[from:]))) == 0 {
		from = len(r) - most
	}
	return "…" + strings.TrimLeftFunc(string(r[from:]), unicode.IsSpace)
}
