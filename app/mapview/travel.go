package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/data"
	"entente/geo/proj"
)

// travelTime is how long the map moves from one view to another.
const travelTime = 380 * time.Millisecond

// travel is the map's movement from one view to another.
type travel struct {
	to   proj.View
	anim *fyne.Animation
}

// goTo shows another view: as one movement, or at once where movements are not wanted.
func (m *MapView) goTo(to proj.View, fitted bool) {
	m.arrive()
	from := m.view
	m.fitted = fitted
	if !m.moves() || from.Scale <= 0 || from == to || m.scene == nil && m.picture.drawn == nil {
		m.view = to
		m.moved()
		return
	}
	m.point(scene.Target{}, fyne.Position{})
	t := &travel{to: to}
	t.anim = fyne.NewAnimation(travelTime, func(done float32) { m.pass(t, from, done) })
	m.travel = t
	t.anim.Start()
}

// moves says whether changes are shown as movements: the user wants it, and the system does not ask to do without.
func (m *MapView) moves() bool { return m.Animated && fyne.CurrentApp().Settings().ShowAnimations() }

// pass shows a moment of a movement.
func (m *MapView) pass(t *travel, from proj.View, done float32) {
	switch {
	case m.travel != t:
	case done >= 1:
		m.arrive()
	default:
		m.view = from.Morph(t.to, float64(done))
		m.redraw()
	}
}

// arrive ends a movement where it leads to. What the user does next begins there.
func (m *MapView) arrive() {
	if t := m.travel; t != nil {
		m.travel = nil
		t.anim.Stop()
		m.view = t.to
		m.moved()
	}
}

// heading is the view that the map shows, or is on its way to.
func (m *MapView) heading() proj.View {
	if m.travel != nil {
		return m.travel.to
	}
	return m.view
}

// Region is a part of the world that a key leads to, by its name in app/scene.
type Region struct {
	Key  rune
	Name string
}

// Regions are the parts of the world that the map has keys for.
var Regions = []Region{{'1', "balkans"}, {'2', "europe"}, {'3', "middle-east"}, {'4', "africa"}, {'5', "asia"}, {'6', "americas"}, {'7', "oceania"}}

// ShowRegion fits the map to a region; an unknown name is Fit.
func (m *MapView) ShowRegion(name string) {
	if v, ok := scene.FitRegion(m.free(), name, m.width(), m.height()); ok {
		m.goTo(v, false)
		return
	}
	m.Fit()
}

// ShowParties fits the map to the anchors of parties; where none of them is on the map it is Fit.
func (m *MapView) ShowParties(parties []data.Party) {
	if _, ok := m.o.Builder.Middle(parties); !ok {
		m.Fit()
		return
	}
	m.goTo(m.o.Builder.FitParties(m.free(), parties, m.width(), m.height()), false)
}

// ShowTies fits the map to all that is tied.
func (m *MapView) ShowTies() {
	var parties []data.Party
	for i := range m.ties {
		parties = append(parties, m.ties[i].Pair[:]...)
	}
	m.ShowParties(parties)
}

// ShowPartners fits the map to a country and those that it is tied to.
func (m *MapView) ShowPartners(c data.Party) {
	parties := []data.Party{c}
	for i := range m.ties {
		if m.ties[i].Pair.Has(c) {
			parties = append(parties, m.ties[i].Pair[:]...)
		}
	}
	m.ShowParties(parties)
}

// free is a view of the present projection to be fitted to something. A map around a point that the user chose stays around it.
func (m *MapView) free() proj.View {
	v := proj.View{Projection: m.heading().Projection}
	if v.Projection == proj.Equidistant && m.centre != nil {
		v.Lon, v.Lat = m.centre[0], m.centre[1]
	}
	return v
}

// Anchor is where a country's ties end on the map; ok is false where it has no place.
func (m *MapView) Anchor(c data.Party) (place orb.Point, ok bool) {
	return m.o.Builder.Middle([]data.Party{c})
}

// Centre turns the map to a place, all of it in view, and remembers it for other projections: a sheet to its meridian, a globe
// or a map around a point to the place itself.
func (m *MapView) Centre(place orb.Point) {
	m.centre = &place
	m.goTo(m.whole(m.heading().Projection), true)
}

// Around shows the distances and directions from a place.
func (m *MapView) Around(place orb.Point) {
	m.centre = &place
	m.goTo(m.whole(proj.Equidistant), true)
}

// Uncentre turns the map to where it begins by itself.
func (m *MapView) Uncentre() {
	m.centre = nil
	m.goTo(m.whole(m.heading().Projection), true)
}

// Centred says whether the user chose the map's middle.
func (m *MapView) Centred() bool { return m.centre != nil }

// whole is all of the world in a projection, turned to the place that the user chose, or else to where the map begins.
func (m *MapView) whole(projection string) proj.View {
	v := proj.View{Projection: projection}
	switch {
	case aims(projection) && m.centre != nil:
		v.Lon, v.Lat = m.centre[0], m.centre[1]
	case aims(projection):
		v = m.o.Builder.Turned(v, m.ties)
		if place, ok := m.o.Builder.Middle(m.chosen()); ok {
			v.Lon, v.Lat = place[0], place[1]
		}
	case m.centre != nil:
		v.Lon = m.centre[0]
	}
	return m.fitAll(v)
}

// toggleGlobe shows the globe, or what was shown before it.
func (m *MapView) toggleGlobe() {
	now := m.heading().Projection
	if now == proj.Orthographic {
		m.SetProjection(m.before)
		return
	}
	m.before = now
	m.SetProjection(proj.Orthographic)
}

// aims says whether a projection shows the world around a place, rather than as a sheet.
func aims(projection string) bool {
	return projection == proj.Orthographic || projection == proj.Equidistant
}

// turn moves the place at one point of a map to another by turning the sphere, which brings other lands to the middle of a
// sheet.
func (m *MapView) turn(from, to fyne.Position) {
	a, okA := m.view.Invert(float64(from.X), float64(from.Y))
	b, okB := m.view.Invert(float64(to.X), float64(to.Y))
	if !okA || !okB {
		return
	}
	lon, lat := math.Remainder(a[0]-b[0], 360), 0.0
	if aims(m.view.Projection) {
		lat = a[1] - b[1]
	}
	m.view = m.view.Rotate(lon, lat)
	m.centre = &orb.Point{m.view.Lon, m.view.Lat}
	m.moved()
}

func (m *MapView) width() float64  { return float64(m.Size().Width) }
func (m *MapView) height() float64 { return float64(m.Size().Height) }
