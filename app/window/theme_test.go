package window_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// probe is a widget that counts how often it is refreshed.
type probe struct {
	widget.BaseWidget
	back      *canvas.Rectangle
	refreshed int
}

func newProbe() *probe {
	p := &probe{back: canvas.NewRectangle(theme.Color(theme.ColorNameForeground))}
	p.ExtendBaseWidget(p)
	return p
}

func (p *probe) CreateRenderer() fyne.WidgetRenderer {
	return &probeRenderer{widget.NewSimpleRenderer(p.back), p}
}

type probeRenderer struct {
	fyne.WidgetRenderer
	p *probe
}

func (r *probeRenderer) Refresh() {
	r.p.refreshed++
	r.p.back.FillColor = theme.Color(theme.ColorNameForeground)
}

func TestAnotherThemePaintsEachPartAFewTimesHoweverDeepItLies(t *testing.T) {
	d := sit(t, quarrels(t))
	p := newProbe()
	d.w.Bury(p, 12)
	d.settle()
	at, size := p.Position(), p.Size()
	p.refreshed = 0
	d.do("Light or dark")
	if p.refreshed == 0 || p.refreshed > 5 {
		t.Errorf("refreshed %d times for one switch, want a few", p.refreshed)
	}
	if got, want := p.back.FillColor, theme.Color(theme.ColorNameForeground); got != want || got == color.Color(nil) {
		t.Errorf("painted %v, want %v", got, want)
	}
	if p.Position() != at || p.Size() != size {
		t.Errorf("it moved from %v, %v to %v, %v", at, size, p.Position(), p.Size())
	}
	d.sees("Cooperation", "The heaviest come first.")
}
