package window

import (
	"cmp"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/tip"
	"entente/data"
)

// countriesShown is how many countries the filter offers before it is asked for all.
const countriesShown = 8

// filterPane offers what can be chosen, with how much each choice would leave.
type filterPane struct {
	w              *Window
	object         fyne.CanvasObject
	clear          *tip.Button
	chips          *fyne.Container // conditions that have no row below: period, words, one article
	stances        map[data.Stance]*choice
	fields         map[data.Field]*choice
	countries      *fyne.Container
	shownCountries []*choice // its lines; the ones not needed are hidden
	all            bool      // all countries are listed
	more           *widget.Button
	updating       bool
}

// choice is a line of the filter: a tick, a word and a count.
type choice struct {
	check  *tick
	count  *canvas.Text
	object fyne.CanvasObject
}

func newFilterPane(w *Window) *filterPane {
	p := &filterPane{w: w, stances: map[data.Stance]*choice{}, fields: map[data.Field]*choice{}}
	p.clear = w.tips.Button(theme.ContentClearIcon(), "", w.tip("clear"), w.clearFilter)
	p.chips = container.New(layout.NewCustomPaddedVBoxLayout(0))
	body := container.New(layout.NewCustomPaddedVBoxLayout(0), p.chips, caption(w.say.Say("filter.stance")))
	for _, s := range data.Stances {
		p.stances[s] = newChoice(w.say.Say("stance."+string(s)), w.line(s), func(bool) { p.changed() })
		body.Add(p.stances[s].object)
	}
	body.Add(caption(w.say.Say("filter.field")))
	for _, f := range data.Fields {
		p.fields[f] = newChoice(w.say.Say("field."+string(f)), nil, func(bool) { p.changed() })
		body.Add(p.fields[f].object)
	}
	p.countries = container.New(layout.NewCustomPaddedVBoxLayout(0))
	p.more = widget.NewButton("", func() { p.all = !p.all; p.show() })
	p.more.Importance, p.more.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	body.Add(caption(w.say.Say("filter.country")))
	body.Add(p.countries)
	body.Add(p.more)
	head := container.NewBorder(nil, nil, heading(w.say.Say("filter.title")), p.clear)
	p.object = onPanel(container.NewBorder(head, nil, nil, nil, container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 4, 4, 12), body))))
	return p
}

// newChoice makes a line with an optional object between the tick's word and the count.
func newChoice(label string, line fyne.CanvasObject, changed func(bool)) *choice {
	c := &choice{check: newTick(label, changed), count: canvas.NewText("", nil)}
	c.count.Alignment = fyne.TextAlignTrailing
	right := container.NewHBox(container.NewCenter(c.count))
	if line != nil {
		right = container.NewHBox(container.NewCenter(line), container.New(atLeast{26}, c.count))
	}
	c.object = container.New(dense{}, container.NewBorder(nil, nil, nil, newTapArea(right, c.check.turn), c.check))
	return c
}

// tick is a check that takes clicks on all of its row, not only on its box and words.
type tick struct{ widget.Check }

func newTick(label string, changed func(bool)) *tick {
	t := &tick{}
	t.Text, t.OnChanged = label, changed
	t.ExtendBaseWidget(t)
	return t
}

// Tapped is part of fyne.Tappable.
func (t *tick) Tapped(*fyne.PointEvent) { t.turn() }

func (t *tick) turn() {
	if !t.Disabled() {
		t.SetChecked(!t.Checked)
	}
}

// tapArea hands the clicks on an object to something else.
type tapArea struct {
	widget.BaseWidget
	inside fyne.CanvasObject
	tapped func()
}

func newTapArea(inside fyne.CanvasObject, tapped func()) *tapArea {
	a := &tapArea{inside: inside, tapped: tapped}
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer is part of fyne.Widget.
func (a *tapArea) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.inside) }

// Tapped is part of fyne.Tappable.
func (a *tapArea) Tapped(*fyne.PointEvent) { a.tapped() }

// set shows whether the choice is made and what it would leave. What would leave nothing is greyed, but can be taken back.
func (c *choice) set(on bool, count string, none bool) {
	c.count.Text, c.count.TextSize = count, theme.CaptionTextSize()
	c.count.Color = theme.Color(theme.ColorNamePlaceHolder)
	c.count.Refresh()
	if c.check.Checked != on {
		c.check.SetChecked(on)
	}
	able(c.check, on || !none)
}

// show brings the pane up to date with the filter and the counts.
func (p *filterPane) show() {
	p.updating = true
	defer func() { p.updating = false }()
	f, counts := p.w.session.Filter(), p.w.session.Listing().Counts
	for s, c := range p.stances {
		c.set(slices.Contains(f.Stances, s), p.w.say.Number(counts.Stances[s]), counts.Stances[s] == 0)
	}
	for field, c := range p.fields {
		n := counts.Fields[field].Ties
		c.set(slices.Contains(f.Fields, field), p.w.say.Number(n), n == 0)
		shown(c.object, n > 0 || slices.Contains(f.Fields, field))
	}
	p.showCountries(f)
	p.showChips(f)
	shown(p.clear, !f.Empty())
}

func shown(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

// showCountries lists the countries with most ties, the chosen ones first.
func (p *filterPane) showCountries(f data.Filter) {
	counts := p.w.session.Listing().Counts.Countries
	list := make([]data.Party, 0, len(counts))
	for c := range counts {
		list = append(list, c)
	}
	for _, c := range f.Countries {
		if _, ok := counts[c]; !ok {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b data.Party) int {
		chosenA, chosenB := slices.Contains(f.Countries, a), slices.Contains(f.Countries, b)
		if chosenA != chosenB {
			return map[bool]int{true: -1, false: 1}[chosenA]
		}
		return cmp.Or(cmp.Compare(counts[b].Ties, counts[a].Ties), cmp.Compare(p.w.name(a), p.w.name(b)))
	})
	n := len(list)
	if !p.all {
		n = min(n, max(countriesShown, len(f.Countries)))
	}
	p.rows(n)
	for i, code := range list[:n] {
		c := p.shownCountries[i]
		c.check.OnChanged = nil
		c.check.SetText(p.w.name(code))
		c.set(slices.Contains(f.Countries, code), p.w.say.Number(counts[code].Ties), false)
		c.check.OnChanged = func(on bool) { p.choose(code, on) }
	}
	p.more.SetText(p.w.say.Count("filter.more", len(list)-n))
	if p.all {
		p.more.SetText(p.w.say.Say("filter.fewer"))
	}
	shown(p.more, len(list) > countriesShown)
}

// rows keeps n lines for countries; they are used again for others, because new ones are slow to make.
func (p *filterPane) rows(n int) {
	for len(p.shownCountries) < n {
		c := newChoice("", nil, nil)
		p.shownCountries = append(p.shownCountries, c)
		p.countries.Add(c.object)
	}
	for i, c := range p.shownCountries {
		shown(c.object, i < n)
	}
}

// showChips names the conditions that are set elsewhere, each with a button that takes it away.
func (p *filterPane) showChips(f data.Filter) {
	p.chips.RemoveAll()
	chip := func(text string, without data.Filter) {
		drop := p.w.tips.Button(theme.CancelIcon(), "", p.w.say.Say("filter.drop"), func() { p.w.setFilter(without) })
		label := widget.NewLabel(text)
		label.Truncation = fyne.TextTruncateEllipsis
		p.chips.Add(container.NewStack(tinted(), container.NewBorder(nil, nil, nil, drop, label)))
	}
	if f.From != "" || f.To != "" {
		g := f
		g.From, g.To = "", ""
		chip(p.w.say.Say("filter.period", "from", p.w.say.Date(f.From), "to", p.w.say.Date(f.To)), g)
	}
	if f.Search != "" {
		g := f
		g.Search = ""
		chip(p.w.say.Say("filter.words", "words", f.Search), g)
	}
	if len(f.Articles) > 0 {
		g := f
		g.Articles = nil
		chip(p.w.say.Count("filter.articles", len(f.Articles)), g)
	}
}

func (p *filterPane) choose(code data.Party, on bool) {
	f := p.w.session.Filter()
	f.Countries = slices.DeleteFunc(slices.Clone(f.Countries), func(c data.Party) bool { return c == code })
	if on {
		f.Countries = append(f.Countries, code)
	}
	p.w.setFilter(f)
}

// changed sets the filter from the ticks.
func (p *filterPane) changed() {
	if p.updating {
		return
	}
	f := p.w.session.Filter()
	f.Stances, f.Fields = nil, nil
	for _, s := range data.Stances {
		if p.stances[s].check.Checked {
			f.Stances = append(f.Stances, s)
		}
	}
	for _, field := range data.Fields {
		if p.fields[field].check.Checked {
			f.Fields = append(f.Fields, field)
		}
	}
	p.w.setFilter(f)
}

// setFilter sets another filter, and logs it.
func (w *Window) setFilter(f data.Filter) {
	slog.Debug("filter set", "countries", f.Countries, "fields", f.Fields, "stances", f.Stances, "from", f.From, "to", f.To,
		"search", f.Search, "articles", f.Articles)
	w.session.SetFilter(f)
}

func (w *Window) clearFilter() { w.setFilter(data.Filter{}) }
