package window_test

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"entente/app/window"
	"entente/app/window/tip"
	"entente/assets"
	"entente/data"
)

// desk is a window under the test driver. What the program would do beside the window is done when the test says so.
type desk struct {
	t      *testing.T
	w      *window.Window
	win    fyne.Window
	mu     sync.Mutex // jobs post from goroutines of their own
	queue  []func()
	beside []func()
	timers []*timer
	opened []string // files and folders that were to be shown outside
	closed error    // why none can be
}

type timer struct {
	f       func()
	stopped bool
}

// sit opens a window on a library; "" is the sample library in a fresh home.
func sit(t *testing.T, library string) *desk {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	d := &desk{t: t}
	app := test.NewTempApp(t)
	w, err := window.New(window.Options{App: app, Version: "test", Assets: assets.FS, Library: library,
		Post: func(f func()) {
			d.mu.Lock()
			defer d.mu.Unlock()
			d.queue = append(d.queue, f)
		},
		Spawn: func(f func()) { d.beside = append(d.beside, f) },
		Open: func(path string) error {
			d.opened = append(d.opened, path)
			return d.closed
		},
		After: func(_ time.Duration, f func()) func() {
			timer := &timer{f: f}
			d.timers = append(d.timers, timer)
			return func() { timer.stopped = true }
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	d.w, d.win = w, w.Window()
	t.Cleanup(func() {
		d.w.Close()
		d.settle()
	})
	d.settle()
	return d
}

// settle runs everything that waits, but for timers.
func (d *desk) settle() {
	for {
		d.mu.Lock()
		waiting := append(d.beside, d.queue...)
		d.beside, d.queue = nil, nil
		d.mu.Unlock()
		if len(waiting) == 0 {
			return
		}
		for _, f := range waiting {
			f()
		}
	}
}

// later lets the time of all timers pass.
func (d *desk) later() {
	timers := d.timers
	d.timers = nil
	for _, t := range timers {
		if !t.stopped {
			t.f()
		}
	}
	d.settle()
}

// texts gives every text that is seen, from the top of the widget tree down.
func (d *desk) texts() string {
	var out []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *widget.Label:
			out = append(out, o.Text)
		case *widget.Hyperlink:
			out = append(out, o.Text)
		case *widget.Button:
			out = append(out, o.Text)
		case *tip.Button:
			out = append(out, o.Text)
		case *canvas.Text:
			out = append(out, o.Text)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(d.win.Content())
	for _, o := range d.win.Canvas().Overlays().List() {
		walk(o)
	}
	return strings.Join(out, "\n")
}

func (d *desk) sees(wants ...string) {
	d.t.Helper()
	texts := d.texts()
	for _, want := range wants {
		if !strings.Contains(texts, want) {
			d.t.Errorf("%q is not seen in:\n%s", want, texts)
		}
	}
}

func (d *desk) missesAll(unwanted ...string) {
	d.t.Helper()
	texts := d.texts()
	for _, u := range unwanted {
		if strings.Contains(texts, u) {
			d.t.Errorf("%q is seen", u)
		}
	}
}

// find gives the first visible object of a kind that meets a condition.
func find[T fyne.CanvasObject](d *desk, what string, meets func(T) bool) T {
	d.t.Helper()
	found, ok := search(d, meets)
	if !ok {
		d.t.Fatalf("there is no %s", what)
	}
	return found
}

// all gives every visible object of a kind.
func all[T fyne.CanvasObject](d *desk) (every []T) {
	search(d, func(it T) bool {
		every = append(every, it)
		return false
	})
	return every
}

func search[T fyne.CanvasObject](d *desk, meets func(T) bool) (found T, done bool) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if done || !o.Visible() {
			return
		}
		if it, ok := o.(T); ok && meets(it) {
			found, done = it, true
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	for _, o := range d.win.Canvas().Overlays().List() {
		walk(o)
	}
	walk(d.win.Content())
	return found, done
}

func (d *desk) tick(label string) {
	d.t.Helper()
	if !d.w.Tick(label) {
		d.t.Fatalf("there is no tick %s", label)
	}
	d.settle()
}

// do chooses an entry of the menu by its words.
func (d *desk) do(label string) {
	d.t.Helper()
	for _, m := range d.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == label || strings.HasPrefix(i.Label, label+"  ") {
				if i.Disabled {
					d.t.Fatalf("%q is disabled", label)
				}
				i.Action()
				d.settle()
				return
			}
		}
	}
	d.t.Fatalf("the menu has no %q", label)
}

// openTie clicks the arc of a pair on the map.
func (d *desk) openTie(p data.Pair) {
	d.t.Helper()
	d.w.OpenTie(p)
	d.settle()
}

func TestFirstStartShowsTheSampleLibrary(t *testing.T) {
	d := sit(t, "")
	d.sees("This is a sample library", "Japan – Serbia", "Serbia – United States", "5 articles", "My library")
	if got := d.win.Title(); got != "My library – Entente" {
		t.Errorf("got title %q", got)
	}
}

func TestATieThatTheFilterHidesLetsNothingFade(t *testing.T) {
	d := sit(t, "")
	tie := data.PairOf("JP", "RS")
	d.openTie(tie)
	if got := d.w.StandsOut().Pair; got != tie {
		t.Fatalf("%v stands out, want %v", got, tie)
	}
	d.tick("Conflict")
	if got := d.w.StandsOut(); !got.Empty() {
		t.Errorf("%v stands out, which the filter hides, and all that is left is faded", got)
	}
	d.tick("Conflict")
	if got := d.w.StandsOut().Pair; got != tie {
		t.Errorf("%v stands out once the filter shows the tie again, want %v", got, tie)
	}
}

func TestATieThatIsNotThereTellsWhyAndWhatToDo(t *testing.T) {
	const hidden, gone, offer = "The filter hides this tie.", "Nothing in the library states this tie any more.", "Clear the filter"
	d := sit(t, "")
	d.openTie(data.PairOf("JP", "RS"))
	d.missesAll(hidden, gone, offer)
	d.tick("Conflict")
	d.sees(hidden, offer)
	d.missesAll(gone, "Why is this a tie?")
	d.button(offer)
	d.sees("Why is this a tie?")
	d.missesAll(hidden, offer)
	d.openTie(data.PairOf("CL", "NO"))
	d.sees(gone)
	d.missesAll(hidden, offer)
	d.tick("Conflict")
	d.sees(gone)
	d.missesAll(hidden, offer)
}

func TestTieOpensToItsWordsAndBack(t *testing.T) {
	d := sit(t, "")
	d.openTie(data.PairOf("JP", "RS"))
	d.sees("Japan", "Serbia", "Cooperation", "Told by", "Why is this a tie?")
	d.w.OpenFirstPassage()
	d.settle()
	d.sees("Back", "1 of")
	d.do("Back")
	d.sees("Told by")
	d.do("Back")
	d.sees("The heaviest come first")
	d.do("Forward")
	d.sees("Told by")
}

func TestWhyShowsReasons(t *testing.T) {
	d := sit(t, "")
	d.openTie(data.PairOf("JP", "RS"))
	d.press("Why is this a tie?")
	d.sees("The surest passage is")
}

func TestFilterCombinesAndClears(t *testing.T) {
	d := sit(t, "")
	d.sees("5 articles")
	d.tick("Energy")
	energy := d.w.Ties()
	d.tick("Cooperation and conflict")
	if got := d.w.Ties(); got > energy {
		t.Errorf("got %d ties with two conditions, want no more than the %d with one", got, energy)
	}
	d.do("Clear the filter")
	if got := d.w.Ties(); got <= energy {
		t.Errorf("got %d ties without a filter, want more than %d", got, energy)
	}
}

func TestFilterThatLeavesNothingSaysSo(t *testing.T) {
	d := sit(t, "")
	d.w.SetFilter(data.Filter{Search: "zebrafish"})
	d.settle()
	d.sees("No tie meets the filter.", "No article meets the filter.", "With the words: zebrafish")
	test.Tap(find(d, "clear", func(b *widget.Button) bool { return b.Text == "Clear the filter" }))
	d.settle()
	d.missesAll("No tie meets the filter.")
}

func TestSearchFindsCountriesAndArticles(t *testing.T) {
	d := sit(t, "")
	d.w.Search("serbia")
	d.later()
	d.sees("country", "Show only articles with “serbia” on the map")
	d.w.Search("zebrafish")
	d.later()
	d.sees("Nothing found for “zebrafish”.")
	d.w.Search("")
	d.later()
	d.missesAll("Nothing found")
}

func TestEmptyLibraryHasAFriendlyFace(t *testing.T) {
	d := sit(t, emptyLibrary(t, "mine"))
	d.sees("This library is empty.", "No articles yet.", "Import articles…", "Paste an article")
	if got := d.win.Title(); got != "mine – Entente" {
		t.Errorf("got title %q", got)
	}
}

func TestMistypedLibraryIsNotMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "typo.entente")
	d := sit(t, path)
	d.sees("There is no file "+path, "No library is open.")
	if _, err := os.Stat(path); err == nil {
		t.Error("the library was made")
	}
}

func TestBadLibraryIsExplained(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bad.entente")
	if err := os.WriteFile(path, []byte("this is no library at all, just some text that somebody typed"), 0o644); err != nil {
		t.Fatal(err)
	}
	d := sit(t, path)
	d.sees("The library could not be opened", "bad.entente is not an Entente library. It was not changed.", "No library is open.")
	if b, _ := os.ReadFile(path); !strings.HasPrefix(string(b), "this is no library") {
		t.Error("the file was changed")
	}
}

func TestDroppedFilesAreImportedAndFailuresNamed(t *testing.T) {
	d := sit(t, "")
	folder := t.TempDir()
	good, bad := filepath.Join(folder, "good.txt"), filepath.Join(folder, "bad.txt")
	text := "Norway and Chile sign an agreement\n\nNorway and Chile signed an agreement on fishing in Oslo. Norway will invest in Chile.\n"
	if err := os.WriteFile(good, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bad, []byte{0, 1, 2, 3, 0xFF, 0, 0, 7}, 0o644); err != nil {
		t.Fatal(err)
	}
	d.w.Drop([]fyne.URI{storage.NewFileURI(good), storage.NewFileURI(bad)})
	d.w.WaitForJob()
	d.settle()
	d.sees("1 article was added.", "1 file could not be used:", "bad.txt", "6 articles", "Chile – Norway")
}

func TestTheLineAboutTheSampleGoesWithTheFirstArticleOfOnesOwn(t *testing.T) {
	d := sit(t, "")
	empty := filepath.Join(t.TempDir(), "empty.txt")
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	d.w.Drop([]fyne.URI{storage.NewFileURI(empty)})
	d.w.WaitForJob()
	d.settle()
	d.sees("This is a sample library", "0 articles were added.")
	d.button("Close")
	fyne.CurrentApp().Clipboard().SetContent("Norway and Chile sign an agreement\n\nNorway and Chile signed an agreement on fishing in Oslo.\n")
	d.do("Paste an article")
	d.w.WaitForJob()
	d.settle()
	d.sees("6 articles")
	d.missesAll("This is a sample library")
	d.w.OpenLibrary("")
	d.settle()
	d.missesAll("This is a sample library") // nor does it come back with the library
}

func TestImportBeginsWithTheFolderUsedLastButNotWithTheWholeHome(t *testing.T) {
	d := sit(t, "")
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(home, "articles")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	// offered gives what stands in the field, and whether the import is ready.
	offered := func() (string, bool) {
		d.do("Import articles…")
		yes := find(d, "Import", func(b *widget.Button) bool { return b.Text == "Import" })
		return d.w.TypedPath(d.win), !yes.Disabled()
	}
	if path, ready := offered(); path != "" || ready {
		t.Errorf("got %q offered at first, ready %t, want nothing", path, ready)
	}
	d.answer(folder, "Import")
	if path, ready := offered(); path != folder+"/" || !ready {
		t.Errorf("got %q offered after a folder was imported, ready %t, want that folder", path, ready)
	}
	d.w.TypePath(d.win, " ")
	find(d, "import that waits for a path", func(b *widget.Button) bool { return b.Text == "Import" && b.Disabled() })
	d.answer(filepath.Join(home, "none.txt"), "Import") // a file of the home folder
	d.button("Close")
	if path, ready := offered(); path != "" || ready {
		t.Errorf("got %q offered after a file of the home folder, ready %t, want nothing", path, ready)
	}
}

func TestPasteMakesAnArticle(t *testing.T) {
	d := sit(t, "")
	fyne.CurrentApp().Clipboard().SetContent("Norway and Chile sign an agreement\n\nNorway and Chile signed an agreement on fishing in Oslo.\n")
	d.do("Paste an article")
	d.w.WaitForJob()
	d.settle()
	d.sees("6 articles")
	d.do("Remove this article")
	d.sees("5 articles", "5 articles")
	d.do("Undo")
	d.sees("6 articles")
	d.do("Redo")
	d.sees("5 articles")
}

func TestPasteOfNothingIsExplained(t *testing.T) {
	d := sit(t, "")
	fyne.CurrentApp().Clipboard().SetContent("  \n ")
	d.do("Paste an article")
	d.sees("There is no text in the clipboard.")
}

func TestRejectedTieLeavesTheMap(t *testing.T) {
	d := sit(t, "")
	before := d.w.Ties()
	pair := d.w.LightestTie()
	d.openTie(pair)
	d.w.OpenFirstPassage()
	d.settle()
	d.do("Reject this passage")
	if got := d.w.Ties(); got != before-1 {
		t.Errorf("got %d ties after the only passage of %s was rejected, want %d", got, pair, before-1)
	}
	d.do("Back")
	d.sees("All passages of this tie were rejected")
	d.do("Undo")
	if got := d.w.Ties(); got != before {
		t.Errorf("got %d ties after undo, want %d", got, before)
	}
}

func TestThemeIsSwitchedAndKept(t *testing.T) {
	d := sit(t, "")
	d.do("Light or dark")
	if got := fyne.CurrentApp().Preferences().String("theme"); got != "dark" {
		t.Errorf("got theme %q kept, want dark", got)
	}
	d.win.Canvas().Capture()
}

func TestViewIsKeptWithItsLibrary(t *testing.T) {
	path, other := emptyLibrary(t, "a"), emptyLibrary(t, "b")
	d := sit(t, path)
	d.w.SetFilter(data.Filter{Fields: []data.Field{data.Trade}})
	d.settle()
	d.w.OpenLibrary(other)
	d.settle()
	if f := d.w.Filter(); len(f.Fields) != 0 {
		t.Error("another library has the filter of the first")
	}
	d.w.OpenLibrary(path)
	d.settle()
	if f := d.w.Filter(); len(f.Fields) != 1 || f.Fields[0] != data.Trade {
		t.Errorf("got filter %+v, want the one that was left", f)
	}
}

func TestDialogsOpen(t *testing.T) {
	d := sit(t, "")
	for label, want := range map[string]string{
		"About Entente":      "Entente test",
		"Keyboard shortcuts": "Ctrl+I",
		"Import articles…":   "Which file or folder?",
		"New library…":       "Where should the new library be kept?",
		"Open library…":      "Which library?",
		"Export the map…":    "Picture (.png)",
		"Export a briefing…": "numbered passages",
		"Check the library":  "is whole.",
	} {
		d.do(label)
		d.sees(want)
		for _, o := range d.win.Canvas().Overlays().List() {
			d.win.Canvas().Overlays().Remove(o)
		}
	}
}

// answer types a path into the dialog that asks for one, and confirms.
func (d *desk) answer(path, confirm string) {
	d.t.Helper()
	d.w.TypePath(d.win, path)
	test.Tap(find(d, confirm, func(b *widget.Button) bool { return b.Text == confirm }))
	d.settle()
	d.w.WaitForJob()
	d.settle()
}

func TestMapIsExported(t *testing.T) {
	d := sit(t, "")
	path := filepath.Join(t.TempDir(), "map") // the ending is added
	d.do("Export the map…")
	d.answer(path, "Export")
	f, err := os.Open(path + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := png.DecodeConfig(f)
	if err != nil || c.Width != 3840 || c.Height != 2160 {
		t.Errorf("got a picture of %d by %d, %v, want 3840 by 2160", c.Width, c.Height, err)
	}
}

func TestBriefingIsExported(t *testing.T) {
	d := sit(t, "")
	path := filepath.Join(t.TempDir(), "briefing.html")
	d.do("Export a briefing…")
	d.answer(path, "Export")
	b, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(b), "Serbia") || !strings.Contains(string(b), "data:image/png") {
		t.Errorf("got %d bytes, %v, want a page with Serbia and the map", len(b), err)
	}
}

func TestMessagesCloseByKey(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		d := sit(t, "")
		d.do("Keyboard shortcuts")
		d.sees("Walk the ties, the heaviest first")
		d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
		d.settle()
		d.missesAll("Walk the ties, the heaviest first")
	}
}

func TestArticleInTheListOpensByAClick(t *testing.T) {
	d := sit(t, "")
	d.missesAll("Back")
	d.w.TapFirstArticle()
	d.settle()
	d.sees("Back")
}

func TestExportThatFailsSaysWhy(t *testing.T) {
	d := sit(t, "")
	folder := filepath.Join(t.TempDir(), "a.png")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	d.do("Export the map…")
	d.answer(folder, "Export")
	d.sees("That did not work", "a.png is a folder")
}

func TestEveryActionIsInTheMenuWithWords(t *testing.T) {
	d := sit(t, "")
	shortcuts := map[string]string{}
	for _, m := range d.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.IsSeparator {
				continue
			}
			if strings.HasPrefix(i.Label, "menu.") || i.Label == "" {
				t.Errorf("%s has an entry without words: %q", m.Label, i.Label)
			}
			if i.Shortcut == nil {
				continue
			}
			name := i.Shortcut.ShortcutName()
			if other := shortcuts[name]; other != "" {
				t.Errorf("%q and %q have the same shortcut", other, i.Label)
			}
			shortcuts[name] = i.Label
			if !strings.Contains(i.Label, "+") {
				t.Errorf("%q does not tell its shortcut", i.Label)
			}
		}
	}
	if len(shortcuts) < 15 {
		t.Errorf("got %d shortcuts, want 15 or more", len(shortcuts))
	}
}

func TestSmallAndLargeWindowsAreDrawn(t *testing.T) {
	d := sit(t, "")
	d.openTie(data.PairOf("JP", "RS"))
	for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 2560, Height: 1440}, {Width: 640, Height: 480}} {
		d.win.Resize(size)
		if got := d.win.Content().MinSize(); got.Width > 900 || got.Height > 600 {
			t.Errorf("the window needs %v, want 900 by 600 or less", got)
		}
		d.win.Canvas().Capture()
	}
}

// BenchmarkOpenWindow builds the whole window over the sample library: what the program adds to an empty window's start-up.
func BenchmarkOpenWindow(b *testing.B) {
	home := b.TempDir()
	b.Setenv("HOME", home)
	b.Setenv("XDG_DATA_HOME", home)
	for b.Loop() {
		var queue []func()
		_, err := window.New(window.Options{App: test.NewApp(), Version: "test", Assets: assets.FS,
			Post:  func(f func()) { queue = append(queue, f) },
			Spawn: func(f func()) { queue = append(queue, f) },
			After: func(time.Duration, func()) func() { return func() {} },
		})
		if err != nil {
			b.Fatal(err)
		}
		for len(queue) > 0 {
			f := queue[0]
			queue = queue[1:]
			f()
		}
	}
}
