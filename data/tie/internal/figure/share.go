package figure

import (
	"strings"

	"entente/data/text"
	"entente/data/tie/internal/token"
)

// unitBefore gives a number without a unit that of the amount before it, where it goes on with that: "from 505 million
// dollars to two billion", "Oman with 11 million kg, Iran (2.8 million)", "300,000 visas for Fiji and 6,000 for Tonga".
func (s *Figures) unitBefore(start, end int, v float64, scaled bool) string {
	n := len(s.Amounts)
	if n > 0 && s.sharesOn(&s.Amounts[n-1], start, end, v) {
		return "%"
	}
	if n == 0 || s.Amounts[n-1].Unit == "%" || s.TagAt(end) == token.Hyphen {
		return ""
	}
	last := &s.Amounts[n-1]
	money := len(last.Unit) == 3 && last.Unit[0] < 'a'
	bracketed := s.TagAt(start-1) == token.Open && s.TagAt(end) == token.Shut && s.TagAt(start-2) == token.Name
	switch {
	case s.TagAt(end) == token.Other && !s.Foreign:
		return "" // the noun that it counts is no plural
	case scaled && v >= 1e6 && money, scaled && !money, bracketed && v >= 100 && s.Token(start).Kind == text.Number:
		return last.Unit
	case s.Foreign && !money && v >= 1000 && s.YearAt(start) == 0 && s.TagAt(end) != token.Comma:
		return last.Unit // "dintre 98.000 de avize, 30.000 au fost emise"
	case !money && v >= 100 && s.TagAt(start-1) == token.Conj && s.TagAt(end) == token.Prep && s.at(end) == s.at(last.last):
		return last.Unit
	}
	return ""
}

// sharesOn says whether a bare number is a further share: "Peru holds 34 per cent, each of its partners 33".
func (s *Figures) sharesOn(last *Amount, start, end int, v float64) bool {
	if s.Foreign || last.Unit != "%" || v > 100 || s.Token(start).Kind != text.Number || start-last.last > 6 {
		return false
	}
	before, after := s.TagAt(start-1), s.TagAt(end)
	closed := end >= len(s.Nodes) || after == token.Strong || after == token.Comma || after == token.Conj
	return closed && (before == token.Name || before == token.Other && strings.HasSuffix(s.Fold(start-1), "s") && s.MonthAt(start-1) == 0)
}
