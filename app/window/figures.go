package window

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/data"
)

// told is a figure and where it stands.
type told struct {
	data.Figure
	evidence *data.Evidence
}

// figureGroup is the figures that measure one thing. disputed says that they disagree.
type figureGroup struct {
	about    string
	figures  []told
	disputed bool
}

// figureGroups gathers the figures of evidence that nobody rejected by what they measure, the disputed ones first. A
// figure that is told twice is listed once.
func figureGroups(evidence []data.Evidence) []figureGroup {
	var groups []figureGroup
	for i := range evidence {
		e := &evidence[i]
		if e.Decision == data.Rejected {
			continue
		}
		for _, f := range e.Figures {
			at := slices.IndexFunc(groups, func(g figureGroup) bool { return g.about == f.About && g.figures[0].Unit == f.Unit })
			if at < 0 {
				groups = append(groups, figureGroup{about: f.About})
				at = len(groups) - 1
			}
			groups[at].add(told{f, e})
		}
	}
	slices.SortStableFunc(groups, func(a, b figureGroup) int {
		return map[bool]int{true: 0, false: 1}[a.disputed] - map[bool]int{true: 0, false: 1}[b.disputed]
	})
	return groups
}

func (g *figureGroup) add(f told) {
	g.disputed = g.disputed || f.Dispute
	same := func(o told) bool { return o.Value == f.Value && o.Bound == f.Bound && o.Per == f.Per }
	if !slices.ContainsFunc(g.figures, same) {
		g.figures = append(g.figures, f)
	}
}

// tells says whether what the figures measure is more than their unit says already.
func (g *figureGroup) tells() bool {
	about, _, _ := strings.Cut(g.about, " (")
	return about != "" && !strings.EqualFold(about, g.figures[0].Unit)
}

// figuresShown is how many lines of figures the panel shows before it is asked for more.
const figuresShown = 3

// figureLine is a line of figures of the panel.
type figureLine struct {
	object  fyne.CanvasObject
	figures int
}

// addFigures lists the amounts that fairly sure passages tell, those that disagree beside each other. More than a few lines
// are folded: they would push the passages out of the panel.
func (p *tiePanel) addFigures() {
	lines := p.figureLines()
	if len(lines) == 0 {
		return
	}
	p.body.Add(caption(p.w.say.Say("tie.figures")))
	first := min(len(lines), figuresShown)
	for _, l := range lines[:first] {
		p.body.Add(l.object)
	}
	more := 0
	for _, l := range lines[first:] {
		more += l.figures
	}
	if more == 0 {
		return
	}
	p.addFold(p.w.say.Count("tie.figures.more", more), p.told, func() { p.told = !p.told })
	if p.told {
		for _, l := range lines[first:] {
			p.body.Add(l.object)
		}
	}
}

// figureLines gives a line for each thing that is measured, the disputed ones first; figures that measure nothing that could be
// named share lines.
func (p *tiePanel) figureLines() (lines []figureLine) {
	unsure := func(e data.Evidence) bool { return !e.Sure(data.FairlySure) }
	groups := figureGroups(slices.DeleteFunc(slices.Clone(p.detail.Passages), unsure))
	var bare []fyne.CanvasObject
	for i := range groups {
		if g := &groups[i]; g.disputed || g.tells() {
			lines = append(lines, figureLine{p.figure(g), len(g.figures)})
		} else {
			bare = append(bare, p.amounts(g)...)
		}
	}
	for len(bare) > 0 {
		n := fitting(bare, p.body.Size().Width)
		lines = append(lines, figureLine{container.New(flow{}, bare[:n]...), n})
		bare = bare[n:]
	}
	return lines
}

// fitting is how many objects, one at least, have room in a line of a width.
func fitting(objects []fyne.CanvasObject, width float32) int {
	for i, o := range objects {
		if width -= o.MinSize().Width; i > 0 && width < 0 {
			return i
		}
	}
	return len(objects)
}

// amounts gives each amount of a group as a link to the words that tell it.
func (p *tiePanel) amounts(g *figureGroup) (links []fyne.CanvasObject) {
	for _, f := range g.figures {
		links = append(links, p.amount(&f))
	}
	return links
}

func (p *tiePanel) amount(f *told) fyne.CanvasObject {
	link := widget.NewHyperlink(p.w.say.Figure(f.Figure), nil)
	link.TextStyle.Bold = true
	link.OnTapped = func() {
		p.w.session.Go(app.Route{Pair: p.detail.Route.Pair, Article: f.evidence.Article, Span: f.evidence.Span})
	}
	return link
}

// figure shows a group: its amounts, and what is measured.
func (p *tiePanel) figure(g *figureGroup) fyne.CanvasObject {
	w := p.w
	row := container.New(tight{}, container.New(flow{}, p.amounts(g)...))
	if g.tells() {
		about := caption(g.about)
		about.Wrapping = fyne.TextWrapWord
		row.Add(about)
	}
	if !g.disputed {
		return row
	}
	row = p.beside(g)
	mark := container.NewPadded(container.NewCenter(widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon()))))
	warn := container.NewHBox(mark, container.NewCenter(caption(w.say.Say("tie.disputed"))))
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = theme.Color(theme.ColorNameWarning), 1, 4
	return container.NewStack(frame, container.NewPadded(container.New(tight{}, warn, row)))
}

// beside shows figures that disagree side by side, each with who tells it and in which words.
func (p *tiePanel) beside(g *figureGroup) *fyne.Container {
	w := p.w
	columns := container.NewGridWithColumns(min(2, len(g.figures)))
	for _, f := range g.figures {
		link := p.amount(&f)
		a := p.detail.Articles[f.evidence.Article]
		source := caption(w.articleFacts(a.Publisher, a.Published))
		words := caption(w.say.Say("statement.words", "words", around(f.evidence.Passage, f.Passage)))
		source.Wrapping, words.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
		columns.Add(container.New(tight{}, link, words, source))
	}
	box := container.New(tight{}, columns)
	if g.tells() {
		about := caption(g.about)
		about.Wrapping = fyne.TextWrapWord
		box = container.New(tight{}, about, columns)
	}
	return box
}

// flow sets its objects side by side and goes on below where a line is full.
type flow struct{}

func (flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x, y, line float32
	for _, o := range objects {
		m := o.MinSize()
		if x > 0 && x+m.Width > size.Width {
			x, y, line = 0, y+line, 0
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(m)
		x += m.Width
		line = max(line, m.Height)
	}
}

// MinSize is the width of the widest object; the height is that of the lines in the width of the last layout.
func (flow) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		s.Width = max(s.Width, m.Width)
		s.Height = max(s.Height, o.Position().Y+m.Height)
	}
	return s
}
