package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/data"
	"entente/data/store"
)

// line is one entry of a page's list: the head of a group, or something that can be chosen.
type line struct {
	words  func() (title, facts string) // asked for when the line is seen: there may be ten thousand
	tie    *data.Tie                    // whose line stands before the words; nil for none
	chosen func()                       // nil for the head of a group
	menu   func() *fyne.Menu
}

// headOf gives the head of a group.
func headOf(title, hint string) line {
	return line{words: func() (string, string) { return title, hint }}
}

// lines is a list of lines that makes widgets only for those that are seen.
type lines struct {
	w        *Window
	list     *widget.List
	all      []line
	selected int // -1 for none
}

func newLines(w *Window) *lines {
	l := &lines{w: w, selected: -1}
	l.list = widget.NewList(func() int { return len(l.all) }, func() fyne.CanvasObject { return newLineItem(l) },
		func(id widget.ListItemID, o fyne.CanvasObject) {
			if id < len(l.all) {
				o.(*lineItem).set(id)
			}
		})
	l.list.OnSelected = func(id widget.ListItemID) {
		if id >= len(l.all) || l.all[id].chosen == nil {
			l.list.Unselect(id)
			return
		}
		if l.selected != id {
			l.selected = id
			l.all[id].chosen()
		}
	}
	return l
}

// set shows other lines, of which none is chosen.
func (l *lines) set(all []line) {
	l.all, l.selected = all, -1
	l.list.UnselectAll()
	l.list.Refresh()
}

// chooseFirst chooses the first line that is no head, so that a page does not open half empty.
func (l *lines) chooseFirst() {
	for i := range l.all {
		if l.all[i].chosen != nil {
			l.list.Select(i)
			return
		}
	}
}

// lineItem is a line on the screen.
type lineItem struct {
	widget.BaseWidget
	l           *lines
	id          int
	sample      *sample
	left        fyne.CanvasObject
	name, facts *widget.Label
	content     fyne.CanvasObject
}

func newLineItem(l *lines) *lineItem {
	i := &lineItem{l: l, sample: newSample(l.w.mapTheme), name: widget.NewLabel(""), facts: caption("")}
	i.name.Truncation, i.facts.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	i.left = container.NewPadded(container.NewCenter(i.sample))
	i.content = container.NewBorder(nil, nil, i.left, nil, container.New(tight{}, i.name, i.facts))
	i.ExtendBaseWidget(i)
	return i
}

// CreateRenderer is part of fyne.Widget.
func (i *lineItem) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(i.content) }

func (i *lineItem) set(id int) {
	i.id = id
	l := &i.l.all[id]
	title, facts := l.words()
	i.name.TextStyle.Bold = l.chosen == nil
	i.name.SetText(title)
	i.facts.SetText(facts)
	shown(i.left, l.tie != nil)
	if l.tie != nil {
		i.sample.set(l.tie.Stance, l.tie.Reports, l.tie.Planned)
	}
}

// Tapped chooses the line.
func (i *lineItem) Tapped(*fyne.PointEvent) {
	if i.id < len(i.l.all) && i.l.all[i.id].chosen != nil {
		i.l.w.win.Canvas().Focus(i.l.list)
		i.l.list.Select(i.id)
	}
}

// TappedSecondary offers what can be done with what the line is about.
func (i *lineItem) TappedSecondary(e *fyne.PointEvent) {
	if i.id < len(i.l.all) && i.l.all[i.id].menu != nil {
		i.l.w.popUp(i.l.all[i.id].menu(), e)
	}
}

// side is a column of passages under a head.
type side struct {
	head  string
	cards []fyne.CanvasObject
	more  string // what is left out, "" for nothing
}

// sides lays columns beside each other, or below where there is no room for them.
func sides(columns ...side) fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, s := range columns {
		head := heading(s.head)
		head.Wrapping = fyne.TextWrapWord
		box := container.NewVBox(append([]fyne.CanvasObject{head}, s.cards...)...)
		if s.more != "" {
			box.Add(quiet(s.more))
		}
		objects = append(objects, box)
	}
	return container.New(&beside{}, objects...)
}

// sideLeast is how wide a column is at least before another one stands beside it.
const sideLeast = 175

// beside is the layout of sides. The height that it asks for is that of its last width.
type beside struct{ width float32 }

func (l *beside) columns(n int) int { return max(1, min(n, int(l.width/sideLeast))) }

// Layout is part of fyne.Layout.
func (l *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	const gap = 10
	per := l.columns(len(objects))
	width := (size.Width - gap*float32(per-1)) / float32(per)
	y, tallest := float32(0), float32(0)
	for i, o := range objects {
		if i > 0 && i%per == 0 {
			y, tallest = y+tallest+gap, 0
		}
		o.Resize(fyne.NewSize(width, o.Size().Height)) // words wrap to the width before they tell their height
		height := o.MinSize().Height
		o.Move(fyne.NewPos(float32(i%per)*(width+gap), y))
		o.Resize(fyne.NewSize(width, height))
		tallest = max(tallest, height)
	}
}

// MinSize is part of fyne.Layout.
func (l *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const gap = 10
	per := l.columns(len(objects))
	height, tallest := float32(0), float32(0)
	for i, o := range objects {
		if i > 0 && i%per == 0 {
			height, tallest = height+tallest+gap, 0
		}
		tallest = max(tallest, o.MinSize().Height)
	}
	return fyne.NewSize(120, height+tallest)
}

// cardsMost is how many passages a column shows.
const cardsMost = 20

// quoted is evidence with the articles that it stands in.
type quoted struct {
	evidence []data.Evidence
	sources  map[int64]store.ArticleInfo
}

// source looks the articles up of what a column shows.
func (q *quoted) source(lib *store.Library) error {
	q.sources = map[int64]store.ArticleInfo{}
	var ids []int64
	for i := range q.evidence {
		if id := q.evidence[i].Article; !slices.Contains(ids, id) && len(ids) < 2*cardsMost {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	infos, err := lib.Articles(background(), data.Filter{Articles: ids, Decision: data.AnyDecision}, store.Page{})
	for _, info := range infos {
		q.sources[info.ID] = info
	}
	return err
}

// sourced is a piece of evidence as a card, with its article below.
func (w *Window) sourced(e *data.Evidence, sources map[int64]store.ArticleInfo) fyne.CanvasObject {
	card := newPassage(w, e, e.Pair, "").object
	info, ok := sources[e.Article]
	if !ok {
		return card
	}
	words := []string{w.articleTitle(&info)}
	for _, s := range []string{info.Publisher, w.say.Date(info.Published)} {
		if s != "" {
			words = append(words, s)
		}
	}
	from := caption(strings.Join(words, " · "))
	from.Truncation = fyne.TextTruncateEllipsis
	return container.New(tight{}, card, from)
}

// passageSide makes a column of evidence.
func (w *Window) passageSide(head string, q quoted) side {
	s := side{head: head}
	for i := range q.evidence[:min(len(q.evidence), cardsMost)] {
		s.cards = append(s.cards, w.sourced(&q.evidence[i], q.sources))
	}
	if left := len(q.evidence) - cardsMost; left > 0 {
		s.more = w.say.Count("sides.more", left)
	}
	if len(q.evidence) == 0 {
		s.cards = append(s.cards, quiet(w.say.Say("sides.none")))
	}
	return s
}

// split is a list above what the chosen line shows.
type split struct {
	lines  *lines
	below  *fyne.Container
	scroll *container.Scroll
	whole  *container.Split
	latest // behind what is shown below
}

func newSplit(w *Window) *split {
	s := &split{latest: latest{w: w}, lines: newLines(w), below: container.NewVBox()}
	s.scroll = container.NewVScroll(container.NewPadded(s.below))
	s.whole = container.NewVSplit(s.lines.list, s.scroll)
	s.whole.Offset = 0.45
	return s
}

// put shows objects below the list.
func (s *split) put(objects ...fyne.CanvasObject) {
	s.drop()
	s.below.Objects = objects
	s.scroll.ScrollToTop()
	s.below.Refresh()
}

// askBelow asks a question beside the window and shows the answer below, unless another one came in between.
func askBelow[T any](s *split, question func() (T, error), show func(T) []fyne.CanvasObject) {
	ask(&s.latest, question, func(answer T) { s.put(show(answer)...) })
}
