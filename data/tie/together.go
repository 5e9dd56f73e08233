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
	for i := s.firstNode(ci); i < s.lastNode(ci); i++ {
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

// passiveAgents ties a party after "by" to the others of a clause whose subject names none: "a plant was built by a
// Chinese firm in Serbia".
func (s *sentence) passiveAgents(p *predicate, gi int, c *clause) {
	g := &s.gs[gi]
	if len(g.members) == 0 || len(p.actions) == 0 {
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

// across notes the pairs that only stand in one sentence, for those who ask why they are no tie.
func (s *sentence) across() {
	if !s.explaining {
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
			s.add(c, noWord, "")
			s.add(c, acrossClause, "")
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
