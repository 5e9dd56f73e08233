package window_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"entente/data"
)

func TestAnotherLibraryIsAdded(t *testing.T) {
	other := stocked(t, "other", said{"Norway met Chile.", "Fjord", "2024", data.PairOf("CL", "NO"), data.Cooperation, data.Done, "", 0})
	path := quarrels(t)
	d := sit(t, path)
	d.do("Add another library…")
	d.answer(other, "Add it")
	d.sees("1 article was added.")
	d.button("Undo")
	d.sees("Taken back: The import of 1 article", "5 articles (5 reports)")
	d.do("Redo")
	d.openTie(data.PairOf("CL", "NO"))
	d.sees("Norway met Chile.")
	d.do("Add another library…")
	d.answer(other, "Add it")
	d.sees("0 articles were added.", "1 was here already.")
	d.missesAll("Undo")
	d.do("Add another library…")
	d.answer(path, "Add it")
	d.sees("That is the library that is open.")
	d.button("Close")
	d.do("Add another library…")
	d.answer(filepath.Join(t.TempDir(), "none.entente"), "Add it")
	d.sees("There is no file")
}

func TestPictureIsChecked(t *testing.T) {
	d := sit(t, "")
	path := filepath.Join(t.TempDir(), "map.png")
	d.do("Export the map…")
	d.answer(path, "Export")
	d.do("Check a picture or briefing…")
	d.answer(path, "Check")
	d.sees("map.png holds: it shows what it was made from.", "stand in this library as quoted.")
	d.button("Close")
	plain := filepath.Join(t.TempDir(), "plain.png")
	if err := os.WriteFile(plain, []byte("\x89PNG\r\n\x1a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	d.do("Check a picture or briefing…")
	d.answer(plain, "Check")
	d.missesAll("holds: it shows")
}

func TestImportTellsWhatItPassedOver(t *testing.T) {
	d := sit(t, emptyLibrary(t, "mine"))
	folder := t.TempDir()
	for _, name := range []string{"a.exe", "b.exe", "c.zzz"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d.w.Drop([]fyne.URI{storage.NewFileURI(folder)})
	d.w.WaitForJob()
	d.settle()
	d.sees("3 files of kinds that are not read were passed over: 2 .exe, 1 .zzz.", "Entente reads text, Markdown, HTML, Word (.docx), OpenDocument (.odt), RTF and PDF files.")
}

func TestShortcutSheetComesByF1(t *testing.T) {
	d := sit(t, "")
	d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
	d.settle()
	d.sees("Keyboard shortcuts", "Show a matrix of the countries", "Ctrl+3", "Play or pause the timeline")
}
