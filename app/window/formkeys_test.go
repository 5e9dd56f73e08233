package window_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"entente/data"
)

// typed presses a key in what has the focus.
func (d *desk) typed(key fyne.KeyName) {
	d.t.Helper()
	focus := d.win.Canvas().Focused()
	if focus == nil {
		d.t.Fatalf("nothing has the focus to take %s", key)
	}
	focus.TypedKey(&fyne.KeyEvent{Name: key})
	d.settle()
}

func TestAFormIsLeftAndSavedFromAnyOfItsFields(t *testing.T) {
	const title = "What does this passage say?"
	d := sit(t, "")
	tie := data.PairOf("JP", "RS")
	for tabs := range 24 { // the countries, who acts, the fields, stance, how real, when, the figures' button
		d.readTie(tie)
		d.do("Edit what this passage says…")
		d.sees(title)
		for range tabs {
			d.win.Canvas().FocusNext()
		}
		d.typed(fyne.KeyEscape)
		d.missesAll(title)
	}
	d.do("Edit what this passage says…")
	for range 17 { // to the last field, of which the passage does not speak
		d.win.Canvas().FocusNext()
	}
	d.win.Canvas().Focused().TypedRune(' ')
	d.typed(fyne.KeyReturn)
	d.missesAll(title)
	d.sees("A passage was edited")
}

func TestACorrectionIsLeftAndSavedFromItsAnswers(t *testing.T) {
	const title = "What does it name?"
	d := sit(t, "")
	d.readTie(data.PairOf("JP", "RS"))
	before := d.w.Mentions("JP")
	for answer := range 3 {
		d.pick(d.w.MenuOnMention("JP"), "“")
		d.w.FocusScope(answer)
		d.typed(fyne.KeyEscape)
		d.missesAll(title)
	}
	d.pick(d.w.MenuOnMention("JP"), "“")
	d.w.FillCountry(0, "South Korea")
	d.w.FocusScope(0)
	d.typed(fyne.KeyDown) // in the whole article
	d.typed(fyne.KeyReturn)
	d.missesAll(title)
	d.w.WaitForJob()
	d.settle()
	if got := d.w.Mentions("JP"); got >= before-1 {
		t.Errorf("Japan is named %d times, %d before: want the whole article corrected", got, before)
	}
}

func TestACodeShowsTheNameOfItsCountry(t *testing.T) {
	d := sit(t, "")
	d.readTie(data.PairOf("JP", "RS"))
	d.pick(d.w.MenuOnMention("JP"), "“")
	d.missesAll("Congo-Brazzaville")
	for _, letter := range "CG" {
		d.win.Canvas().Focused().TypedRune(letter)
	}
	d.settle()
	d.sees("Congo-Brazzaville")
}

func TestANoteIsKeptByKeysAlone(t *testing.T) {
	d := sit(t, "")
	d.openTie(data.PairOf("JP", "RS"))
	d.pick(d.w.CardMenu(0), "Write a note")
	d.w.FillNote("Ask Mira about this.")
	d.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(
		&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	d.settle()
	d.sees("A note was written", "Ask Mira about this.")

	d.pick(d.w.CardMenu(0), "Write a note")
	d.w.FillNote(" Or Joan.")
	if field, ok := d.win.Canvas().Focused().(fyne.Tabbable); ok && field.AcceptsTab() {
		t.Error("the note takes Tab for itself, so that its buttons cannot be reached by keys")
	}
	d.win.Canvas().FocusNext()
	d.win.Canvas().FocusNext()
	d.typed(fyne.KeyReturn)
	d.sees("Or Joan.")
}
