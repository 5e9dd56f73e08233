package grammar

import (
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// interrupted gives the clause still without its verb that a relative clause interrupts, where the comma at i ends that and
// its verb follows: "Peru, which used to be a place one crossed, now employs"; else -1.
func (b *builder) interrupted(i int) int {
	s := b.s
	if !b.verbNext(i) || s.TagAt(i-1) == token.Verb && s.Clauses[b.cur].Relative {
		return -1
	}
	for ci := b.cur; ci >= 0; ci = s.Clauses[ci].Parent {
		c := &s.Clauses[ci]
		if c.Relative && c.Finite >= 0 && c.Parent >= 0 && s.Clauses[c.Parent].Finite < 0 && len(s.Clauses[c.Parent].Elements) > 0 {
			return c.Parent
		}
	}
	return -1
}

// allOf gives the last group of the list that "all of which" stands for, the pronoun being node i, or -1.
func (b *builder) allOf(i int) int {
	s := b.s
	if s.Fold(i-1) != "of" || b.next < 2 || s.Groups[b.next-1].Last != i-1 {
		return -1
	}
	switch s.Fold(i - 2) {
	case "all", "both", "each":
	default:
		return -1
	}
	if g := &s.Groups[b.next-2]; len(g.Members) > 0 && s.Groups[b.next-1].First-g.Last <= 1 {
		return b.next - 2
	}
	return -1
}

// trailingSubject says whether a group without preposition stands after the clause's last action, which is not the object of that:
// "the gas that flows Peru buys", but "troops who fought Chile are".
func (b *builder) trailingSubject(c *Clause) bool {
	for i := len(c.Elements) - 1; i >= 0 && c.Elements[i].Action < 0; i-- {
		if g := &b.s.Groups[c.Elements[i].Group]; g.Prep == 0 {
			return !b.objectOfRelative(c, i)
		}
	}
	return false
}

// objectOfRelative says whether the group at an element of a relative clause is what its verb, whose subject is the pronoun, is done to.
func (b *builder) objectOfRelative(c *Clause, i int) bool {
	if !c.Relative || i == 0 || c.Elements[i-1].Action < 0 || c.Finite > 0 {
		return false
	}
	a := &b.s.Actions[c.Elements[i-1].Action]
	return !a.Passive && b.s.Groups[c.Elements[i].Group].First == a.Last && a.Rel != nil && a.Rel.Kind != "" &&
		a.Rel.Frame&rules.InObject != 0 && a.Rel.Frame&rules.InThat == 0 && !a.Rel.Has(rules.Say|rules.Comment)
}

// saidOf says whether a relative clause interrupts what somebody says of its noun, whose verb follows: "said troops who fought Chile
// are home".
func (b *builder) saidOf(c *Clause) bool {
	if !c.Relative || c.Parent < 0 || len(c.Subject) != 1 || c.Finite < 0 || b.trailingSubject(c) {
		return false
	}
	p := &b.s.Clauses[c.Parent]
	n := len(p.Elements)
	return n > 1 && p.Finite >= 0 && p.Finite < n-1 && p.Elements[n-1].Group == c.Subject[0] && p.Elements[n-2].Action >= 0 &&
		b.s.Groups[c.Subject[0]].Prep == 0 && b.endsSaying(p.Elements)
}

// setInAfter says whether commas set a relative clause in between what somebody says of its noun and the verb at hand: "said Peru,
// which is dry, had signed".
func (b *builder) setInAfter(c *Clause, a Action) bool {
	s := b.s
	n := len(c.Elements)
	if s.TagAt(a.First-1) != token.Comma || c.Finite < 0 || c.Finite >= n-1 || c.Elements[n-1].Group < 0 || c.Elements[n-2].Action < 0 || !b.endsSaying(c.Elements) {
		return false
	}
	r := &s.Clauses[len(s.Clauses)-1]
	return r.Relative && r.Parent == b.cur && r.Comma && len(r.Subject) == 1 && r.Subject[0] == c.Elements[n-1].Group && s.Groups[r.Subject[0]].Prep == 0
}

// antecedent is the group that a relative pronoun at i stands for: the nearest one before it, or the head of the chain
// of prepositions that it ends.
func (b *builder) antecedent(i int) int {
	g := b.next - 1
	if g < 0 || i-b.s.Groups[g].Last > 2 {
		return -1
	}
	for g > 0 && len(b.s.Groups[g].Members) == 0 && b.s.Groups[g].Prep != 0 && b.s.Groups[g].First-b.s.Groups[g-1].Last <= 1 {
		g--
	}
	return g
}

// calledAfter gives the element where the noun begins that commas set in more about between what somebody says of it and the verb at hand,
// or 0: "said Peru, an old rival, had signed", "said the ships, among them a tanker from Peru, were sent".
func (b *builder) calledAfter(c *Clause, a Action) int {
	s := b.s
	n := len(c.Elements)
	if n < 3 || s.TagAt(a.First-1) != token.Comma || c.Finite < 0 || c.Elements[n-1].Group < 0 || !b.endsSaying(c.Elements) {
		return 0
	}
	k := n - 1
	for k > 0 && c.Elements[k-1].Group >= 0 {
		k--
	}
	if k > n-2 || k <= c.Finite {
		return 0
	}
	g, h := &s.Groups[c.Elements[k].Group], &s.Groups[c.Elements[k+1].Group]
	if g.Prep != 0 || h.Chain == g.Chain || s.TagAt(g.Last) != token.Comma || g.First != s.Actions[c.Elements[k-1].Action].Last ||
		s.Groups[c.Elements[n-1].Group].Last != a.First-1 {
		return 0
	}
	return k
}
