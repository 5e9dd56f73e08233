package tie_test

import (
	"slices"
	"testing"

	"entente/data"
	"entente/data/text"
	"entente/data/tie"
)

// TestWhatIsExplainedIsWhatIsRecorded compares the stance and kind of each piece of evidence with those that its explanation tells.
func TestWhatIsExplainedIsWhatIsRecorded(t *testing.T) {
	m, f := finders(t)
	for _, s := range gold(t) {
		a := &data.Article{Text: s, Language: "en", Published: "2025-01-08"}
		d := text.Parse(a)
		ms := m.Find(a, d)
		told := f.Explain(a, d, ms).Pairs
		for _, e := range f.Find(a, d, ms) {
			if !slices.ContainsFunc(told, func(c tie.Considered) bool {
				return c.Taken && c.Pair == e.Pair && c.Span == e.Span && c.Stance == e.Stance && c.Kind == e.Kind
			}) {
				t.Errorf("%s %s %s: no such reading of %q is explained", e.Pair, e.Stance, e.Kind, e.Text)
			}
		}
	}
}
