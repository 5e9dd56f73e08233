package tie

import "entente/data"

// hostileRel says whether a word tells of a measure against another party, as "tariff", "ban" and "complaint" do.
func hostileRel(r *relation) bool {
	if r == nil || r.stance != data.Conflict || r.has(weak|compare|comment) {
		return false
	}
	return r.kind == data.Sanction || r.kind == data.Accuse || r.kind == data.Reject || r.kind == data.Threaten
}

// outerNoun gives the hostile noun that the noun k of a predicate hangs on: in "tariffs on imports from Peru" it is the
// tariffs that decide, and the imports only say what they are about. n is the noun itself, given where there is none.
func (s *sentence) outerNoun(p *predicate, k int, n link) link {
	if n.rel.stance == data.Conflict {
		return n
	}
	for j := 0; j < k && j < len(p.nouns); j++ {
		if o := p.nouns[j]; hostileRel(o.rel) && s.hangsOn(o.node, n.node) {
			return link{rel: about(o.rel, n.rel), node: o.node, framed: n.framed}
		}
	}
	return n
}

// about is what a noun says, in the fields of what it is about too.
func about(outer, inner *relation) *relation {
	both := *outer
	both.fields = join(outer.fields, inner.fields)
	return &both
}

// hangsOn says whether only prepositions join the nouns of two nodes.
func (s *sentence) hangsOn(from, to int) bool {
	joined := false
	for i := from + 1; i < to; i++ {
		switch s.nodes[i].tag {
		case prep:
			joined = true
		case comma, conj, sub, rel, strong, verb, helper, quote:
			return false
		}
	}
	return joined
}

// hostileNoun gives the first hostile noun after the last action of a predicate, which governs what follows it.
func (s *sentence) hostileNoun(p *predicate) link {
	if len(p.actions) == 0 || s.actions[p.actions[len(p.actions)-1]].rel.has(reverse) {
		return link{}
	}
	for _, n := range p.nouns {
		if hostileRel(n.rel) {
			return n
		}
	}
	return link{}
}

// keepOuter notes, before an action is added to a predicate, the hostile noun whose object it describes: the duty in
// "levied a duty on goods imported from Peru". Any other action makes a new start.
func (s *sentence) keepOuter(p *predicate, ai int) {
	a := &s.actions[ai]
	if t := s.tagAt(a.first - 1); !a.nonfinite || a.infinitive || t != other && t != name {
		if len(p.actions) > 0 {
			p.outer = link{}
		}
		return
	}
	if p.outer.rel == nil {
		p.outer = s.hostileNoun(p)
	}
}

// outerAbove gives the hostile noun that a clause describes: the surcharge in "a surcharge on power that it sells to Peru".
func (s *sentence) outerAbove(c *clause) link {
	if c.parent < 0 || c.says || c.comma || c.hypo || len(c.elements) == 0 {
		return link{}
	}
	first := c.elements[0]
	switch {
	case c.relative:
		return s.cs[c.parent].outer
	case first.group >= 0:
		if t := s.tagAt(s.gs[first.group].first - 1); t == other || t == name {
			return s.cs[c.parent].outer
		}
	}
	return link{}
}

// outerSays lets the hostile noun of a predicate decide over what was read of the thing it is about.
func (s *sentence) outerSays(c *candidate, p *predicate) {
	if p.outer.rel == nil || c.modality == data.Denied || c.stance == data.Conflict {
		return
	}
	c.kind, c.stance, c.fields = p.outer.rel.kind, p.outer.rel.stance, join(p.outer.rel.fields, c.fields)
}
