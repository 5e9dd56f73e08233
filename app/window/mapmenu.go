package window

import (
	"log/slog"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/mapview"
	"entente/app/window/look"
	"entente/data"
)

// regionItems offers the parts of the world that the map can be fitted to, with the keys that lead there.
func (w *Window) regionItems() []*fyne.MenuItem {
	view := w.mapPane.view
	var items []*fyne.MenuItem
	var keys []string
	add := func(words string, key rune, run func()) {
		items, keys = append(items, fyne.NewMenuItem(words, run)), append(keys, string(key))
	}
	for _, r := range mapview.Regions {
		add(w.say.Say("region."+r.Name), r.Key, func() { w.showRegion(r.Name) })
	}
	add(w.say.Say("menu.fit.ties"), 'T', view.ShowTies)
	add(w.say.Say("menu.fit.partners"), 'P', func() { view.TypedRune('p') })
	writeBehind(items, keys)
	return slices.Insert(items, len(mapview.Regions), fyne.NewMenuItemSeparator())
}

func (w *Window) showRegion(name string) {
	slog.Debug("region shown", "region", name)
	w.mapPane.view.ShowRegion(name)
}

// projectionItems offers the projections, and the place that they are turned to.
func (w *Window) projectionItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for i, n := range w.mapPane.projectionNames() {
		items = append(items, fyne.NewMenuItem(n, func() { w.mapPane.projection.SetSelectedIndex(i) }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.say.Say("menu.centre.choose"), w.chooseCentre),
		fyne.NewMenuItem(w.say.Say("menu.centre.none"), w.mapPane.view.Uncentre))
}

// menu opens the menu of the place on the map that was clicked with the secondary button.
func (p *mapPane) menu(s mapview.Spot) {
	m := p.menuOf(s)
	slog.Debug("menu of the map", "country", s.Country, "pair", s.Pair, "entries", len(m.Items))
	widget.ShowPopUpMenuAtPosition(m, p.w.win.Canvas(), s.At)
}

// menuOf offers what can be done with a place on the map.
func (p *mapPane) menuOf(s mapview.Spot) *fyne.Menu {
	w := p.w
	var items []*fyne.MenuItem
	add := func(words string, run func()) { items = append(items, fyne.NewMenuItem(words, run)) }
	if s.Country != "" {
		p.countryItems(s.Country, add)
	} else if s.Pair != (data.Pair{}) {
		add(w.say.Say("map.menu.open", "tie", w.pairName(s.Pair)), func() { w.session.Go(app.Route{Pair: s.Pair}) })
		add(w.say.Say("map.menu.both"), func() { p.view.ShowParties(s.Pair[:]) })
	}
	if s.OnMap {
		add(w.say.Say("map.menu.here"), func() { p.view.Centre(s.Place) })
	}
	if p.view.Centred() {
		add(w.say.Say("menu.centre.none"), p.view.Uncentre)
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	add(w.say.Say("menu.fit.ties"), p.view.ShowTies)
	add(w.say.Say("menu.zoom.fit"), p.view.Fit)
	return fyne.NewMenu("", items...)
}

// countryItems adds what can be done with a country.
func (p *mapPane) countryItems(c data.Party, add func(words string, run func())) {
	w, name := p.w, p.w.name(c)
	if p.ties(c) > 0 {
		add(w.say.Say("map.menu.ties", "country", name), func() { w.session.Go(app.Route{Country: c}) })
		add(w.say.Say("map.menu.partners", "country", name), func() { p.view.ShowPartners(c) })
	}
	if anchor, ok := p.view.Anchor(c); ok {
		add(w.say.Say("map.menu.centre", "country", name), func() { p.view.Centre(anchor) })
		add(w.say.Say("map.menu.around", "country", name), func() { p.view.Around(anchor) })
	}
}

// chooseCentre asks for the country that the map is turned to.
func (w *Window) chooseCentre() {
	all := w.countries()
	shown := all
	var d *dialog.CustomDialog
	take := func(c data.Party) {
		d.Hide()
		if anchor, ok := w.mapPane.view.Anchor(c); ok {
			slog.Debug("map centred", "country", c)
			w.mapPane.view.Centre(anchor)
		}
	}
	list := widget.NewList(func() int { return len(shown) }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(w.name(shown[i])) })
	list.OnSelected = func(i widget.ListItemID) { take(shown[i]) }
	entry := newPathEntry()
	entry.SetPlaceHolder(w.say.Say("centre.hint"))
	entry.OnChanged = func(typed string) {
		shown = w.matching(all, typed)
		list.Refresh()
		list.ScrollToTop()
	}
	entry.OnSubmitted = func(string) {
		if len(shown) > 0 {
			take(shown[0])
		}
	}
	entry.escaped = func() { d.Hide() }
	entry.Icon = theme.SearchIcon()
	body := container.NewBorder(entry, nil, nil, nil, container.New(atLeastTall{280}, container.New(atLeast{look.Fit(360)}, list)))
	d = dialog.NewCustom(w.say.Say("centre.title"), w.say.Say("dialog.cancel"), body, w.win)
	d.Show()
	w.win.Canvas().Focus(entry)
}

// countries lists all countries on the map by their names.
func (w *Window) countries() []data.Party {
	var all []data.Party
	for i := range w.world.Countries {
		all = append(all, data.Party(w.world.Countries[i].Code))
	}
	slices.SortFunc(all, func(a, b data.Party) int { return strings.Compare(w.name(a), w.name(b)) })
	return all
}

// matching gives the parties whose names hold what was typed, those that begin with it first.
func (w *Window) matching(all []data.Party, typed string) (found []data.Party) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	first := 0
	for _, c := range all {
		switch name := strings.ToLower(w.name(c)); {
		case strings.HasPrefix(name, typed):
			found = slices.Insert(found, first, c)
			first++
		case strings.Contains(name, typed):
			found = append(found, c)
		}
	}
	return found
}

// switchLegend shows the map's legend or hides it, and remembers it unless the map is too small to have one at all times.
func (w *Window) switchLegend() {
	view := w.mapPane.view
	view.ToggleLegend()
	w.settings.SetDrawn("legend", view.Parts().Legend)
	w.enable()
}

// partsOf names the parts that the map can leave out, as settings and menus do.
func partsOf(p *mapview.Parts) map[string]*bool {
	return map[string]*bool{"legend": &p.Legend, "graticule": &p.Graticule, "tienames": &p.TieNames, "inset": &p.Inset}
}

// switchPart gives what draws a part of the map or leaves it out, and remembers it.
func (w *Window) switchPart(name string) func() {
	return func() {
		parts := w.mapPane.view.Parts()
		on := partsOf(&parts)[name]
		*on = !*on
		w.mapPane.view.SetParts(parts)
		w.settings.SetDrawn(name, *on)
		w.enable()
	}
}

// drawn gives what says whether a part is drawn.
func (w *Window) drawn(name string) func() bool {
	return func() bool {
		parts := w.mapPane.view.Parts()
		return *partsOf(&parts)[name]
	}
}

// switchMotion lets the map move to other views, or leap there.
func (w *Window) switchMotion() {
	view := w.mapPane.view
	view.Animated = !view.Animated
	w.settings.SetStill(!view.Animated)
	w.enable()
}
