package app_test

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

// desk is a session over a small library, with a queue in place of the window's goroutine.
type desk struct {
	t       *testing.T
	session *app.Session
	lib     *store.Library
	queue   []func() // what was posted
	beside  []func() // what was spawned and did not run yet
	told    app.Change
	failed  []error
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, lib: shelf(t)}
	d.session = app.NewSession(app.SessionOptions{
		Post:  func(f func()) { d.queue = append(d.queue, f) },
		Spawn: func(f func()) { d.beside = append(d.beside, f) },
		Fail:  func(err error) { d.failed = append(d.failed, err) },
	})
	d.session.Listen(func(c app.Change) { d.told |= c })
	d.session.SetLibrary(d.lib)
	d.settle()
	return d
}

// settle runs everything that waits.
func (d *desk) settle() {
	for len(d.beside)+len(d.queue) > 0 {
		beside, queue := d.beside, d.queue
		d.beside, d.queue = nil, nil
		for _, f := range append(beside, queue...) {
			f()
		}
	}
}

// shelf is a library of three articles: Japan helps Serbia (twice), Serbia quarrels with Russia.
func shelf(t *testing.T) *store.Library {
	t.Helper()
	lib, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "shelf.entente"), store.Options{RulesVersion: "1"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	for _, a := range []struct {
		title, text string
		pair        data.Pair
		stance      data.Stance
		field       data.Field
	}{
		{"Help", "Japan helps Serbia with schools and roads.", data.PairOf("JP", "RS"), data.Cooperation, data.Aid},
		{"Trade", "Tokyo and Belgrade trade more cars than ever before.", data.PairOf("JP", "RS"), data.Cooperation, data.Trade},
		{"Quarrel", "Moscow accused Serbia of closing its door to gas.", data.PairOf("RS", "RU"), data.Conflict, data.Energy},
	} {
		e := data.Evidence{Passage: data.PassageOf(a.text, data.Span{Start: 0, End: len(a.text)}), Pair: a.pair, Fields: []data.Field{a.field},
			Stance: a.stance, Modality: data.Done, When: "2024-05", Confidence: 0.8}
		item := store.Item{Article: data.Article{Title: a.title, Text: a.text, Published: "2024-05-01"}, Findings: data.Findings{Evidence: []data.Evidence{e}}}
		if _, err := lib.Add(context.Background(), []store.Item{item}); err != nil {
			t.Fatal(err)
		}
	}
	return lib
}

func (d *desk) pairs() string {
	var out []string
	for _, t := range d.session.Listing().Ties {
		out = append(out, t.Pair.String())
	}
	return strings.Join(out, " ")
}

func TestSessionShowsTheLibrary(t *testing.T) {
	d := newDesk(t)
	if got := d.pairs(); got != "JP-RS RS-RU" {
		t.Errorf("got ties %q, want the heaviest first", got)
	}
	l := d.session.Listing()
	if len(l.Articles) != 3 || l.Counts.Articles != 3 || l.Counts.Passages != 3 || l.Err != nil {
		t.Errorf("got %d articles, counts %+v, error %v", len(l.Articles), l.Counts, l.Err)
	}
	if d.told != app.Everything {
		t.Errorf("told changes %b, want all %b", d.told, app.Everything)
	}
}

func TestSessionTakesWhatWasListedBefore(t *testing.T) {
	d := newDesk(t)
	d.session.SetFilter(data.Filter{Stances: []data.Stance{data.Conflict}})
	other := shelf(t)
	if before := d.session.SetListed(other, app.List(context.Background(), other)); before != app.Library(d.lib) {
		t.Errorf("got %v handed back, want the library before", before)
	}
	if len(d.session.Listing().Ties) != 2 {
		t.Errorf("got %d ties at once, want 2", len(d.session.Listing().Ties))
	}
	d.settle() // the answer to the filter comes too late
	if got := d.pairs(); got != "JP-RS RS-RU" {
		t.Errorf("got ties %q, want those of the new library", got)
	}
}

func TestSessionFilters(t *testing.T) {
	d := newDesk(t)
	d.told = 0
	d.session.SetFilter(data.Filter{Stances: []data.Stance{data.Conflict}})
	if d.told != app.FilterChanged {
		t.Errorf("told %b before the library answered, want only the filter", d.told)
	}
	d.settle()
	if got := d.pairs(); got != "RS-RU" {
		t.Errorf("got ties %q, want RS-RU", got)
	}
}

func TestLateAnswersAreDropped(t *testing.T) {
	d := newDesk(t)
	d.session.SetFilter(data.Filter{Stances: []data.Stance{data.Conflict}})
	late := d.beside
	d.beside = nil
	d.session.SetFilter(data.Filter{Stances: []data.Stance{data.Cooperation}})
	d.settle()
	for _, f := range late {
		f()
	}
	d.settle()
	if got := d.pairs(); got != "JP-RS" {
		t.Errorf("got ties %q, want those of the newer filter", got)
	}
}

func TestAnswersOfAnotherLibraryAreDropped(t *testing.T) {
	d := newDesk(t)
	d.session.Reload()
	before := d.session.SetLibrary(nil)
	d.settle()
	if before != app.Library(d.lib) || d.session.Library() != nil || d.pairs() != "" {
		t.Errorf("got library %v and ties %q after it was put away", d.session.Library(), d.pairs())
	}
}

func TestSessionLooksAtATie(t *testing.T) {
	d := newDesk(t)
	r := app.Route{Pair: data.PairOf("JP", "RS")}
	d.session.Go(r)
	d.settle()
	got := d.session.Detail()
	if got.Route != r || got.Tie.Reports != 2 || len(got.Passages) != 2 || got.Missing {
		t.Fatalf("got %+v, want two passages in two reports", got)
	}
	if title := got.Articles[got.Passages[0].Article].Title; title != "Help" {
		t.Errorf("got the article %q, want Help", title)
	}
}

func TestRejectedPassagesStayInSight(t *testing.T) {
	d := newDesk(t)
	d.session.Go(app.Route{Pair: data.PairOf("RS", "RU")})
	d.settle()
	d.session.Decide(d.session.Detail().Passages[0].ID, data.Rejected)
	d.settle()
	got := d.session.Detail()
	if d.pairs() != "JP-RS" || got.Tie.Passages != 0 || len(got.Passages) != 1 || got.Passages[0].Decision != data.Rejected || got.Missing {
		t.Errorf("got ties %q and detail %+v, want the tie off the map and its passage shown as rejected", d.pairs(), got)
	}
	d.session.Undo(func(dec data.Decision, ok bool) {
		if !ok || dec.Pair != data.PairOf("RS", "RU") {
			t.Errorf("undo told %+v, %v", dec, ok)
		}
	})
	d.settle()
	if d.pairs() != "JP-RS RS-RU" {
		t.Errorf("got ties %q after undo, want both", d.pairs())
	}
	redone := false
	d.session.Redo(func(_ data.Decision, ok bool) { redone = ok })
	d.settle()
	if !redone || d.pairs() != "JP-RS" {
		t.Errorf("got redone %v, ties %q, want the rejection back", redone, d.pairs())
	}
}

func TestSessionLooksAtACountryAndAnArticle(t *testing.T) {
	d := newDesk(t)
	d.session.Go(app.Route{Country: "RS"})
	d.settle()
	if got := d.session.Detail().Ties; len(got) != 2 {
		t.Errorf("got %d ties of Serbia, want 2", len(got))
	}
	d.session.Go(app.Route{Country: "JP"})
	d.settle()
	if got := d.session.Detail().Ties; len(got) != 1 {
		t.Errorf("got %d ties of Japan, want 1", len(got))
	}
	d.session.Go(app.Route{Article: 3})
	d.settle()
	if got := d.session.Detail(); got.Article.Title != "Quarrel" || len(got.Findings.Evidence) != 1 {
		t.Errorf("got article %q with %d pieces of evidence", got.Article.Title, len(got.Findings.Evidence))
	}
}

func TestWhatIsGoneIsMissingAndNoError(t *testing.T) {
	d := newDesk(t)
	for _, r := range []app.Route{{Pair: data.PairOf("AU", "NZ")}, {Article: 99}} {
		d.session.Go(r)
		d.settle()
		if got := d.session.Detail(); !got.Missing || len(d.failed) > 0 {
			t.Errorf("%+v: got missing %v, errors %v", r, got.Missing, d.failed)
		}
	}
}

func TestHistoryGoesBackAndForward(t *testing.T) {
	d := newDesk(t)
	a, b, c := app.Route{Country: "RS"}, app.Route{Country: "JP"}, app.Route{Country: "RU"}
	var seen []app.Route
	note := func() { seen = append(seen, d.session.Route()) }
	d.session.Go(a)
	d.session.Go(a) // the same again is no step
	d.session.Go(b)
	d.session.Back()
	note()
	d.session.Forward()
	note()
	d.session.Back()
	d.session.Go(c) // forgets what was ahead
	if d.session.Forward() {
		t.Error("there is something ahead after a new step")
	}
	d.session.Back()
	note()
	d.session.Back()
	note()
	if d.session.Back() {
		t.Error("there is something before the beginning")
	}
	if want := []app.Route{a, b, a, {}}; !reflect.DeepEqual(seen, want) {
		t.Errorf("got %v, want %v", seen, want)
	}
	if back, forward := d.session.CanGo(); back || !forward {
		t.Errorf("got back %v, forward %v, want false, true", back, forward)
	}
}

func TestRemovedArticleIsClosedAndComesBack(t *testing.T) {
	d := newDesk(t)
	d.session.Go(app.Route{Article: 3})
	d.settle()
	d.session.Remove(3)
	d.settle()
	if d.session.Route() != (app.Route{}) || d.session.Listing().Counts.Articles != 2 {
		t.Errorf("got route %+v and %d articles, want nothing open and 2", d.session.Route(), d.session.Listing().Counts.Articles)
	}
	d.session.Undo(func(data.Decision, bool) {})
	d.settle()
	if got := d.session.Listing().Counts.Articles; got != 3 {
		t.Errorf("got %d articles after undo, want 3", got)
	}
}

func TestChangesKeepTheirOrder(t *testing.T) {
	d := newDesk(t)
	d.session.Remove(1)
	d.session.Remove(2)
	if len(d.beside) != 1 {
		t.Fatalf("%d changes run at once, want one after the other", len(d.beside))
	}
	d.settle()
	d.session.Undo(func(data.Decision, bool) {})
	d.settle()
	for _, a := range d.session.Listing().Articles {
		if a.ID == 1 {
			t.Error("the first removal was undone, want the last")
		}
	}
}

func TestAFailureIsToldAndNothingIsLost(t *testing.T) {
	d := newDesk(t)
	d.session.Decide(12345, data.Accepted)
	d.settle()
	if len(d.failed) != 1 || !errors.Is(d.failed[0], data.ErrNotFound) {
		t.Errorf("got errors %v, want one that wraps ErrNotFound", d.failed)
	}
	if d.pairs() != "JP-RS RS-RU" {
		t.Errorf("got ties %q, want them as before", d.pairs())
	}
}

func TestSessionWithoutALibrary(t *testing.T) {
	s := app.NewSession(app.SessionOptions{Post: func(f func()) { f() }, Spawn: func(f func()) { f() }})
	s.SetFilter(data.Filter{Search: "x"})
	s.Go(app.Route{Country: "RS"})
	s.Decide(1, data.Accepted)
	s.Remove(1)
	s.Undo(func(data.Decision, bool) { t.Error("undid something of nothing") })
	s.MoreArticles()
	if s.SetLibrary(nil) != nil || len(s.Listing().Ties) != 0 {
		t.Error("there is something in no library")
	}
}
