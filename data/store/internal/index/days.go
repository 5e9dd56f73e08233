package index

import (
	"fmt"
	"strings"
	"time"
)

// span is a range of days since 1970, both ends included. It is empty where lo > hi.
type span struct{ lo, hi int32 }

// never is the span of what has no date.
var never = span{lo: 1, hi: 0}

func (s span) empty() bool { return s.lo > s.hi }

func (s span) meets(o span) bool { return s.lo <= o.hi && o.lo <= s.hi && !s.empty() && !o.empty() }

const secondsOfDay = 24 * 60 * 60

// parseDate reads YYYY, YYYY-MM or YYYY-MM-DD as the days that it may mean.
func parseDate(s string) (span, bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if len(s) != len(form.layout) {
			continue
		}
		from, err := time.Parse(form.layout, s)
		if err != nil {
			return never, false
		}
		to := from.AddDate(form.years, form.months, form.days)
		return span{int32(from.Unix() / secondsOfDay), int32(to.Unix()/secondsOfDay) - 1}, true
	}
	return never, false
}

// parseWhen reads the time of a piece of evidence: a date, or two with a slash between. What cannot be read is never.
func parseWhen(s string) span {
	from, to, both := strings.Cut(s, "/")
	first, ok := parseDate(from)
	if !ok {
		return never
	}
	if !both {
		return first
	}
	last, ok := parseDate(to)
	if !ok || last.hi < first.lo {
		return never
	}
	return span{first.lo, last.hi}
}

// monthOf gives the month of a day, counted from year 0.
func monthOf(day int32) int32 {
	t := date(day)
	return int32(t.Year()*12 + int(t.Month()) - 1)
}

func monthName(month int32) string { return fmt.Sprintf("%04d-%02d", month/12, month%12+1) }

func yearName(year int32) string { return fmt.Sprintf("%04d", year) }

func dayName(day int32) string { return date(day).Format(time.DateOnly) }

func date(day int32) time.Time { return time.Unix(int64(day)*secondsOfDay, 0).UTC() }
