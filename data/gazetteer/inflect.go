package gazetteer

import (
	"strings"
	"unicode"
)

// inflect calls enter with every form of a name or word in the lexicon's language, and in both scripts for Serbian. part
// is the part of speech in endings.tsv.
func (b *builder) inflect(part, words string, enter func(string)) {
	table := b.lang
	if b.lang == "sr" {
		table = "sr-Latn"
	}
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
	if table == "ro" && head != "" {
		b.forms(table, part, firstWord(words), func(form string) { put(form + words[len(firstWord(words)):]) })
		return
	}
	if head == "" || strings.Contains(head, " ") {
		if head != "" {
			head += " "
		}
		b.forms(table, part, last, func(form string) { put(head + form) })
		return
	}
	b.forms(table, "first", head, func(first string) {
		b.forms(table, part, last, func(form string) { put(first + " " + form) })
	})
}

func firstWord(words string) string {
	first, _, _ := strings.Cut(words, " ")
	return first
}

// forms calls enter with the forms of one word, and with the word itself.
func (b *builder) forms(table, part, word string, enter func(string)) {
	ending, forms := "", ""
	for _, e := range b.g.tables.endings {
		if e.lang != table || e.what != part {
			continue
		}
		suffix := e.words
		if suffix == "0" {
			suffix = ""
		}
		if (forms == "" || len(suffix) > len(ending)) && hasSuffixFold(word, suffix) {
			ending, forms = suffix, e.note
		}
	}
	if part != "adjective" || forms == "" || table != "sr-Latn" && table != "ru" {
		enter(word)
	}
	stem := word[:len(word)-len(ending)]
	for _, f := range strings.Fields(forms) {
		if f == "0" {
			f = ""
		}
		if form := stem + f; form != word && stem != "" {
			enter(form)
		} else if stem == "" {
			enter(strings.ToUpper(f[:1]) + f[1:])
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
	return strings.Map(func(r rune) rune {
		if c, ok := latinLetters[r]; ok {
			return c
		}
		return r
	}, latinPairs.Replace(s))
}
