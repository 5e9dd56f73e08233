package window

import (
	"cmp"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/export"
	"entente/app/window/look"
	"entente/data"
	"entente/data/store"
)

// changesPage compares two periods: which ties are new, ended, warmer or cooler, each with its passages.
type changesPage struct {
	listPage
	before  *widget.Entry
	after   *widget.Entry
	presets *widget.Select
	periods [2]store.Between
	changes []store.Change
	chosen  bool // the user chose the periods, which then stay whatever the filter
}

func newChangesPage(w *Window) *changesPage {
	p := &changesPage{}
	entry := func() *widget.Entry {
		e := widget.NewEntry()
		e.OnSubmitted = func(string) { p.submitted() }
		return e
	}
	p.before, p.after = entry(), entry()
	p.presets = widget.NewSelect([]string{w.say.Say("changes.halves"), w.say.Say("changes.years"), w.say.Say("changes.months")}, nil)
	p.presets.PlaceHolder = w.say.Say("changes.choose")
	p.presets.OnChanged = func(string) { p.preset(p.presets.SelectedIndex()) }
	compare := widget.NewButton(w.say.Say("changes.compare"), p.submitted)
	fields := container.New(flow{}, container.New(atLeast{look.Fit(150)}, p.before), container.NewCenter(widget.NewLabel("→")),
		container.New(atLeast{look.Fit(150)}, p.after), compare, container.New(atLeast{look.Fit(160)}, p.presets))
	p.listPage = newListPage(w, container.New(inset{6}, fields))
	return p
}

func (p *changesPage) show(c app.Change) {
	if c&app.LibraryChanged != 0 {
		p.chosen = false
	}
	if c&app.TiesChanged == 0 {
		return
	}
	if !p.chosen {
		p.periods = halves(p.w.session.Listing().Counts)
		p.write()
	}
	p.ask()
}

// write shows the periods in the fields.
func (p *changesPage) write() {
	p.before.SetText(p.periods[0].String())
	p.after.SetText(p.periods[1].String())
}

// submitted compares the periods that were typed.
func (p *changesPage) submitted() {
	before, err1 := store.ParseBetween(strings.TrimSpace(p.before.Text))
	after, err2 := store.ParseBetween(strings.TrimSpace(p.after.Text))
	if errors.Join(err1, err2) != nil {
		p.note.SetText(p.w.say.Say("changes.bad"))
		return
	}
	p.periods, p.chosen = [2]store.Between{before, after}, true
	p.ask()
}

// preset chooses the periods by their kind.
func (p *changesPage) preset(kind int) {
	counts := p.w.session.Listing().Counts
	switch kind {
	case 0:
		p.periods = halves(counts)
	case 1:
		p.periods = lastTwo(counts.Years, byYear)
	default:
		p.periods = lastTwo(counts.Months, byMonth)
	}
	p.chosen = kind > 0
	p.write()
	p.ask()
}

// ask compares the periods under the filter.
func (p *changesPage) ask() {
	lib, f, periods := p.w.library(), p.w.session.Filter(), p.periods
	if lib == nil || periods[0] == (store.Between{}) || periods[1] == (store.Between{}) {
		p.drop()
		p.fill(nil)
		return
	}
	ask(&p.latest, func() ([]store.Change, error) { return lib.Changes(background(), f, periods[0], periods[1]) }, p.fill)
}

func (p *changesPage) fill(changes []store.Change) {
	w := p.w
	p.changes = changes
	var groups []group
	for _, shift := range store.Shifts {
		g := group{key: "changes." + string(shift)}
		for i := range changes {
			if changes[i].Shift == shift {
				g.lines = append(g.lines, p.line(&changes[i]))
			}
		}
		groups = append(groups, g)
	}
	switch f := w.session.Filter(); {
	case p.periods[0] == (store.Between{}) || p.periods[1] == (store.Between{}):
		p.note.SetText(w.say.Say("changes.undated"))
	case f.From != "" || f.To != "":
		p.note.SetText(w.say.Count("changes.free", len(p.changes)))
	default:
		p.note.SetText(w.say.Count("changes.note", len(p.changes)))
	}
	p.list(groups)
}

// line tells a change in a line.
func (p *changesPage) line(c *store.Change) line {
	now := &c.After
	if c.Shift == store.Ended {
		now = &c.Before
	}
	return line{words: func() (string, string) { return p.w.pairName(c.Pair), p.facts(c, now) }, tie: now,
		menu: func() *fyne.Menu { return p.w.tieMenu(c.Pair) }, chosen: func() { p.open(c.Pair) }}
}

// facts says how a tie changed; now is what it is in the period that tells it last.
func (p *changesPage) facts(c *store.Change, now *data.Tie) string {
	w := p.w
	reports := func(t *data.Tie) string { return w.say.Count("count.reports", t.Reports) }
	if c.Shift == store.Warmer || c.Shift == store.Cooler {
		return w.say.Say("changes.both", "before", w.tieStance(&c.Before), "after", w.tieStance(&c.After), "reports", reports(&c.Before), "later", reports(&c.After))
	}
	return w.say.Say("changes.once", "stance", w.tieStance(now), "reports", reports(now))
}

// open shows the passages of a tie in both periods.
func (p *changesPage) open(pair data.Pair) {
	lib, periods := p.w.library(), p.periods
	if lib == nil {
		return
	}
	f := p.w.session.Filter()
	f.Stances, f.MinReports = nil, 0 // of a tie that meets them in one of the periods
	askBelow(p.split, func() (found [2]quoted, err error) {
		for i, period := range periods {
			var err1 error
			found[i].evidence, err1 = lib.Passages(background(), pair, period.In(f), 0, 1000)
			err = cmp.Or(err, err1, found[i].source(lib))
		}
		return found, err
	}, func(found [2]quoted) []fyne.CanvasObject {
		open := widget.NewHyperlink(p.w.say.Say("tie.open"), nil)
		open.OnTapped = func() { p.w.session.Go(app.Route{Pair: pair}) }
		return []fyne.CanvasObject{container.NewHBox(heading(p.w.pairName(pair)), open),
			sides(p.w.passageSide(p.period(0), found[0]), p.w.passageSide(p.period(1), found[1]))}
	})
}

// period names a period.
func (p *changesPage) period(i int) string {
	b := p.periods[i]
	if b.From == b.To {
		return p.w.say.Date(b.From)
	}
	return p.w.say.Date(b.String())
}

func (p *changesPage) table() export.Table {
	t := export.Table{Name: "changes", Columns: []string{"change", "country_a", "country_b", "name_a", "name_b", "stance_before", "stance_after",
		"reports_before", "reports_after", "passages_before", "passages_after", "warmth_before", "warmth_after", "before", "after"}}
	for i := range p.changes {
		c := &p.changes[i]
		t.Rows = append(t.Rows, []any{string(c.Shift), string(c.Pair[0]), string(c.Pair[1]), p.w.name(c.Pair[0]), p.w.name(c.Pair[1]),
			string(c.Before.Stance), string(c.After.Stance), c.Before.Reports, c.After.Reports, c.Before.Passages, c.After.Passages,
			c.Warmth[0], c.Warmth[1], p.periods[0].String(), p.periods[1].String()})
	}
	return t
}
