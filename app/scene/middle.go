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
	var points [][2]float64
	for i := range s.arcs {
		if s.net.links[s.arcs[i].link].tie.Pair == p {
			points = s.seen(i)
		}
	}
	if len(points) == 0 {
		return 0, 0, nothing
	}
	best, room := points[len(points)/2], -1.0
	for off := range 2*len(points) + 1 {
		at := len(points)/2 + (off+1)/2*(1-2*(off%2)) // the middle, one before it, one after it, two before it …
		if at < 0 || at >= len(points) {
			continue
		}
		if r := s.room(p, points[at]); r > room {
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

// room tells how much farther than a tie every other one is from a point, at most elbowRoom; -1 when another is nearer.
func (s *Scene) room(p data.Pair, at [2]float64) float64 {
	hits := s.At(at[0], at[1])
	if len(hits) == 0 || hits[0].Pair != p {
		return -1
	}
	if len(hits) == 1 || hits[1].Country != "" {
		return elbowRoom
	}
	return math.Min(elbowRoom, hits[1].Distance-hits[0].Distance)
}
