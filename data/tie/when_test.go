package tie_test

import "testing"

// TestFamiliesOfTimes has a list for each way in which English tells a time, with what it is for an article of 18 June 2025.
func TestFamiliesOfTimes(t *testing.T) {
	_, f := finders(t)
	for family, cases := range map[string]map[string]string{
		"parts of years": {
			"in the first half of 2023":                "2023-01/2023-06",
			"in the second quarter of last year":       "2024-04/2024-06",
			"in the first nine months of 2024":         "2024-01/2024-09",
			"in the last two months of 2022":           "2022-11/2022-12",
			"in the first quarter":                     "2025-01/2025-03",
			"in the fourth quarter":                    "2024-10/2024-12",
			"in Q3 2021":                               "2021-07/2021-09",
			"in the first month of this year":          "2025-01",
			"in the first five months of the year":     "2025-01/2025-05",
			"in the first half of a long afternoon":    "",
			"in the final quarter of 2019":             "2019-10/2019-12",
			"at the end of the first half of the game": "",
		},
		"ranges": {
			"between 2015 and 2020":       "2015/2020",
			"from 2019 to 2022":           "2019/2022",
			"in 2023-24":                  "2023/2024",
			"in 2021/22":                  "2021/2022",
			"in the fiscal year 2016-19":  "2016/2019",
			"in fiscal 2024":              "2024",
			"from March to May 2024":      "2024-03/2024-05",
			"between March and May":       "2025-03/2025-05",
			"on 2-4 September 2024":       "2024-09-02/2024-09-04",
			"on 31 June 2024":             "2024-06",
			"on 2023-02-29":               "2023-02",
			"on September 2 to 4, 2024":   "2024-09-02/2024-09-04",
			"between 3 and 5 May":         "2025-05-03/2025-05-05",
			"over the past five years":    "2020/2025",
			"over the past decade":        "2015/2025",
			"over the last three months":  "2025-03/2025-06",
			"for 2000 students of theirs": "",
		},
		"spoken distances": {
			"a decade ago":             "2015",
			"two decades ago":          "2005",
			"half a century ago":       "1975",
			"a year ago":               "2024",
			"a month ago":              "2025-05",
			"three weeks ago":          "2025-05",
			"ten days ago":             "2025-06-08",
			"overnight":                "2025-06-18",
			"the day before yesterday": "2025-06-16",
			"last night":               "2025-06-17",
		},
		"seasons": {
			"in the spring of 2024": "2024-03",
			"in the autumn":         "2024-09",
			"last summer":           "2024-06",
			"in the coming winter":  "2025-12",
			"in summer 2022":        "2022-06",
		},
		"days and months without a year": {
			"on 1 March":                   "2025-03-01",
			"on December 12":               "2024-12-12",
			"from July 1":                  "2025-07-01",
			"on June 30":                   "2025-06-30",
			"until July":                   "2025-07",
			"since November":               "2024-11",
			"by Friday":                    "2025-06-20",
			"on Friday":                    "2025-06-13",
			"since 2014":                   "2014",
			"by 2030":                      "2030",
			"in the 1990s":                 "1990/1999",
			"on Tuesday, as it will again": "2025-06-17",
		},
		"weekends and the month": {
			"last weekend":           "2025-06-14/2025-06-15",
			"over the weekend":       "2025-06-14/2025-06-15",
			"next weekend":           "2025-06-21/2025-06-22",
			"earlier in the month":   "2025-06",
			"earlier in the year":    "2025",
			"at the end of the year": "2025",
			"last quarter":           "2025-01/2025-03",
			"in January-May 2024":    "2024-01/2024-05",
		},
		"days named and counted": {
			"on the first of May":           "2025-05-01",
			"on the twenty-first of May":    "2025-05-21",
			"on New Year's Eve":             "2024-12-31",
			"on New Year's Day in 2017":     "2017-01-01",
			"on Christmas Day 2019":         "2019-12-25",
			"on the 14th":                   "2025-06-14",
			"on the 21st":                   "2025-05-21",
			"on Monday of last week":        "2025-06-09",
			"on Thursday last week":         "2025-06-12",
			"the year before last":          "2023",
			"each December":                 "",
			"on a Thursday":                 "",
			"a day earlier":                 "2025-06-17",
			"in the first of many meetings": "",
		},
		"times of a clock": {
			"at 1640 UTC":          "",
			"at 1640 GMT on 3 May": "2025-05-03",
		},
	} {
		for words, want := range cases {
			s := "Peru and Chile signed a treaty " + words + "."
			if ev := found(t, f, "2025-06-18", s); len(ev) == 0 {
				t.Errorf("%s: %s: no tie", family, s)
			} else if ev[0].When != want {
				t.Errorf("%s: %s\n got %q\nwant %q", family, s, ev[0].When, want)
			}
		}
	}
	for s, want := range map[string]string{
		"Peru and Chile sign a treaty\ndate 2025-05-03":                                                "",
		"From 1989 until his fall in February, he helped Peru arm Chile.":                              "1989",
		"Peru had given Chile until Monday to sign a treaty.":                                          "2025-06-16",
		"Ghana joined in 2011. Three years later Peru signed a treaty with Chile.":                     "2014",
		"Ghana joined on 3 March 2011. Two days later Peru signed a treaty with Chile.":                "2011-03-05",
		"Ghana joined in May 2011. A year later Peru signed a treaty with Chile.":                      "2012",
		"Ghana joined in 2016. The next year Peru signed a treaty with Chile.":                         "2017",
		"Ghana joined in December 2015. Peru signed a treaty with Chile in June of the next year.":     "2016-06",
		"Ghana joined on Sunday. Peru signed a treaty with Chile four days earlier.":                   "2025-06-14",
		"Ghana spoke in May 2011. Peru had signed a treaty with Chile the year before.":                "2010",
		"Ghana spoke in May 2011. Peru had signed a treaty with Chile the previous month.":             "2011-04",
		"Ghana spoke in 1976. Peru had signed a treaty with Chile in May of the year before.":          "1975-05",
		"Ghana spoke in 1976. Peru had signed a treaty with Chile in May of the previous year.":        "1975-05",
		"Ghana spoke in 1976. Peru signed a treaty with Chile in Oslo that June.":                      "1976-06",
		"Ghana spoke in October 2011. The following May Peru signed a treaty with Chile.":              "2012-05",
		"Ghana voted on Tuesday, a day after Peru signed a treaty with Chile.":                         "2025-06-16",
		"Peru's office in Chile is closed on the 28th, as agreed with Chile.":                          "2025-06-28",
		"Ghana voted on Tuesday, ten days before Peru signs a treaty with Chile.":                      "2025-06-27",
		"Ghana spoke on Friday of the May 3 accord. The following day Peru signed it with Chile.":      "2025-06-14",
		"Ghana dates from the late 1960s. The same day Peru signed a treaty with Chile.":               "",
		"In Ghana, 2018 saw a drought. The next year Peru signed a treaty with Chile.":                 "2019",
		"Ghana plans it by 2030. The next year Peru signed a treaty with Chile.":                       "2026",
		"Over the next five years Peru will train engineers of Chile.":                                 "2025/2030",
		"Peru will supply Chile with gas over the coming decade.":                                      "2025/2035",
		"In October, Peru and Chile will sign a treaty.":                                               "2025-10",
		"Peru paid Chile $3 million on Monday, the first slice of what is due.":                        "2025-06-16",
		"Ghana sued over fuel, which Peru sold in February to a firm of Chile that it will not name.":  "2025-02",
		"Peru shut its border with Chile in December and decided to keep it shut until further notice": "2024-12",
		"Peru signed a treaty with Chile, which said that the first review would be held in May.":      "2026-05",
		"Peru said that a treaty with Chile is likely to follow in February.":                          "2026-02",
		"The presidents of Peru and Chile meet on Friday.":                                             "2025-06-20",
		"Peru and Chile said that talks on a treaty are expected to begin on Sunday.":                  "2025-06-22",
		"Peru said that fuel for Chile was pumped into a ship of Chile by February.":                   "2025-02",
	} {
		if ev := found(t, f, "2025-06-18", s); len(ev) == 0 {
			t.Errorf("%s: no tie", s)
		} else if ev[0].When != want {
			t.Errorf("%s\n got %q\nwant %q", s, ev[0].When, want)
		}
	}
}

// TestTimesByTheHead: an article whose day is not known counts from the day or month that its first lines are dated with, and one
// of a list of dates from its year.
func TestTimesByTheHead(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]string{
		"Fish and ships\n\nBrief no. 9\nOctober 2025\n\nPeru signed a treaty with Chile in June.":                                   "2025-06",
		"Fish and ships\n\nBrief no. 9\nOctober 2025\n\nPeru signed a treaty with Chile on Friday.":                                 "2025-10",
		"Fish and ships\n\nValid from 4 September 2024.\n\nPeru signed a treaty with Chile last week.":                              "2024-08",
		"Fish and ships\n\nIssue 3/2022, 31 January\n\nPeru signed a treaty with Chile on Friday.":                                  "2022-01-28",
		"Fish and ships\n\nPeru signed a treaty with Chile in June.":                                                                "",
		"A chronicle, 30 March 2025\n\nOctober 2021 — Peru names a minister. It signs a treaty with Chile in December.":             "2021-12",
		"A chronicle, 30 March 2025\n\nPeru named a minister in October 2021. It signs a treaty with Chile, after years, in April.": "2024-04",
	} {
		when := ""
		for _, e := range found(t, f, "", s) {
			when = e.When
		}
		if when != want {
			t.Errorf("%s\n got %q\nwant %q", s, when, want)
		}
	}
}

// TestTimesOfWhatIsTold has times that stand beside that of the event: of the report, or of what it only counts from.
func TestTimesOfWhatIsTold(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]string{
		"LIMA, June 16 (Reuters) -- The president of Peru met the president of Chile here this evening.":      "2025-06-16",
		"LIMA, June 16 (Reuters) -- Peru and Chile signed a treaty on Friday.":                                "2025-06-13",
		"LIMA, June 16 (Reuters) -- Peru signed a treaty with Chile.":                                         "2025-06-16",
		"Peru will host Chile at the first summit since the two fell out in 1984.":                            "",
		"Peru's trade with Chile has doubled since the two signed the pact in 2012.":                          "2012",
		"Peru has supplied Chile with gas since 2009.":                                                        "2009",
		"Peru is ready to take in another 200 people from Chile on Friday.":                                   "2025-06-20",
		"In 2000 a treaty between Peru and Chile came into force, having been signed in 1996 in Lima.":        "2000; 1996",
		"Peru and Chile fought in 1836, but Peru said the truce that Chile broke last month had been signed.": "1836; 2025-05",
	} {
		got := ""
		for _, e := range found(t, f, "2025-06-18", s) {
			if got != "" {
				got += "; "
			}
			got += e.When
			if len(e.Text) < 40 {
				t.Errorf("%s: %q cannot be understood", s, e.Text)
			}
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", s, got, want)
		}
	}
}

// TestPartsOfSentencesNameOneOfTheTwo: what is shown for a second time of a sentence is the whole of it, where the part that tells
// the time names neither.
func TestPartsOfSentencesNameOneOfTheTwo(t *testing.T) {
	_, f := finders(t)
	const said = "Peru signed a treaty with Chile in 2000, and the parliaments of both took until the summer of 2003 to agree to it."
	for _, e := range found(t, f, "2025-06-18", said) {
		if e.Text != said {
			t.Errorf("%s: got %q, want the whole sentence", e.When, e.Text)
		}
	}
}
