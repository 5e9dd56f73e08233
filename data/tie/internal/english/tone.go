package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// ofBreach says whether a group names what something hostile is done to: "a breach of the memorandum with Peru".
func (s *Reader) ofBreach(g *grammar.Group) bool {
	k := s.GroupAt(g) - 1
	if k < 0 || g.Prep&rules.OfSlot == 0 {
		return false
	}
	h := &s.Groups[k]
	return h.Rel != nil && h.Rel.Stance == data.Conflict && !h.Rel.Has(rules.Weak|rules.Actor) && h.Last == g.PrepNode && !h.No
}
