package store_test

import (
	"path/filepath"
	"slices"
	"testing"

	"entente/data"
	"entente/data/store"
)

// came adds articles of these texts as one import.
func came(t *testing.T, l *store.Library, texts ...string) {
	t.Helper()
	var runs []store.Run
	for _, text := range texts {
		for _, id := range add(t, l, article(text)) {
			runs = store.Append(runs, id)
		}
	}
	if err := l.Came(t.Context(), runs); err != nil {
		t.Fatal(err)
	}
}

func TestAnImportIsUndoneInItsPlaceAmongTheDecisions(t *testing.T) {
	l := judged(t)
	decide(t, l, 1, data.Accepted)
	came(t, l, "Norway met Chile.", "Peru met Fiji.")
	decide(t, l, 2, data.Rejected)
	if d, ok, err := l.UndoCame(t.Context()); ok || err != nil {
		t.Errorf("with a decision since, the import was undone: %+v, error %v", d, err)
	}
	reads(t, l, 3)
	if d := undo(t, l, true); d.Action != data.ActVerdict || d.After != "rejected" {
		t.Errorf("undone first %+v, want the rejection", d)
	}
	if d := undo(t, l, true); d.Action != data.ActImport || d.Subject != "2" || !d.Undone {
		t.Errorf("undone then %+v, want the import of two", d)
	}
	reads(t, l, 1)
	if d := undo(t, l, true); d.Action != data.ActVerdict || d.After != "accepted" {
		t.Errorf("undone last %+v, want the acceptance", d)
	}
	undo(t, l, false)
	var redone []data.Action
	for range 3 {
		redone = append(redone, redo(t, l, true).Action)
	}
	if want := []data.Action{data.ActVerdict, data.ActImport, data.ActVerdict}; !slices.Equal(redone, want) {
		t.Errorf("done again %q, want %q", redone, want)
	}
	reads(t, l, 3)
	expect(t, l, data.Accepted, data.Rejected)
}

func TestAnImportThatWasUndoneStaysSoAndComesBackWhenReadAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.entente")
	l := open(t, path, store.Options{RulesVersion: "1"})
	came(t, l, "Norway met Chile.")
	undo(t, l, true)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, path, store.Options{RulesVersion: "1"})
	reads(t, l, 0)
	came(t, l, "Norway met Chile.")
	reads(t, l, 1)
	undo(t, l, true) // the import, and with the step of its own that it came back
	reads(t, l, 0)
	redo(t, l, true)
	reads(t, l, 1)
	whole(t, l)
}

func TestRemovingAnImportedArticleIsUndoneBeforeTheImport(t *testing.T) {
	l := fresh(t)
	came(t, l, "Norway met Chile.", "Peru met Fiji.")
	if err := l.Remove(t.Context(), []int64{1}); err != nil {
		t.Fatal(err)
	}
	undo(t, l, true)
	reads(t, l, 2)
	undo(t, l, true)
	reads(t, l, 0)
	undo(t, l, false)
	redo(t, l, true)
	reads(t, l, 2)
	redo(t, l, true)
	reads(t, l, 1)
	whole(t, l)
}

func TestAPurgeEndsWhatAnImportCouldTakeBack(t *testing.T) {
	l := fresh(t)
	came(t, l, "Norway met Chile.", "Peru met Fiji.")
	if err := l.Remove(t.Context(), []int64{2}); err != nil {
		t.Fatal(err)
	}
	if n, err := l.Purge(t.Context()); n != 1 || err != nil {
		t.Fatalf("purged %d, error %v", n, err)
	}
	add(t, l, article("Mali met Togo.")) // takes the number of the one that was purged
	undo(t, l, false)
	reads(t, l, 2)
}

func TestAnUndoneImportElsewhereTakesNothingAwayHere(t *testing.T) {
	there := fresh(t)
	came(t, there, "Norway met Chile.")
	undo(t, there, true)
	here := fresh(t)
	add(t, here, article("Norway met Chile."))
	if _, err := here.Merge(t.Context(), there, nil); err != nil {
		t.Fatal(err)
	}
	reads(t, here, 1)
	if err := here.Remove(t.Context(), []int64{1}); err != nil {
		t.Fatal(err)
	}
	undo(t, here, true)
	reads(t, here, 1)
}

func TestRunsGrowWhileIDsFollow(t *testing.T) {
	var runs []store.Run
	for _, id := range []int64{4, 5, 6, 9, 2, 3} {
		runs = store.Append(runs, id)
	}
	if want := []store.Run{{First: 4, Last: 6}, {First: 9, Last: 9}, {First: 2, Last: 3}}; !slices.Equal(runs, want) {
		t.Errorf("got %v, want %v", runs, want)
	}
}
