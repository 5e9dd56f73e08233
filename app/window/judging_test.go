package window_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"entente/app/window/tip"
	"entente/data"
)

// key presses a key that no field takes.
func (d *desk) key(name fyne.KeyName) {
	d.t.Helper()
	d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
	d.settle()
}

// button is a button of any kind.
type button interface {
	fyne.CanvasObject
	fyne.Tappable
	AccessibilityLabel() string
}

// press taps the button with these words.
func (d *desk) press(label string) {
	d.t.Helper()
	test.Tap(find(d, "button "+label, func(b button) bool { return b.AccessibilityLabel() == label }))
	d.settle()
}

// greyed says whether an entry of the menu cannot be chosen.
func (d *desk) greyed(label string) bool {
	d.t.Helper()
	for _, m := range d.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == label || strings.HasPrefix(i.Label, label+"  ") {
				return i.Disabled
			}
		}
	}
	d.t.Fatalf("the menu has no %q", label)
	return false
}

// pick takes an entry of the menu that popped up.
func (d *desk) pick(items []*fyne.MenuItem, label string) {
	d.t.Helper()
	for _, i := range items {
		if strings.HasPrefix(i.Label, label) {
			if i.Disabled {
				d.t.Fatalf("%q is disabled", i.Label)
			}
			i.Action()
			d.settle()
			return
		}
	}
	d.t.Fatalf("the menu has no %q", label)
}

// readTie opens the first passage of a tie in the reader.
func (d *desk) readTie(p data.Pair) {
	d.t.Helper()
	d.openTie(p)
	d.w.OpenFirstPassage()
	d.settle()
}

func TestAPassageIsEditedInItsFormAndUndone(t *testing.T) {
	d := sit(t, "")
	if !d.greyed("Undo") || !d.greyed("Redo") {
		t.Error("there is something to undo or redo in a new library")
	}
	before := d.w.Ties()
	d.readTie(data.PairOf("JP", "RS"))
	d.do("Edit what this passage says…")
	d.sees("What does this passage say?", "Who acts")
	d.w.FillCountry(1, "congo-k")
	d.press("Save")
	d.sees("A passage was edited (Japan – Serbia)")
	if got := d.w.Ties(); got != before+1 {
		t.Errorf("got %d ties after the edit, want %d", got, before+1)
	}
	d.openTie(data.PairOf("CD", "JP"))
	d.sees("Found as: Japan – Serbia", "accepted")
	if d.greyed("Undo") {
		t.Error("undo is greyed")
	}
	d.do("Undo")
	d.sees("Taken back: A passage was edited")
	if got := d.w.Ties(); got != before {
		t.Errorf("got %d ties after undo, want %d", got, before)
	}
	d.do("Redo")
	if got := d.w.Ties(); got != before+1 {
		t.Errorf("got %d ties after redo, want %d", got, before+1)
	}
}

func TestAFormSaysWhatIsWrong(t *testing.T) {
	d := sit(t, "")
	d.readTie(data.PairOf("JP", "RS"))
	d.do("Edit what this passage says…")
	d.w.FillCountry(1, "Atlantis")
	d.press("Save")
	d.sees("No country is called “Atlantis”")
	d.w.FillCountry(1, "Japan")
	d.press("Save")
	d.sees("A tie needs two different countries.")
	d.w.FillCountry(1, "rs")
	d.w.FillWhen("2024-13")
	d.press("Save")
	d.sees("“2024-13” is no date.")
	d.w.FillWhen("2024-03/2025")
	d.w.AddFigure("two", "EUR", "aid")
	d.press("Save")
	d.sees("“two” is no amount.")
	d.press("Cancel")
	d.missesAll("What does this passage say?")
	if !d.greyed("Undo") {
		t.Error("a form that was left recorded something")
	}
}

func TestAFigureIsAddedByHand(t *testing.T) {
	d := sit(t, "")
	d.readTie(data.PairOf("JP", "RS"))
	d.do("Edit what this passage says…")
	d.w.AddFigure("1,234,567", "EUR", "a made-up loan")
	d.press("Save")
	d.openTie(data.PairOf("JP", "RS"))
	d.sees("a made-up loan")
}

func TestANoteIsWrittenFromTheCardsMenu(t *testing.T) {
	d := sit(t, "")
	d.openTie(data.PairOf("JP", "RS"))
	d.pick(d.w.CardMenu(0), "Write a note")
	d.sees("A note on this passage")
	d.w.FillNote("Ask Mira about this.")
	d.press("Keep")
	d.sees("A note was written", "Ask Mira about this.")
	d.do("Undo")
	d.missesAll("Ask Mira about this.")
}

func TestKeysJudgeThePassageThatHasTheFocus(t *testing.T) {
	d := sit(t, "")
	d.openTie(data.PairOf("JP", "RS"))
	if !d.greyed("Accept this passage") {
		t.Error("a passage can be accepted while none has the focus")
	}
	d.w.FocusCard(0)
	if d.greyed("Accept this passage") {
		t.Error("the passage with the focus cannot be accepted")
	}
	d.w.KeyOnCard(0, fyne.KeyA)
	d.settle()
	d.sees("sure · accepted")
	d.w.KeyOnCard(0, fyne.KeyR)
	d.settle()
	d.sees("sure · rejected")
	d.w.KeyOnCard(0, fyne.KeyE)
	d.settle()
	d.sees("What does this passage say?")
}

func TestSelectedWordsBecomeEvidence(t *testing.T) {
	d := sit(t, "")
	d.w.TapFirstArticle()
	d.settle()
	if d.greyed("Add evidence from the selection…") {
		t.Error("evidence cannot be added to an article that is read")
	}
	d.do("Add evidence from the selection…")
	d.sees("Select some words of an article first")
	d.do("Select the next sentence")
	d.do("Add evidence from the selection…")
	d.sees("What do these words say?")
	d.w.FillCountry(0, "Chile")
	d.w.FillCountry(1, "Norway")
	before := d.w.Ties()
	d.press("Add")
	if got := d.w.Ties(); got != before+1 {
		t.Errorf("got %d ties, want %d", got, before+1)
	}
	d.openTie(data.PairOf("CL", "NO"))
	d.sees("Added by a person", "Chile", "Norway")
}

// left is how a review says that so many passages are left.
func (d *desk) left(n int) string { return fmt.Sprintf(", %d left", n) }

func TestAReviewWalksOverTheUndecidedByKeysAlone(t *testing.T) {
	d := sit(t, "")
	d.do("Review what nobody has judged")
	total := d.w.ReviewTotal()
	d.sees("1 of ", "Accept (A)")
	d.key(fyne.KeyA)
	d.sees("2 of ")
	d.do("Undo")
	d.sees("1 of ")
	d.do("Redo")
	d.key(fyne.KeyRight)
	d.sees("2 of ")
	d.key(fyne.KeyRight)
	d.sees("3 of ")
	d.key(fyne.KeyR)
	d.key(fyne.KeyLeft)
	d.key(fyne.KeyLeft)
	d.sees("2 of ")
	d.key(fyne.KeyE)
	d.sees("What does this passage say?")
	d.press("Cancel")
	d.key(fyne.KeyE)
	d.w.AddFigure("7", "ships", "a made-up fleet")
	d.press("Save")
	d.missesAll("2 of ")
	d.do("Undo")
	d.sees("2 of ", d.left(total-2)) // the first is accepted, the third rejected
	d.key(fyne.KeyN)
	d.sees("A note on this passage")
	d.press("Cancel")
	d.key(fyne.KeyEscape)
	d.missesAll("Accept (A)")
	d.do("Undo")
	d.sees("Taken back: A passage of")
	d.do("Review what nobody has judged")
	if got := d.w.ReviewTotal(); got != total-1 {
		t.Errorf("the second review has %d passages, want %d", got, total-1)
	}
	for range total - 1 {
		d.key(fyne.KeyA)
	}
	d.missesAll("Accept (A)")
	d.sees("passages are judged.")
	d.do("Review what nobody has judged")
	d.sees("Everything under this filter has been judged.")
}

func TestTheMenuLeadsAReviewOnAsItsKeysDo(t *testing.T) {
	d := sit(t, "")
	d.do("Review what nobody has judged")
	total := d.w.ReviewTotal()
	d.do("Reject this passage")
	d.sees("2 of ", d.left(total-1))
	d.do("Accept this passage")
	d.sees("3 of ", d.left(total-2))
	d.pick(d.w.MenuOnPassage(), "Reject")
	d.sees("4 of ", d.left(total-3))
	d.do("Undo")
	d.sees("3 of ", d.left(total-2))
	d.key(fyne.KeyEscape)
	d.missesAll("Accept (A)")
	d.do("Reject this passage") // no review: the passage stays
	d.do("Review what nobody has judged")
	if got := d.w.ReviewTotal(); got != total-3 {
		t.Errorf("the second review has %d passages, want %d", got, total-3)
	}
}

func TestAReviewTellsWhatIsToBeJudged(t *testing.T) {
	d := sit(t, "")
	d.w.SetFilter(data.Filter{Countries: []data.Party{"CY"}})
	d.settle()
	d.do("Review what nobody has judged")
	d.key(fyne.KeyEscape)
	d.do("Review what nobody has judged") // the passage is open already
	if got := d.w.ReviewClaim(); !strings.HasPrefix(got, "Cyprus – United States\nCooperation · ") || !strings.Contains(got, "% sure") {
		t.Errorf("the review tells %q of its passage, and not which countries, stance and fields it stands for", got)
	}
}

func TestAReviewKeepsToTheFilter(t *testing.T) {
	d := sit(t, "")
	d.do("Review what nobody has judged")
	all := d.w.ReviewTotal()
	d.key(fyne.KeyEscape)
	d.w.SetFilter(data.Filter{Countries: []data.Party{"JP"}})
	d.settle()
	d.do("Review what nobody has judged")
	if got := d.w.ReviewTotal(); got == 0 || got >= all {
		t.Errorf("got %d passages under the filter of %d", got, all)
	}
}

func TestANameIsCorrectedAndTheArticlesAreReadAgain(t *testing.T) {
	d := sit(t, "")
	d.readTie(data.PairOf("JP", "RS"))
	before := d.w.Mentions("JP")
	if before == 0 {
		t.Fatal("the article does not name Japan")
	}
	d.pick(d.w.MenuOnMention("JP"), "“")
	d.sees("What does it name?")
	d.w.FillCountry(0, "South Korea")
	d.w.ChooseScope(1)
	d.press("Correct")
	d.w.WaitForJob()
	d.settle()
	if got := d.w.Mentions("KR"); got == 0 {
		t.Error("no name was corrected")
	}
	if got := d.w.Mentions("JP"); got >= before {
		t.Errorf("Japan is named %d times, %d before", got, before)
	}
	d.do("Undo")
	d.w.WaitForJob()
	d.settle()
	if got := d.w.Mentions("JP"); got != before {
		t.Errorf("after undo Japan is named %d times, want %d", got, before)
	}
}

func TestANameIsTaughtToTheWholeLibrary(t *testing.T) {
	d := sit(t, "")
	d.do("Teach a name…")
	d.press("Correct")
	d.sees("Write the words that stand for the country.")
	d.w.FillWords("Oliver Lepori")
	d.w.FillCountry(0, "Chile")
	d.press("Correct")
	d.sees("“Oliver Lepori” in the whole library: Chile")
	d.w.WaitForJob()
	d.settle()
	d.w.TapFirstArticle()
	d.settle()
	if d.w.Mentions("CL") == 0 {
		t.Error("the name was not learnt")
	}
}

func TestAParagraphIsMarkedAsFurniture(t *testing.T) {
	d := sit(t, "")
	d.readTie(data.PairOf("JP", "RS"))
	before := d.w.Evidence()
	d.pick(d.w.MenuOnPassage(), "This is page furniture")
	d.w.WaitForJob()
	d.settle()
	if got := d.w.Evidence(); got >= before {
		t.Errorf("got %d passages in the article, %d before a part of it became furniture", got, before)
	}
	d.sees("as a person marked it")
	d.do("Undo")
	d.w.WaitForJob()
	d.settle()
	d.do("Select the next sentence")
	d.do("Mark as page furniture, or as none")
	d.w.WaitForJob()
	d.settle()
	d.sees("as a person marked it")
	d.do("Undo")
	d.w.WaitForJob()
	d.settle()
	if got := d.w.Evidence(); got != before {
		t.Errorf("got %d passages after undo, want %d", got, before)
	}
}

func TestGradesAreShownWhereTheyBelong(t *testing.T) {
	d := sit(t, "")
	d.readTie(data.PairOf("JP", "RS"))
	d.sees("F6")
	d.pick(d.w.Grades()[1].ChildMenu.Items, "2")
	d.sees("F2")
	d.pick(d.w.Grades()[0].ChildMenu.Items, "B")
	d.sees("B2")
	d.do("Undo")
	d.sees("F2")
	d.openTie(data.PairOf("JP", "RS"))
	d.sees("F2")
}

func TestTheHistoryTellsWhoDidWhatAndGoesBackToIt(t *testing.T) {
	d := sit(t, "")
	d.do("History of decisions")
	d.sees("Nobody has decided anything")
	d.press("Close")
	d.do("Review what nobody has judged")
	for range 3 {
		d.key(fyne.KeyA)
	}
	d.key(fyne.KeyEscape)
	d.do("History of decisions")
	d.sees("3 decisions", "was accepted", "Before: not judged. After: accepted.")
	list := find(d, "history", func(l *widget.List) bool { return l.Length() == 3 })
	list.Select(1)
	d.press("Take back everything from here on")
	if d.greyed("Redo") {
		t.Error("nothing can be done again")
	}
	d.do("History of decisions")
	d.sees("(taken back)")
}

func TestRemovedArticlesAreDeletedForGoodOnceAsked(t *testing.T) {
	d := sit(t, "")
	d.do("Delete removed articles for good…")
	d.sees("there is nothing to delete")
	d.press("Close")
	d.w.TapFirstArticle()
	d.settle()
	d.do("Remove this article")
	d.do("Delete removed articles for good…")
	d.sees("1 removed article will be deleted", "cannot be undone")
	d.press("Delete for good")
	d.sees("1 article was deleted for good.")
	if !d.greyed("Undo") {
		t.Error("what was deleted can be undone")
	}
}

func TestWhyNotTellsWhatWasConsidered(t *testing.T) {
	d := sit(t, "")
	d.readTie(data.PairOf("JP", "RS"))
	d.do("Why is this not a tie?")
	d.sees("Countries in these words", "names")
	d.press("Close")
	d.do("Why is this a tie?")
	d.sees("sure, because of this:")
}

func TestAReadOnlyLibraryTakesNoDecisions(t *testing.T) {
	first := sit(t, "")
	path := first.w.LibraryPath()
	d := sit(t, path)
	d.readTie(data.PairOf("JP", "RS"))
	for _, label := range []string{"Undo", "Redo", "Accept this passage", "Edit what this passage says…", "Write a note on this passage…"} {
		if !d.greyed(label) {
			t.Errorf("%q can be chosen in a read-only library", label)
		}
	}
	d.openTie(data.PairOf("JP", "RS"))
	tick := find(d, "tick", func(b *tip.Button) bool { return strings.HasPrefix(b.Tip(), "Accept: ") })
	if !tick.Disabled() {
		t.Error("the tick of a passage can be pressed")
	}
}
