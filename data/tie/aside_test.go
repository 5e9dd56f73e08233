package tie_test

import "testing"

// TestAsides: a time or amount told in a sentence that ties nobody belongs to the pair that the article ties elsewhere, where
// the sentence names the party that the article is not mostly about, or speaks of the same things.
func TestAsides(t *testing.T) {
	_, f := finders(t)
	const port = "Peru seized a trawler that flies the flag of Ghana. Peru said that it would keep the vessel.\n\nThe port is old. Rain fell.\n\n"
	for s, want := range map[string]bool{
		"The Ghanaians went home on 3 May 2024 and slept.":           true,
		"The trawler was carrying 40 tonnes of squid.":               true,
		"It puts what is owed at 40 million dollars.":                true,
		"A kilo of rice costs 4 dollars there.":                      false,
		"The mayor of Lima, in Peru, opened a school on 3 May 2024.": false,
		"Ghana, on 3 May 2024.":                                      false,
	} {
		got := false
		for _, e := range found(t, f, "2024-06-18", port+s) {
			got = got || e.Text == s && (e.When != "" || len(e.Figures) > 0)
		}
		if got != want {
			t.Errorf("%q is a passage: %v, want %v", s, got, want)
		}
	}
}

// TestTimesOfAsidesCountFromWhatStoodBefore: a sentence that is read again counts its times from those told before it, not
// from those told after.
func TestTimesOfAsidesCountFromWhatStoodBefore(t *testing.T) {
	_, f := finders(t)
	const s = "Peru seized a trawler of Ghana in 2011. Peru fined its owner.\n\nThe port is old. Peru dredged it in 2003.\n\n" +
		"Two years later the Ghanaians paid.\n\nPeru is calm. The next election of Peru is in 2031."
	for _, e := range found(t, f, "2020-06-18", s) {
		if e.When == "2005" {
			return
		}
	}
	t.Errorf("found %v, want a passage of 2005", found(t, f, "2020-06-18", s))
}
