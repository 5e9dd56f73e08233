package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"entente/data"
)

// lock keeps a second Entente from writing to the same library. It is a lock of SQLite's on an empty database beside the
// library: the operating system lets go of it when the process dies, so none is ever stale, and it works wherever the
// library itself does. The file may stay behind after a crash; it means nothing by itself.
type lock struct {
	db   *sql.DB
	path string
}

// lockTries bounds how often a lock file may vanish between opening and locking it.
const lockTries = 10

// takeLock gives data.ErrBusy when another program, or another Library in this one, holds the lock.
func takeLock(ctx context.Context, library string) (*lock, error) {
	path := library + "-lock"
	for range lockTries {
		before, _ := os.Stat(path)
		l, err := lockFile(ctx, path)
		if err != nil {
			return nil, err
		}
		// The last holder removes the file. Whoever had it open by then holds a lock on a file without a name.
		if after, err := os.Stat(path); err == nil && before != nil && os.SameFile(before, after) {
			return l, nil
		}
		if err := l.db.Close(); err != nil {
			return nil, wrap(ctx, err, "lock %s", path)
		}
	}
	return nil, data.ErrBusy
}

func lockFile(ctx context.Context, path string) (*lock, error) {
	db, err := sql.Open("sqlite", dsn(path, "rwc", "busy_timeout(0)", "journal_mode(MEMORY)"))
	if err != nil {
		return nil, wrap(ctx, err, "lock %s", path)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		return nil, errors.Join(wrap(ctx, err, "lock %s", path), db.Close())
	}
	return &lock{db: db, path: path}, nil
}

// release removes the file while still holding it, then lets go.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	removed := os.Remove(l.path) // not possible on Windows while it is open, which is harmless
	err := l.db.Close()
	if removed != nil {
		_ = os.Remove(l.path)
	}
	return err
}
