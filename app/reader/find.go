package reader

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/data"
	"entente/data/text"
)

// findBar looks for words in the article that is shown.
type findBar struct {
	r       *Reader
	object  *fyne.Container
	entry   *findEntry
	count   *widget.Label
	earlier Button
	later   Button
}

// findEntry is the field for the words: Enter goes to the next place, Escape closes the bar.
type findEntry struct {
	widget.Entry
	bar *findBar
}

func newFindBar(r *Reader, buttons Buttons) *findBar {
	b := &findBar{r: r, count: widget.NewLabel("")}
	b.entry = &findEntry{bar: b}
	b.entry.ExtendBaseWidget(b.entry)
	b.entry.SetPlaceHolder(r.say.Say("reader.find"))
	b.entry.OnChanged = func(string) { b.look() }
	b.earlier = buttons(theme.MoveUpIcon(), "", r.say.Say("reader.find.earlier"), func() { b.step(-1) })
	b.later = buttons(theme.MoveDownIcon(), "", r.say.Say("reader.find.later"), func() { b.step(1) })
	drop := buttons(theme.CancelIcon(), "", r.say.Say("reader.find.close"), b.close)
	b.object = container.NewBorder(nil, nil, nil, container.NewHBox(b.count, b.earlier, b.later, drop), b.entry)
	b.object.Hide()
	return b
}

// TypedKey is part of fyne.Focusable.
func (e *findEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		e.bar.step(1)
	case fyne.KeyUp:
		e.bar.step(-1)
	case fyne.KeyEscape:
		e.bar.close()
	default:
		e.Entry.TypedKey(k)
	}
}

// Find opens the bar that looks for words in the article, and puts the keys there.
func (r *Reader) Find() {
	r.find.object.Show()
	r.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r.find.entry)
	}
	r.find.look()
}

// Light lights words in the article that is shown, until others are looked for or another article comes.
func (r *Reader) Light(words []data.Span) {
	p := r.page
	p.hits, p.hit = nil, -1
	for _, s := range words {
		if sane(s, len(p.doc.Article.Text)) {
			p.hits = append(p.hits, s)
		}
	}
	p.forget()
	p.show(p.from, p.to)
}

// Lights gives the words that are lit, by Light or because the bar looks for them.
func (r *Reader) Lights() []data.Span { return r.page.hits }

// close puts the bar away, and the keys with it.
func (b *findBar) close() {
	b.leave()
	b.show(nil, -1)
	b.r.Refresh()
}

// leave puts the bar away where what it looked through goes.
func (b *findBar) leave() {
	b.object.Hide()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.r); c != nil && c.Focused() == b.entry {
		c.Unfocus()
	}
}

// look looks for the words and goes to the first place at or below what can be seen.
func (b *findBar) look() {
	if !b.object.Visible() {
		return
	}
	p := b.r.page
	hits := p.readable(places(p.doc.Article.Text, b.entry.Text))
	reading := 0
	if p.hit >= 0 {
		reading = p.hits[p.hit].Start
	} else if len(p.column.lines) > 0 {
		reading = p.column.lines[p.column.rowAtHeight(p.from)].start
	}
	at := -1
	for i, h := range hits {
		if at < 0 || h.Start < reading {
			at = min(i, len(hits)-1)
		}
		if h.Start >= reading {
			at = i
			break
		}
	}
	b.show(hits, at)
}

// step goes to the next place, or with -1 to the one before, round the ends.
func (b *findBar) step(by int) {
	if n := len(b.r.page.hits); n > 0 {
		b.show(b.r.page.hits, (b.r.page.hit+by+n)%n)
	}
}

// show lights the places, and scrolls to one of them.
func (b *findBar) show(hits []data.Span, at int) {
	p := b.r.page
	p.hits, p.hit = hits, at
	if at >= 0 {
		p.open(hits[at].Start)
	}
	p.forget()
	p.show(p.from, p.to)
	switch {
	case b.entry.Text == "":
		b.count.SetText("")
	case at < 0:
		b.count.SetText(b.r.say.Say("reader.find.none"))
	default:
		b.count.SetText(b.r.say.Say("reader.place", "at", b.r.say.Number(at+1), "of", b.r.say.Number(len(hits))))
		if top := p.topOf(hits[at].Start); top < p.from || top+p.laidFor.row > p.to {
			b.r.scrollTo(top)
		}
	}
	able(b.earlier, len(hits) > 1)
	able(b.later, len(hits) > 1)
}

// places finds words wherever they stand in a text, whatever their case and diacritics; a space stands for any space.
func places(in, words string) (out []data.Span) {
	want := strings.Join(strings.Fields(text.Fold(words)), " ")
	if want == "" {
		return nil
	}
	folded := make([]byte, 0, len(in))
	starts := make([]int, 0, len(in)+1) // for each folded byte, the letter of the text it came from
	for at, size := 0, 0; at < len(in); at += size {
		_, size = utf8.DecodeRuneInString(in[at:])
		letter := in[at : at+size]
		if letter == "\n" || letter == "\t" {
			letter = " "
		}
		folded = text.AppendFold(folded, letter)
		for len(starts) < len(folded) {
			starts = append(starts, at)
		}
	}
	starts = append(starts, len(in))
	all := string(folded)
	for at := 0; ; {
		i := strings.Index(all[at:], want)
		if i < 0 {
			return out
		}
		from, to := at+i, at+i+len(want)
		end := starts[to]
		if to < len(folded) && starts[to] == starts[to-1] { // within the letters that one letter became
			_, size := utf8.DecodeRuneInString(in[starts[to]:])
			end += size
		}
		out = append(out, data.Span{Start: starts[from], End: end})
		at = to
	}
}

// readable leaves out what stands in furniture that is out of sight, unless there is nothing else.
func (p *page) readable(all []data.Span) []data.Span {
	var seen []data.Span
	for _, h := range all {
		if _, in := p.closedAt(h.Start); !in {
			seen = append(seen, h)
		}
	}
	if len(seen) == 0 {
		return all
	}
	return seen
}

// found are the grounds of what was looked for on a row.
func (p *page) found(l *line) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, h := range p.hits {
		if h.End <= l.start || h.Start >= l.end {
			continue
		}
		from, to := p.stretch(l, h)
		ground := canvas.NewRectangle(faded(theme.Color(theme.ColorNameWarning), 0x50))
		if i == p.hit {
			ground.StrokeColor, ground.StrokeWidth = theme.Color(theme.ColorNameWarning), 2
		}
		ground.Move(fyne.NewPos(from-1, l.top+sideSpace))
		ground.Resize(fyne.NewSize(to-from+2, p.high(l)))
		out = append(out, ground)
	}
	return out
}
