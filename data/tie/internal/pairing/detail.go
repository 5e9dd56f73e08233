package pairing

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// whenOf gives the time of a candidate: the one in its clause, else right before it, else the first of the sentence.
func (s *Article) whenOf(c *Candidate) string {
	if when := s.bracketDate(c.Node); when != "" {
		return when
	}
	if i := interleaved(s.spots, c.Node, len(s.Dates), func(i int) int { return s.Dates[i].First }); i >= 0 {
		return s.Dates[i].When
	}
	if when := s.dateAfter(c.Node); when != "" {
		return when
	}
	for _, d := range s.Dates {
		if d.First >= c.First && d.First < c.Last+3 {
			return d.When
		}
	}
	for _, d := range s.Dates {
		if d.Last <= c.First && c.First-d.Last <= 1 { // "on Tuesday, a day after Peru signed"
			return d.When
		}
	}
	if len(s.Dates) > 0 {
		return s.Dates[0].When
	}
	return ""
}

// dateAfter gives the time told right after the party at a node, or the list that it stands in, where several pairs share
// the sentence: "with India in 2005 and with Poland in 2008".
func (s *Article) dateAfter(node int) string {
	if len(s.spots) < 2 || len(s.Dates) < 2 {
		return ""
	}
	end := node
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First <= node && node < g.Last {
			for _, k := range s.Chained(g.Chain) {
				end = max(end, s.Groups[k].Last)
			}
		}
	}
	for _, d := range s.Dates {
		if d.First >= end {
			if slices.ContainsFunc(s.spots, func(at int) bool { return at >= end && at < d.First }) || d.First-end > 3 {
				return ""
			}
			return d.When
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
func (s *Article) bracketDate(node int) string {
	for node < len(s.Nodes) && s.TagAt(node) == token.Name {
		node++
	}
	if s.TagAt(node) != token.Open {
		return ""
	}
	for _, d := range s.Dates {
		if d.First > node {
			for k := node; k < d.First; k++ {
				if s.TagAt(k) == token.Shut {
					return ""
				}
			}
			return d.When
		}
	}
	return ""
}

// figuresOf gives the amounts of a candidate: all where the sentence ties no other pair, else those that it reaches and those
// that no pair reaches and that stand after it.
func (s *Article) figuresOf(c *Candidate, alone bool) []data.Figure {
	if len(s.Amounts) == 0 {
		return nil
	}
	if f, ok := s.respective(c); ok {
		return []data.Figure{f}
	}
	if i := interleaved(s.spots, c.Node, len(s.Amounts), func(i int) int { return s.Amounts[i].First }); i >= 0 {
		return []data.Figure{s.Amounts[i].Figure}
	}
	var out []data.Figure
	shared := !alone && s.each()
	for i := range s.Amounts {
		a := &s.Amounts[i]
		if to := s.goesTo(a.Last()); !alone && to >= 0 && to != c.Node {
			continue
		}
		if shared {
			if own := s.owner(i); own >= 0 {
				if own == c.Node {
					out = append(out, a.Figure)
				}
				continue
			}
		}
		if alone || within(a.First, c.First, c.Last) || s.nearest(a.First, c) {
			out = append(out, a.Figure)
		}
	}
	return out
}

// tailReach is how many words after the last party of a pair an amount may stand that is told of it.
const tailReach = 4

// reachesMax is how many pairs a sentence may tie for its amounts to be shared out by what stands near.
const reachesMax = 40

func within(node, first, last int) bool { return node >= first && node < last+tailReach }

// nearest says whether an amount that no pair of the sentence reaches stands after this pair, and no other pair between.
func (s *Article) nearest(node int, c *Candidate) bool {
	best := 0
	if len(s.reaches) > reachesMax {
		return false
	}
	for _, r := range s.reaches {
		if within(node, r[0], r[1]) {
			return false
		}
		if r[1] <= node {
			best = max(best, r[1])
		}
	}
	return best > 0 && c.Last == best
}

// ownReach is how many words after a party an amount may stand that is its own: "Peru with 3 million, Chile (2 million)".
const ownReach = 4

// owner gives the node of the party right before an amount, by its index, or before another that it goes on with; -1 where
// there is none.
func (s *Article) owner(amount int) int {
	for ; amount >= 0; amount-- {
		stop := 0
		if amount > 0 {
			stop = s.Amounts[amount-1].Last()
		}
		first := s.Amounts[amount].First
		for k := first - 1; k >= max(stop, first-ownReach); k-- {
			switch s.TagAt(k) {
			case token.Comma, token.Strong, token.Verb, token.Helper, token.Conj, token.Sub, token.Rel:
				return -1
			}
			if _, found := slices.BinarySearch(s.spots, k); found {
				return k
			}
		}
		if stop < first-ownReach || stop == 0 {
			return -1
		}
	}
	return -1
}

// goesTo gives the node of the party to which the amount before a node goes, where another number goes to another party after it:
// "36 jets to Peru and 24 to Chile"; -1 elsewhere.
func (s *Article) goesTo(node int) int {
	for k := node; k < min(node+ownReach, len(s.Nodes)); k++ {
		switch s.TagAt(k) {
		case token.Other, token.Prep, token.Name, token.Number, token.Hyphen:
		default:
			return -1
		}
		if _, found := slices.BinarySearch(s.spots, k); found {
			if s.TagAt(k-1) == token.Prep && s.TagAt(k+1) == token.Conj && s.TagAt(k+2) == token.Number {
				return k
			}
			return -1
		}
	}
	return -1
}

// each says whether two parties or more of the pairs of the sentence have amounts of their own.
func (s *Article) each() bool {
	if len(s.spots) < 2 || len(s.Amounts) < 2 || len(s.spots) > reachesMax || len(s.Amounts) > reachesMax {
		return false
	}
	one := -1
	for i := range s.Amounts {
		own := s.owner(i)
		if own >= 0 && one >= 0 && own != one {
			return true
		}
		one = max(one, own)
	}
	return false
}

// respective gives the amount that belongs to one member of a list of equal length: "to Peru, Chile and Cuba, 1, 2 and 3
// million respectively".
func (s *Article) respective(c *Candidate) (data.Figure, bool) {
	if !s.HasRespectively() {
		return data.Figure{}, false
	}
	for i := range s.Groups {
		if s.Groups[i].Chain != i {
			continue
		}
		var ms []data.Party
		for _, k := range s.Chained(i) {
			for _, m := range s.Groups[k].Members {
				ms = append(ms, m.Party)
			}
		}
		if len(ms) != len(s.Amounts) || len(ms) < 2 {
			continue
		}
		for k, p := range ms {
			if c.Pair.Has(p) && !(c.Pair.Has(ms[(k+1)%len(ms)])) {
				return s.Amounts[k].Figure, true
			}
		}
	}
	return data.Figure{}, false
}

// HasRespectively says whether two lists of the sentence go together in order.
func (s *Article) HasRespectively() bool {
	if !s.Has(&inTurn) {
		return false
	}
	for i := range s.Nodes {
		if w := s.Fold(i); w == "respectively" || w == "order" && i > 1 && s.Fold(i-1) == "that" {
			return true
		}
	}
	return false
}

// inTurn are the words of a sentence that tells in which order things belong together.
var inTurn = rules.WordsOf("respectively", "order")
