package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/look"
)

// choice is a line of the filter: a tick, a word and a count.
type choice struct {
	check  *tick
	count  *canvas.Text
	object fyne.CanvasObject
}

// newChoice makes a line with an optional object between the tick's word and the count.
func newChoice(label string, line fyne.CanvasObject, changed func(bool)) *choice {
	c := &choice{check: newTick(label, changed), count: canvas.NewText("", nil)}
	c.count.Alignment = fyne.TextAlignTrailing
	right := container.NewHBox(container.NewCenter(c.count))
	if line != nil {
		right = container.NewHBox(container.NewCenter(line), container.New(atLeast{look.Fit(26)}, c.count))
	}
	c.object = container.New(dense{}, container.NewBorder(nil, nil, nil, newTapArea(right, c.check.turn), c.check))
	return c
}

// set shows whether the choice is made and what it would leave. What would leave nothing is greyed, but can be taken back.
func (c *choice) set(on bool, count string, none bool) {
	c.count.Text, c.count.TextSize = count, theme.CaptionTextSize()
	c.count.Color = theme.Color(theme.ColorNamePlaceHolder)
	c.count.Refresh()
	if c.check.Checked != on {
		c.check.SetChecked(on)
	}
	able(c.check, on || !none)
}

// tick is a check that takes clicks on all of its row, not only on its box and words.
type tick struct{ widget.Check }

func newTick(label string, changed func(bool)) *tick {
	t := &tick{}
	t.Text, t.OnChanged = label, changed
	t.ExtendBaseWidget(t)
	return t
}

// Tapped is part of fyne.Tappable.
func (t *tick) Tapped(*fyne.PointEvent) { t.turn() }

func (t *tick) turn() {
	if !t.Disabled() {
		t.SetChecked(!t.Checked)
	}
}

// tapArea hands the clicks on an object to something else.
type tapArea struct {
	widget.BaseWidget
	inside fyne.CanvasObject
	tapped func()
}

func newTapArea(inside fyne.CanvasObject, tapped func()) *tapArea {
	a := &tapArea{inside: inside, tapped: tapped}
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer is part of fyne.Widget.
func (a *tapArea) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.inside) }

// Tapped is part of fyne.Tappable.
func (a *tapArea) Tapped(*fyne.PointEvent) { a.tapped() }

// section is a part of the filter that can be folded away. Its head says how many of its conditions are set.
type section struct {
	w      *Window
	title  string
	head   *sectionHead
	body   *fyne.Container
	object fyne.CanvasObject
	set    int // conditions
}

func newSection(w *Window, title string, open bool) *section {
	s := &section{w: w, title: title, body: container.New(layout.NewCustomPaddedVBoxLayout(0))}
	s.head = newSectionHead(s)
	s.object = container.New(layout.NewCustomPaddedVBoxLayout(0), s.head, s.body)
	s.unfold(open)
	return s
}

func (s *section) unfold(open bool) {
	shown(s.body, open)
	s.show(s.set)
}

// show tells how many conditions are set.
func (s *section) show(set int) {
	s.set = set
	key := "filter.folded"
	if s.body.Visible() {
		key = "filter.open"
	}
	text := s.w.say.Say(key, "what", s.title)
	if set > 0 {
		text = s.w.say.Say("filter.set", "what", text, "n", s.w.say.Number(set))
	}
	s.head.text.SetText(text)
}

// sectionHead is the name of a section; a click folds it.
type sectionHead struct {
	widget.BaseWidget
	s       *section
	text    *widget.Label
	focused bool
	back    *ground
}

func newSectionHead(s *section) *sectionHead {
	h := &sectionHead{s: s, text: caption(""), back: newGround(theme.ColorNameHover, 4)}
	h.back.Hide()
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is part of fyne.Widget.
func (h *sectionHead) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(h.back, h.text))
}

// Tapped folds the section away or shows it again.
func (h *sectionHead) Tapped(*fyne.PointEvent) { h.s.unfold(!h.s.body.Visible()) }

// Cursor is part of desktop.Cursorable.
func (h *sectionHead) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is part of desktop.Hoverable.
func (h *sectionHead) MouseIn(*desktop.MouseEvent) { h.back.Show() }

// MouseMoved is part of desktop.Hoverable.
func (h *sectionHead) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (h *sectionHead) MouseOut() { shown(h.back, h.focused) }

// FocusGained is part of fyne.Focusable.
func (h *sectionHead) FocusGained() { h.focused = true; h.back.Show() }

// FocusLost is part of fyne.Focusable.
func (h *sectionHead) FocusLost() { h.focused = false; h.back.Hide() }

// TypedRune is part of fyne.Focusable.
func (h *sectionHead) TypedRune(rune) {}

// TypedKey folds by the keys that press buttons.
func (h *sectionHead) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		h.Tapped(nil)
	}
}

// AccessibilityLabel names the section for screen readers.
func (h *sectionHead) AccessibilityLabel() string { return h.s.title }

// AccessibilityRole is part of fyne.Accessible.
func (h *sectionHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
