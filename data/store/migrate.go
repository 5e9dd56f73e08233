package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks the file as an Entente library in its header: "Ente".
const applicationID = 0x456e7465

// migrationNames gives the migrations in order; the first one makes schema 1.
func migrationNames() []string {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil { // only a malformed pattern
		panic(err)
	}
	return names
}

// Schema is the version of the library's tables that this program writes.
func Schema() int { return len(migrationNames()) }

// migrate brings a library from schema version to the newest. Each step stands or falls as a whole, with its record.
func migrate(ctx context.Context, db *sql.DB, version int, now time.Time) error {
	for i, name := range migrationNames() {
		if i < version {
			continue
		}
		if err := migrateOne(ctx, db, i+1, name, now); err != nil {
			return wrap(ctx, err, "upgrade library to schema %d", i+1)
		}
	}
	return nil
}

func migrateOne(ctx context.Context, db *sql.DB, version int, name string, now time.Time) error {
	script, err := migrations.ReadFile(name)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it has nothing to do
	if _, err := tx.ExecContext(ctx, string(script)); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO migration VALUES (?, ?, ?)", version,
		strings.TrimSuffix(strings.TrimPrefix(name, "migrations/"), ".sql"), stamp(now)); err != nil {
		return err
	}
	// Pragmas take no parameters; both values are numbers of our own.
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d",
		applicationID, version)); err != nil {
		return err
	}
	return tx.Commit()
}

// stamp is how the library writes a time: UTC, to the second, so that what is read equals what was written.
func stamp(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }
