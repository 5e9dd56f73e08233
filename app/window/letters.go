package window

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"entente/app"
	"entente/app/window/look"
)

// lettersFile is the font of Chinese and Japanese, which the map writes with too.
const lettersFile = "fonts/DroidSansFallback.ttf"

// spell sees to it that what a change shows can be written. It is called once the window runs: before, Fyne would not
// forget the fonts of another theme. The font of Chinese and Japanese takes some 10 ms to read for
// each style, so it waits until words need it; the start of a window that shows none is not held up.
func (w *Window) spell(c app.Change) {
	if w.letters != nil {
		return
	}
	if needsLetters(w.say.Say("language.name")) {
		w.useLetters()
		return
	}
	if c&app.TiesChanged != 0 {
		for _, a := range w.session.Listing().Articles {
			if needsLetters(a.Heading) || needsLetters(a.Publisher) {
				w.useLetters()
				return
			}
		}
	}
	if c&app.DetailChanged == 0 {
		return
	}
	d := w.session.Detail()
	needed := needsLetters(d.Article.Text)
	for i := range d.Passages {
		needed = needed || needsLetters(d.Passages[i].Text)
	}
	if needed {
		w.useLetters()
	}
}

// useLetters writes with the font of Chinese and Japanese from now on.
func (w *Window) useLetters() {
	file, err := fs.ReadFile(w.o.Assets, lettersFile)
	if err != nil {
		w.fail(fmt.Errorf("read font: %w", err))
		return
	}
	w.letters = fyne.NewStaticResource(lettersFile, file)
	w.theme = look.New(w.settings.Theme(), w.settings.TextScale(), w.letters)
	w.o.App.Settings().SetTheme(w.theme)
}

// needsLetters says whether Fyne's own fonts lack letters of text.
func needsLetters(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
	})
}
