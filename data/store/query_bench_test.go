package store_test

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"entente/data"
	"entente/data/store"
	"entente/data/store/storetest"
)

// largeLibrary names the environment variable that adds the size of the budget, 100,000 articles, to the benchmarks. Its
// value is the path of a library that is made there once, in some minutes, and takes 1.5 GB.
const largeLibrary = "ENTENTE_BENCH_LIBRARY"

// sized runs a benchmark on libraries of growing size.
func sized(b *testing.B, run func(b *testing.B, path string)) {
	sizes := []int{1000, 10_000}
	if os.Getenv(largeLibrary) != "" {
		sizes = append(sizes, 100_000)
	}
	for _, n := range sizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			path := benchLibrary(b, n)
			b.ReportAllocs()
			b.ResetTimer()
			run(b, path)
		})
	}
}

var benchDir string // of the libraries made in this run

func benchLibrary(b *testing.B, n int) string {
	b.Helper()
	path := os.Getenv(largeLibrary)
	if n < 100_000 {
		if benchDir == "" {
			benchDir, _ = os.MkdirTemp("", "entente-bench")
		}
		path = filepath.Join(benchDir, strconv.Itoa(n)+".entente")
	}
	l, err := store.Open(b.Context(), path, store.Options{RulesVersion: "1"})
	if err != nil {
		b.Fatal(err)
	}
	s, err := l.Stats(b.Context())
	if err == nil && s.Articles < n {
		err = storetest.Fill(b.Context(), l, 1, n)
	}
	if err == nil {
		err = l.Close()
	}
	if err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkOpenToTies is what a window does before it can draw its map. It also tells what an open library takes of Go's
// memory; SQLite's caches come on top, 4 MB for each of at most 8 readers and 16 MB for the writer.
func BenchmarkOpenToTies(b *testing.B) {
	sized(b, func(b *testing.B, path string) {
		var heap uint64
		for b.Loop() {
			l, err := store.Open(b.Context(), path, store.Options{})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := l.Ties(b.Context(), data.Filter{}); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			heap = max(heap, heapInUse())
			b.StartTimer()
			if err := l.Close(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(heap)/1e6, "heap-MB")
	})
}

// heapInUse is what the program holds once the garbage is gone.
func heapInUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// warm opens a library whose index is in memory.
func warm(b *testing.B, path string) *store.Library {
	b.Helper()
	l := open(b, path, store.Options{})
	if _, err := l.Ties(b.Context(), data.Filter{}); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	return l
}

func BenchmarkTies(b *testing.B) {
	benchmarkFilters(b, func(l *store.Library, f data.Filter) error {
		_, err := l.Ties(b.Context(), f)
		return err
	})
}

func BenchmarkCounts(b *testing.B) {
	benchmarkFilters(b, func(l *store.Library, f data.Filter) error {
		_, err := l.Counts(b.Context(), f)
		return err
	})
}

func BenchmarkArticles(b *testing.B) {
	benchmarkFilters(b, func(l *store.Library, f data.Filter) error {
		_, err := l.Articles(b.Context(), f, store.Page{Limit: 50, Order: store.ByPublished, Descending: true})
		return err
	})
}

func benchmarkFilters(b *testing.B, run func(*store.Library, data.Filter) error) {
	for _, c := range []struct {
		name   string
		filter data.Filter
	}{
		{"all", data.Filter{}},
		{"country-field-period", data.Filter{Countries: []data.Party{"RS"}, Fields: []data.Field{data.Trade}, To: "2018"}},
		{"stance-reports", data.Filter{Stances: []data.Stance{data.Conflict}, MinReports: 2}},
		{"words", data.Filter{Search: "Serbia Japan"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			sized(b, func(b *testing.B, path string) {
				l, f := warm(b, path), c.filter
				for year := 1000; b.Loop(); year++ {
					if c.filter.From == "" { // each time another filter that takes the same, so that nothing is remembered
						f.From = strconv.Itoa(year)
					}
					if err := run(l, f); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	for name, query := range map[string]string{"rare": "marlenšen", "common": "Serbia Japan", "commonest": "ba",
		"prefix": "mar*", "phrase": `"Serbia signed"`} {
		b.Run(name, func(b *testing.B) {
			sized(b, func(b *testing.B, path string) {
				l := warm(b, path)
				for b.Loop() {
					if _, err := l.Search(b.Context(), query, store.SearchOptions{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

func BenchmarkTieFacts(b *testing.B) {
	benchmarkFilters(b, func(l *store.Library, f data.Filter) error {
		_, err := l.TieFacts(b.Context(), f)
		return err
	})
}

// BenchmarkHeaviestTie opens the tie with the most passages: the way the window does, and its twin that reads all of them.
func BenchmarkHeaviestTie(b *testing.B) {
	sized(b, func(b *testing.B, path string) {
		l := warm(b, path)
		ties, err := l.Ties(b.Context(), data.Filter{})
		if err != nil {
			b.Fatal(err)
		}
		pair := slices.MaxFunc(ties, func(a, b data.Tie) int { return cmp.Compare(a.Passages, b.Passages) }).Pair
		for name, open := range map[string]func() error{
			"page": func() error {
				if _, _, err := l.TieHead(b.Context(), pair, data.Filter{}); err != nil {
					return err
				}
				_, err := l.Passages(b.Context(), pair, data.Filter{}, 0, 500)
				return err
			},
			"whole": func() error {
				_, err := l.Tie(b.Context(), pair, data.Filter{})
				return err
			},
		} {
			b.Run(name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := open(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

func BenchmarkChanges(b *testing.B) {
	benchmarkFilters(b, func(l *store.Library, f data.Filter) error {
		_, err := l.Changes(b.Context(), f, store.Between{From: f.From, To: "2019"}, store.Between{From: "2020", To: "2024"})
		return err
	})
}

func BenchmarkDaily(b *testing.B) {
	benchmarkFilters(b, func(l *store.Library, f data.Filter) error {
		_, _, err := l.Daily(b.Context(), f, "2019-01-01", "2019-12-31")
		return err
	})
}

// BenchmarkUntied asks again and again; the first time reads what all articles name, see BenchmarkFirstUntied.
func BenchmarkUntied(b *testing.B) {
	benchmarkFilters(b, func(l *store.Library, f data.Filter) error {
		_, err := l.Untied(b.Context(), f)
		return err
	})
}

func BenchmarkFirstUntied(b *testing.B) {
	sized(b, func(b *testing.B, path string) {
		for b.Loop() {
			b.StopTimer()
			l, err := store.Open(b.Context(), path, store.Options{})
			if err == nil {
				_, err = l.Ties(b.Context(), data.Filter{})
			}
			if err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if _, err := l.Untied(b.Context(), data.Filter{}); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			if err := l.Close(); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
}
