package app_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/app"
	"entente/assets"
	"entente/data"
	"entente/data/labelled"
)

// wireFloor is the level reached on one split of the short texts; it must not be lowered to let a change pass.
type wireFloor struct{ precision, recall, told float64 }

// TestWire scores short texts of all the subjects and outlets that make up the news. It lists what is missed and wrong
// in build; of held only the score is shown, as nothing is made with it.
func TestWire(t *testing.T) {
	floors := map[string]wireFloor{"build": {0.95, 0.85, 0.845}, "held": {0.94, 0.86, 0.69}}
	scanner, err := app.NewScanner(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	got, twin := map[string]*wireScore{}, map[string]*wireScore{}
	for split := range floors {
		got[split], twin[split] = &wireScore{}, &wireScore{}
	}
	all, err := labelled.Wire(filepath.Join("..", "testdata", "wire", "wire.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range all {
		if got[w.Split] == nil {
			continue // the model has learnt from it
		}
		found := scanner.Scan(&w.Article)
		notes := got[w.Split].add(w, found)
		if len(notes) > 0 && w.Split == "build" {
			t.Logf("%s %s: %s\n    %s", w.ID, w.Subject, w.Article.Text, strings.Join(notes, "\n    "))
		}
		twin[w.Split].add(w, together(&w.Article, found))
	}
	for _, split := range []string{"build", "held"} {
		s, floor := got[split], floors[split]
		t.Logf("%s: %v", split, s)
		t.Logf("%s, every two countries of a sentence: %v", split, twin[split])
		if s.precision() < floor.precision || s.recall() < floor.recall || s.told() < floor.told {
			t.Errorf("%s fell below %+v: %v", split, floor, s)
		}
		if s.told() <= twin[split].told() {
			t.Errorf("%s: tells no more ties truly than taking every two countries of a sentence", split)
		}
	}
}

// wireScore counts the pairs of short texts, each once a text.
type wireScore struct{ texts, right, wrong, named, missed, stance int }

func (s *wireScore) precision() float64 { return ratio(s.right, s.right+s.wrong) }
func (s *wireScore) recall() float64    { return ratio(s.right, s.right+s.missed) }
func (s *wireScore) f1() float64        { return ratio(2*s.right, 2*s.right+s.wrong+s.missed) }
func (s *wireScore) stances() float64   { return ratio(s.stance, s.right) }

// told is the F1 of pairs that are right in their stance too: what a reader of the map takes away.
func (s *wireScore) told() float64 { return ratio(2*s.stance, 2*s.right+s.wrong+s.missed) }

// String gives the score on one line.
func (s *wireScore) String() string {
	return fmt.Sprintf("%d texts: precision %.3f recall %.3f F1 %.3f (right %d, wrong %d of which %d named, missed %d); stance %.3f; F1 of pair and stance %.3f",
		s.texts, s.precision(), s.recall(), s.f1(), s.right, s.wrong, s.named, s.missed, s.stances(), s.told())
}

// add scores one text and returns what was wrong in it.
func (s *wireScore) add(w labelled.Text, found data.Findings) (notes []string) {
	s.texts++
	got := map[data.Pair]bool{}
	for _, tie := range data.Ties(found.Evidence, nil) {
		got[tie.Pair] = true
		want, right := w.Ties[tie.Pair]
		switch {
		case right:
			s.right++
			if slices.Contains(want.Stances, tie.Stance) {
				s.stance++
			} else {
				notes = append(notes, fmt.Sprintf("stance of %v is %s, not %v", tie.Pair, tie.Stance, want.Stances))
			}
		case !w.Optional[tie.Pair]:
			s.wrong++
			if w.Not[tie.Pair] {
				s.named++
			}
			notes = append(notes, fmt.Sprintf("wrong %v, %s", tie.Pair, tie.Stance))
		}
	}
	for _, pair := range slices.SortedFunc(maps.Keys(w.Ties), func(a, b data.Pair) int {
		return strings.Compare(a.String(), b.String())
	}) {
		if !got[pair] {
			s.missed++
			notes = append(notes, fmt.Sprintf("missed %v", pair))
		}
	}
	return notes
}
