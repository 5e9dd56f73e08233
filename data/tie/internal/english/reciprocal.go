package english

import (
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// toEachOther ties doers by what each does to the other: "Peru and Chile accuse each other", "each blamed the other".
func (s *Reader) toEachOther(p *predicate, doers []grammar.Member) {
	doers = distinct(doers)
	if len(doers) < 2 || len(doers) > pairing.TogetherMax {
		return
	}
	for _, e := range s.Clauses[p.ci].Elements {
		if e.Group < 0 || !s.reciprocal(p, &s.Groups[e.Group]) {
			continue
		}
		done := *p
		for len(done.actions) > 0 && s.Actions[done.actions[len(done.actions)-1]].Last > s.Groups[e.Group].First {
			done.actions = done.actions[:len(done.actions)-1] // "accuse each other of spying"
		}
		if len(done.actions) == 0 {
			continue
		}
		slot := s.Groups[e.Group].Prep
		if slot == 0 {
			slot = rules.InObject
		}
		v := s.lastVerb(&done, slot)
		if v.Rel == nil || v.Rel.Kind == "" || !v.Framed {
			return
		}
		for i := range doers {
			for k := range i {
				if x := s.Propose(doers[k], doers[i], p.ci); x != nil {
					s.Add(x, reason.Together, "")
					s.Add(x, reason.OneClause, "")
					s.verbSays(x, &done, v, grammar.Link{}, slot)
					x.First, x.Last = min(x.First, s.firstNode(p.ci)), max(x.Last, s.Groups[e.Group].Last)
				}
			}
		}
		return
	}
}

// reciprocal says whether a group is "each other", "one another" or, after "each", "the other".
func (s *Reader) reciprocal(p *predicate, g *grammar.Group) bool {
	last := g.Last - 1
	if last == 0 || len(g.Members) > 0 && g.Ref != grammar.RefPair {
		return false
	}
	switch before := s.Fold(last - 1); s.Fold(last) {
	case "other":
		return before == "each" || before == "the" && s.eachApart(p)
	case "another":
		return before == "one"
	}
	return false
}
