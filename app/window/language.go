package window

import (
	"log/slog"

	"fyne.io/fyne/v2"

	"entente/app"
	"entente/app/words"
)

// language is the code of the language that the window speaks: the chosen one, else the system's, else English.
func (w *Window) language() string {
	return words.Match(w.o.Assets, w.settings.Language(), w.o.Locale)
}

// learnWords loads the sentences of a language.
func (w *Window) learnWords(code string) error {
	say, err := words.Load(w.o.Assets, code)
	if err != nil {
		return err
	}
	english := say
	if code != rulesLanguage {
		if english, err = words.Load(w.o.Assets, rulesLanguage); err != nil {
			return err
		}
	}
	w.say, w.reasons = say, words.NewReasons(english, say, w.localName)
	return nil
}

// rulesLanguage is the language that the rules give their reasons in.
const rulesLanguage = "en"

// languages gives the languages that there are, each by its code and its own name.
func (w *Window) languages() (codes, names []string) {
	for _, code := range words.Languages(w.o.Assets) {
		name, err := words.Name(w.o.Assets, code)
		if err != nil {
			slog.Error("read language", "language", code, "error", err)
			continue
		}
		codes, names = append(codes, code), append(names, name)
	}
	return codes, names
}

// languageItems offers the languages.
func (w *Window) languageItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	codes, names := w.languages()
	for i, code := range codes {
		item := fyne.NewMenuItem(names[i], func() { w.speak(code) })
		item.Checked = code == w.say.Code()
		items = append(items, item)
	}
	return items
}

// speak makes the window anew in another language.
func (w *Window) speak(code string) {
	if err := w.learnWords(code); err != nil {
		w.fail(err)
		return
	}
	slog.Debug("language set", "language", code)
	w.settings.SetLanguage(code)
	w.rebuild()
}

// rebuild makes what is in the window anew. What is open, chosen and looked at stays.
func (w *Window) rebuild() {
	w.tips.Hide()
	w.settings.SetSplits(w.splits.shares())
	view, fitted := w.mapPane.view.View(), w.mapPane.view.Fitted()
	w.makeActions()
	w.win.SetContent(w.build())
	w.win.SetMainMenu(w.menu())
	w.mapPane.view.SetWords(w.say, w.name)
	w.mapPane.showView(view, fitted)
	w.furnish()
	w.changed(app.Everything)
}
