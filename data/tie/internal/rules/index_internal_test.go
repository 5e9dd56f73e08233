package rules

import (
	"fmt"
	"testing"

	"entente/assets"
)

func TestTheIndexFindsEveryWordAndNoOther(t *testing.T) {
	all, err := Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	for lang, v := range all {
		v.Settle()
		for w, want := range v.words {
			if got := v.index.At(w); got != want {
				t.Fatalf("%s: %q gives another word", lang, w)
			}
			for _, near := range []string{w + "x", "x" + w, w[:len(w)-1], w + w} {
				if _, known := v.words[near]; !known && v.index.At(near) != nil {
					t.Fatalf("%s: %q is taken for a word", lang, near)
				}
			}
		}
	}
}

// BenchmarkIndex10000Words looks six words up, and its twin in a map.
func BenchmarkIndex10000Words(b *testing.B) {
	words := map[string]*Word{}
	for i := range 10_000 {
		words[fmt.Sprint("word", i)] = &Word{}
	}
	x := IndexOf(words)
	b.ReportAllocs()
	asked := []string{"the", "of", "word77", "word9999", "agreement", "internationally"}
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			for _, w := range asked {
				x.At(w)
			}
		}
	})
	b.Run("map", func(b *testing.B) {
		n := 0
		for b.Loop() {
			for _, w := range asked {
				if words[w] != nil {
					n++
				}
			}
		}
	})
}
