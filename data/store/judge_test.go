package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
	"entente/data/store/storetest"
)

// statement is what a person could say of words of the treaty.
func statement(words, a, b string) data.Statement {
	return data.Statement{Passage: passageIn(treaty, words), Pair: data.PairOf(data.Party(a), data.Party(b)),
		Fields: []data.Field{data.Security}, Stance: data.Conflict, Modality: data.Done, When: "2024-03"}
}

// shown gives the evidence of article 1 in short, and fails when the library is not whole.
func shown(t *testing.T, l *store.Library) []string {
	t.Helper()
	whole(t, l)
	_, f, err := l.Article(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range f.Evidence {
		line := fmt.Sprintf("%s %s %s %q %s", e.Pair, e.Stance, e.Decision, e.Text, e.Hand)
		if e.Note != "" {
			line += " " + e.Note
		}
		all = append(all, strings.TrimSpace(line))
	}
	return all
}

func sees(t *testing.T, l *store.Library, want ...string) {
	t.Helper()
	if got := shown(t, l); !slices.Equal(got, want) {
		t.Errorf("got evidence\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const (
	signed     = `JP-RS cooperation  "Serbia and Japan signed a treaty."`
	quarrelled = `JP-RS cooperation  "Later Japan and Serbia quarrelled."`
)

func TestAnEditHoldsAndTheMachinesReadingIsKept(t *testing.T) {
	l := judged(t)
	sees(t, l, signed, quarrelled)
	d, err := l.Edit(t.Context(), 2, statement("Later Japan and Serbia quarrelled.", "RS", "CD"))
	if err != nil || d.Action != data.ActEdit || d.Who != "Ana" {
		t.Fatalf("decision %+v, error %v", d, err)
	}
	edited := `CD-RS conflict accepted "Later Japan and Serbia quarrelled." edited`
	sees(t, l, signed, edited)
	_, f, _ := l.Article(t.Context(), 1)
	if b := f.Evidence[1].Before; b == nil || b.Pair != data.PairOf("JP", "RS") || f.Evidence[1].ID != 2 {
		t.Errorf("evidence %+v does not tell what the rules found", f.Evidence[1])
	}
	if ties, err := l.Ties(t.Context(), data.Filter{}); err != nil || len(ties) != 2 {
		t.Errorf("ties %v, error %v; want one of the edited pair, too", ties, err)
	}
	was, err := store.StatementOf(d.Before)
	if err != nil || was.Pair != data.PairOf("JP", "RS") {
		t.Errorf("before %+v, error %v", was, err)
	}
	undo(t, l, true)
	sees(t, l, signed, quarrelled)
	redo(t, l, true)
	sees(t, l, signed, edited)
}

func TestEditsOutliveARescanOfWhateverRules(t *testing.T) {
	second := "Later Japan and Serbia quarrelled."
	edited := `CD-RS conflict accepted "Later Japan and Serbia quarrelled." edited`
	for _, c := range []struct {
		name     string
		findings []data.Evidence
		want     []string
		lost     bool
	}{
		{"the same words", []data.Evidence{evidence(treaty, second, "JP", "RS")}, []string{edited}, false},
		{"words cut a little differently", []data.Evidence{evidence(treaty, "Japan and Serbia quarrelled", "JP", "RS")},
			[]string{edited}, false},
		{"nothing", nil, []string{edited}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := judged(t)
			if _, err := l.Edit(t.Context(), 2, statement(second, "RS", "CD")); err != nil {
				t.Fatal(err)
			}
			if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: c.findings}, "2"); err != nil {
				t.Fatal(err)
			}
			sees(t, l, c.want...)
			all, err := l.Decisions(t.Context())
			if err != nil || all[0].Lost != c.lost {
				t.Errorf("history %+v, error %v; want lost %v", all[0], err, c.lost)
			}
			undo(t, l, true)
			want := []string{quarrelled}
			if c.lost {
				want = nil
			} else if c.findings[0].Text != second {
				want = []string{`JP-RS cooperation  "Japan and Serbia quarrelled"`}
			}
			sees(t, l, want...)
		})
	}
}

func TestEvidenceIsSplitInOneStep(t *testing.T) {
	l := judged(t)
	_, err := l.Edit(t.Context(), 1, statement("Serbia and Japan", "JP", "RS"), statement("signed a treaty.", "JP", "RS"))
	if err != nil {
		t.Fatal(err)
	}
	sees(t, l, `JP-RS conflict accepted "Serbia and Japan" edited`, `JP-RS conflict accepted "signed a treaty." added`, quarrelled)
	undo(t, l, true)
	sees(t, l, signed, quarrelled)
	undo(t, l, false)
}

func TestEvidenceIsAddedByHandAndKeepsItsNumber(t *testing.T) {
	l := judged(t)
	if _, err := l.AddEvidence(t.Context(), 1, statement("Serbia paid.", "RS", "US")); err != nil {
		t.Fatal(err)
	}
	added := `RS-US conflict accepted "Serbia paid." added`
	sees(t, l, signed, quarrelled, added)
	_, f, _ := l.Article(t.Context(), 1)
	before := f.Evidence
	decide(t, l, before[0].ID, data.Rejected)
	_, f, _ = l.Article(t.Context(), 1)
	for i := range before {
		if f.Evidence[i].ID != before[i].ID {
			t.Errorf("evidence %d is now %d", before[i].ID, f.Evidence[i].ID)
		}
	}
	if err := l.Rescan(t.Context(), 1, data.Findings{}, "2"); err != nil {
		t.Fatal(err)
	}
	sees(t, l, added)
	if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: []data.Evidence{evidence(treaty, "Serbia paid.", "RS", "US")}}, "3"); err != nil {
		t.Fatal(err)
	}
	sees(t, l, `RS-US conflict accepted "Serbia paid." edited`)
}

func TestWhatCannotBeSaidIsRefused(t *testing.T) {
	l := judged(t)
	for name, change := range map[string]func(*data.Statement){
		"other words":     func(s *data.Statement) { s.Text = "Serbia won." },
		"one party":       func(s *data.Statement) { s.Pair = data.Pair{"RS", "RS"} },
		"a stranger acts": func(s *data.Statement) { s.From = "US" },
		"no field":        func(s *data.Statement) { s.Fields = nil },
		"an unknown one":  func(s *data.Statement) { s.Fields = []data.Field{"sport"} },
		"mixed":           func(s *data.Statement) { s.Stance = data.Mixed },
		"no day":          func(s *data.Statement) { s.When = "2024-02-31" },
		"a figure of none": func(s *data.Statement) {
			s.Figures = []data.Figure{{Passage: data.Passage{Text: "5"}, Value: 5}}
		},
		"what stands there": func(s *data.Statement) { s.Passage = passageIn(treaty, "Serbia and Japan signed a treaty.") },
	} {
		s := statement("Serbia paid.", "JP", "RS")
		change(&s)
		if _, err := l.AddEvidence(t.Context(), 1, s); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("%s: error %v, want data.ErrInvalid", name, err)
		}
	}
	if _, err := l.Edit(t.Context(), 99, statement("Serbia paid.", "JP", "RS")); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("no such evidence: error %v", err)
	}
	if _, err := l.Edit(t.Context(), 1); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("an edit that says nothing: error %v", err)
	}
	if _, err := l.GradeSource(t.Context(), "", "A"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("the grade of nobody: error %v", err)
	}
	if _, err := l.GradeItem(t.Context(), 1, "B"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("a source's grade for an article: error %v", err)
	}
	sees(t, l, signed, quarrelled)
	undo(t, l, false)
}

func TestANoteStaysWithTheWords(t *testing.T) {
	l := judged(t)
	if _, err := l.Note(t.Context(), 1, " Ask Mira about this. "); err != nil {
		t.Fatal(err)
	}
	noted := `JP-RS cooperation  "Serbia and Japan signed a treaty."  Ask Mira about this.`
	sees(t, l, noted, quarrelled)
	if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: []data.Evidence{evidence(treaty, "Serbia and Japan signed a treaty.", "JP", "RS")}}, "2"); err != nil {
		t.Fatal(err)
	}
	sees(t, l, noted)
	undo(t, l, true)
	sees(t, l, signed)
}

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
		c, err := l.Corrections(t.Context(), a.Hash())
		if err != nil {
			t.Fatal(err)
		}
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
	c, err := l.Corrections(t.Context(), a.Article.Hash())
	if err != nil {
		t.Fatal(err)
	}
	a.State = c.State
	add(t, l, a)
	stale(4)
	whole(t, l)
}

func TestFurnitureIsMarkedAndTheReverse(t *testing.T) {
	l := fresh(t)
	item := article("Menu Home. Serbia and Japan signed. Read also this.")
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
	if _, err := l.Furnish(t.Context(), 1, passageIn(text, "Read also this.").Span, data.ByHand); err != nil {
		t.Fatal(err)
	}
	omitted("Menu Home. navigation", "Read also this. person")
	if got := found(t, l, "also", store.SearchOptions{}); len(got) != 0 {
		t.Errorf("search finds furniture in %v", got)
	}
	if _, err := l.Furnish(t.Context(), 1, passageIn(text, "Home.").Span, ""); err != nil {
		t.Fatal(err)
	}
	omitted("Menu  navigation", "Read also this. person")
	if got := found(t, l, "Home", store.SearchOptions{}); len(got) != 1 {
		t.Errorf("search finds what is no furniture any more in %v", got)
	}
	undo(t, l, true)
	undo(t, l, true)
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
		var got []string
		for _, info := range infos {
			got = append(got, info.Grade.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("grades %v, want %v", got, want)
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

func TestUndoGoesBackToAStep(t *testing.T) {
	l := judged(t)
	decide(t, l, 1, data.Accepted)
	second := decide(t, l, 2, data.Rejected)
	if _, err := l.Note(t.Context(), 1, "later"); err != nil {
		t.Fatal(err)
	}
	if u, r, err := l.Turns(t.Context()); !u || r || err != nil {
		t.Errorf("turns %v %v, error %v", u, r, err)
	}
	if d, ok, err := l.UndoTo(t.Context(), second.Step); !ok || err != nil || d.ID != second.ID {
		t.Errorf("undone %+v %v, error %v", d, ok, err)
	}
	expect(t, l, data.Accepted, "")
	if u, r, err := l.Turns(t.Context()); !u || !r || err != nil {
		t.Errorf("turns %v %v, error %v", u, r, err)
	}
	redo(t, l, true)
	expect(t, l, data.Accepted, data.Rejected)
	redo(t, l, true)
	redo(t, l, false)
}

func TestDoubtsAreTheLeastSureThatNobodyJudged(t *testing.T) {
	l := judged(t)
	sure := evidence(treaty, "Serbia and Japan signed a treaty.", "JP", "RS")
	vague := evidence(treaty, "Serbia paid.", "JP", "RS")
	sure.Confidence, vague.Confidence = 0.9, 0.55
	if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: []data.Evidence{sure, vague}}, "2"); err != nil {
		t.Fatal(err)
	}
	doubts := func(want ...string) (first int64) {
		t.Helper()
		all, err := l.Doubts(t.Context(), data.Filter{}, 10)
		var got []string
		for _, d := range all {
			words, _ := d.Span.In(treaty)
			got = append(got, words)
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("doubts %q, error %v; want %q", got, err, want)
		}
		return all[0].ID
	}
	decide(t, l, doubts(vague.Text, sure.Text), data.Accepted)
	doubts(sure.Text)
}
