package window

import (
	"errors"
	"log/slog"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/tip"
	"entente/data"
	"entente/data/store"
)

// filterPane offers what can be chosen, with how much each choice would leave.
type filterPane struct {
	w          *Window
	object     fyne.CanvasObject
	clear      *tip.Button
	chips      *fyne.Container // every condition that is set
	foot       *fyne.Container // holds the chips
	frame      *fyne.Container
	sections   map[string]*section
	stances    map[data.Stance]*choice
	fields     map[data.Field]*choice
	met        map[data.Field]bool // the fields that the library was seen to have, which are offered whatever the filter
	modalities map[data.Modality]*choice
	reports    map[int]*choice
	sure       map[int]*choice
	decisions  map[data.DecisionFilter]*choice
	countries  *choiceList
	sources    *choiceList
	from, to   *dateEntry
	updating   bool
}

// leastReports are the numbers of reports that the filter offers as the least.
var leastReports = []int{2, 3, 5, 10}

// leastSure are the confidences, in per cent, that the filter offers as the least.
var leastSure = []int{50, data.FairlySure, 90}

// decisionFilters are the conditions on decisions that the filter offers; none is all but the rejected.
var decisionFilters = []data.DecisionFilter{data.OnlyAccepted, data.OnlyUndecided, data.OnlyRejected, data.AnyDecision}

func newFilterPane(w *Window) *filterPane {
	p := &filterPane{w: w, sections: map[string]*section{}, stances: map[data.Stance]*choice{}, fields: map[data.Field]*choice{},
		met: map[data.Field]bool{}, modalities: map[data.Modality]*choice{}, reports: map[int]*choice{}, sure: map[int]*choice{}, decisions: map[data.DecisionFilter]*choice{}}
	p.clear = w.tips.Button(theme.ContentClearIcon(), "", w.tip("clear"), w.clearFilter)
	p.chips = container.New(&chipFlow{})
	body := container.New(layout.NewCustomPaddedVBoxLayout(0))
	for _, s := range []struct {
		id   string
		open bool
		fill func(*fyne.Container)
	}{{"stance", true, p.makeStances}, {"field", true, p.makeFields}, {"country", true, p.makeCountries}, {"time", false, p.makePeriod},
		{"modality", false, p.makeModalities}, {"source", false, p.makeSources}, {"reports", false, p.makeReports}, {"sure", false, p.makeSure}, {"decision", false, p.makeDecisions}} {
		p.sections[s.id] = newSection(w, w.say.Say("filter."+s.id), s.open)
		s.fill(p.sections[s.id].body)
		body.Add(p.sections[s.id].object)
	}
	head := container.NewBorder(nil, nil, heading(w.say.Say("filter.title")), p.clear)
	list := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 4, 4, 12), body))
	p.foot = container.New(chipFoot{}, container.NewVScroll(p.chips)) // below the list: a condition must not move the rows under the pointer
	p.frame = container.NewBorder(head, p.foot, nil, nil, list)
	p.object = onPanel(p.frame)
	return p
}

func (p *filterPane) makeStances(body *fyne.Container) {
	for _, s := range data.Stances {
		p.stances[s] = newChoice(p.w.say.Say("stance."+string(s)), p.w.line(s), func(on bool) {
			p.change(func(f *data.Filter) { f.Stances = turned(data.Stances, f.Stances, s, on) })
		})
		body.Add(p.stances[s].object)
	}
}

func (p *filterPane) makeFields(body *fyne.Container) {
	for _, field := range data.Fields {
		p.fields[field] = newChoice(p.w.say.Say("field."+string(field)), nil, func(on bool) {
			p.change(func(f *data.Filter) { f.Fields = turned(data.Fields, f.Fields, field, on) })
		})
		body.Add(p.fields[field].object)
	}
}

func (p *filterPane) makeModalities(body *fyne.Container) {
	for _, m := range data.Modalities {
		p.modalities[m] = newChoice(p.w.say.Say("modality."+string(m)), nil, func(on bool) {
			p.change(func(f *data.Filter) { f.Modalities = turned(data.Modalities, f.Modalities, m, on) })
		})
		body.Add(p.modalities[m].object)
	}
}

func (p *filterPane) makeCountries(body *fyne.Container) {
	p.countries = newChoiceList(p.w, "filter.find.country", "filter.more", func(id string, on bool) { p.choose(data.Party(id), on) })
	body.Add(p.countries.object)
}

func (p *filterPane) makeSources(body *fyne.Container) {
	p.sources = newChoiceList(p.w, "filter.find.source", "filter.more.sources", func(id string, on bool) {
		p.change(func(f *data.Filter) {
			f.Publishers = slices.DeleteFunc(slices.Clone(f.Publishers), func(name string) bool { return name == id })
			if on {
				f.Publishers = append(f.Publishers, id)
			}
		})
	})
	body.Add(p.sources.object)
}

func (p *filterPane) makeReports(body *fyne.Container) {
	for _, n := range leastReports {
		p.reports[n] = newChoice(p.w.say.Count("filter.atleast", n), nil, func(on bool) {
			p.change(func(f *data.Filter) {
				f.MinReports = 0
				if on {
					f.MinReports = n
				}
			})
		})
		body.Add(p.reports[n].object)
	}
}

func (p *filterPane) makeSure(body *fyne.Container) {
	for _, n := range leastSure {
		p.sure[n] = newChoice(p.w.atLeastSure(n), nil, func(on bool) {
			p.change(func(f *data.Filter) {
				f.MinConfidence = 0
				if on {
					f.MinConfidence = n
				}
			})
		})
		body.Add(p.sure[n].object)
	}
}

// atLeastSure names the condition that passages are sure to so many per cent.
func (w *Window) atLeastSure(percent int) string {
	return w.say.Say("filter.sure.least", "sure", w.say.Percent(float64(percent)/100))
}

func (p *filterPane) makeDecisions(body *fyne.Container) {
	for _, d := range decisionFilters {
		p.decisions[d] = newChoice(p.w.say.Say("decision."+string(d)), nil, func(on bool) {
			p.change(func(f *data.Filter) {
				f.Decision = data.NotRejected
				if on {
					f.Decision = d
				}
			})
		})
		body.Add(p.decisions[d].object)
	}
}

func (p *filterPane) makePeriod(body *fyne.Container) {
	p.from, p.to = newDateEntry(p), newDateEntry(p)
	p.from.SetPlaceHolder(p.w.say.Say("filter.from"))
	p.to.SetPlaceHolder(p.w.say.Say("filter.to"))
	body.Add(container.NewGridWithColumns(2, p.from, p.to))
}

// dateEntry is a field for one end of the period; what is typed counts when Enter is pressed or the field is left.
type dateEntry struct {
	widget.Entry
	p *filterPane
}

func newDateEntry(p *filterPane) *dateEntry {
	e := &dateEntry{p: p}
	e.ExtendBaseWidget(e)
	e.Validator = func(s string) error {
		if _, _, ok := daysOf(s); s == "" || ok {
			return nil
		}
		return errors.New(p.w.say.Say("filter.nodate"))
	}
	e.OnSubmitted = func(string) { p.periodTyped() }
	return e
}

// FocusLost is part of fyne.Focusable.
func (e *dateEntry) FocusLost() {
	e.Entry.FocusLost()
	e.p.periodTyped()
}

// periodTyped sets the period as it was typed, where both ends are dates.
func (p *filterPane) periodTyped() {
	from, to := strings.TrimSpace(p.from.Text), strings.TrimSpace(p.to.Text)
	f := p.w.session.Filter()
	if p.from.Validate() != nil || p.to.Validate() != nil || from == f.From && to == f.To {
		return
	}
	p.change(func(f *data.Filter) { f.From, f.To = from, to })
}

// turned adds a value to those chosen or takes it away, and keeps the order of all.
func turned[T comparable](all, chosen []T, value T, on bool) []T {
	var out []T
	for _, v := range all {
		if v == value && on || v != value && slices.Contains(chosen, v) {
			out = append(out, v)
		}
	}
	return out
}

// change sets the filter after a change by the user; what the pane itself sets to follow the session is none.
func (p *filterPane) change(fn func(*data.Filter)) {
	if p.updating {
		return
	}
	f := p.w.session.Filter()
	fn(&f)
	p.w.setFilter(f)
}

// choose adds a country to the filter or takes it away.
func (p *filterPane) choose(code data.Party, on bool) {
	p.change(func(f *data.Filter) {
		f.Countries = slices.DeleteFunc(slices.Clone(f.Countries), func(c data.Party) bool { return c == code })
		if on {
			f.Countries = append(f.Countries, code)
		}
	})
}

// forget makes the pane learn anew which fields there are, in another library.
func (p *filterPane) forget() { clear(p.met) }

// show brings the pane up to date with the filter and the counts.
func (p *filterPane) show() {
	p.updating = true
	defer func() { p.updating = false }()
	f, counts := p.w.session.Filter(), p.w.session.Listing().Counts
	say := p.w.say
	for s, c := range p.stances {
		c.set(slices.Contains(f.Stances, s), say.Number(counts.Stances[s]), counts.Stances[s] == 0)
	}
	for field, c := range p.fields {
		n := counts.Fields[field].Ties
		c.set(slices.Contains(f.Fields, field), say.Number(n), n == 0)
		p.met[field] = p.met[field] || n > 0
		shown(c.object, p.met[field] || slices.Contains(f.Fields, field))
	}
	for m, c := range p.modalities {
		n := counts.Modalities[m].Ties
		c.set(slices.Contains(f.Modalities, m), say.Number(n), n == 0)
	}
	for least, c := range p.reports {
		n := counts.Told[min(least, store.MostTold)-1]
		c.set(f.MinReports == least, say.Number(n), n == 0)
	}
	for least, c := range p.sure {
		n := counts.Sure[least*(store.Tenths-1)/100]
		c.set(f.MinConfidence == least, say.Number(n), n == 0)
	}
	for d, c := range p.decisions {
		n := p.decided(d, counts)
		c.set(f.Decision == d, say.Number(n), n == 0)
	}
	p.from.SetText(f.From)
	p.to.SetText(f.To)
	p.showCountries(f, counts)
	p.showSources(f, counts)
	p.showSections(f)
	p.showChips(f)
	shown(p.clear, !f.Empty())
}

// decided gives how many passages a condition on decisions would leave. Passages, because a tie can have several decisions.
func (p *filterPane) decided(d data.DecisionFilter, c store.Counts) int {
	switch d {
	case data.OnlyAccepted:
		return c.Verdicts[data.Accepted].Passages
	case data.OnlyUndecided:
		return c.Verdicts[data.Undecided].Passages
	case data.OnlyRejected:
		return c.Verdicts[data.Rejected].Passages
	}
	return c.Verdicts[data.Accepted].Passages + c.Verdicts[data.Undecided].Passages + c.Verdicts[data.Rejected].Passages
}

func shown(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

func (p *filterPane) showCountries(f data.Filter, c store.Counts) {
	options := make([]option, 0, len(c.Countries))
	for code, n := range c.Countries {
		options = append(options, option{string(code), p.w.name(code), n.Ties, slices.Contains(f.Countries, code)})
	}
	for _, code := range f.Countries {
		if _, ok := c.Countries[code]; !ok {
			options = append(options, option{string(code), p.w.name(code), 0, true})
		}
	}
	p.countries.set(options)
}

func (p *filterPane) showSources(f data.Filter, c store.Counts) {
	options := make([]option, 0, len(c.Publishers))
	for name, n := range c.Publishers {
		options = append(options, option{name, p.w.sourceName(name), n, slices.Contains(f.Publishers, name)})
	}
	for _, name := range f.Publishers {
		if _, ok := c.Publishers[name]; !ok {
			options = append(options, option{name, p.w.sourceName(name), 0, true})
		}
	}
	p.sources.set(options)
}

// sourceName names a publisher.
func (w *Window) sourceName(name string) string {
	if name == "" {
		return w.say.Say("filter.nosource")
	}
	return name
}

// showSections tells how many conditions each section has.
func (p *filterPane) showSections(f data.Filter) {
	one := func(set bool) int { return map[bool]int{true: 1}[set] }
	for id, n := range map[string]int{"stance": len(f.Stances), "field": len(f.Fields), "country": len(f.Countries), "modality": len(f.Modalities),
		"time": one(f.From != "") + one(f.To != ""), "source": len(f.Publishers), "reports": one(f.MinReports > 1), "sure": one(f.MinConfidence > 0), "decision": one(f.Decision != data.NotRejected)} {
		p.sections[id].show(n)
	}
}

// setFilter sets another filter, and logs it.
func (w *Window) setFilter(f data.Filter) {
	slog.Debug("filter set", "countries", f.Countries, "between", f.Between, "fields", f.Fields, "stances", f.Stances, "modalities", f.Modalities, "from", f.From, "to", f.To,
		"search", f.Search, "articles", f.Articles, "sources", f.Publishers, "reports", strconv.Itoa(f.MinReports), "sure", f.MinConfidence, "decision", f.Decision)
	w.session.SetFilter(f)
}

// clearFilter takes every condition away, and words that one may have begun to type as another.
func (w *Window) clearFilter() {
	w.top.search.clear()
	w.setFilter(data.Filter{})
}
