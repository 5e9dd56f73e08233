// Package command is Entente's command line: it reads arguments, calls the rooms that do the work and prints what they
// give. Results go to standard output, messages to standard error. It opens no window and draws nothing itself.
//
// Run keeps no state between calls; every stream and file system comes in through Program, so that tests can run whole
// commands. It sets slog's default logger.
package command

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"

	"github.com/spf13/cobra"

	"entente/data"
)

// Exit statuses.
const (
	exitDone      = 0 // all of it worked
	exitPart      = 1 // some files failed, or the result could not be written
	exitUsage     = 2 // the arguments make no sense
	exitNoLibrary = 3 // the library cannot be opened
)

// Program is what main hands to the command line.
type Program struct {
	Version string
	Assets  fs.FS
	Stdin   io.Reader
	Stdout  io.Writer
	Stderr  io.Writer
	// Window opens the main window and returns when it is closed; nil in a program built without one.
	Window func(context.Context, Start) error
}

// Start says how the window is to be opened.
type Start struct {
	Version string
	Assets  fs.FS
	Library string // the file that the user named, or ""
}

// Run runs one command and gives the exit status. It stops early, and cleanly, when ctx ends.
func Run(ctx context.Context, p Program, args []string) int {
	r := &runner{Program: p}
	root := r.root()
	if cmd, _, err := root.Find(args); err == nil && cmd.Name() == "search" {
		args = banned(args)
	}
	root.SetArgs(args)
	root.SetIn(p.Stdin)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	err := root.ExecuteContext(ctx)
	return r.finish(ctx, err)
}

// runner is the state of one run: the global flags, and what main gave.
type runner struct {
	Program
	library  string
	logLevel string
	logFile  string
	closeLog func() error
	started  bool // the arguments were good enough to start; errors before that are usage errors
}

// usageError is the user's mistake in the arguments.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// libraryError says that the library could not be opened.
type libraryError struct{ error }

func (e libraryError) Unwrap() error { return e.error }

// errPart says that the command did what it could, and that the failures were already told.
var errPart = errors.New("done in part")

// finish tells the user about err and gives the exit status.
func (r *runner) finish(ctx context.Context, err error) int {
	if r.closeLog != nil {
		defer r.closeLog()
	}
	var usage usageError
	var library libraryError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errPart):
		return exitPart
	case ctx.Err() != nil:
		r.say("stopped before it was done")
		return exitPart
	case errors.As(err, &usage) || !r.started:
		r.say("%s", err)
		r.hint()
		return exitUsage
	case errors.As(err, &library), errors.Is(err, data.ErrReadOnly):
		r.say("%s", err)
		return exitNoLibrary
	}
	slog.Debug("command failed", "error", err)
	r.say("%s", err)
	return exitPart
}

// root builds the whole tree of commands.
func (r *runner) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "entente",
		Short: "Entente maps who is tied to whom in news articles, and why",
		Long: `Entente reads news articles, finds which countries they tie together, and draws those ties on a world map.
Every tie opens to the exact words that support it. Nothing leaves this computer.

Without a command it opens the window.`,
		Example: `  entente
  entente scan articles/ > findings.jsonl
  entente snapshot -o map.png -- articles/`,
		Version:           r.Version,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              cobra.NoArgs,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return r.start(cmd) },
		RunE:              func(cmd *cobra.Command, _ []string) error { return r.openWindow(cmd.Context()) },
	}
	root.SetVersionTemplate("entente {{.Version}}\n")
	flags := root.PersistentFlags()
	flags.StringVar(&r.library, "library", "", "the library `FILE.entente` (default: the one in your data folder)")
	flags.StringVar(&r.logLevel, "log-level", "warn", "how much to log: debug, info, warn or error")
	flags.StringVar(&r.logFile, "log-file", "", "write the log to `FILE` instead of standard error")
	root.AddCommand(r.scan(), r.importing(), r.articles(), r.ties(), r.evidence(), r.search(), r.countries(), r.changes(), r.gaps(), r.snapshot(),
		r.briefing(), r.exporting(), r.merge(), r.rescan(), r.decisions(), r.check(), r.verify(), r.version())
	return root
}

// start is run once the arguments are known to be well formed.
func (r *runner) start(cmd *cobra.Command) error {
	if r.library == "" && cmd.Flags().Changed("library") { // a script's variable that was never set
		return usageError{errors.New("--library names no file; leave it out for the library in your data folder")}
	}
	if err := r.openLog(); err != nil {
		return err
	}
	r.started = true
	slog.Debug("command starts", "command", cmd.CommandPath(), "version", r.Version)
	return nil
}
