package scene_test

import (
	"math"
	"testing"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

// arcPoints are the points of the ties of a picture.
func arcPoints(view proj.View, ties []data.Tie) (points [][2]float64) {
	in := input(1000, 700, ties)
	in.View = view
	for _, op := range record(in).In(scene.TieLayer) {
		if op.Kind != draw.StrokeOp {
			continue
		}
		for k := range op.Path.Lines() {
			xy, _ := op.Path.Line(k)
			for i := 2; i+1 < len(xy); i += 2 { // every few pixels, or lines with other points would seem far apart
				for t := 0.0; t < 1; t += 0.25 {
					points = append(points, [2]float64{float64(xy[i-2]) + t*float64(xy[i]-xy[i-2]), float64(xy[i-1]) + t*float64(xy[i+1]-xy[i-1])})
				}
			}
		}
	}
	return points
}

// farthest is how far a point of one set lies from the other set at most.
func farthest(from, to [][2]float64) (most float64) {
	for _, p := range from {
		least := math.Inf(1)
		for _, q := range to {
			least = math.Min(least, math.Hypot(p[0]-q[0], p[1]-q[1]))
		}
		most = math.Max(most, least)
	}
	return most
}

// Ties over a pole go round it on a sheet and over it on a globe, and ties on the far side are hidden there: all of that must
// have come by and by when the globe is there.
func TestTiesDoNotLeapWhenASheetHasBecomeAGlobe(t *testing.T) {
	for _, c := range []struct {
		name string
		tie  string
		lon  float64
		lat  float64
		most float64 // pixels; what grazes the rim goes fast on any globe
	}{
		{"over the pole, seen from above", "IN-US", 0, 60, 30},
		{"over the pole, on the rim", "CN-US", 20, 20, 60},
		{"near the pole", "CA-RU", 11, 45, 30},
		{"on the far side", "AU-CL", 11, 40, 30},
		{"half on the far side", "BR-JP", 11, 40, 30},
	} {
		for _, from := range []string{proj.EqualEarth, proj.Mercator} {
			sheet := scene.Fit(proj.View{Projection: from}, 1000, 700)
			globe := proj.View{Projection: proj.Orthographic, Lon: c.lon, Lat: c.lat}.FitAll(1000, 700, 12)
			ties := []data.Tie{tie(c.tie, data.Cooperation, 3)}
			last := arcPoints(sheet.Morph(globe, 0.92), ties)
			for share := 0.94; share < 1.001; share += 0.02 {
				next := arcPoints(sheet.Morph(globe, share+1e-9), ties)
				if leap := max(farthest(last, next), farthest(next, last)); leap > c.most {
					t.Errorf("%s, from %s: at %.2f the tie leaps by %.0f pixels", c.name, from, share, leap)
				}
				last = next
			}
		}
	}
}
