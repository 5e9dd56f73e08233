package window

import (
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
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
	kinds                []string            // endings of a file to be written, without their dots; the first is offered
	more                 []fyne.CanvasObject // what else can be chosen: words and a field, again and again
	// final, where there is one, says in a sentence what is wrong with the path, or "", and gives the path that is written: what was
	// typed, with the ending of the chosen kind where it had none. A file that is there is replaced only when that is confirmed.
	final func(typed, kind string) (path, problem string)
	done  func(path string)
}

// pathDialog is a question that is asked.
type pathDialog struct {
	w       *Window
	q       pathQuestion
	dialog  *dialog.CustomDialog
	entry   *pathEntry
	kind    *widget.Select // of q.kinds; nil where there are none
	problem *widget.Label
	room    *fyne.Container // of problem
	yes     *widget.Button
	replace string // the file that was said to be there already, so that confirming again replaces it
}

// askPath shows the question. Enter confirms, Escape leaves.
func (w *Window) askPath(q pathQuestion) {
	p := &pathDialog{w: w, q: q, entry: newPathEntry(), problem: widget.NewLabel("")}
	p.problem.Importance, p.problem.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	p.room = container.New(column{520}, p.problem)
	p.room.Hide()
	p.entry.SetText(q.start)
	p.entry.OnChanged = func(string) {
		p.tell("", "")
		p.able()
		p.followEnding()
	}
	p.entry.OnSubmitted = func(string) { p.confirm() }
	p.entry.escaped = func() { p.dialog.Hide() }
	body := container.NewVBox(wrapped(w.say.Say(q.hint), 520), p.entry, p.room, p.choose())
	form := container.New(layout.NewFormLayout())
	if len(q.kinds) > 0 {
		p.kind = p.newKind()
		form.Add(widget.NewLabel(w.say.Say("export.kind")))
		form.Add(framed(p.kind))
	}
	for _, o := range q.more {
		form.Add(o)
	}
	body.Add(form)
	p.dialog = dialog.NewCustomWithoutButtons(w.say.Say(q.title), body, w.win)
	p.yes = widget.NewButton(w.say.Say(q.confirm), p.confirm)
	p.yes.Importance = widget.HighImportance
	p.able()
	p.dialog.SetButtons([]fyne.CanvasObject{widget.NewButton(w.say.Say("dialog.cancel"), p.dialog.Hide), p.yes})
	p.dialog.Show()
	w.win.Canvas().Focus(p.entry)
	p.entry.mark(q.offered())
	slog.Debug("asked for a path", "what", strings.TrimSuffix(q.title, ".title"))
}

// offered is the part of the start that the first letter typed replaces: the name of a file to be written, without its
// folder and ending, else all of it.
func (q pathQuestion) offered() (from, to int) {
	if q.save {
		return len(q.start) - len(filepath.Base(q.start)), len(q.start) - len(filepath.Ext(q.start))
	}
	return 0, len(q.start)
}

// newKind makes the list of kinds. Choosing one changes the ending of the name.
func (p *pathDialog) newKind() *widget.Select {
	var names []string
	for _, k := range p.q.kinds {
		names = append(names, p.w.say.Say("export.kind."+k))
	}
	kind := widget.NewSelect(names, nil)
	kind.SetSelectedIndex(0)
	kind.OnChanged = func(string) {
		if path := p.entry.Text; formatOf(path) != p.chosenKind() {
			p.entry.SetText(strings.TrimSuffix(path, p.ending(path)) + "." + p.chosenKind())
		}
	}
	return kind
}

// ending is what of a typed name is the ending of a kind, with its dot, or "".
func (p *pathDialog) ending(typed string) string {
	if slices.Contains(p.q.kinds, formatOf(typed)) {
		return filepath.Ext(typed)
	}
	return ""
}

// chosenKind is the kind that is chosen, "" where there are none.
func (p *pathDialog) chosenKind() string {
	if p.kind == nil {
		return ""
	}
	return p.q.kinds[max(0, p.kind.SelectedIndex())]
}

// followEnding chooses the kind whose ending was typed.
func (p *pathDialog) followEnding() {
	if at := slices.Index(p.q.kinds, formatOf(p.entry.Text)); p.kind != nil && at >= 0 && at != p.kind.SelectedIndex() {
		p.kind.SetSelectedIndex(at)
	}
}

// choose gives the buttons that lead to Fyne's dialogs. For a file to be written the folder alone is chosen: Fyne's own dialog
// for that empties the file of the name, or makes it, before anything was confirmed here.
func (p *pathDialog) choose() fyne.CanvasObject {
	row := container.NewHBox()
	if !p.q.save {
		row.Add(widget.NewButtonWithIcon(p.w.say.Say("path.file"), theme.FileIcon(), p.browse))
	}
	if p.q.save || p.q.folders {
		row.Add(widget.NewButtonWithIcon(p.w.say.Say("path.folder"), theme.FolderOpenIcon(), p.browseFolder))
	}
	return row
}

// confirm answers the question, unless there is something wrong with the path or it is that of a file which must not be lost
// by a slip.
func (p *pathDialog) confirm() {
	path := p.path()
	if path == "" {
		return
	}
	if p.q.final != nil {
		var problem string
		path, problem = p.q.final(path, p.chosenKind())
		replace := ""
		if problem == "" && p.q.save && !exists(filepath.Dir(path)) {
			problem = p.w.say.Say("error.file.nofolder", "file", filepath.Base(path))
		}
		if problem == "" && isFile(path) && path != p.replace {
			problem, replace = p.w.say.Say("export.exists", "file", filepath.Base(path)), path
		}
		if problem != "" {
			p.tell(problem, replace)
			p.w.win.Canvas().Focus(p.entry) // where another name is given
			return
		}
	}
	p.dialog.Hide()
	if p.q.save {
		p.w.settings.SetSaveFolder(filepath.Dir(path))
	} else {
		p.w.settings.SetFolder(folderOf(path))
	}
	p.q.done(path)
}

// path is what was typed as a whole path, "" for nothing. A name without its folder is one in the folder that was offered.
func (p *pathDialog) path() string {
	if p.q.save {
		return expand(p.entry.Text, filepath.Dir(p.q.start))
	}
	return expand(p.entry.Text, "")
}

// able lets the question be answered once there is a path.
func (p *pathDialog) able() {
	if p.path() == "" {
		p.yes.Disable()
	} else {
		p.yes.Enable()
	}
}

// folderOf gives the folder of a file, and a folder itself.
func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	return filepath.Dir(path)
}

// isFile says whether there is a file that could be lost: no folder, which is never replaced, and no device.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// tell shows what is wrong with the path, "" for nothing. replace is the file that confirming again replaces, or "".
func (p *pathDialog) tell(problem, replace string) {
	p.replace = replace
	p.problem.SetText(problem)
	shown(p.room, problem != "")
	key, importance := p.q.confirm, widget.HighImportance
	if replace != "" {
		key, importance = "export.replace", widget.DangerImportance
	}
	p.yes.Importance = importance
	p.yes.SetText(p.w.say.Say(key))
	p.dialog.Resize(p.dialog.MinSize())
}

// browse chooses a file in Fyne's dialog and writes its path into the field.
func (p *pathDialog) browse() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, _ error) {
		if f != nil {
			p.entry.SetText(f.URI().Path())
			f.Close() //nolint:errcheck // only its name was wanted
		}
	}, p.w.win)
	if len(p.q.extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(p.q.extensions))
	}
	d.SetConfirmText(p.w.say.Say("path.choose"))
	p.locate(d.SetLocation)
	d.Resize(fyne.NewSize(760, 520))
	d.Show()
}

// browseFolder chooses a folder, in which a file to be written keeps the name that the field has.
func (p *pathDialog) browseFolder() {
	d := dialog.NewFolderOpen(func(f fyne.ListableURI, _ error) {
		if f != nil {
			p.entry.SetText(p.q.within(f.Path(), p.entry.Text))
		}
	}, p.w.win)
	d.SetTitleText(p.w.say.Say("path.folder.title"))
	d.SetConfirmText(p.w.say.Say("path.folder.choose"))
	p.locate(d.SetLocation)
	d.Resize(fyne.NewSize(760, 520))
	d.Show()
}

// within gives the path for a folder that was chosen while this was typed.
func (q pathQuestion) within(folder, typed string) string {
	switch {
	case !q.save:
		return folder
	case typed == "":
		typed = q.start
	}
	return filepath.Join(folder, filepath.Base(typed))
}

// locate starts a file dialog where the last file of its kind was.
func (p *pathDialog) locate(set func(fyne.ListableURI)) {
	folder := p.w.folder()
	if p.q.save {
		folder = p.w.saveFolder()
	}
	if l, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
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
