package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// bondsHome ties the party at home to those with whom a clause tells of something that nobody is said to own and that names no
// other: "the contract with Peru runs out", "relations with Peru are at their worst", "the pipeline from Peru was repaired".
func (s *Reader) bondsHome(ci int, home data.Party) {
	c := &s.Clauses[ci]
	if s.goesOnAbout(home) || !s.unnamed(c) {
		return
	}
	for _, e := range c.Elements {
		if e.Group < 0 || e.Group+1 >= len(s.Groups) || !s.bond(e.Group) {
			continue
		}
		g, h := &s.Groups[e.Group], &s.Groups[e.Group+1]
		ms := s.chainMembers(e.Group + 1)
		if s.partiesIn(ci) != len(ms) {
			return
		}
		for _, m := range ms {
			if m.Party == home || m.Role == grammar.Referred || s.tied(m.Party, home) {
				continue
			}
			s.nounBetween(g, h, m, home)
		}
	}
}

// bond says whether a group names something between two parties, of which only the one right after it is named.
func (s *Reader) bond(gi int) bool {
	const slots = rules.WithSlot | rules.ToSlot | rules.FromSlot | rules.AgainstSlot | rules.BySlot
	g, h := &s.Groups[gi], &s.Groups[gi+1]
	r := g.Rel
	if r == nil || r.Weight < 1 || r.Kind == data.Consult && !r.Has(rules.Joint) || !r.Has(rules.Joint|rules.Directed) ||
		r.Has(rules.Actor|rules.Goods|rules.Weak) {
		return false
	}
	return len(g.Members) == 0 && !g.No && (g.Ref == grammar.NoRef || g.Ref == grammar.RefDeal) && len(h.Members) > 0 &&
		h.PrepNode == g.Last && h.Prep&r.Frame&slots != 0
}

// unnamed says whether the subject of a clause bears no name of its own, but for somebody in office.
func (s *Reader) unnamed(c *grammar.Clause) bool {
	for _, gi := range c.Subject {
		if g := &s.Groups[gi]; len(g.Members) == 0 && s.bears(g) && !s.inOffice(g) {
			return false
		}
	}
	return true
}

// goesOnAbout says whether the sentence before, in the same paragraph, told what another than the party at home did.
func (s *Reader) goesOnAbout(home data.Party) bool {
	f := &s.Focus
	return f.Subject != "" && f.Subject != home && f.Spoke == s.Index-1 && s.SameParagraph(s.Index-1)
}
