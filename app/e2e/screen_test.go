//go:build e2e

// Package e2e drives the real window as a person does: with a pointer and keys on a display of its own. It learns what
// happened from the program's structured log, and keeps a screenshot of each step.
package e2e

import (
	"bytes"
	"fmt"
	"image"
	_ "image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long a step may take on a slow, busy machine before it counts as failed.
const patience = 20 * time.Second

// screen is a virtual display with a window manager.
type screen struct {
	t       testing.TB
	display string
	shots   string // folder of the screenshots
	shot    int
}

// newScreen starts a display that nobody else uses, and a window manager on it.
func newScreen(t testing.TB, shots, size string) *screen {
	t.Helper()
	read, write, err := os.Pipe()
	must(t, err)
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "+extension", "GLX", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{write}
	begin(t, x)
	write.Close()
	number := make([]byte, 16)
	n, err := read.Read(number)
	if err != nil && err != io.EOF || n == 0 {
		t.Fatalf("Xvfb did not tell its display: %v", err)
	}
	s := &screen{t: t, display: ":" + strings.TrimSpace(string(number[:n])), shots: shots}
	begin(t, s.command("openbox", "--sm-disable"))
	return s
}

// begin starts a process that ends with the test.
func begin(t testing.TB, c *exec.Cmd) {
	t.Helper()
	must(t, c.Start())
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
}

func (s *screen) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display, "WAYLAND_DISPLAY=", "XDG_SESSION_TYPE=x11")
	return c
}

// run runs a tool on the display and gives what it prints.
func (s *screen) run(name string, args ...string) string {
	s.t.Helper()
	out, err := s.command(name, args...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// capture keeps a screenshot and gives it.
func (s *screen) capture(name string) image.Image {
	s.t.Helper()
	time.Sleep(200 * time.Millisecond) // the log is ahead of the screen by a frame
	s.shot++
	path := filepath.Join(s.shots, fmt.Sprintf("%02d-%s.png", s.shot, name))
	tool := "import"
	args := []string{"-window", "root", path}
	if _, err := exec.LookPath(tool); err != nil {
		tool, args = "magick", append([]string{"import"}, args...)
	}
	s.run(tool, args...)
	content, err := os.ReadFile(path)
	must(s.t, err)
	img, _, err := image.Decode(bytes.NewReader(content))
	must(s.t, err)
	return img
}

// keys presses shortcuts such as "ctrl+q".
func (s *screen) keys(keys ...string) {
	s.t.Helper()
	s.run("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "60"}, keys...)...)
}

// write types text.
func (s *screen) write(text string) {
	s.t.Helper()
	s.run("xdotool", "type", "--delay", "12", text)
}

// eventually waits until check holds.
func eventually(t testing.TB, what string, check func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if check() {
			return
		}
	}
	t.Fatalf("waited %v for %s", patience, what)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
