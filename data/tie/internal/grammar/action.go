package grammar

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// Action is a verb group: "has not been signed", "to sell", "accusing".
type Action struct {
	First, Last int // nodes, last exclusive
	Main        int // node of the verb that carries the meaning
	Rel         *rules.Relation
	Passive     bool
	Negated     bool
	Never       bool
	Nonfinite   bool // an infinitive, gerund or participle without a helper
	Infinitive  bool
	Modality    data.Modality
	Must        bool
}

// reduced says whether an action is a participle after its noun: "the deal signed in May".
func (s *Tree) reduced(a Action) bool {
	if a.Last-a.First != 1 || a.Form(s)&rules.Participle == 0 {
		return false
	}
	if a.Rel.Has(rules.Say) && a.Rel.Kind == "" {
		return false
	}
	if s.clauseOpens(a) {
		return false
	}
	t := s.TagAt(a.First - 1)
	if next := s.TagAt(a.Last); next == token.Prep || next == token.Adverb {
		switch s.Fold(a.First - 1) {
		case "one", "ones", "that", "those":
			if t := s.TagAt(a.First - 2); t == token.Prep || t == token.Det || t == token.Verb {
				return true // "a deal like the one signed in May", "similar to that signed in May"
			}
		}
	}
	if t != token.Other && t != token.Number {
		return t == token.Name && s.TagAt(a.Last) == token.Prep && (s.Fold(a.Last) == "by" || s.afterPhrase(a))
	}
	for i := len(s.Groups) - 1; i >= 0; i-- {
		if g := &s.Groups[i]; g.Last == a.First {
			if i > 0 && s.Groups[i-1].Last == g.First && s.Groups[i-1].Prep != 0 {
				return false // "in Peru trains stopped"
			}
			before := s.TagAt(g.First - 1)
			return g.First == 0 || before != token.Comma && before != token.Conj
		}
	}
	return true
}

// clauseOpens says whether a verb is that of a clause which a preposition opens, as its object follows at once: "as Russian
// guns shelled the town".
func (s *Tree) clauseOpens(a Action) bool {
	if t := s.TagAt(a.Last); a.Form(s)&rules.Past == 0 || t != token.Det && t != token.Name && t != token.Number && t != token.Other {
		return false
	}
	for i := len(s.Groups) - 1; i >= 0; i-- {
		if g := &s.Groups[i]; g.Last == a.First {
			return s.BeginsClause(g) && len(g.Members) > 0
		}
	}
	return false
}

// afterPhrase says whether an action follows a name that stands after a preposition, where nobody is quoted: "the aid for
// Bosnia aimed at".
func (s *Tree) afterPhrase(a Action) bool {
	for i := len(s.Groups) - 1; i >= 0; i-- {
		if g := &s.Groups[i]; g.Last == a.First {
			if g.Prep == 0 || s.inOpenClause(i) {
				return false
			}
			break
		}
	}
	for i := len(s.Actions) - 1; i >= 0; i-- {
		if b := &s.Actions[i]; !b.Nonfinite && b.First < a.First {
			return !b.Rel.Has(rules.Say) && (b.Rel == nil || b.Rel.Frame&rules.InThat == 0)
		}
	}
	return false
}

// inOpenClause says whether a group hangs on one with which a preposition opens a clause: "after a drone from Peru".
func (s *Tree) inOpenClause(i int) bool {
	for ; i >= 0; i-- {
		g := &s.Groups[i]
		if g.Prep == 0 {
			return false
		}
		if s.BeginsClause(g) {
			return !s.TimeGroup(g)
		}
		if i == 0 || s.Groups[i-1].Last != g.PrepNode {
			return false
		}
	}
	return false
}

// Form is how the verb that carries the meaning is inflected.
func (a *Action) Form(s *Tree) rules.Form { return s.Nodes[a.Main].Form }

// opensAction says at a glance whether a verb group can begin at node i: no sign and few prepositions begin one.
func (s *Tree) opensAction(i int) bool {
	switch n := &s.Nodes[i]; n.Tag {
	case token.Verb, token.Helper, token.Adverb:
		return true
	case token.Prep:
		return n.Skip || s.Fold(i) == "to"
	default:
		return n.Skip
	}
}

// actionAt reads the verb group that begins at i.
func (s *Tree) actionAt(i int) (Action, bool) {
	a := Action{First: i, Main: -1, Modality: data.Done}
	k, finite, be, have := i, false, false, false
	if s.Nodes[k].Tag == token.Prep && s.Fold(k) == "to" {
		j := k + 1
		for s.TagAt(j) == token.Adverb {
			j++
		}
		if s.TagAt(j) != token.Verb && !s.Is(j, rules.IsBe|rules.IsHave|rules.IsDo) {
			return a, false
		}
		a.Infinitive = true
		a.Modality = s.leadUp(i - 1)
		k++
	}
	for ; k < len(s.Nodes); k++ {
		n := &s.Nodes[k]
		if n.Skip {
			continue
		}
		if n.Tag == token.Adverb {
			if s.Is(k, rules.IsNeg) {
				a.Negated, a.Never = true, a.Never || s.Fold(k) == "never"
			}
			continue
		}
		if n.Tag == token.Helper {
			if a.Main >= 0 {
				break
			}
			finite = true
			be, have = be || s.Is(k, rules.IsBe), have || s.Is(k, rules.IsHave)
			s.modal(&a, k)
			continue
		}
		if n.Tag == token.Prep && s.Fold(k) == "to" && (be || have) && a.Main < 0 && (s.TagAt(k+1) == token.Verb || s.Is(k+1, rules.IsBe)) {
			if s.Fold(k-1) == "yet" {
				a.Negated = true // "has yet to sign"
			} else if s.Fold(k-1) != "had" { // who had to do it did
				a.Modality = data.Planned
			}
			continue
		}
		if n.Tag == token.Verb && a.Main < 0 {
			a.Main, a.Rel = k, n.Rel
			if n.Form&(rules.Gerund|rules.Participle) == 0 || n.Form&(rules.Past|rules.Base|rules.Third) != 0 {
				finite = true
			}
			k += int(n.Extra)
			continue
		}
		break
	}
	if a.Main < 0 && !finite {
		return a, false
	}
	a.Last = max(k, i+1)
	s.finish(&a, finite && !s.perfectGerund(&a), be, have)
	return a, true
}

// perfectGerund says whether a verb group is a gerund of what is over: "having sold".
func (s *Tree) perfectGerund(a *Action) bool { return a.Main > a.First && s.Fold(a.First) == "having" }

// leadUp gives the modality of an infinitive by the word before it: "is set to sign", "is unlikely to buy", "on track to meet"; in a heading a party is
// enough, "Peru to buy jets".
func (s *Tree) leadUp(i int) data.Modality {
	if i < 0 {
		return data.Done
	}
	if s.Sentence.Heading && s.TagAt(i) == token.Name && !slices.ContainsFunc(s.Nodes[:i], func(n token.Node) bool { return n.Tag == token.Verb || n.Tag == token.Helper }) {
		return data.Planned
	}
	if i < 1 || s.Fold(i-1) != "on" && !s.Is(i-1, rules.IsBe|rules.IsAdv) && s.TagAt(i-1) != token.Helper && s.TagAt(i-1) != token.Adverb && s.TagAt(i-1) != token.Verb {
		return data.Done
	}
	return s.Tending(i)
}

// Tending gives the modality of the infinitive that the word at a node leads up to.
func (s *Tree) Tending(i int) data.Modality {
	switch w := s.Fold(i); {
	case s.Vocab.Lists.Due.Has(w):
		return data.Planned
	case s.Vocab.Lists.Apt.Has(w):
		return data.Proposed
	}
	return data.Done
}

func (s *Tree) modal(a *Action, k int) {
	switch {
	case s.Is(k, rules.IsMust):
		a.Must = true
		a.Modality = data.Proposed
	case s.Is(k, rules.IsMaybe):
		a.Modality = data.Proposed
	case s.Is(k, rules.IsFuture):
		a.Modality = data.Planned
	}
	if s.Is(k, rules.IsNeg) {
		a.Negated = true
	}
}

// finish settles voice and finiteness, and takes adverbs after the verb off again.
func (s *Tree) finish(a *Action, finite, be, have bool) {
	for a.Last > a.First+1 && s.Nodes[a.Last-1].Tag == token.Adverb {
		a.Last--
	}
	if a.Main < 0 {
		a.Main = a.First
		for k := a.First; k < a.Last; k++ {
			if s.Nodes[k].Tag == token.Helper {
				a.Main = k
			}
		}
		if have && !be {
			a.Rel = havingVerb
		} else {
			a.Rel = beingVerb
		}
	} else {
		f := s.Nodes[a.Main].Form
		a.Passive = be && f&rules.Participle != 0
		if be && f == rules.Gerund && a.Modality == data.Done {
			a.Modality = data.Ongoing
		}
		if f == rules.Gerund && !be {
			finite = false
		}
		if !be && !have && a.Last-a.First == 1 && f&rules.Past == 0 && f&rules.Participle != 0 {
			finite = false
		}
		if by := s.pastAdverbs(a.Last); s.TagAt(by) == token.Prep && s.Fold(by) == "by" && f&rules.Participle != 0 && !have && s.TagAt(by+1) != token.Verb {
			a.Passive = true
			finite = finite && (be || a.Last-a.First > 1 || s.Sentence.Heading)
		}
	}
	if s.TagAt(a.First-1) == token.Verb && s.Nodes[a.Main].Form&(rules.Past|rules.Third) == 0 {
		finite = false
	}
	a.Nonfinite = a.Infinitive || !finite
	if r := s.separated(a); r != nil {
		a.Rel = r
		s.Nodes[a.Main].Rel = r
	}
	if a.Rel != nil && a.Rel.Word == "share" && s.byNature(s.pastAdverbs(a.Last)) {
		a.Rel = resembling
	}
}

// pastAdverbs gives the first node from one on that is no adverb: "developed jointly by".
func (s *Tree) pastAdverbs(node int) int {
	for s.TagAt(node) == token.Adverb {
		node++
	}
	return node
}

// byNature says whether the group at a node names what neighbours have in common without any doing: a border, a language.
func (s *Tree) byNature(node int) bool {
	for i := len(s.Groups) - 1; i >= 0; i-- {
		if g := &s.Groups[i]; g.First == node {
			return s.Is(g.Head, rules.IsTrait)
		}
	}
	return false
}

// resembling is what it says of two that they share a border or a language.
var resembling = &rules.Relation{Word: "share", Flags: rules.Compare}

// beingVerb and havingVerb stand for "is" and "has" without another verb.
var (
	beingVerb  = &rules.Relation{Word: "be", Flags: rules.General}
	havingVerb = &rules.Relation{Word: "have", Flags: rules.Light}
)
