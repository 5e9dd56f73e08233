package export

import (
	"io"

	"entente/geo"
)

// wayStep is the length of the pieces that great circles are cut into, in degrees.
const wayStep = 2

// position is longitude and latitude in degrees.
type position = [2]float64

type collection struct {
	Type     string    `json:"type"`
	Name     string    `json:"name,omitempty"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   geometry       `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

// writeGeoJSON writes countries as points and ties as great circles, cut at the antimeridian as RFC 7946 asks.
func writeGeoJSON(w io.Writer, s *Set, _ Options) error {
	rows, err := s.evidenceRows()
	if err != nil {
		return err
	}
	c := collection{Type: "FeatureCollection", Name: s.Title, Features: []feature{}}
	for _, p := range s.parties() {
		c.Features = append(c.Features, feature{Type: "Feature", ID: string(p.Code),
			Geometry:   geometry{"Point", rounding(position{p.Lon, p.Lat})},
			Properties: map[string]any{"code": p.Code, "name": p.Name}})
	}
	for i, t := range s.tieRows() {
		n := len(s.Ties[i].Evidence)
		c.Features = append(c.Features, feature{Type: "Feature", ID: t.Countries.String(),
			Geometry: wayOf(s.Party(t.Countries[0]), s.Party(t.Countries[1])),
			Properties: map[string]any{"countries": t.Countries, "names": t.Names, "stance": t.Stance, "fields": t.Fields,
				"reports": t.Reports, "articles": t.Articles, "passages": t.Passages, "confidence": t.Confidence,
				"planned": t.Planned, "disputed": t.Disputed, "evidence": rows[:n:n]}})
		rows = rows[n:]
	}
	return WriteJSON(w, c)
}

// wayOf is the line of a tie: one LineString, or several where it crosses the antimeridian.
func wayOf(a, b Party) geometry {
	lines := cutWay(geo.GreatCircle(position{a.Lon, a.Lat}, position{b.Lon, b.Lat}, wayStep))
	if len(lines) == 1 {
		return geometry{"LineString", lines[0]}
	}
	return geometry{"MultiLineString", lines}
}

// cutWay cuts a way wherever it jumps from one edge of the map to the other, so that no piece crosses the antimeridian.
// Both pieces get a point on it, at the latitude where the way crosses.
func cutWay[P ~[2]float64](way []P) [][]position {
	var lines [][]position
	line := []position{rounding(position(way[0]))}
	for i := 1; i < len(way); i++ {
		a, b := position(way[i-1]), position(way[i])
		if jump := b[0] - a[0]; jump > 180 || jump < -180 {
			edge := 180.0
			if a[0] < 0 {
				edge = -180
			}
			at := crossing(a, b, edge)
			lines = append(lines, append(line, rounding(position{edge, at})))
			line = []position{rounding(position{-edge, at})}
		}
		line = append(line, rounding(b))
	}
	return append(lines, line)
}

// crossing is the latitude at which the short way from a to b meets the antimeridian, which lies at edge on a's side.
func crossing(a, b position, edge float64) float64 {
	before, after := edge-a[0], b[0]+edge
	if before == 0 && after == 0 {
		return a[1]
	}
	return a[1] + (b[1]-a[1])*before/(before+after)
}

// rounding keeps six decimals, a tenth of a metre.
func rounding(p position) position {
	return position{round6(p[0]), round6(p[1])}
}
