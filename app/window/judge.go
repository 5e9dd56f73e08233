package window

import (
	"log/slog"

	"entente/data"
)

// undo takes back the last thing that a person decided or removed, and tells what that was.
func (w *Window) undo() { w.session.Undo(func(d data.Decision, ok bool) { w.turned("undo", d, ok) }) }

// redo makes it hold again.
func (w *Window) redo() { w.session.Redo(func(d data.Decision, ok bool) { w.turned("redo", d, ok) }) }

func (w *Window) turned(what string, d data.Decision, ok bool) {
	slog.Debug(what, "action", d.Action, "pair", d.Pair, "ok", ok)
	if !ok {
		w.toast.show(w.say.Say(what+".nothing"), "", nil)
		return
	}
	switch d.Action {
	case "verdict":
		w.toast.show(w.say.Say(what+".verdict", "tie", w.pairName(d.Pair)), "", nil)
	case "remove":
		w.toast.show(w.say.Say(what+".remove"), "", nil)
	case "restore":
		w.toast.show(w.say.Say(what+".restore"), "", nil)
	}
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
	w.toast.show(w.say.Say("remove.done"), w.say.Say("menu.undo"), w.undo)
}
