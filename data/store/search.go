package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"entente/data"
	"entente/data/store/internal/index"
	"entente/data/store/internal/words"
)

// SearchOptions narrow a search. The zero value finds the best 50 in all articles.
type SearchOptions struct {
	Filter        data.Filter // of the articles; its own Search is a second condition
	Offset, Limit int         // Limit 0 means 50
}

// Hit is an article that a search found.
type Hit struct {
	ArticleInfo
	Snippet    string      // one line of the text with the words looked for; its beginning where only the title has them
	Marks      []data.Span // where they stand in Snippet, in bytes
	TitleMarks []data.Span // where they stand in the title, in bytes
	Passage    data.Span   // where the snippet stands in the text
	Words      []data.Span // where the words stand in the text, in bytes; of a long text only in the part that the snippet is from
}

// searchLimit is how many hits a search without a limit gives.
const searchLimit = 50

// rankLimit is how many articles are weighed against each other. Where more have the words, these are common ones, and
// the newest articles go before the others.
const rankLimit = 1000

// Search finds articles by their words, the best first; words in furniture do not count. Case, accents and the Serbian
// alphabet make no difference. All words must be there; "several words" must follow each other, word* goes on, OR, NOT,
// -word and brackets do what they say. A query that leaves nothing to look for gives data.ErrInvalid. Where more than a
// thousand articles have the words, the thousand added last are weighed and the others follow, the newest first.
func (l *Library) Search(ctx context.Context, query string, o SearchOptions) ([]Hit, error) {
	q, err := words.Parse(query)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	ids, err := l.ranked(ctx, q.Match())
	if err != nil {
		return nil, wrap(ctx, err, "search")
	}
	var chosen []index.Chosen
	err = l.ask(ctx, o.Filter, func(c *index.Choice) error {
		chosen = c.Among(ids, o.Offset, cmp.Or(o.Limit, searchLimit))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	hits, err := l.hits(ctx, q, chosen)
	return hits, wrap(ctx, err, "search")
}

// ranked gives the IDs of the articles that match, the best first. Words in the title weigh most.
func (l *Library) ranked(ctx context.Context, match string) ([]int64, error) {
	ids, err := l.matches(ctx, match)
	if err != nil {
		return nil, err
	}
	slices.Reverse(ids) // the newest first
	n := min(len(ids), rankLimit)
	if n < 2 {
		return ids, nil
	}
	rows, err := l.read.QueryContext(ctx, `SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ?
		ORDER BY bm25(words, 8, 2, 1), rowid DESC`, match, ids[n-1])
	if err != nil {
		return nil, err
	}
	best, err := collect(rows, scanID)
	if err != nil {
		return nil, err
	}
	return append(best, ids[n:]...), nil
}

func scanID(rows *sql.Rows) (id int64, err error) {
	err = rows.Scan(&id)
	return id, err
}

// matching gives the IDs of the articles that a query finds, in the order of adding, among all that there were at a
// change. Nobody may change them.
func (l *Library) matching(ctx context.Context, query string) (ids []int64, tick int64, err error) {
	q, err := words.Parse(query)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	if tick, err = l.current(ctx); err != nil {
		return nil, 0, err
	}
	ids, err = l.lists.get(tick, q.Match(), func() ([]int64, error) { return l.matches(ctx, q.Match()) })
	return ids, tick, wrap(ctx, err, "search")
}

// matches reads the IDs in one row: a row for each takes four times as long.
func (l *Library) matches(ctx context.Context, match string) ([]int64, error) {
	var list sql.RawBytes
	rows, err := l.read.QueryContext(ctx,
		"SELECT group_concat(rowid, ' ') FROM words WHERE words MATCH ?", match)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err below tells
	var ids []int64
	for rows.Next() {
		if err := rows.Scan(&list); err != nil {
			return nil, err
		}
		ids = parseIDs(list)
	}
	slices.Sort(ids)
	return ids, rows.Err()
}

// parseIDs reads numbers with spaces between.
func parseIDs(list []byte) []int64 {
	var ids []int64
	id := int64(0)
	for _, c := range list {
		if c == ' ' {
			ids = append(ids, id)
			id = 0
			continue
		}
		id = id*10 + int64(c-'0')
	}
	if len(list) > 0 {
		ids = append(ids, id)
	}
	return ids
}

// hits reads the chosen articles and finds the words in them.
func (l *Library) hits(ctx context.Context, q words.Query, chosen []index.Chosen) ([]Hit, error) {
	infos, err := l.infos(ctx, chosen)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(infos))
	for i, info := range infos {
		a, err := articleText(ctx, l.read, info.ID)
		if err != nil {
			return nil, err
		}
		hits[i] = Hit{ArticleInfo: info}
		hits[i].mark(q, &a)
	}
	return hits, nil
}

// markBytes is how much of a text is looked through at a time, so that a hit in a long text does not take long.
const markBytes = 64 << 10

// mark finds the words in the title, and in the first part of the text that has any.
func (h *Hit) mark(q words.Query, a *data.Article) {
	h.TitleMarks = words.Merge(q.Marks(words.Tokens(a.Title)))
	var tokens []words.Token
	var marks []words.Mark
	next := markBytes
	words.Each(a.Text, func(t words.Token) bool {
		if !a.Furniture(t.Span) {
			tokens = append(tokens, t)
		}
		if t.Start >= next {
			marks = q.Marks(tokens)
			tokens, next = tokens[:0], next+markBytes
		}
		return len(marks) == 0
	})
	if len(marks) == 0 {
		marks = q.Marks(tokens)
	}
	h.Words = words.Merge(marks)
	s := words.Cut(a.Text, marks, a.Furniture)
	h.Snippet, h.Marks, h.Passage = s.Text, s.Marks, s.Span
}
