package reader

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"entente/data"
)

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
	out = append(out, p.selection(l)...)
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

// selection is the ground of the words on a row that were selected.
func (p *page) selection(l *line) []fyne.CanvasObject {
	if p.chosen.Len() <= 0 || p.chosen.End <= l.start || p.chosen.Start >= l.end {
		return nil
	}
	from, to := p.stretch(l, p.chosen)
	r := canvas.NewRectangle(theme.Color(theme.ColorNameSelection))
	r.Move(fyne.NewPos(from, l.top+sideSpace))
	r.Resize(fyne.NewSize(to-from, p.high(l)))
	return []fyne.CanvasObject{r}
}
