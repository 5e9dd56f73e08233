package window

import (
	"fmt"
	"log/slog"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/data"
	"entente/data/store"
)

// timeline shows how much evidence each month or year has, and lets a period be chosen by dragging over it.
type timeline struct {
	w      *Window
	object fyne.CanvasObject
	bars   *bars
	note   *widget.Label
}

func newTimeline(w *Window) *timeline {
	t := &timeline{w: w, note: caption("")}
	t.bars = newBars(w)
	t.object = onPanel(container.NewBorder(t.note, nil, nil, nil, t.bars))
	return t
}

// show brings the bars up to date with the session.
func (t *timeline) show() {
	counts, f := t.w.session.Listing().Counts, t.w.session.Filter()
	t.bars.set(slots(counts), f.From, f.To)
	dated := 0
	for _, y := range counts.Years {
		dated += y.Cooperation + y.Conflict + y.Neutral
	}
	switch {
	case dated == 0:
		t.note.SetText(t.w.say.Say("timeline.none"))
	case counts.Undated > 0:
		t.note.SetText(t.w.say.Count("timeline.undated", counts.Undated))
	default:
		t.note.SetText(t.w.say.Say("timeline.title"))
	}
}

// monthsMost is the longest time that is shown by month.
const monthsMost = 72

// slots gives the periods to show: every month from the first to the last where that is not too many, else every year.
func slots(c store.Counts) []store.Period {
	if n := len(c.Months); n > 0 && len(c.Years) > 0 && c.Months[0].Name[:4] <= c.Years[0].Name {
		first, last := monthNumber(c.Months[0].Name), monthNumber(c.Months[n-1].Name)
		if last-first < monthsMost {
			return filled(c.Months, first, last, monthNumber, monthName)
		}
	}
	if n := len(c.Years); n > 0 {
		return filled(c.Years, yearNumber(c.Years[0].Name), yearNumber(c.Years[n-1].Name), yearNumber, yearName)
	}
	return nil
}

// filled puts empty periods between those that have evidence.
func filled(list []store.Period, first, last int, number func(string) int, name func(int) string) []store.Period {
	out := make([]store.Period, last-first+1)
	for i := range out {
		out[i].Name = name(first + i)
	}
	for _, p := range list {
		if i := number(p.Name) - first; i >= 0 && i < len(out) {
			out[i] = p
		}
	}
	return out
}

func yearNumber(s string) (n int) {
	fmt.Sscanf(s, "%d", &n) //nolint:errcheck // the store writes these names
	return n
}

func yearName(n int) string { return fmt.Sprintf("%04d", n) }

func monthNumber(s string) int {
	var y, m int
	fmt.Sscanf(s, "%d-%d", &y, &m) //nolint:errcheck // the store writes these names
	return 12*y + m - 1
}

func monthName(n int) string { return fmt.Sprintf("%04d-%02d", n/12, n%12+1) }

// bars is the drawing: a bar for each period, cooperation at the bottom, conflict above, the rest on top.
type bars struct {
	widget.BaseWidget
	w        *Window
	slots    []store.Period
	from, to string // the period that the filter has
	box      *fyne.Container
	drag     [2]int // slots between which the pointer was dragged
	dragging bool
}

func newBars(w *Window) *bars {
	b := &bars{w: w, box: &fyne.Container{}}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bars) set(slots []store.Period, from, to string) {
	b.slots, b.from, b.to = slots, from, to
	b.Refresh()
}

func (b *bars) MinSize() fyne.Size { return fyne.NewSize(100, 40) }

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

const (
	barsSide  = 12 // left and right of the bars
	barsLabel = 16 // height of the names below them
)

// slotWidth is how wide a period is drawn.
func (b *bars) slotWidth() float32 {
	return min(48, (b.Size().Width-2*barsSide)/float32(max(1, len(b.slots))))
}

func (b *bars) draw() {
	b.box.Objects = nil
	most := 1
	for _, s := range b.slots {
		most = max(most, s.Cooperation+s.Conflict+s.Neutral)
	}
	width, height := b.slotWidth(), b.Size().Height-barsLabel-4
	if height < 8 || len(b.slots) == 0 {
		return
	}
	unit := height / float32(most)
	for i, s := range b.slots {
		x, y := barsSide+float32(i)*width, height
		for _, part := range []struct {
			n      int
			stance data.Stance
		}{{s.Cooperation, data.Cooperation}, {s.Conflict, data.Conflict}, {s.Neutral, data.Neutral}} {
			if part.n == 0 {
				continue
			}
			h := max(1.5, float32(part.n)*unit)
			c := b.w.stanceColour(part.stance)
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
	b.drawLabels(width, height)
}

// drawLabels names as many periods as have room.
func (b *bars) drawLabels(width, height float32) {
	axis := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
	axis.Move(fyne.NewPos(barsSide, height+2))
	axis.Resize(fyne.NewSize(width*float32(len(b.slots)), 1))
	b.box.Objects = append(b.box.Objects, axis)
	free := float32(0)
	for i, s := range b.slots {
		years := len(s.Name) == 4
		if !years && s.Name[5:] != "01" && i != 0 && width < 40 {
			continue
		}
		name := s.Name
		if !years && width < 40 {
			name = s.Name[:4]
		}
		t := canvas.NewText(name, theme.Color(theme.ColorNamePlaceHolder))
		t.TextSize = theme.CaptionTextSize() - 1
		size := t.MinSize()
		x := barsSide + float32(i)*width
		if years || width >= 40 {
			x += (width - size.Width) / 2
		}
		if x < free {
			continue
		}
		free = x + size.Width + 8
		t.Move(fyne.NewPos(x, height+2))
		t.Resize(size)
		b.box.Objects = append(b.box.Objects, t)
	}
}

// chosen says whether a period is within what is being dragged over, or the filter's period.
func (b *bars) chosen(i int) bool {
	if b.dragging {
		return i >= min(b.drag[0], b.drag[1]) && i <= max(b.drag[0], b.drag[1])
	}
	name := b.slots[i].Name
	from, to := b.from, b.to
	return (from == "" || name >= from[:min(len(from), len(name))]) && (to == "" || name <= to[:min(len(to), len(name))])
}

// at gives the period at a place.
func (b *bars) at(x float32) int {
	i := int(math.Floor(float64((x - barsSide) / b.slotWidth())))
	return max(0, min(len(b.slots)-1, i))
}

// Dragged chooses a period.
func (b *bars) Dragged(e *fyne.DragEvent) {
	if len(b.slots) == 0 {
		return
	}
	if !b.dragging {
		b.dragging = true
		b.drag[0] = b.at(e.Position.X - e.Dragged.DX)
	}
	b.drag[1] = b.at(e.Position.X)
	b.Refresh()
}

// DragEnd filters by the period dragged over.
func (b *bars) DragEnd() {
	if b.dragging {
		b.dragging = false
		b.choose(b.drag[0], b.drag[1])
	}
}

// Tapped filters by one period; again on the same takes it back.
func (b *bars) Tapped(e *fyne.PointEvent) {
	if len(b.slots) > 0 {
		i := b.at(e.Position.X)
		b.choose(i, i)
	}
}

func (b *bars) choose(from, to int) {
	if from > to {
		from, to = to, from
	}
	f := b.w.session.Filter()
	first, last := b.slots[from].Name, b.slots[to].Name
	if f.From == first && f.To == last {
		first, last = "", ""
	}
	f.From, f.To = first, last
	slog.Debug("period chosen", "from", first, "to", last)
	b.w.setFilter(f)
}

// Cursor shows that a range can be dragged.
func (b *bars) Cursor() desktop.Cursor { return desktop.CrosshairCursor }
