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
	if s.far != nil {
		if when, end := s.dateFar(i); when != "" {
			return when, end
		}
	}
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
	if v, end, ok := s.date("yearfrom", k); ok {
		n, _ := strconv.Atoi(v)
		return y + n, end
	}
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
