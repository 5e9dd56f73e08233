package figure

import (
	"strings"

	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// several is from what number in words on things are worth telling that nobody sends or sells: "eleven apartments".
const several = 5

// few says whether a small number in words counts people, or things that go from one party to another: "five patrol vessels",
// "nine Irish nurses"; or a good many of anything but rounds, sides and the like.
func (s *Figures) few(end int, v float64) bool {
	last, things := -1, false
	for k := end; k < min(end+4, len(s.Nodes)); k++ {
		switch r := s.Nodes[k].Rel; {
		case s.Demonym(k), s.TagAt(k) == token.Verb && s.Nodes[k].Form&rules.Participle != 0 && last < 0:
			continue
		case s.TagAt(k) != token.Other || s.Token(k).Case != text.Lower:
			k = len(s.Nodes)
		default:
			last, things = k, r.Has(rules.Goods) || r.Has(rules.Actor) || s.Is(k, rules.IsCrew) || s.TermIs(rules.MeasureTerm, k)
		}
	}
	if last < 0 || v == 2 && s.the(end-2) && s.Token(end-1).Kind != text.Number || !strings.HasSuffix(s.Fold(last), "s") && !s.TermIs(rules.MeasureTerm, last) {
		return false
	}
	return things || v >= several && !s.TermIs(rules.VagueTerm|noThings|rules.DayTerm|rules.WeekTerm, last) && !s.Is(last, rules.IsOffice|rules.IsCountryWord|rules.IsSide)
}

// the says whether a word at a node means what was told of before: "the two men".
func (s *Figures) the(k int) bool {
	switch s.at(k) {
	case "the", "these", "those", "its", "their", "his", "her", "our":
		return true
	}
	return false
}

// harmed says whether a small number in words counts people to whom something was done: "six Omani nationals were
// killed", "expelled four diplomats".
func (s *Figures) harmed(start, end int) bool {
	if v := s.verbBefore(start); v != nil && s.Vocab.Lists.People.Has(v.Word) {
		return true
	}
	_, last := s.countedNoun(end)
	v := s.passiveAt(last)
	return v != nil && s.Vocab.Lists.People.Has(v.Rel.Word)
}

// struck says whether a participle at node i tells what became of the people counted before it: "10 killed in a raid".
func (s *Figures) struck(i int) bool {
	if n := i + 1; s.TagAt(i) != token.Verb || s.Nodes[i].Form&rules.Participle == 0 || s.Nodes[i].Rel == nil || !s.Vocab.Lists.People.Has(s.Nodes[i].Rel.Word) ||
		s.TagAt(n) == token.Det || s.TagAt(n) == token.Number || s.TagAt(n) == token.Name || s.TagAt(n) == token.Other {
		return false
	}
	return true
}
