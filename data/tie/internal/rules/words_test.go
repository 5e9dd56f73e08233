package rules_test

import (
	"strings"
	"testing"

	"entente/data/tie/internal/rules"
)

const told = "the two ministers signed a deal on grain in lima last week after talks that had lasted for most of the year"

func seatsOf(words ...string) (p rules.Seats) {
	for _, w := range words {
		p.Add(rules.SeatOf(w))
	}
	return p
}

func TestWordsThatStandInASentenceMayStandThere(t *testing.T) {
	all := seatsOf(strings.Fields(told)...)
	for _, w := range strings.Fields(told) {
		if asked := rules.WordsOf("meanwhile", w); !asked.May(&all) || !asked.Has(w) {
			t.Errorf("%q is not found", w)
		}
	}
}

func TestMostWordsThatASentenceHasNotAreTurnedDown(t *testing.T) {
	all := seatsOf(strings.Fields(told)...)
	others := strings.Fields("meanwhile elsewhere respectively although whereas unanswered vain abeyance behest instructions earlier previous")
	taken := 0
	for _, w := range others {
		if asked := rules.WordsOf(w); asked.May(&all) {
			taken++
		}
	}
	if taken > len(others)/4 {
		t.Errorf("%d of %d words that the sentence has not are taken for its own", taken, len(others))
	}
}

func TestATextBeginsWithItsFirstWord(t *testing.T) {
	asked := rules.WordsOf("首脳", "会談")
	for _, c := range []struct {
		text string
		want bool
	}{{"首脳会談", true}, {"会談", true}, {"両首脳", false}, {"首", false}, {"", false}} {
		if got := asked.Begin(c.text); got != c.want {
			t.Errorf("%q: got %v, want %v", c.text, got, c.want)
		}
	}
}

func TestNoWordIsNeverFound(t *testing.T) {
	if asked, all := rules.WordsOf(""), seatsOf("", "the"); asked.May(&all) {
		t.Error("the empty word is found")
	}
}
