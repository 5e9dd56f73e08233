package token

import (
	"entente/data/tie/internal/rules"
)

// Term looks up the longest entry of a class of dates.tsv or units.tsv at node i, which may lie outside the sentence, and
// gives its value and end.
func (s *Line) Term(class rules.TermClass, i int) (value string, end int, ok bool) {
	if !s.mayMean(class, i) {
		return "", i, false
	}
	return s.term(class, i)
}

// TermIs says whether an entry of one of the classes stands at node i, which may lie outside the sentence.
func (s *Line) TermIs(class rules.TermClass, i int) bool {
	if !s.mayMean(class, i) {
		return false
	}
	_, _, ok := s.term(class, i)
	return ok
}

// mayMean says whether an entry of one of the classes begins with the word at node i.
func (s *Line) mayMean(class rules.TermClass, i int) bool {
	return uint(i) < uint(len(s.Nodes)) && s.Nodes[i].told&class != 0 && s.Means(class, i)
}

// Means says at a glance whether an entry of one of the classes may stand at node i, whose word the tables have.
func (s *Line) Means(class rules.TermClass, i int) bool {
	return s.Nodes[i].Entry.Means(class, s.Seat(i+1))
}

func (s *Line) term(class rules.TermClass, i int) (value string, end int, ok bool) {
	list, second := s.Nodes[i].Entry.Terms, s.Seat(i+1)
	for k := range list {
		t := &list[k]
		if t.Class&class != 0 && t.GoesOn(second) && i+len(t.Rest) < len(s.Nodes) && s.stands(i+1, t.Rest) {
			return t.Value, i + 1 + len(t.Rest), true
		}
	}
	return "", i, false
}

// stands says whether words stand at node i on.
func (s *Line) stands(i int, words []string) bool {
	for n, w := range words {
		if s.Fold(i+n) != w {
			return false
		}
	}
	return true
}
