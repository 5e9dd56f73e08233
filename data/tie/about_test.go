package tie_test

import "testing"

// TestWhatAnAmountMeasures has the words told beside an amount: nouns of the text, never the words that only qualify it.
func TestWhatAnAmountMeasures(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]string{
		"Peru lowered tariffs on cars from Chile to 10 per cent from the current 27 per cent.": "tariffs; tariffs",
		"Peru lent Chile a record $5 billion.":                                                 "amount lent",
		"Imports from Chile to Peru constitute about 8% of Peru's total exports.":              "exports",
		"Trade with Chile accounts for 8% of the country's total trade, Peru said.":            "trade",
		"Peru sold Chile a ship, a deal which some brokers estimate is worth over $3 million.": "",
		"Peru bought shares in Chile's Andes Steel, which rose 11% in extended trading.":       "shares",
		"Peru won orders worth $9 million from Chile, surpassing last year's $8 million.":      "orders; ",
		"Peru will buy 12% of Chile's output.":                                                 "output",
		"Peru signed a $970 million contract with Chile.":                                      "contract",
		"Peru's trade with Chile reached $4 billion.":                                          "trade",
	} {
		got := ""
		for _, e := range found(t, f, "2025-06-18", s) {
			for _, x := range e.Figures {
				if got != "" {
					got += "; "
				}
				got += x.About
			}
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", s, got, want)
		}
	}
}
