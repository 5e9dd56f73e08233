package command

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/mattn/go-isatty"
)

// say prints one message for people on standard error.
func (r *runner) say(format string, args ...any) {
	fmt.Fprintf(r.Stderr, "entente: %s\n", tame(fmt.Sprintf(format, args...)))
}

// tame writes out the control characters of a message, but for those that lay it out: a file may have a name that colours the
// terminal.
func tame(message string) string {
	if !strings.ContainsFunc(message, unicode.IsControl) {
		return message
	}
	var b strings.Builder
	for _, r := range message {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hint tells where to read on after a usage error.
func (r *runner) hint() {
	fmt.Fprintln(r.Stderr, "Run `entente --help`, or `entente COMMAND --help`, for what can be asked.")
}

// openLog makes slog write where the flags say. A bad level or file is a usage error.
func (r *runner) openLog() error {
	var level slog.Level
	switch r.logLevel {
	case "debug", "info", "warn", "error":
		if err := level.UnmarshalText([]byte(r.logLevel)); err != nil {
			return usageError{err}
		}
	default:
		return usageError{fmt.Errorf("--log-level %q is not one of debug, info, warn, error", r.logLevel)}
	}
	var out io.Writer = r.Stderr
	if r.logFile != "" {
		f, err := os.OpenFile(r.logFile, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o644)
		if err != nil {
			return usageError{fmt.Errorf("open log: %w", err)}
		}
		out, r.closeLog = f, f.Close
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: level})))
	return nil
}

// failed names each file that could not be used, and why, in one line whatever the name of the file.
func (r *runner) failed(err error) { r.say("%s", strings.ReplaceAll(sentence(err), "\n", `\n`)) }

// sentence drops what only programmers want to read from an operating system's error: the name of the system call.
func sentence(err error) string {
	var path *os.PathError
	if errors.As(err, &path) && err == error(path) {
		return path.Path + ": " + path.Err.Error()
	}
	return strings.TrimSpace(err.Error())
}

// terminal says whether w is a terminal that a person looks at.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}

// joined gives "a, b or c" for messages that name what is allowed.
func joined[T ~string](values []T) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = string(v)
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
