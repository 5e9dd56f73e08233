package command_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

func TestEveryConditionOfAViewIsTakenAndOverruled(t *testing.T) {
	path := library(t)
	lib, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	views := []app.View{{Name: "sure", Filter: data.Filter{MinConfidence: 100}}, {Name: "pair", Filter: data.Filter{Between: []data.Party{"DE", "RU"}}}}
	if err := app.SetViews(context.Background(), lib, views); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string // the countries of the ties
	}{
		{[]string{"--view", "sure"}, ""},
		{[]string{"--view", "sure", "--min-confidence", "1"}, "DE-RU JP-RS"},
		{[]string{"--view", "pair"}, "DE-RU"},
		{[]string{"--view", "pair", "--between", "RS,JP"}, "JP-RS"},
		{[]string{"--view", "pair", "--min-confidence", "100"}, ""},
	} {
		var pairs []string
		for _, row := range rowsOf(t, run(t, append([]string{"ties", "--library", path, "--format", "csv"}, c.args...)...).out) {
			pairs = append(pairs, row[0]+"-"+row[1])
		}
		if got := strings.Join(sorted(pairs), " "); got != c.want {
			t.Errorf("%v: got %s, want %s", c.args, got, c.want)
		}
	}
}

func TestSavedViewGivesItsConditionsAndItsPlace(t *testing.T) {
	path := library(t)
	lib, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	v := app.View{Name: "Cold war", Theme: "dark", Filter: data.Filter{Countries: []data.Party{"DE"}, From: "2023"},
		Map: json.RawMessage(`{"projection":"mercator","lon":0,"lat":0,"scale":600,"x":100,"y":400,"width":800,"height":600}`)}
	if err := app.SetViews(context.Background(), lib, []app.View{v}); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	for _, row := range rowsOf(t, run(t, "ties", "--library", path, "--view", "cold WAR", "--format", "csv").out) {
		if row[0] != "DE" && row[1] != "DE" {
			t.Errorf("got %v, want ties of Germany only", row)
		}
	}
	over := rowsOf(t, run(t, "ties", "--library", path, "--view", "Cold war", "--country", "JP", "--format", "csv").out)
	for _, row := range over {
		if row[0] != "JP" && row[1] != "JP" {
			t.Errorf("got %v, want the flag to go before the view", row)
		}
	}
	picture := func(args ...string) string {
		file := filepath.Join(t.TempDir(), "map.svg")
		run(t, append([]string{"snapshot", "--library", path, "-o", file, "--no-evidence", "--size", "800x600", "--plain"}, args...)...).wants(t, 0)
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	whole, saved, light := picture("--country", "DE", "--from", "2023"), picture("--view", "Cold war"), picture("--view", "Cold war", "--theme", "light")
	if whole == saved || saved == light {
		t.Error("the saved view does not change the picture, or its theme cannot be overruled")
	}
	run(t, "ties", "--library", path, "--view", "none").wants(t, 2, "no view of that name is saved", "Cold war")
	if out := run(t, "ties", "--help").out; !strings.Contains(out, "--view NAME") {
		t.Error("the help does not tell of views")
	}
}
