package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

// countryPanel is the page of one country: its standing in the net of ties, its stance over time, its fields, and its ties.
type countryPanel struct {
	w               *Window
	object          fyne.CanvasObject
	title           *widget.Label
	facts, standing *widget.Label
	fields, when    *widget.Label
	trend           *trend
	only            *widget.Button
	ties            *tieList
	code            data.Party
}

func newCountryPanel(w *Window) *countryPanel {
	p := &countryPanel{w: w, title: heading(""), facts: quiet(""), standing: quiet(""), fields: quiet(""), when: caption(""),
		trend: newTrend(w), ties: newTieList(w)}
	p.title.SizeName = theme.SizeNameSubHeadingText
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.when.Wrapping = fyne.TextWrapWord
	p.only = widget.NewButton("", func() { w.filters.choose(p.code, true) })
	head := container.NewBorder(nil, nil, nil, w.closeButton(), p.title)
	words := container.New(layout.NewCustomPaddedVBoxLayout(-10), p.facts, p.standing, p.fields)
	chart := container.New(layout.NewCustomPaddedVBoxLayout(-4), p.when, p.trend)
	p.object = container.NewBorder(container.NewVBox(head, words, chart, container.NewPadded(p.only)), nil, nil, nil, p.ties.list)
	return p
}

func (p *countryPanel) show(d app.Detail) {
	p.code = d.Route.Country
	name := p.w.name(p.code)
	p.title.SetText(name)
	f := p.w.session.Filter()
	switch {
	case len(d.Ties) == 0 && f.Empty():
		p.facts.SetText(p.w.say.Say("country.noties", "country", name))
	case len(d.Ties) == 0:
		p.facts.SetText(p.w.say.Say("country.none", "country", name))
	case f.Empty():
		p.facts.SetText(p.w.say.Count("country.ties", len(d.Ties), "country", name))
	default:
		p.facts.SetText(p.w.say.Count("country.filtered", len(d.Ties), "country", name))
	}
	p.showStanding(d)
	p.showFields(d.Counts)
	p.only.SetText(p.w.say.Say("country.only", "country", name))
	shown(p.only, len(d.Ties) > 0 && !slices.Contains(f.Countries, p.code))
	p.ties.set(d.Ties, p.code)
}

// showStanding tells of the country's place in the net of ties.
func (p *countryPanel) showStanding(d app.Detail) {
	say := p.w.say
	shown(p.standing, d.Rank > 0)
	if d.Rank > 0 {
		p.standing.SetText(say.Say("country.standing", "rank", say.Number(d.Rank), "of", say.Count("count.countries", d.Among),
			"between", say.Percent(d.Standing.Between)))
	}
}

// showFields tells what its ties are about and how its stance went.
func (p *countryPanel) showFields(c store.Counts) {
	say := p.w.say
	fields := slices.DeleteFunc(slices.Clone(data.Fields), func(f data.Field) bool { return c.Fields[f].Ties == 0 })
	slices.SortStableFunc(fields, func(a, b data.Field) int { return c.Fields[b].Ties - c.Fields[a].Ties })
	list := ""
	for _, f := range fields {
		one := say.Say("country.field", "field", say.Say("field."+string(f)), "n", say.Number(c.Fields[f].Ties))
		if list == "" {
			list = one
			continue
		}
		list = say.Say("list", "first", list, "next", one)
	}
	shown(p.fields, len(fields) > 0)
	p.fields.SetText(list)
	s := bulk(c)
	shown(p.trend, !s.empty())
	shown(p.when, !s.empty())
	if !s.empty() {
		years := s.in(byYear)
		slots, _, _ := years.periods(c.Years)
		p.trend.set(slots)
		from, to := years.name(years.first), years.name(years.last)
		if from == to {
			p.when.SetText(say.Say("country.when.year", "year", from))
		} else {
			p.when.SetText(say.Say("country.when", "from", from, "to", to))
		}
	}
}

// trend draws passages by period: cooperation above the line, conflict below it, the rest as a tick on it.
type trend struct {
	widget.BaseWidget
	w     *Window
	slots []store.Period
	box   *fyne.Container
}

const trendHeight = 52

func newTrend(w *Window) *trend {
	t := &trend{w: w, box: &fyne.Container{}}
	t.ExtendBaseWidget(t)
	return t
}

func (t *trend) set(slots []store.Period) {
	t.slots = slots
	t.Refresh()
}

// MinSize is part of fyne.CanvasObject.
func (t *trend) MinSize() fyne.Size { return fyne.NewSize(100, trendHeight) }

// CreateRenderer is part of fyne.Widget.
func (t *trend) CreateRenderer() fyne.WidgetRenderer {
	return &trendRenderer{widget.NewSimpleRenderer(t.box), t}
}

type trendRenderer struct {
	fyne.WidgetRenderer
	t *trend
}

func (r *trendRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.t.draw()
}

func (r *trendRenderer) Refresh() {
	r.t.draw()
	r.WidgetRenderer.Refresh()
}

func (t *trend) draw() {
	t.box.Objects = nil
	up, down := 1, 0
	for i := range t.slots {
		up, down = max(up, t.slots[i].Cooperation), max(down, t.slots[i].Conflict)
	}
	const side = 8
	width := min(26, (t.Size().Width-2*side)/float32(max(1, len(t.slots))))
	unit := (t.Size().Height - 2) / float32(up+down)
	middle := float32(up) * unit
	rect := func(i int, y, h float32, s data.Stance) {
		r := canvas.NewRectangle(t.w.stanceColour(s))
		r.Move(fyne.NewPos(side+float32(i)*width+width*0.1, y))
		r.Resize(fyne.NewSize(max(1, width*0.8), h))
		t.box.Objects = append(t.box.Objects, r)
	}
	for i := range t.slots {
		p := &t.slots[i]
		if h := float32(p.Cooperation) * unit; h > 0 {
			rect(i, middle-max(1.5, h), max(1.5, h), data.Cooperation)
		}
		if h := float32(p.Conflict) * unit; h > 0 {
			rect(i, middle+1, max(1.5, h), data.Conflict)
		}
		if p.Neutral > 0 && p.Cooperation+p.Conflict == 0 {
			rect(i, middle-1, 2, data.Neutral)
		}
	}
	line := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
	line.Move(fyne.NewPos(side, middle))
	line.Resize(fyne.NewSize(width*float32(len(t.slots)), 1))
	t.box.Objects = append(t.box.Objects, line)
}

// AccessibilityLabel tells the drawing in words.
func (t *trend) AccessibilityLabel() string {
	good, bad := 0, 0
	for i := range t.slots {
		good, bad = good+t.slots[i].Cooperation, bad+t.slots[i].Conflict
	}
	return t.w.say.Say("country.trend", "cooperation", t.w.say.Number(good), "conflict", t.w.say.Number(bad))
}
