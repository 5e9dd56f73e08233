package figure

import (
	"strings"

	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// noThings are the classes of nouns that make no figure: times, and the words of a clock.
const noThings = rules.UnmeasuredTerm | rules.ClockTerm | rules.YearTerm | rules.MonthsTerm | rules.WeekTerm | rules.HourTerm | rules.DecadeTerm

// counted says whether node i is a plural noun in small letters.
func (s *Figures) counted(i int) bool {
	return s.TagAt(i) == token.Other && strings.HasSuffix(s.Fold(i), "s") && s.Token(i).Case == text.Lower
}

// countedReach is how many words after a number are looked at for the noun that it counts.
const countedReach = 4

// countedNoun gives the noun that a number counts, "people" for the people of a country, and the node after it.
func (s *Figures) countedNoun(end int) (string, int) {
	k := s.linked(end)
	switch {
	case s.Letters, s.TermIs(noThings, k):
		return "", end // Chinese and Japanese have a measure for everything
	case s.Foreign:
		return s.countedAbroad(k, end)
	case s.at(k) == "of":
		k++
		for k < len(s.Nodes) && s.TagAt(k) == token.Det {
			k++
		}
		if s.TagAt(k) == token.Pronoun {
			return "people", k + 1
		}
	}
	return s.lastPlural(k, end)
}

// lastPlural gives the last plural of a row of nouns from node k on: "11 metric gauge locomotives".
func (s *Figures) lastPlural(k, end int) (unit string, last int) {
	last = end
	for stop := k + countedReach; k < min(stop, len(s.Nodes)); k++ {
		t, lower := s.TagAt(k), s.Token(k).Case == text.Lower
		switch {
		case t == token.Name:
			if s.Demonym(k) && unit == "" && (k+1 >= len(s.Nodes) || s.TagAt(k+1) != token.Other) {
				return "people", k + 1
			}
		case t == token.Number && k == end+1 && s.Token(end).Case == text.Capital: // "22 Boeing 787 Dreamliners"
		case t == token.Other && unit == "" && !lower && hyphen(s.at(k+1)) && k+2 < len(s.Nodes) && s.Token(k+2).Kind == text.Number: // "20 T-72 tanks"
			k, stop = k+2, stop+2
			if s.at(k+1) == "s" && !s.Token(k+1).Space {
				return s.Doc.Text[s.Token(k-2).Start:s.Token(k+1).End], k + 2 // "12 F-16s"
			}
		case t == token.Verb && unit == "" && s.Nodes[k].Form&(rules.Participle|rules.Gerund) != 0 && (s.counted(k+1) || s.counted(k+2)): // "40 suspected cases"
		case t == token.Other && s.Token(k).Case == text.Upper && s.counted(k+1): // "5 million SIM cards"
		case t != token.Other || !lower && !s.Shouting() && !s.make(k, end):
			return unit, last
		default:
			if u := s.plural(k); u != "" {
				unit, last = u, k+1
			}
		}
	}
	return unit, last
}

// plural gives the unit that a noun stands for where it is a plural, "" elsewhere: a number that is not of money or a
// measure counts things.
func (s *Figures) plural(k int) string {
	if u, _, ok := s.Term(rules.MeasureTerm, k); ok {
		return u
	}
	w := s.Fold(k)
	if !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || s.TermIs(noThings, k) {
		return ""
	}
	return s.Doc.Word(s.First + k)
}

// adjectiveEnds are the letters that adjectives end in where they stand between a number and its noun.
var adjectiveEnds = map[string][]string{"ru": {"ых", "их"}, "sr": {"ih", "их"}, "de": {"e", "en", "er", "es"}}

// verbEnds are the letters that verbs end in, and no noun that follows a number; pluralEnds those that all plurals end in.
var (
	verbEnds   = map[string][]string{"ru": {"ут", "ют", "ет", "ит"}}
	pluralEnds = map[string][]string{"es": {"s"}, "fr": {"s", "x", "z"}}
)

// countedAbroad gives the noun that a number counts in other languages: the first word that is no adjective, in German the
// first with a capital.
func (s *Figures) countedAbroad(k, end int) (string, int) {
	people, adjective := false, -1
	for stop := k + countedReach; k < min(stop, len(s.Nodes)); k++ {
		lower := s.Token(k).Case == text.Lower
		describes := lower && s.endsIn(k, adjectiveEnds[s.Lang])
		switch t := s.TagAt(k); {
		case t == token.Name && s.Demonym(k):
			people = true
			continue
		case t != token.Other && !(describes && t == token.Verb) || len(s.Fold(k)) < 4 || s.TermIs(noThings, k) || s.endsIn(k, verbEnds[s.Lang]):
		case describes && t == token.Verb: // "50.000 zaposlenih godišnje"
			return s.Doc.Word(s.First + k), k + 1
		case describes:
			if adjective < 0 && s.Lang != "de" {
				adjective = k
			}
			continue
		case lower && pluralEnds[s.Lang] != nil && !s.endsIn(k, pluralEnds[s.Lang]): // "757 viennent"
		case lower != (s.Lang == "de"):
			return s.Doc.Word(s.First + k), k + 1
		}
		break
	}
	switch {
	case people:
		return "people", k
	case adjective >= 0: // "50.000 zaposlenih"
		return s.Doc.Word(s.First + adjective), adjective + 1
	}
	return "", end
}

func (s *Figures) endsIn(k int, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s.Fold(k), e) {
			return true
		}
	}
	return false
}
