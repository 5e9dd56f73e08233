package export_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/app/export"
)

func content(words string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, words); return err }
}

func TestFileWritesWholeFilesOnly(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "map.csv")
	if err := export.File(path, content("first")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("disk full")
	err := export.File(path, func(w io.Writer) error { io.WriteString(w, "half"); return broken })
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), path) {
		t.Errorf("got error %v, want one that names %s and wraps the cause", err, path)
	}
	if got, _ := os.ReadFile(path); string(got) != "first" {
		t.Errorf("after a failed write the file holds %q, want what was there before", got)
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("temporary files are left behind: %v", left)
	}
}

func TestFileRefuses(t *testing.T) {
	folder := t.TempDir()
	for name, c := range map[string]struct{ path, says string }{
		"a folder":             {folder, "it is a folder"},
		"a folder that is not": {filepath.Join(folder, "none", "a.csv"), "the folder does not exist"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := export.File(c.path, content("x")); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got error %v, want one that says %q", err, c.says)
			}
		})
	}
}

func TestFileKeepsPermissionsAndLinks(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "a.csv"), filepath.Join(folder, "link.csv")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here")
	}
	if err := export.File(link, content("new")); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
	info, _ := os.Stat(path)
	if got, _ := os.ReadFile(path); string(got) != "new" || info.Mode().Perm() != 0o640 {
		t.Errorf("got %q with %v, want %q with 0640", got, info.Mode().Perm(), "new")
	}
}

func TestFileWritesToDevices(t *testing.T) {
	if err := export.File(os.DevNull, content("gone")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatal("the device was replaced")
	}
}
