package window

import (
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
	"entente/data/mention"
	"entente/data/store"
	"entente/data/text"
	"entente/data/tie"
)

// showWhy tells why a passage counts as evidence: the named parts of its confidence.
func (w *Window) showWhy(e data.Evidence) {
	list := container.NewVBox(w.quoted(e.Text), widget.NewLabel(w.say.Say("why.sure", "tie", w.pairName(e.Pair), "sure", w.say.Sure(e.Confidence))),
		w.parts(e.Parts))
	if e.Before != nil {
		list.Add(quiet(w.say.Say("edit.before", "statement", w.statementWords(e.Before))))
		list.Add(w.parts(e.Before.Parts))
	}
	w.message(w.say.Say("menu.why"), w.inColumn(list))
}

// quoted sets words apart.
func (w *Window) quoted(words string) fyne.CanvasObject {
	l := widget.NewLabel(w.say.Say("statement.words", "words", text.Plain(words)))
	l.Wrapping = fyne.TextWrapWord
	return container.NewStack(tinted(), l)
}

// parts lists what a confidence is made of, each with a sign of which way it speaks.
func (w *Window) parts(parts []data.Part) fyne.CanvasObject {
	list := container.New(layout.NewCustomPaddedVBoxLayout(-8))
	for _, part := range parts {
		icon := theme.ContentAddIcon()
		if part.Weight < 0 {
			icon = theme.ContentRemoveIcon()
		}
		words := widget.NewLabel(w.reasons.Say(part.Name))
		words.Wrapping = fyne.TextWrapWord
		list.Add(container.NewBorder(nil, nil, container.NewCenter(widget.NewIcon(icon)), nil, words))
	}
	return list
}

// inColumn lets what may be long be scrolled in a dialog.
func (w *Window) inColumn(o fyne.CanvasObject) fyne.CanvasObject {
	body := container.New(column{w.formRoom()}, o)
	scroll := container.NewVScroll(container.New(insetRight{}, body))
	scroll.SetMinSize(fyne.NewSize(w.formRoom()+14, min(body.MinSize().Height, w.win.Canvas().Size().Height-200)))
	return scroll
}

// whyNot tells what was thought of words of the article that is read: which pairs were considered there and turned down,
// and which words could have named a country.
func (w *Window) whyNot(words data.Passage) {
	lib, scanner, d := w.library(), w.scanner, w.session.Detail()
	if lib == nil || scanner == nil || d.Article.ID == 0 {
		return
	}
	article := d.Article
	w.o.Spawn(func() {
		var x app.Explanation
		err := scanner.Load()
		if err == nil {
			var said *store.Corrections
			if said, err = lib.Corrections(background()); err == nil {
				x = scanner.ExplainWith(&article, said.Of(article.Hash()))
			}
		}
		w.o.Post(func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.showWhyNot(words, article.Furniture(words.Span), x)
		})
	})
}

func (w *Window) showWhyNot(words data.Passage, furniture bool, x app.Explanation) {
	list := container.NewVBox(w.quoted(words.Text))
	if furniture {
		list.Add(quiet(w.say.Say("whynot.furniture")))
	}
	considered := 0
	for _, taken := range []bool{false, true} {
		for i := range x.Pairs {
			if p := &x.Pairs[i]; p.Taken == taken && p.Overlaps(words.Span) {
				list.Add(w.considered(p))
				considered++
			}
		}
	}
	if considered == 0 {
		list.Add(quiet(w.say.Say("whynot.none")))
	}
	w.addNames(list, words.Span, x.Mentions)
	slog.Debug("explained", "words", words.Text, "pairs", considered)
	w.message(w.say.Say("menu.whynot"), w.inColumn(list))
}

// considered tells of one pair that was considered.
func (w *Window) considered(p *tie.Considered) fyne.CanvasObject {
	head := heading(w.say.Say("whynot.pair", "tie", w.pairName(p.Pair), "reason", w.reasons.Say(p.Reason)))
	if p.Taken {
		head.SetText(w.say.Say("whynot.taken", "tie", w.pairName(p.Pair), "sure", w.say.Sure(p.Confidence)))
	}
	head.Wrapping = fyne.TextWrapWord
	return container.New(layout.NewCustomPaddedVBoxLayout(-8), head, w.parts(p.Parts))
}

// addNames lists the words at a span that name a country, or could.
func (w *Window) addNames(list *fyne.Container, s data.Span, candidates []mention.Candidate) {
	first := true
	for i := range candidates {
		c := &candidates[i]
		if !s.Overlaps(c.Span) {
			continue
		}
		if first {
			list.Add(heading(w.say.Say("whynot.names")))
			first = false
		}
		key := "whynot.name"
		if !c.Accepted {
			key = "whynot.noname"
		}
		l := widget.NewLabel(w.say.Say(key, "words", c.Text, "country", w.name(c.Country), "why", w.reasons.Say(c.Why)))
		l.Wrapping = fyne.TextWrapWord
		list.Add(container.New(dense{}, l))
	}
}

// whyNotHere explains the selection, else the sentence that is read.
func (w *Window) whyNotHere() {
	r := w.panel.reader
	if words, ok := r.Selected(); ok {
		w.whyNot(words)
		return
	}
	if m, ok := r.Lit(); ok {
		w.whyNot(data.PassageOf(r.Article().Text, r.Sentence(m.Start)))
		return
	}
	w.toast.show(w.say.Say("add.nothing"))
}
