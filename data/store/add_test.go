package store_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
	"entente/data/store/storetest"
)

// complete is an item in which every field has a value.
func complete() store.Item {
	text := "Menu\nPresident Vučić said that Japan would invest 20 million euros in Serbia.\nThe talks in Geneva went on.\nFooter"
	words := func(s string) data.Passage { return passageIn(text, s) }
	return store.Item{
		Article: data.Article{
			Title: "Talks", Publisher: "Gazette", Published: "2024-05-06", Address: "https://news.example/1?a=b", Language: "en",
			Source: "folder/a.txt", Text: text,
			Omitted: []data.Omitted{{Span: words("Menu").Span, Reason: data.Navigation}, {Span: words("Footer").Span, Reason: data.Footer}},
		},
		Findings: data.Findings{
			Mentions: []data.Mention{
				{Passage: words("Vučić"), Country: "RS", Kind: data.ByPerson, Lat: 44.8, Lon: 20.5, Venue: false, Why: "its president"},
				{Passage: words("Geneva"), Country: "CH", Kind: data.ByCity, Lat: 46.2, Lon: 6.1, Venue: true, Why: "a city"},
			},
			Evidence: []data.Evidence{{
				Passage: words("President Vučić said that Japan would invest 20 million euros in Serbia."), Pair: data.PairOf("RS", "JP"),
				From: "JP", Fields: []data.Field{data.Investment, data.Diplomacy}, Stance: data.Cooperation, Kind: data.Agree,
				Modality: data.Planned, When: "2024-10/2025",
				Figures: []data.Figure{{Passage: words("20 million euros"), Value: 2e7, Unit: "EUR", About: "investment",
					Bound: "more than", Per: "year", Dispute: true}},
				Confidence: 0.123456789, Parts: []data.Part{{Name: "verb of investing", Weight: 1.25}},
			}},
		},
	}
}

func TestWhatIsReadEqualsWhatWasWritten(t *testing.T) {
	l := fresh(t)
	want := complete()
	filledIn(t, reflect.ValueOf(want), "item")
	id := add(t, l, want)[0]
	article, findings, err := l.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	want.Article.ID, want.Article.Added = id, stamped
	want.Findings.Evidence[0].ID, want.Findings.Evidence[0].Article = 1, id
	if !reflect.DeepEqual(article, want.Article) {
		t.Errorf("article %+v, want %+v", article, want.Article)
	}
	if !reflect.DeepEqual(findings, want.Findings) {
		t.Errorf("findings %+v, want %+v", findings, want.Findings)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	again, _, err := open(t, l.Path(), store.Options{}).Article(t.Context(), id)
	if err != nil || !reflect.DeepEqual(again, article) {
		t.Errorf("after opening again %+v, error %v", again, err)
	}
}

// filledIn fails when a field of v has no value in any element, so that a new field of data cannot be forgotten here.
func filledIn(t *testing.T, v reflect.Value, name string) {
	t.Helper()
	for i := range v.NumField() {
		f, field := v.Field(i), name+"."+v.Type().Field(i).Name
		switch {
		case f.Kind() == reflect.Struct && f.Type().PkgPath() != "time":
			filledIn(t, f, field)
		case f.Kind() == reflect.Slice && f.Len() > 0 && f.Index(0).Kind() == reflect.Struct:
			filledIn(t, f.Index(f.Len()-1), field)
		case f.IsZero() && !slices.Contains([]string{"item.Article.ID", "item.Article.Added", "item.Findings.Evidence.ID",
			"item.Findings.Evidence.Article", "item.Findings.Evidence.Decision", "item.Findings.Evidence.Note",
			"item.Findings.Evidence.Hand", "item.Findings.Evidence.Before", "item.State"}, field):
			t.Errorf("%s has no value", field)
		}
	}
}

func TestTheSameTextIsAddedOnce(t *testing.T) {
	l := fresh(t)
	first, second := article("Serbia and Japan."), article("Serbia and Japan.")
	second.Article.Title, second.Article.Source = "Another title", "another.txt"
	added, err := l.Add(t.Context(), []store.Item{first, second, article("Serbia and Romania.")})
	if err != nil {
		t.Fatal(err)
	}
	if want := []store.Added{{ID: 1}, {ID: 1, Duplicate: true}, {ID: 2}}; !slices.Equal(added, want) {
		t.Errorf("%+v, want %+v", added, want)
	}
	added, err = l.Add(t.Context(), []store.Item{second})
	if want := []store.Added{{ID: 1, Duplicate: true}}; err != nil || !slices.Equal(added, want) {
		t.Errorf("%+v, error %v; want %+v", added, err, want)
	}
	if a, _, _ := l.Article(t.Context(), 1); a.Title != first.Article.Title {
		t.Errorf("the duplicate changed the title to %q", a.Title)
	}
	whole(t, l)
}

func TestHasTellsWhatIsThere(t *testing.T) {
	l := fresh(t)
	item := article("Serbia and Japan.")
	has := func() bool {
		t.Helper()
		ok, err := l.Has(t.Context(), item.Article.Hash())
		if err != nil {
			t.Fatal(err)
		}
		return ok
	}
	if has() {
		t.Error("it has an article that was never added")
	}
	id := add(t, l, item)
	if !has() {
		t.Error("it has not the article that was added")
	}
	if err := l.Remove(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if has() {
		t.Error("it still has the article that was removed")
	}
}

func TestARemovedArticleThatIsAddedAgainComesBack(t *testing.T) {
	l := fresh(t)
	item := article("Serbia and Japan signed.", "Serbia and Japan signed.")
	ids := add(t, l, item)
	if _, err := l.Decide(t.Context(), 1, data.Accepted); err != nil {
		t.Fatal(err)
	}
	if err := l.Remove(t.Context(), ids); err != nil {
		t.Fatal(err)
	}
	if _, _, err := l.Article(t.Context(), ids[0]); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("a removed article: error %v, want data.ErrNotFound", err)
	}
	added, err := l.Add(t.Context(), []store.Item{item})
	if want := []store.Added{{ID: ids[0], Restored: true}}; err != nil || !slices.Equal(added, want) {
		t.Errorf("%+v, error %v; want %+v", added, err, want)
	}
	_, findings, err := l.Article(t.Context(), ids[0])
	if err != nil || len(findings.Evidence) != 1 || findings.Evidence[0].Decision != data.Accepted {
		t.Errorf("findings %+v, error %v; want the accepted evidence", findings, err)
	}
	whole(t, l)
}

func TestAnItemThatBreaksARuleIsRefusedByItself(t *testing.T) {
	text := "Serbia and Japan signed an agreement worth 20 million euros."
	for name, spoil := range map[string]func(*store.Item){
		"no text":                        func(i *store.Item) { i.Article.Text = "" },
		"broken UTF-8":                   func(i *store.Item) { i.Article.Text = text + "\xff" },
		"an omitted part beyond the end": func(i *store.Item) { i.Article.Omitted = []data.Omitted{{Span: data.Span{End: 1000}}} },
		"omitted parts out of order": func(i *store.Item) {
			i.Article.Omitted = []data.Omitted{{Span: data.Span{Start: 9, End: 12}}, {Span: data.Span{Start: 2, End: 4}}}
		},
		"a mention with other words": func(i *store.Item) {
			i.Findings.Mentions = []data.Mention{{Passage: data.Passage{Span: data.Span{End: 6}, Text: "Serbian"}, Country: "RS"}}
		},
		"a mention of nobody":           func(i *store.Item) { i.Findings.Mentions = []data.Mention{{Passage: passageIn(text, "Serbia")}} },
		"evidence with other words":     func(i *store.Item) { i.Findings.Evidence[0].Text = "Serbia and China" },
		"evidence outside the text":     func(i *store.Item) { i.Findings.Evidence[0].End = 1000 },
		"an empty passage":              func(i *store.Item) { i.Findings.Evidence[0].Passage = data.Passage{} },
		"a pair out of order":           func(i *store.Item) { i.Findings.Evidence[0].Pair = data.Pair{"RS", "JP"} },
		"an actor who is no party":      func(i *store.Item) { i.Findings.Evidence[0].From = "US" },
		"no field":                      func(i *store.Item) { i.Findings.Evidence[0].Fields = nil },
		"a field that is none":          func(i *store.Item) { i.Findings.Evidence[0].Fields = []data.Field{"love"} },
		"a confidence that is none":     func(i *store.Item) { i.Findings.Evidence[0].Confidence = math.NaN() },
		"a confidence above one":        func(i *store.Item) { i.Findings.Evidence[0].Confidence = 1.5 },
		"a figure with other words":     func(i *store.Item) { i.Findings.Evidence[0].Figures[0].Text = "30 million" },
		"a figure that is not a number": func(i *store.Item) { i.Findings.Evidence[0].Figures[0].Value = math.Inf(1) },
	} {
		t.Run(name, func(t *testing.T) {
			l := fresh(t)
			bad := article(text, text)
			bad.Findings.Evidence[0].Figures = []data.Figure{{Passage: passageIn(text, "20 million"), Value: 2e7}}
			spoil(&bad)
			added, err := l.Add(t.Context(), []store.Item{article("Before."), bad, article("After.")})
			if err != nil {
				t.Fatal(err)
			}
			if !errors.Is(added[1].Err, data.ErrInvalid) || added[1].ID != 0 {
				t.Errorf("%+v, want data.ErrInvalid", added[1])
			}
			if added[0].Err != nil || added[2].Err != nil {
				t.Errorf("the others were refused: %v, %v", added[0].Err, added[2].Err)
			}
			reads(t, l, 2)
			whole(t, l)
		})
	}
}

func TestAddingLeavesItsInputAlone(t *testing.T) {
	item := article("Serbia signed. Japan signed.", "Japan signed.", "Serbia signed.")
	item.Findings.Evidence[1].Decision = data.Accepted
	want := slices.Clone(item.Findings.Evidence)
	l := fresh(t)
	id := add(t, l, item)[0]
	if !reflect.DeepEqual(item.Findings.Evidence, want) {
		t.Errorf("evidence became %+v", item.Findings.Evidence)
	}
	_, f, err := l.Article(t.Context(), id)
	if err != nil || len(f.Evidence) != 2 || f.Evidence[0].Text != "Serbia signed." || f.Evidence[0].Decision != data.Undecided {
		t.Errorf("evidence %+v, error %v; want it sorted and undecided", f.Evidence, err)
	}
}

func TestAddingThatIsCancelledAddsNothing(t *testing.T) {
	l := fresh(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Add(ctx, storetest.Items(1, 0, 50)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	reads(t, l, 0)
	add(t, l, storetest.Items(1, 0, 5)...)
	reads(t, l, 5)
}

func TestNothingToAddIsFine(t *testing.T) {
	l := fresh(t)
	if added, err := l.Add(t.Context(), nil); err != nil || len(added) != 0 {
		t.Errorf("%v, error %v", added, err)
	}
}

func TestALongArticleIsAdded(t *testing.T) {
	l := fresh(t)
	text := strings.Repeat("Serbia and Japan signed an agreement. ", 150_000)
	id := add(t, l, article(text, "Serbia and Japan signed an agreement."))[0]
	a, _, err := l.Article(t.Context(), id)
	if err != nil || a.Text != text {
		t.Errorf("%d bytes, error %v; want %d", len(a.Text), err, len(text))
	}
	hits, err := l.Search(t.Context(), "agreement", store.SearchOptions{})
	if err != nil || len(hits) != 1 {
		t.Errorf("%d hits, error %v", len(hits), err)
	}
}
