package window

import (
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

// decisions is the dialog with the history of decisions, the newest first.
type decisions struct {
	w      *Window
	dialog dialog.Dialog
	all    []store.Judged
	list   *widget.List
	chosen int // of all, -1 for none
	undo   *widget.Button
	read   *widget.Button
}

// showHistory shows who decided what, and when.
func (w *Window) showHistory() {
	lib := w.session.Library()
	if lib == nil {
		return
	}
	w.o.Spawn(func() {
		all, err := lib.Decisions(background())
		w.o.Post(func() {
			switch {
			case err != nil:
				w.fail(err)
			case w.session.Library() != lib:
			case len(all) == 0:
				w.tell(w.say.Say("menu.history"), w.say.Say("history.none"))
			default:
				slices.Reverse(all)
				newDecisions(w, all)
			}
		})
	})
}

func newDecisions(w *Window, all []store.Judged) {
	h := &decisions{w: w, all: all, chosen: -1}
	h.list = widget.NewList(func() int { return len(h.all) }, func() fyne.CanvasObject { return newDecisionItem() },
		func(id widget.ListItemID, o fyne.CanvasObject) { h.fill(o.(*fyne.Container), &h.all[id]) })
	h.list.OnSelected = h.choose
	h.undo = widget.NewButtonWithIcon(w.say.Say("history.undo"), theme.ContentUndoIcon(), h.undoTo)
	h.read = widget.NewButtonWithIcon(w.say.Say("article.open"), theme.FileTextIcon(), h.open)
	h.undo.Disable()
	h.read.Disable()
	size := w.win.Canvas().Size()
	body := container.NewBorder(quiet(w.say.Count("history.count", len(all))), container.NewHBox(h.undo, h.read), nil, nil, h.list)
	h.dialog = w.message(w.say.Say("menu.history"), container.New(boxed{fyne.NewSize(min(680, size.Width-80), min(560, size.Height-180))}, body))
	slog.Debug("history shown", "decisions", len(all))
}

// boxed gives its object a size.
type boxed struct{ size fyne.Size }

func (b boxed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (b boxed) MinSize([]fyne.CanvasObject) fyne.Size { return b.size }

// newDecisionItem is a line of the list: what was done, what it changed, and when and where.
func newDecisionItem() fyne.CanvasObject {
	what, change, where := widget.NewLabel(""), caption(""), caption("")
	for _, l := range []*widget.Label{what, change, where} {
		l.Truncation = fyne.TextTruncateEllipsis
	}
	return container.New(tight{}, what, change, where)
}

func (h *decisions) fill(item *fyne.Container, j *store.Judged) {
	w := h.w
	what, change, where := item.Objects[0].(*widget.Label), item.Objects[1].(*widget.Label), item.Objects[2].(*widget.Label)
	deed := w.deed(j.Decision)
	what.Importance = widget.MediumImportance
	switch {
	case j.Undone:
		deed = w.say.Say("history.undone", "what", deed)
		what.Importance = widget.LowImportance
	case j.Lost:
		deed = w.say.Say("history.lost", "what", deed)
		what.Importance = widget.WarningImportance
	}
	what.SetText(deed)
	before, after := w.valueOf(j, j.Before), w.valueOf(j, j.After)
	if j.Action == data.ActEdit {
		before, after = w.changeWords(j.Before, j.After)
	}
	change.SetText(w.say.Say("history.change", "before", before, "after", after))
	who := j.Who
	if who == "" {
		who = w.say.Say("history.somebody")
	}
	where.SetText(w.say.Say("history.when", "when", w.say.Date(j.Made.Local().Format("2006-01-02")), "time", j.Made.Local().Format("15:04"),
		"who", who, "title", j.Title))
}

// valueOf writes what a decision set or replaced.
func (w *Window) valueOf(j *store.Judged, value string) string {
	switch j.Action {
	case data.ActRemove, data.ActRestore, data.ActImport:
		return w.say.Say("value." + value)
	case data.ActJoin, data.ActUnfold:
		return w.say.Say("value.report")
	case data.ActNote:
		if value == "" {
			return w.say.Say("value.nothing")
		}
	}
	return w.valueWords(j.Action, value)
}

func (h *decisions) choose(id widget.ListItemID) {
	h.chosen = id
	j := &h.all[id]
	able(h.undo, !j.Undone && h.w.writable())
	able(h.read, j.ArticleID != 0)
}

// undoTo takes back the chosen decision and all that came after it.
func (h *decisions) undoTo() {
	if h.chosen >= 0 {
		h.w.session.UndoTo(h.all[h.chosen].Step, func(d data.Decision, ok bool) { h.w.turned("undo", d, ok) })
		h.dialog.Hide()
	}
}

// open reads the article of the chosen decision, at its words.
func (h *decisions) open() {
	if h.chosen >= 0 {
		j := &h.all[h.chosen]
		h.w.session.Go(app.Route{Pair: j.Pair, Article: j.ArticleID, Span: j.Span})
		h.dialog.Hide()
	}
}
