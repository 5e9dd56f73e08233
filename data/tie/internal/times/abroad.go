package times

import (
	"strconv"
	"time"

	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// dateFar reads, in languages other than English, a time counted from the day of publication: "l'an dernier", "vor vier
// Jahren", "два года назад", "昨年12月". "" where there is none.
func (s *Times) dateFar(i int) (string, int) {
	if s.Nodes[i].Mention >= 0 {
		return "", i
	}
	numeral := s.Letters && token.Numeral(s.Fold(i)) >= 0
	if numeral {
		if when, end := s.dateNumerals(i); when != "" {
			return when, end
		}
	}
	if !numeral && !s.opens(i) {
		return "", i
	}
	if when, end := s.later(i); when != "" || s.Clock.published.IsZero() {
		return when, end
	}
	if when, end := s.fromNow(i); when != "" {
		return when, end
	}
	return s.agoFar(i)
}

// dateNumerals reads the dates that Chinese and Japanese write in numerals: 二〇二三年三月二十七日, 廿六日.
func (s *Times) dateNumerals(i int) (string, int) {
	k := i
	next := func(sign string, most int) int {
		v, end, ok := s.Quantity(k)
		if n := int(v); ok && n > 0 && n <= most && s.at(end) == sign {
			k = end + 1
			return n
		}
		return 0
	}
	year := next("年", lastYear)
	if year > 0 && year < firstYear {
		return "", i
	}
	month := next("月", 12)
	day := 0
	if v, _, _ := s.Quantity(k); month > 0 || v > 10 { // 三日 may be three days
		day = next("日", 31)
	}
	p := s.Clock.published
	switch {
	case year > 0 && month > 0:
		return format(year, month, day), k
	case year > 0:
		return yearOf(year), k
	case p.IsZero() || month+day == 0 || s.TermIs(rules.LastingTerm, k):
		return "", i
	case month > 0:
		return format(s.nearestYear(i, month, day), month, day), k
	}
	return format(p.Year(), int(p.Month()), day), k
}

// The years that a number may be.
const firstYear, lastYear = 1500, 2150

// fromNow reads the entries of dates.tsv that tell how many years, months, weeks or days from now they are.
func (s *Times) fromNow(i int) (string, int) {
	for _, class := range [...]rules.TermClass{rules.YearFromTerm, rules.MonthFromTerm, rules.WeekFromTerm, rules.DayFromTerm} {
		v, end, ok := s.Term(class, i)
		if !ok {
			continue
		}
		n, _ := strconv.Atoi(v)
		if class == rules.YearFromTerm {
			return s.inYear(s.Clock.published.Year()+n, end)
		}
		return s.away(class, n), end
	}
	if when, end := s.inEra(i); when != "" {
		return when, end
	}
	if v, end, ok := s.Term(rules.WeekdayTerm, i); ok && s.Letters {
		w, _ := strconv.Atoi(v)
		return s.weekday(i, time.Weekday(w)), end
	}
	return "", i
}

// inEra reads the years of Japanese eras: "令和6年5月20日", "平成元年".
func (s *Times) inEra(i int) (string, int) {
	v, k, ok := s.Term(rules.EraTerm, i)
	if !ok || k+1 >= len(s.Nodes) {
		return "", i
	}
	before, _ := strconv.Atoi(v)
	n, end, ok := s.Quantity(k)
	if s.Fold(k) == "元" {
		n, end, ok = 1, k+1, true
	}
	if !ok || end >= len(s.Nodes) || s.Fold(end) != "年" || n < 1 || n > 64 {
		return "", i
	}
	return s.inYear(before+int(n), end+1)
}

// inYear gives a year, with the month and day that follow it in Chinese and Japanese.
func (s *Times) inYear(year, end int) (string, int) {
	at := func(k int, sign string) bool { return k < len(s.Nodes) && s.Fold(k) == sign }
	month := s.dayAt(end)
	if !s.Letters || month == 0 || month > 12 || !at(end+1, "月") {
		return yearOf(year), end
	}
	if day := s.dayAt(end + 2); day > 0 && at(end+3, "日") {
		return format(year, month, day), end + 4
	}
	return format(year, month, 0), end + 2
}

// away gives the month or day that is n units from the day of publication.
func (s *Times) away(class rules.TermClass, n int) string {
	p := s.Clock.published
	switch class {
	case rules.YearTerm, rules.YearFromTerm:
		return yearOf(p.Year() + n)
	case rules.MonthsTerm, rules.MonthFromTerm:
		return time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0).Format("2006-01")
	case rules.WeekTerm, rules.WeekFromTerm:
		return p.AddDate(0, 0, 7*n).Format("2006-01")
	}
	return p.AddDate(0, 0, n).Format("2006-01-02")
}

// agoFar reads a number of years, months, weeks or days with a word for "ago" before or after it.
func (s *Times) agoFar(i int) (string, int) {
	_, k, before := s.Term(rules.AgoBeforeTerm, i)
	if !before {
		k = i
	}
	n, k, ok := s.Quantity(k)
	if !ok || n <= 0 || n > 500 {
		return "", i
	}
	for _, class := range [...]rules.TermClass{rules.YearTerm, rules.MonthsTerm, rules.WeekTerm, rules.DayTerm} {
		_, end, ok := s.Term(class, k)
		if !ok {
			continue
		}
		_, after, behind := s.Term(rules.AgoAfterTerm, end)
		switch {
		case behind:
			return s.away(class, -int(n)), after
		case before:
			return s.away(class, -int(n)), end
		}
	}
	return "", i
}
