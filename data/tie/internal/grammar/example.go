package grammar

import (
	"strings"

	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// exampleReach is how many groups may stand between a noun and the examples of what it counts, and MostExamples how many
// groups on from the noun or from the first example are looked at.
const (
	exampleReach = 6
	MostExamples = 64
)

// exemplify finds the names that tell who is meant by a noun that other words part from them: "countries that live on Chilean
// copper, such as Peru and Cuba", "more buyers came, it said: Peru, Chile and Cuba".
func (s *Tree) exemplify() {
	s.Exemplified = false
	for i := 1; i < len(s.Groups); i++ {
		g := &s.Groups[i]
		if s.bracketed(i) {
			s.Exemplified = true
			for k := i; k < len(s.Groups) && s.TagAt(s.Groups[k-1].Last) != token.Shut; k++ {
				s.Groups[k].Of = i // the group before the bracket
			}
			continue
		}
		if g.Chain != i || len(g.Members) != 1 || g.Members[0].Role != Head {
			continue
		}
		of := -1
		switch {
		case s.suchAs(g.First-1) && !s.plurality(&s.Groups[i-1]):
			of = s.exampled(i - 2)
		case g.Prep == 0 && s.afterColon(g) && s.endsSentence(i) && !s.plurality(&s.Groups[i-1]):
			of = s.exampled(i - 1)
		}
		if of < 0 {
			continue
		}
		s.Exemplified = true
		for k := i; k < min(i+MostExamples, len(s.Groups)); k++ {
			if s.Groups[k].Chain == i {
				s.Groups[k].Of = of + 1
			}
		}
	}
}

// suchAs says whether a preposition that gives examples ends at a node, or an adverb that does.
func (s *Tree) suchAs(i int) bool {
	if s.TagAt(i) != token.Prep {
		switch s.Fold(max(i, 0)) {
		case "chiefly", "mainly", "mostly", "especially", "particularly", "notably", "primarily":
			return s.TagAt(i-1) == token.Comma
		}
		return false
	}
	for i > 0 && s.Nodes[i].Skip {
		i--
	}
	return s.inherits(i)
}

// exampled gives the nearest group at or before an index that counts parties without naming them, -1 where there is none.
func (s *Tree) exampled(from int) int {
	for k := from; k >= max(0, from-exampleReach); k-- {
		if s.plurality(&s.Groups[k]) {
			return k
		}
	}
	return -1
}

// plurality says whether a group is about several parties or those who deal with one, and names none: "other countries", "the
// new buyers".
func (s *Tree) plurality(g *Group) bool {
	return len(g.Members) == 0 && g.Ref == NoRef && s.TagAt(g.Head) == token.Other && (s.Token(g.Head).Case == text.Lower || s.SentenceStart(g.Head)) &&
		strings.HasSuffix(s.Fold(g.Head), "s") && (s.Is(g.Head, rules.IsSide|rules.IsPartner) || g.Rel.Has(rules.Actor))
}

// bracketed says whether group i begins a list of names in brackets that tells who is meant by the noun before it: "agreements with
// key partners (Peru, Chile)".
func (s *Tree) bracketed(i int) bool {
	before := &s.Groups[i-1]
	if s.TagAt(s.Groups[i].First-1) != token.Open || before.Last != s.Groups[i].First-1 || !s.plurality(before) {
		return false
	}
	for k := i; k < min(i+MostExamples, len(s.Groups)); k++ {
		g := &s.Groups[k]
		if len(g.Members) != 1 || g.Members[0].Role != Head || g.Prep != 0 {
			return false
		}
		switch s.TagAt(g.Last) {
		case token.Shut:
			return k > i
		case token.Comma, token.Conj:
		default:
			return false
		}
	}
	return false
}

// afterColon says whether a colon stands before a group.
func (s *Tree) afterColon(g *Group) bool { return g.First > 0 && s.Fold(g.First-1) == ":" }

// endsSentence says whether the list that group i begins ends the sentence.
func (s *Tree) endsSentence(i int) bool {
	last := &s.Groups[len(s.Groups)-1]
	return last.Chain == i && len(last.Members) > 0 && last.Last >= len(s.Nodes)-1
}
