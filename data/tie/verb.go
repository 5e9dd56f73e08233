package tie

import (
	"strings"

	"entente/data"
	"entente/data/text"
)

// verbHere says whether a word that can be a verb is one at i.
func (s *sentence) verbHere(i int) bool {
	w := s.nodes[i].word
	if s.lang != "en" {
		return true
	}
	before := s.tagAt(i - 1)
	switch {
	case before == name && w.forms&base != 0 && s.headlinePair(i):
		return true
	case before == helper || before == adverb && s.afterNoun(i) && (w.noun == nil || s.objectNext(i)):
		return true
	case s.fold(max(i-1, 0)) == "to" && i > 0:
		return w.forms&base != 0
	case w.forms&gerund != 0 && w.forms&^gerund == 0 && w.noun != nil:
		return before != det && before != poss && before != name && s.objectNext(i)
	case w.forms&gerund != 0 && w.forms&^gerund == 0:
		return before != det && before != poss && !(before == name && s.demonym(i-1))
	case w.forms&(past|participle) != 0 && w.noun == nil:
		return s.pastHere(i, before)
	case before == det || before == poss || before == prep || before == number || before == hyphen:
		return false
	case before == pronoun || before == rel:
		return true
	case w.noun == nil && w.forms&(past|participle) == 0:
		return s.bareVerb(i, before)
	case w.noun == nil:
		return true
	}
	return s.verbNotNoun(i, before)
}

// pastHere tells the verb "disputed" from the adjective before a noun.
func (s *sentence) pastHere(i int, before tag) bool {
	switch before {
	case det, poss, number:
		return false
	case prep, hyphen, verb:
		return false
	case name:
		return !s.demonym(i-1) || s.plain(i+1)
	}
	return true
}

// bareVerb decides words such as "price" and "results", which the tables know as verbs only.
func (s *sentence) bareVerb(i int, before tag) bool {
	w := s.nodes[i].word
	if before == other || before == name {
		plural := s.pluralBefore(i)
		return (!s.demonym(i-1) && w.forms&third != 0 || w.forms&base != 0 && plural) && (before == name || !s.finiteBefore(i))
	}
	if before == verb {
		r := s.nodes[i-1].rel
		return w.forms&base != 0 && r != nil && (r.word == "help" || r.word == "let")
	}
	return before != quote || w.forms&third != 0
}

// pluralBefore says whether the noun before token i is plural, or the one before its "in Peru" or "of the firm".
func (s *sentence) pluralBefore(i int) bool {
	plural := func(k int) bool {
		return k >= 0 && strings.HasSuffix(s.fold(k), "s") && !strings.HasSuffix(s.fold(k), "ss") && s.token(k).Kind == text.Word
	}
	if plural(i - 1) {
		return true
	}
	for k := i - 2; k >= max(1, i-5); k-- {
		switch s.nodes[k].tag {
		case prep:
			return plural(k - 1)
		case name, other, det, number:
		default:
			return false
		}
	}
	return false
}

// finiteBefore says whether a verb stands before token i with nothing between them that could begin another clause.
func (s *sentence) finiteBefore(i int) bool {
	for i--; i >= 0; i-- {
		switch n := &s.nodes[i]; n.tag {
		case comma, conj, sub, rel, strong, quote, open, shut:
			return false
		case verb:
			return !n.rel.has(say)
		}
	}
	return false
}

// plain says whether token i cannot be the noun that an adjective waits for.
func (s *sentence) plain(i int) bool {
	if i >= len(s.nodes) || s.nodes[i].mention >= 0 {
		return true
	}
	w := s.nodes[i].entry
	return s.token(i).Kind != text.Word || w != nil && w.classes&(isDet|isPrep|isSub|isPron|isConj|isAdv) != 0
}

// demonym says whether token i ends a mention that can be an adjective.
func (s *sentence) demonym(i int) bool {
	m := s.nodes[i].mention
	return m >= 0 && s.mentions[m].Kind == data.ByDemonym
}

// relativeBefore says whether a relative pronoun opens the clause that ends with token i: "which the two countries
// dispute".
func (s *sentence) relativeBefore(i int) bool {
	if t := s.tagAt(i + 1); i+1 < len(s.nodes) && t != other && s.token(i+1).Kind != text.Punct {
		return false
	}
	for i--; i >= 0; i-- {
		switch s.nodes[i].tag {
		case rel:
			return true
		case comma, strong, verb, helper:
			return false
		}
	}
	return false
}

// objectNext says whether what follows token i can be the object of a verb.
func (s *sentence) objectNext(i int) bool {
	next := i + 1
	if next >= len(s.nodes) {
		return false
	}
	if s.nodes[next].mention >= 0 || s.token(next).Kind == text.Number {
		return true
	}
	w := s.nodes[next].entry
	if w == nil {
		return s.token(next).Kind == text.Word
	}
	return w.classes&(isDet|isPron|isAdv|isSub) != 0 || w.noun != nil
}

// verbNotNoun decides words such as "visits" and "export" that are both: a verb after a name or a plural, before
// something that can be its object.
func (s *sentence) verbNotNoun(i int, before tag) bool {
	w := s.nodes[i].word
	object := s.objectNext(i)
	switch before {
	case name:
		if s.demonym(i - 1) {
			return w.forms&base != 0 && strings.HasSuffix(s.fold(i-1), "s") && object
		}
		return (w.forms&(third|past) != 0 || s.pluralBefore(i)) && object
	case other:
		if s.finiteBefore(i) {
			return false
		}
		pw := s.nodes[i-1].word
		pl := strings.HasSuffix(s.fold(i-1), "s") && (pw == nil || pw.noun == nil || pw.plural)
		return (w.forms&base != 0 && pl || w.forms&third != 0 && !pl || w.forms&past != 0 && w.forms&base == 0) && (object || s.relativeBefore(i))
	case conj, comma:
		return w.forms&(third|past) != 0 && object && !w.plural
	}
	return false
}

// afterNoun says whether what stands before token i can be a subject, adverbs and helpers aside.
func (s *sentence) afterNoun(i int) bool {
	for i--; i >= 0; i-- {
		switch s.nodes[i].tag {
		case adverb, helper:
		case other, name, pronoun, comma, conj, number, shut, rel, quote:
			return true
		default:
			return false
		}
	}
	return false
}

// headlinePair says whether nothing but two names stands before token i, with a comma between them as in headlines ("Peru,
// Chile sign pact") or an "and" where the token is no noun ("Peru and Chile differ").
func (s *sentence) headlinePair(i int) bool {
	first, k := s.nodes[0].mention, 0
	if i < 3 || first < 0 {
		return false
	}
	for s.nodes[k].mention == first {
		k++
	}
	if t := s.tagAt(k); t != comma && (t != conj || s.nodes[i].word.noun != nil) || s.tagAt(k+1) != name {
		return false
	}
	second := s.nodes[k+1].mention
	for k++; k < i; k++ {
		if s.nodes[k].mention != second {
			return false
		}
	}
	return !s.demonym(0) && !s.demonym(i-1)
}
