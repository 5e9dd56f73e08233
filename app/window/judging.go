package window

import (
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/look"
	"entente/data"
	"entente/data/text"
)

// formWidth is the width of forms about passages.
const formWidth = 560

// editPassage asks what a passage says, and records it.
func (w *Window) editPassage(e data.Evidence, then func()) {
	f := newStatementForm(w, e.Statement())
	body := container.NewVBox(f.object)
	if e.Before != nil {
		was := quiet(w.say.Say("edit.before", "statement", w.statementWords(e.Before)))
		body.Add(was)
	}
	asked := w.ask("edit.title", "edit.save", w.formRoom(), body, func() string {
		s, problem := f.statement()
		if problem == "" {
			w.session.Edit(e.ID, []data.Statement{s}, func(d data.Decision) { w.judged(d); then() })
		}
		return problem
	})
	f.leadTo(asked)
	w.win.Canvas().Focus(f.a)
	slog.Debug("form opened", "what", "edit", "evidence", e.ID)
}

// formRoom is the width of a form in the window as it is.
func (w *Window) formRoom() float32 { return min(look.Fit(formWidth), w.win.Canvas().Size().Width-120) }

// addEvidence asks what the selected words say, and adds them to the evidence.
func (w *Window) addEvidence() {
	words, ok := w.panel.reader.Selected()
	article := w.session.Route().Article
	if !ok || article == 0 {
		w.toast.show(w.say.Say("add.nothing"))
		return
	}
	f := newStatementForm(w, w.guess(words))
	asked := w.ask("add.title", "add.save", w.formRoom(), f.object, func() string {
		s, problem := f.statement()
		if problem == "" && w.known(s) {
			problem = w.say.Say("add.known")
		}
		if problem == "" {
			w.session.AddEvidence(article, s, func(d data.Decision) {
				w.panel.reader.Select(data.Span{})
				w.judged(d)
			})
		}
		return problem
	})
	f.leadTo(asked)
	w.win.Canvas().Focus(f.a)
	slog.Debug("form opened", "what", "add", "words", words.Text)
}

// guess is what words may say: the countries that are named in them, else those of the tie that is looked at.
func (w *Window) guess(words data.Passage) data.Statement {
	d := w.session.Detail()
	s := data.Statement{Passage: words, Stance: data.Cooperation, Modality: data.Done, Fields: []data.Field{data.Diplomacy}}
	var named []data.Party
	for i := range d.Findings.Mentions {
		m := &d.Findings.Mentions[i]
		if words.Overlaps(m.Span) && (len(named) == 0 || named[0] != m.Country) && len(named) < 2 {
			named = append(named, m.Country)
		}
	}
	switch {
	case len(named) == 2:
		s.Pair = data.Pair{named[0], named[1]}
	case len(named) == 1 && d.Route.Pair.Has(named[0]) || len(named) == 0:
		s.Pair = d.Route.Pair
	default:
		s.Pair[0] = named[0]
	}
	return s
}

// known says whether the article has evidence for the same pair on the same words.
func (w *Window) known(s data.Statement) bool {
	evidence := w.session.Detail().Findings.Evidence
	for i := range evidence {
		if evidence[i].Span == s.Span && evidence[i].Pair == s.Pair {
			return true
		}
	}
	return false
}

// notePassage asks for a note on a passage.
func (w *Window) notePassage(e data.Evidence) {
	entry := newNoteEntry()
	entry.SetText(e.Note)
	entry.SetMinRowsVisible(4)
	entry.SetPlaceHolder(w.say.Say("note.hint"))
	quote := quiet(w.say.Say("statement.words", "words", text.Plain(e.Text)))
	body := container.NewVBox(container.NewStack(tinted(), quote), entry)
	asked := w.ask("note.title", "note.save", min(look.Fit(460), w.formRoom()), body, func() string {
		w.session.Note(e.ID, entry.Text, w.judged)
		return ""
	})
	entry.escaped, entry.OnSubmitted = asked.dialog.Hide, func(string) { asked.submit() }
	w.win.Canvas().Focus(entry)
	slog.Debug("form opened", "what", "note", "evidence", e.ID)
}

// splitWords is how many letters are shown before and after a cut.
const splitWords = 32

// splitPassage asks where a passage is to be cut into pieces of evidence of their own.
func (w *Window) splitPassage(e data.Evidence) {
	cuts := places(e.Text)
	if len(cuts) == 0 {
		w.toast.show(w.say.Say("split.nothing"))
		return
	}
	checks := make([]*formTick, len(cuts))
	list := container.NewVBox()
	for i, at := range cuts {
		before, after := tail(text.Plain(e.Text[:at]), splitWords), head(text.Plain(e.Text[at:]), splitWords)
		checks[i] = newFormTick(w, w.say.Say("split.at", "before", before, "after", after))
		list.Add(container.New(dense{}, checks[i]))
	}
	quote := quiet(w.say.Say("statement.words", "words", text.Plain(e.Text)))
	body := container.NewVBox(container.NewStack(tinted(), quote), quiet(w.say.Say("split.hint")), list)
	w.ask("split.title", "split.save", w.formRoom(), body, func() string {
		var at []int
		for i, c := range checks {
			if c.Checked {
				at = append(at, cuts[i])
			}
		}
		if len(at) == 0 {
			return w.say.Say("split.none")
		}
		w.session.Edit(e.ID, cutAt(e.Statement(), at), w.judged)
		return ""
	})
	slog.Debug("form opened", "what", "split", "evidence", e.ID)
}

// places gives where a passage may be cut: after a mark within it, and before words that join clauses.
func places(words string) (at []int) {
	for i := 1; i < len(words)-1; i++ {
		mark := strings.IndexByte(",;:.!?", words[i-1]) >= 0 && words[i] == ' '
		joins := words[i] == ' ' && (strings.HasPrefix(words[i:], " and ") || strings.HasPrefix(words[i:], " but ") ||
			strings.HasPrefix(words[i:], " while ") || strings.HasPrefix(words[i:], "\nand "))
		if (mark || joins) && len(strings.TrimSpace(words[:i])) > 8 && len(strings.TrimSpace(words[i:])) > 8 {
			at = append(at, i+1)
		}
	}
	return at
}

// cutAt cuts a statement at bytes of its passage. Each figure goes to the piece in which it stands.
func cutAt(s data.Statement, at []int) (pieces []data.Statement) {
	from := 0
	for _, to := range append(at, len(s.Text)) {
		words := s.Text[from:to]
		lead := len(words) - len(strings.TrimLeft(words, " \n\t"))
		words = strings.TrimSpace(words)
		start := s.Start + from + lead
		p := s
		p.Passage = data.Passage{Span: data.Span{Start: start, End: start + len(words)}, Text: words}
		p.Figures = nil
		for _, f := range s.Figures {
			if p.Contains(f.Span) {
				p.Figures = append(p.Figures, f)
			}
		}
		pieces = append(pieces, p)
		from = to
	}
	return pieces
}

// noteEntry is a field of several lines that leaves its form on Escape; Shift+Enter and Ctrl+Enter keep what was written, and
// Tab leads on to the buttons.
type noteEntry struct {
	widget.Entry
	escaped func()
}

func newNoteEntry() *noteEntry {
	e := &noteEntry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab is part of fyne.Tabbable.
func (e *noteEntry) AcceptsTab() bool { return false }

// TypedShortcut is part of fyne.Shortcutable.
func (e *noteEntry) TypedShortcut(s fyne.Shortcut) {
	if s.ShortcutName() == ctrl(fyne.KeyReturn).ShortcutName() {
		e.OnSubmitted(e.Text)
		return
	}
	e.Entry.TypedShortcut(s)
}

// TypedKey is part of fyne.Focusable.
func (e *noteEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.escaped()
		return
	}
	e.Entry.TypedKey(k)
}
