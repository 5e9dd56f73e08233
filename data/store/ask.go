package store

import (
	"context"
	"database/sql"

	"entente/data"
	"entente/data/store/internal/index"
)

// ask calls fn with what the filter chooses, in an index that holds all that is in the file. No other call changes the
// index meanwhile; fn must not ask again.
func (l *Library) ask(ctx context.Context, f data.Filter, fn func(*index.Choice) error) error {
	var found []int64
	if f.Search != "" {
		var err error
		if found, err = l.matching(ctx, f.Search); err != nil {
			return err
		}
	}
	return l.view(ctx, func(x *index.Index) error {
		c, err := x.Choose(f, found)
		if err != nil {
			return err
		}
		return fn(c)
	})
}

// view calls fn with an index that holds all that is in the file.
func (l *Library) view(ctx context.Context, fn func(*index.Index) error) error {
	if err := l.refresh(ctx); err != nil {
		return wrap(ctx, err, "read summaries")
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	return fn(l.index)
}

// refresh reads what has changed in the file since the last time, by this program or another one.
func (l *Library) refresh(ctx context.Context) error {
	l.fresh.Lock()
	defer l.fresh.Unlock()
	var tick int64
	if err := l.read.QueryRowContext(ctx, "SELECT tick FROM state").Scan(&tick); err != nil || tick == l.tick {
		return err
	}
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	if err := tx.QueryRowContext(ctx, "SELECT tick FROM state").Scan(&tick); err != nil {
		return err
	}
	changed, err := l.changed(ctx, tx)
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, a := range changed {
		l.index.Put(a)
	}
	l.index.Settle()
	l.tick = tick
	return nil
}

// changed reads the summaries that are newer than the index, by article.
func (l *Library) changed(ctx context.Context, tx *sql.Tx) ([]index.Article, error) {
	rows, err := tx.QueryContext(ctx, `SELECT article, report, published, removed, mentions, first, packed
		FROM summary JOIN article ON id = article WHERE tick > ? ORDER BY article`, l.tick)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(rows *sql.Rows) (a index.Article, err error) {
		err = rows.Scan(&a.ID, &a.Report, &a.Published, &a.Removed, &a.Mentions, &a.First, &a.Packed)
		return a, err
	})
}
