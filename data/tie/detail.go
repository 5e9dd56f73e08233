package tie

import (
	"cmp"
	"math"
	"slices"

	"entente/data"
)

// whenOf gives the time of a candidate: the one in its clause, else the first of the sentence.
func (s *sentence) whenOf(c *candidate) string {
	if when := s.bracketDate(c.node); when != "" {
		return when
	}
	if i := interleaved(s.spots, c.node, len(s.dates), func(i int) int { return s.dates[i].first }); i >= 0 {
		return s.dates[i].when
	}
	if when := s.dateAfter(c.node); when != "" {
		return when
	}
	for _, d := range s.dates {
		if d.first >= c.first && d.first < c.last+3 {
			return d.when
		}
	}
	if len(s.dates) > 0 {
		return s.dates[0].when
	}
	return ""
}

// dateAfter gives the time told right after the party at a node, or the list that it stands in, where several pairs share
// the sentence: "with India in 2005 and with Poland in 2008".
func (s *sentence) dateAfter(node int) string {
	if len(s.spots) < 2 || len(s.dates) < 2 {
		return ""
	}
	end := node
	for i := range s.gs {
		if g := &s.gs[i]; g.first <= node && node < g.last {
			for _, k := range s.chained(g.chain) {
				end = max(end, s.gs[k].last)
			}
		}
	}
	for _, d := range s.dates {
		if d.first >= end {
			if slices.ContainsFunc(s.spots, func(at int) bool { return at >= end && at < d.first }) || d.first-end > 3 {
				return ""
			}
			return d.when
		}
	}
	return ""
}

// interleaved gives which of n things belongs to the party at a node, where things and parties take turns: "a $1 million
// contract with Peru and a $2 million one with Chile", "with Peru in 1960 and with Chile in 1965". It is -1 elsewhere.
func interleaved(parties []int, node, n int, at func(int) int) int {
	if n < 2 || len(parties) != n {
		return -1
	}
	before, after := true, true
	for i := range parties {
		before = before && at(i) < parties[i] && (i == 0 || at(i) > parties[i-1])
		after = after && at(i) > parties[i] && (i == n-1 || at(i) < parties[i+1])
	}
	if !before && !after {
		return -1
	}
	return slices.Index(parties, node)
}

// bracketDate gives the time in the brackets right after the party at a node: "with Poland (signed in 2008)".
func (s *sentence) bracketDate(node int) string {
	for node < len(s.nodes) && s.tagAt(node) == name {
		node++
	}
	if s.tagAt(node) != open {
		return ""
	}
	for _, d := range s.dates {
		if d.first > node {
			for k := node; k < d.first; k++ {
				if s.tagAt(k) == shut {
					return ""
				}
			}
			return d.when
		}
	}
	return ""
}

// figuresOf gives the amounts of a candidate: those of its clause where the sentence ties several pairs, else all.
func (s *sentence) figuresOf(c *candidate, pairs int) []data.Figure {
	if len(s.amounts) == 0 {
		return nil
	}
	if f, ok := s.respective(c); ok {
		return []data.Figure{f}
	}
	if i := interleaved(s.spots, c.node, len(s.amounts), func(i int) int { return s.amounts[i].first }); i >= 0 {
		return []data.Figure{s.amounts[i].Figure}
	}
	var out []data.Figure
	for i := range s.amounts {
		a := &s.amounts[i]
		if pairs == 1 || a.first >= c.first && a.first < c.last+4 {
			out = append(out, a.Figure)
		}
	}
	return out
}

// respective gives the amount that belongs to one member of a list of equal length: "to Peru, Chile and Cuba, 1, 2 and 3
// million respectively".
func (s *sentence) respective(c *candidate) (data.Figure, bool) {
	if !s.hasRespectively() {
		return data.Figure{}, false
	}
	for i := range s.gs {
		if s.gs[i].chain != i {
			continue
		}
		var ms []data.Party
		for _, k := range s.chained(i) {
			for _, m := range s.gs[k].members {
				ms = append(ms, m.party)
			}
		}
		if len(ms) != len(s.amounts) || len(ms) < 2 {
			continue
		}
		for k, p := range ms {
			if c.pair.Has(p) && !(c.pair.Has(ms[(k+1)%len(ms)])) {
				return s.amounts[k].Figure, true
			}
		}
	}
	return data.Figure{}, false
}

func (s *sentence) hasRespectively() bool {
	for i := range s.nodes {
		if w := s.fold(i); w == "respectively" || w == "order" && i > 1 && s.fold(i-1) == "that" {
			return true
		}
	}
	return false
}

// measured is one figure of an article with what is needed to find contradictions.
type measured struct {
	evidence, figure int
	key, when        string
}

// dispute marks the figures that measure the same thing for the same pair and disagree by more than a tenth.
func (r *reader) dispute() {
	byPair := map[data.Pair][]measured{}
	for i := range r.found {
		e := &r.found[i]
		for k := range e.Figures {
			if key := r.keys[e.Figures[k].Start]; key != "" {
				byPair[e.Pair] = append(byPair[e.Pair], measured{i, k, key, e.When})
			}
		}
	}
	for _, ms := range byPair {
		for i, a := range ms {
			for _, b := range ms[:i] {
				r.compare(a, b)
			}
		}
	}
}

func (r *reader) compare(a, b measured) {
	ea, eb := &r.found[a.evidence], &r.found[b.evidence]
	fa, fb := &ea.Figures[a.figure], &eb.Figures[b.figure]
	if a.key != b.key || ea.Start == eb.Start || fa.Start == fb.Start || !sameUnit(fa.Unit, fb.Unit) || fa.Per != fb.Per ||
		ea.When != eb.When {
		return
	}
	if math.Abs(fa.Value-fb.Value) > 0.1*math.Max(fa.Value, fb.Value) {
		fa.Dispute, fb.Dispute = true, true
		about := cmp.Or(fb.About, fa.About, fb.Unit)
		fa.About, fb.About = about, about // one name for the one thing that they disagree on
	}
}

// sameUnit says whether two units can be compared. People are counted under many names.
func sameUnit(a, b string) bool {
	return a == b || persons[a] && persons[b]
}

var persons = map[string]bool{"people": true, "workers": true, "employees": true, "jobs": true, "staff": true,
	"persons": true, "soldiers": true, "troops": true, "students": true, "refugees": true, "migrants": true}
