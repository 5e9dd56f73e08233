package tie_test

import "testing"

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
