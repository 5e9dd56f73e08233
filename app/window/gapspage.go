package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
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
	w     *Window
	whole fyne.CanvasObject
	note  *widget.Label
	split *split
	asked int
	gaps  []app.Gap
}

func newGapsPage(w *Window) *gapsPage {
	p := &gapsPage{w: w, note: quiet(w.say.Say("gaps.note")), split: newSplit(w)}
	p.note.SizeName = theme.SizeNameCaptionText
	out := w.tips.Button(exportIcon(), "", w.tip("export.table"), w.exportTable)
	p.whole = onPanel(container.NewBorder(container.NewBorder(nil, nil, nil, container.NewVBox(out), p.note), nil, nil, nil, p.split.whole))
	return p
}

func (p *gapsPage) object() fyne.CanvasObject { return p.whole }

func (p *gapsPage) focus() fyne.Focusable { return p.split.lines.list }

func (p *gapsPage) show(c app.Change) {
	if c&app.TiesChanged != 0 {
		p.ask()
	}
}

func (p *gapsPage) ask() {
	p.asked++
	generation, lib, f, scanner := p.asked, p.w.library(), p.w.session.Filter(), p.w.scanner
	if lib == nil || scanner == nil {
		p.gaps = nil
		p.fill()
		return
	}
	p.w.spawn(func() {
		gaps, err := app.FindGaps(context.Background(), lib, f, scanner.Gazetteer())
		p.w.o.Post(func() {
			switch {
			case p.asked != generation:
			case err != nil:
				p.w.fail(err)
			default:
				p.gaps = gaps
				p.fill()
			}
		})
	})
}

func (p *gapsPage) fill() {
	var all []line
	for _, kind := range app.GapKinds {
		var group []line
		for i := range p.gaps {
			if p.gaps[i].Kind == kind {
				group = append(group, p.line(&p.gaps[i]))
			}
		}
		if len(group) > 0 {
			id := "gaps." + string(kind)
			all = append(append(all, headOf(p.w.say.Count(id, len(group)), p.w.say.Say(id+".hint"))), group...)
		}
	}
	p.split.lines.set(all)
	p.split.put()
	p.split.lines.chooseFirst()
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
	ask(p.split, func() ([]store.Place, error) {
		return lib.Places(context.Background(), pair, f, cardsMost)
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
	title := caption(place.Title)
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
