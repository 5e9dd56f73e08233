package command

import (
	"fmt"
	"strings"
	"testing"

	"entente/data"
)

func TestALibraryThatAnotherProgramIsMakingIsToldPlainly(t *testing.T) {
	got := libraryWords("mine.entente", true, fmt.Errorf("open library: %w", data.ErrBusy))
	if !strings.Contains(got, "mine.entente is in use by another program") || !strings.Contains(got, "try again") {
		t.Errorf("got %q, want who has it and what to do", got)
	}
}
