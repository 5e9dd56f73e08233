package abroad

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/pairing"
)

// followReach is how many tokens before a party a word of rank may begin: "urmată de Germania".
const followReach = 3

// followed ties those who come next in a row to the one that the first of it deals with: "the Netherlands is the largest
// investor in Romania, followed by Germany".
func (s *Reader) followed() {
	for i := range s.far.lists {
		l := &s.far.lists[i]
		first := &s.far.spots[l.first]
		if !s.rankBefore(first.Node) {
			continue
		}
		c := s.strongestBefore(first.Node)
		if c == nil {
			continue
		}
		w := flow{s.hubOf(c), c.Kind, c.Fields, s.Index}
		leader := c.Pair.Other(w.hub)
		for _, p := range s.spotsOf(l) {
			wrong := data.PairOf(leader, p.Party)
			s.Cands = slices.DeleteFunc(s.Cands, func(o pairing.Candidate) bool { return o.Pair == wrong })
			s.count(&p, &w)
		}
	}
}

// rankBefore says whether a word of rank begins right before a node.
func (s *Reader) rankBefore(node int) bool {
	for k := node - 1; k >= max(0, node-followReach) && s.Nodes[k].Mention < 0; k-- {
		if s.far.means[k].marks&markRank != 0 {
			return true
		}
	}
	return false
}

// strongestBefore gives the surest candidate about trade and the like whose parties both stand before a node; nil for none.
func (s *Reader) strongestBefore(node int) *pairing.Candidate {
	best := (*pairing.Candidate)(nil)
	for i := range s.Cands {
		c := &s.Cands[i]
		if c.Node < node && c.Stance == data.Cooperation && flowing(c.Kind, c.Fields) && c.Score.Confidence() >= pairing.Threshold &&
			(best == nil || c.Score.Sum > best.Score.Sum) {
			best = c
		}
	}
	return best
}
