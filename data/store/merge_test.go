package store_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/data"
	"entente/data/store"
	"entente/data/store/storetest"
)

// later is a clock an hour after the usual one, for what is decided in another library.
func later() time.Time { return clock().Add(time.Hour) }

// elsewhere makes another library with the article of judged and one more.
func elsewhere(t *testing.T) *store.Library {
	t.Helper()
	l := open(t, filepath.Join(t.TempDir(), "other.entente"), store.Options{RulesVersion: "0", Now: later})
	add(t, l, article("Serbia and Japan met in Niš.", "Serbia and Japan met in Niš."),
		article(treaty, "Serbia and Japan signed a treaty.", "Later Japan and Serbia quarrelled."))
	return l
}

func merge(t *testing.T, l, other *store.Library) store.Merged {
	t.Helper()
	got, err := l.Merge(t.Context(), other, nil)
	if err != nil {
		t.Fatal(err)
	}
	whole(t, l)
	return got
}

// merged checks the numbers of a merge that refused nothing: added, known, decisions, outweighed.
func merged(t *testing.T, got store.Merged, want ...int) {
	t.Helper()
	if got.Added != want[0] || got.Known != want[1] || got.Decisions != want[2] || got.Outweighed != want[3] || got.Refused > 0 {
		t.Errorf("got %+v, want %d added, %d known, %d decisions, %d outweighed", got, want[0], want[1], want[2], want[3])
	}
}

func history(t *testing.T, l *store.Library) []store.Judged {
	t.Helper()
	all, err := l.Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAMergeBringsArticlesFindingsAndDecisions(t *testing.T) {
	l, other := judged(t), elsewhere(t)
	decide(t, other, 1, data.Accepted)
	decide(t, other, 3, data.Rejected)
	merged(t, merge(t, l, other), 1, 1, 2, 0)
	expect(t, l, "", data.Rejected)
	_, f, err := l.Article(t.Context(), 2)
	if err != nil || len(f.Evidence) != 1 || f.Evidence[0].Decision != data.Accepted {
		t.Errorf("the article that came has %+v, error %v", f.Evidence, err)
	}
	if stale, _ := l.Stale(t.Context(), "1"); len(stale) != 1 || stale[0] != 2 {
		t.Errorf("stale %v: findings that came must keep the version of their rules", stale)
	}
	for _, d := range history(t, l) {
		if !d.Made.Equal(stamped.Add(time.Hour)) || d.Undone || d.Lost {
			t.Errorf("%+v, want a standing decision with the time at which it was made", d)
		}
	}
	merged(t, merge(t, l, other), 0, 2, 0, 0)
	if n := len(history(t, l)); n != 2 {
		t.Errorf("after merging again the history has %d decisions", n)
	}
	undo(t, l, true)
	expect(t, l, "", "")
	redo(t, l, true)
	expect(t, l, "", data.Rejected)
}

func TestAMergeIsUndoneWithItsArticles(t *testing.T) {
	l, other := judged(t), elsewhere(t)
	decide(t, l, 1, data.Accepted)
	decide(t, other, 1, data.Accepted)
	decide(t, other, 3, data.Rejected)
	m := merge(t, l, other)
	merged(t, m, 1, 1, 2, 0)
	if want := []store.Run{{First: 2, Last: 2}}; !slices.Equal(m.Articles, want) {
		t.Errorf("the articles %v came, want %v", m.Articles, want)
	}
	if d, ok, err := l.UndoCame(t.Context()); err != nil || !ok || d.Action != data.ActImport || d.Subject != "1" {
		t.Errorf("undone %+v, %v, error %v; want that one article came", d, ok, err)
	}
	reads(t, l, 1)
	expect(t, l, data.Accepted, "")
	whole(t, l)
	if d := redo(t, l, true); d.Action != data.ActImport || d.Undone {
		t.Errorf("done again %+v, want that the article came", d)
	}
	reads(t, l, 2)
	expect(t, l, data.Accepted, data.Rejected)
	undo(t, l, true)
	reads(t, l, 1)
	if d := undo(t, l, true); d.Action != data.ActVerdict || d.After != "accepted" {
		t.Errorf("undone before it %+v, want the acceptance made here", d)
	}
	whole(t, l)
}

func TestAMergeThatWasUndoneComesOnceMore(t *testing.T) {
	l, other := judged(t), elsewhere(t)
	decide(t, other, 1, data.Accepted)
	decide(t, other, 3, data.Rejected)
	for range 2 {
		merged(t, merge(t, l, other), 1, 1, 2, 0)
		reads(t, l, 2)
		expect(t, l, "", data.Rejected)
		undo(t, l, true)
		reads(t, l, 1)
		expect(t, l, "", "")
		whole(t, l)
	}
	redo(t, l, true)
	redo(t, l, false)
	reads(t, l, 2)
	expect(t, l, "", data.Rejected)
	whole(t, l)
}

func TestAMergeOfDecisionsAloneIsUndone(t *testing.T) {
	l, other := judged(t), elsewhere(t)
	decide(t, other, 3, data.Rejected)
	if err := other.Remove(t.Context(), []int64{1}); err != nil {
		t.Fatal(err)
	}
	merged(t, merge(t, l, other), 0, 1, 1, 0)
	if d, ok, err := l.UndoCame(t.Context()); err != nil || !ok || d.Action != data.ActVerdict {
		t.Errorf("undone %+v, %v, error %v; want the rejection", d, ok, err)
	}
	expect(t, l, "", "")
	reads(t, l, 1)
}

func TestADecisionMadeHereGoesBeforeOneFromThere(t *testing.T) {
	l, other := judged(t), elsewhere(t)
	decide(t, l, 1, data.Accepted)
	decide(t, other, 2, data.Rejected)
	decide(t, other, 3, data.Rejected)
	merged(t, merge(t, l, other), 1, 1, 1, 1)
	expect(t, l, data.Accepted, data.Rejected)
	all := history(t, l)
	if len(all) != 3 || !all[1].Undone || all[1].After != "rejected" {
		t.Errorf("history %+v, want the decision that gave way in it", all)
	}
	if err := l.Rescan(t.Context(), 1, article(treaty, "Serbia and Japan signed a treaty.").Findings, "2"); err != nil {
		t.Fatal(err)
	}
	expect(t, l, data.Accepted)
}

func TestAMergeTakesNothingAwayAndBringsNothingBack(t *testing.T) {
	l, other := judged(t), elsewhere(t)
	add(t, l, article("Serbia alone."))
	add(t, other, article("Serbia alone."))
	if err := errors.Join(l.Remove(t.Context(), []int64{1}), other.Remove(t.Context(), []int64{1, 3})); err != nil {
		t.Fatal(err)
	}
	merged(t, merge(t, l, other), 0, 1, 0, 0)
	left := list(t, l, data.Filter{}, store.Page{})
	if len(left) != 1 || left[0].ID != 2 {
		t.Errorf("got %+v, want only the article that was not removed here", left)
	}
	if n := len(history(t, l)); n != 3 {
		t.Errorf("the history has %d decisions, want the removals from both libraries", n)
	}
}

func TestLibrariesThatCannotBeMerged(t *testing.T) {
	l, other := judged(t), filled(t, 20)
	newer := made(t)
	execute(t, newer, "PRAGMA user_version = 1000")
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for name, c := range map[string]struct {
		into, from *store.Library
		ctx        context.Context
		want       error
	}{
		"a newer one":        {l, open(t, newer, store.Options{ReadOnly: true}), t.Context(), data.ErrNewer},
		"the same one":       {l, open(t, l.Path(), store.Options{ReadOnly: true}), t.Context(), data.ErrInvalid},
		"into a read-only":   {open(t, l.Path(), store.Options{ReadOnly: true}), other, t.Context(), data.ErrReadOnly},
		"after it was ended": {l, other, stopped, context.Canceled},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := c.into.Merge(c.ctx, c.from, nil); !errors.Is(err, c.want) || got.Added > 0 {
				t.Errorf("got %+v and error %v, want %v", got, err, c.want)
			}
		})
	}
	reads(t, l, 1)
	whole(t, l)
}

func TestAMergeThatStopsHalfwayChangesNothing(t *testing.T) {
	l, other := judged(t), filled(t, 500)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	if _, err := l.Merge(ctx, other, func(done, total int) {
		if done >= total/2 {
			stop()
		}
	}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	reads(t, l, 1)
	whole(t, l)
	var last int
	if _, err := l.Merge(t.Context(), other, func(done, total int) { last = total - done }); err != nil || last != 0 {
		t.Errorf("the second time: error %v, %d articles not told", err, last)
	}
	reads(t, l, 501)
}

func TestAnArticleThatWasChangedThereIsRefusedByItself(t *testing.T) {
	path := made(t)
	execute(t, path, "UPDATE body SET text = replace(text, 'euros', 'yen') WHERE article = 3")
	l := fresh(t)
	got, err := l.Merge(t.Context(), open(t, path, store.Options{ReadOnly: true}), nil)
	if err != nil || got.Refused != 1 || got.Added != 19 || len(got.Errors) != 1 || !strings.Contains(got.Errors[0].Error(), "article 3 ") {
		t.Errorf("got %+v, error %v", got, err)
	}
	whole(t, l)
}

func TestARefusalNamesFileAndReason(t *testing.T) {
	first := filled(t, 2)
	if err := first.Refusal(); err != nil {
		t.Errorf("a library that can be written to says %v", err)
	}
	second := open(t, first.Path(), store.Options{})
	err := second.Refusal()
	if !errors.Is(err, data.ErrReadOnly) || !errors.Is(err, data.ErrBusy) || err.Error() != first.Path()+": "+second.Notice() {
		t.Errorf("got %v", err)
	}
}

func TestFindGivesAnArticleByItsText(t *testing.T) {
	l := judged(t)
	a := data.Article{Text: treaty}
	if got, err := l.Find(t.Context(), a.Hash()); err != nil || got.Text != treaty || got.ID != 1 {
		t.Errorf("got %+v, error %v", got, err)
	}
	if err := l.Remove(t.Context(), []int64{1}); err != nil {
		t.Fatal(err)
	}
	for _, hash := range []string{a.Hash(), "", "x"} {
		if _, err := l.Find(t.Context(), hash); !errors.Is(err, data.ErrNotFound) {
			t.Errorf("%q: error %v, want data.ErrNotFound", hash, err)
		}
	}
}

// BenchmarkMerge10000 is to be read beside BenchmarkImport10000, which writes the same articles from memory.
func BenchmarkMerge10000(b *testing.B) {
	const n = 10_000
	other := fresh(b)
	if err := storetest.Fill(b.Context(), other, 1, n); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		l := open(b, filepath.Join(b.TempDir(), "x.entente"), store.Options{})
		b.StartTimer()
		if got, err := l.Merge(b.Context(), other, nil); err != nil || got.Added != n {
			b.Fatalf("%+v, error %v", got, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
}
