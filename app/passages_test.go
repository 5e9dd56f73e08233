package app_test

import (
	"strings"
	"testing"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

// longTie makes a library with one tie of n passages in two articles; one passage of the second is surer than all others.
func longTie(t *testing.T, n int) *store.Library {
	t.Helper()
	lib, err := store.Open(t.Context(), t.TempDir()+"/long.entente", store.Options{RulesVersion: "1"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	const sentence = "Japan helps Serbia. "
	for article, words := range []string{"First.", "Second."} {
		item := store.Item{Article: data.Article{Title: words, Text: strings.Repeat(sentence, n/2) + words}}
		for i := range n / 2 {
			e := data.Evidence{Passage: data.PassageOf(item.Article.Text, data.Span{Start: i * len(sentence), End: (i+1)*len(sentence) - 1}),
				Pair: data.PairOf("JP", "RS"), Fields: []data.Field{data.Aid}, Stance: data.Cooperation, Modality: data.Done, Confidence: 0.5}
			if article == 1 && i == n/2-1 {
				e.Confidence = 0.9
			}
			item.Findings.Evidence = append(item.Findings.Evidence, e)
		}
		if added, err := lib.Add(t.Context(), []store.Item{item}); err != nil || added[0].Err != nil {
			t.Fatal(added, err)
		}
	}
	return lib
}

func TestLongTiesAreReadByPages(t *testing.T) {
	const all = app.PassagePage + 100
	d := newDesk(t)
	d.session.SetLibrary(longTie(t, all))
	d.settle()
	r := app.Route{Pair: data.PairOf("JP", "RS")}
	d.session.Go(r)
	d.settle()
	got := d.session.Detail()
	if len(got.Passages) != app.PassagePage || got.All != all || got.Tie.Passages != all {
		t.Fatalf("got %d of %d passages, the tie has %d; want %d of %d", len(got.Passages), got.All, got.Tie.Passages, app.PassagePage, all)
	}
	if got.Best.Confidence != 0.9 {
		t.Errorf("the surest passage is sure by %v, want 0.9", got.Best.Confidence)
	}
	if got.Passages[0].Article != got.Best.Article {
		t.Errorf("article %d comes first, want %d with the surest passage", got.Passages[0].Article, got.Best.Article)
	}
	d.session.MorePassages()
	d.settle()
	if got = d.session.Detail(); len(got.Passages) != all {
		t.Fatalf("got %d passages after the next page, want %d", len(got.Passages), all)
	}
	d.session.Decide(got.Best.ID, data.Rejected)
	d.settle()
	got = d.session.Detail()
	if len(got.Passages) != all || got.Tie.Passages != all-1 || got.Best.Confidence != 0.5 {
		t.Errorf("after the surest was rejected got %d passages, the tie has %d, the surest %v; want %d, %d and 0.5",
			len(got.Passages), got.Tie.Passages, got.Best.Confidence, all, all-1)
	}
	d.session.Go(app.Route{Pair: r.Pair, Article: 1})
	d.settle()
	d.session.Go(app.Route{})
	d.settle()
	d.session.Go(r)
	d.settle()
	if n := len(d.session.Detail().Passages); n != app.PassagePage {
		t.Errorf("got %d passages when the tie is opened anew, want %d", n, app.PassagePage)
	}
}
