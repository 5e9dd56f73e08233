package tie_test

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"entente/assets"
	"entente/data/text"
	"entente/data/tie"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// rows reads a table of assets/rules, comments left out.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := assets.FS.Open("rules/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out [][]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

var otherLanguages = []string{"de", "es", "fr", "ja", "ro", "ru", "sr", "zh"}

func TestOtherWordsAreSortedAndHaveOneSenseEach(t *testing.T) {
	class := map[string]string{}
	for _, c := range rows(t, "other-senses.tsv") {
		class[c[0]] = c[1]
	}
	sense, before := map[string]string{}, ""
	for _, c := range rows(t, "other-words.tsv") {
		if at := c[0] + "\t" + c[1]; at <= before {
			t.Errorf("row %q stands after %q", at, before)
		} else {
			before = at
		}
		words := strings.Split(c[2], ", ")
		if !slices.IsSorted(words) {
			t.Errorf("words of %s in %s are not sorted", c[0], c[1])
		}
		if class[c[0]] != "verb" && class[c[0]] != "noun" {
			continue
		}
		for _, w := range words {
			if old := sense[c[1]+w]; old != "" {
				t.Errorf("%s: %q is both %s and %s", c[1], w, old, c[0])
			}
			sense[c[1]+w] = c[0]
		}
	}
}

func TestHomesAreSortedAndNoWordTellsOfTwo(t *testing.T) {
	home := map[string]string{}
	for _, c := range rows(t, "homes.tsv") {
		words := strings.Split(c[2], ", ")
		if !slices.IsSorted(words) {
			t.Errorf("words of %s in %s are not sorted", c[1], c[0])
		}
		for _, w := range words {
			if old := home[c[0]+w]; old != "" {
				t.Errorf("%s: %q tells of both %s and %s", c[0], w, old, c[1])
			}
			home[c[0]+w] = c[1]
		}
	}
}

func TestEverySenseThatRelatesHasWordsInEveryLanguage(t *testing.T) {
	have := map[string][]string{}
	for _, c := range rows(t, "other-words.tsv") {
		have[c[0]] = append(have[c[0]], c[1])
	}
	for _, c := range rows(t, "other-senses.tsv") {
		if got := have[c[0]]; (c[1] == "verb" || c[1] == "noun") && !slices.Equal(got, otherLanguages) {
			t.Errorf("%s has words in %v, want %v", c[0], got, otherLanguages)
		}
	}
}

func TestListsAreSorted(t *testing.T) {
	before := ""
	for _, c := range rows(t, "lists.tsv") {
		if at := c[0] + "\t" + c[1]; at <= before {
			t.Errorf("row %q stands after %q", at, before)
		} else {
			before = at
		}
	}
}

// A rule asks for one word of the text, or for a verb or noun by its name: a row that is neither is never found.
func TestEveryWordOfAListCanBeFound(t *testing.T) {
	names := map[string]bool{token.UnknownVerb.Word: true}
	for _, table := range []string{"verbs.tsv", "nouns.tsv"} {
		for _, c := range rows(t, table) {
			names[c[1]] = true
		}
	}
	for _, c := range rows(t, "lists.tsv") {
		one := c[1] == text.Fold(c[1]) && !strings.ContainsAny(c[1], " -")
		if !one && !names[c[1]] {
			t.Errorf("%s: %q is neither one folded word nor a verb or noun of the tables", c[0], c[1])
		}
	}
}

func TestEveryListIsAskedFor(t *testing.T) {
	asked, lists := map[string]bool{}, reflect.TypeFor[rules.Lists]()
	files, err := filepath.Glob("internal/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\.Lists\.(\w+)`).FindAllSubmatch(b, -1) {
			asked[string(m[1])] = true
		}
	}
	for i := range lists.NumField() {
		if name := lists.Field(i).Name; !asked[name] {
			t.Errorf("no rule asks for the list %s", name)
		}
	}
}

func TestAListWithoutWordsIsAFault(t *testing.T) {
	files := withRow(t, "", "").(fstest.MapFS)
	table := files["rules/lists.tsv"]
	table.Data = regexp.MustCompile(`(?m)^walls\t.*\n`).ReplaceAll(table.Data, nil)
	if _, err := tie.Load(files); !strings.Contains(fmt.Sprint(err), "no word of walls") {
		t.Errorf("got %v, want that there is no word of walls", err)
	}
}

func TestOtherTablesNameTheLineAtFault(t *testing.T) {
	for _, c := range []struct{ table, row, want string }{
		{"other-senses.tsv", "greet\tverb\tHUG\t?\t1\t-\t-", "unknown stance"},
		{"other-senses.tsv", "greet\tmark\t-\t-\t0\t-\t-", "unknown mark"},
		{"other-senses.tsv", "greet\tadverb\t-\t-\t0\t-\t-", "unknown class"},
		{"lists.tsv", "no-such-list\tword", "unknown list"},
		{"lists.tsv", "walls\tfence", "twice"},
		{"lists.tsv", "walls", "columns"},
		{"lists.tsv", "walls\t", "no word"},
		{"other-words.tsv", "no such sense\tsr\tpotpis*", "unknown sense"},
	} {
		_, err := tie.Load(withRow(t, "rules/"+c.table, c.row))
		if got := fmt.Sprint(err); !strings.Contains(got, c.want) || !strings.Contains(got, c.table) {
			t.Errorf("%s with %q: got %v, want %q and the table's name", c.table, c.row, err, c.want)
		}
	}
}

// withRow is the rules with one more row in a table.
func withRow(t *testing.T, table, row string) fs.FS {
	t.Helper()
	names, err := fs.Glob(assets.FS, "rules/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, name := range names {
		b, err := fs.ReadFile(assets.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if name == table {
			b = append(b, row+"\n"...)
		}
		files[name] = &fstest.MapFile{Data: b}
	}
	return files
}
