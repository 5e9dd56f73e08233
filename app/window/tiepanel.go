package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
	"entente/data/store"
	"entente/data/text"
)

// passagesShown is how many passages the panel shows before it is asked for more.
const passagesShown = 30

// tiePanel shows a tie and every passage that it rests on.
type tiePanel struct {
	w      *Window
	object fyne.CanvasObject
	names  *fyne.Container
	line   *sample
	stance *widget.Label
	facts  *widget.Label
	body   *fyne.Container
	scroll *container.Scroll
	detail app.Detail
	most   int            // passages shown
	why    bool           // the reasons are shown
	opened map[int64]bool // the reports whose reprints are shown
	cards  []*passage
}

func newTiePanel(w *Window) *tiePanel {
	p := &tiePanel{w: w, names: container.New(layout.NewCustomPaddedHBoxLayout(-6)), line: newSample(w.mapTheme),
		stance: widget.NewLabel(""), facts: quiet(""), body: container.NewVBox()}
	p.stance.TextStyle.Bold = true
	head := container.NewBorder(nil, nil, nil, w.closeButton(), p.names)
	badge := container.NewHBox(container.NewPadded(container.NewCenter(p.line)), p.stance)
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 4, 12), p.body))
	p.object = container.NewBorder(container.New(layout.NewCustomPaddedVBoxLayout(-4), head, badge, p.facts), nil, nil, nil, p.scroll)
	return p
}

// closeButton closes what the panel shows.
func (w *Window) closeButton() fyne.CanvasObject {
	return w.tips.Button(theme.CancelIcon(), "", w.say.Say("panel.close"), func() { w.session.Go(app.Route{}) })
}

// show shows a detail; fresh says that it is another tie than before, to be seen from its beginning.
func (p *tiePanel) show(d app.Detail, fresh bool) {
	p.detail = d
	if fresh {
		p.most, p.why, p.opened = passagesShown, false, map[int64]bool{}
		p.scroll.ScrollToTop()
	}
	p.showHead()
	p.cards = nil
	p.body.RemoveAll()
	p.addFigures()
	p.addWhy()
	p.addPassages()
	p.body.Refresh()
}

func (p *tiePanel) showHead() {
	w, t := p.w, &p.detail.Tie
	p.names.RemoveAll()
	for i, c := range p.detail.Route.Pair {
		if i > 0 {
			dash := heading("–")
			dash.SizeName = theme.SizeNameSubHeadingText
			p.names.Add(dash)
		}
		b := widget.NewHyperlink(w.name(c), nil)
		b.TextStyle.Bold, b.SizeName = true, theme.SizeNameSubHeadingText
		b.OnTapped = func() { w.session.Go(app.Route{Country: c}) }
		p.names.Add(b)
	}
	gone := p.detail.Missing || t.Passages == 0
	shown(p.line, !gone)
	shown(p.stance, !gone)
	if gone {
		p.facts.SetText(w.say.Say("tie.gone"))
		if len(p.detail.Passages) > 0 {
			p.facts.SetText(w.say.Say("tie.rejected"))
		}
		return
	}
	p.line.set(t.Stance, t.Reports, t.Planned)
	p.stance.SetText(w.say.Say("stance." + string(t.Stance)))
	if t.Planned {
		p.stance.SetText(w.say.Say("tie.planned", "stance", w.say.Say("stance."+string(t.Stance))))
	}
	p.facts.SetText(w.say.Say("tie.facts", "fields", w.fieldNames(t.Fields, 0), "reports", w.say.Count("count.reports", t.Reports),
		"articles", w.say.Count("count.articles", t.Articles), "passages", w.say.Count("count.passages", t.Passages),
		"sure", w.say.Sure(t.Confidence)))
}

// addFigures lists the amounts that are told, those that disagree beside each other. Those that measure nothing that could
// be named share a line: a line each would push the passages out of the panel.
func (p *tiePanel) addFigures() {
	groups := figureGroups(p.detail.Passages)
	if len(groups) == 0 {
		return
	}
	p.body.Add(caption(p.w.say.Say("tie.figures")))
	var bare []fyne.CanvasObject
	for i := range groups {
		if g := &groups[i]; g.disputed || g.tells() {
			p.body.Add(p.figure(g))
		} else {
			bare = append(bare, p.amounts(g)...)
		}
	}
	if len(bare) > 0 {
		p.body.Add(container.New(flow{}, bare...))
	}
}

// addWhy offers the reasons for the tie, and shows them when asked.
func (p *tiePanel) addWhy() {
	best := &p.detail.Best
	if len(best.Parts) == 0 {
		return
	}
	label, mark := "tie.why", theme.MenuDropDownIcon()
	if p.why {
		mark = theme.MenuDropUpIcon()
	}
	b := widget.NewButtonWithIcon(p.w.say.Say(label), mark, func() { p.why = !p.why; p.show(p.detail, false) })
	b.Importance, b.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	p.body.Add(b)
	if p.why {
		p.body.Add(p.reasons(best))
	}
}

// reasons tells what the confidence in a passage is made of.
func (p *tiePanel) reasons(e *data.Evidence) fyne.CanvasObject {
	w := p.w
	list := container.New(layout.NewCustomPaddedVBoxLayout(-8), quiet(w.say.Say("why.strongest", "sure", w.say.Sure(e.Confidence))),
		w.quoted(e.Text), w.parts(e.Parts))
	return container.NewStack(tinted(), list)
}

// addPassages lists the passages by article. Those of articles that tell the same story as one before are folded under
// it, with their number.
func (p *tiePanel) addPassages() {
	w, room := p.w, p.most
	told := foldReports(p.detail.Passages, p.detail.Articles)
	for i := range told {
		if room <= 0 {
			break
		}
		r := &told[i]
		room -= p.addArticle(r.first)
		if r.passages == 0 {
			continue
		}
		fold := "report.fold"
		if p.opened[r.report] {
			fold = "report.close"
			for _, same := range r.rest {
				room -= p.addArticle(same)
			}
		}
		b := widget.NewButtonWithIcon(w.say.Say(fold, "articles", w.say.Count("count.articles", len(r.rest)),
			"passages", w.say.Count("count.passages", r.passages)), foldIcon(p.opened[r.report]), func() {
			p.opened[r.report] = !p.opened[r.report]
			p.show(p.detail, false)
		})
		b.Importance, b.Alignment = widget.LowImportance, widget.ButtonAlignLeading
		p.body.Add(b)
	}
	p.addMore(room <= 0 && len(p.cards) < len(p.detail.Passages))
}

// addMore offers the passages that are not shown yet: of those that are read, where some of them are left, else the next
// ones of the library.
func (p *tiePanel) addMore(left bool) {
	if !left && len(p.detail.Passages) >= p.detail.All {
		return
	}
	p.body.Add(widget.NewButton(p.w.say.Count("tie.more", p.detail.All-len(p.cards)), func() {
		p.most += passagesShown
		if left {
			p.show(p.detail, false)
			return
		}
		p.w.session.MorePassages()
	}))
}

func foldIcon(open bool) fyne.Resource {
	if open {
		return theme.MenuDropUpIcon()
	}
	return theme.MenuDropDownIcon()
}

// addArticle lists the passages of one article and gives how many there are.
func (p *tiePanel) addArticle(evidence []data.Evidence) int {
	p.body.Add(p.articleHead(evidence[0].Article))
	for i := range evidence {
		before := p.detail.Before[evidence[i].ID]
		if i > 0 && strings.HasSuffix(text.Plain(evidence[i-1].Text), text.Plain(before)) {
			before = "" // the card above ends with it
		}
		card := newPassage(p.w, &evidence[i], p.detail.Route.Pair, before)
		p.cards = append(p.cards, card)
		p.body.Add(card.object)
	}
	return len(evidence)
}

// retold is the passages of one report: those of its first article, and those of the others by article.
type retold struct {
	report   int64
	first    []data.Evidence
	rest     [][]data.Evidence
	passages int // in rest
}

// foldReports gathers passages, which come by article, by report.
func foldReports(evidence []data.Evidence, articles map[int64]store.ArticleInfo) (told []retold) {
	at := map[int64]int{}
	for from := 0; from < len(evidence); {
		to := from + 1
		for to < len(evidence) && evidence[to].Article == evidence[from].Article {
			to++
		}
		a := articles[evidence[from].Article]
		if i, known := at[a.Report]; known && a.Report != 0 {
			told[i].rest = append(told[i].rest, evidence[from:to])
			told[i].passages += to - from
		} else {
			at[a.Report] = len(told)
			told = append(told, retold{report: a.Report, first: evidence[from:to]})
		}
		from = to
	}
	return told
}

// articleHead names the article that the passages below it stand in.
func (p *tiePanel) articleHead(id int64) fyne.CanvasObject {
	w := p.w
	a := p.detail.Articles[id]
	title := heading(w.articleTitle(&a))
	title.Wrapping = fyne.TextWrapWord
	facts := caption(w.articleFacts(a.Publisher, a.Published))
	return container.NewBorder(nil, nil, nil, container.NewVBox(container.New(dense{}, w.gradeButton(&a))), container.New(tight{}, title, facts))
}

// articleFacts joins who published an article and when.
func (w *Window) articleFacts(publisher, published string) string {
	switch date := w.say.Date(published); {
	case publisher != "" && date != "":
		return w.say.Say("article.facts", "publisher", publisher, "date", date)
	case publisher != "" || date != "":
		return publisher + date
	}
	return w.say.Say("article.nofacts")
}
