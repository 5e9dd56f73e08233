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
	choose := func(found []int64) func(*index.Index) error {
		return func(x *index.Index) error {
			c, err := x.Choose(f, found)
			if err != nil {
				return err
			}
			return fn(c)
		}
	}
	if f.Search == "" {
		return l.view(ctx, choose(nil))
	}
	for {
		found, tick, err := l.matching(ctx, f.Search)
		if err != nil {
			return err
		}
		if ok, err := l.viewAt(ctx, tick, choose(found)); ok || err != nil {
			return err
		} // else articles were added between the search and the look into the index
	}
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

// viewAt is view as of one change; ok is false, and fn was not called, when there have been others since.
func (l *Library) viewAt(ctx context.Context, tick int64, fn func(*index.Index) error) (ok bool, err error) {
	err = l.view(ctx, func(x *index.Index) error {
		if ok = l.tick == tick; !ok {
			return nil
		}
		return fn(x)
	})
	return ok, err
}

// current brings the index up to date and gives the change that it holds all up to.
func (l *Library) current(ctx context.Context) (tick int64, err error) {
	err = l.view(ctx, func(*index.Index) error {
		tick = l.tick
		return nil
	})
	return tick, err
}

// refresh reads what has changed in the file since the last time, by this program or another one.
func (l *Library) refresh(ctx context.Context) error {
	l.fresh.Lock()
	defer l.fresh.Unlock()
	tick, err := l.now(ctx, l.read)
	if err != nil || tick == l.tick {
		return err
	}
	tx, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	if tick, err = l.now(ctx, tx); err != nil {
		return err
	}
	return l.readChanges(ctx, tx, tick)
}

// now gives the number of the last change of the file.
func (l *Library) now(ctx context.Context, q querier) (tick int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT tick FROM state").Scan(&tick)
	return tick, err
}

// summaryColumns are what readChanges reads.
const summaryColumns = "article, coalesce(joined, report), published, removed, mentions, first, packed"

// readChanges puts the summaries that are newer than the index into it, which then holds all up to tick. What it has put
// when an error stops it does no harm: the next time puts it again.
func (l *Library) readChanges(ctx context.Context, tx *sql.Tx, tick int64) error {
	query := "SELECT " + summaryColumns + " FROM summary WHERE tick > ? ORDER BY article"
	args := []any{l.tick}
	if l.tick == 0 { // everything: walk the table, not its index
		query, args = "SELECT "+summaryColumns+" FROM summary ORDER BY article", nil
	}
	publishers, err := l.newPublishers(ctx, tx)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err below tells
	l.mu.Lock()
	defer l.mu.Unlock()
	defer l.index.Settle()
	for rows.Next() {
		var a index.Article
		var packed sql.RawBytes // the index keeps nothing of it
		if err := rows.Scan(&a.ID, &a.Report, &a.Published, &a.Removed, &a.Mentions, &a.First, &packed); err != nil {
			return err
		}
		a.Packed, a.Publisher = packed, l.index.Publisher(a.ID)
		if name, fresh := publishers[a.ID]; fresh {
			a.Publisher = name
		}
		l.index.Put(a)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	l.tick = tick
	return nil
}

// newPublishers gives the publishers of the articles that the index does not hold yet. The index over publishers has all
// that is needed in far fewer pages than the table.
func (l *Library) newPublishers(ctx context.Context, tx *sql.Tx) (map[int64]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT publisher, id FROM main.article INDEXED BY article_publisher WHERE id > ?", l.index.Newest())
	if err != nil {
		return nil, err
	}
	publishers := map[int64]string{}
	name := ""
	_, err = collect(rows, func(rows *sql.Rows) (_ struct{}, err error) {
		var publisher sql.RawBytes
		var id int64
		err = rows.Scan(&publisher, &id)
		if string(publisher) != name { // they come in order, so that one string serves many articles
			name = string(publisher)
		}
		publishers[id] = name
		return struct{}{}, err
	})
	return publishers, err
}
