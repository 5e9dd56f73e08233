// Package window is Entente's main window: menus, lists, the map, the panels beside it and the dialogs.
//
// It draws no map (app/mapview), lays out no article (app/reader) and keeps no state of its own beyond what is on the
// screen: that is app.Session's, which the regions of the window are told about. Everything here runs on the window's
// goroutine; long work runs in app/job and comes back through one function, Options.Post.
package window

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"entente/app"
	"entente/app/job"
	"entente/app/settings"
	"entente/app/window/look"
	"entente/app/window/tip"
	"entente/app/words"
	"entente/data/store"
	"entente/geo"
	"entente/geo/draw"
)

// Options are what the window needs from its program.
type Options struct {
	App     fyne.App
	Version string
	Assets  fs.FS
	Library string // the file to open; "" for the last one, or the default library at the first start
	// Post runs a function on the window's goroutine, after those posted before it; Spawn runs one beside it.
	Post  func(func())
	Spawn func(func())
	After func(time.Duration, func()) (stop func()) // runs a function on the window's goroutine later
}

// Window is the main window.
type Window struct {
	o        Options
	win      fyne.Window
	settings *settings.Settings
	say      *words.Table
	theme    *look.Theme
	world    *geo.World
	fonts    *draw.Fonts
	scanner  *app.Scanner // nil until loaded
	session  *app.Session
	jobs     job.Runner
	running  *job.Job // nil when nothing is under way
	tips     *tip.Layer
	actions  map[string]*action

	top      *topBar
	notice   *notice
	filters  *filterPane
	articles *articlePane
	mapPane  *mapPane
	timeline *timeline
	panel    *panel
	status   *status
	toast    *toast
	splits   splits

	stopPlaces func()
}

// splits are the parts of the window that the user can drag.
type splits struct{ left, right, timeline, lists *container.Split }

// New builds the window, and does not show it yet. The library is opened beside it.
func New(o Options) (*Window, error) {
	w := &Window{o: o, settings: settings.New(o.App.Preferences()), stopPlaces: func() {}}
	if err := w.load(); err != nil {
		return nil, fmt.Errorf("open window: %w", err)
	}
	w.theme = look.New(w.settings.Theme())
	o.App.Settings().SetTheme(w.theme)
	w.jobs = job.Runner{Post: o.Post}
	w.session = app.NewSession(app.SessionOptions{Post: o.Post, Spawn: o.Spawn, Fail: w.fail})
	w.win = o.App.NewWindow("Entente")
	w.win.SetIcon(icon(o.Assets))
	w.tips = tip.NewLayer(o.After)
	w.makeActions()
	w.win.SetContent(w.build())
	w.win.SetPadded(false)
	w.win.SetMainMenu(w.menu())
	w.win.SetOnDropped(w.dropped)
	w.win.SetCloseIntercept(w.close)
	w.win.Canvas().SetOnTypedKey(w.mapPane.view.TypedKey)
	w.win.Canvas().SetOnTypedRune(w.mapPane.view.TypedRune)
	w.win.Resize(w.settings.WindowSize())
	w.session.Listen(w.changed)
	w.start()
	return w, nil
}

// load reads what the window cannot be built without.
func (w *Window) load() (err error) {
	if w.say, err = words.Load(w.o.Assets, "en"); err != nil {
		return err
	}
	if w.world, err = geo.Load(w.o.Assets); err != nil {
		return err
	}
	go w.world.Warm() // behind the first picture, so that zooming in does not wait for finer shapes
	w.fonts, err = draw.LoadFonts(w.o.Assets)
	return err
}

// Show shows the window and returns when it is closed.
func (w *Window) Show() { w.win.ShowAndRun() }

// build puts the regions together.
func (w *Window) build() fyne.CanvasObject {
	w.top, w.notice = newTopBar(w), newNotice(w)
	w.filters, w.articles = newFilterPane(w), newArticlePane(w)
	w.mapPane, w.timeline = newMapPane(w), newTimeline(w)
	w.panel, w.status, w.toast = newPanel(w), newStatus(w), newToast(w)
	w.splits = splits{
		lists:    container.NewVSplit(w.filters.object, w.articles.object),
		timeline: container.NewVSplit(w.mapPane.object, w.timeline.object),
	}
	w.splits.right = container.NewHSplit(w.splits.timeline, w.panel.object)
	w.splits.left = container.NewHSplit(w.splits.lists, w.splits.right)
	s := w.settings.Splits()
	w.splits.left.Offset, w.splits.right.Offset = s.Left, s.Right
	w.splits.timeline.Offset, w.splits.lists.Offset = s.Timeline, s.Lists
	top := container.NewVBox(w.top.object, w.notice.object)
	return container.NewStack(container.NewBorder(top, w.status.object, nil, nil, w.splits.left), w.toast.object, w.top.over, w.tips)
}

// start loads the scanner and opens the library beside the window, which can be looked at meanwhile.
func (w *Window) start() {
	w.status.working(w.say.Say("status.opening"))
	began := time.Now()
	w.o.Spawn(func() {
		scanner, err := app.NewScanner(w.o.Assets)
		w.o.Post(func() {
			if err != nil {
				w.fail(err)
				return
			}
			slog.Debug("scanner loaded", "ms", time.Since(began).Milliseconds())
			w.scanner = scanner
			w.mapPane.view.SetWords(w.say, w.name)
			w.openFirst()
		})
	})
}

// changed brings the screen up to date with the session.
func (w *Window) changed(c app.Change) {
	if c&app.LibraryChanged != 0 {
		w.showLibrary()
	}
	if c&(app.FilterChanged|app.TiesChanged) != 0 {
		w.filters.show()
		w.timeline.show()
	}
	if c&app.TiesChanged != 0 {
		w.articles.show()
		w.mapPane.showTies()
		w.status.show()
		w.top.refreshSearch()
		w.logListing()
	}
	if c&app.RouteChanged != 0 {
		w.mapPane.showRoute()
		w.articles.showRoute()
	}
	if c&(app.TiesChanged|app.RouteChanged|app.DetailChanged) != 0 {
		w.panel.show(c)
	}
	w.enable()
}

// fail tells the user about an error and logs it. It may be called on any goroutine's behalf through Post only.
func (w *Window) fail(err error) {
	slog.Error("window", "error", err)
	w.tell(w.say.Say("error.title"), w.explain(err))
}

// tell shows a message.
func (w *Window) tell(title, text string) {
	d := dialog.NewCustom(title, w.say.Say("dialog.close"), wrapped(text, 460), w.win)
	d.Show()
}

// Close closes the window as the user does.
func (w *Window) Close() { w.close() }

// close remembers the window's state, cancels what is under way, waits for it, and closes the library.
func (w *Window) close() {
	w.remember()
	w.settings.SetWindowSize(w.win.Canvas().Size())
	w.settings.SetSplits(settings.Splits{Left: w.splits.left.Offset, Right: w.splits.right.Offset,
		Timeline: w.splits.timeline.Offset, Lists: w.splits.lists.Offset})
	j := w.running
	if j != nil {
		j.Cancel()
	}
	lib := w.session.SetLibrary(nil)
	w.o.Spawn(func() {
		if j != nil {
			j.Wait()
		}
		if lib != nil {
			if err := lib.Close(); err != nil {
				slog.Error("close library", "error", err)
			}
		}
		w.o.Post(func() {
			slog.Debug("window closed")
			w.win.SetCloseIntercept(nil)
			w.win.Close()
		})
	})
}

// library gives the open library for work that needs all of it, or nil.
func (w *Window) library() *store.Library {
	l, _ := w.session.Library().(*store.Library)
	return l
}

// background is the context of questions that end with the window.
func background() context.Context { return context.Background() }

// cancelled says whether an error is only that something was given up.
func cancelled(err error) bool { return errors.Is(err, context.Canceled) }
