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
				return !not && !s.Quoted(b.Main)
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
