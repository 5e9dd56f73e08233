package ingest_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"entente/data"
	"entente/data/ingest"
)

const someText = "The ministers of both countries met in the capital on Monday and signed an agreement.\n"

// put writes files below a fresh folder and returns it.
func put(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read gives the sources of the articles below paths, and the reasons of bad files, relative to dir.
func read(t *testing.T, dir string, o ingest.Options, paths ...string) (sources, reasons []string) {
	t.Helper()
	err := ingest.Files(context.Background(), paths, o, func(a data.Article, err error) error {
		name := strings.TrimPrefix(a.Source, dir+string(filepath.Separator))
		if err == nil {
			sources = append(sources, name)
			return nil
		}
		var bad *data.InputError
		if !errors.As(err, &bad) || bad.Path != a.Source {
			t.Errorf("got %v for %q, want a *data.InputError with its path", err, a.Source)
			return nil
		}
		reasons = append(reasons, name+": "+bad.Reason)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources, reasons
}

func TestFilesReadsAFolderInOrder(t *testing.T) {
	dir := put(t, map[string]string{
		"b.txt": someText, "a.md": someText, "sub/c.html": "<p>" + someText, "sub/deeper/d.htm": "<p>" + someText,
		"noextension": someText, ".hidden.txt": someText, ".git/e.txt": someText, "picture.png": "\x89PNG", "table.xyz": someText,
	})
	want := []string{"a.md", "b.txt", "noextension", filepath.Join("sub", "c.html"), filepath.Join("sub", "deeper", "d.htm")}
	for workers := 1; workers < 5; workers++ {
		got, reasons := read(t, dir, ingest.Options{Workers: workers}, dir)
		if fmt.Sprint(got) != fmt.Sprint(want) || len(reasons) > 0 {
			t.Errorf("%d workers: got %v and reasons %v, want %v", workers, got, reasons, want)
		}
	}
}

func TestFilesGoesOnAfterBadFiles(t *testing.T) {
	dir := put(t, map[string]string{"good.txt": someText, "empty.txt": "", "binary.txt": "\x00\x01\x02\x03", "huge.txt": strings.Repeat(someText, 100), "last.txt": someText})
	missing := filepath.Join(dir, "missing.txt")
	got, reasons := read(t, dir, ingest.Options{MaxBytes: 2048}, missing, dir)
	if want := "[good.txt last.txt]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
	want := []string{"missing.txt: there is no such", "binary.txt: this is not a text", "empty.txt: the file holds no text", "huge.txt: the file is larger than 2 KB"}
	if len(reasons) != len(want) {
		t.Fatalf("got %q, want %q", reasons, want)
	}
	for i := range want {
		if !strings.HasPrefix(reasons[i], want[i]) {
			t.Errorf("got %q, want %q", reasons[i], want[i])
		}
	}
}

func TestFilesTellsOfKindsThatItCannotReadOnlyWhenNamed(t *testing.T) {
	dir := put(t, map[string]string{"a.doc": "\xd0\xcf\x11\xe0 and more", "b.txt": someText, "c.xyz": "plain words in an odd place", "d.json": `{"a":1}`})
	if _, reasons := read(t, dir, ingest.Options{}, dir); len(reasons) > 0 {
		t.Errorf("got %q, want silence", reasons)
	}
	got, reasons := read(t, dir, ingest.Options{}, filepath.Join(dir, "a.doc"), filepath.Join(dir, "c.xyz"))
	if len(reasons) != 1 || !strings.Contains(reasons[0], "office document") {
		t.Errorf("got %q, want a reason for a.doc", reasons)
	}
	if _, reasons := read(t, dir, ingest.Options{}, filepath.Join(dir, "d.json")); len(reasons) != 1 || !strings.Contains(reasons[0], "is not an article: .json files are not read") {
		t.Errorf("got %q, want a reason for d.json", reasons)
	}
	if fmt.Sprint(got) != "[c.xyz]" {
		t.Errorf("got %v, want the text with an odd extension", got)
	}
}

func TestFilesCountsWhatItPassesOver(t *testing.T) {
	files := map[string]string{"a.XLSX": "x", "sub/b.xlsx": "x", "c.ods": "x", "d.txt": someText, ".hidden.pdf": "x"}
	for n := range 9 {
		files[fmt.Sprintf("sub/f.k%d", n)] = "x"
	}
	for name, read := range map[string]func(o ingest.Options, fn ingest.Func) error{
		"folder": func(o ingest.Options, fn ingest.Func) error {
			return ingest.Files(t.Context(), []string{put(t, files)}, o, fn)
		},
		"file system": func(o ingest.Options, fn ingest.Func) error {
			return ingest.FS(t.Context(), os.DirFS(put(t, files)), ".", o, fn)
		},
	} {
		skipped := &ingest.Skipped{}
		if err := read(ingest.Options{Skipped: skipped}, func(data.Article, error) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if got, want := skipped.String(), "2 .xlsx, 1 .k0, 1 .k1, 1 .k2, 1 .k3, 1 .k4, 5 others"; got != want || skipped.Files() != 12 {
			t.Errorf("%s: %d files, %q, want 12, %q", name, skipped.Files(), got, want)
		}
	}
}

func TestFilesSurvivesLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights on Windows")
	}
	dir := put(t, map[string]string{"one/a.txt": someText, "two/b.txt": someText})
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link(dir, "one/up")                             // to a folder above
	link(filepath.Join(dir, "two"), "one/sideways") // to a neighbour, which must be read once
	link("loop2", "loop1")
	link("loop1", "loop2")
	link("nowhere.txt", "dangling.txt")
	got, reasons := read(t, dir, ingest.Options{}, dir)
	if want := "[one/a.txt one/sideways/b.txt]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
	want := []string{"dangling.txt: the link leads nowhere", "loop1: the link leads round in a circle", "loop2: the link leads round in a circle", "one/up: the link leads back"}
	for i := range want {
		if i >= len(reasons) || !strings.HasPrefix(reasons[i], want[i]) {
			t.Fatalf("got %q, want %q", reasons, want)
		}
	}
}

func TestFilesTellsWhatItMayNotRead(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := put(t, map[string]string{"secret.txt": someText, "closed/a.txt": someText})
	for _, name := range []string{"secret.txt", "closed"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(filepath.Join(dir, "closed"), 0o755)
	_, reasons := read(t, dir, ingest.Options{}, dir)
	if len(reasons) != 2 || !strings.Contains(reasons[0], "not allowed") || !strings.Contains(reasons[1], "not allowed") {
		t.Errorf("got %q, want two refusals", reasons)
	}
}

func TestFilesReadsStandardInput(t *testing.T) {
	got, reasons := read(t, "", ingest.Options{Stdin: strings.NewReader(someText)}, "-")
	if fmt.Sprint(got) != "[-]" || len(reasons) > 0 {
		t.Errorf("got %v and %v, want the text from -", got, reasons)
	}
}

func TestFilesEndsEarly(t *testing.T) {
	files := map[string]string{}
	for i := range 50 {
		files[fmt.Sprintf("%02d.txt", i)] = someText
	}
	dir := put(t, files)
	t.Run("when the context ends", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		n := 0
		err := ingest.Files(ctx, []string{dir}, ingest.Options{}, func(data.Article, error) error {
			if n++; n == 3 {
				cancel()
			}
			return nil
		})
		if !errors.Is(err, context.Canceled) || n > 4 {
			t.Errorf("got %v after %d articles, want context.Canceled after 3", err, n)
		}
	})
	t.Run("when the caller has enough", func(t *testing.T) {
		enough := errors.New("enough")
		n := 0
		err := ingest.Files(context.Background(), []string{dir}, ingest.Options{}, func(data.Article, error) error {
			n++
			return enough
		})
		if !errors.Is(err, enough) || n != 1 {
			t.Errorf("got %v after %d articles, want the caller's error after 1", err, n)
		}
	})
}

func TestCountMatchesFiles(t *testing.T) {
	dir := put(t, map[string]string{"a.txt": "12345", "b/c.md": "123", "d.png": "12", ".e.txt": "1"})
	files, bytes := ingest.Count(context.Background(), []string{dir})
	if files != 2 || bytes != 8 {
		t.Errorf("got %d files with %d bytes, want 2 with 8", files, bytes)
	}
}

func TestFSReadsBelowItsRoot(t *testing.T) {
	fsys := fstest.MapFS{
		"sample/2.txt": {Data: []byte(someText)}, "sample/1.md": {Data: []byte(someText)}, "sample/.x.txt": {Data: []byte(someText)},
		"sample/empty.txt": {}, "other/3.txt": {Data: []byte(someText)}, "sample/map.bin": {Data: []byte{0, 1}},
	}
	var got []string
	err := ingest.FS(context.Background(), fsys, "sample", ingest.Options{}, func(a data.Article, err error) error {
		got = append(got, fmt.Sprint(a.Source, " ", err == nil))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := "[sample/1.md true sample/2.txt true sample/empty.txt false]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
	err = ingest.FS(context.Background(), fsys, "nowhere", ingest.Options{}, func(_ data.Article, err error) error { return err })
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want that there is no such folder", err)
	}
}

func TestPaste(t *testing.T) {
	a, err := ingest.Paste("<!DOCTYPE html><title>Pasted</title><h1>Pasted</h1><p>"+someText, ingest.Options{})
	if err != nil || a.Source != "" || a.Title != "Pasted" || !strings.Contains(a.Text, "The ministers") {
		t.Errorf("got %+v, %v", a, err)
	}
	if _, err := ingest.Paste(" \n", ingest.Options{}); err == nil {
		t.Error("got an article from white space")
	}
}

// The sample library is read the way the program reads it, and shows what it is there to show.
func TestSampleLibrary(t *testing.T) {
	n, omitted := 0, map[data.Reason]bool{}
	err := ingest.FS(context.Background(), os.DirFS("../../assets"), "sample", ingest.Options{}, func(a data.Article, err error) error {
		if err != nil {
			return err
		}
		n++
		for _, o := range a.Omitted {
			omitted[o.Reason] = true
		}
		if a.Title == "" || a.Language != "en" || !strings.Contains(strings.ToLower(a.Text), "digest") {
			t.Errorf("%s: title %q, language %q, or it does not say that it is a digest", a.Source, a.Title, a.Language)
		}
		return nil
	})
	if err != nil || n != 5 {
		t.Fatalf("got %d articles, %v; want 5", n, err)
	}
	for _, want := range []data.Reason{data.Navigation, data.Related, data.Advert, data.Footer, data.Subscription, data.Sharing, data.Metadata, data.Notice} {
		if !omitted[want] {
			t.Errorf("nothing is left out as %s", want)
		}
	}
}

// brittle is a folder of which one file ends whoever opens it.
type brittle struct{ fstest.MapFS }

func (b brittle) Open(name string) (fs.File, error) {
	if name == "b.txt" {
		panic("a broken reader")
	}
	return b.MapFS.Open(name)
}

func TestAFileThatEndsItsReaderCostsOnlyItself(t *testing.T) {
	good := &fstest.MapFile{Data: []byte("Peru met Chile.")}
	read, failed := 0, ""
	err := ingest.FS(t.Context(), brittle{fstest.MapFS{"a.txt": good, "b.txt": good, "c.txt": good}}, ".", ingest.Options{}, func(_ data.Article, err error) error {
		if read++; err != nil {
			read, failed = read-1, err.Error()
		}
		return nil
	})
	if err != nil || read != 2 || !strings.Contains(failed, "b.txt: could not be read") {
		t.Errorf("read %d, failed %q, %v", read, failed, err)
	}
}
