package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/data"
	"entente/data/text"
)

// statementForm asks what a passage says.
type statementForm struct {
	w        *Window
	object   fyne.CanvasObject
	start    data.Statement
	a, b     *countryField
	from     *formList // neither or both, the first country, the second
	acting   int       // of these, as a person chose
	fields   map[data.Field]*formTick
	stance   *formList
	modality *formList
	when     *pathEntry
	figures  *figureForm
}

// statedStances are the stances that a single passage can have.
var statedStances = []data.Stance{data.Cooperation, data.Conflict, data.Neutral}

func newStatementForm(w *Window, s data.Statement) *statementForm {
	f := &statementForm{w: w, start: s, fields: map[data.Field]*formTick{}}
	f.a, f.b = newCountryField(w, s.Pair[0]), newCountryField(w, s.Pair[1])
	f.from = newFormList(w, nil)
	f.a.changed, f.b.changed = f.showSenders, f.showSenders
	f.acting = max(0, slices.Index([]data.Party{"", s.Pair[0], s.Pair[1]}, s.From))
	f.showSenders()
	fields := container.NewGridWithColumns(3)
	for _, field := range data.Fields {
		c := newFormTick(w, w.say.Say("field."+string(field)))
		c.SetChecked(slices.Contains(s.Fields, field))
		f.fields[field] = c
		fields.Add(container.New(dense{}, c))
	}
	var stances, modalities []string
	for _, v := range statedStances {
		stances = append(stances, w.say.Say("stance."+string(v)))
	}
	for _, v := range data.Modalities {
		modalities = append(modalities, w.say.Say("modality."+string(v)))
	}
	f.stance = newFormList(w, stances)
	f.stance.SetSelected(w.say.Say("stance." + string(s.Stance)))
	f.modality = newFormList(w, modalities)
	f.modality.SetSelectedIndex(max(0, slices.Index(data.Modalities, s.Modality)))
	f.when = newPathEntry()
	f.when.SetPlaceHolder(w.say.Say("statement.when.hint"))
	f.when.SetText(s.When)
	f.figures = newFigureForm(w, s)
	quote := widget.NewLabel(w.say.Say("statement.words", "words", text.Plain(s.Text)))
	quote.Wrapping = fyne.TextWrapWord
	grid := container.New(layout.NewFormLayout())
	for _, line := range []struct {
		key    string
		object fyne.CanvasObject
	}{
		{"statement.parties", container.NewGridWithColumns(2, f.a.object, f.b.object)},
		{"statement.from", f.from}, {"statement.fields", fields}, {"statement.stance", f.stance},
		{"statement.modality", f.modality}, {"statement.when", f.when}, {"statement.figures", f.figures.object},
	} {
		grid.Add(container.NewVBox(widget.NewLabel(w.say.Say(line.key))))
		grid.Add(line.object)
	}
	f.object = container.NewVBox(container.NewStack(tinted(), quote), grid)
	return f
}

// leadTo makes Escape in the fields leave a form, and Enter confirm it.
func (f *statementForm) leadTo(asked *form) {
	leave, submit := asked.dialog.Hide, func(string) { asked.submit() }
	f.a.escaped, f.b.escaped, f.when.escaped, f.figures.escaped = leave, leave, leave, leave
	f.a.OnSubmitted, f.b.OnSubmitted, f.when.OnSubmitted = submit, submit, submit
}

// showSenders offers the chosen parties as the one who acts upon the other, once both are there.
func (f *statementForm) showSenders() {
	options := []string{f.w.say.Say("statement.from.none")}
	a, b := f.a.chosen, f.b.chosen
	if a != "" && b != "" && a != b {
		options = append(options, f.w.say.Say("passage.from", "a", f.w.name(a), "b", f.w.name(b)),
			f.w.say.Say("passage.from", "a", f.w.name(b), "b", f.w.name(a)))
	}
	f.from.OnChanged = nil
	f.from.SetOptions(options)
	f.from.ClearSelected()
	if f.acting < len(options) {
		f.from.SetSelectedIndex(f.acting)
	}
	f.from.OnChanged = func(string) { f.acting = max(0, f.from.SelectedIndex()) }
}

// sender gives who acts upon the other, "" for neither or both.
func (f *statementForm) sender() data.Party {
	return []data.Party{"", f.a.chosen, f.b.chosen}[f.acting]
}

// statement gives what was filled in, or says what is wrong with it.
func (f *statementForm) statement() (s data.Statement, problem string) {
	s = f.start
	switch {
	case f.a.chosen == "":
		return s, f.w.say.Say("statement.wrong.country", "typed", f.a.Text)
	case f.b.chosen == "":
		return s, f.w.say.Say("statement.wrong.country", "typed", f.b.Text)
	case f.a.chosen == f.b.chosen:
		return s, f.w.say.Say("statement.wrong.same")
	}
	s.Pair = data.PairOf(f.a.chosen, f.b.chosen)
	s.From = f.sender()
	if s.Fields = f.checked(); len(s.Fields) == 0 {
		return s, f.w.say.Say("statement.wrong.field")
	}
	if s.When = strings.ReplaceAll(strings.TrimSpace(f.when.Text), " ", ""); s.When != "" && !data.ValidWhen(s.When) {
		return s, f.w.say.Say("statement.wrong.when", "typed", s.When)
	}
	for _, v := range statedStances {
		if f.stance.Selected == f.w.say.Say("stance."+string(v)) {
			s.Stance = v
		}
	}
	if s.Stance != f.start.Stance {
		s.Kind = "" // what is done may be something else than what the rules took it for
	}
	s.Modality = data.Modalities[max(0, f.modality.SelectedIndex())]
	s.Figures, problem = f.figures.list()
	return s, problem
}

// checked gives the chosen fields, those that the passage had first in their order.
func (f *statementForm) checked() (out []data.Field) {
	for _, field := range append(slices.Clone(f.start.Fields), data.Fields...) {
		if c := f.fields[field]; c != nil && c.Checked && !slices.Contains(out, field) {
			out = append(out, field)
		}
	}
	return out
}

// figureForm asks for the amounts in a passage.
type figureForm struct {
	w       *Window
	object  fyne.CanvasObject
	rows    *fyne.Container
	lines   []*figureRow
	start   data.Statement
	escaped func()
}

// figureRow is one amount.
type figureRow struct {
	figure             data.Figure // as it was
	value, unit, about *pathEntry
	object             fyne.CanvasObject
}

func newFigureForm(w *Window, s data.Statement) *figureForm {
	f := &figureForm{w: w, start: s, rows: container.NewVBox(), escaped: func() {}}
	for _, figure := range s.Figures {
		f.add(figure)
	}
	more := newFormButton(w, w.say.Say("statement.figure.add"), func() {
		f.add(data.Figure{})
		w.fitForm()
	})
	more.Icon, more.Importance, more.Alignment = theme.ContentAddIcon(), widget.LowImportance, widget.ButtonAlignLeading
	f.object = container.NewVBox(f.rows, more)
	return f
}

func (f *figureForm) add(figure data.Figure) {
	entry := func(text, hint string) *pathEntry {
		e := newPathEntry()
		e.SetPlaceHolder(f.w.say.Say(hint))
		e.SetText(text)
		e.escaped = func() { f.escaped() }
		return e
	}
	r := &figureRow{figure: figure, value: entry("", "statement.figure.value"), unit: entry(figure.Unit, "statement.figure.unit"),
		about: entry(figure.About, "statement.figure.about")}
	if figure != (data.Figure{}) {
		r.value.SetText(amountText(figure.Value))
	}
	drop := f.w.tips.Button(theme.DeleteIcon(), "", f.w.say.Say("statement.figure.drop"), func() {
		f.lines = slices.DeleteFunc(f.lines, func(o *figureRow) bool { return o == r })
		f.rows.Remove(r.object)
		f.w.fitForm()
	})
	r.object = container.NewBorder(nil, nil, nil, drop, container.NewGridWithColumns(3, r.value, r.unit, r.about))
	f.lines = append(f.lines, r)
	f.rows.Add(r.object)
}

// list gives the amounts as they were filled in; a line with nothing in it is none.
func (f *figureForm) list() (out []data.Figure, problem string) {
	for _, r := range f.lines {
		typed := strings.TrimSpace(r.value.Text)
		if typed == "" && strings.TrimSpace(r.unit.Text) == "" && strings.TrimSpace(r.about.Text) == "" {
			continue
		}
		value, ok := amount(typed)
		if !ok {
			return nil, f.w.say.Say("statement.wrong.figure", "typed", typed)
		}
		figure := r.figure
		if value != figure.Value || figure.Text == "" {
			figure.Dispute = false
		}
		figure.Value, figure.Unit, figure.About = value, strings.TrimSpace(r.unit.Text), strings.TrimSpace(r.about.Text)
		if figure.Text == "" {
			figure.Passage = wordsOf(f.start.Passage, typed)
		}
		out = append(out, figure)
	}
	return out, ""
}
