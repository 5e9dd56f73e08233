package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// intentAt reads whether the group at element k of a clause names what a party does or wants, which an infinitive tells: "criticised
// Chile's decision to send troops to Cuba", "amid Chile's deployment of troops to help Cuba".
func (s *Reader) intentAt(c *grammar.Clause, k int) (hold, bool) {
	gi := c.Elements[k].Group
	if gi < 0 || !s.Is(s.Groups[gi].Head, rules.IsIntent|rules.IsDeed) || s.Groups[gi].No {
		return hold{}, false
	}
	g := &s.Groups[gi]
	if len(g.Members) > 0 && g.Members[0].Role == grammar.Head {
		return hold{}, false
	}
	j, end := k+1, g.Last
	for ; j < len(c.Elements) && c.Elements[j].Group >= 0; j++ {
		o := &s.Groups[c.Elements[j].Group]
		if o.Chain != c.Elements[j].Group && j > k+1 {
			end = o.Last
			continue
		}
		if o.PrepNode != end || o.Prep&(rules.OfSlot|rules.BySlot) == 0 && !(o.Prep == rules.InSlot && s.Is(o.Head, rules.IsIntent)) {
			return hold{}, false
		}
		end = o.Last
	}
	if j == len(c.Elements) || k < c.Finite || s.endedBefore(c, k) {
		return hold{}, false
	}
	b := &s.Actions[c.Elements[j].Action]
	h := hold{object: gi, element: j, node: b.First, how: does}
	if s.Is(g.Head, rules.IsIntent) {
		h.how = meant
	}
	return h, b.Infinitive && b.First == end
}

// namedBetween says whether a group that begins between two nodes names a party.
func (s *Reader) namedBetween(p data.Party, from, to int) bool {
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= from && g.First < to && contains(g.Members, p) {
			return true
		}
	}
	return false
}

// endedBefore says whether the verb before element k of a clause ends or prevents what stands there: "dropped its plan".
func (s *Reader) endedBefore(c *grammar.Clause, k int) bool {
	for ; k >= 0; k-- {
		if ai := c.Elements[k].Action; ai >= 0 {
			return s.Actions[ai].Rel.Has(rules.Reverse | rules.Fail | rules.Deny)
		}
	}
	return false
}
