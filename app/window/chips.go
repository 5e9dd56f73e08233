package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"entente/app/window/look"
	"entente/data"
)

// chip names one condition and gives the filter without it.
type chip struct {
	text    string
	without data.Filter
}

// chipsOf gives a chip for each condition of a filter.
func (w *Window) chipsOf(f data.Filter) (chips []chip) {
	add := func(text string, drop func(*data.Filter)) {
		g := f
		drop(&g)
		chips = append(chips, chip{text, g})
	}
	for _, s := range f.Stances {
		add(w.say.Say("stance."+string(s)), func(g *data.Filter) { g.Stances = turned(data.Stances, f.Stances, s, false) })
	}
	for _, field := range f.Fields {
		add(w.say.Say("field."+string(field)), func(g *data.Filter) { g.Fields = turned(data.Fields, f.Fields, field, false) })
	}
	for _, c := range f.Countries {
		add(w.name(c), func(g *data.Filter) { g.Countries = others(f.Countries, c) })
	}
	if len(f.Between) > 0 {
		add(w.say.Say("filter.between", "countries", w.countryNames(f.Between)), func(g *data.Filter) { g.Between = nil })
	}
	for _, m := range f.Modalities {
		add(w.say.Say("modality."+string(m)), func(g *data.Filter) { g.Modalities = turned(data.Modalities, f.Modalities, m, false) })
	}
	for _, name := range f.Publishers {
		add(w.sourceName(name), func(g *data.Filter) { g.Publishers = others(f.Publishers, name) })
	}
	if f.From != "" || f.To != "" {
		add(w.periodName(f.From, f.To), func(g *data.Filter) { g.From, g.To = "", "" })
	}
	if f.MinReports > 1 {
		add(w.say.Count("filter.atleast", f.MinReports), func(g *data.Filter) { g.MinReports = 0 })
	}
	if f.MinConfidence > 0 {
		add(w.atLeastSure(f.MinConfidence), func(g *data.Filter) { g.MinConfidence = 0 })
	}
	if f.Decision != data.NotRejected {
		add(w.say.Say("decision."+string(f.Decision)), func(g *data.Filter) { g.Decision = data.NotRejected })
	}
	if f.Search != "" {
		add(w.say.Say("filter.words", "words", f.Search), func(g *data.Filter) { g.Search = "" })
	}
	if len(f.Articles) > 0 {
		add(w.say.Count("filter.articles", len(f.Articles)), func(g *data.Filter) { g.Articles = nil })
	}
	return chips
}

// others gives a list without one of its values.
func others[T comparable](list []T, without T) []T {
	return slices.DeleteFunc(slices.Clone(list), func(v T) bool { return v == without })
}

// periodName names a period that may be open at one end.
func (w *Window) periodName(from, to string) string {
	switch {
	case from == "":
		return w.say.Say("filter.until", "to", w.say.Date(to))
	case to == "":
		return w.say.Say("filter.since", "from", w.say.Date(from))
	case from == to:
		return w.say.Date(from)
	}
	return w.say.Say("filter.period", "from", w.say.Date(from), "to", w.say.Date(to))
}

// showChips names every condition that is set, each with a button that takes it away.
func (p *filterPane) showChips(f data.Filter) {
	p.chips.RemoveAll()
	for _, c := range p.w.chipsOf(f) {
		p.chips.Add(p.w.chip(c.text, func() { p.w.setFilter(c.without) }))
	}
	shown(p.foot, len(p.chips.Objects) > 0)
	p.frame.Refresh()
}

// chipFoot is as high as the chips in its scrolled room, up to chipFootMost.
type chipFoot struct{}

const chipFootMost = 84

// Layout is part of fyne.Layout.
func (chipFoot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(4, 4))
	objects[0].Resize(size.SubtractWidthHeight(8, 8))
}

// MinSize is part of fyne.Layout.
func (chipFoot) MinSize(objects []fyne.CanvasObject) fyne.Size {
	chips := objects[0].(*container.Scroll).Content
	return fyne.NewSize(chips.MinSize().Width+8, min(chips.MinSize().Height, chipFootMost)+8)
}

// chip makes a word with a button that takes it away.
func (w *Window) chip(text string, drop func()) fyne.CanvasObject {
	label := caption(text)
	label.Importance = 0
	label.Truncation = fyne.TextTruncateEllipsis
	b := w.tips.Button(theme.CancelIcon(), "", w.say.Say("filter.drop"), func() {
		w.tips.Hide()
		drop()
	})
	width := min(chipMost(), label.MinSize().Width+textWidth(text))
	return container.NewStack(tinted(), container.New(dense{}, container.NewBorder(nil, nil, nil, b, container.New(atLeast{width}, label))))
}

// chipMost is how wide a chip's words are at most; longer ones are cut.
func chipMost() float32 { return look.Fit(190) }

func textWidth(s string) float32 {
	return fyne.MeasureText(s, theme.CaptionTextSize(), fyne.TextStyle{}).Width + 2*theme.InnerPadding()
}

// chipFlow sets chips side by side and goes on below where a line is full. Its height is that of its last width.
type chipFlow struct{ width float32 }

const chipGap = 3

// Layout is part of fyne.Layout.
func (l *chipFlow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// MinSize is part of fyne.Layout.
func (l *chipFlow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, l.place(objects, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// place gives each object its place, and the height of all.
func (l *chipFlow) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) (height float32) {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range objects {
		m := o.MinSize()
		m.Width = min(m.Width, max(l.width, 100))
		if x > 0 && x+m.Width > l.width {
			x, y, line = 0, y+line+chipGap, 0
		}
		put(o, fyne.NewPos(x, y), m)
		x += m.Width + chipGap
		line = max(line, m.Height)
	}
	return y + line
}
