package window

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entente/app"
	"entente/app/proof"
	"entente/data"
	"entente/data/store"
)

// pictureExtensions are how the names of such pictures end.
func pictureExtensions() (all []string) {
	for _, f := range proof.PictureFormats {
		all = append(all, "."+f)
	}
	return all
}

// isPicture says whether a file's name is that of a picture that Entente exports.
func isPicture(path string) bool {
	return slices.Contains(proof.PictureFormats, strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), "."))
}

// reopened is what was read of a picture.
type reopened struct {
	report *proof.Report
	filter data.Filter
}

// reopen shows again what a picture made by Entente shows: its projection and place, its filter, what stood out.
func (w *Window) reopen(path string) {
	lib := w.library()
	w.status.working(w.say.Say("reopen.running", "file", filepath.Base(path)))
	w.o.Spawn(func() {
		r, err := readPicture(background(), path, lib)
		w.o.Post(func() {
			w.status.idle()
			slog.Debug("picture read", "file", path, "error", err)
			switch {
			case w.library() != lib: // another was opened meanwhile
			case errors.Is(err, proof.ErrNone) && strings.EqualFold(filepath.Ext(path), ".pdf"): // an article
				w.importPaths([]string{path})
			case err != nil:
				w.tell(w.say.Say("reopen.title"), w.explainPicture(path, err))
			default:
				w.showAgain(path, r)
			}
		})
	})
}

// readPicture reads the evidence of a picture and holds it against a library, which may be nil.
func readPicture(ctx context.Context, path string, lib *store.Library) (r reopened, err error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return r, fmt.Errorf("read picture: %w", err)
	}
	var texts proof.Texts
	if lib != nil {
		texts = lib
	}
	if r.report, err = proof.Verify(ctx, file, texts); err != nil {
		return r, fmt.Errorf("read picture %s: %w", path, err)
	}
	view := r.report.Record.View
	if view == nil {
		return r, fmt.Errorf("read picture %s: %w", path, proof.ErrNone)
	}
	var chosen bool
	if r.filter, chosen = view.Conditions(); chosen && lib != nil {
		r.filter.Articles, err = find(ctx, lib, r.report.Record.Articles)
	}
	return r, err
}

// find gives the library's articles with the texts of those that a record lists.
func find(ctx context.Context, lib *store.Library, listed []proof.Article) (ids []int64, err error) {
	for i := range listed {
		a, err := lib.Find(ctx, listed[i].Hash)
		switch {
		case errors.Is(err, data.ErrNotFound):
		case err != nil:
			return nil, err
		default:
			ids = append(ids, a.ID)
		}
	}
	return ids, nil
}

// showAgain shows what was read of a picture, and says how much of its evidence the library has.
func (w *Window) showAgain(path string, r reopened) {
	record := r.report.Record
	have, all := r.report.InLibrary, record.Passages()
	if have > 0 || all == 0 {
		w.setFilter(r.filter)
		w.session.Go(routeOf(record.View))
	}
	w.mapPane.view.Reopen(record.View.View, record.View.Region == proof.World)
	w.mapPane.follow()
	file := filepath.Base(path)
	switch {
	case len(r.report.Problems) > 0:
		w.tell(w.say.Say("reopen.title"), w.say.Say("reopen.changed", "file", file))
	case w.library() == nil:
		w.tell(w.say.Say("reopen.title"), w.say.Say("reopen.nolibrary", "file", file))
	case have == 0 && all > 0:
		w.tell(w.say.Say("reopen.title"), w.say.Say("reopen.none", "file", file))
	case have < all:
		w.tell(w.say.Say("reopen.title"), w.say.Count("reopen.part", all-have, "file", file, "all", w.say.Number(all)))
	default:
		w.toast.show(w.say.Say("reopen.done", "file", file))
	}
}

// routeOf is what stands out in a view.
func routeOf(v *proof.View) app.Route {
	if v.Pair != nil {
		return app.Route{Pair: *v.Pair}
	}
	return app.Route{Country: v.Country}
}

// explainPicture says why a picture gives no view.
func (w *Window) explainPicture(path string, err error) string {
	key := ""
	switch {
	case errors.Is(err, proof.ErrNone):
		key = "reopen.noevidence"
	case errors.Is(err, data.ErrNewer):
		key = "reopen.newer"
	case errors.Is(err, data.ErrInvalid):
		key = "reopen.broken"
	default:
		return w.explain(err)
	}
	return w.say.Say(key, "file", filepath.Base(path))
}
