package app_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"entente/app"
	"entente/assets"
	"entente/data"
)

func TestLateScannerFindsTheSameOnceLoaded(t *testing.T) {
	early, err := app.NewScanner(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	late, err := app.NewLateScanner(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	if early.Rules() != late.Rules() {
		t.Errorf("got rules %q before loading, want %q", late.Rules(), early.Rules())
	}
	if err := late.Load(); err != nil {
		t.Fatal(err)
	}
	a := &data.Article{Text: "Serbia and Japan signed an agreement on trade in Belgrade."}
	if got, want := len(late.Scan(a).Evidence), len(early.Scan(a).Evidence); got != want || want == 0 {
		t.Errorf("got %d pieces of evidence, want %d", got, want)
	}
}

func TestScannerWithoutRulesSaysSo(t *testing.T) {
	names := fstest.MapFS{}
	err := fs.WalkDir(assets.FS, "names", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			content, err := fs.ReadFile(assets.FS, path)
			names[path] = &fstest.MapFile{Data: content}
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	names["rules/other.tsv"] = &fstest.MapFile{}
	late, err := app.NewLateScanner(names)
	if err != nil {
		t.Fatal(err)
	}
	if err := late.Load(); err == nil {
		t.Error("loading no rules gave no error")
	}
	if _, err := app.NewScanner(names); err == nil {
		t.Error("a scanner without rules was made")
	}
}
