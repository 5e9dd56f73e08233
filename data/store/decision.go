package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"entente/data"
	"entente/data/store/internal/index"
)

// The actions of a decision.
const (
	actionVerdict = "verdict"
	actionRemove  = "remove"
	actionRestore = "restore"
)

// Values of a decision about a whole article.
const (
	present = "present"
	removed = "removed"
)

// Decide records what a person says of a piece of evidence. It holds for every piece with the same pair at the same
// words, whenever and by whatever rules it is found. Saying again what stands already records nothing and gives the
// zero Decision. data.ErrNotFound says that there is no such evidence.
func (l *Library) Decide(ctx context.Context, evidence int64, v data.Verdict) (data.Decision, error) {
	var d data.Decision
	if v != data.Undecided && v != data.Accepted && v != data.Rejected {
		return d, fmt.Errorf("decide: verdict %q: %w", v, data.ErrInvalid)
	}
	err := l.change(ctx, "decide", func(t *tx) error {
		one := data.Decision{Action: actionVerdict, After: string(v)}
		err := t.row(`SELECT hash, start, "end", text, a, b, decision FROM evidence JOIN article ON article.id = article
			WHERE evidence.id = ?`, []any{evidence}, &one.Article, &one.Start, &one.End, &one.Text, &one.Pair[0],
			&one.Pair[1], &one.Before)
		if err != nil {
			return fmt.Errorf("evidence %d: %w", evidence, notFound(err))
		}
		if one.Before == one.After {
			return nil
		}
		made, err := t.record([]data.Decision{one})
		if err == nil {
			d = made[0]
		}
		return err
	})
	return d, err
}

// Remove takes articles out of sight, in one decision that Undo takes back. Their texts stay in the file. IDs that are
// not there, or removed already, are passed over.
func (l *Library) Remove(ctx context.Context, ids []int64) error {
	return l.change(ctx, "remove articles", func(t *tx) error {
		var all []data.Decision
		for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
			d := data.Decision{Action: actionRemove, Before: present, After: removed}
			err := t.row("SELECT hash FROM article JOIN summary ON article = id WHERE id = ? AND NOT removed", []any{id},
				&d.Article)
			if errors.Is(err, sql.ErrNoRows) {
				continue
			}
			if err != nil {
				return err
			}
			all = append(all, d)
		}
		_, err := t.record(all)
		return err
	})
}

// comeBack shows a removed article again because somebody added it again. Findings of other rules than it has replace
// those; a decision records it, so that the history is whole.
func (t *tx) comeBack(id int64, p *prepared) error {
	var rules string
	if err := t.row("SELECT rules FROM summary WHERE article = ?", []any{id}, &rules); err != nil {
		return err
	}
	if rules != t.l.o.RulesVersion {
		if err := t.replaceFindings(id, p.hash, p.findings, t.l.o.RulesVersion); err != nil {
			return err
		}
	}
	_, err := t.record([]data.Decision{{Action: actionRestore, Article: p.hash, Before: removed, After: present}})
	return err
}

// record writes decisions as one step, makes them hold, and gives up what could have been redone.
func (t *tx) record(all []data.Decision) ([]data.Decision, error) {
	if len(all) == 0 {
		return nil, nil
	}
	if err := t.exec("UPDATE decision SET undone = ? WHERE undone = ?", abandoned, undone); err != nil {
		return nil, err
	}
	t.decided = true
	made, err := parseStamp(t.now)
	if err != nil {
		return nil, err
	}
	for i := range all {
		d := &all[i]
		d.Made = made
		err := t.row(`INSERT INTO decision (step, made, action, hash, start, "end", text, a, b, before, after)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`, []any{t.tick, t.now, d.Action, d.Article, d.Start, d.End,
			d.Text, string(d.Pair[0]), string(d.Pair[1]), d.Before, d.After}, &d.ID)
		if err != nil {
			return nil, err
		}
		if err := t.apply(d, d.After); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// apply makes the library show a decision's value, the one before it or the one after.
func (t *tx) apply(d *data.Decision, value string) error {
	if d.Action != actionVerdict {
		return t.exec("UPDATE summary SET removed = ?, tick = ? WHERE article = (SELECT id FROM article WHERE hash = ?)",
			value == removed, t.tick, d.Article)
	}
	var id int64
	err := t.row("SELECT id FROM article WHERE hash = ?", []any{d.Article}, &id)
	if errors.Is(err, sql.ErrNoRows) { // the decision came from another library, its article did not
		return nil
	}
	if err != nil {
		return err
	}
	return t.reattach(id, d.Article)
}

// reattach puts the decisions that stand on the evidence of an article.
func (t *tx) reattach(id int64, hash string) error {
	evidence, err := evidenceOf(t.ctx, t, id)
	if err != nil {
		return err
	}
	before := make([]data.Verdict, len(evidence))
	for i := range evidence {
		before[i] = evidence[i].Decision
	}
	if err := decide(t.ctx, t, hash, evidence); err != nil {
		return err
	}
	for i := range evidence {
		if evidence[i].Decision == before[i] {
			continue
		}
		if err := t.exec("UPDATE evidence SET decision = ? WHERE id = ?", string(evidence[i].Decision),
			evidence[i].ID); err != nil {
			return err
		}
	}
	packed, err := index.Pack(evidence)
	if err != nil {
		return err
	}
	return t.exec("UPDATE summary SET packed = ?, tick = ? WHERE article = ?", packed, t.tick, id)
}

// decide sets the verdicts of an article's evidence from the decisions that stand.
func decide(ctx context.Context, q querier, hash string, evidence []data.Evidence) error {
	rows, err := q.QueryContext(ctx, `SELECT start, "end", a, b, after FROM decision
		WHERE hash = ? AND action = 'verdict' AND undone = 0 ORDER BY id`, hash)
	if err != nil {
		return err
	}
	verdicts, err := collect(rows, func(rows *sql.Rows) (d data.Decision, err error) {
		err = rows.Scan(&d.Start, &d.End, &d.Pair[0], &d.Pair[1], &d.After)
		return d, err
	})
	if err != nil {
		return err
	}
	for i := range evidence {
		evidence[i].Decision = verdictOn(&evidence[i], verdicts)
	}
	return nil
}

// verdictOn gives the last verdict on a piece of evidence: one on exactly its words, or else one on words that overlap
// them by at least half of the shorter of the two, because newer rules may cut a passage a little differently.
func verdictOn(e *data.Evidence, verdicts []data.Decision) data.Verdict {
	var exact, close *data.Decision
	for i := range verdicts {
		d := &verdicts[i]
		switch {
		case d.Pair != e.Pair:
		case d.Span == e.Span:
			exact = d
		case aboutSame(d.Span, e.Span):
			close = d
		}
	}
	switch {
	case exact != nil:
		return data.Verdict(exact.After)
	case close != nil:
		return data.Verdict(close.After)
	}
	return data.Undecided
}

func aboutSame(a, b data.Span) bool {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return 2*shared >= min(a.Len(), b.Len()) && shared > 0
}

// decisions reads decisions; where is SQL of our own.
func decisions(ctx context.Context, q querier, where string, args ...any) ([]data.Decision, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, made, action, hash, start, "end", text, a, b, before, after, undone <> 0
		FROM decision `+where, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(rows *sql.Rows) (d data.Decision, err error) {
		var made string
		if err := rows.Scan(&d.ID, &made, &d.Action, &d.Article, &d.Start, &d.End, &d.Text, &d.Pair[0], &d.Pair[1],
			&d.Before, &d.After, &d.Undone); err != nil {
			return d, err
		}
		d.Made, err = parseStamp(made)
		return d, err
	})
}
