package mention

import (
	"strings"

	"entente/data/gazetteer"
	"entente/data/text"
)

// prefixes says whether a second country follows a prefix and its hyphen: "Sino-Russian".
func (r *reading) prefixes(i int, c *candidate) bool {
	if !hyphen(r.fold(c, int(c.last))) || i+1 >= len(r.found) || r.found[i+1].first != c.last+1 || r.d.Tokens[c.last+1].Space {
		return false
	}
	switch r.found[i+1].senses[0].Class {
	case gazetteer.Demonym, gazetteer.Name, gazetteer.Prefix:
		return true
	}
	return false
}

// language rejects languages, peoples and the verb to polish.
func (r *reading) language(i int, c *candidate) string {
	first, last := int(c.first), int(c.last)
	if why := r.namedDemonym(c); why != "" {
		return why
	}
	next := last
	if hyphen(r.fold(c, next)) && r.in(c, next+1) && !r.d.Tokens[next].Space {
		next++
	}
	if r.sets(c, next).Has(gazetteer.LanguageWord) {
		return "a language"
	}
	prev := r.fold(c, first-1)
	tail := r.fold(c, last)
	alone := !r.in(c, last) || r.d.Tokens[last].Kind == text.Punct && !hyphen(tail) || tail == "and" || tail == "or" || tail == "with" || tail == "on" || tail == "into" ||
		tail == "at" || tail == "to" || tail == "that" || tail == "for"
	one := last-first == 1
	switch {
	case one && alone && (prev == "in" || prev == "into" || prev == "from") && !r.plural(first):
		return "a language"
	case one && alone && r.sets(c, first-1).Has(gazetteer.Speak) && !r.plural(first):
		return "a language"
	case one && r.sets(c, first-1).Has(gazetteer.Speaks) && !r.plural(first):
		return "a language"
	case one && alone && (prev == "and" || prev == "or") && schoolSubject(r.fold(c, first-2)) && !r.plural(first):
		return "a language" // "Latin and Spanish"
	case one && r.sets(c, first-1).Has(gazetteer.Degree) && r.sets(c, first-2).Has(gazetteer.Speaks):
		return "a language"
	case one && !r.plural(first) && r.calledLanguage(c):
		return "a language"
	case prev == "ethnic":
		return "a people, not the country's citizens"
	case hyphen(prev) && !r.d.Tokens[first].Space && prefixed(r.fold(c, first-2)):
		return "a people or a region, not the country"
	case i > 0 && r.ethnicAfter(&r.found[i-1], c):
		return "a people of the country named before it"
	}
	return r.special(c)
}

// calledLanguage says whether the sentence goes on to call the word a language: "Portuguese is the language of most schools".
func (r *reading) calledLanguage(c *candidate) bool {
	last := int(c.last)
	if f := r.fold(c, last); f != "is" && f != "was" && f != "remains" && f != "became" {
		return false
	}
	for k := last + 1; k < last+6; k++ {
		if r.sets(c, k).Has(gazetteer.LanguageWord) {
			return true
		}
	}
	return false
}

// plural says whether a demonym is one of people, which no language is called.
func (r *reading) plural(i int) bool {
	f := r.d.Fold(i)
	return strings.HasSuffix(f, "s") && f != "swiss"
}

func prefixed(prefix string) bool {
	switch prefix {
	case "pan", "inter", "afro", "african", "latin", "meso", "native", "trans":
		return true
	}
	return false
}

// ethnicAfter says whether c is a people that lives in the country of the candidate before it: "Bosnian Croats".
func (r *reading) ethnicAfter(before, c *candidate) bool {
	if before.last != c.first || before.verdict != accepted || before.sentence != c.sentence || !r.d.Tokens[c.first].Space {
		return false
	}
	class := before.senses[before.sense].Class
	if class != gazetteer.Demonym && class != gazetteer.Name || !r.lex.Sets(r.d.Fold(int(c.first))).Has(gazetteer.Ethnic) {
		return false
	}
	return r.plural(int(c.first)) || !r.beside(c, int(c.last)-1)
}

// schoolSubject says whether a word is something taught that belongs to no country.
func schoolSubject(word string) bool {
	switch word {
	case "latin", "sanskrit", "hebrew", "arabic", "history", "geography", "mathematics", "maths", "literature", "music", "physics", "chemistry":
		return true
	}
	return false
}

// special knows the demonyms that are other words too.
func (r *reading) special(c *candidate) string {
	first, last := int(c.first), int(c.last)
	switch r.d.Fold(first) {
	case "polish":
		if f := r.fold(c, last); first == r.d.Sentences[c.sentence].First && (f == "the" || f == "your" || f == "a" || f == "up" || f == "with") {
			return "the verb"
		}
	case "poles":
		if f := r.fold(c, first-1); f == "north" || f == "south" || f == "magnetic" || f == "geographic" {
			return "the ends of the earth's axis"
		}
	case "indian", "indians":
		if r.sets(c, last).Has(gazetteer.Tribe) {
			return "native Americans"
		}
	case "soviet", "soviets":
		if f := r.fold(c, first-1); f == "former" || hyphen(f) && (r.fold(c, first-2) == "ex" || r.fold(c, first-2) == "post") {
			return "a people or a region, not the country" // "the ex-Soviet republics"
		}
	case "dominican", "dominicans":
		if r.sets(c, last).Has(gazetteer.Order) {
			return "the religious order"
		}
	}
	return ""
}
