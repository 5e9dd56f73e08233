package tie_test

import (
	"testing"

	"entente/data"
)

// TestWhoIsAtHomeIsToldByItemsAndDatedLines: what reaches nobody by name reaches those of whom an item of a letter tells, or the
// place in the line above a report.
func TestWhoIsAtHomeIsToldByItemsAndDatedLines(t *testing.T) {
	const letter = "Andes Letter\n\nIssue 12\n\nWelcome back to the letter, in which Peru comes first. Peru is warm. Peru has rain. Peruvians like it, and so does Lima.\n\n" +
		"PERU BUILDS\n\nIn Peru the roads are long.\n\n"
	const report = "Flood report no. 3\n\nLima, 4 May 2021\n\nThe water is high. In Lima the pumps work. Chile and Cuba have rain, Chileans say. Cuba is dry.\n\n"
	for _, c := range []struct {
		name, text string
		want       []data.Pair
	}{
		{"an item with a country in its heading", letter + "KENYA WAITS\n\nThe rain is late. Norway delivered tents on Monday.", []data.Pair{data.PairOf("KE", "NO")}},
		{"a report from a place", report + "AID\n\nNorway delivered tents on Monday. Japan has made available two pumps.", []data.Pair{data.PairOf("NO", "PE"), data.PairOf("JP", "PE")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, f := finders(t)
			got := map[data.Pair]bool{}
			for _, e := range found(t, f, "", c.text) {
				got[e.Pair] = true
			}
			for _, p := range c.want {
				if !got[p] {
					t.Errorf("%s is not tied", p)
				}
			}
			if len(got) != len(c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
