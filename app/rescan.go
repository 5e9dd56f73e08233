package app

import (
	"context"
	"errors"
	"fmt"

	"entente/data"
	"entente/data/ingest"
	"entente/data/store"
)

// Unread is what a rescan could not analyse: each article keeps the findings that it had. The first thousand at most are told.
type Unread struct{ Errors []error }

func (u *Unread) Error() string { return errors.Join(u.Errors...).Error() }

// Unwrap gives why each article could not be analysed.
func (u *Unread) Unwrap() []error { return u.Errors }

// Rescan makes the findings anew that other rules than the scanner's made, or that do not know of all that people
// corrected, and says for how many articles it did. What people decided stays. It is written in batches, can be stopped at any moment and goes on from the last batch the
// next time; progress, which may be nil, is told as Import does. Articles that cannot be analysed do not stop it: they are told
// at its end by an *Unread.
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
	return rescanFrom(ctx, lib, s.Rules(), from, func(a *data.Article) (rescanned, error) {
		c := said.Of(a.Hash())
		return rescanned{a.Title, store.Rescanned{ID: a.ID, Findings: s.ScanWith(a, c), State: c.State}}, nil
	}, len(stale), progress)
}

// rescanFrom reads what a source of so many articles gives by analyse, and writes what it finds.
func rescanFrom(ctx context.Context, lib *store.Library, rules string, from Source, analyse func(*data.Article) (rescanned, error),
	total int, progress func(Progress)) (done int, err error) {
	r := rescan{ctx: ctx, lib: lib, rules: rules}
	err = Each(ctx, from, analyse,
		func(one rescanned, err error) error {
			var input *data.InputError
			switch {
			case err == nil:
				err = r.take(one.item)
			case errors.As(err, &input):
				r.miss(err)
				err = nil
			}
			if err != nil {
				return fmt.Errorf("rescan: %w", err)
			}
			done++
			if progress != nil {
				progress(Progress{Done: done, Total: total, Current: one.title})
			}
			return nil
		})
	if err == nil {
		err = r.write()
	}
	if err == nil && len(r.unread) > 0 {
		err = &Unread{r.unread}
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
	unread  []error
}

// miss notes an article that could not be analysed.
func (r *rescan) miss(err error) {
	if len(r.unread) < keptErrors {
		r.unread = append(r.unread, err)
	}
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
