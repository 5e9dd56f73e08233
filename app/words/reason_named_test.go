package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/app/words"
	"entente/assets"
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/mention"
	"entente/data/text"
)

// given collects the reasons that data/mention gives, from its source: every string of more than a word, and in place of
// what is added to it "{country}" or "{what}".
func given(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../data/mention/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok {
				return true
			}
			frame, ok := frameOf(e)
			if ok && strings.Contains(frame, " ") && !slices.Contains(all, frame) {
				all = append(all, frame)
			}
			return !ok
		})
	}
	return all
}

// frameOf gives the words of a string or of a sum with a string in it, and whether the expression is one.
func frameOf(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		words, err := strconv.Unquote(e.Value)
		return words, e.Kind == token.STRING && err == nil
	case *ast.BinaryExpr:
		a, isA := frameOf(e.X)
		b, isB := frameOf(e.Y)
		return a + b, e.Op == token.ADD && (isA || isB)
	case *ast.CallExpr:
		return "{country}", false
	case *ast.SelectorExpr:
		return "{what}", false
	}
	return "", false
}

// kinds are what the tables of names say that words are instead of a country's name, stand for, or hold as an office.
func kinds(t *testing.T) []string {
	t.Helper()
	var all []string
	for table, column := range map[string]int{"traps": 2, "metonyms": 4, "people": 5} {
		content, err := fs.ReadFile(assets.FS, "names/"+table+".tsv")
		if err != nil {
			t.Fatal(err)
		}
		head := true
		for line := range strings.Lines(string(content)) {
			columns := strings.Split(strings.TrimRight(line, "\n"), "\t")
			if strings.HasPrefix(line, "#") || len(columns) <= column {
				continue
			}
			if !head && !slices.Contains(all, columns[column]) {
				all = append(all, columns[column])
			}
			head = false
		}
	}
	return all
}

// compareWith compares the English sentences under a prefix with what there is to say, some of which stands elsewhere.
func compareWith(t *testing.T, prefix string, all, elsewhere []string) {
	t.Helper()
	en := english(t)
	written := map[string]bool{}
	for _, key := range en.Keys() {
		if strings.HasPrefix(key, prefix) {
			said := en.Say(key)
			if written[said] {
				t.Errorf("%s: %q is written twice", key, said)
			}
			if written[said] = true; !slices.Contains(all, said) {
				t.Errorf("%s: nothing gives %q", key, said)
			}
		}
	}
	for _, said := range all {
		if !written[said] && !slices.Contains(elsewhere, said) {
			t.Errorf("no sentence under %q says %q", prefix, said)
		}
	}
}

func TestReasonsOfNamesAreThoseOfTheCode(t *testing.T) {
	reasons, what := given(t), kinds(t)
	compareWith(t, "named.", reasons, what)
	compareWith(t, "what.", what, reasons)
}

// localNames gives the countries' names in a language by those in English, as the window does.
func localNames(t *testing.T, language string) func(string) string {
	t.Helper()
	g, err := gazetteer.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range g.Countries() {
		if p, _ := g.Lookup(g.Name(c.Code, "en")); p != c.Code {
			t.Errorf("%s is found as %s by its English name", c.Code, p)
		}
	}
	return func(english string) string {
		if p, ok := g.Lookup(english); ok {
			return g.Name(p, language)
		}
		return english
	}
}

func TestReasonsOfNamesInAnotherLanguage(t *testing.T) {
	de, err := words.Load(assets.FS, "de")
	if err != nil {
		t.Fatal(err)
	}
	r := words.NewReasons(english(t), de, localNames(t, "de"))
	for _, c := range []struct{ name, english, want string }{
		{"without a place", "the capital", "die Hauptstadt"},
		{"what a table says", "it is a sea or ocean", "es ist ein Meer oder Ozean"},
		{"a country and an office", "speaks for Hungary: prime minister", "spricht für dieses Land (Ungarn): Ministerpräsident"},
		{"the longer frame goes first", "speaks for Hungary, known by the surname: president",
			"spricht für dieses Land (Ungarn), unter dem Nachnamen bekannt: Präsident"},
		{"an ending after the country", "introduced before as Japan's", "zuvor bei diesem Land vorgestellt (Japan)"},
		{"either of two", "words nearby speak for Dominica, or for neither", "Wörter in der Nähe sprechen für dieses Land (Dominica) oder für keines"},
		{"what is not known stays", "stands for the country: winter garden", "steht für das Land: winter garden"},
		{"a country that is not known stays", "introduced as a firm of Ruritania", "als Firma dieses Landes vorgestellt (Ruritania)"},
	} {
		if got := r.Say(c.english); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestReasonsOfNamesOfSentences says every reason that the sentences of data/mention's tests meet.
func TestReasonsOfNamesOfSentences(t *testing.T) {
	content, err := os.ReadFile("../../data/mention/testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	f, en := mention.New(g), english(t)
	r := words.NewReasons(en, shouted(t, en), func(name string) string { return "[" + name + "]" })
	language, met := "", map[string]bool{}
	for line := range strings.Lines(string(content)) {
		if strings.HasPrefix(line, "[") {
			language, _, _ = strings.Cut(strings.Trim(line, "[]\n"), " ")
			continue
		}
		a := &data.Article{Text: text.Normalise(line), Language: language}
		for _, c := range f.Explain(a, text.Parse(a)) {
			met[c.Why] = true
			if got := r.Say(c.Why); !strings.HasPrefix(got, "[") {
				t.Errorf("%q is not known", got)
			}
		}
	}
	if len(met) < 60 {
		t.Errorf("only %d reasons were met", len(met))
	}
}
