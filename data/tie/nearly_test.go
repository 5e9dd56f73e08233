package tie_test

import (
	"testing"

	"entente/data"
	"entente/data/text"
)

// TestTheOnlyTwoPartiesOfAnArticle: what an article tells that names two parties and nobody else is about the two, where a
// word of its one long sentence says how countries deal with each other.
func TestTheOnlyTwoPartiesOfAnArticle(t *testing.T) {
	const steers = "Lima says that Bolivia has been sending its surplus cattle over the lake by night, and has now put up a fence and " +
		"accused the herders of smuggling along it."
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"two parties and a hostile word", steers, 1},
		{"a third party leaves it open whom the word is about", steers + "\n\nChile and Norway have no cattle there.", 0},
		{"without any word of dealing", "In Lima the winter is grey and the sea is cold, while in the high towns of Bolivia the winter " +
			"is bright and the lake is warm.", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, f := finders(t)
			evidence := found(t, f, "", c.text)
			if len(evidence) != c.want {
				t.Fatalf("found %d, want %d: %+v", len(evidence), c.want, evidence)
			}
		})
	}
}

func TestOnePassageIsOnePieceOfEvidence(t *testing.T) {
	m, f := finders(t)
	for _, s := range append(gold(t), "JOINT STATEMENT\non the state visit of the President of the Republic of Peru to the Republic of Chile\n\n"+
		"1. The two sides signed an agreement on trade.") {
		a := &data.Article{Text: s, Language: "en", Published: "2025-01-08"}
		d := text.Parse(a)
		type key struct {
			data.Span
			data.Pair
			data.Stance
			data.Modality
			When string
		}
		seen := map[key]bool{}
		for _, e := range f.Find(a, d, m.Find(a, d)) {
			k := key{e.Span, e.Pair, e.Stance, e.Modality, e.When}
			if seen[k] {
				t.Errorf("%v is told twice by %q", e.Pair, e.Text)
			}
			seen[k] = true
		}
	}
}
