package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"entente/data"
	"entente/data/store"
)

// nobody is a user that may write nowhere.
const nobody = 65534

// childReadOnly opens a library and says what it can do with it.
func childReadOnly(path string) {
	ctx := context.Background()
	l, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		fmt.Println("error", err)
		os.Exit(0)
	}
	_, writing := l.Add(ctx, []store.Item{article("Serbia.")})
	s, reading := l.Stats(ctx)
	fmt.Println(l.ReadOnly(), l.Notice() != "", errors.Is(writing, data.ErrReadOnly), s.Articles, reading, l.Close())
	os.Exit(0)
}

// TestAWriteProtectedLibraryIsOnlyRead runs as a user without rights, for root may write everywhere.
func TestAWriteProtectedLibraryIsOnlyRead(t *testing.T) {
	for _, c := range []struct {
		name      string
		file, dir os.FileMode
		empty     bool
		want      string
	}{
		{"a file that cannot be written", 0o444, 0o777, false, "true true true 20 <nil> <nil>"},
		{"a folder that cannot be written", 0o666, 0o555, false, "true true true 20 <nil> <nil>"},
		{"neither can be written", 0o444, 0o555, false, "true true true 20 <nil> <nil>"},
		{"a file that cannot be read", 0o000, 0o777, false, "error"},
		{"a folder in which none can be made", 0, 0o555, true, "error"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for d := dir; d != os.TempDir() && len(d) > 1; d = filepath.Dir(d) {
				permit(t, d, 0o755)
			}
			program := filepath.Join(dir, "program")
			write(t, program, read(t, os.Args[0]))
			permit(t, program, 0o755)
			library := filepath.Join(dir, "folder", "x.entente")
			if err := os.Mkdir(filepath.Dir(library), 0o755); err != nil {
				t.Fatal(err)
			}
			if !c.empty {
				write(t, library, read(t, made(t)))
				permit(t, library, c.file)
			}
			permit(t, filepath.Dir(library), c.dir)
			defer permit(t, filepath.Dir(library), 0o755)

			child := exec.Command(program)
			child.Dir = "/"
			child.Env = append(os.Environ(), childTask+"=read-only", childLibrary+"="+library)
			if os.Geteuid() == 0 {
				child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
			}
			out, err := child.CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if got := strings.TrimSpace(string(out)); !strings.HasPrefix(got, c.want) {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func permit(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}
