package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// inflect calls enter with every form of a name or word in the lexicon's language, and in both scripts for Serbian. part
// is the part of speech in endings.tsv.
func (b *builder) inflect(part, words string, enter func(string)) {
	put := func(form string) {
		enter(form)
		if b.lang == "sr" {
			enter(cyrillic(form))
		}
	}
	head, last := "", words
	if i := strings.LastIndexByte(words, ' '); i >= 0 && part != "adjective" && part != "noun" {
		head, last = words[:i], words[i+1:]
	}
	if b.lang == "ro" && head != "" {
		b.forms(part, firstWord(words), func(form string) { put(form + words[len(firstWord(words)):]) })
		return
	}
	if head == "" || strings.Contains(head, " ") {
		if head != "" {
			head += " "
		}
		b.forms(part, last, func(form string) { put(head + form) })
		return
	}
	before := "first"
	if part == "person" {
		before = part
	}
	b.forms(before, head, func(first string) {
		b.forms(part, last, func(form string) { put(first + " " + form) })
	})
}

// readEndings keeps the language's rows of endings.tsv.
func (b *builder) readEndings() {
	b.endings = map[string][]word{}
	for _, e := range b.g.tables.endings {
		if b.mine(e.lang) {
			b.endings[e.what] = append(b.endings[e.what], e)
		}
	}
}

func firstWord(words string) string {
	first, _, _ := strings.Cut(words, " ")
	return first
}

// forms calls enter with the forms of one word, and with the word itself.
func (b *builder) forms(part, word string, enter func(string)) {
	ending, forms := "", ""
	for _, e := range b.endings[part] {
		suffix := e.words
		if suffix == "0" {
			suffix = ""
		}
		if (forms == "" || len(suffix) > len(ending)) && hasSuffixFold(word, suffix) {
			ending, forms = suffix, e.note
		}
	}
	if part != "adjective" || forms == "" || b.lang != "sr" && b.lang != "ru" {
		enter(word)
	}
	stem := word[:len(word)-len(ending)]
	for forms != "" {
		var f string
		f, forms, _ = strings.Cut(forms, " ")
		if f == "0" {
			f = ""
		}
		if form := stem + f; form != word && stem != "" {
			enter(form)
		} else if stem == "" {
			first, size := utf8.DecodeRuneInString(f)
			enter(string(unicode.ToUpper(first)) + f[size:])
		}
	}
}

// hasSuffixFold is strings.HasSuffix for a suffix in lower case, whatever the word's case.
func hasSuffixFold(word, suffix string) bool {
	return len(word) >= len(suffix) && strings.EqualFold(word[len(word)-len(suffix):], suffix)
}

// latinPairs are the letters of Serbian that take two in Latin script.
var latinPairs = strings.NewReplacer("Lj", "Љ", "lj", "љ", "LJ", "Љ", "Nj", "Њ", "nj", "њ", "NJ", "Њ", "Dž", "Џ", "dž", "џ", "DŽ", "Џ")

// latinLetters gives the Cyrillic letter for each Latin one.
var latinLetters = func() map[rune]rune {
	m := map[rune]rune{}
	latin, cyrillic := []rune("abvgdđežzijklmnoprstćufhcčš"), []rune("абвгдђежзијклмнопрстћуфхцчш")
	for i, r := range latin {
		m[r], m[unicode.ToUpper(r)] = cyrillic[i], unicode.ToUpper(cyrillic[i])
	}
	return m
}()

// cyrillic writes Serbian in Latin script in Cyrillic.
func cyrillic(s string) string {
	if strings.ContainsAny(s, "jJžŽ") {
		s = latinPairs.Replace(s)
	}
	out := make([]byte, 0, 2*len(s))
	for _, r := range s {
		if c, ok := latinLetters[r]; ok {
			r = c
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}
