package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// argument is what stands in one place around a noun.
type argument struct {
	slot    rules.Slots // 0 before the noun
	group   int
	members []grammar.Member
}

// caseLeftOut gives "Peru's against Chile" the noun that it leaves out, something hostile, and "those to Chile" theirs.
func (s *Reader) caseLeftOut(gi int) {
	s.those(gi)
	g := &s.Groups[gi]
	if g.Rel == nil && len(g.Members) == 1 && s.TagAt(g.Last-1) == token.Poss && gi+1 < len(s.Groups) &&
		s.Groups[gi+1].Prep == rules.AgainstSlot && s.Groups[gi+1].PrepNode == g.Last {
		g.Rel, g.RelNode, g.Members[0].Role = opposing, g.First, grammar.Owner
	}
}

// arguments lists what stands around the head noun of a group: the parties in it, and those after the prepositions that
// the noun takes. The answer holds until the next call.
func (s *Reader) arguments(gi int) []argument {
	g := &s.Groups[gi]
	s.caseLeftOut(gi)
	if g.Rel == nil {
		return nil
	}
	out := s.args[:0]
	if ms := s.ownArgument(gi); len(ms) > 0 {
		out = append(out, argument{0, gi, ms})
	}
	end := g.Last
	for k := gi + 1; k < len(s.Groups); k++ {
		h := &s.Groups[k]
		if s.Groups[k].Chain != k && len(out) > 0 && h.Chain == s.Groups[out[len(out)-1].group].Chain {
			a := &out[len(out)-1]
			a.members = append(slices.Clip(a.members), h.Members...)
			end = h.Last
			continue
		}
		if h.Prep == 0 || h.PrepNode < 0 || h.PrepNode > end+1 || s.broken(end, h.PrepNode) {
			break
		}
		if o := &s.Groups[k-1]; k-1 > gi && o.Rel != nil && o.Rel.Frame&h.Prep != 0 && (s.hasOwner(o) || o.Ref == grammar.RefOne || o.Ref == grammar.RefSelf) {
			break // "approval of Peru's attack on Chile", "shells for its war in Chile"
		}
		if end = h.Last; anotherDeed(g, h) {
			break
		}
		if s.BeginsClause(h) && !s.TimeGroup(h) {
			break // "its border with Peru after a drone from Chile crashed"
		}
		if h.Prep&(g.Rel.Frame|rules.OfSlot|rules.FromSlot|rules.BySlot) == 0 && !(h.Prep == rules.InSlot && g.Rel.Kind == data.Assault && len(out) > 0 && s.hasOwner(g)) {
			continue
		}
		if k-1 > gi && h.Prep == rules.OfSlot && h.PrepNode == s.Groups[k-1].Last && len(out) > 0 && out[len(out)-1].slot != 0 && h.Chain == k {
			continue // "a visit to Peru and the Chilean city of Talca"
		}
		if ms := s.argMembers(k); len(ms) > 0 {
			if h.Prep&(rules.InSlot|rules.AtSlot) != 0 && ms[0].Place && !g.Rel.Has(rules.Place) {
				continue
			}
			out = append(out, argument{h.Prep, k, ms})
		}
	}
	s.args = out
	return out
}

// ownArgument gives the parties in a group beside its head noun, or those that it means or that own it.
func (s *Reader) ownArgument(gi int) (out []grammar.Member) {
	g := &s.Groups[gi]
	switch {
	case len(g.Members) > 0 && (!g.Compound || g.Rel.Has(rules.Directed)):
		for _, m := range g.Members {
			if m.Role != grammar.Head {
				out = s.With(out, m)
			}
		}
		return out
	case g.Ref == grammar.RefOne && !s.ownerNext(gi) && !(s.Is(g.RefNode, rules.IsCountryWord) && len(s.ofParty(gi)) > 0),
		g.Ref == grammar.RefSelf, g.Ref == grammar.RefFirm && g.RefNode != g.RelNode:
		return s.meant(g, nil)
	}
	return s.ownerBefore(gi)
}

// argMembers resolves a group that stands as argument of a noun.
func (s *Reader) argMembers(k int) []grammar.Member {
	if g := &s.Groups[k]; len(g.Members) == 0 && (g.Ref == grammar.NoRef && !s.atOtherEnd(g) || g.Ref == grammar.RefDeal || g.Ref == grammar.RefBilateral) {
		return s.peopleBetween(k)
	}
	if g := &s.Groups[k]; g.Prep&(rules.OfSlot|rules.OtherSlot) != 0 && s.Nodes[g.First].Tag == token.Pronoun && g.Last-g.First == 1 {
		return nil
	}
	return s.resolve(k)
}
