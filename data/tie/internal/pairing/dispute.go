package pairing

import (
	"cmp"
	"math"
	"strings"

	"entente/data"
)

// measured is one figure of an article with what is needed to find contradictions.
type measured struct {
	evidence, figure int
	key              string
}

// The amounts of a passage beyond which it is a table, and of a pair that are compared with each other.
const (
	figuresMax  = 20
	comparedMax = 300
)

// Dispute marks the figures that measure the same thing for the same pair and disagree by more than a tenth.
func (s *Article) Dispute() {
	byPair := make([][]measured, len(s.numbers))
	for i := range s.Found {
		e := &s.Found[i]
		for k := range e.Figures {
			if key := s.measures[e.Figures[k].Start]; key != "" && len(byPair[e.number]) < comparedMax && !s.twice(&e.Evidence, k, key) {
				byPair[e.number] = append(byPair[e.number], measured{i, k, key})
			}
		}
	}
	for _, ms := range byPair {
		for i, a := range ms {
			for _, b := range ms[:i] {
				s.compare(a, b)
			}
		}
	}
}

// twice says whether a passage tells two amounts of one measure: it compares or adds them up itself, "to 20,554 from 28,536".
func (s *Article) twice(e *data.Evidence, figure int, key string) bool {
	if len(e.Figures) > figuresMax {
		return true
	}
	for k := range e.Figures {
		if k != figure && e.Figures[k].Start != e.Figures[figure].Start && s.sameUnit(e.Figures[k].Unit, e.Figures[figure].Unit) &&
			(s.measures[e.Figures[k].Start] == key || s.measures[e.Figures[k].Start] == "") {
			return true
		}
	}
	return false
}

func (s *Article) compare(a, b measured) {
	ea, eb := &s.Found[a.evidence].Evidence, &s.Found[b.evidence].Evidence
	fa, fb := &ea.Figures[a.figure], &eb.Figures[b.figure]
	if a.key != b.key || !s.oneThing(fa, fb) || overlap(ea, eb) || !s.sameUnit(fa.Unit, fb.Unit) || fa.Per != fb.Per {
		return
	}
	if ea.When != eb.When || ea.Modality != eb.Modality || ea.From != "" && eb.From != "" && ea.From != eb.From {
		return
	}
	if ea.When == "" && !s.Vocab.Lists.Lasting.Has(a.key) || agree(fa, fb) || agree(fb, fa) {
		return
	}
	if math.Abs(fa.Value-fb.Value) > 0.1*math.Max(fa.Value, fb.Value) {
		fa.Dispute, fb.Dispute = true, true
		about := cmp.Or(fb.About, fa.About, fb.Unit)
		fa.About, fb.About = about, about // one name for the one thing that they disagree on
	}
}

// oneThing says whether what two amounts measure is called the same, once perhaps in fewer words: "trade", "bilateral trade".
// People are counted under many names.
func (s *Article) oneThing(a, b *data.Figure) bool {
	return s.Vocab.Lists.Persons.Has(a.Unit) || strings.HasSuffix(a.About, b.About) || strings.HasSuffix(b.About, a.About)
}

// overlap says whether two passages share words.
func overlap(a, b *data.Evidence) bool { return a.Start < b.End && b.Start < a.End }

// agree says whether the bound of one amount leaves room for the other: "more than 20" and 30.
func agree(a, b *data.Figure) bool {
	return a.Bound == "more than" && b.Value >= a.Value || (a.Bound == "less than" || a.Bound == "up to") && b.Value <= a.Value
}

// sameUnit says whether two units can be compared. People are counted under many names.
func (s *Article) sameUnit(a, b string) bool {
	return a == b || s.Vocab.Lists.Persons.Has(a) && s.Vocab.Lists.Persons.Has(b)
}
