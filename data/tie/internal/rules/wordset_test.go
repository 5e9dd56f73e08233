package rules_test

import (
	"strings"
	"testing"

	"entente/data/tie/internal/rules"
)

const told = "the two ministers signed a deal on grain in lima last week after talks that had lasted for most of the year"

func TestASetMeetsAnotherThatHasOneOfItsWords(t *testing.T) {
	all := rules.WordsOf(strings.Fields(told)...)
	for _, w := range strings.Fields(told) {
		if one := rules.WordsOf("meanwhile", w); !one.Meets(&all) {
			t.Errorf("%q is not found", w)
		}
	}
}

func TestMostWordsThatASetHasNotAreTurnedDown(t *testing.T) {
	all := rules.WordsOf(strings.Fields(told)...)
	others := strings.Fields("meanwhile elsewhere respectively although whereas unanswered vain abeyance behest instructions earlier previous")
	taken := 0
	for _, w := range others {
		if one := rules.WordsOf(w); one.Meets(&all) {
			taken++
		}
	}
	if taken > len(others)/4 {
		t.Errorf("%d of %d words that the sentence has not are taken for its own", taken, len(others))
	}
}

func TestNoWordMeetsNothing(t *testing.T) {
	if empty, all := rules.WordsOf(""), rules.WordsOf("", "the"); empty.Meets(&all) {
		t.Error("the empty word is found")
	}
}
