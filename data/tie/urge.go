package tie

import "entente/data"

// urgesTwo reads what a third party asks of two: in "Peru urged Chile and Cuba to exercise restraint" the quarrel is that
// of the two, and who speaks stands outside it. The candidates of the clause begin at before.
func (s *sentence) urgesTwo(p *predicate, c *clause, doers []member, before int) {
	for k := 0; k+3 < len(c.elements); k++ {
		ai, gi := c.elements[k].action, c.elements[k+1].group
		if ai < 0 || gi < 0 || !s.asksOthers(&s.actions[ai]) || s.gs[gi].prep != 0 || s.gs[gi].chain != gi {
			continue
		}
		two := s.chainMembers(gi)
		next := k + 1 + len(s.chained(gi))
		if len(two) != 2 || next >= len(c.elements) || c.elements[next].action < 0 || !s.actions[c.elements[next].action].infinitive {
			continue
		}
		kind, stance := s.askedOfTwo(s.actions[c.elements[next].action].first, s.lastNode(p.ci))
		if stance == "" || contains(doers, two[0].party) || contains(doers, two[1].party) {
			continue
		}
		for i := before; i < len(s.cands); i++ {
			if x := &s.cands[i]; x.from != "" && contains(doers, x.from) && contains(two, x.pair.Other(x.from)) {
				x.kind, x.stance = data.Request, data.Neutral
				s.add(x, mediated, "")
			}
		}
		x := s.propose(two[0], two[1], p.ci)
		if x == nil {
			return
		}
		s.add(x, together, "")
		s.add(x, oneClause, "")
		s.add(x, inFrame, s.doc.Word(s.first+s.actions[ai].main))
		x.kind, x.stance = kind, stance
		if stance == data.Cooperation {
			x.modality = data.Proposed
		}
		return
	}
}

// asksOthers says whether a verb asks, presses or brings somebody to do something.
func (s *sentence) asksOthers(a *action) bool {
	return a.rel != nil && !a.passive && !a.negated && (a.rel.kind == data.Request || a.rel.has(command|mediate) || a.rel.word == "call on")
}

// askedOfTwo tells from the words after an infinitive what stands between the two who are asked: a quarrel, a deal to
// come, or "" for neither.
func (s *sentence) askedOfTwo(from, to int) (data.Kind, data.Stance) {
	kind, stance := data.Kind(""), data.Stance("")
	for i := from; i < min(to, len(s.nodes)); i++ {
		r := s.nodes[i].rel
		if e := s.nodes[i].entry; e != nil && e.classes&isQuarrel != 0 || r != nil && r.kind == data.Yield {
			return data.Reject, data.Conflict
		}
		if r.has(joint) && !r.has(weak) {
			kind, stance = r.kind, r.stance
		}
	}
	return kind, stance
}
