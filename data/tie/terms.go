package tie

import (
	"io/fs"
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

// terms maps the first folded word of an entry to the entries, longest first.
type terms map[string][]term

// readTerms reads a table of language, word, class and value. Entries of language * belong to each of langs.
func readTerms(fsys fs.FS, path string, langs []string) (map[string]terms, error) {
	out := map[string]terms{}
	for _, l := range langs {
		out[l] = terms{}
	}
	err := readTable(fsys, path, 4, func(c []string) error {
		words := foldedWords(c[1])
		t := term{rest: words[1:], class: c[2], value: c[3]}
		for _, l := range langs {
			if c[0] == l || c[0] == "*" {
				out[l].add(words[0], t)
			}
		}
		return nil
	})
	return out, err
}

func (ts terms) add(first string, t term) {
	list := ts[first]
	i := 0
	for i < len(list) && len(list[i].rest) >= len(t.rest) {
		i++
	}
	ts[first] = append(list[:i:i], append([]term{t}, list[i:]...)...)
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

// term looks up the longest entry of a class at node i and gives its value and end; ok is false where there is none.
func (s *sentence) term(ts terms, class string, i int) (value string, end int, ok bool) {
	if i < 0 || i >= len(s.nodes) {
		return "", i, false
	}
	for _, t := range ts[s.fold(i)] {
		if t.class != class || i+len(t.rest) >= len(s.nodes) {
			continue
		}
		match := true
		for k, w := range t.rest {
			match = match && s.fold(i+1+k) == w
		}
		if match {
			return t.value, i + 1 + len(t.rest), true
		}
	}
	return "", i, false
}

// is says whether the entry of word i has the class.
func (s *sentence) termIs(ts terms, class string, i int) bool {
	_, _, ok := s.term(ts, class, i)
	return ok
}
