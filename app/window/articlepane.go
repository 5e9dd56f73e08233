package window

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data/store"
	"entente/data/text"
)

// articlePane lists the articles under the filter, the newest first.
type articlePane struct {
	w       *Window
	object  fyne.CanvasObject
	title   *widget.Label
	list    *widget.List
	empty   *fyne.Container
	items   []store.ArticleInfo
	folds   map[int64]int  // by report: how many articles are folded under its first one
	opened  map[int64]bool // the reports whose articles are all listed
	syncing bool           // the list follows the session and must not answer
}

func newArticlePane(w *Window) *articlePane {
	p := &articlePane{w: w, title: heading(""), opened: map[int64]bool{}}
	p.list = widget.NewList(func() int { return len(p.items) }, func() fyne.CanvasObject { return newArticleItem(p) },
		func(id widget.ListItemID, o fyne.CanvasObject) { p.fill(id, o.(*articleItem)) })
	p.list.OnSelected = func(id widget.ListItemID) {
		if !p.syncing && id < len(p.items) {
			w.openArticle(p.items[id].ID)
		}
	}
	p.empty = container.NewVBox()
	add := w.tips.Button(theme.ContentAddIcon(), "", w.tip("import"), w.importFiles)
	head := container.NewBorder(nil, nil, p.title, add)
	p.object = onPanel(container.NewBorder(head, nil, nil, nil, container.NewStack(p.list, p.empty)))
	return p
}

// show brings the list up to date with the session.
func (p *articlePane) show() {
	l := p.w.session.Listing()
	p.items, p.folds = foldArticles(l.Articles, p.opened)
	p.title.SetText(p.w.say.Say("articles.head", "articles", p.w.say.Count("articles.title", l.Counts.Articles),
		"reports", p.w.say.Count("count.reports", l.Counts.Reports)))
	p.showEmpty(l)
	p.list.Refresh()
	p.showRoute()
}

// foldArticles puts the articles of one report behind the first of them, or leaves them out unless the report is opened.
// It gives how many others each report has.
func foldArticles(all []store.ArticleInfo, opened map[int64]bool) (shown []store.ArticleInfo, folds map[int64]int) {
	folds, byReport := map[int64]int{}, map[int64][]store.ArticleInfo{}
	var order []int64
	for _, a := range all {
		if len(byReport[a.Report]) == 0 {
			order = append(order, a.Report)
		} else {
			folds[a.Report]++
		}
		byReport[a.Report] = append(byReport[a.Report], a)
	}
	for _, r := range order {
		same := byReport[r]
		if !opened[r] {
			same = same[:1]
		}
		shown = append(shown, same...)
	}
	return shown, folds
}

// showEmpty says why there is nothing, and what to do.
func (p *articlePane) showEmpty(l app.Listing) {
	p.empty.RemoveAll()
	f := p.w.session.Filter()
	switch {
	case len(l.Articles) > 0 || p.w.session.Library() == nil:
	case f.Empty():
		p.empty.Add(quiet(p.w.say.Say("articles.none")))
	default:
		p.empty.Add(quiet(p.w.say.Say("articles.filtered")))
		p.empty.Add(widget.NewButton(p.w.say.Say("menu.clear"), p.w.clearFilter))
	}
}

// showRoute marks the article that is read.
func (p *articlePane) showRoute() {
	p.syncing = true
	defer func() { p.syncing = false }()
	article := p.w.session.Route().Article
	for i := range p.items {
		if p.items[i].ID == article {
			p.list.Select(i)
			return
		}
	}
	p.list.UnselectAll()
}

func (p *articlePane) fill(id widget.ListItemID, item *articleItem) {
	if id >= len(p.items) {
		return
	}
	a := &p.items[id]
	item.article = a.ID
	item.title.SetText(p.w.articleTitle(a))
	parts := []string{p.w.say.Count("count.passages", a.Passages)}
	for _, s := range []string{p.w.say.Date(a.Published), a.Publisher} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	n, first := p.folds[a.Report], id == 0 || p.items[id-1].Report != a.Report
	item.same = n > 0
	if n > 0 && first {
		parts = append([]string{p.w.say.Count("report.twins", n)}, parts...)
	}
	item.title.Importance = widget.MediumImportance
	if n > 0 && !first {
		item.title.Importance = widget.LowImportance
		parts = append([]string{p.w.say.Say("report.same")}, parts...)
	}
	item.facts.SetText(strings.Join(parts, " · "))
	if id >= len(p.items)-20 {
		p.w.session.MoreArticles()
	}
}

// articleTitle is what an article is called by: its title, or the first words of its text.
func (w *Window) articleTitle(a *store.ArticleInfo) string {
	return cmp.Or(text.Plain(a.Heading), w.say.Say("article.untitled"))
}

// openArticle opens an article in the reader, from its beginning. The tie or country that was looked at is left, because
// the article may have nothing to do with it.
func (w *Window) openArticle(id int64) { w.session.Go(app.Route{Article: id}) }

// articleItem is a line of the list: the title, and what is known of the article below it.
type articleItem struct {
	widget.BaseWidget
	pane         *articlePane
	article      int64
	same         bool // other articles tell the same story
	title, facts *widget.Label
	content      fyne.CanvasObject
}

func newArticleItem(p *articlePane) *articleItem {
	i := &articleItem{pane: p, title: widget.NewLabel(""), facts: caption("")}
	i.title.Truncation, i.facts.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	i.content = container.New(tight{}, i.title, i.facts)
	i.ExtendBaseWidget(i)
	return i
}

func (i *articleItem) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(i.content)
}

// Tapped opens the article: an object that takes one kind of click gets the other as well, so the list does not see it.
func (i *articleItem) Tapped(*fyne.PointEvent) { i.pane.w.openArticle(i.article) }

// TappedSecondary offers what can be done with the article.
func (i *articleItem) TappedSecondary(e *fyne.PointEvent) {
	w := i.pane.w
	id := i.article
	only := fyne.NewMenuItem(w.say.Say("article.only"), func() {
		f := w.session.Filter()
		f.Articles = []int64{id}
		w.setFilter(f)
	})
	remove := fyne.NewMenuItem(w.say.Say("menu.remove"), func() { w.remove(id) })
	remove.Disabled = w.session.Library() == nil || w.session.Library().ReadOnly()
	open := fyne.NewMenuItem(w.say.Say("article.open"), func() { w.openArticle(id) })
	items := []*fyne.MenuItem{open, only, fyne.NewMenuItemSeparator()}
	at := slices.IndexFunc(i.pane.items, func(a store.ArticleInfo) bool { return a.ID == id })
	if at >= 0 {
		items = append(items, i.pane.reportMenu(&i.pane.items[at], i.same)...)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", append(items, remove)...), w.win.Canvas(), e.AbsolutePosition)
}

// reportMenu offers what can be done with an article's report, and its grades.
func (p *articlePane) reportMenu(a *store.ArticleInfo, same bool) (items []*fyne.MenuItem) {
	w, report := p.w, a.Report
	if same {
		label := "report.show"
		if p.opened[report] {
			label = "report.hide"
		}
		items = append(items, fyne.NewMenuItem(w.say.Say(label), func() {
			p.opened[report] = !p.opened[report]
			p.show()
		}))
	}
	items = append(items, w.reportItems(a, same)...)
	return append(append(items, w.gradeItems(a)...), fyne.NewMenuItemSeparator())
}

// tight lays labels under each other without the room that Fyne leaves between them.
type tight struct{}

const tightBy = 12

func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(-2)
	for _, o := range objects {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h - tightBy
	}
}

func (tight) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		s.Width = max(s.Width, m.Width)
		s.Height += m.Height - tightBy
	}
	s.Height += tightBy - 4
	return s
}
