package window_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"entente/data"
)

// A screen of 1440 by 900 pixels has this room, in Fyne's units, for a window that is drawn twice as large.
var smallScreen = fyne.NewSize(720, 424)

func TestTheWindowFitsASmallScreen(t *testing.T) {
	d := sit(t, "")
	if got := d.win.Content().MinSize(); got.Width > smallScreen.Width || got.Height > smallScreen.Height {
		t.Errorf("needs %v, want at most %v", got, smallScreen)
	}
	d.win.Resize(smallScreen)
	d.settle()
	d.missesAll("Filters")
	d.sees("The heaviest come first")
	d.do("Filters and articles")
	d.sees("Filters")
	d.missesAll("The heaviest come first")
	d.openTie(data.PairOf("JP", "RS"))
	d.missesAll("Filters")
	d.do("Panel of ties") // put away
	d.sees("Filters")
	d.win.Resize(fyne.NewSize(1440, 900))
	d.settle()
	d.sees("Filters")
	d.do("Panel of ties")
	d.sees("Filters", "Why is this a tie?")
}

func TestASideThatWasPutAwayStaysAway(t *testing.T) {
	d := sit(t, "")
	d.do("Filters and articles")
	d.missesAll("Filters")
	d.w.Speak("de")
	d.settle()
	d.missesAll("Filter")
	d.w.Speak("en")
	d.settle()
	d.do("Filters and articles")
	d.sees("Filters")
}
