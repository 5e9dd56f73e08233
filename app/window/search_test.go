package window_test

import (
	"testing"

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
