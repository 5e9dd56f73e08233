package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	"entente/data/ingest"
	"entente/data/store"
)

// Extension ends the names of libraries.
const Extension = ".entente"

// sampleFolder holds the articles of the sample library among the assets.
const sampleFolder = "sample"

// DefaultLibrary is the path of the library that is used when the user names none: library.entente in the user's data
// folder for this program, whose place the operating system decides. Nothing is made.
func DefaultLibrary() (string, error) {
	folder, err := dataFolder()
	if err != nil {
		return "", fmt.Errorf("find data folder: %w", err)
	}
	return filepath.Join(folder, "library"+Extension), nil
}

func dataFolder() (string, error) {
	home := func(parts ...string) (string, error) {
		h, err := os.UserHomeDir()
		return filepath.Join(append([]string{h}, parts...)...), err
	}
	switch runtime.GOOS {
	case "windows":
		if local := os.Getenv("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "Entente"), nil
		}
		return home("AppData", "Local", "Entente")
	case "darwin":
		return home("Library", "Application Support", "Entente")
	}
	// The base directory specification says that a relative path is to be ignored.
	if xdg := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(xdg) {
		return filepath.Join(xdg, "entente"), nil
	}
	return home(".local", "share", "entente")
}

// OpenDefault opens the default library, and makes it with the sample articles where there is none yet.
func OpenDefault(ctx context.Context, assets fs.FS, s *Scanner, o store.Options) (*store.Library, error) {
	path, err := DefaultLibrary()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := MakeSample(ctx, path, assets, s); err != nil {
			return nil, err
		}
	}
	return store.Open(ctx, path, o)
}

// MakeSample makes a library with the sample articles at path, whole or not at all. A file that is there is kept.
func MakeSample(ctx context.Context, path string, assets fs.FS, s *Scanner) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make library: %w", err)
	}
	part := path + ".new" + strconv.Itoa(os.Getpid())
	err := fillSample(ctx, part, assets, s)
	if err == nil {
		// Unlike a rename, a link never replaces what another Entente made meanwhile.
		if err = os.Link(part, path); errors.Is(err, fs.ErrExist) {
			err = nil
		} else if err != nil {
			err = os.Rename(part, path)
		}
	}
	os.Remove(part)
	if err != nil {
		return fmt.Errorf("make sample library: %w", err)
	}
	return nil
}

func fillSample(ctx context.Context, path string, assets fs.FS, s *Scanner) error {
	lib, err := store.Open(ctx, path, store.Options{RulesVersion: s.Rules()})
	if err != nil {
		return err
	}
	if err := s.Load(); err != nil {
		return errors.Join(err, lib.Close())
	}
	from := func(ctx context.Context, fn ingest.Func) error {
		return ingest.FS(ctx, assets, sampleFolder, ingest.Options{}, fn)
	}
	summary, err := ImportFrom(ctx, lib, s, from, ImportOptions{}, nil)
	return errors.Join(err, errors.Join(summary.Errors...), lib.Close())
}

// Temporary makes a library of the articles of from in a folder that only this program uses, for questions about articles
// that are not to be kept. What could not be read is in the summary. close closes and deletes it.
func Temporary(ctx context.Context, s *Scanner, from Source, o ImportOptions) (lib *store.Library, summary Summary, close func() error, err error) {
	folder, err := os.MkdirTemp("", "entente-")
	if err != nil {
		return nil, summary, nil, fmt.Errorf("make temporary library: %w", err)
	}
	lib, err = store.Open(ctx, filepath.Join(folder, "articles"+Extension), store.Options{RulesVersion: s.Rules()})
	if err != nil {
		return nil, summary, nil, errors.Join(err, os.RemoveAll(folder))
	}
	close = func() error { return errors.Join(lib.Close(), os.RemoveAll(folder)) }
	if summary, err = ImportFrom(ctx, lib, s, from, o, nil); err != nil {
		return nil, summary, nil, errors.Join(err, close())
	}
	return lib, summary, close, nil
}
