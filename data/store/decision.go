package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entente/data"
)

// Values of a decision about a whole article.
const (
	absent  = "absent"
	present = "present"
	removed = "removed"
)

// Decide records what a person says of a piece of evidence. It holds for every piece with the same pair at the same
// words, whenever and by whatever rules it is found. Saying again what stands already records nothing and gives the
// zero Decision. data.ErrNotFound says that there is no such evidence.
func (l *Library) Decide(ctx context.Context, evidence int64, v data.Verdict) (data.Decision, error) {
	if v != data.Undecided && v != data.Accepted && v != data.Rejected {
		return data.Decision{}, fmt.Errorf("decide: verdict %q: %w", v, data.ErrInvalid)
	}
	return l.one(ctx, "decide", func(t *tx) ([]data.Decision, error) {
		e, hash, err := t.evidenceOne(evidence)
		if err != nil {
			return nil, err
		}
		return []data.Decision{verdict(hash, e.Passage, e.Pair, e.Decision, v)}, nil
	})
}

// Note writes a person's own words about a piece of evidence, "" takes them away. Like a verdict it stays with the words.
func (l *Library) Note(ctx context.Context, evidence int64, note string) (data.Decision, error) {
	return l.one(ctx, "note", func(t *tx) ([]data.Decision, error) {
		e, hash, err := t.evidenceOne(evidence)
		if err != nil {
			return nil, err
		}
		return []data.Decision{{Action: data.ActNote, Article: hash, Passage: e.Passage, Pair: e.Pair, Before: e.Note,
			After: strings.TrimSpace(note)}}, nil
	})
}

// Edit changes what a piece of evidence says, in one step; with several statements it is split into as many pieces. What
// a person writes is accepted by that. Only parts of the same article's text can be said, and no two pieces may have the
// same words and pair: data.ErrInvalid tells.
func (l *Library) Edit(ctx context.Context, evidence int64, into ...data.Statement) (data.Decision, error) {
	if len(into) == 0 {
		return data.Decision{}, fmt.Errorf("edit: nothing to say: %w", data.ErrInvalid)
	}
	return l.one(ctx, "edit", func(t *tx) ([]data.Decision, error) {
		e, hash, err := t.evidenceOne(evidence)
		if err != nil {
			return nil, err
		}
		if err := t.checkStatements(e.Article, e.ID, into); err != nil {
			return nil, err
		}
		before, after := statementJSON(e.Statement()), statementJSON(into[0])
		var all []data.Decision
		if before != after {
			all = append(all, data.Decision{Action: data.ActEdit, Article: hash, Passage: e.Passage, Pair: e.Pair,
				Before: before, After: after})
		}
		all = append(all, verdict(hash, into[0].Passage, into[0].Pair, e.Decision, data.Accepted))
		for _, s := range into[1:] {
			all = append(all, stated(hash, s)...)
		}
		return all, nil
	})
}

// AddEvidence records what a person found in an article and the rules did not. It is accepted by that.
func (l *Library) AddEvidence(ctx context.Context, article int64, s data.Statement) (data.Decision, error) {
	return l.one(ctx, "add evidence", func(t *tx) ([]data.Decision, error) {
		hash, err := t.hashOf(article)
		if err != nil {
			return nil, err
		}
		if err := t.checkStatements(article, 0, []data.Statement{s}); err != nil {
			return nil, err
		}
		return stated(hash, s), nil
	})
}

func verdict(hash string, p data.Passage, pair data.Pair, before, after data.Verdict) data.Decision {
	return data.Decision{Action: data.ActVerdict, Article: hash, Passage: p, Pair: pair, Before: string(before), After: string(after)}
}

func stated(hash string, s data.Statement) []data.Decision {
	return []data.Decision{{Action: data.ActAdd, Article: hash, Passage: s.Passage, Pair: s.Pair, After: statementJSON(s)},
		verdict(hash, s.Passage, s.Pair, data.Undecided, data.Accepted)}
}

func statementJSON(s data.Statement) string {
	b, err := json.Marshal(s)
	if err != nil { // only numbers that Check refuses
		return ""
	}
	return string(b)
}

// StatementOf reads what a decision set or replaced, of the actions edit and add; data.ErrDamaged when it is none.
func StatementOf(value string) (s data.Statement, err error) {
	if err := json.Unmarshal([]byte(value), &s); err != nil {
		return s, fmt.Errorf("statement: %w: %w", data.ErrDamaged, err)
	}
	return s, nil
}

// evidenceOne reads a piece of evidence and its article's hash.
func (t *tx) evidenceOne(id int64) (e data.Evidence, hash string, err error) {
	rows, err := t.QueryContext(t.ctx, "SELECT "+evidenceColumns+" FROM evidence WHERE id = ?", id)
	if err != nil {
		return e, "", err
	}
	found, err := collect(rows, evidenceScanner{}.scan)
	if err != nil {
		return e, "", err
	}
	if len(found) == 0 {
		return e, "", fmt.Errorf("evidence %d: %w", id, data.ErrNotFound)
	}
	hash, err = t.hashOf(found[0].Article)
	return found[0], hash, err
}

// hashOf gives the hash of an article that is not removed.
func (t *tx) hashOf(article int64) (hash string, err error) {
	err = t.row("SELECT hash FROM article JOIN summary ON article = id WHERE id = ? AND NOT removed", []any{article}, &hash)
	if err != nil {
		return "", fmt.Errorf("article %d: %w", article, notFound(err))
	}
	return hash, nil
}

// checkStatements refuses what cannot be said in an article beside its evidence, but for the piece that it replaces.
func (t *tx) checkStatements(article, replaces int64, said []data.Statement) error {
	var text string
	if err := t.row("SELECT text FROM body WHERE article = ?", []any{article}, &text); err != nil {
		return notFound(err)
	}
	evidence, err := evidenceOf(t.ctx, t, article)
	if err != nil {
		return err
	}
	type key struct {
		data.Span
		data.Pair
	}
	taken := map[key]bool{}
	for i := range evidence {
		if evidence[i].ID != replaces {
			taken[key{evidence[i].Span, evidence[i].Pair}] = true
		}
	}
	for i := range said {
		s := &said[i]
		if err := s.Check(text); err != nil {
			return err
		}
		k := key{s.Span, s.Pair}
		if taken[k] {
			return fmt.Errorf("evidence for %s at these words is there already: %w", s.Pair, data.ErrInvalid)
		}
		taken[k] = true
	}
	return nil
}

// one makes decisions in one step and gives the first of them.
func (l *Library) one(ctx context.Context, what string, make func(*tx) ([]data.Decision, error)) (d data.Decision, err error) {
	err = l.change(ctx, what, func(t *tx) error {
		all, err := make(t)
		if err != nil {
			return err
		}
		made, err := t.record(all)
		if err == nil && len(made) > 0 {
			d = made[0]
		}
		return err
	})
	if err != nil {
		return data.Decision{}, err
	}
	return d, nil
}

// record writes decisions as one step, makes them hold, and gives up what could have been redone. Those that change
// nothing are left out.
func (t *tx) record(all []data.Decision) ([]data.Decision, error) {
	all = slices.DeleteFunc(all, func(d data.Decision) bool {
		return d.Before == d.After && d.Action != data.ActUnfold && d.Action != data.ActJoin
	})
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
		d.Made, d.Step, d.Who = made, t.tick, t.l.whoDecides()
		if err := t.write(d, stands); err != nil {
			return nil, err
		}
	}
	return all, t.settle(all)
}

// write writes a decision and sets its ID. mark is what became of it.
func (t *tx) write(d *data.Decision, mark int) error {
	return t.row(`INSERT INTO decision (step, made, who, action, hash, start, "end", text, a, b, subject, before, after, undone)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`, []any{t.tick, stamp(d.Made), d.Who, string(d.Action),
		d.Article, d.Start, d.End, d.Text, string(d.Pair[0]), string(d.Pair[1]), d.Subject, d.Before, d.After, mark}, &d.ID)
}

// decisions reads decisions; where is SQL of our own.
func decisions(ctx context.Context, q querier, where string, args ...any) ([]data.Decision, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, step, made, who, action, hash, start, "end", text, a, b, subject, before, after,
		undone <> 0 FROM decision `+where, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(rows *sql.Rows) (d data.Decision, err error) {
		var made string
		if err := rows.Scan(&d.ID, &d.Step, &made, &d.Who, &d.Action, &d.Article, &d.Start, &d.End, &d.Text, &d.Pair[0],
			&d.Pair[1], &d.Subject, &d.Before, &d.After, &d.Undone); err != nil {
			return d, err
		}
		d.Made, err = parseStamp(made)
		return d, err
	})
}

// standing reads the decisions about an article that stand, in the order in which they were made.
func standing(ctx context.Context, q querier, hash string) ([]data.Decision, error) {
	return decisions(ctx, q, "WHERE hash = ? AND undone = 0 ORDER BY id", hash)
}

// last gives the value of the last decision of an action, about a subject where that is told; "" where there is none.
func (t *tx) last(action data.Action, hash, subject string) (value string, err error) {
	err = t.row(`SELECT after FROM decision WHERE action = ? AND hash = ? AND subject = ? AND undone = 0
		ORDER BY id DESC LIMIT 1`, []any{string(action), hash, subject}, &value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}
