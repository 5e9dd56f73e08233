package window

import (
	"context"
	"errors"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/job"
	"entente/data"
	"entente/data/ingest"
	"entente/data/store"
)

// reloadPause is how often the lists follow a running import.
const reloadPause = time.Second

// importFiles asks for a file or folder and imports it.
func (w *Window) importFiles() {
	w.askPath(pathQuestion{title: "import.title", hint: "import.hint", confirm: "import.confirm", folders: true,
		start: w.importFolder(), done: func(path string) { w.importPaths([]string{path}) }})
}

// importFolder is the folder used last; "" where that would be all the user has, which Enter would import by a slip.
func (w *Window) importFolder() string {
	last, separator := w.settings.Folder(), string(filepath.Separator)
	home, err := os.UserHomeDir()
	if !exists(last) || last == separator || err == nil && strings.HasPrefix(home+separator, last+separator) {
		return ""
	}
	return last + separator
}

// dropped imports the files and folders that were dropped on the window. A library is opened instead, and what a picture shows
// is shown again.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	switch {
	case len(paths) == 1 && filepath.Ext(paths[0]) == app.Extension:
		w.openPath(paths[0])
	case len(paths) == 1 && isPicture(paths[0]):
		w.reopen(paths[0])
	case len(paths) > 0:
		w.importPaths(paths)
	}
}

// pasteArticle makes an article of the text in the clipboard. Files that were copied there are imported.
func (w *Window) pasteArticle() {
	text := w.o.App.Clipboard().Content()
	if paths := copiedFiles(text); len(paths) > 0 {
		w.importPaths(paths)
		return
	}
	article, err := ingest.Paste(text, ingest.Options{})
	if err != nil {
		w.tell(w.say.Say("paste.title"), w.say.Say("paste.nothing"))
		return
	}
	if article.Source == "" {
		article.Source = w.say.Say("paste.source")
	}
	w.importFrom(func(_ context.Context, fn ingest.Func) error { return fn(article, nil) }, nil)
}

// copiedFiles gives the files that a text names, a path or an address of a file on each line; nil where it says anything else.
func copiedFiles(text string) (paths []string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if address, err := url.Parse(line); err == nil && address.Scheme == "file" {
			line = filepath.FromSlash(address.Path)
		}
		switch {
		case line == "":
		case !filepath.IsAbs(line) || !exists(line):
			return nil
		default:
			paths = append(paths, line)
		}
	}
	return paths
}

func (w *Window) importPaths(paths []string) { w.importFrom(nil, paths) }

// importFrom imports from paths, or where there are none from a source, in a job that can be cancelled; the lists follow
// it as it goes.
func (w *Window) importFrom(from app.Source, paths []string) {
	lib, scanner := w.library(), w.scanner
	switch {
	case lib == nil || scanner == nil:
		return
	case lib.ReadOnly():
		w.tell(w.say.Say("import.title"), w.whyReadOnly())
		return
	case w.running != nil:
		w.tell(w.say.Say("import.title"), w.say.Say("import.busy"))
		return
	}
	slog.Debug("import begins", "paths", paths)
	var summary app.Summary
	skipped := &ingest.Skipped{}
	work := func(ctx context.Context, report func(job.Progress)) (err error) {
		if err := scanner.Load(); err != nil {
			return err
		}
		progress := func(p app.Progress) {
			report(job.Progress{Done: int64(p.Done), Total: int64(p.Total), Note: p.Current})
		}
		if paths != nil {
			summary, err = app.Import(ctx, lib, scanner, paths, app.ImportOptions{Ingest: ingest.Options{Skipped: skipped}}, progress)
		} else {
			summary, err = app.ImportFrom(ctx, lib, scanner, from, app.ImportOptions{}, progress)
		}
		return errors.Join(err, lib.Came(context.WithoutCancel(ctx), summary.Articles)) // what came before it was cancelled, too
	}
	follow := w.follow(lib)
	w.status.progress(w.say.Say("import.running"), job.Progress{})
	w.running = w.jobs.Start(work, job.Watch{
		Progress: func(p job.Progress) {
			w.status.progress(w.say.Say("import.progress", "file", filepath.Base(p.Note)), p)
			follow()
		},
		End: func(o job.Outcome, err error) { w.imported(lib, o, err, summary, skipped) },
	})
}

// follow gives a function that shows what a running job has changed in a library, not too often.
func (w *Window) follow(lib *store.Library) func() {
	shown := time.Now()
	return func() {
		if time.Since(shown) > reloadPause && w.library() == lib {
			shown = time.Now()
			w.session.Reload()
		}
	}
}

// cancelJob gives up what is under way.
func (w *Window) cancelJob() {
	if w.running != nil {
		w.running.Cancel()
	}
}

// imported shows what came of an import.
func (w *Window) imported(lib *store.Library, o job.Outcome, err error, s app.Summary, skipped *ingest.Skipped) {
	w.running = nil
	w.status.idle()
	slog.Debug("import done", "outcome", o, "added", s.Added, "duplicates", s.Duplicates, "failed", s.Failed, "skipped", skipped.Files(), "error", err)
	if w.library() != lib {
		return // it was closed meanwhile
	}
	w.session.Reload()
	if home, _ := app.DefaultLibrary(); s.Added > 0 && lib.Path() == home {
		w.notice.hide() // the library is no longer the sample that the line tells of
		w.settings.SetWelcomed(true)
	}
	if err != nil && !cancelled(err) {
		w.fail(err)
		return
	}
	lines := []string{w.say.Count("import.added", s.Added)}
	if s.Duplicates > 0 {
		lines = append(lines, w.say.Count("import.duplicates", s.Duplicates))
	}
	if n := skipped.Files(); n > 0 {
		lines = append(lines, w.say.Count("import.skipped", n, "kinds", skipped))
	}
	if o == job.Cancelled {
		lines = append(lines, w.say.Say("import.cancelled"))
	}
	switch {
	case s.Failed > 0:
		lines = append(lines, w.say.Count("import.failed", s.Failed))
		w.showSummary(w.say.Say("import.title"), strings.Join(lines, "\n"), s.Errors, w.afterArrival(s.Added > 0)...)
	case s.Added+s.Duplicates == 0 && skipped.Files() > 0:
		w.tell(w.say.Say("import.title"), strings.Join(append(lines, w.say.Say("import.kinds")), "\n"))
	case s.Added == 0:
		w.toast.show(strings.Join(lines, " "))
	default:
		if s.Added == 1 {
			w.session.Go(app.Route{Article: s.Articles[0].First})
		}
		w.toast.show(strings.Join(lines, " "), w.afterArrival(s.Added > 0)...)
	}
}

// afterArrival offers to take back what came, if anything did, and to show it where a filter may hide it.
func (w *Window) afterArrival(came bool) (offers []offer) {
	if came {
		offers = []offer{{w.say.Say("menu.undo"), w.undoImport}}
		if f := w.session.Filter(); !f.Empty() {
			offers = append(offers, offer{w.say.Say("menu.clear"), w.clearFilter})
		}
	}
	return offers
}

// showSummary lists the files that failed, each with the reason, over a button for each of the offers.
func (w *Window) showSummary(title, text string, errs []error, offers ...offer) {
	list := widget.NewList(func() int { return len(errs) }, func() fyne.CanvasObject {
		name, reason := heading(""), caption("")
		name.Truncation, reason.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
		return container.New(tight{}, name, reason)
	}, func(id widget.ListItemID, o fyne.CanvasObject) {
		labels := o.(*fyne.Container).Objects
		name, reason := w.fileAndReason(errs[id])
		labels[0].(*widget.Label).SetText(name)
		labels[1].(*widget.Label).SetText(reason)
	})
	frame := container.New(atLeastTall{240}, list)
	d := w.message(title, container.NewBorder(wrapped(text, 560), nil, nil, nil, frame))
	var buttons []fyne.CanvasObject
	for _, o := range offers {
		buttons = append(buttons, widget.NewButton(o.label, func() {
			d.Hide()
			o.do()
		}))
	}
	d.SetButtons(append(buttons, widget.NewButton(w.say.Say("dialog.close"), d.Hide)))
}

// atLeastTall gives its object a height of at least so much.
type atLeastTall struct{ height float32 }

func (a atLeastTall) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (a atLeastTall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return fyne.NewSize(m.Width, max(a.height, m.Height))
}

// fileAndReason splits an error about a file.
func (w *Window) fileAndReason(err error) (file, reason string) {
	var input *data.InputError
	if errors.As(err, &input) {
		file, reason = filepath.Base(input.Path), w.reasons.Say(input.Reason)
		if input.Line > 0 {
			reason = w.say.Say("import.line", "line", w.say.Number(input.Line), "reason", reason)
		}
		return file, reason
	}
	return w.say.Say("import.file"), w.explain(err)
}
