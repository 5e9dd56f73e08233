package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalise gives the form in which every article's text is kept: valid UTF-8 in NFC, "\n" line ends, no control
// characters but tab and newline, no byte order marks, soft hyphens, zero-width spaces or direction marks.
func Normalise(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r == '\r':
			b.WriteByte('\n')
			if i < len(s) && s[i] == '\n' {
				i++
			}
		case r == '\n' || r == '\t':
			b.WriteByte(byte(r))
		case r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			b.WriteByte('\n')
		case junk(r):
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// plain says whether s is ASCII that needs no change.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// junk says whether a rune is invisible and without meaning in a text: controls, marks of byte order, joining or
// direction. The joiners U+200C and U+200D stay, since Persian and Indic spelling needs them.
func junk(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0:
		return true
	case r == 0xad, r == 0x200b, r == 0x200e, r == 0x200f, r == 0xfeff:
		return true
	}
	return r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069
}

// Fold gives the form in which words are compared: lower case, without diacritics on Latin, Greek and Cyrillic letters
// (й stays, it is a letter of its own), with plain apostrophes and hyphens. "Vučić" and "vucic" fold alike.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return string(appendFold(make([]byte, 0, len(s)+4), s))
		}
	}
	return s
}

// AppendFold appends the folded form of s to dst, which saves Fold's allocation.
func AppendFold(dst []byte, s string) []byte { return appendFold(dst, s) }

// appendFold appends the folded form of s.
func appendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		dst = appendFoldRune(dst, r)
	}
	return dst
}

// folds holds what becomes of each rune below its length, made once from the Unicode tables.
var folds = makeFolds()

// ligatures have no decomposition in Unicode, or a longer one than a single letter.
var ligatures = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'þ': "th", 'Þ': "th", 'ð': "d", 'Ð': "d",
	'đ': "d", 'Đ': "d", 'ł': "l", 'Ł': "l", 'ø': "o", 'Ø': "o", 'ħ': "h", 'Ħ': "h", 'ı': "i", 'ŋ': "n", 'Ŋ': "n",
	'’': "'", '‘': "'", 'ʼ': "'", 'ʻ': "'", '`': "'", '´': "'", '‑': "-", '‐': "-", 'й': "й", 'Й': "й",
}

func makeFolds() []string {
	out := make([]string, 0x2020)
	for r := rune(utf8.RuneSelf); int(r) < len(out); r++ {
		if s, ok := ligatures[r]; ok {
			out[r] = s
			continue
		}
		if r >= 0x590 && r < 0x1e00 {
			out[r] = string(unicode.ToLower(r))
			continue
		}
		var b strings.Builder
		for _, p := range norm.NFD.String(string(unicode.ToLower(r))) {
			if p < 0x300 || p > 0x36f {
				b.WriteRune(p)
			}
		}
		out[r] = b.String()
	}
	return out
}

func appendFoldRune(dst []byte, r rune) []byte {
	if int(r) < len(folds) {
		return append(dst, folds[r]...)
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}
