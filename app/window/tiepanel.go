package window

import (
	"slices"
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
	names  *widget.RichText
	line   *sample
	stance *widget.Label
	facts  *widget.Label
	body   *fyne.Container
	scroll *container.Scroll
	detail app.Detail
	why    bool // the reasons are shown
	told   bool // all figures are
	sure   passageList
	rest   passageList // of the passages that are less than fairly sure
	unfold bool        // the rest is shown
	cards  []*passage
	above  int // how many objects stand above the passages
	folds  []*row
}

// passageList is what is seen of a list of passages.
type passageList struct {
	most   int            // passages shown
	opened map[int64]bool // the reports whose reprints are shown
}

func newPassageList() passageList { return passageList{passagesShown, map[int64]bool{}} }

func newTiePanel(w *Window) *tiePanel {
	p := &tiePanel{w: w, names: widget.NewRichText(), line: newSample(w.mapTheme),
		stance: widget.NewLabel(""), facts: quiet(""), body: container.NewVBox()}
	p.stance.TextStyle.Bold, p.names.Wrapping, p.stance.Wrapping = true, fyne.TextWrapWord, fyne.TextWrapWord
	head := container.NewBorder(nil, nil, nil, container.NewVBox(w.closeButton()), p.names)
	badge := container.NewBorder(nil, nil, container.NewPadded(container.NewCenter(p.line)), nil, p.stance)
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
		p.why, p.told, p.unfold = false, false, false
		p.sure, p.rest = newPassageList(), newPassageList()
		p.scroll.ScrollToTop()
		p.fill()
		return
	}
	seen := p.cards
	p.fill()
	p.hold(seen)
}

// fill makes anew what is seen of the detail.
func (p *tiePanel) fill() {
	p.showHead()
	p.cards, p.folds = nil, nil
	p.body.RemoveAll()
	if p.detail.Hidden {
		p.body.Add(container.NewHBox(widget.NewButton(p.w.say.Say("menu.clear"), p.w.clearFilter)))
	}
	p.addFigures()
	p.addWhy()
	p.above = len(p.body.Objects)
	p.addPassages()
	p.body.Refresh()
}

// goneKey is the key of the sentence that says why there is nothing to see of the tie.
func (p *tiePanel) goneKey() string {
	switch {
	case len(p.detail.Passages) > 0:
		return "tie.rejected"
	case p.detail.Hidden:
		return "tie.hidden"
	}
	return "tie.gone"
}

func (p *tiePanel) showHead() {
	w, t := p.w, &p.detail.Tie
	p.showNames()
	gone := p.detail.Missing || t.Passages == 0
	shown(p.line, !gone)
	shown(p.stance, !gone)
	if gone {
		p.facts.SetText(w.say.Say(p.goneKey()))
		return
	}
	p.line.set(t.Stance, t.Reports, t.Planned)
	stance := w.say.Say("stance." + string(t.Stance))
	if t.Planned {
		stance = w.say.Say("tie.planned", "stance", stance)
	}
	p.stance.SetText(stance + " · " + w.say.Say("tie.sure", "sure", w.say.Sure(t.Confidence)))
	p.facts.SetText(w.say.Say("tie.facts", "fields", w.fieldNames(t.Fields, 0), "reports", w.say.Count("count.reports", t.Reports),
		"articles", w.say.Count("count.articles", t.Articles), "passages", w.say.Count("count.passages", t.Passages)))
}

// showNames shows the two countries, each of which opens its page. Long names go on in a second line.
func (p *tiePanel) showNames() {
	bold := fyne.TextStyle{Bold: true}
	p.names.Segments = nil
	for i, c := range p.detail.Route.Pair {
		if i > 0 {
			dash := widget.RichTextStyle{Inline: true, TextStyle: bold, SizeName: theme.SizeNameSubHeadingText}
			p.names.Segments = append(p.names.Segments, &widget.TextSegment{Text: " – ", Style: dash})
		}
		p.names.Segments = append(p.names.Segments, &widget.HyperlinkSegment{Text: p.w.name(c), TextStyle: bold,
			SizeName: theme.SizeNameSubHeadingText, OnTapped: func() { p.w.session.Go(app.Route{Country: c}) }})
	}
	p.names.Refresh()
}

// addWhy offers the reasons for the tie, and shows them when asked.
func (p *tiePanel) addWhy() {
	best := &p.detail.Best
	if len(best.Parts) == 0 {
		return
	}
	p.addFold(p.w.say.Say("tie.why"), p.why, func() { p.why = !p.why })
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

// addPassages lists the passages, which come with those first that are fairly sure. The rest is folded behind a line, unless
// there is nothing else.
func (p *tiePanel) addPassages() {
	d := &p.detail
	sure := slices.IndexFunc(d.Passages, func(e data.Evidence) bool { return !e.Sure(data.FairlySure) })
	if sure <= 0 {
		p.addList(d.Passages, &p.sure, d.All)
		return
	}
	p.addList(d.Passages[:sure], &p.sure, sure)
	p.addFold(p.w.say.Count("tie.weak", d.All-sure, "sure", p.w.say.Percent(data.FairlySure/100.0)), p.unfold, func() { p.unfold = !p.unfold })
	if p.unfold {
		p.addList(d.Passages[sure:], &p.rest, d.All-sure)
	}
}

// addList lists passages by article, those that are read of so many as there are. Those of articles that tell the same story
// as one before are folded under it, with their number.
func (p *tiePanel) addList(evidence []data.Evidence, l *passageList, all int) {
	told := foldReports(evidence, p.detail.Articles)
	seen, room := 0, l.most
	for i := range told {
		if room <= 0 {
			break
		}
		r := &told[i]
		room -= p.addArticle(r.first)
		if r.passages > 0 {
			room -= p.addReprints(r, l)
		}
		seen += len(r.first) + r.passages
	}
	if seen == all {
		return
	}
	p.body.Add(widget.NewButton(p.w.say.Count("tie.more", all-seen), func() {
		l.most += passagesShown
		if seen < len(evidence) {
			p.fill()
			return
		}
		p.w.session.MorePassages()
	}))
}

// addReprints adds the passages of a report that other articles tell again, folded, and gives how many are shown.
func (p *tiePanel) addReprints(r *retold, l *passageList) (added int) {
	key := "report.fold"
	if l.opened[r.report] {
		key = "report.close"
		for _, same := range r.rest {
			added += p.addArticle(same)
		}
	}
	p.addFold(p.w.say.Say(key, "articles", p.w.say.Count("count.articles", len(r.rest)), "passages", p.w.say.Count("count.passages", r.passages)),
		l.opened[r.report], func() { l.opened[r.report] = !l.opened[r.report] })
	return added
}

// addFold adds a line that opens or closes something. Turned by a key it keeps the focus, although the panel is filled anew.
func (p *tiePanel) addFold(label string, open bool, turn func()) {
	at := len(p.folds)
	f := newFold(label, open, func(byKey bool) {
		turn()
		p.fill()
		p.reveal(p.folds[at])
		if byKey {
			p.w.win.Canvas().Focus(p.folds[at])
		}
	})
	p.folds = append(p.folds, f)
	p.body.Add(f)
}

// reveal scrolls a line up to the middle of the panel, as far as there is something below it, so that what it opened is seen.
func (p *tiePanel) reveal(f *row) {
	p.scroll.Refresh()
	height := p.scroll.Size().Height
	to := min(f.Position().Y-height/2, p.scroll.Content.MinSize().Height-height)
	if to > p.scroll.Offset.Y {
		p.scroll.ScrollToOffset(fyne.NewPos(0, to))
	}
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
