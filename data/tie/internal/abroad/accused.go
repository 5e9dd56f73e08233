package abroad

import (
	"entente/data"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// accusedOf ties the parties of a list to those of the next, where the doer of a segment blames the first for a hostile act
// upon the second: "Cuba condemned the United States for attacking Venezuela". It says whether it did.
func (s *Reader) accusedOf(g int, doer, accused, victim *series) bool {
	f := s.far
	if accused == doer || accused.slot&^(rules.ToSlot|rules.InObject|rules.OfSlot) != 0 || victim.slot&(rules.AboutSlot|rules.OtherSlot|rules.BetweenSlot|rules.FromSlot|rules.WithSlot) != 0 {
		return false
	}
	first, last := f.spots[accused.first].Node, f.spots[accused.last-1].last
	until := f.spots[victim.first].Node
	if f.lex.letters {
		until = f.spots[victim.last-1].last + letteredReach // 反对美国对伊朗的制裁
	}
	blamed := s.hostile(g, f.spots[doer.last-1].last, first, data.Accuse)
	if f.lang == "zh" && blamed < 0 {
		blamed = s.hostile(g, f.spots[doer.last-1].last, first, data.Reject)
	}
	if blamed < 0 {
		return false
	}
	deed := s.hostile(g, last, until, "")
	if deed < 0 {
		return false
	}
	for _, a := range s.spotsOf(accused) {
		for _, b := range s.spotsOf(victim) {
			if c := s.pairUp(a.Member, b.Member, g); c != nil {
				s.Add(c, reason.OneClause, "")
				s.Add(c, reason.InFrame, s.hitWord(deed))
				s.says(c, g, deed)
				c.From = a.Party
			}
		}
	}
	return true
}

// hostile gives the first word of a segment between two nodes that tells of a hostile act upon somebody, of a kind where one
// is given; -1 for none.
func (s *Reader) hostile(g, from, to int, kind data.Kind) int {
	for _, h := range s.far.segs[g].hits {
		r := s.far.means[h].rel
		if h >= from && h < to && (r.Has(rules.Directed) || kind == data.Reject) && r.Stance == data.Conflict && (kind == "" || r.Kind == kind) {
			return h
		}
	}
	return -1
}
