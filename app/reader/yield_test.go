package reader_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"entente/app/reader"
	"entente/data"
)

func TestInAShortReaderTheHeadGivesWayToTheLitPassage(t *testing.T) {
	const last = "Peru and Chile signed a pact."
	text := strings.Repeat("Nothing is told of in this line.\n", 40) + last
	pair := data.PairOf("CL", "PE")
	m := mark(text, last, data.Cooperation, pair)
	d := &reader.Document{Article: data.Article{ID: 1, Title: "A pact", Text: text}, Marks: []reader.Mark{m}}
	r, w := show(t, reader.Events{}, d, m.Span, pair)
	for _, c := range []struct {
		name   string
		height float32
		headed bool
	}{
		{"the head stands over a tall reader", 400, true},
		{"it goes in a short one", 170, false},
		{"it comes back", 400, true},
	} {
		w.Resize(fyne.NewSize(400, c.height))
		if got := r.Headed(); got != c.headed {
			t.Errorf("%s: headed %t, want %t", c.name, got, c.headed)
		}
		found, at := r.Place(last)
		if !found || at.Y < 0 || at.Y > c.height-10 {
			t.Errorf("%s: the passage stands at %v of %v (drawn: %t), want it in view", c.name, at.Y, c.height, found)
		}
	}
}
