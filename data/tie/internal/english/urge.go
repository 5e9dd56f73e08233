package english

import (
	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// urgesTwo reads what a third party asks of two: in "Peru urged Chile and Cuba to exercise restraint" the quarrel is that
// of the two, and who speaks stands outside it. The candidates of the clause begin at before.
func (s *Reader) urgesTwo(p *predicate, c *grammar.Clause, doers []grammar.Member, before int) {
	for k := 0; k+3 < len(c.Elements); k++ {
		ai, gi := c.Elements[k].Action, c.Elements[k+1].Group
		if ai < 0 || gi < 0 || !s.asksOthers(&s.Actions[ai]) || s.Groups[gi].Prep != 0 || s.Groups[gi].Chain != gi {
			continue
		}
		two := s.chainMembers(gi)
		next := k + 1 + len(s.Chained(gi))
		if len(two) != 2 || next >= len(c.Elements) || c.Elements[next].Action < 0 || !s.Actions[c.Elements[next].Action].Infinitive {
			continue
		}
		kind, stance := s.askedOfTwo(s.Actions[c.Elements[next].Action].First, s.lastNode(p.ci))
		if stance == "" || contains(doers, two[0].Party) || contains(doers, two[1].Party) {
			continue
		}
		for i := before; i < len(s.Cands); i++ {
			if x := &s.Cands[i]; x.From != "" && contains(doers, x.From) && contains(two, x.Pair.Other(x.From)) {
				x.Kind, x.Stance = data.Request, data.Neutral
				s.Add(x, reason.Mediated, "")
			}
		}
		x := s.Propose(two[0], two[1], p.ci)
		if x == nil {
			return
		}
		s.Add(x, reason.Together, "")
		s.Add(x, reason.OneClause, "")
		s.Add(x, reason.InFrame, s.Doc.Word(s.First+s.Actions[ai].Main))
		x.Kind, x.Stance = kind, stance
		if stance == data.Cooperation {
			x.Modality = data.Proposed
		}
		return
	}
}

// asksOthers says whether a verb asks, presses or brings somebody to do something.
func (s *Reader) asksOthers(a *grammar.Action) bool {
	return a.Rel != nil && !a.Passive && !a.Negated && (a.Rel.Kind == data.Request || a.Rel.Has(rules.Command|rules.Mediate) || a.Rel.Word == "call on")
}

// askedOfTwo tells from the words after an infinitive what stands between the two who are asked: a quarrel, a deal to
// come, or "" for neither.
func (s *Reader) askedOfTwo(from, to int) (data.Kind, data.Stance) {
	kind, stance := data.Kind(""), data.Stance("")
	for i := from; i < min(to, len(s.Nodes)); i++ {
		r := s.Nodes[i].Rel
		if e := s.Nodes[i].Entry; e != nil && e.Classes&rules.IsQuarrel != 0 || r != nil && r.Kind == data.Yield {
			return data.Reject, data.Conflict
		}
		if r.Has(rules.Joint) && !r.Has(rules.Weak) {
			kind, stance = r.Kind, r.Stance
		}
	}
	return kind, stance
}

// mediatedTwo ties the two between whom a third mediates: "Oman mediated between Iran and Belgium".
func (s *Reader) mediatedTwo(p *predicate, c *grammar.Clause) {
	for k := 1; k < len(c.Elements); k++ {
		ai, gi := c.Elements[k-1].Action, c.Elements[k].Group
		if ai < 0 || gi < 0 || s.Groups[gi].Prep != rules.BetweenSlot || s.Groups[gi].Chain != gi {
			continue
		}
		a := &s.Actions[ai]
		two := s.chainMembers(gi)
		if !a.Rel.Has(rules.Mediate) || a.Negated || len(two) != 2 {
			continue
		}
		x := s.Propose(two[0], two[1], p.ci)
		if x == nil {
			return
		}
		s.Add(x, reason.BetweenThem, "")
		s.Add(x, reason.OneClause, "")
		s.Add(x, reason.InFrame, a.Rel.Word)
		x.Kind, x.Stance, x.Modality = data.Consult, data.Neutral, a.Modality
	}
}

// blames ties who says that another is behind something hostile: "Estonia says Russia is jamming signals".
func (s *Reader) blames(ci int, doers []grammar.Member) {
	c := &s.Clauses[ci]
	if len(doers) != 1 || c.Finite < 0 || s.Actions[c.Elements[c.Finite].Action].Negated || s.partiesIn(ci) != 1 {
		return
	}
	a := &s.Actions[c.Elements[c.Finite].Action]
	offence := s.lastOf(rules.IsOffence|rules.IsReproach, ci, 1)
	if aside := offence < a.First && among.Any(s.Clauses, func(r *grammar.Clause) bool { return r.Relative && r.Parent == c.Parent && r.Finite >= 0 }); aside {
		offence = -1 // "said troops who repelled a raid are home"
	}
	if offence < 0 && !attacks(a) && !s.helpsRebels(a) && !breaks(a) {
		return
	}
	for _, gi := range s.Clauses[c.Parent].Subject {
		for _, d := range s.resolve(gi) {
			if x := s.Propose(d, doers[0], ci); x != nil {
				s.Add(x, reason.OneClause, "")
				s.take(x, grammar.Link{Rel: blaming}, reason.ByVerb, 1)
				s.fit(x, true, blaming.Word)
				x.From, x.First = d.Party, 0
			}
		}
	}
}

// attacks says whether an action is an attack by its doer: "Peru's army says that Chilean drones struck a depot".
func attacks(a *grammar.Action) bool {
	return a.Rel != nil && (a.Rel.Kind == data.Assault || a.Rel.Kind == data.Coerce) && a.Rel.Stance == data.Conflict && !a.Passive && a.Modality != data.Proposed
}

// breaks says whether an action is not doing what one has to: "Peru says that Chile has ignored the ruling".
func breaks(a *grammar.Action) bool {
	switch a.Rel.Name() {
	case "ignore", "flout", "defy", "breach", "violate", "disregard", "infringe", "contravene", "renege":
		return !a.Passive && a.Modality == data.Done
	}
	return false
}

// helpsRebels says whether an action is help for rebels: "Peru says that Chile backs the rebels in the north".
func (s *Reader) helpsRebels(a *grammar.Action) bool {
	if !s.Holds(rules.IsRebel) || a.Rel == nil || a.Passive || a.Negated || !s.Vocab.Lists.Helpers.Has(a.Rel.Word) && a.Rel.Kind != data.Support && a.Rel.Kind != data.AidKind {
		return false
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= a.Last {
			return g.Prep == 0 && g.First-a.Last <= 1 && s.rebels(i)
		}
	}
	return false
}

// blaming is what it says of two parties that one tells of a hostile deed of the other.
var blaming = &rules.Relation{Word: "blame", Kind: data.Accuse, Stance: data.Conflict, Weight: 1.5, Fields: []data.Field{data.Security}}

// undergoneAt ties who says that another's people or things were held, sent away or set free, by nobody named, to that other: "Peru
// said two Chileans had been arrested".
func (s *Reader) undergoneAt(ci int, doers []grammar.Member) {
	c := &s.Clauses[ci]
	if len(doers) == 0 || len(doers) > 2 || c.Finite < 0 || c.Relative || s.partiesIn(ci) != len(doers) {
		return
	}
	a := &s.Actions[c.Elements[c.Finite].Action]
	if !a.Passive || a.Negated || a.Modality != data.Done || !befalls(a.Rel) || len(s.agents(c)) > 0 || s.noDoer(ci) || s.deniedAbove(ci) {
		return
	}
	for _, gi := range s.Clauses[c.Parent].Subject {
		for _, d := range s.resolve(gi) {
			for _, m := range doers {
				x := (*pairing.Candidate)(nil)
				if d.Role != grammar.Referred && m.Role != grammar.Referred {
					x = s.Propose(d, m, ci)
				}
				if x == nil {
					continue
				}
				s.Add(x, reason.OneClause, "")
				s.take(x, grammar.Link{Rel: a.Rel}, reason.ByVerb, 1)
				s.fit(x, true, a.Rel.Word)
				x.From, x.First, x.Last = d.Party, 0, s.lastNode(ci)
			}
		}
	}
}

// befalls says whether a verb tells of what is done to people or things by those in whose hands they are.
func befalls(r *rules.Relation) bool {
	if r == nil || r.Weight < 1.2 {
		return false
	}
	switch r.Kind {
	case data.Coerce, data.Sanction, data.Yield, data.AidKind:
		return !r.Has(rules.Reverse | rules.Comment)
	}
	return r.Word == "shoot down" || r.Word == "intercept"
}
