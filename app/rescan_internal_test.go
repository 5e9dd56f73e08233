package app

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"entente/assets"
	"entente/data"
	"entente/data/ingest"
	"entente/data/store"
)

func TestARescanGoesOnPastAnArticleThatCannotBeAnalysed(t *testing.T) {
	ctx := t.Context()
	s, err := NewScanner(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := store.Open(ctx, filepath.Join(t.TempDir(), "a.entente"), store.Options{RulesVersion: "older"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close() //nolint:errcheck // of a test
	texts := []string{"Peru and Chile signed a pact in Lima.", "Norway and Fiji signed a pact in Oslo.", "Kenya and Mali signed a pact in Nairobi."}
	source := func(_ context.Context, fn ingest.Func) error {
		for i, text := range texts {
			if err := fn(data.Article{ID: int64(i + 1), Source: text[:4], Title: text, Text: text}, nil); err != nil {
				return err
			}
		}
		return nil
	}
	if _, err := ImportFrom(ctx, lib, s, source, ImportOptions{}, nil); err != nil {
		t.Fatal(err)
	}
	told := 0
	done, err := rescanFrom(ctx, lib, s.Rules(), source, func(a *data.Article) (rescanned, error) {
		if a.ID == 2 {
			panic("of a rule")
		}
		return rescanned{a.Title, store.Rescanned{ID: a.ID, Findings: s.Scan(a)}}, nil
	}, len(texts), func(Progress) { told++ })
	var unread *Unread
	if !errors.As(err, &unread) || len(unread.Errors) != 1 || done != 2 || told != 3 {
		t.Errorf("got %d articles, told %d times, %v; want two of three and one that could not be read", done, told, err)
	}
	stale, err := lib.Stale(ctx, s.Rules())
	if err != nil || len(stale) != 1 || stale[0] != 2 {
		t.Errorf("got %v, %v; want the second to be read again the next time", stale, err)
	}
	kept, err := lib.Evidence(ctx, data.Filter{Articles: []int64{2}})
	if err != nil || len(kept) == 0 {
		t.Errorf("got %d passages, %v; want the second to keep what was found before", len(kept), err)
	}
}
