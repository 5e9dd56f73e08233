package window

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// option is a value that a list of choices offers.
type option struct {
	id, name string
	count    int
	on       bool
}

// Lists of choices show few at first, and never more than can be looked through.
const (
	optionsShown = 8
	optionsMost  = 200
	nameMost     = 34 // letters
)

// choiceList offers values of which there may be many: those chosen and the ones with most first, the others when they
// are asked for or looked for by name.
type choiceList struct {
	w        *Window
	object   fyne.CanvasObject
	rows     []*choice // are used again for other values, because new ones are slow to make
	box      *fyne.Container
	find     *widget.Entry
	more     *widget.Button
	moreKey  string // counts those that are not shown
	all      bool
	options  []option
	choose   func(id string, on bool)
	updating bool
}

func newChoiceList(w *Window, findKey, moreKey string, choose func(id string, on bool)) *choiceList {
	l := &choiceList{w: w, box: container.New(layout.NewCustomPaddedVBoxLayout(0)), find: widget.NewEntry(), moreKey: moreKey, choose: choose}
	l.find.SetPlaceHolder(w.say.Say(findKey))
	l.find.OnChanged = func(string) { l.fill() }
	l.find.Hide()
	l.more = widget.NewButton("", func() {
		l.all = !l.all
		l.find.SetText("")
		l.fill()
	})
	l.more.Importance, l.more.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	l.object = container.New(layout.NewCustomPaddedVBoxLayout(0), l.find, l.box, l.more)
	return l
}

// set offers other values.
func (l *choiceList) set(options []option) {
	slices.SortFunc(options, func(a, b option) int {
		return cmp.Or(boolOrder(b.on, a.on), cmp.Compare(b.count, a.count), cmp.Compare(a.name, b.name))
	})
	l.options = options
	l.fill()
}

// wanted gives the values to show.
func (l *choiceList) wanted() []option {
	words := strings.ToLower(strings.TrimSpace(l.find.Text))
	if !l.all {
		chosen := 0
		for chosen < len(l.options) && l.options[chosen].on {
			chosen++
		}
		return l.options[:min(len(l.options), max(optionsShown, chosen))]
	}
	var found []option
	for _, o := range l.options {
		if len(found) < optionsMost && strings.Contains(strings.ToLower(o.name), words) {
			found = append(found, o)
		}
	}
	return found
}

func (l *choiceList) fill() {
	l.updating = true
	defer func() { l.updating = false }()
	list := l.wanted()
	for len(l.rows) < len(list) {
		c := newChoice("", nil, nil)
		l.rows = append(l.rows, c)
		l.box.Add(c.object)
	}
	for i, c := range l.rows {
		shown(c.object, i < len(list))
		if i >= len(list) {
			continue
		}
		o := list[i]
		c.check.OnChanged = nil
		if name := head(o.name, nameMost); c.check.Text != name {
			c.check.SetText(name)
		}
		c.set(o.on, l.w.say.Number(o.count), false)
		c.check.OnChanged = func(on bool) {
			if !l.updating {
				l.choose(o.id, on)
			}
		}
	}
	shown(l.find, l.all && len(l.options) > optionsShown)
	l.more.SetText(l.w.say.Count(l.moreKey, len(l.options)-len(list)))
	if l.all {
		l.more.SetText(l.w.say.Say("filter.fewer"))
	}
	shown(l.more, len(l.options) > optionsShown)
}
