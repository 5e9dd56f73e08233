package english

import (
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// withOthers says whether a noun has somebody or somewhere of no party at its other end: "trade with Africa", "talks with the RPG".
func (s *Reader) withOthers(n grammar.Link) bool {
	if !n.Rel.Has(rules.Joint) && n.Rel.Frame&rules.WithSlot == 0 {
		return false
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.PrepNode != n.Node+1 {
			continue
		}
		return g.Prep == rules.WithSlot && len(g.Members) == 0 && g.Ref == grammar.NoRef && s.Token(g.Head).Case != text.Lower && !s.TimeGroup(g)
	}
	return false
}

// feltAbout says whether a group after "of", "over" or "about" is what others feel something about, by which something is done:
// "brought together by fears of Peru".
func (s *Reader) feltAbout(gi int) bool {
	if gi == 0 {
		return false
	}
	g, h := &s.Groups[gi], &s.Groups[gi-1]
	if h.Prep != rules.BySlot && h.Prep != rules.OtherSlot || g.Prep&(rules.OfSlot|rules.OverSlot|rules.AboutSlot|rules.OtherSlot) == 0 || g.PrepNode != h.Last {
		return false
	}
	switch s.Fold(h.Head) {
	case "fear", "fears", "concern", "concerns", "worry", "worries", "anxiety", "anxieties", "alarm", "unease", "suspicion", "suspicions", "distrust", "mistrust",
		"hatred", "dread", "anger", "doubts", "disquiet", "jitters", "nervousness", "hostility":
		return true
	}
	return false
}

// theirOwn says whether what is done by two together is done to what is their own: "Peru and Chile would ban Peruvian and Chilean aid".
func (s *Reader) theirOwn(doers []grammar.Member, gi int) bool {
	if len(doers) != 2 || s.Groups[gi].Prep != 0 {
		return false
	}
	own := s.chainMembers(gi)
	if len(own) != 2 || own[0].Party == own[1].Party || own[1].Role == grammar.Head || own[1].Role == grammar.Referred {
		return false
	}
	return contains(doers, own[0].Party) && contains(doers, own[1].Party)
}

// saidBefore says whether "say" stands right before an action, whose doers are not who says so: "which Peru says is backed by Chile".
func (s *Reader) saidBefore(a *grammar.Action) bool {
	for i := range s.Actions {
		if b := &s.Actions[i]; b.Last == a.First && b.Rel.Has(rules.Say) {
			return true
		}
	}
	return false
}
