package grammar

import (
	"slices"

	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// findSubject finds the groups that do what the clause's verb says.
func (s *Tree) findSubject(ci int) {
	c := &s.Clauses[ci]
	if c.Subject != nil && !c.Relative {
		return
	}
	if c.Subject != nil && c.Relative && len(c.Subject) == 1 && s.plural(c) {
		c.Subject = s.Chained(s.Groups[c.Subject[0]].Chain)
	}
	if c.Subject != nil {
		for _, e := range c.Elements[:max(c.Finite, 0)] {
			if g := e.Group; g >= 0 && s.Groups[g].Prep == 0 && !s.TimeGroup(&s.Groups[g]) {
				c.Object, c.Subject = c.Subject[0]+1, nil
				break
			}
		}
		if c.Subject != nil {
			return
		}
	}
	end := c.Finite
	if end < 0 {
		end = len(c.Elements)
		for i, e := range c.Elements {
			if e.Action >= 0 {
				end = i
				break
			}
		}
	}
	first := -1
	for i, e := range c.Elements[:end] {
		if e.Group < 0 {
			continue
		}
		g := &s.Groups[e.Group]
		if g.Of > 0 || i > 0 && c.Elements[i-1].Action >= 0 && s.Actions[c.Elements[i-1].Action].Last == g.First {
			continue // also what a participle before the subject has for its object: "signing the pact, Peru sent"
		}
		if g.Prep != 0 && !(first < 0 && s.BeginsClause(g) && e == c.Elements[0] && (ci > 0 || c.Finite == 1 && s.clauseOpens(s.Actions[c.Elements[1].Action]))) || g.paren || s.TimeGroup(g) {
			continue
		}
		if len(g.Members) > 0 || g.Ref != NoRef {
			row := s.Chained(e.Group)
			if first >= 0 && s.partyNext(first) && s.TagAt(g.First-1) == token.Conj {
				row = append(s.only(first), row...) // "the governor of Peru and the king of Chile"
			}
			c.Subject = s.alsoNamed(row, c.Elements[:end])
			return
		}
		if first < 0 && !(i > 0 && s.inFront(c.Elements[i-1].Group, e.Group) && s.subjectLater(c.Elements[i+1:end])) {
			first = e.Group
		}
	}
	if first >= 0 {
		c.Subject = s.only(first)
		if s.partyNext(first) {
			c.Subject = s.alsoNamed(c.Subject, c.Elements[:end])
		}
	}
}

// inFront says whether a group is the second of two things after a preposition that a comma parts from what follows: the storms of
// "amid floods and storms, Peru signed".
func (s *Tree) inFront(before, gi int) bool {
	if before < 0 {
		return false
	}
	g, h := &s.Groups[gi], &s.Groups[before]
	return h.Prep != 0 && s.TagAt(h.Last) == token.Conj && g.First == h.Last+1 && s.TagAt(g.Last) == token.Comma
}

// subjectLater says whether a group that can be a subject stands among elements.
func (s *Tree) subjectLater(rest []Element) bool {
	return slices.ContainsFunc(rest, func(e Element) bool {
		return e.Group >= 0 && s.Groups[e.Group].Prep == 0 && !s.Groups[e.Group].paren && !s.TimeGroup(&s.Groups[e.Group])
	})
}

// alsoNamed adds to the groups of a subject those joined by "and" whose party is named after a preposition: "Italian planes
// and crews from Peru", "the president of Peru and the king of Spain".
func (s *Tree) alsoNamed(subject []int, before []Element) []int {
	last := subject[len(subject)-1]
	for i, e := range before {
		if e.Group <= last || i+1 >= len(before) {
			continue
		}
		if g := &s.Groups[e.Group]; g.Prep == 0 && s.TagAt(g.First-1) == token.Conj && s.partyNext(e.Group) {
			subject = append(subject, e.Group)
		}
	}
	if next := last + 1; next < len(s.Groups) && s.joins(last, next) {
		subject = append(subject, s.Chained(next)...)
	}
	return subject
}

// partyNext says whether the party to which a group belongs stands right after it: "the president of Peru".
func (s *Tree) partyNext(gi int) bool {
	if gi+1 >= len(s.Groups) {
		return false
	}
	g, h := &s.Groups[gi], &s.Groups[gi+1]
	return h.Prep&(rules.FromSlot|rules.OfSlot) != 0 && h.PrepNode == g.Last && len(h.Members) > 0 &&
		(len(g.Members) == 0 || g.Members[0].Party == h.Members[0].Party)
}

// joins says whether a group set in right after a subject does the same: "Peru, as well as Chile, has signed".
func (s *Tree) joins(subject, next int) bool {
	g := &s.Groups[next]
	if g.PrepNode != s.Groups[subject].Last+1 || s.TagAt(g.PrepNode-1) != token.Comma || len(g.Members) == 0 || len(s.Groups[subject].Members) == 0 {
		return false
	}
	list := s.Chained(next)
	if s.TagAt(s.Groups[list[len(list)-1]].Last) != token.Comma {
		return false
	}
	switch s.Fold(g.PrepNode) {
	case "as":
		return s.Fold(g.PrepNode+1) == "well"
	case "along", "together", "alongside":
		return true
	}
	return false
}

// plural says whether a relative clause is about all of the list that it follows: its verb is in the plural.
func (s *Tree) plural(c *Clause) bool {
	if c.Finite < 0 || s.Groups[c.Subject[0]].Chain == c.Subject[0] {
		return false
	}
	a := &s.Actions[c.Elements[c.Finite].Action]
	switch w := s.Fold(a.First); w {
	case "are", "were", "have", "do":
		return true
	case "is", "was", "has", "does":
		return false
	}
	return a.Main == a.First && a.Form(s)&rules.Base != 0
}

// SubjectNamed gives the parties that the first group of a clause's subject to name any names.
func (s *Tree) SubjectNamed(ci int) []Member {
	for _, gi := range s.Clauses[ci].Subject {
		if ms := s.Groups[gi].Members; len(ms) > 0 {
			return ms
		}
	}
	return nil
}

// IsSubject says whether a group is the subject of a clause.
func (s *Tree) IsSubject(gi int) bool {
	for ci := range s.Clauses {
		if slices.Contains(s.Clauses[ci].Subject, gi) {
			return true
		}
	}
	return false
}
