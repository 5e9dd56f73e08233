package export_test

import (
	"testing"

	"entente/app/export"
	"entente/app/words"
	"entente/assets"
	"entente/data"
	"entente/data/gazetteer"
)

func TestConditionsSayTheFilterInWords(t *testing.T) {
	places, err := gazetteer.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	say, err := words.Load(assets.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		f    data.Filter
		want string
	}{
		{"no filter has no words", data.Filter{}, ""},
		{"countries go by their names", data.Filter{Countries: []data.Party{"RS", "JP"}}, "ties of Serbia, Japan"},
		{"two countries name a tie", data.Filter{Between: []data.Party{"JP", "RS"}, MinConfidence: 70}, "ties between Japan, Serbia; passages at least 70% sure"},
		{"one report is no condition", data.Filter{MinReports: 1}, ""},
		{"all conditions are told", data.Filter{Fields: []data.Field{data.Trade}, Stances: []data.Stance{data.Conflict}, From: "2022",
			Articles: []int64{3, 4}, MinReports: 2, Search: "corridor"},
			"in Trade; stance: Conflict; from 2022; only 2 articles; told by at least 2 reports; articles with the words corridor"},
	} {
		if got := export.Conditions(c.f, places, say); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
