package index

import (
	"fmt"

	"entente/data"
)

// MostDays is how many days Daily can be asked for at once.
const MostDays = 3700

// Daily gives the days from one to another, both included, that have evidence, as Counts gives the months: free of the
// filter's own dates. Evidence that tells no more than its month is left out; coarse says how much of that there is
// within these days. The error is data.ErrInvalid for what is no day, and for more than MostDays.
func (c *Choice) Daily(from, to string) (days []Period, coarse int, err error) {
	first, ok1 := parseDate(from)
	last, ok2 := parseDate(to)
	if !ok1 || !ok2 || last.hi < first.lo || last.hi-first.lo >= MostDays {
		return nil, 0, fmt.Errorf("days from %q to %q: %w", from, to, data.ErrInvalid)
	}
	window := span{first.lo, last.hi}
	free := *c
	free.narrow()
	free.dated = false
	parts := c.x.parts()
	counted := make([]daily, len(parts))
	share(parts, func(p int, order []uint32) { counted[p] = free.daily(order, window) })
	sum := counted[0]
	for _, more := range counted[1:] {
		sum.coarse += more.coarse
		for i := range sum.days {
			for k := range sum.days[i] {
				sum.days[i][k] += more.days[i][k]
			}
		}
	}
	return periods(sum.days, func(i int32) string { return dayName(window.lo + i) }), sum.coarse, nil
}

type daily struct {
	days   [][4]int // by stance
	coarse int
}

func (c *Choice) daily(order []uint32, window span) daily {
	n := daily{days: make([][4]int, window.hi-window.lo+1)}
	for _, i := range order {
		if !c.allows(i) {
			continue
		}
		a := &c.x.articles[i]
		rows := c.x.rows[a.at : a.at+a.n]
		for k := range rows {
			r := &rows[k]
			if !r.when.meets(window) || !c.takes(r) {
				continue
			}
			if r.when.lo != r.when.hi {
				n.coarse++
				continue
			}
			n.days[r.when.lo-window.lo][r.stance()]++
		}
	}
	return n
}
