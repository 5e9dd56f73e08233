// Package store keeps the library: one SQLite file with the articles, what was found in them and what people decided.
//
// It reads no article files (data/ingest) and finds nothing in them (data/mention, data/tie); it takes their results. It
// alone knows SQL. Positions are bytes of the article's text, as everywhere in data.
//
// A Library may be used by many goroutines at once: writing is done by one connection, one transaction at a time, and
// reading by others that never wait for it. Two programs may open the same library; the second one can only read it.
// Every method that changes something does so in one transaction: after a crash all of it is there or nothing.
//
// The questions that a map asks (Ties, Counts, Evidence, Articles) are answered from a table of evidence in memory, 24
// bytes for each piece, which is read when the first of them is asked and follows every change of the file. Importing
// does not need it and takes the same memory for any number of articles.
package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"entente/data"
	"entente/data/store/internal/index"
)

// Options say how to open a library. The zero Options open it for writing.
type Options struct {
	ReadOnly     bool             // change nothing, not even an older schema
	Now          func() time.Time // the clock for what is recorded; nil means time.Now
	RulesVersion string           // of the rules that make the findings given to Add
	Who          string           // the person whose decisions are recorded, "" where not known
}

// Library is an open library. Close it.
type Library struct {
	path   string
	o      Options
	write  *sql.DB // one connection, nil when read-only
	read   *sql.DB
	lock   *lock
	file   os.FileInfo // of a library that is open for writing
	cause  error       // why it is read-only, nil when it is not
	notice string      // the same for people

	fresh    sync.Mutex   // held while the index is brought up to date
	mu       sync.RWMutex // guards index and tick; fresh is held as well when they change
	index    *index.Index
	tick     int64 // the change up to which index holds everything
	lists    lists
	arrivals arrivals
	named    named
	who      atomic.Pointer[string] // what SetWho said, nil until then
}

// Open opens the library at path for writing, or makes it where there is no file or an empty one. It never changes a
// file that is not a library.
//
// A library that cannot be written to is opened for reading: ReadOnly tells so and Notice says why. That is the case
// when o.ReadOnly is set, another program has it open for writing, the file or its folder is write-protected, or a newer
// Entente made it. The errors are data.ErrNotLibrary for another kind of file, data.ErrDamaged for a library that SQLite
// cannot read, and fs.ErrNotExist where a library that must exist does not.
func Open(ctx context.Context, path string, o Options) (*Library, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open library %s: %w", path, err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	l := &Library{path: abs, o: o, index: index.New()}
	if err := l.open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open library %s: %w", path, err), l.Close())
	}
	return l, nil
}

// Close lets go of the file. It waits for work that is under way.
func (l *Library) Close() error {
	var errs []error
	for _, db := range []*sql.DB{l.read, l.write} { // the writer last: whoever closes last tidies the log away
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	errs = append(errs, l.lock.release())
	l.lock = nil
	return errors.Join(errs...)
}

// Path is the absolute path of the file.
func (l *Library) Path() string { return l.path }

// ReadOnly says whether changes are refused.
func (l *Library) ReadOnly() bool { return l.cause != nil }

// Refusal is the error behind ReadOnly, nil where changes are taken. It names the file, says what Notice says, and wraps
// data.ErrReadOnly, with data.ErrBusy or data.ErrNewer where that is the cause.
func (l *Library) Refusal() error {
	if l.cause == nil {
		return nil
	}
	return &refusal{l.path + ": " + cmp.Or(l.notice, "This library is open for reading only."), l.cause}
}

// refusal is an error in words for people, which replace those of its cause.
type refusal struct {
	words string
	cause error
}

func (r *refusal) Error() string { return r.words }

func (r *refusal) Unwrap() error { return r.cause }

// SetWho names the person whose decisions are recorded from now on. It may be called at any time, from any goroutine.
func (l *Library) SetWho(name string) { l.who.Store(&name) }

// whoDecides is the person whose decisions are recorded.
func (l *Library) whoDecides() string {
	if said := l.who.Load(); said != nil {
		return *said
	}
	return l.o.Who
}

// Notice says to people why the library is read-only and what to do, or "" when there is nothing to say.
func (l *Library) Notice() string { return l.notice }

// tx is one change of the library.
type tx struct {
	*sql.Tx
	l        *Library
	ctx      context.Context
	tick     int64 // the number of this change
	evidence int64 // the next free ID of evidence
	decided  bool  // there are decisions, so new findings must be looked up among them
	asked    int64 // the last change of what the finders must know of all articles
	now      string
	prepared map[string]*sql.Stmt
}

// change runs fn in one transaction. What names the change in errors. A read-only library gives data.ErrReadOnly, and
// data.ErrBusy or data.ErrNewer with it where that is the cause.
func (l *Library) change(ctx context.Context, what string, fn func(*tx) error) error {
	if l.cause != nil {
		return fmt.Errorf("%s: %w", what, l.cause)
	}
	if l.gone() {
		return fmt.Errorf("%s: %w", what, ErrGone)
	}
	sqlTx, err := l.write.BeginTx(ctx, nil)
	if err != nil {
		return wrap(ctx, err, "%s", what)
	}
	defer sqlTx.Rollback() //nolint:errcheck // after Commit it has nothing to do
	t := &tx{Tx: sqlTx, l: l, ctx: ctx, now: stamp(l.o.Now()), prepared: map[string]*sql.Stmt{}}
	if err := t.row("SELECT tick + 1, evidence, asked, EXISTS (SELECT 1 FROM decision) FROM state", nil, &t.tick, &t.evidence,
		&t.asked, &t.decided); err != nil {
		return wrap(ctx, err, "%s", what)
	}
	if err := fn(t); err != nil {
		return wrap(ctx, err, "%s", what)
	}
	if err := t.exec("UPDATE state SET tick = ?, evidence = ?, asked = ?", t.tick, t.evidence, t.asked); err != nil {
		return wrap(ctx, err, "%s", what)
	}
	return wrap(ctx, sqlTx.Commit(), "%s", what)
}

// gone says whether the library's path leads to another file than was opened, or to none: the system would go on writing to the
// one without a name, and let it vanish at the end.
func (l *Library) gone() bool {
	now, err := os.Stat(l.path)
	return errors.Is(err, fs.ErrNotExist) || err == nil && l.file != nil && !os.SameFile(now, l.file)
}

// stmt prepares a query once for the transaction.
func (t *tx) stmt(query string) (*sql.Stmt, error) {
	if s, ok := t.prepared[query]; ok {
		return s, nil
	}
	s, err := t.PrepareContext(t.ctx, query)
	if err == nil {
		t.prepared[query] = s
	}
	return s, err
}

// whole is the context of single statements: a cancelled change is rolled back as a whole, and to watch over each of its
// thousands of small statements as well would take longer than some of them.
func (t *tx) whole() context.Context { return context.WithoutCancel(t.ctx) }

func (t *tx) exec(query string, args ...any) error {
	s, err := t.stmt(query)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(t.whole(), args...)
	return err
}

// row runs a query for one row, like QueryContext, and reads it.
func (t *tx) row(query string, args []any, into ...any) error {
	s, err := t.stmt(query)
	if err != nil {
		return err
	}
	return s.QueryRowContext(t.whole(), args...).Scan(into...)
}

// QueryContext runs a query that is prepared once for the transaction, whose context it has.
func (t *tx) QueryContext(_ context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(t.whole(), args...)
}

// notFound turns a missing row into data.ErrNotFound.
func notFound(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return data.ErrNotFound
	}
	return err
}
