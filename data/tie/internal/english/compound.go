package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// taken and the rest are what compounds say of the party before the hyphen and the one they stand before: "Peruvian-occupied Arica",
// "Peruvian-backed Chilean rebels".
var (
	taken   = &rules.Relation{Word: "occupy", Kind: data.Coerce, Stance: data.Conflict, Weight: 1.4, Fields: []data.Field{data.Security}}
	opposed = &rules.Relation{Word: "against", Kind: data.Reject, Stance: data.Conflict, Weight: 1.3, Fields: []data.Field{data.Diplomacy}}
	arming  = &rules.Relation{Word: "back", Kind: data.Coerce, Stance: data.Conflict, Weight: 1.3, Fields: []data.Field{data.Security}}
	backing = &rules.Relation{Word: "back", Kind: data.Support, Stance: data.Neutral, Weight: 1.3, Fields: []data.Field{data.Security}}
)

// compound gives what a compound says of two parties before one noun, or nil: "Russian-annexed Crimea", "Chile's anti-Peru push".
func (s *Reader) compound(g *grammar.Group, a, b grammar.Member) *rules.Relation {
	if s.TagAt(b.Node-1) == token.Hyphen && s.Fold(b.Node-2) == "anti" && a.Role != grammar.Head {
		return opposed
	}
	i := a.Node + 1
	for i < b.Node && s.Nodes[i].Mention == s.Nodes[a.Node].Mention {
		i++
	}
	if i+1 >= b.Node || s.TagAt(i) != token.Hyphen {
		return nil
	}
	switch s.Fold(i + 1) {
	case "annexed", "occupied", "seized", "besieged", "captured", "invaded", "blockaded", "installed", "imposed":
		return taken
	case "controlled", "held":
		if b.Role == grammar.Head {
			return taken
		}
	case "backed", "supported", "funded", "financed", "armed", "trained", "sponsored", "equipped", "allied", "aligned":
		switch {
		case s.Is(g.Head, rules.IsRebel):
			return arming
		case s.Vocab.Lists.Fighters.Has(s.Fold(g.Head)):
			return backing
		}
	}
	return nil
}
