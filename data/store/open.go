package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"entente/data"

	sqlite3 "modernc.org/sqlite/lib"
)

// Sizes of the page caches, in KiB: what is read again and again is in the index already.
const (
	writeCache = 16 << 10
	readCache  = 4 << 10
)

// open finds out what the file is before anything may be written to it.
func (l *Library) open(ctx context.Context) error {
	exists, err := regular(l.path)
	if err != nil {
		return err
	}
	version := 0
	if exists {
		if version, err = inspect(ctx, l.path); err != nil {
			return err
		}
	}
	if err := l.decide(ctx, version); err != nil {
		return err
	}
	if l.cause == nil {
		if err := l.openWriter(ctx); err != nil {
			return err
		}
		if l.file, err = os.Stat(l.path); err != nil {
			return err
		}
	}
	return l.openReaders(ctx)
}

// regular says whether there is a file with something in it. Anything but a plain file is no library.
func regular(path string) (bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		_, err := os.Stat(filepath.Dir(path))
		return false, err
	case err != nil:
		return false, err
	case info.IsDir():
		return false, fmt.Errorf("%w: it is a folder", data.ErrNotLibrary)
	case !info.Mode().IsRegular():
		return false, fmt.Errorf("%w: it is no ordinary file", data.ErrNotLibrary)
	case info.Size() > 0 && info.Size() < leastDatabase: // SQLite would take it for an empty one
		return false, broken(path)
	}
	return info.Size() > 0, nil
}

// inspect reads the schema version of an existing file and changes nothing. An empty database counts as version 0.
func inspect(ctx context.Context, path string) (int, error) {
	var version int
	err := inModes(path, func(mode string) (err error) {
		version, err = inspectAs(ctx, path, mode)
		return err
	})
	if code(err) == sqlite3.SQLITE_NOTADB {
		return 0, broken(path)
	}
	if errors.Is(err, data.ErrNotLibrary) && code(err) == 0 {
		return 0, err
	}
	return version, wrap(ctx, err, "read header")
}

// inModes opens a database in the mode that asks most of the disk and works: for writing, which only tidying away the log
// needs here; for reading, with the log's files as they are; or as a file that nobody can change, in a folder where no
// log can be made. A log that is there must be read, so the last way is not for a library that has one.
func inModes(path string, open func(mode string) error) error {
	err := open("rw")
	if protected(err) {
		err = open("ro")
	}
	if _, missing := os.Stat(path + "-wal"); protected(err) && errors.Is(missing, fs.ErrNotExist) {
		err = open("ro&immutable=1")
	}
	return err
}

// protected says whether err means that a file or folder cannot be written.
func protected(err error) bool {
	return code(err) == sqlite3.SQLITE_CANTOPEN || code(err) == sqlite3.SQLITE_READONLY || errors.Is(err, fs.ErrPermission)
}

func inspectAs(ctx context.Context, path, mode string) (version int, err error) {
	db, err := sql.Open("sqlite", dsn(path, mode, "busy_timeout(5000)"))
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var id, tables int
	err = db.QueryRowContext(ctx, `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version`).Scan(&id, &version, &tables)
	switch {
	case err != nil:
		return 0, err
	case id == 0 && version == 0 && tables == 0:
		return 0, nil
	case id != applicationID:
		return 0, fmt.Errorf("%w: it is a database of another program", data.ErrNotLibrary)
	case version < 1:
		return 0, data.ErrDamaged
	}
	return version, nil
}

// leastDatabase is the size of the smallest page that a database can have.
const leastDatabase = 512

// broken tells a broken database from a file that never was one. It is asked only of files that are no database: closing
// a file that is open as a database would drop the locks on it.
func broken(path string) error {
	const magic = "SQLite format 3"
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	head := make([]byte, len(magic))
	if n, _ := io.ReadFull(f, head); string(head[:n]) == magic {
		return data.ErrDamaged
	}
	return data.ErrNotLibrary
}

// decide settles whether the library may be written to, and takes the lock if so.
func (l *Library) decide(ctx context.Context, version int) error {
	switch {
	case version > Schema():
		l.refuse(data.ErrNewer, fmt.Sprintf("This library was made by a newer Entente (schema %d, this one knows %d). "+
			"It is open for reading only. Install the newer Entente to make changes.", version, Schema()))
	case l.o.ReadOnly:
		l.refuse(nil, "")
	default:
		lock, err := takeLock(ctx, l.path)
		if err != nil {
			return l.degrade(err, version)
		}
		l.lock = lock
	}
	if l.cause != nil && version == 0 {
		return fs.ErrNotExist
	}
	return nil
}

// degrade goes on read-only where err says that writing is impossible, and gives every other err back.
func (l *Library) degrade(err error, version int) error {
	switch {
	case errors.Is(err, data.ErrBusy):
		l.refuse(data.ErrBusy, "Another program, perhaps a second Entente, has this library open, so it is open for "+
			"reading only here. Close the other one and open the library again to make changes.")
	case protected(err):
		l.refuse(nil, "This library, or the folder that it is in, is write-protected, so it is open for reading only. "+
			"Copy it to another folder to make changes.")
	default:
		return err
	}
	if version == 0 { // there is nothing to read
		return err
	}
	return nil
}

// refuse makes the library read-only.
func (l *Library) refuse(cause error, notice string) {
	l.cause, l.notice = data.ErrReadOnly, notice
	if cause != nil {
		l.cause = fmt.Errorf("%w (%w)", data.ErrReadOnly, cause)
	}
}

// openWriter opens the one writing connection and brings the schema up to date. The version is read again, under the
// lock: another program may have made the library meanwhile.
func (l *Library) openWriter(ctx context.Context) error {
	version, err := l.tryWriter(ctx)
	if err == nil {
		return nil
	}
	if l.write != nil {
		err = errors.Join(err, l.write.Close())
		l.write = nil
	}
	if err := l.degrade(err, version); err != nil {
		return err
	}
	err = l.lock.release()
	l.lock = nil
	return err
}

func (l *Library) tryWriter(ctx context.Context) (version int, err error) {
	l.write, err = sql.Open("sqlite", dsn(l.path, "rwc&_txlock=immediate", "busy_timeout(5000)", "journal_mode(WAL)",
		"synchronous(FULL)", "foreign_keys(1)", "wal_autocheckpoint(4000)", fmt.Sprintf("cache_size(-%d)", writeCache)))
	if err != nil {
		return 0, err
	}
	l.write.SetMaxOpenConns(1)
	if err := l.write.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return version, wrap(ctx, err, "read schema")
	}
	if version > Schema() {
		return version, data.ErrNewer
	}
	if err := migrate(ctx, l.write, version, l.o.Now()); err != nil {
		return version, err
	}
	// A file can be write-protected without SQLite minding until the first change.
	probe, err := l.write.BeginTx(ctx, nil)
	if err != nil {
		return version, wrap(ctx, err, "write")
	}
	defer probe.Rollback() //nolint:errcheck // the probe changes nothing
	_, err = probe.ExecContext(ctx, "UPDATE state SET tick = tick")
	return version, wrap(ctx, err, "write")
}

// openReaders opens the reading connections. An older schema that cannot be upgraded is read as it is, see older.go. They
// may not write, but where nobody else has the file open they must be
// able to tidy its log away when they close it.
func (l *Library) openReaders(ctx context.Context) error {
	return wrap(ctx, inModes(l.path, func(mode string) error { return l.tryReaders(ctx, mode) }), "read")
}

func (l *Library) tryReaders(ctx context.Context, mode string) (err error) {
	if l.read != nil {
		if err := l.read.Close(); err != nil {
			return err
		}
	}
	if l.read, err = openOlder(ctx, dsn(l.path, mode, "busy_timeout(5000)", "query_only(1)",
		fmt.Sprintf("cache_size(-%d)", readCache))); err != nil {
		return err
	}
	readers := max(4, min(runtime.NumCPU(), 8)) // a check of the whole library may hold one for a while
	l.read.SetMaxOpenConns(readers)
	l.read.SetMaxIdleConns(readers)
	var n int
	return l.read.QueryRowContext(ctx, "SELECT count(*) FROM migration").Scan(&n)
}

// dsn is the connection string: SQLite's own form of a URI, so that mode counts and every sign may stand in a path, with
// the pragmas that each connection of the pool needs.
func dsn(path, mode string, pragmas ...string) string {
	path = filepath.ToSlash(path)
	if path != "" && path[0] != '/' {
		path = "/" + path // C:/x
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: "mode=" + mode}
	for _, p := range pragmas {
		u.RawQuery += "&_pragma=" + url.QueryEscape(p)
	}
	return u.String()
}
