package tie

import (
	"slices"

	"entente/data"
)

// bothMeant ties the pair that "the two countries" means.
func (s *sentence) bothMeant(g int) {
	seg := &s.far.segs[g]
	pair, ok := s.pairFar(seg.pairAt)
	if !ok {
		return
	}
	a := member{party: pair[0], role: referred, mention: -1, node: seg.pairAt}
	b := member{party: pair[1], role: referred, mention: -1, node: seg.pairAt}
	c := s.pairUp(a, b, g)
	if c == nil {
		return
	}
	best, most := -1, 0.0
	for _, h := range seg.hits {
		if r := s.far.means[h].rel; r.weight > most && !r.has(say|comment|actor|goods) {
			best, most = h, r.weight
		}
	}
	s.add(c, oneClause, "")
	if pair == s.focus.pair {
		s.add(c, continued, "")
	}
	s.says(c, g, best)
	if best < 0 && pair == s.focus.pair {
		c.kind, c.stance = s.focus.kind, s.focus.stance
	}
}

// pairFar gives the pair that a node means: the two parties named before it in the sentence, else the pair told of last,
// else the two parties named last.
func (s *sentence) pairFar(node int) (data.Pair, bool) {
	var here []data.Party
	for i := range s.far.spots {
		if p := &s.far.spots[i]; p.node < node && !slices.Contains(here, p.party) {
			here = append(here, p.party)
		}
	}
	f := &s.focus
	switch {
	case len(here) == 2:
		return data.PairOf(here[0], here[1]), true
	case len(here) == 1 && f.subject != "" && f.subject != here[0] && !f.pair.Has(here[0]):
		return data.PairOf(here[0], f.subject), true
	case f.pair.Valid() && (len(here) == 0 || f.pair.Has(here[0])):
		return f.pair, true
	case len(here) == 0 && len(f.recent) >= 2:
		return data.PairOf(f.recent[0], f.recent[1]), true
	}
	return data.Pair{}, false
}

// carried ties the parties of a segment that names no partner for them to the party that it leaves out: meant by "the
// country" or "we", doing something in the segment before, or what the article is about.
func (s *sentence) carried(g int) {
	f := s.far
	seg := &f.segs[g]
	if len(seg.hits) == 0 || len(seg.lists) == 0 || seg.pairAt >= 0 {
		return
	}
	named := s.partiesOf(seg)
	if len(named) > togetherMax {
		return
	}
	for _, li := range seg.lists {
		l := &f.lists[li]
		if seg.subject >= 0 && li != seg.subject || l.slot&(aboutSlot|otherSlot|inSlot|betweenSlot) != 0 {
			continue
		}
		for _, p := range s.spotsOf(l) {
			if p.isCity {
				continue
			}
			if left, why, node := s.leftOut(g, named); left != "" {
				s.withLeftOut(g, p, left, why, node)
			}
		}
	}
}

func (s *sentence) partiesOf(seg *segment) []data.Party {
	var out []data.Party
	for _, li := range seg.lists {
		for _, p := range s.spotsOf(&s.far.lists[li]) {
			if !slices.Contains(out, p.party) {
				out = append(out, p.party)
			}
		}
	}
	return out
}

// leftOut finds the party that a segment means without naming it, which is none of those it names.
func (s *sentence) leftOut(g int, named []data.Party) (data.Party, reason, int) {
	f := s.far
	seg := &f.segs[g]
	free := func(p data.Party) bool { return p != "" && !slices.Contains(named, p) }
	if seg.oneAt >= 0 {
		for _, p := range [2]data.Party{s.focus.subject, s.topic} {
			if free(p) {
				return p, byOneRef, seg.oneAt
			}
		}
	}
	if seg.selfAt >= 0 {
		if p := s.selfFar(); free(p) {
			return p, bySelf, seg.selfAt
		}
	}
	for up := seg.parent; up >= 0; up = f.segs[up].parent {
		if li := s.carrier(seg, up); li >= 0 {
			if p := f.spots[f.lists[li].first].party; free(p) {
				return p, byOneRef, f.spots[f.lists[li].first].node
			}
			break
		}
	}
	if seg.subject < 0 && free(s.focus.subject) {
		return s.focus.subject, aboutTopic, -1
	}
	if free(s.topic) {
		return s.topic, aboutTopic, -1
	}
	if free(s.focus.subject) && s.index-s.focus.spoke <= 1 {
		return s.focus.subject, aboutTopic, -1
	}
	return "", 0, -1
}

// carrier gives the list of a segment that goes on as the doer of one that hangs on it: the last one before a relative
// pronoun, else its own doer.
func (s *sentence) carrier(seg *segment, up int) int {
	parent := &s.far.segs[up]
	if seg.relative {
		for i := len(parent.lists) - 1; i >= 0; i-- {
			if l := &s.far.lists[parent.lists[i]]; s.far.spots[l.last-1].last <= seg.from {
				return parent.lists[i]
			}
		}
	}
	return parent.subject
}

// selfFar gives the party that "we" means.
func (s *sentence) selfFar() data.Party {
	if s.focus.self != "" {
		return s.focus.self
	}
	if h := home[s.far.lang]; h != "" && (slices.Contains(s.focus.recent, h) || s.topic == "") {
		return h
	}
	return s.topic
}

// withLeftOut ties a party to the one left out, where a word of the segment reaches from one party to another.
func (s *sentence) withLeftOut(g int, p spot, left data.Party, why reason, node int) {
	hit := s.reaching(g, &p)
	if hit < 0 {
		return
	}
	at := p.node
	if node >= 0 {
		at = node
	}
	role := referred
	if why == aboutTopic {
		role = within
	}
	c := s.pairUp(p.member, member{party: left, role: role, mention: -1, node: at}, g)
	if c == nil {
		return
	}
	if why == aboutTopic {
		s.add(c, aboutTopic, "")
	}
	s.add(c, oneClause, "")
	s.add(c, inFrame, s.doc.Word(s.first+hit))
	s.says(c, g, hit)
}

// reaching gives the word of a segment that reaches from a party to one that is not named, or -1: one that needs a
// partner by itself, or one whose partner is p.
func (s *sentence) reaching(g int, p *spot) int {
	hit := s.trigger(g, p, p, 0)
	if hit < 0 {
		return -1
	}
	r := s.far.means[hit].rel
	if r.has(directed) || p.slot&(withSlot|againstSlot|toSlot|fromSlot) != 0 && !r.has(weak|goods) || r.has(actor) && r.kind == data.Consult || r.has(reply) {
		return hit
	}
	return -1
}
