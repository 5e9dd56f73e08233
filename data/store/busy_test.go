package store_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

func TestALibraryThatAnotherProgramIsMakingIsSaidToBeInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.entente")
	other, err := sql.Open("sqlite", path+"-lock")
	if err != nil {
		t.Fatal(err)
	}
	other.SetMaxOpenConns(1)
	if _, err := other.ExecContext(t.Context(), "BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	_, err = store.Open(t.Context(), path, store.Options{})
	if !errors.Is(err, data.ErrBusy) {
		t.Errorf("got %v, want data.ErrBusy", err)
	}
	if words := err.Error(); strings.Contains(words, "SQLITE") || strings.Contains(words, "locked (") || !strings.Contains(words, "in use by another program") {
		t.Errorf("the message is %q, want it in plain words", words)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	l := open(t, path, store.Options{})
	if l.ReadOnly() {
		t.Error("the library is read-only when the other program is gone")
	}
}
