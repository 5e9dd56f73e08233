package tie_test

import (
	"math"
	"testing"

	"entente/data"
	"entente/data/text"
)

// TestWhomASentenceMeansThatNamesOneParty: the other party of a tie may be the one that the article is about, or one named just
// before.
func TestWhomASentenceMeansThatNamesOneParty(t *testing.T) {
	const top = "Notes from the harbour\n\nCallao, 4 May 2021\n\nThe board of the harbour of Callao has approved the accounts for the year. " +
		"Peru's exports of meal through it fell by a tenth.\n\nFruit. The cold store is full. "
	for _, c := range []struct {
		name, sentence string
		want           bool
	}{
		{"what one asks of those whom the article is about", "In Quito the growers asked for a lower fee, and were refused.", true},
		{"what turns to something else", "Separately, the growers in Quito asked for a lower fee, and were refused.", false},
		{"what turns to another case", "In a separate case the growers in Quito asked for a lower fee, and were refused.", false},
		{"no word of dealings", "In Quito the streets were wet.", false},
		{"what speaks against it", "In Quito the growers did not ask for a lower fee.", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, f := finders(t)
			found := found(t, f, "", top+c.sentence+"\n\nRails. The line to the mines reopens in June.")
			if got := len(found) == 1 && found[0].Pair == data.PairOf("EC", "PE") && found[0].Text == c.sentence; got != c.want {
				t.Fatalf("got %+v, want the tie: %v", found, c.want)
			}
			for _, e := range found {
				sum := 0.0
				for _, p := range e.Parts {
					sum += p.Weight
				}
				if got := 1 / (1 + math.Exp(-sum)); math.Abs(got-e.Confidence) > 0.01 {
					t.Errorf("its parts come to %.3f, its confidence is %.3f", got, e.Confidence)
				}
			}
		})
	}
}

// TestAListOfTheWorldIsRead: what is named after the twelfth party of a sentence is not counted, though the article may be about it.
func TestAListOfTheWorldIsRead(t *testing.T) {
	m, f := finders(t)
	a := &data.Article{Language: "sr", Text: "Ministri Tunisa, Rumunije, Bugarske, Čada, Mađarske, Burundija, Kine, Turske, Ruande, Angole, Gane i " +
		"Egipta sastali su se u Beogradu."}
	d := text.Parse(a)
	ms := m.Find(a, d)
	if got, want := len(ms), 13; got != want {
		t.Fatalf("got %d mentions, want %d", got, want)
	}
	f.Find(a, d, ms) // ended in a panic
}
