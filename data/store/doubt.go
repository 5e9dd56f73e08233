package store

import (
	"context"
	"database/sql"
	"fmt"

	"entente/data"
	"entente/data/store/internal/index"
)

// Doubt is a piece of evidence that nobody has judged.
type Doubt struct {
	ID      int64
	Article int64
	Span    data.Span
	Pair    data.Pair
}

// Doubts gives the evidence under a filter that nobody has judged, at most so many pieces, the least sure first. What the
// filter says of decisions does not count.
func (l *Library) Doubts(ctx context.Context, f data.Filter, most int) ([]Doubt, error) {
	f.Decision = data.OnlyUndecided
	var ids []int64
	err := l.ask(ctx, f, func(c *index.Choice) error {
		ids = c.Stated()
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list doubts: %w", err)
	}
	rows, err := l.read.QueryContext(ctx, `SELECT id, article, start, "end", a, b FROM evidence
		WHERE id IN (SELECT value FROM json_each(?)) ORDER BY confidence, id LIMIT ?`, idList(ids), most)
	if err != nil {
		return nil, wrap(ctx, err, "list doubts")
	}
	doubts, err := collect(rows, func(rows *sql.Rows) (d Doubt, err error) {
		return d, rows.Scan(&d.ID, &d.Article, &d.Span.Start, &d.Span.End, &d.Pair[0], &d.Pair[1])
	})
	return doubts, wrap(ctx, err, "list doubts")
}
