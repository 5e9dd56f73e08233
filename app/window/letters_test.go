package window_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestJapaneseIsWrittenWithItsOwnLettersOnceAnArticleNeedsThem(t *testing.T) {
	d := sit(t, "")
	font := func() string { return fyne.CurrentApp().Settings().Theme().Font(fyne.TextStyle{}).Name() }
	if got := font(); got == "fonts/DroidSansFallback.ttf" {
		t.Errorf("an English library is written with %s, which takes time to read", got)
	}
	fyne.CurrentApp().Clipboard().SetContent("日本とセルビアが協定に署名\n\n日本とセルビアは東京で投資協定に署名した。\n")
	d.do("Paste an article")
	d.w.WaitForJob()
	d.settle()
	if got, want := font(), "fonts/DroidSansFallback.ttf"; got != want {
		t.Errorf("a Japanese article is written with %s, want %s", got, want)
	}
	d.do("Light or dark")
	if got, want := font(), "fonts/DroidSansFallback.ttf"; got != want {
		t.Errorf("after a change of theme it is written with %s, want %s", got, want)
	}
}
