package window

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/look"
	"entente/data"
)

// Sizes of the matrix, in units.
const markLeast = 6

func matrixCell() float32  { return look.Fit(26) }
func matrixNames() float32 { return look.Fit(132) } // width of the names at the left
func markMost() float32    { return matrixCell() - 4 }

// matrix is countries by countries: a mark for each tie, by stance in colour and shape, by reports in size. It draws only
// what is seen of it, so that a few hundred countries are as quick as ten.
type matrix struct {
	widget.BaseWidget
	w       *Window
	parties []data.Party // the heaviest first
	ties    map[data.Pair]*data.Tie
	most    int // reports of the heaviest tie
	body    *matrixBody
	scroll  *container.Scroll
	left    *fyne.Container // the countries' names beside the rows
	top     *fyne.Container // their codes above the columns
}

func newMatrix(w *Window) *matrix {
	m := &matrix{w: w, left: &fyne.Container{}, top: &fyne.Container{}}
	m.body = newMatrixBody(m)
	m.scroll = container.NewScroll(m.body)
	m.scroll.OnScrolled = func(fyne.Position) { m.draw() }
	m.ExtendBaseWidget(m)
	return m
}

// set shows other ties, which must not be changed.
func (m *matrix) set(ties []data.Tie) {
	weight := map[data.Party]int{}
	m.ties, m.most = make(map[data.Pair]*data.Tie, len(ties)), 1
	for i := range ties {
		t := &ties[i]
		m.ties[t.Pair] = t
		m.most = max(m.most, t.Reports)
		weight[t.Pair[0]] += t.Reports
		weight[t.Pair[1]] += t.Reports
	}
	m.parties = m.parties[:0]
	for p := range weight {
		m.parties = append(m.parties, p)
	}
	slices.SortFunc(m.parties, func(a, b data.Party) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b)) })
	m.body.row, m.body.column = min(m.body.row, max(0, len(m.parties)-1)), min(m.body.column, max(0, len(m.parties)-1))
	m.body.Refresh()
	m.scroll.Refresh()
	m.draw()
}

// at gives the countries and the tie of a cell; the tie is nil where there is none.
func (m *matrix) at(row, column int) (a, b data.Party, t *data.Tie) {
	a, b = m.parties[row], m.parties[column]
	return a, b, m.ties[data.PairOf(a, b)]
}

// CreateRenderer is part of fyne.Widget.
func (m *matrix) CreateRenderer() fyne.WidgetRenderer {
	left, top := container.NewClip(m.left), container.NewClip(m.top)
	return widget.NewSimpleRenderer(container.New(matrixLayout{m}, m.scroll, left, top))
}

// Refresh draws again, when the theme or what is chosen has changed.
func (m *matrix) Refresh() {
	m.draw()
	m.BaseWidget.Refresh()
}

type matrixLayout struct{ m *matrix }

func (l matrixLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(matrixNames(), matrixCell()))
	objects[0].Resize(size.SubtractWidthHeight(matrixNames(), matrixCell()))
	objects[1].Move(fyne.NewPos(0, matrixCell()))
	objects[1].Resize(fyne.NewSize(matrixNames(), size.Height-matrixCell()))
	objects[2].Move(fyne.NewPos(matrixNames(), 0))
	objects[2].Resize(fyne.NewSize(size.Width-matrixNames(), matrixCell()))
	l.m.draw()
}

func (matrixLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(220, 120) }

// seen gives the first and last row or column that is seen.
func (m *matrix) seen(offset, length float32) (from, to int) {
	from = max(0, int(offset/matrixCell()))
	return from, min(len(m.parties)-1, int((offset+length)/matrixCell()))
}

// draw draws the cells and names that are seen.
func (m *matrix) draw() {
	offset, size := m.scroll.Offset, m.scroll.Size()
	m.left.Objects, m.top.Objects, m.body.marks.Objects = nil, nil, nil
	r0, r1 := m.seen(offset.Y, size.Height)
	c0, c1 := m.seen(offset.X, size.Width)
	m.grounds(r0, r1, c0, c1)
	for r := r0; r <= r1; r++ {
		m.name(m.left, m.w.name(m.parties[r]), r == m.body.row, fyne.NewPos(0, float32(r)*matrixCell()-offset.Y), fyne.NewSize(matrixNames()-6, matrixCell()), fyne.TextAlignTrailing)
		for c := c0; c <= c1; c++ {
			m.mark(r, c)
		}
	}
	for c := c0; c <= c1; c++ {
		m.name(m.top, string(m.parties[c]), c == m.body.column, fyne.NewPos(float32(c)*matrixCell()-offset.X, 0), fyne.NewSize(matrixCell(), matrixCell()), fyne.TextAlignCenter)
	}
	m.left.Refresh()
	m.top.Refresh()
	m.body.marks.Refresh()
}

// name writes a country's name or code, cut to its room.
func (m *matrix) name(into *fyne.Container, text string, lit bool, at fyne.Position, room fyne.Size, align fyne.TextAlign) {
	t := canvas.NewText(text, theme.Color(theme.ColorNamePlaceHolder))
	t.TextSize = theme.CaptionTextSize()
	if lit {
		t.Color, t.TextStyle.Bold = theme.Color(theme.ColorNameForeground), true
	}
	for runes := []rune(text); t.MinSize().Width > room.Width && len(runes) > 2; {
		runes = runes[:len(runes)-1]
		t.Text = string(runes) + "…"
	}
	t.Alignment = align
	t.Move(at.AddXY(0, (room.Height-t.MinSize().Height)/2))
	t.Resize(fyne.NewSize(room.Width, t.MinSize().Height))
	into.Objects = append(into.Objects, t)
}

// grounds draws the lines between the cells, the diagonal, and the row and column of the cursor.
func (m *matrix) grounds(r0, r1, c0, c1 int) {
	b := m.body
	rect := func(c color.Color, x, y, w, h float32) {
		o := canvas.NewRectangle(c)
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		b.marks.Objects = append(b.marks.Objects, o)
	}
	if r1 < r0 || c1 < c0 {
		return
	}
	x, y := float32(c0)*matrixCell(), float32(r0)*matrixCell()
	width, height := float32(c1-c0+1)*matrixCell(), float32(r1-r0+1)*matrixCell()
	hover := theme.Color(theme.ColorNameHover)
	rect(hover, x, float32(b.row)*matrixCell(), width, matrixCell())
	rect(hover, float32(b.column)*matrixCell(), y, matrixCell(), height)
	line := theme.Color(theme.ColorNameSeparator)
	for r := r0; r <= r1+1; r++ {
		rect(line, x, float32(r)*matrixCell(), width, 0.5)
	}
	for c := c0; c <= c1+1; c++ {
		rect(line, float32(c)*matrixCell(), y, 0.5, height)
	}
	for d := max(r0, c0); d <= min(r1, c1); d++ {
		rect(line, float32(d)*matrixCell(), float32(d)*matrixCell(), matrixCell(), matrixCell())
	}
}

// mark draws the tie of a cell: cooperation as a square, conflict as a disc, both as a square with a disc cut out, neither
// as an empty square.
func (m *matrix) mark(row, column int) {
	a, b, t := m.at(row, column)
	at := fyne.NewPos(float32(column)*matrixCell(), float32(row)*matrixCell())
	if t != nil {
		side := m.markSize(t.Reports)
		o := canvas.NewRectangle(m.w.stanceColour(t.Stance))
		place := func(o *canvas.Rectangle, side float32) {
			o.Move(at.AddXY((matrixCell()-side)/2, (matrixCell()-side)/2))
			o.Resize(fyne.NewSquareSize(side))
			m.body.marks.Objects = append(m.body.marks.Objects, o)
		}
		switch t.Stance {
		case data.Conflict:
			o.CornerRadius = side / 2
		case data.Neutral:
			o.StrokeColor, o.StrokeWidth, o.FillColor = o.FillColor, 1.5, color.Transparent
		}
		place(o, side)
		if t.Stance == data.Mixed {
			hole := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
			hole.CornerRadius = side / 4
			place(hole, side/2)
		}
	}
	if row == m.body.row && column == m.body.column && (m.body.focused || m.body.hover) || t != nil && a != b && t.Pair == m.w.session.Route().Pair {
		o := canvas.NewRectangle(color.Transparent)
		o.StrokeColor, o.StrokeWidth, o.CornerRadius = theme.Color(theme.ColorNamePrimary), 1.5, 3
		o.Move(at)
		o.Resize(fyne.NewSquareSize(matrixCell()))
		m.body.marks.Objects = append(m.body.marks.Objects, o)
	}
}

// markSize grows with the root of the reports, so that the area goes with them.
func (m *matrix) markSize(reports int) float32 {
	return markLeast + (markMost()-markLeast)*float32(math.Sqrt(float64(reports)/float64(m.most)))
}

// matrixBody is the cells, which take clicks and keys.
type matrixBody struct {
	widget.BaseWidget
	m              *matrix
	marks          *fyne.Container
	anchor         *canvas.Rectangle // where the tip of the cell under the pointer goes
	row, column    int               // of the cursor
	hover, focused bool
}

func newMatrixBody(m *matrix) *matrixBody {
	b := &matrixBody{m: m, marks: &fyne.Container{}, anchor: canvas.NewRectangle(color.Transparent)}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is part of fyne.Widget.
func (b *matrixBody) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(loose{b}, b.marks, b.anchor))
}

// loose is as large as all cells and leaves its objects where they are.
type loose struct{ b *matrixBody }

func (loose) Layout([]fyne.CanvasObject, fyne.Size) {}

func (l loose) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSquareSize(float32(len(l.b.m.parties)) * matrixCell())
}

// cell gives the cell at a place; ok is false beside them.
func (b *matrixBody) cell(at fyne.Position) (row, column int, ok bool) {
	row, column = int(at.Y/matrixCell()), int(at.X/matrixCell())
	n := len(b.m.parties)
	return row, column, at.X >= 0 && at.Y >= 0 && row < n && column < n
}

// Tapped opens the tie of a cell, or the country of the diagonal.
func (b *matrixBody) Tapped(e *fyne.PointEvent) {
	if row, column, ok := b.cell(e.Position); ok {
		b.m.w.win.Canvas().Focus(b)
		b.moveTo(row, column)
		b.open()
	}
}

// TappedSecondary offers what can be done with a tie.
func (b *matrixBody) TappedSecondary(e *fyne.PointEvent) {
	if row, column, ok := b.cell(e.Position); ok {
		b.moveTo(row, column)
		x, _, t := b.m.at(row, column)
		switch {
		case t != nil:
			b.m.w.popUp(b.m.w.tieMenu(t.Pair), e)
		case row == column:
			b.m.w.popUp(b.m.w.countryMenu(x), e)
		}
	}
}

func (b *matrixBody) moveTo(row, column int) {
	if b.row != row || b.column != column {
		b.row, b.column = row, column
		b.m.draw()
	}
}

// MouseIn is part of desktop.Hoverable.
func (b *matrixBody) MouseIn(e *desktop.MouseEvent) {
	b.hover = true
	b.MouseMoved(e)
}

// MouseMoved tells of the cell under the pointer.
func (b *matrixBody) MouseMoved(e *desktop.MouseEvent) {
	row, column, ok := b.cell(e.Position)
	if !ok || row == b.row && column == b.column && b.m.w.tips.Shown() != "" {
		return
	}
	b.moveTo(row, column)
	b.anchor.Move(fyne.NewPos(float32(column)*matrixCell(), float32(row)*matrixCell()))
	b.anchor.Resize(fyne.NewSquareSize(matrixCell()))
	b.m.w.tips.Hide()
	b.m.w.tips.Arm(b.anchor, b.m.tell(row, column))
}

// MouseOut is part of desktop.Hoverable.
func (b *matrixBody) MouseOut() {
	b.hover = false
	b.m.w.tips.Hide()
	b.m.draw()
}

// tell names a cell in words.
func (m *matrix) tell(row, column int) string {
	a, b, t := m.at(row, column)
	w := m.w
	switch {
	case a == b:
		return w.name(a)
	case t == nil:
		return w.say.Say("matrix.none", "tie", w.say.Say("tie.pair", "a", w.name(a), "b", w.name(b)))
	}
	return w.say.Say("matrix.tie", "tie", w.say.Say("tie.pair", "a", w.name(a), "b", w.name(b)), "stance", w.tieStance(t),
		"reports", w.say.Count("count.reports", t.Reports), "passages", w.say.Count("count.passages", t.Passages))
}

// FocusGained is part of fyne.Focusable.
func (b *matrixBody) FocusGained() { b.focused = true; b.m.draw() }

// FocusLost is part of fyne.Focusable.
func (b *matrixBody) FocusLost() { b.focused = false; b.m.draw() }

// TypedRune is part of fyne.Focusable.
func (b *matrixBody) TypedRune(rune) {}

// TypedKey moves the cursor and opens its cell.
func (b *matrixBody) TypedKey(e *fyne.KeyEvent) {
	n := len(b.m.parties)
	if n == 0 {
		return
	}
	row, column := b.row, b.column
	switch e.Name {
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	case fyne.KeyLeft:
		column--
	case fyne.KeyRight:
		column++
	case fyne.KeyHome:
		row, column = 0, 0
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.open()
		return
	default:
		return
	}
	b.focused = true
	b.reveal(max(0, min(n-1, row)), max(0, min(n-1, column)))
}

// reveal moves the cursor and scrolls to it.
func (b *matrixBody) reveal(row, column int) {
	s := b.m.scroll
	to := func(offset, length float32, i int) float32 {
		at := float32(i) * matrixCell()
		return max(min(offset, at), at+matrixCell()-length)
	}
	s.Offset = fyne.NewPos(to(s.Offset.X, s.Size().Width, column), to(s.Offset.Y, s.Size().Height, row))
	s.Refresh()
	b.row, b.column = row, column
	b.m.draw()
}

// AccessibilityLabel tells of the cell under the cursor.
func (b *matrixBody) AccessibilityLabel() string {
	if len(b.m.parties) == 0 {
		return b.m.w.say.Say("page.none")
	}
	return b.m.tell(b.row, b.column)
}
