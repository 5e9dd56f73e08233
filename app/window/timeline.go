package window

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/tip"
	"entente/data/store"
)

// timeZoom is by how much one step makes the time shown longer.
const timeZoom = 1.4

// timeline shows how much evidence each day, month or year has, lets a period be chosen by dragging over it, and plays
// through the time.
type timeline struct {
	w              *Window
	object         fyne.CanvasObject
	bars           *bars
	note           *widget.Label
	unitButton     *tip.Button
	earlier, later *tip.Button // tell what lies before and after the time shown, and go there
	play           *playback
	shown          stretch // the time shown
	chosenUnit     *unit   // nil leaves it to the length of the time shown
	fitted         bool    // the time shown follows the evidence
	days           []store.Period
	daysOf         stretch // that days were asked for
	coarse         int     // pieces of evidence in the time shown that tell no more than a longer time
	asked          int     // generation of the question for days
}

func newTimeline(w *Window) *timeline {
	t := &timeline{w: w, note: caption(""), fitted: true, daysOf: stretch{byDay, 0, -1}}
	t.bars = newBars(t)
	t.play = newPlayback(t)
	t.note.Truncation = fyne.TextTruncateEllipsis
	t.unitButton = w.tips.Button(nil, "", w.say.Say("timeline.unit"), t.offerUnits)
	t.earlier = w.tips.Button(theme.NavigateBackIcon(), "", "", t.fitAll)
	t.later = w.tips.Button(theme.NavigateNextIcon(), "", "", t.fitAll)
	out := w.tips.Button(theme.ZoomOutIcon(), "", w.say.Say("timeline.out"), func() { t.zoom(timeZoom, len(t.bars.slots)/2) })
	in := w.tips.Button(theme.ZoomInIcon(), "", w.say.Say("timeline.in"), func() { t.zoom(1/timeZoom, len(t.bars.slots)/2) })
	fit := w.tips.Button(theme.ZoomFitIcon(), "", w.say.Say("timeline.fit"), t.fit)
	tools := container.New(layout.NewCustomPaddedHBoxLayout(0), t.play.object, t.unitButton, out, in, fit)
	head := container.New(dense{}, container.NewBorder(nil, nil, nil, tools, t.note))
	t.object = onPanel(container.NewBorder(head, nil, container.NewCenter(t.earlier), container.NewCenter(t.later), t.bars))
	return t
}

// show brings the bars up to date with the session.
func (t *timeline) show() {
	if t.fitted {
		t.shown = bulk(t.w.session.Listing().Counts)
	}
	t.settle()
}

// unit gives the unit of the bars.
func (t *timeline) unit() unit {
	if t.chosenUnit != nil {
		return *t.chosenUnit
	}
	return t.shown.suits()
}

// settle draws the time shown.
func (t *timeline) settle() {
	counts, f := t.w.session.Listing().Counts, t.w.session.Filter()
	all := whole(counts)
	if all.empty() {
		t.bars.set(nil, nil)
		t.around(0, 0)
		t.note.SetText(t.w.say.Say("timeline.none"))
		return
	}
	u := t.unit()
	s := t.shown.in(u).within(all.in(u))
	if u == byDay && s.slots() > store.MostDays {
		s.first = s.last - store.MostDays + 1
	}
	t.shown = s
	list := counts.Years
	switch u {
	case byMonth:
		list = counts.Months
	case byDay:
		list = t.daily(s)
	}
	slots, _, _ := s.periods(list)
	_, before, after := s.in(byYear).periods(counts.Years)
	t.count(slots, counts, before, after)
	t.bars.set(slots, t.brush(f.From, f.To))
	t.around(before, after)
	t.unitButton.SetText(t.w.say.Say("timeline." + unitIDs[u]))
	t.tellNote(counts)
	t.play.show()
}

// count finds how much of the evidence in the years shown is in no bar because it tells no more than a longer time.
func (t *timeline) count(slots []store.Period, c store.Counts, before, after int) {
	in := 0
	for i := range slots {
		in += weight(&slots[i])
	}
	years := t.shown.in(byYear)
	if t.shown.unit == byMonth && (t.shown.first%12 != 0 || t.shown.last%12 != 11) {
		// The rest of the first and last year is not shown and not coarse.
		for i := range c.Months {
			if n := byMonth.number(c.Months[i].Name, false); n < t.shown.first && n/12 == years.first || n > t.shown.last && n/12 == years.last {
				in += weight(&c.Months[i])
			}
		}
	}
	if t.shown.unit == byDay {
		return // daily counts it
	}
	all := 0
	for i := range c.Years {
		all += weight(&c.Years[i])
	}
	t.coarse = max(0, all-before-after-in)
}

// daily gives the days of a time, and asks for them first where they are not known.
func (t *timeline) daily(s stretch) []store.Period {
	lib, f := t.w.library(), t.w.session.Filter()
	if lib == nil {
		return nil
	}
	t.asked++
	generation := t.asked
	t.w.spawn(func() {
		days, coarse, err := lib.Daily(context.Background(), f, s.name(s.first), s.name(s.last))
		t.w.o.Post(func() {
			switch {
			case t.asked != generation:
			case err != nil:
				slog.Error("count days", "error", err)
			default:
				t.days, t.daysOf, t.coarse = days, s, coarse
				slots, _, _ := s.periods(days)
				t.bars.set(slots, t.bars.brush)
				t.tellNote(t.w.session.Listing().Counts)
			}
		})
	})
	if t.daysOf == s {
		return t.days
	}
	return nil
}

// brush gives the slots of a period; nil where there is none or it does not meet the time shown.
func (t *timeline) brush(from, to string) *[2]int {
	if from == "" && to == "" {
		return nil
	}
	b := [2]int{0, t.shown.slots() - 1}
	if from != "" {
		b[0] = max(0, t.shown.number(from, false)-t.shown.first)
	}
	if to != "" {
		b[1] = min(b[1], t.shown.number(to, true)-t.shown.first)
	}
	if b[1] < b[0] {
		return nil
	}
	return &b
}

// around tells how much lies before and after the time shown.
func (t *timeline) around(before, after int) {
	for _, side := range []struct {
		button *tip.Button
		n      int
		key    string
	}{{t.earlier, before, "timeline.earlier"}, {t.later, after, "timeline.later"}} {
		side.button.SetTip(t.w.say.Count(side.key, side.n))
		side.button.SetText(t.w.say.Number(side.n))
		shown(side.button, side.n > 0)
	}
}

// tellNote says what is drawn, and what cannot be: evidence that tells no date, or one that is longer than a bar.
func (t *timeline) tellNote(c store.Counts) {
	w := t.w
	f := w.session.Filter()
	key, n := "timeline.title", 0
	switch chosen := f.From != "" || f.To != ""; {
	case chosen && c.Undated > 0:
		key, n = "timeline.leftout", c.Undated
	case c.Undated > 0:
		key, n = "timeline.undated", c.Undated
	}
	text := w.say.Say("timeline.title")
	if n > 0 {
		text = w.say.Count(key, n)
	}
	if playing := t.play.says(); playing != "" {
		text = playing
	}
	if t.coarse > 0 {
		text = w.say.Count("timeline.coarse", t.coarse, "before", text)
	}
	t.note.SetText(text)
}

// tell tells of a bar in words.
func (t *timeline) tell(p *store.Period) string {
	return t.w.say.Say("timeline.bar", "date", t.w.say.Date(p.Name), "passages", t.w.say.Count("count.passages", weight(p)),
		"cooperation", t.w.say.Number(p.Cooperation), "conflict", t.w.say.Number(p.Conflict), "neutral", t.w.say.Number(p.Neutral))
}

// choose filters by the slots from one to another.
func (t *timeline) choose(from, to int) {
	t.play.stop()
	t.filter(t.shown.name(t.shown.first+from), t.shown.name(t.shown.first+to))
}

// toggle is choose, but takes the period back where it is chosen already.
func (t *timeline) toggle(from, to int) {
	if f := t.w.session.Filter(); f.From == t.shown.name(t.shown.first+from) && f.To == t.shown.name(t.shown.first+to) {
		t.clear()
		return
	}
	t.choose(from, to)
}

// clear takes the period back.
func (t *timeline) clear() {
	if f := t.w.session.Filter(); f.From != "" || f.To != "" {
		t.filter("", "")
	}
}

func (t *timeline) filter(from, to string) {
	f := t.w.session.Filter()
	f.From, f.To = from, to
	slog.Debug("period chosen", "from", from, "to", to)
	t.w.setFilter(f)
}

// least is how many slots are shown at least.
const least = 3

// zoom makes the time shown longer or shorter about a slot.
func (t *timeline) zoom(by float64, slot int) {
	if t.shown.empty() {
		return
	}
	t.fitted = false
	s := t.shown.scale(by, t.shown.first+slot, least)
	if t.chosenUnit == nil { // months turn into days where they become few
		if days := s.in(byDay); s.unit != byDay && by < 1 && days.slots() <= daysMost {
			s = days
		} else if s.unit == byYear && by < 1 && s.in(byMonth).slots() <= monthsMost {
			s = s.in(byMonth)
		}
	}
	t.shown = s
	t.settle()
}

// move shows another time of the same length.
func (t *timeline) move(by int) {
	t.fitted = false
	t.shown.first += by
	t.shown.last += by
	t.settle()
}

// fit shows the time that most of the evidence is from.
func (t *timeline) fit() {
	t.fitted = true
	t.show()
}

// fitAll shows all of the time.
func (t *timeline) fitAll() {
	t.fitted = false
	t.shown = whole(t.w.session.Listing().Counts)
	t.settle()
}

// offerUnits offers to choose how long a bar is.
func (t *timeline) offerUnits() {
	item := func(label string, u *unit) *fyne.MenuItem {
		i := fyne.NewMenuItem(label, func() { t.setUnit(u) })
		i.Checked = u == nil && t.chosenUnit == nil || u != nil && t.chosenUnit != nil && *u == *t.chosenUnit
		return i
	}
	items := []*fyne.MenuItem{item(t.w.say.Say("timeline.auto"), nil)}
	for _, u := range []unit{byDay, byMonth, byYear} {
		items = append(items, item(t.w.say.Say("timeline."+unitIDs[u]), &u))
	}
	t.w.dropMenu(fyne.NewMenu("", items...), t.unitButton)
}

// setUnit sets how long a bar is; nil leaves it to the length of the time shown.
func (t *timeline) setUnit(u *unit) {
	t.chosenUnit = u
	if u == nil {
		t.fit()
		return
	}
	// Bars must stay wide enough to be seen: of more of them the last are shown, and the rest lies to the left.
	if s := t.shown.in(*u); s.slots() > slotsMost {
		t.fitted = false
		t.shown = stretch{*u, s.last - slotsMost + 1, s.last}
	}
	t.settle()
}

// slotsMost is how many bars are shown at most when a unit is chosen.
const slotsMost = 366
