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
// false when there is none. It has no limit and works after a restart.
func (l *Library) Undo(ctx context.Context) (d data.Decision, ok bool, err error) {
	return l.turn(ctx, "undo", stands, undone)
}

// Redo makes the decision that was undone last hold again; ok is false when there is none, or something else was
// decided since.
func (l *Library) Redo(ctx context.Context) (d data.Decision, ok bool, err error) {
	return l.turn(ctx, "redo", undone, stands)
}

// turn takes the next step with the mark from and gives it the mark to.
func (l *Library) turn(ctx context.Context, what string, from, to int) (d data.Decision, ok bool, err error) {
	pick := "SELECT max(step) FROM decision WHERE undone = ?"
	if from == undone {
		pick = "SELECT min(step) FROM decision WHERE undone = ?"
	}
	err = l.change(ctx, what, func(t *tx) error {
		var step sql.NullInt64
		if err := t.row(pick, []any{from}, &step); err != nil || !step.Valid {
			return err
		}
		all, err := decisions(ctx, t, "WHERE step = ? AND undone = ? ORDER BY id", step.Int64, from)
		if err != nil {
			return err
		}
		if err := t.exec("UPDATE decision SET undone = ? WHERE step = ? AND undone = ?", to, step.Int64, from); err != nil {
			return err
		}
		for i := range all {
			value := all[i].After
			if to == undone {
				value = all[i].Before
			}
			if err := t.apply(&all[i], value); err != nil {
				return err
			}
		}
		d, ok = all[0], true
		d.Undone = to != stands
		return nil
	})
	if err != nil {
		return data.Decision{}, false, err
	}
	return d, ok, nil
}
