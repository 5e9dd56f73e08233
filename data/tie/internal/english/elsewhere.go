package english

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// elsewhere says whether what a clause tells can hardly reach the party that the article is mostly about: it stays with who
// does it ("plans to build its first plant", "gave its staff 300 euros"), goes to a place with a name of its own ("sent a ship to Gull Rock"), or is only
// talked about ("came to discuss a loan").
func (s *Reader) elsewhere(p *predicate, v grammar.Link) bool {
	for _, ai := range p.actions {
		if s.Actions[ai].Rel.Has(rules.Talk) {
			return true
		}
	}
	after := s.Actions[p.actions[0]].Last
	for _, e := range s.Clauses[p.ci].Elements {
		if e.Group < 0 || s.Groups[e.Group].First < after {
			continue
		}
		g := &s.Groups[e.Group]
		switch {
		case g.Prep == 0 && v.Rel != nil && s.own(g) && (v.Rel.Frame&rules.ToSlot == 0 || s.givenNext(e.Group) || s.counts(g)):
			return true
		case g.Prep == rules.ToSlot && len(g.Members) == 0 && s.properly(g):
			return true
		}
	}
	return false
}

// bodyThere gives the place in which the other party of a verb stands, for a group that only tells where the one is to whom something
// goes: "gave a bear to a park in Peru", "sent medics to a barracks near Lima". A meeting belongs to nobody.
func (s *Reader) bodyThere(gi int, v grammar.Link, m grammar.Member, slot rules.Slots) rules.Slots {
	g := &s.Groups[gi]
	if gi == 0 || slot&(rules.InSlot|rules.AtSlot|rules.NearSlot) == 0 || v.Framed || v.Rel == nil || v.Rel.Kind == "" || m.Role == grammar.Referred {
		return slot
	}
	h := &s.Groups[gi-1]
	if h.Prep&(rules.ToSlot|rules.FromSlot) == 0 || h.Prep&v.Rel.Frame == 0 || h.Last != g.PrepNode || len(h.Members) > 0 || h.Ref != grammar.NoRef || s.TimeGroup(h) ||
		h.Rel.Has(rules.Joint) || h.Rel != nil && h.Rel.Kind == data.Consult {
		return slot
	}
	return h.Prep
}

// counts says whether a number stands in a group: "its staff 300 euros".
func (s *Reader) counts(g *grammar.Group) bool {
	for i := g.First; i < g.Last; i++ {
		if s.TagAt(i) == token.Number {
			return true
		}
	}
	return false
}

// own says whether a group is somebody's own: "its first plant".
func (s *Reader) own(g *grammar.Group) bool {
	switch s.Fold(g.First) {
	case "its", "their", "his", "her":
		return g.Last-g.First > 1
	}
	return false
}

// properly says whether a group is a name that is no party's, nor a time.
func (s *Reader) properly(g *grammar.Group) bool {
	return s.TagAt(g.Head) == token.Other && s.Token(g.Head).Case != text.Lower && g.Rel == nil && !s.TimeGroup(g) && !s.Sentence.Heading
}

// onlyScene takes a pair away that a border or the like only tells the place by: "a quake struck near Peru's border with Chile". Who
// does something there himself is not only the place of it.
func (s *Reader) onlyScene(c *pairing.Candidate, g *grammar.Group) {
	const place = rules.InSlot | rules.AtSlot | rules.OnSlot | rules.NearSlot | rules.OtherSlot
	if !g.Rel.Has(rules.Weak) || c.Stance != data.Neutral {
		return
	}
	ci, actions := s.governing(g)
	if g.Prep&place == 0 && !(g.Compound && s.crossed(g, actions)) {
		return
	}
	if ci >= 0 {
		for _, d := range s.doersOf(&s.Clauses[ci]) {
			if c.Pair.Has(d.Party) {
				return
			}
		}
	}
	s.Add(c, reason.Venue, g.Rel.Word)
}

// crossed says whether a border is only what somebody crosses: "walked across the desert and the Peru-Chile border", "crossed the
// Peru-Chile border".
func (s *Reader) crossed(g *grammar.Group, actions []int) bool {
	if g.Prep != 0 {
		return g.Prep == rules.BetweenSlot && g.Chain != s.GroupAt(g)
	}
	if len(actions) == 0 {
		return false
	}
	switch s.Actions[actions[len(actions)-1]].Rel.Name() {
	case "cross", "reach", "approach":
		return true
	}
	return false
}
