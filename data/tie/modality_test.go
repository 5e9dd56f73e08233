package tie_test

import "testing"

// TestModality has sentences of what is done, goes on, is planned or only thought of; "" is for what ties nobody.
func TestModality(t *testing.T) {
	_, f := finders(t)
	for want, sentences := range map[string][]string{
		"done": {
			"Peru signed a treaty with Chile.",
			"Peru has signed a treaty with Chile.",
		},
		"planned": {
			"Peru will sign a treaty with Chile.",
			"Peru is to sign a treaty with Chile.",
			"Peru plans to buy jets from France.",
			"Peru intends to buy jets from France.",
			"Peru aims to buy jets from France.",
			"Peru is set to buy jets from France.",
			"Peru is due to sign a treaty with Chile on Friday.",
			"Peru is about to sign a treaty with Chile.",
			"Peru's ministers are expected to meet their Chilean counterparts next week.",
			"Peru and Chile are expected to sign a treaty in May.",
			"Peru is preparing to send troops to Haiti.",
			"A treaty with Chile is to be signed by Peru in May.",
			"Chile's president will visit Peru in May.",
			"The port that Peru will build in Chile costs $3 million.",
		},
		"proposed": {
			"Peru could buy jets from France.",
			"Peru may buy jets from France.",
			"Peru might sign a treaty with Chile.",
			"Peru is considering buying jets from France.",
		},
		"ongoing": {
			"Peru is building a port in Chile.",
			"Peru is supplying Chile with gas.",
			"Peru and Chile are negotiating a treaty.",
			"Peru is negotiating a loan from China.",
			"Chile's president is visiting Peru.",
		},
		"": {
			"Peru did not sign the treaty with Chile.",
			"Peru denied that it had sold arms to Chile.",
			"Peru has not bought jets from France.",
			"No treaty between Peru and Chile was signed.",
		},
	} {
		for _, s := range sentences {
			got := ""
			if ev := found(t, f, "2025-06-18", s); len(ev) > 0 {
				got = string(ev[0].Modality)
			}
			if got != want {
				t.Errorf("%s\n got %q\nwant %q", s, got, want)
			}
		}
	}
}
