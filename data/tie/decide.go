package tie

import (
	"entente/data"
)

// verbSays adds what verb and noun together say of the pair, and settles kind, stance and modality.
func (s *sentence) verbSays(c *candidate, p *predicate, v, n link, slot slots) {
	r := s.decide(c, p, v, n, slot)
	if r == nil {
		s.add(c, noWord, "")
		c.kind, c.stance = data.Consult, data.Neutral
	}
	s.contextOf(c, p, r)
	if c.modality != data.Denied && n.rel != nil && n.framed && s.noBefore(p) {
		s.deny(c)
	}
}

// decide weighs verb against noun: which of them says what is done.
func (s *sentence) decide(c *candidate, p *predicate, v, n link, slot slots) *relation {
	verbKnown := v.rel != nil && v.rel.kind != ""
	switch {
	case verbKnown && v.far && n.rel != nil && n.framed && n.rel.weight >= 1.2:
		s.take(c, n, byNoun, 1)
		s.fit(c, true, n.rel.word)
		return n.rel
	case verbKnown && n.rel != nil && v.rel.has(reverse):
		if len(p.nouns) > 0 && p.nouns[0].node > v.node {
			framed := n.framed
			n = p.nouns[0]
			n.framed = framed
		}
		s.turn(c, v, n)
		return v.rel
	case verbKnown && v.rel.has(light) && s.objectOf(p, v) != nil:
		o := s.objectOf(p, v)
		s.take(c, link{rel: o}, byNoun, 1)
		s.fit(c, v.framed || n.framed || o.frame&slot != 0, o.word)
		return o
	case verbKnown && (n.rel == nil || v.rel.weight >= 1.3 || v.rel.stance == data.Conflict || !n.framed):
		s.take(c, v, byVerb, 1)
		if n.rel != nil && n.framed {
			s.scaled(c, byNoun, n.rel, 0.4)
			c.fields = join(c.fields, n.rel.fields)
			if !v.framed && n.rel.weight > v.rel.weight && n.rel.kind != data.Mobilize {
				c.kind, c.stance = n.rel.kind, n.rel.stance
			}
		}
		s.fit(c, v.framed || n.framed, v.rel.word)
		return v.rel
	case n.rel != nil && n.framed:
		if v.rel.has(reverse) {
			s.turn(c, v, n)
			return n.rel
		}
		s.take(c, n, byNoun, 1)
		s.fit(c, true, n.rel.word)
		return n.rel
	case verbKnown:
		s.take(c, v, byVerb, 1)
		s.fit(c, v.framed, v.rel.word)
		return v.rel
	case n.rel != nil:
		s.take(c, n, byNoun, 0.6)
		s.fit(c, false, n.rel.word)
		return n.rel
	}
	return nil
}

func (s *sentence) fit(c *candidate, framed bool, word string) {
	if framed {
		s.add(c, inFrame, word)
	} else {
		s.add(c, outOfFrame, word)
	}
}

// objectOf gives the noun that is the object of a verb such as "extend", which says only what becomes of it; nil where
// there is none.
func (s *sentence) objectOf(p *predicate, v link) *relation {
	if len(p.nouns) == 0 || p.nouns[0].node < v.node || p.nouns[0].rel.has(goods|actor|weak) {
		return nil
	}
	o := p.nouns[0].rel
	if v.rel.kind == data.Assault && o.kind == data.Cooperate && o.has(place) || !s.directObject(p, p.nouns[0].node) {
		return nil // "struck a power station", "struck a block in the port"
	}
	return o
}

// directObject says whether the noun at a node is the object of the last action: no object stands before it.
func (s *sentence) directObject(p *predicate, node int) bool {
	from := s.actions[p.actions[len(p.actions)-1]].last
	for i := range s.gs {
		g := &s.gs[i]
		if g.first >= from && g.last <= node && g.prep == 0 && !s.timeGroup(g) && len(g.members) == 0 && s.nodes[g.first].tag != pronoun {
			return false
		}
	}
	return true
}

func (s *sentence) take(c *candidate, l link, r reason, factor float64) {
	s.scaled(c, r, l.rel, factor)
	c.kind, c.stance, c.fields = l.rel.kind, l.rel.stance, l.rel.fields
}

// turn reads a verb that turns its object round: halting aid is hostile, lifting a ban is friendly.
func (s *sentence) turn(c *candidate, v, n link) {
	s.scaled(c, byVerb, v.rel, 1)
	s.scaled(c, byNoun, n.rel, 0.4)
	s.fit(c, v.framed || n.framed, v.rel.word)
	c.fields = n.rel.fields
	s.turned(c, n.rel)
}

// contextOf reads negation, plans, doubt and the verbs before the deciding one.
func (s *sentence) contextOf(c *candidate, p *predicate, r *relation) {
	refused, will, ended := false, false, false
	if s.deniedAbove(p.ci) {
		s.deny(c)
		return
	}
	for k, ai := range p.actions {
		a := &s.actions[ai]
		lastOne := k == len(p.actions)-1
		if a.modality != data.Done && (c.modality == data.Done || a.modality == data.Proposed) {
			c.modality = a.modality
			will = will || a.modality != data.Ongoing
		}
		if a.must && c.stance != data.Conflict {
			s.add(c, asked, "")
		}
		if a.rel == nil {
			continue
		}
		if a.rel.has(deny) && !a.negated {
			s.deny(c)
			return
		}
		if !lastOne {
			switch {
			case a.rel.has(fail) || a.rel.kind == data.Reject || a.rel.kind == data.Threaten || a.rel.stance == data.Conflict && a.rel.kind == data.Request:
				refused = !a.negated
				if refused && a.rel.kind != "" {
					c.kind = a.rel.kind
				}
			case a.rel.has(reverse) && !a.negated && s.gerundNext(a, p.actions[k+1]):
				ended = true // "stopped buying gas"
			case a.rel.has(plan):
				c.modality = data.Planned
			case a.rel.has(comment):
				s.add(c, commenting, "")
			}
		}
		if a.negated {
			s.negate(c, a, &refused)
			if c.modality == data.Denied {
				return
			}
		}
	}
	if ended && !refused && c.stance != "" {
		s.turned(c, &relation{kind: c.kind, stance: c.stance})
	}
	if refused {
		c.stance = data.Conflict
		if c.kind != data.Reject && c.kind != data.Threaten && c.kind != data.Request {
			c.kind = data.Reject
		}
		return
	}
	if r.has(comment) {
		s.add(c, commenting, "")
	}
	if r.has(compare) {
		s.add(c, comparing, "")
	}
	if r.has(mediate) {
		s.add(c, mediated, "")
	}
	switch c.modality {
	case data.Proposed:
		s.add(c, proposed, "")
	case data.Planned:
		if will {
			s.add(c, planned, "")
		}
	}
}

// gerundNext says whether the next action is what a verb is said of: "stopped buying".
func (s *sentence) gerundNext(a *action, next int) bool {
	b := &s.actions[next]
	return b.first == a.last && !b.infinitive && b.form(s)&gerund != 0
}

// deniedAbove says whether the clause is what somebody denies: "denied that it sold arms to Peru", "denied a report that".
func (s *sentence) deniedAbove(ci int) bool {
	if ci < 0 || s.cs[ci].parent < 0 || !s.cs[ci].says && !(s.cs[ci].relative && s.is(s.firstNode(ci)-2, isClaim)) {
		return false
	}
	for _, e := range s.cs[s.cs[ci].parent].elements {
		if e.action >= 0 && s.actions[e.action].rel.has(deny) {
			return !s.actions[e.action].negated
		}
	}
	return false
}

// negate reads a negated action: what does not happen is no tie, but refusing to and failing to agree are conflicts.
func (s *sentence) negate(c *candidate, a *action, refused *bool) {
	switch {
	case a.rel.has(fail), a.rel.kind == data.Reject:
		*refused = false
	case a.rel.has(say | comment):
	case c.stance == data.Cooperation && a.modality != data.Done && !a.nonfinite, a.never && c.kind == data.Agree:
		*refused = true
	default:
		s.deny(c)
	}
}

// placed takes away where the group tells only the place of what is done.
func (s *sentence) placed(c *candidate, v, n link, m member, slot slots) {
	if slot&(inSlot|atSlot|nearSlot) == 0 {
		return
	}
	for _, l := range [2]link{n, v} {
		if l.rel.has(place) && l.rel.frame&slot != 0 {
			return
		}
	}
	if m.place || c.kind == data.Consult || c.kind == data.Agree {
		s.add(c, venue, s.doc.Word(s.first+m.node))
	}
}

// join appends the fields that are not there yet.
func join(a, b []data.Field) []data.Field {
	out := a[:len(a):len(a)]
	for _, f := range b {
		found := false
		for _, o := range out {
			found = found || o == f
		}
		if !found {
			out = append(out, f)
		}
	}
	return out
}
