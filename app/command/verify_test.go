package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSnapshotsAndBriefingsCanBeVerified(t *testing.T) {
	path, folder := library(t), t.TempDir()
	for _, name := range []string{"map.png", "map.svg", "map.pdf", "ties.html", "ties.md", "ties.docx", "ties.pdf"} {
		t.Run(name, func(t *testing.T) {
			file, command := filepath.Join(folder, name), "snapshot"
			if strings.HasPrefix(name, "ties") {
				command = "briefing"
			}
			run(t, command, "--library", path, "-o", file, "--size", "400x300").wants(t, 0)
			got := run(t, "verify", "--library", path, file)
			got.wants(t, 0)
			if !strings.Contains(got.out, "in the library's articles as quoted") || !strings.HasSuffix(got.out, "All of it holds.\n") {
				t.Errorf("got:\n%s", got.out)
			}
			run(t, command, "--library", path, "-o", file, "--size", "400x300", "--no-evidence").wants(t, 0)
			run(t, "verify", "--library", path, file).wants(t, 1, "carries no evidence")
		})
	}
}

func TestVerifyNeedsNoLibrary(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ties.html")
	run(t, "briefing", "-o", file, "--size", "300x200", "--", write(t, "visit.txt", visit)).wants(t, 0)
	got := run(t, "verify", file)
	got.wants(t, 0)
	if !strings.Contains(got.out, "in articles that the library does not have") {
		t.Errorf("got:\n%s", got.out)
	}
	if left, _ := os.ReadDir(home(t)); len(left) > 0 {
		t.Errorf("verify made %v", left)
	}
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := write(t, "changed.html", string(bytes.ReplaceAll(page, []byte("200 million"), []byte("900 million"))))
	got = run(t, "verify", changed)
	got.wants(t, 1)
	for _, want := range []string{"does not hold: evidence:", "does not hold: page:", "problems found."} {
		if !strings.Contains(got.out, want) {
			t.Errorf("no word of %q:\n%s", want, got.out)
		}
	}
}

func TestWhatVerifyCannotRead(t *testing.T) {
	none := filepath.Join(t.TempDir(), "none.png")
	run(t, "verify").wants(t, 2, "needs one file")
	run(t, "verify", none).wants(t, 1, none)
	run(t, "verify", write(t, "a.txt", "words")).wants(t, 1, "carries no evidence")
	file := write(t, "a.html", `<!DOCTYPE html><script type="application/json" id="entente">{</script>`+"\n")
	run(t, "verify", file).wants(t, 1, file+": the evidence inside is broken")
	run(t, "verify", "--library", none, file).wants(t, 3, "there is no library")
}
