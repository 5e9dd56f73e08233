package times

import (
	"strconv"
	"strings"
	"time"

	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// at gives the folded word at node i, "" outside the sentence.
func (s *Times) at(i int) string {
	if i < 0 || i >= len(s.Nodes) {
		return ""
	}
	return s.Fold(i)
}

// wordyTerms are the classes of the words with which such times begin.
const wordyTerms = rules.DayNamedTerm | rules.FeastTerm | rules.PartTerm | rules.OrdinalTerm | rules.SeasonTerms | rules.LaterTerm | rules.FromNowTerms | rules.WeekendTerm

// wordy reads the times that only English tells in these ways: parts of years, ranges, seasons, "a decade ago".
func (s *Times) wordy(i int) (string, int) {
	if s.Token(i).Kind == text.Number || s.TermIs(rules.MonthTerm, i) {
		if when, end := s.between(i); when != "" {
			return when, end
		}
		if when, end := s.daysAt(i); when != "" {
			return when, end
		}
		if when, end := s.dayOfMonth(i); when != "" {
			return when, end
		}
	}
	if !s.TermIs(wordyTerms, i) {
		return "", i
	}
	if when, end := s.dayNamed(i); when != "" {
		return when, end
	}
	if when, end := s.feast(i); when != "" {
		return when, end
	}
	if when, end := s.partAt(i); when != "" {
		return when, end
	}
	if when, end := s.season(i); when != "" {
		return when, end
	}
	if when, end := s.weekend(i); when != "" {
		return when, end
	}
	if when, end := s.later(i); when != "" {
		return when, end
	}
	if s.Clock.published.IsZero() || !s.TermIs(rules.FromNowTerms, i) {
		return "", i
	}
	return s.fromNow(i)
}

// partAt reads a part of a year that begins at node i: "the first half of 2023", "Q3 2024", "the last two months of the
// year". The time is its first and last month; "" where there is none.
func (s *Times) partAt(i int) (string, int) {
	if v, end, ok := s.Term(rules.PartTerm, i); ok { // Q3, H1
		n, months := split(v)
		return s.partOf(n*months+1, months, end, i)
	}
	v, k, ok := s.Term(rules.OrdinalTerm, i)
	if !ok {
		return "", i
	}
	n, _ := strconv.Atoi(v)
	months := 0
	switch q, e, counted := s.Quantity(k); {
	case s.TermIs(rules.HalfTerm, k):
		months, k = 6, k+1
	case s.TermIs(rules.QuarterTerm, k):
		months, k = 3, k+1
	case s.TermIs(rules.MonthsTerm, k):
		months, k = 1, k+1
	case counted && s.TermIs(rules.MonthsTerm, e) && q >= 1 && q < 12 && (n == 1 || n < 0):
		months, k = int(q), e+1
	default:
		return "", i
	}
	if n < 0 && s.at(k) != "of" {
		return "", i // "the last quarter" counts back from today
	}
	first := (n-1)*months + 1
	if n < 0 {
		first = 13 - months
	}
	if first+months > 13 {
		return "", i
	}
	return s.partOf(first, months, k, i)
}

// split reads "2 6" as two numbers.
func split(v string) (int, int) {
	first, second, _ := strings.Cut(v, " ")
	a, _ := strconv.Atoi(first)
	b, _ := strconv.Atoi(second)
	return a, b
}

// partOf gives a number of months from a first one, in the year told at node k or in the nearest.
func (s *Times) partOf(first, months, k, i int) (string, int) {
	at := k
	if s.at(at) == "of" {
		at++
	}
	if s.at(at) == "the" {
		at++
	}
	p := s.Clock.published
	year := s.YearAt(at)
	switch y, e := s.yearWords(at); {
	case year > 0:
		k = at + 1
	case y > 0:
		year, k = y, e
	case p.IsZero():
		return "", i
	default:
		year = p.Year()
		if s.TermIs(rules.YearTerm, at) && at > k {
			k = at + 1
		} else if at > k {
			return "", i // "the first half of the match"
		}
		if first > int(p.Month()) && !s.ahead(i) {
			year--
		}
	}
	from := time.Date(year, time.Month(first), 1, 0, 0, 0, 0, time.UTC)
	return months2(from, from.AddDate(0, months-1, 0)), k
}

// months2 gives a range of months, one month where both are the same.
func months2(from, to time.Time) string {
	if from.Equal(to) {
		return from.Format("2006-01")
	}
	return from.Format("2006-01") + "/" + to.Format("2006-01")
}

// stretch reads "the past five years" and "the next decade" from the word after "past": the range from the day of
// publication back or on.
func (s *Times) stretch(i, sign int) (string, int) {
	n, end, ok := s.Quantity(i)
	if !ok {
		n, end = 1, i
	}
	if n < 1 || n > 500 {
		return "", i
	}
	p, by := s.Clock.published, sign*int(n)
	var to time.Time
	layout := "2006"
	switch {
	case s.TermIs(rules.DecadeTerm, end):
		to = p.AddDate(10*by, 0, 0)
	case s.TermIs(rules.YearTerm, end) && ok:
		to = p.AddDate(by, 0, 0)
	case s.TermIs(rules.MonthsTerm, end) && ok:
		to, layout = time.Date(p.Year(), p.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC), "2006-01"
	default:
		return "", i
	}
	from := p
	if sign < 0 {
		from, to = to, from
	}
	return from.Format(layout) + "/" + to.Format(layout), end + 1
}

// between reads two years or months that a time reaches from and to: "between 2015 and 2020", "from March to May 2024".
// Node i is the first of the two.
func (s *Times) between(i int) (string, int) {
	if i == 0 || i+2 >= len(s.Nodes) {
		return "", i
	}
	join, head := s.Fold(i+1), s.Fold(i-1)
	months := s.TagAt(i+1) == token.Hyphen && s.MonthAt(i) > 0 // "January-May"
	if !(head == "between" && join == "and" || head == "from" && (join == "to" || join == "until" || join == "through") || months) {
		return "", i
	}
	if a, b := s.YearAt(i), s.YearAt(i+2); a > 0 && b > a {
		return yearOf(a) + "/" + yearOf(b), i + 3
	}
	a, b := s.MonthAt(i), s.MonthAt(i+2)
	if a == 0 || b <= a || s.dayAt(i+3) > 0 {
		return "", i
	}
	when, end := s.dateFromMonth(i+2, 0)
	if len(when) != len("2006-01") {
		return "", i
	}
	return when[:5] + twoDigits(a) + "/" + when, end
}

// daysAt reads days of one month: "2-4 September", "September 2 to 4 2024". Node i is the first day or the month.
func (s *Times) daysAt(i int) (string, int) {
	k := i
	if s.MonthAt(i) > 0 {
		k++
	}
	a, b := s.dayAt(k), s.dayAt(k+2)
	if join := s.at(k + 1); a == 0 || b <= a || join != "-" && join != "–" && join != "to" && join != "and" {
		return "", i
	}
	when, end := "", i
	if k > i {
		if s.MonthAt(k+3) > 0 {
			return "", i // "March 3 and 4 April"
		}
		when, end = s.dateOfMonth(i, k+3, b)
	} else if s.MonthAt(k+3) > 0 {
		when, end = s.dateFromMonth(k+3, b)
	}
	if len(when) != len("2006-01-02") {
		return "", i
	}
	return when[:8] + twoDigits(a) + "/" + when, end
}

// season reads "the spring of 2024", "summer last year" and "in the autumn".
func (s *Times) season(i int) (string, int) {
	if !s.TermIs(rules.SeasonTerms, i) {
		return "", i
	}
	for k, name := range seasons {
		if !s.TermIs(name, i) || s.Nodes[i].Tag == token.Verb {
			continue
		}
		at := i + 1
		if s.at(at) == "of" {
			at++
		}
		if y := s.YearAt(at); y > 0 {
			return format(y, 3*(k+1), 0), at + 1
		}
		if y, e := s.yearWords(at); y > 0 {
			return format(y, 3*(k+1), 0), e
		}
		p := s.Clock.published
		if at > i+1 || p.IsZero() || s.at(i-1) != "the" && s.at(i-1) != "in" || s.at(i-1) == "the" && !s.TermIs(rules.InsideTerm, i-2) {
			return "", i
		}
		if s.at(i-1) == "in" && !s.ahead(i) && !s.done(s.verbBefore(i)) {
			return "", i // "rice is planted in summer"
		}
		year := p.Year()
		if 3*(k+1) > int(p.Month()) && !s.ahead(i) {
			year--
		} else if 3*(k+1)+2 < int(p.Month()) && s.ahead(i) {
			year++
		}
		return format(year, 3*(k+1), 0), i + 1
	}
	return "", i
}

// seasons are the classes of seasons in dates.tsv, from the one that begins in March.
var seasons = [...]rules.TermClass{rules.SpringTerm, rules.SummerTerm, rules.AutumnTerm, rules.WinterTerm}
