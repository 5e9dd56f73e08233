package tie

import (
	"io/fs"
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
)

// term is one entry of dates.tsv or units.tsv: what a word, or a phrase that begins with it, means beside a number.
type term struct {
	rest  []string // folded words after the first
	class string
	value string
}

// readTerms reads a table of language, word, class and value into the words of each language. Entries of language *
// belong to all of them. into gives the list of a word that the table fills.
func readTerms(fsys fs.FS, path string, langs map[string]*vocabulary, into func(*word) *[]term) error {
	return readTable(fsys, path, 4, func(c []string) error {
		words := foldedWords(c[1])
		t := term{rest: words[1:], class: c[2], value: c[3]}
		for l, v := range langs {
			if c[0] == l || c[0] == "*" {
				insert(into(v.entry(words[0])), t)
			}
		}
		return nil
	})
}

// insert puts a term into a list that is sorted by length, longest first.
func insert(list *[]term, t term) {
	i := 0
	for i < len(*list) && len((*list)[i].rest) >= len(t.rest) {
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

// date looks up the longest entry of a class of dates.tsv at node i and gives its value and end.
func (s *sentence) date(class string, i int) (value string, end int, ok bool) {
	if i < 0 || i >= len(s.nodes) || s.nodes[i].entry == nil {
		return "", i, false
	}
	return s.term(s.nodes[i].entry.dates, class, i)
}

// unit looks up the longest entry of a class of units.tsv at node i and gives its value and end.
func (s *sentence) unit(class string, i int) (value string, end int, ok bool) {
	if i < 0 || i >= len(s.nodes) || s.nodes[i].entry == nil {
		return "", i, false
	}
	return s.term(s.nodes[i].entry.units, class, i)
}

func (s *sentence) term(list []term, class string, i int) (value string, end int, ok bool) {
	for k := range list {
		t := &list[k]
		if t.class != class || i+len(t.rest) >= len(s.nodes) {
			continue
		}
		match := true
		for n, w := range t.rest {
			match = match && s.fold(i+1+n) == w
		}
		if match {
			return t.value, i + 1 + len(t.rest), true
		}
	}
	return "", i, false
}

// dateIs says whether an entry of dates.tsv of the class stands at node i.
func (s *sentence) dateIs(class string, i int) bool {
	_, _, ok := s.date(class, i)
	return ok
}

// unitIs says whether an entry of units.tsv of the class stands at node i.
func (s *sentence) unitIs(class string, i int) bool {
	_, _, ok := s.unit(class, i)
	return ok
}
