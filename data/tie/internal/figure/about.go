package figure

import (
	"strings"
	"unicode"

	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// counts says whether the unit of an amount is a noun that is counted, not money, percent or a measure.
func (a *Amount) counts() bool {
	return a.Unit == "people" || len(a.Unit) > 2 && a.Unit == strings.ToLower(a.Unit) && strings.HasSuffix(a.Text, a.Unit)
}

// measureKey is a word for what an amount measures, to compare it with others: the verb that counts, or the last noun of what
// is measured. "" where it is not told, or where the amount is only a part: "another 300", "a further $2 million".
func (s *Figures) measureKey(a *Amount) string {
	for k := max(0, a.First-3); k < a.First; k++ {
		if parts[s.Fold(k)] {
			return ""
		}
	}
	v := s.actionBefore(a)
	switch {
	case s.invests(v, a):
		return "invest"
	case v != nil && v.Rel.Kind != "" && !v.Rel.Has(rules.Light) && a.counts():
		return v.Rel.Word
	}
	if a.counts() {
		if v := s.passiveAfter(a); v != nil && v.Rel.Kind != "" {
			return v.Rel.Word
		}
		return ""
	}
	if a.Unit == "%" {
		return a.About
	}
	return a.About[strings.LastIndexByte(a.About, ' ')+1:]
}

// parts are words before an amount that is not the whole.
var parts = map[string]bool{"another": true, "further": true, "additional": true, "remaining": true, "extra": true, "first": true,
	"second": true, "last": true, "other": true, "by": true, "from": true}

// measured tells in a few words what an amount measures: "trade turnover", "workers employed", "loan"; "" where the text
// says no more than the unit does.
func (s *Figures) measured(a *Amount) string {
	if s.Foreign {
		return ""
	}
	v := s.actionBefore(a)
	if a.counts() {
		if v == nil {
			v = s.passiveAfter(a)
		}
		if v == nil || v.Rel.Participle == "" || v.Rel.Has(rules.Light) || v.Rel.Kind == "" && !v.Passive {
			return ""
		}
		return strings.ToLower(a.Unit) + " " + v.Rel.Participle
	}
	if words := s.nounAfter(a); words != "" {
		return words
	}
	if s.invests(v, a) {
		return "investment"
	}
	if words := s.nounBefore(a, v); words != "" {
		return words
	}
	if v != nil && v.Rel.Kind != "" && !v.Rel.Has(rules.Light) && v.Rel.Participle != "" && len(a.Unit) == 3 {
		return "amount " + v.Rel.Participle
	}
	return ""
}

// invests says whether an amount is what an action puts into something: "invested €5 million", "have put €5 million into Peru".
func (s *Figures) invests(v *grammar.Action, a *Amount) bool {
	if v == nil || v.Rel.Word == "invest" {
		return v != nil && v.Rel.Kind != "" && !v.Rel.Has(rules.Light)
	}
	switch v.Rel.Word {
	case "put", "pour", "plough", "pump", "sink":
		return a.last < len(s.Nodes) && s.Fold(a.last) == "into" && len(a.Unit) == 3
	}
	return false
}

// actionBefore gives the action that an amount is the object of: the one before it with no noun between them but the
// names of those who get it.
func (s *Figures) actionBefore(a *Amount) *grammar.Action {
	first := s.qualified(a.First)
	for i := len(s.Actions) - 1; i >= 0; i-- {
		v := &s.Actions[i]
		if v.Last > a.First {
			continue
		}
		for k := v.Last; k < a.First; k++ {
			if t := s.TagAt(k); t != token.Adverb && t != token.Det && t != token.Number && t != token.Name && t != token.Pronoun && !s.boundAt(k, a.First) &&
				k < first {
				return nil
			}
		}
		if v.Rel == nil || v.Rel == token.UnknownVerb {
			return nil
		}
		return v
	}
	return nil
}

// qualified gives where the words begin that only qualify an amount, as in "a record $5 billion" and "the current 27 per cent";
// first, where it begins, if there are none.
func (s *Figures) qualified(first int) int {
	k := first
	for k > 0 && s.plainNoun(k-1) {
		k--
	}
	if k > 0 && s.TagAt(k-1) == token.Det {
		return k
	}
	return first
}

// boundAt says whether the words from k up to an amount are its bound, as in "up to 30".
func (s *Figures) boundAt(k, first int) bool {
	for ; k >= 0 && first-k <= 3; k-- {
		if _, end, ok := s.Term(rules.BoundTerm, k); ok && end == first {
			return true
		}
	}
	return false
}

// passiveAfter gives the passive that follows an amount: "30 people were killed".
func (s *Figures) passiveAfter(a *Amount) *grammar.Action { return s.passiveAt(a.last) }

// passiveAt gives the passive that begins at a node.
func (s *Figures) passiveAt(node int) *grammar.Action {
	for i := range s.Actions {
		if v := &s.Actions[i]; v.First == node && v.Passive && v.Rel != nil && v.Rel != token.UnknownVerb {
			return v
		}
	}
	return nil
}

// nounAfter gives the noun that an amount describes or is an amount of: "a $970 million contract", "$4 billion in aid".
func (s *Figures) nounAfter(a *Amount) string {
	if words := s.nounsAt(a.last); words != "" {
		return words
	}
	if w := ""; a.last < len(s.Nodes) {
		if w = s.Fold(a.last); w != "of" && w != "in" && w != "worth" {
			return ""
		}
		k := a.last + 1
		for k < len(s.Nodes) && (s.TagAt(k) == token.Det || w == "worth" && s.Fold(k) == "of") {
			k++
		}
		if k = s.pastOwner(k); s.Fold(k) == "total" {
			k++
		}
		return s.nounsAt(k)
	}
	return ""
}

// pastOwner gives where what somebody has begins, if a possessive of few words stands at node k: "Peru's exports".
func (s *Figures) pastOwner(k int) int {
	for i := k; i < min(k+4, len(s.Nodes)); i++ {
		switch s.TagAt(i) {
		case token.Poss:
			return i + 1
		case token.Name, token.Other:
		default:
			return k
		}
	}
	return k
}

// nounsAt gives the plain nouns in a row from node k on, at most three, "" where a name or a time stands among them.
func (s *Figures) nounsAt(first int) string {
	k := first
	for k < len(s.Nodes) && s.plainNoun(k) {
		k++
	}
	if k == first || k-first > mostNouns || s.TagAt(k) == token.Name || s.TagAt(k) == token.Hyphen || strings.HasSuffix(s.Fold(k-1), "ed") {
		return ""
	}
	return s.joined(first, k)
}

// mostNouns is how many nouns in a row tell what an amount measures.
const mostNouns = 3

// joined gives the words of a few nodes with spaces between them.
func (s *Figures) joined(first, last int) string {
	var room [mostNouns]string
	words := room[:0]
	for k := first; k < last; k++ {
		words = append(words, s.Fold(k))
	}
	return strings.Join(words, " ")
}

// plainNoun says whether a node is a noun or adjective in small letters that is neither a time nor a unit.
func (s *Figures) plainNoun(k int) bool {
	if s.TagAt(k) != token.Other || s.Nodes[k].Mention >= 0 || len(s.Fold(k)) <= 2 || s.TermIs(noNouns, k) || s.MonthAt(k) > 0 {
		return false
	}
	switch s.Fold(k) {
	case "worth", "total", "further", "additional":
		return false
	}
	return (s.Token(k).Case == text.Lower || k == 0 || s.SentenceStart(k)) && strings.IndexFunc(s.Doc.Word(s.First+k), small) >= 0
}

// noNouns are the terms that say how long or how much, not of what.
const noNouns = rules.StretchTerms | rules.LastTerm | rules.NextTerm | rules.ThisTerm | rules.MoneyTerm | rules.ScaleTerm | rules.BoundTerm | rules.PerTerm

// small says whether a letter is a small one.
func small(r rune) bool { return unicode.ToUpper(r) != r }

// nounBefore gives the noun whose amount is told after it: "trade worth $4 billion", "investment of 3 million euros", or
// the subject of a verb such as "reached" and "was".
func (s *Figures) nounBefore(a *Amount, v *grammar.Action) string {
	if v != nil && v.Rel.Kind != "" && !v.Rel.Has(rules.Light) {
		return ""
	}
	k := a.First
	for k > 0 && (s.Fold(k-1) == "worth" || s.Fold(k-1) == "of" || s.boundAt(k-1, a.First)) {
		k--
	}
	if words := s.nounsBefore(k, 0); words != "" && (k < a.First || s.qualified(k) == k) {
		return words
	}
	first := s.qualified(a.First)
	for i := len(s.Groups) - 1; i >= 0; i-- {
		g := &s.Groups[i]
		if g.Last > first || s.TimeGroup(g) || s.under(i) || s.verbsIn(g.Last, a.First) > 1 {
			continue
		}
		if s.otherVerb(g.Last, a.First) {
			return ""
		}
		if words := s.headNouns(g); words != "" && (g.Prep == 0 || g.Prep == rules.OfSlot || g.Rel != nil) {
			return words
		}
	}
	return ""
}

// under says whether a group only says of what the one before it is: "tariffs on cars".
func (s *Figures) under(i int) bool {
	g := &s.Groups[i]
	return g.Prep&^rules.OfSlot != 0 && i > 0 && s.Groups[i-1].Last == g.PrepNode && s.headNouns(&s.Groups[i-1]) != ""
}

// verbsIn counts the verbs between two nodes: where there are two, what stands before them is not what the amount is.
func (s *Figures) verbsIn(from, to int) (n int) {
	for i := range s.Actions {
		if v := &s.Actions[i]; v.First >= from && v.Last <= to {
			n++
		}
	}
	return n
}

// otherVerb says whether a verb with a doing of its own, or the end of a part of the sentence, stands between two nodes.
func (s *Figures) otherVerb(from, to int) bool {
	for i := from; i < to; i++ {
		switch n := &s.Nodes[i]; n.Tag {
		case token.Strong, token.Quote, token.Open, token.Shut, token.Sub:
			return true
		case token.Verb:
			if n.Rel != nil && (n.Rel.Kind != "" && !n.Rel.Has(rules.Light) || n.Rel.Has(rules.Say)) {
				return true
			}
		}
	}
	return false
}

// headNouns gives the plain nouns that a group ends with, at most three.
func (s *Figures) headNouns(g *grammar.Group) string { return s.nounsBefore(g.Last, g.First) }

// nounsBefore gives the plain nouns that end at node end and begin at first or later, at most three.
func (s *Figures) nounsBefore(end, first int) string {
	from := end
	for from > first && end-from < mostNouns && s.plainNoun(from-1) {
		from--
	}
	return s.joined(from, end)
}
