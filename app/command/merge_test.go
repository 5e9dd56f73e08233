package command_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

// decided makes a library with the two articles, whose first evidence was judged.
func decided(t *testing.T, v data.Verdict) string {
	t.Helper()
	path := library(t)
	lib, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Decide(context.Background(), 1, v); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMergeTakesInAnotherLibrary(t *testing.T) {
	other, path := decided(t, data.Rejected), filepath.Join(t.TempDir(), "new.entente")
	run(t, "import", "--library", path, write(t, "visit.txt", visit)).wants(t, 0)
	got := run(t, "merge", "--library", path, other)
	got.wants(t, 0, path+": 1 article added, 1 known already, 0 refused; 1 decision added, 0 gave way")
	if got.out != "" {
		t.Errorf("standard output has %q; messages belong on standard error", got.out)
	}
	run(t, "check", "--library", path).wants(t, 0)
	if rows := rowsOf(t, run(t, "evidence", "--library", path, "--decision", "rejected", "--format", "csv").out); len(rows) != 1 {
		t.Errorf("%d passages are rejected, want the one from the other library", len(rows))
	}
	run(t, "merge", "--library", path, other).wants(t, 0, "0 articles added, 2 known already, 0 refused; 0 decisions added")
}

func TestMergeMakesTheLibraryWhereThereIsNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.entente")
	run(t, "merge", "--library", path, decided(t, data.Accepted)).wants(t, 0, "2 articles added")
	run(t, "ties", "--library", path, "--decision", "accepted").wants(t, 0)
}

func TestMergeKeepsDecisionsMadeHere(t *testing.T) {
	path := decided(t, data.Accepted)
	run(t, "merge", "--library", path, decided(t, data.Rejected)).wants(t, 0, "0 decisions added, 1 gave way")
	if rows := rowsOf(t, run(t, "evidence", "--library", path, "--decision", "accepted", "--format", "csv").out); len(rows) != 1 {
		t.Errorf("%d passages are accepted, want 1", len(rows))
	}
}

func TestLibrariesThatMergeCannotTake(t *testing.T) {
	path := library(t)
	newer := newerLibrary(t)
	for name, c := range map[string]struct {
		status int
		from   string
		says   string
	}{
		"none":      {3, filepath.Join(t.TempDir(), "none.entente"), "there is no library"},
		"a text":    {3, write(t, "a.entente", strings.Repeat("words ", 1000)), "not an Entente library"},
		"a damaged": {3, write(t, "b.entente", "SQLite format 3\x00"+strings.Repeat("x", 5000)), "is damaged"},
		"a newer":   {3, newer, "newer Entente"},
		"the same":  {2, path, "is the library that it would be merged into"},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, "merge", "--library", path, c.from).wants(t, c.status, c.says, c.from)
		})
	}
	run(t, "merge").wants(t, 2, "needs one library")
	fresh := filepath.Join(t.TempDir(), "fresh.entente")
	run(t, "merge", "--library", fresh, filepath.Join(t.TempDir(), "none.entente")).wants(t, 3)
	if _, err := os.Stat(fresh); err == nil {
		t.Error("a merge that failed made a library")
	}
}

// newerLibrary makes a library of a schema that is still to come: its version stands in bytes 60 to 63 of a database.
func newerLibrary(t *testing.T) string {
	t.Helper()
	path := library(t)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file[62] = 99
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheReasonForReadingOnlyIsToldOnce(t *testing.T) {
	held := library(t)
	lib, err := store.Open(context.Background(), held, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	for name, c := range map[string]struct{ path, says string }{
		"busy":  {held, "open for reading only here"},
		"newer": {newerLibrary(t), "newer Entente"},
	} {
		for _, args := range [][]string{{"import", "--library", c.path, write(t, "a.txt", visit)}, {"rescan", "--library", c.path},
			{"merge", "--library", c.path, decided(t, data.Accepted)}} {
			t.Run(name+" "+args[0], func(t *testing.T) {
				got := run(t, args...)
				got.wants(t, 3, c.path+": ", c.says)
				if n := strings.Count(got.errors, c.path); n != 1 || got.out != "" {
					t.Errorf("the library is named %d times; output %q, messages:\n%s", n, got.out, got.errors)
				}
			})
		}
	}
	if got := run(t, "ties", "--library", held); got.status != 0 || got.errors != "" {
		t.Errorf("reading a library that another program writes to: status %d, %q", got.status, got.errors)
	}
}
