package store

import (
	"context"
	"database/sql"
	"errors"
)

// Setting gives a value kept with the library, such as its last view; ok is false where none was set.
func (l *Library) Setting(ctx context.Context, key string) (value string, ok bool, err error) {
	err = l.read.QueryRowContext(ctx, "SELECT value FROM setting WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return value, err == nil, wrap(ctx, err, "read setting %s", key)
}

// SetSetting keeps a value with the library. The empty value takes it away.
func (l *Library) SetSetting(ctx context.Context, key, value string) error {
	return l.change(ctx, "write setting "+key, func(t *tx) error {
		if value == "" {
			return t.exec("DELETE FROM setting WHERE key = ?", key)
		}
		return t.exec("INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
	})
}
