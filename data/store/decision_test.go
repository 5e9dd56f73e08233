package store_test

import (
	"errors"
	"slices"
	"testing"

	"entente/data"
	"entente/data/store"
)

const treaty = "Serbia and Japan signed a treaty. Later Japan and Serbia quarrelled. Serbia paid."

// judged makes a library with one article of two pieces of evidence, 1 and 2.
func judged(t *testing.T) *store.Library {
	t.Helper()
	l := fresh(t)
	add(t, l, article(treaty, "Serbia and Japan signed a treaty.", "Later Japan and Serbia quarrelled."))
	return l
}

// verdicts gives those of the evidence in article 1.
func verdicts(t *testing.T, l *store.Library) []data.Verdict {
	t.Helper()
	_, f, err := l.Article(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	var all []data.Verdict
	for _, e := range f.Evidence {
		all = append(all, e.Decision)
	}
	return all
}

func decide(t *testing.T, l *store.Library, id int64, v data.Verdict) data.Decision {
	t.Helper()
	d, err := l.Decide(t.Context(), id, v)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func expect(t *testing.T, l *store.Library, want ...data.Verdict) {
	t.Helper()
	if got := verdicts(t, l); !slices.Equal(got, want) {
		t.Errorf("verdicts %q, want %q", got, want)
	}
	whole(t, l)
}

func TestADecisionRecordsWhatItWasAbout(t *testing.T) {
	l := judged(t)
	got := decide(t, l, 2, data.Rejected)
	a := data.Article{Text: treaty}
	want := data.Decision{ID: 1, Step: 2, Made: stamped, Who: "Ana", Article: a.Hash(), Passage: passageIn(treaty, "Later Japan and Serbia quarrelled."),
		Pair: data.PairOf("JP", "RS"), Action: "verdict", Before: "", After: "rejected"}
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	expect(t, l, "", data.Rejected)
	if again := decide(t, l, 2, data.Rejected); again != (data.Decision{}) {
		t.Errorf("saying it again recorded %+v", again)
	}
	all, err := l.Decisions(t.Context())
	if err != nil || len(all) != 1 || all[0].Decision != want || all[0].ArticleID != 1 || !slices.Equal(all[0].Evidence, []int64{2}) || all[0].Lost {
		t.Errorf("history %+v, error %v", all, err)
	}
}

func TestADecisionAboutNothingIsRefused(t *testing.T) {
	l := judged(t)
	if _, err := l.Decide(t.Context(), 99, data.Accepted); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("no such evidence: error %v, want data.ErrNotFound", err)
	}
	if _, err := l.Decide(t.Context(), 1, "perhaps"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("no such verdict: error %v, want data.ErrInvalid", err)
	}
	if all, err := l.Decisions(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("history %+v, error %v; want none", all, err)
	}
}

// undo and redo fail when ok is not as expected.
func undo(t *testing.T, l *store.Library, want bool) data.Decision {
	t.Helper()
	d, ok, err := l.Undo(t.Context())
	if err != nil || ok != want {
		t.Fatalf("undo %v, error %v; want %v", ok, err, want)
	}
	return d
}

func redo(t *testing.T, l *store.Library, want bool) data.Decision {
	t.Helper()
	d, ok, err := l.Redo(t.Context())
	if err != nil || ok != want {
		t.Fatalf("redo %v, error %v; want %v", ok, err, want)
	}
	return d
}

func TestEverythingCanBeUndoneAndRedoneAlsoAfterARestart(t *testing.T) {
	l := judged(t)
	undo(t, l, false)
	redo(t, l, false)
	decide(t, l, 1, data.Accepted)
	decide(t, l, 1, data.Rejected)
	decide(t, l, 2, data.Accepted)
	decide(t, l, 2, data.Undecided)
	expect(t, l, data.Rejected, "")
	if d := undo(t, l, true); d.After != "" || d.Before != "accepted" || !d.Undone {
		t.Errorf("undone %+v", d)
	}
	expect(t, l, data.Rejected, data.Accepted)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, l.Path(), store.Options{})
	undo(t, l, true)
	expect(t, l, data.Rejected, "")
	undo(t, l, true)
	expect(t, l, data.Accepted, "")
	undo(t, l, true)
	expect(t, l, "", "")
	undo(t, l, false)
	for _, want := range [][]data.Verdict{{data.Accepted, ""}, {data.Rejected, ""}, {data.Rejected, data.Accepted}, {data.Rejected, ""}} {
		if d := redo(t, l, true); d.Undone {
			t.Errorf("redone %+v", d)
		}
		expect(t, l, want...)
	}
	redo(t, l, false)
}

func TestANewDecisionEndsWhatCouldBeRedone(t *testing.T) {
	l := judged(t)
	decide(t, l, 1, data.Accepted)
	undo(t, l, true)
	decide(t, l, 2, data.Rejected)
	redo(t, l, false)
	undo(t, l, true)
	expect(t, l, "", "")
	redo(t, l, true)
	expect(t, l, "", data.Rejected)
	all, err := l.Decisions(t.Context())
	if err != nil || len(all) != 2 || !all[0].Undone || all[1].Undone {
		t.Errorf("history %+v, error %v; want both", all, err)
	}
}

func TestRemovingTakesArticlesOutOfSightInOneStep(t *testing.T) {
	l := filled(t, 30)
	before, err := l.Ties(t.Context(), data.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Remove(t.Context(), []int64{3, 5, 7, 7, 999}); err != nil {
		t.Fatal(err)
	}
	reads(t, l, 27)
	hits, err := l.Search(t.Context(), "signed", store.SearchOptions{Limit: 100})
	if err != nil || len(hits) != 27 {
		t.Errorf("%d hits, error %v; want 27", len(hits), err)
	}
	if d := undo(t, l, true); d.Action != "remove" {
		t.Errorf("undone %+v", d)
	}
	reads(t, l, 30)
	after, err := l.Ties(t.Context(), data.Filter{})
	if err != nil || len(after) != len(before) {
		t.Errorf("%d ties, error %v; want %d as before", len(after), err, len(before))
	}
	undo(t, l, false)
	redo(t, l, true)
	reads(t, l, 27)
	whole(t, l)
	if err := l.Remove(t.Context(), []int64{3}); err != nil {
		t.Fatal(err)
	}
	if all, _ := l.Decisions(t.Context()); len(all) != 3 {
		t.Errorf("removing what is removed made %d decisions of 3", len(all))
	}
}

func TestUndoAfterAddingAgainRemovesAgain(t *testing.T) {
	l := judged(t)
	if err := l.Remove(t.Context(), []int64{1}); err != nil {
		t.Fatal(err)
	}
	add(t, l, article(treaty))
	reads(t, l, 1)
	if d := undo(t, l, true); d.Action != "restore" {
		t.Errorf("undone %+v", d)
	}
	reads(t, l, 0)
	undo(t, l, true)
	reads(t, l, 1)
}

func TestDecisionsOutliveARescan(t *testing.T) {
	first, second := "Serbia and Japan signed a treaty.", "Later Japan and Serbia quarrelled."
	for _, c := range []struct {
		name     string
		findings []data.Evidence
		want     []data.Verdict
		lost     []bool
	}{
		{"the same passages", []data.Evidence{evidence(treaty, first, "JP", "RS"), evidence(treaty, second, "JP", "RS")},
			[]data.Verdict{data.Accepted, data.Rejected}, []bool{false, false}},
		{"a passage that is cut shorter", []data.Evidence{evidence(treaty, "Serbia and Japan signed", "JP", "RS")},
			[]data.Verdict{data.Accepted}, []bool{false, true}},
		{"a passage that became longer", []data.Evidence{evidence(treaty, second+" Serbia paid.", "JP", "RS")},
			[]data.Verdict{data.Rejected}, []bool{true, false}},
		{"the same words for another pair", []data.Evidence{evidence(treaty, first, "RS", "US")},
			[]data.Verdict{""}, []bool{true, true}},
		{"other words for the same pair", []data.Evidence{evidence(treaty, "Serbia paid.", "JP", "RS")},
			[]data.Verdict{""}, []bool{true, true}},
		{"nothing at all", nil, nil, []bool{true, true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := judged(t)
			decide(t, l, 1, data.Accepted)
			decide(t, l, 2, data.Rejected)
			if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: c.findings}, "2"); err != nil {
				t.Fatal(err)
			}
			expect(t, l, c.want...)
			all, err := l.Decisions(t.Context())
			if err != nil || len(all) != 2 || all[0].Lost != c.lost[0] || all[1].Lost != c.lost[1] {
				t.Errorf("history %+v, error %v; want lost %v", all, err, c.lost)
			}
			if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: []data.Evidence{evidence(treaty, first, "JP", "RS"),
				evidence(treaty, second, "JP", "RS")}}, "3"); err != nil {
				t.Fatal(err)
			}
			expect(t, l, data.Accepted, data.Rejected)
		})
	}
}

func TestAnExactDecisionGoesBeforeOneThatOverlaps(t *testing.T) {
	l := judged(t)
	decide(t, l, 1, data.Accepted)
	short := evidence(treaty, "Serbia and Japan signed", "JP", "RS")
	rescan := func(e ...data.Evidence) {
		t.Helper()
		if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: e}, "2"); err != nil {
			t.Fatal(err)
		}
	}
	rescan(short)
	_, f, _ := l.Article(t.Context(), 1)
	decide(t, l, f.Evidence[0].ID, data.Rejected)
	expect(t, l, data.Rejected)
	rescan(evidence(treaty, "Serbia and Japan signed a treaty.", "JP", "RS"))
	expect(t, l, data.Accepted)
}

func TestRescanKeepsTheArticleAndTellsTheRules(t *testing.T) {
	l := judged(t)
	stale := func(rules string) []int64 {
		t.Helper()
		ids, err := l.Stale(t.Context(), rules)
		if err != nil {
			t.Fatal(err)
		}
		return ids
	}
	if got := stale("1"); len(got) != 0 {
		t.Errorf("stale %v, want none", got)
	}
	if got := stale("2"); !slices.Equal(got, []int64{1}) {
		t.Errorf("stale %v, want 1", got)
	}
	before, _, _ := l.Article(t.Context(), 1)
	if err := l.Rescan(t.Context(), 1, data.Findings{}, "2"); err != nil {
		t.Fatal(err)
	}
	if got := stale("2"); len(got) != 0 {
		t.Errorf("stale %v, want none", got)
	}
	after, findings, err := l.Article(t.Context(), 1)
	if err != nil || after.Text != before.Text || after.Added != before.Added || len(findings.Evidence) != 0 {
		t.Errorf("article %+v with %+v, error %v", after, findings, err)
	}
	if ties, err := l.Ties(t.Context(), data.Filter{}); err != nil || len(ties) != 0 {
		t.Errorf("ties %+v, error %v; want none", ties, err)
	}
	bad := data.Findings{Evidence: []data.Evidence{evidence("Japan and Serbia", "Japan", "JP", "RS")}}
	if err := l.Rescan(t.Context(), 1, bad, "3"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("evidence of another text: error %v, want data.ErrInvalid", err)
	}
	if err := l.Rescan(t.Context(), 99, data.Findings{}, "3"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("no such article: error %v, want data.ErrNotFound", err)
	}
	whole(t, l)
}

func TestEvidenceIsNeverNumberedTwice(t *testing.T) {
	l := judged(t)
	if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: []data.Evidence{evidence(treaty, "Serbia paid.", "JP", "RS")}}, "2"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Decide(t.Context(), 1, data.Accepted); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("a number of evidence that is gone: error %v, want data.ErrNotFound", err)
	}
	if _, f, _ := l.Article(t.Context(), 1); f.Evidence[0].ID != 3 {
		t.Errorf("evidence %d, want 3", f.Evidence[0].ID)
	}
}

func TestARescanOfManyIsAllOrNothing(t *testing.T) {
	l := fresh(t)
	first, second := article("Serbia met Japan.", "Serbia met Japan."), article("Japan met Serbia.", "Japan met Serbia.")
	add(t, l, first, second)
	good := store.Rescanned{ID: 1}
	if err := l.RescanAll(t.Context(), []store.Rescanned{good, {ID: 2, Findings: first.Findings}}, "2"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("error %v, want data.ErrInvalid", err)
	}
	if s, err := l.Stats(t.Context()); err != nil || s.Evidence != 2 {
		t.Errorf("%d pieces of evidence, error %v; want both as before", s.Evidence, err)
	}
	if err := l.RescanAll(t.Context(), []store.Rescanned{good, {ID: 2, Findings: second.Findings}}, "2"); err != nil {
		t.Fatal(err)
	}
	if s, err := l.Stats(t.Context()); err != nil || s.Evidence != 1 {
		t.Errorf("%d pieces of evidence, error %v; want that of the second", s.Evidence, err)
	}
	whole(t, l)
}
