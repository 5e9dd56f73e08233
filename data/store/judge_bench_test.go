package store_test

import (
	"fmt"
	"testing"

	"entente/data"
)

// BenchmarkJudge measures what a person waits for: a verdict, an edit and its undo, and what the finders must know of an
// article, in a library of 2,000 articles with 1,000 decisions.
func BenchmarkJudge(b *testing.B) {
	l := filled(b, 2000)
	id := func(article int) (int64, data.Evidence) {
		_, f, err := l.Article(b.Context(), int64(article))
		if err != nil {
			b.Fatal(err)
		}
		return f.Evidence[0].ID, f.Evidence[0]
	}
	for i := range 1000 {
		e, _ := id(i + 1)
		if _, err := l.Decide(b.Context(), e, data.Accepted); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("verdict", func(b *testing.B) {
		e, _ := id(7)
		for i := 0; b.Loop(); i++ {
			if _, err := l.Decide(b.Context(), e, []data.Verdict{data.Accepted, data.Rejected}[i%2]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("edit and undo", func(b *testing.B) {
		e, was := id(9)
		s := was.Statement()
		for i := 0; b.Loop(); i++ {
			s.When = fmt.Sprint(1900 + i%100)
			if _, err := l.Edit(b.Context(), e, s); err != nil {
				b.Fatal(err)
			}
			if _, _, err := l.Undo(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("corrections", func(b *testing.B) {
		for b.Loop() {
			if _, err := l.Corrections(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("doubts of 20000 passages", func(b *testing.B) {
		for b.Loop() {
			if _, err := l.Doubts(b.Context(), data.Filter{}, 5000); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("history of 1000 decisions", func(b *testing.B) {
		for b.Loop() {
			if _, err := l.Decisions(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
