package window

import (
	"fmt"
	"time"

	"entente/data/store"
)

// unit is how long a bar of the timeline is.
type unit int

// The units.
const (
	byDay unit = iota
	byMonth
	byYear
)

// unitIDs name the units in keys of sentences.
var unitIDs = [...]string{byDay: "day", byMonth: "month", byYear: "year"}

// number gives the number of the period that a date lies in: the year, the month from year 0, the day from 1970. Of a
// date that is longer than the unit it is the first period; last asks for the last.
func (u unit) number(date string, last bool) int {
	from, to, ok := daysOf(date)
	if !ok {
		return 0
	}
	t := from
	if last {
		t = to
	}
	switch u {
	case byDay:
		return int(t.Unix() / secondsOfDay)
	case byMonth:
		return 12*t.Year() + int(t.Month()) - 1
	}
	return t.Year()
}

const secondsOfDay = 24 * 60 * 60

// daysOf gives the first and last day of YYYY, YYYY-MM or YYYY-MM-DD.
func daysOf(date string) (from, to time.Time, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(form.layout, date); err == nil {
			return t, t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1), true
		}
	}
	return from, to, false
}

// name gives the date of a period by its number.
func (u unit) name(n int) string {
	switch u {
	case byDay:
		return time.Unix(int64(n)*secondsOfDay, 0).UTC().Format(time.DateOnly)
	case byMonth:
		return fmt.Sprintf("%04d-%02d", n/12, n%12+1)
	}
	return fmt.Sprintf("%04d", n)
}

// stretch is a part of the time in one unit, both ends included. It is empty where last < first.
type stretch struct {
	unit
	first, last int
}

func (s stretch) empty() bool { return s.last < s.first }

func (s stretch) slots() int { return max(0, s.last-s.first+1) }

// in gives the same time in another unit.
func (s stretch) in(u unit) stretch {
	if s.unit == u || s.empty() {
		return stretch{u, s.first, s.last}
	}
	return stretch{u, u.number(s.name(s.first), false), u.number(s.name(s.last), true)}
}

// within moves and, if need be, shortens s so that it lies in o, which has the same unit.
func (s stretch) within(o stretch) stretch {
	n := min(s.slots(), o.slots())
	s.first = max(o.first, min(s.first, o.last-n+1))
	s.last = s.first + n - 1
	return s
}

// scale makes s longer or shorter about the slot at, by a factor, to at least so many slots.
func (s stretch) scale(by float64, at, least int) stretch {
	n := max(least, int(float64(s.slots())*by+0.5))
	if n == s.slots() && by > 1 {
		n++
	}
	before := int(float64(at-s.first) * float64(n) / float64(max(1, s.slots())))
	return stretch{s.unit, at - before, at - before + n - 1}
}

// The longest times that are shown by day and by month when the unit is left to the program.
const (
	daysMost   = 93
	monthsMost = 72
)

// suits gives the unit that suits the length of a time.
func (s stretch) suits() unit {
	switch days := s.in(byDay); {
	case days.slots() <= daysMost:
		return byDay
	case s.in(byMonth).slots() <= monthsMost:
		return byMonth
	}
	return byYear
}

// whole gives the time from the first to the last year with evidence.
func whole(c store.Counts) stretch {
	n := len(c.Years)
	if n == 0 {
		return stretch{byYear, 0, -1}
	}
	return stretch{byYear, byYear.number(c.Years[0].Name, false), byYear.number(c.Years[n-1].Name, true)}
}

// Years that stand far apart are left out at the ends of what is shown first, so that a few passages about the past or the
// future do not squeeze all others.
const (
	fewYears = 12 // are always shown whole
	farShare = 12 // one in so many passages may lie outside
)

// bulk gives the time that most of the evidence is from: whole years, or months where these are few.
func bulk(c store.Counts) stretch {
	all := whole(c)
	if all.empty() {
		return all
	}
	total := 0
	for i := range c.Years {
		total += weight(&c.Years[i])
	}
	first, last, left := 0, len(c.Years)-1, total/farShare
	for all.slots() > fewYears && last > first {
		end, from, to := &c.Years[first], first+1, last
		if weight(&c.Years[last]) < weight(&c.Years[first]) {
			end, from, to = &c.Years[last], first, last-1
		}
		if left -= weight(end); left < 0 {
			break
		}
		first, last = from, to
		all.first, all.last = byYear.number(c.Years[first].Name, false), byYear.number(c.Years[last].Name, false)
	}
	return tightened(all, c)
}

// tightened drops the empty months at both ends of years that are shown by month.
func tightened(years stretch, c store.Counts) stretch {
	months := years.in(byMonth)
	if months.slots() > monthsMost {
		return years
	}
	var seen []int
	for i := range c.Months {
		if n := byMonth.number(c.Months[i].Name, false); n >= months.first && n <= months.last {
			seen = append(seen, n)
		}
	}
	if len(seen) == 0 || coarse(years, c) {
		return years
	}
	return stretch{byMonth, seen[0], seen[len(seen)-1]}
}

// coarse says whether most of the evidence of some years tells no more than its year.
func coarse(years stretch, c store.Counts) bool {
	in, told := 0, 0
	for i := range c.Years {
		if n := byYear.number(c.Years[i].Name, false); n >= years.first && n <= years.last {
			in += weight(&c.Years[i])
		}
	}
	for i := range c.Months {
		if n := byYear.number(c.Months[i].Name, false); n >= years.first && n <= years.last {
			told += weight(&c.Months[i])
		}
	}
	return 2*told < in
}

func weight(p *store.Period) int { return p.Cooperation + p.Conflict + p.Neutral }

// periods gives every slot of a stretch, from a list of those that have evidence, and how much lies before and after it.
func (s stretch) periods(list []store.Period) (slots []store.Period, before, after int) {
	slots = make([]store.Period, s.slots())
	for i := range slots {
		slots[i].Name = s.name(s.first + i)
	}
	for i := range list {
		switch n := s.number(list[i].Name, false); {
		case n < s.first:
			before += weight(&list[i])
		case n > s.last:
			after += weight(&list[i])
		default:
			slots[n-s.first] = list[i]
		}
	}
	return slots, before, after
}
