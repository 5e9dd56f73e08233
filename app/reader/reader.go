// Package reader shows an article with the passages that ties rest on lit by stance, the countries' names underlined, and
// what was left out as page furniture greyed, with the reason.
//
// It only shows: which passages there are and what a click on one means is its caller's business. Positions are byte
// offsets into the article's text. Use on the window's goroutine. An article of megabytes is as quick to scroll as a
// short one, because only the rows near the visible part exist as objects.
package reader

import (
	"cmp"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/words"
	"entente/data"
	"entente/data/text"
)

// Colours gives the colour of a stance.
type Colours func(data.Stance) color.NRGBA

// Events are what the reader tells its caller. Any may be nil.
type Events struct {
	Back    func()
	Passage func(Mark) // a lit passage was clicked or stepped to
	Copy    func()     // the selection, else the lit passage, is to be copied
	Menu    func(Place)
	Select  func(data.Span) // words were selected; empty for none any more
}

// Place is what a secondary click on the page was on.
type Place struct {
	On        fyne.Position // of the window's canvas
	Mention   data.Span     // the name of a country there; zero for none
	Mark      Mark          // the passage there; zero for none
	Paragraph data.Span     // the line of the text there, or the furniture below a caption
	Selected  data.Span     // words that are selected anywhere; empty for none
}

// Button is a button as the reader needs it.
type Button interface {
	fyne.CanvasObject
	fyne.Disableable
}

// Buttons makes a flat button with an icon, a label that may be empty, and a tip that names it.
type Buttons func(icon fyne.Resource, label, tip string, tapped func()) Button

// plain makes buttons without tips.
func plain(icon fyne.Resource, label, _ string, tapped func()) Button {
	b := widget.NewButtonWithIcon(label, icon, tapped)
	b.Importance = widget.LowImportance
	return b
}

// Reader is the widget.
type Reader struct {
	widget.BaseWidget
	say    *words.Table
	events Events

	title   *widget.Label
	facts   *widget.Label
	about   *fyne.Container // what the caller says of the article below its facts
	place   *widget.Label   // which passage of how many
	earlier Button
	later   Button
	copy    Button
	find    *findBar
	page    *page
	scroll  *container.Scroll
	content fyne.CanvasObject
	lit     int // of page.index.marks, -1 for none
}

// New makes a reader that shows nothing yet; nil buttons are Fyne's own.
func New(say *words.Table, colours Colours, events Events, buttons Buttons) *Reader {
	if buttons == nil {
		buttons = plain
	}
	r := &Reader{say: say, events: events, lit: -1}
	r.page = newPage(say, colours, func(i int) { r.open(i, false) })
	r.title = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	r.title.Wrapping = fyne.TextWrapWord
	r.facts = widget.NewLabel("")
	r.facts.Wrapping = fyne.TextWrapWord
	r.facts.Importance = widget.LowImportance
	r.place = widget.NewLabel("")
	r.earlier = buttons(theme.MoveUpIcon(), "", say.Say("reader.earlier"), func() { r.Step(-1) })
	r.later = buttons(theme.MoveDownIcon(), "", say.Say("reader.later"), func() { r.Step(1) })
	back := buttons(theme.NavigateBackIcon(), say.Say("reader.back"), say.Say("reader.back.tip"), func() {
		if r.events.Back != nil {
			r.events.Back()
		}
	})
	r.scroll = container.NewVScroll(r.page)
	r.page.menu = func(p Place) {
		if r.events.Menu != nil {
			r.events.Menu(p)
		}
	}
	r.page.selected = func() {
		r.enable()
		if r.events.Select != nil {
			r.events.Select(r.page.chosen)
		}
	}
	r.page.relaid = func(reading int) {
		r.scroll.Refresh() // which gives the page its new height
		if reading >= 0 {
			r.scrollTo(r.page.topOf(reading))
		}
	}
	r.scroll.OnScrolled = func(fyne.Position) { r.scrolled() }
	r.copy = buttons(theme.ContentCopyIcon(), "", say.Say("reader.copy"), func() {
		if r.events.Copy != nil {
			r.events.Copy()
		}
	})
	look := buttons(theme.SearchIcon(), "", say.Say("reader.find"), r.Find)
	r.find = newFindBar(r, buttons)
	tools := container.NewVBox(container.New(layout.NewCustomPaddedHBoxLayout(0), look, r.copy))
	bar := container.NewHBox(back, layout.NewSpacer(), r.place, r.earlier, r.later)
	r.about = container.NewVBox()
	head := container.New(layout.NewCustomPaddedVBoxLayout(-theme.Padding()), r.title, container.NewBorder(nil, nil, nil, tools, r.facts), r.about)
	r.content = container.New(yielding{r}, bar, head, r.find.object, widget.NewSeparator(), r.scroll)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is part of fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

// Resize also tells the page how much of it can be seen.
func (r *Reader) Resize(s fyne.Size) {
	r.BaseWidget.Resize(s)
	r.scrolled()
}

func (r *Reader) scrolled() {
	top := r.scroll.Offset.Y
	r.page.show(top, top+r.scroll.Size().Height)
}

// ShowDocument opens a document, scrolled to the passage at span, of the pair where it speaks of several, and with that one
// lit most; the zero span opens its beginning. It reports whether the span is one of the document's passages.
func (r *Reader) ShowDocument(d *Document, span data.Span, pair data.Pair) bool {
	if other := r.page.doc == nil || r.page.doc.Article.ID != d.Article.ID; other {
		r.find.leave()
	}
	r.page.set(d)
	r.title.SetText(r.titleOf(&d.Article))
	r.facts.SetText(r.factsOf(&d.Article))
	r.lit = -1
	r.page.activate(-1)
	r.scroll.Refresh()
	r.scroll.ScrollToTop()
	r.find.look()
	found := r.page.index.find(span, pair)
	if found >= 0 {
		r.light(found)
	} else if sane(span, len(d.Article.Text)) {
		r.scrollTo(r.page.topOf(span.Start))
	}
	r.enable()
	r.scrolled()
	return found >= 0
}

func (r *Reader) titleOf(a *data.Article) string {
	return cmp.Or(text.Heading(a), r.say.Say("article.untitled"))
}

// factsOf joins what is known of an article; each part is a whole of its own.
func (r *Reader) factsOf(a *data.Article) string {
	var parts []string
	for _, s := range []string{a.Publisher, r.say.Date(a.Published), a.Address} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return r.say.Say("article.nofacts")
	}
	return strings.Join(parts, "  ·  ")
}

// Step goes to the next lit passage, or with -1 to the one before. From no passage it goes to the first, or the last.
func (r *Reader) Step(by int) {
	at := 0
	switch {
	case r.lit >= 0:
		at = r.page.index.number[r.lit]
	case by < 0:
		at = r.page.index.passages() + 1
	}
	if next := r.page.index.passage(at + by); next >= 0 {
		r.open(next, true)
	}
}

func (r *Reader) open(i int, scroll bool) {
	if scroll {
		r.light(i)
	} else {
		r.lit = i
		r.page.activate(i)
	}
	r.enable()
	if r.events.Passage != nil {
		r.events.Passage(r.page.index.marks[i])
	}
}

// light lights a passage most and scrolls to it.
func (r *Reader) light(i int) {
	r.lit = i
	r.page.activate(i)
	r.scrollToLit()
}

// scrollToLit brings the lit passage to the upper third, or so much higher that it is seen to its end.
func (r *Reader) scrollToLit() {
	top, view := r.page.topOf(r.page.index.marks[r.lit].Start), r.scroll.Size().Height
	r.scrollBelow(top, min(view/4, max(theme.Padding(), view-(r.litEnd()-top))))
}

// litEnd is the height at which the last row of the lit passage ends.
func (r *Reader) litEnd() float32 {
	return r.page.topOf(r.page.index.marks[r.lit].End-1) + 2*theme.TextSize()*r.page.scale
}

// scrollTo brings a height of the page to the upper third of the visible part.
func (r *Reader) scrollTo(top float32) { r.scrollBelow(top, r.scroll.Size().Height/4) }

// scrollBelow brings a height of the page to so much below the top of the visible part.
func (r *Reader) scrollBelow(top, lead float32) {
	limit := max(0, r.page.MinSize().Height-r.scroll.Size().Height)
	r.scroll.ScrollToOffset(fyne.NewPos(0, min(limit, max(0, top-lead))))
	r.scrolled()
}

// enable sets what the bar says and allows.
func (r *Reader) enable() {
	n, at := r.page.index.passages(), 0
	if r.lit >= 0 {
		at = r.page.index.number[r.lit]
	}
	switch {
	case n == 0:
		r.place.SetText(r.say.Say("reader.nopassages"))
	case at == 0:
		r.place.SetText(r.say.Count("reader.passages", n))
	default:
		r.place.SetText(r.say.Say("reader.place", "at", r.say.Number(at), "of", r.say.Number(n)))
	}
	able(r.copy, at > 0 || r.page.chosen.Len() > 0)
	able(r.earlier, at > 1)
	able(r.later, at < n)
}

func able(b Button, yes bool) {
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}

// Lit gives the passage that is lit most; ok is false when there is none.
func (r *Reader) Lit() (m Mark, ok bool) {
	if r.lit < 0 {
		return Mark{}, false
	}
	return r.page.index.marks[r.lit], true
}

// Quote gives the selected words, else the lit passage, as they stand in the article, and where they stand; "" when there
// are none.
func (r *Reader) Quote() string {
	a := &r.page.doc.Article
	words := ""
	if p, ok := r.Selected(); ok {
		words = p.Text
	} else if m, ok := r.Lit(); ok {
		words, _ = m.In(a.Text)
	} else {
		return ""
	}
	source := []string{r.titleOf(a)}
	for _, s := range []string{a.Publisher, r.say.Date(a.Published), a.Address} {
		if s != "" {
			source = append(source, s)
		}
	}
	return r.say.Say("reader.quote", "words", text.Plain(words), "source", strings.Join(source, ", "))
}

// Document gives what is shown.
func (r *Reader) Document() *Document { return r.page.doc }

// Article gives the article that is shown.
func (r *Reader) Article() *data.Article { return &r.page.doc.Article }
