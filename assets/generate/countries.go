package main

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// row is a line of world/countries.tsv.
type row struct {
	code       string
	anchor     point
	box        bounds
	dot        bool
	tint       int
	neighbours []string
}

// dotArea is the size of the largest polygon, in square degrees, below which a country is drawn as a dot.
const dotArea = 0.1

// tabulate makes the table of countries from the shapes and from places.tsv.
func (t *topology) tabulate(land []country) ([]row, error) {
	rows := map[string]*row{}
	for _, c := range land {
		if c.code != "-" {
			rows[c.code] = t.describe(c)
		}
	}
	for n, cells := range tableLines(placesTable) {
		if len(cells) != 4 {
			return nil, fmt.Errorf("places.tsv: line %d: %d cells, not 4", n+1, len(cells))
		}
		p, err := parsePoint(cells[1] + "," + cells[2])
		if err != nil {
			return nil, fmt.Errorf("places.tsv: line %d: %w", n+1, err)
		}
		if rows[cells[0]] == nil {
			rows[cells[0]] = &row{code: cells[0], dot: true}
		}
		rows[cells[0]].anchor = p
		if at := (bounds{p[0], p[1], p[0], p[1]}); rows[cells[0]].box.gap(at.near(rows[cells[0]].box)) > 0 {
			const around = 0.3
			rows[cells[0]].box = bounds{p[0] - around, p[1] - around, p[0] + around, p[1] + around}
		}
	}
	pairs := t.neighbours()
	var list []row
	for _, code := range slices.Sorted(maps.Keys(rows)) {
		rows[code].neighbours = pairs[code]
		list = append(list, *rows[code])
	}
	colour(list)
	return list, nil
}

// describe finds a country's label point, its box and whether it is a dot, from its largest polygon and what lies near it.
func (t *topology) describe(c country) *row {
	var largest [][]point
	most := -1.0
	var boxes []bounds
	for _, polygon := range c.polygons {
		rings := t.rings(polygon)
		box := boundOf(rings[0])
		boxes = append(boxes, box)
		if size := math.Abs(area(rings[0])) * math.Cos((box.south+box.north)/2*math.Pi/180); size > most {
			most, largest = size, rings
		}
	}
	r := &row{code: c.code, dot: math.Abs(area(largest[0])) < dotArea}
	r.anchor = pole(largest)
	r.anchor[0] = math.Remainder(r.anchor[0], 360)
	r.box = cluster(boundOf(largest[0]), boxes)
	return r
}

// rings gives a polygon's rings unrolled.
func (t *topology) rings(polygon [][]int) [][]point {
	var rings [][]point
	for _, ring := range polygon {
		rings = append(rings, unrolled(t.ring(ring)))
	}
	return rings
}

// cluster joins to a country's main box those of its boxes that lie within a few degrees of it, one after another, but for
// specks: Corsica is on the map of France, French Guiana is not, and the Aleutians do not stretch that of the United States.
func cluster(main bounds, boxes []bounds) bounds {
	const reach, speck = 6, 0.003
	least := speck * main.size()
	for grown := true; grown; {
		grown = false
		for _, box := range boxes {
			box = box.near(main)
			if joined := main.join(box); joined != main && main.gap(box) < reach && box.size() > least {
				main, grown = joined, true
			}
		}
	}
	shift := 360 * math.Floor((main.west+180)/360)
	return bounds{main.west - shift, main.south, main.east - shift, main.north}
}

// neighbours lists for each country those with a common arc.
func (t *topology) neighbours() map[string][]string {
	pairs := map[string][]string{}
	for _, users := range t.users() {
		if len(users) == 2 {
			a, b := users[0].code, users[1].code
			if a != b && a != "-" && b != "-" && !slices.Contains(pairs[a], b) {
				pairs[a], pairs[b] = append(pairs[a], b), append(pairs[b], a)
			}
		}
	}
	for _, list := range pairs {
		slices.Sort(list)
	}
	return pairs
}

// colour gives tints so that no two neighbours have the same: those with the most neighbours first, each the tint that is
// used least among those its neighbours leave. Countries without neighbours share out the tints in turn.
func colour(rows []row) {
	const tints = 6
	index := map[string]int{}
	order := make([]int, len(rows))
	for i := range rows {
		index[rows[i].code], order[i], rows[i].tint = i, i, -1
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(rows[b].neighbours) - len(rows[a].neighbours) })
	var used [tints]int
	for _, i := range order {
		var taken [tints]bool
		for _, code := range rows[i].neighbours {
			if tint := rows[index[code]].tint; tint >= 0 {
				taken[tint] = true
			}
		}
		best := -1
		for tint := range tints {
			if !taken[tint] && (best < 0 || used[tint] < used[best]) {
				best = tint
			}
		}
		rows[i].tint = best
		used[best]++
	}
}

// writeRows makes the table's text.
func writeRows(rows []row) []byte {
	var out bytes.Buffer
	out.WriteString("# Made by assets/generate: code, label point (longitude, latitude), box (west, south, east, north), dot, tint, neighbours.\n")
	number := func(x float64) string { return strconv.FormatFloat(math.Round(x*1000)/1000, 'f', -1, 64) }
	for _, r := range rows {
		dot := "0"
		if r.dot {
			dot = "1"
		}
		cells := []string{r.code, number(r.anchor[0]), number(r.anchor[1]),
			number(r.box.west), number(r.box.south), number(r.box.east), number(r.box.north),
			dot, strconv.Itoa(r.tint), strings.Join(r.neighbours, " ")}
		out.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return out.Bytes()
}
