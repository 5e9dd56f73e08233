package window

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"entente/app/export"
	"entente/app/job"
	"entente/app/proof"
	"entente/app/scene"
	"entente/data"
	"entente/data/store"
)

// The size of a picture that is exported, in units, and its pixels for each: 4K.
const (
	pictureWidth, pictureHeight = 1920, 1080
	pictureScale                = 2

	mapHeight = 900 // of a map of the whole world in the picture: what title and notes leave

	// A briefing's picture is as wide as the text of a page, 16 cm, where 1920 units would leave letters of 2 points.
	pageWidth, pageHeight = 860, 540
	pageScale             = 3
)

// exportMap writes the map as it is seen to a file: png, unless the name asks for another format that there is.
func (w *Window) exportMap() {
	w.askPath(pathQuestion{title: "export.map.title", hint: "export.map.hint", confirm: "export.confirm", save: true,
		start: filepath.Join(w.saveFolder(), w.say.Say("export.map.name")+".png"),
		kinds: proof.PictureFormats,
		final: func(path, kind string) (string, string) {
			if !slices.Contains(proof.PictureFormats, formatOf(path)) {
				path += "." + kind
			}
			return path, ""
		},
		done: func(path string) {
			format := formatOf(path)
			lib, f, whole := w.library(), w.session.Filter(), w.mapPane.view.Fitted()
			w.export(path, func(ctx context.Context, out io.Writer, in scene.SnapshotInput) error {
				set, err := w.gather(ctx, lib, f)
				if err != nil {
					return err
				}
				in = proof.Figure(in, set, w.say)
				evidence, err := w.evidence(proof.Snapshot, set, in)
				if err != nil {
					return err
				}
				evidence.View.Keep(f, in.Selected.Pair, in.Selected.Country)
				if whole {
					evidence.View.Region = proof.World
				}
				return w.mapTo(out, in, format, evidence)
			})
		}})
}

// formatOf is the ending of a file's name in small letters, without its dot.
func formatOf(path string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
}

// withKind gives a path the ending of a kind where it has none.
func withKind(path, kind string) string {
	if filepath.Ext(path) == "" {
		return path + "." + kind
	}
	return path
}

// export writes a file in a job. What is exported is what was seen when it was asked for.
func (w *Window) export(path string, write func(context.Context, io.Writer, scene.SnapshotInput) error) {
	if w.running != nil {
		w.tell(w.say.Say("export.title"), w.say.Say("import.busy"))
		return
	}
	in := w.snapshot()
	began := time.Now()
	w.status.progress(w.say.Say("export.running", "file", filepath.Base(path)), job.Progress{})
	w.running = w.jobs.Start(func(ctx context.Context, _ func(job.Progress)) error {
		return export.File(path, func(out io.Writer) error { return write(ctx, out, in) })
	}, job.Watch{End: func(o job.Outcome, err error) {
		w.running = nil
		w.status.idle()
		slog.Debug("exported", "file", path, "outcome", o, "ms", time.Since(began).Milliseconds(), "error", err)
		switch {
		case err != nil:
			w.fail(err)
		case o == job.Done:
			w.toast.show(w.say.Say("export.done", "file", shortPath(path)), w.openers(path)...)
		}
	}})
}

// openers offer to show a file that was written, where the system has programs for that.
func (w *Window) openers(path string) []offer {
	if w.o.Open == nil {
		return nil
	}
	open := func(what string) func() {
		return func() {
			slog.Debug("opened outside", "path", what)
			if err := w.o.Open(what); err != nil {
				slog.Error("open outside", "path", what, "error", err)
				w.tell(w.say.Say("export.title"), w.say.Say("export.closed", "file", shortPath(path)))
			}
		}
	}
	return []offer{{w.say.Say("export.open"), open(path)}, {w.say.Say("export.folder"), open(filepath.Dir(path))}}
}

// snapshot collects what the picture shows: the map as it is seen, and its title. proof.Figure adds what the evidence tells.
func (w *Window) snapshot() scene.SnapshotInput {
	in := scene.SnapshotInput{Input: w.mapPane.view.Snapshot(), FigureWidth: pictureWidth, FigureHeight: pictureHeight,
		Title: w.say.Say("export.map.of", "library", w.libraryName(w.session.Library()))}
	in.Scale = pictureScale
	if w.mapPane.view.Fitted() { // the whole map, as large as the picture allows
		in.Width, in.Height = pictureWidth, mapHeight
		in.View = in.View.FitAll(in.Width, in.Height, 0)
	}
	return in
}

// gather reads what a filter takes of a library.
func (w *Window) gather(ctx context.Context, lib *store.Library, f data.Filter) (*export.Set, error) {
	set, err := export.Gather(ctx, lib, f, w.scanner.Gazetteer(), w.say)
	if err != nil {
		return nil, err
	}
	set.Made = time.Now()
	return set, nil
}

// evidence is what a file carries for checking; see app/proof.
func (w *Window) evidence(kind string, set *export.Set, in scene.SnapshotInput) (*proof.Record, error) {
	r, err := proof.Of(kind, set, &proof.View{View: in.View, Theme: in.Theme.Name}, "Entente "+w.o.Version)
	if err == nil {
		r.Title = in.Title
	}
	return r, err
}

// mapTo draws with a builder of its own, because the window's belongs to the window's goroutine.
func (w *Window) mapTo(out io.Writer, in scene.SnapshotInput, format string, evidence *proof.Record) error {
	picture := scene.New(w.world, w.fonts).Snapshot(in)
	return proof.Picture{Width: int(in.FigureWidth * in.Scale), Height: int(in.FigureHeight * in.Scale), Scale: in.Scale, Title: in.Title,
		Program: "Entente " + w.o.Version, Made: time.Now(), Fonts: w.fonts, Paint: picture.Draw}.Write(out, format, evidence)
}
