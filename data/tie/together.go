package tie

import (
	"slices"

	"entente/data"
)

// togetherMax is the number of doers up to which each is tied to each by a joint act; more are a summit.
const togetherMax = 5

// actTogether ties the doers of a joint act to each other: "Peru and Chile signed". tied says that the clause has
// partners for them already.
func (s *sentence) actTogether(p *predicate, doers []member, tied bool) {
	if len(doers) < 2 {
		return
	}
	doers = distinct(doers)
	if len(doers) < 2 || len(doers) > togetherMax || tied {
		return
	}
	pairRef := doers[0].role == referred && doers[1].role == referred
	l := s.jointLink(p, pairRef || s.jointly(p.ci))
	if l.rel == nil && (!pairRef || s.nodes[doers[0].node].tag == pronoun) && !s.jointly(p.ci) {
		return
	}
	v := s.lastVerb(p, 0)
	for i := range doers {
		for k := range i {
			c := s.propose(doers[k], doers[i], p.ci)
			if c == nil {
				continue
			}
			s.add(c, together, "")
			s.add(c, oneClause, "")
			if l.rel != nil && !l.isVerb && v.rel.has(reverse) {
				s.turn(c, v, l)
			} else if l.rel != nil {
				s.take(c, l, map[bool]reason{true: byVerb, false: byNoun}[l.isVerb], 1)
			} else if s.jointly(p.ci) {
				c.kind, c.stance = data.Cooperate, data.Cooperation
			} else {
				s.add(c, weakWord, s.doc.Word(s.first+s.actions[p.actions[0]].main))
				c.kind, c.stance = "", data.Neutral
			}
			s.contextOf(c, p, l.rel)
			if len(p.nouns) > 0 && s.noBefore(p) {
				s.deny(c)
			}
			c.first, c.last = s.firstNode(p.ci), s.lastNode(p.ci)
		}
	}
}

// jointly says whether a clause has a word such as "jointly" or "together".
func (s *sentence) jointly(ci int) bool {
	for i := s.firstNode(ci); i < min(s.lastNode(ci)+2, len(s.nodes)); i++ {
		if s.is(i, isJointly) {
			return true
		}
	}
	return false
}

// jointLink gives the word of the clause that says what its doers do together.
func (s *sentence) jointLink(p *predicate, pairRef bool) link {
	best := link{}
	passive := s.actions[p.actions[0]].passive && !pairRef
	for _, ai := range p.actions {
		a := &s.actions[ai]
		if passive && !s.actions[p.actions[0]].rel.has(joint) {
			break
		}
		if a.rel == nil || a.rel.kind == "" || a.passive && !pairRef {
			continue
		}
		if a.rel.has(joint) || pairRef {
			if best.rel == nil || a.rel.weight > best.rel.weight {
				best = link{rel: a.rel, node: a.main, framed: true, isVerb: true}
			}
		}
	}
	for _, n := range p.nouns {
		if n.rel.has(weak) || !n.rel.has(joint) && !pairRef || !s.objectNoun(n, p) {
			continue
		}
		if best.rel == nil || n.rel.weight > best.rel.weight && best.rel.weight < 1.3 || n.rel.stance == data.Conflict && best.rel.weight < 1.6 {
			best = n
		}
	}
	return best
}

// objectNoun says whether a noun stands where what is done together stands: as object, or after the verb in "go to war",
// "are in talks".
func (s *sentence) objectNoun(n link, p *predicate) bool {
	for i := range s.gs {
		g := &s.gs[i]
		if n.node < g.first || n.node >= g.last {
			continue
		}
		a := &s.actions[p.actions[len(p.actions)-1]]
		if g.prep&(forSlot|ofSlot) != 0 && n.rel.kind == data.Cooperate && n.rel.has(place) {
			return true // "found money for a bridge": works that both share
		}
		if g.prep&ofSlot != 0 && n.rel.kind == data.Support {
			return true // "marked 50 years of ties"
		}
		return g.prep&^toSlot == 0 || g.prep&(inSlot|atSlot|onSlot) != 0 && (a.rel == nil || a.rel.kind == "") && g.first-a.last <= 3
	}
	return false
}

// noBefore says whether a noun of the predicate has a "no" before it.
func (s *sentence) noBefore(p *predicate) bool {
	for i := range s.gs {
		if g := &s.gs[i]; g.no && g.rel != nil {
			for _, n := range p.nouns {
				if n.node == g.relNode {
					return true
				}
			}
		}
	}
	return false
}

func (s *sentence) lastNode(ci int) int {
	last := s.firstNode(ci)
	for _, e := range s.cs[ci].elements {
		if e.group >= 0 {
			last = max(last, s.gs[e.group].last)
		} else {
			last = max(last, s.actions[e.action].last)
		}
	}
	return last
}

// distinct keeps the first member of each party.
func distinct(ms []member) []member {
	out := ms[:0:0]
	for _, m := range ms {
		if !slices.ContainsFunc(out, func(o member) bool { return o.party == m.party }) {
			out = append(out, m)
		}
	}
	return out
}

// toldOf reads groups that mean a pair told of before: "the agreement", "bilateral trade", "between the two countries".
func (s *sentence) toldOf(p *predicate, c *clause, doers []member) {
	for _, e := range c.elements {
		if e.group < 0 {
			continue
		}
		g := &s.gs[e.group]
		if g.ref == refPair && !slices.Contains(c.subject, e.group) && g.prep != betweenSlot {
			s.pairMeant(p, g)
		}
		if g.ref == refDeal || g.ref == refBilateral {
			s.dealMeant(p, g, doers)
		}
	}
}

// pairMeant reads "the two countries" outside the subject.
func (s *sentence) pairMeant(p *predicate, g *group) {
	ms := s.meant(g, nil)
	if len(ms) != 2 {
		return
	}
	c := s.propose(ms[0], ms[1], p.ci)
	if c == nil {
		return
	}
	l := s.jointLink(p, true)
	if l.rel == nil {
		s.add(c, noWord, "")
		return
	}
	s.take(c, l, byNoun, 0.8)
	s.contextOf(c, p, l.rel)
	c.first, c.last = s.firstNode(p.ci), s.lastNode(p.ci)
}

// dealMeant reads "the agreement" and "bilateral ties" where no other pair is named beside them.
func (s *sentence) dealMeant(p *predicate, g *group, doers []member) {
	pair := s.focus.pair
	if !pair.Valid() || s.index-s.focus.pairAt > 4 || s.cs[p.ci].says || len(s.ofParty(s.groupAt(g))) > 0 {
		return
	}
	for _, d := range doers {
		if !pair.Has(d.party) {
			s.opposes(p, g, d)
			return
		}
	}
	for _, m := range s.named {
		if !pair.Has(m) {
			return
		}
	}
	a := member{party: pair[0], role: referred, mention: -1, node: g.refNode}
	b := member{party: pair[1], role: referred, mention: -1, node: g.refNode}
	c := s.propose(a, b, p.ci)
	if c == nil {
		return
	}
	s.add(c, continued, "")
	c.kind, c.stance = s.focus.kind, s.focus.stance
	n := link{}
	if g.rel != nil {
		n = link{rel: g.rel, node: g.relNode, framed: true}
	}
	v := s.lastVerb(p, inObject)
	if v.rel.has(light|general|say) || v.rel != nil && v.rel.kind == "" {
		v = link{}
	}
	s.decide(c, p, v, n, inObject)
	s.contextOf(c, p, g.rel)
	c.first, c.last = s.firstNode(p.ci), s.lastNode(p.ci)
}
