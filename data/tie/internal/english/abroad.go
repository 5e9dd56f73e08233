package english

import (
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// oneAbroad says whether a phrase tells only where one person is who acts for no party, "a Peruvian student in Chile".
func (s *Reader) oneAbroad(g *grammar.Group, a grammar.Member) bool {
	return a.Role == grammar.Modifier && s.onePerson(g)
}

// onePerson says whether a group names one person who acts for no party: "a Peruvian student".
func (s *Reader) onePerson(g *grammar.Group) bool {
	if !g.Rel.Has(rules.Actor) || s.plural(g.Head) || s.TagAt(g.Head) != token.Other || s.Token(g.Head).Case != text.Lower {
		return false
	}
	return s.Is(g.Head, rules.IsPrivate) && (s.Fold(g.First) == "a" || s.Fold(g.First) == "an")
}
