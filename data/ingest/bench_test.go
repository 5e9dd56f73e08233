package ingest_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/ingest"
)

// prose makes about size bytes of running text in paragraphs, the same each time.
func prose(size int) string {
	r := rand.New(rand.NewSource(1))
	stock := strings.Fields("the minister said that harbour trade with Norway grew by a third since March and salt prices fell in both countries while engineers from Peru built new roads near Lima")
	var b strings.Builder
	for b.Len() < size {
		for range 3 + r.Intn(4) {
			b.WriteString("The")
			for range 8 + r.Intn(20) {
				b.WriteString(" " + stock[r.Intn(len(stock))])
			}
			b.WriteString(". ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func benchmark(b *testing.B, name, words string) {
	b.Helper()
	raw := []byte(words)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ingest.Read(bytes.NewReader(raw), name, ingest.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadCleanText100KB(b *testing.B) { benchmark(b, "a.txt", "A title\n\n"+prose(100<<10)) }

func BenchmarkReadCleanText5KB(b *testing.B) { benchmark(b, "a.txt", "A title\n\n"+prose(5<<10)) }

func BenchmarkReadWebCopy5KB(b *testing.B) {
	words, err := os.ReadFile("../../assets/sample/5-serbia-and-the-united-states.txt")
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, "a.txt", string(words))
}

func BenchmarkReadPage5KB(b *testing.B) {
	words, err := os.ReadFile("../../assets/sample/2-japan-thinks-in-decades.html")
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, "a.html", string(words))
}

// BenchmarkFiles1000 reads a folder of a thousand articles of 5 KB on all processors, as an import does.
func BenchmarkFiles1000(b *testing.B) {
	dir := b.TempDir()
	words := []byte("A title\n\n" + prose(5<<10))
	for i := range 1000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), words, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(1000 * len(words)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		err := ingest.Files(context.Background(), []string{dir}, ingest.Options{}, func(_ data.Article, err error) error {
			n++
			return err
		})
		if err != nil || n != 1000 {
			b.Fatal(n, err)
		}
	}
}

// BenchmarkReadOneLine5MB and its neighbours show that time grows in step with size on hostile texts: MB/s stay alike.
func BenchmarkReadOneLine5MB(b *testing.B) {
	benchmark(b, "a.txt", strings.ReplaceAll(prose(5<<20), "\n", " "))
}

func BenchmarkReadShortLines(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		var words strings.Builder
		for i := range n {
			words.WriteString([]string{"Read more\n", "Latest news\n", "A headline of five words\n", "x\n", "Share 12\n"}[i%5])
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmark(b, "a.txt", words.String()) })
	}
}

func BenchmarkReadDeepPage1MB(b *testing.B) {
	benchmark(b, "a.html", strings.Repeat("<div><p>words of a page that is nested without end ", 20_000))
}

func BenchmarkReadFlatPage(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			benchmark(b, "a.html", "<html><body>"+strings.Repeat("<div><p>The minister said that harbour trade grew by a third.</p></div>\n", n))
		})
	}
}
