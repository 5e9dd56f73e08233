package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/app"
	"entente/data"
	"entente/data/ingest"
	"entente/data/store"
)

// open opens the library that the flags name, or the default one. Errors are libraryErrors in words for people; a notice
// that the library is read-only is said when the command wants to change it, and is an error then.
func (r *runner) open(ctx context.Context, s *app.Scanner, change bool) (*store.Library, error) {
	o := store.Options{ReadOnly: !change, RulesVersion: s.Rules(), Who: app.Person()}
	lib, path, err := r.openNamed(ctx, s, o)
	if err != nil {
		return nil, libraryError{fmt.Errorf("%s", libraryWords(path, r.library != "", err))}
	}
	if notice := lib.Notice(); notice != "" {
		if change {
			return nil, libraryError{errors.Join(fmt.Errorf("%s: %s", path, notice), lib.Close())}
		}
		r.say("%s: %s", path, notice)
	}
	return lib, nil
}

func (r *runner) openNamed(ctx context.Context, s *app.Scanner, o store.Options) (*store.Library, string, error) {
	if r.library != "" {
		lib, err := store.Open(ctx, r.library, o)
		return lib, r.library, err
	}
	path, err := app.DefaultLibrary()
	if err != nil {
		return nil, "the default library", err
	}
	lib, err := app.OpenDefault(ctx, r.Assets, s, o)
	return lib, path, err
}

// libraryWords says why a library cannot be opened and what to do. named tells that the user gave its path; the default
// one is made where there is none.
func libraryWords(path string, named bool, err error) string {
	switch {
	case errors.Is(err, data.ErrNotLibrary):
		return path + " is not an Entente library. It was not changed; name another file."
	case errors.Is(err, data.ErrDamaged):
		return path + " is damaged and was not changed. Go back to a copy of it, or name another file."
	case errors.Is(err, data.ErrNewer):
		return path + " was made by a newer Entente. Install that one to use it."
	case errors.Is(err, data.ErrBusy):
		return path + " is in use by another program, perhaps a second Entente that is just making it. Wait until that is done, then try again."
	case errors.Is(err, fs.ErrNotExist) && named:
		if folder := filepath.Dir(path); !exists(folder) {
			return "there is no folder " + folder + " for the library " + filepath.Base(path) + "."
		}
		return "there is no library " + path + ". `entente import --library " + path + " PATH...` makes one."
	case errors.Is(err, fs.ErrPermission):
		return "you are not allowed to read " + path + "."
	}
	return fmt.Sprintf("%s cannot be opened: %s", path, strings.TrimSpace(err.Error()))
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// chosenSet is what a command shows: a filter over the library, or over articles that were named and are not kept.
type chosenSet struct {
	scanner  *app.Scanner
	lib      *store.Library
	filter   data.Filter
	view     *app.View // that was asked for, nil for none
	failures int       // articles that could not be read
	nothing  error     // errPart where articles were named and none could be read
	close    func() error
}

// choose checks the filter, then opens the library, or scans the articles at paths where there are any. The caller
// closes it.
func (r *runner) choose(ctx context.Context, f *filterFlags, paths []string) (*chosenSet, error) {
	s, err := app.NewScanner(r.Assets)
	if err != nil {
		return nil, err
	}
	c := &chosenSet{scanner: s}
	if c.filter, err = f.filter(s.Gazetteer()); err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		if c.lib, err = r.open(ctx, s, false); err != nil {
			return nil, err
		}
		c.close = c.lib.Close
		return c, nil
	}
	var summary app.Summary
	skipped := &ingest.Skipped{}
	from := app.Paths(paths, ingest.Options{Stdin: r.Stdin, Skipped: skipped})
	c.lib, summary, c.close, err = app.Temporary(ctx, s, from, app.ImportOptions{Failed: r.failed})
	if err != nil {
		return c, err
	}
	c.failures = summary.Failed
	c.nothing = r.skips(skipped, summary.Added+summary.Duplicates, summary.Failed)
	return c, nil
}

// findView takes the conditions of a saved view where none of their kind was given.
func (c *chosenSet) findView(ctx context.Context, name string) error {
	if name == "" {
		return nil
	}
	views, err := app.Views(ctx, c.lib)
	if err != nil {
		return err
	}
	i := app.FindView(views, name)
	if i < 0 {
		names := make([]string, len(views))
		for k := range views {
			names[k] = views[k].Name
		}
		return usageError{fmt.Errorf("--view %q: no view of that name is saved; there are: %s", name, cmp.Or(strings.Join(names, ", "), "none"))}
	}
	c.view = &views[i]
	c.filter = over(c.filter, c.view.Filter)
	return nil
}

// over gives the conditions of a filter, and those of another where the first has none of the kind.
func over(f, saved data.Filter) data.Filter {
	if len(f.Countries) > 0 {
		saved.Countries = f.Countries
	}
	if len(f.Between) > 0 {
		saved.Between = f.Between
	}
	if len(f.Fields) > 0 {
		saved.Fields = f.Fields
	}
	if len(f.Stances) > 0 {
		saved.Stances = f.Stances
	}
	if len(f.Modalities) > 0 {
		saved.Modalities = f.Modalities
	}
	if f.From != "" || f.To != "" {
		saved.From, saved.To = f.From, f.To
	}
	if len(f.Articles) > 0 {
		saved.Articles = f.Articles
	}
	if len(f.Publishers) > 0 {
		saved.Publishers = f.Publishers
	}
	saved.MinReports = cmp.Or(f.MinReports, saved.MinReports)
	saved.MinConfidence = cmp.Or(f.MinConfidence, saved.MinConfidence)
	saved.Decision = cmp.Or(f.Decision, saved.Decision)
	saved.Search = cmp.Or(f.Search, saved.Search)
	return saved
}

// findSources puts the publishers that were asked for as the articles name them, whatever their case. A publisher that no
// article has is a usage error.
func (c *chosenSet) findSources(ctx context.Context) error {
	if len(c.filter.Publishers) == 0 {
		return nil
	}
	counts, err := c.lib.Counts(ctx, data.Filter{Decision: data.AnyDecision})
	if err != nil {
		return err
	}
	known := slices.Sorted(maps.Keys(counts.Publishers))
	for i, name := range c.filter.Publishers {
		at := slices.IndexFunc(known, func(k string) bool { return strings.EqualFold(k, strings.TrimSpace(name)) })
		if at < 0 {
			return usageError{fmt.Errorf("--source %q has published none of the articles; there are: %s", name, strings.Join(known, ", "))}
		}
		c.filter.Publishers[i] = known[at]
	}
	return nil
}

// with chooses what the arguments ask for, calls fn with it, and closes it again. Articles that could not be read make
// the command done in part.
func (r *runner) with(cmd *cobra.Command, f *filterFlags, paths []string, fn func(context.Context, *chosenSet) error) error {
	c, err := r.choose(cmd.Context(), f, paths)
	if err != nil {
		return err
	}
	if err = first(c.findView(cmd.Context(), f.view), c.findSources(cmd.Context())); err == nil {
		err = fn(cmd.Context(), c)
	}
	return first(err, c.close(), c.nothing, part(c.failures))
}
