package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"entente/data"
	"entente/data/store"
	"entente/data/store/storetest"
)

// clock stands still.
func clock() time.Time { return time.Date(2025, 3, 4, 5, 6, 7, 8, time.FixedZone("CET", 3600)) }

// stamped is what the library makes of clock.
var stamped = time.Date(2025, 3, 4, 4, 6, 7, 0, time.UTC)

// open opens or makes the library at path and closes it after the test.
func open(t testing.TB, path string, o store.Options) *store.Library {
	t.Helper()
	if o.Now == nil {
		o.Now = clock
	}
	if o.Who == "" {
		o.Who = "Ana"
	}
	l, err := store.Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return l
}

// fresh makes an empty library.
func fresh(t testing.TB) *store.Library {
	t.Helper()
	return open(t, filepath.Join(t.TempDir(), "library.entente"), store.Options{RulesVersion: "1"})
}

// filled makes a library of n made-up articles.
func filled(t testing.TB, n int) *store.Library {
	t.Helper()
	l := fresh(t)
	if err := storetest.Fill(t.Context(), l, 1, n); err != nil {
		t.Fatal(err)
	}
	return l
}

// add adds items that the library must take, and gives their IDs.
func add(t testing.TB, l *store.Library, items ...store.Item) []int64 {
	t.Helper()
	added, err := l.Add(t.Context(), items)
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]int64, len(added))
	for i, a := range added {
		if a.Err != nil {
			t.Fatal(a.Err)
		}
		ids[i] = a.ID
	}
	return ids
}

// whole fails the test when the library has a problem.
func whole(t testing.TB, l *store.Library) {
	t.Helper()
	problems, err := l.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Where, p.What)
	}
}

// article makes an item of a text and of evidence that some of its words relate Japan and Serbia.
func article(text string, passages ...string) store.Item {
	item := store.Item{Article: data.Article{Text: text, Title: "Title of " + text[:min(len(text), 10)]}}
	for _, p := range passages {
		item.Findings.Evidence = append(item.Findings.Evidence, evidence(text, p, "JP", "RS"))
	}
	return item
}

// evidence makes evidence of the words of a passage where they first stand in text.
func evidence(text, passage string, a, b data.Party) data.Evidence {
	return data.Evidence{Passage: passageIn(text, passage), Pair: data.PairOf(a, b), Fields: []data.Field{data.Trade},
		Stance: data.Cooperation, Modality: data.Done, Confidence: 0.5}
}

func passageIn(text, words string) data.Passage {
	for start := 0; start+len(words) <= len(text); start++ {
		if text[start:start+len(words)] == words {
			return data.PassageOf(text, data.Span{Start: start, End: start + len(words)})
		}
	}
	panic("the passage is not in the text: " + words)
}

// read gives the bytes of a file.
func read(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
