package window

import (
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// flanks are the lists at the left of the map and the panel at its right. A person can put each away. Where the window has
// room for one of them only, it is the one that was asked for last.
type flanks struct {
	w      *Window
	object fyne.CanvasObject
	wanted map[string]bool // by name
	front  string          // the one that was asked for last
	narrow bool            // there is room for one
}

// The names of the sides, which are those of the actions that show and hide them.
const (
	sideLists = "lists"
	sidePanel = "panel"
)

func newFlanks(w *Window) *flanks {
	s := &flanks{w: w, front: sidePanel, wanted: map[string]bool{sideLists: w.settings.Side(sideLists), sidePanel: w.settings.Side(sidePanel)}}
	s.object = container.New(flanksLayout{s}, w.splits.left)
	return s
}

// part is what a side consists of.
func (s *flanks) part(name string) fyne.CanvasObject {
	if name == sideLists {
		return s.w.splits.lists
	}
	return s.w.rooms.panel
}

// seen says whether a side is to be seen as things are.
func (s *flanks) seen(name string) bool {
	return s.wanted[name] && (!s.narrow || s.front == name || !s.wanted[s.front])
}

// turn shows a side, or puts it away where it is seen.
func (s *flanks) turn(name string) {
	s.wanted[name] = !s.seen(name)
	s.w.settings.SetSide(name, s.wanted[name])
	if s.wanted[name] {
		s.front = name
	}
	slog.Debug("side turned", "side", name, "seen", s.seen(name), "narrow", s.narrow)
	s.fold()
	s.w.enable()
}

// reveal shows a side, for what was just asked to be seen in it.
func (s *flanks) reveal(name string) {
	if s.front = name; !s.seen(name) {
		s.turn(name)
	}
	s.fold()
}

// fold brings the window up to date with what is to be seen.
func (s *flanks) fold() {
	changed := false
	for _, name := range []string{sideLists, sidePanel} {
		part := s.part(name)
		if part.Visible() != s.seen(name) {
			shown(part, s.seen(name))
			changed = true
		}
	}
	if changed {
		s.w.splits.left.Refresh()
		s.w.splits.right.Refresh()
	}
}

// flanksLayout gives the sides and what is between them the whole room, and folds them to fit it.
type flanksLayout struct{ s *flanks }

// Layout is part of fyne.Layout.
func (l flanksLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	lists, middle, panel := l.leasts()
	l.s.narrow = size.Width < lists.Width+middle.Width+panel.Width+2*dividerRoom()
	l.s.fold()
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is part of fyne.Layout: room for the middle and one of the sides.
func (l flanksLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	lists, middle, panel := l.leasts()
	return fyne.NewSize(max(lists.Width, panel.Width)+middle.Width+dividerRoom(), max(lists.Height, middle.Height, panel.Height))
}

func (l flanksLayout) leasts() (lists, middle, panel fyne.Size) {
	return l.s.part(sideLists).MinSize(), l.s.w.splits.timeline.MinSize(), l.s.part(sidePanel).MinSize()
}

// dividerRoom is how wide the line between two parts is at most.
func dividerRoom() float32 { return 2 * theme.Padding() }
