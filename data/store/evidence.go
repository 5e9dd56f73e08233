package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"entente/data"
	"entente/data/store/internal/index"
)

// evidenceChunk is how many pieces of evidence are read at once.
const evidenceChunk = 1000

// Evidence gives the evidence that the filter takes, by article, then place. A condition on stances is read of each piece
// itself, so that a conflict is found in whatever tie it stands; mixed takes the evidence of mixed ties. A condition on
// reports takes the evidence of the ties that meet it; without it denied evidence is given too.
func (l *Library) Evidence(ctx context.Context, f data.Filter) ([]data.Evidence, error) {
	var all []data.Evidence
	err := l.EachEvidence(ctx, f, func(e data.Evidence) error {
		all = append(all, e)
		return nil
	})
	return all, err
}

// EachEvidence calls fn for what Evidence gives, in the same order, and holds only a part of it in memory. It stops at
// the first error of fn and gives it back as it is.
func (l *Library) EachEvidence(ctx context.Context, f data.Filter, fn func(data.Evidence) error) error {
	var ids []int64
	err := l.ask(ctx, f, func(c *index.Choice) error {
		ids = c.Stated()
		return nil
	})
	if err != nil {
		return fmt.Errorf("list evidence: %w", err)
	}
	for chunk := range slices.Chunk(ids, evidenceChunk) {
		found, err := l.evidenceByID(ctx, chunk)
		if err != nil {
			return wrap(ctx, err, "list evidence")
		}
		for _, e := range found {
			if err := fn(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// evidenceColumns are what an evidenceScanner reads.
const evidenceColumns = `id, article, start, "end", text, a, b, "from", fields, stance, kind, modality, "when", confidence,
	figures, parts, decision, note, hand, before`

// evidenceByID reads evidence in the order of the IDs. What a rescan took away meanwhile is left out.
func (l *Library) evidenceByID(ctx context.Context, ids []int64) ([]data.Evidence, error) {
	rows, err := l.read.QueryContext(ctx, "SELECT "+evidenceColumns+
		" FROM evidence WHERE id IN (SELECT value FROM json_each(?))", idList(ids))
	if err != nil {
		return nil, err
	}
	found, err := collect(rows, evidenceScanner{}.scan)
	if err != nil {
		return nil, err
	}
	place := make(map[int64]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	slices.SortFunc(found, func(a, b data.Evidence) int { return cmp.Compare(place[a.ID], place[b.ID]) })
	return found, nil
}

// evidenceOf reads the evidence of one article by place.
func evidenceOf(ctx context.Context, q querier, article int64) ([]data.Evidence, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+evidenceColumns+" FROM evidence WHERE article = ? ORDER BY id", article)
	if err != nil {
		return nil, err
	}
	return collect(rows, evidenceScanner{}.scan)
}

// evidenceScanner reads rows of evidence. It knows the reasons that it has read: passages share them by the thousands, and
// most of the time would go into reading the same again. Evidence with the same reasons shares their list.
type evidenceScanner map[string][]data.Part

func (s evidenceScanner) scan(rows *sql.Rows) (e data.Evidence, err error) {
	var fields, figures, parts, before string
	err = rows.Scan(&e.ID, &e.Article, &e.Start, &e.End, &e.Text, &e.Pair[0], &e.Pair[1], &e.From, &fields, &e.Stance,
		&e.Kind, &e.Modality, &e.When, &e.Confidence, &figures, &parts, &e.Decision, &e.Note, &e.Hand,
		&before)
	if err != nil {
		return e, err
	}
	for f := range strings.SplitSeq(fields, ",") {
		e.Fields = append(e.Fields, data.Field(f))
	}
	if err := fromJSON(figures, &e.Figures); err != nil {
		return e, fmt.Errorf("figures of evidence %d: %w", e.ID, err)
	}
	known := false
	if e.Parts, known = s[parts]; !known {
		if err := fromJSON(parts, &e.Parts); err != nil {
			return e, fmt.Errorf("parts of evidence %d: %w", e.ID, err)
		}
		s[parts] = e.Parts
	}
	if err := fromJSON(before, &e.Before); err != nil {
		return e, fmt.Errorf("what evidence %d was before: %w", e.ID, err)
	}
	return e, nil
}

// addEvidence writes an article's evidence under IDs without a gap and gives the first of them.
func (t *tx) addEvidence(article int64, evidence []data.Evidence) (first int64, err error) {
	first = t.evidence
	for i := range evidence {
		values, err := evidenceValues(&evidence[i], t.evidence, article)
		if err != nil {
			return 0, err
		}
		if err := t.exec(`INSERT INTO evidence (id, article, start, "end", text, a, b, "from", fields, stance, kind, modality,
			"when", confidence, figures, parts, decision, note, hand, before)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			values...); err != nil {
			return 0, err
		}
		t.evidence++
	}
	return first, nil
}

// updateEvidence writes a piece of evidence in the place of what it was before, unless that is the same.
func (t *tx) updateEvidence(before, after *data.Evidence) error {
	if sameEvidence(before, after) {
		return nil
	}
	values, err := evidenceValues(after)
	if err != nil {
		return err
	}
	return t.exec(`UPDATE evidence SET start = ?, "end" = ?, text = ?, a = ?, b = ?, "from" = ?, fields = ?, stance = ?,
		kind = ?, modality = ?, "when" = ?, confidence = ?, figures = ?, parts = ?, decision = ?, note = ?, hand = ?, before = ?
		WHERE id = ?`, append(values, before.ID)...)
}

// sameEvidence says whether two pieces are the same in all that is written of them.
func sameEvidence(a, b *data.Evidence) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Passage == b.Passage && a.Pair == b.Pair && a.From == b.From && a.Stance == b.Stance && a.Kind == b.Kind &&
		a.Modality == b.Modality && a.When == b.When && a.Confidence == b.Confidence && a.Decision == b.Decision &&
		a.Note == b.Note && a.Hand == b.Hand && slices.Equal(a.Fields, b.Fields) && slices.Equal(a.Figures, b.Figures) &&
		slices.Equal(a.Parts, b.Parts) && sameEvidence(a.Before, b.Before)
}

// evidenceValues are the values of all columns but the first two, behind those given.
func evidenceValues(e *data.Evidence, first ...any) ([]any, error) {
	figures, err := toJSON(e.Figures)
	if err != nil {
		return nil, err
	}
	parts, err := toJSON(e.Parts)
	if err != nil {
		return nil, err
	}
	before := ""
	if e.Before != nil {
		b, err := json.Marshal(e.Before)
		if err != nil {
			return nil, err
		}
		before = string(b)
	}
	return append(first[:len(first):len(first)], e.Start, e.End, e.Text, string(e.Pair[0]), string(e.Pair[1]), string(e.From),
		joinFields(e.Fields), string(e.Stance), string(e.Kind), string(e.Modality), e.When, e.Confidence, figures, parts,
		string(e.Decision), e.Note, string(e.Hand), before), nil
}

func joinFields(fields []data.Field) string {
	if len(fields) == 1 {
		return string(fields[0])
	}
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = string(f)
	}
	return strings.Join(names, ",")
}

// toJSON writes a list; the empty one as "".
func toJSON[T any](list []T) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	b, err := json.Marshal(list)
	return string(b), err
}

// fromJSON reads what toJSON wrote. Broken JSON means that the library is damaged.
func fromJSON[T any](s string, into *T) error {
	if s == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(s), into); err != nil {
		return fmt.Errorf("%w: %w", data.ErrDamaged, err)
	}
	return nil
}

// idList writes IDs as JSON for json_each, so that one prepared query serves any number of them.
func idList(ids []int64) string {
	b, err := json.Marshal(ids)
	if err != nil { // numbers can always be written
		panic(err)
	}
	return string(b)
}

// collect reads all rows and closes them.
func collect[T any](rows *sql.Rows, scan func(*sql.Rows) (T, error)) ([]T, error) {
	defer rows.Close() //nolint:errcheck // Err below tells
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
