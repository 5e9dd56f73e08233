package window_test

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/window/tip"
	"entente/data"
	"entente/data/store"
)

// named types a name into the dialog that asks for one, and saves.
func (d *desk) named(name string) {
	d.t.Helper()
	d.w.TypePath(d.win, name)
	d.button("Save")
}

// button taps the button with these words.
func (d *desk) button(words string) {
	d.t.Helper()
	test.Tap(find(d, words, func(b *widget.Button) bool { return b.Text == words }))
	d.settle()
}

// tip taps the first button that tells this of itself.
func (d *desk) tip(words string) {
	d.t.Helper()
	test.Tap(find(d, words, func(b *tip.Button) bool { return b.Tip() == words }))
	d.settle()
}

// saved gives the names in the menu of saved views.
func (d *desk) saved() (names []string) {
	for _, m := range d.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == "Saved views" {
				for _, v := range i.ChildMenu.Items {
					names = append(names, v.Label)
				}
			}
		}
	}
	return names
}

// show chooses a saved view from the menu.
func (d *desk) show(name string) {
	d.t.Helper()
	for _, m := range d.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.ChildMenu == nil {
				continue
			}
			for _, v := range i.ChildMenu.Items {
				if v.Label == name {
					v.Action()
					d.settle()
					return
				}
			}
		}
	}
	d.t.Fatalf("there is no saved view %q", name)
}

func TestViewsAreSavedShownAndUndone(t *testing.T) {
	d := sit(t, quarrels(t))
	if got := d.saved(); !slices.Equal(got, []string{"No view is saved yet."}) {
		t.Errorf("got %v at first", got)
	}
	d.w.SetFilter(data.Filter{Countries: []data.Party{"JP"}, Publishers: []string{"Herald"}})
	d.settle()
	d.tab("Matrix")
	d.openTie(data.PairOf("JP", "RS"))
	d.do("Save this view…")
	d.named("Japan")
	d.sees("The view “Japan” was saved.")
	d.w.SetFilter(data.Filter{})
	d.w.Window().Canvas().Focus(nil)
	d.tab("Map")
	d.show("Japan")
	if f := d.w.Filter(); len(f.Countries) != 1 || f.Publishers[0] != "Herald" || d.w.Picture() != app.MatrixPicture || d.w.Route().Pair != data.PairOf("JP", "RS") {
		t.Errorf("got %+v, %q, %v; want what was saved", f, d.w.Picture(), d.w.Route())
	}
	d.do("Change saved views…")
	d.tip("Rename this view")
	d.named("Nippon")
	d.tip("Delete this view")
	if got := d.saved(); slices.Contains(got, "Nippon") {
		t.Errorf("got %v after the view was deleted", got)
	}
	d.button("Close")
	d.button("Undo")
	if got := d.saved(); !slices.Equal(got, []string{"Nippon"}) {
		t.Errorf("got %v, want the view back under its new name", got)
	}
}

func TestConditionsOfADamagedViewThatNameNoCountryAreLeftOut(t *testing.T) {
	path := quarrels(t)
	lib, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	views := []app.View{{Name: "Broken", Filter: data.Filter{Between: []data.Party{"RS", "no"}, MinConfidence: 50}}}
	if err := errors.Join(app.SetViews(t.Context(), lib, views), lib.Close()); err != nil {
		t.Fatal(err)
	}
	d := sit(t, path)
	d.show("Broken")
	if f := d.w.Filter(); len(f.Between) != 0 || f.MinConfidence != 50 || d.w.Ties() != 2 {
		t.Errorf("got %+v with %d ties, want all that are sure", f, d.w.Ties())
	}
}

func TestViewIsReplacedAndThatIsUndone(t *testing.T) {
	d := sit(t, quarrels(t))
	for _, from := range []string{"2022", "2024"} {
		d.w.SetFilter(data.Filter{From: from})
		d.settle()
		d.do("Save this view…")
		d.named("time")
	}
	d.sees("was replaced")
	if got := d.saved(); len(got) != 1 {
		t.Errorf("got %v, want one view", got)
	}
	d.show("time")
	d.period("replaced", "2024", "")
	d.do("Save this view…")
	d.w.TypePath(d.win, "time")
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.button("Undo")
	d.show("time")
	d.period("the one before", "2022", "")
}

func TestPictureIsKeptWithItsLibrary(t *testing.T) {
	path := quarrels(t)
	d := sit(t, path)
	d.tab("Gaps")
	d.w.OpenLibrary(emptyLibrary(t, "other"))
	d.settle()
	if d.w.Picture() != app.MapPicture {
		t.Errorf("another library opens in %q, want the map", d.w.Picture())
	}
	d.w.OpenLibrary(path)
	d.settle()
	if d.w.Picture() != app.GapsPicture {
		t.Errorf("got %q, want the picture that was seen last", d.w.Picture())
	}
}

func TestCountryHasItsPage(t *testing.T) {
	d := sit(t, quarrels(t))
	d.w.OpenCountry("RS")
	d.settle()
	d.sees("Serbia has 2 ties.", "By partners it is number 1 of 3 countries. It lies on 100% of the shortest ways", "Industry 2", "Cooperation above, conflict below, 2022 to 2024")
	d.w.OpenCountry("FJ")
	d.settle()
	d.sees("No article ties Fiji")
	d.missesAll("By partners it is")
	d.w.OpenLibrary(stocked(t, "one", said{"Norway met Chile.", "Fjord", "2024", data.PairOf("CL", "NO"), data.Cooperation, data.Done, "", 0}))
	d.settle()
	d.w.OpenCountry("NO")
	d.settle()
	d.sees("Cooperation above, conflict below, 2024")
	d.missesAll("2024 to 2024")
}
