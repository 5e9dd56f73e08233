package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// afterOthers lets those after whom somebody does something have done it, too: "Peru became the third country after Chile and Cuba to
// recognise Kosovo". before says how many candidates there were ahead of the clause.
func (s *Reader) afterOthers(c *grammar.Clause, doers []grammar.Member, before int) {
	if !s.Has(&behind) {
		return
	}
	for k := 1; k+2 < len(c.Elements); k++ {
		gi, list := c.Elements[k].Group, c.Elements[k-1].Group
		if gi < 0 || list < 0 || len(s.Groups[gi].Members) == 0 || s.Groups[gi].Chain != gi || s.Groups[gi].PrepNode < 0 ||
			s.Fold(s.Groups[gi].PrepNode) != "after" || !s.inRank(list) {
			continue
		}
		ms := s.chainMembers(gi)
		next := k + len(s.Chained(gi))
		if next >= len(c.Elements) || c.Elements[next].Action < 0 || !s.Actions[c.Elements[next].Action].Infinitive {
			return
		}
		deed := s.Actions[c.Elements[next].Action].Last
		for _, like := range slices.Clone(s.Cands[before:]) {
			hub := like.Pair.Other(like.From)
			if like.Node < deed || like.Modality == data.Denied || !contains(doers, like.From) || contains(ms, hub) {
				continue
			}
			for _, m := range ms {
				s.Cands = append(s.Cands, asHe(like, m, hub, like.Last))
			}
		}
		return
	}
}

// behind is the word behind which those stand who did the same before.
var behind = rules.WordsOf("after")

// inRank says whether a group tells how many have done something: "the third country", "the latest state", "the only other nation".
func (s *Reader) inRank(gi int) bool {
	g := &s.Groups[gi]
	switch s.Fold(g.Head) {
	case "country", "nation", "state", "member", "government", "republic", "ally", "buyer", "customer":
	default:
		return false
	}
	for i := g.First; i < g.Head; i++ {
		switch s.Fold(i) {
		case "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "next", "last", "other":
			return true
		}
		if s.TagAt(i) == token.Number {
			return true
		}
	}
	return s.Is(g.Head, rules.IsPartner)
}
