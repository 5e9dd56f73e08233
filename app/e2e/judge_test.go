//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestJudging is the way of an analyst: she reviews by keys, corrects, adds and notes, loses the program to a crash, and
// finds and takes back what she decided.
func TestJudging(t *testing.T) {
	binary, out := built(t, "e2e-judge")
	home := t.TempDir()
	s := newScreen(t, out, "1440x900")
	p := startProgram(t, s, binary, home, filepath.Join(out, "first.log"))
	p.wait("listed")
	p.wait("arc placed", "pair=JP-RS")

	review(t, p)
	selectAndAdd(t, p)
	must(t, p.cmd.Process.Kill())
	p.cmd.Wait() //nolint:errcheck // it was killed

	ties := exec.Command(binary, "ties", "--country", "CL", "--format", "jsonl")
	ties.Env = append(os.Environ(), "XDG_DATA_HOME="+filepath.Join(home, "data"))
	found, err := ties.Output()
	if err != nil || !strings.Contains(string(found), "CL") {
		t.Errorf("after the crash the command line lists the ties %q of Chile, error %v", found, err)
	}
	again := startProgram(t, s, binary, home, filepath.Join(out, "second.log"))
	again.wait("map drawn")
	lookBack(t, again)
	again.quit()
}

// review judges four passages: accepts, rejects, edits and notes.
func review(t *testing.T, p *program) {
	p.s.keys("ctrl+j")
	p.wait("review started")
	p.wait("review at", "at=1")
	p.wait("passage lit")
	p.s.capture("review")
	p.s.keys("a")
	p.wait("decided", "verdict=accepted")
	p.wait("review at", "at=2")
	p.wait("passage lit")
	p.s.keys("r")
	p.wait("decided", "verdict=rejected")
	p.wait("review at", "at=3")
	p.wait("passage lit")
	p.s.keys("e")
	p.wait("form opened", "what=edit")
	p.s.keys("Tab", "ctrl+a")
	p.s.write("Chile")
	p.s.capture("edited")
	p.s.keys("Return")
	p.wait("judged", "action=edit")
	p.wait("review at", "at=4")
	p.wait("passage lit")
	p.s.keys("n")
	p.wait("form opened", "what=note")
	p.s.write("ask the embassy")
	p.s.keys("shift+Return")
	p.wait("judged", "action=note", `after=ask the embassy`)
	p.s.keys("Escape")
	p.wait("review left")
}

// selectAndAdd drags over words in the reader and makes evidence of them.
func selectAndAdd(t *testing.T, p *program) {
	p.click("part=article")
	p.wait("article opened")
	p.wait("part placed", "part=reader")
	x, y := p.place("part=reader")
	at := func(dx int) (string, string) { return strconv.Itoa(x + dx), strconv.Itoa(y + 50) } // a full line of the sample article
	fromX, fromY := at(-120)
	overX, _ := at(40)
	toX, _ := at(120)
	p.s.run("xdotool", "mousemove", "--window", p.window, fromX, fromY, "mousedown", "1", "sleep", "0.1",
		"mousemove", "--window", p.window, overX, fromY, "sleep", "0.1", "mousemove", "--window", p.window, toX, fromY,
		"sleep", "0.2", "mouseup", "1")
	p.s.capture("selected")
	p.s.keys("ctrl+l")
	if words := p.wait("form opened", "what=add")["words"]; len(strings.Fields(words)) < 2 {
		t.Errorf("the pointer selected %q, want several words", words)
	}
	p.s.keys("ctrl+a")
	p.s.write("Chile")
	p.s.keys("Tab", "ctrl+a")
	p.s.write("Norway")
	p.s.capture("added")
	p.s.keys("Return")
	p.wait("judged", "action=add", "pair=CL-NO")
}

// lookBack reads the history of before the crash and takes some of it back.
func lookBack(t *testing.T, p *program) {
	p.s.keys("ctrl+h")
	// An edit and an addition are accepted by that, which is a decision of its own.
	if got := p.wait("history shown").number(t, "decisions"); got != 7 {
		t.Errorf("got %d decisions after the crash, want 7", got)
	}
	p.s.capture("history")
	p.s.keys("Escape")
	for _, action := range []string{"add", "note", "edit"} {
		p.s.keys("ctrl+z")
		p.wait("undo", "action="+action, "ok=true")
		p.wait("listed")
	}
	p.s.keys("ctrl+y")
	p.wait("redo", "action=edit", "ok=true")
	p.s.capture("looked-back")
}
