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
	"io"
	"io/fs"
	"log/slog"
	"slices"
	"time"

	"fyne.io/fyne/v2"
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
	Locale  string // of the system, as a BCP 47 tag such as "de-AT"; "" for none
	Library string // the file to open; "" for the last one, or the default library at the first start
	// Post runs a function on the window's goroutine, after those posted before it; Spawn runs one beside it.
	Post  func(func())
	Spawn func(func())
	After func(time.Duration, func()) (stop func()) // runs a function on the window's goroutine later
	// Open shows a file or folder in the program that the system has for it; nil where there is no way to do that.
	Open func(path string) error
	// Frames gets a line for every frame of the map, for measuring; nil for none. See frameLog.
	Frames io.Writer
}

// Window is the main window.
type Window struct {
	o        Options
	win      fyne.Window
	settings *settings.Settings
	say      *words.Table
	reasons  *words.Reasons
	theme    *look.Theme
	letters  fyne.Resource // nil until spell needed them
	world    *geo.World
	fonts    *draw.Fonts
	scanner  *app.Scanner // nil until loaded
	session  *app.Session
	jobs     job.Runner
	running  *job.Job // nil when nothing is under way
	tips     *tip.Layer
	actions  map[string]*action

	ground   *fyne.Container // all that the window shows
	top      *topBar
	notice   *notice
	filters  *filterPane
	articles *articlePane
	mapPane  *mapPane
	pictures *pictures
	timeline *timeline
	panel    *panel
	status   *status
	toast    *toast
	splits   splits
	flanks   *flanks
	rooms    rooms

	messages   []dialog.Dialog // that are seen, the uppermost last
	forms      []*form         // likewise
	inline     bool            // the session asks its library on this goroutine
	ready      chan first      // holds what start read, until begin takes it
	stopPlaces func()
}

// New builds the window, and does not show it yet. The library is opened beside it.
func New(o Options) (*Window, error) {
	began := time.Now()
	w := &Window{o: o, settings: settings.New(o.App.Preferences()), stopPlaces: func() {}}
	loaded := make(chan error, 1)
	go func() { loaded <- w.load() }() // while the window system wakes up
	w.start()
	w.theme = look.New(w.settings.Theme(), w.settings.TextScale(), nil)
	o.App.Settings().SetTheme(w.theme)
	w.jobs = job.Runner{Post: o.Post}
	w.session = app.NewSession(app.SessionOptions{Post: o.Post, Spawn: w.spawn, Fail: w.fail, Reread: w.readAsked})
	w.win = o.App.NewWindow("Entente")
	w.win.SetIcon(icon(o.Assets))
	if err := <-loaded; err != nil {
		return nil, fmt.Errorf("open window: %w", err)
	}
	w.tips = tip.NewLayer(o.After)
	w.makeActions()
	w.win.SetContent(w.build())
	w.win.SetPadded(false)
	w.win.SetMainMenu(w.menu())
	w.win.SetOnDropped(w.dropped)
	w.win.SetCloseIntercept(w.close)
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Canvas().SetOnTypedRune(w.typedRune)
	w.win.Resize(w.settings.WindowSize())
	w.session.Listen(w.changed)
	slog.Debug("window built", "ms", time.Since(began).Milliseconds())
	return w, nil
}

// load reads what the window cannot be built without.
func (w *Window) load() (err error) {
	if err = w.learnWords(w.language()); err != nil {
		return err
	}
	if w.world, err = geo.Load(w.o.Assets); err != nil {
		return err
	}
	if _, err = w.world.Shapes(geo.Overview); err != nil {
		return err
	}
	w.fonts, err = draw.LoadFonts(w.o.Assets)
	return err
}

// warmAfter is when the finer shapes of the world and the rules are read: after the start, before anybody has zoomed in.
const warmAfter = 2 * time.Second

// Show shows the window and returns when it is closed.
func (w *Window) Show() {
	w.o.After(warmAfter, func() {
		scanner := w.scanner
		w.o.Spawn(func() {
			if err := w.world.Warm(); err != nil {
				slog.Error("read shapes", "error", err)
			}
			if scanner != nil {
				if err := scanner.Load(); err != nil {
					slog.Error("read rules", "error", err)
				}
			}
		})
	})
	// When the library is there already, the first picture shows it: what is asked of it now is answered at once.
	w.inline = true
	w.begin()
	w.inline = false
	w.o.Spawn(func() { w.o.Post(w.furnish) }) // waits until the window runs, which is after its first picture
	w.win.ShowAndRun()
}

// spawn runs a question of the session beside the window, but for the first ones.
func (w *Window) spawn(f func()) {
	if w.inline {
		f()
		return
	}
	w.o.Spawn(f)
}

// first is what the window reads before it can show a library.
type first struct {
	path    string
	scanner *app.Scanner
	lib     *store.Library
	listing app.Listing
	err     error // of the scanner
	libErr  error
}

// start loads the scanner and opens the first library beside the window, while that is built.
func (w *Window) start() {
	began := time.Now()
	path := w.firstLibrary()
	w.ready = make(chan first, 1)
	w.o.Spawn(func() {
		f := first{path: path}
		if f.scanner, f.err = app.NewLateScanner(w.o.Assets); f.err == nil {
			f.lib, f.libErr = w.open(path, f.scanner)
		}
		if f.lib != nil {
			f.listing = app.List(background(), f.lib)
		}
		slog.Debug("files read", "ms", time.Since(began).Milliseconds())
		w.ready <- f
		w.o.Post(w.begin)
	})
}

// begin shows the first library, once it was read.
func (w *Window) begin() {
	select {
	case f := <-w.ready:
		if f.err != nil {
			w.fail(f.err)
			return
		}
		w.scanner = f.scanner
		w.mapPane.view.SetWords(w.say, w.name)
		w.opened(f.path, f.lib, f.listing, f.libErr)
	default: // it was shown already
	}
	if !w.inline {
		w.furnish()
	}
}

// fail tells the user about an error and logs it. It may be called on any goroutine's behalf through Post only.
func (w *Window) fail(err error) {
	slog.Error("window", "error", err)
	w.tell(w.say.Say("error.title"), w.explain(err))
}

// tell shows a message.
func (w *Window) tell(title, text string) {
	w.message(title, wrapped(text, 460))
}

// message shows a dialog that only tells something. Escape and Enter close it.
func (w *Window) message(title string, content fyne.CanvasObject) *dialog.CustomDialog {
	d := dialog.NewCustom(title, w.say.Say("dialog.close"), content, w.win)
	w.messages = append(w.messages, d)
	d.SetOnClosed(func() {
		w.messages = slices.DeleteFunc(w.messages, func(o dialog.Dialog) bool { return o == d })
	})
	d.Show()
	return d
}

// typedKey hands keys that no field takes to the map or the picture in its place, or to the dialog that lies over it.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	if w.formKey(e) {
		return
	}
	if n := len(w.messages); n > 0 {
		switch e.Name {
		case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
			w.messages[n-1].Hide()
		}
		return
	}
	if w.win.Canvas().Overlays().Top() == nil && !(w.panel != nil && w.panel.review.key(e.Name)) {
		if e.Name == fyne.KeyF1 {
			w.showShortcuts()
			return
		}
		if to := w.pictures.keys(); to != nil {
			to.TypedKey(e)
		}
	}
}

func (w *Window) typedRune(r rune) {
	if w.win.Canvas().Overlays().Top() == nil {
		if to := w.pictures.keys(); to != nil {
			to.TypedRune(r)
		}
	}
}

// Close closes the window as the user does.
func (w *Window) Close() { w.close() }

// close remembers the window's state, cancels what is under way, waits for it, and closes the library.
func (w *Window) close() {
	w.remember()
	w.settings.SetWindowSize(w.win.Canvas().Size())
	w.settings.SetSplits(w.splits.shares())
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
