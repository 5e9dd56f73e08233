package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
)

func exportIcon() fyne.Resource { return theme.DownloadIcon() }

// popUp shows a menu where the pointer is.
func (w *Window) popUp(menu *fyne.Menu, e *fyne.PointEvent) {
	w.tips.Hide()
	widget.ShowPopUpMenuAtPosition(menu, w.win.Canvas(), e.AbsolutePosition)
}

// tieMenu offers what can be done with a tie.
func (w *Window) tieMenu(p data.Pair) *fyne.Menu {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(w.say.Say("tie.open"), func() { w.session.Go(app.Route{Pair: p}) }),
		fyne.NewMenuItem(w.say.Say("tie.onmap"), func() {
			w.session.Go(app.Route{Pair: p})
			w.session.Show(app.MapPicture)
		}),
		fyne.NewMenuItemSeparator(),
	}
	for _, c := range p {
		items = append(items, w.countryItems(c)...)
	}
	return fyne.NewMenu("", items...)
}

// countryMenu offers what can be done with a country.
func (w *Window) countryMenu(c data.Party) *fyne.Menu { return fyne.NewMenu("", w.countryItems(c)...) }

func (w *Window) countryItems(c data.Party) []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(w.say.Say("country.open", "country", w.name(c)), func() { w.session.Go(app.Route{Country: c}) }),
		fyne.NewMenuItem(w.say.Say("country.only", "country", w.name(c)), func() { w.filters.choose(c, true) }),
	}
}
