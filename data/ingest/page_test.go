package ingest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/ingest"
)

// line is a line of a test page with its answer: want is "" for article, "?" for either, or a reason.
type line struct{ want, words string }

// readPage reads a page of testdata/ingest; its README says how they are written.
func readPage(t *testing.T, path string) (facts map[string]string, lines []line) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	facts = map[string]string{}
	for l := range strings.Lines(string(raw)) {
		l = strings.TrimSuffix(l, "\n")
		if key, value, ok := strings.Cut(l, " "); ok && strings.HasPrefix(key, "@") && len(lines) == 0 {
			facts[key[1:]] = value
			continue
		}
		want, words, ok := strings.Cut(l, "|")
		if !ok || strings.Contains(want, " ") {
			want, words = "", l
		}
		lines = append(lines, line{want, words})
	}
	return facts, lines
}

func TestReadTellsTheArticleFromTheFurniture(t *testing.T) {
	pages, err := filepath.Glob("../../testdata/ingest/*.page")
	if err != nil || len(pages) < 15 {
		t.Fatalf("got %d pages (%v), want at least 15", len(pages), err)
	}
	for _, path := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".page"), func(t *testing.T) {
			facts, lines := readPage(t, path)
			var words strings.Builder
			for _, l := range lines {
				words.WriteString(l.words + "\n")
			}
			articles, err := ingest.Read(strings.NewReader(words.String()), "page.txt", ingest.Options{})
			if err != nil {
				t.Fatal(err)
			}
			a := articles[0]
			checkFacts(t, &a, facts)
			checkLines(t, &a, lines)
		})
	}
}

func checkFacts(t *testing.T, a *data.Article, facts map[string]string) {
	t.Helper()
	got := map[string]string{"title": a.Title, "publisher": a.Publisher, "published": a.Published, "language": a.Language}
	for key, want := range facts {
		if want == "-" {
			want = ""
		}
		if got[key] != want {
			t.Errorf("%s: got %q, want %q", key, got[key], want)
		}
	}
}

func checkLines(t *testing.T, a *data.Article, lines []line) {
	t.Helper()
	at := 0
	for _, l := range lines {
		words := strings.TrimSpace(l.words)
		if words == "" {
			continue
		}
		i := strings.Index(a.Text[at:], words)
		if i < 0 {
			t.Fatalf("line %q is not in the text", words)
		}
		span := data.Span{Start: at + i, End: at + i + len(words)}
		at = span.End
		got := reasonAt(a, span)
		switch {
		case l.want == "?":
		case l.want == "" && got != "":
			t.Errorf("lost as %s: %q", got, words)
		case l.want != "" && got == "":
			t.Errorf("kept: %q", words)
		case l.want != "" && l.want != "furniture" && l.want != string(got):
			t.Errorf("got reason %s, want %s: %q", got, l.want, words)
		}
	}
}

func reasonAt(a *data.Article, s data.Span) data.Reason {
	for _, o := range a.Omitted {
		if o.Overlaps(s) {
			return o.Reason
		}
	}
	return ""
}
