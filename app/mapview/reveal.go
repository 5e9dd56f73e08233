package mapview

import (
	"github.com/paulmach/orb"

	"entente/data"
	"entente/geo/proj"
)

// The room that places have to the edge of a map on which they are in view, and that which they get where the map has to move,
// in units; and the room where it has to show more, as a share of its smaller side.
const (
	seenEdge  = 20
	movedEdge = 40
	widerEdge = 0.15
)

// Reveal moves the map until the anchors of all the parties are in view: as near as it was where they have room, else as near as
// they allow. Where all are in view it stays, and parties that are not on the map are passed over.
func (m *MapView) Reveal(parties ...data.Party) {
	var places []orb.Point
	for _, c := range parties {
		if place, ok := m.Anchor(c); ok {
			places = append(places, place)
		}
	}
	now := m.heading()
	whole := m.fitted && !now.Round()
	if len(places) == 0 || whole || m.width() <= 0 || !(now.Scale > 0) || within(now, places, seenEdge) {
		return
	}
	wider := now.FitPlaces(m.width(), m.height(), places, min(m.width(), m.height())*widerEdge)
	moved := wider.ZoomAt(m.width()/2, m.height()/2, now.Scale/wider.Scale)
	if within(moved, places, movedEdge) {
		m.goTo(moved, m.fitted)
		return
	}
	m.goTo(wider, false)
}

// within says whether places are in the picture of a view, so far from its edge.
func within(v proj.View, places []orb.Point, edge float64) bool {
	p := proj.NewProjector(v)
	for _, place := range places {
		x, y, ok := p.Project(place)
		if !ok || x < edge || y < edge || x > v.Width-edge || y > v.Height-edge {
			return false
		}
	}
	return true
}
