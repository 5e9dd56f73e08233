package token

import (
	"strings"
	"unicode/utf8"

	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// Tag is the part a token plays in its sentence, as far as the tables and its neighbours tell.
type Tag uint8

const (
	Other   Tag = iota // taken for a noun
	Name               // inside a mention
	Verb               // a full verb, or the one that carries the meaning of a verb group
	Helper             // be, have, do, will, not, and adverbs among them
	Det                // articles, possessive pronouns, demonstratives
	Number             // digits and spelled numbers
	Prep               // prepositions
	Conj               // and, or
	Sub                // that, because, when
	Rel                // which, who
	Comma              //
	Strong             // ; : — and the like
	Open               // ( [
	Shut               // ) ]
	Quote              // any quotation mark
	Hyphen             // between two words without white space
	Poss               // 's
	Adverb             //
	Pronoun            // it, they
)

// Node is one token of a sentence with what is known of it.
type Node struct {
	Tag     Tag
	Form    rules.Form      // of a verb
	Extra   int8            // tokens after this one that belong to the same phrase
	Skip    bool            // belongs to a phrase that began before
	Mention int32           // index of the mention it lies in, or -1
	Entry   *rules.Word     // what the tables have on the word, or nil
	Word    *rules.Word     // the same where the word is read as one, not as part of a mention or a sign
	Rel     *rules.Relation // of a verb or noun, phrases resolved
	folded  string          // the word
	classes rules.Classes   // of Word, kept here since rules ask for them all the time
	told    rules.TermClass // of Entry
}

// read makes the word of a node what the tables have on it, which may be nil.
func (n *Node) read(w *rules.Word) {
	if n.Word, n.classes = w, 0; w != nil {
		n.classes = w.Classes
	}
}

// Fold gives the folded word at node i, or one outside the sentence.
func (s *Line) Fold(i int) string {
	if uint(i) < uint(len(s.Nodes)) {
		return s.Nodes[i].folded
	}
	return s.Doc.Fold(s.First + i)
}

// Token gives the token at node i.
func (s *Line) Token(i int) text.Token { return s.Doc.Tokens[s.First+i] }

// Is says whether node i, which may lie outside the sentence, is a word of one of the classes.
func (s *Line) Is(i int, c rules.Classes) bool {
	return uint(i) < uint(len(s.Nodes)) && s.Nodes[i].classes&c != 0
}

// TagAt gives the tag at node i, Strong outside the sentence.
func (s *Line) TagAt(i int) Tag {
	if uint(i) >= uint(len(s.Nodes)) {
		return Strong
	}
	return s.Nodes[i].Tag
}

// TagAll gives every token its tag: by mention, by sign, by the tables, by the tokens before it.
func (s *Line) TagAll() {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Skip {
			continue
		}
		t := s.Token(i)
		switch {
		case n.Mention >= 0:
			n.Tag = Name
		case t.Kind == text.Clitic:
			n.Tag = Poss
		case t.Kind == text.Number:
			n.Tag = Number
		case t.Kind == text.Punct:
			if n.Tag = s.signTag(i); n.Tag == Quote && s.quotedAdverb(i) {
				n.Tag, s.Nodes[i-2].Tag = Adverb, Adverb
			}
		default:
			s.tagWord(i)
		}
	}
}

// quotedAdverb says whether a quotation mark closes round one adverb, which the verb after it goes on from: 'will “strongly”
// resist'.
func (s *Line) quotedAdverb(i int) bool {
	return i >= 3 && s.Nodes[i-1].Tag == Adverb && s.Nodes[i-2].Tag == Quote && strings.HasSuffix(s.Fold(i-1), "ly")
}

func (s *Line) signTag(i int) Tag {
	t := s.Token(i)
	r, _ := utf8.DecodeRuneInString(s.Doc.Text[t.Start:])
	switch r {
	case ',', '、', '，':
		return Comma
	case '(', '[', '（':
		return Open
	case ')', ']', '）':
		return Shut
	case '"', '“', '”', '„', '«', '»', '「', '」', '『', '』':
		return Quote
	case '\'', '’', '‘':
		if i > 0 && !t.Space && strings.HasSuffix(s.Fold(i-1), "s") {
			return Poss
		}
		return Quote
	case '-', '‑', '–':
		if i > 0 && !t.Space && i+1 < len(s.Nodes) && !s.Token(i+1).Space {
			return Hyphen
		}
		return Strong
	case '$', '€', '£', '¥', '%', '&', '/', '+', '#':
		return Number
	}
	return Strong
}

// tagWord tags a word by its entry and its neighbours.
func (s *Line) tagWord(i int) {
	n := &s.Nodes[i]
	t := s.Token(i)
	n.read(n.Entry)
	if n.Word == nil {
		s.tagUnknown(i, t)
		return
	}
	if n.Word.Plain {
		n.Tag, n.Rel = Other, n.Word.Noun
		return
	}
	if s.tagPhrase(i) {
		return
	}
	if n.Word.Odd && s.moreThan(i) {
		n.Tag = Number
		return
	}
	s.tagByClass(i, t)
}

// tagByClass tags a word that the tables have and that begins no phrase.
func (s *Line) tagByClass(i int, t text.Token) {
	n := &s.Nodes[i]
	c, odd := n.Word.Classes, n.Word.Odd
	switch {
	case c&(rules.IsBe|rules.IsHave|rules.IsDo) != 0, c&rules.IsModal != 0 && !s.proper(i):
		n.Tag = Helper
	case c&rules.IsRel != 0:
		n.Tag = Rel
	case c&rules.IsConj != 0:
		n.Tag = Conj
		if before := s.TagAt(i - 1); s.Fold(i) == "yet" && (before == Helper || before == Adverb) {
			n.Tag = Adverb // "has not yet signed", "has yet to sign"
		}
	case c&rules.IsSub != 0:
		n.Tag = s.subordinator(i)
	case odd && s.TagAt(i-1) == Helper && s.Fold(i) == "since":
		n.Tag = Adverb // "has since promised"
	case c&rules.IsPrep != 0 && (n.Word.Verb == nil || n.Word.Forms == rules.Gerund):
		n.Tag = Prep
	case odd && s.oddAdverb(i):
		n.Tag = Adverb
	case c&rules.IsDet != 0 && s.TagAt(i-1) == Helper && howMuch(s.Fold(i)) && s.participleNext(i):
		n.Tag = Adverb // "have both criticised", "are most opposed"
	case c&rules.IsDet != 0 && s.afterRow(i):
		n.Tag = Adverb // "Peru and Chile both signed"
	case c&rules.IsTwo != 0:
		n.Tag = Number
	case c&rules.IsDet != 0:
		n.Tag = Det
	case c&rules.IsPron != 0:
		n.Tag = Pronoun
	case n.Word.Verb != nil && !s.proper(i) && s.verbHere(i):
		s.tagVerb(i)
	case n.Word.Noun != nil:
		n.Tag, n.Rel = Other, n.Word.Noun
	case c&rules.IsPrep != 0:
		n.Tag = Prep
	case c&(rules.IsAdv|rules.IsNeg|rules.IsFuture|rules.IsMaybe) != 0:
		n.Tag = Adverb
	case !s.Foreign && s.TermIs(rules.NumberTerm, i):
		n.Tag = Number
	case c == 0 && n.Word.Verb == nil && n.Word.Told == 0:
		s.tagUnknown(i, t) // only longer entries begin with it, or it only tells a field
	}
}

// proper says whether the word at node i is written as a name is, in the midst of words that are not.
func (s *Line) proper(i int) bool {
	return s.Token(i).Case != text.Lower && i > 0 && !s.Shouting() && !s.SentenceStart(i)
}

// oddAdverb says whether token i is an adverb by the word beside it: "will no longer train", "put Peru back on the list".
func (s *Line) oddAdverb(i int) bool {
	switch s.Fold(i) {
	case "no":
		return i+1 < len(s.Nodes) && s.Fold(i+1) == "longer"
	case "longer":
		return i > 0 && s.Fold(i-1) == "no"
	case "back":
		return i+1 < len(s.Nodes) && s.Nodes[i+1].Entry != nil && s.Nodes[i+1].Entry.Classes&rules.IsPrep != 0
	}
	return false
}

// moreThan says whether token i belongs to "more than" before a number.
func (s *Line) moreThan(i int) bool {
	at := func(k int, w string) bool { return k >= 0 && k < len(s.Nodes) && s.Fold(k) == w }
	than := i
	if !at(than, "than") {
		than++
	}
	number := than + 1
	if at(number, "a") || at(number, "half") {
		number++ // "more than a million"
	}
	if !at(than, "than") || number >= len(s.Nodes) || s.Token(number).Kind != text.Number && !s.TermIs(rules.NumberTerm|rules.ScaleTerm, number) {
		return false
	}
	return at(than-1, "more") || at(than-1, "less") || at(than-1, "fewer")
}

func (s *Line) tagVerb(i int) {
	n := &s.Nodes[i]
	n.Tag, n.Form, n.Rel = Verb, n.Word.Forms, n.Word.Verb
	if s.participleNext(i) && (n.Rel.Word == "stay" || n.Rel.Word == "remain") {
		n.Tag = Helper // "will stay halted"
		n.read(s.Vocab.At("be"))
	}
	if c := n.Word.Classes; c&(rules.IsBe|rules.IsHave|rules.IsDo) != 0 {
		n.Form |= rules.Base
	}
}

// tagPhrase looks for the longest entry of several words that begins here.
func (s *Line) tagPhrase(i int) bool {
	n := &s.Nodes[i]
	if !n.Word.Opens() || i+1 >= len(s.Nodes) {
		return false
	}
	for _, ph := range n.Word.Going(s.Seat(i + 1)) {
		if i+len(ph.Rest) >= len(s.Nodes) || !s.Follows(i+1, ph.Rest) {
			continue
		}
		w := ph.Word
		switch {
		case w.Verb != nil && s.afterArticle(i) && w.Forms&rules.Participle == 0:
			continue // "blamed the fire on Peru"
		case w.Verb != nil && (w.Noun == nil && n.Word.Noun == nil || s.verbHere(i)):
			n.Tag, n.Rel, n.Form = Verb, w.Verb, w.Forms
			if n.Form == 0 {
				n.Form = n.Word.Forms
			}
		case w.Noun != nil:
			n.Tag, n.Rel = Other, w.Noun
		case w.Classes&rules.IsPrep != 0:
			n.Tag = Prep
			n.read(w)
		default:
			continue
		}
		n.Extra = int8(len(ph.Rest))
		for k := 1; k <= len(ph.Rest); k++ {
			s.Nodes[i+k].Skip, s.Nodes[i+k].Tag = true, n.Tag
			s.Nodes[i+k].read(s.Nodes[i+k].Entry)
		}
		return true
	}
	return false
}

// afterArticle says whether an article or "its" and the like stands right before token i.
func (s *Line) afterArticle(i int) bool {
	switch s.Fold(i - 1) {
	case "the", "a", "an", "its", "their", "his", "her":
		return i > 0
	}
	return false
}

// Follows says whether the words of rest stand at node i on, none of them in a mention.
func (s *Line) Follows(i int, rest []string) bool {
	for k, w := range rest {
		if s.Nodes[i+k].Mention >= 0 || s.Fold(i+k) != w {
			return false
		}
	}
	return true
}

// SentenceStart says whether token i is the first word, after signs and quotes.
func (s *Line) SentenceStart(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if s.Token(k).Kind != text.Punct && s.Token(k).Kind != text.Number {
			return false
		}
		if s.Nodes[k].Tag == Quote {
			return true
		}
	}
	return true
}

// participleNext says whether a past participle follows token i.
func (s *Line) participleNext(i int) bool {
	if i+1 >= len(s.Nodes) || s.Nodes[i+1].Mention >= 0 {
		return false
	}
	e := s.Nodes[i+1].Entry
	return e != nil && e.Verb != nil && (e.Noun == nil || e.Noun.Has(rules.Predicate)) && e.Forms&rules.Participle != 0
}

// aside says whether only a noun group stands between token i, which follows a comma, and the next one: "sales to Peru, once
// the main outlet, have ceased".
func (s *Line) aside(i int) bool {
	if s.TagAt(i-1) != Comma {
		return false
	}
	for k := i + 1; k < min(len(s.Nodes), i+7); k++ {
		if s.Token(k).Kind == text.Punct {
			return k > i+1 && s.Fold(k) == ","
		}
		if e := s.Nodes[k].Entry; e != nil && e.Classes&(rules.IsBe|rules.IsHave|rules.IsModal|rules.IsPron) != 0 {
			return false
		}
	}
	return false
}

// tagUnknown tags a word that no table knows by its ending and its neighbours.
func (s *Line) tagUnknown(i int, t text.Token) {
	w := s.Fold(i)
	n := &s.Nodes[i]
	switch {
	case s.TermIs(rules.NumberTerm, i):
		n.Tag = Number
	case t.Case != text.Lower || s.Lang != "en" || len(w) < 4:
		n.Tag = Other
	case strings.HasSuffix(w, "ly"):
		n.Tag = Adverb
	case strings.HasSuffix(w, "ed") && s.afterNoun(i):
		n.Tag, n.Form, n.Rel = Verb, rules.Past|rules.Participle, UnknownVerb
	case strings.HasSuffix(w, "ing") && s.TagAt(i-1) == Comma:
		n.Tag, n.Form, n.Rel = Verb, rules.Gerund, UnknownVerb
	case s.TagAt(i-1) == Helper && s.Is(i-1, rules.IsModal|rules.IsDo):
		n.Tag, n.Form, n.Rel = Verb, rules.Base, UnknownVerb
	case s.TagAt(i-1) == Helper && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")):
		n.Tag, n.Form, n.Rel = Verb, rules.Participle, UnknownVerb
	default:
		n.Tag = Other
	}
}

// UnknownVerb stands for a verb that no table has.
var UnknownVerb = &rules.Relation{Word: "?", Flags: rules.General}

// howMuch says whether a word that stands before nouns stands before participles as well.
func howMuch(w string) bool {
	return w == "both" || w == "most" || w == "more" || w == "less" || w == "least"
}
