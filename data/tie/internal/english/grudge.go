package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
)

// noteGrudge notes what the one party of a sentence does against somebody unnamed: "Peru protested", "Lima refused him a visa".
func (s *Reader) noteGrudge() {
	if len(s.Named) != 1 || s.Sentence.Heading {
		return
	}
	for ci := range s.Clauses {
		c := &s.Clauses[ci]
		if c.Finite < 0 || c.Hypo || c.Relative {
			continue
		}
		a := &s.Actions[c.Elements[c.Finite].Action]
		if a.Negated || a.Passive || !s.grudging(a) || !s.bites(a) || s.wordAfter(a.Last, grievanceReach, &own) >= 0 {
			continue
		}
		for _, d := range s.doersOf(c) {
			if d.Party == s.Named[0] {
				s.NoteGrudge(d.Party, a.Rel.Kind)
				return
			}
		}
	}
}

// grudging says whether a verb is of being against somebody, or of measures against what crosses a border.
func (s *Reader) grudging(a *grammar.Action) bool {
	if a.Rel == nil || a.Rel.Stance != data.Conflict || a.Rel.Weight < leastHostile {
		return false
	}
	switch a.Rel.Kind {
	case data.Accuse, data.Reject, data.Threaten:
		return !a.Rel.Has(rules.Reverse) // no "dropped the rule"
	case data.Sanction:
		return a.Rel.Word == "declare persona non grata" || s.wordAfter(a.Last, foeReach, &s.Vocab.Lists.Borderly) >= 0
	case data.Coerce:
		return s.wordAfter(a.Last, foeReach, &s.Vocab.Lists.Catch) >= 0
	}
	return false
}

// own is what marks that somebody is against those at home: "sued their own utility".
var own = rules.WordsOf("own")
