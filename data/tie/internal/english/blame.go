package english

import (
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// blamedOn ties those on whom something is blamed to the party named before, whose it was or where it happened: "the blast in Peru was
// blamed on Chile", "a similar case in Peru blamed on Chile".
func (s *Reader) blamedOn(p *predicate, c *grammar.Clause) {
	if !s.HasPrep(rules.OnSlot) {
		return
	}
	for k := 1; k+1 < len(c.Elements); k++ {
		ai, gi := c.Elements[k].Action, c.Elements[k+1].Group
		if ai < 0 || gi < 0 || s.Actions[ai].Rel.Name() != "blame" || s.Groups[gi].Prep != rules.OnSlot {
			continue
		}
		a := &s.Actions[ai]
		if a.Form(&s.Tree)&rules.Participle == 0 || a.Negated || s.Groups[gi].PrepNode != a.Last {
			continue // who blames it on somebody says first what
		}
		hit := s.namedLast(c.Elements[:k])
		for _, m := range s.resolve(gi) {
			x := s.Propose(m, hit, p.ci)
			if x == nil {
				continue
			}
			s.Add(x, reason.OneClause, "")
			s.take(x, grammar.Link{Rel: a.Rel}, reason.ByVerb, 1)
			s.fit(x, true, a.Rel.Word)
			if a.Passive {
				s.contextOf(x, p, a.Rel)
			}
			x.From, x.First, x.Last = hit.Party, s.firstNode(p.ci), s.lastNode(p.ci)
		}
	}
}

// namedLast gives the last party that elements of a clause name.
func (s *Reader) namedLast(elements []grammar.Element) grammar.Member {
	for k := len(elements) - 1; k >= 0; k-- {
		if gi := elements[k].Group; gi >= 0 && len(s.Groups[gi].Members) > 0 {
			return s.Groups[gi].Members[0]
		}
	}
	return grammar.Member{}
}
