package scene

import "entente/data"

// elbowRoom is how much nearer a tie must be than all others for a point to be its alone, in units.
const elbowRoom = 5.0

// Middle gives a point on a tie's arc: as near to its middle as can be where no other tie is in the way, else the middle
// of what can be seen. ok is false when nothing of the arc lies in the picture.
func (s *Scene) Middle(p data.Pair) (x, y float64, ok bool) {
	var points [][2]float64
	for i := range s.arcs {
		if s.net.links[s.arcs[i].link].tie.Pair == p {
			points = s.seen(i)
		}
	}
	if len(points) == 0 {
		return 0, 0, false
	}
	middle := len(points) / 2
	for off := range len(points) {
		at := middle + (off+1)/2
		if off%2 == 1 {
			at = middle - (off+1)/2
		}
		if at >= 0 && at < len(points) && s.alone(p, points[at]) {
			return points[at][0], points[at][1], true
		}
	}
	return points[middle][0], points[middle][1], true
}

// seen gives the points of an arc that lie well within the picture and beside the legend.
func (s *Scene) seen(i int) (points [][2]float64) {
	const margin = -4
	path := &s.arcs[i].path
	for k := range path.Lines() {
		xy, _ := path.Line(k)
		for j := 0; j+1 < len(xy); j += 2 {
			x, y := float64(xy[j]), float64(xy[j+1])
			if s.inside(x, y, margin) && (s.legend.corner == Auto || !s.legend.box.Contains(x, y)) {
				points = append(points, [2]float64{x, y})
			}
		}
	}
	return points
}

// alone says whether a click at a point can only mean the tie.
func (s *Scene) alone(p data.Pair, at [2]float64) bool {
	hits := s.At(at[0], at[1])
	if len(hits) == 0 || hits[0].Pair != p {
		return false
	}
	return len(hits) == 1 || hits[1].Country != "" || hits[1].Distance > hits[0].Distance+elbowRoom
}
