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

// dropMenu shows a menu below a button, or above where there is no room below.
func (w *Window) dropMenu(menu *fyne.Menu, button fyne.CanvasObject) {
	w.tips.Hide()
	at := w.o.App.Driver().AbsolutePositionForObject(button)
	height := widget.NewPopUpMenu(menu, w.win.Canvas()).MinSize().Height
	if at.Y+button.Size().Height+height > w.win.Canvas().Size().Height {
		at.Y -= height
	} else {
		at.Y += button.Size().Height
	}
	widget.ShowPopUpMenuAtPosition(menu, w.win.Canvas(), at)
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
