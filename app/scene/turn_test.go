package scene_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"entente/app/scene"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/proj"
)

func TestAMapBeginsWhereItsTiesAre(t *testing.T) {
	w, _ := assets()
	asia := []data.Tie{tie("JP-KR", data.Cooperation, 9), tie("JP-CN", data.Cooperation, 4), tie("FR-DE", data.Cooperation, 1)}
	for _, c := range []struct {
		name, projection string
		ties             []data.Tie
		near             orb.Point
		within           float64
	}{
		{"a sheet cuts no country", proj.EqualEarth, asia, orb.Point{11, 0}, 0},
		{"a globe looks at the heavier ties", proj.Orthographic, asia, orb.Point{125, 40}, 20},
		{"a map around a point too", proj.Equidistant, asia, orb.Point{125, 40}, 20},
		{"without ties it looks at most land", proj.Orthographic, nil, orb.Point{11, 30}, 0},
	} {
		v := scene.Turned(proj.View{Projection: c.projection}, w, c.ties)
		if math.Abs(v.Lon-c.near[0]) > c.within || math.Abs(v.Lat-c.near[1]) > c.within {
			t.Errorf("%s: turned to %v, %v, want %v", c.name, v.Lon, v.Lat, c.near)
		}
	}
}

func TestPartiesAreFittedWithTheShortWayBetweenThem(t *testing.T) {
	w, _ := assets()
	for _, c := range []struct {
		name, projection string
		parties          []data.Party
		lon, lat, within float64
	}{
		{"over the Pacific", proj.EqualEarth, []data.Party{"JP", "US"}, -160, 0, 25},
		{"in Europe", proj.EqualEarth, []data.Party{"FR", "DE"}, 11, 0, 0},
		{"around their middle", proj.Equidistant, []data.Party{"FR", "DE"}, 6, 49, 4},
	} {
		v := scene.FitParties(proj.View{Projection: c.projection}, w, c.parties, 800, 500)
		if math.Abs(math.Remainder(v.Lon-c.lon, 360)) > c.within || math.Abs(v.Lat-c.lat) > c.within {
			t.Errorf("%s: turned to %v, %v, want %v, %v", c.name, v.Lon, v.Lat, c.lon, c.lat)
		}
	}
}

func TestATieOverThePoleStaysOnTheSheet(t *testing.T) {
	w, _ := assets()
	for _, projection := range []string{proj.Mercator, proj.EqualEarth, proj.NaturalEarth} {
		v := scene.Fit(proj.View{Projection: projection}, 1000, 700)
		s := scene.New(w, nil).Build(scene.Input{Ties: []data.Tie{tie("IN-US", data.Cooperation, 3)}, View: v, Width: 1000, Height: 700})
		var sheet draw.Path
		v.Sphere(&sheet)
		box, _ := sheet.Bounds()
		x, y, ok := s.Middle(data.PairOf("IN", "US"))
		if !ok || y < box.MinY+2 {
			t.Errorf("%s: the middle of the tie is %v, %v (%v), want it below the edge at %v", projection, x, y, ok, box.MinY)
		}
		for _, hit := range s.At(x, y) {
			if hit.Pair == data.PairOf("IN", "US") {
				ok = false
			}
		}
		if ok {
			t.Errorf("%s: nothing is found in the middle of the tie", projection)
		}
	}
}
