package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

// undergoes reads what is done to a noun that is the subject of a passive: "traffic between Peru and Chile was suspended".
func (s *Reader) undergoes(c *pairing.Candidate, g *grammar.Group, ci int) {
	if ci < 0 {
		return
	}
	if f := s.met(g, ci); f != goesOn && c.Stance == data.Cooperation {
		s.meetsFate(c, g, f)
		return
	}
	if s.Clauses[ci].Finite < 0 {
		return
	}
	cl := &s.Clauses[ci]
	a := &s.Actions[cl.Elements[cl.Finite].Action]
	subject := len(cl.Subject) > 0 && s.Groups[cl.Subject[0]].First == g.First
	switch {
	case subject && !a.Passive && !a.Negated && a.Rel.Has(rules.Reverse|rules.Fail) && (c.Stance == data.Cooperation || g.Rel.Has(rules.Weak)) && s.intransitive(cl):
		s.Turned(c, g.Rel)
	case subject && a.Negated && s.takesPlace(a):
		s.Deny(c)
	case !subject || !a.Passive || a.Modality != data.Done:
	case a.Negated && c.Stance == data.Cooperation:
		if !g.Rel.Has(rules.Actor) {
			s.Deny(c) // but "the Cuban doctors in Togo have not been paid" are there
		}
	case hostileRel(a.Rel) && !a.Negated && s.inOffice(g):
		c.Kind, c.Stance = a.Rel.Kind, a.Rel.Stance // "Peru's ambassador to Chile was summoned"
	case a.Rel.Has(rules.Reverse) && !a.Negated:
		s.turnedBy(c, a.Rel, g.Rel)
	}
}

// takesPlace says whether an action tells only that something happens: "the talks never took place".
func (s *Reader) takesPlace(a *grammar.Action) bool {
	switch a.Rel.Name() {
	case "happen", "occur", "materialize", "materialise", "resume", "restart", "begin", "start":
		return true
	case "take":
		return a.Last < len(s.Nodes) && s.Fold(a.Last) == "place"
	}
	return false
}
