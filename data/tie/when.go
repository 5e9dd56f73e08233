package tie

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"entente/data/text"
)

// dated is a time told in a sentence.
type dated struct {
	first, last int // nodes, last exclusive
	when        string
}

// clock resolves times against the day on which an article was published and the time told last.
type clock struct {
	published time.Time // zero where it is not known
	last      string    // the date told last: "the same day", "the following spring"
}

func clockOf(published string) clock {
	t, err := time.Parse("2006-01-02", published)
	if err != nil {
		return clock{}
	}
	return clock{published: t}
}

// findDates lists the times told in the sentence, in order.
func (s *sentence) findDates() {
	s.dates = s.dates[:0]
	for i := 0; i < len(s.nodes); {
		when, end := s.dateAt(i)
		if when == "" {
			i = max(end, i+1)
			continue
		}
		s.dates = append(s.dates, dated{i, end, when})
		s.clock.last = when
		i = end
	}
}

// dateAt reads a time that begins at node i. The end is where to go on looking, also where there is none.
func (s *sentence) dateAt(i int) (string, int) {
	if s.lang == "ja" || s.lang == "zh" {
		return s.dateCJK(i)
	}
	if e := s.nodes[i].entry; s.token(i).Kind != text.Number && (e == nil || len(e.dates) == 0 && len(e.units) == 0) {
		return "", i + 1
	}
	switch {
	case s.nodes[i].tag == number || s.token(i).Kind == text.Number:
		if when, end := s.dateFromNumber(i); when != "" || s.clock.published.IsZero() {
			return when, end
		}
		return s.ago(i)
	case s.monthAt(i) > 0:
		return s.dateFromMonth(i, 0)
	}
	return s.relativeDate(i)
}

// monthAt gives the month that is named at node i, 1 to 12, or 0. A name that is also a word needs its capital.
func (s *sentence) monthAt(i int) int {
	if i < 0 || i >= len(s.nodes) || s.nodes[i].mention >= 0 {
		return 0
	}
	v, _, ok := s.date("month", i)
	if !ok || s.lang == "en" && s.token(i).Case == text.Lower {
		return 0
	}
	if w := s.fold(i); s.lang == "en" && (w == "may" || w == "march" || w == "mar") && s.sentenceStart(i) && s.yearAt(i+1) == 0 {
		return 0
	}
	m, _ := strconv.Atoi(v)
	return m
}

// yearAt gives the year written at node i, or 0.
func (s *sentence) yearAt(i int) int {
	if i < 0 || i >= len(s.nodes) || s.token(i).Kind != text.Number || len(s.fold(i)) != 4 {
		return 0
	}
	y, err := strconv.Atoi(s.fold(i))
	if err != nil || y < 1500 || y > 2150 {
		return 0
	}
	return y
}

func (s *sentence) dayAt(i int) int {
	if i < 0 || i >= len(s.nodes) || s.token(i).Kind != text.Number || len(s.fold(i)) > 2 {
		return 0
	}
	d, err := strconv.Atoi(s.fold(i))
	if err != nil || d < 1 || d > 31 {
		return 0
	}
	return d
}

// dateFromNumber reads "12 March 2024", "12th of March", "2024-03-12", "12.03.2024", "2022" and "2019-22".
func (s *sentence) dateFromNumber(i int) (string, int) {
	if day := s.dayAt(i); day > 0 {
		k := i + 1
		for k < len(s.nodes) && k < i+3 && (s.fold(k) == "." || s.fold(k) == "th" || s.fold(k) == "st" || s.fold(k) == "nd" ||
			s.fold(k) == "rd" || s.fold(k) == "of" || s.fold(k) == "de") {
			k++
		}
		if s.monthAt(k) > 0 {
			return s.dateFromMonth(k, day)
		}
	}
	if year := s.yearAt(i); year > 0 {
		if m, d := s.dayAt(i+2), s.dayAt(i+4); m > 0 && m <= 12 && d > 0 && s.fold(i+1) == "-" && s.fold(i+3) == "-" {
			return fmt.Sprintf("%04d-%02d-%02d", year, m, d), i + 5
		}
		return s.yearHere(i, year)
	}
	if w := s.fold(i); strings.Count(w, ".") != 2 {
		return "", i + 1
	} else if t, err := time.Parse("2.1.2006", w); err == nil {
		return t.Format("2006-01-02"), i + 1
	}
	return "", i + 1
}

// yearHere decides whether four digits are a year: after a word such as "in", in brackets, or before a sign.
func (s *sentence) yearHere(i, year int) (string, int) {
	y := fmt.Sprintf("%04d", year)
	if i+1 < len(s.nodes) && s.fold(i+1) == "s" && !s.token(i+1).Space {
		return fmt.Sprintf("%04d/%04d", year, year+9), i + 2
	}
	before := i > 0 && (s.dateIs("inside", i-1) || s.tagAt(i-1) == open || s.tagAt(i-1) == comma || s.fold(i-1) == "the")
	after := s.tagAt(i+1) == comma || s.tagAt(i+1) == strong || s.tagAt(i+1) == shut || i+1 == len(s.nodes) || s.tagAt(i+1) == conj || s.tagAt(i+1) == poss
	if !before && !after && s.tagAt(i+1) == other {
		if i > 0 && s.tagAt(i-1) != det && s.tagAt(i-1) != poss {
			return "", i + 1
		}
	}
	if before && s.tagAt(i+1) == other && s.fold(max(i-1, 0)) == "of" {
		return "", i + 1
	}
	if i+2 < len(s.nodes) && s.tagAt(i+1) == hyphen {
		if to := s.yearAt(i + 2); to > year {
			return fmt.Sprintf("%s/%04d", y, to), i + 3
		}
		if to := s.dayAt(i + 2); to == (year+1)%100 {
			return fmt.Sprintf("%s/%04d", y, year+1), i + 3
		}
	}
	return y, i + 1
}

// dateFromMonth reads "March 2024", "March 12, 2024", "last March" and "March", with a day read before it or 0.
func (s *sentence) dateFromMonth(i, day int) (string, int) {
	month := s.monthAt(i)
	end := i + 1
	if end < len(s.nodes) && s.fold(end) == "." && !s.token(end).Space {
		end++
	}
	if d := s.dayAt(end); day == 0 && d > 0 && s.yearAt(end) == 0 {
		day, end = d, end+1
		if end < len(s.nodes) && (s.fold(end) == "th" || s.fold(end) == "st" || s.fold(end) == "nd" || s.fold(end) == "rd") {
			end++
		}
	}
	year := 0
	k := end
	for k < len(s.nodes) && k < end+2 && (s.tagAt(k) == comma || s.fold(k) == "of" || s.fold(k) == "de" || s.fold(k) == "del") {
		k++
	}
	if year = s.yearAt(k); year > 0 {
		end = k + 1
		if end < len(s.nodes) && s.fold(end) == "." && !s.token(end).Space && end+1 < len(s.nodes) {
			end++
		}
	} else if y, e := s.yearWords(k); y > 0 {
		year, end = y, e
	} else {
		year = s.nearestYear(i, month, day)
	}
	if year == 0 {
		return "", end
	}
	return format(year, month, day), end
}

func format(year, month, day int) string {
	if day > 0 {
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	}
	return fmt.Sprintf("%04d-%02d", year, month)
}

// yearWords reads "last year" and the like after a month.
func (s *sentence) yearWords(k int) (int, int) {
	if s.clock.published.IsZero() {
		return 0, k
	}
	y := s.clock.published.Year()
	for _, c := range []struct {
		class string
		add   int
	}{{"last", -1}, {"next", 1}, {"this", 0}} {
		if s.dateIs(c.class, k) && s.dateIs("year", k+1) {
			return y + c.add, k + 2
		}
		if s.dateIs("year", k) && s.dateIs(c.class, k+1) && s.lang != "en" {
			return y + c.add, k + 2
		}
	}
	return 0, k
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

// yearBefore gives the year of the date told last, for a day and month in an article whose own date is not known.
func (s *sentence) yearBefore(day int) int {
	if day == 0 || len(s.clock.last) < 7 {
		return 0
	}
	year, _ := strconv.Atoi(s.clock.last[:4])
	return year
}

// ahead says whether the sentence tells of the future around node i.
func (s *sentence) ahead(i int) bool {
	for k := max(0, i-14); k < min(len(s.nodes), i+10); k++ {
		if s.is(k, isFuture) || s.fold(k) == "due" || s.fold(k) == "until" || s.fold(k) == "upcoming" {
			return true
		}
	}
	return false
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
