package tie_test

import (
	"strings"
	"testing"
)

// TestNoPassageIsAScrapOfASentence: a second time told in a sentence makes a passage of its own only where its words say
// something by themselves.
func TestNoPassageIsAScrapOfASentence(t *testing.T) {
	_, f := finders(t)
	const whole = "Peru and Norway signed a treaty in 2019, as well as the 2021 one, which went further."
	seen := map[string]bool{}
	for _, e := range found(t, f, "", whole) {
		seen[e.When] = true
		if len(strings.Fields(e.Text)) < 5 {
			t.Errorf("%q stands as a passage", e.Text)
		}
	}
	if !seen["2019"] || !seen["2021"] {
		t.Errorf("the times found are %v, want 2019 and 2021", seen)
	}
}

// TestAClauseOfAFewWordsIsNoPassage: a verb alone does not make a scrap worth reading.
func TestAClauseOfAFewWordsIsNoPassage(t *testing.T) {
	_, f := finders(t)
	const whole = "Peru and Norway signed in 2019 a treaty, which lapsed in 2021."
	for _, e := range found(t, f, "", whole) {
		if e.When == "2021" && e.Text != whole {
			t.Errorf("%q stands as a passage", e.Text)
		}
	}
}

// TestWhatOnlyTellsATimeDoesNotGoOnAboutAPair: "It was dark in May" is no passage about two countries.
func TestWhatOnlyTellsATimeDoesNotGoOnAboutAPair(t *testing.T) {
	_, f := finders(t)
	const deal = "Peru and Norway signed a treaty on fisheries in 2019. "
	for s, want := range map[string]int{
		"Four subjects filled the treaty of 2021:":            1,
		"The winter of 2021 was long and dark.":               1,
		"The agreement was widened in 2021.":                  2,
		"The whole of it is worth 40 million dollars a year.": 2,
	} {
		if got := len(found(t, f, "", deal+s)); got != want {
			t.Errorf("%s: %d passages, want %d", s, got, want)
		}
	}
}
