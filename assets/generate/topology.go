package main

import (
	"encoding/json"
	"fmt"
	"math"
)

// point is a longitude and latitude in degrees.
type point [2]float64

// unit is what a source shows as one country: its polygons, each an outer ring and holes, each ring the arcs it is made of.
// An arc that runs the other way stands as the bitwise complement of its index, as in TopoJSON.
type unit struct {
	id, name string
	code     string // of the country it belongs to; empty until the rules are applied, "-" for nobody's
	folded   bool   // into that country, with a dotted line between
	polygons [][][]int
}

// topology is units on shared arcs.
type topology struct {
	arcs  [][]point
	units []unit
	kinds []arcKind // how each arc is stroked, once the rules are applied
}

// topoJSON is the part of the TopoJSON format that the sources use.
type topoJSON struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   map[string]struct {
		Geometries []struct {
			Type       string
			ID         string
			Arcs       json.RawMessage
			Properties struct{ A3, Name string }
		}
	}
}

// parseTopology reads one object of a TopoJSON file.
func parseTopology(raw []byte, object string) (*topology, error) {
	var file topoJSON
	if err := json.Unmarshal(raw, &file); err != nil {
		return nil, err
	}
	t := new(topology)
	for _, deltas := range file.Arcs {
		t.arcs = append(t.arcs, absolute(deltas, file.Transform.Scale, file.Transform.Translate))
	}
	for _, g := range file.Objects[object].Geometries {
		u := unit{id: g.ID, name: g.Properties.Name}
		if u.id == "" || g.Properties.A3 == "ATC" { // one number stands for Australia and for its far islands
			u.id = g.Properties.A3
		}
		var err error
		switch g.Type {
		case "Polygon":
			u.polygons = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &u.polygons[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &u.polygons)
		}
		if err != nil {
			return nil, fmt.Errorf("object %s %s: %w", u.id, u.name, err)
		}
		t.units = append(t.units, u)
	}
	return t, nil
}

// absolute undoes the difference coding of an arc.
func absolute(deltas [][2]float64, scale, translate [2]float64) []point {
	arc := make([]point, len(deltas))
	x, y := 0.0, 0.0
	for i, d := range deltas {
		x, y = x+d[0], y+d[1]
		arc[i] = point{x*scale[0] + translate[0], y*scale[1] + translate[1]}
	}
	return arc
}

// arc gives the arc that a ring refers to, in the direction in which the ring runs. Its points must not be changed.
func (t *topology) arc(ref int) []point {
	if ref >= 0 {
		return t.arcs[ref]
	}
	arc := t.arcs[^ref]
	back := make([]point, len(arc))
	for i, p := range arc {
		back[len(arc)-1-i] = p
	}
	return back
}

// ring gives the points of a ring without a repeated last one.
func (t *topology) ring(refs []int) []point {
	var ring []point
	for _, ref := range refs {
		arc := t.arc(ref)
		ring = append(ring, arc[:len(arc)-1]...)
	}
	return ring
}

// eachRing calls f with every ring of every unit; f may change it.
func (t *topology) eachRing(f func(u *unit, ring *[]int)) {
	for i := range t.units {
		for _, polygon := range t.units[i].polygons {
			for k := range polygon {
				f(&t.units[i], &polygon[k])
			}
		}
	}
}

// split breaks each arc at the inner points that at reports, and makes rings refer to the pieces.
func (t *topology) split(at func(index, i int) bool) {
	var arcs [][]point
	pieces := make([][]int, len(t.arcs))
	for index, arc := range t.arcs {
		from := 0
		for i := 1; i < len(arc); i++ {
			if i == len(arc)-1 || at(index, i) {
				pieces[index] = append(pieces[index], len(arcs))
				arcs = append(arcs, arc[from:i+1])
				from = i
			}
		}
	}
	t.arcs = arcs
	t.eachRing(func(_ *unit, ring *[]int) { *ring = replaceArcs(*ring, pieces) })
}

// replaceArcs puts the pieces of each arc in its place.
func replaceArcs(ring []int, pieces [][]int) []int {
	var out []int
	for _, ref := range ring {
		if ref >= 0 {
			out = append(out, pieces[ref]...)
			continue
		}
		list := pieces[^ref]
		for i := len(list) - 1; i >= 0; i-- {
			out = append(out, ^list[i])
		}
	}
	return out
}

// contains says whether a ring holds a point, on the plane of longitude and latitude, with the ring's jumps over the
// antimeridian undone.
func contains(ring []point, p point) bool {
	in := false
	lon := 0.0
	ring = unrolled(ring)
	for range 3 { // the point in each of three windows
		in = in != containsPlane(ring, point{p[0] + lon, p[1]})
		if lon == 0 {
			lon = 360
		} else {
			lon = -360
		}
	}
	return in
}

func containsPlane(ring []point, p point) bool {
	in := false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
			in = !in
		}
	}
	return in
}

// unrolled undoes the jumps of a ring over the antimeridian.
func unrolled(ring []point) []point {
	out := make([]point, len(ring))
	for i, p := range ring {
		out[i] = p
		if i > 0 {
			out[i][0] = out[i-1][0] + math.Remainder(p[0]-out[i-1][0], 360)
		}
	}
	return out
}

// area is a ring's area in square degrees as the plane shows them, positive for a ring that runs counter-clockwise.
func area(ring []point) float64 {
	sum := 0.0
	ring = unrolled(ring)
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		sum += a[0]*b[1] - b[0]*a[1]
	}
	return sum / 2
}
