package tie_test

import (
	"testing"

	"entente/data"
)

// TestAGrudgeNamesOneOfThePair: a sentence that names only the party which an article is not mostly about, and says what that does
// against somebody, belongs to the pair that the article ties elsewhere.
func TestAGrudgeNamesOneOfThePair(t *testing.T) {
	_, f := finders(t)
	const before = "Peru sells copper to Ghana. Peru opened a new mine in May.\n\nThe port of Peru is old. Rain fell.\n\n"
	for s, want := range map[string]bool{
		"Ghana complained that the ore was wet.":                                true,
		"Accra refused the minister a visa.":                                    true,
		"Ghana objected to the price.":                                          true,
		"Ghana has closed its embassy.":                                         true,
		"The Ghanaians rejected the last two shiploads.":                        true,
		"Ghana banned imports of fishmeal.":                                     true,
		"The navy of Ghana seized two boats.":                                   true,
		"Ghana did not complain that the ore was wet.":                          false,
		"Ghana accepted the price.":                                             false,
		"Ghana dropped the rule on weights.":                                    false,
		"Villagers in Ghana sued their own utility.":                            false,
		"Ghana fights smugglers.":                                               false,
		"Ghana closed three schools.":                                           false,
		"If Ghana complained that the ore was wet, the port would close.":       false,
		"The mayor of Lima, in Peru, complained that the road had been washed.": false,
	} {
		got := false
		for _, e := range found(t, f, "2024-06-18", before+s) {
			got = got || e.Text == s && e.Stance == data.Conflict
		}
		if got != want {
			t.Errorf("%q is hostile: %v, want %v", s, got, want)
		}
	}
}
