package scene

import (
	"slices"

	"entente/data"
	"entente/geo/clip"
)

// tally counts ties for the legend.
type tally struct {
	stance              [4]int // in the order of data.Stances
	planned, directed   int
	minReports, maxReps int
}

// tallySeen counts the ties of which something lies in the picture.
func (s *Scene) tallySeen() (t tally) {
	picture := clip.Rect{MaxX: s.in.Width, MaxY: s.in.Height}
	for i := range s.arcs {
		if a := &s.arcs[i]; a.meets(picture) {
			l := &s.net.links[a.link]
			t.take(l.tie, l.toA || l.toB)
		}
	}
	return t
}

// meets says whether some of the arc lies in a part of the plane.
func (a *arc) meets(r clip.Rect) bool {
	for i := range a.path.Lines() {
		xy, _ := a.path.Line(i)
		for k := 2; k+1 < len(xy); k += 2 {
			if r.Cuts([2]float64{float64(xy[k-2]), float64(xy[k-1])}, [2]float64{float64(xy[k]), float64(xy[k+1])}) {
				return true
			}
		}
	}
	return false
}

func (t *tally) take(tie *data.Tie, directed bool) {
	if i := slices.Index(data.Stances, tie.Stance); i >= 0 {
		t.stance[i]++
	}
	if tie.Planned {
		t.planned++
	}
	if directed {
		t.directed++
	}
	if t.minReports == 0 || tie.Reports < t.minReports {
		t.minReports = tie.Reports
	}
	t.maxReps = max(t.maxReps, tie.Reports)
}
