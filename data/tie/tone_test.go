package tie_test

import (
	"slices"
	"testing"

	"entente/data"
	"entente/data/text"
)

// TestWordsAroundTwoPartiesTellTheirTone: what is learnt of plain words outweighs a friendly word that the rules know, and is
// silenced by none that they do not.
func TestWordsAroundTwoPartiesTellTheirTone(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]data.Stance{
		"Peru and Ghana signed a trade agreement in Lima.":                                   data.Cooperation,
		"Ghana's forces shelled villages in Peru overnight, killing nine people.":            data.Conflict,
		"Peru accused Ghana of breaking the agreement on fish.":                              data.Conflict,
		"Ghana thanked Peru for the doctors it had sent during the flood.":                   data.Cooperation,
		"Peru expelled two diplomats of Ghana over the agreement on mutual recognition.":     data.Conflict,
		"Despite the old quarrel, Ghana and Peru opened a joint research station on Friday.": data.Cooperation,
	} {
		e := found(t, f, "2024-06-18", s)
		if len(e) != 1 || e[0].Stance != want {
			t.Errorf("%q: got %v, want one passage that is %s", s, e, want)
		}
	}
}

// TestWhatTellsAToneIsExplained: the words that speak for a stance are told as they stand, and only those that do.
func TestWhatTellsAToneIsExplained(t *testing.T) {
	m, f := finders(t)
	a := &data.Article{Text: "Peru accused Ghana of stealing its fish. Chile sells ships to Brazil.", Language: "en", Published: "2024-06-18"}
	d := text.Parse(a)
	pairs := f.Explain(a, d, m.Find(a, d)).Pairs
	if len(pairs) != 2 {
		t.Fatalf("got %v, want two pairs", pairs)
	}
	for i, want := range [][]string{{"accused"}, {"sells"}} {
		if !slices.Equal(pairs[i].Telling, want) {
			t.Errorf("%s by %q, want %q", pairs[i].Stance, pairs[i].Telling, want)
		}
	}
}
