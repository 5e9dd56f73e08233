package abroad

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// foeReach is how many words may stand from a fight to what all fight: "in the fight against organised crime".
const foeReach = 5

// dropCommonFights takes fights against what all fight, a virus or corruption, for no quarrel: "helps Peru in the fight against
// smuggling".
func (s *Reader) dropCommonFights() {
	for i := range s.far.means {
		if m := &s.far.means[i]; m.rel != nil && m.rel.Kind == data.Assault && s.foeAfter(i) {
			m.rel, m.verb = nil, false
		}
	}
}

// foeAfter says whether the words after a node are "against" or "with", and then what all fight, before any party is named.
func (s *Reader) foeAfter(node int) bool {
	against := false
	for k := node + 1; k < min(len(s.Nodes), node+1+foeReach); k++ {
		if s.Nodes[k].Mention >= 0 || s.Token(k).Kind != text.Word {
			return false
		}
		m := s.far.means[k].marks
		if against && m&markFoe != 0 {
			return true
		}
		against = against || m&(markAgainst|markWith) != 0
	}
	return false
}

// struckReach is how many words may stand from an attack to its place.
const struckReach = 2

// onlyStruck says whether a capital only tells where an attack was, by nobody knows whom: "the attacks of Lima".
func (s *Reader) onlyStruck(p *spot, slot rules.Slots) bool {
	if !p.Place || slot&(rules.OfSlot|rules.FromSlot|rules.InSlot) == 0 {
		return false
	}
	for k := p.Node - 1; k >= max(0, p.Node-struckReach); k-- {
		if m := &s.far.means[k]; m.rel != nil {
			return m.rel.Kind == data.Assault && !m.verb
		}
	}
	return false
}
