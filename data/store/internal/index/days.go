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

// cover gives the shortest span that has all days of both.
func (s span) cover(o span) span {
	if s.empty() {
		return o
	}
	return span{min(s.lo, o.lo), max(s.hi, o.hi)}
}

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

// IsDate says whether s is a date as filters have them.
func IsDate(s string) bool {
	_, ok := parseDate(s)
	return ok
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

// names gives the names of the first and the last day of a span, or of the years or months that it is made of.
func (s span) names() (first, last string) {
	first, last = dayName(s.lo), dayName(s.hi)
	for _, length := range []int{len("2006"), len("2006-01")} {
		from, _ := parseDate(first[:length])
		to, _ := parseDate(last[:length])
		if from.lo == s.lo && to.hi == s.hi {
			return first[:length], last[:length]
		}
	}
	return first, last
}

// monthOf gives the month of a day, counted from year 0. It is the arithmetic of Howard Hinnant's civil_from_days, for
// years after 0: time.Time takes ten times as long, and a count asks for a million days.
func monthOf(day int32) int32 {
	const (
		fromMarch0  = 719468 // days from 1 March of year 0 to 1970
		daysOf400   = 146097
		daysOf100   = 36524
		daysOf4     = 1461
		daysOf5Mons = 153
	)
	z := day + fromMarch0
	era := z / daysOf400
	doe := z - era*daysOf400
	yoe := (doe - doe/(daysOf4-1) + doe/daysOf100 - doe/(daysOf400-1)) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	month := (5*doy+2)/daysOf5Mons + 2 // 2 is March
	return (era*400+yoe)*12 + month
}

func monthName(month int32) string { return fmt.Sprintf("%04d-%02d", month/12, month%12+1) }

func yearName(year int32) string { return fmt.Sprintf("%04d", year) }

func dayName(day int32) string { return date(day).Format(time.DateOnly) }

func date(day int32) time.Time { return time.Unix(int64(day)*secondsOfDay, 0).UTC() }
