package token

import (
	"strings"

	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// ofNext says whether "of" follows token i, which may be a verb, and none that takes it.
func (s *Line) ofNext(i int) bool {
	if i+1 >= len(s.Nodes) || s.Fold(i+1) != "of" {
		return false
	}
	r := s.Nodes[i].Word.Verb
	if s.Vocab.Lists.OfVerbs.Has(r.Name()) {
		return false
	}
	return r != nil && r.Frame&rules.OfSlot == 0 && !r.Has(rules.Say|rules.Comment)
}

// counted says whether a number stands close before token i in its noun group.
func (s *Line) counted(i int) bool {
	for from := i - 8; i > max(from, 0); {
		i--
		switch s.Nodes[i].Tag {
		case Number:
			return s.Fold(i) != "one" && s.Fold(i) != "1"
		case Other, Name:
		default:
			return false
		}
	}
	return false
}

// pluralBefore says whether the noun before token i is plural, or the one before its "in Peru" or "of the firm".
func (s *Line) pluralBefore(i int) bool {
	plural := func(k int) bool {
		return k >= 0 && (strings.HasSuffix(s.Fold(k), "s") && !strings.HasSuffix(s.Fold(k), "ss") && s.Token(k).Kind == text.Word || s.manyPeople(k))
	}
	if plural(i - 1) {
		return true
	}
	for k := i - 2; k >= max(1, i-5); k-- {
		switch s.Nodes[k].Tag {
		case Prep:
			return plural(k - 1)
		case Name, Other, Det, Number:
		default:
			return false
		}
	}
	return false
}

// manyPeople says whether the word at node i is a plural of people without an s.
func (s *Line) manyPeople(i int) bool {
	if s.Vocab.Lists.ManyPeople.Has(s.Fold(i)) {
		return s.Nodes[i].Mention < 0
	}
	return false
}
