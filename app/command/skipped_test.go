package command_test

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWhatIsPassedOverIsToldAndNothingToReadIsAFailure(t *testing.T) {
	folder := func(files ...string) string {
		dir := t.TempDir()
		for _, name := range files {
			text := visit
			if filepath.Ext(name) != ".txt" {
				text = "a, b"
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	library := filepath.Join(t.TempDir(), "a.entente")
	for _, c := range []struct {
		name  string
		files []string
		code  int
		says  string
	}{
		{"an article among others", []string{"a.txt", "b.csv", "c.xlsx", "d.csv"}, 0, "skipped 3 files of kinds that Entente does not read: 2 .csv, 1 .xlsx"},
		{"one other file", []string{"b.csv"}, 1, "skipped 1 file of a kind that Entente does not read: 1 .csv"},
		{"an empty folder", nil, 1, "there is no article to read"},
	} {
		for _, args := range [][]string{{"scan"}, {"import", "--library", library}, {"ties", "--"}} {
			t.Run(args[0]+" "+c.name, func(t *testing.T) {
				run(t, append(args, folder(c.files...))...).wants(t, c.code, c.says)
			})
		}
	}
}
