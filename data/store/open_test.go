package store_test

import (
	"database/sql"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

// made gives the path of a library with some articles that is closed.
func made(t *testing.T) string {
	t.Helper()
	l := filled(t, 20)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return l.Path()
}

// noise gives n bytes without sense, always the same.
func noise(n int) string {
	r := rand.New(rand.NewPCG(1, 1))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}

// execute runs SQL on a file behind the library's back.
func execute(t *testing.T, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
	}
}

func TestAFileThatIsNoLibraryIsRefusedAndLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
	}{
		{"a text", func(t *testing.T, p string) { write(t, p, strings.Repeat("Serbia and Japan.\n", 100)) }, data.ErrNotLibrary},
		{"one byte", func(t *testing.T, p string) { write(t, p, "x") }, data.ErrNotLibrary},
		{"random bytes", func(t *testing.T, p string) { write(t, p, noise(100_000)) }, data.ErrNotLibrary},
		{"a database of another program", func(t *testing.T, p string) { execute(t, p, "CREATE TABLE notes (x)") }, data.ErrNotLibrary},
		{"a database with another mark", func(t *testing.T, p string) { execute(t, p, "PRAGMA application_id = 7") }, data.ErrNotLibrary},
		{"a library without a version", func(t *testing.T, p string) { execute(t, p, "PRAGMA application_id = 0x456e7465") }, data.ErrDamaged},
		{"a library cut in half", func(t *testing.T, p string) { b := read(t, made(t)); write(t, p, b[:len(b)/2]) }, data.ErrDamaged},
		{"a library cut in its header", func(t *testing.T, p string) { write(t, p, read(t, made(t))[:60]) }, data.ErrDamaged},
		{"a library with a broken first page", func(t *testing.T, p string) {
			b := read(t, made(t))
			write(t, p, b[:100]+noise(3000)+b[3100:])
		}, data.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.entente")
			c.make(t, path)
			before := read(t, path)
			for _, readOnly := range []bool{false, true} {
				l, err := store.Open(t.Context(), path, store.Options{ReadOnly: readOnly})
				if l != nil || !errors.Is(err, c.want) {
					t.Errorf("read-only %v: error %v, want %v", readOnly, err, c.want)
				}
			}
			if read(t, path) != before {
				t.Error("the file was changed")
			}
			if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
				t.Errorf("files were left beside it: %v", files)
			}
		})
	}
}

func TestWhatIsNoFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	if _, err := store.Open(t.Context(), dir, store.Options{}); !errors.Is(err, data.ErrNotLibrary) {
		t.Errorf("a folder: error %v, want data.ErrNotLibrary", err)
	}
	if _, err := store.Open(t.Context(), filepath.Join(dir, "none", "x.entente"), store.Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing folder: error %v, want fs.ErrNotExist", err)
	}
	missing := filepath.Join(dir, "x.entente")
	if _, err := store.Open(t.Context(), missing, store.Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing library to be read: error %v, want fs.ErrNotExist", err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 0 {
		t.Errorf("something was made: %v", files)
	}
}

func TestALibraryIsMadeWhereThereIsNone(t *testing.T) {
	for name, path := range map[string]string{
		"no file":               filepath.Join(t.TempDir(), "new.entente"),
		"signs that mean much":  filepath.Join(t.TempDir(), "a?mode=ro&b #1 100% 'x' \"y\"; ü日本.entente"),
		"a name with a colon":   filepath.Join(t.TempDir(), "file:x.entente"),
		"an empty file instead": filepath.Join(t.TempDir(), "empty.entente"),
	} {
		t.Run(name, func(t *testing.T) {
			if strings.HasPrefix(name, "an empty") {
				write(t, path, "")
			}
			l := open(t, path, store.Options{})
			if l.ReadOnly() || l.Notice() != "" || l.Path() != path {
				t.Errorf("read-only %v, notice %q, path %q", l.ReadOnly(), l.Notice(), l.Path())
			}
			add(t, l, article("Serbia and Japan."))
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			files, _ := os.ReadDir(filepath.Dir(path))
			if len(files) != 1 || files[0].Name() != filepath.Base(path) {
				t.Errorf("the folder holds %v, want the library alone", files)
			}
			whole(t, open(t, path, store.Options{}))
		})
	}
}

func TestALibraryOfANewerEntenteIsOnlyRead(t *testing.T) {
	path := made(t)
	execute(t, path, "PRAGMA user_version = 1000")
	l := open(t, path, store.Options{})
	if !l.ReadOnly() || !strings.Contains(l.Notice(), "newer") {
		t.Errorf("read-only %v, notice %q", l.ReadOnly(), l.Notice())
	}
	refuses(t, l, data.ErrNewer)
	reads(t, l, 20)
}

func TestASecondEntenteOnlyReads(t *testing.T) {
	first := filled(t, 20)
	second := open(t, first.Path(), store.Options{})
	if !second.ReadOnly() || !strings.Contains(second.Notice(), "second Entente") {
		t.Errorf("read-only %v, notice %q", second.ReadOnly(), second.Notice())
	}
	refuses(t, second, data.ErrBusy)
	reads(t, second, 20)
	add(t, first, article("One more about Serbia."))
	reads(t, second, 21)

	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	third := open(t, first.Path(), store.Options{})
	if third.ReadOnly() {
		t.Errorf("after the first was closed: %s", third.Notice())
	}
	add(t, third, article("And another about Serbia."))
	reads(t, second, 22)
}

func TestALibraryOpenedForReadingIsNotChanged(t *testing.T) {
	path := made(t)
	before := read(t, path)
	l := open(t, path, store.Options{ReadOnly: true})
	if !l.ReadOnly() || l.Notice() != "" {
		t.Errorf("read-only %v, notice %q", l.ReadOnly(), l.Notice())
	}
	refuses(t, l, data.ErrReadOnly)
	reads(t, l, 20)
	writer := open(t, path, store.Options{})
	if writer.ReadOnly() {
		t.Errorf("a reader keeps a writer out: %s", writer.Notice())
	}
	if err := errors.Join(writer.Close(), l.Close()); err != nil {
		t.Fatal(err)
	}
	if read(t, path) != before {
		t.Error("the file was changed")
	}
}

// refuses checks that every change gives data.ErrReadOnly and the cause.
func refuses(t *testing.T, l *store.Library, cause error) {
	t.Helper()
	ctx := t.Context()
	_, add := l.Add(ctx, []store.Item{article("Serbia.")})
	_, decide := l.Decide(ctx, 1, data.Accepted)
	_, _, undo := l.Undo(ctx)
	_, _, redo := l.Redo(ctx)
	for name, err := range map[string]error{"add": add, "decide": decide, "undo": undo, "redo": redo,
		"remove": l.Remove(ctx, []int64{1}), "rescan": l.Rescan(ctx, 1, data.Findings{}, "2"),
		"setting": l.SetSetting(ctx, "a", "b")} {
		if !errors.Is(err, data.ErrReadOnly) || !errors.Is(err, cause) {
			t.Errorf("%s: error %v, want data.ErrReadOnly and %v", name, err, cause)
		}
	}
}

// reads checks that a library answers, and how many articles it has.
func reads(t *testing.T, l *store.Library, articles int) {
	t.Helper()
	s, err := l.Stats(t.Context())
	if err != nil || s.Articles != articles {
		t.Errorf("%d articles, error %v; want %d", s.Articles, err, articles)
	}
	if _, err := l.Search(t.Context(), "Serbia", store.SearchOptions{}); err != nil {
		t.Errorf("search: %v", err)
	}
}

func TestDamageThatShowsLaterIsTold(t *testing.T) {
	path := made(t)
	b := []byte(read(t, path))
	for i := 20 * 4096; i < len(b)-4096; i += 4096 { // the later half of every page
		copy(b[i+2048:], noise(2048))
	}
	write(t, path, string(b))
	l, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		if !errors.Is(err, data.ErrDamaged) {
			t.Fatalf("open: %v, want data.ErrDamaged", err)
		}
		return
	}
	defer l.Close()
	problems, err := l.Check(t.Context())
	if err != nil || len(problems) == 0 {
		t.Errorf("%d problems, error %v; want some problems", len(problems), err)
	}
	if _, err := l.Evidence(t.Context(), data.Filter{}); err != nil && !errors.Is(err, data.ErrDamaged) {
		t.Errorf("evidence: %v, want data.ErrDamaged", err)
	}
}

// TestNothingIsWrittenToAFileWithoutAName: on most systems a file that a program has open can be deleted or replaced.
func TestNothingIsWrittenToAFileWithoutAName(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"deleted": os.Remove,
		"moved":   func(path string) error { return os.Rename(path, path+"-elsewhere") },
		"replaced": func(path string) error {
			return errors.Join(os.Rename(path, path+"-old"), os.WriteFile(path, nil, 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := filled(t, 3)
			if err := lose(l.Path()); err != nil {
				t.Skipf("an open file stays here: %v", err)
			}
			if _, err := l.Add(t.Context(), []store.Item{{Article: data.Article{Text: "Serbia and Japan."}}}); !errors.Is(err, store.ErrGone) {
				t.Errorf("got %v, want store.ErrGone", err)
			}
		})
	}
}
