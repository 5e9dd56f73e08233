package store

import (
	"context"
	"fmt"
	"strings"

	"entente/data"
	"entente/data/store/internal/index"
)

// Change is a tie that differs between two periods.
type Change = index.Change

// Shift says how a tie differs.
type Shift = index.Shift

// The shifts.
const (
	Begun  = index.Begun
	Ended  = index.Ended
	Warmer = index.Warmer
	Cooler = index.Cooler
)

// Shifts lists every Shift in the order in which they are shown.
var Shifts = index.Shifts

// Between is a time from one date to another, both included, as data.Filter has them; "" is open.
type Between struct{ From, To string }

// ParseBetween reads a date, which stands for all of itself, or two with a slash between: "2023", "2020/2022-06". The
// error is data.ErrInvalid for what is neither, and for a time that ends before it begins.
func ParseBetween(words string) (Between, error) {
	from, to, two := strings.Cut(words, "/")
	if !two {
		to = from
	}
	// The shorter date covers a whole year or month, so only the part that both have can be out of order.
	n := min(len(from), len(to))
	if !index.IsDate(from) || !index.IsDate(to) || from[:n] > to[:n] {
		return Between{}, fmt.Errorf("period %q: %w", words, data.ErrInvalid)
	}
	return Between{From: from, To: to}, nil
}

// String gives what ParseBetween reads.
func (b Between) String() string {
	if b.From == b.To {
		return b.From
	}
	return b.From + "/" + b.To
}

// In gives a filter with this time in place of its own.
func (b Between) In(f data.Filter) data.Filter {
	f.From, f.To = b.From, b.To
	return f
}

// Changes gives the ties that differ between two times, under the filter without its own dates: by shift, the heaviest
// first. Evidence of a longer time than the periods, such as a year, may lie in both and tells no difference then.
func (l *Library) Changes(ctx context.Context, f data.Filter, before, after Between) ([]Change, error) {
	var changes []Change
	earlier, later := before.In(f), after.In(f)
	err := l.ask(ctx, earlier, func(c *index.Choice) error {
		d, err := c.Again(later)
		if err == nil {
			changes = index.Compare(c, d)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("compare periods: %w", err)
	}
	return changes, nil
}

// TieFacts is what a list of ties tells beside the ties themselves.
type TieFacts = index.Facts

// TieFacts tells more of each pair that has evidence under the filter, whatever its conditions on ties.
func (l *Library) TieFacts(ctx context.Context, f data.Filter) (map[data.Pair]TieFacts, error) {
	var facts map[data.Pair]TieFacts
	err := l.ask(ctx, f, func(c *index.Choice) error {
		facts = c.Facts()
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list ties: %w", err)
	}
	return facts, nil
}

// MostDays is how many days Daily can be asked for at once.
const MostDays = index.MostDays

// Daily gives the days from one to another, both included, that have evidence, under the filter without its own dates.
// coarse is how much evidence within these days tells no more than its month or year, and is not among them.
func (l *Library) Daily(ctx context.Context, f data.Filter, from, to string) (days []Period, coarse int, err error) {
	err = l.ask(ctx, f, func(c *index.Choice) (err error) {
		days, coarse, err = c.Daily(from, to)
		return err
	})
	if err != nil {
		return nil, 0, fmt.Errorf("count days: %w", err)
	}
	return days, coarse, nil
}
