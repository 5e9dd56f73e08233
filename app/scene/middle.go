package scene

import (
	"math"

	"entente/data"
)

// elbowRoom is how much nearer a tie must be than all others for a point to be its alone, in units.
const elbowRoom = 5.0

// Middle gives a point on a tie's arc: as near to its middle as can be where no other tie is in the way, else the one
// where the others are farthest, on the map or in its inset. ok is false when nothing of the arc lies in the picture.
func (s *Scene) Middle(p data.Pair) (x, y float64, ok bool) {
	x, y, room := s.freest(p)
	if s.inset.scene != nil && room < elbowRoom {
		if u, v, more := s.inset.scene.freest(p); more > room {
			x, y, room = u+s.inset.box.MinX, v+s.inset.box.MinY, more
		}
	}
	return x, y, room > nothing
}

// nothing is the room of a tie that is not seen.
const nothing = -2.0

// freest finds the best point of a tie and its room there.
func (s *Scene) freest(p data.Pair) (x, y, room float64) {
	link, ok := s.net.byPair[p]
	if !ok {
		return 0, 0, nothing
	}
	if !s.indexed {
		s.fillIndex()
	}
	own := int(s.arcOf[link])
	points := s.seen(own)
	if len(points) == 0 {
		return 0, 0, nothing
	}
	best, room := points[len(points)/2], -1.0
	for off := range 2*len(points) + 1 {
		at := len(points)/2 + (off+1)/2*(1-2*(off%2)) // the middle, one before it, one after it, two before it …
		if at < 0 || at >= len(points) {
			continue
		}
		if r := s.roomAt(own, points[at]); r > room {
			best, room = points[at], r
		}
		if room >= elbowRoom {
			break
		}
	}
	return best[0], best[1], room
}

// seen gives the points of an arc that lie well within the picture, beside the legend and the inset.
func (s *Scene) seen(i int) (points [][2]float64) {
	const margin = -4
	path := &s.arcs[i].path
	for k := range path.Lines() {
		xy, _ := path.Line(k)
		for j := 0; j+1 < len(xy); j += 2 {
			x, y := float64(xy[j]), float64(xy[j+1])
			if s.inside(x, y, margin) && (s.legend.corner == Auto || !s.legend.box.Contains(x, y)) && !s.inInset(x, y) {
				points = append(points, [2]float64{x, y})
			}
		}
	}
	return points
}

// roomAt tells how much farther than an arc every other one is from a point, at most elbowRoom; -1 where At does not give the
// arc's tie first.
func (s *Scene) roomAt(own int, at [2]float64) float64 {
	x, y := at[0], at[1]
	if s.countryFirst(x, y) {
		return -1
	}
	near := math.Inf(1)
	mine, other := near, near
	first := true // of those as near as the arc, it is the heaviest
	for _, h := range s.index.Around(x, y, arcReach+maxWidth/2) {
		d := s.reach(h)
		switch {
		case d > arcReach:
		case h.Line == own:
			mine = d
		case d < other:
			other, first = d, s.arcs[own].link > s.arcs[h.Line].link
		case d == other:
			first = first && s.arcs[own].link > s.arcs[h.Line].link
		}
	}
	if math.IsInf(mine, 1) || other < mine || other == mine && !first || s.otherName(own, x, y) {
		return -1
	}
	return math.Min(elbowRoom, other-mine)
}

// countryFirst says whether At gives a country before all ties: the point is on the dot where its ties end.
func (s *Scene) countryFirst(x, y float64) bool {
	d, off := s.dotAt(x, y)
	if d == nil || off > 0 {
		return false
	}
	_, tied := s.net.byCode[d.party]
	return tied && s.onSpot(d.party, x, y)
}

// otherName says whether At gives the tie whose words stand at a point before all others, and it is not the arc's: that
// tie is not among those near.
func (s *Scene) otherName(own int, x, y float64) bool {
	n := s.nameAt(x, y)
	if n == nil || n.kind != tieName || n.pair == s.net.links[s.arcs[own].link].tie.Pair {
		return false
	}
	for _, h := range s.index.Around(x, y, arcReach+maxWidth/2) {
		if s.reach(h) <= arcReach && s.net.links[s.arcs[h.Line].link].tie.Pair == n.pair {
			return false
		}
	}
	return true
}
