package token

import (
	"entente/data/tie/internal/rules"
)

// Date looks up the longest entry of a class of dates.tsv at node i and gives its value and end.
func (s *Line) Date(class string, i int) (value string, end int, ok bool) {
	if i < 0 || i >= len(s.Nodes) || s.Nodes[i].Entry == nil {
		return "", i, false
	}
	return s.term(s.Nodes[i].Entry.Dates, class, i)
}

// Unit looks up the longest entry of a class of units.tsv at node i and gives its value and end.
func (s *Line) Unit(class string, i int) (value string, end int, ok bool) {
	if i < 0 || i >= len(s.Nodes) || s.Nodes[i].Entry == nil {
		return "", i, false
	}
	return s.term(s.Nodes[i].Entry.Units, class, i)
}

func (s *Line) term(list []rules.Term, class string, i int) (value string, end int, ok bool) {
	for k := range list {
		t := &list[k]
		if t.Class != class || i+len(t.Rest) >= len(s.Nodes) {
			continue
		}
		match := true
		for n, w := range t.Rest {
			match = match && s.Fold(i+1+n) == w
		}
		if match {
			return t.Value, i + 1 + len(t.Rest), true
		}
	}
	return "", i, false
}

// DateIs says whether an entry of dates.tsv of the class stands at node i.
func (s *Line) DateIs(class string, i int) bool {
	_, _, ok := s.Date(class, i)
	return ok
}

// UnitIs says whether an entry of units.tsv of the class stands at node i.
func (s *Line) UnitIs(class string, i int) bool {
	_, _, ok := s.Unit(class, i)
	return ok
}
