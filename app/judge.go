package app

import (
	"context"
	"errors"
	"fmt"

	"entente/data"
	"entente/data/store"
)

// Judge is the part of a library that takes down what people say. *store.Library is one.
type Judge interface {
	Decide(context.Context, int64, data.Verdict) (data.Decision, error)
	Edit(context.Context, int64, ...data.Statement) (data.Decision, error)
	AddEvidence(context.Context, int64, data.Statement) (data.Decision, error)
	Note(context.Context, int64, string) (data.Decision, error)
	Correct(context.Context, int64, data.Correction, data.Party) (data.Decision, error)
	Furnish(context.Context, int64, data.Span, data.Reason) (data.Decision, error)
	GradeSource(context.Context, string, string) (data.Decision, error)
	GradeItem(context.Context, int64, string) (data.Decision, error)
	Join(context.Context, int64, int64) (data.Decision, error)
	Unfold(context.Context, int64) (data.Decision, error)
	Remove(context.Context, []int64) error
	Purge(context.Context) (int, error)
	Undo(context.Context) (data.Decision, bool, error)
	Redo(context.Context) (data.Decision, bool, error)
	UndoCame(context.Context) (data.Decision, bool, error)
	UndoTo(context.Context, int64) (data.Decision, bool, error)
	Turns(context.Context) (undo, redo bool, err error)
	Asked(context.Context) (bool, error)
	Decisions(context.Context) ([]store.Judged, error)
}

// Decide records what a person says of a piece of evidence.
func (s *Session) Decide(evidence int64, v data.Verdict) {
	s.say("decide", func(ctx context.Context, l Library) (data.Decision, error) { return l.Decide(ctx, evidence, v) }, nil)
}

// Edit changes what a piece of evidence says; several statements split it. told, which may be nil, is told what was recorded.
func (s *Session) Edit(evidence int64, into []data.Statement, told func(data.Decision)) {
	s.say("edit", func(ctx context.Context, l Library) (data.Decision, error) { return l.Edit(ctx, evidence, into...) }, told)
}

// AddEvidence records what a person found in an article.
func (s *Session) AddEvidence(article int64, what data.Statement, told func(data.Decision)) {
	s.say("add evidence", func(ctx context.Context, l Library) (data.Decision, error) {
		return l.AddEvidence(ctx, article, what)
	}, told)
}

// Note writes a person's words about a piece of evidence.
func (s *Session) Note(evidence int64, note string, told func(data.Decision)) {
	s.say("note", func(ctx context.Context, l Library) (data.Decision, error) { return l.Note(ctx, evidence, note) }, told)
}

// Correct records what words name; before is what they were taken for.
func (s *Session) Correct(article int64, c data.Correction, before data.Party, told func(data.Decision)) {
	s.say("correct", func(ctx context.Context, l Library) (data.Decision, error) {
		return l.Correct(ctx, article, c, before)
	}, told)
}

// Furnish marks a part of an article as furniture, or with an empty reason as none.
func (s *Session) Furnish(article int64, span data.Span, r data.Reason, told func(data.Decision)) {
	s.say("mark furniture", func(ctx context.Context, l Library) (data.Decision, error) {
		return l.Furnish(ctx, article, span, r)
	}, told)
}

// GradeSource grades a publisher, GradeItem an article; neither says anything of the other.
func (s *Session) GradeSource(publisher, grade string) {
	s.say("grade source", func(ctx context.Context, l Library) (data.Decision, error) {
		return l.GradeSource(ctx, publisher, grade)
	}, nil)
}

// GradeItem grades an article.
func (s *Session) GradeItem(article int64, grade string) {
	s.say("grade article", func(ctx context.Context, l Library) (data.Decision, error) {
		return l.GradeItem(ctx, article, grade)
	}, nil)
}

// Join makes the reports of two articles one; Unfold makes an article a report of its own.
func (s *Session) Join(article, with int64, told func(data.Decision)) {
	s.say("join reports", func(ctx context.Context, l Library) (data.Decision, error) { return l.Join(ctx, article, with) }, told)
}

// Unfold makes an article a report of its own.
func (s *Session) Unfold(article int64, told func(data.Decision)) {
	s.say("unfold report", func(ctx context.Context, l Library) (data.Decision, error) { return l.Unfold(ctx, article) }, told)
}

// Remove takes an article out of sight; Undo brings it back.
func (s *Session) Remove(article int64) {
	if s.route.Article == article {
		s.Go(Route{Pair: s.route.Pair, Country: s.route.Country})
	}
	s.change("remove article", func(ctx context.Context, l Library) error { return l.Remove(ctx, []int64{article}) }, nil)
}

// Purge deletes the removed articles for good and tells how many there were.
func (s *Session) Purge(told func(int)) {
	n := 0
	s.change("delete removed articles", func(ctx context.Context, l Library) (err error) {
		n, err = l.Purge(ctx)
		return err
	}, func() { told(n) })
}

// Undo takes the last decision back and hands it to told; ok is false where there is none. Redo is its reverse.
func (s *Session) Undo(told func(d data.Decision, ok bool)) { s.turn("undo", Library.Undo, told) }

// Redo makes the decision that was undone last hold again.
func (s *Session) Redo(told func(d data.Decision, ok bool)) { s.turn("redo", Library.Redo, told) }

// UndoImport takes back the import that came last; ok is false where something was decided since.
func (s *Session) UndoImport(told func(d data.Decision, ok bool)) {
	s.turn("undo", Library.UndoCame, told)
}

// UndoTo takes back a step and all that came after it.
func (s *Session) UndoTo(step int64, told func(d data.Decision, ok bool)) {
	s.turn("undo", func(l Library, ctx context.Context) (data.Decision, bool, error) { return l.UndoTo(ctx, step) }, told)
}

func (s *Session) turn(what string, fn func(Library, context.Context) (data.Decision, bool, error), told func(data.Decision, bool)) {
	var d data.Decision
	var ok, gone bool
	read := s.route.Article
	s.change(what, func(ctx context.Context, l Library) (err error) {
		d, ok, err = fn(l, ctx)
		if ok && read != 0 && d.Action.OnSight() {
			_, _, missing := l.Article(ctx, read)
			gone = errors.Is(missing, data.ErrNotFound)
		}
		return err
	}, func() {
		if gone && s.route.Article == read {
			s.Go(Route{Pair: s.route.Pair, Country: s.route.Country})
		}
		told(d, ok)
	})
}

// say records one decision.
func (s *Session) say(what string, fn func(context.Context, Library) (data.Decision, error), told func(data.Decision)) {
	var d data.Decision
	s.change(what, func(ctx context.Context, l Library) (err error) {
		d, err = fn(ctx, l)
		return err
	}, func() {
		if told != nil {
			told(d)
		}
	})
}

// change runs what changes the library, one after the other, and then shows the result and calls then, which may be nil.
// Where articles have to be read again for it, Reread is called.
func (s *Session) change(what string, fn func(context.Context, Library) error, then func()) {
	lib := s.lib
	if lib == nil {
		return
	}
	s.queue = append(s.queue, func() {
		ctx := context.Background()
		asked := false
		err := fn(ctx, lib)
		if err == nil {
			asked, err = lib.Asked(ctx)
		}
		s.o.Post(func() {
			switch {
			case err != nil:
				s.fail(fmt.Errorf("%s: %w", what, err))
			case s.lib == lib:
				s.changed(then, asked)
			}
			if s.queue = s.queue[1:]; len(s.queue) > 0 {
				s.o.Spawn(s.queue[0])
			}
		})
	})
	if len(s.queue) == 1 {
		s.o.Spawn(s.queue[0])
	}
}

func (s *Session) changed(then func(), asked bool) {
	s.Reload()
	if then != nil {
		then()
	}
	if asked && s.o.Reread != nil {
		s.o.Reread()
	}
}
