package abroad

import "entente/data/tie/internal/rules"

// owns says whether a party belongs to the noun at h: its adjective, or named right behind it.
func (s *Reader) owns(p *spot, h int) bool {
	if p.noun == h {
		return true
	}
	if s.far.lex.letters || p.slot&^rules.OfSlot != 0 || p.Node < h {
		return false
	}
	return p.Node-h <= 3 && !s.hitBetween(h+1, p.Node, false)
}

// comesFrom says whether those whom the noun at h tells of come from a party: "firemen from Peru".
func (s *Reader) comesFrom(p *spot, h int) bool {
	return s.far.means[h].rel.Has(rules.Actor) && p.slot == rules.FromSlot && p.Node > h && p.Node-h <= 2 && !s.far.lex.letters
}

// standsIn says whether a party stands right before "in" and a joint noun: "sided with Peru in its dispute with Chile".
func (s *Reader) standsIn(p *spot, h int) bool {
	return s.far.means[h].rel.Has(rules.Joint) && !s.far.lex.letters && p.last < h && h-p.last <= 2 && s.far.means[p.last].marks&markIn != 0
}
