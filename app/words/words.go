// Package words holds what the program says to people, by language: whole sentences with named places for values, and
// their plural forms.
//
// A sentence is looked up by its key and lives in assets/lang/LANGUAGE.json. Nothing is glued together from parts, so
// that each language can put its words in its own order. Numbers, amounts and dates follow the language too. The package
// does not choose the language and knows no window. A Table does not change after Load and is safe for concurrent use.
package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// folder is where the languages lie among the assets.
const folder = "lang"

// Table holds the sentences of one language. The zero Table answers every key with the key itself.
type Table struct {
	code    string
	tag     language.Tag
	lines   map[string]forms
	printer *message.Printer
	scales  []scale // names of large numbers, the largest first
}

// forms holds a sentence by plural form; a sentence without plurals has the one form "other".
type forms struct {
	other string
	more  map[string]string // the other plural forms, nil where there are none
}

// formsOf reads a string, or an object of strings by plural form.
func formsOf(value any) (forms, error) {
	f := forms{}
	switch v := value.(type) {
	case string:
		f.other = v
		return f, nil
	case map[string]any:
		f.more = make(map[string]string, len(v))
		for form, line := range v {
			text, ok := line.(string)
			if !ok {
				return f, fmt.Errorf("the form %q of a sentence is no text", form)
			}
			f.more[form] = text
		}
		other, ok := f.more["other"]
		if !ok {
			return f, fmt.Errorf("a sentence with plurals needs the form %q", "other")
		}
		f.other = other
		return f, nil
	}
	return f, fmt.Errorf("a sentence is neither text nor plural forms: %v", value)
}

// Load reads the sentences of a language, such as "en" or "sr-Latn", from lang/CODE.json.
func Load(assets fs.FS, code string) (*Table, error) {
	name := folder + "/" + code + ".json"
	content, err := fs.ReadFile(assets, name)
	if err != nil {
		return nil, fmt.Errorf("read language: %w", err)
	}
	tag, err := language.Parse(code)
	if err != nil {
		return nil, fmt.Errorf("read language %s: %w", code, err)
	}
	t := &Table{code: code, tag: tag, printer: message.NewPrinter(tag)}
	var lines map[string]any // read in one go: a method for each sentence takes half as long again
	if err := json.Unmarshal(content, &lines); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	t.lines = make(map[string]forms, len(lines))
	for key, value := range lines {
		if t.lines[key], err = formsOf(value); err != nil {
			return nil, fmt.Errorf("read %s: %s: %w", name, key, err)
		}
	}
	t.scales = scalesOf(t.lines["number.powers"].other)
	return t, nil
}

// nameKey is the key of a language's own name, with which its file begins.
const nameKey = "language.name"

// Name gives a language's own name without reading all of its sentences. A file that does not begin with it is read whole.
func Name(assets fs.FS, code string) (string, error) {
	f, err := assets.Open(folder + "/" + code + ".json")
	if err != nil {
		return "", fmt.Errorf("read language: %w", err)
	}
	defer f.Close() //nolint:errcheck // nothing is written
	d := json.NewDecoder(f)
	for _, want := range [...]json.Token{json.Delim('{'), nameKey} {
		if got, err := d.Token(); err != nil || got != want {
			t, err := Load(assets, code)
			if err != nil {
				return "", err
			}
			return t.Say(nameKey), nil
		}
	}
	name := ""
	if err := d.Decode(&name); err != nil {
		return "", fmt.Errorf("read language %s: its name: %w", code, err)
	}
	return name, nil
}

// Languages lists the codes of the languages that Load can read, in alphabetical order.
func Languages(assets fs.FS) []string {
	names, _ := fs.Glob(assets, folder+"/*.json") // the pattern is right, so there is no error
	codes := make([]string, 0, len(names))
	for _, n := range names {
		codes = append(codes, strings.TrimSuffix(strings.TrimPrefix(n, folder+"/"), ".json"))
	}
	sort.Strings(codes)
	return codes
}

// fallback is the language of those who want none that there is.
const fallback = "en"

// Match gives the language, among those that Load can read, that serves best a person who wants one of these, given by
// BCP 47 tags such as "de-AT", the dearest first. It is English where none of them is there; what is no tag is passed over.
func Match(assets fs.FS, wanted ...string) string {
	codes := []string{fallback} // in front, which is where a matcher looks when nothing fits
	for _, c := range Languages(assets) {
		if c != fallback {
			codes = append(codes, c)
		}
	}
	var tags []language.Tag
	for _, c := range codes {
		tags = append(tags, language.Make(c))
	}
	matcher := language.NewMatcher(tags)
	for _, w := range wanted {
		tag, err := language.Parse(w)
		if err != nil {
			continue
		}
		if _, i, confidence := matcher.Match(tag); confidence >= language.High {
			return codes[i]
		}
	}
	return fallback
}

// formNames are the plural forms as the files name them.
var formNames = [...]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few",
	plural.Many: "many"}

// Code is the language's code as given to Load.
func (t *Table) Code() string { return t.code }

// Keys lists every key, in alphabetical order.
func (t *Table) Keys() []string {
	keys := make([]string, 0, len(t.lines))
	for k := range t.lines {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Say gives the sentence of key. Values come as pairs of a name and what to put for "{name}". An unknown key gives the
// key itself, so that a gap can be seen and does no harm.
func (t *Table) Say(key string, values ...any) string {
	return t.fill(key, "other", values)
}

// Count gives the sentence of key in the plural form that n asks for; "{n}" in it stands for n itself.
func (t *Table) Count(key string, n int, values ...any) string {
	form := formNames[plural.Cardinal.MatchPlural(t.tag, n, 0, 0, 0, 0)]
	return t.fill(key, form, append([]any{"n", t.Number(n)}, values...))
}

func (t *Table) fill(key, form string, values []any) string {
	f, ok := t.lines[key]
	if !ok {
		return key
	}
	line, ok := f.more[form]
	if !ok {
		line = f.other
	}
	if len(values) == 0 {
		return line
	}
	pairs := make([]string, 0, len(values))
	for i := 0; i+1 < len(values); i += 2 {
		pairs = append(pairs, fmt.Sprintf("{%v}", values[i]), fmt.Sprint(values[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(line)
}

// Has says whether the table knows key.
func (t *Table) Has(key string) bool {
	_, ok := t.lines[key]
	return ok
}
