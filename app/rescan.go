package app

import (
	"context"
	"fmt"

	"entente/data"
	"entente/data/ingest"
	"entente/data/store"
)

// Rescan makes the findings anew that other rules than the scanner's made, or that do not know of all that people
// corrected, and says for how many articles it did. What people decided stays. It is written in batches, can be stopped at any moment and goes on from the last batch the
// next time; progress, which may be nil, is told as Import does.
func Rescan(ctx context.Context, lib *store.Library, s *Scanner, progress func(Progress)) (done int, err error) {
	stale, err := lib.Stale(ctx, s.Rules())
	if err != nil {
		return 0, err
	}
	return rescanThese(ctx, lib, s, stale, progress)
}

// RescanAll is Rescan for every article, also those that the present rules have read already.
func RescanAll(ctx context.Context, lib *store.Library, s *Scanner, progress func(Progress)) (done int, err error) {
	all, err := lib.Stale(ctx, "") // no rules are called that
	if err != nil {
		return 0, err
	}
	return rescanThese(ctx, lib, s, all, progress)
}

func rescanThese(ctx context.Context, lib *store.Library, s *Scanner, stale []int64, progress func(Progress)) (done int, err error) {
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
	said, err := lib.Corrections(ctx)
	if err != nil {
		return 0, err
	}
	r := rescan{ctx: ctx, lib: lib, rules: s.Rules()}
	err = Each(ctx, from,
		func(a *data.Article) (rescanned, error) {
			c := said.Of(a.Hash())
			return rescanned{a.Title, store.Rescanned{ID: a.ID, Findings: s.ScanWith(a, c), State: c.State}}, nil
		},
		func(one rescanned, err error) error {
			if err == nil {
				err = r.take(one.item)
			}
			if err != nil {
				return fmt.Errorf("rescan: %w", err)
			}
			done++
			if progress != nil {
				progress(Progress{Done: done, Total: len(stale), Current: one.title})
			}
			return nil
		})
	if err == nil {
		err = r.write()
	}
	return r.written, err
}

// rescanned is an article whose findings were made anew.
type rescanned struct {
	title string
	item  store.Rescanned
}

// rescan writes new findings in batches, which takes far less time than a transaction for each article.
type rescan struct {
	ctx     context.Context
	lib     *store.Library
	rules   string
	batch   []store.Rescanned
	written int
}

func (r *rescan) take(item store.Rescanned) error {
	r.batch = append(r.batch, item)
	if len(r.batch) < batchArticles {
		return nil
	}
	return r.write()
}

func (r *rescan) write() error {
	if err := r.lib.RescanAll(r.ctx, r.batch, r.rules); err != nil {
		return err
	}
	r.written += len(r.batch)
	r.batch = r.batch[:0]
	return nil
}
