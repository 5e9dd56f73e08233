package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// noteBodies notes the boards, agencies and forces of a party that the sentence names, for "the board" and "the same force"
// after it.
func (s *Reader) noteBodies() {
	if !s.Holds(rules.IsBody) {
		return
	}
	for gi := range s.Groups {
		g := &s.Groups[gi]
		if !s.Is(g.Head, rules.IsBody) || s.TagAt(g.Head) != token.Other {
			continue
		}
		ms := g.Members
		if len(ms) == 0 {
			ms = s.ofParty(gi)
		}
		if len(ms) != 1 || ms[0].Role == grammar.Head || ms[0].Role == grammar.Referred {
			continue
		}
		w := s.Fold(g.Head)
		s.Focus.NamedBody(pairing.Called{Word: w, Party: ms[0].Party})
		if !slices.Contains(s.BodyWords, w) {
			s.BodyWords = append(s.BodyWords, w)
		}
	}
}

// bodyMeant gives the party of the board, agency or force that a word such as "the board" at a node means, "" where none of that
// kind was named.
func (s *Reader) bodyMeant(node int) data.Party {
	w := s.Fold(node)
	for _, b := range s.Focus.Bodies {
		if b.Word == w {
			return b.Party
		}
	}
	return ""
}
