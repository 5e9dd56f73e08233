package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// oneSquad says whether police or soldiers of several parties, named by one noun, go after people or things of nobody else: "police
// from Peru and Chile raided nine farms".
func (s *Reader) oneSquad(p *predicate, doers []grammar.Member) bool {
	k := s.groupOf(doers[0].Node)
	if k < 1 || s.Groups[k].Prep&(rules.FromSlot|rules.OfSlot) == 0 || s.Groups[k-1].Last != s.Groups[k].PrepNode {
		return false
	}
	for i, d := range doers {
		if n := s.groupOf(d.Node); n != k && (n != k+i || s.Groups[n].Prep != 0 && s.Groups[n].PrepNode != s.Groups[k].PrepNode) {
			return false
		}
	}
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if a.Passive || a.Negated || a.Rel == nil || a.Rel.Kind != data.Assault && a.Rel.Kind != data.Coerce && !s.Vocab.Lists.Watches.Has(a.Rel.Word) {
		return false
	}
	g := s.objectOfVerb(a)
	return g != nil && len(g.Members) == 0 && s.Is(s.Groups[k-1].Head, rules.IsJustice|rules.IsCrew)
}
