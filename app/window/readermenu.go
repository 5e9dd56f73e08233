package window

import (
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/app/reader"
	"entente/app/window/look"
	"entente/data"
)

// readerMenu offers what can be done with what a secondary click in the reader was on.
func (w *Window) readerMenu(p reader.Place) {
	items := w.placeItems(p)
	slog.Debug("reader menu", "items", len(items))
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), p.On)
}

func (w *Window) placeItems(p reader.Place) (items []*fyne.MenuItem) {
	a := w.panel.reader.Article()
	item := func(label string, do func()) {
		i := fyne.NewMenuItem(label, do)
		i.Disabled = !w.writable()
		items = append(items, i)
	}
	line := func() {
		if len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
	}
	if words, ok := p.Selected.In(a.Text); ok {
		chosen := data.Passage{Span: p.Selected, Text: words}
		item(w.say.Say("menu.evidence.add"), w.addEvidence)
		items = append(items, fyne.NewMenuItem(w.say.Say("menu.whynot"), func() { w.whyNot(chosen) }))
		if len(words) <= longestName && !strings.Contains(words, "\n") {
			item(w.say.Say("name.selected", "words", words), func() { w.correctName(chosen, "") })
		}
	}
	if m, ok := w.mentionAt(p.Mention); ok {
		line()
		item(w.say.Say("name.wrong", "words", m.Text, "country", w.name(m.Country)), func() { w.correctName(m.Passage, m.Country) })
	}
	if e, ok := w.piece(p.Mark.ID); ok && p.Mark.ID != 0 {
		line()
		items = append(items, w.judgeMenu(e)...)
	}
	if words, ok := p.Paragraph.In(a.Text); ok {
		line()
		paragraph := data.Passage{Span: p.Paragraph, Text: words}
		if p.Selected.Len() == 0 {
			items = append(items, fyne.NewMenuItem(w.say.Say("menu.whynot"), func() { w.whyNot(paragraph) }))
		}
		if a.Furniture(p.Paragraph) {
			item(w.say.Say("furniture.not"), func() { w.furnishPart(p.Paragraph, "") })
		} else {
			item(w.say.Say("furniture.is"), func() { w.furnishPart(p.Paragraph, data.ByHand) })
		}
	}
	return items
}

// longestName is how many bytes words may have that can be named a country's.
const longestName = 48

// mentionAt gives the mention of the article that is read at a place.
func (w *Window) mentionAt(s data.Span) (m data.Mention, ok bool) {
	mentions := w.session.Detail().Findings.Mentions
	for i := range mentions {
		if s.Len() > 0 && mentions[i].Span == s {
			return mentions[i], true
		}
	}
	return m, false
}

// furnishPart marks a part of the article that is read as furniture, or as none.
func (w *Window) furnishPart(s data.Span, r data.Reason) {
	w.session.Furnish(w.session.Route().Article, s, r, w.judged)
}

// furnishHere marks the selection, else the sentence that is read, as furniture; or as none where it is.
func (w *Window) furnishHere() {
	r := w.panel.reader
	words, ok := r.Selected()
	if !ok {
		m, lit := r.Lit()
		if !lit {
			w.toast.show(w.say.Say("add.nothing"))
			return
		}
		words = data.PassageOf(r.Article().Text, r.Sentence(m.Start))
	}
	if r.Article().Furniture(words.Span) {
		w.furnishPart(words.Span, "")
		return
	}
	w.furnishPart(words.Span, data.ByHand)
}

// correctName asks what words name, and how far that goes. before is what they were taken for, "" for nothing.
func (w *Window) correctName(words data.Passage, before data.Party) {
	country := newCountryField(w, "")
	none := newFormTick(w, w.say.Say("name.none"))
	none.OnChanged = func(yes bool) {
		if yes {
			country.Disable()
		} else {
			country.Enable()
		}
	}
	scopes := []data.Scope{data.Once, data.InArticle, data.InLibrary}
	labels := []string{w.say.Say("name.once"), w.say.Say("name.article", "words", words.Text), w.say.Say("name.library", "words", words.Text)}
	reach := 0
	if before == "" {
		reach = 2
	}
	width := min(look.Fit(440), w.formRoom())
	scope := newFormRadio(w, labels, reach, width)
	question := w.say.Say("name.question.new", "words", words.Text)
	if before != "" {
		question = w.say.Say("name.question", "words", words.Text, "country", w.name(before))
	}
	body := container.NewVBox(wrapped(question, width), country.object, none, scope.object)
	article := w.session.Route().Article
	asked := w.ask("name.title", "name.save", width, body, func() string {
		c := data.Correction{Passage: words, Country: country.chosen, Scope: scopes[scope.chosen]}
		switch {
		case none.Checked:
			c.Country = ""
		case c.Country == "":
			return w.say.Say("statement.wrong.country", "typed", country.Text)
		}
		w.session.Correct(article, c, before, w.judged)
		return ""
	})
	country.escaped, country.OnSubmitted = asked.dialog.Hide, func(string) { asked.submit() }
	w.win.Canvas().Focus(country)
	slog.Debug("form opened", "what", "name", "words", words.Text)
}

// aliasName asks for words that stand for a country wherever they are.
func (w *Window) aliasName() {
	if w.reading() {
		if words, ok := w.panel.reader.Selected(); ok && len(words.Text) <= longestName {
			w.correctName(words, "")
			return
		}
	}
	words := newPathEntry()
	words.SetPlaceHolder(w.say.Say("name.words"))
	country := newCountryField(w, "")
	width := min(look.Fit(440), w.formRoom())
	body := container.NewVBox(wrapped(w.say.Say("name.alias"), width), words, country.object)
	asked := w.ask("name.title", "name.save", width, body, func() string {
		typed := strings.TrimSpace(words.Text)
		switch {
		case typed == "":
			return w.say.Say("name.wrong.words")
		case country.chosen == "":
			return w.say.Say("statement.wrong.country", "typed", country.Text)
		}
		c := data.Correction{Passage: data.Passage{Text: typed}, Scope: data.InLibrary, Country: country.chosen}
		w.session.Correct(0, c, "", w.judged)
		return ""
	})
	submit := func(string) { asked.submit() }
	words.escaped, country.escaped = asked.dialog.Hide, asked.dialog.Hide
	words.OnSubmitted, country.OnSubmitted = submit, submit
	w.win.Canvas().Focus(words)
	slog.Debug("form opened", "what", "alias")
}
