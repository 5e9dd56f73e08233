package store

import (
	"context"
	"fmt"

	"entente/data"
)

// Rescanned is what newer rules found in an article of the library.
type Rescanned struct {
	ID       int64
	Findings data.Findings
	State    int64 // of the corrections that the findings know of: data.Corrections.State
}

// Rescan replaces what was found in an article by the findings of newer rules. The article and people's decisions stay;
// decisions are put on the new evidence that stands at their words. data.ErrInvalid says that a passage is not the words
// at its place, data.ErrNotFound that there is no such article.
func (l *Library) Rescan(ctx context.Context, id int64, f data.Findings, rulesVersion string) error {
	return l.RescanAll(ctx, []Rescanned{{ID: id, Findings: f}}, rulesVersion)
}

// RescanAll is Rescan of many articles in one transaction, which takes far less time than one for each. When it gives an
// error, nothing was changed.
func (l *Library) RescanAll(ctx context.Context, batch []Rescanned, rulesVersion string) error {
	return l.change(ctx, "rescan", func(t *tx) error {
		for i := range batch {
			if err := t.rescan(&batch[i], rulesVersion); err != nil {
				return fmt.Errorf("article %d: %w", batch[i].ID, err)
			}
		}
		return nil
	})
}

func (t *tx) rescan(r *Rescanned, rules string) error {
	var hash, text string
	err := t.row("SELECT hash, text FROM article JOIN body ON article = id WHERE id = ?", []any{r.ID}, &hash, &text)
	if err != nil {
		return notFound(err)
	}
	checked, err := checkFindings(text, r.Findings)
	if err != nil {
		return err
	}
	return t.replaceFindings(r.ID, hash, checked, rules, r.State)
}

func (t *tx) replaceFindings(id int64, hash string, f data.Findings, rules string, state int64) error {
	for _, query := range []string{"DELETE FROM mention WHERE article = ?", "DELETE FROM evidence WHERE article = ?"} {
		if err := t.exec(query, id); err != nil {
			return err
		}
	}
	first, packed, err := t.addFindings(id, hash, f)
	if err != nil {
		return err
	}
	return t.exec("UPDATE summary SET tick = ?, rules = ?, mentions = ?, first = ?, packed = ?, heard = ? WHERE article = ?",
		t.tick, rules, len(f.Mentions), first, packed, state, id)
}

// Stale gives the IDs of the articles whose findings were made by other rules than these, or without knowing of all that
// people corrected; without the removed ones.
func (l *Library) Stale(ctx context.Context, rulesVersion string) ([]int64, error) {
	rows, err := l.read.QueryContext(ctx, "SELECT article FROM summary WHERE (rules <> ? OR asked > heard) AND NOT removed ORDER BY article",
		rulesVersion)
	if err != nil {
		return nil, wrap(ctx, err, "list stale articles")
	}
	ids, err := collect(rows, scanID)
	return ids, wrap(ctx, err, "list stale articles")
}
