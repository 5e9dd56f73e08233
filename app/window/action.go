package window

import (
	"math"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"entente/data"
)

// action is something the user can do: one entry of a menu, with its shortcut.
type action struct {
	id       string // its words are "menu.ID" in the language files
	shortcut fyne.Shortcut
	run      func()
	able     func() bool // nil for always
	checked  func() bool // nil for no tick
	inside   []string    // the actions of its own menu
	item     *fyne.MenuItem
}

// menus lists the actions by menu; "" is a line between them.
var menus = []struct {
	id      string
	actions []string
}{
	{"file", []string{"new", "open", "recent", "", "import", "paste", "", "export.map", "export.briefing", "export.table", "", "quit"}},
	{"edit", []string{"undo", "redo", "", "copy", "", "remove", "", "find", "find.article", "", "preferences"}},
	{"view", []string{"back", "forward", "", "zoom.in", "zoom.out", "zoom.fit", "region", "projection", "drawn", "", "lists", "panel", "shade", "theme", "language", "full"}},
	{"explore", []string{"picture.map", "picture.table", "picture.matrix", "picture.changes", "picture.disputes", "picture.gaps", "", "play", "clear", "", "views", "views.save", "views.manage"}},
	{"judge", []string{"review", "", "accept", "reject", "edit.passage", "note", "split", "why", "", "history"}},
	{"article", []string{"sentence", "evidence.add", "whynot", "furniture", "", "grade", "report", "", "text.larger", "text.smaller"}},
	{"library", []string{"name", "", "merge", "", "rescan", "check", "verify", "", "purge"}},
	{"help", []string{"start", "shortcuts", "about"}},
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// makeActions fills the table of actions.
func (w *Window) makeActions() {
	w.actions = map[string]*action{}
	writable := func() bool { l := w.session.Library(); return l != nil && !l.ReadOnly() }
	some := func() bool { return w.session.Library() != nil }
	for _, a := range append(w.exploring(), []action{
		{id: "new", shortcut: ctrl(fyne.KeyN), run: w.newLibrary},
		{id: "open", shortcut: ctrl(fyne.KeyO), run: w.openLibrary},
		{id: "recent"},
		{id: "import", shortcut: ctrl(fyne.KeyI), run: w.importFiles, able: writable},
		{id: "paste", shortcut: ctrlShift(fyne.KeyV), run: w.pasteArticle, able: writable},
		{id: "export.map", shortcut: ctrl(fyne.KeyE), run: w.exportMap, able: some},
		{id: "export.briefing", shortcut: ctrl(fyne.KeyB), run: w.exportBriefing, able: some},
		{id: "quit", shortcut: ctrl(fyne.KeyQ), run: w.close},
		{id: "undo", shortcut: &fyne.ShortcutUndo{}, run: w.undo, able: func() bool { return writable() && w.session.Listing().Undo }},
		{id: "redo", shortcut: &fyne.ShortcutRedo{}, run: w.redo, able: func() bool { return writable() && w.session.Listing().Redo }},
		{id: "remove", shortcut: ctrl(fyne.KeyDelete), run: w.removeArticle, able: func() bool {
			return writable() && w.session.Route().Article != 0
		}},
		{id: "copy", shortcut: ctrlShift(fyne.KeyC), run: w.copyPassage, able: some},
		{id: "find", shortcut: ctrl(fyne.KeyK), run: func() { w.top.focus() }},
		{id: "find.article", shortcut: ctrl(fyne.KeyF), run: w.findInArticle},
		{id: "preferences", shortcut: ctrl(fyne.KeyComma), run: w.showPreferences},
		{id: "back", shortcut: alt(fyne.KeyLeft), run: func() { w.session.Back() }, able: func() bool { b, _ := w.session.CanGo(); return b }},
		{id: "forward", shortcut: alt(fyne.KeyRight), run: func() { w.session.Forward() }, able: func() bool { _, f := w.session.CanGo(); return f }},
		{id: "zoom.in", shortcut: ctrl(fyne.KeyEqual), run: func() { w.mapPane.view.ZoomBy(zoomStep) }},
		{id: "zoom.out", shortcut: ctrl(fyne.KeyMinus), run: func() { w.mapPane.view.ZoomBy(1 / zoomStep) }},
		{id: "zoom.fit", shortcut: ctrl(fyne.Key0), run: func() { w.mapPane.view.Fit() }},
		{id: "region"},
		{id: "projection"},
		{id: "drawn", inside: []string{"legend", "graticule", "tienames", "inset", "", "motion"}},
		{id: "legend", shortcut: ctrlShift(fyne.KeyL), run: w.switchLegend, checked: func() bool { return w.mapPane.view.LegendShown() }},
		{id: "graticule", shortcut: ctrlShift(fyne.KeyG), run: w.switchPart("graticule"), checked: w.drawn("graticule")},
		{id: "tienames", shortcut: ctrlShift(fyne.KeyT), run: w.switchPart("tienames"), checked: w.drawn("tienames")},
		{id: "inset", run: w.switchPart("inset"), checked: w.drawn("inset")},
		{id: "motion", run: w.switchMotion, checked: func() bool { return w.mapPane.view.Animated }},
		{id: sideLists, shortcut: alt(fyne.Key1), run: func() { w.flanks.turn(sideLists) }, checked: func() bool { return w.flanks.seen(sideLists) }},
		{id: sidePanel, shortcut: alt(fyne.Key2), run: func() { w.flanks.turn(sidePanel) }, checked: func() bool { return w.flanks.seen(sidePanel) }},
		{id: "shade", shortcut: ctrl(fyne.KeyD), run: w.switchTheme},
		{id: "theme"},
		{id: "language"},
		{id: "full", shortcut: ctrlShift(fyne.KeyF), run: func() { w.win.SetFullScreen(!w.win.FullScreen()) },
			checked: func() bool { return w.win.FullScreen() }},
		{id: "clear", shortcut: ctrlShift(fyne.KeyX), run: w.clearFilter, able: func() bool { f := w.session.Filter(); return !f.Empty() }},
		{id: "accept", shortcut: ctrlShift(fyne.KeyA), run: w.onTarget(func(e data.Evidence) { w.judge(e, data.Accepted) }), able: w.canJudge},
		{id: "reject", shortcut: ctrlShift(fyne.KeyR), run: w.onTarget(func(e data.Evidence) { w.judge(e, data.Rejected) }), able: w.canJudge},
		{id: "edit.passage", shortcut: ctrlShift(fyne.KeyM), run: w.onTarget(w.correct), able: w.canJudge},
		{id: "note", shortcut: ctrlShift(fyne.KeyN), run: w.onTarget(w.notePassage), able: w.canJudge},
		{id: "split", run: w.onTarget(w.splitPassage), able: w.canJudge},
		{id: "why", shortcut: ctrlShift(fyne.KeyW), run: w.onTarget(w.showWhy), able: func() bool { _, ok := w.target(); return ok }},
		{id: "review", shortcut: ctrl(fyne.KeyJ), run: w.startReview, able: some},
		{id: "history", shortcut: ctrl(fyne.KeyH), run: w.showHistory, able: some},
		{id: "purge", run: w.purge, able: writable},
		{id: "name", run: w.aliasName, able: writable},
		{id: "sentence", shortcut: ctrlShift(fyne.KeyS), run: func() { w.panel.reader.SelectSentence(1) }, able: w.reading},
		{id: "evidence.add", shortcut: ctrl(fyne.KeyL), run: w.addEvidence, able: func() bool { return writable() && w.reading() }},
		{id: "whynot", shortcut: ctrlShift(fyne.KeyY), run: w.whyNotHere, able: w.reading},
		{id: "grade", shortcut: ctrl(fyne.KeyG), run: w.showGrades, able: func() bool { return writable() && w.reading() }},
		{id: "furniture", run: w.furnishHere, able: func() bool { return writable() && w.reading() }},
		{id: "report", run: w.showReport, able: func() bool { return writable() && w.reading() && len(w.session.Detail().Twins) > 0 }},
		{id: "text.larger", shortcut: ctrlShift(fyne.KeyEqual), run: func() { w.scaleText(1.1) }, able: w.reading},
		{id: "text.smaller", shortcut: ctrlShift(fyne.KeyMinus), run: func() { w.scaleText(1 / 1.1) }, able: w.reading},
		{id: "rescan", run: w.readAgain, able: writable},
		{id: "check", run: w.checkLibrary, able: some},
		{id: "start", run: w.showStart},
		{id: "shortcuts", shortcut: ctrl(fyne.KeySlash), run: w.showShortcuts},
		{id: "about", run: w.showAbout},
	}...) {
		w.actions[a.id] = &a
	}
}

// menu builds the main menu from the actions.
func (w *Window) menu() *fyne.MainMenu {
	var all []*fyne.Menu
	for _, m := range menus {
		menu := fyne.NewMenu(w.say.Say("menu."+m.id), w.menuItems(m.actions)...)
		all = append(all, menu)
	}
	return fyne.NewMainMenu(all...)
}

// menuItems makes the entries of a menu; "" is a line between them.
func (w *Window) menuItems(ids []string) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, id := range ids {
		if id == "" {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		items = append(items, w.menuItem(w.actions[id]))
	}
	if runtime.GOOS != "darwin" {
		w.writeKeys(ids)
	}
	return items
}

func (w *Window) menuItem(a *action) *fyne.MenuItem {
	a.item = fyne.NewMenuItem(w.say.Say("menu."+a.id), func() { w.act(a) })
	a.item.Shortcut = a.shortcut
	a.item.IsQuit = a.id == "quit"
	if a.inside != nil {
		a.item.ChildMenu = fyne.NewMenu("", w.menuItems(a.inside)...)
	}
	switch a.id {
	case "region":
		a.item.ChildMenu = fyne.NewMenu("", w.regionItems()...)
	case "recent":
		a.item.ChildMenu = fyne.NewMenu("", w.recentItems()...)
	case "views":
		a.item.ChildMenu = fyne.NewMenu("", w.viewItems()...)
	case "projection":
		a.item.ChildMenu = fyne.NewMenu("", w.projectionItems()...)
	case "theme":
		a.item.ChildMenu = fyne.NewMenu("", w.themeItems()...)
	case "language":
		a.item.ChildMenu = fyne.NewMenu("", w.languageItems()...)
	}
	return a.item
}

// quietShortcut is a shortcut that Fyne obeys but does not write into the menu, where it would be too faint to read.
type quietShortcut struct{ name string }

// ShortcutName is part of fyne.Shortcut.
func (s quietShortcut) ShortcutName() string { return s.name }

// writeKeys writes the shortcuts of a menu's actions behind their words.
func (w *Window) writeKeys(ids []string) {
	var items []*fyne.MenuItem
	var keys []string
	for _, id := range ids {
		if a := w.actions[id]; a != nil && a.shortcut != nil {
			items, keys = append(items, a.item), append(keys, a.keys())
			a.item.Shortcut = quietShortcut{a.shortcut.ShortcutName()}
		}
	}
	writeBehind(items, keys)
}

// writeBehind writes keys behind the words of a menu's entries, below each other as far as spaces allow.
func writeBehind(items []*fyne.MenuItem, keys []string) {
	width := func(s string) float32 { return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width }
	widest, space := float32(0), width(" ")
	for _, i := range items {
		widest = max(widest, width(i.Label))
	}
	for n, i := range items {
		spaces := 6 + int(math.Round(float64((widest-width(i.Label))/space)))
		i.Label += strings.Repeat(" ", spaces) + keys[n]
	}
}

// act runs an action. Shortcuts of the menu come before those of a text that is being typed into, so the ones that both
// have are handed on to the text.
func (w *Window) act(a *action) {
	if text, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok && (a.id == "undo" || a.id == "redo") {
		text.TypedShortcut(a.shortcut)
		return
	}
	if w.win.Canvas().Overlays().Top() != nil && a.id != "quit" {
		return // a dialog waits for an answer
	}
	switch lib := w.session.Library(); {
	case a.run == nil:
	case a.able == nil || a.able():
		a.run()
	case lib != nil && lib.ReadOnly():
		w.toast.show(w.say.Say("error.readonly"))
	}
}

// enable brings the menu up to date with what can be done.
func (w *Window) enable() {
	changed := false
	for _, a := range w.actions {
		off := a.able != nil && !a.able()
		on := a.checked != nil && a.checked()
		if a.item != nil && (a.item.Disabled != off || a.item.Checked != on) {
			a.item.Disabled, a.item.Checked, changed = off, on, true
		}
	}
	if changed {
		w.win.MainMenu().Refresh()
	}
	w.top.enable()
}

// keys gives an action's shortcut as people read it, such as "Ctrl+Shift+A".
func (a *action) keys() string {
	var key fyne.KeyName
	var mod fyne.KeyModifier
	switch s := a.shortcut.(type) {
	case fyne.KeyboardShortcut:
		key, mod = s.Key(), s.Mod()
	default:
		return ""
	}
	var parts []string
	for _, m := range []struct {
		bit  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if mod&m.bit != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, string(key)), "+")
}

// tip gives an action's words with its shortcut, for a tooltip.
func (w *Window) tip(id string) string {
	a := w.actions[id]
	if keys := a.keys(); keys != "" {
		return w.say.Say("tip.shortcut", "what", w.say.Say("menu."+id), "keys", keys)
	}
	return w.say.Say("menu." + id)
}
