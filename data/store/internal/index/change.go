package index

import (
	"cmp"
	"math"
	"slices"

	"entente/data"
)

// Shift says how a tie differs between two periods.
type Shift string

// The shifts.
const (
	Begun  Shift = "new"    // told only in the later period
	Ended  Shift = "ended"  // told only in the earlier one
	Warmer Shift = "warmer" // more of cooperation, less of conflict
	Cooler Shift = "cooler" // the reverse
)

// Shifts lists every Shift in the order in which they are shown.
var Shifts = []Shift{Begun, Ended, Warmer, Cooler}

// leastShift is how much the warmth of a tie must change to be told: a tenth of the way from all conflict to all
// cooperation.
const leastShift = 0.2

// Change is a tie that differs between two periods. Of a new tie Before, of an ended one After is the zero Tie but for Pair.
type Change struct {
	Pair          data.Pair
	Shift         Shift
	Before, After data.Tie
	Warmth        [2]float64 // before and after: 1 for nothing but cooperation, -1 for nothing but conflict
}

// Again reads another filter that differs in its dates only; what was searched for before is not looked up again.
func (c *Choice) Again(f data.Filter) (*Choice, error) {
	return c.x.Choose(f, c.found)
}

// Compare gives the ties that differ between what two choices of one index take, the earlier period first: by shift, then
// the heaviest. A tie is compared when it meets the conditions on ties in either.
func Compare(before, after *Choice) []Change {
	earlier, later := before.tallies(), after.tallies()
	var changes []Change
	for n, pair := range before.x.pairs {
		c := Change{Pair: pair, Before: data.Tie{Pair: pair}, After: data.Tie{Pair: pair}}
		a, b := &earlier[n], &later[n]
		taken := false
		if a.stated > 0 {
			c.Before, c.Warmth[0] = a.tie(pair), a.warmth()
			taken = before.takesTie(&c.Before)
		}
		if b.stated > 0 {
			c.After, c.Warmth[1] = b.tie(pair), b.warmth()
			taken = taken || after.takesTie(&c.After)
		}
		if !taken {
			continue
		}
		if c.Shift = shift(a, b, c.Warmth[1]-c.Warmth[0]); c.Shift != "" {
			changes = append(changes, c)
		}
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(slices.Index(Shifts, a.Shift), slices.Index(Shifts, b.Shift)),
			cmp.Compare(b.Before.Reports+b.After.Reports, a.Before.Reports+a.After.Reports),
			cmp.Compare(math.Abs(b.Warmth[1]-b.Warmth[0]), math.Abs(a.Warmth[1]-a.Warmth[0])),
			cmp.Compare(a.Pair[0], b.Pair[0]), cmp.Compare(a.Pair[1], b.Pair[1]))
	})
	return changes
}

func shift(before, after *tally, by float64) Shift {
	const rounding = 1e-9
	switch {
	case before.stated == 0:
		return Begun
	case after.stated == 0:
		return Ended
	case by >= leastShift-rounding:
		return Warmer
	case by <= -leastShift+rounding:
		return Cooler
	}
	return ""
}

// warmth is the votes of the reports for cooperation without those for conflict, as a part of all.
func (t *tally) warmth() float64 {
	votes := t.voted()
	all := votes[0] + votes[1] + votes[2]
	if all == 0 {
		return 0
	}
	return (votes[0] - votes[1]) / all
}
