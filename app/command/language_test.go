package command_test

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestALanguageThatIsNotThereIsRefused(t *testing.T) {
	for _, name := range []string{"snapshot", "briefing", "export"} {
		out := filepath.Join(t.TempDir(), map[string]string{"snapshot": "a.png", "briefing": "a.md", "export": "a.json"}[name])
		r := run(t, name, "-o", out, "--language", "tlh")
		if r.status != 2 || !strings.Contains(r.errors, `--language "tlh" is not one of`) {
			t.Errorf("%s: got status %d and %q, want 2 and the languages there are", name, r.status, r.errors)
		}
	}
}
