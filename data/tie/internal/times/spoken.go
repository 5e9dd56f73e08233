package times

import (
	"strconv"
	"strings"

	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// later reads "a year later", "the day before" and "on the same day", told as a whole in dates.tsv with its unit, from the time
// told last. What opens a clause counts the other way, from the time right before it: "on Tuesday, a day after they fought".
func (s *Times) later(i int) (string, int) {
	unit, end, ok := s.Term(rules.LaterTerm, i)
	if !ok || unit == "0" {
		return "", i
	}
	told := s.told()
	unit, n := strings.TrimPrefix(unit, "-"), 1-2*strings.Count(unit, "-")
	switch s.at(end - 1) {
	case "earlier":
		n = -1
	case "after", "before":
		if n = 1; s.at(end-1) == "before" {
			n = -1
		}
		if s.opensClause(end) {
			n = -n
			if !s.beside(end) {
				return "", i
			}
		}
	}
	switch {
	case n < 0 && s.compared(i):
		return "", i
	case told == "" && unit == "day" && n < 0 && !s.Clock.published.IsZero():
		return s.Clock.published.AddDate(0, 0, -1).Format("2006-01-02"), end
	case told == "":
		return "", i
	case unit == "same":
		return shift(told, 0, rules.DayTerm), end
	}
	return shift(told, n, laterUnits[unit]), end
}

// laterUnits are the units of the entries of dates.tsv for "a year later" and the like.
var laterUnits = map[string]rules.TermClass{"year": rules.YearTerm, "month": rules.MonthsTerm, "week": rules.WeekTerm, "day": rules.DayTerm}

// opensClause says whether words go on at a node, so that "after" or "before" stands in front of them.
func (s *Times) opensClause(k int) bool {
	if k >= len(s.Nodes) {
		return false
	}
	switch s.TagAt(k) {
	case token.Comma, token.Strong, token.Shut, token.Quote, token.Conj, token.Prep:
		return false
	}
	return true
}

// beside says whether a time of the sentence ends right before the one that is read and that goes on at a node.
func (s *Times) beside(end int) bool {
	n := len(s.Dates)
	return n > 0 && end-s.Dates[n-1].Last <= 5 && s.TagAt(s.Dates[n-1].Last) == token.Comma && s.opensClause(end)
}

// compared says whether a time before node i is only what something is compared with: "up from a year earlier".
func (s *Times) compared(i int) bool {
	switch s.at(i - 1) {
	case "from", "than", "with", "to", "of", "over", "versus", "against", "as":
		return true
	}
	return s.at(i) == "a" && s.TagAt(i-1) != token.Comma && s.TagAt(i-1) != token.Verb && s.at(i-1) != "had" && len(s.Dates) == 0 && s.TermIs(rules.YearTerm, i+1)
}

// dayNamed reads "the first of May".
func (s *Times) dayNamed(i int) (string, int) {
	v, end, ok := s.Term(rules.DayNamedTerm, i)
	if !ok || s.MonthAt(end) == 0 {
		return "", i
	}
	day, _ := strconv.Atoi(v)
	return s.dateFromMonth(end, day)
}

// feast reads "on New Year's Eve" and "at Christmas", in the year told beside it or the nearest.
func (s *Times) feast(i int) (string, int) {
	v, end, ok := s.Term(rules.FeastTerm, i)
	if !ok || s.TagAt(i-1) != token.Prep {
		return "", i
	}
	month, day := split(v)
	if s.YearAt(end+1) > 0 && (s.at(end) == "in" || s.at(end) == "of" || s.at(end) == ",") {
		end++
	}
	if y := s.YearAt(end); y > 0 {
		return format(y, month, day), end + 1
	}
	if y, e := s.yearWords(end); y > 0 {
		return format(y, month, day), e
	}
	if year := s.nearestYear(i, month, day); year > 0 {
		return format(year, month, day), end
	}
	return "", i
}

// dayOfMonth reads "on the 14th": the last such day up to that of publication, or the next where the sentence looks ahead.
func (s *Times) dayOfMonth(i int) (string, int) {
	p := s.Clock.published
	day := s.dayAt(i)
	if day == 0 || p.IsZero() || s.at(i-1) != "the" || s.at(i-2) != "on" && s.at(i-2) != "since" || s.opensClause(i+2) || s.MonthAt(i+3) > 0 {
		return "", i
	}
	switch s.at(i + 1) {
	case "th", "st", "nd", "rd":
	default:
		return "", i
	}
	first := p.AddDate(0, 0, 1-p.Day())
	switch forward := s.ahead(i) || day > p.Day() && !s.done(s.verbBefore(i)); {
	case forward && day < p.Day():
		first = first.AddDate(0, 1, 0)
	case !forward && day > p.Day():
		first = first.AddDate(0, -1, 0)
	}
	return first.Format("2006-01-") + twoDigits(day), i + 2
}

// habitual says whether a time that begins at node i is told of as one of many: "each December", "on a Thursday".
func (s *Times) habitual(i int) bool {
	if s.Foreign || i == 0 || !s.TermIs(rules.MonthTerm|rules.WeekdayTerm|rules.SeasonTerms, i) {
		return false
	}
	switch s.at(i - 1) {
	case "each", "every", "any", "some", "many", "most":
		return true
	case "a", "an", "one":
		return s.at(i-2) == "on" && s.TermIs(rules.WeekdayTerm, i)
	}
	return false
}
