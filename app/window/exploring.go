package window

import (
	"context"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"entente/app"
	"entente/app/export"
	"entente/app/scene"
)

// exploring gives the actions that look at the library in other ways.
func (w *Window) exploring() []action {
	some := func() bool { return w.session.Library() != nil }
	actions := []action{{id: "play", shortcut: ctrl(fyne.KeyP), run: func() { w.timeline.play.toggle() }, able: some}, {id: "export.table", shortcut: ctrlShift(fyne.KeyE), run: w.exportTable, able: some}}
	writable := func() bool { l := w.session.Library(); return l != nil && !l.ReadOnly() }
	actions = append(actions, action{id: "views"}, action{id: "views.save", shortcut: ctrl(fyne.KeyS), run: w.saveView, able: writable},
		action{id: "views.manage", shortcut: ctrlShift(fyne.KeyO), run: w.manageViews, able: some}, action{id: "merge", run: w.mergeLibrary, able: writable},
		action{id: "verify", run: w.verifyFile})
	for i, picture := range app.Pictures {
		actions = append(actions, action{id: "picture." + pictureKey(picture), shortcut: ctrl(fyne.KeyName('1' + rune(i))),
			run: func() { w.session.Show(picture) }, checked: func() bool { return w.session.Picture() == picture }})
	}
	return actions
}

// exportTable writes what the picture shows as a table, in the order that is seen; the map as its ties.
func (w *Window) exportTable() {
	page := w.pictures.seen()
	if page == nil {
		ties := newTablePage(w)
		ties.fill()
		page = ties
	}
	table := page.table()
	w.askPath(pathQuestion{title: "export.table.title", hint: "export.table.hint", confirm: "export.confirm", save: true,
		start: filepath.Join(w.saveFolder(), table.Name+".csv"),
		kinds: []string{"csv", "xlsx", "json"},
		final: func(path, kind string) (string, string) {
			path = withKind(path, kind)
			if !export.CanWriteTable(path) {
				return "", w.say.Say("export.table.format")
			}
			return path, ""
		},
		done: func(path string) {
			w.export(path, func(_ context.Context, out io.Writer, _ scene.SnapshotInput) error {
				return export.WriteTable(out, filepath.Ext(path), table)
			})
		}})
}
