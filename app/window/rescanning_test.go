package window_test

import (
	"path/filepath"
	"testing"

	"entente/app"
	"entente/assets"
	"entente/data/store"
)

// oldLibrary makes a library of the sample articles in which rules of long ago found nothing.
func oldLibrary(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "old"+app.Extension)
	s, err := app.NewScanner(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	if err := app.MakeSample(t.Context(), path, assets.FS, s); err != nil {
		t.Fatal(err)
	}
	lib, err := store.Open(t.Context(), path, store.Options{RulesVersion: "long ago"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	ids, err := lib.Stale(t.Context(), "long ago")
	if err != nil {
		t.Fatal(err)
	}
	var nothing []store.Rescanned
	for _, id := range ids {
		nothing = append(nothing, store.Rescanned{ID: id})
	}
	if err := lib.RescanAll(t.Context(), nothing, "long ago"); err != nil {
		t.Fatal(err)
	}
	return path
}

// emptyLibrary makes a library without articles.
func emptyLibrary(t *testing.T, name string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name+app.Extension)
	lib, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOldFindingsAreMadeAnewWhenALibraryIsOpened(t *testing.T) {
	d := sit(t, oldLibrary(t))
	d.sees("These articles tie no countries to each other.")
	d.later()
	d.w.WaitForJob()
	d.settle()
	d.sees("Entente has learnt since: 5 articles were read again; your decisions stay.", "Japan – Serbia")

	d.do("Read all articles again")
	d.w.WaitForJob()
	d.settle()
	d.sees("5 articles were read again; your decisions stay.")
	d.missesAll("Entente has learnt since")
}

func TestPresentFindingsAreLeftAlone(t *testing.T) {
	d := sit(t, "")
	d.later()
	d.w.WaitForJob()
	d.settle()
	d.missesAll("read again")
}
