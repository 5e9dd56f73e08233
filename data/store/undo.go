package store

import (
	"context"
	"database/sql"

	"entente/data"
)

// What became of a decision, in the column undone.
const (
	stands    = 0
	undone    = 1 // and can be redone
	abandoned = 2 // undone, and then something else was decided
)

// Undo takes back the last decision that stands, with those made in the same go, and gives the first of them; ok is
// false when there is none. It has no limit and works after a restart. Where an import came after that decision (see Came),
// it takes the articles of the import out of sight instead.
func (l *Library) Undo(ctx context.Context) (d data.Decision, ok bool, err error) {
	if d, ok, err = l.UndoCame(ctx); ok || err != nil {
		return d, ok, err
	}
	return l.turn(ctx, "undo", "SELECT max(step), max(step) FROM decision WHERE undone = 0", stands, undone)
}

// Redo makes the decision that was undone last hold again; ok is false when there is none, or something else was
// decided since.
func (l *Library) Redo(ctx context.Context) (d data.Decision, ok bool, err error) {
	return l.turn(ctx, "redo", "SELECT min(step), min(step) FROM decision WHERE undone = 1", undone, stands)
}

// UndoTo takes back a step with all that came after it, and gives the decision that stood first. Redo makes one step
// after the other hold again.
func (l *Library) UndoTo(ctx context.Context, step int64) (d data.Decision, ok bool, err error) {
	return l.turn(ctx, "undo", "SELECT ?, max(step) FROM decision WHERE undone = 0", stands, undone, step)
}

// Turns says whether there is anything to undo and to redo.
func (l *Library) Turns(ctx context.Context) (undo, redo bool, err error) {
	err = l.read.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM decision WHERE undone = 0),
		EXISTS (SELECT 1 FROM decision WHERE undone = 1)`).Scan(&undo, &redo)
	return undo || l.arrived(), redo, wrap(ctx, err, "look for decisions")
}

// turn gives the decisions with the mark from, of the steps from the first to the last that a query gives, the mark to.
func (l *Library) turn(ctx context.Context, what, steps string, from, to int, args ...any) (d data.Decision, ok bool, err error) {
	err = l.change(ctx, what, func(t *tx) error {
		var first, last sql.NullInt64
		if err := t.row(steps, args, &first, &last); err != nil || !last.Valid {
			return err
		}
		all, err := decisions(ctx, t, "WHERE undone = ? AND step BETWEEN ? AND ? ORDER BY id", from, first.Int64, last.Int64)
		if err != nil || len(all) == 0 {
			return err
		}
		if err := t.exec("UPDATE decision SET undone = ? WHERE undone = ? AND step BETWEEN ? AND ?", to, from, first.Int64,
			last.Int64); err != nil {
			return err
		}
		d, ok = leading(all), true
		d.Undone = to != stands
		return t.settle(all)
	})
	if err != nil {
		return data.Decision{}, false, err
	}
	return d, ok, nil
}

// leading is the decision of the first step by which people know what was done: that articles came, else the first.
func leading(all []data.Decision) data.Decision {
	for i := range all {
		if all[i].Step == all[0].Step && all[i].Action == data.ActImport {
			return all[i]
		}
	}
	return all[0]
}

// querier is what reads: a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}
