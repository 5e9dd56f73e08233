package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/job"
	"entente/app/window/look"
	"entente/app/window/tip"
)

// status is the line at the bottom: what is shown, and how far long work has come.
type status struct {
	w       *Window
	object  fyne.CanvasObject
	text    *widget.Label
	note    *widget.Label
	bar     *widget.ProgressBar
	endless *widget.ProgressBarInfinite
	stop    *tip.Button
	work    *fyne.Container
	line    *fyne.Container // of text and work
}

func newStatus(w *Window) *status {
	s := &status{w: w, text: caption(""), note: caption(""), bar: widget.NewProgressBar(), endless: widget.NewProgressBarInfinite()}
	s.text.Truncation = fyne.TextTruncateEllipsis
	s.bar.TextFormatter = func() string { return "" }
	s.stop = w.tips.Button(theme.CancelIcon(), "", w.say.Say("job.cancel"), w.cancelJob)
	s.endless.Stop()
	s.endless.Hide()
	bars := container.New(slim{160, 8}, s.bar, s.endless)
	s.work = container.NewHBox(s.note, container.NewCenter(bars), container.New(dense{}, s.stop))
	s.work.Hide()
	s.line = container.NewBorder(nil, nil, nil, s.work, s.text)
	s.object = container.NewBorder(widget.NewSeparator(), nil, nil, nil,
		container.NewStack(newGround(look.Panel, 0), container.New(dense{}, s.line)))
	return s
}

// slim gives bars one size, lower than Fyne would.
type slim struct{ width, height float32 }

func (l slim) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(l.width, l.height))
	}
}

func (l slim) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(l.width, l.height) }

// show counts what the filter leaves, and names the library.
func (s *status) show() {
	lib := s.w.session.Library()
	if lib == nil {
		s.text.SetText("")
		return
	}
	c, say := s.w.session.Listing().Counts, s.w.say
	key, f := "status.line", s.w.session.Filter()
	if !f.Empty() {
		key = "status.filtered"
	}
	s.text.SetText(say.Say(key,
		"articles", say.Count("count.articles", c.Articles), "reports", say.Count("count.reports", c.Reports),
		"ties", say.Count("count.ties", c.Ties), "passages", say.Count("count.passages", c.Passages), "library", s.w.libraryName(lib)))
}

// libraryName is what a library is called: its file's name without the extension, but for the default library.
func (w *Window) libraryName(l app.Library) string {
	if home, err := app.DefaultLibrary(); err == nil && l.Path() == home {
		return w.say.Say("library.own")
	}
	return strings.TrimSuffix(filepath.Base(l.Path()), app.Extension)
}

// working shows that something is under way that cannot be cancelled and has no measure.
func (s *status) working(note string) {
	s.note.SetText(note)
	s.bar.Hide()
	s.stop.Hide()
	s.endless.Show()
	s.endless.Start()
	s.busy(true)
}

// progress shows how far a job is.
func (s *status) progress(note string, p job.Progress) {
	s.note.SetText(note)
	s.stop.Show()
	known := p.Share() >= 0
	shown(s.bar, known)
	shown(s.endless, !known)
	if known {
		s.endless.Stop()
		s.bar.SetValue(p.Share())
	} else {
		s.endless.Start()
	}
	s.busy(true)
}

// busy shows or takes away the progress; the text takes the room that is left.
func (s *status) busy(yes bool) {
	if s.work.Visible() != yes {
		shown(s.work, yes)
		s.line.Refresh()
	}
}

// idle takes the progress away.
func (s *status) idle() {
	s.endless.Stop()
	s.busy(false)
}

// notice is a line below the search that tells something once: what the sample library is, or why a library is read-only.
type notice struct {
	w      *Window
	object *fyne.Container
	text   *widget.Label
	closed func()
}

func newNotice(w *Window) *notice {
	n := &notice{w: w, text: widget.NewLabel("")}
	n.text.Wrapping = fyne.TextWrapWord
	drop := w.tips.Button(theme.CancelIcon(), "", w.say.Say("notice.close"), n.close)
	n.object = container.New(&grown{again: func() { w.o.Post(func() { w.win.Content().Refresh() }) }}, newGround(look.Notice, 0), container.NewBorder(nil, nil, container.NewPadded(container.NewVBox(container.NewPadded(widget.NewIcon(theme.InfoIcon())))), container.NewVBox(drop), n.text))
	n.object.Hide()
	return n
}

// grown lays its objects over each other, and has the window laid out again when the words in the last of them need more
// lines than there was room for: how many they need shows only once they have their width.
type grown struct {
	again func()
	asked fyne.Size // the size for which that was done
}

func (g *grown) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
	if size.Width > 0 && g.MinSize(objects).Height > size.Height+0.5 && g.asked != size {
		g.asked = size
		g.again()
	}
}

func (g *grown) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[len(objects)-1].MinSize()
}

// show tells text; closed is called when the user puts it away.
func (n *notice) show(text string, closed func()) {
	n.text.SetText(text)
	n.closed = closed
	n.object.Show()
}

func (n *notice) hide() { n.object.Hide() }

func (n *notice) close() {
	n.hide()
	if n.closed != nil {
		n.closed()
	}
}
