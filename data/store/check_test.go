package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"entente/data/store"
)

func TestCheckFindsEveryKindOfDamage(t *testing.T) {
	for _, c := range []struct{ name, spoil, where, what string }{
		{"a text that was changed", "UPDATE body SET text = replace(text, 'signed', 'SIGNED') WHERE article = 3", "article 3", "not the one that was added"},
		{"a text that is gone", "PRAGMA foreign_keys = 0; DELETE FROM body WHERE article = 3", "article 3", "has no text"},
		{"a quote that was changed", "UPDATE evidence SET text = 'other words' WHERE id = 5", "article 1", "evidence 5"},
		{"a place that was moved", `UPDATE evidence SET start = start + 1 WHERE id = 5`, "article 1", "evidence 5"},
		{"a mention that was moved", `UPDATE mention SET start = start + 1 WHERE article = 2 AND place = 0`, "article 2", "mention"},
		{"evidence that is gone", "DELETE FROM evidence WHERE id = 5", "article 1", "gap"},
		{"a fact that the summary does not have", "UPDATE evidence SET stance = 'conflict', confidence = 0.25 WHERE id = 5", "article 1", "summary"},
		{"a verdict that nobody gave", "UPDATE evidence SET decision = 'accepted' WHERE id = 5", "article 1", "decision"},
		{"a summary that is gone", "DELETE FROM summary WHERE article = 4", "article 4", "no summary"},
		{"a report that cannot be", "UPDATE summary SET report = 77 WHERE article = 4", "article 4", "report 77"},
		{"an article missing from the search index", "DELETE FROM words WHERE rowid = 4", "article 4", "search index"},
		{"a search index with too much", "INSERT INTO words (rowid, body) VALUES (999, 'x')", "search index", "holds"},
		{"other words in the search index", "DELETE FROM words WHERE rowid = 4; INSERT INTO words (rowid, title, publisher, body) VALUES (4, 'a', 'b', 'c')", "article 4", "search index"},
		{"a row that belongs to nothing", "PRAGMA foreign_keys = 0; INSERT INTO near VALUES (1, 999)", "table near", "belong to no row"},
		{"omitted parts that cannot be read", "UPDATE article SET omitted = '[{' WHERE id = 4", "article 4", "damaged"},
		{"omitted parts out of the text", `UPDATE article SET omitted = '[{"start":0,"end":99999}]' WHERE id = 4`, "article 4", "omitted part"},
		{"figures that cannot be read", "UPDATE evidence SET figures = 'x' WHERE id = 5", "article 1", "figures"},
		{"a time that cannot be read", "UPDATE article SET added = 'yesterday' WHERE id = 4", "article 4", "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := made(t)
			execute(t, path, c.spoil)
			problems, err := open(t, path, store.Options{}).Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				if strings.HasPrefix(p.Where, c.where) && strings.Contains(p.What, c.what) {
					return
				}
			}
			t.Errorf("problems %+v, want one at %s with %q", problems, c.where, c.what)
		})
	}
}

func TestCheckCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := filled(t, 3).Check(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestAGoodLibraryHasNoProblem(t *testing.T) {
	l := filled(t, 50)
	whole(t, l)
	whole(t, fresh(t))
}
