package reader

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"entente/data"
	"entente/data/text"
)

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

// TappedSecondary offers what can be done with what is under the pointer.
func (p *page) TappedSecondary(e *fyne.PointEvent) {
	l := p.lineAt(e.Position)
	if p.menu == nil || l == nil {
		return
	}
	at := p.byteAt(e.Position)
	place := Place{On: e.AbsolutePosition, Paragraph: p.paragraphAt(at), Selected: p.chosen}
	if !l.caption() {
		if hit := within(p.index.mentions, p.index.longestMention, at, at+1); len(hit) > 0 {
			place.Mention = hit[0]
		}
		if m := p.markAt(e.Position); m >= 0 {
			place.Mark = p.index.marks[m]
		}
	} else {
		place.Paragraph = data.Span{Start: l.fold.start, End: l.fold.end}
	}
	p.menu(place)
}

// paragraphAt gives the line of the text that a byte stands in, without the space around it.
func (p *page) paragraphAt(at int) data.Span {
	all := p.doc.Article.Text
	from, to := min(at, len(all)), min(at, len(all))
	for from > 0 && all[from-1] != '\n' {
		from--
	}
	for to < len(all) && all[to] != '\n' {
		to++
	}
	return text.Trim(all, data.Span{Start: from, End: to})
}

// byteAt gives the byte of the text at a point: the edge between two letters that is nearest.
func (p *page) byteAt(at fyne.Position) int {
	l := p.lineAt(at)
	if l == nil {
		return 0
	}
	x, before := p.left(), l.start
	if l.caption() {
		return l.start
	}
	for i, r := range p.doc.Article.Text[l.start:l.end] {
		next := l.start + i + utf8.RuneLen(r)
		right := p.left() + p.wide(l, l.start, next)
		if at.X < (x+right)/2 {
			return before
		}
		x, before = right, next
	}
	return l.end
}

// MouseDown begins a selection; with Shift it moves the end of the one there is.
func (p *page) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if e.Modifier&fyne.KeyModifierShift != 0 && p.chosen.Len() > 0 {
		p.choose(p.anchor, p.byteAt(e.Position))
		return
	}
	p.anchor = p.byteAt(e.Position)
	if p.chosen.Len() > 0 {
		p.choose(p.anchor, p.anchor)
	}
}

// MouseUp is part of desktop.Mouseable.
func (p *page) MouseUp(*desktop.MouseEvent) {}

// Dragged selects words from where the button went down.
func (p *page) Dragged(e *fyne.DragEvent) { p.choose(p.anchor, p.byteAt(e.Position)) }

// DragEnd ends a selection at the edges of words.
func (p *page) DragEnd() { p.choose(p.wholeWords(p.chosen)) }

// wholeWords makes a span reach to the edges of the words that it cuts, without space around it.
func (p *page) wholeWords(s data.Span) (from, to int) {
	all := p.doc.Article.Text
	if s = text.Trim(all, s); s.Len() <= 0 {
		return s.Start, s.Start
	}
	word := func(r rune) bool { return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !ideographic(r) }
	for s.Start > 0 {
		r, n := utf8.DecodeLastRuneInString(all[:s.Start])
		first, _ := utf8.DecodeRuneInString(all[s.Start:])
		if !word(r) || !word(first) {
			break
		}
		s.Start -= n
	}
	for s.End < len(all) {
		r, n := utf8.DecodeRuneInString(all[s.End:])
		last, _ := utf8.DecodeLastRuneInString(all[:s.End])
		if !word(r) || !word(last) {
			break
		}
		s.End += n
	}
	return s.Start, s.End
}

// choose selects what stands between two bytes, in either order.
func (p *page) choose(a, b int) {
	p.chosen = data.Span{Start: min(a, b), End: max(a, b)}
	p.forget()
	p.show(p.from, p.to)
	if p.selected != nil {
		p.selected()
	}
}
