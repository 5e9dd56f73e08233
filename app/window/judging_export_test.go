package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"entente/app/reader"
	"entente/data"
)

// each calls fn for every object of the uppermost form, as it stands in the tree of widgets.
func (w *Window) each(fn func(fyne.CanvasObject)) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		fn(o)
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case *countryField, *pathEntry, *noteEntry:
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(w.forms[len(w.forms)-1].body)
}

// FillCountry types a country into one of the fields of the uppermost form and takes the first that is offered.
func (w *Window) FillCountry(field int, words string) {
	w.each(func(o fyne.CanvasObject) {
		f, ok := o.(*countryField)
		if !ok {
			return
		}
		if field == 0 {
			w.win.Canvas().Focus(f)
			f.SetText("")
			test.Type(f, words)
			if len(f.offered) > 0 {
				f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			}
		}
		field--
	})
}

// FillWhen types a date into the form.
func (w *Window) FillWhen(words string) { w.fill(w.say.Say("statement.when.hint"), words) }

// FillWords types the words that a name is taught for.
func (w *Window) FillWords(words string) { w.fill(w.say.Say("name.words"), words) }

// AddFigure adds a line for a figure and fills it in.
func (w *Window) AddFigure(value, unit, about string) {
	w.each(func(o fyne.CanvasObject) {
		if b, ok := o.(*formButton); ok && b.Text == w.say.Say("statement.figure.add") {
			test.Tap(b)
		}
	})
	w.fill(w.say.Say("statement.figure.value"), value)
	w.fill(w.say.Say("statement.figure.unit"), unit)
	w.fill(w.say.Say("statement.figure.about"), about)
}

// fill types into the last field with a hint.
func (w *Window) fill(hint, words string) {
	var last *pathEntry
	w.each(func(o fyne.CanvasObject) {
		if e, ok := o.(*pathEntry); ok && e.PlaceHolder == hint {
			last = e
		}
	})
	last.SetText("")
	test.Type(last, words)
}

// FillNote writes a note.
func (w *Window) FillNote(words string) {
	w.each(func(o fyne.CanvasObject) {
		if e, ok := o.(*noteEntry); ok {
			test.Type(e, words)
		}
	})
}

// ChooseScope chooses how far a correction goes.
func (w *Window) ChooseScope(n int) {
	w.scopes()[n].tapped()
}

// FocusScope gives the focus to one of the answers to how far a correction goes.
func (w *Window) FocusScope(n int) { w.win.Canvas().Focus(w.scopes()[n]) }

// scopes gives these answers.
func (w *Window) scopes() (rows []*row) {
	w.each(func(o fyne.CanvasObject) {
		if r, ok := o.(*row); ok && r.first != nil {
			rows = append(rows, r)
		}
	})
	return rows
}

func (w *Window) CardMenu(card int) []*fyne.MenuItem { return w.panel.tie.cards[card].row.menu().Items }
func (w *Window) ReviewClaim() string                { return w.panel.review.claim.Text }
func (w *Window) ReviewTotal() int                   { return len(w.panel.review.doubts) }
func (w *Window) Evidence() int                      { return len(w.session.Detail().Findings.Evidence) }
func (w *Window) LibraryPath() string                { return w.session.Library().Path() }

// Grades gives the entries for the source and for the article that is read.
func (w *Window) Grades() []*fyne.MenuItem {
	info := w.session.Detail().Info
	return w.gradeItems(&info)
}

// Mentions counts how often the article that is read names a country.
func (w *Window) Mentions(p data.Party) (n int) {
	for _, m := range w.session.Detail().Findings.Mentions {
		if m.Country == p {
			n++
		}
	}
	return n
}

// MenuOnMention is what a click with the other button offers on the first name of a country.
func (w *Window) MenuOnMention(p data.Party) []*fyne.MenuItem {
	for _, m := range w.session.Detail().Findings.Mentions {
		if m.Country == p {
			return w.placeItems(reader.Place{Mention: m.Span})
		}
	}
	return nil
}

// MenuOnPassage is what it offers on the passage that is lit.
func (w *Window) MenuOnPassage() []*fyne.MenuItem {
	m, _ := w.panel.reader.Lit()
	return w.placeItems(reader.Place{Mark: m, Paragraph: m.Span})
}

// ArticleMenu is what a click with the other button offers on a line of the list of articles.
func (w *Window) ArticleMenu(line int) []*fyne.MenuItem {
	p := w.articles
	return p.reportMenu(&p.items[line], p.folds[p.items[line].Report] > 0)
}

// ArticleMenuOf is the same for an article.
func (w *Window) ArticleMenuOf(id int64) []*fyne.MenuItem {
	for i := range w.articles.items {
		if w.articles.items[i].ID == id {
			return w.ArticleMenu(i)
		}
	}
	return nil
}

// ReadArticle opens an article.
func (w *Window) ReadArticle(id int64) { w.openArticle(id) }

// FocusCard gives a passage of the panel the focus.
func (w *Window) FocusCard(card int) { w.win.Canvas().Focus(w.panel.tie.cards[card].row) }

// CardAt gives where a passage of the panel begins, from the top of what is seen of the list.
func (w *Window) CardAt(card int) float32 {
	p := w.panel.tie
	return p.cards[card].object.Position().Y - p.scroll.Offset.Y
}

// KeyOnCard presses a key on a passage of the panel.
func (w *Window) KeyOnCard(card int, k fyne.KeyName) {
	w.panel.tie.cards[card].row.TypedKey(&fyne.KeyEvent{Name: k})
}
