package tie

import (
	"strings"
	"unicode/utf8"

	"entente/data"
	"entente/data/text"
)

// tag is the part a token plays in its sentence, as far as the tables and its neighbours tell.
type tag uint8

const (
	other   tag = iota // taken for a noun
	name               // inside a mention
	verb               // a full verb, or the one that carries the meaning of a verb group
	helper             // be, have, do, will, not, and adverbs among them
	det                // articles, possessive pronouns, demonstratives
	number             // digits and spelled numbers
	prep               // prepositions
	conj               // and, or
	sub                // that, because, when
	rel                // which, who
	comma              //
	strong             // ; : — and the like
	open               // ( [
	shut               // ) ]
	quote              // any quotation mark
	hyphen             // between two words without white space
	poss               // 's
	adverb             //
	pronoun            // it, they
)

// node is one token of a sentence with what is known of it.
type node struct {
	tag     tag
	form    form      // of a verb
	entry   *word     // what the tables have on the word, or nil
	word    *word     // the same where the word is read as one, not as part of a mention or a sign
	rel     *relation // of a verb or noun, phrases resolved
	extra   int8      // tokens after this one that belong to the same phrase
	mention int32     // index of the mention it lies in, or -1
	skip    bool      // belongs to a phrase that began before
}

// sentence is one sentence being read.
type sentence struct {
	*reader
	data  text.Sentence
	nodes []node // of its tokens
	first int    // token index of nodes[0]
}

func (s *sentence) fold(i int) string { return s.doc.Fold(s.first + i) }

func (s *sentence) token(i int) text.Token { return s.doc.Tokens[s.first+i] }

func (s *sentence) is(i int, c classes) bool {
	return i >= 0 && i < len(s.nodes) && s.nodes[i].word != nil && s.nodes[i].word.classes&c != 0
}

func (s *sentence) tagAt(i int) tag {
	if i < 0 || i >= len(s.nodes) {
		return strong
	}
	return s.nodes[i].tag
}

// tagAll gives every token its tag: by mention, by sign, by the tables, by the tokens before it.
func (s *sentence) tagAll() {
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.skip {
			continue
		}
		t := s.token(i)
		switch {
		case n.mention >= 0:
			n.tag = name
		case t.Kind == text.Clitic:
			n.tag = poss
		case t.Kind == text.Number:
			n.tag = number
		case t.Kind == text.Punct:
			n.tag = s.signTag(i)
		default:
			s.tagWord(i)
		}
	}
}

func (s *sentence) signTag(i int) tag {
	t := s.token(i)
	r, _ := utf8.DecodeRuneInString(s.doc.Text[t.Start:])
	switch r {
	case ',', '、', '，':
		return comma
	case '(', '[', '（':
		return open
	case ')', ']', '）':
		return shut
	case '"', '“', '”', '„', '«', '»', '「', '」', '『', '』':
		return quote
	case '\'', '’', '‘':
		if i > 0 && !t.Space && strings.HasSuffix(s.fold(i-1), "s") {
			return poss
		}
		return quote
	case '-', '‑', '–':
		if i > 0 && !t.Space && i+1 < len(s.nodes) && !s.token(i+1).Space {
			return hyphen
		}
		return strong
	case '$', '€', '£', '¥', '%', '&', '/', '+', '#':
		return number
	}
	return strong
}

// tagWord tags a word by its entry and its neighbours.
func (s *sentence) tagWord(i int) {
	n := &s.nodes[i]
	t := s.token(i)
	n.word = s.nodes[i].entry
	if n.word == nil {
		s.tagUnknown(i, t)
		return
	}
	if s.tagPhrase(i) {
		return
	}
	if s.moreThan(i) {
		n.tag = number
		return
	}
	c := n.word.classes
	proper := t.Case != text.Lower && i > 0 && !s.shouting && !s.sentenceStart(i)
	switch {
	case c&(isBe|isHave|isDo) != 0, c&isModal != 0 && !proper:
		n.tag = helper
	case c&isRel != 0:
		n.tag = rel
	case c&isConj != 0:
		n.tag = conj
	case c&isSub != 0:
		n.tag = s.subordinator(i)
	case c&isPrep != 0 && (n.word.verb == nil || n.word.forms == gerund):
		n.tag = prep
	case c&isTwo != 0:
		n.tag = number
	case c&isDet != 0:
		n.tag = det
	case c&isPron != 0:
		n.tag = pronoun
	case n.word.verb != nil && !proper && s.verbHere(i):
		s.tagVerb(i)
	case n.word.noun != nil:
		n.tag, n.rel = other, n.word.noun
	case c&isPrep != 0:
		n.tag = prep
	case c&(isAdv|isNeg|isFuture|isMaybe) != 0:
		n.tag = adverb
	}
}

// moreThan says whether token i belongs to "more than" before a number.
func (s *sentence) moreThan(i int) bool {
	at := func(k int, w string) bool { return k >= 0 && k < len(s.nodes) && s.fold(k) == w }
	than := i
	if !at(than, "than") {
		than++
	}
	if !at(than, "than") || than+1 >= len(s.nodes) || s.token(than+1).Kind != text.Number && !s.unitIs("number", than+1) {
		return false
	}
	return at(than-1, "more") || at(than-1, "less") || at(than-1, "fewer")
}

func (s *sentence) tagVerb(i int) {
	n := &s.nodes[i]
	n.tag, n.form, n.rel = verb, n.word.forms, n.word.verb
	if c := n.word.classes; c&(isBe|isHave|isDo) != 0 {
		n.form |= base
	}
}

// tagPhrase looks for the longest entry of several words that begins here.
func (s *sentence) tagPhrase(i int) bool {
	n := &s.nodes[i]
	for p := range n.word.phrases {
		ph := &n.word.phrases[p]
		if i+len(ph.rest) >= len(s.nodes) || !s.follows(i+1, ph.rest) {
			continue
		}
		w := ph.word
		switch {
		case w.verb != nil && (w.noun == nil && n.word.noun == nil || s.verbHere(i)):
			n.tag, n.rel, n.form = verb, w.verb, w.forms
			if n.form == 0 {
				n.form = n.word.forms
			}
		case w.noun != nil:
			n.tag, n.rel = other, w.noun
		case w.classes&isPrep != 0:
			n.tag, n.word = prep, w
		default:
			continue
		}
		n.extra = int8(len(ph.rest))
		for k := 1; k <= len(ph.rest); k++ {
			s.nodes[i+k].skip, s.nodes[i+k].tag = true, n.tag
			s.nodes[i+k].word = s.nodes[i+k].entry
		}
		return true
	}
	return false
}

func (s *sentence) follows(i int, rest []string) bool {
	for k, w := range rest {
		if s.nodes[i+k].mention >= 0 || s.fold(i+k) != w {
			return false
		}
	}
	return true
}

// sentenceStart says whether token i is the first word, after signs and quotes.
func (s *sentence) sentenceStart(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if s.token(k).Kind != text.Punct && s.token(k).Kind != text.Number {
			return false
		}
		if s.nodes[k].tag == quote {
			return true
		}
	}
	return true
}

// subordinator tells a demonstrative "that" from the conjunction.
func (s *sentence) subordinator(i int) tag {
	switch s.fold(i) {
	case "that":
	case "as":
		if i+1 < len(s.nodes) {
			if w := s.nodes[i+1].entry; w != nil && w.classes&isPron != 0 {
				return sub
			}
		}
		return prep
	default:
		return sub
	}
	if p := s.tagAt(i - 1); p == prep || p == strong && i == 0 {
		return det
	}
	if s.tagAt(i-1) != other && s.tagAt(i-1) != name && s.tagAt(i-1) != comma {
		return sub
	}
	for k := i - 1; k >= max(0, i-6); k-- {
		if n := &s.nodes[k]; n.tag == verb && n.rel != nil {
			if n.rel.has(say) || n.rel.frame&inThat != 0 {
				return sub
			}
			break
		}
	}
	return rel
}

// tagUnknown tags a word that no table knows by its ending and its neighbours.
func (s *sentence) tagUnknown(i int, t text.Token) {
	w := s.fold(i)
	n := &s.nodes[i]
	switch {
	case s.unitIs("number", i):
		n.tag = number
	case t.Case != text.Lower || s.lang != "en" || len(w) < 4:
		n.tag = other
	case strings.HasSuffix(w, "ly"):
		n.tag = adverb
	case strings.HasSuffix(w, "ed") && s.afterNoun(i):
		n.tag, n.form, n.rel = verb, past|participle, unknownVerb
	case strings.HasSuffix(w, "ing") && s.tagAt(i-1) == comma:
		n.tag, n.form, n.rel = verb, gerund, unknownVerb
	case s.tagAt(i-1) == helper && s.is(i-1, isModal|isDo):
		n.tag, n.form, n.rel = verb, base, unknownVerb
	case s.tagAt(i-1) == helper && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")):
		n.tag, n.form, n.rel = verb, participle, unknownVerb
	default:
		n.tag = other
	}
}

// unknownVerb stands for a verb that no table has.
var unknownVerb = &relation{word: "?", flags: general}

// toBefore says whether the infinitive's "to" stands before token i, adverbs aside.
func (s *sentence) toBefore(i int) bool {
	for i--; i > 0 && s.nodes[i].tag == adverb; i-- {
	}
	return i >= 0 && s.fold(i) == "to"
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

// verbHere says whether a word that can be a verb is one at i.
func (s *sentence) verbHere(i int) bool {
	w := s.nodes[i].word
	if s.lang != "en" {
		return true
	}
	before := s.tagAt(i - 1)
	switch {
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
