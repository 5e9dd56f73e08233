package rules

import (
	"io/fs"
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
)

// Term is one entry of dates.tsv or units.tsv: what a word, or a phrase that begins with it, means beside a number.
type Term struct {
	Rest  []string // folded words after the first
	Class string
	Value string
}

// Terms reads a table of language, word, class and value into the words of each language. Entries of language *
// belong to all of them. into gives the list of a word that the table fills.
func Terms(fsys fs.FS, path string, langs map[string]*Vocabulary, into func(*Word) *[]Term) error {
	return Table(fsys, path, 4, func(c []string) error {
		words := foldedWords(c[1])
		t := Term{Rest: words[1:], Class: c[2], Value: c[3]}
		for l, v := range langs {
			if c[0] == l || c[0] == "*" {
				insert(into(v.entry(words[0])), t)
			}
		}
		return nil
	})
}

// insert puts a term into a list that is sorted by length, longest first.
func insert(list *[]Term, t Term) {
	i := 0
	for i < len(*list) && len((*list)[i].Rest) >= len(t.Rest) {
		i++
	}
	*list = slices.Insert(*list, i, t)
}

// foldedWords cuts an entry as texts are cut.
func foldedWords(s string) []string {
	d := text.Parse(&data.Article{Text: s})
	out := make([]string, len(d.Tokens))
	for i := range out {
		out[i] = strings.Clone(d.Fold(i))
	}
	return out
}
