package tie

import (
	"strings"
	"unicode/utf8"

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
	case s.far == nil && s.unitIs("number", i):
		n.tag = number
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
