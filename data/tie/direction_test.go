package tie_test

import (
	"testing"

	"entente/data"
)

// TestWhoActsUponWhom has the party that does what a passage tells, whether it stands before the verb or after it.
func TestWhoActsUponWhom(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]data.Party{
		"Peru sanctioned Chile.":                                   "PE",
		"Peru was sanctioned by Chile over the dispute.":           "CL",
		"Peru is recognised only by Chile.":                        "CL",
		"Peruvian activists said they were denied entry to Chile.": "CL",
		"Peruvian envoys were expelled from Chile.":                "CL",
		"Peru's request was rejected by Chile.":                    "CL",
		"Peru was invited to Chile.":                               "CL",
		"Twenty tanks were sent to Peru by Chile.":                 "CL",
		"Chile's gas was bought by Peru.":                          "PE",
		"Peru received 20 tanks from Chile.":                       "CL",
		"Peru bought gas from Chile.":                              "PE",
	} {
		e := found(t, f, "", s)
		if len(e) == 0 || e[0].From != want {
			t.Errorf("%s: got %+v, want one from %s", s, e, want)
		}
	}
}

// TestBothOfThingsAreNotTheTwo has "both" as two things, not as the two parties told of before.
func TestBothOfThingsAreNotTheTwo(t *testing.T) {
	_, f := finders(t)
	const before = "Peru and Chile signed a treaty in Lima. "
	for s, want := range map[string]int{
		before + "Both agreed to trade.":                                    2,
		before + "The yard won both naval and civilian orders from abroad.": 1,
		before + "The yard sells cars and ships, both built abroad.":        1,
	} {
		if got := found(t, f, "", s); len(got) != want {
			t.Errorf("%s: got %d passages, want %d: %+v", s, len(got), want, got)
		}
	}
}

// TestWhatIsNotDoneYetTiesNobody has "yet", which elsewhere begins another clause.
func TestWhatIsNotDoneYetTiesNobody(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]int{
		"Peru has not yet signed a treaty with Chile.": 0,
		"Peru has yet to sign a treaty with Chile.":    0,
		"Peru is to sign a treaty with Chile.":         1,
	} {
		if got := found(t, f, "", s); len(got) != want {
			t.Errorf("%s: got %d passages, want %d: %+v", s, len(got), want, got)
		}
	}
}
