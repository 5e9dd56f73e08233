package command_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/app/command"
	"entente/app/export"
	"entente/assets"
)

// visit is a short article with one plain tie.
const visit = "Japan and Serbia sign trade agreement\n\nBELGRADE, 12 March 2024 - Japan and Serbia signed an agreement on trade in Belgrade on Tuesday. " +
	"Japanese companies will invest 200 million euros in Serbia, the Serbian government said.\n"

// records reads what scan printed.
func records(t *testing.T, out string) []export.Record {
	t.Helper()
	var all []export.Record
	for line := range strings.Lines(out) {
		var r export.Record
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&r); err != nil {
			t.Fatalf("a line is no record: %v\n%s", err, line)
		}
		all = append(all, r)
	}
	return all
}

func TestScanOffsetsCountCodePointsWhateverTheText(t *testing.T) {
	for name, before := range map[string]string{
		"nothing before":   "",
		"emoji":            "🇯🇵🤝🇷🇸 👩‍👩‍👧‍👦 Markets cheered.\n\n",
		"combining marks":  "Café nai\u0308ve A\u030a s\u0323\u0307 were served.\n\n",
		"carriage returns": "First line.\r\nSecond line.\r\n\r\n",
		"byte order mark":  "\ufeff",
		"old line ends":    "First paragraph.\r\rSecond.\r\r",
		"Japanese":         "セルビアと日本。\n\n",
		"zero width":       "So\u200bme zero\u00adwidth\ufeff things.\n\n",
		"astral letters":   "𝔖erbia and 𠮷野家.\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, "scan", write(t, "a.txt", before+visit))
			got.wants(t, 0)
			for _, r := range records(t, got.out) {
				if len(r.Mentions) == 0 {
					t.Error("found no mention")
				}
				checkOffsets(t, r)
			}
		})
	}
}

// checkOffsets fails where a range does not give the words that are quoted.
func checkOffsets(t *testing.T, r export.Record) {
	t.Helper()
	text := []rune(r.Text)
	quotes := func(what string, start, end int, words string) {
		if start < 0 || end > len(text) || start >= end {
			t.Errorf("%s %q: range %d to %d of %d", what, words, start, end, len(text))
		} else if got := string(text[start:end]); got != words {
			t.Errorf("%s: text[%d:%d] is %q, want %q", what, start, end, got, words)
		}
	}
	for _, m := range r.Mentions {
		quotes("mention", m.Start, m.End, m.Text)
	}
	for _, tie := range r.Ties {
		for _, e := range tie.Evidence {
			quotes("evidence", e.Start, e.End, e.Text)
		}
	}
	for _, o := range r.Omitted {
		if o.Start < 0 || o.End > len(text) || o.Start >= o.End {
			t.Errorf("omitted: range %d to %d of %d", o.Start, o.End, len(text))
		}
	}
}

func TestScanPrintsTheKeysOfTheContract(t *testing.T) {
	got := run(t, "scan", write(t, "visit.txt", visit))
	got.wants(t, 0)
	var raw map[string]any
	if err := json.Unmarshal([]byte(got.out), &raw); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"source", "title", "publisher", "published", "language", "text", "omitted", "mentions", "ties"} {
		if _, ok := raw[key]; !ok {
			t.Errorf("the record has no %q", key)
		}
	}
	for _, key := range []string{"omitted", "mentions", "ties"} {
		if _, ok := raw[key].([]any); !ok {
			t.Errorf("%q is %T, want a list even where there is nothing", key, raw[key])
		}
	}
}

func TestScanGoesOnAfterFilesThatItCannotUse(t *testing.T) {
	folder := t.TempDir()
	put := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	noise := strings.Repeat("\x00\x01\x02\xfe\xff\x80\x13\x00", 200)
	good, last := put("good.txt", visit), put("last.txt", visit+"More.\n")
	for name, path := range map[string]string{
		"missing":        filepath.Join(folder, "none.txt"),
		"empty":          put("empty.txt", ""),
		"only blanks":    put("blank.txt", " \n\n\t\n"),
		"binary":         put("photo.txt", "\x89PNG\r\n\x1a\n"+noise),
		"a program":      put("prog", "\x7fELF\x02\x01\x01"+noise),
		"another format": put("film.mp4", "\x00\x00\x00\x18ftypmp42\x00\x00"),
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, "scan", good, path, last)
			got.wants(t, 1, path+": ")
			if n := len(records(t, got.out)); n != 2 {
				t.Errorf("got %d records, want the two good files'", n)
			}
			if strings.Count(got.errors, "\n") != 1 {
				t.Errorf("want one message a file, got:\n%s", got.errors)
			}
		})
	}
}

func TestScanSurvivesFoldersThatLinkToThemselves(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.txt"), []byte(visit), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(folder, filepath.Join(folder, "again")); err != nil {
		t.Skip("no links here")
	}
	if n := len(records(t, run(t, "scan", folder).out)); n != 1 {
		t.Errorf("got %d records, want 1", n)
	}
}

func TestScanReadsStandardInput(t *testing.T) {
	got := runWith(t, visit, "scan", "-")
	got.wants(t, 0)
	if r := records(t, got.out); len(r) != 1 || r[0].Source != "-" {
		t.Errorf("got %+v, want one record from -", r)
	}
}

func TestScanKeepsTheOrderOfItsInput(t *testing.T) {
	folder := t.TempDir()
	var paths []string
	for i := range 60 {
		path := filepath.Join(folder, string(rune('a'+i%26))+strings.Repeat("x", 60-i)+".txt")
		// Long texts first, so that later ones are done before them.
		if err := os.WriteFile(path, []byte(strings.Repeat(visit+"\n", 1+(60-i)*2)), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	got := records(t, run(t, append([]string{"scan"}, paths...)...).out)
	if len(got) != len(paths) {
		t.Fatalf("got %d records, want %d", len(got), len(paths))
	}
	for i, r := range got {
		if r.Source != paths[i] {
			t.Fatalf("record %d is of %s, want %s", i, r.Source, paths[i])
		}
	}
}

func TestScanAsATable(t *testing.T) {
	got := run(t, "scan", "--format", "table", write(t, "visit.txt", visit))
	got.wants(t, 0)
	if !strings.Contains(got.out, "Japan and Serbia sign trade agreement") || !strings.Contains(got.out, "Japan – Serbia") {
		t.Errorf("the table lacks the title or the tie:\n%s", got.out)
	}
}

func TestScanStopsWhenItIsTold(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errors strings.Builder
	status := command.Run(ctx, command.Program{Assets: assets.FS, Stdin: blocked{}, Stdout: &out, Stderr: &errors}, []string{"scan", "-"})
	result{status, out.String(), errors.String()}.wants(t, 1, "stopped before it was done")
}

// blocked is a standard input on which nobody types.
type blocked struct{}

func (blocked) Read([]byte) (int, error) { select {} }

func TestUsageErrorsGiveStatusTwo(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"no path":         {[]string{"scan"}, "needs at least one PATH"},
		"unknown command": {[]string{"sacn"}, "sacn"},
		"unknown flag":    {[]string{"scan", "--fast", "x"}, "--fast"},
		"unknown format":  {[]string{"scan", "--format", "xml", "x"}, "jsonl, table"},
		"bad log level":   {[]string{"version", "--log-level", "loud"}, "debug, info, warn, error"},
		"bad log file":    {[]string{"version", "--log-file", "/nowhere/at/all.log"}, "/nowhere/at/all.log"},
	} {
		t.Run(name, func(t *testing.T) { run(t, c.args...).wants(t, 2, c.says) })
	}
}

func TestMessagesShowTheControlCharactersOfAName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a\x1b[31m\nentente: b.txt")
	if err := os.WriteFile(path, []byte{0, 0}, 0o600); err != nil {
		t.Skipf("no such names here: %v", err)
	}
	got := run(t, "scan", path)
	got.wants(t, 1)
	if want := `a\x1b[31m\nentente: b.txt: `; strings.Count(got.errors, "\n") != 1 || !strings.Contains(got.errors, want) {
		t.Errorf("got %q, want one line with %s", got.errors, want)
	}
}
