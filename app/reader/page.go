package reader

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/words"
	"entente/data"
)

const (
	columnMax = 720 // a wider column of text is hard to read
	sideSpace = 14  // left and right of the text; the bars of lit passages stand in it
	overscan  = 400 // height above and below the visible part for which rows are kept ready
)

// page is the article's text. It has the height of the whole article, but objects only for the rows near the visible
// part, so its cost does not grow with the article.
type page struct {
	widget.BaseWidget
	doc    *Document
	index  *index
	say    *words.Table
	colour Colours
	active int // of index.marks, -1 for none
	tapped func(mark int)
	relaid func(reading int) // the rows changed because the width did

	column   column
	rulers   map[float32]rulers // by text size
	turned   map[int]bool       // the folds that were opened or closed by hand, by their start
	hits     []data.Span        // that were looked for
	hit      int                // of hits, the one to be seen; -1 for none
	laidFor  metrics
	from, to float32 // the visible part
	rows     map[int][]fyne.CanvasObject
	objects  []fyne.CanvasObject
	pointing bool
}

func newPage(say *words.Table, colour Colours, tapped func(mark int)) *page {
	p := &page{doc: &Document{}, index: &index{}, say: say, colour: colour, active: -1, hit: -1, tapped: tapped,
		rulers: map[float32]rulers{}, turned: map[int]bool{}, rows: map[int][]fyne.CanvasObject{}}
	p.ExtendBaseWidget(p)
	return p
}

// set shows another document, from its beginning.
func (p *page) set(d *Document) {
	p.doc, p.index, p.active = d, newIndex(d), -1
	p.hits, p.hit = nil, -1
	clear(p.turned)
	p.laidFor = metrics{}
	p.relay()
}

// foldedFrom is how many lines of furniture are put out of sight until they are asked for.
const foldedFrom = 3

// closed says whether furniture is out of sight.
func (p *page) closed(f fold) bool { return (f.lines >= foldedFrom) != p.turned[f.start] }

// turn opens the furniture below a caption, or closes it.
func (p *page) turn(f fold) {
	p.turned[f.start] = !p.turned[f.start]
	p.laidFor = metrics{}
	p.relay()
	if p.relaid != nil {
		p.relaid(-1)
	}
}

// closedAt gives the furniture out of sight that a byte of the text lies in; ok is false where it lies in none.
func (p *page) closedAt(at int) (f fold, ok bool) {
	if len(p.column.lines) == 0 {
		return f, false
	}
	f = p.column.lines[p.column.rowAt(at)].fold // the caption is the last row that starts before what is out of sight
	return f, f.closed && f.start <= at && at < f.end
}

// open lets a byte of the text be seen, where it lies in furniture that is out of sight.
func (p *page) open(at int) {
	if f, ok := p.closedAt(at); ok {
		p.turn(f)
	}
}

func (p *page) textSize() float32 { return theme.TextSize() }

func (p *page) ruler() rulers {
	size := p.textSize()
	r, ok := p.rulers[size]
	if !ok {
		measure := func(bold bool) *ruler {
			return newRuler(func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{Bold: bold}).Width })
		}
		r = rulers{measure(false), measure(true)}
		p.rulers[size] = r
	}
	return r
}

func (p *page) metrics() metrics {
	size := p.textSize()
	row := size * 1.5
	return metrics{
		width:   max(80, min(columnMax, p.Size().Width-2*sideSpace)),
		row:     row,
		gap:     row * 0.6,
		caption: size*0.8*1.5 + 6,
	}
}

// relay cuts the text into rows again when the width or the text size changed.
func (p *page) relay() {
	m := p.metrics()
	if p.Size().Width == 0 || m == p.laidFor {
		return
	}
	p.laidFor = m
	p.column = lay(p.doc.Article.Text, p.doc.Article.Omitted, m, p.ruler(), p.closed)
	p.forget()
	p.show(p.from, p.to)
}

// forget drops all row objects, so that they are made anew.
func (p *page) forget() { clear(p.rows) }

// MinSize is as high as the whole article.
func (p *page) MinSize() fyne.Size { return fyne.NewSize(120, p.column.height+3*sideSpace) }

// Resize cuts the text into rows anew when the width changed, and tells which byte of the text was being read, because it
// stands at another height now.
func (p *page) Resize(s fyne.Size) {
	reading := p.reading()
	before := p.laidFor
	p.BaseWidget.Resize(s)
	if p.relay(); p.laidFor != before && p.relaid != nil {
		p.relaid(reading)
	}
}

// reading is where the active passage starts when it can be seen, else the byte in the upper part of what can be seen.
func (p *page) reading() int {
	if len(p.column.lines) == 0 {
		return 0
	}
	if p.active >= 0 {
		start := p.index.marks[p.active].Start
		if top := p.topOf(start); top >= p.from && top <= p.to {
			return start
		}
	}
	return p.column.lines[p.column.rowAtHeight(p.from+(p.to-p.from)/4-sideSpace)].start
}

// topOf is the height at which the row with a byte of the text starts.
func (p *page) topOf(at int) float32 {
	if len(p.column.lines) == 0 {
		return 0
	}
	return p.column.lines[p.column.rowAt(at)].top + sideSpace
}

// Refresh draws everything again in the theme's present colours and sizes.
func (p *page) Refresh() {
	p.forget()
	p.relay()
	p.show(p.from, p.to)
	p.BaseWidget.Refresh()
}

// show makes the rows between two heights visible.
func (p *page) show(from, to float32) {
	p.from, p.to = from, to
	if len(p.column.lines) == 0 {
		p.objects = nil
		return
	}
	first := p.column.rowAtHeight(from - sideSpace - overscan)
	last := p.column.rowAtHeight(to - sideSpace + overscan)
	for i := range p.rows {
		if i < first || i > last {
			delete(p.rows, i)
		}
	}
	p.objects = p.objects[:0]
	for i := first; i <= last; i++ {
		row, ok := p.rows[i]
		if !ok {
			row = p.row(i)
			p.rows[i] = row
		}
		p.objects = append(p.objects, row...)
	}
	canvas.Refresh(p)
}

// activate lights one passage more than the others and gives the height at which it starts.
func (p *page) activate(mark int) (top float32) {
	p.active = mark
	p.forget()
	p.show(p.from, p.to)
	if mark < 0 {
		return 0
	}
	return p.topOf(p.index.marks[mark].Start)
}

// faded gives a colour with another alpha.
func faded(c color.Color, alpha uint8) color.NRGBA {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = alpha
	return n
}

// left is where the column of text begins.
func (p *page) left() float32 { return max(sideSpace, (p.Size().Width-p.laidFor.width)/2) }

// row makes the objects of one row: lights first, then underlines, then words.
func (p *page) row(i int) []fyne.CanvasObject {
	l := &p.column.lines[i]
	if l.caption() {
		return p.caption(l)
	}
	out := append(p.lights(l), p.found(l)...)
	out = append(out, p.underlines(l)...)
	x, y := p.left(), l.top+sideSpace
	for _, r := range runs(l.start, l.end, p.doc.Article.Omitted) {
		for _, c := range cut(p.column.pieces, r.start, r.end) {
			if c.style == hidden {
				continue
			}
			t := canvas.NewText(p.doc.Article.Text[c.start:c.end], theme.Color(theme.ColorNameForeground))
			if r.furniture {
				t.Color = theme.Color(theme.ColorNamePlaceHolder)
			}
			t.TextSize, t.TextStyle = p.typeOf(l, c.style)
			t.Move(fyne.NewPos(x, y))
			size := t.MinSize()
			t.Resize(fyne.NewSize(size.Width, p.high(l)))
			x += size.Width
			out = append(out, t)
		}
	}
	return out
}

// typeOf gives the size and style of letters on a row.
func (p *page) typeOf(l *line, s style) (float32, fyne.TextStyle) {
	return p.textSize() * headingSizes[l.level], fyne.TextStyle{Bold: l.level > 0 || s == strong}
}

// high is the height of a row of text.
func (p *page) high(l *line) float32 { return p.laidFor.row * headingSizes[l.level] }

// caption says above furniture why it was left out. A click on it opens and closes what is below.
func (p *page) caption(l *line) []fyne.CanvasObject {
	grey, mark := theme.ColorNamePlaceHolder, theme.MenuDropDownIcon()
	words := p.say.Say("reader.omitted", "reason", p.say.Say("reason."+string(l.reason)))
	if l.fold.closed {
		mark = theme.MenuExpandIcon()
		words = p.say.Count("reader.folded", l.fold.lines, "reason", p.say.Say("reason."+string(l.reason)))
	}
	size := p.textSize()
	icon := canvas.NewImageFromResource(theme.NewColoredResource(mark, grey))
	icon.Move(fyne.NewPos(p.left()-size*0.5, l.top+sideSpace-1))
	icon.Resize(fyne.NewSquareSize(size * 1.6))
	t := canvas.NewText(words, theme.Color(grey))
	t.TextSize = size * 0.8
	t.TextStyle.Italic = true
	t.Move(fyne.NewPos(p.left()+size, l.top+sideSpace+3))
	t.Resize(t.MinSize())
	return []fyne.CanvasObject{icon, t}
}

// lights are the coloured grounds of the passages on a row, and a bar beside the active one.
func (p *page) lights(l *line) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	y := l.top + sideSpace
	for _, i := range p.index.marksIn(l.start, l.end) {
		if p.covered(i) {
			continue
		}
		m := &p.index.marks[i]
		c := p.colour(m.Stance)
		strength := uint8(0x2a)
		if i == p.active {
			strength = 0x5c
			bar := canvas.NewRectangle(c)
			bar.Move(fyne.NewPos(p.left()-9, y))
			bar.Resize(fyne.NewSize(3, p.high(l)))
			out = append(out, bar)
		}
		from, to := p.stretch(l, m.Span)
		light := canvas.NewRectangle(color.NRGBA{c.R, c.G, c.B, strength})
		light.Move(fyne.NewPos(from, y))
		light.Resize(fyne.NewSize(to-from, p.high(l)))
		out = append(out, light)
	}
	return out
}

// covered says whether another mark on the same words is lit in place of this one.
func (p *page) covered(i int) bool {
	if p.active >= 0 && p.index.number[p.active] == p.index.number[i] {
		return i != p.active
	}
	return i > 0 && p.index.number[i-1] == p.index.number[i]
}

func (p *page) underlines(l *line) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	y := l.top + sideSpace + p.high(l)*0.86
	for _, s := range within(p.index.mentions, p.index.longestMention, l.start, l.end) {
		from, to := p.stretch(l, s)
		u := canvas.NewRectangle(faded(theme.Color(theme.ColorNameForeground), 0x60))
		u.Move(fyne.NewPos(from, y))
		u.Resize(fyne.NewSize(to-from, 1))
		out = append(out, u)
	}
	return out
}

// stretch gives where the part of s that stands on a row begins and ends.
func (p *page) stretch(l *line, s data.Span) (from, to float32) {
	start, end := max(s.Start, l.start), min(s.End, l.end)
	return p.left() + p.wide(l, l.start, start), p.left() + p.wide(l, l.start, end)
}

// wide measures text on a row as it will be drawn.
func (p *page) wide(l *line, start, end int) (w float32) {
	if start >= end {
		return 0
	}
	for _, c := range cut(p.column.pieces, start, end) {
		if c.style != hidden {
			size, style := p.typeOf(l, c.style)
			w += fyne.MeasureText(p.doc.Article.Text[c.start:c.end], size, style).Width
		}
	}
	return w
}

// Tapped opens the passage under the pointer, or turns furniture at its caption.
func (p *page) Tapped(e *fyne.PointEvent) {
	if l := p.lineAt(e.Position); l != nil && l.caption() {
		p.turn(l.fold)
		return
	}
	if m := p.markAt(e.Position); m >= 0 {
		p.tapped(m)
	}
}

// lineAt gives the row at a point, or nil while there are none.
func (p *page) lineAt(at fyne.Position) *line {
	if len(p.column.lines) == 0 {
		return nil
	}
	return &p.column.lines[p.column.rowAtHeight(at.Y-sideSpace)]
}

// markAt gives the shortest passage at a point of the page, -1 for none.
func (p *page) markAt(at fyne.Position) int {
	best, l := -1, p.lineAt(at)
	if l == nil {
		return best
	}
	for _, i := range p.index.marksIn(l.start, l.end) {
		from, to := p.stretch(l, p.index.marks[i].Span)
		if at.X >= from && at.X < to && (best < 0 || p.index.marks[i].Len() < p.index.marks[best].Len()) {
			best = i
		}
	}
	return best
}

// MouseIn is part of desktop.Hoverable.
func (p *page) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved shows whether there is something to click.
func (p *page) MouseMoved(e *desktop.MouseEvent) {
	l := p.lineAt(e.Position)
	p.pointing = l != nil && l.caption() || p.markAt(e.Position) >= 0
}

// MouseOut is part of desktop.Hoverable.
func (p *page) MouseOut() { p.pointing = false }

// Cursor is a hand over what can be clicked.
func (p *page) Cursor() desktop.Cursor {
	if p.pointing {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is part of fyne.Widget.
func (p *page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{p} }

// pageRenderer hands Fyne the objects that the page keeps.
type pageRenderer struct{ p *page }

func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.p.objects }
func (r *pageRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *pageRenderer) Layout(fyne.Size)             {}
func (r *pageRenderer) Refresh()                     { canvas.Refresh(r.p) }
func (r *pageRenderer) Destroy()                     {}
