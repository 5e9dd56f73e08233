package store

import (
	"context"
	"errors"
	"fmt"

	"entente/data"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// ErrFull says that the disk has no room for what was to be written. Nothing of it was written.
var ErrFull = errors.New("no space left on the disk")

// ErrGone says that the file of an open library was moved or deleted, so that nothing written to it would be found again.
var ErrGone = errors.New("the library was moved or deleted while it was open")

// known gives the sentinel for each primary result code of the driver that callers can act upon.
var known = map[int]error{
	sqlite3.SQLITE_BUSY:     data.ErrBusy,
	sqlite3.SQLITE_LOCKED:   data.ErrBusy,
	sqlite3.SQLITE_CORRUPT:  data.ErrDamaged,
	sqlite3.SQLITE_NOTADB:   data.ErrNotLibrary,
	sqlite3.SQLITE_READONLY: data.ErrReadOnly,
	sqlite3.SQLITE_FULL:     ErrFull,
	sqlite3.SQLITE_TOOBIG:   data.ErrInvalid,
}

// code gives the primary result code of a driver error, or 0 when err is none.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff // the higher bits only say where in SQLite it happened
	}
	return 0
}

// wrap says what was being done when err happened and puts the sentinel for the driver's code in its chain. A driver
// error that follows from a cancelled context becomes the context's error.
func wrap(ctx context.Context, err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	what := fmt.Sprintf(format, args...)
	if ctx.Err() != nil && !errors.Is(err, ctx.Err()) {
		err = ctx.Err()
	}
	sentinel, ok := known[code(err)]
	switch {
	case ok && sentinel == data.ErrBusy: // the driver's words for it tell nobody more
		return &refusal{what + ": " + sentinel.Error(), errors.Join(sentinel, err)}
	case ok:
		return fmt.Errorf("%s: %w (%w)", what, sentinel, err)
	}
	return fmt.Errorf("%s: %w", what, err)
}
