package window

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"entente/app/window/tip"
)

// playback goes through the time shown bar by bar: adding up from the first, or sliding a period along.
type playback struct {
	t       *timeline
	object  fyne.CanvasObject
	button  *tip.Button
	more    *tip.Button
	playing bool
	slides  bool
	pace    int    // of paces
	at      int    // the last slot of the period that is shown
	first   int    // the slot where it began
	length  int    // slots of the period that slides
	before  period // what the filter had, to go back to
	now     period // what playing set: another filter stops it
	halt    func() // stops the clock
}

// period is the dates of a filter.
type period struct{ from, to string }

// paces are how long a bar is shown, from slow to fast.
var paces = []time.Duration{1600 * time.Millisecond, 800 * time.Millisecond, 400 * time.Millisecond, 200 * time.Millisecond}

// paceIDs name the paces in keys of sentences.
var paceIDs = []string{"slow", "normal", "fast", "fastest"}

func newPlayback(t *timeline) *playback {
	p := &playback{t: t, pace: 1, halt: func() {}}
	p.button = t.w.tips.Button(theme.MediaPlayIcon(), "", t.w.tip("play"), p.toggle)
	p.more = t.w.tips.Button(theme.MoreVerticalIcon(), "", t.w.say.Say("play.more"), p.offer)
	p.object = container.New(layout.NewCustomPaddedHBoxLayout(0), p.button, p.more)
	return p
}

// toggle plays, or pauses where it is.
func (p *playback) toggle() {
	switch {
	case p.playing:
		p.pause()
	case len(p.t.bars.slots) > 0:
		p.start()
	}
}

// start goes on where it was paused, else begins: at the chosen period where there is one, else with the first bar.
func (p *playback) start() {
	f := p.t.w.session.Filter()
	slots := len(p.t.bars.slots)
	resumed := p.now == period{f.From, f.To} && p.at < slots-1 && p.now != period{}
	if !resumed {
		p.before = period{f.From, f.To}
		p.first, p.length = 0, 1
		if b := p.t.bars.brush; b != nil && b[1] < slots-1 {
			p.first, p.length = b[0], b[1]-b[0]+1
		}
		p.at = p.first + p.length - 2
		if !p.slides {
			p.at = p.first - 1
		}
	}
	p.playing = true
	slog.Debug("playing", "from", p.first, "slides", p.slides, "length", p.length)
	p.show()
	p.step()
}

// step shows the next bar, once the one before has been seen.
func (p *playback) step() {
	if !p.playing {
		return
	}
	p.at++
	t := p.t
	if p.at >= len(t.bars.slots) {
		p.pause()
		return
	}
	from := p.first
	if p.slides {
		from = max(p.first, p.at-p.length+1)
	}
	s := t.shown
	p.now = period{s.name(s.first + from), s.name(s.first + p.at)}
	t.filter(p.now.from, p.now.to)
}

// seen sets the clock for the next bar when the map shows the last one. Another filter than the one that was played stops.
func (p *playback) seen() {
	if !p.playing {
		return
	}
	if f := p.t.w.session.Filter(); p.now != (period{f.From, f.To}) {
		p.stop()
		return
	}
	p.halt()
	p.halt = p.t.w.o.After(paces[p.pace], p.step)
}

// pause stays where it is.
func (p *playback) pause() {
	p.halt()
	p.playing = false
	p.show()
	p.t.tellNote(p.t.w.session.Listing().Counts)
}

// stop ends playing for good; the next start begins anew.
func (p *playback) stop() {
	if p.playing {
		p.pause()
	}
	p.now = period{}
}

// rewind stops and goes back to the period before.
func (p *playback) rewind() {
	had := p.before
	p.stop()
	p.t.filter(had.from, had.to)
}

// show shows whether it plays.
func (p *playback) show() {
	icon := theme.MediaPlayIcon()
	if p.playing {
		icon = theme.MediaPauseIcon()
	}
	if p.button.Icon != icon {
		p.button.SetIcon(icon)
	}
	able(p.button, len(p.t.bars.slots) > 1)
}

// says tells what is being played, "" for nothing.
func (p *playback) says() string {
	if !p.playing || p.now == (period{}) {
		return ""
	}
	say := p.t.w.say
	if p.now.from == p.now.to {
		return say.Say("play.at", "date", say.Date(p.now.to))
	}
	return say.Say("play.range", "from", say.Date(p.now.from), "to", say.Date(p.now.to))
}

// offer offers how to play.
func (p *playback) offer() {
	say := p.t.w.say
	item := func(key string, on bool, do func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(say.Say(key), do)
		i.Checked = on
		return i
	}
	items := []*fyne.MenuItem{
		item("play.adds", !p.slides, func() { p.slide(false) }), item("play.slides", p.slides, func() { p.slide(true) }),
		fyne.NewMenuItemSeparator(),
	}
	for i, id := range paceIDs {
		items = append(items, item("play."+id, i == p.pace, func() { p.pace = i }))
	}
	rewind := item("play.rewind", false, p.rewind)
	rewind.Disabled = p.now == period{}
	p.t.w.dropMenu(fyne.NewMenu("", append(items, fyne.NewMenuItemSeparator(), rewind)...), p.more)
}

// slide chooses between sliding and adding up.
func (p *playback) slide(yes bool) {
	if p.slides != yes {
		p.slides = yes
		p.now = period{}
		if p.playing {
			p.pause()
		}
	}
}
