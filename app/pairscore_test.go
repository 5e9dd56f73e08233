package app_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"entente/app"
	"entente/assets"
	"entente/data"
	"entente/data/labelled"
)

// partScore is how the ties of a part of the labelled texts are found, beside what taking every two countries of a sentence would score.
type partScore struct{ got, twin pairScore }

// scoreTexts scans labelled texts and scores their ties by part; a text for which partOf gives "" is left out. What is missed and wrong
// is listed for those that rules are made with. also, where it is not nil, is called with what is found in each text, and adds its own
// notes on it.
func scoreTexts(t *testing.T, all []labelled.Text, partOf func(*labelled.Text) string, also func(part string, w *labelled.Text, found data.Findings) []string) map[string]*partScore {
	t.Helper()
	scanner, err := app.NewScanner(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	scores := map[string]*partScore{}
	for i := range all {
		w := &all[i]
		part := partOf(w)
		if part == "" {
			continue
		}
		if scores[part] == nil {
			scores[part] = &partScore{}
		}
		found := scanner.Scan(&w.Article)
		notes := scores[part].got.add(w, found)
		scores[part].twin.add(w, together(&w.Article, found))
		if also != nil {
			notes = append(notes, also(part, w, found)...)
		}
		if len(notes) > 0 && w.Split == labelled.Build {
			t.Logf("%s %s: %s\n    %s", w.ID, w.Subject, w.Article.Text, strings.Join(notes, "\n    "))
		}
	}
	return scores
}

// check shows the score of a part, and fails where it fell below the precision, recall and F1 of pair and stance wanted, or does no better
// than its naive twin.
func (s *partScore) check(t *testing.T, part string, want [3]float64) {
	t.Helper()
	t.Logf("%s: %v", part, &s.got)
	t.Logf("%s, every two countries of a sentence: %v", part, &s.twin)
	if s.got.precision() < want[0] || s.got.recall() < want[1] || s.got.told() < want[2] {
		t.Errorf("%s fell below %v: %v", part, want, &s.got)
	}
	if s.got.told() <= s.twin.told() {
		t.Errorf("%s: tells no more ties truly than taking every two countries of a sentence", part)
	}
}

// pairScore counts the pairs of short texts, each once a text.
type pairScore struct{ texts, right, wrong, named, missed, stance int }

func (s *pairScore) precision() float64 { return ratio(s.right, s.right+s.wrong) }
func (s *pairScore) recall() float64    { return ratio(s.right, s.right+s.missed) }
func (s *pairScore) f1() float64        { return ratio(2*s.right, 2*s.right+s.wrong+s.missed) }
func (s *pairScore) stances() float64   { return ratio(s.stance, s.right) }

// told is the F1 of pairs that are right in their stance too: what a reader of the map takes away.
func (s *pairScore) told() float64 { return ratio(2*s.stance, 2*s.right+s.wrong+s.missed) }

// String gives the score on one line.
func (s *pairScore) String() string {
	return fmt.Sprintf("%d texts: precision %.3f recall %.3f F1 %.3f (right %d, wrong %d of which %d named, missed %d); stance %.3f; F1 of pair and stance %.3f",
		s.texts, s.precision(), s.recall(), s.f1(), s.right, s.wrong, s.named, s.missed, s.stances(), s.told())
}

// add scores one text and returns what was wrong in it.
func (s *pairScore) add(w *labelled.Text, found data.Findings) (notes []string) {
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
