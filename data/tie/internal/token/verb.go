package token

import (
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// verbHere says whether a word that can be a verb is one at i.
func (s *Line) verbHere(i int) bool {
	w := s.Nodes[i].Word
	if s.Lang != "en" {
		return true
	}
	before := s.TagAt(i - 1)
	switch {
	case before == Name && w.Forms&rules.Base != 0 && s.HeadlinePair(i):
		return true
	case w.Forms&rules.Base != 0 && (before == Name || before == Other) && s.helpedBefore(i) && s.plainObjectNext(i):
		return true
	case s.Fold(i) == "sources" && (before == Name && s.Demonym(i-1) || before == Other && s.Vocab.Lists.Sources.Has(s.Fold(i-1))):
		return false
	case before == Helper && s.Is(i-1, rules.IsBe) && w.Noun != nil && w.Forms&(rules.Participle|rules.Past|rules.Gerund) == 0:
		return false // "are rivals"
	case before == Helper || before == Adverb && s.afterNoun(i) && (w.Noun == nil || s.objectNext(i)):
		return true
	case before == Rel && s.Fold(i) == "own" && s.Fold(i-1) == "whose":
		return false // "whose own quarrel"
	case s.Fold(max(i-1, 0)) == "to" && i > 0 && s.Fold(i) == "court" && !s.plainObjectNext(i):
		return false // "took Peru to court"
	case s.Fold(max(i-1, 0)) == "to" && i > 0:
		return w.Forms&rules.Base != 0
	case before == Adverb && w.Forms&(rules.Base|rules.Third) != 0 && (s.TagAt(i-2) == Poss || s.TagAt(i-2) == Det):
		return false // "Peru's long delay"
	case before == Comma && s.Fold(i) == "meeting" && i+1 < len(s.Nodes) && s.Nodes[i+1].Entry != nil && s.Nodes[i+1].Entry.Classes&rules.IsPrep != 0:
		return true // "the ministers, meeting in Lima, agreed"
	case w.Forms&rules.Gerund != 0 && w.Forms&^rules.Gerund == 0 && w.Noun != nil:
		return before != Det && before != Poss && (before != Name && s.objectNext(i) || s.warns(i, before))
	case w.Forms&^rules.Gerund == 0 && before == Other && s.TagAt(i-2) == Det && (s.Fold(i-2) == "a" || s.Fold(i-2) == "an") && s.ends(i+1):
		return false // "because of a single building"
	case w.Forms == rules.Gerund && (before == Comma || before == Conj) && i+1 < len(s.Nodes) && s.Nodes[i+1].Mention >= 0 && w.Verb.Has(rules.Compare):
		return false // "allies, neighbouring Peru and Chile"
	case w.Forms&rules.Gerund != 0 && w.Forms&^rules.Gerund == 0:
		return before != Det && before != Poss && !(before == Name && s.Demonym(i-1) && !s.pluralBefore(i))
	case w.Forms&(rules.Past|rules.Participle) != 0 && w.Noun == nil:
		return s.pastHere(i, before)
	case before == Det || before == Poss || before == Prep || before == Number || before == Hyphen:
		return false
	case before == Pronoun || before == Rel:
		return true
	case w.Noun == nil && w.Forms&(rules.Past|rules.Participle) == 0:
		return s.bareVerb(i, before)
	case w.Noun == nil:
		return true
	}
	return s.verbNotNoun(i, before)
}

// helpReach is how many words the object of "help" has at most.
const helpReach = 5

// helpedBefore says whether what stands before token i is the object of "help" or "let", which then does what follows: "helped the
// Peruvian army fight".
func (s *Line) helpedBefore(i int) bool {
	if s.Demonym(i-1) && !s.pluralBefore(i) {
		return false
	}
	for k := i - 1; k >= max(0, i-helpReach); k-- {
		switch s.Nodes[k].Tag {
		case Name, Other, Det, Hyphen:
		case Verb:
			r := s.Nodes[k].Rel
			return r != nil && (r.Word == "help" || r.Word == "let")
		default:
			return false
		}
	}
	return false
}

// plainObjectNext says whether a name, a number or an article follows a word that can be a verb, which is then no noun.
func (s *Line) plainObjectNext(i int) bool {
	if i+1 >= len(s.Nodes) {
		return false
	}
	n := &s.Nodes[i+1]
	return n.Mention >= 0 || s.Token(i+1).Kind == text.Number || n.Entry != nil && n.Entry.Classes&(rules.IsDet|rules.IsPron) != 0
}

// ends says whether a sign or a conjunction stands at node i, or nothing more.
func (s *Line) ends(i int) bool {
	return i >= len(s.Nodes) || s.Token(i).Kind == text.Punct || s.Nodes[i].Entry != nil && s.Nodes[i].Entry.Classes&rules.IsConj != 0
}

// warns says whether "warning" at token i is what people or a party do: "with Peru warning of a flood".
func (s *Line) warns(i int, before Tag) bool {
	if r := s.Nodes[i].Word.Verb; r == nil || r.Kind != data.Threaten || i+1 >= len(s.Nodes) {
		return false
	}
	switch s.Fold(i + 1) {
	case "of", "that", "about":
		return before == Name && !s.Demonym(i-1) || before == Other && s.pluralBefore(i)
	}
	return false
}

// pastHere tells the verb "disputed" from the adjective before a noun.
func (s *Line) pastHere(i int, before Tag) bool {
	switch before {
	case Det:
		return s.thatOne(i) || s.Fold(i-1) == "each" && s.plain(i+1) // "each accused the other"
	case Poss, Number:
		return false
	case Prep, Hyphen, Verb:
		return false
	case Name:
		return !s.Demonym(i-1) || s.plain(i+1) || strings.HasSuffix(s.Fold(i-1), "s") // "the Danes sent pumps", but "the Danish sent pumps"
	}
	return true
}

// thatOne says whether "that" or "those" before the participle at token i means what is told of, by which the participle stands:
// "similar to that concluded between Peru and Chile".
func (s *Line) thatOne(i int) bool {
	if w := s.Fold(i - 1); w != "that" && w != "those" {
		return false
	}
	for i++; i < len(s.Nodes); i++ {
		switch e := s.Nodes[i].Entry; {
		case e == nil || s.Nodes[i].Mention >= 0:
			return false
		case e.Classes&rules.IsPrep != 0:
			return true
		case e.Classes&rules.IsAdv == 0:
			return false
		}
	}
	return false
}

// bareVerb decides words such as "price" and "results", which the tables know as verbs only.
func (s *Line) bareVerb(i int, before Tag) bool {
	w := s.Nodes[i].Word
	if before == Other || before == Name {
		if w.Forms&rules.Third != 0 && s.ofNext(i) {
			return false // "the cocoa boards of Peru and Chile"
		}
		if w.Forms&rules.Third != 0 && (s.counted(i) || s.Is(i, rules.IsSide) && s.plain(i+1) && !s.saysNext(i+1)) {
			return false // "the two Gulf states", "the Arab states, Peru and Chile"
		}
		plural := s.pluralBefore(i) || before == Name && (s.twoNames(i) || s.theWhole(i-1) && s.detNext(i))
		return (!s.Demonym(i-1) && w.Forms&rules.Third != 0 || w.Forms&rules.Base != 0 && plural) && (before == Name || !s.finiteBefore(i))
	}
	if before == Verb {
		r := s.Nodes[i-1].Rel
		return w.Forms&rules.Base != 0 && r != nil && (r.Word == "help" || r.Word == "let")
	}
	if w.Forms&rules.Third != 0 && before == Strong && s.SentenceStart(i) {
		return false // "Prices rose"
	}
	return before != Quote || w.Forms&rules.Third != 0
}

// saysNext says whether what follows a verb of saying begins at token i: "states that", "states: ".
func (s *Line) saysNext(i int) bool {
	return i >= len(s.Nodes) || s.Fold(i) == "that" || s.Fold(i) == ":" || s.Fold(i) == "in"
}

// finiteBefore says whether a verb stands before token i with nothing between them that could begin another clause.
func (s *Line) finiteBefore(i int) bool {
	for i--; i >= 0; i-- {
		switch n := &s.Nodes[i]; n.Tag {
		case Comma, Conj, Sub, Rel, Strong, Quote, Open, Shut:
			return false
		case Verb:
			return !n.Rel.Has(rules.Say)
		case Helper:
			return true // "is its main arms supplier"
		}
	}
	return false
}

// plain says whether token i cannot be the noun that an adjective waits for.
func (s *Line) plain(i int) bool {
	if i >= len(s.Nodes) || s.Nodes[i].Mention >= 0 {
		return true
	}
	w := s.Nodes[i].Entry
	return s.Token(i).Kind != text.Word || w != nil && w.Classes&(rules.IsDet|rules.IsPrep|rules.IsSub|rules.IsPron|rules.IsConj|rules.IsAdv) != 0
}

// Demonym says whether token i ends a mention that can be an adjective.
func (s *Line) Demonym(i int) bool {
	m := s.Nodes[i].Mention
	return m >= 0 && s.Mentions[m].Kind == data.ByDemonym
}

// relativeBefore says whether a relative pronoun opens the clause that ends with token i: "which the two countries
// dispute".
func (s *Line) relativeBefore(i int) bool {
	if t := s.TagAt(i + 1); i+1 < len(s.Nodes) && t != Other && s.Token(i+1).Kind != text.Punct {
		return false
	}
	for i--; i >= 0; i-- {
		switch s.Nodes[i].Tag {
		case Rel:
			return true
		case Comma, Strong, Verb, Helper:
			return false
		}
	}
	return false
}

// objectNext says whether what follows token i can be the object of a verb.
func (s *Line) objectNext(i int) bool {
	next := i + 1
	if next >= len(s.Nodes) {
		return false
	}
	if s.Nodes[next].Mention >= 0 || s.Token(next).Kind == text.Number {
		return true
	}
	w := s.Nodes[next].Entry
	if w == nil {
		return s.Token(next).Kind == text.Word
	}
	const joining = rules.IsPrep | rules.IsConj | rules.IsRel | rules.IsBe | rules.IsHave | rules.IsDo | rules.IsModal | rules.IsNeg
	return w.Classes&(rules.IsDet|rules.IsPron|rules.IsAdv|rules.IsSub) != 0 || w.Noun != nil || w.Verb == nil && w.Classes&joining == 0
}

// verbNotNoun decides words such as "visits" and "export" that are both: a verb after a name or a plural, before
// something that can be its object.
func (s *Line) verbNotNoun(i int, before Tag) bool {
	w := s.Nodes[i].Word
	object := s.objectNext(i)
	switch before {
	case Name:
		if s.Demonym(i - 1) {
			return w.Forms&rules.Base != 0 && (strings.HasSuffix(s.Fold(i-1), "s") && object || s.theWhole(i-1) && s.detNext(i))
		}
		if w.Forms&rules.Base != 0 && s.twoNames(i) && (object || s.Fold(min(i+1, len(s.Nodes)-1)) == "to") {
			return true
		}
		return (w.Forms&(rules.Third|rules.Past) != 0 || s.pluralBefore(i)) && object && !s.governedName(i-1)
	case Other:
		if s.finiteBefore(i) {
			return false
		}
		pw := s.Nodes[i-1].Word
		pl := strings.HasSuffix(s.Fold(i-1), "s") && (pw == nil || pw.Noun == nil || pw.Plural) || s.manyPeople(i-1)
		return (w.Forms&rules.Base != 0 && pl || w.Forms&rules.Third != 0 && !pl || w.Forms&rules.Past != 0 && w.Forms&rules.Base == 0) && (object || s.relativeBefore(i))
	case Conj, Comma:
		return w.Forms&(rules.Third|rules.Past) != 0 && object && !w.Plural
	}
	return false
}

// theWhole says whether token i ends a people named by "the" and its adjective: "the Chinese", "the Dutch".
func (s *Line) theWhole(i int) bool {
	w := s.Fold(i)
	return i > 0 && s.Fold(i-1) == "the" && (strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"))
}

// detNext says whether an article or the like follows token i, as it does no noun.
func (s *Line) detNext(i int) bool {
	return i+1 < len(s.Nodes) && s.Nodes[i+1].Entry != nil && s.Nodes[i+1].Entry.Classes&rules.IsDet != 0
}

// governedName says whether the name that ends with token i stands after a preposition in a clause that has its verb: "has
// been the subject of Peru's".
func (s *Line) governedName(i int) bool {
	for m := s.Nodes[i].Mention; i > 0 && s.Nodes[i].Mention == m; i-- {
	}
	if s.TagAt(i) == Det {
		i--
	}
	if s.TagAt(i) != Prep {
		return false
	}
	for i--; i >= 0; i-- {
		switch s.Nodes[i].Tag {
		case Verb, Helper:
			return !s.Nodes[i].Rel.Has(rules.Say)
		case Comma, Conj, Sub, Rel, Strong, Quote, Open, Shut:
			return false
		}
	}
	return false
}

// afterRow says whether "both", "all" or "each" at token i stands between names joined by "and" and their verb: "Peru and Chile
// both signed".
func (s *Line) afterRow(i int) bool {
	switch s.Fold(i) {
	case "both", "all", "each":
	default:
		return false
	}
	if i+1 >= len(s.Nodes) || s.TagAt(i-1) != Name {
		return false
	}
	w := s.Nodes[i+1].Entry
	if w == nil || w.Classes&(rules.IsHave|rules.IsModal|rules.IsBe) == 0 && (w.Verb == nil || w.Forms&(rules.Past|rules.Base) == 0 || w.Noun != nil && !s.objectNext(i+1)) {
		return false
	}
	k := i - 1
	for k > 0 && (s.Nodes[k].Tag == Name || s.Nodes[k].Tag == Det) {
		k--
	}
	return k > 0 && s.Nodes[k].Tag == Conj && (s.Nodes[k-1].Tag == Name || s.Nodes[k-1].Tag == Comma)
}

// twoNames says whether two names joined by "and" stand before token i: "Peru and Chile plan".
func (s *Line) twoNames(i int) bool {
	k := i - 1
	for k > 0 && s.Nodes[k].Tag == Name && s.Nodes[k].Mention == s.Nodes[i-1].Mention {
		k--
	}
	return k > 0 && s.Nodes[k].Tag == Conj && s.Nodes[k-1].Tag == Name && !s.Demonym(i-1)
}

// afterNoun says whether what stands before token i can be a subject, adverbs and helpers aside.
func (s *Line) afterNoun(i int) bool {
	for i--; i >= 0; i-- {
		switch s.Nodes[i].Tag {
		case Adverb, Helper:
		case Other, Name, Pronoun, Comma, Conj, Number, Shut, Rel, Quote:
			return true
		default:
			return false
		}
	}
	return false
}

// HeadlinePair says whether nothing but two names stands before token i, with a comma between them as in headlines ("Peru,
// Chile sign pact") or an "and" where the token is no noun ("Peru and Chile differ").
func (s *Line) HeadlinePair(i int) bool {
	first, k := s.Nodes[0].Mention, 0
	if i < 3 || first < 0 {
		return false
	}
	for s.Nodes[k].Mention == first {
		k++
	}
	if t := s.TagAt(k); t != Comma && (t != Conj || s.Nodes[i].Word.Noun != nil) || s.TagAt(k+1) != Name {
		return false
	}
	second := s.Nodes[k+1].Mention
	for k++; k < i; k++ {
		if s.Nodes[k].Mention != second {
			return false
		}
	}
	return !s.Demonym(0) && !s.Demonym(i-1)
}
