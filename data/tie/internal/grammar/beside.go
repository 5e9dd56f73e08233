package grammar

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// mostPlace is how many nodes of a place where something was written stand before its country: "PUERTO MALDONADO, Peru".
const mostPlace = 4

// writtenAt says whether the name from node i to end only tells where the sentence was written, though no dash says so: "CALLAO, Peru A
// Chilean ship has docked", "LIMA Chile's navy fired".
func (s *Tree) writtenAt(i, end int) bool {
	if i > mostPlace || end+1 >= len(s.Nodes) || s.Sentence.Heading || s.Token(0).Case != text.Upper || len(s.Fold(0)) < mostPlace || s.Shouting() {
		return false
	}
	if i == 0 && s.TagAt(end) == token.Comma && s.TagAt(end+1) == token.Name {
		i = end + 1
		for end = i; end+1 < len(s.Nodes) && s.Nodes[end].Mention == s.Nodes[i].Mention; end++ {
		}
	}
	if s.Token(end).Kind != text.Word || s.Token(end).Case == text.Lower {
		return false
	}
	if i == 0 {
		k := s.Mentions[s.Nodes[0].Mention].Kind
		return k == data.ByCapital || k == data.ByCity
	}
	for k := 0; k < i-1; k++ {
		if s.Token(k).Case != text.Upper || s.Token(k).Kind != text.Word {
			return false
		}
	}
	return s.TagAt(i-1) == token.Comma && (s.Fold(end) == "a" || s.Fold(end) == "an" || s.Fold(end) == "the")
}

// someFirst says whether the party from node i on only tells which nation's first or only man or woman somebody is: "the first Peruvian
// astronaut".
func (s *Tree) someFirst(g *Group, i, end int) bool {
	if i == 0 || !s.Demonym(i) || end != g.Last-1 || s.TagAt(end) != token.Other || s.Nodes[end].Rel != nil {
		return false
	}
	switch s.Fold(i - 1) {
	case "first", "only", "youngest", "oldest", "second":
		return !s.Is(end, rules.IsOffice|rules.IsBody|rules.IsFirm|rules.IsCrew) && s.Token(end).Case == text.Lower
	}
	return false
}

// town says whether "capital" at a node of a group is a town, not money: "Peru's capital", "the Peruvian capital Lima".
func (s *Tree) town(g *Group, i int) bool {
	if s.Fold(i) != "capital" || i == 0 {
		return false
	}
	before := s.TagAt(i - 1)
	return (before == token.Poss || before == token.Name && s.TagAt(g.First) == token.Det || s.Fold(i-1) == "the") &&
		(i == g.Last-1 && (before != token.Det || s.Fold(i+1) == "of") || i+1 < g.Last && s.Nodes[i+1].Tag == token.Name || s.Fold(i+1) == "city")
}

// ofTown says whether "capital" follows the name before a node, or its "'s", as the town of a group: "Peru's capital".
func (s *Tree) ofTown(g *Group, end int) bool {
	if s.TagAt(end) == token.Poss {
		end++
	}
	return end < g.Last && s.town(g, end)
}
