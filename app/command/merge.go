package command

import (
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

func (r *runner) merge() *cobra.Command {
	return &cobra.Command{
		Use:   "merge FILE.entente",
		Short: "Take another library's articles and decisions into this one",
		Long: `Merge adds the articles of another library, what was found in them, and what people decided there. The other library
is only read. Articles that are here already stay as they are, those that were removed here stay removed, and a decision that
was made here goes before one from there. All of it happens or nothing; undo in the window takes back the decisions that came,
and the articles too where the window took them in.`,
		Example: `  entente merge colleague.entente
  entente merge --library balkans.entente colleague.entente`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("merge needs one library to take from, got %d", len(args))}
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions([]string{"entente"}, cobra.ShellCompDirectiveFilterFileExt),
		RunE:              r.runMerge,
	}
}

func (r *runner) runMerge(cmd *cobra.Command, args []string) error {
	ctx, path := cmd.Context(), args[0]
	s, err := app.NewScanner(r.Assets)
	if err != nil {
		return err
	}
	// The other one first: a name that is wrong should not make a library.
	other, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		return mergeError(path, err)
	}
	lib, err := r.open(ctx, s, true)
	if err != nil {
		return first(err, other.Close())
	}
	bar := newProgressBar(r.Stderr)
	began := time.Now()
	got, err := lib.Merge(ctx, other, func(done, total int) { bar.show(app.Progress{Done: done, Total: total}) })
	bar.clear()
	closed := first(other.Close(), lib.Close())
	if err != nil {
		return mergeError(path, err)
	}
	for _, refused := range got.Errors {
		r.failed(refused)
	}
	r.say("%s: %s added, %s known already, %s refused; %s added, %s gave way to decisions made here (%s)", lib.Path(),
		counted(got.Added, "article"), plain(got.Known), plain(got.Refused), counted(got.Decisions, "decision"),
		plain(got.Outweighed), time.Since(began).Round(10*time.Millisecond))
	return first(closed, part(got.Refused))
}

// mergeError says in words for people why the library at path cannot be merged.
func mergeError(path string, err error) error {
	switch {
	case errors.Is(err, data.ErrInvalid):
		return usageError{fmt.Errorf("%s is the library that it would be merged into", path)}
	case errors.Is(err, fs.ErrNotExist):
		return libraryError{fmt.Errorf("there is no library %s", path)}
	case errors.Is(err, data.ErrNotLibrary), errors.Is(err, data.ErrDamaged), errors.Is(err, data.ErrNewer), errors.Is(err, fs.ErrPermission):
		return libraryError{fmt.Errorf("%s", libraryWords(path, true, err))}
	}
	return err
}
