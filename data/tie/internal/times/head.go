package times

import (
	"strconv"
	"strings"
	"time"

	"entente/data/text"
	"entente/data/tie/internal/rules"
)

const (
	// headSentences is how many sentences from the first on may be the lines that an article is dated with.
	headSentences = 10
	// headWords is how many tokens such a line has at most, where it is no heading.
	headWords = 14
)

// DateByHead sets the clock of an article whose day of publication is not known by the latest day or month that its first
// lines are dated with: "Brief no. 9, October 2025", "Valid from 4 September 2024".
func (s *Times) DateByHead() {
	if !s.Clock.published.IsZero() || s.Letters {
		return
	}
	for i := range s.Doc.Sentences[:min(len(s.Doc.Sentences), headSentences)] {
		sen := &s.Doc.Sentences[i]
		if !sen.Heading && (sen.Last-sen.First > headWords || s.namesAny(sen)) {
			continue
		}
		for k := sen.First; k < sen.Last; k++ {
			day, coarse := s.dayInHead(sen, k)
			if day.After(s.Clock.published) {
				s.Clock.published, s.Clock.coarse = day, coarse
			}
		}
	}
}

// namesAny says whether a sentence names a party.
func (s *Times) namesAny(sen *text.Sentence) bool {
	for i := range s.Mentions {
		if s.Mentions[i].Start >= sen.End {
			return false
		}
		if s.Mentions[i].End > sen.Start {
			return true
		}
	}
	return false
}

// dayInHead reads a month and year at a token, with the day before or after the month if there is one; of a month alone it gives the last
// day, and says so. The zero time where there is none.
func (s *Times) dayInHead(sen *text.Sentence, k int) (at time.Time, coarse bool) {
	month := s.monthToken(k)
	if month == 0 {
		return
	}
	number := func(i, digits int) int {
		if i < sen.First || i >= sen.Last || s.Doc.Tokens[i].Kind != text.Number || len(s.Doc.Fold(i)) > digits {
			return 0
		}
		n, _ := strconv.Atoi(s.Doc.Fold(i))
		return n
	}
	day, next := number(k-1, 2), k+1
	if day == 0 && number(next, 2) > 0 {
		day, next = number(next, 2), next+1
	}
	if next < sen.Last && (s.Doc.Fold(next) == "," || s.Doc.Fold(next) == "de") {
		next++
	}
	year := number(next, 4)
	if next >= sen.Last || len(s.Doc.Fold(next)) != len("2006") {
		year = 0
	}
	for i := sen.First; i < sen.Last && day > 0 && year == 0; i++ { // "Issue 3/2022, 31 January"
		if w := s.Doc.Fold(i); len(w) >= len("2006") {
			year, _ = strconv.Atoi(w[len(w)-len("2006"):])
		}
	}
	switch {
	case year < 1500 || year > 2150:
		return
	case day > 0 && day <= 31:
		return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), false
	default:
		return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC), true
	}
}

// monthToken gives the month that a token names alone, 1 to 12, or 0.
func (s *Times) monthToken(k int) int {
	e := s.Entry(k)
	if e == nil || e.Told&rules.MonthTerm == 0 || s.Lang == "en" && s.Doc.Tokens[k].Case == text.Lower {
		return 0
	}
	for i := range e.Terms {
		if t := &e.Terms[i]; t.Class == rules.MonthTerm && len(t.Rest) == 0 {
			m, _ := strconv.Atoi(strings.TrimSuffix(t.Value, "."))
			return m
		}
	}
	return 0
}

// blurred gives a time that begins at node i as exactly as a clock can tell it that knows only the month.
func (s *Times) blurred(i int, when string) string {
	const daily = rules.WeekdayTerm | rules.YesterdayTerm | rules.TodayTerm | rules.TomorrowTerm | rules.DayFromTerm | rules.WeekendTerm
	if s.Clock.coarse && len(when) >= len("2006-01-02") && s.TermIs(daily, i) {
		return when[:len("2006-01")]
	}
	return when
}

// entry is the year that opens an entry in a list of dates, and its paragraph: "October 2023 — The two sign".
type entry struct{ year, paragraph int }

// enter notes a time that opens an entry in a list of dates.
func (s *Times) enter(d *Dated) {
	if d.First > 1 || s.YearAt(d.Last-1) == 0 && s.YearAt(d.First) == 0 {
		return
	}
	switch s.at(d.Last) {
	case "–", "—", "-", ":":
		year, _ := strconv.Atoi(d.When[:4])
		s.Clock.entry = entry{year, s.Sentence.Paragraph}
	}
}
