package window_test

import (
	"archive/zip"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"entente/app/proof"
	"entente/app/settings"
	"entente/app/window"
)

func TestWhatIsExportedCarriesItsEvidence(t *testing.T) {
	for name, action := range map[string]string{"map.svg": "Export the map…", "map.pdf": "Export the map…", "my.map": "Export the map…",
		"ties.html": "Export a briefing…"} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, "")
			path := filepath.Join(t.TempDir(), name)
			d.do(action)
			d.answer(path, "Export")
			format := filepath.Ext(path)[1:]
			if format == "map" { // no format, so the usual one is added
				path, format = path+".png", "png"
			}
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r, err := proof.Verify(t.Context(), file, nil)
			if err != nil {
				t.Fatal(err)
			}
			if r.Format != format || len(r.Problems) > 0 || r.Carried == 0 || len(r.Record.Ties) != d.w.Ties() {
				t.Errorf("a %s with %d passages of %d ties, problems %v; the window has %d ties", r.Format, r.Carried, len(r.Record.Ties),
					r.Problems, d.w.Ties())
			}
		})
	}
}

func TestABriefingsMapIsMadeForThePage(t *testing.T) {
	d := sit(t, "")
	path := filepath.Join(t.TempDir(), "ties.docx")
	d.do("Export a briefing…")
	d.answer(path, "Export")
	parts, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer parts.Close()
	file, err := parts.Open("word/media/map.png")
	if err != nil {
		t.Fatal(err)
	}
	size, err := png.DecodeConfig(file)
	if err != nil {
		t.Fatal(err)
	}
	if size.Width < 1890 { // 16 cm at 300 dots an inch
		t.Errorf("the picture is %d pixels wide, too few to be printed", size.Width)
	}
	if units := float64(size.Width) / 3; units > 900 { // 10 units are then 5 points or more
		t.Errorf("the picture is %g units wide, so that its letters cannot be read on a page", units)
	}
}

func TestAFileThatIsThereIsOverwrittenOnlyWhenThatIsConfirmed(t *testing.T) {
	for action, names := range map[string][2]string{"Export the map…": {"map", "map.png"}, "Export a briefing…": {"ties", "ties.html"},
		"Export this picture as a table…": {"ties", "ties.csv"}} {
		t.Run(action, func(t *testing.T) {
			d := sit(t, "")
			folder := t.TempDir()
			path := filepath.Join(folder, names[1])
			if err := os.WriteFile(path, []byte("mine"), 0o644); err != nil {
				t.Fatal(err)
			}
			d.do(action)
			d.answer(filepath.Join(folder, names[0]), "Export")
			d.sees(names[1] + " is there already.")
			if b, _ := os.ReadFile(path); string(b) != "mine" {
				t.Fatal("the file was replaced before that was confirmed")
			}
			d.w.TypePath(d.win, filepath.Join(folder, "other"))
			d.missesAll("is there already", "Replace")
			d.answer(path, "Export")
			d.button("Replace")
			d.w.WaitForJob()
			d.settle()
			if b, _ := os.ReadFile(path); len(b) < 100 {
				t.Errorf("the file has %d bytes after it was to be replaced", len(b))
			}
			d.sees("Saved as ")
		})
	}
}

func TestANameWithoutAFormatIsToldWhereItIsTyped(t *testing.T) {
	for action, want := range map[string]string{"Export a briefing…": "must end in .html", "Export this picture as a table…": "must end in .csv"} {
		d := sit(t, "")
		d.do(action)
		d.answer(filepath.Join(t.TempDir(), "ties.zip"), "Export")
		d.sees(want, "Choose a folder…", "Export")
	}
}

func TestTheNameOfAFileToBeWrittenIsReplacedByWhatIsTyped(t *testing.T) {
	d := sit(t, "")
	folder := t.TempDir()
	settings.New(fyne.CurrentApp().Preferences()).SetSaveFolder(folder)
	d.do("Export a briefing…")
	for _, letter := range "Österreich" {
		d.win.Canvas().Focused().TypedRune(letter)
	}
	if got, want := d.w.TypedPath(d.win), filepath.Join(folder, "Österreich.html"); got != want {
		t.Errorf("got %s after a name was typed, want %s", got, want)
	}
	d.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip("/b/pasted.pdf")})
	if got := d.w.TypedPath(d.win); got != "/b/pasted.pdf" {
		t.Errorf("got %q after a path was pasted", got)
	}
	d.answer("bare", "Export")
	if _, err := os.Stat(filepath.Join(folder, "bare.pdf")); err != nil {
		t.Errorf("a bare name is not in the folder that was offered: %v", err)
	}
}

func TestAFolderThatIsMissingIsToldWhereItIsTyped(t *testing.T) {
	d := sit(t, "")
	d.do("Export the map…")
	d.answer(filepath.Join(t.TempDir(), "none", "map.png"), "Export")
	d.sees("The folder for map.png does not exist.", "Choose a folder…")
}

func TestFilesAreNotOfferedToBeWrittenAmongTheArticles(t *testing.T) {
	d := sit(t, "")
	articles := texts(t, "Norway and Chile signed an agreement on fishing in Oslo.")
	d.imports(articles)
	d.do("Export a briefing…")
	if got := d.w.TypedPath(d.win); strings.HasPrefix(got, articles) {
		t.Errorf("got %s offered: it would be imported with the articles the next time", got)
	}
}

// clip is a clipboard with a text.
type clip string

func (c clip) Content() string   { return string(c) }
func (c clip) SetContent(string) {}

func TestForAFileToBeWrittenAFolderIsChosenAndItsNameKept(t *testing.T) {
	d := sit(t, "")
	d.do("Export the map…")
	d.sees("Choose a folder…")
	d.missesAll("Choose a file…") // the toolkit's dialog for that empties the file that is chosen
	for typed, want := range map[string]string{"/a/mine.svg": "/b/mine.svg", "mine": "/b/mine", "": "/b/map.png"} {
		if got := window.Within("/a/map.png", "/b", typed); got != want {
			t.Errorf("got path %q of %q in another folder, want %q", got, typed, want)
		}
	}
}

func TestTheListOfKindsAndTheEndingOfTheNameFollowEachOther(t *testing.T) {
	d := sit(t, "")
	d.do("Export a briefing…")
	kinds := find(d, "list of kinds", func(s *widget.Select) bool { return len(s.Options) == 4 && s.Options[1] == "For printing (.pdf)" })
	folder := t.TempDir()
	d.w.TypePath(d.win, filepath.Join(folder, "my.ties.html"))
	kinds.SetSelectedIndex(1)
	if got := d.w.TypedPath(d.win); got != filepath.Join(folder, "my.ties.pdf") {
		t.Errorf("the name is %s after pdf was chosen", got)
	}
	d.w.TypePath(d.win, filepath.Join(folder, "ties.MD"))
	if got := kinds.Selected; got != "Plain text for notes (.md)" {
		t.Errorf("%q is chosen after .MD was typed", got)
	}
	d.answer(filepath.Join(folder, "plain"), "Export")
	if _, err := os.Stat(filepath.Join(folder, "plain.md")); err != nil {
		t.Errorf("a name without an ending does not get that of the chosen kind: %v", err)
	}
}

func TestAFileThatWasWrittenCanBeOpened(t *testing.T) {
	d := sit(t, "")
	path := filepath.Join(t.TempDir(), "ties.csv")
	d.do("Export this picture as a table…")
	d.answer(path, "Export")
	d.sees("Saved as "+path, "Open", "Show the folder")
	d.button("Open")
	d.do("Export this picture as a table…")
	d.answer(path, "Export")
	d.button("Replace")
	d.w.WaitForJob()
	d.settle()
	d.closed = errors.New("no such program")
	d.button("Show the folder")
	if want := []string{path, filepath.Dir(path)}; !slices.Equal(d.opened, want) {
		t.Errorf("opened %q, want %q", d.opened, want)
	}
	d.sees("No program could be opened for it. The file is here: " + path)
}
