package tie_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"entente/assets"
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie"
)

// gold reads the articles of testdata/gold, one text each.
func gold(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob("../../testdata/gold/build/w*.txt")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no articles in testdata/gold: %v", err)
	}
	var out []string
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, text.Normalise(string(b)))
	}
	return out
}

// finders loads what a scan needs.
func finders(tb testing.TB) (*mention.Finder, *tie.Finder) {
	tb.Helper()
	b, err := loaded()
	if err != nil {
		tb.Fatal(err)
	}
	return b.m, b.f
}

// both are a mention finder and a tie finder, loaded once for all tests.
type both struct {
	m *mention.Finder
	f *tie.Finder
}

var loaded = sync.OnceValues(func() (both, error) {
	g, err := gazetteer.Load(assets.FS)
	if err != nil {
		return both{}, err
	}
	f, err := tie.Load(assets.FS)
	return both{mention.New(g), f}, err
})

func benchmark(b *testing.B, texts []string, whole bool) {
	m, f := finders(b)
	type parsed struct {
		a  *data.Article
		d  *text.Doc
		ms []data.Mention
	}
	var all []parsed
	size := 0
	for _, t := range texts {
		a := &data.Article{Text: t, Language: "en", Published: "2025-01-08"}
		d := text.Parse(a)
		all = append(all, parsed{a, d, m.Find(a, d)})
		size += len(t)
	}
	used := &text.Doc{}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range all {
			if whole {
				used.Parse(p.a)
				p.d, p.ms = used, m.Find(p.a, used)
			}
			f.Find(p.a, p.d, p.ms)
		}
	}
}

func BenchmarkFindArticles(b *testing.B) { benchmark(b, gold(b), false) }
func BenchmarkScanArticles(b *testing.B) { benchmark(b, gold(b), true) }
func BenchmarkFind1MBArticle(b *testing.B) {
	one := strings.Join(gold(b), "\n\n")
	benchmark(b, []string{strings.Repeat(one+"\n\n", 1_000_000/len(one)+1)}, false)
}
func BenchmarkFind1MBCommas(b *testing.B) {
	benchmark(b, []string{strings.Repeat(",", 1_000_000)}, false)
}
func BenchmarkFind1MBOneLine(b *testing.B) {
	benchmark(b, []string{strings.Repeat("Peru and Chile and Norway met, ", 1_000_000/31)}, false)
}
func BenchmarkFind8MBOneLine(b *testing.B) {
	benchmark(b, []string{strings.Repeat("Peru and Chile and Norway met, ", 8_000_000/31)}, false)
}
func BenchmarkScan50MBOneLine(b *testing.B) {
	benchmark(b, []string{strings.Repeat("Peru and Chile and Norway met, ", 50_000_000/31)}, true)
}
func BenchmarkScan1MBNestedQuotes(b *testing.B) {
	benchmark(b, []string{strings.Repeat("“", 160_000) + "Peru met Chile" + strings.Repeat("”", 160_000)}, true)
}
func BenchmarkFind1MBQuotes(b *testing.B) {
	benchmark(b, []string{strings.Repeat("“Peru met “", 1_000_000/15)}, false)
}
func BenchmarkFind64KBNamesSideBySide(b *testing.B) {
	benchmark(b, []string{strings.Repeat("Peru-Chile-", 6000)}, false)
}
