package figure

import (
	"entente/data/tie/internal/token"
)

// carried is the unit of the amount of some size that a sentence told last.
type carried struct {
	unit string
	at   int // sentence
}

const (
	// leastCarried is from what size on an amount gives its unit to those told after it without one.
	leastCarried = 1e6
	// carriedReach is how many sentences on it does.
	carriedReach = 3
)

// carry keeps the unit of an amount for those that are told after it without one. Sentences that are read again are kept already.
func (s *Figures) carry(a *Amount) {
	if a.Value < leastCarried {
		return
	}
	switch n := len(s.carried); {
	case n == 0 || s.carried[n-1].at < s.Index:
		s.carried = append(s.carried, carried{a.Unit, s.Index})
	case s.carried[n-1].at == s.Index:
		s.carried[n-1].unit = a.Unit
	}
}

// carriedUnit gives an amount of some size the unit told last: "wanted 900 million dollars. It now puts the sum at 770
// million". "" where a noun follows that is no money, or where none was told.
func (s *Figures) carriedUnit(end int, v float64) string {
	if s.Foreign || v < leastCarried || s.TagAt(end) == token.Other || s.TagAt(end) == token.Name || s.TagAt(end) == token.Hyphen {
		return ""
	}
	if unit := s.numberOf(end); unit != "" {
		return unit
	}
	for i := len(s.carried) - 1; i >= 0; i-- {
		c := &s.carried[i]
		if c.at <= s.Index && s.Index-c.at <= carriedReach {
			return c.unit
		}
	}
	return ""
}

// numberOf gives the plural after "the number of" before an amount that ends at a node, "" where there is none: "the number of
// Marines from 330 to 700".
func (s *Figures) numberOf(end int) string {
	for k := end - 2; k >= max(0, end-2*bareReach); k-- {
		if s.at(k) != "number" || s.at(k+1) != "of" {
			continue
		}
		unit, last := s.lastPlural(k+2, k+2)
		if last > end {
			return ""
		}
		return unit
	}
	return ""
}

// isMoney says whether a unit is a code of ISO 4217.
func isMoney(unit string) bool {
	return len(unit) == 3 && unit[0] >= 'A' && unit[0] <= 'Z' && unit[1] >= 'A' && unit[1] <= 'Z' && unit != "TEU"
}

// IsSum says whether an amount is money in millions.
func (a *Amount) IsSum() bool { return isMoney(a.Unit) && a.Value >= leastCarried }
