package pairing

import "entente/data"

const (
	// sureTone is the confidence of the rules from which a passage's stance stands whatever others say of the pair.
	sureTone = 0.78
	// toneGap is how much surer the other side must be to silence an unsure stance.
	toneGap = 0.05
)

// SettleTone makes neutral the unsure passages of a pair whose stance is contradicted by a surer one: that two countries
// at war trade "Russian gas" or that their ministers replied to each other does not make their tie mixed. Nor does
// a hostile word in a passage that the rules make nothing of, where others tell of anything friendly or of nothing hostile. A grudge
// stands, and silences nobody; so does what a sentence tells as the contrary of the one before.
func (s *Article) SettleTone() {
	type best struct{ good, bad float64 }
	tops := make([]best, len(s.numbers))
	for i := range s.Found {
		e := &s.Found[i]
		t := &tops[e.number]
		switch {
		case e.goesOn, e.yet, e.grudge && e.byRules == 0:
		case e.Stance == data.Cooperation:
			t.good = max(t.good, e.sureness())
		case e.Stance == data.Conflict:
			t.bad = max(t.bad, e.sureness())
		}
	}
	for i := range s.Found {
		e := &s.Found[i]
		if e.grudge || e.yet && e.ties {
			continue
		}
		t := &tops[e.number]
		noFoe := t.good > t.bad+toneGap && t.bad < sureTone || e.byRules == 0 && !e.ties && (t.bad == 0 || t.good > 0)
		noFriend := t.bad > t.good+toneGap && t.good < sureTone
		if e.Stance == data.Conflict && (noFoe || e.goesOn && t.good > 0) || e.Stance == data.Cooperation && noFriend {
			s.settle(e)
		}
	}
}

// settle makes a piece of evidence say nothing of how the two stand to each other, also where it is told why it was taken.
func (s *Article) settle(e *Finding) {
	for i := range s.Considered {
		if c := &s.Considered[i]; c.Taken && c.Pair == e.Pair && c.Span == e.Span && c.Stance == e.Stance {
			c.Kind, c.Stance, c.Telling = "", data.Neutral, nil
		}
	}
	e.Kind, e.Stance = "", data.Neutral
}

// sureness is how sure the stance of a passage is: by what is learnt of its words where that is known, else by the rules.
func (f *Finding) sureness() float64 {
	if f.tone > 0 {
		return f.tone
	}
	return f.byRules
}
