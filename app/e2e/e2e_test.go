//go:build e2e

package e2e

import (
	"encoding/json"
	"image"
	"image/color"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// story is an article of the test's own, with one clear tie that the sample library does not have.
const story = `Norway and Chile sign a fishing agreement

Oslo, 3 March 2024

Norway and Chile signed an agreement on fishing and salmon farming in Oslo on Sunday. Norway will invest 40 million euros
in two research stations in the south of Chile.

The Norwegian foreign minister thanked the Chilean delegation and said that both countries gain from the deal.
`

// TestMainJob is the way of a student through the program, from a line on the map to the words behind it, and on.
func TestMainJob(t *testing.T) {
	binary, out := built(t, "e2e")
	home := t.TempDir()
	s := newScreen(t, out, "1440x900")
	p := startProgram(t, s, binary, home, filepath.Join(out, "first.log"))

	articles := seeSample(t, p)
	openTie(t, p, binary, home)
	readArticle(t, p)
	filter(t, p)
	importArticle(t, p, home)
	exportMap(t, p, out)
	exportBriefing(t, p, out)
	project(t, p)
	s.run("xdotool", "windowsize", "--sync", p.window, "1210", "744")
	p.wait("map drawn")
	size := p.size()
	s.capture("before-quitting")
	p.quit()

	again := startProgram(t, s, binary, home, filepath.Join(out, "second.log"))
	again.wait("view restored", "projection=natural-earth")
	again.wait("listed", "filtered=true")
	again.wait("map drawn")
	s.capture("after-restart")
	if got := again.size(); got != size {
		t.Errorf("the window came back at %s, want %s", got, size)
	}
	s.keys("ctrl+shift+x")
	if got := again.wait("listed", "filtered=false").number(t, "articles"); got != articles+1 {
		t.Errorf("got %d articles after the restart, want %d", got, articles+1)
	}
	undoRemoval(t, again, articles)
	again.quit()
}

// seeSample waits for the sample library's map and gives how many articles there are.
func seeSample(t *testing.T, p *program) int {
	listed := p.wait("listed", "filtered=false")
	if got := listed.number(t, "ties"); got < 4 {
		t.Errorf("the sample library has %d ties, want 4 or more", got)
	}
	p.wait("arc placed", "pair=JP-RS")
	p.s.capture("sample")
	return listed.number(t, "articles")
}

// openTie points at the arc between Japan and Serbia, clicks it, and reads the words behind it.
func openTie(t *testing.T, p *program, binary, home string) {
	p.point(p.place("pair=JP-RS"))
	p.wait("pointed", "at=JP-RS")
	p.s.capture("arc-pointed-at")
	p.click("pair=JP-RS")
	if p.either("tie opened", "choice offered") == "choice offered" {
		p.s.capture("choice-offered")
		p.s.keys("Down", "Return")
	}
	p.wait("tie opened", "pair=JP-RS")
	p.wait("part placed", "part=passage")
	p.s.capture("tie-opened")

	before := p.s.capture("tie-panel")
	p.click("part=passage")
	lit := p.wait("passage lit")
	p.wait("part placed", "part=reader")
	after := p.s.capture("passage-lit")
	checkWords(t, lit, p, binary, home)
	if n := countLit(after) - countLit(before); n < 500 {
		t.Errorf("got %d more lit points on the screen after a passage was opened, want 500 or more", n)
	}
	p.s.keys("alt+Left")
	p.wait("tie opened", "pair=JP-RS")
}

// readArticle clicks the first article of the list, which opens it, and goes back.
func readArticle(t *testing.T, p *program) {
	p.click("part=article")
	p.wait("article opened")
	p.wait("part placed", "part=reader")
	p.s.capture("article-clicked")
	p.s.keys("alt+Left")
	p.wait("tie opened", "pair=JP-RS")
}

// checkWords compares what the window lit with what the command line says of the same evidence.
func checkWords(t *testing.T, lit event, p *program, binary, home string) {
	t.Helper()
	cmd := exec.Command(binary, "evidence", "--country", "JP,RS", "--format", "jsonl")
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+filepath.Join(home, "data"))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("entente evidence: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		var e struct{ Text string }
		must(t, json.Unmarshal([]byte(line), &e))
		if e.Text != "" && e.Text == lit["words"] {
			return
		}
	}
	t.Errorf("the window lit %q, which is none of the evidence that the command line lists", lit["words"])
}

// countLit counts the points in the ground colour of the passage that is lit most: cooperation's blue over the panel.
func countLit(img image.Image) (n int) {
	want := color.RGBA{R: 0xA0, G: 0xC9, B: 0xDD, A: 0xFF}
	b := img.Bounds()
	near := func(a uint32, b uint8) bool {
		d := int(a>>8) - int(b)
		return d > -10 && d < 10
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			if near(r, want.R) && near(g, want.G) && near(bl, want.B) {
				n++
			}
		}
	}
	return n
}

// filter leaves only ties of cooperation.
func filter(t *testing.T, p *program) {
	p.click("part=stance.cooperation")
	p.wait("filter set", "stances=[cooperation]")
	p.wait("listed", "filtered=true")
	p.s.capture("filtered")
}

func importArticle(t *testing.T, p *program, home string) {
	path := filepath.Join(home, "fishing.txt")
	must(t, os.WriteFile(path, []byte(story), 0o644))
	p.s.keys("ctrl+i")
	p.wait("asked for a path", "what=import")
	p.s.keys("ctrl+a")
	p.s.write(path)
	p.s.capture("import-asked")
	p.s.keys("Return")
	p.wait("import done", "added=1", "failed=0")
	p.wait("article opened")
	p.wait("part placed", "part=reader")
	p.s.capture("imported")
}

func exportMap(t *testing.T, p *program, out string) {
	path := filepath.Join(out, "exported-map.png")
	p.s.keys("ctrl+e")
	p.wait("asked for a path", "what=export.map")
	p.s.keys("ctrl+a")
	p.s.write(path)
	p.s.keys("Return")
	p.wait("exported", "file="+path)
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	img, format, err := image.Decode(f)
	must(t, err)
	if format != "png" || img.Bounds().Dx() < 1920 {
		t.Errorf("got a %s picture %v wide, want a PNG of 1920 or more", format, img.Bounds().Dx())
	}
}

func exportBriefing(t *testing.T, p *program, out string) {
	path := filepath.Join(out, "exported-briefing.html")
	p.s.keys("ctrl+b")
	p.wait("asked for a path", "what=export.briefing")
	p.s.keys("ctrl+a")
	p.s.write(path)
	p.s.keys("Return")
	p.wait("exported", "file="+path)
	content, err := os.ReadFile(path)
	must(t, err)
	for _, want := range []string{"<html", "Japan", "Serbia", "Norway"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("the briefing has no %q", want)
		}
	}
}

// project chooses another projection by keyboard in its list.
func project(t *testing.T, p *program) {
	p.click("part=projection")
	p.s.keys("Down", "Down", "Return")
	p.wait("projection set", "projection=natural-earth")
	p.wait("map drawn")
	p.s.capture("projected")
}

// undoRemoval removes an article and brings it back.
func undoRemoval(t *testing.T, p *program, articles int) {
	p.s.keys("ctrl+Delete")
	p.wait("article removed")
	if got := p.wait("listed").number(t, "articles"); got != articles {
		t.Errorf("got %d articles after one was removed, want %d", got, articles)
	}
	p.s.keys("ctrl+z")
	p.wait("undo", "ok=true")
	eventually(t, "the article to be back", func() bool {
		events := p.events()
		for i := len(events) - 1; i >= 0; i-- {
			if events[i]["msg"] == "listed" {
				return events[i].number(t, "articles") == articles+1
			}
		}
		return false
	})
	p.s.capture("undone")
}
