package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"entente/app"
	"entente/app/settings"
	"entente/app/window/look"
)

// splits are the parts of the window that the user can drag.
type splits struct{ left, right, timeline, lists *container.Split }

// shares says how the window is divided.
func (s *splits) shares() settings.Splits {
	return settings.Splits{Left: s.left.Offset, Right: s.right.Offset, Timeline: s.timeline.Offset, Lists: s.lists.Offset}
}

// rooms are the places for what is made after the window's first picture.
type rooms struct {
	filters, articles, timeline, panel *fyne.Container
	furnished                          bool
}

// build puts the window together: what its first picture needs, and rooms for the rest.
func (w *Window) build() fyne.CanvasObject {
	room := func(width, height float32) *fyne.Container {
		return container.New(room{fyne.NewSize(look.Fit(width), height)}, newGround(look.Panel, 0))
	}
	w.top, w.notice = newTopBar(w), newNotice(w)
	w.mapPane, w.status, w.toast = newMapPane(w), newStatus(w), newToast(w)
	w.pictures = newPictures(w)
	w.rooms = rooms{filters: room(264, 100), articles: room(180, 90), timeline: room(100, 60), panel: room(240, 200)}
	w.splits = splits{
		lists:    container.NewVSplit(w.rooms.filters, w.rooms.articles),
		timeline: container.NewVSplit(w.pictures.object, w.rooms.timeline),
	}
	w.splits.right = container.NewHSplit(w.splits.timeline, w.rooms.panel)
	w.splits.left = container.NewHSplit(w.splits.lists, w.splits.right)
	s := w.settings.Splits()
	w.splits.left.Offset, w.splits.right.Offset = s.Left, s.Right
	w.splits.timeline.Offset, w.splits.lists.Offset = s.Timeline, s.Lists
	w.flanks = newFlanks(w)
	top := container.NewVBox(w.top.object, w.notice.object)
	w.ground = container.NewStack(container.NewBorder(top, w.status.object, nil, nil, w.flanks.object), w.toast.object, w.top.over, w.tips)
	return w.ground
}

// furnish makes the lists and panels. They come a moment after the map, which is what a person looks at first.
func (w *Window) furnish() {
	if w.rooms.furnished {
		return
	}
	w.rooms.furnished = true
	w.filters, w.articles = newFilterPane(w), newArticlePane(w)
	w.timeline, w.panel = newTimeline(w), newPanel(w)
	w.rooms.filters.Add(w.filters.object)
	w.rooms.articles.Add(w.articles.object)
	w.rooms.timeline.Add(w.timeline.object)
	w.rooms.panel.Add(w.panel.object)
	w.pictures.furnish()
	w.show(app.FilterChanged | app.TiesChanged | app.RouteChanged | app.DetailChanged)
}

// room lays its objects over each other and is at least so large, also while it is empty.
type room struct{ least fyne.Size }

func (room) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (r room) MinSize([]fyne.CanvasObject) fyne.Size { return r.least }

// changed brings the screen up to date with the session.
func (w *Window) changed(c app.Change) {
	if c&app.LibraryChanged != 0 {
		w.showLibrary()
	}
	if c&app.TiesChanged != 0 {
		w.mapPane.showTies()
		w.status.show()
		w.logListing()
	}
	if c&app.RouteChanged != 0 {
		if w.session.Route() != (app.Route{}) {
			w.flanks.reveal(sidePanel)
		}
		w.mapPane.showRoute()
	}
	if w.rooms.furnished {
		w.show(c)
	}
}

// show brings the lists and panels up to date with the session.
func (w *Window) show(c app.Change) {
	w.spell(c)
	if c&app.LibraryChanged != 0 {
		w.top.search.forget()
		w.filters.forget()
	}
	if c&(app.FilterChanged|app.TiesChanged) != 0 {
		w.filters.show()
		w.timeline.show()
		if c&app.TiesChanged != 0 {
			w.timeline.play.seen()
		}
	}
	if c&app.TiesChanged != 0 {
		w.articles.show()
		w.top.refreshSearch()
	}
	if c&app.RouteChanged != 0 {
		w.articles.showRoute()
	}
	if c&(app.TiesChanged|app.RouteChanged|app.DetailChanged) != 0 {
		w.panel.show(c)
		w.panel.review.tell()
	}
	if c&(app.TiesChanged|app.RouteChanged|app.PictureChanged|app.LibraryChanged) != 0 {
		w.pictures.show(c)
	}
	w.enable()
}
