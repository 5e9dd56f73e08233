package window

import (
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pathEntry is a field for a path that leaves its dialog on Escape.
type pathEntry struct {
	widget.Entry
	escaped func()
}

func newPathEntry() *pathEntry {
	e := &pathEntry{}
	e.ExtendBaseWidget(e)
	e.Scroll = fyne.ScrollHorizontalOnly
	return e
}

// TypedKey is part of fyne.Focusable.
func (e *pathEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.escaped()
		return
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut puts a whole path that is pasted in the place of all that stands there, even where only the name is selected.
func (e *pathEntry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && filepath.IsAbs(strings.TrimSpace(paste.Clipboard.Content())) {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	e.Entry.TypedShortcut(s)
}

// mark selects bytes from and up to, as Shift with the arrows does; Fyne has no other way but for all of a text.
func (e *pathEntry) mark(from, to int) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	e.CursorColumn = utf8.RuneCountInString(e.Text[:from])
	e.KeyDown(shift)
	for range utf8.RuneCountInString(e.Text[from:to]) {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	e.KeyUp(shift)
}

// expand makes a typed path absolute: ~ is the home folder, a file URL is its path, and a bare name is in the folder, unless
// that is "".
func expand(typed, folder string) string {
	path := strings.TrimSpace(typed)
	if path == "" {
		return ""
	}
	path = strings.TrimPrefix(path, "file://")
	if home, err := os.UserHomeDir(); err == nil && (path == "~" || strings.HasPrefix(path, "~"+string(filepath.Separator))) {
		path = home + path[1:]
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
