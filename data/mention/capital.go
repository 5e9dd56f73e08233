package mention

import (
	"strings"
	"unicode/utf8"

	"entente/data/gazetteer"
	"entente/data/text"
)

// governs says whether a capital with namesakes acts or is dealt with as a government does, in a sentence that names another
// party: "Georgetown has accused Venezuela", "Peru recalled its envoy from Santiago", "Kingston and London signed". A name of
// people is another matter where the article gives it a surname.
func (r *reading) governs(c *candidate) bool {
	if r.lex.Language != "en" || r.local > 0 || r.style(c) != running || !r.amongParties(c) || r.inFull(c) {
		return false
	}
	first, last := int(c.first), int(c.last)
	if r.fold(c, last) == "," && (r.fold(c, last+1) == "the" || r.fold(c, last+1) == "a") {
		return false // "from Santiago, the second city"
	}
	if r.in(c, last) && r.d.Tokens[last].Kind == text.Clitic {
		return r.sets(c, last+1).Any(gazetteer.Head | gazetteer.VenueNoun | gazetteer.Dealing)
	}
	switch prev := r.fold(c, first-1); prev {
	case "from", "to", "with", "by", "against", "between", "on":
		for k := first - 2; k >= first-5 && r.in(c, k); k-- {
			if r.sets(c, k).Any(gazetteer.Head | gazetteer.Dealing) {
				return true
			}
		}
		return prev == "by" && r.lex.Sets(r.fold(c, first-2)).Has(gazetteer.Verb)
	case "", ",", "and", "that", "but", "while", "as", "after", "because", "when", "if", ";", ":", "“", "\"", "since", "though", "although", "which", "where":
		if r.lex.Sets(r.phrase(c)).Any(gazetteer.Given|gazetteer.FirstToo|gazetteer.StrongFirst) && r.sets(c, last).Has(gazetteer.Human) {
			return false // "Victoria said", who was not named in full
		}
		return r.sets(c, last).Has(gazetteer.Verb) && !r.capital(c, last) || r.besideCapital(c)
	}
	return false
}

// besideCapital says whether a capital stands before another one with which it acts: "Kingston and London signed".
func (r *reading) besideCapital(c *candidate) bool {
	if r.fold(c, int(c.last)) != "and" {
		return false
	}
	k := r.covering(int(c.last) + 1)
	return k >= 0 && r.found[k].verdict == accepted && r.found[k].senses[r.found[k].sense].Class == gazetteer.Capital
}

// sentenceReach is how many mentions to each side of one are looked at for another party of its sentence.
const sentenceReach = 16

// amongParties says whether the sentence of a candidate names another party for certain.
func (r *reading) amongParties(c *candidate) bool {
	at := r.indexOf(c)
	for i := max(0, at-sentenceReach); i < min(at+sentenceReach, len(r.found)); i++ {
		o := &r.found[i]
		if o.sentence == c.sentence && o.verdict == accepted && o.senses[o.sense].Party != c.senses[c.sense].Party {
			return true
		}
	}
	return false
}

// inFull says whether the article has a candidate's name in a longer one: "Sofia Lindgren", "Queen Victoria".
func (r *reading) inFull(c *candidate) bool {
	if r.fullNames == nil {
		r.fullNames = map[string]bool{}
		for i := range r.found {
			o := &r.found[i]
			before, last := int(o.first)-1, int(o.last)
			if o.senses[0].Class == gazetteer.Capital && r.style(o) == running && (r.capital(o, last) && r.beside(o, last-1) ||
				r.capital(o, before) && r.beside(o, before) && !r.sets(o, before).Any(gazetteer.Function)) {
				r.fullNames[r.d.Fold(int(o.first))] = true
			}
		}
	}
	return r.fullNames[r.d.Fold(int(c.first))]
}

// plainly says whether a capital with lesser namesakes is meant: it is the place of writing or where something is, and
// nothing speaks of another.
func (r *reading) plainly(c *candidate) bool {
	if r.local > 0 || r.lex.Sets(r.phrase(c)).Has(gazetteer.SharedCapital) && !r.accented(c) {
		return false
	}
	return r.dateline(c) || r.venueBefore(c) && !r.capital(c, int(c.last)) && r.fold(c, int(c.last)) != "," || r.withCapital(c)
}

// accented says whether a name is written with letters that English has not: San José is hardly in California.
func (r *reading) accented(c *candidate) bool {
	span := r.d.SpanOf(int(c.first), int(c.last))
	return strings.ContainsFunc(r.text[span.Start:span.End], func(letter rune) bool { return letter >= utf8.RuneSelf })
}

// withCapital says whether a capital stands beside another one: "both London and The Hague".
func (r *reading) withCapital(c *candidate) bool {
	if r.fold(c, int(c.first)-1) != "and" {
		return false
	}
	k := r.covering(int(c.first) - 2)
	return k >= 0 && r.found[k].verdict == accepted && r.found[k].senses[r.found[k].sense].Class == gazetteer.Capital
}
