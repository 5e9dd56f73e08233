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

func TestALongPassageIsSeenToItsEndWhereThereIsRoom(t *testing.T) {
	const first, last = "Peru and Chile signed", "a pact."
	passage := first + "\n" + strings.Repeat("and signed\n", 4) + last
	text := strings.Repeat("Nothing is told of in this line.\n", 40) + passage + strings.Repeat("\nNor in this one.", 40)
	pair := data.PairOf("CL", "PE")
	m := mark(text, passage, data.Cooperation, pair)
	d := &reader.Document{Article: data.Article{ID: 1, Title: "A pact", Text: text}, Marks: []reader.Mark{m}}
	r, w := show(t, reader.Events{}, d, m.Span, pair)
	const height = 200
	w.Resize(fyne.NewSize(400, height))
	r.ShowDocument(d, m.Span, pair)
	for _, words := range []string{first, last} {
		if found, at := r.Place(words); !found || at.Y < 30 || at.Y > height-10 {
			t.Errorf("%q stands at %v of %d (drawn: %t), want it in view", words, at.Y, height, found)
		}
	}
}
