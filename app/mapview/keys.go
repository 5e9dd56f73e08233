package mapview

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"entente/app/scene"
	"entente/data"
)

const (
	panStep  = 60 // units by an arrow key
	zoomStep = 1.4
)

// FocusGained shows a ring around the map, for those who use the keyboard.
func (m *MapView) FocusGained() {
	m.focused = true
	m.ring.StrokeColor = theme.Color(theme.ColorNameFocus)
	m.ring.Show()
	m.ring.Refresh()
}

// FocusLost takes the ring away.
func (m *MapView) FocusLost() {
	m.focused = false
	m.ring.Hide()
}

// AcceptsTab lets Tab walk the ties while there are more of them, instead of leaving the map.
func (m *MapView) AcceptsTab() bool {
	if shifted() {
		return m.walked > 0
	}
	return m.walked+1 < len(m.ties)
}

func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// TypedRune zooms, and fits the map to the world, a part of it or what is tied.
func (m *MapView) TypedRune(r rune) {
	for _, region := range Regions {
		if region.Key == r {
			m.ShowRegion(region.Name)
			return
		}
	}
	switch unicode.ToLower(r) {
	case '+', '=':
		m.ZoomBy(zoomStep)
	case '-':
		m.ZoomBy(1 / zoomStep)
	case '0':
		m.Fit()
	case 'b':
		m.ShowRegion(Regions[0].Name)
	case 'g':
		m.toggleGlobe()
	case 't':
		m.ShowTies()
	case 'p':
		if parties := m.named(); len(parties) == 1 {
			m.ShowPartners(parties[0])
		} else {
			m.ShowParties(parties)
		}
	}
}

// named gives the parties under the pointer, else those that are selected.
func (m *MapView) named() []data.Party {
	if parties := m.hovered.Parties(); parties != nil {
		return parties
	}
	return m.chosen()
}

// TypedKey pans, walks, opens and clears.
func (m *MapView) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		m.pan(panStep, 0)
	case fyne.KeyRight:
		m.pan(-panStep, 0)
	case fyne.KeyUp:
		m.pan(0, panStep)
	case fyne.KeyDown:
		m.pan(0, -panStep)
	case fyne.KeyTab:
		if shifted() {
			m.walk(-1)
		} else {
			m.walk(1)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if !m.hovered.Empty() {
			m.card.hide()
			chosen := m.hovered
			m.open(chosen)
			m.Reveal(chosen.Parties()...)
		}
	case fyne.KeyEscape:
		m.walked = -1
		m.point(scene.Target{}, fyne.Position{})
		if m.o.Events.Clear != nil {
			m.o.Events.Clear()
		}
	}
}

func (m *MapView) pan(dx, dy float64) {
	m.arrive()
	m.fitted = false
	x, y := m.view.Width/2, m.view.Height/2
	m.view = m.view.Pan(x, y, x+dx, y+dy)
	m.moved()
}

// walk lifts the next tie by weight and names it in the middle of its arc.
func (m *MapView) walk(by int) {
	if n := m.walked + by; n >= 0 && n < len(m.ties) {
		m.walked = n
		pair := m.ties[n].Pair
		x, y, ok := m.Scene().Middle(pair)
		if !ok {
			x, y = m.view.Width/2, m.view.Height/2
		}
		m.point(scene.Target{Pair: pair}, fyne.NewPos(float32(x), float32(y)))
	}
}
