package times

import (
	"strconv"
	"strings"
	"time"

	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// toldReach is how many sentences the date told last is meant by "two days later" and the like.
const toldReach = 3

// told gives the date told last where it is one day, month or year, told not far before; "" elsewhere.
func (s *Times) told() string {
	if s.Clock.last == "" || strings.Contains(s.Clock.last, "/") || s.Index-s.Clock.at > toldReach {
		return ""
	}
	return s.Clock.last
}

// attributive says whether a day only tells which thing is meant, as in "the May 3 accord", or a time is an end that is set,
// as in "by 2030": what follows does not count from it.
func (s *Times) attributive(d *Dated) bool {
	switch s.at(d.First - 1) {
	case "by", "until", "till":
		return true
	}
	before := s.TagAt(d.First - 1)
	return len(d.When) == len("2006-01-02") && s.TagAt(d.Last) == token.Other && (before == token.Det || before == token.Poss)
}

// afterLast reads "the following spring" and "the same day" against the date told last.
func (s *Times) afterLast(i int) (string, int) {
	last := s.Clock.last
	if last == "" || i+1 >= len(s.Nodes) {
		return "", i + 1
	}
	if s.TermIs(rules.SameTerm, i) {
		return s.sameAs(i, last)
	}
	year, err := strconv.Atoi(last[:4])
	if err != nil {
		return "", i + 1
	}
	for k, season := range seasons {
		if s.TermIs(season, i+1) {
			return format(year+1, 3*(k+1), 0), i + 2
		}
	}
	if month := s.MonthAt(i + 1); month > 0 {
		if told, _ := strconv.Atoi(last[min(5, len(last)):min(7, len(last))]); told >= month || told == 0 {
			year++
		}
		return format(year, month, 0), i + 2
	}
	if when := s.shifted(last, 1, i+1); when != "" {
		return when, i + 2
	}
	return "", i + 1
}

// sameAs reads "the same day": what was told last, if it was told as exactly.
func (s *Times) sameAs(i int, last string) (string, int) {
	n := 0
	switch {
	case strings.Contains(last, "/") || s.Lang == "en" && strings.HasSuffix(s.Fold(i+1), "s"):
		return "", i + 2
	case s.TermIs(rules.YearTerm, i+1):
		n = len("2006")
	case s.TermIs(rules.MonthsTerm|rules.WeekTerm, i+1):
		n = len("2006-01")
	case s.TermIs(rules.DayTerm, i+1):
		n = len("2006-01-02")
	}
	if n == 0 || n > len(last) {
		return "", i + 1
	}
	return last[:n], i + 2
}

// shifted gives the date that is n of the units at node unit after another, "" where that one is less exact than the unit.
func (s *Times) shifted(from string, n, unit int) string {
	for _, class := range [...]rules.TermClass{rules.YearTerm, rules.DecadeTerm, rules.DayTerm, rules.WeekTerm, rules.MonthsTerm} {
		if s.TermIs(class, unit) {
			return shift(from, n, class)
		}
	}
	return ""
}

// shift gives the date that is n units of a class after another, "" where that one is less exact than the unit.
func shift(from string, n int, unit rules.TermClass) string {
	year, err := strconv.Atoi(from[:min(len(from), 4)])
	switch {
	case err != nil || n > 500 || n < -500 || strings.Contains(from, "/"):
		return ""
	case unit == rules.YearTerm:
		return yearOf(year + n)
	case unit == rules.DecadeTerm:
		return yearOf(year + 10*n)
	}
	if day, err := time.Parse("2006-01-02", from); err == nil {
		switch unit {
		case rules.DayTerm:
			return day.AddDate(0, 0, n).Format("2006-01-02")
		case rules.WeekTerm:
			return day.AddDate(0, 0, 7*n).Format("2006-01")
		}
	}
	if month, err := time.Parse("2006-01", from[:min(len(from), 7)]); err == nil && unit == rules.MonthsTerm {
		return month.AddDate(0, n, 0).Format("2006-01")
	}
	return ""
}

// fromTold reads what follows a number of units at node unit: "later", and "earlier" where the sentence told a date before.
func (s *Times) fromTold(n, unit int) (string, int) {
	if s.Lang != "en" || s.told() == "" {
		return "", unit
	}
	switch {
	case s.beside(unit+2) && s.at(unit+1) == "after":
		n = -n
	case s.beside(unit+2) && s.at(unit+1) == "before":
	case s.TermIs(rules.LaterTerm, unit+1):
	case s.at(unit+1) == "earlier" && len(s.Dates) > 0:
		n = -n
	default:
		return "", unit
	}
	return s.shifted(s.told(), n, unit), unit + 2
}

// nextTold reads "the next day" and "the next year" after a date told before: other than "next year", they count from it.
func (s *Times) nextTold(i int) (string, int) {
	if s.Lang != "en" || s.at(i-1) != "the" || s.told() == "" || s.ahead(i) || !s.TermIs(rules.YearTerm|rules.DayTerm|rules.MonthsTerm, i+1) {
		return "", i
	}
	switch s.at(i - 2) {
	case "over", "for", "within", "during", "throughout":
		return "", i
	}
	return s.shifted(s.told(), 1, i+1), i + 2
}

// yearTold reads "the next year", "that year" and the like after a month, against the date told last.
func (s *Times) yearTold(k int) (int, int) {
	if s.Lang != "en" || !s.TermIs(rules.YearTerm, k+2) && !s.TermIs(rules.YearTerm, k+1) || s.told() == "" {
		return 0, k
	}
	year, err := strconv.Atoi(s.told()[:4])
	switch {
	case err != nil:
		return 0, k
	case s.at(k) == "that":
		return year, k + 2
	case s.at(k) == "the" && s.TermIs(rules.SameTerm, k+1):
		return year, k + 3
	case s.at(k) == "the" && (s.at(k+1) == "previous" || s.at(k+2) == "before" && s.at(k+3) != "last"):
		return year - 1, k + 3
	case s.at(k) == "the" && s.TermIs(rules.NextTerm|rules.FollowingTerm, k+1):
		return year + 1, k + 3
	}
	return 0, k
}

// weekend reads "last weekend", "over the weekend" and "next weekend": its two days.
func (s *Times) weekend(i int) (string, int) {
	p := s.Clock.published
	if !s.TermIs(rules.WeekendTerm, i) || p.IsZero() {
		return "", i
	}
	back := (int(p.Weekday()) + 1) % 7 // days since Saturday
	switch {
	case s.TermIs(rules.NextTerm, i-1):
		back -= 7
	case s.TermIs(rules.LastTerm, i-1):
		if back < 2 {
			back += 7
		}
	case s.at(i-1) != "the" && s.at(i-1) != "this":
		return "", i
	case back >= 2 && (s.at(i-1) == "this" || s.ahead(i)):
		back -= 7
	}
	saturday := p.AddDate(0, 0, -back)
	return saturday.Format("2006-01-02") + "/" + saturday.AddDate(0, 0, 1).Format("2006-01-02"), i + 1
}
