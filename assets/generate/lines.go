package main

import "math"

// arcKind says how an arc is stroked; the numbers are those of geo.LineKind and stand in the files.
type arcKind uint8

const (
	coast arcKind = iota
	border
	dotted
	unseen // a lake's shore, an edge along the antimeridian, a line within a country
)

// splitSeams breaks arcs so that edges along the antimeridian stand alone: the sources cut islands there, and no coast is.
func (t *topology) splitSeams() {
	t.split(func(index, i int) bool {
		arc := t.arcs[index]
		return isSeam(arc[i-1], arc[i]) != isSeam(arc[i], arc[i+1])
	})
}

func isSeam(a, b point) bool {
	return math.Abs(a[0]) > 179.9999 && math.Abs(b[0]) > 179.9999 || a[1] < -89.9 && b[1] < -89.9
}

// markLines finds out for each arc how it is stroked, from who lies on its two sides.
func (t *topology) markLines(rules []rule) {
	for _, r := range rules {
		if r.kind == "dotted" && len(r.where) == 2 {
			users := t.users()
			t.split(func(index, i int) bool {
				arc := t.arcs[index]
				return isBetween(users[index], r) && inBox(arc[i], r.where) != inBox(arc[i+1], r.where)
			})
		}
	}
	t.kinds = make([]arcKind, len(t.arcs))
	for i, users := range t.users() {
		t.kinds[i] = kindOf(t.arcs[i], users, rules)
	}
}

// users lists the units on the sides of each arc.
func (t *topology) users() [][]*unit {
	users := make([][]*unit, len(t.arcs))
	t.eachRing(func(u *unit, ring *[]int) {
		for _, ref := range *ring {
			users[max(ref, ^ref)] = append(users[max(ref, ^ref)], u)
		}
	})
	return users
}

func kindOf(arc []point, users []*unit, rules []rule) arcKind {
	switch {
	case len(users) == 0 || isSeam(arc[0], arc[1]):
		return unseen
	case len(users) == 1:
		return coast
	case users[0].folded != users[1].folded || users[0].code == "-" || users[1].code == "-":
		if users[0].code == users[1].code || users[0].code == "-" || users[1].code == "-" {
			return dotted
		}
	case users[0].code == users[1].code:
		return unseen
	}
	for _, r := range rules {
		if r.kind == "dotted" && isBetween(users, r) && (len(r.where) < 2 || inBox(arc[len(arc)/2], r.where)) {
			return dotted
		}
	}
	return border
}

func isBetween(users []*unit, r rule) bool {
	return len(users) == 2 && (users[0].code == r.subject && users[1].code == r.object ||
		users[1].code == r.subject && users[0].code == r.object)
}

func inBox(p point, box []point) bool {
	return p[0] >= box[0][0] && p[0] <= box[1][0] && p[1] >= box[0][1] && p[1] <= box[1][1]
}
