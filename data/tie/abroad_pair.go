package tie

import (
	"entente/data"
	"entente/data/text"
)

const (
	// argumentReach is how many tokens may stand between a noun and the party after its preposition.
	argumentReach = 6
	// turnReach is how many tokens may stand between a verb that turns its object round and that object.
	turnReach = 9
	// notReach is how many letters may stand between a Chinese negation and its verb.
	notReach = 12
	// verbBonus is what a verb says more than a noun of the same weight.
	verbBonus = 0.3
	// nearBonus is what a word says more for standing between two parties or right at one of them.
	nearBonus = 0.3
	// second is the part of its weight that a second word adds to the first.
	second = 0.4
)

// inSegment finds the pairs that a segment tells of.
func (s *sentence) inSegment(g int) {
	f := s.far
	seg := &f.segs[g]
	for _, li := range seg.lists {
		s.sidesOf(g, &f.lists[li])
	}
	for _, h := range seg.hits {
		s.aroundNoun(g, h)
	}
	partners := s.subjectWithOthers(g)
	if !partners {
		s.doTogether(g)
	}
	if seg.pairAt >= 0 {
		s.bothMeant(g)
	}
	if !partners {
		s.carried(g)
	}
}

func (s *sentence) spotsOf(l *series) []spot { return s.far.spots[l.first:l.last] }

// sidesOf ties the parties of "between A and B" and of "deutsch-polnisch".
func (s *sentence) sidesOf(g int, l *series) {
	if l.slot != betweenSlot && (!l.compound || l.slot == aboutSlot) || l.last-l.first < 2 {
		return
	}
	sides := s.spotsOf(l)
	hit := s.headOfSides(g, l)
	for i := range sides {
		for k := range i {
			c := s.pairUp(sides[k].member, sides[i].member, g)
			if c == nil {
				continue
			}
			if l.slot == betweenSlot {
				s.add(c, betweenThem, "")
			} else {
				s.add(c, sidebyside, "")
			}
			s.says(c, g, hit)
			if len(sides) > togetherMax {
				s.add(c, longList, "")
			}
		}
	}
}

// headOfSides gives the word that says what two sides are to each other: the noun right before "between", else the one
// that relates best.
func (s *sentence) headOfSides(g int, l *series) int {
	sides := s.spotsOf(l)
	if l.slot == betweenSlot && !s.far.lex.letters {
		for k := sides[0].node - 1; k >= max(0, sides[0].node-argumentReach); k-- {
			if m := &s.far.means[k]; m.rel != nil && !m.verb && m.rel.weight >= meetingMin && !m.rel.has(actor|goods|weak) && s.far.segOf[k] == g {
				return k
			}
		}
	}
	return s.trigger(g, &sides[0], &sides[len(sides)-1], 0)
}

// pairUp proposes a pair of a segment.
func (s *sentence) pairUp(a, b member, g int) *candidate {
	c := s.propose(a, b, -1)
	if c == nil {
		return nil
	}
	c.first, c.last = s.reach(g)
	if m := s.far.segs[g].marks; m&markIf != 0 {
		s.add(c, hypothetical, "")
	} else if m&markDoubt != 0 {
		s.add(c, doubted, "")
	}
	return c
}

// reach gives the nodes from the first to the last of a segment.
func (s *sentence) reach(g int) (first, last int) {
	first = -1
	for i, of := range s.far.segOf {
		if of == g {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	return max(first, 0), last
}

// aroundNoun ties the parties around a noun: "izvoz Srbije u Rusiju", "投資", "une entreprise chinoise au Niger".
func (s *sentence) aroundNoun(g, h int) {
	f := s.far
	m := &f.means[h]
	if m.verb || m.rel.has(weak) {
		return
	}
	var owner, other *series
	for _, li := range f.segs[g].lists {
		l := &f.lists[li]
		switch p := &f.spots[l.first]; {
		case s.owns(p, h):
			if owner == nil {
				owner = l
			}
		case s.argument(p, h):
			other = l
		}
	}
	if owner == nil || other == nil {
		return
	}
	for _, a := range s.spotsOf(owner) {
		for _, b := range s.spotsOf(other) {
			c := s.pairUp(a.member, b.member, g)
			if c == nil {
				continue
			}
			s.add(c, onePhrase, "")
			s.add(c, inFrame, s.hitWord(h))
			s.says(c, g, s.overNoun(g, h))
			c.from = a.party
		}
	}
}

// overNoun gives the word that decides about what stands around a noun: the verb that takes the noun for its doer, where
// the noun only tells who acts.
func (s *sentence) overNoun(g, h int) int {
	if !s.far.means[h].rel.has(actor | goods) {
		return h
	}
	best := h
	for _, k := range s.far.segs[g].hits {
		if r := s.far.means[k].rel; k != h && !r.has(actor|goods|weak|say|comment) && r.weight > s.far.means[best].rel.weight &&
			(r.has(place|directed|joint) || r.stance == data.Conflict) {
			best = k
		}
	}
	return best
}

// owns says whether a party belongs to the noun at h: its adjective, or named right behind it.
func (s *sentence) owns(p *spot, h int) bool {
	if p.noun == h {
		return true
	}
	if s.far.lex.letters || p.slot&^ofSlot != 0 || p.node < h {
		return false
	}
	return p.node-h <= 3 && !s.hitBetween(h+1, p.node, false)
}

// argument says whether a party stands where the noun at h expects another one.
func (s *sentence) argument(p *spot, h int) bool {
	r := s.far.means[h].rel
	if p.slot&(inSlot) != 0 && !r.has(place) || p.slot&(withSlot|toSlot|fromSlot|inSlot|againstSlot|nearSlot) == 0 {
		return false
	}
	if s.far.lex.letters {
		return p.last <= h && h-p.last <= 8
	}
	return p.node > h && p.node-h <= argumentReach+2 && !s.hitBetween(h+1, p.node, true)
}

// subjectWithOthers ties who does what is told to the other parties of a segment. It says whether there was a partner, so
// that the doers are not tied to each other by the same words.
func (s *sentence) subjectWithOthers(g int) (partners bool) {
	f := s.far
	seg := &f.segs[g]
	if seg.subject < 0 {
		return false
	}
	doer := &f.lists[seg.subject]
	for n, li := range seg.lists {
		l := &f.lists[li]
		if li == seg.subject || l.slot&(aboutSlot|otherSlot|betweenSlot) != 0 || s.partOf(seg, n) {
			continue
		}
		for _, a := range s.spotsOf(doer) {
			for _, b := range s.spotsOf(l) {
				tied := s.actsOn(g, a, b)
				partners = partners || tied
			}
		}
	}
	return partners
}

// partOf says whether a list only tells more of the one before it: "support for A's plan for B".
func (s *sentence) partOf(seg *segment, n int) bool {
	l := &s.far.lists[seg.lists[n]]
	if n == 0 || seg.lists[n-1] == seg.subject || l.slot&(forSlot|inSlot|ofSlot) == 0 || s.far.lex.letters {
		return false
	}
	before := s.far.spots[s.far.lists[seg.lists[n-1]].last-1].last
	at := s.far.spots[l.first].node
	return at-before <= 5 && !s.hitBetween(before, at, false)
}

// actsOn ties a doer to another party of its segment.
func (s *sentence) actsOn(g int, a, b spot) bool {
	hit := s.trigger(g, &a, &b, b.slot)
	if hit < 0 || b.slot == 0 && s.besideClause(&a, &b, hit) {
		return false
	}
	r := s.far.means[hit].rel
	if s.far.segOf[a.node] != g {
		a.role = referred // the doer of the segment before goes on
	}
	c := s.pairUp(a.member, b.member, g)
	if c == nil {
		return false
	}
	s.add(c, oneClause, "")
	switch {
	case b.slot&(inSlot|forSlot|nearSlot) != 0 && !s.placeFits(r, &a, &b):
		s.add(c, venue, s.doc.Word(s.first+b.node))
	case b.slot&(withSlot|againstSlot|toSlot|fromSlot|bySlot) != 0 || r.has(directed) || r.stance == data.Conflict && !r.has(reverse):
		s.add(c, inFrame, s.hitWord(hit))
	}
	s.says(c, g, hit)
	if hit < b.node && s.notAfter(b.last) {
		s.deny(c)
	}
	c.from = a.party
	return c.modality != data.Denied && c.score.sum > 0
}

// besideClause says whether a second party without a preposition begins a clause of its own: "A celebrates, B protests".
func (s *sentence) besideClause(a, b *spot, hit int) bool {
	if s.far.lang == "ja" || hit < b.last {
		return false
	}
	beside := false
	for k := a.last; k < b.node; k++ {
		if s.far.segOf[k] != s.far.segOf[b.node] {
			return false // a clause between two commas only interrupts
		}
		beside = beside || s.tagAt(k) == comma && s.token(k).Kind == text.Punct
	}
	return beside
}

// placeFits says whether a party after "in" is the other one, not only the place where it happened.
func (s *sentence) placeFits(r *relation, a, b *spot) bool {
	if b.slot&(forSlot|nearSlot) != 0 {
		return r.has(directed) && (r.stance == data.Cooperation || r.kind == data.Sanction)
	}
	acting := a.noun >= 0 && s.far.means[a.noun].rel.has(actor)
	if b.isCity && !acting && r.kind == data.Consult {
		return false
	}
	for k := max(0, b.node-4); k < b.node; k++ {
		if n := s.far.means[k].rel; n.has(place) && !s.far.means[k].verb && !n.has(weak) && s.far.segOf[k] == s.far.segOf[b.node] {
			return true // "its ambassador in Peru"
		}
	}
	return r.has(place) && (!r.has(joint) || acting)
}

// trigger gives the node of the word that relates two parties of a segment best, or -1.
func (s *sentence) trigger(g int, a, b *spot, slot slots) int {
	best, most, after := -1, 0.0, false
	for _, h := range s.far.segs[g].hits {
		m := &s.far.means[h]
		w := m.rel.weight
		switch {
		case w == 0 || m.rel.has(say|comment|deny):
			continue
		case m.rel.has(actor | goods | weak):
			w /= 2
		case m.rel.has(light):
			w /= 2
		case m.rel.has(reverse):
			if s.turns(g, h) == nil && !m.rel.has(directed) {
				continue
			}
			w += 2 * verbBonus
		case m.verb:
			w += verbBonus
		}
		if a.last <= h && h < b.node || h >= b.node-2 && h <= b.last+2 {
			w += nearBonus
		}
		if s.far.lex.letters && slot != 0 && h >= b.last && !after && w > 0 {
			w, after = w+2*nearBonus, true // the verb follows its partner
		}
		if slot == inSlot && m.rel.has(place) {
			w += 2 * nearBonus
		}
		if w > most {
			best, most = h, w
		}
	}
	return best
}

// doTogether ties the doers of a joint act to each other.
func (s *sentence) doTogether(g int) {
	f := s.far
	seg := &f.segs[g]
	if seg.subject < 0 {
		return
	}
	doers := s.spotsOf(&f.lists[seg.subject])
	if len(doers) < 2 || len(doers) > togetherMax || f.lists[seg.subject].compound {
		return
	}
	best, most := -1, 0.0
	for _, h := range seg.hits {
		if m := &f.means[h]; m.rel.has(joint) && m.rel.weight > most {
			best, most = h, m.rel.weight
		}
	}
	if best < 0 {
		return
	}
	for i := range doers {
		for k := range i {
			if c := s.pairUp(doers[k].member, doers[i].member, g); c != nil {
				s.add(c, together, "")
				s.add(c, oneClause, "")
				s.says(c, g, best)
			}
		}
	}
}
