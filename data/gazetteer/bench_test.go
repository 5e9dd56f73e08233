package gazetteer_test

import (
	"os"
	"testing"

	"entente/data/gazetteer"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := gazetteer.Load(os.DirFS("../../assets")); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLexicon reads the tables and builds the lexicon of one language.
func BenchmarkLexicon(b *testing.B) {
	for _, lang := range gazetteer.Languages {
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g, err := gazetteer.Load(os.DirFS("../../assets"))
				if err != nil {
					b.Fatal(err)
				}
				g.Lexicon(lang)
			}
		})
	}
}
