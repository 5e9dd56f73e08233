package command_test

import (
	"encoding/json"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

func TestDecisionsTellWhoDidWhatAndWhatStood(t *testing.T) {
	path := library(t)
	run(t, "decisions", "--library", path).wants(t, 0, "nothing meets the conditions")
	lib, err := store.Open(t.Context(), path, store.Options{Who: "Ana"})
	if err != nil {
		t.Fatal(err)
	}
	_, f, err := lib.Article(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	said := f.Evidence[0].Statement()
	said.Stance = data.Neutral
	for _, do := range []func() (data.Decision, error){
		func() (data.Decision, error) { return lib.Edit(t.Context(), f.Evidence[0].ID, said) },
		func() (data.Decision, error) { return lib.Note(t.Context(), f.Evidence[0].ID, "look again") },
		func() (data.Decision, error) { return lib.GradeItem(t.Context(), 2, "3") },
	} {
		if _, err := do(); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok, err := lib.Undo(t.Context()); !ok || err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t, run(t, "decisions", "--library", path, "--format", "csv").out)
	var short []string
	for _, row := range rows {
		short = append(short, strings.Join([]string{row[3], row[4], row[5], row[9]}, " "))
	}
	want := "Ana edit DE-RU stands, Ana verdict DE-RU stands, Ana note DE-RU stands, Ana item  undone"
	if got := strings.Join(short, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var evidence struct {
		Hand, Note string
		Stance     data.Stance
		Before     struct{ Stance data.Stance }
	}
	out := run(t, "evidence", "--library", path, "--country", "DE", "--decision", "accepted", "--format", "jsonl").out
	if err := json.Unmarshal([]byte(strings.SplitN(out, "\n", 2)[0]), &evidence); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	if evidence.Hand != "edited" || evidence.Note != "look again" || evidence.Stance != data.Neutral || evidence.Before.Stance != data.Conflict {
		t.Errorf("evidence %+v", evidence)
	}
}
