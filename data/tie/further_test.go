package tie_test

import (
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/text"
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

// TestASentenceThatNamesNobodyGoesOnOnlyRightAfterThePair has a report of a village after one of a pair: what happens there is no
// passage of the pair, and gives it no stance.
func TestASentenceThatNamesNobodyGoesOnOnlyRightAfterThePair(t *testing.T) {
	m, f := finders(t)
	for _, c := range []struct {
		text    string
		is, not []string
	}{
		{"Peru and Chile signed a treaty on pilots in Lima. The ceremony cost 3 million dollars. " +
			"The school has been attacked twice since February. New recruits will sign up on Monday. The treaty was ratified in March.",
			[]string{"The ceremony", "The treaty was"}, []string{"The school", "New recruits"}},
	} {
		a := &data.Article{Text: text.Normalise(c.text), Language: "en", Published: "2021-06-18"}
		d := text.Parse(a)
		var got []string
		for _, e := range f.Find(a, d, m.Find(a, d)) {
			got = append(got, e.Text)
			if e.Stance == data.Conflict {
				t.Errorf("conflict in %q", e.Text)
			}
		}
		begins := func(w string) bool {
			return slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w) })
		}
		for _, w := range c.is {
			if !begins(w) {
				t.Errorf("no passage begins with %q in %q", w, got)
			}
		}
		for _, w := range c.not {
			if begins(w) {
				t.Errorf("a passage begins with %q", w)
			}
		}
	}
}

// TestAnInvasionToldOfAfterAMeetingIsNoQuarrelOfTheTwoWhoMet has a second time told in a sentence about a meeting: an invasion, which is
// somebody else's, and a war, which is theirs.
func TestAnInvasionToldOfAfterAMeetingIsNoQuarrelOfTheTwoWhoMet(t *testing.T) {
	_, f := finders(t)
	for text, want := range map[string]data.Stance{
		"Peru and Chile met in May 2019 in Lima, and the invasion took place in June 2019 on the coast.": data.Neutral,
		"The treaty that Peru and Chile signed in 1960 outlived the wars of 1965.":                       data.Conflict,
	} {
		got := map[data.Stance]bool{}
		for _, e := range found(t, f, "", text) {
			if e.When == "2019-06" || e.When == "1965" {
				got[e.Stance] = true
			}
		}
		if !got[want] || len(got) != 1 {
			t.Errorf("%q: got %v at its second time, want %s", text, got, want)
		}
	}
}

// TestAPassageHoldsItsFigures: a further time's passage is a part of its sentence, and the amounts after it are not told there.
func TestAPassageHoldsItsFigures(t *testing.T) {
	_, f := finders(t)
	all := found(t, f, "", "Peru signed a treaty with Chile in 1960, which outlived the wars of 1965, 4,000 dead and all.")
	if got, want := len(all), 2; got != want {
		t.Fatalf("got %d passages, want %d: %+v", got, want, all)
	}
	for _, e := range all {
		for _, g := range e.Figures {
			if !e.Contains(g.Span) {
				t.Errorf("%q is told in %q", g.Text, e.Text)
			}
		}
	}
}
