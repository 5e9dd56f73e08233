package main

import (
	"maps"
	"slices"
)

// country is a country's land on the arcs of a topology.
type country struct {
	code     string
	polygons [][][]int
}

// countries joins the units of each country, dissolving the arcs between them, in the order of their codes.
func (t *topology) countries() []country {
	byCode := map[string][][][]int{}
	for _, u := range t.units {
		byCode[u.code] = append(byCode[u.code], u.polygons...)
	}
	var list []country
	for _, code := range slices.Sorted(maps.Keys(byCode)) {
		list = append(list, country{code, t.dissolve(byCode[code])})
	}
	return list
}

// dissolve joins polygons that have an arc in common into one, without that arc.
func (t *topology) dissolve(polygons [][][]int) [][][]int {
	uses := map[int]int{}
	for _, polygon := range polygons {
		for _, ring := range polygon {
			for _, ref := range ring {
				uses[max(ref, ^ref)]++
			}
		}
	}
	var out [][][]int
	var loose []int // the arcs left of polygons that are joined
	for _, polygon := range polygons {
		if !shares(polygon, uses) {
			out = append(out, polygon)
			continue
		}
		for _, ring := range polygon {
			for _, ref := range ring {
				if uses[max(ref, ^ref)] == 1 {
					loose = append(loose, ref)
				}
			}
		}
	}
	return append(out, t.assemble(t.link(loose))...)
}

func shares(polygon [][]int, uses map[int]int) bool {
	for _, ring := range polygon {
		if slices.ContainsFunc(ring, func(ref int) bool { return uses[max(ref, ^ref)] > 1 }) {
			return true
		}
	}
	return false
}

// link joins arcs end to end into rings.
func (t *topology) link(refs []int) [][]int {
	from := map[point][]int{}
	for _, ref := range refs {
		start := t.arc(ref)[0]
		from[start] = append(from[start], ref)
	}
	var rings [][]int
	for _, ref := range refs {
		start := t.arc(ref)[0]
		if !slices.Contains(from[start], ref) {
			continue // used by an earlier ring
		}
		var ring []int
		for at := start; len(from[at]) > 0; {
			next := from[at][0]
			from[at] = from[at][1:]
			ring = append(ring, next)
			arc := t.arc(next)
			if at = arc[len(arc)-1]; at == start {
				break
			}
		}
		rings = append(rings, ring)
	}
	return rings
}

// assemble puts each hole, which runs counter-clockwise, into the outer ring around it.
func (t *topology) assemble(rings [][]int) [][][]int {
	var polygons [][][]int
	var holes [][]int
	for _, ring := range rings {
		if area(t.ring(ring)) <= 0 {
			polygons = append(polygons, [][]int{ring})
		} else {
			holes = append(holes, ring)
		}
	}
	for _, hole := range holes {
		first := t.arc(hole[0])[0]
		for i, polygon := range polygons {
			if contains(t.ring(polygon[0]), first) {
				polygons[i] = append(polygon, hole)
				break
			}
		}
	}
	return polygons
}
