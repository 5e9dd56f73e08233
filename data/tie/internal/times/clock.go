// Package times finds the times told in a sentence, and resolves "last September" and "two years ago" against the day of
// publication and the time told last.
package times

import (
	"strconv"
	"strings"
	"time"

	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// Times is a sentence with the times told in it.
type Times struct {
	token.Line
	Clock Clock
	Dates []Dated // in order
}

// Dated is a time told in a sentence.
type Dated struct {
	First, Last int // nodes, last exclusive
	When        string
}

// Clock resolves times against the day on which an article was published and the time told last.
type Clock struct {
	published time.Time // zero where it is not known
	coarse    bool      // only its month is
	entry     entry     // of a list of dates
	last      string    // the date told last: "the same day", "the following spring"
	at        int       // the sentence that told it
	history   []moment  // the dates told last in each sentence, in order
}

// moment is the date that a sentence told last.
type moment struct {
	when string
	at   int // sentence
}

// Reuse takes over the list of a clock that is not needed any more.
func (c *Clock) Reuse(old *Clock) { c.history = old.history[:0] }

// tell notes a date told in a sentence.
func (c *Clock) tell(when string, sentence int) {
	c.last, c.at = when, sentence
	switch n := len(c.history); {
	case n == 0 || c.history[n-1].at < sentence:
		c.history = append(c.history, moment{when, sentence})
	case c.history[n-1].at == sentence:
		c.history[n-1].when = when
	}
}

// wind sets a clock to the beginning of a sentence, which may have been read before.
func (c *Clock) wind(sentence int) {
	n := len(c.history)
	for n > 0 && c.history[n-1].at >= sentence {
		n--
	}
	if c.last, c.at = "", 0; n > 0 {
		c.last, c.at = c.history[n-1].when, c.history[n-1].at
	}
}

// Later says whether a time, or the first of a range, is after the day of publication; false where that is not known.
func (s *Times) Later(when string) bool {
	if s.Clock.published.IsZero() {
		return false
	}
	when, _, _ = strings.Cut(when, "/")
	today := s.Clock.published.Format("2006-01-02")
	return when > today[:min(len(when), len(today))]
}

// ClockOf gives the clock of an article by its day of publication, "" or YYYY-MM-DD.
func ClockOf(published string) Clock {
	t, err := time.Parse("2006-01-02", published)
	if err != nil {
		return Clock{}
	}
	return Clock{published: t}
}

// FindDates lists the times told in the sentence, in order.
func (s *Times) FindDates() {
	s.Dates = s.Dates[:0]
	s.Clock.wind(s.Index)
	dateline := false
	for i := s.NextStart(0); i < len(s.Nodes); i = s.NextStart(i) {
		if !s.opens(i) {
			i++
			continue
		}
		when, end := s.dateAt(i)
		if when == "" || s.stamp(i) || s.filed(i, end) || s.habitual(i) || s.harksBack(i) {
			i = max(end, i+1)
			continue
		}
		if len(s.Dates) == 0 && s.dateline(i, end) {
			dateline = true
			s.writtenOn(when)
		}
		if when = s.blurred(i, when); !s.oneTime(i, end, when) {
			s.Dates = append(s.Dates, Dated{i, end, when})
		}
		if d := &s.Dates[len(s.Dates)-1]; !s.attributive(d) {
			s.Clock.tell(d.When, s.Index)
			s.enter(d)
		}
		i = end
	}
	if dateline && len(s.Dates) > 1 {
		s.Dates = append(s.Dates[:0], s.Dates[1:]...) // the day of what is told, not that of the report
	}
}

// stamp says whether a time is that of the page, not of what is told: "Published 3 May 2021", "date 2021-05-03".
func (s *Times) stamp(i int) bool {
	k := i - 1
	for k > 0 && (s.Fold(k) == ":" || s.Fold(k) == "on") {
		k--
	}
	if !s.TermIs(rules.StampTerm, k) {
		return false
	}
	return k == 0 || strings.Contains(s.Doc.Text[s.Token(k-1).End:s.Token(k).Start], "\n")
}

// oneTime joins a time to the one right before it where both tell the same, once more and once less exactly: "five years
// ago, in May 2021", "on Friday, June 13". It says whether it did.
func (s *Times) oneTime(first, last int, when string) bool {
	n := len(s.Dates)
	if n == 0 || s.Foreign {
		return false
	}
	d := &s.Dates[n-1]
	if w := s.Fold(last - 1); w == "after" || w == "before" {
		return false // "on Thursday, ten days after they barred it"
	}
	if gap := first - d.Last; gap > 2 || gap == 2 && s.Nodes[d.Last].Tag != token.Comma && s.Nodes[d.Last].Tag != token.Open {
		return false
	}
	switch {
	case s.TermIs(rules.WeekdayTerm, d.First) && len(when) == len("2006-01-02"), strings.HasPrefix(when, d.When):
		d.When = when
	case !strings.HasPrefix(d.When, when):
		return false
	}
	d.Last = last
	return true
}

// opens says at a glance whether a time can begin at node i: most words begin none.
func (s *Times) opens(i int) bool {
	e := s.Nodes[i].Entry
	switch {
	case s.Doc.Tokens[s.First+i].Kind == text.Number:
		return true
	case e != nil && e.Told&rules.OpeningTerms != 0:
		return s.Letters || s.Means(rules.OpeningTerms, i) || s.Lang == "en" && s.TermIs(rules.ScaleTerm, i+1) // "a hundred years ago"
	}
	if s.Letters {
		switch s.Fold(i) {
		case "昨", "去", "上":
			return true
		}
	}
	return false
}

// dateAt reads a time that begins at node i. The end is where to go on looking, also where there is none.
func (s *Times) dateAt(i int) (string, int) {
	if s.Foreign {
		if when, end := s.dateFar(i); when != "" {
			return when, end
		}
	}
	if s.Lang == "ja" || s.Lang == "zh" {
		return s.dateCJK(i)
	}
	if s.Lang == "en" && s.Nodes[i].Mention < 0 {
		if when, end := s.wordy(i); when != "" {
			return when, end
		}
	}
	switch {
	case s.Nodes[i].Tag == token.Number || s.Token(i).Kind == text.Number:
		if when, end := s.dateFromNumber(i); when != "" {
			return when, end
		}
		return s.ago(i)
	case s.MonthAt(i) > 0:
		return s.dateFromMonth(i, 0)
	}
	return s.relativeDate(i)
}

// MonthAt gives the month that is named at node i, 1 to 12, or 0. A name that is also a word needs its capital.
func (s *Times) MonthAt(i int) int {
	if i < 0 || i >= len(s.Nodes) || s.Nodes[i].Mention >= 0 {
		return 0
	}
	v, _, ok := s.Term(rules.MonthTerm, i)
	if !ok || s.Lang == "en" && s.Token(i).Case == text.Lower {
		return 0
	}
	if w := s.Fold(i); s.Lang == "en" && (w == "may" || w == "march" || w == "mar") && s.SentenceStart(i) && s.YearAt(i+1) == 0 {
		return 0
	}
	if short := strings.TrimSuffix(v, "."); short != v { // that is a word too, or the beginning of one
		if s.dayAt(i-1) == 0 && s.YearAt(i+1) == 0 && !(s.at(i+1) == "." && s.YearAt(i+2) > 0) {
			return 0
		}
		v = short
	}
	m, _ := strconv.Atoi(v)
	return m
}

// YearAt gives the year written at node i, or 0.
func (s *Times) YearAt(i int) int {
	if i < 0 || i >= len(s.Nodes) || s.Token(i).Kind != text.Number || len(s.Fold(i)) != 4 {
		return 0
	}
	y, err := strconv.Atoi(s.Fold(i))
	if err != nil || y < 1500 || y > 2150 {
		return 0
	}
	return y
}

func (s *Times) dayAt(i int) int {
	if i < 0 || i >= len(s.Nodes) || s.Token(i).Kind != text.Number || len(s.Fold(i)) > 2 {
		return 0
	}
	d, err := strconv.Atoi(s.Fold(i))
	if err != nil || d < 1 || d > 31 {
		return 0
	}
	return d
}

// dateFromNumber reads "12 March 2024", "12th of March", "2024-03-12", "12.03.2024", "2022" and "2019-22".
func (s *Times) dateFromNumber(i int) (string, int) {
	if day := s.dayAt(i); day > 0 {
		k := s.afterDay(i)
		if s.MonthAt(k) > 0 {
			return s.dateFromMonth(k, day)
		}
	}
	if year := s.YearAt(i); year > 0 {
		if m, d := s.dayAt(i+2), s.dayAt(i+4); m > 0 && m <= 12 && d > 0 && s.Fold(i+1) == "-" && s.Fold(i+3) == "-" {
			return format(year, m, d), i + 5
		}
		return s.yearHere(i, year)
	}
	if w := s.Fold(i); strings.Count(w, ".") != 2 {
		return "", i + 1
	} else if t, err := time.Parse("2.1.2006", w); err == nil {
		return t.Format("2006-01-02"), i + 1
	}
	return "", i + 1
}

// yearHere decides whether four digits are a year: after a word such as "in", in brackets, or before a sign.
func (s *Times) yearHere(i, year int) (string, int) {
	y := yearOf(year)
	if i+1 < len(s.Nodes) && s.Fold(i+1) == "s" && !s.Token(i+1).Space {
		return y + "/" + yearOf(year+9), i + 2
	}
	if s.TermIs(rules.ClockTerm, i+1) {
		return "", i + 2 // "(1930 UTC)"
	}
	before := i > 0 && (s.TermIs(rules.InsideTerm|rules.YearTerm, i-1) || s.TagAt(i-1) == token.Open || s.TagAt(i-1) == token.Comma || s.Fold(i-1) == "the")
	after := s.opensPart(i) || s.Foreign && s.TermIs(rules.YearTerm, i+1) || s.TagAt(i+1) == token.Comma || s.TagAt(i+1) == token.Strong || s.TagAt(i+1) == token.Shut || i+1 == len(s.Nodes) || s.TagAt(i+1) == token.Conj || s.TagAt(i+1) == token.Poss
	if !before && !after && s.TagAt(i+1) == token.Other {
		if i > 0 && s.TagAt(i-1) != token.Det && s.TagAt(i-1) != token.Poss {
			return "", i + 1
		}
	}
	if before && s.TagAt(i+1) == token.Other {
		switch s.Fold(max(i-1, 0)) {
		case "of":
			if r := s.Nodes[max(i-2, 0)].Rel; r == nil && !s.Is(max(i-2, 0), rules.IsResume) {
				return "", i + 1 // not "the treaty of 1987 knows"
			}
		case "for", "to", "around", "from", "through", "between":
			if s.Lang == "en" && strings.HasSuffix(s.Fold(i+1), "s") {
				return "", i + 1 // "for 2000 students"
			}
		}
	}
	if i+2 < len(s.Nodes) && (s.TagAt(i+1) == token.Hyphen || s.Fold(i+1) == "/" || s.Fold(i+1) == "–") {
		if to := s.YearAt(i + 2); to > year {
			return y + "/" + yearOf(to), i + 3
		}
		if to := s.shortYear(i + 2); to == (year+1)%100 || to > year%100 && to > 12 {
			return y + "/" + yearOf(year-year%100+to), i + 3
		}
	}
	return y, i + 1
}

// opensPart says whether a year at node i is what a part of a sentence is about: "2018 saw more of them".
func (s *Times) opensPart(i int) bool {
	return s.TagAt(i+1) == token.Verb && (i == 0 || s.TagAt(i-1) == token.Strong || s.TagAt(i-1) == token.Comma)
}

// shortYear gives the two digits at node i that end a range of years, "2024-25"; -1 where there are none.
func (s *Times) shortYear(i int) int {
	if i >= len(s.Nodes) || s.Token(i).Kind != text.Number || len(s.Fold(i)) != 2 {
		return -1
	}
	n, err := strconv.Atoi(s.Fold(i))
	if err != nil {
		return -1
	}
	return n
}

// dateFromMonth reads "March 2024", "March 12, 2024", "last March" and "March", with a day read before it or 0.
func (s *Times) dateFromMonth(i, day int) (string, int) {
	end := i + 1
	if end < len(s.Nodes) && s.Fold(end) == "." && !s.Token(end).Space {
		end++
	}
	if d := s.dayAt(end); day == 0 && d > 0 && s.YearAt(end) == 0 {
		day, end = d, end+1
		if end < len(s.Nodes) && (s.Fold(end) == "th" || s.Fold(end) == "st" || s.Fold(end) == "nd" || s.Fold(end) == "rd") {
			end++
		}
	}
	return s.dateOfMonth(i, end, day)
}

// dateOfMonth adds the year told at node end, or the nearest, to the month at node i and a day or 0.
func (s *Times) dateOfMonth(i, end, day int) (string, int) {
	month, year := s.MonthAt(i), 0
	k := end
	for k < len(s.Nodes) && k < end+2 && (s.TagAt(k) == token.Comma || s.Fold(k) == "of" || s.Fold(k) == "de" || s.Fold(k) == "del") {
		k++
	}
	if y, e := s.yearTold(k); y > 0 {
		return format(y, month, day), e
	}
	if year = s.YearAt(k); year > 0 {
		end = k + 1
		if end < len(s.Nodes) && s.Fold(end) == "." && !s.Token(end).Space && end+1 < len(s.Nodes) {
			end++
		}
	} else if y, e := s.yearWords(k); y > 0 {
		year, end = y, e
	} else {
		if s.Clock.published.IsZero() && s.TermIs(rules.LastTerm|rules.NextTerm|rules.ThisTerm, k) {
			return "", end // "in September this year"
		}
		year = s.nearestYear(i, month, day)
	}
	if year == 0 {
		return "", end
	}
	return format(year, month, day), end
}

// yearWords reads "last year" and the like after a month.
func (s *Times) yearWords(k int) (int, int) {
	if s.Clock.published.IsZero() {
		return 0, k
	}
	y := s.Clock.published.Year()
	if v, end, ok := s.Term(rules.YearFromTerm, k); ok {
		n, _ := strconv.Atoi(v)
		return y + n, end
	}
	for _, c := range []struct {
		class rules.TermClass
		add   int
	}{{rules.LastTerm, -1}, {rules.NextTerm, 1}, {rules.ThisTerm, 0}} {
		if s.TermIs(c.class, k) && s.TermIs(rules.YearTerm, k+1) {
			return y + c.add, k + 2
		}
		if s.TermIs(rules.YearTerm, k) && s.TermIs(c.class, k+1) && s.Lang != "en" {
			return y + c.add, k + 2
		}
	}
	return 0, k
}
