package store_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"entente/data/store"
	"entente/data/store/internal/words"
	"entente/data/store/storetest"
)

// perBatch is how many articles an import writes in one transaction.
const perBatch = 200

func BenchmarkImport1000(b *testing.B)  { benchmarkImport(b, 1000) }
func BenchmarkImport10000(b *testing.B) { benchmarkImport(b, 10_000) }

func benchmarkImport(b *testing.B, n int) {
	items := storetest.Items(1, 0, n)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		l := open(b, filepath.Join(b.TempDir(), "x.entente"), store.Options{RulesVersion: "1"})
		b.StartTimer()
		for from := 0; from < n; from += perBatch {
			if _, err := l.Add(b.Context(), items[from:from+perBatch]); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
}

func BenchmarkBareSQL1000(b *testing.B)  { benchmarkBareSQL(b, 1000) }
func BenchmarkBareSQL10000(b *testing.B) { benchmarkBareSQL(b, 10_000) }

// benchmarkBareSQL is the twin of benchmarkImport: it writes the same rows and the same index, all worked out before,
// and looks nothing up.
func benchmarkBareSQL(b *testing.B, n int) {
	l := fresh(b)
	items := storetest.Items(1, 0, n)
	for from := 0; from < n; from += perBatch {
		add(b, l, items[from:from+perBatch]...)
	}
	tables := bareRows(b, l.Path(), items)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		path := filepath.Join(b.TempDir(), "x.entente")
		if err := open(b, path, store.Options{}).Close(); err != nil {
			b.Fatal(err)
		}
		db, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"+
			"&_pragma=foreign_keys(1)&_pragma=wal_autocheckpoint(4000)&_pragma=cache_size(-16384)")
		if err != nil {
			b.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		b.StartTimer()
		for from := 0; from < n; from += perBatch {
			writeBare(b, db, tables, int64(from), int64(from+perBatch))
		}
		b.StopTimer()
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
}

// bareTable is all rows of a table, by article, as the driver gives them.
type bareTable struct {
	insert string
	rows   map[int64][][]any
}

// bareRows reads a library's tables, and makes the rows of the search index.
func bareRows(b *testing.B, path string, items []store.Item) []bareTable {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	var tables []bareTable
	for _, t := range []struct{ name, article string }{{"article", "id"}, {"body", "article"}, {"summary", "article"},
		{"mention", "article"}, {"evidence", "article"}, {"near", "article"}} {
		tables = append(tables, bareRowsOf(b, db, t.name, t.article))
	}
	index := bareTable{"INSERT INTO words (rowid, title, publisher, body) VALUES (?, ?, ?, ?)", map[int64][][]any{}}
	for i := range items {
		a, id := &items[i].Article, int64(i+1)
		index.rows[id] = [][]any{{id, words.Join(a.Title, nil), words.Join(a.Publisher, nil), words.Join(a.Text, a.Furniture)}}
	}
	return append(tables, index)
}

func bareRowsOf(b *testing.B, db *sql.DB, name, article string) bareTable {
	rows, err := db.Query("SELECT * FROM " + name)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		b.Fatal(err)
	}
	t := bareTable{fmt.Sprintf("INSERT INTO %s VALUES (?%s)", name, strings.Repeat(", ?", len(columns)-1)), map[int64][][]any{}}
	for rows.Next() {
		row, into := make([]any, len(columns)), make([]any, len(columns))
		id := int64(0)
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
		for i, c := range columns {
			if c == article {
				id = row[i].(int64)
			}
		}
		t.rows[id] = append(t.rows[id], row)
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return t
}

func writeBare(b *testing.B, db *sql.DB, tables []bareTable, after, to int64) {
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	for _, t := range tables {
		s, err := tx.Prepare(t.insert)
		if err != nil {
			b.Fatal(err)
		}
		for id := after + 1; id <= to; id++ {
			for _, row := range t.rows[id] {
				if _, err := s.Exec(row...); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}
