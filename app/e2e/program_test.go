//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// event is a line of the program's log.
type event map[string]string

var pair = regexp.MustCompile(`([\w.]+)=("(?:[^"\\]|\\.)*"|\S*)`)

func parseEvent(line string) event {
	e := event{}
	for _, m := range pair.FindAllStringSubmatch(line, -1) {
		value := m[2]
		if unquoted, err := strconv.Unquote(value); err == nil {
			value = unquoted
		}
		e[m[1]] = value
	}
	return e
}

// has says whether the event has all values, given as "key=value".
func (e event) has(values ...string) bool {
	for _, v := range values {
		key, want, _ := strings.Cut(v, "=")
		if e[key] != want {
			return false
		}
	}
	return true
}

func (e event) number(t *testing.T, key string) int {
	t.Helper()
	n, err := strconv.Atoi(e[key])
	if err != nil {
		t.Fatalf("event %v: %s is no number", e, key)
	}
	return n
}

// program is a running Entente.
type program struct {
	t      *testing.T
	s      *screen
	cmd    *exec.Cmd
	log    string
	seen   int // lines of the log that earlier steps have used
	window string
}

// startProgram starts the program with the home folder given, and waits for its window.
func startProgram(t *testing.T, s *screen, binary, home, log string) *program {
	t.Helper()
	p := &program{t: t, s: s, log: log}
	p.cmd = s.command(binary, "--log-level", "debug", "--log-file", log)
	p.cmd.Env = append(p.cmd.Env, homeIn(home)...)
	p.cmd.Stderr = os.Stderr
	begin(t, p.cmd)
	t.Cleanup(func() {
		if t.Failed() && p.cmd.ProcessState == nil {
			s.capture("failed")
		}
	})
	p.wait("library opened")
	p.window = s.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "Entente")
	p.window = p.window[strings.LastIndexByte(p.window, '\n')+1:]
	return p
}

// homeIn gives the environment of a user whose home is a folder, and who has never used the program.
func homeIn(folder string) []string {
	return []string{"HOME=" + folder, "XDG_DATA_HOME=" + filepath.Join(folder, "data"), "XDG_CONFIG_HOME=" + filepath.Join(folder, "config"),
		"XDG_CACHE_HOME=" + filepath.Join(folder, "cache"), "XDG_RUNTIME_DIR=" + folder, "FYNE_SCALE=1", "LANG=en_US.UTF-8"}
}

func (p *program) events() []event { return readEvents(p.log) }

// readEvents reads a log.
func readEvents(path string) []event {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	lines := strings.Split(string(content), "\n")
	events := make([]event, 0, len(lines))
	for _, l := range lines[:len(lines)-1] { // the last one may still be half written
		events = append(events, parseEvent(l))
	}
	return events
}

// wait waits for a message with the values that no earlier wait has seen, and gives it.
func (p *program) wait(msg string, values ...string) (found event) {
	p.t.Helper()
	eventually(p.t, msg+" "+strings.Join(values, " "), func() bool {
		events := p.events()
		for i := p.seen; i < len(events); i++ {
			if events[i]["msg"] == msg && events[i].has(values...) {
				p.seen, found = i+1, events[i]
				return true
			}
		}
		return false
	})
	return found
}

// either waits for the first of several messages, and tells which it was. The event is left for wait.
func (p *program) either(msgs ...string) (msg string) {
	p.t.Helper()
	eventually(p.t, strings.Join(msgs, " or "), func() bool {
		events := p.events()
		for i := p.seen; i < len(events); i++ {
			if slices.Contains(msgs, events[i]["msg"]) {
				msg, p.seen = events[i]["msg"], i
				return true
			}
		}
		return false
	})
	return msg
}

// place gives where a thing was last, in the window's pixels.
func (p *program) place(values ...string) (x, y int) {
	p.t.Helper()
	var last event
	eventually(p.t, "the place of "+strings.Join(values, " "), func() bool {
		for _, e := range p.events() {
			if strings.HasSuffix(e["msg"], "placed") && e.has(values...) {
				last = e
			}
		}
		return last != nil
	})
	return last.number(p.t, "x"), last.number(p.t, "y")
}

// point moves the pointer to a place in the window.
func (p *program) point(x, y int) {
	p.t.Helper()
	p.s.run("xdotool", "mousemove", "--window", p.window, strconv.Itoa(x), strconv.Itoa(y))
}

// click clicks a thing where it is.
func (p *program) click(values ...string) {
	p.t.Helper()
	x, y := p.place(values...)
	// The pointer arrives first and clicks then, as a hand does.
	p.s.run("xdotool", "mousemove", "--window", p.window, strconv.Itoa(x), strconv.Itoa(y), "sleep", "0.2", "click", "1")
}

// size gives the size of the window's content.
func (p *program) size() string {
	p.t.Helper()
	for line := range strings.Lines(p.s.run("xdotool", "getwindowgeometry", p.window)) {
		if _, size, ok := strings.Cut(line, "Geometry:"); ok {
			return strings.TrimSpace(size)
		}
	}
	p.t.Fatal("the window has no size")
	return ""
}

// quit leaves the program by its shortcut and waits for it to end.
func (p *program) quit() {
	p.t.Helper()
	p.s.keys("ctrl+q")
	p.wait("window closed")
	if err := p.cmd.Wait(); err != nil {
		p.t.Fatalf("the program ended with %v", err)
	}
}

// built builds the program as users have it into a fresh folder below build, where a test leaves what it saw.
func built(t *testing.T, folder string) (binary, out string) {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	must(t, err)
	out = filepath.Join(root, "build", folder)
	must(t, os.RemoveAll(out))
	must(t, os.MkdirAll(out, 0o755))
	binary = filepath.Join(out, "entente")
	build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", binary, ".")
	build.Dir = root
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, text)
	}
	return binary, out
}
