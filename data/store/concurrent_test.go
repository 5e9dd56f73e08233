package store_test

import (
	"errors"
	"sync"
	"testing"

	"entente/data"
	"entente/data/store"
	"entente/data/store/storetest"
)

// TestManyMayReadWhileOneWrites is worth most under the race detector.
func TestManyMayReadWhileOneWrites(t *testing.T) {
	l := filled(t, 20)
	ctx := t.Context()
	done := make(chan struct{})
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for last := 0; ; {
				ties, err := l.Ties(ctx, data.Filter{})
				evidence, err2 := l.Evidence(ctx, data.Filter{Search: "signed", Decision: data.AnyDecision})
				counts, err3 := l.Counts(ctx, data.Filter{Countries: []data.Party{"RS"}})
				_, err4 := l.Search(ctx, "Serbia", store.SearchOptions{})
				infos, err5 := l.Articles(ctx, data.Filter{}, store.Page{Order: store.ByTitle})
				if err := errors.Join(err, err2, err3, err4, err5); err != nil {
					t.Error(err)
					return
				}
				if len(ties) == 0 || len(evidence) == 0 || counts.Ties == 0 || len(infos) < last {
					t.Errorf("%d ties, %d pieces of evidence, %d articles after %d", len(ties), len(evidence), len(infos), last)
					return
				}
				last = len(infos)
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	var writers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() {
			for n := range 10 {
				from := 20 + (n*2+w)*5
				if _, err := l.Add(ctx, storetest.Items(1, from, from+5)); err != nil {
					t.Error(err)
				}
				if _, err := l.Decide(ctx, int64(1+n), data.Accepted); err != nil {
					t.Error(err)
				}
				if _, _, err := l.Undo(ctx); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	close(done)
	wait.Wait()
	reads(t, l, 120)
	whole(t, l)
}

func TestOnlyOneOfManyMayWrite(t *testing.T) {
	path := made(t)
	libraries := make([]*store.Library, 6)
	var wait sync.WaitGroup
	for i := range libraries {
		wait.Go(func() {
			l, err := store.Open(t.Context(), path, store.Options{})
			if err != nil {
				t.Error(err)
				return
			}
			libraries[i] = l
		})
	}
	wait.Wait()
	writers := 0
	for _, l := range libraries {
		if l == nil {
			continue
		}
		if !l.ReadOnly() {
			writers++
		}
	}
	if writers != 1 {
		t.Errorf("%d libraries may write, want 1", writers)
	}
	for _, l := range libraries {
		if l == nil {
			continue
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
}
