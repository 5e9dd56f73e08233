package tie

import (
	"slices"
	"strings"

	"entente/data"
)

// furtherDates adds a passage for each further time that a sentence about one pair alone tells of it: the wars in "the
// treaty of 1960 outlived the wars of 1965 and 1971". Its words are those up to the time, and only they give it a stance.
func (s *sentence) furtherDates(c *candidate) {
	if len(s.dates) < 2 || s.data.Heading || len(s.named) > 2 {
		return
	}
	for _, p := range s.named {
		if !c.pair.Has(p) {
			return
		}
	}
	told := []string{s.found[len(s.found)-1].When}
	for _, d := range s.dates {
		if d.first <= c.first || s.fold(d.first-1) == "since" || slices.ContainsFunc(told, func(w string) bool { return sameTime(w, d.when) }) {
			continue
		}
		told = append(told, d.when)
		from := s.segment(d.first)
		further := *c
		further.first, further.last, further.stance, further.goesOn = from, d.last, data.Neutral, true
		s.toneOf(&further)
		e := s.evidence(&further, 2)
		e.When, e.Passage = d.when, data.PassageOf(s.doc.Text, s.doc.SpanOf(s.first+from, s.first+d.last))
		s.found = append(s.found, e)
		if s.explaining {
			x := s.consider(&further, true)
			x.Passage = e.Passage
			s.considered = append(s.considered, x)
		}
	}
}

// sameTime says whether one of two times lies in the other: a day in its month.
func sameTime(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// segment gives the first node of the part of the sentence that a node stands in: after the comma, semicolon or relative
// pronoun before it.
func (s *sentence) segment(node int) int {
	for i := node - 1; i > 0; i-- {
		switch t := s.nodes[i].tag; {
		case t == sub || t == rel:
			return i
		case t == comma || t == strong || t == open || t == quote:
			if node-i > 3 {
				return i + 1
			}
		}
	}
	return 0
}
