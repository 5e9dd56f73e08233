package tie_test

import (
	"maps"
	"slices"
	"testing"

	"entente/data"
	"entente/data/text"
	"entente/data/tie"
)

// found gives the evidence in a text in English.
func found(t *testing.T, f *tie.Finder, published, s string) []data.Evidence {
	t.Helper()
	m, _ := finders(t)
	a := &data.Article{Text: text.Normalise(s), Language: "en", Published: published}
	d := text.Parse(a)
	return f.Find(a, d, m.Find(a, d))
}

func TestWhen(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]string{
		"Peru and Chile signed a treaty on 19 September 1960.":                  "1960-09-19",
		"Peru and Chile signed a treaty on September 19, 1960.":                 "1960-09-19",
		"Peru and Chile signed a treaty in May 2021.":                           "2021-05",
		"Peru and Chile signed a treaty in 2021.":                               "2021",
		"Peru and Chile signed a treaty last September.":                        "2024-09",
		"Peru and Chile signed a treaty in May last year.":                      "2024-05",
		"Peru and Chile signed a treaty two years ago.":                         "2023",
		"Peru and Chile signed a treaty three months ago.":                      "2025-03",
		"Peru and Chile signed a treaty on Friday.":                             "2025-06-13",
		"Peru and Chile signed a treaty on Wednesday.":                          "2025-06-18",
		"Peru and Chile signed a treaty yesterday.":                             "2025-06-17",
		"Peru and Chile signed a treaty last month.":                            "2025-05",
		"Peru and Chile will sign a treaty next year.":                          "2026",
		"Peru and Chile will sign a treaty in March.":                           "2026-03",
		"Peru and Chile will sign a treaty in October.":                         "2025-10",
		"Peru and Chile signed a treaty in October.":                            "2024-10",
		"Peru and Chile signed a treaty on 1 March.":                            "2025-03-01",
		"Peru and Chile traded gas between them from 2019-2022 under a treaty.": "2019/2022",
		"Peru and Chile signed a treaty on 2024-02-03.":                         "2024-02-03",
		"Peru and Chile signed a treaty on Sept. 3, 2024.":                      "2024-09-03",
		"Peru and Chile signed a treaty on the 3rd of June 2020.":               "2020-06-03",
		"Peru and Chile signed a treaty.":                                       "",
		"Peru and Chile may sign a treaty.":                                     "",
	} {
		ev := found(t, f, "2025-06-18", s)
		if len(ev) == 0 {
			t.Errorf("%s: no tie", s)
		} else if ev[0].When != want {
			t.Errorf("%s\n got %q\nwant %q", s, ev[0].When, want)
		}
	}
}

func TestWhenWithoutADateOfPublication(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]string{
		"Peru and Chile signed a treaty last month.":  "",
		"Peru and Chile signed a treaty on Friday.":   "",
		"Peru and Chile signed a treaty in May 2021.": "2021-05",
	} {
		if ev := found(t, f, "", s); len(ev) == 0 || ev[0].When != want {
			t.Errorf("%s: got %+v, want When %q", s, ev, want)
		}
	}
}

func TestFigures(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]data.Figure{
		"Japan lent Peru €200 million.":                                    {Value: 200e6, Unit: "EUR"},
		"Japan lent Peru US$ 280m.":                                        {Value: 280e6, Unit: "USD"},
		"Japan lent Peru C$ 303 million.":                                  {Value: 303e6, Unit: "CAD"},
		"Japan lent $10.8bn to Peru.":                                      {Value: 10.8e9, Unit: "USD"},
		"Japan lent Peru 4.2 billion dollars.":                             {Value: 4.2e9, Unit: "USD"},
		"Japan lent Peru 1.08 billion yen.":                                {Value: 1.08e9, Unit: "JPY"},
		"Japan lent Peru three billion dirhams.":                           {Value: 3e9, Unit: "AED"},
		"Japan lent Peru more than 50 million US dollars.":                 {Value: 50e6, Unit: "USD", Bound: "more than"},
		"Japan lent Peru up to £5,000.":                                    {Value: 5000, Unit: "GBP", Bound: "up to"},
		"Japan lends Peru about 3 crore rupees a year.":                    {Value: 3e7, Unit: "INR", Bound: "about", Per: "year"},
		"Japan lent Peru half a million euros.":                            {Value: 5e5, Unit: "EUR"},
		"Japan sold Peru 30 million tonnes of coal.":                       {Value: 30e6, Unit: "t"},
		"Japan sold Peru twenty thousand tractors.":                        {Value: 20000, Unit: "tractors"},
		"Japan buys ninety-five per cent of its copper from Peru.":         {Value: 95, Unit: "%"},
		"Japan built a plant of 320 megawatts in Peru.":                    {Value: 320, Unit: "MW"},
		"Japanese companies employ approximately 112,000 workers in Peru.": {Value: 112000, Unit: "workers", Bound: "about"},
		"Japan deported 31,200 Peruvians to Peru.":                         {Value: 31200, Unit: "people"},
	} {
		ev := found(t, f, "2025-06-18", s)
		if len(ev) == 0 || len(ev[0].Figures) == 0 {
			t.Errorf("%s: no figure in %+v", s, ev)
			continue
		}
		got := ev[0].Figures[0]
		if got.Value != want.Value || got.Unit != want.Unit || got.Bound != want.Bound || got.Per != want.Per {
			t.Errorf("%s\n got %v %q %q %q\nwant %v %q %q %q", s, got.Value, got.Unit, got.Bound, got.Per, want.Value,
				want.Unit, want.Bound, want.Per)
		}
	}
}

func TestNumbersThatAreNoFigures(t *testing.T) {
	_, f := finders(t)
	for _, s := range []string{
		"Peru and Chile signed two agreements in 2021.", "Peru and Chile signed the 3rd agreement on 4 May 2020.",
		"Peru and Chile signed a ten-year agreement.", "Peru and Chile signed a treaty after 15 years.",
	} {
		ev := found(t, f, "2025-06-18", s)
		if len(ev) == 0 || len(ev[0].Figures) > 0 {
			t.Errorf("%s: got %+v, want evidence without figures", s, ev)
		}
	}
}

func TestFiguresOfAListGoToTheirMembers(t *testing.T) {
	_, f := finders(t)
	ev := found(t, f, "", "Japan granted aid to Peru, Chile and Ghana, in the amounts of 10 million yen, 20 million yen and 30 million yen respectively.")
	want := map[data.Pair]float64{{"JP", "PE"}: 10e6, {"CL", "JP"}: 20e6, {"GH", "JP"}: 30e6}
	for _, e := range ev {
		if len(e.Figures) != 1 || e.Figures[0].Value != want[e.Pair] {
			t.Errorf("%v: got %+v, want %v", e.Pair, e.Figures, want[e.Pair])
		}
		delete(want, e.Pair)
	}
	if len(want) > 0 {
		t.Errorf("no evidence for %v", want)
	}
}

func TestFiguresThatContradictAreMarked(t *testing.T) {
	_, f := finders(t)
	disputed := func(s string) []bool {
		var out []bool
		for _, e := range found(t, f, "", s) {
			for _, g := range e.Figures {
				out = append(out, g.Dispute)
			}
		}
		return out
	}
	for s, want := range map[string][]bool{
		"Danish companies in Peru employ 112,000 workers.\n\nDanish companies in Peru employ 30,000 people.":               {true, true},
		"Danish companies in Peru employ 112,000 workers.\n\nDanish companies in Peru employ 110,000 people.":              {false, false},
		"Danish companies in Peru employed 112,000 workers in 2020.\n\nDanish companies in Peru employ 30,000 people.":     {false, false},
		"Danish companies in Peru employ 112,000 workers.\n\nDenmark sold Peru 30,000 cows.":                               {false, false},
		"Danish companies in Peru employ more than 30,000 workers.\n\nDanish companies in Peru employ 112,000 people.":     {false, false},
		"Danish companies in Peru employ 30,000 workers.\n\nPeruvian companies in Denmark employ 2,000 people.":            {false, false},
		"Trade between Peru and Chile reached $4 billion.\n\nTrade between Peru and Chile reached $3 billion.":             {true, true},
		"Trade between Peru and Chile reached $4 billion in 2022.\n\nPeruvian trade with Chile reached $3 billion.":        {false, false},
		"Trade between Peru and Chile rose to $4 billion from $3 billion.\n\nTrade between Peru and Chile was $4 billion.": {false, false, false},
		"Danish investment in Peru reached $4 billion.\n\nDanish investment in Peru stands at $9 billion.":                 {true, true},
		"Denmark lent Peru $4 billion.\n\nDenmark lent Peru $9 billion.":                                                   {false, false},
		"Denmark lent Peru $4 billion in May 2020.\n\nIn May 2020 Denmark lent Peru another $9 billion.":                   {false, false},
		"Denmark bought 300 tonnes of tin from Peru.\n\nDenmark bought 900 tonnes of zinc from Peru.":                      {false, false},
	} {
		if got := disputed(s); !slices.Equal(got, want) {
			t.Errorf("%s\n got %v, want %v", s, got, want)
		}
	}
}

func TestASentenceOfSeveralTimesTellsThemAll(t *testing.T) {
	_, f := finders(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The treaty that Peru and Chile signed in 1960 outlived the wars of 1965 and 1971.", []string{"1960", "1965", "1971"}},
		{"Peru and Chile will share one power exchange from May 2024, the two regulators announced on 3 March 2024.", []string{"2024-05", "2024-03-03"}},
		{"Peru sold Chile gas in May 2020, and the two quarrelled since 2021 over the price.", []string{"2020-05", "2021"}},
		{"Under an agreement signed in January 2024, Peru sells Chile power until 2034.", []string{"2034", "2024-01"}},
		{"Peru and Chile signed a treaty five years ago, in May 2020.", []string{"2020-05"}},
		{"Peru opened talks with Chile in 1998 and with Cuba in 2005; Haiti followed in 2014.", []string{"1998", "2005", "2014"}},
		{"Peru signed a treaty with Chile in 1960 and one with Cuba in 1965.", []string{"1960", "1965"}},
	} {
		var got []string
		for _, e := range found(t, f, "", c.text) {
			got = append(got, e.When)
		}
		slices.Sort(got)
		want := slices.Sorted(slices.Values(c.want))
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %v, want %v", c.text, got, want)
		}
	}
}

func TestFiguresSayWhatTheyMeasure(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]string{
		"Japanese companies employ 112,000 workers in Peru.":                      "workers employed",
		"Peru expelled 30 Chilean diplomats.":                                     "diplomats expelled",
		"Japan sold Peru 20,000 tractors in May.":                                 "tractors sold",
		"Japan's trade turnover with Peru reached 4.2 billion dollars last year.": "trade turnover",
		"Japanese investment in Peru rose to $3 billion.":                         "investment",
		"Japan invested $3 billion in Peru.":                                      "investment",
		"Japanese firms have put over $3 billion into Peru.":                      "investment",
		"Japan has put $3 billion before the voters of Peru.":                     "",
		"Japan signed a $970 million contract with Peru.":                         "contract",
		"Japan gave Peru $40 million in emergency aid.":                           "emergency aid",
		"Japan lent Peru €200 million.":                                           "amount lent",
		"Japan exported goods worth 4 billion dollars to Peru.":                   "goods",
		"Japan and Peru exchanged goods worth 4.2 billion dollars in 2022.":       "goods",
		"Japan buys 95 per cent of its copper from Peru.":                         "copper",
		"Japan sold Peru 30 million tonnes of coal.":                              "coal",
		"Japan imposed a 25 percent tariff on Peru.":                              "tariff",
		"Thirty people were killed when Japan and Peru fought over the islands.":  "people killed",
	} {
		ev := found(t, f, "2025-06-18", s)
		if len(ev) == 0 || len(ev[0].Figures) == 0 {
			t.Errorf("%s: no figure in %+v", s, ev)
			continue
		}
		if got := ev[0].Figures[0].About; got != want {
			t.Errorf("%s\n got %q, want %q", s, got, want)
		}
	}
}

// TestWhoFollowsIsADoer: who follows another does what the other did, to the same party.
func TestWhoFollowsIsADoer(t *testing.T) {
	_, f := finders(t)
	doers := map[data.Pair]data.Party{}
	for _, e := range found(t, f, "", "Peru broke off relations with Chile, and Cuba followed.") {
		doers[e.Pair] = e.From
	}
	if got, want := doers, (map[data.Pair]data.Party{{"CL", "PE"}: "PE", {"CL", "CU"}: "CU"}); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
