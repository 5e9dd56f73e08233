package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// sentGrievance gives the hostile deed that is told by what one puts on, sends back or hands to another: "put Peru on its blacklist",
// "returned the grain as mouldy", "handed the envoy a note of protest"; else what orderGrievance gives.
func (s *Reader) sentGrievance(a *grammar.Action, c *pairing.Candidate) data.Kind {
	switch a.Rel.Name() {
	case "put", "place", "slap", "clap", "lay", "set", "charge":
		if g := s.groupOf(c.Node); g >= 0 && s.Groups[g].Prep == rules.OnSlot && s.wordAfter(a.Last, s.Groups[g].First-a.Last, &s.Vocab.Lists.Levied) >= 0 {
			return data.Sanction
		}
		if k := s.wordAfter(a.Last, complementReach+3, &s.Vocab.Lists.Registers); k > a.Last && hostileRel(s.Nodes[k-1].Rel) {
			return data.Sanction
		}
	case "send", "turn", "ship":
		if k := s.answered(a, c); k != "" {
			return k
		}
		if s.stiffNote(a) {
			return data.Accuse
		}
		if k := s.turnedAway(a, c); k != "" {
			return k
		}
	case "return", "destroy", "refuse":
		if s.goodsAt(c) && s.wordAfter(c.Node, complementReach+3, &s.Vocab.Lists.Defects) >= 0 {
			return data.Sanction
		}
	case "hand", "deliver", "present", "pass":
		if s.noteToEnvoy(a) || s.stiffNote(a) {
			return data.Accuse
		}
	case "write", "write to":
		if s.insisting(a) {
			return data.Accuse
		}
	}
	return s.orderGrievance(a, c)
}

// turnedAway says whether people or goods are sent where they came from by a verb and a word some way after it: "turned forty
// Peruvian families away". What goes back to its owner is no such thing.
func (s *Reader) turnedAway(a *grammar.Action, c *pairing.Candidate) data.Kind {
	for i := c.Node + 1; i < min(c.Node+5, len(s.Nodes)); i++ {
		t := s.TagAt(i)
		if t == token.Comma || t == token.Strong || t == token.Verb {
			return ""
		}
		w := s.Fold(i)
		next := s.Fold(min(i+1, len(s.Nodes)-1))
		switch {
		case a.Rel.Name() == "turn" && (w == "away" || w == "back"), w == "packing":
			return data.Coerce
		case w == "back" && next != "to" && next != "home" && s.goodsAt(c):
			return data.Sanction
		}
	}
	return ""
}

// noteToEnvoy says whether an envoy is handed a note, as is done to complain: "handed the Peruvian ambassador a note".
func (s *Reader) noteToEnvoy(a *grammar.Action) bool {
	envoy, note := false, false
	for i := a.Last; i < min(a.Last+complementReach+3, len(s.Nodes)) && s.TagAt(i) != token.Strong; i++ {
		envoy = envoy || isEnvoy(s.Nodes[i].Rel)
		switch s.Fold(i) {
		case "note", "démarche", "demarche", "aide-memoire":
			note = true
		case "thanks", "gratitude", "condolence", "condolences", "congratulation", "congratulations", "invitation":
			return false
		}
	}
	return envoy && note
}

// illTidings says whether an envoy is told of something hostile: "told the envoy that the water had been cut again".
func (s *Reader) illTidings(a *grammar.Action) bool {
	envoy, that := false, false
	for i := a.Last; i < min(a.Last+2*accountReach, len(s.Nodes)) && s.TagAt(i) != token.Strong; i++ {
		r := s.Nodes[i].Rel
		envoy = envoy || !that && isEnvoy(r)
		that = that || envoy && s.Fold(i) == "that"
		if that && r != nil && r.Kind == data.Yield {
			return false
		}
		if that && s.Is(i-1, rules.IsNeg) && (s.Fold(i) == "tolerate" || s.Fold(i) == "accept" || s.Fold(i) == "stand") {
			return true
		}
		if that && hostileRel(r) && r.Weight >= leastHostile {
			return true
		}
	}
	return false
}
