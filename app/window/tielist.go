package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
)

// tieList lists ties, the heaviest first: the line as on the map, the names, and how much speaks for it.
type tieList struct {
	w     *Window
	list  *widget.List
	ties  []data.Tie
	other data.Party // the party whose ties these are: only the others are named; "" names both
}

func newTieList(w *Window) *tieList {
	t := &tieList{w: w}
	t.list = widget.NewList(func() int { return len(t.ties) }, func() fyne.CanvasObject { return newTieItem(w) },
		func(id widget.ListItemID, o fyne.CanvasObject) {
			if id < len(t.ties) {
				o.(*tieItem).set(&t.ties[id], t.other)
			}
		})
	t.list.OnSelected = func(id widget.ListItemID) {
		t.list.UnselectAll()
		if id < len(t.ties) {
			w.session.Go(app.Route{Pair: t.ties[id].Pair})
		}
	}
	return t
}

func (t *tieList) set(ties []data.Tie, of data.Party) {
	t.ties, t.other = ties, of
	t.list.Refresh()
}

// tieItem is a line of the list.
type tieItem struct {
	widget.BaseWidget
	w           *Window
	line        *sample
	name, facts *widget.Label
	content     fyne.CanvasObject
	pair        data.Pair
}

func newTieItem(w *Window) *tieItem {
	i := &tieItem{w: w, line: newSample(w.mapTheme), name: widget.NewLabel(""), facts: caption("")}
	i.name.Truncation, i.facts.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	i.content = container.NewBorder(nil, nil, container.NewPadded(container.NewCenter(i.line)), nil, container.New(tight{}, i.name, i.facts))
	i.ExtendBaseWidget(i)
	return i
}

func (i *tieItem) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(i.content) }

// Tapped opens the tie: an object that takes one kind of click gets the other as well, so the list does not see it.
func (i *tieItem) Tapped(*fyne.PointEvent) { i.w.session.Go(app.Route{Pair: i.pair}) }

// TappedSecondary offers what can be done with the tie.
func (i *tieItem) TappedSecondary(e *fyne.PointEvent) { i.w.popUp(i.w.tieMenu(i.pair), e) }

func (i *tieItem) set(t *data.Tie, of data.Party) {
	i.pair = t.Pair
	i.line.set(t.Stance, t.Reports, t.Planned)
	if of != "" {
		i.name.SetText(i.w.name(t.Pair.Other(of)))
	} else {
		i.name.SetText(i.w.pairName(t.Pair))
	}
	i.facts.SetText(i.w.tieFacts(t))
}

// tieFacts says in a line how much speaks for a tie, and what it is about.
func (w *Window) tieFacts(t *data.Tie) string {
	return w.say.Say("tie.line", "reports", w.say.Count("count.reports", t.Reports), "passages", w.say.Count("count.passages", t.Passages),
		"fields", w.fieldNames(t.Fields, 2))
}

// fieldNames lists fields, at most so many; 0 lists all.
func (w *Window) fieldNames(fields []data.Field, most int) string {
	if most > 0 && len(fields) > most {
		fields = fields[:most]
	}
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = w.say.Say("field." + string(f))
	}
	return w.listed(names)
}

// countryNames lists countries.
func (w *Window) countryNames(countries []data.Party) string {
	names := make([]string, len(countries))
	for i, c := range countries {
		names[i] = w.name(c)
	}
	return w.listed(names)
}

// listed joins names as the language joins them.
func (w *Window) listed(names []string) (list string) {
	for i, name := range names {
		if i == 0 {
			list = name
			continue
		}
		list = w.say.Say("list", "first", list, "next", name)
	}
	return list
}

// overview is the panel when nothing is chosen: all ties.
type overview struct {
	w      *Window
	object fyne.CanvasObject
	title  *widget.Label
	ties   *tieList
	empty  *widget.Label
}

func newOverview(w *Window) *overview {
	o := &overview{w: w, title: heading(""), ties: newTieList(w), empty: quiet("")}
	o.object = container.NewBorder(container.NewVBox(o.title, o.empty), nil, nil, nil, o.ties.list)
	return o
}

func (o *overview) show() {
	l := o.w.session.Listing()
	o.title.SetText(o.w.say.Count("overview.title", len(l.Ties)))
	o.empty.SetText(o.w.say.Say("overview.hint"))
	shown(o.empty, len(l.Ties) > 0)
	o.ties.set(l.Ties, "")
}
