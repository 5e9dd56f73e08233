package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"entente/data"
	"entente/data/text"
)

// countryMost is how many countries a field offers at once.
const countryMost = 5

// countryField is a field for a country: its name or code is typed, and the countries that fit are offered below. Enter
// takes the first of them.
type countryField struct {
	widget.Entry
	w       *Window
	object  fyne.CanvasObject
	offers  *fyne.Container
	offered []data.Party
	chosen  data.Party
	changed func()
	escaped func()
}

func newCountryField(w *Window, chosen data.Party) *countryField {
	f := &countryField{w: w, offers: container.New(layout.NewCustomPaddedVBoxLayout(0)), changed: func() {}, escaped: func() {}}
	f.ExtendBaseWidget(f)
	f.Scroll = fyne.ScrollHorizontalOnly
	f.SetPlaceHolder(w.say.Say("country.hint"))
	f.object = container.New(layout.NewCustomPaddedVBoxLayout(0), f, f.offers)
	if chosen != "" {
		f.choose(chosen)
	}
	f.OnChanged = f.typed
	return f
}

// typed offers the countries that fit what was typed.
func (f *countryField) typed(words string) {
	f.chosen, f.offered = "", nil
	if g := f.w.scanner; g != nil {
		f.chosen, _ = g.Gazetteer().Lookup(words)
		f.offered = f.fitting(words)
	}
	if f.chosen != "" && len(f.offered) == 1 && text.Fold(strings.TrimSpace(words)) == text.Fold(f.w.name(f.chosen)) {
		f.offered = nil // it is written out already; a code is not
	}
	f.offer()
	f.changed()
}

// fitting gives the countries whose name has what was typed, those that begin with it first.
func (f *countryField) fitting(words string) []data.Party {
	folded := text.Fold(strings.TrimSpace(words))
	if folded == "" {
		return nil
	}
	var first, rest []data.Party
	for _, c := range f.w.scanner.Gazetteer().Countries() {
		name := text.Fold(f.w.name(c.Code))
		switch {
		case strings.HasPrefix(name, folded) || strings.EqualFold(string(c.Code), folded):
			first = append(first, c.Code)
		case strings.Contains(name, folded):
			rest = append(rest, c.Code)
		}
	}
	if f.chosen != "" && !slices.Contains(first, f.chosen) {
		first = slices.Insert(first, 0, f.chosen)
	}
	all := append(first, rest...)
	return all[:min(len(all), countryMost)]
}

func (f *countryField) offer() {
	f.offers.RemoveAll()
	for _, c := range f.offered {
		f.offers.Add(newRow(container.New(dense{}, widget.NewLabel(f.w.name(c))), func() { f.pick(c) }))
	}
	f.offers.Refresh()
	f.w.fitForm()
}

// pick takes a country that was offered.
func (f *countryField) pick(c data.Party) {
	f.choose(c)
	f.changed()
}

func (f *countryField) choose(c data.Party) {
	before := f.OnChanged
	f.OnChanged = nil
	f.SetText(f.w.name(c))
	f.OnChanged = before
	f.chosen, f.offered = c, nil
	f.offer()
}

// TypedKey is part of fyne.Focusable.
func (f *countryField) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape:
		f.escaped()
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && len(f.offered) > 0:
		f.pick(f.offered[0])
	default:
		f.Entry.TypedKey(k)
	}
}

// FocusLost is part of fyne.Focusable. A name that says which country is meant is written out.
func (f *countryField) FocusLost() {
	f.Entry.FocusLost()
	if f.chosen != "" && f.Text != f.w.name(f.chosen) {
		f.choose(f.chosen)
	}
}
