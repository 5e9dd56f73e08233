package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
)

//go:embed disputes.tsv
var disputesTable string

//go:embed places.tsv
var placesTable string

// rule is a line of disputes.tsv.
type rule struct {
	kind, subject, object string
	where                 []point
}

// parseRules reads disputes.tsv.
func parseRules(table string) ([]rule, error) {
	var rules []rule
	for n, cells := range tableLines(table) {
		if len(cells) != 5 {
			return nil, fmt.Errorf("disputes.tsv: line %d: %d cells, not 5", n+1, len(cells))
		}
		r := rule{kind: cells[0], subject: cells[1], object: cells[2]}
		for _, field := range strings.Fields(cells[3]) {
			p, err := parsePoint(field)
			if err != nil {
				return nil, fmt.Errorf("disputes.tsv: line %d: %w", n+1, err)
			}
			r.where = append(r.where, p)
		}
		rules = append(rules, r)
	}
	return rules, nil
}

// tableLines gives the cells of each line that is not a comment, by the line's number from 0.
func tableLines(table string) map[int][]string {
	lines := map[int][]string{}
	for n, line := range strings.Split(table, "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			lines[n] = strings.Split(line, "\t")
		}
	}
	return lines
}

func parsePoint(s string) (p point, err error) {
	lon, lat, _ := strings.Cut(s, ",")
	if p[0], err = strconv.ParseFloat(lon, 64); err == nil {
		p[1], err = strconv.ParseFloat(lat, 64)
	}
	return p, err
}

// parseCodes reads CLDR's code mappings: two-letter codes by number.
func parseCodes(raw []byte) (map[string]string, error) {
	var file struct {
		Supplemental struct {
			CodeMappings map[string]json.RawMessage
		}
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		return nil, err
	}
	codes := map[string]string{"-2": "XK", "Kosovo": "XK"}
	for code, raw := range file.Supplemental.CodeMappings {
		var m struct {
			Numeric string `json:"_numeric"`
		}
		if json.Unmarshal(raw, &m) == nil && m.Numeric != "" && len(code) == 2 && !privateCode(code) {
			codes[m.Numeric] = code
		}
	}
	return codes, nil
}

// privateCode says whether a code is one of those that users may give meanings to, or is not in force any more.
func privateCode(code string) bool {
	switch code {
	case "AN", "BU", "CS", "DD", "FX", "NT", "SU", "TP", "YD", "YU", "ZR", "QO", "QU", "UK", "EU", "ZZ", "VD":
		return true
	}
	return code[0] == 'X' || code == "AA"
}

// applyRules gives every unit its country's code, as disputes.tsv says, and cuts and splits what that table asks for.
func (t *topology) applyRules(rules []rule, codes map[string]string) error {
	byName := map[string]rule{}
	for _, r := range rules {
		if r.kind == "merge" || r.kind == "fold" || r.kind == "drop" {
			byName[r.subject] = r
		}
	}
	kept := t.units[:0]
	for _, u := range t.units {
		r, ruled := byName[u.id]
		if !ruled {
			r, ruled = byName[u.name]
		}
		switch {
		case ruled && r.kind == "drop":
			continue
		case ruled:
			u.code, u.folded = r.object, r.kind == "fold"
		case codes[u.id] != "":
			u.code = codes[u.id]
		case codes[u.name] != "":
			u.code = codes[u.name]
		default:
			return fmt.Errorf("the unit %q %q has no code and no rule", u.id, u.name)
		}
		kept = append(kept, u)
	}
	t.units = kept
	for _, r := range rules {
		switch r.kind {
		case "take":
			t.take(r)
		case "cut":
			t.cut(r)
		}
	}
	t.splitSeams()
	t.markLines(rules)
	return nil
}

// take moves the polygon that holds a point to the country that the rule names, if another has it.
func (t *topology) take(r rule) {
	for i := range t.units {
		u := &t.units[i]
		if u.code == r.object {
			continue
		}
		for k, polygon := range u.polygons {
			if contains(t.ring(polygon[0]), parsedSubject(r)) {
				t.units = append(t.units, unit{name: "taken", code: r.object, polygons: [][][]int{polygon}})
				u = &t.units[i]
				u.polygons = append(u.polygons[:k:k], u.polygons[k+1:]...)
				return
			}
		}
	}
}

// parsedSubject is the point of a rule whose subject is one; the table's test checks that it is.
func parsedSubject(r rule) point {
	p, _ := parsePoint(r.subject)
	return p
}

// cut parts a country's polygon along a straight line between two of its corners, those nearest to the rule's points, and
// gives the part that borders on the other country to that one. It does nothing where the two points lie beyond the country.
func (t *topology) cut(r rule) {
	const near = 0.05
	for i := range t.units {
		if t.units[i].code != r.subject {
			continue
		}
		for k, polygon := range t.units[i].polygons {
			ring := t.ring(polygon[0])
			a, offA := nearest(ring, r.where[0])
			b, offB := nearest(ring, r.where[1])
			if offA > near || offB > near || a == b || !t.crosses(ring, a, b) {
				continue
			}
			t.split(func(arc, i int) bool { return t.arcs[arc][i] == a || t.arcs[arc][i] == b })
			line := len(t.arcs)
			t.arcs = append(t.arcs, []point{a, b})
			one, other := t.part(t.units[i].polygons[k][0], a, b, line)
			if !t.bordersOn(one, r.object) {
				one, other = other, one
			}
			t.units[i].polygons[k][0] = other
			t.units = append(t.units, unit{name: "cut", code: r.object, polygons: [][][]int{{one}}})
			return
		}
	}
}

// crosses says whether the straight line between two corners runs through the inside of the ring, and not along its edge.
func (t *topology) crosses(ring []point, a, b point) bool {
	middle := point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2}
	up, down := point{middle[0], middle[1] + 0.05}, point{middle[0], middle[1] - 0.05}
	return contains(ring, up) && contains(ring, down)
}

// part walks a ring from a to b and from b to a, and closes each way with the line from a to b.
func (t *topology) part(ring []int, a, b point, line int) (one, other []int) {
	start := 0
	for i, ref := range ring {
		if t.arc(ref)[0] == a {
			start = i
		}
	}
	toB := true
	for i := range ring {
		ref := ring[(start+i)%len(ring)]
		if t.arc(ref)[0] == b {
			toB = false
		}
		if toB {
			one = append(one, ref)
		} else {
			other = append(other, ref)
		}
	}
	return append(one, ^line), append(other, line)
}

// bordersOn says whether a ring shares an arc with a country.
func (t *topology) bordersOn(ring []int, code string) bool {
	own := map[int]bool{}
	for _, ref := range ring {
		own[max(ref, ^ref)] = true
	}
	found := false
	t.eachRing(func(u *unit, other *[]int) {
		for _, ref := range *other {
			found = found || u.code == code && own[max(ref, ^ref)]
		}
	})
	return found
}

// nearest gives the corner of a ring that is nearest to a point, and how many degrees it is off.
func nearest(ring []point, p point) (corner point, off float64) {
	off = math.Inf(1)
	for _, q := range ring {
		if d := math.Hypot(q[0]-p[0], q[1]-p[1]); d < off {
			corner, off = q, d
		}
	}
	return corner, off
}
