package english

import (
	"strings"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// negate reads a negated action: what does not happen is no tie, but refusing to, failing to agree and not doing what the other is
// owed are conflicts. last says whether it is the action that decides, said that it stands in what somebody says: "said it had never signed".
func (s *Reader) negate(c *pairing.Candidate, a *grammar.Action, last, said bool, refused *bool) {
	switch {
	case a.Rel.Has(rules.Fail), a.Rel.Kind == data.Reject:
		*refused = false
		if c.Kind == data.Reject && c.Stance == data.Conflict && !a.Rel.Has(rules.Fail) {
			c.Kind, c.Stance = data.Support, data.Cooperation // "will never abandon Peru"
		}
		if !last && a.Rel.Name() == "rule out" {
			c.Modality = data.Proposed // "did not rule out buying"
		}
	case a.Rel.Has(rules.Say | rules.Comment):
	case c.Stance == data.Cooperation && a.Modality != data.Done && a.Modality != data.Ongoing && !a.Nonfinite, c.Kind == data.Agree && (a.Never && !said && a.Rel.Name() != "be" || s.disagree(a)),
		strings.HasPrefix(a.Rel.Name(), "recogni") && c.Kind == data.Support && (c.Node >= a.Last && c.Node < a.Last+4 || s.relativeTo(c, a)):
		*refused = true
	case (last && c.Stance == data.Cooperation || a.Passive && c.Stance != data.Conflict) && s.withheld(a):
		*refused = true
	default:
		s.Deny(c)
	}
}

// relativeTo says whether a candidate's later party does what a relative clause tells of the other: "Peru, which Chile does not
// recognise".
func (s *Reader) relativeTo(c *pairing.Candidate, a *grammar.Action) bool {
	k := s.groupOf(c.Node)
	return k >= 0 && c.Node < a.First && s.Groups[k].Last == a.First && s.TagAt(s.Groups[k].First-1) == token.Rel
}

// relying is what it says of two parties that the one could do nothing without the other.
var relying = &rules.Relation{Word: "without", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.4}

// needs says whether a group is who something could not be done without: "could not have built it without Peru".
func (s *Reader) needs(p *predicate, g *grammar.Group) bool {
	if g.PrepNode < 0 || s.Fold(g.PrepNode) != "without" || len(p.actions) == 0 {
		return false
	}
	a := &s.Actions[p.actions[len(p.actions)-1]]
	for i := a.First; a.Negated && i < a.Main; i++ {
		switch s.Fold(i) {
		case "could", "can", "cannot", "would":
			return true
		}
	}
	return false
}

// disagree says whether a negated action tells that something is still disputed: "have not agreed how to mark the border".
func (s *Reader) disagree(a *grammar.Action) bool {
	if a.Rel.Word != "agree" || a.Passive {
		return false
	}
	switch s.Fold(a.Last) {
	case "on", "how", "whether", "where", "who", "what", "over", "about", "upon":
		return true
	}
	return false
}

// withheld says whether a negated action tells of what was not given though expected.
func (s *Reader) withheld(a *grammar.Action) bool {
	if !s.Vocab.Lists.Owed.Has(a.Rel.Name()) {
		return false
	}
	for i := a.Last; i+1 < min(a.Last+foeReach, len(s.Nodes)); i++ {
		if t := s.TagAt(i + 1); s.Fold(i) == "to" && (t == token.Verb || t == token.Other) && !s.Vocab.Lists.Entering.Has(s.Fold(i+1)) {
			return false // "does not allow its partners to deal with Peru"
		}
	}
	switch s.Fold(min(a.Last, len(s.Nodes)-1)) {
	case "visit", "visits", "attention", "heed", "tribute":
		return false
	}
	return s.Fold(min(a.Last+1, len(s.Nodes)-1)) != "visit"
}

// noLonger says whether an action is not done any more: "no longer buys".
func (s *Reader) noLonger(a *grammar.Action) bool {
	for k := max(a.First-2, 0); k < a.Main; k++ {
		if s.Fold(k) == "longer" && k > 0 && s.Fold(k-1) == "no" {
			return true
		}
	}
	return false
}

// refusedBefore says whether an action is what somebody's refusal is to do.
func (s *Reader) refusedBefore(a *grammar.Action) bool {
	return a.Infinitive && a.First > 0 && (s.Vocab.Lists.Unwilling.Has(s.Fold(a.First-1)) || a.First > 1 && s.Fold(a.First-1) == "to" && s.Vocab.Lists.Unwilling.Has(s.Fold(a.First-2)))
}

// keptFrom says whether a party keeps its own people from what the next action tells: "barred Peruvian firms from selling".
func (s *Reader) keptFrom(a *grammar.Action, next int) bool {
	b := &s.Actions[next]
	if b.Form(&s.Tree)&rules.Gerund == 0 || s.Fold(max(b.First-1, 0)) != "from" || a.Passive {
		return false
	}
	switch a.Rel.Name() {
	case "bar", "ban", "prohibit", "block", "stop", "prevent", "keep", "forbid", "discourage":
		return among.Any(s.Groups, func(g *grammar.Group) bool { return g.First >= a.Last && g.Last < b.First && len(g.Members) > 0 })
	}
	return false
}
