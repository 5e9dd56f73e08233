package pairing

import (
	"entente/data"
)

const (
	// sureTone is the confidence of the rules from which a passage's stance stands whatever others say of the pair.
	sureTone = 0.78
	// toneGap is how much surer the other side must be to silence an unsure stance.
	toneGap = 0.02
)

// SettleTone makes neutral the unsure passages of a pair whose stance is contradicted by a surer one: that two countries
// at war trade "Russian gas" or that their ministers replied to each other does not make their tie mixed.
func (s *Article) SettleTone() {
	type best struct{ good, bad float64 }
	tops := map[data.Pair]best{}
	for i := range s.Found {
		e := &s.Found[i]
		t := tops[e.Pair]
		switch e.Stance {
		case data.Cooperation:
			t.good = max(t.good, e.byRules)
		case data.Conflict:
			t.bad = max(t.bad, e.byRules)
		}
		tops[e.Pair] = t
	}
	for i := range s.Found {
		e := &s.Found[i]
		t := tops[e.Pair]
		if e.Stance == data.Cooperation && t.bad > t.good+toneGap && t.good < sureTone ||
			e.Stance == data.Conflict && t.good > t.bad+toneGap && t.bad < sureTone {
			e.Stance = data.Neutral
		}
	}
}
