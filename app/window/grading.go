package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/data"
	"entente/data/store"
)

// gradeButton shows the grade of an article, such as B2, and offers the others; until a person graded it, F6 is pale.
func (w *Window) gradeButton(a *store.ArticleInfo) fyne.CanvasObject {
	info := *a
	b := w.tips.Button(nil, info.Grade.String(), w.gradeTip(info.Grade), nil)
	b.OnTapped = func() {
		at := w.o.App.Driver().AbsolutePositionForObject(b).AddXY(0, b.Size().Height)
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", w.gradeItems(&info)...), w.win.Canvas(), at)
	}
	if info.Grade.Graded() {
		b.Importance = widget.MediumImportance
		return b
	}
	return container.NewThemeOverride(b, pale{w.theme})
}

// pale is a theme in which words are as quiet as hints.
type pale struct{ fyne.Theme }

// Color is part of fyne.Theme.
func (p pale) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameForeground {
		n = theme.ColorNamePlaceHolder
	}
	return p.Theme.Color(n, v)
}

// gradeTip says what a grade means.
func (w *Window) gradeTip(g data.Grade) string {
	source, item := g.Source, g.Item
	if source == "" {
		source = "none"
	}
	if item == "" {
		item = "none"
	}
	return w.say.Say("grade.tip", "source", w.say.Say("grade.source."+source), "item", w.say.Say("grade.item."+item))
}

// gradeItems offers the grades of an article's source and of the article, each by itself.
func (w *Window) gradeItems(a *store.ArticleInfo) []*fyne.MenuItem {
	source := fyne.NewMenuItem(w.say.Say("grade.source", "publisher", a.Publisher), nil)
	source.ChildMenu = fyne.NewMenu("", w.gradeChoices("grade.source.", data.SourceGrades, a.Grade.Source, func(g string) {
		w.session.GradeSource(a.Publisher, g)
	})...)
	source.Disabled = data.SourceKey(a.Publisher) == "" || !w.writable()
	if data.SourceKey(a.Publisher) == "" {
		source.Label = w.say.Say("grade.nosource")
	}
	item := fyne.NewMenuItem(w.say.Say("grade.item"), nil)
	item.ChildMenu = fyne.NewMenu("", w.gradeChoices("grade.item.", data.ItemGrades, a.Grade.Item, func(g string) {
		w.session.GradeItem(a.ID, g)
	})...)
	item.Disabled = !w.writable()
	return []*fyne.MenuItem{source, item}
}

func (w *Window) gradeChoices(prefix string, grades []string, now string, set func(string)) (items []*fyne.MenuItem) {
	for _, g := range append(append([]string{}, grades...), "") {
		label := w.say.Say("grade.choice", "grade", g, "meaning", w.say.Say(prefix+g))
		if g == "" {
			label = w.say.Say("grade.none")
		}
		i := fyne.NewMenuItem(label, func() { set(g) })
		i.Checked = g == now
		items = append(items, i)
	}
	return items
}

// showGrades offers the grades of the article that is read, from the menu.
func (w *Window) showGrades() {
	d := w.session.Detail()
	if d.Article.ID == 0 {
		return
	}
	at := w.o.App.Driver().AbsolutePositionForObject(w.panel.reader).AddXY(20, 60)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", w.gradeItems(&d.Info)...), w.win.Canvas(), at)
}
