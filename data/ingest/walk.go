package ingest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"entente/data"
)

// Func receives each article in turn, or the *data.InputError of a file that could not be used together with an article
// that holds only its Source. An error that it returns ends the reading.
type Func func(a data.Article, err error) error

// Files reads files and folders, each folder with all below it in the order of names, and "-" as standard input.
//
// A file that cannot be used is told to fn and the rest goes on. Hidden files are passed over, and so are files of other
// kinds (see Options.Skipped) unless they were named themselves. Links are followed; one that leads back into a folder above it is reported.
// fn is called from one goroutine, in order. Files ends early with ctx's error or with the one that fn returns.
func Files(ctx context.Context, paths []string, o Options, fn Func) error {
	return pipeline(ctx, o, func(yield func(item) bool) {
		w := walker{seen: map[string]bool{}, yield: yield, skipped: o.Skipped}
		for _, p := range paths {
			if ctx.Err() != nil || !w.path(p) {
				return
			}
		}
	}, fn)
}

// FS reads every article below root in fsys, in the order of names. It tells fn what Files does.
func FS(ctx context.Context, fsys fs.FS, root string, o Options, fn Func) error {
	return pipeline(ctx, o, func(yield func(item) bool) {
		_ = fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return stopUnless(yield(item{name: name, err: unusable(name, err)}))
			case name != root && hidden(d.Name()) && d.IsDir():
				return fs.SkipDir
			case d.IsDir() || hidden(path.Base(name)):
				return nil
			case !Supported(name):
				o.Skipped.add(name)
				return nil
			}
			return stopUnless(yield(item{name: name, open: func() (io.ReadCloser, error) { return fsys.Open(name) }}))
		})
	}, fn)
}

func stopUnless(more bool) error {
	if more {
		return nil
	}
	return fs.SkipAll
}

// Count says how many files Files would try and how many bytes they have, for showing progress. Standard input counts
// as one file without size. It stops early when ctx ends.
func Count(ctx context.Context, paths []string) (files int, bytes int64) {
	w := walker{seen: map[string]bool{}, yield: func(it item) bool {
		files, bytes = files+1, bytes+it.size
		return ctx.Err() == nil
	}}
	for _, p := range paths {
		if !w.path(p) {
			break
		}
	}
	return files, bytes
}

// item is one file to read: open gives its bytes, or err says why there are none.
type item struct {
	name string
	size int64
	open func() (io.ReadCloser, error)
	err  error
}

// walker yields the files below paths. seen holds the real paths of the folders visited, so that none is read twice.
type walker struct {
	seen    map[string]bool
	yield   func(item) bool
	skipped *Skipped
}

// path yields one path that the user named; false means stop.
func (w *walker) path(p string) bool {
	if p == Stdin {
		return w.yield(item{name: Stdin})
	}
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return w.yield(item{name: p, err: unusable(p, err)})
	case info.IsDir():
		return w.folder(p, nil)
	}
	return w.file(p, info)
}

func (w *walker) file(p string, info fs.FileInfo) bool {
	return w.yield(item{name: p, size: info.Size(), open: func() (io.ReadCloser, error) { return os.Open(p) }})
}

// folder yields what is below p; above holds the real paths of the folders that p was reached through.
func (w *walker) folder(p string, above []string) bool {
	real, err := filepath.EvalSymlinks(p)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return w.yield(item{name: p, err: unusable(p, err)})
	}
	for _, a := range above {
		if a == real {
			return w.yield(item{name: p, err: &data.InputError{Path: p, Reason: "the link leads back to a folder that holds it; it was not followed"}})
		}
	}
	if w.seen[real] {
		return true
	}
	w.seen[real] = true
	entries, err := os.ReadDir(p)
	if err != nil && !w.yield(item{name: p, err: unusable(p, err)}) {
		return false
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
	for _, e := range entries {
		if !hidden(e.Name()) && !w.entry(filepath.Join(p, e.Name()), append(above[:len(above):len(above)], real)) {
			return false
		}
	}
	return true
}

// entry yields what a folder holds. What was not named by the user is only counted when it is no article.
func (w *walker) entry(p string, above []string) bool {
	info, err := os.Stat(p)
	switch {
	case errors.Is(err, fs.ErrNotExist): // it was there a moment ago
		return w.yield(item{name: p, err: &data.InputError{Path: p, Reason: "the link leads nowhere", Err: err}})
	case err != nil:
		return w.yield(item{name: p, err: unusable(p, err)})
	case info.IsDir():
		return w.folder(p, above)
	case info.Mode().IsRegular() && Supported(p):
		return w.file(p, info)
	case info.Mode().IsRegular():
		w.skipped.add(p)
	}
	return true
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") && name != "." && name != ".." }
