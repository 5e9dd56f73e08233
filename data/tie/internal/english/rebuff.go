package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// rebuff gives the hostile kind of a verb of closing, sending, writing, wanting or having with what stands after it: "sealed the
// crossing", "will send no more maids", "wants an apology".
func (s *Reader) rebuff(a *grammar.Action, c *pairing.Candidate) data.Kind {
	after := func(words *rules.Words) int { return s.wordAfter(a.Last, complementReach, words) }
	next := s.Fold(min(a.Last, len(s.Nodes)-1))
	switch a.Rel.Name() {
	case "have":
		if next == "enough" && a.Last+1 < len(s.Nodes) && s.Fold(a.Last+1) == "of" {
			return data.Reject // "has had enough of the envoy"
		}
	case "seal", "bolt", "barricade":
		if g := s.objectOfVerb(a); g != nil && s.Vocab.Lists.Gates.Has(s.Fold(g.Head)) && c.From != "" {
			return data.Sanction // but "sealed a deal on the border"
		}
	case "put", "push", "drive", "force", "bus":
		if k := after(&s.Vocab.Lists.Gates); k > 1 && s.Fold(k-1) == "the" && (s.Fold(k-2) == "over" || s.Fold(k-2) == "across") {
			return data.Coerce
		}
	case "order", "summon":
		if k := after(&home); k >= 0 && k+1 < len(s.Nodes) && s.Fold(k+1) == "from" {
			return data.Sanction
		}
	case "find":
		if s.badAfter(a.Last) {
			return data.Accuse
		}
	case "raise", "take up", "bring up":
		if g := s.objectOfVerb(a); g != nil && hostileRel(g.Rel) && !a.Passive {
			return data.Accuse
		}
	case "want", "demand":
		if after(&s.Vocab.Lists.Gone) >= 0 || after(&s.Vocab.Lists.Amends) >= 0 {
			return data.Request
		}
	case "appeal", "plead":
		if after(&s.Vocab.Lists.Freed) >= 0 {
			return data.Request
		}
	case "ask", "request", "seek", "owe", "await", "expect":
		if k := after(&s.Vocab.Lists.Amends); k >= 0 && !s.verbWithin(a.Last, k) {
			return data.Request
		}
	}
	if next == "no" && a.Last+2 < len(s.Nodes) && s.Fold(a.Last+1) == "more" && s.Fold(a.Last+2) != "than" && a.Rel.Stance == data.Cooperation {
		return data.Sanction
	}
	return ""
}

// objectOfVerb gives the group right after an action that is its object, or nil.
func (s *Reader) objectOfVerb(a *grammar.Action) *grammar.Group {
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= a.Last {
			if g.First-a.Last <= 1 && g.Prep == 0 && !g.No {
				return g
			}
			return nil
		}
	}
	return nil
}

// verbWithin says whether a verb stands between two nodes that is no infinitive.
func (s *Reader) verbWithin(from, to int) bool {
	for i := range s.Actions {
		if a := &s.Actions[i]; a.First >= from && a.Last <= to && !a.Infinitive {
			return true
		}
	}
	return false
}

// forbiddenTo says whether those who are told something are told not to do it: "were told not to buy Peruvian wheat".
func (s *Reader) forbiddenTo(a *grammar.Action) bool {
	return a.Last+1 < len(s.Nodes) && s.Fold(a.Last) == "not" && s.Fold(a.Last+1) == "to" && (a.Passive || s.TagAt(a.Last+2) == token.Verb)
}

// home is where one's own people are ordered.
var home = rules.WordsOf("home")

// stiffNote says whether a note that is sent is one of complaint: "sent Peru a stiff note", "handed her colleague a note demanding".
func (s *Reader) stiffNote(a *grammar.Action) bool {
	for i := a.Last; i < min(a.Last+complementReach, len(s.Nodes)) && s.TagAt(i) != token.Strong; i++ {
		switch s.Fold(i) {
		case "note", "letter", "message", "memo":
			return s.Vocab.Lists.Stiff.Has(s.Fold(i-1)) || s.Fold(i-1) == "worded" || i+1 < len(s.Nodes) && (s.Nodes[i+1].Rel.Name() == "demand" || s.Fold(i+1) == "protesting")
		}
	}
	return false
}

// insisting says whether somebody writes to another to demand or to complain: "wrote to the king insisting on an apology".
func (s *Reader) insisting(a *grammar.Action) bool {
	for i := range s.Actions {
		b := &s.Actions[i]
		if b.Nonfinite && !b.Negated && b.First >= a.Last && b.First < a.Last+complementReach && (hostileRel(b.Rel) || b.Rel != nil && b.Rel.Kind == data.Request && b.Rel.Stance == data.Conflict) {
			return true
		}
	}
	return false
}

// licenceLost says whether what a firm held abroad is taken or lost: "lost its licence in Peru", "took back the mine from the
// Peruvian firm".
func (s *Reader) licenceLost(a *grammar.Action, c *pairing.Candidate) bool {
	for i := a.Last; i < min(a.Last+grievanceReach+1, len(s.Nodes)); i++ {
		if w := s.Fold(i); s.Is(i, rules.IsStake) && w != "order" && w != "orders" && w != "half" && w != "majority" || s.Vocab.Lists.Works.Has(w) {
			lost := a.Rel.Name() == "lose" && (c.Node < a.First || c.Node > i)
			back := s.Fold(a.Last) == "back" || a.Rel.Name() == "take back" || i+1 < len(s.Nodes) && s.Fold(i+1) == "back" || i+1 < len(s.Nodes) && s.Fold(i+1) == "away"
			return lost || back && c.Node > i
		}
	}
	return false
}
