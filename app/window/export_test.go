package window

import (
	"fmt"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"entente/app"
	"entente/app/mapview"
	"entente/app/scene"
	"entente/data"
	"entente/geo/proj"
)

// What tests of the window do without a pointer.

func (w *Window) Window() fyne.Window     { return w.win }
func (w *Window) OpenTie(p data.Pair)     { w.session.Go(app.Route{Pair: p}) }
func (w *Window) OpenFirstPassage()       { w.panel.tie.cards[0].row.Tapped(nil) }
func (w *Window) Ties() int               { return len(w.session.Listing().Ties) }
func (w *Window) Filter() data.Filter     { return w.session.Filter() }
func (w *Window) SetFilter(f data.Filter) { w.setFilter(f) }
func (w *Window) Search(words string)     { w.top.search.entry.SetText(words) }
func (w *Window) Searched() string        { return w.top.search.entry.Text }
func (w *Window) Drop(uris []fyne.URI)    { w.dropped(fyne.Position{}, uris) }
func (w *Window) OpenLibrary(path string) { w.openPath(path) }
func (w *Window) LightestTie() data.Pair  { l := w.session.Listing().Ties; return l[len(l)-1].Pair }

// WaitForJob waits until what is under way has ended; what it told waits to be run.
func (w *Window) WaitForJob() {
	if w.running != nil {
		w.running.Wait()
	}
}

// TypePath writes a path into the field that a dialog has the focus on.
func (w *Window) TypePath(win fyne.Window, path string) {
	win.Canvas().Focused().(*pathEntry).SetText(path)
}

// TypedPath gives what stands in the field that a dialog has the focus on.
func (w *Window) TypedPath(win fyne.Window) string { return win.Canvas().Focused().(*pathEntry).Text }

// Within gives the path of a file to be written for a folder that was chosen.
func Within(start, folder, typed string) string {
	return pathQuestion{start: start, save: true}.within(folder, typed)
}

// StanceRow is the line of a stance in the filter.
func (w *Window) StanceRow(s data.Stance) fyne.CanvasObject { return w.filters.stances[s].object }

// Tick clicks a line of the filter, which has to be seen, at its words.
func (w *Window) Tick(label string) bool {
	p := w.filters
	all := slices.Concat(p.countries.rows, p.sources.rows)
	all = slices.AppendSeq(all, maps.Values(p.stances))
	all = slices.AppendSeq(all, maps.Values(p.fields))
	all = slices.AppendSeq(all, maps.Values(p.modalities))
	all = slices.AppendSeq(all, maps.Values(p.reports))
	all = slices.AppendSeq(all, maps.Values(p.sure))
	all = slices.AppendSeq(all, maps.Values(p.decisions))
	for _, c := range all {
		if c.check.Text == label && c.object.Visible() {
			test.Tap(c.check)
			return true
		}
	}
	return false
}

// PanelScroll gives how far the panel of a tie is scrolled, and how much more lies below what is seen of it.
func (w *Window) PanelScroll() (by, left float32) {
	s := w.panel.tie.scroll
	return s.Offset.Y, s.Content.MinSize().Height - s.Size().Height - s.Offset.Y
}

// ScrollPanel scrolls the panel of a tie.
func (w *Window) ScrollPanel(to float32) { w.panel.tie.scroll.ScrollToOffset(fyne.NewPos(0, to)) }

// TapCard clicks a passage of the panel.
func (w *Window) TapCard(card int) { w.panel.tie.cards[card].row.Tapped(&fyne.PointEvent{}) }

// Offered gives the count beside a line of the filter.
func (w *Window) Offered(label string) string {
	p := w.filters
	all := slices.Concat(p.countries.rows, p.sources.rows, slices.Collect(maps.Values(p.reports)), slices.Collect(maps.Values(p.sure)), slices.Collect(maps.Values(p.decisions)),
		slices.Collect(maps.Values(p.modalities)))
	for _, c := range all {
		if c.check.Text == label {
			return c.count.Text
		}
	}
	return ""
}

// TypePeriod types dates into the filter.
func (w *Window) TypePeriod(from, to string) {
	w.filters.from.SetText(from)
	w.filters.to.SetText(to)
	w.filters.to.OnSubmitted(to)
}

// FindCountry asks for all countries and types a part of a name.
func (w *Window) FindCountry(part string) {
	w.filters.countries.more.OnTapped()
	w.filters.countries.find.SetText(part)
}

// TapFirstArticle clicks the first line of the list of articles as the driver does, on the topmost object that takes clicks.
func (w *Window) TapFirstArticle() {
	at := w.o.App.Driver().AbsolutePositionForObject(w.articles.list).AddXY(30, 20)
	test.TapCanvas(w.win.Canvas(), at)
}

// View gives what the map shows.
func (w *Window) View() proj.View { return w.mapPane.view.View() }

// SetView moves the map.
func (w *Window) SetView(v proj.View) { w.mapPane.view.SetView(v, false) }

// PointAtTie does what a click on a tie on the map does.
func (w *Window) PointAtTie(p data.Pair) { w.mapPane.choose(app.Route{Pair: p}) }

// Go looks at a country or a tie, or at nothing.
func (w *Window) Go(c data.Party, p data.Pair) { w.session.Go(app.Route{Country: c, Pair: p}) }

// Parts gives what the map draws.
func (w *Window) Parts() mapview.Parts { return w.mapPane.view.Parts() }

// StandsOut gives what stands out on the map.
func (w *Window) StandsOut() scene.Target { return w.mapPane.view.Snapshot().Selected }

// LitWords gives the words that are lit in the article because they were looked for.
func (w *Window) LitWords() (all []string) {
	for _, s := range w.panel.reader.Lights() {
		all = append(all, w.panel.reader.Article().Text[s.Start:s.End])
	}
	return all
}

// Bury puts an object into the window, so many containers deep.
func (w *Window) Bury(o fyne.CanvasObject, deep int) {
	for range deep {
		o = container.NewStack(o)
	}
	w.ground.Add(o)
}

// Work shows that something is under way, or that it is over.
func (w *Window) Work(yes bool) {
	if yes {
		w.status.working("Reading")
	} else {
		w.status.idle()
	}
}

// StatusWidth is how wide the line at the foot may write.
func (w *Window) StatusWidth() float32 { return w.status.text.Size().Width }

// Speak makes the window anew in a language.
func (w *Window) Speak(code string) { w.speak(code) }

// MapMenu gives the menu of a country on the map.
func (w *Window) MapMenu(c data.Party) *fyne.Menu {
	anchor, ok := w.mapPane.view.Anchor(c)
	return w.mapPane.menuOf(mapview.Spot{Target: scene.Target{Country: c}, Place: anchor, OnMap: ok})
}

// Submit presses Enter in the field that a dialog has the focus on.
func (w *Window) Submit(win fyne.Window) {
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// Dark says whether the window is dark, and TextScale how large the text of articles is.
func (w *Window) Dark() bool         { return w.dark() }
func (w *Window) TextScale() float32 { return w.panel.reader.Scale() }

// GradeFirst grades the first article of the list.
func (w *Window) GradeFirst(grade string) { w.session.GradeItem(w.articles.items[0].ID, grade) }

// Signed gives the name beside a decision of the library that is the only one.
func (w *Window) Signed() string {
	all, err := w.library().Decisions(background())
	if err != nil || len(all) != 1 {
		return fmt.Sprint(len(all), " decisions, ", err)
	}
	return all[0].Who
}
