package token

import "entente/data/tie/internal/rules"

// subordinator tells a demonstrative "that" from the conjunction.
func (s *Line) subordinator(i int) Tag {
	switch s.Fold(i) {
	case "that":
		if s.TagAt(i-1) == Verb && !s.Nodes[i-1].Rel.Has(rules.Say) && s.participleNext(i) && s.thatOne(i+1) {
			return Det // "resembles that concluded with Peru"
		}
		if s.TagAt(i-1) == Verb && s.calls(i) {
			return Pronoun
		}
	case "once":
		if s.aside(i) || s.participleNext(i) && (s.TagAt(i-1) == Name || s.TagAt(i-1) == Other || s.TagAt(i-1) == Pronoun) {
			return Adverb // "on which Peru once depended"
		}
		return Sub
	case "as":
		if i+1 < len(s.Nodes) {
			if w := s.Nodes[i+1].Entry; w != nil && w.Classes&rules.IsPron != 0 {
				return Sub
			}
		}
		return Prep
	default:
		return Sub
	}
	if p := s.TagAt(i - 1); p == Prep || p == Strong && i == 0 {
		return Det
	}
	if s.TagAt(i-1) != Other && s.TagAt(i-1) != Name && s.TagAt(i-1) != Comma {
		return Sub
	}
	for k := i - 1; k >= max(0, i-6); k-- {
		if n := &s.Nodes[k]; n.Tag == Verb && n.Rel != nil {
			if n.Rel.Has(rules.Say) || n.Rel.Frame&rules.InThat != 0 && !s.Is(i-1, rules.IsSide) {
				return Sub // but "pushed up prices in countries that live on them"
			}
			break
		}
	}
	return Rel
}

// calls says whether "that" at token i is what the verb before it calls by a name: "called that an insult".
func (s *Line) calls(i int) bool {
	switch s.Nodes[i-1].Rel.Name() {
	case "call", "brand", "label", "deem", "term", "dub":
	default:
		return false
	}
	if i+1 >= len(s.Nodes) {
		return false
	}
	w := s.Fold(i + 1)
	return w == "a" || w == "an" || w == "the"
}
