package window

import (
	"encoding/json"
	"log/slog"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/settings"
	"entente/data"
	"entente/geo/proj"
)

// views gives the views saved with the open library; what cannot be read counts as none.
func (w *Window) views() []app.View {
	lib := w.session.Library()
	if lib == nil {
		return nil
	}
	views, err := app.Views(background(), lib)
	if err != nil {
		slog.Warn("read saved views", "error", err)
	}
	return views
}

// keepViews keeps the views with the library and tells what was done, with a way back to those before.
func (w *Window) keepViews(views, before []app.View, told string) {
	lib := w.session.Library()
	if lib == nil {
		return
	}
	if err := app.SetViews(background(), lib, views); err != nil {
		w.fail(err)
		return
	}
	slog.Debug("views kept", "views", len(views))
	w.showViews()
	w.toast.show(told, offer{w.say.Say("menu.undo"), func() {
		if w.session.Library() == lib {
			w.keepViews(before, views, w.say.Say("views.undone"))
		}
	}})
}

// showViews brings the menu of saved views up to date.
func (w *Window) showViews() {
	if a := w.actions["views"]; a.item != nil {
		a.item.ChildMenu.Items = w.viewItems()
		w.win.MainMenu().Refresh()
	}
}

// viewItems offers the saved views.
func (w *Window) viewItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, v := range w.views() {
		items = append(items, fyne.NewMenuItem(v.Name, func() { w.showView(v) }))
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem(w.say.Say("views.none"), nil)
		none.Disabled = true
		items = append(items, none)
	}
	return items
}

// present gives what the window shows as a view.
func (w *Window) present(name string) app.View {
	place, err := json.Marshal(w.mapPane.view.View())
	if err != nil { // numbers and a name
		slog.Error("save view", "error", err)
	}
	return app.View{Name: name, Map: place, Fitted: w.mapPane.view.Fitted(), Filter: w.session.Filter(), Route: w.session.Route(),
		Picture: w.session.Picture(), Theme: w.settings.Theme()}
}

// showView shows a saved view. What is damaged in it is left out.
func (w *Window) showView(v app.View) {
	slog.Debug("view shown", "name", v.Name, "picture", v.Picture)
	var place proj.View
	if err := json.Unmarshal(v.Map, &place); err != nil {
		slog.Warn("read view", "name", v.Name, "error", err)
	}
	if v.Theme != w.settings.Theme() && slices.Contains(settings.Themes, v.Theme) {
		w.setTheme(v.Theme)
	}
	w.mapPane.show(place, v.Fitted)
	if slices.ContainsFunc(slices.Concat(v.Filter.Countries, v.Filter.Between), func(p data.Party) bool { return !p.Valid() }) {
		v.Filter.Countries, v.Filter.Between = nil, nil
	}
	w.setFilter(v.Filter)
	w.mapPane.keep(func() { w.session.GoTo(v.Route, v.Picture) })
}

// saveView asks for a name and saves what the window shows under it. A view of that name is replaced; that can be undone.
func (w *Window) saveView() {
	w.askName("views.save", "views.save.hint", "", func(name string) {
		before := w.views()
		told := w.say.Say("views.saved", "name", name)
		if app.FindView(before, name) >= 0 {
			told = w.say.Say("views.replaced", "name", name)
		}
		w.keepViews(app.PutView(before, w.present(name)), before, told)
	})
}

// askName asks for the name of a view; title and hint are keys of sentences.
func (w *Window) askName(title, hint, start string, done func(name string)) {
	entry := newPathEntry()
	entry.SetText(start)
	var d *dialog.CustomDialog
	confirm := func() {
		if name := strings.TrimSpace(entry.Text); name != "" {
			d.Hide()
			done(name)
		}
	}
	entry.OnSubmitted = func(string) { confirm() }
	entry.escaped = func() { d.Hide() }
	d = dialog.NewCustomWithoutButtons(w.say.Say(title), container.NewVBox(wrapped(w.say.Say(hint), 420), entry), w.win)
	yes := widget.NewButton(w.say.Say("views.confirm"), confirm)
	yes.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(w.say.Say("dialog.cancel"), d.Hide), yes})
	d.Show()
	w.win.Canvas().Focus(entry)
	slog.Debug("asked for a name", "what", title)
}

// manageViews lists the saved views, to be shown, replaced, renamed and deleted.
func (w *Window) manageViews() {
	box := container.NewVBox()
	var fill func()
	fill = func() {
		box.RemoveAll()
		views := w.views()
		if len(views) == 0 {
			box.Add(quiet(w.say.Say("views.none")))
		}
		for i := range views {
			box.Add(w.viewLine(views, i, fill))
		}
		box.Refresh()
	}
	fill()
	scroll := container.NewVScroll(box)
	scroll.SetMinSize(fyne.NewSize(460, min(320, w.win.Canvas().Size().Height-220)))
	w.message(w.say.Say("menu.views.manage"), scroll)
	slog.Debug("views listed", "views", len(box.Objects))
	w.focusIn(box)
}

// focusIn gives the focus to the first thing in a container that takes it, at most two containers deep.
func (w *Window) focusIn(box *fyne.Container) {
	for _, o := range box.Objects {
		if inner, ok := o.(*fyne.Container); ok && len(inner.Objects) > 0 {
			o = inner.Objects[0]
		}
		if f, ok := o.(fyne.Focusable); ok {
			w.win.Canvas().Focus(f)
			return
		}
	}
}

// viewLine is a view with what can be done with it.
func (w *Window) viewLine(views []app.View, i int, fill func()) fyne.CanvasObject {
	v := views[i]
	show := widget.NewButton(v.Name, func() {
		w.closeMessages()
		w.showView(v)
	})
	show.Importance, show.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	replace := w.tips.Button(theme.DocumentSaveIcon(), "", w.say.Say("views.overwrite"), func() {
		w.keepViews(app.PutView(views, w.present(v.Name)), views, w.say.Say("views.replaced", "name", v.Name))
		fill()
	})
	rename := w.tips.Button(theme.DocumentCreateIcon(), "", w.say.Say("views.rename"), func() {
		w.askName("views.rename", "views.rename.hint", v.Name, func(name string) {
			if at := app.FindView(views, name); at >= 0 && at != i {
				w.tell(w.say.Say("views.rename"), w.say.Say("views.exists", "name", name))
				return
			}
			renamed := slices.Clone(views)
			renamed[i].Name = name
			w.keepViews(renamed, views, w.say.Say("views.renamed", "name", name))
			fill()
		})
	})
	remove := w.tips.Button(theme.DeleteIcon(), "", w.say.Say("views.delete"), func() {
		w.keepViews(slices.Delete(slices.Clone(views), i, i+1), views, w.say.Say("views.deleted", "name", v.Name))
		fill()
	})
	return container.NewBorder(nil, nil, nil, container.NewHBox(replace, rename, remove), show)
}

// closeMessages closes every dialog that only tells something.
func (w *Window) closeMessages() {
	for len(w.messages) > 0 {
		w.messages[len(w.messages)-1].Hide()
	}
}
