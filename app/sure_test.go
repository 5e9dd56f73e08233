package app_test

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"entente/assets"
	"entente/data"
	"entente/data/gazetteer"
	"entente/data/labelled"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie"
)

// leastHold is the share of the ties shown at 0.9 or more that must hold.
const leastHold = 0.93

// TestGoldHowSure compares the confidences that were learnt with those of the rules' own weights, on the articles and short
// texts that nothing is learnt from: the ties shown as nearly certain must hold nine times in ten, and all confidences
// together must tell the right ties from the wrong ones better than the rules' do.
func TestGoldHowSure(t *testing.T) {
	finder, err := tie.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	places, err := gazetteer.Load(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	mentions := mention.New(places)
	learnt, hand, alike := &surety{}, &surety{}, &surety{}
	for _, g := range heldTexts(t) {
		doc := text.Parse(&g.Article)
		found := mentions.Find(&g.Article, doc)
		all, ruled := finder.Find(&g.Article, doc, found), finder.ByHand().Find(&g.Article, doc, found)
		learnt.add(g, all)
		hand.add(g, ruled)
		alike.add(g, slices.DeleteFunc(all, func(e data.Evidence) bool {
			return !slices.ContainsFunc(ruled, func(o data.Evidence) bool { return o.Pair == e.Pair })
		}))
	}
	t.Logf("held, confidence by the rules' weights: %v", hand)
	t.Logf("held, as learnt, of the ties by rules:   %v", alike)
	t.Logf("held, as learnt, of all ties:            %v", learnt)
	if got := ratio(learnt.topRight, learnt.top); got < leastHold {
		t.Errorf("of the ties shown at 0.9 or more %.3f hold, want %.2f", got, leastHold)
	}
	if alike.loss >= hand.loss {
		t.Errorf("the confidences that were learnt (loss %.1f) are no better than those of the rules' weights (%.1f)", alike.loss, hand.loss)
	}
}

// heldTexts gives all that is kept back.
func heldTexts(t *testing.T) []labelled.Text {
	t.Helper()
	all := goldOf(t, labelled.Held)
	wire, err := labelled.Wire(filepath.Join("..", "testdata", "wire"))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wire {
		if w.Split == labelled.Held {
			all = append(all, w)
		}
	}
	return all
}

// surety counts how well confidences tell right ties from wrong ones.
type surety struct {
	gold                       int     // ties that a careful reader finds
	ties, right, top, topRight int     // top: shown at 0.9 or more
	loss                       float64 // in nats: what a bettor would lose who staked by these confidences
}

func (s *surety) add(g labelled.Text, evidence []data.Evidence) {
	s.gold += len(g.Ties)
	for _, tie := range data.Ties(evidence, nil) {
		_, right := g.Ties[tie.Pair]
		if !right && g.Optional[tie.Pair] {
			continue
		}
		chance := tie.Confidence
		if !right {
			chance = 1 - chance
		}
		s.loss -= math.Log(chance)
		s.ties, s.right = s.ties+1, s.right+btoi(right)
		if tie.Confidence >= 0.9 {
			s.top, s.topRight = s.top+1, s.topRight+btoi(right)
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// String gives the counts on one line.
func (s *surety) String() string {
	return fmt.Sprintf("%d ties, %.3f of them right, of %d to be found %.3f; %d shown at 0.9 or more, %.3f of these right; loss %.1f",
		s.ties, ratio(s.right, s.ties), s.gold, ratio(s.right, s.gold), s.top, ratio(s.topRight, s.top), s.loss)
}
