package window

import (
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// pathQuestion asks for a file or folder: its path can be typed, or chosen in Fyne's own dialog. title, hint and confirm
// are keys of sentences.
type pathQuestion struct {
	title, hint, confirm string
	start                string // what stands in the field first
	save                 bool   // a file to be written
	folders              bool   // folders may be chosen too
	extensions           []string
	done                 func(path string)
}

// askPath shows the question. Enter confirms, Escape leaves.
func (w *Window) askPath(q pathQuestion) {
	entry := newPathEntry()
	entry.SetText(q.start)
	entry.CursorColumn = len([]rune(q.start))
	var d *dialog.CustomDialog
	confirm := func() {
		path := expand(entry.Text)
		if path == "" {
			return
		}
		d.Hide()
		w.settings.SetFolder(filepath.Dir(path))
		q.done(path)
	}
	entry.OnSubmitted = func(string) { confirm() }
	entry.escaped = func() { d.Hide() }
	choose := []fyne.CanvasObject{widget.NewButtonWithIcon(w.say.Say("path.file"), theme.FileIcon(), func() { w.browse(q, entry) })}
	if q.folders {
		choose = append(choose, widget.NewButtonWithIcon(w.say.Say("path.folder"), theme.FolderOpenIcon(), func() { w.browseFolder(entry) }))
	}
	body := container.NewVBox(wrapped(w.say.Say(q.hint), 520), entry, container.NewHBox(choose...))
	d = dialog.NewCustomWithoutButtons(w.say.Say(q.title), body, w.win)
	yes := widget.NewButton(w.say.Say(q.confirm), confirm)
	yes.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(w.say.Say("dialog.cancel"), d.Hide), yes})
	d.Show()
	w.win.Canvas().Focus(entry)
	slog.Debug("asked for a path", "what", strings.TrimSuffix(q.title, ".title"))
}

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

// expand makes a typed path absolute: ~ is the home folder, and a file URL is its path.
func expand(typed string) string {
	path := strings.TrimSpace(typed)
	if path == "" {
		return ""
	}
	path = strings.TrimPrefix(path, "file://")
	if home, err := os.UserHomeDir(); err == nil && (path == "~" || strings.HasPrefix(path, "~"+string(filepath.Separator))) {
		path = home + path[1:]
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// browse chooses a file in Fyne's dialog and writes its path into the field.
func (w *Window) browse(q pathQuestion, entry *pathEntry) {
	var d *dialog.FileDialog
	if q.save {
		d = dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
			if f != nil {
				entry.SetText(f.URI().Path())
				f.Close() //nolint:errcheck // only its name was wanted
			}
		}, w.win)
		d.SetFileName(filepath.Base(q.start))
	} else {
		d = dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
			if f != nil {
				entry.SetText(f.URI().Path())
				f.Close() //nolint:errcheck // only its name was wanted
			}
		}, w.win)
	}
	if len(q.extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(q.extensions))
	}
	w.locate(d.SetLocation)
	d.Resize(fyne.NewSize(760, 520))
	d.Show()
}

func (w *Window) browseFolder(entry *pathEntry) {
	d := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		if f != nil {
			entry.SetText(f.Path())
		}
	}, w.win)
	w.locate(d.SetLocation)
	d.Resize(fyne.NewSize(760, 520))
	d.Show()
}

// locate starts a file dialog where the last file was.
func (w *Window) locate(set func(fyne.ListableURI)) {
	if l, err := storage.ListerForURI(storage.NewFileURI(w.folder())); err == nil {
		set(l)
	}
}

// showShortcuts lists all actions that have a shortcut, and the keys of the map.
func (w *Window) showShortcuts() {
	grid := container.NewGridWithColumns(2)
	add := func(what, keys string) {
		k := widget.NewLabelWithStyle(keys, fyne.TextAlignLeading, fyne.TextStyle{Monospace: true})
		grid.Add(container.New(dense{}, widget.NewLabel(what)))
		grid.Add(container.New(dense{}, k))
	}
	for _, m := range menus {
		for _, id := range m.actions {
			if a := w.actions[id]; a != nil && a.keys() != "" {
				add(w.say.Say("menu."+id), a.keys())
			}
		}
	}
	for _, id := range []string{"help", "pan", "zoom", "fit", "region", "globe", "ties", "partners", "turn", "walk", "open", "clear", "play", "bars", "cells"} {
		add(w.say.Say("keys."+id), w.say.Say("keys."+id+".keys"))
	}
	scroll := container.NewVScroll(grid)
	scroll.SetMinSize(fyne.NewSize(560, min(520, w.win.Canvas().Size().Height-180)))
	w.message(w.say.Say("menu.shortcuts"), scroll)
}

// showAbout tells what the program is, and credits those whose data it carries.
func (w *Window) showAbout() {
	notice, err := fs.ReadFile(w.o.Assets, "notice.txt")
	if err != nil {
		notice = []byte(w.explain(err))
	}
	credits := widget.NewLabel(string(notice))
	credits.Wrapping = fyne.TextWrapWord
	credits.SizeName = theme.SizeNameCaptionText
	scroll := container.NewVScroll(credits)
	scroll.SetMinSize(fyne.NewSize(560, min(360, w.win.Canvas().Size().Height-320)))
	head := widget.NewLabel(w.say.Say("about.text", "version", w.o.Version))
	head.Wrapping = fyne.TextWrapWord
	picture := widget.NewIcon(icon(w.o.Assets))
	top := container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(72, 72), picture), nil, head)
	w.message(w.say.Say("menu.about"), container.NewBorder(top, nil, nil, nil, scroll))
}
