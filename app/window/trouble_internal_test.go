package window

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"entente/app/export"
)

func TestSystemErrorsHaveSentences(t *testing.T) {
	folder := t.TempDir()
	_, missing := os.Open(filepath.Join(folder, "none.txt"))
	nothing := func(io.Writer) error { return nil }
	for name, c := range map[string]struct {
		err       error
		key, file string
	}{
		"a folder in the place of a file": {export.File(folder, nothing), "error.file.folder", filepath.Base(folder)},
		"a folder that is not there":      {export.File(filepath.Join(folder, "x", "a.csv"), nothing), "error.file.nofolder", "a.csv"},
		"a file that is not there":        {fmt.Errorf("import: %w", missing), "error.file.missing", "none.txt"},
		"no rights":                       {&fs.PathError{Op: "open", Path: "/a/b.md", Err: syscall.EACCES}, "error.file.permission", "b.md"},
		"a full disk":                     {&export.FileError{Path: "/a/b.md", Err: syscall.ENOSPC}, "error.full", "b.md"},
		"a disk that cannot be written":   {&export.FileError{Path: "/a/b.md", Err: syscall.EROFS}, "error.file.locked", "b.md"},
		"something else":                  {errors.New("no picture"), "", ""},
	} {
		if key, file := trouble(c.err); key != c.key || file != c.file {
			t.Errorf("%s: got %q of %q, want %q of %q (%v)", name, key, file, c.key, c.file, c.err)
		}
	}
}
