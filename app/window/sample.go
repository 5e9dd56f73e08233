package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entente/app/scene"
	"entente/data"
)

// sampleWidth is how wide the sample of a tie's line is, in units: enough for two dashes.
const sampleWidth = 40

// sample is a short piece of line that shows a tie as the map draws it: colour, dashes and width.
type sample struct {
	widget.BaseWidget
	stance  data.Stance
	reports int
	planned bool
	theme   func() scene.Theme
	pieces  *fyne.Container
}

func newSample(theme func() scene.Theme) *sample {
	s := &sample{theme: theme, reports: 1, pieces: &fyne.Container{}}
	s.ExtendBaseWidget(s)
	return s
}

// set shows another tie's line.
func (s *sample) set(stance data.Stance, reports int, planned bool) {
	if s.stance == stance && s.reports == reports && s.planned == planned {
		return
	}
	s.stance, s.reports, s.planned = stance, reports, planned
	s.Refresh()
}

func (s *sample) MinSize() fyne.Size { return fyne.NewSize(sampleWidth, theme.TextSize()) }

func (s *sample) CreateRenderer() fyne.WidgetRenderer {
	return &sampleRenderer{widget.NewSimpleRenderer(s.pieces), s}
}

type sampleRenderer struct {
	fyne.WidgetRenderer
	s *sample
}

func (r *sampleRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.s.draw()
}

func (r *sampleRenderer) Refresh() {
	r.s.draw()
	r.WidgetRenderer.Refresh()
}

// draw lays the dashes of the line side by side in the middle of the height.
func (s *sample) draw() {
	t := s.theme()
	l := t.Line(s.stance, s.reports, s.planned)
	width := float32(l.Width)
	y := (s.Size().Height - width) / 2
	s.pieces.Objects = nil
	piece := func(from, to float32) {
		r := canvas.NewRectangle(l.Color)
		if l.Round {
			r.CornerRadius = width / 2
			from, to = from-width/2, to+width/2
		}
		r.Move(fyne.NewPos(from, y))
		r.Resize(fyne.NewSize(to-from, width))
		s.pieces.Objects = append(s.pieces.Objects, r)
	}
	if len(l.Dash) == 0 {
		piece(0, sampleWidth)
		return
	}
	x, on := float32(0), true
	if l.Round {
		x = width / 2
	}
	for i := 0; x < sampleWidth; i++ {
		next := x + float32(l.Dash[i%len(l.Dash)])
		if on && (next <= sampleWidth || i == 0 || sampleWidth-x > width) {
			piece(x, min(next, sampleWidth))
		}
		x, on = next, !on
	}
}
