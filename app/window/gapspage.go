package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/export"
	"entente/app/window/look"
	"entente/data"
	"entente/data/store"
	"entente/data/text"
)

// gapsPage lists what the articles under the filter leave open.
type gapsPage struct {
	listPage
	gaps []app.Gap
}

func newGapsPage(w *Window) *gapsPage {
	p := &gapsPage{listPage: newListPage(w, nil)}
	p.note.SetText(w.say.Say("gaps.note"))
	return p
}

func (p *gapsPage) show(c app.Change) {
	if c&app.TiesChanged != 0 {
		p.ask()
	}
}

func (p *gapsPage) ask() {
	lib, f, scanner := p.w.library(), p.w.session.Filter(), p.w.scanner
	if lib == nil || scanner == nil {
		p.drop()
		p.fill(nil)
		return
	}
	if p.gaps == nil { // the first time takes a while in a large library
		p.split.put(quiet(p.w.say.Say("gaps.looking")))
	}
	ask(&p.latest, func() ([]app.Gap, error) { return app.FindGaps(background(), lib, f, scanner.Gazetteer()) }, p.fill)
}

func (p *gapsPage) fill(gaps []app.Gap) {
	p.gaps = gaps
	var groups []group
	for _, kind := range app.GapKinds {
		g := group{key: "gaps." + string(kind)}
		for i := range gaps {
			if gaps[i].Kind == kind {
				g.lines = append(g.lines, p.line(&gaps[i]))
			}
		}
		groups = append(groups, g)
	}
	p.list(groups)
}

// line shows a gap; choosing it shows what there is to see of it.
func (p *gapsPage) line(g *app.Gap) line {
	w := p.w
	articles := func() string { return w.say.Count("count.articles", g.Articles) }
	if len(g.Countries) == 1 {
		c := g.Countries[0]
		return line{menu: func() *fyne.Menu { return w.countryMenu(c) }, chosen: func() { w.session.Go(app.Route{Country: c}) },
			words: func() (string, string) {
				if g.Kind == app.NeverNamed {
					return w.name(c), ""
				}
				return w.name(c), articles()
			}}
	}
	pair := data.PairOf(g.Countries[0], g.Countries[1])
	l := line{words: func() (string, string) {
		return w.pairName(pair), w.say.Say("gaps.line", "reports", w.say.Count("count.reports", g.Reports), "articles", articles())
	}}
	if g.Kind == app.SingleReport {
		l.menu = func() *fyne.Menu { return w.tieMenu(pair) }
		l.chosen = func() { w.session.Go(app.Route{Pair: pair}) }
		return l
	}
	l.menu = func() *fyne.Menu {
		return fyne.NewMenu("", append(w.countryItems(pair[0]), w.countryItems(pair[1])...)...)
	}
	l.chosen = func() { p.places(pair) }
	return l
}

// places shows where the articles name a pair together.
func (p *gapsPage) places(pair data.Pair) {
	lib, f := p.w.library(), p.w.session.Filter()
	if lib == nil {
		return
	}
	askBelow(p.split, func() ([]store.Place, error) {
		return lib.Places(background(), pair, f, cardsMost)
	}, func(places []store.Place) []fyne.CanvasObject {
		head := heading(p.w.say.Say("gaps.places", "tie", p.w.pairName(pair)))
		head.Wrapping = fyne.TextWrapWord
		objects := []fyne.CanvasObject{head}
		for i := range places {
			objects = append(objects, p.card(&places[i]))
		}
		return objects
	})
}

// card shows a place; a click opens the article there.
func (p *gapsPage) card(place *store.Place) fyne.CanvasObject {
	words := widget.NewLabel(text.Plain(place.Text))
	words.Wrapping = fyne.TextWrapWord
	title := caption(text.Plain(place.Heading))
	title.Truncation = fyne.TextTruncateEllipsis
	r := newRow(container.New(layout.NewCustomPaddedVBoxLayout(-8), words, title), func() {
		p.w.session.Go(app.Route{Article: place.Article, Span: place.Span})
	})
	r.ground = look.Card
	return r
}

func (p *gapsPage) table() export.Table {
	t := export.Table{Name: "gaps", Columns: []string{"gap", "country_a", "country_b", "name_a", "name_b", "articles", "reports"}}
	for i := range p.gaps {
		g := &p.gaps[i]
		cells := []any{string(g.Kind), string(g.Countries[0]), "", p.w.name(g.Countries[0]), "", g.Articles, g.Reports}
		if len(g.Countries) > 1 {
			cells[2], cells[4] = string(g.Countries[1]), p.w.name(g.Countries[1])
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
