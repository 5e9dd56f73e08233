package window

import (
	"errors"
	"log/slog"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/store"
	"entente/data/text"
)

const (
	searchPause    = 150 * time.Millisecond // after the last key, before the library is asked
	countriesMost  = 4
	hitsMost       = 8
	resultsHighest = 460 // height of the list
)

// search is the box at the top: countries by name and articles by their words, as one types.
type search struct {
	w       *Window
	entry   *searchEntry
	results *fyne.Container
	sheet   *fyne.Container
	list    *fyne.Container
	rows    []*row
	at      int    // of rows, by arrow keys; -1 for none
	asked   string // what the results are for
	last    string // the words of which a result was chosen last
	stop    func()
}

func newSearch(w *Window) *search {
	s := &search{w: w, at: -1, stop: func() {}}
	s.entry = newSearchEntry(s)
	s.list = container.NewVBox()
	scroll := container.NewVScroll(container.NewPadded(s.list))
	frame := newGround(theme.ColorNameOverlayBackground, 6)
	frame.rect.StrokeWidth, frame.stroke = 1, theme.ColorNameInputBorder
	s.sheet = container.NewStack(frame, scroll)
	s.results = container.New(under{s}, newAside(s), newAside(s), newAside(s), s.sheet)
	s.hide()
	return s
}

// aside is room beside the results, below or beside the box: a click there puts them away, as it does a menu.
type aside struct {
	widget.BaseWidget
	s *search
}

func newAside(s *search) *aside {
	a := &aside{s: s}
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer is part of fyne.Widget.
func (a *aside) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Tapped is part of fyne.Tappable.
func (a *aside) Tapped(*fyne.PointEvent) { a.s.hide() }

// under lays the results below the box, as wide as it, and the room beside them around both.
type under struct{ s *search }

func (u under) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	entry := u.s.entry
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(entry).Subtract(driver.AbsolutePositionForObject(u.s.results))
	top := at.Y + entry.Size().Height + 2
	height := min(u.s.list.MinSize().Height+3*theme.Padding(), resultsHighest, size.Height-top-theme.Padding())
	u.s.sheet.Move(fyne.NewPos(at.X, top))
	u.s.sheet.Resize(fyne.NewSize(entry.Size().Width, max(0, height)))
	right := at.X + entry.Size().Width
	for i, room := range [][4]float32{{0, top, size.Width, size.Height - top}, {0, 0, at.X, top}, {right, 0, size.Width - right, top}} {
		objects[i].Move(fyne.NewPos(room[0], room[1]))
		objects[i].Resize(fyne.NewSize(room[2], room[3]))
	}
}

func (under) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// searchEntry is the box itself; arrows walk the results, Enter opens one, Escape puts them away and then empties the box.
type searchEntry struct {
	widget.Entry
	s *search
}

func newSearchEntry(s *search) *searchEntry {
	e := &searchEntry{s: s}
	e.ActionItem = s.w.tips.Button(theme.CancelIcon(), "", s.w.say.Say("search.clear"), func() {
		s.clear()
		s.w.win.Canvas().Focus(e)
	})
	e.ActionItem.Hide()
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(s.w.say.Say("search.hint"))
	e.SetIcon(theme.SearchIcon())
	e.OnChanged = s.typed
	return e
}

// TypedKey is part of fyne.Focusable.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		e.s.walk(1)
	case fyne.KeyUp:
		e.s.walk(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.s.enter()
	case fyne.KeyEscape:
		if !e.s.results.Visible() || e.Text == "" {
			e.s.clear()
			e.s.w.win.Canvas().Focus(e.s.w.mapPane.view)
		}
		e.s.hide()
	default:
		e.Entry.TypedKey(k)
	}
}

// FocusGained shows the results again, or in an empty box the words that were looked for last.
func (e *searchEntry) FocusGained() {
	e.Entry.FocusGained()
	e.s.ask()
}

// typed asks once the user pauses.
func (s *search) typed(words string) {
	shown(s.entry.ActionItem, words != "")
	s.stop()
	s.stop = s.w.o.After(searchPause, s.ask)
}

// clear empties the box, which holds words only while one chooses among what they find.
func (s *search) clear() {
	s.entry.SetText("")
	s.asked = "" // what is still being looked for is not shown
	s.hide()
}

// forget empties the box of words that were meant for another library.
func (s *search) forget() {
	s.last = ""
	s.clear()
}

// again asks again if the results are seen.
func (s *search) again() {
	if s.results.Visible() {
		s.ask()
	}
}

// found is what a search gave.
type found struct {
	query     string
	countries []data.Party
	pair      data.Pair // whose names the words are; zero for none
	hits      []store.Hit
	err       error
}

func (s *search) ask() {
	query, lib, w := strings.TrimSpace(s.entry.Text), s.w.library(), s.w
	s.asked = query
	switch {
	case lib == nil || w.scanner == nil || query == "" && s.last == "":
		s.hide()
		return
	case query == "":
		s.offerLast()
		return
	}
	w.o.Spawn(func() {
		f := found{query: query, countries: countriesLike(w.scanner.Gazetteer(), query, w.say.Code())}
		f.pair = pairNamed(w.scanner.Gazetteer(), query)
		f.hits, f.err = lib.Search(background(), lastWordOpen(query), store.SearchOptions{Limit: hitsMost})
		w.o.Post(func() {
			if s.asked == f.query {
				s.show(f)
			}
		})
	})
}

// lastWordOpen lets the last word go on, since it is still being typed.
func lastWordOpen(query string) string {
	if last := query[len(query)-1]; last == '"' || last == '*' || last == ')' {
		return query
	}
	return query + "*"
}

// countriesLike gives the countries whose name begins with the words, or that the words name otherwise.
func countriesLike(g *gazetteer.Gazetteer, query, lang string) []data.Party {
	var out []data.Party
	folded := strings.ToLower(query)
	if c, ok := g.Lookup(query); ok {
		out = append(out, c)
	}
	for _, c := range g.Countries() {
		for _, word := range []string{g.Name(c.Code, lang), g.Name(c.Code, "en")} {
			if len(out) < countriesMost && strings.HasPrefix(strings.ToLower(word), folded) && (len(out) == 0 || out[0] != c.Code) {
				out = append(out, c.Code)
				break
			}
		}
	}
	return out
}

// pairNamed gives the pair whose names stand one after the other in the words, with a sign between or none: "Serbia Japan",
// "South Korea – US".
func pairNamed(g *gazetteer.Gazetteer, query string) data.Pair {
	words := strings.FieldsFunc(query, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-–—,&+/", r) })
	for i := 1; i < len(words); i++ {
		a, ok1 := g.Lookup(strings.Join(words[:i], " "))
		b, ok2 := g.Lookup(strings.Join(words[i:], " "))
		if ok1 && ok2 && a != b {
			return data.PairOf(a, b)
		}
	}
	return data.Pair{}
}

// offerLast offers to look for the last words again, of which another result may be wanted.
func (s *search) offerLast() {
	s.list.RemoveAll()
	s.rows, s.at = nil, -1
	words := s.last
	s.add(heading(s.w.say.Say("search.again", "words", strings.Trim(words, `"`))), func() {
		s.entry.SetText(words)
		s.w.win.Canvas().Focus(s.entry)
		s.ask()
	})
	s.open()
}

func (s *search) show(f found) {
	w := s.w
	s.list.RemoveAll()
	s.rows, s.at = nil, -1
	if f.pair != (data.Pair{}) {
		s.add(container.NewBorder(nil, nil, nil, caption(w.say.Say("search.tie")), heading(w.pairName(f.pair))), func() {
			w.session.Go(app.Route{Pair: f.pair})
		})
	}
	for _, c := range f.countries {
		s.add(container.NewBorder(nil, nil, nil, caption(w.say.Say("search.country")), heading(w.name(c))), func() {
			w.session.Go(app.Route{Country: c})
		})
	}
	for i := range f.hits {
		s.addHit(&f.hits[i])
	}
	switch {
	case errors.Is(f.err, data.ErrInvalid) && len(f.countries) == 0:
		s.list.Add(quiet(w.say.Say("search.nothing")))
	case f.err != nil && !errors.Is(f.err, data.ErrInvalid):
		slog.Error("search", "error", f.err)
		s.list.Add(quiet(w.explain(f.err)))
	case len(f.hits) == 0 && len(f.countries) == 0 && f.pair == (data.Pair{}):
		s.list.Add(quiet(w.say.Say("search.none", "words", strings.Trim(f.query, `"`))))
	case len(f.hits) > 0:
		s.add(heading(w.say.Say("search.filter", "words", strings.Trim(f.query, `"`))), func() {
			filter := w.session.Filter()
			filter.Search = f.query
			w.setFilter(filter)
		})
	}
	slog.Debug("searched", "words", f.query, "countries", len(f.countries), "articles", len(f.hits))
	s.open()
}

// addHit adds an article: its title, and the words around what was found.
func (s *search) addHit(h *store.Hit) {
	w := s.w
	called, marks := text.PlainIn(h.Title, data.Span{End: len(h.Title)}, h.TitleMarks)
	if called == "" { // its first words stand for the title, in which nothing was looked for
		called, marks = w.articleTitle(&h.ArticleInfo), nil
	}
	title := widget.NewRichText(marked(called, marks, theme.SizeNameText, true)...)
	title.Truncation = fyne.TextTruncateEllipsis
	row := container.New(tight{}, title)
	if words, marks := beyondTitle(h); words != "" {
		snippet := widget.NewRichText(marked(words, marks, theme.SizeNameCaptionText, false)...)
		snippet.Wrapping = fyne.TextWrapWord
		row.Add(snippet)
	}
	sought, span := lit{h.ID, h.Words}, h.Passage
	s.add(row, func() {
		w.panel.lit = sought
		w.session.Go(app.Route{Article: sought.article, Span: span})
	})
}

// beyondTitle gives the words around what was found without the title, with which many a text begins: it stands above them.
func beyondTitle(h *store.Hit) (words string, marks []data.Span) {
	rest, repeated := strings.CutPrefix(strings.TrimLeft(h.Snippet, "…."), h.Title)
	if h.Title == "" || !repeated {
		return h.Snippet, h.Marks
	}
	words = strings.TrimLeftFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	cut := len(h.Snippet) - len(words)
	for _, m := range h.Marks {
		if m.Start >= cut {
			marks = append(marks, data.Span{Start: m.Start - cut, End: m.End - cut})
		}
	}
	return words, marks
}

// lit is the words that were looked for in an article, to be lit where it is read.
type lit struct {
	article int64
	words   []data.Span
}

// marked sets the words that were looked for in bold and in the colour of what can be chosen; all is bold where bold is set.
func marked(words string, marks []data.Span, size fyne.ThemeSizeName, bold bool) []widget.RichTextSegment {
	var out []widget.RichTextSegment
	add := func(s string, sought bool) {
		colour := theme.ColorNameForeground
		if sought {
			colour = theme.ColorNamePrimary
		}
		if s != "" {
			out = append(out, &widget.TextSegment{Text: s, Style: widget.RichTextStyle{Inline: true, SizeName: size,
				ColorName: colour, TextStyle: fyne.TextStyle{Bold: bold || sought}}})
		}
	}
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End > len(words) {
			continue
		}
		// A space that a segment begins with is not drawn, so it goes to the one before.
		end := m.End + len(words[m.End:]) - len(strings.TrimLeft(words[m.End:], " "))
		add(words[at:m.Start], false)
		add(words[m.Start:end], true)
		at = end
	}
	add(words[at:], false)
	return out
}

func (s *search) add(content fyne.CanvasObject, chosen func()) {
	r := newRow(content, func() {
		if s.asked != "" {
			s.last = s.asked
		}
		s.clear()
		s.w.win.Canvas().Unfocus()
		chosen()
	})
	s.rows = append(s.rows, r)
	s.list.Add(r)
}

// walk moves between the results by keyboard, while the box keeps the keys.
func (s *search) walk(by int) {
	if len(s.rows) == 0 {
		return
	}
	if s.at >= 0 {
		s.rows[s.at].FocusLost()
	} else if by < 0 {
		s.at = 0 // up from the box is the last one
	}
	s.at = (s.at + by + len(s.rows)) % len(s.rows)
	s.rows[s.at].FocusGained()
}

// enter opens the result that was walked to, or else the first.
func (s *search) enter() {
	if strings.TrimSpace(s.entry.Text) != s.asked || len(s.rows) == 0 {
		s.ask()
		return
	}
	s.rows[max(0, s.at)].tapped()
}

func (s *search) open() {
	s.results.Show()
	s.results.Refresh()
}

func (s *search) hide() {
	s.stop()
	s.results.Hide()
}
