//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkStartUp measures the time from the start of the program to the first picture of the sample library's map, in
// turns with an empty window, and reports the medians and their ratio.
func BenchmarkStartUp(b *testing.B) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	must(b, err)
	folder := b.TempDir()
	entente, empty := filepath.Join(folder, "entente"), filepath.Join(folder, "empty")
	for binary, pkg := range map[string]string{entente: ".", empty: "./app/e2e/empty"} {
		build := exec.Command("go", "build", "-tags", "migrated_fynedo,e2e", "-o", binary, pkg)
		build.Dir = root
		if text, err := build.CombinedOutput(); err != nil {
			b.Fatalf("build %s: %v\n%s", pkg, err, text)
		}
	}
	s := newScreen(b, folder, "1440x900")
	home := b.TempDir()
	startUp(b, s, home, "map drawn", entente, "--log-level", "debug") // makes the library
	var with, without []time.Duration
	for b.Loop() {
		without = append(without, startUp(b, s, home, "drawn", empty))
		with = append(with, startUp(b, s, home, "map drawn", entente, "--log-level", "debug"))
	}
	slices.Sort(with)
	slices.Sort(without)
	a, e := with[len(with)/2], without[len(without)/2]
	b.ReportMetric(float64(a.Milliseconds()), "entente-ms")
	b.ReportMetric(float64(e.Milliseconds()), "empty-ms")
	b.ReportMetric(float64(a)/float64(e), "ratio")
}

// startUp starts a program, waits until it has logged that something was drawn, and ends it.
func startUp(b *testing.B, s *screen, home, msg, binary string, args ...string) time.Duration {
	b.Helper()
	log, err := os.Create(filepath.Join(b.TempDir(), "log"))
	must(b, err)
	defer log.Close()
	c := s.command(binary, args...)
	c.Env = append(c.Env, homeIn(home)...)
	c.Stdout, c.Stderr = log, log
	began := time.Now()
	must(b, c.Start())
	defer func() {
		c.Process.Kill()
		c.Wait()
	}()
	var drawn time.Time
	eventually(b, msg, func() bool {
		for _, e := range readEvents(log.Name()) {
			if e["msg"] == msg && e["ties"] != "0" {
				drawn, err = time.Parse(time.RFC3339Nano, e["time"])
				return err == nil
			}
		}
		return false
	})
	return drawn.Sub(began)
}
