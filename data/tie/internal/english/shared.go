package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// byTogether ties those whom a passive names after "by" as doers of one deed: "a resolution drafted by Peru and Chile".
func (s *Reader) byTogether(p *predicate, c *grammar.Clause) {
	if !s.HasPrep(rules.BySlot) {
		return
	}
	for k := 1; k < len(c.Elements); k++ {
		gi, ai := c.Elements[k].Group, c.Elements[k-1].Action
		if gi < 0 || ai < 0 || s.Groups[gi].Prep != rules.BySlot || s.Groups[gi].Chain != gi {
			continue
		}
		a := &s.Actions[ai]
		ms := s.chainMembers(gi)
		if !a.Passive || a.Negated || !a.Rel.Has(rules.Shared) && !s.jointly(p.ci) && !s.squad(gi) || len(ms) < 2 || len(ms) > pairing.TogetherMax {
			continue
		}
		for i := range ms {
			for j := range i {
				x := s.Propose(ms[j], ms[i], p.ci)
				if x == nil {
					continue
				}
				s.Add(x, reason.Together, "")
				s.Add(x, reason.OneClause, "")
				s.Add(x, reason.InFrame, a.Rel.Name())
				x.Kind, x.Stance, x.Modality = data.Cooperate, data.Cooperation, a.Modality
				if a.Rel != nil {
					x.Fields = a.Rel.Fields
				}
			}
		}
	}
}

// jointDeeds ties those after whose joint deed a "by" or "of" stands: "a joint offensive by Peru, Chile and Ecuador", "a trilateral
// exercise of".
func (s *Reader) jointDeeds() {
	if !s.Holds(rules.IsJointly) || !s.HasPrep(rules.BySlot|rules.OfSlot) {
		return
	}
	for gi := 1; gi < len(s.Groups); gi++ {
		g, h := &s.Groups[gi], &s.Groups[gi-1]
		if g.Chain != gi || g.Prep != rules.BySlot && g.Prep != rules.OfSlot || h.Last != g.PrepNode || h.No || len(h.Members) > 0 || !s.done(h, g.Prep == rules.OfSlot) {
			continue
		}
		ms := s.chainMembers(gi)
		if len(ms) < 2 || len(ms) > pairing.TogetherMax {
			continue
		}
		ci := s.clauseWith(gi)
		for i := range ms {
			for j := range i {
				x := s.Propose(ms[j], ms[i], ci)
				if x == nil {
					continue
				}
				s.Add(x, reason.Together, "")
				s.Add(x, reason.OnePhrase, "")
				x.Kind, x.Stance, x.Modality = data.Cooperate, data.Cooperation, data.Done
				if h.Rel != nil {
					x.Fields = h.Rel.Fields
				}
			}
		}
	}
}

// sum says whether a word at a node only adds up or compares what two have: "the combined area of Peru and Chile".
func (s *Reader) sum(i int) bool {
	switch s.Fold(i) {
	case "combined", "common":
	default:
		return false
	}
	k := s.groupOf(i)
	return k >= 0 && i < s.Groups[k].Head && k+1 < len(s.Groups) && s.Groups[k+1].Prep == rules.OfSlot && s.Groups[k+1].PrepNode == s.Groups[k].Last
}

// clauseWith gives the index of the clause that a group stands in.
func (s *Reader) clauseWith(gi int) int {
	for ci := range s.Clauses {
		if slices.ContainsFunc(s.Clauses[ci].Elements, func(e grammar.Element) bool { return e.Group == gi }) {
			return ci
		}
	}
	return 0
}

// done says whether a group names a deed that is done jointly. Before "of" much is common that nobody does: "the combined wealth of".
func (s *Reader) done(g *grammar.Group, of bool) bool {
	for i := g.First; i < g.Head; i++ {
		if !s.Is(i, rules.IsJointly) {
			continue
		}
		switch s.Fold(i) {
		case "joint", "trilateral", "tripartite":
			return true
		}
		return !of
	}
	return false
}

// squad says whether a group names officers or soldiers of several nations in one breath, who act as one: "French and Dutch
// detectives".
func (s *Reader) squad(gi int) bool {
	g := &s.Groups[s.Chained(gi)[len(s.Chained(gi))-1]]
	return len(g.Members) > 0 && g.Members[len(g.Members)-1].Role == grammar.Modifier && s.Is(g.Head, rules.IsCrew|rules.IsJustice) && !s.Is(g.Head, rules.IsPrivate)
}

// chainMembers lists the different parties of the list that a group begins.
func (s *Reader) chainMembers(gi int) []grammar.Member {
	return distinct(s.MembersOf(s.Chained(gi)))
}

// ownerBefore gives the owner of goods or flows that a later clause goes on about: the second half of "Peru's exports to
// Cuba rose, while shipments to Chile fell".
func (s *Reader) ownerBefore(gi int) []grammar.Member {
	g := &s.Groups[gi]
	if g.First > 0 && s.Fold(g.First-1) == "whose" {
		return s.whose(gi)
	}
	if m := s.gapped(gi); len(m) > 0 {
		return m
	}
	if m := s.another(gi); len(m) > 0 {
		return m
	}
	if !g.Rel.Has(rules.Directed|rules.Goods) || len(g.Members) > 0 || g.Prep != 0 || g.First == 0 || !s.IsSubject(gi) {
		return nil
	}
	if t := s.TagAt(g.First - 1); t != token.Sub && t != token.Conj && t != token.Comma && t != token.Strong {
		return nil
	}
	for k := gi - 1; k >= 0; k-- {
		h := &s.Groups[k]
		if !h.Rel.Has(rules.Directed|rules.Goods) || h.Rel.Kind != g.Rel.Kind || h.Prep != 0 || len(h.Members) == 0 || h.Members[0].Role == grammar.Head {
			continue
		}
		m := h.Members[0]
		m.Role = grammar.Referred
		return []grammar.Member{m}
	}
	return nil
}

// another gives the owner of a deal after which or like which another is told of: "Peru's latest pact, after the accord with
// Chile and a treaty with Cuba".
func (s *Reader) another(gi int) []grammar.Member {
	g := &s.Groups[gi]
	if !g.Rel.Has(rules.Joint) || g.Rel.Stance != data.Cooperation || gi+1 >= len(s.Groups) || s.Groups[gi+1].Prep != rules.WithSlot {
		return nil
	}
	for k := gi - 1; k >= 0; k-- {
		h := &s.Groups[k]
		switch {
		case s.afterwards(h.Last, s.Groups[k+1].First):
			if len(h.Members) == 1 && h.Members[0].Role == grammar.Owner && h.Rel.Has(rules.Joint) {
				m := h.Members[0]
				m.Role = grammar.Referred
				return []grammar.Member{m}
			}
			return nil
		case s.Groups[k+1].First-h.Last > 1 || h.Prep != rules.WithSlot && len(h.Members) > 0:
			return nil
		}
	}
	return nil
}

// afterwards says whether a comma and "after", "following" or the like stand between two nodes.
func (s *Reader) afterwards(from, to int) bool {
	if to-from != 2 || s.TagAt(from) != token.Comma {
		return false
	}
	switch s.Fold(from + 1) {
	case "after", "following", "like", "alongside", "besides":
		return true
	}
	return false
}

// gapped gives the doer of a clause that leaves its verb out: "the latter a treaty with Peru", "Chile an accord with Cuba".
func (s *Reader) gapped(gi int) []grammar.Member {
	g := &s.Groups[gi]
	if gi == 0 || !g.Rel.Has(rules.Joint) || len(g.Members) > 0 || g.Prep != 0 || s.TagAt(g.First) != token.Det {
		return nil
	}
	h := &s.Groups[gi-1]
	if t := s.TagAt(h.First - 1); h.Last != g.First || h.Prep != 0 || t != token.Comma && t != token.Conj && t != token.Strong {
		return nil
	}
	return s.resolve(gi - 1)
}

// followers gives those named after "followed by" the part of the doer: "Peru was the largest investor in Chile, followed
// by Cuba".
func (s *Reader) followers(c *grammar.Clause, doers []grammar.Member) {
	if !s.HasPrep(rules.BySlot) {
		return
	}
	for k := 1; k < len(c.Elements) && len(doers) == 1; k++ {
		gi, ai := c.Elements[k].Group, c.Elements[k-1].Action
		if gi < 0 || ai < 0 || s.Groups[gi].Prep != rules.BySlot || s.Actions[ai].Rel == nil || s.Actions[ai].Rel.Word != "follow" {
			continue
		}
		for _, m := range s.chainMembers(gi) {
			for _, like := range s.Cands[:len(s.Cands):len(s.Cands)] {
				if like.From != doers[0].Party || !like.Pair.Has(like.From) || like.Pair.Has(m.Party) || like.Node > m.Node || like.Score.Confidence() < pairing.Threshold {
					continue
				}
				like.Pair, like.From, like.Node = data.PairOf(m.Party, like.Pair.Other(like.From)), m.Party, m.Node
				s.Cands = append(s.Cands, like)
			}
		}
	}
}

// objectGap ties who does something in a relative clause to the party named in what the clause describes: "a campaign
// against Peru that Chile began".
func (s *Reader) objectGap(p *predicate, c *grammar.Clause, doers []grammar.Member) {
	if c.Object == 0 || c.Comma || len(doers) == 0 {
		return
	}
	k := c.Object - 1
	for k > 0 && s.Groups[k].Prep != 0 && s.Groups[k].First-s.Groups[k-1].Last <= 1 {
		k--
	}
	n := &s.Groups[k]
	for _, a := range s.Groups[k+1 : c.Object] {
		l := grammar.Link{Rel: n.Rel, Node: n.RelNode, Framed: true}
		switch {
		case a.Prep == rules.AgainstSlot && !hostileRel(n.Rel):
			l.Rel = opposing
		case n.Rel == nil || a.Prep&n.Rel.Frame == 0:
			continue
		}
		for _, m := range a.Members {
			for _, d := range doers {
				if x := s.Propose(d, m, p.ci); x != nil {
					s.Add(x, reason.OneClause, "")
					s.verbSays(x, p, grammar.Link{}, l, a.Prep)
					x.From, x.First, x.Last = d.Party, min(x.First, n.First), s.lastNode(p.ci)
				}
			}
		}
	}
}

// followsSuit ties those who "followed" in what the clauses before tell: to the party that all their pairs share ("opened
// talks with Peru and with Chile; Cuba followed"), else in the part of the doer ("Peru left the treaty with Chile; Cuba
// followed").
func (s *Reader) followsSuit(c *grammar.Clause, doers []grammar.Member) {
	if c.Finite < 0 || len(doers) == 0 || len(s.Cands) == 0 {
		return
	}
	a := &s.Actions[c.Elements[c.Finite].Action]
	if a.Rel == nil || a.Rel.Word != "follow" || a.Passive || a.Negated {
		return
	}
	late := doers[:len(doers):len(doers)]
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group < 0 || s.Groups[e.Group].Prep != 0 || len(s.Groups[e.Group].Members) == 0 {
			continue
		}
		if s.Groups[e.Group].First == a.Last {
			return // "followed Peru"
		}
		late = append(late, s.Groups[e.Group].Members...)
	}
	like, hub := s.toFollow(a.First)
	if hub == "" {
		return
	}
	for _, m := range late {
		if m.Party != hub && m.Role != grammar.Referred {
			if like.From != hub {
				like.From = m.Party
			}
			like.Pair, like.Node, like.First, like.Last = data.PairOf(m.Party, hub), m.Node, m.Node, s.lastNode(s.clauseOf(c))
			s.Cands = append(s.Cands, like)
		}
	}
}

// toFollow gives the last sure candidate before a node, and the party of it that those who follow are tied to.
func (s *Reader) toFollow(node int) (like pairing.Candidate, hub data.Party) {
	for i := len(s.Cands) - 1; i >= 0; i-- {
		c := &s.Cands[i]
		switch {
		case c.Node >= node || c.Score.Confidence() < pairing.Threshold || c.From == "" || !c.Pair.Has(c.From):
		case hub == "":
			like, hub = *c, c.Pair.Other(c.From)
		case c.From == like.From && c.Pair != like.Pair:
			return like, like.From
		}
	}
	return like, hub
}

// clauseOf gives the index of a clause.
func (s *Reader) clauseOf(c *grammar.Clause) int {
	for i := range s.Clauses {
		if &s.Clauses[i] == c {
			return i
		}
	}
	return 0
}

// inOrder gives the place of a group in a list that matches the doers one by one ("respectively", "in that order"), or
// -1.
func (s *Reader) inOrder(doers []grammar.Member, gi int) int {
	if len(doers) < 2 || !s.HasRespectively() {
		return -1
	}
	chain := s.Chained(s.Groups[gi].Chain)
	if len(chain) != len(doers) {
		return -1
	}
	for i, c := range chain {
		if c == gi {
			return i
		}
	}
	return -1
}

// those gives "those" the noun that it stands for, and its owner, where the same preposition follows both: "Peru's exports to Cuba fell
// while those to Chile rose".
func (s *Reader) those(gi int) {
	g := &s.Groups[gi]
	if g.Rel != nil || g.Last-g.First != 1 || len(g.Members) > 0 || gi+1 >= len(s.Groups) || s.Groups[gi+1].PrepNode != g.Last {
		return
	}
	if w := s.Fold(g.First); w != "those" && w != "that" {
		return
	}
	slot := s.Groups[gi+1].Prep
	if slot&(rules.ToSlot|rules.FromSlot|rules.WithSlot) == 0 {
		return
	}
	for k := gi - 2; k >= 0; k-- {
		h := &s.Groups[k]
		if h.Rel.Has(rules.Directed|rules.Goods|rules.Joint) && h.Rel.Frame&slot != 0 && len(h.Members) > 0 && h.Members[0].Role != grammar.Head &&
			s.Groups[k+1].Prep == slot && s.Groups[k+1].PrepNode == h.Last {
			m := h.Members[0]
			m.Role = grammar.Owner
			g.Rel, g.RelNode, g.Members = h.Rel, g.First, s.With(nil, m)
			return
		}
	}
}

// hasOwner says whether a group has an owner by name: "Peru's war".
func (s *Reader) hasOwner(g *grammar.Group) bool {
	return len(g.Members) > 0 && g.Members[0].Role == grammar.Owner
}
