package window_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"entente/app"
	"entente/app/window"
	"entente/data"
)

func TestTwoCountriesLeadToTheirTieAndBack(t *testing.T) {
	d := sit(t, quarrels(t))
	for _, words := range []string{"Serbia Japan", "japan – serbia"} {
		d.w.Search(words)
		d.later()
		d.sees("Japan – Serbia", "tie")
		d.w.Window().Canvas().Focus(nil)
	}
	d.w.Enter()
	d.settle()
	if got := d.w.Route().Pair; got != data.PairOf("JP", "RS") {
		t.Errorf("Enter opens %v, want Japan and Serbia", got)
	}
	d.do("Back")
	if got := d.w.Route(); got != (app.Route{}) {
		t.Errorf("back at %v, want the whole map", got)
	}
}

func TestHitOfAnArticleIsLit(t *testing.T) {
	d := sit(t, quarrels(t))
	d.w.Search("sued")
	d.later()
	d.w.Enter()
	d.settle()
	if r := d.w.Route(); r.Article == 0 || r.Span.End == 0 {
		t.Errorf("got %v, want the article at the words", r)
	}
	if got := d.w.LitWords(); len(got) == 0 || got[0] != "sued" {
		t.Errorf("%q are lit in the article, want the word that was looked for", got)
	}
	article := d.w.Route().Article
	d.do("Back")
	d.w.OpenLibrary(dated(t))
	d.settle()
	d.w.TapFirstArticle()
	d.settle()
	if got := d.w.LitWords(); len(got) > 0 {
		t.Errorf("%q are still lit in another article than %d", got, article)
	}
}

func TestAnotherLibraryOpensWithAnEmptySearch(t *testing.T) {
	d := sit(t, quarrels(t))
	d.w.Search("sued")
	d.later()
	d.w.OpenLibrary(dated(t))
	d.settle()
	if got := d.w.Searched(); got != "" {
		t.Errorf("the box still holds %q", got)
	}
}

func TestTheSearchIsEmptyOnceAResultWasChosen(t *testing.T) {
	d := sit(t, quarrels(t))
	for _, c := range []struct{ words, end string }{
		{"Japan", "Enter on a country"}, {"Serbia Japan", "Enter on a tie"}, {"sued", "Enter on an article"},
	} {
		d.w.Search(c.words)
		d.later()
		d.w.Enter()
		d.settle()
		if got := d.w.Searched(); got != "" {
			t.Errorf("after %s the box still holds %q", c.end, got)
		}
		d.later()
		if d.w.SearchShown() {
			t.Errorf("after %s there still is a list", c.end)
		}
	}
	d.w.FocusSearch()
	d.sees("Look for “sued” again")
	d.w.Enter()
	d.settle()
	if got := d.w.Searched(); got != "sued" || !d.w.SearchShown() {
		t.Errorf("the box holds %q, list %v; want what was looked for before, and what it finds", got, d.w.SearchShown())
	}
}

func TestTheSearchIsEmptyAfterTheFiltersAreCleared(t *testing.T) {
	d := sit(t, quarrels(t))
	d.w.Search("sued")
	d.later()
	d.w.EnterLast()
	d.settle()
	if f := d.w.Filter(); f.Search != "sued" || d.w.Searched() != "" {
		t.Errorf("the filter has %q and the box %q; want the word in the filter alone", f.Search, d.w.Searched())
	}
	d.w.Search("treaty")
	d.do("Clear the filter")
	if f := d.w.Filter(); !f.Empty() || d.w.Searched() != "" {
		t.Errorf("cleared, the filter is %+v and the box holds %q", f, d.w.Searched())
	}
	d.later()
	if d.w.SearchShown() {
		t.Error("what was asked before came after the filters were cleared")
	}
}

func TestEscapePutsTheResultsAwayAndThenEmptiesTheSearch(t *testing.T) {
	d := sit(t, quarrels(t))
	d.w.FocusSearch()
	d.w.Search("sued")
	d.later()
	for _, want := range []string{"sued", ""} {
		d.typed(fyne.KeyEscape)
		if got := d.w.Searched(); got != want || d.w.SearchShown() {
			t.Errorf("the box holds %q, list %v; want %q and none", got, d.w.SearchShown(), want)
		}
	}
}

func TestAClickBesideTheResultsPutsThemAway(t *testing.T) {
	d := sit(t, quarrels(t))
	d.wide()
	d.w.Search("sued")
	d.later()
	test.TapCanvas(d.win.Canvas(), fyne.NewPos(60, 600))
	d.settle()
	if got := d.w.Searched(); got != "sued" || d.w.SearchShown() {
		t.Errorf("the box holds %q, list %v; want the word and no list", got, d.w.SearchShown())
	}
	if got := d.w.Route(); got != (app.Route{}) {
		t.Errorf("the click went through to %+v", got)
	}
}

func TestListsOfTiesHaveAMenu(t *testing.T) {
	d := sit(t, quarrels(t))
	item := find(d, "tie", func(i *window.TieItem) bool {
		return i.Name() == "Russia – Serbia" || i.Name() == "Serbia – Russia"
	})
	test.TapSecondary(item)
	d.settle()
	if d.win.Canvas().Overlays().Top() == nil {
		t.Fatal("no menu came")
	}
	d.win.Canvas().Overlays().Top().Hide()
	d.win.Canvas().Overlays().Remove(d.win.Canvas().Overlays().Top())
	test.Tap(item)
	d.settle()
	if got := d.w.Route().Pair; got != data.PairOf("RS", "RU") {
		t.Errorf("got %v, want Russia and Serbia", got)
	}
	d.w.SetFilter(data.Filter{Countries: []data.Party{"JP"}})
	d.settle()
	d.sees("Under the filter: 3 articles")
}

func TestTitlesAreShownWithoutSignsOfFormatting(t *testing.T) {
	d := sit(t, titled(t, "# **Serbia** and Japan"))
	d.sees("Serbia and Japan")
	d.w.Search("serbia")
	d.later()
	d.sees("Serbia", " and Japan")
	d.missesAll("# ", "**")
}
