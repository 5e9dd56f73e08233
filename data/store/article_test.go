package store_test

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

// list gives the articles under a filter.
func list(t *testing.T, l *store.Library, f data.Filter, p store.Page) []store.ArticleInfo {
	t.Helper()
	infos, err := l.Articles(t.Context(), f, p)
	if err != nil {
		t.Fatal(err)
	}
	return infos
}

func TestArticlesAreListedInEveryOrder(t *testing.T) {
	l := filled(t, 60)
	all := list(t, l, data.Filter{}, store.Page{})
	for name, c := range map[string]struct {
		order   store.Order
		compare func(a, b store.ArticleInfo) int
	}{
		"by adding":   {store.ByAdded, func(a, b store.ArticleInfo) int { return cmp.Compare(a.ID, b.ID) }},
		"by date":     {store.ByPublished, func(a, b store.ArticleInfo) int { return cmp.Compare(a.Published, b.Published) }},
		"by evidence": {store.ByEvidence, func(a, b store.ArticleInfo) int { return cmp.Compare(a.Evidence, b.Evidence) }},
		"by title": {store.ByTitle, func(a, b store.ArticleInfo) int {
			return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
		}},
		"by publisher": {store.ByPublisher, func(a, b store.ArticleInfo) int {
			return cmp.Compare(strings.ToLower(a.Publisher), strings.ToLower(b.Publisher))
		}},
	} {
		for _, descending := range []bool{false, true} {
			want := slices.Clone(all)
			slices.SortStableFunc(want, c.compare)
			if descending {
				slices.Reverse(want)
			}
			var got []store.ArticleInfo
			for offset := 0; offset < 60; offset += 25 {
				got = append(got, list(t, l, data.Filter{}, store.Page{Offset: offset, Limit: 25, Order: c.order, Descending: descending})...)
			}
			if !slices.EqualFunc(got, want, func(a, b store.ArticleInfo) bool { return a.ID == b.ID }) {
				t.Errorf("%s, descending %v: another order", name, descending)
			}
		}
	}
}

func TestArticlesWithoutATitleAreListedByTheirFirstWords(t *testing.T) {
	l := fresh(t)
	const menu = "Home | World\n"
	add(t, l, store.Item{Article: data.Article{Title: "A visit", Text: "Ministers met.", Source: "in/a.txt"}},
		store.Item{Article: data.Article{Text: menu + "The minister of one island state called the other on Tuesday.", Source: "in/b.txt",
			Omitted: []data.Omitted{{Span: data.Span{End: len(menu)}, Reason: data.Navigation}}}})
	infos := list(t, l, data.Filter{}, store.Page{})
	for i, want := range []string{"A visit", "The minister of one island state called the other on…"} {
		if got := infos[i].Heading; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if infos[i].Text != "" {
			t.Errorf("%q is listed with its text", want)
		}
	}
}

func TestListedArticlesTellWhatTheFilterTook(t *testing.T) {
	l := fresh(t)
	text := "Serbia met Japan. Serbia met Romania. Serbia fought Japan."
	two := article(text, "Serbia met Japan.", "Serbia fought Japan.")
	two.Findings.Evidence = append(two.Findings.Evidence, evidence(text, "Serbia met Romania.", "RO", "RS"))
	two.Article.Publisher, two.Article.Published = "Gazette", "2024-01-02"
	add(t, l, two, article("Nothing happened."))
	got := list(t, l, data.Filter{}, store.Page{})
	if len(got) != 2 || got[0].Evidence != 3 || got[0].Ties != 2 || got[1].Evidence != 0 || got[0].Publisher != "Gazette" ||
		got[0].Text != "" || got[0].Added != stamped {
		t.Errorf("%+v", got)
	}
	got = list(t, l, data.Filter{Countries: []data.Party{"JP"}}, store.Page{})
	if len(got) != 1 || got[0].Evidence != 2 || got[0].Ties != 1 {
		t.Errorf("under a country %+v", got)
	}
	if got = list(t, l, data.Filter{Decision: data.AnyDecision}, store.Page{}); len(got) != 2 {
		t.Errorf("under any decision %+v", got)
	}
	if got = list(t, l, data.Filter{}, store.Page{Offset: 7}); len(got) != 0 {
		t.Errorf("beyond the end %+v", got)
	}
}

func TestCountsTellWhatAnotherChoiceWouldGive(t *testing.T) {
	l := fresh(t)
	text := "Serbia met Japan. Serbia fought Japan. Serbia met Romania. Serbia will meet Romania."
	item := article(text, "Serbia met Japan.", "Serbia fought Japan.")
	item.Article.Published = "2023-07-08"
	item.Findings.Evidence[1].Stance, item.Findings.Evidence[1].Fields = data.Conflict, []data.Field{data.Security, data.Trade}
	met, will := evidence(text, "Serbia met Romania.", "RO", "RS"), evidence(text, "Serbia will meet Romania.", "RO", "RS")
	met.When, will.When, will.Modality, will.Fields = "2022", "2024-02", data.Planned, []data.Field{data.Culture}
	item.Findings.Evidence = append(item.Findings.Evidence, met, will)
	add(t, l, item)
	got, err := l.Counts(t.Context(), data.Filter{Fields: []data.Field{data.Trade}})
	if err != nil {
		t.Fatal(err)
	}
	if got.Articles != 1 || got.Reports != 1 || got.Ties != 2 || got.Passages != 3 {
		t.Errorf("%d articles, %d reports, %d ties, %d passages; want 1, 1, 2, 3", got.Articles, got.Reports, got.Ties, got.Passages)
	}
	equal(t, "countries", got.Countries, map[data.Party]store.Tally{"RS": {Passages: 3, Ties: 2}, "JP": {Passages: 2, Ties: 1}, "RO": {Passages: 1, Ties: 1}})
	equal(t, "fields, free of the choice of one", got.Fields, map[data.Field]store.Tally{data.Trade: {Passages: 3, Ties: 2},
		data.Security: {Passages: 1, Ties: 1}, data.Culture: {Passages: 1, Ties: 1}})
	equal(t, "modalities", got.Modalities, map[data.Modality]store.Tally{data.Done: {Passages: 3, Ties: 2}})
	equal(t, "stances", got.Stances, map[data.Stance]int{data.Mixed: 1, data.Cooperation: 1})
	if want := []store.Period{{Name: "2023-07", Cooperation: 1, Conflict: 1}}; !slices.Equal(got.Months, want) {
		t.Errorf("months %+v, want %+v", got.Months, want)
	}
	if want := []store.Period{{Name: "2022", Cooperation: 1}, {Name: "2023", Cooperation: 1, Conflict: 1}}; !slices.Equal(got.Years, want) {
		t.Errorf("years %+v, want %+v", got.Years, want)
	}
}

func equal[K comparable, V comparable](t *testing.T, what string, got, want map[K]V) {
	t.Helper()
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s: %v has %v, want %v", what, k, got[k], v)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestStatsCountTheWholeLibrary(t *testing.T) {
	l := fresh(t)
	if s, err := l.Stats(t.Context()); err != nil || s.Articles != 0 || s.From != "" || s.Bytes == 0 {
		t.Errorf("empty %+v, error %v", s, err)
	}
	item := complete()
	add(t, l, item, article("Serbia and Japan.", "Serbia and Japan."))
	decide(t, l, 1, data.Accepted)
	if err := l.Remove(t.Context(), []int64{2}); err != nil {
		t.Fatal(err)
	}
	s, err := l.Stats(t.Context())
	s.Bytes = 0
	want := store.Stats{Articles: 1, Reports: 1, Ties: 1, Evidence: 1, Mentions: 2, Removed: 1, Decisions: 2,
		From: "2024-10-01", To: "2025-12-31"}
	if err != nil || s != want {
		t.Errorf("%+v, error %v; want %+v", s, err, want)
	}
}

func TestSettingsAreKeptWithTheLibrary(t *testing.T) {
	l := fresh(t)
	ctx := t.Context()
	if v, ok, err := l.Setting(ctx, "view"); v != "" || ok || err != nil {
		t.Errorf("unset: %q, %v, error %v", v, ok, err)
	}
	for _, v := range []string{"one", `{"zoom":2}`} {
		if err := l.SetSetting(ctx, "view", v); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, l.Path(), store.Options{})
	if v, ok, err := l.Setting(ctx, "view"); v != `{"zoom":2}` || !ok || err != nil {
		t.Errorf("set: %q, %v, error %v", v, ok, err)
	}
	if err := l.SetSetting(ctx, "view", ""); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := l.Setting(ctx, "view"); ok || err != nil {
		t.Errorf("taken away: %v, error %v", ok, err)
	}
}

func TestAPartOfAnArticleCountsFromItsFirstByte(t *testing.T) {
	l := fresh(t)
	want := complete()
	id := add(t, l, want)[0]
	text := want.Article.Text
	whole, f, err := l.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for start := 0; start < len(text); start += 7 {
		for _, n := range []int{0, 1, 40, len(text)} {
			a, mentions, err := l.Part(t.Context(), id, data.Span{Start: start, End: start + n})
			if err != nil {
				t.Fatal(err)
			}
			end := min(start+n, len(text))
			from := end - len(a.Text)
			if n == 1 || n == 0 { // it may end within a letter
				continue
			}
			if !strings.HasSuffix(text[:end], a.Text) || from > start+3 {
				t.Fatalf("part %d-%d is %q", start, end, a.Text)
			}
			for _, m := range mentions {
				if m.Start >= 0 && m.End <= len(a.Text) && !m.Supported(a.Text) {
					t.Errorf("mention %+v in %q", m, a.Text)
				}
			}
			if start == 0 && n == len(text) && (len(mentions) != len(f.Mentions) || !slices.Equal(a.Omitted, whole.Omitted)) {
				t.Errorf("the whole has %d mentions and furniture %v", len(mentions), a.Omitted)
			}
		}
	}
	if _, _, err := l.Part(t.Context(), 99, data.Span{End: 5}); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("no such article: error %v", err)
	}
}
