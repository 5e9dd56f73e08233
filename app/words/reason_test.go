package words_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"entente/app/words"
	"entente/assets"
	"entente/data"
	"entente/data/ingest"
)

// reasons reads a table of assets/rules: the words of each reason by its key.
func reasons(table string) map[string]string {
	content, err := fs.ReadFile(assets.FS, "rules/"+table+".tsv")
	if err != nil {
		panic(err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(content)) {
		if columns := strings.Split(strings.TrimSpace(line), "\t"); len(columns) == 3 && !strings.HasPrefix(line, "#") {
			all[columns[0]] = columns[2]
		}
	}
	return all
}

func TestReasonsAreThoseOfTheRules(t *testing.T) {
	en := english(t)
	for _, table := range []string{"weights", "model", "pairs"} {
		for key, want := range reasons(table) {
			if got := strings.ReplaceAll(en.Say("because."+key), "{word}", "%s"); got != want {
				t.Errorf("%s: %s: English has %q, the rules %q", table, key, got, want)
			}
		}
	}
}

// What tells whom a sentence means has the words of several signs together, told under keys of their own.
func TestReasonsOfWhomASentenceMeansAreKnown(t *testing.T) {
	japanese, err := words.Load(assets.FS, "ja")
	if err != nil {
		t.Fatal(err)
	}
	ja := words.NewReasons(english(t), japanese, nil)
	for key, want := range reasons("partner") {
		if ja.Say(want) == want {
			t.Errorf("%s: %q is not known in another language", key, want)
		}
	}
}

func TestReasonsInAnotherLanguage(t *testing.T) {
	r := words.NewReasons(english(t), load(t, "ja"), nil)
	for _, c := range []struct{ name, english, want string }{
		{"without a word", "named in one clause", "同じ節にある"},
		{"with a word of the article", "the verb “signed” relates them", "動詞「signed」が結ぶ"},
		{"with a word that has quotes of its own", "the verb “signed “off”” relates them", "動詞「signed “off”」が結ぶ"},
		{"one that is not known stays", "an older reason", "an older reason"},
	} {
		if got := r.Say(c.english); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// shouted is a made-up language: each reason is English in brackets, so that what stays English is seen.
func shouted(t *testing.T, en *words.Table) *words.Table {
	t.Helper()
	lines := map[string]string{}
	for _, key := range en.Keys() {
		lines[key] = "[" + en.Say(key) + "]"
	}
	b, err := json.Marshal(lines)
	if err != nil {
		t.Fatal(err)
	}
	table, err := words.Load(fstest.MapFS{"lang/ca.json": {Data: b}}, "ca")
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestWhyAFileWasNotReadIsSaidInAnyLanguage(t *testing.T) {
	en := english(t)
	r := words.NewReasons(en, shouted(t, en), nil)
	reader := func(s string) io.Reader { return strings.NewReader(s) }
	for name, in := range map[string]io.Reader{"a.csv": reader("a,b"), "a.bin": reader("\x01\x02\x00"), "empty.txt": reader(" \n"),
		"large.txt": bytes.NewReader(make([]byte, 2048)), "a.txt": reader("\x00\x01\x02"), "a.pdf": reader("%PDF-1.7"), "a.zip": reader("PK\x05\x06" + strings.Repeat("\x00", 18)), "b.zip": reader("PK\x03\x04"), "a.odt": reader("a"),
		"a.doc": reader("\xd0\xcf\x11\xe0"), "a.rtf": reader("{\\rtf1"), "a.png": reader("\x89PNG"), "a.wav": reader("RIFF\x00\x00"),
		"a.mp3": reader("ID3\x00"), "a.gz": reader("\x1f\x8b"), "a": reader("\x7fELF"), "a.db": reader("SQLite format 3\x00"),
		"cut.txt": iotest.ErrReader(errors.New("the disk is gone")), "no.txt": iotest.ErrReader(fs.ErrPermission)} {
		_, err := ingest.Read(in, name, ingest.Options{MaxBytes: 1024})
		checkSaid(t, r, name, err)
	}
	var gone error
	err := ingest.Files(t.Context(), []string{filepath.Join(t.TempDir(), "gone")}, ingest.Options{}, func(_ data.Article, err error) error {
		gone = err
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	checkSaid(t, r, "a file that is not there", gone)
}

func checkSaid(t *testing.T, r *words.Reasons, name string, err error) {
	t.Helper()
	var input *data.InputError
	if !errors.As(err, &input) {
		t.Errorf("%s: got %v, want an error about the input", name, err)
		return
	}
	if got := r.Say(input.Reason); got != "["+input.Reason+"]" {
		t.Errorf("%s: got %q, want what the made-up language has for %q", name, got, input.Reason)
	}
}
