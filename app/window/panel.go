package window

import (
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"entente/app"
	"entente/app/reader"
	"entente/data"
)

// panel is the part at the right: all ties, one tie, one country, or an article.
type panel struct {
	w        *Window
	object   fyne.CanvasObject
	overview *overview
	tie      *tiePanel
	country  *countryPanel
	reader   *reader.Reader
	review   *review
	layout   *fyne.Container
	lit      lit       // of the article that was opened from a search
	shown    app.Route // what the panel shows; the session may be ahead while the library is asked
}

func newPanel(w *Window) *panel {
	p := &panel{w: w, overview: newOverview(w), tie: newTiePanel(w), country: newCountryPanel(w)}
	p.review = newReview(w)
	p.reader = reader.New(w.say, w.stanceColour, reader.Events{Back: p.back, Passage: p.passage, Copy: w.copyPassage, Menu: w.readerMenu,
		Select: func(data.Span) { w.enable() }},
		func(icon fyne.Resource, label, tip string, tapped func()) reader.Button {
			return w.tips.Button(icon, label, tip, tapped)
		})
	p.tie.object.Hide()
	p.country.object.Hide()
	p.reader.Hide()
	p.reader.SetScale(w.settings.ReaderScale())
	p.layout = container.NewBorder(p.review.object, nil, nil, nil, container.NewStack(p.overview.object, p.tie.object, p.country.object, p.reader))
	p.object = onPanel(p.layout)
	return p
}

// show brings the panel up to date with the session. What is looked at is shown as soon as the library has answered.
func (p *panel) show(c app.Change) {
	s := p.w.session
	if c&app.LibraryChanged != 0 {
		p.tie.detail = app.Detail{} // of the library before
	}
	if c&app.TiesChanged != 0 {
		p.overview.show()
	}
	r, d := s.Route(), s.Detail()
	if d.Route != r || c&(app.DetailChanged|app.RouteChanged) == 0 {
		return
	}
	before := p.shown
	p.shown = r
	shown(p.overview.object, r == app.Route{})
	shown(p.tie.object, r.Article == 0 && r.Pair != data.Pair{})
	shown(p.country.object, r.Article == 0 && r.Country != "")
	shown(p.reader, r.Article != 0 && !d.Missing)
	switch {
	case r.Article != 0 && d.Missing:
		p.w.session.Replace(app.Route{Pair: r.Pair, Country: r.Country})
	case r.Article != 0:
		p.read(before, d)
	case r.Pair != data.Pair{}:
		p.tie.show(d, !p.stays(before, r))
		if before != r {
			slog.Debug("tie opened", "pair", r.Pair, "passages", d.All, "missing", d.Missing)
		}
	case r.Country != "":
		p.country.show(d)
		if before != r {
			slog.Debug("country opened", "country", r.Country, "ties", len(d.Ties))
		}
	}
	p.w.placesChanged()
}

// stays says whether a tie is to be seen as it was left: where it was seen already, or only an article
// or a country was looked at in between.
func (p *panel) stays(before, tie app.Route) bool {
	return before == tie || before != app.Route{} && p.tie.detail.Route == tie
}

// read opens an article, or moves to another passage of the one that is open.
func (p *panel) read(before app.Route, d app.Detail) {
	doc := document(d)
	p.reader.SetAbout(p.w.aboutArticle(d)...)
	if before == d.Route && p.reader.Article().ID == d.Article.ID {
		if now := p.reader.Document(); !slices.Equal(now.Marks, doc.Marks) || !slices.Equal(now.Mentions, doc.Mentions) ||
			!slices.Equal(now.Article.Omitted, doc.Article.Omitted) {
			p.reader.Update(doc, d.Route.Span, d.Route.Pair)
		}
		return
	}
	found := p.reader.ShowDocument(doc, d.Route.Span, d.Route.Pair)
	if d.Article.ID == p.lit.article {
		p.reader.Light(p.lit.words)
	} else {
		p.lit = lit{}
	}
	slog.Debug("article opened", "article", d.Article.ID, "title", d.Article.Title)
	if found {
		logLit(&d.Article, d.Route.Span)
	}
}

// document is what the reader shows of a detail: all evidence of the article that nobody rejected.
func document(d app.Detail) *reader.Document {
	doc := &reader.Document{Article: d.Article}
	for i := range d.Findings.Evidence {
		e := &d.Findings.Evidence[i]
		if e.Decision == data.Rejected && e.Span != d.Route.Span {
			continue
		}
		doc.Marks = append(doc.Marks, reader.Mark{Span: e.Span, Stance: e.Stance, Pair: e.Pair, ID: e.ID})
	}
	for i := range d.Findings.Mentions {
		doc.Mentions = append(doc.Mentions, d.Findings.Mentions[i].Span)
	}
	return doc
}

// back leaves the reader: to what was looked at before, or to the tie.
func (p *panel) back() {
	if !p.w.session.Back() {
		p.w.session.Go(app.Route{Pair: p.shown.Pair, Country: p.shown.Country})
	}
}

// passage follows the reader to another passage, and to that passage's tie on the map.
func (p *panel) passage(m reader.Mark) {
	s := p.w.session
	r := app.Route{Pair: m.Pair, Article: s.Route().Article, Span: m.Span}
	p.shown = r // the reader shows it already
	s.Replace(r)
	logLit(p.reader.Article(), m.Span)
}

// logLit logs the words that the reader lights.
func logLit(a *data.Article, s data.Span) {
	words, _ := s.In(a.Text)
	slog.Debug("passage lit", "article", a.ID, "start", s.Start, "end", s.End, "words", words)
}

// copyPassage puts the passage that is read into the clipboard, with its source.
func (w *Window) copyPassage() {
	if quote := w.panel.reader.Quote(); quote != "" && w.panel.shown.Article != 0 {
		w.o.App.Clipboard().SetContent(quote)
		w.toast.show(w.say.Say("copy.done"))
		return
	}
	w.toast.show(w.say.Say("copy.nothing"))
}

// findInArticle looks for words in the article that is read, or in all where none is.
func (w *Window) findInArticle() {
	if w.panel.reader.Visible() {
		w.panel.reader.Find()
		return
	}
	w.top.focus()
}

// decide records a verdict.
func (w *Window) decide(evidence int64, v data.Verdict) {
	slog.Debug("decided", "evidence", evidence, "verdict", v)
	w.session.Decide(evidence, v)
}

// repaint takes the theme's present colours.
func (p *panel) repaint() { p.reader.Refresh() }
