package command_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// thaw tells of the same two countries as quarrel, a year later and friendlier.
const thaw = "Germany and Russia sign a gas agreement\n\nBERLIN, 3 May 2024 - Germany and Russia signed an agreement on gas on Friday. " +
	"Germany and Russia agreed to cooperate on pipelines.\n"

func TestSourceIsAConditionInAnyCase(t *testing.T) {
	path := library(t)
	all := run(t, "articles", "--library", path, "--format", "json").out
	var rows []struct{ Publisher string }
	if err := json.Unmarshal([]byte(all), &rows); err != nil || len(rows) != 2 {
		t.Fatalf("got %s, %v", all, err)
	}
	got := rowsOf(t, run(t, "articles", "--library", path, "--source", strings.ToUpper(rows[0].Publisher), "--format", "csv").out)
	want := 0
	for _, r := range rows {
		if r.Publisher == rows[0].Publisher {
			want++
		}
	}
	if len(got) != want {
		t.Errorf("got %d articles of %q, want %d", len(got), rows[0].Publisher, want)
	}
	run(t, "ties", "--library", path, "--source", "The Daily Nothing").wants(t, 2, "has published none of the articles")
}

func TestChangesNameTheirPassages(t *testing.T) {
	path := library(t)
	run(t, "import", "--library", path, write(t, "thaw.txt", thaw)).wants(t, 0)
	got := run(t, "changes", "--library", path, "--country", "DE", "--before", "2023", "--after", "2024", "--format", "json")
	got.wants(t, 0)
	var rows []struct {
		Countries [2]string
		Change    string
		Evidence  []int64
	}
	if err := json.Unmarshal([]byte(got.out), &rows); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Countries == [2]string{"DE", "RU"} {
			if r.Change != "warmer" || len(r.Evidence) < 2 {
				t.Errorf("got %+v, want a warmer tie with passages of both years", r)
			}
			return
		}
	}
	t.Errorf("got %s, want Germany and Russia in it", got.out)
}

func TestChangesRefusesPeriodsThatAreNone(t *testing.T) {
	path := library(t)
	for _, args := range [][]string{{}, {"--before", "2022"}, {"--before", "2022", "--after", "soon"},
		{"--before", "2022", "--after", "2024/2023"}, {"--before", "2022", "--after", "2023", "--from", "2020"}} {
		run(t, append([]string{"changes", "--library", path}, args...)...).wants(t, 2)
	}
}

func TestCountriesAndGapsOfALibrary(t *testing.T) {
	path := library(t)
	rows := rowsOf(t, run(t, "countries", "--library", path, "--format", "csv").out)
	if len(rows) < 3 {
		t.Errorf("got %d countries, want those of both articles", len(rows))
	}
	kinds := map[string]int{}
	for _, row := range rowsOf(t, run(t, "gaps", "--library", path, "--format", "csv").out) {
		kinds[row[0]]++
	}
	if kinds["single"] == 0 || kinds["unnamed"] < 150 {
		t.Errorf("got gaps %v, want ties of one report, and most of the world unnamed", kinds)
	}
	only := rowsOf(t, run(t, "gaps", "--library", path, "--country", "Fiji", "--format", "csv").out)
	if len(only) != 1 || only[0][0] != "unnamed" || only[0][1] != "FJ" {
		t.Errorf("got gaps %v of Fiji, want that it is not named", only)
	}
}
