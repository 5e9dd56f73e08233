package store_test

import (
	"errors"
	"testing"

	"entente/data"
	"entente/data/store"
)

func TestPeriodsAreReadAndWritten(t *testing.T) {
	for words, want := range map[string]store.Between{
		"2023": {From: "2023", To: "2023"}, "2023-05": {From: "2023-05", To: "2023-05"}, "2023-05-31/2024": {From: "2023-05-31", To: "2024"},
		"2023/2023-01": {From: "2023", To: "2023-01"},
	} {
		got, err := store.ParseBetween(words)
		if err != nil || got != want || got.String() != words {
			t.Errorf("%q: got %+v written %q, %v; want %+v", words, got, got, err, want)
		}
	}
	for _, words := range []string{"", "/", "2023/", "/2023", "2024/2023", "2023-13", "2023-02-30", "soon", "2022/2023/2024", "2023-05/2023-04-30"} {
		if got, err := store.ParseBetween(words); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("%q: got %+v, %v; want data.ErrInvalid", words, got, err)
		}
	}
}

func FuzzParseBetween(f *testing.F) {
	for _, words := range []string{"2023", "2020/2022-06", "2023-05-31", "//", "2023-02-30", "0000/9999"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		b, err := store.ParseBetween(words)
		if err != nil {
			return
		}
		if again, err := store.ParseBetween(b.String()); err != nil || again != b {
			t.Errorf("%q is read as %+v, written as %q and read as %+v, %v", words, b, b, again, err)
		}
	})
}

func TestChangesOfALibrary(t *testing.T) {
	ctx := t.Context()
	l := open(t, t.TempDir()+"/changes.entente", store.Options{RulesVersion: "1"})
	for i, when := range []string{"2021", "2023"} {
		item := naming("RS met JP "+when, true)
		item.Findings.Evidence[0].When = when
		item.Findings.Evidence[0].Stance = []data.Stance{data.Conflict, data.Cooperation}[i]
		if _, err := l.Add(ctx, []store.Item{item}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := l.Changes(ctx, data.Filter{From: "2030"}, store.Between{From: "2021", To: "2021"}, store.Between{From: "2023", To: "2023"})
	if err != nil || len(got) != 1 || got[0].Shift != store.Warmer || got[0].Warmth != [2]float64{-1, 1} {
		t.Errorf("got %+v, %v; want the tie from all conflict to all cooperation, whatever the filter's own dates", got, err)
	}
	if _, err := l.Changes(ctx, data.Filter{}, store.Between{From: "soon"}, store.Between{}); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("got %v for what is no date, want data.ErrInvalid", err)
	}
}
