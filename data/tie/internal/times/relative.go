package times

import (
	"strconv"
	"strings"
	"time"

	"entente/data/text"
	"entente/data/tie/internal/rules"
)

// yearBefore gives the year of the date told last, for a day and month in an article whose own date is not known; for a
// month where it was told right before.
func (s *Times) yearBefore(day int) int {
	last := s.Clock.last
	_, to, several := strings.Cut(last, "/")
	if last == "" || several && to[:4] != last[:4] || day == 0 && s.Index-s.Clock.at > 1 || len(last) < len("2006-01") && s.Index-s.Clock.at > toldReach {
		return 0
	}
	year, _ := strconv.Atoi(last[:4])
	return year
}

// nearestYear gives the year of a month told without one: the last such month before the day of publication, or the
// next one where the sentence looks ahead.
func (s *Times) nearestYear(i, month, day int) int {
	p := s.Clock.published
	if told := s.told(); told != "" && s.Lang == "en" && s.at(i-1) == "that" { // "in that June"
		year, _ := strconv.Atoi(told[:4])
		return year
	}
	if e := s.Clock.entry; e.year > 0 && e.paragraph == s.Sentence.Paragraph {
		return e.year
	}
	if p.IsZero() {
		return s.yearBefore(day)
	}
	year := p.Year()
	last, next := i > 0 && s.TermIs(rules.LastTerm, i-1), i > 0 && s.TermIs(rules.NextTerm, i-1)
	m := int(p.Month())
	late := month > m || month == m && day > p.Day()
	switch {
	case !next && !last && s.soon(i, month, day):
		if month < m {
			year++
		}
	case next || s.ahead(i):
		if month < m || month == m && day > 0 && day < p.Day() || next && month == m {
			year++
		}
	case late || last && month == m:
		year--
	}
	return year
}

// soonDays is how many days ahead a day told without its year is rather meant than the one of the year before.
const soonDays = 45

// soon says whether a month and day are a little ahead of the day of publication; of whole months only the one or two that
// something reaches from.
func (s *Times) soon(i, month, day int) bool {
	p := s.Clock.published
	if day == 0 && s.at(i-1) != "from" {
		return false
	}
	for year := p.Year(); year <= p.Year()+1; year++ {
		to := time.Date(year, time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
		if days := to.Sub(p).Hours() / 24; days > 0 && days <= soonDays {
			return true
		}
	}
	return false
}

// relativeDate reads "yesterday", "on Friday", "last year", "two years ago", "the following spring".
func (s *Times) relativeDate(i int) (string, int) {
	p := s.Clock.published
	day := func(n int) string { return p.AddDate(0, 0, n).Format("2006-01-02") }
	if v, end, ok := s.Term(rules.WeekdayTerm, i); ok && !p.IsZero() && s.Token(i).Case != text.Lower == (s.Lang == "en" || s.Lang == "de") {
		w, _ := strconv.Atoi(v)
		return s.weekday(i, time.Weekday(w)), end
	}
	if s.Nodes[i].Mention >= 0 {
		return "", i + 1
	}
	switch {
	case s.TermIs(rules.FollowingTerm, i), s.TermIs(rules.SameTerm, i):
		return s.afterLast(i)
	case p.IsZero():
		return "", i + 1
	case s.TermIs(rules.YesterdayTerm, i):
		return day(-1), i + 1
	case s.TermIs(rules.TodayTerm, i):
		return day(0), i + 1
	case s.TermIs(rules.TomorrowTerm, i):
		return day(1), i + 1
	case s.TermIs(rules.LastTerm, i):
		return s.unitFrom(i+1, -1)
	case s.TermIs(rules.NextTerm, i):
		if when, end := s.nextTold(i); when != "" {
			return when, end
		}
		return s.unitFrom(i+1, 1)
	case s.TermIs(rules.ThisTerm, i):
		return s.unitFrom(i+1, 0)
	}
	return s.ago(i)
}

// weekday gives the day meant by a weekday: the last one up to the day of publication, or the next where the sentence
// looks ahead.
func (s *Times) weekday(i int, w time.Weekday) string {
	p := s.Clock.published
	back := (int(p.Weekday()) - int(w) + 7) % 7
	if s.TermIs(rules.LastTerm, s.ofWeek(i)) && s.TermIs(rules.WeekTerm, s.ofWeek(i)+1) { // "Monday of last week"
		return p.AddDate(0, 0, -(int(p.Weekday())+6)%7+(int(w)+6)%7-7).Format("2006-01-02")
	}
	if i > 0 && s.TermIs(rules.NextTerm, i-1) || s.ahead(i) && back > 0 {
		return p.AddDate(0, 0, 7-back).Format("2006-01-02")
	}
	if i > 0 && s.TermIs(rules.LastTerm, i-1) && back == 0 {
		back = 7
	}
	return p.AddDate(0, 0, -back).Format("2006-01-02")
}

// ofWeek gives the node after a weekday at node i and "of".
func (s *Times) ofWeek(i int) int {
	if s.at(i+1) == "of" {
		return i + 2
	}
	return i + 1
}

// unitFrom gives the week, month, year or season n units from that of publication.
func (s *Times) unitFrom(i, n int) (string, int) {
	p := s.Clock.published
	if i >= len(s.Nodes) {
		return "", i
	}
	if s.Lang == "en" && n != 0 {
		if when, end := s.stretch(i, n); when != "" {
			return when, end
		}
	}
	first := time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch {
	case s.TermIs(rules.WeekTerm, i):
		return p.AddDate(0, 0, 7*n).Format("2006-01"), i + 1
	case s.TermIs(rules.MonthsTerm, i):
		return first.AddDate(0, n, 0).Format("2006-01"), i + 1
	case s.TermIs(rules.YearTerm, i):
		return yearOf(p.Year() + n), i + 1
	case s.TermIs(rules.QuarterTerm, i):
		from := time.Date(p.Year(), (p.Month()-1)/3*3+1+time.Month(3*n), 1, 0, 0, 0, 0, time.UTC)
		return months2(from, from.AddDate(0, 2, 0)), i + 1
	case s.MonthAt(i) > 0:
		return s.dateFromMonth(i, 0)
	}
	for k, season := range seasons {
		if s.TermIs(season, i) {
			year := p.Year() + n
			if n < 0 && int(p.Month()) > 3*(k+1)+2 || s.at(i-1) == "coming" && int(p.Month()) < 3*(k+1) {
				year = p.Year()
			}
			return format(year, 3*(k+1), 0), i + 1
		}
	}
	return "", i
}

// ago reads "two years ago" and "three weeks earlier".
func (s *Times) ago(i int) (string, int) {
	v, end, ok := s.Quantity(i)
	if !ok || end >= len(s.Nodes) || v <= 0 || v > 2000 {
		return "", i + 1
	}
	n := -int(v)
	if when, stop := s.fromTold(int(v), end); when != "" {
		return when, stop
	}
	if s.Clock.published.IsZero() || s.Lang != "en" && !(i > 0 && s.TermIs(rules.AgoTerm, i-1)) || s.Lang == "en" && !s.TermIs(rules.AgoTerm, end+1) {
		return "", i + 1
	}
	p := s.Clock.published
	switch stop := min(end+2, len(s.Nodes)); {
	case s.TermIs(rules.YearTerm, end):
		return yearOf(p.Year() + n), stop
	case s.TermIs(rules.MonthsTerm, end):
		return time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0).Format("2006-01"), stop
	case s.TermIs(rules.DecadeTerm, end):
		return yearOf(p.Year() + 10*n), stop
	case s.TermIs(rules.WeekTerm, end):
		return p.AddDate(0, 0, 7*n).Format("2006-01"), stop
	case s.TermIs(rules.DayTerm, end):
		return p.AddDate(0, 0, n).Format("2006-01-02"), stop
	}
	return "", i + 1
}

// dateCJK reads 2025年5月9日 and its parts.
func (s *Times) dateCJK(i int) (string, int) {
	at := func(k int, sign string) bool { return k < len(s.Nodes) && s.Fold(k) == sign }
	p := s.Clock.published
	year, k := 0, i
	switch {
	case s.YearAt(i) > 0 && at(i+1, "年"):
		year, k = s.YearAt(i), i+2
	case (at(i, "昨") || at(i, "去")) && at(i+1, "年") && !p.IsZero():
		year, k = p.Year()-1, i+2
	case at(i, "上") && at(i+1, "月") && !p.IsZero():
		return p.AddDate(0, 0, -p.Day()).Format("2006-01"), i + 2
	}
	month, day := s.dayAt(k), 0
	if month > 12 || !at(k+1, "月") {
		month = 0
	} else {
		k += 2
	}
	if d := s.dayAt(k); d > 0 && at(k+1, "日") && (month > 0 || !s.TermIs(rules.LastingTerm, k+2)) {
		day, k = d, k+2
	}
	switch {
	case year > 0 && month == 0:
		return yearOf(year), k
	case year > 0:
		return format(year, month, day), k
	case month > 0 && !p.IsZero():
		return format(s.nearestYear(i, month, day), month, day), k
	case day > 0 && !p.IsZero():
		return format(p.Year(), int(p.Month()), day), k
	}
	return "", i + 1
}
