package window_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"
)

func TestABriefingIsMadeAsShortAsItsDialogSays(t *testing.T) {
	d := sit(t, "")
	ties := d.w.Ties()
	if ties <= 10 {
		t.Fatalf("the sample library has %d ties, too few for this test", ties)
	}
	d.do("Export a briefing…")
	d.sees("Passages of each")
	list := find(d, "the 10 heaviest", func(s *widget.Select) bool { return len(s.Options) > 1 && s.Options[1] == "the 10 heaviest" })
	if list.Selected == list.Options[1] {
		t.Error("a short briefing is made shorter without being asked")
	}
	list.SetSelectedIndex(1)
	passages := find(d, "the 3 surest", func(s *widget.Select) bool { return len(s.Options) > 1 && s.Options[1] == "the 3 surest" })
	passages.SetSelectedIndex(1)
	path := filepath.Join(t.TempDir(), "short.md")
	d.answer(path, "Export")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(b), "\n### "); n != 10 || !strings.Contains(string(b), "lighter ties were left out") {
		t.Errorf("%d ties in the briefing, want 10 and a word on the others", n)
	}
}
