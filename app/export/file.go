package export

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// Why a file cannot be written.
var (
	ErrFolder   = errors.New("it is a folder")
	ErrNoFolder = errors.New("the folder does not exist")
)

// FileError says of a file why it was not written.
type FileError struct {
	Path string
	Err  error
}

// Error gives the action, the file and the cause.
func (e *FileError) Error() string { return "write " + e.Path + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *FileError) Unwrap() error { return e.Err }

// File writes a file whole or not at all: under a temporary name beside it, synced, then renamed. What was there before
// stays until then, and keeps its permissions. A folder is never replaced; a device or a pipe is written to directly.
// What goes wrong is a *FileError.
func File(path string, write func(io.Writer) error) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &FileError{path, ErrFolder}
	case err == nil && !info.Mode().IsRegular():
		return direct(path, write)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return &FileError{path, cause(err)}
	}
	target := path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		// Replace what a link points to, not the link.
		target = real
	}
	f, err := temporary(target)
	if err != nil {
		return &FileError{path, cause(err)}
	}
	if info != nil {
		_ = f.Chmod(info.Mode().Perm())
	}
	if err := fill(f, write); err != nil {
		os.Remove(f.Name())
		return &FileError{path, cause(err)}
	}
	if err := os.Rename(f.Name(), target); err != nil {
		os.Remove(f.Name())
		return &FileError{path, cause(err)}
	}
	return nil
}

// direct writes to something that cannot be renamed over.
func direct(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return &FileError{path, cause(err)}
	}
	err = write(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return &FileError{path, cause(err)}
	}
	return nil
}

// temporary makes a new file beside target. Unlike os.CreateTemp's its permissions are those of any new file.
func temporary(target string) (*os.File, error) {
	folder, name := filepath.Split(target)
	for i := 0; ; i++ {
		path := filepath.Join(folder, "."+name+".part"+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(i))
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// fill writes, syncs and closes f.
func fill(f *os.File, write func(io.Writer) error) error {
	buffered := bufio.NewWriterSize(f, 1<<16)
	err := write(buffered)
	for _, step := range []func() error{buffered.Flush, f.Sync, f.Close} {
		if failed := step(); err == nil {
			err = failed
		}
	}
	return err
}

// cause leaves out the temporary name and the system call, which tell a user nothing.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrNoFolder
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
