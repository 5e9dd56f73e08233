package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/window/look"
	"entente/app/window/tip"
	"entente/data"
	"entente/data/text"
)

// passage is a piece of evidence as a card: the words, what they say, and a person's verdict. A click opens the reader.
type passage struct {
	w        *Window
	evidence data.Evidence
	object   fyne.CanvasObject
	row      *row
	more     *tip.Button
}

// before is the sentence before words that need it to be understood, or "".
func newPassage(w *Window, e *data.Evidence, pair data.Pair, before string) *passage {
	p := &passage{w: w, evidence: *e}
	words := widget.NewLabel(text.Plain(e.Text))
	words.Wrapping = fyne.TextWrapWord
	if e.Decision == data.Rejected {
		words.Importance = widget.LowImportance
	}
	bar := canvas.NewRectangle(w.stanceColour(e.Stance))
	bar.SetMinSize(fyne.NewSize(3, 10))
	facts := caption(w.evidenceFacts(e))
	facts.Wrapping = fyne.TextWrapWord
	foot := container.NewBorder(nil, nil, nil, p.verdict(e), facts)
	lines := container.New(layout.NewCustomPaddedVBoxLayout(-8))
	if before != "" {
		led := caption(text.Plain(before))
		led.Wrapping = fyne.TextWrapWord
		lines.Add(led)
	}
	lines.Add(words)
	for _, said := range w.saidOf(e) {
		lines.Add(said)
	}
	lines.Add(foot)
	p.row = newRow(container.NewBorder(nil, nil, bar, nil, lines), func() {
		w.session.Go(app.Route{Pair: pair, Article: e.Article, Span: e.Span})
	})
	p.row.ground = look.Card
	p.row.watched, p.row.keyed = w.enable, p.key
	p.row.menu = func() *fyne.Menu { return fyne.NewMenu("", w.judgeMenu(p.evidence)...) }
	p.object = p.row
	return p
}

// key does to the passage that has the focus what the key stands for in a review, too.
func (p *passage) key(k fyne.KeyName) {
	if !p.w.writable() {
		return
	}
	switch k {
	case fyne.KeyA:
		p.w.decide(p.evidence.ID, data.Accepted)
	case fyne.KeyR:
		p.w.decide(p.evidence.ID, data.Rejected)
	case fyne.KeyE: // after the letter itself has come, which is not meant for the form
		p.w.o.Post(func() { p.w.editPassage(p.evidence, func() {}) })
	case fyne.KeyN:
		p.w.o.Post(func() { p.w.notePassage(p.evidence) })
	}
}

// verdict offers to accept and to reject; the one that holds is filled, and pressing it again takes it back.
func (p *passage) verdict(e *data.Evidence) fyne.CanvasObject {
	w := p.w
	button := func(v data.Verdict, icon fyne.Resource, do, undo string) *tip.Button {
		b := w.tips.Button(icon, "", w.say.Say(do), nil)
		b.OnTapped = func() { w.decide(e.ID, v) }
		if e.Decision == v {
			b.SetTip(w.say.Say(undo))
			b.OnTapped = func() { w.decide(e.ID, data.Undecided) }
			b.Importance = map[data.Verdict]widget.Importance{data.Accepted: widget.SuccessImportance, data.Rejected: widget.DangerImportance}[v]
		}
		able(b, w.session.Library() != nil && !w.session.Library().ReadOnly())
		return b
	}
	accept := button(data.Accepted, theme.ConfirmIcon(), "passage.accept", "passage.unaccept")
	reject := button(data.Rejected, theme.CancelIcon(), "passage.reject", "passage.unreject")
	p.more = w.tips.Button(theme.MoreVerticalIcon(), "", w.say.Say("passage.more"), func() {
		at := w.o.App.Driver().AbsolutePositionForObject(p.more).AddXY(0, p.more.Size().Height)
		widget.ShowPopUpMenuAtPosition(p.row.menu(), w.win.Canvas(), at)
	})
	return container.NewVBox(container.New(layout.NewCustomPaddedHBoxLayout(0), accept, reject, p.more))
}

// saidOf shows a person's note on a passage, and what the rules had found where a person edited it.
func (w *Window) saidOf(e *data.Evidence) (lines []fyne.CanvasObject) {
	add := func(icon fyne.Resource, text string) {
		l := caption(text)
		l.Wrapping = fyne.TextWrapWord
		mark := container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(look.Fit(14)), widget.NewIcon(icon)))
		lines = append(lines, container.NewBorder(nil, nil, mark, nil, l))
	}
	if e.Note != "" {
		add(theme.MailComposeIcon(), e.Note)
	}
	switch {
	case e.Hand == data.Added:
		add(theme.AccountIcon(), w.say.Say("passage.added"))
	case e.Hand == data.Edited && e.Before != nil:
		add(theme.DocumentCreateIcon(), w.say.Say("edit.before", "statement", w.statementWords(e.Before)))
	case e.Hand == data.Edited:
		add(theme.DocumentCreateIcon(), w.say.Say("passage.edited"))
	}
	return lines
}

// evidenceFacts says of a passage how it stands and what it is about, then how sure it is that it ties the two and what people
// said of it.
func (w *Window) evidenceFacts(e *data.Evidence) string {
	parts := []string{w.say.Say("stance." + string(e.Stance)), w.fieldNames(e.Fields, 0)}
	if e.When != "" {
		parts = append(parts, w.say.Date(e.When))
	}
	if e.Modality != "" && e.Modality != data.Done {
		parts = append(parts, w.say.Say("modality."+string(e.Modality)))
	}
	if e.From != "" {
		parts = append(parts, w.say.Say("passage.from", "a", w.name(e.From), "b", w.name(e.Pair.Other(e.From))))
	}
	parts = append(parts, w.say.Say("passage.sure", "sure", w.say.Sure(e.Confidence)))
	switch e.Decision {
	case data.Accepted:
		parts = append(parts, w.say.Say("passage.accepted"))
	case data.Rejected:
		parts = append(parts, w.say.Say("passage.rejected"))
	}
	return strings.Join(parts, " · ")
}
