package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"entente/app/settings"
	"entente/data"
)

// prefer opens the preferences from the menu.
func (d *desk) prefer() *settings.Settings {
	d.t.Helper()
	d.do("Preferences…")
	d.sees("Preferences", "Theme", "Language", "Projection", "Text size of articles", "Your name")
	return settings.New(fyne.CurrentApp().Preferences())
}

// tabs moves the focus on by n.
func (d *desk) tabs(n int) {
	for range n {
		d.win.Canvas().FocusNext()
	}
}

// The places of the preferences in the order of Tab.
const (
	tabTheme = iota
	tabLanguage
	tabWords
	tabProjection
	tabMotion
	tabText
	tabWho
	tabClose
)

func TestPreferencesActAtOnceAndAreRemembered(t *testing.T) {
	d := sit(t, "")
	s := d.prefer()
	d.typed(fyne.KeyRight)
	if s.Theme() != "dark" || !d.w.Dark() {
		t.Errorf("got theme %q, dark %v, want the window dark at once", s.Theme(), d.w.Dark())
	}
	d.tabs(tabProjection)
	d.typed(fyne.KeyRight)
	if got := d.w.View().Projection; got == "equal-earth" || got != s.Projection() {
		t.Errorf("the map has %q, remembered is %q, want the second projection for both", got, s.Projection())
	}
	d.tabs(tabMotion - tabProjection)
	d.win.Canvas().Focused().TypedRune(' ')
	if !s.Still() {
		t.Error("the map still moves")
	}
	d.tabs(tabText - tabMotion)
	d.typed(fyne.KeyRight)
	d.typed(fyne.KeyRight)
	if got := s.ReaderScale(); got < 1.19 || got > 1.21 || d.w.TextScale() != got {
		t.Errorf("the text is %v times as large and %v is remembered, want 1.2", d.w.TextScale(), got)
	}
	d.sees("120%")
	d.tabs(tabWho - tabText)
	test.Type(d.win.Canvas().Focused(), "Ana Anić")
	if s.Who() != "Ana Anić" {
		t.Errorf("got the name %q, want what was typed", s.Who())
	}
	d.typed(fyne.KeyEscape)
	d.missesAll("Text size of articles")

	d.prefer()
	d.sees("120%")
	d.typed(fyne.KeyEscape)
}

func TestPreferencesLeaveOnEscapeFromEveryPlace(t *testing.T) {
	d := sit(t, "")
	for place := tabTheme; place <= tabClose; place++ {
		d.prefer()
		d.tabs(place)
		d.typed(fyne.KeyEscape)
		if n := len(d.win.Canvas().Overlays().List()); n > 0 {
			t.Errorf("%d dialogs stay after Escape in place %d", n, place)
		}
	}
	d.prefer()
	d.tabs(tabClose)
	d.typed(fyne.KeyReturn)
	d.missesAll("Text size of articles")
}

func TestPreferencesSpeakAnotherLanguageAtOnce(t *testing.T) {
	d := sit(t, "")
	s := d.prefer()
	d.tabs(tabLanguage)
	d.typed(fyne.KeyRight) // Spanish comes after English
	if s.Language() != "es" || !strings.Contains(d.texts(), "Español") {
		t.Fatalf("got language %q, want es and the preferences open in it:\n%s", s.Language(), d.texts())
	}
	d.typed(fyne.KeyLeft)
	d.sees("Text size of articles")
	if s.Language() != "en" {
		t.Errorf("got language %q, want en: the focus stays where it was", s.Language())
	}
	d.typed(fyne.KeyEscape)
}

func TestAllWordsGrowAtOnce(t *testing.T) {
	d := sit(t, "")
	d.openTie(data.PairOf("JP", "RS"))
	s := d.prefer()
	before := theme.TextSize()
	d.tabs(tabWords)
	for range 4 {
		d.typed(fyne.KeyRight)
	}
	if got := theme.TextSize() / before; s.TextScale() != 1.6 || got < 1.59 || got > 1.61 {
		t.Errorf("words are %v times as large, remembered is %v, want 1.6", got, s.TextScale())
	}
	d.typed(fyne.KeyEscape)
	d.sees("Why is this a tie?")
	d.prefer()
	d.tabs(tabWords)
	for range 4 {
		d.typed(fyne.KeyLeft)
	}
	d.typed(fyne.KeyEscape)
	if theme.TextSize() != before {
		t.Errorf("words have the size %v, want %v again", theme.TextSize(), before)
	}
}

func TestDecisionsAreSignedWithTheChosenName(t *testing.T) {
	d := sit(t, "")
	d.prefer()
	d.tabs(tabWho)
	test.Type(d.win.Canvas().Focused(), "Ana Anić")
	d.typed(fyne.KeyEscape)
	d.w.GradeFirst("2")
	d.settle()
	if got := d.w.Signed(); got != "Ana Anić" {
		t.Errorf("the decision is signed %q, want Ana Anić", got)
	}
}
