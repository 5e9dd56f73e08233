package scene

import (
	"math"
	"slices"

	"entente/data"
	"entente/geo"
	"entente/geo/pick"
)

// How near the pointer must be, in units.
const (
	arcReach = 6.0
	dotReach = 6.0
	onDot    = 4.0
)

// At gives what lies at a point of the picture, or of the inset there. Ties within 6 units come first, the nearest first and the heavier of two
// equally near; then the country whose dot, name or land is there. Right on the dot of a country with ties the country
// comes first, because all its ties lie there. Beside the globe there is nothing.
func (s *Scene) At(x, y float64) []Hit {
	if math.IsNaN(x+y) || !s.inside(x, y, 0) || s.legend.corner != Auto && s.legend.box.Contains(x, y) {
		return nil
	}
	if s.inInset(x, y) {
		return s.inset.scene.At(x-s.inset.box.MinX, y-s.inset.box.MinY)
	}
	hits := s.tiesAt(x, y)
	if n := s.nameAt(x, y); n != nil && n.kind == tieName && !slices.ContainsFunc(hits, func(h Hit) bool { return h.Pair == n.pair }) {
		hits = slices.Insert(hits, 0, Hit{Target: Target{Pair: n.pair}})
	}
	if h, ok := s.countryAt(x, y); ok {
		if h.Distance > 0 || len(hits) == 0 {
			return append(hits, Hit{Target: h.Target, Distance: math.Max(h.Distance, 0)})
		}
		if _, tied := s.net.byCode[h.Country]; tied && s.onSpot(h.Country, x, y) {
			return slices.Insert(hits, 0, h)
		}
		return append(hits, h)
	}
	return hits
}

// tiesAt gives the ties near a point.
func (s *Scene) tiesAt(x, y float64) []Hit {
	if !s.indexed {
		s.fillIndex()
	}
	var hits []Hit
	for _, h := range s.index.Near(x, y, arcReach+maxWidth/2) {
		if d := s.reach(h); d <= arcReach {
			hits = append(hits, Hit{Target{Pair: s.net.links[s.arcs[h.Line].link].tie.Pair}, d})
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int {
		switch {
		case a.Distance < b.Distance:
			return -1
		case a.Distance > b.Distance:
			return 1
		}
		return s.net.byPair[b.Pair] - s.net.byPair[a.Pair]
	})
	return hits
}

// reach is how far a point is from the edge of an arc's line.
func (s *Scene) reach(h pick.Hit) float64 {
	return math.Max(0, h.Distance-s.arcs[h.Line].line.Width/2)
}

func (s *Scene) fillIndex() {
	s.index.Reset(s.in.Width, s.in.Height)
	s.arcOf = slices.Grow(s.arcOf[:0], len(s.arcs))[:len(s.arcs)]
	for i := range s.arcs {
		s.arcOf[s.arcs[i].link] = int32(i)
		p := &s.arcs[i].path
		for k := range p.Lines() {
			xy, _ := p.Line(k)
			s.index.Add(i, xy)
		}
	}
	s.indexed = true
}

// countryAt finds the country of a dot, a name or the land at a point.
func (s *Scene) countryAt(x, y float64) (Hit, bool) {
	if d, off := s.dotAt(x, y); d != nil {
		return Hit{Target{Country: d.party}, off}, true
	}
	if n := s.nameAt(x, y); n != nil && n.kind != tieName {
		return Hit{Target: Target{Country: n.party}}, true
	}
	place, ok := s.projector.Invert(x, y)
	if !ok {
		return Hit{}, false
	}
	code, ok := s.world.At(place, geo.LevelFor(s.in.View.Scale*s.in.Scale), 0)
	return Hit{Target: Target{Country: data.Party(code)}}, ok
}

// dotAt gives the nearest dot within reach of a point, and how far its edge is; nil for none.
func (s *Scene) dotAt(x, y float64) (best *dot, off float64) {
	off = math.Inf(1)
	for i := range s.dots {
		d := &s.dots[i]
		if math.Abs(x-d.x) > dotReach || math.Abs(y-d.y) > dotReach {
			continue
		}
		if to := math.Max(0, math.Hypot(x-d.x, y-d.y)-d.radius); to <= dotReach-d.radius && to < off {
			best, off = d, to
		}
	}
	return best, off
}

// onSpot says whether a point lies on the dot where a country's ties end.
func (s *Scene) onSpot(p data.Party, x, y float64) bool {
	at := s.spots[s.net.byCode[p]]
	return at.seen && math.Hypot(at.x-x, at.y-y) <= onDot
}
