package store_test

import (
	"bytes"
	"database/sql"
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
			if got := acts(t, l); got != [2]bool{true, false} {
				t.Errorf("Japan and Serbia act upon each other: %v", got)
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

// acts tells who acts upon whom in the evidence of article 2, by the library's summaries.
func acts(t *testing.T, l *store.Library) [2]bool {
	t.Helper()
	ties, err := l.Ties(t.Context(), data.Filter{Articles: []int64{2}})
	if err != nil || len(ties) != 1 {
		t.Fatalf("article 2 has the ties %v, error %v", ties, err)
	}
	return ties[0].Acts
}

func TestALibraryOfAnOlderSchemaOpensForReadingOnly(t *testing.T) {
	for schema := 1; schema < store.Schema(); schema++ {
		path := filepath.Join(t.TempDir(), "x.entente")
		write(t, path, read(t, old(schema)))
		l := open(t, path, store.Options{ReadOnly: true})
		reads(t, l, 2)
		whole(t, l)
		if got := acts(t, l); got != [2]bool{true, false} {
			t.Errorf("schema %d: Japan and Serbia act upon each other: %v", schema, got)
		}
		if string(read(t, path)) != string(read(t, old(schema))) {
			t.Errorf("schema %d: the file has changed", schema)
		}
	}
}

// Schema 2 tells in each record who acts upon whom. Its migration must make what the program itself packs.
func TestTheUpgradeToSchema2PacksAsTheProgramDoes(t *testing.T) {
	path := made(t)
	want := packed(t, path, func([]byte) {})
	blank := packed(t, path, func(b []byte) {
		for i := 7; i < len(b); i += 24 {
			b[i] = 0
		}
	})
	execute(t, path, before3+"DELETE FROM migration WHERE version = 2; PRAGMA user_version = 1")
	if err := open(t, path, store.Options{}).Close(); err != nil {
		t.Fatal(err)
	}
	if got := packed(t, path, func([]byte) {}); !bytes.Equal(got, want) || bytes.Equal(blank, want) {
		t.Errorf("after the upgrade the records differ from those before, or none of them tells anything")
	}
}

// before3 takes a library back to schema 2.
const before3 = `DROP TABLE named; DELETE FROM migration WHERE version = 4;
	DROP VIEW tie;
	DROP INDEX decision_wide; ALTER TABLE decision DROP COLUMN who; ALTER TABLE decision DROP COLUMN subject;
	ALTER TABLE evidence DROP COLUMN note; ALTER TABLE evidence DROP COLUMN hand; ALTER TABLE evidence DROP COLUMN before;
	ALTER TABLE article DROP COLUMN marked; DROP INDEX summary_joined; ALTER TABLE summary DROP COLUMN joined;
	DROP INDEX summary_asked; ALTER TABLE summary DROP COLUMN asked; ALTER TABLE summary DROP COLUMN heard;
	ALTER TABLE state DROP COLUMN asked; CREATE VIEW tie AS SELECT 1; DELETE FROM migration WHERE version = 3;`

// packed gives the records of all articles, one after another, as change leaves them in the library.
func packed(t *testing.T, path string, change func([]byte)) (all []byte) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for article := 1; article <= 20; article++ {
		var records []byte
		if err := db.QueryRow("SELECT packed FROM summary WHERE article = ?", article).Scan(&records); err != nil {
			t.Fatal(err)
		}
		change(records)
		if _, err := db.Exec("UPDATE summary SET packed = ? WHERE article = ?", records, article); err != nil {
			t.Fatal(err)
		}
		all = append(all, records...)
	}
	return all
}
