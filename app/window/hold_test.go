package window_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"entente/data"
)

// laden makes a library of 25 passages, of which the first three each tell what a ship carries.
func laden(t *testing.T) string {
	t.Helper()
	cargo := func(ship int) []data.Figure {
		if ship >= 3 {
			return nil
		}
		return []data.Figure{{Value: float64(500 + ship), Unit: "crates", About: fmt.Sprintf("cargo of ship %d", ship)}}
	}
	return gradedWith(t, cargo, slices.Repeat([]float64{0.9}, 25))
}

func TestCardsStayUnderThePointerWhenOneIsRejected(t *testing.T) {
	d := sit(t, laden(t))
	d.openTie(data.PairOf("CL", "NO"))
	for _, scrolled := range []float32{100, 0} {
		d.w.ScrollPanel(scrolled)
		for _, card := range []int{1, 0} {
			for _, key := range []fyne.KeyName{fyne.KeyR, fyne.KeyA} {
				before := d.w.CardAt(card)
				d.w.FocusCard(card)
				d.w.KeyOnCard(card, key)
				d.settle()
				if got := d.w.CardAt(card); got < before-1 || got > before+1 {
					t.Errorf("scrolled by %v, %s on card %d: it went from %v to %v", scrolled, key, card, before, got)
				}
			}
		}
	}
}
