package mention

import (
	"slices"

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
		return r.sets(c, last+1).Any(gazetteer.Head|gazetteer.VenueNoun) || r.dealing(c, last+1)
	}
	switch prev := r.fold(c, first-1); prev {
	case "from", "to", "with", "by", "against", "between", "on":
		for k := first - 2; k >= first-5 && r.in(c, k); k-- {
			if r.sets(c, k).Any(gazetteer.Head) || r.dealing(c, k) {
				return true
			}
		}
		return prev == "by" && r.lex.Sets(r.fold(c, first-2)).Has(gazetteer.Verb)
	case "", ",", "and", "that", "but", "while", "as", "after", "because", "when", "if", ";", ":", "“", "\"", "since", "though", "although", "which", "where":
		if r.lex.Sets(r.phrase(c)).Any(gazetteer.Given|gazetteer.FirstToo|gazetteer.StrongFirst) && anybody[r.fold(c, last)] {
			return false // "Victoria said", who was not named in full
		}
		return r.sets(c, last).Has(gazetteer.Verb) && !r.capital(c, last) || r.besideCapital(c)
	}
	return false
}

// anybody are the verbs of governments that anybody else is the doer of as often.
var anybody = map[string]bool{"'s": true, "again": true, "already": true, "also": true, "answered": true, "argued": true, "argues": true, "asked": true,
	"asks": true, "became": true, "believes": true, "bought": true, "builds": true, "buys": true, "called": true, "calls": true, "can": true, "complained": true, "complains": true,
	"could": true, "decided": true, "decides": true, "did": true, "does": true, "dragged": true, "expected": true, "expects": true, "fears": true, "feared": true, "feels": true,
	"fired": true, "gave": true, "gets": true, "gives": true, "got": true, "had": true, "has": true, "have": true, "helped": true, "holds": true, "hoped": true, "hopes": true,
	"is": true, "joined": true, "joins": true, "keeps": true, "kept": true, "let": true, "lets": true, "made": true, "makes": true, "might": true, "moved": true, "moves": true,
	"must": true, "needed": true, "needs": true, "never": true, "now": true, "paid": true, "pays": true, "put": true, "remained": true, "remains": true, "replied": true, "said": true,
	"saw": true, "say": true, "says": true, "sees": true, "should": true, "still": true, "stopped": true, "takes": true, "tells": true, "test": true, "tests": true, "thanked": true,
	"told": true, "took": true, "wanted": true, "wants": true, "was": true, "welcomed": true, "would": true, "writes": true, "wrote": true}

// besideCapital says whether a capital stands before another one with which it acts: "Kingston and London signed".
func (r *reading) besideCapital(c *candidate) bool {
	if r.fold(c, int(c.last)) != "and" {
		return false
	}
	k := r.covering(int(c.last) + 1)
	return k >= 0 && r.found[k].verdict == accepted && r.found[k].senses[r.found[k].sense].Class == gazetteer.Capital
}

// dealing says whether token i is a noun of what governments have with each other.
func (r *reading) dealing(c *candidate, i int) bool {
	return slices.Contains(dealings, r.fold(c, i))
}

var dealings = []string{"accord", "agreement", "ambassadors", "answer", "border", "ceasefire", "claim", "coup", "deal", "decision", "demand", "diplomats", "dispute",
	"embassy", "envoys", "foreign", "government", "military", "ministry", "neighbour", "neighbor", "objections", "offer", "pact", "permission", "pressure", "protest", "quarrel",
	"refusal", "relations", "reply", "request", "row", "stance", "support", "talks", "ties", "treaty", "veto"}

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
