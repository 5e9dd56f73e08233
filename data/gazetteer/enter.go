package gazetteer

import (
	"hash/maphash"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

// mine says whether a row's language is read for this lexicon.
func (b *builder) mine(lang string) bool {
	return lang == b.lang || lang == "*" || lang == "sr-Latn" && b.lang == "sr" || strings.HasPrefix(lang, "zh-") && b.lang == "zh"
}

// names enters what the table of aliases and CLDR call the parties. English names are known in every language.
func (b *builder) names() {
	for _, w := range b.g.tables.aliases {
		if !b.mine(w.lang) {
			continue
		}
		s := Sense{Party: w.party, Class: Name, Ref: -1, Weak: strings.Contains(w.what, "weak"), Article: w.what == "the", Short: b.signs(w.words)}
		if strings.HasPrefix(w.what, "upper") || w.what == "exact" || b.lang != "en" && short(w.words) {
			s.Form = Upper
		}
		b.name(w, s)
	}
	for _, w := range b.g.tables.cldr {
		if !b.mine(w.lang) && w.lang != "en" || strings.ContainsAny(w.words, "(（") || b.lang == "en" && short(w.words) {
			continue
		}
		b.name(w, Sense{Party: w.party, Class: Name, Ref: -1})
	}
}

// name enters one name in its forms.
func (b *builder) name(w word, s Sense) {
	if w.lang == "en" {
		b.englishName(w.words, s)
		return
	}
	if w.lang != "sr" {
		b.inflect("name", w.words, func(form string) { b.add(form, s) })
	}
}

func (b *builder) englishName(name string, s Sense) {
	b.add(name, s)
	if strings.Contains(name, "&") {
		b.add(strings.Replace(name, "&", "and", 1), s)
	}
	if rest, ok := strings.CutPrefix(name, "St."); ok {
		b.add("St"+rest, s)
		b.add("Saint"+rest, s)
		b.add("Saint"+strings.Replace(rest, "&", "and", 1), s)
	}
}

// short says whether a name is an abbreviation, which must be written in capitals.
func short(name string) bool { return len(name) <= 4 && strings.ToUpper(name) == name }

// signs says whether words are two signs of Chinese or Japanese.
func (b *builder) signs(words string) bool {
	return (b.lang == "zh" || b.lang == "ja") && utf8.RuneCountInString(words) == 2
}

func (b *builder) demonyms() {
	for _, w := range b.g.tables.demonyms {
		if !b.mine(w.lang) {
			continue
		}
		part, letter, _ := strings.Cut(w.what, " ")
		s := Sense{Party: w.party, Class: Demonym, Ref: -1, Letter: letter, Weak: letter == "weak"}
		if s.Weak {
			s.Letter = ""
		}
		if part == "prefix" {
			s.Class = Prefix
		}
		if b.lang == "en" {
			b.add(w.words, s)
			if part == "noun" {
				b.add(plural(w.words), s)
			}
			continue
		}
		if part != "noun" || b.lang != "de" && b.lang != "sr" {
			s.Form = Any
		}
		if part == "capital" { // an adjective of the capital: moskovski
			s.Class, part = Capital, "adjective"
		}
		b.inflect(part, w.words, func(form string) { b.add(form, s) })
	}
}

// plural gives the English plural of a word for a national.
func plural(noun string) string {
	if stem, ok := strings.CutSuffix(noun, "man"); ok && !strings.HasSuffix(noun, "German") && !strings.HasSuffix(noun, "Roman") {
		return stem + "men"
	}
	for _, end := range []string{"s", "ese", "ish", "ch"} {
		if strings.HasSuffix(noun, end) && noun != "Czech" {
			return noun
		}
	}
	return noun + "s"
}

func (b *builder) capitals() {
	for i := range b.g.tables.countries {
		if c := &b.g.tables.countries[i]; c.Capital != "" && c.Code != "EU" {
			b.add(c.Capital, b.capital(c.Capital, c.Code))
		}
	}
	for _, w := range b.g.tables.capitals {
		if w.lang == "en" {
			if b.lang == "en" {
				b.add(w.words, b.capital(w.words, w.party))
			}
		} else if b.mine(w.lang) {
			b.inflect("capital", w.words, func(form string) { b.add(form, b.capital(w.words, w.party)) })
		}
	}
}

// capital gives the sense of a capital's name, a weak one where there are namesakes.
func (b *builder) capital(name string, c data.Party) Sense {
	return Sense{Party: c, Class: Capital, Ref: -1, Weak: b.ambiguous[text.Fold(name)]}
}

// offices enters seats, regions, organisations and groups.
func (b *builder) offices() {
	t := b.g.tables
	for _, w := range t.metonyms {
		s := Sense{Party: w.party, Class: Seat, Weak: w.what != "", Ref: -1, What: w.note, Form: upperForm(w.words)}
		b.inflected(w, s)
	}
	for _, w := range t.regions {
		b.inflected(w, Sense{Party: w.party, Class: Region, Weak: w.what == "state", Ref: -1})
	}
	for _, w := range t.bodies {
		s := Sense{Party: w.party, Class: Body, Ref: -1, Form: upperForm(w.words)}
		switch w.what {
		case "agency":
			s.Class = Agency
		case "company":
			s.Class, s.Weak = Company, true
		case "multinational":
			s.Class, s.Weak, s.Global = Company, true, true
		}
		b.add(w.words, s)
	}
	for _, w := range t.groups {
		if b.mine(w.lang) {
			for _, p := range strings.Fields(w.note) {
				b.add(w.words, Sense{Party: data.Party(p), Class: Group, Ref: -1, Form: Any, Short: b.signs(w.words)})
			}
		}
	}
}

// inflected enters the words of a row of the lexicon's language in their forms.
func (b *builder) inflected(w word, s Sense) {
	switch {
	case !b.mine(w.lang):
	case w.lang == "en":
		b.add(w.words, s)
	default:
		if first, _ := utf8.DecodeRuneInString(w.words); unicode.IsLower(first) {
			s.Form = Any
		}
		b.inflect("name", w.words, func(form string) { b.add(form, s) })
	}
}

// traps enters the words that look like a party's and are not. They go before every other sense of the words, as far as
// they are written as in the table: a capital, a letter that folding takes away.
func (b *builder) traps() {
	for _, w := range b.g.tables.traps {
		if !b.mine(w.lang) {
			continue
		}
		s := Sense{Class: Trap, Ref: -1, What: w.what, Form: Any, Short: w.what == "a plain word" && b.signs(w.words)}
		if first, _ := utf8.DecodeRuneInString(w.words); unicode.IsUpper(first) {
			s.Form = Capitals
		}
		if s.Proper = proper(w.words); !strings.ContainsAny(w.words, " -") {
			s.Letter = foldedAway(w.words)
		}
		b.first(w.words, s)
		if b.lang == "sr" {
			s.Letter = ""
			b.first(cyrillic(w.words), s)
		}
	}
}

// proper says whether the last of several words has a capital.
func proper(words string) bool {
	i := strings.LastIndexByte(words, ' ')
	last, _ := utf8.DecodeRuneInString(words[i+1:])
	return i >= 0 && unicode.IsUpper(last)
}

// foldedAway gives the first letter of a word that folding makes another one of, in lower case; "" for none.
func foldedAway(word string) string {
	for _, r := range strings.ToLower(word) {
		if r >= utf8.RuneSelf && text.Fold(string(r)) != string(r) {
			return string(r)
		}
	}
	return ""
}

// upperForm asks for capitals where the table has them.
func upperForm(words string) Form {
	if strings.ToUpper(words) == words && len(words) <= 8 {
		return Upper
	}
	return Capitals
}

func (b *builder) people() {
	index := make(map[string][]int32, len(b.g.tables.people))
	for i, row := range b.g.tables.names {
		p := &b.g.tables.people[i]
		index[p.Name] = append(index[p.Name], int32(i))
		s := Sense{Party: p.Country, Class: PersonName, Ref: int32(i), What: p.Office}
		for _, name := range row.spellings {
			b.person(name, s)
		}
		s.Class, s.Weak = Surname, !row.alone
		for _, name := range row.surnames {
			b.person(name, s)
		}
	}
	for _, w := range b.g.tables.foreign {
		if !b.mine(w.lang) {
			continue
		}
		for _, i := range index[w.note] {
			p := &b.g.tables.people[i]
			s := Sense{Party: p.Country, Class: PersonName, Ref: i, What: p.Office}
			enter := func(form string) { b.add(form, s) }
			for _, name := range strings.Split(w.words, "; ") {
				b.inflect("person", name, enter)
			}
			if s.Class = Surname; w.what != "" {
				b.inflect("person", w.what, enter)
			}
		}
	}
}

// neighbours are the countries whose people Serbian spells as they do.
const neighbours = "RS BA ME HR SI MK XK AL BG"

// person enters a personal name, inflected where the language does so.
func (b *builder) person(name string, s Sense) {
	native := b.lang == "ru" && name[0] >= utf8.RuneSelf ||
		b.lang == "sr" && (s.Party == "" || strings.Contains(neighbours, string(s.Party)) || foldedAway(name) != "")
	if !native {
		b.add(name, s)
		return
	}
	b.inflect("person", name, func(form string) { b.add(form, s) })
}

func (b *builder) sets() {
	for _, w := range b.g.tables.sets {
		if !b.mine(w.lang) {
			continue
		}
		own := w.lang != "*" || b.lang == "en"
		b.mark(w.words, setNames[w.what], own)
		if b.lang == "sr" {
			b.mark(cyrillic(w.words), setNames[w.what], own)
		}
	}
}

// mark enters a word in a set. A word of the language's own may make a city's name a plain word.
func (b *builder) mark(word string, set Set, own bool) {
	folded := text.Fold(word)
	if b.lang == "zh" {
		folded = text.Simplify(folded)
	}
	if own && set.Any(PlainWord|FirstToo|SurnameToo) {
		b.plain[folded] = true
	}
	if set == AmbiguousCapital {
		b.ambiguous[folded] = true
	}
	b.marks[maphash.String(b.seed, folded)|1] |= set
}
