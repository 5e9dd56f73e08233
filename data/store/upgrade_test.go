package store_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"entente/data"
	"entente/data/store"
)

var update = flag.Bool("update", false, "make the library of the newest schema in testdata anew")

// TestALibraryOfEverySchemaOpens opens a library as each released schema left it. One of the newest schema is made with
// -update, once, when that schema is new; the older ones are never touched again.
func TestALibraryOfEverySchemaOpens(t *testing.T) {
	if *update {
		makeOld(t, old(store.Schema()))
	}
	for schema := 1; schema <= store.Schema(); schema++ {
		t.Run(fmt.Sprint("schema ", schema), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.entente")
			write(t, path, read(t, old(schema)))
			l := open(t, path, store.Options{RulesVersion: "1"})
			if l.ReadOnly() {
				t.Fatal(l.Notice())
			}
			whole(t, l)
			reads(t, l, 2)
			expect(t, l, data.Rejected, "")
			want := complete()
			a, f, err := l.Article(t.Context(), 2)
			if err != nil || a.Text != want.Article.Text || !slices.Equal(a.Omitted, want.Article.Omitted) ||
				len(f.Mentions) != 2 || f.Evidence[0].Figures[0] != want.Findings.Evidence[0].Figures[0] {
				t.Errorf("article %+v with %+v, error %v", a, f, err)
			}
			if got := found(t, l, "Vucic", store.SearchOptions{}); !slices.Equal(got, []int64{2}) {
				t.Errorf("search finds %v", got)
			}
			undo(t, l, true)
			reads(t, l, 3)
			undo(t, l, true)
			expect(t, l, "", "")
			added, err := l.Add(t.Context(), []store.Item{want, article("Something new.")})
			if err != nil || !added[0].Duplicate || added[1].ID != 4 {
				t.Errorf("added %+v, error %v", added, err)
			}
			whole(t, l)
		})
	}
}

func old(schema int) string {
	return filepath.Join("testdata", fmt.Sprintf("schema-%d.entente", schema))
}

// makeOld makes a library with something in each table.
func makeOld(t *testing.T, path string) {
	l := judged(t)
	add(t, l, complete(), article("An article to be removed."))
	decide(t, l, 1, data.Rejected)
	if err := l.Remove(t.Context(), []int64{3}); err != nil {
		t.Fatal(err)
	}
	if err := l.SetSetting(t.Context(), "view", "{}"); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, path, read(t, l.Path()))
}
