package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	scale    float32   // of the text, against the window's
	chosen   data.Span // words that were selected; empty for none
	anchor   int       // where the selection began
	menu     func(Place)
	selected func() // the selection changed
}

func newPage(say *words.Table, colour Colours, tapped func(mark int)) *page {
	p := &page{doc: &Document{}, index: &index{}, say: say, colour: colour, active: -1, hit: -1, tapped: tapped,
		rulers: map[float32]rulers{}, turned: map[int]bool{}, rows: map[int][]fyne.CanvasObject{}, scale: 1}
	p.ExtendBaseWidget(p)
	return p
}

// set shows another document, from its beginning.
func (p *page) set(d *Document) {
	p.doc, p.index, p.active = d, newIndex(d), -1
	p.hits, p.hit, p.chosen = nil, -1, data.Span{}
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

func (p *page) textSize() float32 { return theme.TextSize() * p.scale }

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

// CreateRenderer is part of fyne.Widget.
func (p *page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{p} }

// pageRenderer hands Fyne the objects that the page keeps.
type pageRenderer struct{ p *page }

func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.p.objects }
func (r *pageRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *pageRenderer) Layout(fyne.Size)             {}
func (r *pageRenderer) Refresh()                     { canvas.Refresh(r.p) }
func (r *pageRenderer) Destroy()                     {}
