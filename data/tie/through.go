package tie

import (
	"slices"

	"entente/data"
)

// throughSubject ties the two parties that a deal, a quarrel or a line named as subject brings together: "the treaty gave
// three rivers to India and three to Pakistan".
func (s *sentence) throughSubject(p *predicate, c *clause) {
	if len(c.subject) != 1 || s.actions[p.actions[0]].negated {
		return
	}
	g := &s.gs[c.subject[0]]
	if !g.rel.has(joint) || g.rel.has(weak) || g.no || len(g.members) > 0 {
		return
	}
	var ms []member
	for _, e := range c.elements[c.finite+1:] {
		if e.group < 0 {
			continue
		}
		for _, m := range s.gs[e.group].members {
			if slot := s.gs[e.group].prep; slot&(inSlot|atSlot|bySlot|otherSlot) == 0 {
				ms = append(ms, m)
			}
		}
	}
	if ms = distinct(ms); len(ms) != 2 {
		return
	}
	x := s.propose(ms[0], ms[1], p.ci)
	if x == nil {
		return
	}
	s.add(x, oneClause, "")
	s.take(x, link{rel: g.rel}, byNoun, 1)
	s.fit(x, true, g.rel.word)
	s.contextOf(x, p, g.rel)
	x.first, x.last = s.firstNode(p.ci), s.lastNode(p.ci)
}

// groupAt gives the index of a group.
func (s *sentence) groupAt(g *group) int {
	for i := range s.gs {
		if &s.gs[i] == g {
			return i
		}
	}
	return -1
}

// opposes ties who protests against a deal told of before to the one who made it.
func (s *sentence) opposes(p *predicate, g *group, d member) {
	v := s.lastVerb(p, g.prep)
	if s.focus.actor == "" || v.rel == nil || s.index-s.focus.pairAt > 2 || d.role == referred ||
		v.rel.kind != data.Accuse && v.rel.kind != data.Reject && v.rel.kind != data.Protest && v.rel.kind != data.Threaten {
		return
	}
	c := s.propose(d, member{party: s.focus.actor, role: within, mention: -1, node: g.refNode}, p.ci)
	if c == nil {
		return
	}
	s.add(c, byDeal, s.words(g.refNode))
	s.take(c, v, byVerb, 1)
	s.fit(c, true, v.rel.word)
	s.contextOf(c, p, v.rel)
	c.from, c.first, c.last = d.party, s.firstNode(p.ci), s.lastNode(p.ci)
}

// passiveAgents ties a party after "by" to the others of a clause whose subject names none: "a plant was built by a
// Chinese firm in Serbia".
func (s *sentence) passiveAgents(p *predicate, gi int, c *clause) {
	g := &s.gs[gi]
	if len(g.members) == 0 || len(p.actions) == 0 || g.prep == bySlot && s.aside(&s.actions[p.actions[len(p.actions)-1]]) {
		return
	}
	s.fromTo(p, gi, c)
	for _, e := range c.elements {
		if e.group < 0 || e.group >= gi {
			continue
		}
		h := &s.gs[e.group]
		if len(h.members) == 0 || h.chain == g.chain || g.prep != bySlot && h.prep != bySlot {
			continue
		}
		if g.prep == bySlot {
			s.doneTo(p, g.members[0], h.members[0], e.group)
		} else {
			s.doneTo(p, h.members[0], g.members[0], gi)
		}
	}
}

// fromTo ties the two ends of something that goes: "a cargo ship sails from Karachi to Chittagong".
func (s *sentence) fromTo(p *predicate, gi int, c *clause) {
	g := &s.gs[gi]
	a := &s.actions[p.actions[0]]
	if g.prep&toSlot == 0 || len(c.subject) == 0 || s.gs[c.subject[0]].rel == nil || !s.gs[c.subject[0]].rel.has(goods|directed|joint) {
		return
	}
	for _, e := range c.elements {
		if e.group < 0 || e.group >= gi || s.gs[e.group].prep&fromSlot == 0 || len(s.gs[e.group].members) == 0 || a.negated {
			continue
		}
		x := s.propose(s.gs[e.group].members[0], g.members[0], p.ci)
		if x == nil {
			continue
		}
		r := s.gs[c.subject[0]].rel
		s.add(x, oneClause, "")
		s.take(x, link{rel: r}, byNoun, 1)
		s.fit(x, true, r.word)
		s.contextOf(x, p, r)
		x.from, x.first, x.last = s.gs[e.group].members[0].party, s.firstNode(p.ci), s.lastNode(p.ci)
	}
}

// across notes the pairs that only stand in one sentence: for those who ask why they are no tie, and for the two parties of
// an article that names no others (see admit).
func (s *sentence) across() {
	if !s.explaining && len(s.named) != 2 {
		return
	}
	const most = 12
	for i := 0; i < min(len(s.named), most); i++ {
		for k := 0; k < i; k++ {
			pair := data.PairOf(s.named[i], s.named[k])
			if slices.ContainsFunc(s.cands, func(c candidate) bool { return c.pair == pair }) {
				continue
			}
			s.cands = append(s.cands, candidate{pair: pair, modality: data.Done, stance: data.Neutral, last: len(s.nodes)})
			c := &s.cands[len(s.cands)-1]
			s.add(c, always, "")
			s.add(c, acrossClause, "")
			if r := s.loudest(); r != nil {
				s.add(c, weakWord, r.word)
				c.kind, c.stance, c.fields = r.kind, r.stance, r.fields
			} else {
				s.add(c, noWord, "")
			}
		}
	}
}

// leastRoom is the number of tokens from which a sentence may hide in its clauses how its parties deal with each other; a
// shorter one says it plainly or not at all.
const leastRoom = 16

// leastLoud is the weight from which a word says by itself that countries deal with each other.
const leastLoud = 1.5

// loudest gives the word of the sentence that says most of how countries deal with each other, hostile words first; nil when
// there is none, or when the sentence compares, comments or denies.
func (s *sentence) loudest() *relation {
	if len(s.nodes) < leastRoom {
		return nil
	}
	var best *relation
	hear := func(r *relation) {
		if r == nil || r.kind == "" || r.weight < leastLoud {
			return
		}
		if best == nil || r.stance == data.Conflict && best.stance != data.Conflict ||
			(r.stance == data.Conflict) == (best.stance == data.Conflict) && r.weight > best.weight {
			best = r
		}
	}
	for i := range s.actions {
		a := &s.actions[i]
		if a.negated || a.rel != nil && (a.rel.has(compare) || a.rel.has(comment) || a.rel.has(deny)) {
			return nil
		}
		hear(a.rel)
	}
	for i := range s.gs {
		if s.gs[i].no {
			return nil
		}
		if r := s.gs[i].rel; r != nil && r.stance == data.Conflict {
			hear(r)
		}
	}
	return best
}
