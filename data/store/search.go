package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"

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
}

// searchLimit is how many hits a search without a limit gives.
const searchLimit = 50

// Search finds articles by their words, the best first; words in furniture do not count. Case, accents and the Serbian
// alphabet make no difference. All words must be there; "several words" must follow each other, word* goes on, OR, NOT,
// -word and brackets do what they say. A query that leaves nothing to look for gives data.ErrInvalid.
func (l *Library) Search(ctx context.Context, query string, o SearchOptions) ([]Hit, error) {
	q, err := words.Parse(query)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	ids, err := l.ranked(ctx, q)
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

// ranked gives the IDs of the articles that the query finds, the best first. Words in the title weigh most.
func (l *Library) ranked(ctx context.Context, q words.Query) ([]int64, error) {
	rows, err := l.read.QueryContext(ctx,
		"SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 8, 2, 1), rowid", q.Match())
	if err != nil {
		return nil, err
	}
	return collect(rows, scanID)
}

func scanID(rows *sql.Rows) (id int64, err error) {
	err = rows.Scan(&id)
	return id, err
}

// matching gives the IDs of the articles that a query finds, in any order.
func (l *Library) matching(ctx context.Context, query string) ([]int64, error) {
	q, err := words.Parse(query)
	if err != nil {
		return nil, err
	}
	rows, err := l.read.QueryContext(ctx, "SELECT rowid FROM words WHERE words MATCH ?", q.Match())
	if err != nil {
		return nil, wrap(ctx, err, "search")
	}
	ids, err := collect(rows, scanID)
	return ids, wrap(ctx, err, "search")
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

// mark finds the words in the title and the text.
func (h *Hit) mark(q words.Query, a *data.Article) {
	h.TitleMarks = words.Merge(q.Marks(words.Tokens(a.Title)))
	var tokens []words.Token
	words.Each(a.Text, func(t words.Token) {
		if !a.Furniture(t.Span) {
			tokens = append(tokens, t)
		}
	})
	s := words.Cut(a.Text, q.Marks(tokens), a.Furniture)
	h.Snippet, h.Marks, h.Passage = s.Text, s.Marks, s.Span
}
