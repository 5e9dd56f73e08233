// Package words turns text into the words that the search index holds, and queries into questions to that index. Text and
// query go through the same folding, so "Vucic", "VUČIĆ" and "Вучић" are one word.
//
// It knows no SQL but for the small language of FTS5's MATCH, in which a Query is written.
package words

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain gives letters that have no accent to lose, or whose sound is written otherwise in ASCII. Cyrillic letters become
// the Latin ones of Serbian, without accents, so that one spelling finds both alphabets.
var plain = map[rune]string{
	'đ': "d", 'ð': "d", 'ß': "ss", 'ø': "o", 'ł': "l", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ħ': "h", 'ı': "i", 'ŋ': "n",
	'ŧ': "t", 'ĸ': "k", 'ə': "e",
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'ђ': "d", 'е': "e", 'є': "e", 'ж': "z", 'з': "z",
	'и': "i", 'й': "j", 'і': "i", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj", 'м': "m", 'н': "n", 'њ': "nj", 'о': "o", 'п': "p",
	'р': "r", 'с': "s", 'т': "t", 'ћ': "c", 'у': "u", 'ф': "f", 'х': "h", 'ц': "c", 'ч': "c", 'џ': "dz", 'ш': "s",
	'щ': "sc", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "ju", 'я': "ja", 'ѕ': "dz",
	'ς': "σ",
}

// tabled is where the letters end that are looked up in a table: Latin, Greek and Cyrillic.
const tabled = 0x0530

var table = sync.OnceValue(func() *[tabled]string {
	var t [tabled]string
	for r := range rune(tabled) {
		t[r] = decompose(r)
	}
	return &t
})

// foldRune writes the folded letter r to b; marks vanish.
func foldRune(b *strings.Builder, r rune) {
	if 0 <= r && r < tabled {
		b.WriteString(table()[r])
		return
	}
	b.WriteString(decompose(r))
}

// decompose gives a letter without its marks.
func decompose(r rune) string {
	r = unicode.ToLower(r)
	if s, ok := plain[r]; ok {
		return s
	}
	var b strings.Builder
	for _, d := range norm.NFKD.String(string(r)) {
		if unicode.Is(unicode.Mn, d) {
			continue
		}
		d = unicode.ToLower(d)
		if s, ok := plain[d]; ok {
			b.WriteString(s)
		} else if unicode.IsLetter(d) || unicode.IsDigit(d) {
			b.WriteRune(d)
		}
	}
	return b.String()
}

// Fold gives a word without case, accents and alphabets: "Đurić" and "Ђурић" become "duric".
func Fold(word string) string {
	if isASCII(word) {
		return strings.ToLower(word)
	}
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range word {
		foldRune(&b, r)
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// twice lists letters that people also write with two: a query for "Müller" also finds "Mueller".
var twice = map[rune]string{
	'đ': "dj", 'ђ': "dj", 'ø': "oe", 'ö': "oe", 'ü': "ue", 'ä': "ae", 'å': "aa", 'æ': "a",
}

// leastLong is the length from which "oe" and its like in a query may stand for one letter; in shorter words they seldom do.
const leastLong = 5

// Spellings gives the folded forms under which a query's word may stand in the index, the plain one first.
func Spellings(word string) []string {
	forms := []string{Fold(word)}
	add := func(s string) {
		for _, f := range forms {
			if f == s {
				return
			}
		}
		if s != "" {
			forms = append(forms, s)
		}
	}
	var b strings.Builder
	for _, r := range word {
		if s, ok := twice[unicode.ToLower(r)]; ok {
			b.WriteString(s)
		} else {
			foldRune(&b, r)
		}
	}
	add(b.String())
	add(strings.ReplaceAll(forms[0], "dj", "d"))
	if len(forms[0]) >= leastLong {
		add(strings.NewReplacer("oe", "o", "ue", "u", "ae", "a", "aa", "a", "dj", "d").Replace(forms[0]))
	}
	return forms
}
