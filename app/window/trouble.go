package window

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"entente/app/export"
)

// troubles are what systems say against reading or writing a file, with the sentences that say it to people.
var troubles = []struct {
	err error
	key string
}{
	{export.ErrFolder, "error.file.folder"},
	{export.ErrNoFolder, "error.file.nofolder"},
	{fs.ErrNotExist, "error.file.missing"},
	{fs.ErrPermission, "error.file.permission"},
	{syscall.EROFS, "error.file.locked"},
	{syscall.ENOSPC, "error.full"},
}

// trouble gives the sentence for what a system says of a file, and the file's name; "" for other errors.
func trouble(err error) (key, file string) {
	var written *export.FileError
	var system *fs.PathError
	switch {
	case errors.As(err, &written):
		file = filepath.Base(written.Path)
	case errors.As(err, &system):
		file = filepath.Base(system.Path)
	default:
		return "", ""
	}
	for _, t := range troubles {
		if errors.Is(err, t.err) {
			return t.key, file
		}
	}
	return "", ""
}
