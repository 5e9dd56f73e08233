package abroad

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// homeIn gives the party of home where a segment names a town of it as the place of what it tells, or its sentence tells of it by
// a word of its press; "" where neither does.
func (s *Reader) homeIn(g int) data.Party {
	for _, li := range s.far.segs[g].lists {
		for _, p := range s.spotsOf(&s.far.lists[li]) {
			if s.homePlace(&p) {
				return p.Party
			}
		}
	}
	if s.press != "" && s.far.home {
		return s.press
	}
	return ""
}

// homePlace says whether a party is a town of home in which something is done: "in Bern".
func (s *Reader) homePlace(p *spot) bool {
	return (p.Party == s.press || p.Party == s.Topic) && p.city() && !p.adjective
}

// comeHome ties people and goods that come to home or work there to it: "Two Peruvian doctors arrived in Bern". A place of home
// need not be named where the article is about it.
func (s *Reader) comeHome(g int) {
	seg := &s.far.segs[g]
	if seg.marks&markCome == 0 {
		return
	}
	home := s.homeIn(g)
	if home == "" && s.Topic == s.press && !s.elsewhere(seg) {
		home = s.press
	}
	if home == "" {
		return
	}
	for _, li := range seg.lists {
		for _, p := range s.spotsOf(&s.far.lists[li]) {
			if p.Party == home || p.city() || p.slot&^(rules.OfSlot|rules.FromSlot|rules.BySlot|rules.InObject) != 0 {
				continue
			}
			noun := s.broughtBy(&p)
			if noun < 0 {
				continue
			}
			c := s.pairUp(p.Member, grammar.Member{Party: home, Role: grammar.Within, Mention: -1, Node: p.Node}, g)
			if c == nil {
				continue
			}
			s.Add(c, reason.AboutTopic, "")
			s.Add(c, reason.OneClause, "")
			s.Add(c, reason.InFrame, s.hitWord(noun))
			s.says(c, g, noun)
			c.From = p.Party
		}
	}
}

// elsewhere says whether a segment names a place that is not home's.
func (s *Reader) elsewhere(seg *segment) bool {
	for _, li := range seg.lists {
		for _, p := range s.spotsOf(&s.far.lists[li]) {
			if p.Party != s.press && (p.slot == rules.InSlot || p.slot == rules.ToSlot || p.city()) {
				return true
			}
		}
	}
	return false
}

// broughtBy gives the noun of the people or goods of a party, which it describes or which come "from" it, or -1.
func (s *Reader) broughtBy(p *spot) int {
	f := s.far
	comes := func(k int) bool {
		r := f.means[k].rel
		return r.Has(rules.Actor|rules.Goods) && r.Kind != data.Consult && f.segOf[k] == f.segOf[p.Node]
	}
	if p.noun >= 0 {
		if comes(p.noun) {
			return p.noun
		}
		return -1
	}
	if p.slot&(rules.OfSlot|rules.FromSlot) == 0 {
		return -1
	}
	from, to := max(0, p.Node-slotReach-2), p.Node
	if f.lex.letters {
		from, to = p.last, min(len(s.Nodes), p.last+2*slotReach)
	}
	for k := from; k < to; k++ {
		if comes(k) {
			return k
		}
	}
	for k := p.last; k < min(len(s.Nodes), p.last+slotReach+2) && s.Nodes[k].Mention < 0; k++ {
		if comes(k) {
			return k // "from Peru came eight nurses"
		}
	}
	return -1
}
