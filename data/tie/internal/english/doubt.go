package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// doubts adds what the last action and the place of a member after it say against a candidate.
func (s *Reader) doubts(c *pairing.Candidate, p *predicate, slot rules.Slots, framed bool, m grammar.Member) {
	if a := &s.Actions[p.actions[len(p.actions)-1]]; slot == rules.BySlot && a.Nonfinite && len(p.actions) > 1 && hostileRel(a.Rel) && !s.hostile(p) {
		s.Add(c, reason.AboutOthers, "") // "banks hold assets frozen by Peru"
	}
	if slot == rules.BySlot && s.aside(&s.Actions[p.actions[len(p.actions)-1]]) {
		s.Add(c, reason.AboutOthers, "")
	}
	if s.onlyTopic(p, slot) {
		s.Add(c, reason.AboutOthers, "")
	}
	if !framed && (c.Kind == data.Accuse && slot&(rules.InSlot|rules.AtSlot) != 0 || c.Kind == data.Threaten && slot != rules.InObject) {
		s.Add(c, reason.AboutOthers, "") // "expressed concern at the situation in Peru"
	}
	if a := &s.Actions[p.actions[len(p.actions)-1]]; a.Passive && !framed && c.Kind == data.Assault && slot&(rules.InSlot|rules.AtSlot|rules.OnSlot|rules.NearSlot|rules.OtherSlot) != 0 {
		s.Add(c, reason.Venue, s.Doc.Word(s.First+m.Node)) // "was attacked off Peru"
	}
	if slot == rules.InSlot && s.opens(p) {
		s.Add(c, reason.Venue, s.Doc.Word(s.First+m.Node))
	}
}

// onlyTopic says whether what follows is only talked about: "met to discuss flights to Peru".
func (s *Reader) onlyTopic(p *predicate, slot rules.Slots) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	return a.Rel.Has(rules.Talk) && a.Rel.Frame&slot == 0
}
