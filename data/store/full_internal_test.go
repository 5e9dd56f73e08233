package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
)

// TestAFullDiskLosesNothingThatWasThere lets the file grow no further, which SQLite reports like a full disk.
func TestAFullDiskLosesNothingThatWasThere(t *testing.T) {
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "x.entente"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	item := func(n int) Item {
		return Item{Article: data.Article{Text: fmt.Sprint(n, strings.Repeat(" Serbia and Japan.", 1000))}}
	}
	if _, err := l.Add(t.Context(), []Item{item(1)}); err != nil {
		t.Fatal(err)
	}
	var pages int
	if err := l.write.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := l.write.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+20)); err != nil {
		t.Fatal(err)
	}
	var many []Item
	for n := range 50 {
		many = append(many, item(n+2))
	}
	if _, err := l.Add(t.Context(), many); !errors.Is(err, ErrFull) {
		t.Fatalf("error %v, want ErrFull", err)
	}
	s, err := l.Stats(t.Context())
	if err != nil || s.Articles != 1 {
		t.Errorf("%d articles, error %v; want the one from before", s.Articles, err)
	}
	if problems, err := l.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("problems %v, error %v", problems, err)
	}
	if _, err := l.write.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Add(t.Context(), many); err != nil {
		t.Errorf("with room again: %v", err)
	}
}
