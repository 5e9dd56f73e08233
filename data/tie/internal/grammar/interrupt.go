package grammar

import (
	"strings"

	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// verbNext says whether a finite verb follows the comma at i.
func (b *builder) verbNext(i int) bool {
	s := b.s
	k := i + 1
	for s.TagAt(k) == token.Adverb {
		k++
	}
	t := s.TagAt(k)
	return t == token.Helper || t == token.Verb && s.Nodes[k].Form != rules.Gerund
}

// gapped says whether a clause that leaves its verb out begins at node i: "the latter a treaty with Peru", "gave ten boats, Peru
// 40 tents and Chile a pump".
func (b *builder) gapped(i int) bool {
	s := b.s
	if s.TagAt(i) == token.Conj {
		i++
	}
	k := b.next
	if k >= len(s.Groups) || s.Groups[k].First != i || len(s.Groups[k].Members) == 0 && s.Groups[k].Ref != RefOne {
		return false
	}
	g := &s.Groups[k]
	name := len(g.Members) == 1 && (g.Members[0].Node == g.First && !s.Demonym(g.First) || g.Members[0].Role == Head && s.TagAt(g.First) == token.Det)
	if name && b.counts(g) {
		return true
	}
	if k+1 == len(s.Groups) {
		return false
	}
	h := &s.Groups[k+1]
	switch {
	case g.Last == h.First:
		return s.TagAt(h.First) == token.Det && (h.Rel != nil && h.Rel.Kind != "" || name && s.verbless(h.Last))
	case name && h.PrepNode == g.Last && h.Prep != 0:
		return b.sameBefore(g, h) && s.verbless(h.Last)
	}
	return false
}

// counts says whether a number, but no year, or in a row of such a noun follows the name that begins a group: "Peru 40 tents".
func (b *builder) counts(g *Group) bool {
	s := b.s
	k := g.First
	for k < g.Last && s.Nodes[k].Mention == s.Nodes[g.First].Mention {
		k++
	}
	row := s.Clauses[b.cur].Gapped && k < g.Last && s.TagAt(k) == token.Other // "and Chile rice"
	counted := k < g.Last && s.TagAt(k) == token.Number && s.YearAt(k) == 0 && (k+1 < g.Last || s.TagAt(g.Last) != token.Prep)
	return (row || counted) && s.verbless(g.Last)
}

// verbless says whether no verb follows at a node: it ends a clause that has none.
func (s *Tree) verbless(i int) bool {
	t := s.TagAt(i)
	return t != token.Verb && t != token.Helper && t != token.Adverb && t != token.Hyphen && t != token.Poss
}

// sameBefore says whether the clause before a group ends with the preposition that stands after it: "paid for the cars, Peru
// for the police".
func (b *builder) sameBefore(g, h *Group) bool {
	s := b.s
	c := &s.Clauses[b.cur]
	for i := len(c.Elements) - 1; i >= 0 && c.Elements[i].Action < 0; i-- {
		if o := &s.Groups[c.Elements[i].Group]; c.Finite >= 0 && o.Prep != 0 && s.Fold(o.PrepNode) == s.Fold(h.PrepNode) && len(o.Members) == 0 && !s.TimeGroup(o) {
			return s.Actions[c.Elements[c.Finite].Action].Last == o.PrepNode
		}
	}
	return false
}

// openGapped opens a clause that leaves its verb out.
func (b *builder) openGapped(parent int) {
	b.open(parent)
	b.s.Clauses[b.cur].Gapped = true
	if g := &b.s.Groups[b.next]; g.Chain != b.next {
		g.Chain, g.Prep, g.PrepNode = b.next, 0, -1
	}
}

// setOff gives the element at which the subject of a verb stands that commas part from it, with something in between: "sells
// tea, and Peru, after ten years of taxes, is back"; else 0. The group there is then no part of a list.
func (b *builder) setOff(c *Clause, a Action) int {
	s := b.s
	if s.TagAt(a.First-1) != token.Comma {
		return 0
	}
	n := len(c.Elements)
	for i := n - 1; i > c.Finite && c.Elements[i].Action < 0; i-- {
		gi := c.Elements[i].Group
		g := &s.Groups[gi]
		last := s.Groups[c.Elements[n-1].Group].Last
		related := s.TagAt(last) == token.Comma && s.TagAt(last+1) == token.Rel // "and the minister from Peru, who was late, agreed"
		if s.TagAt(g.First-1) == token.Conj && s.TagAt(g.First-2) == token.Comma && (related || i < n-1 && s.TagAt(g.Last) == token.Comma) {
			g.Chain, g.Prep, g.PrepNode = gi, 0, -1
			return i
		}
		if g.Prep == 0 {
			return 0
		}
	}
	return 0
}

// absolute gives the group that is the subject of a gerund rather than of the clause's verb, or -1: "with Peru pledging
// five million to Chile".
func (b *builder) absolute(a Action) int {
	s := b.s
	c := &s.Clauses[b.cur]
	n := len(c.Elements)
	if a.Infinitive || a.Form(s)&rules.Gerund == 0 && !s.perfectGerund(&a) || n == 0 || c.Elements[n-1].Group < 0 {
		return -1
	}
	g := &s.Groups[c.Elements[n-1].Group]
	if g.Last != a.First || len(g.Members) == 0 || g.PrepNode < 0 {
		return -1
	}
	if n == 1 && b.besides(g) {
		return c.Elements[0].Group
	}
	if g.PrepNode != g.First-1 || s.Fold(g.PrepNode) != "with" {
		return -1
	}
	if t := s.TagAt(g.PrepNode - 1); t != token.Comma && g.PrepNode > 0 && !s.perfectGerund(&a) {
		return -1
	}
	return c.Elements[n-1].Group
}

// besides says whether a group stands at the head of a clause after a preposition that tells of something else than the clause does:
// "in addition to Peru banning tea", "despite Peru banning tea".
func (b *builder) besides(g *Group) bool {
	switch b.s.Fold(g.PrepNode) {
	case "besides", "despite", "notwithstanding":
		return true
	}
	return b.s.Nodes[g.PrepNode].Extra > 0
}

// detach takes a group out of the present clause and makes it the subject of a new one.
func (b *builder) detach(g int) {
	s := b.s
	old := &s.Clauses[b.cur]
	old.Elements = old.Elements[:len(old.Elements)-1]
	s.Groups[g].Prep, s.Groups[g].PrepNode = 0, -1
	b.open(b.cur)
	n := &s.Clauses[b.cur]
	n.Elements = append(n.Elements, Element{Group: g, Action: -1})
	n.Subject, n.Beside = []int{g}, true
}

// speech gives the clause that tells who says what the present one quotes, or -1.
func (b *builder) speech() int {
	s := b.s
	for ci := len(s.Clauses) - 1; ci >= 0; ci-- {
		c := &s.Clauses[ci]
		if !c.Quoted && c.Finite >= 0 && !c.Relative && s.Actions[c.Elements[c.Finite].Action].Rel.Has(rules.Say) {
			return ci
		}
	}
	return -1
}

// setIn says whether an action is a participle set in between commas before the verb: "the firm, based in Peru, sells".
func (b *builder) setIn(a Action) bool {
	s := b.s
	if a.Last-a.First != 1 || a.Form(s)&rules.Participle == 0 || s.TagAt(a.First-1) != token.Comma {
		return false
	}
	if t := s.TagAt(a.Last); t != token.Prep && t != token.Adverb {
		return false
	}
	for i := a.Last; i < len(s.Nodes); i++ {
		switch s.Nodes[i].Tag {
		case token.Comma:
			return b.verbNext(i)
		case token.Verb, token.Helper, token.Strong, token.Sub, token.Rel:
			return false
		}
	}
	return false
}

// pairDashes finds the two dashes between which something is set in: "Peru – which holds the chair – has agreed".
func (b *builder) pairDashes() {
	s, found, seen := b.s, [2]int{}, 0
	if !s.Has(&dashes) {
		return
	}
	for i := range s.Nodes {
		switch s.Nodes[i].Tag {
		case token.Verb, token.Helper:
			if seen == 0 {
				seen = 1
			}
		case token.Strong:
			switch s.Fold(i) {
			case "–", "—", "-":
			default:
				continue
			}
			switch {
			case i == 0 || seen == 0 && i < 12 && i+1 < len(s.Nodes) && s.Token(i+1).Case != text.Lower:
				continue // after the place and day at the head of a wire
			case found[0] == 0:
				found[0] = i
			case found[1] == 0:
				found[1] = i
			default:
				return
			}
		}
	}
	if found[1] > 0 {
		b.dashes = found
	}
}

// dashes are the signs that can set something in.
var dashes = rules.WordsOf("–", "—", "-")

// dash goes into what two dashes set in, and out of it again; false where the one at i is none of them.
func (b *builder) dash(i int) bool {
	switch i {
	case b.dashes[0]:
		if i == 0 {
			return false
		}
		b.outer = append(b.outer, b.cur)
		b.open(-1)
		return true
	case b.dashes[1]:
		if n := len(b.outer); n > 0 {
			b.cur, b.outer = b.outer[n-1], b.outer[:n-1]
		}
		return true
	}
	return false
}

// enumerates says whether a colon at i opens a bare list of what the noun before it counts, which then stands where that
// does: "went to three buyers: Peru, Chile and Cuba".
func (b *builder) enumerates(i int) bool {
	s := b.s
	if s.Fold(i) != ":" || b.next == 0 || b.next >= len(s.Groups) || s.Groups[b.next].First > i+2 {
		return false
	}
	before := &s.Groups[b.next-1]
	if before.Last != i || len(before.Members) > 0 || !b.counted(before) {
		return false
	}
	for k := i + 1; k < len(s.Nodes); k++ {
		switch s.Nodes[k].Tag {
		case token.Verb, token.Helper, token.Strong:
			return s.Nodes[k].Tag == token.Strong && k == len(s.Nodes)-1
		}
	}
	for k := b.next; k < len(s.Groups); k++ {
		if g := &s.Groups[k]; len(g.Members) > 0 && g.Chain == s.Groups[b.next].Chain {
			g.Prep, g.PrepNode = before.Prep, before.PrepNode
		}
	}
	return len(s.Groups[b.next].Members) > 0
}

// counted says whether a group counts something or is in the plural: "three buyers last year", "neighbours".
func (b *builder) counted(g *Group) bool {
	for i := g.First; i < g.Last; i++ {
		if b.s.Nodes[i].Tag == token.Number && b.s.Fold(i) != "one" {
			return true
		}
	}
	return strings.HasSuffix(b.s.Fold(g.Head), "s")
}

// freeSubject says whether the last of a list after a preposition is no part of it but what the next verb is said of:
// "flew planes to Peru and Chile set up a camp". The verb before must have its object already.
func (b *builder) freeSubject(c *Clause, e Element) bool {
	s := b.s
	n := len(c.Elements)
	if c.Finite < 0 || n < 3 || c.Elements[n-1].Group < 0 || c.Elements[n-2].Group < 0 {
		return false
	}
	gi := c.Elements[n-1].Group
	g := &s.Groups[gi]
	if g.Chain != gi && g.Prep == 0 && s.TagAt(g.First-1) == token.Conj && g.Last == s.Actions[e.Action].First {
		return b.objectThenSubject(c, g)
	}
	if g.Chain == gi || g.Prep == 0 || g.PrepNode >= s.Groups[c.Elements[n-2].Group].First || g.Last != s.Actions[e.Action].First ||
		s.TagAt(g.First-1) != token.Conj || s.BeginsClause(g) {
		return false
	}
	if o := c.Elements[c.Finite+1].Group; o < 0 || s.Groups[o].Prep != 0 || g.Prep == rules.BetweenSlot {
		return false // "between Peru and Chile" needs both
	}
	if o := c.Elements[n-3].Group; o >= 0 && s.Groups[o].Prep == 0 && s.TagAt(s.Groups[o].First-1) == token.Conj && s.TagAt(s.Groups[o].First-2) == token.Comma {
		return false // "tea was cheap, and sales to Peru and Chile rose"
	}
	v := s.Actions[c.Elements[c.Finite].Action].Rel
	return !v.Has(rules.Say|rules.Comment) && (v == nil || v.Frame&rules.InThat == 0)
}

// objectThenSubject says whether the last of two after a verb is what the next verb is said of, as the first alone is the
// object: "expelled a Peruvian envoy and Peru recalled its own".
func (b *builder) objectThenSubject(c *Clause, last *Group) bool {
	s := b.s
	a := &s.Actions[c.Elements[c.Finite].Action]
	o := c.Elements[c.Finite+1].Group
	return o >= 0 && o == last.Chain && len(s.Chained(o)) == 2 && s.Groups[o].First == a.Last && !a.Passive &&
		a.Rel != nil && a.Rel.Kind != "" && a.Rel.Frame&rules.InObject != 0 && a.Rel.Frame&rules.InThat == 0 && !a.Rel.Has(rules.Say|rules.Comment)
}

// bareInfinitive says whether a verb is what the object of "help", "let" or "make" does: "helped Peru repel an attack".
func (b *builder) bareInfinitive(c *Clause, a Action) bool {
	n := len(c.Elements)
	if n < 2 || a.Last-a.First != 1 || a.Form(b.s)&rules.Base == 0 || c.Elements[n-1].Group < 0 || c.Elements[n-2].Action < 0 {
		return false
	}
	if g := &b.s.Groups[c.Elements[n-1].Group]; g.Last != a.First || g.Prep != 0 {
		return false
	}
	switch v := &b.s.Actions[c.Elements[n-2].Action]; v.Rel.Name() {
	case "help", "let", "make":
		return !v.Passive
	}
	return false
}
