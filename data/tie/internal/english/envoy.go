package english

import (
	"strings"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// envoysHome ties the party at home to the one whose envoy or embassy a clause tells of, where it names no other: "the Peruvian
// ambassador opened the clinic", "protesters stood before the consulate of Peru", "the embassy in Lima has no word of them".
func (s *Reader) envoysHome(ci int, home data.Party) {
	c := &s.Clauses[ci]
	for _, e := range c.Elements {
		if e.Group < 0 {
			continue
		}
		m, last := s.envoyOf(e.Group)
		if m == nil || s.partiesIn(ci) != 1 || s.onlySays(c, e.Group) {
			continue
		}
		x := s.nounOfHost(ci, e.Group, *m, home)
		if x == nil {
			continue
		}
		if x.Stance == data.Cooperation && s.wronged(c, e.Group) {
			x.Kind, x.Stance = data.Sanction, data.Conflict
		} else if r := s.reproachIn(0); x.Stance == data.Cooperation && r != nil && strings.HasPrefix(r.Word, "protest") {
			x.Kind, x.Stance = r.Kind, data.Conflict // "of its protests the latest went to the Peruvian embassy"
		}
		x.Last = max(x.Last, s.Groups[last].Last)
		return
	}
}

// envoyOf gives the party whose envoy or embassy a group names, or where the embassy stands that it names without telling whose,
// and the group that names the party; nil where the group names none.
func (s *Reader) envoyOf(gi int) (*grammar.Member, int) {
	g := &s.Groups[gi]
	if r := g.Rel; g.No || g.Prep&(rules.OtherSlot|rules.AboutSlot|rules.ForSlot) != 0 || r == nil || r.Kind != data.Consult || !r.Has(rules.Directed) || r.Frame&rules.OfSlot == 0 {
		return nil, gi
	}
	if m, last := s.giver(gi); m != nil {
		return m, last
	}
	if gi+1 == len(s.Groups) || len(g.Members) > 0 {
		return nil, gi
	}
	h := &s.Groups[gi+1]
	if len(h.Members) != 1 || h.PrepNode != g.Last || h.Prep&rules.ToSlot == 0 && !(h.Prep&rules.InSlot != 0 && seated(g.Rel)) {
		return nil, gi
	}
	return &h.Members[0], gi + 1
}

// seated says whether a noun is an office with a seat.
func seated(r *rules.Relation) bool {
	switch r.Word {
	case "embassy", "consulate", "high commission", "legation", "diplomatic mission":
		return true
	}
	return false
}

// onlySays says whether a group does no more in a clause than say something.
func (s *Reader) onlySays(c *grammar.Clause, gi int) bool {
	a := &s.Actions[c.Elements[c.Finite].Action]
	return len(c.Subject) > 0 && c.Subject[0] == gi && !a.Passive && a.Rel.Has(rules.Say|rules.Comment)
}

// wronged says whether what a group names is told to leave in a clause, or is done something hostile: "was expelled".
func (s *Reader) wronged(c *grammar.Clause, gi int) bool {
	a := &s.Actions[c.Elements[c.Finite].Action]
	if len(c.Subject) == 0 || c.Subject[0] != gi || !a.Passive || a.Rel == nil || a.Negated {
		return false
	}
	if a.Rel.Stance == data.Conflict {
		return true
	}
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Action >= 0 {
			return s.Actions[e.Action].Infinitive && s.Actions[e.Action].Rel.Name() == "leave"
		}
	}
	return false
}

// ownerNext says whether a group belongs to the parties right after it: "the embassy of Peru".
func (s *Reader) ownerNext(gi int) bool {
	return gi+1 < len(s.Groups) && s.Groups[gi+1].Prep == rules.OfSlot && s.Groups[gi+1].PrepNode == s.Groups[gi].Last && len(s.Groups[gi+1].Members) > 0
}
