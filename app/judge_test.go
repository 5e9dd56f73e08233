package app_test

import (
	"context"
	"testing"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

func TestASessionTakesDownWhatAPersonSaysAndUndoesIt(t *testing.T) {
	d := newDesk(t)
	lib := d.lib
	if l := d.session.Listing(); l.Undo || l.Redo {
		t.Fatalf("a new library has something to undo: %+v", l)
	}
	_, f, err := lib.Article(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	e := f.Evidence[0]
	say := e.Statement()
	say.Stance = data.Conflict
	var told data.Decision
	d.session.Edit(e.ID, []data.Statement{say}, func(x data.Decision) { told = x })
	d.settle()
	if told.Action != data.ActEdit {
		t.Errorf("told %+v", told)
	}
	d.session.Note(e.ID, "look again", nil)
	d.session.GradeItem(1, "2")
	d.settle()
	d.session.Go(app.Route{Article: 1})
	d.settle()
	detail := d.session.Detail()
	if got := detail.Findings.Evidence[0]; got.Stance != data.Conflict || got.Note != "look again" || detail.Info.Grade.String() != "F2" {
		t.Errorf("evidence %+v, article %+v", got, detail.Info)
	}
	d.session.UndoTo(told.Step, func(x data.Decision, ok bool) { told = x })
	d.settle()
	detail = d.session.Detail()
	if got := detail.Findings.Evidence[0]; got.Stance != e.Stance || got.Note != "" || detail.Info.Grade.Graded() || !told.Undone {
		t.Errorf("after undo: evidence %+v, article %+v, told %+v", got, detail.Info, told)
	}
	if l := d.session.Listing(); l.Undo || !l.Redo {
		t.Errorf("what can be undone or redone is wrong: %v %v", l.Undo, l.Redo)
	}
}

func TestACorrectionAsksForItsArticlesToBeReadAgain(t *testing.T) {
	asked := 0
	d := newDesk(t)
	d.session = app.NewSession(app.SessionOptions{
		Post:   func(f func()) { d.queue = append(d.queue, f) },
		Spawn:  func(f func()) { d.beside = append(d.beside, f) },
		Reread: func() { asked++ },
	})
	lib := d.lib
	d.session.SetLibrary(lib)
	d.settle()
	a, f, err := lib.Article(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	d.session.Decide(f.Evidence[0].ID, data.Accepted)
	d.settle()
	if asked != 0 {
		t.Error("a verdict asks for a new reading")
	}
	m := f.Mentions
	var words data.Passage
	if len(m) > 0 {
		words = m[0].Passage
	} else {
		words = data.PassageOf(a.Text, data.Span{End: 5})
	}
	d.session.Correct(1, data.Correction{Passage: words, Scope: data.Once}, "RS", nil)
	d.settle()
	d.session.Undo(func(data.Decision, bool) {})
	d.settle()
	if asked != 2 {
		t.Errorf("asked %d times for a new reading, want 2", asked)
	}
}

func TestDoubtsAreThoseUnderTheFilter(t *testing.T) {
	lib := shelf(t)
	all, err := app.Doubts(context.Background(), lib, data.Filter{})
	if err != nil || len(all) == 0 {
		t.Fatalf("doubts %v, error %v", all, err)
	}
	var l app.Library = lib
	if _, err := l.Decide(t.Context(), all[0].ID, data.Rejected); err != nil {
		t.Fatal(err)
	}
	rest, err := app.Doubts(context.Background(), lib, data.Filter{Articles: []int64{all[0].Article}, Decision: data.OnlyRejected})
	for _, d := range rest {
		if d == (store.Doubt{}) || d.ID == all[0].ID || d.Article != all[0].Article {
			t.Errorf("doubt %+v", d)
		}
	}
	if err != nil {
		t.Error(err)
	}
}
