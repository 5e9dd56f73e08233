package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"entente/data"
	"entente/data/store/internal/index"
)

// Remove takes articles out of sight, in one decision that Undo takes back. Their texts stay in the file until Purge. IDs
// that are not there, or removed already, are passed over.
func (l *Library) Remove(ctx context.Context, ids []int64) error {
	_, err := l.one(ctx, "remove articles", func(t *tx) ([]data.Decision, error) {
		var all []data.Decision
		for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
			hash, err := t.hashOf(id)
			if errors.Is(err, data.ErrNotFound) {
				continue
			}
			if err != nil {
				return nil, err
			}
			all = append(all, data.Decision{Action: data.ActRemove, Article: hash, Before: present, After: removed})
		}
		return all, nil
	})
	return err
}

// comeBack shows a removed article again because somebody added it again. Findings of other rules than it has replace
// those; a decision records it, so that the history is whole.
func (t *tx) comeBack(id int64, p *prepared) error {
	var rules string
	if err := t.row("SELECT rules FROM summary WHERE article = ?", []any{id}, &rules); err != nil {
		return err
	}
	if rules != t.l.o.RulesVersion {
		if err := t.replaceFindings(id, p.hash, p.findings, t.l.o.RulesVersion, p.state); err != nil {
			return err
		}
	}
	_, err := t.record([]data.Decision{{Action: data.ActRestore, Article: p.hash, Before: removed, After: present}})
	return err
}

// Purge deletes the removed articles for good, with what was found in them and all that people said of them, and gives how
// many there were. No word of theirs stays in the file: it is written anew, which takes a while for a large one. Undo
// takes back neither this nor the removal.
func (l *Library) Purge(ctx context.Context) (n int, err error) {
	err = l.change(ctx, "delete removed articles", func(t *tx) error {
		rows, err := t.QueryContext(t.ctx, "SELECT article FROM summary WHERE removed ORDER BY article")
		if err != nil {
			return err
		}
		ids, err := collect(rows, scanID)
		if err != nil {
			return err
		}
		n = len(ids)
		for _, id := range ids {
			if err := t.purge(id); err != nil {
				return err
			}
		}
		if n == 0 {
			return nil
		}
		// Deleted words stay in the search index until its parts are written as one.
		if err := t.exec("INSERT INTO words (words) VALUES ('optimize')"); err != nil {
			return err
		}
		return t.regroup()
	})
	if err != nil || n == 0 {
		return 0, err
	}
	l.forgetArrivals()
	for _, query := range []string{"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := l.write.ExecContext(ctx, query); err != nil {
			return n, wrap(ctx, err, "write the library anew")
		}
	}
	l.fresh.Lock()
	defer l.fresh.Unlock()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.index, l.tick = index.New(), 0 // it cannot forget single articles
	return n, nil
}

// purge deletes one article.
func (t *tx) purge(id int64) error {
	var hash string
	if err := t.row("SELECT hash FROM article WHERE id = ?", []any{id}, &hash); err != nil {
		return err
	}
	for _, query := range []string{
		`UPDATE decision SET hash = '', start = 0, "end" = 0 WHERE hash = ? AND action = 'alias'`, // it is about all articles
		"DELETE FROM decision WHERE hash = ?1 OR subject = ?1",
	} {
		if err := t.exec(query, hash); err != nil {
			return err
		}
	}
	if err := t.moveReport(id); err != nil {
		return err
	}
	for _, query := range []string{"DELETE FROM words WHERE rowid = ?", "DELETE FROM near WHERE article = ?",
		"DELETE FROM named WHERE article = ?", "DELETE FROM mention WHERE article = ?", "DELETE FROM evidence WHERE article = ?",
		"DELETE FROM body WHERE article = ?",
		"DELETE FROM summary WHERE article = ?", "DELETE FROM article WHERE id = ?"} {
		if err := t.exec(query, id); err != nil {
			return err
		}
	}
	return nil
}

// moveReport gives the reports that bear an article's number the number of the next article in them.
func (t *tx) moveReport(id int64) error {
	for _, column := range []string{"report", "joined"} {
		var next sql.NullInt64
		query := "SELECT min(article) FROM summary WHERE " + column + " = ?1 AND article <> ?1"
		if err := t.row(query, []any{id}, &next); err != nil {
			return err
		}
		if next.Valid {
			if err := t.exec("UPDATE summary SET "+column+" = ?, tick = ? WHERE "+column+" = ?", next.Int64, t.tick, id); err != nil {
				return err
			}
		}
	}
	return nil
}
