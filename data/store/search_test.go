package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

// searched makes a library of texts that searches are to tell apart.
func searched(t testing.TB) *store.Library {
	t.Helper()
	l := fresh(t)
	texts := []string{
		1: "Predsednik Aleksandar Vučić primio je ambasadora Japana.",
		2: "Председник Вучић разговарао је са Ђорђем у Београду.",
		3: "Milo Đukanović und Herr Müller sprachen in der Straße.",
		4: "The prime minister of Serbia met the minister of Romania.",
		5: "Prime meat prices rise; a minister of Romania resigned.",
		6: "日本政府はセルビアに二億円を投資する。",
		7: "中国和塞尔维亚签署了贸易协定。",
		8: "Related: Zanzibar\nThe Ørsted company left Łódź.",
	}
	for i, text := range texts[1:] {
		item := article(text)
		item.Article.Title = fmt.Sprintf("Number %d", i+1)
		if i+1 == 8 {
			item.Article.Omitted = []data.Omitted{{Span: data.Span{End: len("Related: Zanzibar")}, Reason: data.Related}}
		}
		add(t, l, item)
	}
	return l
}

// found gives the IDs that a search finds, sorted.
func found(t *testing.T, l *store.Library, query string, o store.SearchOptions) []int64 {
	t.Helper()
	hits, err := l.Search(t.Context(), query, o)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var ids []int64
	for _, h := range hits {
		ids = append(ids, h.ID)
	}
	slices.Sort(ids)
	return ids
}

func TestSearchFindsWordsHoweverTheyAreWritten(t *testing.T) {
	l := searched(t)
	for query, want := range map[string][]int64{
		"Vucic": {1, 2}, "VUČIĆ": {1, 2}, "Вучић": {1, 2}, "vuci*": {1, 2},
		"Djukanovic": {3}, "Dukanovic": {3}, "Đukanović": {3}, `"Milo Djukanovic"`: {3}, "Muller": {3}, "Mueller": {3}, "strasse": {3},
		"Djordjem": {2}, "orsted": {8}, "Lodz": {8},
		"prime minister": {4, 5}, `"prime minister"`: {4}, `"minister of Romania" -prime`: nil, "minister NOT Serbia": {5},
		"Serbia OR meat": {4, 5}, "(Serbia OR meat) AND Romania": {4, 5}, "rom*": {4, 5},
		"日本": {6}, "日本政府": {6}, "本": {6}, "投資": {6}, "セルビア": {6}, "塞尔维亚": {7}, "贸易": {7}, "日中": nil, "貿易": nil,
		"Zanzibar": nil, "company": {8},
		"number": {1, 2, 3, 4, 5, 6, 7, 8}, "number 4": {4}, "nothing": nil,
	} {
		if got := found(t, l, query, store.SearchOptions{}); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", query, got, want)
		}
	}
}

func TestAHitShowsTheWords(t *testing.T) {
	l := searched(t)
	hits, err := l.Search(t.Context(), "romania serbia number", store.SearchOptions{})
	if err != nil || len(hits) != 1 {
		t.Fatalf("%d hits, error %v", len(hits), err)
	}
	h := hits[0]
	a, _, err := l.Article(t.Context(), h.ID)
	if err != nil {
		t.Fatal(err)
	}
	words := func(text string, spans []data.Span) (all []string) {
		for _, s := range spans {
			all = append(all, text[s.Start:s.End])
		}
		return all
	}
	if got := words(h.Snippet, h.Marks); !slices.Equal(got, []string{"Serbia", "Romania"}) {
		t.Errorf("marked %q in %q", got, h.Snippet)
	}
	if got := words(h.Title, h.TitleMarks); !slices.Equal(got, []string{"Number"}) {
		t.Errorf("marked %q in the title", got)
	}
	if got := words(a.Text, h.Words); !slices.Equal(got, []string{"Serbia", "Romania"}) {
		t.Errorf("%q are the words in the text", got)
	}
	if got := a.Text[h.Passage.Start:h.Passage.End]; got != h.Snippet {
		t.Errorf("the passage is %q, the snippet %q", got, h.Snippet)
	}
}

func TestTheBestHitComesFirst(t *testing.T) {
	l := fresh(t)
	in := func(title, text string) store.Item {
		return store.Item{Article: data.Article{Title: title, Text: text}}
	}
	filler := strings.Repeat("Many other things were said on that day. ", 20)
	add(t, l, in("Weather", filler+"Serbia."), in("Serbia votes", filler), in("Weather", "Serbia, Serbia and Serbia. "+filler), in("x", filler))
	hits, err := l.Search(t.Context(), "Serbia", store.SearchOptions{})
	if err != nil || len(hits) != 3 || hits[0].ID != 2 || hits[1].ID != 3 || hits[2].ID != 1 {
		t.Errorf("%d hits, error %v: %+v", len(hits), err, hits)
	}
	page, err := l.Search(t.Context(), "Serbia", store.SearchOptions{Offset: 1, Limit: 1})
	if err != nil || len(page) != 1 || page[0].ID != 3 {
		t.Errorf("second hit alone %+v, error %v", page, err)
	}
}

func TestASearchKeepsToItsFilter(t *testing.T) {
	l := filled(t, 40)
	some := found(t, l, "signed", store.SearchOptions{Filter: data.Filter{Articles: []int64{3, 4, 5}}})
	if !slices.Equal(some, []int64{3, 4, 5}) {
		t.Errorf("%v, want 3, 4, 5", some)
	}
	f := data.Filter{Countries: []data.Party{"JP"}, Search: "signed"}
	for _, h := range found(t, l, "million", store.SearchOptions{Filter: f, Limit: 100}) {
		_, findings, err := l.Article(t.Context(), h)
		if err != nil || !slices.ContainsFunc(findings.Evidence, func(e data.Evidence) bool { return e.Pair.Has("JP") }) {
			t.Errorf("article %d has no tie of Japan, error %v", h, err)
		}
	}
}

func TestCommonWordsAreFoundInManyArticles(t *testing.T) {
	l := fresh(t)
	var items []store.Item
	for i := range 1500 {
		items = append(items, article(fmt.Sprintf("Serbia number %d and nothing else.", i)))
	}
	add(t, l, items...)
	got := found(t, l, "serbia", store.SearchOptions{Limit: 5000})
	if len(got) != 1500 || len(slices.Compact(got)) != 1500 {
		t.Errorf("%d hits, want all 1500 once", len(got))
	}
}

func FuzzSearch(f *testing.F) {
	l := searched(f)
	for _, q := range []string{"Vucic", `"`, "a AND", "(", "*", "NEAR(a b)", "title:x", "^a", "a\x00b", "-", "日", "\xff", "''", `a"b*`, "NOT NOT a", "a* OR (b -c)"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, query string) {
		hits, err := l.Search(t.Context(), query, store.SearchOptions{})
		if err != nil && !errors.Is(err, data.ErrInvalid) {
			t.Fatalf("%q: %v", query, err)
		}
		for _, h := range hits {
			for _, m := range h.Marks {
				if _, ok := m.In(h.Snippet); !ok {
					t.Errorf("%q: mark %+v in %q", query, m, h.Snippet)
				}
			}
		}
	})
}
