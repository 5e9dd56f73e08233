package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data/store"
)

// reading says whether an article is read.
func (w *Window) reading() bool { return w.panel != nil && w.panel.shown.Article != 0 }

// scaleText makes the text of articles larger or smaller, and remembers it.
func (w *Window) scaleText(by float32) {
	w.setTextScale(w.panel.reader.Scale() * by)
}

func (w *Window) setTextScale(scale float32) {
	r := w.panel.reader
	r.SetScale(scale)
	w.settings.SetReaderScale(r.Scale())
}

// aboutArticle is what the reader says below an article's facts: its grade, and the other articles of its report.
func (w *Window) aboutArticle(d app.Detail) []fyne.CanvasObject {
	line := container.NewHBox(w.gradeButton(&d.Info))
	if n := len(d.Twins); n > 0 {
		twins := w.tips.Button(theme.ContentCopyIcon(), w.say.Count("report.twins", n), w.say.Say("report.twins.tip"), nil)
		twins.OnTapped = func() {
			at := w.o.App.Driver().AbsolutePositionForObject(twins).AddXY(0, twins.Size().Height)
			widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", w.twinItems(d)...), w.win.Canvas(), at)
		}
		line.Add(twins)
	}
	return []fyne.CanvasObject{line}
}

// twinItems offers the other articles of a report, and to unfold the one that is read.
func (w *Window) twinItems(d app.Detail) (items []*fyne.MenuItem) {
	for i := range d.Twins {
		a := &d.Twins[i]
		items = append(items, fyne.NewMenuItem(head(w.articleTitle(a), 60)+"  ·  "+w.articleFacts(a.Publisher, a.Published), func() {
			w.openArticle(a.ID)
		}))
	}
	unfold := fyne.NewMenuItem(w.say.Say("report.unfold"), func() { w.session.Unfold(d.Article.ID, w.judged) })
	unfold.Disabled = !w.writable()
	return append(items, fyne.NewMenuItemSeparator(), unfold)
}

// showReport offers what can be done with the report of the article that is read, from the menu.
func (w *Window) showReport() {
	at := w.o.App.Driver().AbsolutePositionForObject(w.panel.reader).AddXY(20, 60)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", w.twinItems(w.session.Detail())...), w.win.Canvas(), at)
}

// reportItems offers to join an article with the report of the one that is read, or to take it out of its own.
func (w *Window) reportItems(a *store.ArticleInfo, folded bool) (items []*fyne.MenuItem) {
	item := func(label string, do func()) {
		i := fyne.NewMenuItem(label, do)
		i.Disabled = !w.writable()
		items = append(items, i)
	}
	id := a.ID
	if d := w.session.Detail(); d.Article.ID != 0 && d.Article.ID != id && d.Info.Report != a.Report {
		item(w.say.Say("report.join", "title", head(w.articleTitle(&d.Info), 40)), func() {
			w.session.Join(id, d.Article.ID, w.judged)
		})
	}
	if folded {
		item(w.say.Say("report.unfold"), func() { w.session.Unfold(id, w.judged) })
	}
	return items
}
