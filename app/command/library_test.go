package command_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// quarrel is a short article with one plain conflict.
const quarrel = "Germany expels diplomats\n\nBERLIN, 3 May 2023 - Germany expelled 30 Russian diplomats on Wednesday. " +
	"Russia condemned Germany for the expulsion.\n"

// library makes a library with the two articles and gives its path.
func library(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.entente")
	run(t, "import", "--library", path, write(t, "visit.txt", visit), write(t, "quarrel.txt", quarrel)).wants(t, 0)
	return path
}

// rowsOf reads the csv that a list command printed, without its head.
func rowsOf(t *testing.T, out string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("no table: %v\n%s", err, out)
	}
	return rows[1:]
}

func TestImportCountsWhatItDid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.entente")
	good, copied := write(t, "visit.txt", visit), write(t, "copy.txt", visit)
	empty := write(t, "empty.txt", "")
	got := run(t, "import", "--library", path, good, empty)
	got.wants(t, 1, empty+": ")
	if !strings.Contains(got.out, "1 article added, 0 known already, 1 failed") {
		t.Errorf("got %q", got.out)
	}
	got = run(t, "import", "--library", path, good, copied, write(t, "quarrel.txt", quarrel))
	got.wants(t, 0)
	if !strings.Contains(got.out, "1 article added, 2 known already, 0 failed") {
		t.Errorf("the second time: got %q", got.out)
	}
}

func TestAnArticleWithoutATitleIsCalledByItsFirstWords(t *testing.T) {
	const words = "Chile sold Norway three ships on Monday, it was said in the…"
	article := write(t, "ships.txt", strings.Repeat("Chile sold Norway three ships on Monday, it was said in the harbour where they lay. ", 4)+"\n")
	path := filepath.Join(t.TempDir(), "test.entente")
	run(t, "import", "--library", path, article).wants(t, 0)
	for _, args := range [][]string{{"articles", "--library", path}, {"search", "--library", path, "ships"}, {"scan", "--format", "table", article}, {"scan", "--explain", article}} {
		if got := run(t, args...).out; !strings.Contains(got, words) {
			t.Errorf("%s does not call the article %q:\n%s", args[0], words, got)
		}
	}
	if rows := rowsOf(t, run(t, "articles", "--library", path, "--format", "csv").out); rows[0][1] != "" {
		t.Errorf("as data the title is %q, want none", rows[0][1])
	}
}

func TestListsOfALibrary(t *testing.T) {
	path := library(t)
	for _, command := range []string{"articles", "ties", "evidence"} {
		t.Run(command, func(t *testing.T) {
			rows := rowsOf(t, run(t, command, "--library", path, "--format", "csv").out)
			if len(rows) < 2 {
				t.Errorf("got %d rows, want one from each article at least", len(rows))
			}
			var all []map[string]any
			if err := json.Unmarshal([]byte(run(t, command, "--library", path, "--format", "json").out), &all); err != nil || len(all) != len(rows) {
				t.Errorf("json has %d rows (%v), csv %d", len(all), err, len(rows))
			}
			if lines := strings.Count(run(t, command, "--library", path, "--format", "jsonl").out, "\n"); lines != len(rows) {
				t.Errorf("jsonl has %d rows, csv %d", lines, len(rows))
			}
			if lines := strings.Count(run(t, command, "--library", path).out, "\n"); lines != len(rows)+1 {
				t.Errorf("the table has %d lines, csv %d rows and a head", lines, len(rows))
			}
		})
	}
}

func TestTiesOfArticlesStoreNothing(t *testing.T) {
	home := home(t)
	t.Setenv("TMPDIR", t.TempDir())
	got := run(t, "ties", "--format", "csv", "--", write(t, "visit.txt", visit))
	got.wants(t, 0)
	if rows := rowsOf(t, got.out); len(rows) != 1 || rows[0][0] != "JP" || rows[0][1] != "RS" {
		t.Errorf("got %v, want JP and RS", rows)
	}
	for _, folder := range []string{home, os.Getenv("TMPDIR")} {
		if left, _ := os.ReadDir(folder); len(left) > 0 {
			t.Errorf("%v is left behind in %s", left, folder)
		}
	}
}

func TestFilters(t *testing.T) {
	path := library(t)
	for name, c := range map[string]struct {
		flags []string
		want  string // the first countries of the ties, in alphabetical order
	}{
		"a country by code":      {[]string{"--country", "RS"}, "JP"},
		"a country by name":      {[]string{"--country", "serbia"}, "JP"},
		"a country in its words": {[]string{"--country", "Србија"}, "JP"},
		"two countries":          {[]string{"--country", "RS,Germany"}, "DE JP"},
		"a stance":               {[]string{"--stance", "conflict"}, "DE"},
		"a field":                {[]string{"--field", "investment"}, "JP"},
		"before":                 {[]string{"--to", "2023"}, "DE"},
		"after":                  {[]string{"--from", "2024-01-01"}, "JP"},
		"between two":            {[]string{"--between", "Serbia,JP"}, "JP"},
		"between others":         {[]string{"--between", "RS,Germany,Fiji"}, ""},
		"surely":                 {[]string{"--min-confidence", "100"}, ""},
		"not surely":             {[]string{"--min-confidence", "1"}, "DE JP"},
		"an article":             {[]string{"--article", "1"}, "JP"},
		"words":                  {[]string{"--search", "diplomats"}, "DE"},
		"more reports":           {[]string{"--min-reports", "2"}, ""},
		"only accepted":          {[]string{"--decision", "accepted"}, ""},
		"any decision":           {[]string{"--decision", "any"}, "DE JP"},
	} {
		t.Run(name, func(t *testing.T) {
			args := append([]string{"ties", "--library", path, "--format", "csv"}, c.flags...)
			got := run(t, args...)
			got.wants(t, 0)
			var first []string
			for _, row := range rowsOf(t, got.out) {
				first = append(first, row[0])
			}
			if strings.Join(sorted(first), " ") != c.want {
				t.Errorf("got ties of %v, want %s", first, c.want)
			}
		})
	}
}

func TestAnEmptyListSaysSo(t *testing.T) {
	path := library(t)
	for _, command := range []string{"ties", "evidence", "articles"} {
		run(t, command, "--library", path, "--country", "Fiji").wants(t, 0, "nothing meets the conditions")
		if got := run(t, command, "--library", path, "--country", "Fiji", "--format", "json"); strings.TrimSpace(got.out) != "[]" || got.errors != "" {
			t.Errorf("%s as json: got %q and %q, want an empty list alone", command, got.out, got.errors)
		}
	}
}

func TestEvidenceOffsetsCountCodePoints(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "a.txt")
	if err := os.WriteFile(file, []byte("🤝 Vučić & co.\n\n"+visit), 0o644); err != nil {
		t.Fatal(err)
	}
	text := []rune(records(t, run(t, "scan", file).out)[0].Text)
	got := run(t, "evidence", "--format", "jsonl", "--", file)
	got.wants(t, 0)
	for line := range strings.Lines(got.out) {
		var e struct {
			Start, End int
			Text       string
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		if quoted := string(text[e.Start:e.End]); quoted != e.Text {
			t.Errorf("text[%d:%d] is %q, want %q", e.Start, e.End, quoted, e.Text)
		}
	}
	if got.out == "" {
		t.Error("no evidence was found")
	}
}

func TestFiltersNameWhatIsAllowed(t *testing.T) {
	for flag, c := range map[string]struct{ value, says string }{
		"--country":        {"Sebria", "did you mean Serbia?"},
		"--field":          {"football", "diplomacy, trade, investment"},
		"--stance":         {"happy", "cooperation, conflict, mixed or neutral"},
		"--modality":       {"maybe", "done, ongoing, planned, proposed or denied"},
		"--decision":       {"sure", "accepted, undecided, rejected or any"},
		"--from":           {"2024-13", "2022-05"},
		"--to":             {"yesterday", "2022-05"},
		"--min-reports":    {"-1", "less than none"},
		"--between":        {"Serbia,RS", "names one country"},
		"--min-confidence": {"0.7", "invalid"},
		"--article":        {"first", "first"},
		"--format":         {"xml", "table, csv, json, jsonl"},
	} {
		t.Run(flag, func(t *testing.T) {
			run(t, "ties", flag+"="+c.value, "--", write(t, "a.txt", visit)).wants(t, 2, c.says)
		})
	}
	run(t, "ties", "--from", "2024", "--to", "2023").wants(t, 2, "lies after")
	run(t, "ties", "--between", "Serbia,Japn").wants(t, 2, "--between", "did you mean Japan?")
	for _, none := range []string{"-1", "101"} {
		run(t, "ties", "--min-confidence", none).wants(t, 2, "from 0 to 100")
	}
}

func TestLibrariesThatCannotBeOpened(t *testing.T) {
	for name, c := range map[string]struct{ path, says string }{
		"none":             {filepath.Join(t.TempDir(), "none.entente"), "there is no library"},
		"a folder":         {t.TempDir(), "not an Entente library"},
		"a text":           {write(t, "a.entente", strings.Repeat("words ", 1000)), "not an Entente library"},
		"a damaged header": {write(t, "b.entente", "SQLite format 3\x00"+strings.Repeat("x", 5000)), "was not changed"},
	} {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			for _, command := range []string{"ties", "articles", "evidence", "check"} {
				run(t, command, "--library", c.path).wants(t, 3, c.says, c.path)
			}
			if after, _ := os.ReadFile(c.path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestSearch(t *testing.T) {
	path := library(t)
	got := run(t, "search", "--library", path, "--format", "jsonl", "diplomat*")
	got.wants(t, 0)
	var hit struct {
		Title, Snippet string
		Marks          [][2]int
	}
	if err := json.Unmarshal([]byte(got.out), &hit); err != nil {
		t.Fatalf("want one hit: %v\n%s", err, got.out)
	}
	if len(hit.Marks) == 0 {
		t.Fatal("nothing is marked")
	}
	for _, m := range hit.Marks {
		if words := string([]rune(hit.Snippet)[m[0]:m[1]]); !strings.HasPrefix(strings.ToLower(words), "diplomat") {
			t.Errorf("%q is marked", words)
		}
	}
	run(t, "search", "--library", path, "...").wants(t, 2, "no word to look for")
	none := run(t, "search", "--library", path, "zebra")
	if none.wants(t, 0, "no article holds these words"); none.out != "" {
		t.Errorf("got %q on standard output", none.out)
	}
}

func TestASearchTakesAMinusSignForItsOwn(t *testing.T) {
	path := library(t)
	all := run(t, "search", "--library", path, "--format", "jsonl", "agreement OR diplomats")
	for _, args := range [][]string{{"(agreement", "OR", "diplomats)", "-japan"}, {"-japan", "(agreement OR diplomats)"}, {"-japan", "--", "(agreement", "OR", "diplomats)"}} {
		got := run(t, append([]string{"search", "--library", path, "--format", "jsonl", "--limit", "9"}, args...)...)
		got.wants(t, 0)
		if len(got.out) == 0 || len(got.out) >= len(all.out) {
			t.Errorf("%q gives\n%s", args, got.out)
		}
	}
	for query, want := range map[string]string{"-japan": "no word to look for", "(a AND": "does not close", "a)": "does not open", `"a b`: "quotation mark"} {
		run(t, "search", "--library", path, query).wants(t, 2, want)
	}
	run(t, "search", "--library", path, "--limit", "-5", "a").wants(t, 2, "--limit -5")
	run(t, "ties", "--library", path, "--search", "(a").wants(t, 2, "does not close")
}

func TestCheckFindsALibraryWhole(t *testing.T) {
	got := run(t, "check", "--library", library(t))
	got.wants(t, 0)
	if !strings.Contains(got.out, "is whole: 2 articles") {
		t.Errorf("got %q", got.out)
	}
}

func TestRescanSaysWhatItDid(t *testing.T) {
	got := run(t, "rescan", "--library", library(t))
	got.wants(t, 0)
	if !strings.Contains(got.out, "0 articles scanned anew") {
		t.Errorf("got %q: the rules are the same", got.out)
	}
}

func TestExportWritesFiles(t *testing.T) {
	path, folder := library(t), t.TempDir()
	for _, format := range []string{"csv", "geojson", "gexf", "graphml", "json", "kml", "xlsx"} {
		t.Run(format, func(t *testing.T) {
			file := filepath.Join(folder, "out."+format)
			run(t, "export", "--library", path, "-o", file).wants(t, 0)
			if info, err := os.Stat(file); err != nil || info.Size() == 0 {
				t.Errorf("nothing was written: %v", err)
			}
		})
	}
	run(t, "export", "--library", path, "-o", filepath.Join(folder, "none", "a.csv")).wants(t, 1, "the folder does not exist")
	run(t, "export", "--library", path).wants(t, 2, "-o FILE")
	run(t, "export", "--library", path, "-o", "a.doc").wants(t, 2, ".geojson")
	run(t, "export", "--library", path, "-o", "-").wants(t, 2, "--format")
	if got := run(t, "export", "--library", path, "-o", "-", "--format", "json"); !json.Valid([]byte(got.out)) {
		t.Errorf("no JSON on standard output:\n%s", got.out)
	}
}

func TestALibraryThatCannotBeMeantIsRefused(t *testing.T) {
	run(t, "import", "--library", "", write(t, "visit.txt", visit)).wants(t, 2, "--library names no file")
	folder := filepath.Join(t.TempDir(), "nowhere")
	run(t, "import", "--library", filepath.Join(folder, "a.entente"), write(t, "visit.txt", visit)).wants(t, 3, "there is no folder "+folder)
}
