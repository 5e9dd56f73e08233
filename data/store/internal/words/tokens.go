package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data"
)

// Token is one word of the index and where it stands.
type Token struct {
	data.Span        // bytes of the text
	Word      string // folded
}

// Tokens cuts text into words. Scripts that put no spaces between words are cut into overlapping pairs of signs (日本政府:
// 日本, 本政, 政府, 府), so that a word of any length is found as a run of pairs.
func Tokens(text string) []Token {
	tokens := make([]Token, 0, len(text)/6)
	Each(text, func(t Token) bool {
		tokens = append(tokens, t)
		return true
	})
	return tokens
}

// Each calls fn for every token of text, in order, until it gives false.
func Each(text string, fn func(Token) bool) {
	for at, on := 0, true; on && at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case spaceless(r):
			at, on = eachPair(text, at, fn)
		case inWord(r):
			at, on = eachWord(text, at, fn)
		default:
			at += size
		}
	}
}

// inWord says whether r belongs to a word. An apostrophe does not: "Serbia's" is found by "Serbia".
func inWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// spaceless says whether r belongs to a script that puts no spaces between words, or glues endings to them.
func spaceless(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai,
		unicode.Lao, unicode.Khmer, unicode.Myanmar) || r == 'ー'
}

func eachWord(text string, start int, fn func(Token) bool) (end int, on bool) {
	end = start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !inWord(r) || spaceless(r) {
			break
		}
		end += size
	}
	word := Fold(text[start:end])
	return end, word == "" || fn(Token{data.Span{Start: start, End: end}, word})
}

func eachPair(text string, start int, fn func(Token) bool) (at int, on bool) {
	at, on = start, true
	for on && at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !spaceless(r) {
			break
		}
		end := at + size
		last := end
		if next, n := utf8.DecodeRuneInString(text[end:]); n > 0 && spaceless(next) {
			last += n
		}
		on = fn(Token{data.Span{Start: at, End: last}, text[at:last]})
		at = end
	}
	return at, on
}

// Join gives the words of text with spaces between, for the index, and leaves out those that skip says stand in furniture.
func Join(text string, skip func(data.Span) bool) string {
	var b strings.Builder
	b.Grow(len(text))
	Each(text, func(t Token) bool {
		if skip == nil || !skip(t.Span) {
			b.WriteString(t.Word)
			b.WriteByte(' ')
		}
		return true
	})
	return b.String()
}

// Lengths gives how many words each column has, in the form in which FTS5 keeps it: a varint for each column, seven bits
// to a byte, the highest first, with the top bit set in all but the last.
func Lengths(columns ...string) []byte {
	var out []byte
	for _, c := range columns {
		n := strings.Count(c, " ") // Join puts one after each word
		var digits []byte
		for {
			digits = append(digits, byte(n&0x7f))
			if n >>= 7; n == 0 {
				break
			}
		}
		for i := len(digits) - 1; i >= 0; i-- {
			if i > 0 {
				digits[i] |= 0x80
			}
			out = append(out, digits[i])
		}
	}
	return out
}
