package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

// strikeAsOne says whether what the doers of a clause do is to attack one third party: "Peru and Chile launched strikes on Cuba".
func (s *Reader) strikeAsOne(doers []grammar.Member) bool {
	hit := data.Party("")
	for _, d := range doers {
		k := among.Index(s.Cands, func(c *pairing.Candidate) bool {
			return c.From == d.Party && c.Kind == data.Assault && c.Stance == data.Conflict && (hit == "" || c.Pair.Has(hit)) && !contains(doers, c.Pair.Other(d.Party))
		})
		if k < 0 {
			return false
		}
		hit = s.Cands[k].Pair.Other(d.Party)
	}
	return true
}

// atWar says whether a clause tells of a war or fight rather than of an attack: two who are at war with a third need not be allies.
func (s *Reader) atWar(p *predicate) bool {
	return s.Actions[p.actions[len(p.actions)-1]].Rel.Has(rules.Joint) || slices.ContainsFunc(p.nouns, func(n grammar.Link) bool { return n.Rel.Has(rules.Joint) })
}

// oneWar says whether the war of a clause is one that its doers wage side by side: "Peru and Chile launched their war on Cuba".
func (s *Reader) oneWar(p *predicate) bool {
	return slices.ContainsFunc(p.nouns, func(n grammar.Link) bool {
		k := s.groupOf(n.Node)
		return k >= 0 && (s.Fold(s.Groups[k].First) == "their" || s.Fold(n.Node-1) == "joint")
	})
}
