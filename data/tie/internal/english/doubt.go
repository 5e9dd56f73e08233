package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// doubts adds what the last action and the place of a member after it say against a candidate.
func (s *Reader) doubts(c *pairing.Candidate, p *predicate, v, n grammar.Link, slot rules.Slots, m grammar.Member) {
	framed := v.Framed || n.Framed
	if n.Framed && !v.Framed && s.toldAbout(p, n) && s.groupOf(m.Node) != s.groupOf(n.Node) {
		s.Add(c, reason.AboutOthers, "")
	}
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

// toldAbout says whether the noun that reaches a party is only what the last verb tells about: "warned about attacks on Peru".
func (s *Reader) toldAbout(p *predicate, n grammar.Link) bool {
	k := s.groupOf(n.Node)
	return k >= 0 && s.Groups[k].Prep == rules.AboutSlot && s.Groups[k].PrepNode == s.Actions[p.actions[len(p.actions)-1]].Last && n.Rel.Stance == data.Conflict
}

// onlyTopic says whether what follows is only talked about: "met to discuss flights to Peru".
func (s *Reader) onlyTopic(p *predicate, slot rules.Slots) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	return a.Rel.Has(rules.Talk) && a.Rel.Frame&slot == 0
}

// onlyClaimed says whether a sentence only repeats what the article sets out to check or takes back: "Claim: Peru sold its navy",
// "an earlier version of this article said that Peru had sold its navy", "a rumour that Peru had sold its navy is a hoax".
func (s *Reader) onlyClaimed() bool {
	if len(s.Nodes) > 2 && s.Fold(1) == ":" && s.Is(0, rules.IsClaim) {
		return !s.Is(0, rules.IsPrivate) || s.Is(0, rules.IsDoubt) // but not "Report: Peru sold its navy"
	}
	if !s.Has(&corrected) && !s.Holds(rules.IsClaim) {
		return false
	}
	for i := 0; i+3 < min(len(s.Nodes), correctionReach); i++ {
		if s.Is(i, rules.IsClaim) && s.Fold(i+1) == "that" && s.calledFalse() {
			return true
		}
		switch s.Fold(i) {
		case "edition", "issue", "article", "bulletin":
			if w := s.Fold(i + 1); w == "we" || w == "it" {
				return s.Fold(0) == "correction" || s.Fold(0) == "clarification"
			}
		case "earlier", "previous":
		default:
			continue
		}
		switch s.Fold(i + 1) {
		case "version", "versions", "edition", "editions":
			return s.Fold(i+2) == "of"
		}
	}
	return false
}

// corrected are words for what a correction corrects.
var corrected = rules.WordsOf("earlier", "previous", "edition", "issue", "article", "bulletin")

// correctionReach is how many words into a sentence it can tell that it corrects another.
const correctionReach = 12

// kindByPlace settles what is done where that depends on what stands at the other end of it.
func (s *Reader) kindByPlace(c *pairing.Candidate, p *predicate, d, m grammar.Member, v grammar.Link, gi int, slot rules.Slots) {
	if s.Vocab.Lists.Fences.Has(v.Rel.Name()) && c.Modality != data.Denied && s.weakBefore(gi) {
		c.Kind, c.Stance = data.Sanction, data.Conflict // "the border with Peru was sealed"
	}
	if c.Stance == data.Cooperation && s.armsRebels(p, d, gi) {
		c.Kind, c.Stance = data.Coerce, data.Conflict
	}
	if v.Rel.Name() == "take over" && slot == rules.InObject && m.Role == grammar.Head && c.Stance == data.Cooperation {
		c.Kind, c.Stance = data.Coerce, data.Conflict // a place or country, not a firm of it
	}
	if c.Kind == data.Assault && s.onOneSide(&s.Groups[gi]) {
		c.Kind, c.Stance = data.Cooperate, data.Cooperation
	}
}
