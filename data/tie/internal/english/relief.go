package english

import (
	"entente/data"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

// doesGood says whether the troops that a candidate names help there: "the Peruvian battalion in Lomé sheltered hundreds".
func (s *Reader) doesGood(c *pairing.Candidate) bool {
	for i := range s.Actions {
		if a := &s.Actions[i]; a.First >= c.Noun && a.First-c.Last <= 1 {
			return !a.Negated && !a.Passive && a.Rel != nil && a.Rel.Stance == data.Cooperation && !a.Rel.Has(rules.Reverse) &&
				(a.Rel.Kind == data.AidKind || a.Rel.Kind == data.Support || a.Rel.Kind == data.Yield)
		}
	}
	return false
}

// forgiven says whether what a candidate tells of as cancelled is a debt: "cancelled six million euros of Peruvian debt".
func (s *Reader) forgiven(c *pairing.Candidate) bool {
	for _, a := range s.actionsOf(c) {
		if a.Negated {
			continue
		}
		switch a.Rel.Name() {
		case "cancel", "waive", "forgive", "erase", "scrap", "drop", "remit":
			return s.wordAfter(a.Last, complementReach+2, &s.Vocab.Lists.Debts) >= 0
		}
	}
	return false
}

// letBack says whether those who were sent away are let return: "let several expelled Peruvians return".
func (s *Reader) letBack(c *pairing.Candidate) bool {
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.Negated || a.Last > c.Node {
			continue
		}
		switch a.Rel.Name() {
		case "let", "allow", "permit":
			return s.wordAfter(c.Node+1, grievanceReach, &back) >= 0
		}
	}
	return false
}

// back is what those are let do who were sent away.
var back = rules.WordsOf("return", "back", "home")
