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
)

// passage is a piece of evidence as a card: the words, what they say, and a person's verdict. A click opens the reader.
type passage struct {
	w      *Window
	object fyne.CanvasObject
	row    *row
}

func newPassage(w *Window, e *data.Evidence, pair data.Pair) *passage {
	p := &passage{w: w}
	words := widget.NewLabel(oneLine(e.Text))
	words.Wrapping = fyne.TextWrapWord
	if e.Decision == data.Rejected {
		words.Importance = widget.LowImportance
	}
	bar := canvas.NewRectangle(w.stanceColour(e.Stance))
	bar.SetMinSize(fyne.NewSize(3, 10))
	facts := caption(w.evidenceFacts(e))
	facts.Wrapping = fyne.TextWrapWord
	foot := container.NewBorder(nil, nil, nil, p.verdict(e), facts)
	p.row = newRow(container.NewBorder(nil, nil, bar, nil, container.New(layout.NewCustomPaddedVBoxLayout(-8), words, foot)), func() {
		w.session.Go(app.Route{Pair: pair, Article: e.Article, Span: e.Span})
	})
	p.row.ground = look.Card
	p.object = p.row
	return p
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
	return container.NewVBox(container.New(layout.NewCustomPaddedHBoxLayout(0), accept, reject))
}

// evidenceFacts says of a passage what it is about.
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

// oneLine sets a passage that runs over line breaks as one paragraph, without Markdown's signs for headings and bold type.
func oneLine(s string) string {
	words := strings.Fields(strings.ReplaceAll(s, "**", ""))
	for len(words) > 1 && strings.Trim(words[0], "#") == "" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
