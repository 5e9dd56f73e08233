package window

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"entente/app"
	"entente/data"
	"entente/data/store"
	"entente/geo/proj"
)

// firstLibrary is the path of the library that the program was started with, else the one that was open last, else "" for
// the default one.
func (w *Window) firstLibrary() string {
	if last := w.settings.LastLibrary(); w.o.Library == "" && exists(last) {
		return last
	}
	return w.o.Library
}

func exists(path string) bool {
	if path == "" {
		return false
	}
	_, err := os.Stat(path)
	return err == nil
}

// openPath opens a library beside the window; "" is the default one. Where a library cannot be opened the one before
// stays.
func (w *Window) openPath(path string) {
	w.status.working(w.say.Say("status.opening"))
	scanner := w.scanner
	w.o.Spawn(func() {
		lib, err := w.open(path, scanner)
		var listing app.Listing
		if err == nil {
			listing = app.List(background(), lib)
		}
		w.o.Post(func() {
			w.status.idle()
			w.opened(path, lib, listing, err)
		})
	})
}

// open opens a library; "" is the default one, which is made with the sample articles where it is not there yet.
func (w *Window) open(path string, scanner *app.Scanner) (*store.Library, error) {
	o := store.Options{RulesVersion: scanner.Rules()}
	if path == "" {
		return app.OpenDefault(background(), w.o.Assets, scanner, o)
	}
	if path == w.o.Library && !exists(path) { // a slip of the pen makes no library; the menu makes new ones
		return nil, fmt.Errorf("open library %s: %w", path, fs.ErrNotExist)
	}
	return store.Open(background(), path, o)
}

// opened shows a library, or says why it could not be opened. A window that has none, and was not started for that one,
// then shows the default one.
func (w *Window) opened(path string, lib *store.Library, listing app.Listing, err error) {
	if err == nil {
		slog.Debug("library opened", "path", lib.Path())
		w.use(lib, listing)
		return
	}
	slog.Error("open library", "path", path, "error", err)
	w.settings.ForgetLibrary(path)
	w.tell(w.say.Say("open.failed"), w.explainOpen(path, err))
	switch {
	case w.session.Library() != nil:
	case path != "" && path != w.o.Library:
		w.openPath("")
	default:
		w.mapPane.showEmpty(true)
	}
}

// use shows a library and closes the one before.
func (w *Window) use(lib *store.Library, listing app.Listing) {
	w.remember()
	w.settings.SetLibrary(lib.Path())
	lib.SetWho(w.who())
	j := w.running // belongs to the library before
	if j != nil {
		j.Cancel()
	}
	if before := w.session.SetListed(lib, listing); before != nil {
		w.o.Spawn(func() {
			if j != nil {
				j.Wait()
			}
			if err := before.Close(); err != nil {
				slog.Error("close library", "error", err)
			}
		})
	}
	w.restore(lib)
	w.learn(lib)
}

// showLibrary brings the title, the notice and the menu of recent libraries up to date.
func (w *Window) showLibrary() {
	lib := w.session.Library()
	w.notice.hide()
	if lib == nil {
		w.win.SetTitle("Entente")
		return
	}
	w.win.SetTitle(w.say.Say("window.title", "library", w.libraryName(lib)))
	w.refreshRecent()
	w.showViews()
	home, _ := app.DefaultLibrary()
	switch {
	case lib.ReadOnly():
		w.notice.show(w.whyReadOnly(), nil)
	case !w.settings.Welcomed() && lib.Path() == home:
		w.showStart()
	}
}

// whyReadOnly says why the library cannot be changed and what to do.
func (w *Window) whyReadOnly() string {
	why := w.library().Refusal()
	switch {
	case errors.Is(why, data.ErrNewer):
		return w.say.Say("readonly.newer")
	case errors.Is(why, data.ErrBusy):
		return w.say.Say("readonly.busy")
	}
	return w.say.Say("readonly.protected")
}

// showStart tells what the sample library is and how to import one's own articles.
func (w *Window) showStart() {
	w.notice.show(w.say.Say("start.line"), func() { w.settings.SetWelcomed(true) })
}

func (w *Window) refreshRecent() {
	a := w.actions["recent"]
	a.item.ChildMenu.Items = w.recentItems()
	w.win.MainMenu().Refresh()
}

func (w *Window) recentItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, path := range w.settings.Recent() {
		items = append(items, fyne.NewMenuItem(shortPath(path), func() { w.openPath(path) }))
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem(w.say.Say("recent.none"), nil)
		none.Disabled = true
		items = append(items, none)
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.say.Say("recent.default"), func() { w.openPath("") }))
	return items
}

// shortPath writes the home folder as ~.
func shortPath(path string) string {
	if home, err := os.UserHomeDir(); err == nil && strings.HasPrefix(path, home+string(filepath.Separator)) {
		return "~" + path[len(home):]
	}
	return path
}

// newLibrary asks where to make an empty library.
func (w *Window) newLibrary() {
	w.askPath(pathQuestion{title: "new.title", hint: "new.hint", confirm: "new.confirm", save: true,
		start: filepath.Join(w.saveFolder(), w.say.Say("new.name")+app.Extension),
		done: func(path string) {
			if filepath.Ext(path) == "" {
				path += app.Extension
			}
			if exists(path) {
				w.tell(w.say.Say("new.title"), w.say.Say("new.exists", "file", path))
				return
			}
			w.openPath(path)
		}})
}

// openLibrary asks which library to open.
func (w *Window) openLibrary() {
	w.askPath(pathQuestion{title: "open.title", hint: "open.hint", confirm: "open.confirm", extensions: append([]string{app.Extension}, pictureExtensions()...),
		start: w.folder() + string(filepath.Separator),
		done: func(path string) {
			if !exists(path) {
				w.tell(w.say.Say("open.failed"), w.say.Say("open.missing", "file", path))
				return
			}
			if isPicture(path) {
				w.reopen(path)
				return
			}
			w.openPath(path)
		}})
}

// folder is where to look for files first: where the last one was, or the user's home.
func (w *Window) folder() string { return orHome(w.settings.Folder()) }

// saveFolder is where to write files first: where the last one was written, or the user's home. It is not where articles
// were imported from, because that folder is imported again when articles have come to it.
func (w *Window) saveFolder() string { return orHome(w.settings.SaveFolder()) }

// orHome is a folder, or the user's home where there is no such folder.
func orHome(folder string) string {
	if exists(folder) {
		return folder
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	return home
}

// checkLibrary has the library check itself.
func (w *Window) checkLibrary() {
	lib := w.library()
	if lib == nil {
		return
	}
	w.status.working(w.say.Say("check.running"))
	w.o.Spawn(func() {
		problems, err := lib.Check(background())
		w.o.Post(func() {
			w.status.idle()
			slog.Debug("library checked", "problems", len(problems), "error", err)
			switch {
			case err != nil:
				w.tell(w.say.Say("check.title"), w.explain(err))
			case len(problems) > 0:
				w.tell(w.say.Say("check.title"), w.say.Count("check.bad", len(problems), "file", lib.Path(), "first", problems[0]))
			default:
				w.tell(w.say.Say("check.title"), w.say.Say("check.good", "file", lib.Path()))
			}
		})
	})
}

// saved is a view as it is kept with its library.
type saved struct {
	View    proj.View   `json:"view"`
	Fitted  bool        `json:"fitted"`
	Filter  data.Filter `json:"filter"`
	Route   app.Route   `json:"route"`
	Picture app.Picture `json:"picture"`
}

const viewKey = "view"

// remember keeps the present view with the library.
func (w *Window) remember() {
	lib := w.library()
	if lib == nil || lib.ReadOnly() {
		return
	}
	b, err := json.Marshal(saved{w.mapPane.view.View(), w.mapPane.view.Fitted(), w.session.Filter(), w.session.Route(), w.session.Picture()})
	if err == nil {
		ctx, cancel := context.WithTimeout(background(), 2*time.Second)
		defer cancel()
		err = lib.SetSetting(ctx, viewKey, string(b))
	}
	if err != nil {
		slog.Warn("keep view", "error", err)
	}
}

// restore shows a library's last view. What is damaged in it is left out.
func (w *Window) restore(lib *store.Library) {
	text, ok, err := lib.Setting(background(), viewKey)
	if err != nil || !ok {
		return
	}
	var s saved
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		slog.Warn("read view", "error", err)
		return
	}
	slog.Debug("view restored", "projection", s.View.Projection, "scale", s.View.Scale, "pair", s.Route.Pair, "article", s.Route.Article)
	w.mapPane.showView(s.View, s.Fitted)
	if slices.ContainsFunc(s.Filter.Countries, func(p data.Party) bool { return !p.Valid() }) {
		s.Filter.Countries = nil
	}
	if !s.Filter.Empty() {
		w.setFilter(s.Filter)
	}
	w.mapPane.keep(func() { w.session.Resume(s.Route, s.Picture) })
}

// explainOpen says in plain words why a library could not be opened.
func (w *Window) explainOpen(path string, err error) string {
	key := ""
	switch {
	case errors.Is(err, data.ErrNotLibrary):
		key = "open.notlibrary"
	case errors.Is(err, data.ErrDamaged):
		key = "open.damaged"
	case errors.Is(err, data.ErrNewer):
		key = "open.newer"
	case errors.Is(err, data.ErrBusy):
		key = "open.busy"
	case errors.Is(err, fs.ErrNotExist):
		key = "open.missing"
	case errors.Is(err, fs.ErrPermission):
		key = "open.permission"
	default:
		return w.explain(err)
	}
	return w.say.Say(key, "file", path)
}

// explain turns an error into words for people.
func (w *Window) explain(err error) string {
	switch {
	case errors.Is(err, data.ErrReadOnly):
		return w.say.Say("error.readonly")
	case errors.Is(err, store.ErrFull):
		return w.say.Say("error.full")
	case errors.Is(err, store.ErrGone):
		return w.say.Say("error.gone")
	case errors.Is(err, data.ErrBusy):
		return w.say.Say("error.busy")
	case errors.Is(err, data.ErrDamaged):
		return w.say.Say("error.damaged")
	}
	if key, file := trouble(err); key != "" {
		return w.say.Say(key, "file", file)
	}
	if input := (*data.InputError)(nil); errors.As(err, &input) {
		return w.say.Say("error.other", "error", w.reasons.Say(input.Reason))
	}
	return w.say.Say("error.other", "error", err)
}
