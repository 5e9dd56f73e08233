package app

import (
	"context"
	"fmt"

	"entente/data"
	"entente/data/ingest"
	"entente/data/store"
)

// Rescan makes the findings anew that other rules than the scanner's made, article by article, and says how many articles
// it went through. What people decided stays. It can be stopped at any moment and goes on from there the next time;
// progress, which may be nil, is told as Import does.
func Rescan(ctx context.Context, lib *store.Library, s *Scanner, progress func(Progress)) (done int, err error) {
	stale, err := lib.Stale(ctx, s.Rules())
	if err != nil {
		return 0, err
	}
	from := func(ctx context.Context, fn ingest.Func) error {
		for _, id := range stale {
			a, _, err := lib.Article(ctx, id)
			if err != nil {
				return err
			}
			if err := fn(a, nil); err != nil {
				return err
			}
		}
		return nil
	}
	type rescanned struct {
		article  *data.Article
		findings data.Findings
	}
	err = Each(ctx, from,
		func(a *data.Article) (rescanned, error) { return rescanned{a, s.Scan(a)}, nil },
		func(r rescanned, err error) error {
			if err == nil {
				err = lib.Rescan(ctx, r.article.ID, r.findings, s.Rules())
			}
			if err != nil {
				return fmt.Errorf("rescan: %w", err)
			}
			done++
			if progress != nil {
				progress(Progress{Done: done, Total: len(stale), Current: r.article.Title})
			}
			return nil
		})
	return done, err
}
