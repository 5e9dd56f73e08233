package tie

import "entente/data"

// byTogether ties those whom a passive names after "by" as doers of one deed: "a resolution drafted by Peru and Chile".
func (s *sentence) byTogether(p *predicate, c *clause) {
	for k := 1; k < len(c.elements); k++ {
		gi, ai := c.elements[k].group, c.elements[k-1].action
		if gi < 0 || ai < 0 || s.gs[gi].prep != bySlot || s.gs[gi].chain != gi {
			continue
		}
		a := &s.actions[ai]
		ms := s.chainMembers(gi)
		if !a.passive || a.negated || !a.rel.has(shared) || len(ms) < 2 || len(ms) > togetherMax {
			continue
		}
		for i := range ms {
			for j := range i {
				x := s.propose(ms[j], ms[i], p.ci)
				if x == nil {
					continue
				}
				s.add(x, together, "")
				s.add(x, oneClause, "")
				s.add(x, inFrame, a.rel.word)
				x.kind, x.stance, x.fields, x.modality = data.Cooperate, data.Cooperation, a.rel.fields, a.modality
			}
		}
	}
}

// chainMembers lists the different parties of the list that a group begins.
func (s *sentence) chainMembers(gi int) []member {
	var out []member
	for _, k := range s.chained(gi) {
		out = append(out, s.gs[k].members...)
	}
	return distinct(out)
}

// ownerBefore gives the owner of goods or flows that a later clause goes on about: the second half of "Peru's exports to
// Cuba rose, while shipments to Chile fell".
func (s *sentence) ownerBefore(gi int) []member {
	g := &s.gs[gi]
	if !g.rel.has(directed|goods) || len(g.members) > 0 || g.prep != 0 || g.first == 0 || !s.isSubject(gi) {
		return nil
	}
	if t := s.tagAt(g.first - 1); t != sub && t != conj && t != comma && t != strong {
		return nil
	}
	for k := gi - 1; k >= 0; k-- {
		h := &s.gs[k]
		if !h.rel.has(directed|goods) || h.rel.kind != g.rel.kind || h.prep != 0 || len(h.members) == 0 || h.members[0].role == head {
			continue
		}
		m := h.members[0]
		m.role = referred
		return []member{m}
	}
	return nil
}

// followers gives those named after "followed by" the part of the doer: "Peru was the largest investor in Chile, followed
// by Cuba".
func (s *sentence) followers(c *clause, doers []member) {
	for k := 1; k < len(c.elements) && len(doers) == 1; k++ {
		gi, ai := c.elements[k].group, c.elements[k-1].action
		if gi < 0 || ai < 0 || s.gs[gi].prep != bySlot || s.actions[ai].rel == nil || s.actions[ai].rel.word != "follow" {
			continue
		}
		for _, m := range s.chainMembers(gi) {
			for _, like := range s.cands[:len(s.cands):len(s.cands)] {
				if like.from != doers[0].party || !like.pair.Has(like.from) || like.pair.Has(m.party) || like.node > m.node || like.score.confidence() < threshold {
					continue
				}
				like.pair, like.from, like.node = data.PairOf(m.party, like.pair.Other(like.from)), m.party, m.node
				s.cands = append(s.cands, like)
			}
		}
	}
}

// objectGap ties who does something in a relative clause to the party named in what the clause describes: "a campaign
// against Peru that Chile began".
func (s *sentence) objectGap(p *predicate, c *clause, doers []member) {
	if c.object == 0 || c.comma || len(doers) == 0 {
		return
	}
	k := c.object - 1
	for k > 0 && s.gs[k].prep != 0 && s.gs[k].first-s.gs[k-1].last <= 1 {
		k--
	}
	n := &s.gs[k]
	for _, a := range s.gs[k+1 : c.object] {
		l := link{rel: n.rel, node: n.relNode, framed: true}
		switch {
		case a.prep == againstSlot && !hostileRel(n.rel):
			l.rel = opposing
		case n.rel == nil || a.prep&n.rel.frame == 0:
			continue
		}
		for _, m := range a.members {
			for _, d := range doers {
				if x := s.propose(d, m, p.ci); x != nil {
					s.add(x, oneClause, "")
					s.verbSays(x, p, link{}, l, a.prep)
					x.from, x.first, x.last = d.party, min(x.first, n.first), s.lastNode(p.ci)
				}
			}
		}
	}
}

// followsSuit ties those who "followed" in what the clauses before tell: to the party that all their pairs share ("opened
// talks with Peru and with Chile; Cuba followed"), else in the part of the doer ("Peru left the treaty with Chile; Cuba
// followed").
func (s *sentence) followsSuit(c *clause, doers []member) {
	if c.finite < 0 || len(doers) == 0 || len(s.cands) == 0 {
		return
	}
	a := &s.actions[c.elements[c.finite].action]
	if a.rel == nil || a.rel.word != "follow" || a.passive || a.negated {
		return
	}
	late := doers[:len(doers):len(doers)]
	for _, e := range c.elements[c.finite+1:] {
		if e.group < 0 || s.gs[e.group].prep != 0 || len(s.gs[e.group].members) == 0 {
			continue
		}
		if s.gs[e.group].first == a.last {
			return // "followed Peru"
		}
		late = append(late, s.gs[e.group].members...)
	}
	like, hub := s.toFollow(a.first)
	if hub == "" {
		return
	}
	for _, m := range late {
		if m.party != hub && m.role != referred {
			like.pair, like.node, like.first, like.last = data.PairOf(m.party, hub), m.node, m.node, s.lastNode(s.clauseOf(c))
			s.cands = append(s.cands, like)
		}
	}
}

// toFollow gives the last sure candidate before a node, and the party of it that those who follow are tied to.
func (s *sentence) toFollow(node int) (like candidate, hub data.Party) {
	for i := len(s.cands) - 1; i >= 0; i-- {
		c := &s.cands[i]
		switch {
		case c.node >= node || c.score.confidence() < threshold || c.from == "" || !c.pair.Has(c.from):
		case hub == "":
			like, hub = *c, c.pair.Other(c.from)
		case c.from == like.from && c.pair != like.pair:
			return like, like.from
		}
	}
	return like, hub
}

// clauseOf gives the index of a clause.
func (s *sentence) clauseOf(c *clause) int {
	for i := range s.cs {
		if &s.cs[i] == c {
			return i
		}
	}
	return 0
}
