package figure

import (
	"strconv"

	"entente/data"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// fractionAt reads a share told in words, "two thirds of its exports", "half the fleet", "cut by a quarter", as per cent. It adds
// the amount and gives its end, or i where there is none.
func (s *Figures) fractionAt(i int) int {
	v, end, ok := s.Term(rules.FractionTerm, i)
	if !ok || !s.sharedOut(i, end) {
		return i
	}
	share, _ := strconv.ParseFloat(v, 64)
	if n, e, counted := s.Quantity(end + 1); counted && s.TermIs(rules.PercentTerm, e) { // "a tenth of one per cent"
		_, e, _ = s.Term(rules.PercentTerm, e)
		share, end = share*n/100, e
	}
	s.addAmount(data.Figure{Value: share, Unit: "%"}, i, end)
	return end
}

// sharedOut says whether the words between two nodes are a share of something, not a length of time, a scale or a place in a
// row: "half of the year", "a third of a million", "the second half of".
func (s *Figures) sharedOut(i, end int) bool {
	if s.TermIs(rules.OrdinalTerm, i-1) || s.at(i-1) == "and" && s.at(i) == "a" {
		return false
	}
	if end-i > 2 && s.TagAt(i+1) != token.Hyphen || s.at(i) == "fifty" {
		return true // "one in five", "half and half"
	}
	switch s.at(end) {
	case "of":
		return !s.lasts(end + 1)
	case "less", "more", "fewer", "cheaper", "higher", "lower", "dearer", "smaller", "larger", "bigger":
		return true
	}
	if s.at(i-1) == "by" {
		return s.TagAt(end) != token.Other && s.TagAt(end) != token.Name && s.TagAt(end) != token.Hyphen
	}
	return end == i+1 && (s.TagAt(end) == token.Det || s.TagAt(end) == token.Poss || s.TagAt(end) == token.Pronoun) && !s.lasts(end)
}

// lasts says whether what a share is taken of is a length of time, a way, or one thing alone: "of an hour", "the night".
func (s *Figures) lasts(k int) bool {
	switch s.at(k) {
	case "a", "an":
		return true
	}
	for s.TagAt(k) == token.Det || s.TagAt(k) == token.Poss {
		k++
	}
	return s.TermIs(noThings|rules.DayTerm|rules.ScaleTerm, k) || s.MonthAt(k) > 0
}

// ofWhole gives a number the unit of the whole that it is a part of, and what it is to be multiplied with: "7 of the 20 million
// dollars", "eleven of its forty-six carers".
func (s *Figures) ofWhole(end int, v float64) (unit string, by float64) {
	if s.Foreign || s.at(end) != "of" {
		return "", 1
	}
	k := end + 1
	for k < len(s.Nodes) && (s.TagAt(k) == token.Det || s.TagAt(k) == token.Poss || s.TagAt(k) == token.Pronoun) {
		k++
	}
	n, e, ok := s.Quantity(k)
	if !ok || k == end+1 || n <= v {
		return "", 1
	}
	all, e, _ := s.scale(n, e, false)
	unit, _ = s.unitAfter(k, e, all, true)
	return unit, all / n
}
