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
type forms map[string]string

// UnmarshalJSON reads a string, or an object of strings by plural form.
func (f *forms) UnmarshalJSON(b []byte) error {
	var one string
	if err := json.Unmarshal(b, &one); err == nil {
		*f = forms{"other": one}
		return nil
	}
	many := map[string]string{}
	if err := json.Unmarshal(b, &many); err != nil {
		return err
	}
	if _, ok := many["other"]; !ok {
		return fmt.Errorf("a sentence with plurals needs the form %q", "other")
	}
	*f = many
	return nil
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
	if err := json.Unmarshal(content, &t.lines); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	t.scales = scalesOf(t.lines["number.powers"]["other"])
	return t, nil
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
	form := [...]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two",
		plural.Few: "few", plural.Many: "many"}[plural.Cardinal.MatchPlural(t.tag, n, 0, 0, 0, 0)]
	return t.fill(key, form, append([]any{"n", t.Number(n)}, values...))
}

func (t *Table) fill(key, form string, values []any) string {
	line, ok := t.lines[key][form]
	if !ok {
		if line, ok = t.lines[key]["other"]; !ok {
			return key
		}
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
