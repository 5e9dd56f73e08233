package among_test

import (
	"testing"

	"entente/data/tie/internal/among"
)

func TestTheFirstItemThatHoldsIsFound(t *testing.T) {
	list := []string{"Peru", "Chile", "Cuba"}
	for letter, want := range map[byte]int{'P': 0, 'C': 1, 'N': -1} {
		if got := among.Index(list, func(s *string) bool { return (*s)[0] == letter }); got != want {
			t.Errorf("Index of %c: got %d, want %d", letter, got, want)
		}
		if got := among.Any(list, func(s *string) bool { return (*s)[0] == letter }); got != (want >= 0) {
			t.Errorf("Any of %c: got %v, want %v", letter, got, want >= 0)
		}
	}
}
