package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// demands ties who demands, urges or says that something must be done to who shall do it.
func (s *Reader) demands(ci int, shall []grammar.Member) {
	c := &s.Clauses[ci]
	parent := &s.Clauses[c.Parent]
	var v *rules.Relation
	for _, e := range parent.Elements {
		if e.Action < 0 {
			continue
		}
		if r := s.Actions[e.Action].Rel; v == nil || v.Kind != data.Threaten {
			v = r
		}
	}
	must := false
	if c.Finite >= 0 {
		a := &s.Actions[c.Elements[c.Finite].Action]
		must = a.Must && !(a.Passive && a.Negated) // "Peru must not be drawn into the war"
	}
	threat := v != nil && v.Kind == data.Threaten && c.Hypo
	if v == nil || v.Frame&rules.InThat == 0 && !must && !threat {
		return
	}
	for _, gi := range parent.Subject {
		for _, d := range s.resolve(gi) {
			for _, m := range shall {
				if x := s.Propose(d, m, ci); x != nil {
					s.demanded(x, d, v, must)
				}
			}
		}
	}
}

// thatNoun ties who makes a demand or charge that a noun names to the one of whom the clause after it tells: "repeated its demand that Peru
// pay", "an accusation by Chile that Peruvian firms smuggle".
func (s *Reader) thatNoun(gi int, args []argument) {
	g := &s.Groups[gi]
	if g.Rel == nil || g.Rel.Kind != data.Request && g.Rel.Kind != data.Accuse || len(args) > 1 || len(args) == 0 && s.Fold(g.First) != "a" && s.Fold(g.First) != "an" {
		return
	}
	from, by := gi, []grammar.Member(nil)
	if len(args) == 1 {
		from, by = args[0].group, args[0].members
	} else if ci, actions := s.governing(g); ci >= 0 && g.Prep == 0 && len(actions) > 0 {
		by = s.doersOf(&s.Clauses[ci])
	}
	last := s.Groups[from].Last
	if last >= len(s.Nodes) || s.Fold(last) != "that" || from+1 >= len(s.Groups) {
		return
	}
	h := &s.Groups[from+1]
	if h.First != last+1 || len(h.Members) == 0 || h.Members[0].Node > h.First+1 {
		return
	}
	for _, d := range by {
		s.tieNoun(g, h, d, h.Members[0], grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true})
	}
}

// ownBan ties an authority that tells of a ban or duty on another, which belongs to nobody named, to that other: "the Peruvian ministry
// confirmed that the embargo on Chile covers all goods".
func (s *Reader) ownBan(c *grammar.Clause) {
	if len(c.Subject) != 1 || c.Finite < 0 || s.Actions[c.Elements[c.Finite].Action].Must {
		return
	}
	gi := c.Subject[0]
	g, by := &s.Groups[gi], s.Clauses[c.Parent].Subject
	if g.Rel == nil || g.Rel.Kind != data.Sanction || g.Rel.Stance != data.Conflict || len(g.Members) > 0 || s.Fold(g.First) != "the" || gi+1 >= len(s.Groups) || len(by) != 1 {
		return
	}
	h := &s.Groups[gi+1]
	if h.Prep&(rules.OnSlot|rules.AgainstSlot) == 0 || h.PrepNode != g.Last || len(h.Members) == 0 || s.deplored(h.Last) ||
		!s.Is(s.Groups[by[0]].Head, rules.IsBody|rules.IsOffice) || s.Is(s.Groups[by[0]].Head, rules.IsOutsider) {
		return
	}
	for _, d := range s.resolve(by[0]) {
		for _, m := range h.Members {
			s.tieNoun(g, h, d, m, grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true})
		}
	}
}

// deplored says whether a word of reproach stands anywhere after a node.
func (s *Reader) deplored(from int) bool {
	for i := from; i < len(s.Nodes); i++ {
		if s.Is(i, rules.IsReproach) || s.Vocab.Lists.IllNames.Has(s.Fold(i)) {
			return true
		}
	}
	return false
}

func (s *Reader) demanded(x *pairing.Candidate, d grammar.Member, v *rules.Relation, must bool) {
	x.From, x.First = d.Party, 0
	if v.Kind == data.Threaten { // "unless Chile …" is no supposition about the threat
		x.Score.Drop(reason.Hypothetical)
	}
	s.Add(x, reason.OneClause, "")
	if v.Kind != "" && (v.Frame&rules.InThat != 0 || v.Kind == data.Threaten) {
		s.take(x, grammar.Link{Rel: v}, reason.ByVerb, 1)
		s.Add(x, reason.InFrame, v.Word)
		return
	}
	if must {
		x.Kind, x.Stance = data.Request, data.Conflict
		s.Add(x, reason.MustDo, "")
	}
}

// toldToLeave says whether an action tells those at a node to leave, or to stay away: "ordered three employees of the embassy to
// leave", "advised its citizens not to travel to Peru".
func (s *Reader) toldToLeave(a *grammar.Action, node int) bool {
	if a.Rel == nil || a.Negated {
		return false
	}
	advice := false
	switch a.Rel.Word {
	case "order", "tell", "ask", "give", "instruct":
	case "advise", "urge", "warn", "recommend", "call on":
		advice = true
	default:
		return false
	}
	if g := s.groupOf(node); g >= 0 && !advice && s.Groups[g].Last < len(s.Nodes) && s.Fold(s.Groups[g].Last) == "out" {
		return true // "ordered French troops out"
	}
	for i := range s.Actions {
		if b := &s.Actions[i]; b.First > node && b.Infinitive {
			not := b.Negated || s.Is(b.First-1, rules.IsNeg)
			switch s.Fold(b.Main) {
			case "leave", "depart", "quit", "avoid":
				return !not && !s.Quoted(b.Main) && !s.leftThere(b)
			case "go":
				return advice == not && !s.Quoted(b.Main)
			case "travel", "visit":
				return not && !s.Quoted(b.Main)
			}
			return false
		}
	}
	return false
}

// leftThere says whether an action tells to leave a thing where it is: "to leave the radar in Luzon".
func (s *Reader) leftThere(a *grammar.Action) bool {
	g := s.objectOfVerb(a)
	return g != nil && len(g.Members) == 0 && g.Last+1 < len(s.Nodes) && s.Fold(g.Last) == "in"
}
