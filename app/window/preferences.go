package window

import (
	"cmp"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/settings"
	"entente/app/window/look"
	"entente/geo/proj"
)

// preferences is the form in which a person sets what the program remembers. Each change acts at once, so there is nothing
// to confirm.
type preferences struct {
	w          *Window
	form       *form
	theme      *formList
	language   *formList
	words      *formList
	projection *formList
	motion     *formTick
	text       *formSlider
	percent    *widget.Label
	who        *pathEntry
}

// preferencesWidth is that of what is in the form, where the window has room for it.
const preferencesWidth = 480

// showPreferences shows the form.
func (w *Window) showPreferences() {
	p := newPreferences(w)
	p.show()
	w.win.Canvas().Focus(p.theme)
}

func newPreferences(w *Window) *preferences {
	p := &preferences{w: w, percent: widget.NewLabel("")}
	var themes []string
	for _, t := range settings.Themes {
		themes = append(themes, w.say.Say("menu.theme."+t))
	}
	codes, names := w.languages()
	p.theme = p.list(themes, slices.Index(settings.Themes, w.settings.Theme()), func(i int) { w.setTheme(settings.Themes[i]) })
	p.language = p.list(names, slices.Index(codes, w.say.Code()), func(i int) { p.speak(codes[i]) })
	p.words = p.list(p.percents(), slices.Index(settings.TextScales, w.settings.TextScale()), p.enlarge)
	p.projection = p.list(w.mapPane.projectionNames(), max(0, slices.Index(proj.Names(), w.settings.Projection())), p.project)
	p.motion = newFormTick(w, w.say.Say("menu.motion"))
	p.motion.Checked, p.motion.OnChanged = w.mapPane.view.Animated, p.move
	p.text = newFormSlider(w, settings.MinScale, settings.MaxScale, textStep)
	p.text.Value, p.text.OnChanged = float64(w.settings.ReaderScale()), p.scale
	p.showPercent()
	p.who = newPathEntry()
	p.who.escaped, p.who.OnSubmitted = p.leave, func(string) { p.leave() }
	p.who.SetPlaceHolder(app.Person())
	p.who.SetText(w.settings.Who())
	p.who.OnChanged = w.sign
	return p
}

func (p *preferences) list(options []string, chosen int, changed func(i int)) *formList {
	l := newFormList(p.w, options)
	l.SetSelectedIndex(chosen)
	l.OnChanged = func(string) { changed(l.SelectedIndex()) }
	return l
}

// show shows the form, which Escape, Enter and its button leave.
func (p *preferences) show() {
	w := p.w
	grid := container.New(layout.NewFormLayout())
	for _, line := range []struct {
		name   string
		object fyne.CanvasObject
	}{
		{w.say.Say("menu.theme"), p.theme}, {w.say.Say("menu.language"), p.language},
		{w.say.Say("preferences.words"), p.words},
		{w.say.Say("menu.projection"), p.projection}, {"", p.motion},
		{w.say.Say("preferences.text"), container.NewBorder(nil, nil, nil, container.New(atLeast{look.Fit(56)}, p.percent), p.text)},
		{w.say.Say("preferences.who"), container.NewVBox(p.who, quiet(w.say.Say("preferences.who.hint")))},
	} {
		grid.Add(container.NewVBox(widget.NewLabel(line.name)))
		grid.Add(line.object)
	}
	width := min(look.Fit(preferencesWidth), w.formRoom())
	f := &form{w: w, width: width, body: container.New(column{width}, grid), confirm: func() string { return "" }}
	f.scroll = container.NewVScroll(container.New(insetRight{}, f.body))
	f.scroll.SetMinSize(f.room())
	f.dialog = dialog.NewCustomWithoutButtons(w.say.Say("preferences.title"), f.scroll, w.win)
	f.dialog.SetButtons([]fyne.CanvasObject{newFormButton(w, w.say.Say("dialog.close"), p.leave)})
	f.dialog.SetOnClosed(func() {
		w.forms = slices.DeleteFunc(w.forms, func(o *form) bool { return o == f })
	})
	p.form, w.forms = f, append(w.forms, f)
	f.dialog.Show()
	slog.Debug("preferences shown")
}

func (p *preferences) leave() { p.form.dialog.Hide() }

// speak makes the window anew in another language, and this dialog with it.
func (p *preferences) speak(code string) {
	if code == p.w.say.Code() {
		return
	}
	p.again(func() { p.w.speak(code) }, func(p *preferences) fyne.Focusable { return p.language })
}

// percents are the sizes that words can have, for people.
func (p *preferences) percents() (sizes []string) {
	for _, s := range settings.TextScales {
		sizes = append(sizes, p.w.say.Percent(float64(s)))
	}
	return sizes
}

// enlarge gives all words of the window another size.
func (p *preferences) enlarge(i int) {
	p.again(func() { p.w.setWords(settings.TextScales[max(0, i)]) }, func(p *preferences) fyne.Focusable { return p.words })
}

// again makes a change that the window is made anew for, and then this dialog, with the focus where it was.
func (p *preferences) again(change func(), focus func(*preferences) fyne.Focusable) {
	p.leave()
	change()
	next := newPreferences(p.w)
	next.show()
	p.w.win.Canvas().Focus(focus(next))
}

// project lays the map out by another projection, which maps without a view of their own have from now on.
func (p *preferences) project(i int) {
	p.w.settings.SetProjection(proj.Names()[max(0, i)])
	p.w.mapPane.projection.SetSelectedIndex(max(0, i))
}

// textStep is the step of the slider of the size of articles' text.
const textStep = 0.1

func (p *preferences) scale(v float64) {
	p.w.setTextScale(float32(v))
	p.showPercent()
}

func (p *preferences) showPercent() { p.percent.SetText(p.w.say.Percent(p.text.Value)) }

func (p *preferences) move(on bool) {
	if on != p.w.mapPane.view.Animated {
		p.w.switchMotion()
	}
}

// sign remembers the name that stands beside decisions from now on.
func (w *Window) sign(name string) {
	w.settings.SetWho(name)
	if lib := w.library(); lib != nil {
		lib.SetWho(w.who())
	}
}

// who is the name that stands beside decisions: the one that was chosen, else the one that the system knows.
func (w *Window) who() string { return cmp.Or(w.settings.Who(), app.Person()) }

// formSlider is a slider of a form; Left and Right move it.
type formSlider struct {
	widget.Slider
	w *Window
}

func newFormSlider(w *Window, from, to, step float64) *formSlider {
	s := &formSlider{w: w}
	s.Min, s.Max, s.Step = from, to, step
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey is part of fyne.Focusable.
func (s *formSlider) TypedKey(k *fyne.KeyEvent) {
	if !s.w.endsForm(k) {
		s.Slider.TypedKey(k)
	}
}
