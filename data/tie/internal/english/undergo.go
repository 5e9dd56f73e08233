package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
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
	case subject && !a.Passive && !a.Negated && a.Rel.Has(rules.Reverse|rules.Fail) && (c.Stance == data.Cooperation || g.Rel.Has(rules.Weak)) &&
		(s.intransitive(cl) || a.Rel.Name() == "close" && g.Rel.Kind == data.Consult && g.Rel.Has(rules.Place)):
		if s.Turned(c, g.Rel); s.Fold(a.Main-1) == "temporarily" {
			c.Stance = data.Neutral // for fear of a third's rockets, as likely
		}
	case subject && c.Stance == data.Conflict && s.overNow(cl, g):
		c.Kind, c.Stance = data.Agree, data.Cooperation // "the rift has healed"
	case subject && c.Stance == data.Conflict && g.Rel.Kind == data.Sanction && !a.Passive && !a.Negated && a.Modality == data.Done && s.Vocab.Lists.Lapses.Has(a.Rel.Name()):
		c.Kind, c.Stance = data.Yield, data.Cooperation // "the embargo has expired"
	case subject && s.neverWas(cl, a):
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

// overNow says whether the verb of a clause tells that the quarrel which is its subject is no more: "the rift has healed", "tensions
// have begun to ease", "the row is over".
func (s *Reader) overNow(cl *grammar.Clause, g *grammar.Group) bool {
	if g.Rel == nil || g.Rel.Kind != data.Reject || !g.Rel.Has(rules.Joint) {
		return false
	}
	a := &s.Actions[cl.Elements[cl.Finite].Action]
	if a.Negated || a.Passive || a.Modality != data.Done && a.Modality != data.Ongoing {
		return false
	}
	if s.Is(a.Main, rules.IsBe) {
		return a.Last < len(s.Nodes) && s.Fold(a.Last) == "over" && s.plainEnd(a.Last+1)
	}
	if begins := a.Rel.Name(); begins == "begin" || begins == "start" {
		for _, e := range cl.Elements[cl.Finite+1:] {
			if e.Action >= 0 && s.Actions[e.Action].Infinitive {
				a = &s.Actions[e.Action]
			}
		}
	}
	return s.Vocab.Lists.Healing.Has(a.Rel.Name()) && s.intransitive(cl)
}

// plainEnd says whether nothing stands at a node that what is before it could govern.
func (s *Reader) plainEnd(node int) bool {
	switch s.TagAt(node) {
	case token.Det, token.Name, token.Number, token.Other, token.Pronoun, token.Poss:
		return false
	}
	return true
}

// neverWas says whether a clause tells of its subject that it did not come about: "never took place", "turned out not to exist".
func (s *Reader) neverWas(cl *grammar.Clause, a *grammar.Action) bool {
	if a.Negated && s.takesPlace(a) {
		return true
	}
	for _, e := range cl.Elements[cl.Finite+1:] {
		if e.Action >= 0 && s.Actions[e.Action].Infinitive {
			b := &s.Actions[e.Action]
			return (b.Negated || s.Is(b.First-1, rules.IsNeg)) && s.takesPlace(b)
		}
	}
	return false
}

// takesPlace says whether an action tells only that something happens: "the talks never took place", "the duties take effect".
func (s *Reader) takesPlace(a *grammar.Action) bool {
	if s.Vocab.Lists.Occurs.Has(a.Rel.Name()) {
		return true
	}
	next := s.wordAt(a.Last)
	switch s.Fold(a.Main) {
	case "take", "takes", "took", "taken":
		return next == "place" || next == "effect"
	case "come", "comes", "came", "enter", "enters", "entered":
		return next == "into" && (s.wordAt(a.Last+1) == "force" || s.wordAt(a.Last+1) == "effect")
	case "go", "goes", "went", "gone":
		return next == "ahead" || next == "through"
	}
	return false
}

// wordAt gives the word at a node, folded, and "" behind the last.
func (s *Reader) wordAt(node int) string {
	if node >= len(s.Nodes) {
		return ""
	}
	return s.Fold(node)
}
