package window

import (
	"log/slog"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
	"entente/data/text"
)

// undo takes back the last thing that a person decided or removed, and tells what that was.
func (w *Window) undo() { w.session.Undo(func(d data.Decision, ok bool) { w.turned("undo", d, ok) }) }

// undoImport takes the articles out again that came last, unless something was decided since: then that comes first.
func (w *Window) undoImport() {
	w.session.UndoImport(func(d data.Decision, ok bool) {
		if !ok {
			w.toast.show(w.say.Say("undo.since"))
			return
		}
		w.turned("undo", d, ok)
	})
}

// redo makes it hold again.
func (w *Window) redo() { w.session.Redo(func(d data.Decision, ok bool) { w.turned("redo", d, ok) }) }

func (w *Window) turned(what string, d data.Decision, ok bool) {
	slog.Debug(what, "action", d.Action, "pair", d.Pair, "ok", ok)
	if !ok {
		w.toast.show(w.say.Say(what + ".nothing"))
		return
	}
	w.toast.show(w.say.Say(what+".did", "what", w.deed(d)))
	if w.panel != nil {
		w.panel.review.turned(d)
	}
}

// judged tells what was decided, with a way back.
func (w *Window) judged(d data.Decision) {
	if d.ID == 0 {
		w.toast.show(w.say.Say("judge.same"))
		return
	}
	slog.Debug("judged", "action", d.Action, "pair", d.Pair, "before", d.Before, "after", d.After)
	w.toast.show(w.deed(d), offer{w.say.Say("menu.undo"), w.undo})
}

// deed says in a few words what a person did.
func (w *Window) deed(d data.Decision) string {
	if d.Action == data.ActVerdict && d.After == "" {
		return w.say.Say("did.verdict.none", "tie", w.pairName(d.Pair))
	}
	if d.Action == data.ActImport {
		n, _ := strconv.Atoi(d.Subject)
		return w.say.Count("did.import", n)
	}
	key := "did." + string(d.Action)
	if d.Action == data.ActVerdict {
		key = "did.verdict." + d.After
	}
	words := d.Subject
	if words == "" {
		words = head(text.Plain(d.Text), 40)
	}
	tie := ""
	if d.Pair.Valid() {
		tie = w.pairName(d.Pair)
	}
	return w.say.Say(key, "tie", tie, "words", words, "after", w.valueWords(d.Action, d.After))
}

// removeArticle removes the article that is read.
func (w *Window) removeArticle() { w.remove(w.session.Route().Article) }

// remove takes an article out of sight at once, without a question: it can be undone.
func (w *Window) remove(article int64) {
	if article == 0 {
		return
	}
	slog.Debug("article removed", "article", article)
	w.session.Remove(article)
	w.toast.show(w.say.Say("remove.done"), offer{w.say.Say("menu.undo"), w.undo})
}

// purge asks whether what was removed is to be deleted for good, and does it.
func (w *Window) purge() {
	lib := w.library()
	if lib == nil {
		return
	}
	w.o.Spawn(func() {
		stats, err := lib.Stats(background())
		w.o.Post(func() {
			switch {
			case err != nil:
				w.fail(err)
			case w.library() != lib:
			case stats.Removed == 0:
				w.tell(w.say.Say("menu.purge"), w.say.Say("purge.nothing"))
			default:
				f := w.ask("purge.title", "purge.yes", 420, wrapped(w.say.Count("purge.question", stats.Removed), 420), func() string {
					w.session.Purge(func(n int) { w.toast.show(w.say.Count("purge.done", n)) })
					return ""
				})
				f.dangerous()
			}
		})
	})
}

// readAsked reads the articles again that a decision asks for. Where something else is under way, it waits for that.
func (w *Window) readAsked() {
	lib := w.library()
	switch {
	case lib == nil || w.scanner == nil:
	case w.running != nil:
		w.o.After(learnAfter, w.readAsked)
	default:
		w.rescan(lib, app.Rescan, "")
	}
}

// writable says whether the library takes decisions.
func (w *Window) writable() bool {
	l := w.session.Library()
	return l != nil && !l.ReadOnly()
}

// target is the passage that the keys act upon: the one that is lit in the reader, or the one with the focus in the panel.
func (w *Window) target() (e data.Evidence, ok bool) {
	if w.panel == nil {
		return e, false
	}
	if w.panel.shown.Article != 0 {
		if m, lit := w.panel.reader.Lit(); lit {
			return w.piece(m.ID)
		}
		return e, false
	}
	for _, c := range w.panel.tie.cards {
		if c.row == w.win.Canvas().Focused() {
			return c.evidence, true
		}
	}
	return e, false
}

// piece gives a piece of evidence of what is looked at.
func (w *Window) piece(id int64) (e data.Evidence, ok bool) {
	d := w.session.Detail()
	for _, list := range [][]data.Evidence{d.Findings.Evidence, d.Passages} {
		for i := range list {
			if list[i].ID == id {
				return list[i], true
			}
		}
	}
	return e, false
}

// onTarget makes an action of something to do with the passage that the keys act upon.
func (w *Window) onTarget(do func(data.Evidence)) func() {
	return func() {
		if e, ok := w.target(); ok {
			do(e)
		}
	}
}

// canJudge says whether there is a passage that the keys act upon, and it may be changed.
func (w *Window) canJudge() bool {
	_, ok := w.target()
	return ok && w.writable()
}

// judge records a verdict on a passage. Where that is the one under review, the review goes on, as by its keys.
func (w *Window) judge(e data.Evidence, v data.Verdict) {
	if r := w.panel.review; r.asks(e) {
		r.decide(v)
		return
	}
	w.decide(e.ID, v)
}

// correct asks what a passage says, in a review as by its keys.
func (w *Window) correct(e data.Evidence) {
	if r := w.panel.review; r.asks(e) {
		r.edit()
		return
	}
	w.editPassage(e, func() {})
}

// judgeMenu offers what can be done with a passage.
func (w *Window) judgeMenu(e data.Evidence) []*fyne.MenuItem {
	item := func(key string, do func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(w.say.Say(key), do)
		i.Disabled = !w.writable()
		return i
	}
	accept := item("passage.menu.accept", func() { w.judge(e, data.Accepted) })
	reject := item("passage.menu.reject", func() { w.judge(e, data.Rejected) })
	switch e.Decision {
	case data.Accepted:
		accept = item("passage.unaccept", func() { w.decide(e.ID, data.Undecided) })
	case data.Rejected:
		reject = item("passage.unreject", func() { w.decide(e.ID, data.Undecided) })
	}
	why := fyne.NewMenuItem(w.say.Say("menu.why"), func() { w.showWhy(e) })
	items := []*fyne.MenuItem{accept, reject, fyne.NewMenuItemSeparator(),
		item("menu.edit.passage", func() { w.correct(e) }), item("menu.note", func() { w.notePassage(e) }),
		item("menu.split", func() { w.splitPassage(e) })}
	if e.Hand == data.Edited && e.Before != nil {
		before := e.Before.Statement()
		items = append(items, item("passage.menu.asfound", func() {
			w.session.Edit(e.ID, []data.Statement{before}, w.judged)
		}))
	}
	return append(items, fyne.NewMenuItemSeparator(), why)
}

// dangerous marks what a form does as something that cannot be undone.
func (f *form) dangerous() {
	f.yes.Importance = widget.DangerImportance
	f.yes.Refresh()
}
