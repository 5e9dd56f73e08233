package english

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// ofBreach says whether a group names what something hostile is done to or said to: "a breach of the memorandum with Peru",
// "a complaint to the Peruvian embassy in Lomé".
func (s *Reader) ofBreach(g *grammar.Group) bool {
	k := s.GroupAt(g) - 1
	if k < 0 || g.Prep == 0 {
		return false
	}
	h := &s.Groups[k]
	return h.Rel != nil && h.Rel.Stance == data.Conflict && g.Prep&(h.Rel.Frame|rules.OfSlot) != 0 && !h.Rel.Has(rules.Weak|rules.Actor) &&
		h.Last == g.PrepNode && !h.No && !blamesTie(h.Rel, g)
}

// blamesTie says whether what is hostile to a group is what others say of a tie: "a condemnation of Peru's ties with Chile".
func blamesTie(r *rules.Relation, g *grammar.Group) bool {
	return (r.Kind == data.Accuse || r.Kind == data.Protest) && g.Rel.Has(rules.Joint)
}

// calmed says whether a group names the quarrel or war that a truce, a settlement or the like is in: "a truce in the war between
// Peru and Chile", "Peru-Chile tariff war ceasefire".
func (s *Reader) calmed(g *grammar.Group) bool {
	if s.Vocab.Lists.Peace.Has(s.Fold(g.Last - 1)) {
		return true
	}
	k := s.GroupAt(g) - 1
	if k < 0 || g.Prep&(rules.InSlot|rules.ToSlot|rules.OfSlot|rules.OnSlot) == 0 {
		return false
	}
	h := &s.Groups[k]
	return h.Last == g.PrepNode && !h.No && s.Vocab.Lists.Peace.Has(s.Fold(h.Head))
}

// hitsMission says whether an action is hostile to the embassy that a group names: "complained to the Peruvian embassy in Lomé".
func (s *Reader) hitsMission(a *grammar.Action, g *grammar.Group) bool {
	slot := g.Prep
	if slot == 0 {
		slot = rules.InObject
	}
	return a.Rel != nil && a.Rel.Stance == data.Conflict && a.Rel.Frame&slot != 0 && !a.Negated && g.First-a.Last <= 2 &&
		g.Rel.Kind == data.Consult && g.Rel.Has(rules.Place)
}

// armsRebels says whether what a clause tells of as help goes to those who fight the government of the party in a group, or of the
// one helped: "Peru backs Chilean rebels", "arms sent to insurgents in Chile", "Chilean rebels are funded by Peru".
func (s *Reader) armsRebels(p *predicate, d grammar.Member, gi int) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if !s.Holds(rules.IsRebel) || a.Rel == nil || a.Negated || !s.Vocab.Lists.Helpers.Has(a.Rel.Word) && a.Rel.Kind != data.Support && a.Rel.Kind != data.AidKind {
		return false
	}
	g := &s.Groups[gi]
	switch {
	case a.Passive && g.Prep == rules.BySlot:
		k := among.Index(s.Groups, func(h *grammar.Group) bool { return h.Last == a.First })
		return s.rebels(s.groupOf(d.Node)) || s.rebels(k) // "help against the rebels backed by Peru"
	case g.Prep&(rules.InSlot|rules.OfSlot|rules.FromSlot) != 0:
		return s.rebels(gi-1) && s.Groups[gi-1].Last == g.PrepNode
	}
	return s.rebels(gi) && (len(g.Members) == 0 || g.Members[0].Role == grammar.Owner || s.Demonym(g.Members[0].Node)) // no "helped Peru drive rebels out"
}

// rebels says whether a group names rebels.
func (s *Reader) rebels(gi int) bool { return gi >= 0 && s.Is(s.Groups[gi].Head, rules.IsRebel) }

// groupOf gives the group that a node stands in, -1 for none.
func (s *Reader) groupOf(node int) int {
	return among.Index(s.Groups, func(g *grammar.Group) bool { return g.First <= node && node < g.Last })
}

// untrue says whether the clause that begins at a node is what the words before it call untrue: "it is not true that Peru has".
func (s *Reader) untrue(node int) bool {
	k := node - 1
	if k > 0 && s.TagAt(k) == token.Quote {
		k--
	}
	if k < 2 || s.Fold(k) != "that" {
		return false
	}
	switch s.Fold(k - 1) {
	case "untrue", "false", "nonsense":
		return !s.Is(k-2, rules.IsNeg)
	case "true":
		return s.Is(k-2, rules.IsNeg)
	}
	if s.Vocab.Lists.Proofs.Has(s.Fold(k-1)) && (s.Is(k-2, rules.IsNeg) || s.Is(k-3, rules.IsNeg)) {
		return true // "no clear evidence that"
	}
	if !s.Is(k-1, rules.IsClaim) {
		return false
	}
	return k > 3 && s.Fold(k-3) == "truth" && s.Fold(k-4) == "no" || s.calledFalse() // "no truth in reports that"
}

// calledFalse says whether the sentence calls something false: "a rumour that Peru had sold its navy was a hoax".
func (s *Reader) calledFalse() bool {
	for i := range s.Nodes {
		if s.Vocab.Lists.Untrue.Has(s.Fold(i)) {
			return i < 2 || !s.Is(i-1, rules.IsNeg) && !s.Is(i-2, rules.IsNeg)
		}
	}
	return false
}

// alliedThere says whether a pair that only "they" or "their" means stands on one side against a third: "Peru and Chile are at war
// with Cuba because their conflict never ended".
func (s *Reader) alliedThere(a, b data.Party) bool {
	for i := range s.Cands {
		c := &s.Cands[i]
		if c.Stance != data.Conflict || c.From != a || !c.Pair.Has(a) {
			continue
		}
		foe := data.PairOf(b, c.Pair.Other(a))
		if c.Pair.Other(a) != b && among.Any(s.Cands, func(o *pairing.Candidate) bool {
			return o.Pair == foe && o.Stance == data.Conflict && o.From == b
		}) {
			return true
		}
	}
	return false
}

// strainReach is how many words after its verb tell what a relation is like: "have sunk to a new low".
const strainReach = 7

// soured says whether a group names relations that the words around it call bad: "a blow to ties with Peru", "frosty relations",
// "relations with Peru have hit a new low".
func (s *Reader) soured(g *grammar.Group) bool {
	if !s.Holds(rules.IsStrain) || g.Rel == nil || g.Rel.Kind != data.Support || !g.Rel.Has(rules.Joint) {
		return false
	}
	k := s.GroupAt(g)
	if k < 0 {
		return false
	}
	if k > 0 && g.PrepNode >= 0 && s.Groups[k-1].Last == g.PrepNode && s.Is(s.Groups[k-1].Head, rules.IsStrain) && !s.Groups[k-1].No {
		return true
	}
	for i := g.First; i < g.RelNode; i++ {
		if s.Is(i, rules.IsStrain) {
			return true
		}
	}
	for ci := range s.Clauses {
		if c := &s.Clauses[ci]; slices.Contains(c.Subject, k) && c.Finite >= 0 {
			return s.strainAfter(&s.Actions[c.Elements[c.Finite].Action])
		}
	}
	return false
}

// strainAfter says whether the words of an action, or right after it, call its subject bad.
func (s *Reader) strainAfter(a *grammar.Action) bool {
	for i := a.First; i < min(a.Last+strainReach, len(s.Nodes)) && !a.Negated; i++ {
		switch t := s.TagAt(i); {
		case s.Is(i, rules.IsStrain):
			return true
		case s.Is(i, rules.IsNeg), s.Fold(i) == "less", s.Fold(i) == "from", t == token.Comma, t == token.Sub, t == token.Rel, t == token.Strong, t == token.Conj && i > a.Last:
			return false
		}
	}
	return false
}

// anotherDeed says whether a group names a hostile deed of its own, to which what follows belongs: the second attacks in
// "attacks in Peru like the attacks on Chile".
func anotherDeed(g, h *grammar.Group) bool {
	return g.Rel.Stance == data.Conflict && h.Rel != nil && h.Rel.Kind == g.Rel.Kind && h.Prep&rules.OfSlot == 0 && len(h.Members) == 0
}

// noPlans says whether what the last action of a predicate tells is only what somebody has no mind or cause to do: "has no plans to
// sell", "no intention of selling".
func (s *Reader) noPlans(p *predicate) bool {
	if len(p.actions) < 2 {
		return false
	}
	first := s.Actions[p.actions[len(p.actions)-1]].First
	for i := range s.Groups {
		g := &s.Groups[i]
		if !g.No || g.Last > first || first-g.Last > 1 {
			continue
		}
		if s.Vocab.Lists.Intents.Has(strings.TrimSuffix(s.Fold(g.Head), "s")) {
			return true
		}
	}
	return false
}

// violent says whether a word is of an outrage, which is done in a country and not by it: "attack", "suicide bombing".
func (s *Reader) violent(word string) bool {
	return s.Vocab.Lists.Outrages.Has(word[strings.LastIndexByte(word, ' ')+1:])
}
