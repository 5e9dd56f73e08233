package tie_test

import (
	"math/rand/v2"
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

func TestTornArticlesAreRead(t *testing.T) {
	m, f := finders(t)
	r := rand.New(rand.NewPCG(3, 5))
	for range 12 {
		for _, article := range gold(t) {
			a := &data.Article{Text: tear(r, article), Language: "en", Published: "2025-01-08"}
			d := text.Parse(a)
			for _, e := range f.Find(a, d, m.Find(a, d)) {
				if e.Start < 0 || e.Start >= e.End || e.End > len(a.Text) {
					t.Fatalf("evidence of %v stands at %d to %d of a text of %d bytes:\n%s", e.Pair, e.Start, e.End, len(a.Text), a.Text)
				}
			}
		}
	}
}
