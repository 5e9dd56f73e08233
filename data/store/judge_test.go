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

func TestCorrectingAFigureSettlesADispute(t *testing.T) {
	l := judged(t)
	first, second := evidence(treaty, "Serbia and Japan signed a treaty.", "JP", "RS"), evidence(treaty, "Later Japan and Serbia quarrelled.", "JP", "RS")
	first.Figures = []data.Figure{{Passage: first.Passage, Value: 3, Unit: "EUR", About: "aid", Dispute: true}}
	second.Figures = []data.Figure{{Passage: second.Passage, Value: 4, Unit: "EUR", About: "aid", Dispute: true}}
	if err := l.Rescan(t.Context(), 1, data.Findings{Evidence: []data.Evidence{first, second}}, "2"); err != nil {
		t.Fatal(err)
	}
	disputed := func(want bool) data.Evidence {
		t.Helper()
		whole(t, l)
		tie, err := l.Tie(t.Context(), data.PairOf("JP", "RS"), data.Filter{})
		if err != nil || tie.Disputed != want || tie.Evidence[0].Figures[0].Dispute != want || tie.Evidence[1].Figures[0].Dispute != want {
			t.Errorf("tie %+v, error %v; want disputed %v", tie, err, want)
		}
		return tie.Evidence[0]
	}
	e := disputed(true)
	s := e.Statement()
	s.Figures = []data.Figure{{Passage: s.Passage, Value: 4, Unit: "EUR", About: "aid"}}
	if _, err := l.Edit(t.Context(), e.ID, s); err != nil {
		t.Fatal(err)
	}
	disputed(false)
	undo(t, l, true)
	disputed(true)
}
