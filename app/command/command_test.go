package command_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/app/command"
	"entente/assets"
)

// result is what one command left behind.
type result struct {
	status      int
	out, errors string
}

// run runs a command with nothing on standard input and a data folder of its own.
func run(t *testing.T, args ...string) result {
	t.Helper()
	return runWith(t, "", args...)
}

// runWith runs a command with words on standard input.
func runWith(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	if os.Getenv("XDG_DATA_HOME") != home(t) {
		t.Setenv("XDG_DATA_HOME", home(t))
	}
	var out, errors bytes.Buffer
	status := command.Run(context.Background(), command.Program{
		Version: "test", Assets: assets.FS, Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errors}, args)
	return result{status, out.String(), errors.String()}
}

var homes = map[string]string{}

// home is the data folder of a test: the same one for all commands that the test runs.
func home(t *testing.T) string {
	if homes[t.Name()] == "" {
		homes[t.Name()] = t.TempDir()
	}
	return homes[t.Name()]
}

// write makes a file with the content in a fresh folder and gives its path.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// wants fails the test unless the status is right and each message has its words.
func (r result) wants(t *testing.T, status int, messages ...string) {
	t.Helper()
	if r.status != status {
		t.Errorf("got exit status %d, want %d; standard error:\n%s", r.status, status, r.errors)
	}
	for _, m := range messages {
		if !strings.Contains(r.errors, m) {
			t.Errorf("standard error does not say %q:\n%s", m, r.errors)
		}
	}
}

// sorted sorts words, and gives them back.
func sorted(words []string) []string {
	slices.Sort(words)
	return words
}
