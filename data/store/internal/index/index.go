// Package index answers the questions of a map from memory: which ties, how many of what, under a filter. It holds 24
// bytes for each piece of evidence and about 50 for each article, so that a million pieces are looked through in
// milliseconds, and it is the one place that knows what a data.Filter means.
//
// It knows no SQL: the store reads the packed records from the library and puts them here. An Index may be read by many
// goroutines while none of them changes it.
package index

import (
	"cmp"
	"slices"

	"entente/data"
)

// Article is what the index needs to know of an article.
type Article struct {
	ID        int64
	Report    int64 // the lowest ID among the articles that tell the same story
	Published string
	Removed   bool
	Publisher string
	Mentions  int
	First     int64  // ID of its first evidence; the others follow without a gap
	Packed    []byte // see Pack; not kept
}

// article is an Article in memory; its evidence is rows[at : at+n].
type article struct {
	id, report, first int64
	published         span
	at, n             uint32
	publisher         uint32 // its number
	mentions          int32
	removed           bool
}

// Index holds the evidence of a library.
type Index struct {
	articles []article // by ID
	rows     []row
	pairs    []data.Pair
	number   []uint32 // of a pair, plus one, by its four letters
	names    []string // of publishers
	namesAt  map[string]uint32
	order    []uint32 // articles by report, then ID: reprints stand together, so reports can be counted in passing
	settled  bool     // order is right
	waste    int      // rows that belong to no article any more
	span     span     // at least the days of all evidence
	memo     memo
}

// New gives an empty Index.
func New() *Index {
	return &Index{number: make([]uint32, pairCodes), namesAt: map[string]uint32{}, settled: true}
}

const letters = 'Z' - 'A' + 1

// Put adds an article or replaces it. Settle must follow before anything is asked.
func (x *Index) Put(a Article) {
	i, found := x.place(a.ID)
	if !found {
		x.articles = slices.Insert(x.articles, i, article{id: a.ID})
	}
	b := &x.articles[i]
	b.report, b.first, b.removed, b.mentions = a.Report, a.First, a.Removed, int32(a.Mentions)
	b.publisher = x.publisherNumber(a.Publisher)
	b.published = never
	if s, ok := parseDate(a.Published); ok {
		b.published = s
	}
	n := uint32(len(a.Packed) / recordSize)
	if n > b.n {
		x.waste += int(b.n)
		b.at = uint32(len(x.rows))
		x.rows = append(x.rows, make([]row, n)...)
	} else {
		x.waste += int(b.n - n)
	}
	b.n = n
	for k := range n {
		rec := a.Packed[k*recordSize : (k+1)*recordSize]
		r := unpack(rec)
		pair, ok := x.numberOf(rec)
		if !ok {
			r.fields = 0 // no filter takes it; a check of the library will tell
		}
		r.pair = pair
		if r.when.empty() {
			r.when = b.published
		}
		x.rows[b.at+k] = r
	}
	x.settled = false
	x.memo.clear()
}

// publisherNumber gives the number of a publisher, a new one if need be.
func (x *Index) publisherNumber(name string) uint32 {
	n, known := x.namesAt[name]
	if !known {
		n = uint32(len(x.names))
		x.names = append(x.names, name)
		x.namesAt[name] = n
	}
	return n
}

// Publisher gives the publisher of an article, "" where there is no such article.
func (x *Index) Publisher(id int64) string {
	if i, found := x.place(id); found {
		return x.names[x.articles[i].publisher]
	}
	return ""
}

// Newest gives the highest ID of an article, 0 where there is none.
func (x *Index) Newest() int64 {
	if n := len(x.articles); n > 0 {
		return x.articles[n-1].id
	}
	return 0
}

// numberOf gives the number of the pair at the start of a record, a new one if need be.
func (x *Index) numberOf(rec []byte) (uint32, bool) {
	at := 0
	for _, c := range rec[:4] {
		if c < 'A' || c > 'Z' {
			return 0, false
		}
		at = at*letters + int(c-'A')
	}
	if x.number[at] == 0 {
		x.pairs = append(x.pairs, data.Pair{data.Party(rec[0:2]), data.Party(rec[2:4])})
		x.number[at] = uint32(len(x.pairs))
	}
	return x.number[at] - 1, true
}

// pairNumber gives the number of a pair that the index has met.
func (x *Index) pairNumber(p data.Pair) (uint32, bool) {
	if !p.Valid() {
		return 0, false
	}
	at := 0
	for _, c := range []byte(p[0] + p[1]) {
		at = at*letters + int(c-'A')
	}
	return x.number[at] - 1, x.number[at] > 0
}

// Settle makes the index ready for questions after articles were put.
func (x *Index) Settle() {
	if x.settled {
		return
	}
	x.span = never
	for i := range x.rows {
		if w := x.rows[i].when; !w.empty() {
			x.span = x.span.cover(w)
		}
	}
	if x.waste > len(x.rows)/4 {
		x.compact()
	}
	x.order = slices.Grow(x.order[:0], len(x.articles))
	for i := range x.articles {
		x.order = append(x.order, uint32(i))
	}
	slices.SortFunc(x.order, func(i, j uint32) int {
		a, b := &x.articles[i], &x.articles[j]
		return cmp.Or(cmp.Compare(a.report, b.report), cmp.Compare(a.id, b.id))
	})
	x.settled = true
}

// compact drops the rows that belong to no article.
func (x *Index) compact() {
	rows := make([]row, 0, len(x.rows)-x.waste)
	for i := range x.articles {
		a := &x.articles[i]
		at := uint32(len(rows))
		rows = append(rows, x.rows[a.at:a.at+a.n]...)
		a.at = at
	}
	x.rows, x.waste = rows, 0
}

// place finds an article by its ID.
func (x *Index) place(id int64) (int, bool) {
	return slices.BinarySearchFunc(x.articles, id, func(b article, id int64) int { return cmp.Compare(b.id, id) })
}

// Report gives the report of an article, or 0 where there is no such article.
func (x *Index) Report(id int64) int64 {
	if i, found := x.place(id); found {
		return x.articles[i].report
	}
	return 0
}

// Totals counts what the library holds, without the removed articles.
type Totals struct{ Articles, Reports, Evidence, Mentions, Removed int }

// Totals counts in the whole library.
func (x *Index) Totals() Totals {
	var t Totals
	last := int64(-1)
	for _, i := range x.order {
		a := &x.articles[i]
		if a.removed {
			t.Removed++
			continue
		}
		t.Articles++
		t.Evidence += int(a.n)
		t.Mentions += int(a.mentions)
		if a.report != last {
			t.Reports++
			last = a.report
		}
	}
	return t
}
