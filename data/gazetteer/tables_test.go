package gazetteer_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"entente/data"
)

// rows reads a table of assets/names without its remarks and heading.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	content, err := os.ReadFile("../../assets/names/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, line := range strings.Split(strings.TrimSuffix(string(content), "\n"), "\n") {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out[1:]
}

func TestTablesAreSortedAndHaveNoDoubles(t *testing.T) {
	entries, err := os.ReadDir("../../assets/names")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		var before string
		for i, row := range rows(t, e.Name()) {
			line := strings.Join(row, "\t")
			if i > 0 && line <= before {
				t.Errorf("%s: %q stands after %q", e.Name(), line, before)
			}
			before = line
			for _, cell := range row {
				if strings.TrimSpace(cell) != cell {
					t.Errorf("%s: a cell of %q begins or ends with a space", e.Name(), line)
				}
			}
		}
	}
}

func TestTablesNameOnlyCountriesThatExist(t *testing.T) {
	g := load(t)
	for name, column := range map[string]int{"aliases.tsv": 0, "capitals.tsv": 0, "demonyms.tsv": 0, "demonyms-other.tsv": 0,
		"metonyms.tsv": 0, "regions.tsv": 0, "organisations.tsv": 2, "people.tsv": 4, "cities.tsv": 0, "cities-other.tsv": 0} {
		for _, row := range rows(t, name) {
			if code := row[column]; code != "" {
				if _, ok := g.Country(data.Party(code)); !ok {
					t.Errorf("%s: %q is no country in %q", name, code, row)
				}
			}
		}
	}
	for _, name := range []string{"organisations.tsv", "groups.tsv"} {
		for _, row := range rows(t, name) {
			for _, code := range strings.Fields(row[len(row)-1]) {
				if _, ok := g.Country(data.Party(code)); !ok {
					t.Errorf("%s: %q is no country in %q", name, code, row)
				}
			}
		}
	}
}

func TestTablesUseKnownKinds(t *testing.T) {
	for name, want := range map[string]struct {
		column int
		kinds  string
	}{
		"aliases.tsv":       {2, ",exact,the,upper,upper weak,weak"},
		"demonyms.tsv":      {2, "adjective,adjective weak,noun,noun weak,plural,prefix"},
		"metonyms.tsv":      {2, ",needs support"},
		"regions.tsv":       {2, "region,state"},
		"organisations.tsv": {1, "agency,body,company,multinational"},
		"people.tsv":        {3, ",alone"},
	} {
		kinds := strings.Split(want.kinds, ",")
		for _, row := range rows(t, name) {
			if !slices.Contains(kinds, row[want.column]) {
				t.Errorf("%s: %q is not one of %q in %q", name, row[want.column], kinds, row)
			}
		}
	}
}

func TestPeopleHaveTermsInOrder(t *testing.T) {
	newest := ""
	for _, row := range rows(t, "people.tsv") {
		from, to, reviewed := row[6], row[7], row[8]
		if len(from) != 4 && len(from) != 7 || to != "" && to < from {
			t.Errorf("%s was in office from %q to %q", row[0], from, to)
		}
		newest = max(newest, reviewed)
	}
	t.Logf("people.tsv was last reviewed in %s; look at it again where that is over six months ago", newest)
}

func TestCitiesOfOtherLanguagesAreInTheTable(t *testing.T) {
	known := map[string]bool{}
	for _, row := range rows(t, "cities.tsv") {
		known[row[0]+row[1]] = true
	}
	for _, row := range rows(t, "cities-other.tsv") {
		if !known[row[0]+row[2]] {
			t.Errorf("%s in %s is not in cities.tsv", row[2], row[0])
		}
	}
}

func TestPeopleOfOtherLanguagesAreInTheTable(t *testing.T) {
	known := map[string]bool{}
	for _, row := range rows(t, "people.tsv") {
		known[row[0]] = true
	}
	for _, row := range rows(t, "people-other.tsv") {
		if !known[row[0]] {
			t.Errorf("%q is not in people.tsv", row[0])
		}
	}
}
