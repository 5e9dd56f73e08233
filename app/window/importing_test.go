package window_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"entente/data"
)

// texts writes so many articles into a folder of their own.
func texts(t *testing.T, bodies ...string) string {
	t.Helper()
	folder := t.TempDir()
	for i, body := range bodies {
		if err := os.WriteFile(filepath.Join(folder, string(rune('a'+i))+".txt"), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func (d *desk) imports(path string) {
	d.t.Helper()
	d.do("Import articles…")
	d.answer(path, "Import")
	d.w.WaitForJob()
	d.settle()
}

func TestAnImportIsTakenBackByTheButtonOfItsMessage(t *testing.T) {
	d := sit(t, quarrels(t))
	d.imports(texts(t, "Norway and Chile signed an agreement on fishing in Oslo.", "Peru and Fiji signed an agreement on fishing in Lima."))
	d.sees("2 articles were added.")
	before := d.w.Ties()
	d.button("Undo")
	d.sees("Taken back: The import of 2 articles")
	if got := d.w.Ties(); got != before-2 {
		t.Errorf("%d ties of %d after the import was taken back, want two fewer", got, before)
	}
	d.do("Redo")
	d.sees("Done again: The import of 2 articles")
	if got := d.w.Ties(); got != before {
		t.Errorf("%d ties after it was done again, want %d", got, before)
	}
}

func TestAnImportWithFilesThatFailedIsTakenBackFromItsList(t *testing.T) {
	d := sit(t, quarrels(t))
	before := d.w.Ties()
	d.imports(texts(t, "Norway and Chile signed an agreement on fishing in Oslo.", ""))
	d.sees("1 article was added.")
	d.sees("b.txt")
	d.button("Undo")
	d.sees("Taken back: The import of 1 article")
	if got := d.w.Ties(); got != before {
		t.Errorf("%d ties after the import was taken back, want %d", got, before)
	}
	d.missesAll("b.txt") // the list of files that failed went with it
}

func TestAnImportUnderAFilterOffersToShowWhatCame(t *testing.T) {
	d := sit(t, quarrels(t))
	d.imports(texts(t, "Norway and Chile signed an agreement on fishing in Oslo."))
	d.missesAll("Clear the filter")
	d.w.SetFilter(data.Filter{Countries: []data.Party{"NO"}})
	d.settle()
	d.missesAll("Clear the filter")
	before := d.w.Ties()
	d.imports(texts(t, "Peru and Fiji signed an agreement on fishing in Lima."))
	if got := d.w.Ties(); got != before {
		t.Fatalf("%d ties under the filter, want %d", got, before)
	}
	d.button("Clear the filter")
	d.settle()
	if got := d.w.Ties(); got < before+2 {
		t.Errorf("%d ties without the filter, want more than the %d under it", got, before)
	}
}

func TestAnImportOfNothingButFailuresOffersNoUndo(t *testing.T) {
	d := sit(t, quarrels(t))
	d.imports(texts(t, ""))
	d.sees("a.txt")
	d.missesAll("Undo")
}

func TestAPastedArticleIsLeftWhenItIsTakenBack(t *testing.T) {
	d := sit(t, quarrels(t))
	fyne.CurrentApp().Clipboard().SetContent("Norway and Chile sign an agreement\n\nNorway and Chile signed an agreement on fishing in Oslo.\n")
	d.do("Paste an article")
	d.w.WaitForJob()
	d.settle()
	if d.w.Route().Article == 0 {
		t.Fatal("the pasted article is not read")
	}
	d.do("Undo")
	d.sees("Taken back: The import of 1 article")
	if got := d.w.Route(); got.Article != 0 {
		t.Errorf("looks at %+v after the article went", got)
	}
}

func TestFilesThatWereCopiedArePastedAsArticles(t *testing.T) {
	d := sit(t, quarrels(t))
	path := filepath.Join(t.TempDir(), "two words.rtf")
	if err := os.WriteFile(path, []byte(`{\rtf1\ansi Norway and Chile sign an agreement\par Norway and Chile signed an agreement on fishing in Oslo.\par}`), 0o644); err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Clipboard().SetContent(storage.NewFileURI(path).String() + "\n")
	d.do("Paste an article")
	d.w.WaitForJob()
	d.settle()
	d.do("Undo")
	d.sees("Taken back: The import of 1 article")
}

func TestADroppedPDFThatIsNoPictureIsImported(t *testing.T) {
	d := sit(t, quarrels(t))
	raw, err := os.ReadFile("../../testdata/ingest/documents/letter-writer.pdf")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "letter.pdf")
	if err := os.WriteFile(path, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	d.drop(path)
	d.w.WaitForJob()
	d.settle()
	d.do("Undo")
	d.sees("Taken back: The import of 1 article")
}

func TestTheMessageOfAnImportTakesNoLaterDecisionBack(t *testing.T) {
	d := sit(t, quarrels(t))
	d.imports(texts(t, "Norway and Chile signed an agreement on fishing in Oslo."))
	d.w.GradeFirst("2") // without a message of its own
	d.settle()
	d.button("Undo")
	d.sees("Something else was decided since the import.")
	d.do("Undo")
	d.sees("Taken back: An article was graded")
	d.do("Undo")
	d.sees("Taken back: The import of 1 article")
}
