package pairing

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// furtherDates adds a passage for each further time that a sentence about one pair alone tells of it: the wars in "the
// treaty of 1960 outlived the wars of 1965 and 1971". Its words are those of the part of the sentence that tells the
// time, and only they give it a stance; where they say nothing by themselves, or name neither, the whole sentence is shown.
func (s *Article) furtherDates(c *Candidate) {
	if len(s.Dates) < 2 || s.Sentence.Heading || len(s.Named) > 2 {
		return
	}
	for _, p := range s.Named {
		if !c.Pair.Has(p) {
			return
		}
	}
	told := []string{s.Found[len(s.Found)-1].When}
	for _, d := range s.Dates {
		if slices.ContainsFunc(told, func(w string) bool { return sameTime(w, d.When) }) {
			continue
		}
		told = append(told, d.When)
		from, last := s.segment(d.First), s.segmentEnd(d.Last)
		further := *c
		further.First, further.Last, further.Stance, further.goesOn = from, d.Last, data.Neutral, true
		if s.toneOf(&further); further.Stance == data.Conflict && c.Stance == data.Cooperation && !s.strifeOfTwo(from, d.Last) {
			further.Kind, further.Stance = c.Kind, data.Neutral // an invasion told of after a meeting is another's
		}
		e := s.evidence(&further, false)
		if e.When = d.When; s.says(from, last) && s.namesOneOf(c.Pair, from, last) {
			e.Passage = data.PassageOf(s.Doc.Text, s.Doc.SpanOf(s.First+from, s.First+last))
			e.Figures = slices.DeleteFunc(e.Figures, func(f data.Figure) bool { return !e.Contains(f.Span) })
		}
		s.find(Finding{Evidence: e, byRules: c.Score.Confidence(), spoken: s.spokenHere()})
		if s.Explaining {
			x := s.consider(&further, true)
			x.Passage = e.Passage
			s.Considered = append(s.Considered, x)
		}
	}
}

// strifeOfTwo says whether a word between two nodes tells of strife between two, such as "war".
func (s *Article) strifeOfTwo(first, last int) bool {
	for i := first; i < last; i++ {
		if r := s.relationAt(i); r != nil && r.Stance == data.Conflict && r.Has(rules.Joint) {
			return true
		}
	}
	return false
}

// leastSaid is how many words a part of a sentence needs to say anything by itself.
const leastSaid = 8

// says whether the words between two nodes say something by themselves: "as well as the 2022" does not.
func (s *Article) says(first, last int) bool {
	if last-first < leastSaid {
		return false
	}
	for i := first; i < last; i++ {
		if s.relationAt(i) != nil || s.TagAt(i) == token.Verb {
			return true
		}
	}
	return false
}

// sameTime says whether one of two times lies in the other: a day in its month.
func sameTime(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// longestPart is how many words such a part goes on at most.
const longestPart = 60

// segmentEnd gives the node after the last of the part of the sentence that goes on at a node: before the next comma, semicolon or
// relative pronoun, or the end.
func (s *Article) segmentEnd(node int) int {
	for last := min(len(s.Nodes), node+longestPart); node < last; node++ {
		switch s.Nodes[node].Tag {
		case token.Sub, token.Rel, token.Comma, token.Strong, token.Shut, token.Quote:
			return node
		}
	}
	return node
}

// namesOneOf says whether one of a pair is named between two nodes.
func (s *Article) namesOneOf(p data.Pair, first, last int) bool {
	for i := first; i < last; i++ {
		if m := s.Nodes[i].Mention; m >= 0 && p.Has(s.Mentions[m].Country) {
			return true
		}
	}
	return false
}

// segment gives the first node of the part of the sentence that a node stands in: after the comma, semicolon or relative
// pronoun before it.
func (s *Article) segment(node int) int {
	for i := node - 1; i > 0; i-- {
		switch t := s.Nodes[i].Tag; {
		case t == token.Sub || t == token.Rel:
			return i
		case t == token.Comma || t == token.Strong || t == token.Open || t == token.Quote:
			if node-i > 3 {
				return i + 1
			}
		}
	}
	return 0
}
