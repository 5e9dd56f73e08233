package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/look"
	"entente/data"
	"entente/data/store"
)

// bars is the drawing of a timeline: a bar for each period, cooperation at the bottom, conflict above, the rest on top. A
// period is chosen by dragging over bars, moved by dragging it, and changed by dragging its ends.
type bars struct {
	widget.BaseWidget
	t       *timeline
	slots   []store.Period
	box     *fyne.Container
	anchor  *canvas.Rectangle // where the tip of the bar under the pointer goes
	brush   *[2]int           // first and last slot chosen, as dragged or as the filter has it; nil for none
	grip    grip
	from    int // the slot where a drag began
	held    [2]int
	cursor  int // slot, by keys
	hovered int
	focused bool
	keyed   bool // the cursor is where keys led it, or Tab came to it: it is marked only then, as a frame reads as a choice
}

// grip is what a drag takes hold of.
type grip int

const (
	gripNone  grip = iota
	gripNew        // choose another period
	gripMove       // move the chosen one
	gripFirst      // change its first slot
	gripLast
)

func newBars(t *timeline) *bars {
	b := &bars{t: t, box: &fyne.Container{}, anchor: canvas.NewRectangle(nil), hovered: -1}
	b.ExtendBaseWidget(b)
	return b
}

// set shows slots, of which a period is chosen.
func (b *bars) set(slots []store.Period, brush *[2]int) {
	b.slots = slots
	if b.grip == gripNone {
		b.brush = brush
	}
	b.cursor = max(0, min(b.cursor, len(slots)-1))
	b.Refresh()
}

// MinSize is part of fyne.CanvasObject.
func (b *bars) MinSize() fyne.Size { return fyne.NewSize(100, 40) }

// CreateRenderer is part of fyne.Widget.
func (b *bars) CreateRenderer() fyne.WidgetRenderer {
	return &barsRenderer{widget.NewSimpleRenderer(b.box), b}
}

type barsRenderer struct {
	fyne.WidgetRenderer
	b *bars
}

func (r *barsRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.b.draw()
}

func (r *barsRenderer) Refresh() {
	r.b.draw()
	r.WidgetRenderer.Refresh()
}

// barsSide is the room left and right of the bars.
const barsSide = 12

// barsLabel is the height of the names below them.
func barsLabel() float32 { return look.Fit(16) }

// slotWidth is how wide a period is drawn.
func (b *bars) slotWidth() float32 {
	return min(48, (b.Size().Width-2*barsSide)/float32(max(1, len(b.slots))))
}

func (b *bars) draw() {
	b.box.Objects = nil
	most := 1
	for i := range b.slots {
		most = max(most, weight(&b.slots[i]))
	}
	width, height := b.slotWidth(), b.Size().Height-barsLabel()-4
	if height < 8 || len(b.slots) == 0 {
		return
	}
	b.drawBrush(width, height)
	for i := range b.slots {
		b.drawBar(i, width, height, height/float32(most))
	}
	b.drawLabels(width, height)
	b.box.Objects = append(b.box.Objects, b.anchor) // never hidden: Fyne knows no place of what was hidden when it drew last
}

func (b *bars) rect(c fyne.ThemeColorName, x, y, w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(theme.Color(c))
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	b.box.Objects = append(b.box.Objects, r)
	return r
}

// drawBrush tints the chosen period, with a line at each end to take hold of, and marks the cursor.
func (b *bars) drawBrush(width, height float32) {
	if b.brush != nil {
		x0, x1 := barsSide+float32(b.brush[0])*width, barsSide+float32(b.brush[1]+1)*width
		b.rect(theme.ColorNameSelection, x0, 0, x1-x0, height+2)
		for _, x := range []float32{x0 - 1, x1 - 1} {
			b.rect(theme.ColorNamePrimary, x, 0, 2, height+2)
		}
	}
	if b.focused && b.keyed {
		r := b.rect(theme.ColorNameHover, barsSide+float32(b.cursor)*width, 0, width, height+2)
		r.StrokeColor, r.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
}

func (b *bars) drawBar(i int, width, height, unit float32) {
	s := &b.slots[i]
	x, y := barsSide+float32(i)*width, height
	for _, part := range []struct {
		n      int
		stance data.Stance
	}{{s.Cooperation, data.Cooperation}, {s.Conflict, data.Conflict}, {s.Neutral, data.Neutral}} {
		if part.n == 0 {
			continue
		}
		h := max(1.5, float32(part.n)*unit)
		c := b.t.w.stanceColour(part.stance)
		if !b.chosen(i) {
			c.A = 0x48
		}
		r := canvas.NewRectangle(c)
		y -= h
		r.Move(fyne.NewPos(x+width*0.12, y+2))
		r.Resize(fyne.NewSize(max(1, width*0.76), h))
		b.box.Objects = append(b.box.Objects, r)
	}
}

// drawLabels names as many periods as have room.
func (b *bars) drawLabels(width, height float32) {
	b.rect(theme.ColorNameSeparator, barsSide, height+2, width*float32(len(b.slots)), 1)
	free, step := float32(0), b.monthStep(width)
	for i := range b.slots {
		name := b.label(i, width, step)
		if name == "" {
			continue
		}
		t := barLabel(name)
		size := t.MinSize()
		x := barsSide + float32(i)*width
		if len(b.slots[i].Name) == len("2024") || size.Width < width {
			x += (width - size.Width) / 2
		}
		if x < free || x+size.Width > b.Size().Width {
			continue
		}
		free = x + size.Width + labelGap
		t.Move(fyne.NewPos(x, height+2))
		t.Resize(size)
		b.box.Objects = append(b.box.Objects, t)
	}
}

func barLabel(name string) *canvas.Text {
	t := canvas.NewText(name, theme.Color(theme.ColorNamePlaceHolder))
	t.TextSize = theme.CaptionTextSize() - 1
	return t
}

// labelGap is how far names below bars stand apart.
const labelGap = 6

// monthStep gives how many months apart months are named, so that there is room for each name: 1, 3 or 6, or 12 where years
// alone are named.
func (b *bars) monthStep(width float32) int {
	widest := barLabel("2024").MinSize().Width
	for m := range 12 {
		widest = max(widest, barLabel(b.monthName(m)).MinSize().Width)
	}
	for _, step := range []int{1, 3, 6} {
		if float32(step)*width >= widest+labelGap {
			return step
		}
	}
	return 12
}

// monthName is the short name of a month, counted from 0.
func (b *bars) monthName(m int) string { return b.t.w.say.Say("month.short." + strconv.Itoa(m+1)) }

// label gives what to write below a bar: its year at the beginning of one, its month or day where there is room for it.
// Months are named so many apart.
func (b *bars) label(i int, width float32, step int) string {
	name := b.slots[i].Name
	switch len(name) {
	case len("2024"):
		return name
	case len("2024-03"):
		month := byMonth.number(name, false) % 12
		if i == 0 || month == 0 {
			return name[:4]
		}
		if month%step == 0 {
			return b.monthName(month)
		}
	case len("2024-03-05"):
		if i == 0 || name[8:] == "01" {
			return b.t.w.say.Date(name[:7])
		}
		if width >= look.Fit(22) {
			return name[8:]
		}
	}
	return ""
}

// chosen says whether a period is chosen; where none is, all are.
func (b *bars) chosen(i int) bool { return b.brush == nil || i >= b.brush[0] && i <= b.brush[1] }
