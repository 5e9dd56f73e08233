package store_test

import (
	"path/filepath"
	"testing"

	"entente/data"
	"entente/data/store"
)

// naming is an article that names countries by their codes, with a tie of the first two if tied.
func naming(text string, tied bool) store.Item {
	item := store.Item{Article: data.Article{Title: "Names", Text: text, Published: "2024-05-01"}}
	for i := 0; i+2 <= len(text); i++ {
		if p := data.Party(text[i : i+2]); p.Valid() {
			item.Findings.Mentions = append(item.Findings.Mentions, data.Mention{
				Passage: data.PassageOf(text, data.Span{Start: i, End: i + 2}), Country: p, Kind: data.ByName})
			i++
		}
	}
	if m := item.Findings.Mentions; tied {
		item.Findings.Evidence = []data.Evidence{{Passage: data.PassageOf(text, data.Span{End: len(text)}),
			Pair: data.PairOf(m[0].Country, m[1].Country), Fields: data.Fields[:1], Stance: data.Neutral, Modality: data.Done, Confidence: 0.5}}
	}
	return item
}

func TestGapsFollowTheLibrary(t *testing.T) {
	ctx := t.Context()
	l := open(t, filepath.Join(t.TempDir(), "gaps.entente"), store.Options{RulesVersion: "1"})
	add := func(items ...store.Item) []int64 {
		t.Helper()
		added, err := l.Add(ctx, items)
		if err != nil {
			t.Fatal(err)
		}
		var ids []int64
		for _, a := range added {
			ids = append(ids, a.ID)
		}
		return ids
	}
	pairs := func() (list string) {
		t.Helper()
		u, err := l.Untied(ctx, data.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range u.Pairs {
			list += p.Pair.String() + " "
		}
		return list
	}
	ids := add(naming("It rained. Talks of RS and JP, with CN near.", true), naming("nobody is named", false))
	if got := pairs(); got != "CN-JP CN-RS " {
		t.Errorf("got %q, want the pairs with China", got)
	}
	places, err := l.Places(ctx, data.PairOf("CN", "JP"), data.Filter{}, 5)
	if err != nil || len(places) != 1 || places[0].Text != "Talks of RS and JP, with CN near." || places[0].Article != ids[0] {
		t.Errorf("got places %+v, %v; want the sentence that both names stand in", places, err)
	}
	later := add(naming("then FJ met CN", false))
	if got := pairs(); got != "CN-FJ CN-JP CN-RS " {
		t.Errorf("got %q after another article, want Fiji too", got)
	}
	if err := l.Rescan(ctx, later[0], data.Findings{}, "2"); err != nil {
		t.Fatal(err)
	}
	if got := pairs(); got != "CN-JP CN-RS " {
		t.Errorf("got %q after a rescan that found nothing, want Fiji gone", got)
	}
	if err := l.Remove(ctx, ids[:1]); err != nil {
		t.Fatal(err)
	}
	if got := pairs(); got != "" {
		t.Errorf("got %q after the article was removed, want nothing", got)
	}
	if places, err := l.Places(ctx, data.PairOf("CN", "JP"), data.Filter{}, 5); err != nil || len(places) != 0 {
		t.Errorf("got places %+v, %v in a removed article", places, err)
	}
}

func TestSourcesFollowTheLibrary(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "sources.entente")
	l := open(t, path, store.Options{RulesVersion: "1"})
	for i, publisher := range []string{"Herald", "Observer", "", "Herald"} {
		item := naming("RS met JP "+string(rune('a'+i)), true)
		item.Article.Publisher = publisher
		if _, err := l.Add(ctx, []store.Item{item}); err != nil {
			t.Fatal(err)
		}
		c, err := l.Counts(ctx, data.Filter{Publishers: []string{publisher}})
		if want := map[string]int{"Herald": 1 + i/3, "Observer": 1, "": 1}[publisher]; err != nil || c.Articles != want {
			t.Errorf("article %d of %q: got %d articles, %v; want %d", i, publisher, c.Articles, err, want)
		}
	}
	ties, err := l.Ties(ctx, data.Filter{Publishers: []string{"Herald"}})
	if err != nil || len(ties) != 1 || ties[0].Articles != 2 {
		t.Errorf("got ties %+v, %v; want one in the two articles of the Herald", ties, err)
	}
}
