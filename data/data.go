// Package data is Entente's vocabulary: articles, the countries they mention, and the ties that their words state.
//
// It holds plain values and their rules. It does not read files (data/ingest), find anything (data/mention, data/tie),
// store anything (data/store) or draw anything. Every position is a byte offset into Article.Text, end exclusive, on a
// rune edge; the command line alone converts to code points, when it prints. Values are safe to share between
// goroutines as long as nobody changes them.
package data

import (
	"errors"
	"fmt"
)

// Errors that callers tell apart with errors.Is. Every other error is unexpected.
var (
	// ErrNotFound says that the thing asked for is not in the library.
	ErrNotFound = errors.New("not found")
	// ErrInvalid says that a value breaks the rules of its type.
	ErrInvalid = errors.New("invalid")
	// ErrReadOnly says that the library cannot be written to.
	ErrReadOnly = errors.New("library is read-only")
	// ErrNotLibrary says that a file is not an Entente library.
	ErrNotLibrary = errors.New("not an Entente library")
	// ErrDamaged says that a library fails its integrity check.
	ErrDamaged = errors.New("library is damaged")
	// ErrNewer says that a library was written by a newer Entente.
	ErrNewer = errors.New("library is from a newer version of Entente")
	// ErrBusy says that another program holds the library.
	ErrBusy = errors.New("library is in use by another program")
)

// InputError says that a file could not be used, and why, in words for people.
type InputError struct {
	Path   string // as the user gave it
	Line   int    // 1-based, 0 when no line is to blame
	Reason string // lower case, no full stop
	Err    error  // the cause, or nil
}

// Error gives "PATH: REASON" or "PATH:LINE: REASON".
func (e *InputError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Reason)
	}
	return e.Path + ": " + e.Reason
}

// Unwrap gives the cause.
func (e *InputError) Unwrap() error { return e.Err }
