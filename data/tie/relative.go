package tie

import (
	"fmt"
	"strconv"
	"time"

	"entente/data/text"
)

// ahead says whether the sentence tells of the future around node i.
func (s *sentence) ahead(i int) bool {
	for k := max(0, i-14); k < min(len(s.nodes), i+10); k++ {
		if s.is(k, isFuture) || s.fold(k) == "due" || s.fold(k) == "until" || s.fold(k) == "upcoming" {
			return true
		}
	}
	return false
}

// yearBefore gives the year of the date told last, for a day and month in an article whose own date is not known.
func (s *sentence) yearBefore(day int) int {
	if day == 0 || len(s.clock.last) < 7 {
		return 0
	}
	year, _ := strconv.Atoi(s.clock.last[:4])
	return year
}

// nearestYear gives the year of a month told without one: the last such month before the day of publication, or the
// next one where the sentence looks ahead.
func (s *sentence) nearestYear(i, month, day int) int {
	p := s.clock.published
	if p.IsZero() {
		return s.yearBefore(day)
	}
	year := p.Year()
	last, next := i > 0 && s.dateIs("last", i-1), i > 0 && s.dateIs("next", i-1)
	m := int(p.Month())
	late := month > m || month == m && day > p.Day()
	switch {
	case next || s.ahead(i):
		if month < m || month == m && day > 0 && day < p.Day() || next && month == m {
			year++
		}
	case late || last && month == m:
		year--
	}
	return year
}

// relativeDate reads "yesterday", "on Friday", "last year", "two years ago", "the following spring".
func (s *sentence) relativeDate(i int) (string, int) {
	p := s.clock.published
	day := func(n int) string { return p.AddDate(0, 0, n).Format("2006-01-02") }
	if v, end, ok := s.date("weekday", i); ok && !p.IsZero() && s.token(i).Case != text.Lower == (s.lang == "en" || s.lang == "de") {
		w, _ := strconv.Atoi(v)
		return s.weekday(i, time.Weekday(w)), end
	}
	if s.nodes[i].mention >= 0 {
		return "", i + 1
	}
	switch {
	case s.dateIs("following", i), s.dateIs("same", i):
		return s.afterLast(i)
	case p.IsZero():
		return "", i + 1
	case s.dateIs("yesterday", i):
		return day(-1), i + 1
	case s.dateIs("today", i):
		return day(0), i + 1
	case s.dateIs("tomorrow", i):
		return day(1), i + 1
	case s.dateIs("last", i):
		return s.unitFrom(i+1, -1)
	case s.dateIs("next", i):
		return s.unitFrom(i+1, 1)
	case s.dateIs("this", i):
		return s.unitFrom(i+1, 0)
	}
	return s.ago(i)
}

// weekday gives the day meant by a weekday: the last one up to the day of publication, or the next where the sentence
// looks ahead.
func (s *sentence) weekday(i int, w time.Weekday) string {
	p := s.clock.published
	back := (int(p.Weekday()) - int(w) + 7) % 7
	if i > 0 && s.dateIs("next", i-1) || s.ahead(i) && back > 0 {
		return p.AddDate(0, 0, 7-back).Format("2006-01-02")
	}
	if i > 0 && s.dateIs("last", i-1) && back == 0 {
		back = 7
	}
	return p.AddDate(0, 0, -back).Format("2006-01-02")
}

// unitFrom gives the week, month, year or season n units from that of publication.
func (s *sentence) unitFrom(i, n int) (string, int) {
	p := s.clock.published
	if i >= len(s.nodes) {
		return "", i
	}
	first := time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch {
	case s.dateIs("week", i):
		return p.AddDate(0, 0, 7*n).Format("2006-01"), i + 1
	case s.dateIs("months", i):
		return first.AddDate(0, n, 0).Format("2006-01"), i + 1
	case s.dateIs("year", i):
		return fmt.Sprintf("%04d", p.Year()+n), i + 1
	case s.monthAt(i) > 0:
		return s.dateFromMonth(i, 0)
	}
	for k, season := range []string{"spring", "summer", "autumn", "winter"} {
		if s.dateIs(season, i) {
			year := p.Year() + n
			if n < 0 && int(p.Month()) > 3*(k+1)+2 {
				year = p.Year()
			}
			return format(year, 3*(k+1), 0), i + 1
		}
	}
	return "", i
}

// ago reads "two years ago" and "three weeks earlier".
func (s *sentence) ago(i int) (string, int) {
	v, end, ok := s.quantity(i)
	if !ok || end >= len(s.nodes) || v <= 0 || v > 2000 {
		return "", i + 1
	}
	n := -int(v)
	if s.lang != "en" && !(i > 0 && s.dateIs("ago", i-1)) || s.lang == "en" && !s.dateIs("ago", end+1) {
		return "", i + 1
	}
	p := s.clock.published
	switch stop := min(end+2, len(s.nodes)); {
	case s.dateIs("year", end):
		return fmt.Sprintf("%04d", p.Year()+n), stop
	case s.dateIs("months", end):
		return time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0).Format("2006-01"), stop
	case s.dateIs("week", end):
		return p.AddDate(0, 0, 7*n).Format("2006-01"), stop
	case s.dateIs("day", end):
		return p.AddDate(0, 0, n).Format("2006-01-02"), stop
	}
	return "", i + 1
}

// afterLast reads "the following spring" and "the same day" against the date told last.
func (s *sentence) afterLast(i int) (string, int) {
	last := s.clock.last
	if last == "" || i+1 >= len(s.nodes) {
		return "", i + 1
	}
	if s.dateIs("same", i) {
		for _, c := range []string{"day", "week", "months", "year"} {
			if s.dateIs(c, i+1) {
				return last, i + 2
			}
		}
		return "", i + 1
	}
	year, err := strconv.Atoi(last[:4])
	if err != nil {
		return "", i + 1
	}
	if s.dateIs("year", i+1) {
		return fmt.Sprintf("%04d", year+1), i + 2
	}
	if t, err := time.Parse("2006-01-02", last); err == nil && s.dateIs("day", i+1) {
		return t.AddDate(0, 0, 1).Format("2006-01-02"), i + 2
	}
	for k, season := range []string{"spring", "summer", "autumn", "winter"} {
		if s.dateIs(season, i+1) {
			return format(year+1, 3*(k+1), 0), i + 2
		}
	}
	return "", i + 1
}

// dateCJK reads 2025年5月9日 and its parts.
func (s *sentence) dateCJK(i int) (string, int) {
	at := func(k int, sign string) bool { return k < len(s.nodes) && s.fold(k) == sign }
	p := s.clock.published
	year, k := 0, i
	switch {
	case s.yearAt(i) > 0 && at(i+1, "年"):
		year, k = s.yearAt(i), i+2
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
	if d := s.dayAt(k); d > 0 && at(k+1, "日") {
		day, k = d, k+2
	}
	switch {
	case year > 0 && month == 0:
		return fmt.Sprintf("%04d", year), k
	case year > 0:
		return format(year, month, day), k
	case month > 0 && !p.IsZero():
		return format(s.nearestYear(i, month, day), month, day), k
	case day > 0 && !p.IsZero():
		return format(p.Year(), int(p.Month()), day), k
	}
	return "", i + 1
}
