package abroad

import (
	"entente/data"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

// refused makes a quarrel of what a segment tells of a pair where its verb refuses or demands it: "refused to extradite",
// "demanded the extradition".
func (s *Reader) refused(c *pairing.Candidate, g, hit int) {
	if c.Stance != data.Cooperation || c.Modality == data.Denied || s.far.means[hit].rel.Stance != data.Cooperation {
		return
	}
	f := s.far
	refusal := (*rules.Relation)(nil)
	for _, h := range f.segs[g].hits {
		switch m := &f.means[h]; {
		case m.verb && (m.rel.Word == "reject" || m.rel.Word == "block" || m.rel.Word == "demand"):
			if s.notAround(g, h) {
				return
			}
			refusal = m.rel
		case m.verb && m.rel.Stance == data.Cooperation && m.rel.Has(rules.Joint):
			return // "rejected the criticism and signed"
		}
	}
	if refusal != nil {
		c.Kind, c.Stance = refusal.Kind, refusal.Stance
	}
}
