package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
	"entente/data/store/storetest"
)

func TestCorrectionsAskForTheArticlesTheyAreAbout(t *testing.T) {
	l := fresh(t)
	add(t, l, article(treaty), article("Japan and Romania talked."), article("Nothing of the kind."))
	stale := func(want ...int64) {
		t.Helper()
		if got, err := l.Stale(t.Context(), "1"); err != nil || !slices.Equal(got, want) {
			t.Errorf("stale %v, error %v; want %v", got, err, want)
		}
	}
	read := func(id int64) data.Corrections {
		t.Helper()
		a, _, err := l.Article(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		said, err := l.Corrections(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		c := said.Of(a.Hash())
		if err := l.RescanAll(t.Context(), []store.Rescanned{{ID: id, State: c.State}}, "1"); err != nil {
			t.Fatal(err)
		}
		return c
	}
	stale()
	once := data.Correction{Passage: passageIn(treaty, "Serbia paid"), Scope: data.Once}
	if _, err := l.Correct(t.Context(), 1, once, "RS"); err != nil {
		t.Fatal(err)
	}
	stale(1)
	wide := data.Correction{Passage: passageIn(treaty, "Japan"), Scope: data.InLibrary, Country: "CN"}
	if _, err := l.Correct(t.Context(), 1, wide, "JP"); err != nil {
		t.Fatal(err)
	}
	stale(1, 2)
	c := read(1)
	want := []data.Correction{{Passage: data.Passage{Text: "Japan"}, Scope: data.InLibrary, Country: "CN"}, once}
	if !slices.Equal(c.Mentions, want) {
		t.Errorf("corrections %+v, want %+v", c.Mentions, want)
	}
	stale(2)
	read(2)
	stale()
	// Findings that were made without knowing of a correction do not count as read.
	old := read(2)
	undo(t, l, true)
	if err := l.RescanAll(t.Context(), []store.Rescanned{{ID: 2, State: old.State}}, "1"); err != nil {
		t.Fatal(err)
	}
	stale(1, 2)
	read(1)
	read(2)
	stale()
	// So do those of an article that is added with findings of before.
	redo(t, l, true)
	read(1)
	read(2)
	add(t, l, article("Japan again."))
	stale(4)
	a := article("Japan once more.")
	said, err := l.Corrections(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a.State = said.Of(a.Article.Hash()).State
	add(t, l, a)
	stale(4)
	whole(t, l)
}

func TestFurnitureIsMarkedAndTheReverse(t *testing.T) {
	l := fresh(t)
	item := article("Menu Home. Serbia and Japan signed. Read also this.")
	item.Article.Title = "A treaty"
	text := item.Article.Text
	item.Article.Omitted = []data.Omitted{{Span: passageIn(text, "Menu Home.").Span, Reason: data.Navigation}}
	add(t, l, item)
	omitted := func(want ...string) {
		t.Helper()
		a, _, err := l.Article(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range a.Omitted {
			words, _ := o.In(text)
			got = append(got, words+" "+string(o.Reason))
		}
		if !slices.Equal(got, want) {
			t.Errorf("furniture %q, want %q", got, want)
		}
		whole(t, l)
	}
	finds := func(want map[string]bool) {
		t.Helper()
		for word, is := range want {
			if got := len(found(t, l, word, store.SearchOptions{})) > 0; got != is {
				t.Errorf("%s is found: %v, want %v", word, got, is)
			}
			if got := len(found(t, l, "Serbia", store.SearchOptions{Filter: data.Filter{Search: word}})) > 0; got != is {
				t.Errorf("the filter %s finds it: %v, want %v", word, got, is)
			}
		}
	}
	finds(map[string]bool{"signed": true, "also": true, "home": false})
	if _, err := l.Furnish(t.Context(), 1, passageIn(text, "Read also this.").Span, data.ByHand); err != nil {
		t.Fatal(err)
	}
	omitted("Menu Home. navigation", "Read also this. person")
	finds(map[string]bool{"signed": true, "also": false, "home": false, "signed -also": true})
	if _, err := l.Furnish(t.Context(), 1, passageIn(text, "Home.").Span, ""); err != nil {
		t.Fatal(err)
	}
	omitted("Menu  navigation", "Read also this. person")
	finds(map[string]bool{"signed": true, "also": false, "home": true, "menu": false})
	undo(t, l, true)
	undo(t, l, true)
	omitted("Menu Home. navigation")
	finds(map[string]bool{"signed": true, "also": true, "home": false})
	for i := range 40 { // often enough for the search index to tidy itself up
		if _, err := l.Furnish(t.Context(), 1, passageIn(text, "Read also this.").Span, []data.Reason{data.ByHand, ""}[i%2]); err != nil {
			t.Fatal(err)
		}
	}
	omitted("Menu Home. navigation")
	if _, err := l.Furnish(t.Context(), 1, data.Span{Start: 5, End: 999}, data.ByHand); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("beyond the text: error %v", err)
	}
}

func TestGradesAreKeptApart(t *testing.T) {
	l := fresh(t)
	one, two := article("Serbia and Japan."), article("Serbia and Romania.")
	one.Article.Publisher, two.Article.Publisher = "The  Ledger", "the ledger"
	add(t, l, one, two)
	grades := func(want ...string) {
		t.Helper()
		infos, err := l.Articles(t.Context(), data.Filter{}, store.Page{})
		if err != nil {
			t.Fatal(err)
		}
		var got, alone []string
		var articles []data.Article
		for _, info := range infos {
			got, articles = append(got, info.Grade.String()), append(articles, info.Article)
		}
		graded, err := l.Grades(t.Context(), articles)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range articles {
			alone = append(alone, graded[a.ID].String())
		}
		if !slices.Equal(got, want) || !slices.Equal(alone, want) {
			t.Errorf("grades %v in the list and %v by themselves, want %v", got, alone, want)
		}
	}
	grades("F6", "F6")
	if _, err := l.GradeSource(t.Context(), "The Ledger", "B"); err != nil {
		t.Fatal(err)
	}
	grades("B6", "B6")
	if d, err := l.GradeItem(t.Context(), 2, "2"); err != nil || d.Before != "" || d.After != "2" {
		t.Fatalf("decision %+v, error %v", d, err)
	}
	grades("B6", "B2")
	undo(t, l, true)
	undo(t, l, true)
	grades("F6", "F6")
	redo(t, l, true)
	if _, err := l.GradeSource(t.Context(), "the ledger", ""); err != nil {
		t.Fatal(err)
	}
	grades("F6", "F6")
	whole(t, l)
}

func TestTheNameOfWhoDecidesCanChange(t *testing.T) {
	l := open(t, filepath.Join(t.TempDir(), "a.entente"), store.Options{Who: "Ann"})
	add(t, l, article("Serbia and Japan."))
	for i, name := range []string{"", "Bo"} {
		if name != "" {
			l.SetWho(name)
		}
		if _, err := l.GradeItem(t.Context(), 1, fmt.Sprint(i+1)); err != nil {
			t.Fatal(err)
		}
	}
	all, err := l.Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range all {
		got = append(got, d.After+" "+d.Who)
	}
	slices.Sort(got)
	if want := []string{"1 Ann", "2 Bo"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestReportsAreJoinedAndUnfoldedByHand(t *testing.T) {
	l := filled(t, 60)
	reports := func() (all []int64) {
		infos, err := l.Articles(t.Context(), data.Filter{}, store.Page{})
		if err != nil {
			t.Fatal(err)
		}
		for _, info := range infos {
			all = append(all, info.Report)
		}
		whole(t, l)
		return all
	}
	before := reports()
	var twin int // an article that is folded into another one
	for i, r := range before {
		if r != int64(i+1) {
			twin = i + 1
		}
	}
	if twin == 0 {
		t.Fatal("the made-up articles have no reprints")
	}
	if _, err := l.Unfold(t.Context(), int64(twin)); err != nil {
		t.Fatal(err)
	}
	if got := reports(); got[twin-1] != int64(twin) {
		t.Errorf("article %d is still in report %d", twin, got[twin-1])
	}
	if d, err := l.Unfold(t.Context(), int64(twin)); err != nil || d != (data.Decision{}) {
		t.Errorf("unfolding what stands alone recorded %+v, error %v", d, err)
	}
	if _, err := l.Join(t.Context(), int64(twin), 1); err != nil {
		t.Fatal(err)
	}
	if got := reports(); got[twin-1] != got[0] {
		t.Errorf("article %d is in report %d, want %d", twin, got[twin-1], got[0])
	}
	if d, err := l.Join(t.Context(), 1, int64(twin)); err != nil || d != (data.Decision{}) {
		t.Errorf("joining what is one recorded %+v, error %v", d, err)
	}
	joined := reports()
	add(t, l, storetest.Items(1, 60, 70)...)
	if got := reports()[:60]; !slices.Equal(got, joined) {
		t.Errorf("after an import the reports are\n%v, want\n%v", got, joined)
	}
	undo(t, l, true)
	undo(t, l, true)
	if got := reports()[:60]; !slices.Equal(got, before) {
		t.Errorf("after undo the reports are\n%v, want\n%v", got, before)
	}
}

func TestPurgeLeavesNoWordBehind(t *testing.T) {
	l := judged(t)
	add(t, l, article("The xylophone of Romania met Japan.", "The xylophone of Romania met Japan."), article("Romania stays."))
	if _, err := l.Note(t.Context(), 3, "xylophone noted"); err != nil {
		t.Fatal(err)
	}
	decide(t, l, 1, data.Accepted)
	if n, err := l.Purge(t.Context()); err != nil || n != 0 {
		t.Errorf("purged %d, error %v; nothing was removed", n, err)
	}
	if err := l.Remove(t.Context(), []int64{2}); err != nil {
		t.Fatal(err)
	}
	if n, err := l.Purge(t.Context()); err != nil || n != 1 {
		t.Fatalf("purged %d, error %v", n, err)
	}
	reads(t, l, 2)
	whole(t, l)
	if s, err := l.Stats(t.Context()); err != nil || s.Removed != 0 {
		t.Errorf("stats %+v, error %v", s, err)
	}
	if d := undo(t, l, true); d.Action != data.ActVerdict {
		t.Errorf("undone %+v, want the verdict on what stays", d)
	}
	undo(t, l, false)
	if content := strings.ToLower(string(read(t, l.Path()))); strings.Contains(content, "xylophone") {
		t.Error("words of the article are still in the file")
	}
	add(t, l, article("The xylophone of Romania met Japan."))
	reads(t, l, 3)
	whole(t, l)
}

func TestPurgingAgainAndAgainKeepsTheSearchIndexWhole(t *testing.T) {
	l := filled(t, 30)
	for i := range 20 { // often enough for the search index to tidy itself up
		add(t, l, article("Another article of Japan and Serbia "+string(rune('a'+i))))
		if err := l.Remove(t.Context(), []int64{int64(i + 2)}); err != nil {
			t.Fatal(err)
		}
		if n, err := l.Purge(t.Context()); err != nil || n != 1 {
			t.Fatalf("round %d: purged %d, error %v", i, n, err)
		}
		whole(t, l)
	}
	reads(t, l, 30)
}
