package reader

import (
	"fyne.io/fyne/v2"

	"entente/data"
	"entente/data/text"
)

// Selected gives the words that are selected; ok is false when there are none.
func (r *Reader) Selected() (p data.Passage, ok bool) {
	words, ok := r.page.chosen.In(r.page.doc.Article.Text)
	return data.Passage{Span: r.page.chosen, Text: words}, ok
}

// Select selects words of the article, and shows them; the empty span selects none.
func (r *Reader) Select(s data.Span) {
	r.page.choose(s.Start, s.End)
	if s.Len() > 0 {
		r.page.open(s.Start)
		r.scrollTo(r.page.topOf(s.Start))
	}
}

// SelectSentence selects the sentence after the selection, by 1, or before it, by -1. Where nothing is selected, it is the
// one of the lit passage, or the first that can be seen. It gives false where there is none.
func (r *Reader) SelectSentence(by int) bool {
	d := text.Parse(&data.Article{Text: r.page.doc.Article.Text, Omitted: r.page.doc.Article.Omitted})
	if len(d.Sentences) == 0 {
		return false
	}
	at := d.SentenceAt(r.page.reading())
	if s := r.page.chosen; s.Len() > 0 {
		at = d.SentenceAt(s.Start) + by
	} else if m, ok := r.Lit(); ok {
		at = d.SentenceAt(m.Start)
	}
	if at < 0 || at >= len(d.Sentences) {
		return false
	}
	r.Select(d.Sentences[at].Span)
	return true
}

// The limits of SetScale.
const (
	ScaleMin = 0.7
	ScaleMax = 2.5
)

// Scale is how large the text is against the window's.
func (r *Reader) Scale() float32 { return r.page.scale }

// SetScale makes the text larger or smaller than the window's, within ScaleMin and ScaleMax. What was being read stays in
// sight.
func (r *Reader) SetScale(v float32) {
	reading := r.page.reading()
	r.page.scale = max(ScaleMin, min(v, ScaleMax))
	r.page.relay()
	r.scroll.Refresh()
	r.scrollTo(r.page.topOf(reading))
}

// SetAbout shows what the caller says of the article, below its facts.
func (r *Reader) SetAbout(objects ...fyne.CanvasObject) {
	r.about.Objects = objects
	r.about.Refresh()
	r.Refresh()
}

// Sentence gives the sentence of the article that holds a byte; the line of the text where none does.
func (r *Reader) Sentence(at int) data.Span {
	d := text.Parse(&r.page.doc.Article)
	if i := d.SentenceAt(at); i < len(d.Sentences) && d.Sentences[i].Start <= at {
		return d.Sentences[i].Span
	}
	return r.page.paragraphAt(at)
}

// Update shows the same article again after something about it changed, where it was scrolled to; the passage at span is
// lit most if it is still there.
func (r *Reader) Update(d *Document, span data.Span, pair data.Pair) {
	reading, turned, chosen := r.page.reading(), r.page.turned, r.page.chosen
	at := r.scroll.Offset.Y - r.page.topOf(reading)
	r.page.turned = map[int]bool{}
	r.page.set(d)
	r.page.turned, r.page.chosen, r.page.laidFor = turned, chosen, metrics{}
	r.page.relay()
	r.lit = r.page.index.find(span, pair)
	r.page.activate(r.lit)
	r.scroll.Refresh()
	r.find.look()
	limit := max(0, r.page.MinSize().Height-r.scroll.Size().Height)
	r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(limit, r.page.topOf(reading)+at))))
	r.enable()
	r.scrolled()
}
