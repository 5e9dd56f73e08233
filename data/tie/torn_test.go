package tie_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/text"
)

// tear makes of an article what bad copies make of it: words lost, doubled, moved, and marks and little words where none belong.
func tear(r *rand.Rand, article string) string {
	marks := []string{",", ";", ":", " —", "?", "\n", "\n\n", ".", " (", ")", "”", " “", "'s", " and", " of", " which", " the", " to"}
	words := strings.Split(article, " ")
	for range 3 + len(words)/15 {
		i, k := r.IntN(len(words)), r.IntN(len(words))
		switch r.IntN(5) {
		case 0:
			words[i] = ""
		case 1:
			words[i] = words[k]
		case 2:
			words[i], words[k] = words[k], words[i]
		case 3:
			words[i] += marks[r.IntN(len(marks))]
		case 4:
			words[i] = strings.TrimRight(words[i], ".,;:")
		}
	}
	return text.Normalise(strings.Join(words, " "))
}

// holds says what of the evidence is untrue of its article: words that are not at their place, or who acts being neither of the two.
func holds(a *data.Article, e *data.Evidence) error {
	stated := e.Statement()
	if err := stated.Check(a.Text); err != nil {
		return err
	}
	for _, f := range e.Figures {
		if !e.Contains(f.Span) {
			return fmt.Errorf("the figure %q stands outside it", f.Text)
		}
	}
	if !(e.Confidence >= 0 && e.Confidence <= 1) {
		return fmt.Errorf("a confidence of %v", e.Confidence)
	}
	return nil
}

func TestTornArticlesAreRead(t *testing.T) {
	m, f := finders(t)
	r := rand.New(rand.NewPCG(3, 5))
	texts := goldByLanguage(t)
	texts["en"] = gold(t)
	for _, language := range slices.Sorted(maps.Keys(texts)) {
		for range 6 {
			for _, article := range texts[language] {
				a := &data.Article{Text: tear(r, article), Language: language, Published: "2025-01-08"}
				d := text.Parse(a)
				for _, e := range f.Find(a, d, m.Find(a, d)) {
					if err := holds(a, &e); err != nil {
						t.Fatalf("%q for %v: %v, in\n%s", e.Text, e.Pair, err, a.Text)
					}
				}
			}
		}
	}
}
