package tie_test

import (
	"math"
	"testing"

	"entente/data"
	"entente/data/text"
)

// TestThePartsOfEveryConfidenceAddUpToIt: what people are shown as the parts of a confidence must be all of it.
func TestThePartsOfEveryConfidenceAddUpToIt(t *testing.T) {
	m, f := finders(t)
	seen := 0
	for _, s := range gold(t) {
		a := &data.Article{Text: s, Language: "en"}
		d := text.Parse(a)
		for _, e := range f.Find(a, d, m.Find(a, d)) {
			sum := 0.0
			for _, p := range e.Parts {
				sum += p.Weight
			}
			seen++
			if got := 1 / (1 + math.Exp(-sum)); math.Abs(got-e.Confidence) > 0.02 {
				t.Errorf("%v %q: the parts come to %.3f, the confidence is %.3f: %+v", e.Pair, e.Text, got, e.Confidence, e.Parts)
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d pieces of evidence were seen", seen)
	}
}

// TestWhatStandsAroundAPairMakesItMoreOrLessSure: the same words are surer of what the article is about, and less sure in a
// crowd of others.
func TestWhatStandsAroundAPairMakesItMoreOrLessSure(t *testing.T) {
	_, f := finders(t)
	const peru = "Peru is growing. Peru is proud. Peru is at ease. "
	const deal = "Chile signed an agreement with Norway."
	sure := func(s string) float64 {
		t.Helper()
		for _, e := range found(t, f, "", s) {
			if e.Pair == data.PairOf("CL", "NO") {
				return e.Confidence
			}
		}
		t.Fatalf("Chile and Norway are not tied in %q", s)
		return 0
	}
	alone := sure(deal)
	if other := sure(peru + deal); other >= alone {
		t.Errorf("%.3f in an article on Peru, %.3f in one on Chile and Norway", other, alone)
	}
	if crowd := sure("Chile signed an agreement with Norway as ministers from Cuba, Ghana, Laos and Mali looked on."); crowd >= alone {
		t.Errorf("%.3f in a crowd, %.3f alone", crowd, alone)
	}
}

// TestExplainTakesWhatFindFinds: what is shown as the reasons for a tie must be those of the evidence, and every pair that
// stood in a sentence and was turned down must have its reason told.
func TestExplainTakesWhatFindFinds(t *testing.T) {
	m, f := finders(t)
	dropped := 0
	for _, s := range gold(t) {
		a := &data.Article{Text: s, Language: "en"}
		d := text.Parse(a)
		mentions := m.Find(a, d)
		found := map[data.Pair]bool{}
		for _, e := range f.Find(a, d, mentions) {
			found[e.Pair] = true
		}
		taken := map[data.Pair]bool{}
		for _, c := range f.Explain(a, d, mentions).Pairs {
			taken[c.Pair] = taken[c.Pair] || c.Taken
			if c.Taken {
				continue
			}
			if dropped++; c.Reason == "" {
				t.Errorf("%v %q was turned down at %.2f without a reason", c.Pair, c.Text, c.Confidence)
			}
		}
		for p := range found {
			if !taken[p] {
				t.Errorf("%v is found and not explained", p)
			}
		}
		for p := range taken {
			if taken[p] && !found[p] {
				t.Errorf("%v is explained and not found", p)
			}
		}
	}
	if dropped == 0 {
		t.Error("nothing was turned down: the test sees nothing")
	}
}
