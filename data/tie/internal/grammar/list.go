package grammar

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// Chained lists the groups of the list that g begins. The answer holds until the next sentence.
func (s *Tree) Chained(g int) []int {
	first := len(s.indices)
	for i := s.Groups[g].Chain; i < len(s.Groups); i++ {
		if s.Groups[i].Chain == s.Groups[g].Chain {
			s.indices = append(s.indices, i)
		}
	}
	return slices.Clip(s.indices[first:])
}

// chainUp finds the lists: groups that follow each other by commas and "and", brackets between them aside.
func (s *Tree) chainUp() {
	prev, lists := -1, false // prev is the last group outside brackets
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.paren && prev >= 0 && !s.Groups[prev].paren {
			continue
		}
		if prev >= 0 && s.listed(&s.Groups[prev], g) && !s.nextClause(prev, g) && !s.closed(prev, g) && !s.eachWithTheirs(prev, i) {
			g.Chain, lists = s.Groups[prev].Chain, true
			if g.Prep == 0 {
				g.Prep, g.PrepNode = s.Groups[prev].Prep, s.Groups[prev].PrepNode
			}
		}
		prev = i
	}
	if lists && !s.Sentence.Heading {
		s.unchain()
	}
}

// closed says whether a list has had its "and" already, so that what a comma adds is no part of it: "led by Peru and Chile,
// Cuba signed".
func (s *Tree) closed(prev int, g *Group) bool {
	p := &s.Groups[prev]
	if p.Chain == prev || s.conjIn(p.Last, g.First) || s.Sentence.Heading {
		return false
	}
	return s.conjIn(s.Groups[prev-1].Last, p.First) && s.Groups[prev-1].Chain == p.Chain
}

// nextClause says whether a comma and "and" before a group with a verb after it open a clause: "expelled two diplomats,
// and Peru answered".
func (s *Tree) nextClause(prev int, g *Group) bool {
	if s.Groups[prev].Chain != prev || g.Prep != 0 || s.Groups[prev].Last+1 >= len(s.Nodes) {
		return false
	}
	if s.TagAt(s.Groups[prev].Last) != token.Comma || s.TagAt(s.Groups[prev].Last+1) != token.Conj {
		return false
	}
	k := g.Last
	for s.TagAt(k) == token.Adverb {
		k++
	}
	return (s.TagAt(k) == token.Verb || s.TagAt(k) == token.Helper) && s.Groups[prev].First > 0 && s.verbBefore(s.Groups[prev].First)
}

// verbBefore says whether a verb stands anywhere before a node.
func (s *Tree) verbBefore(i int) bool {
	for i--; i >= 0; i-- {
		if s.Nodes[i].Tag == token.Verb || s.Nodes[i].Tag == token.Helper {
			return true
		}
	}
	return false
}

// unchain dissolves the lists that no conjunction joins, outside titles: "against Peru, Chile's ministry said".
func (s *Tree) unchain() {
	for i := range s.Groups {
		if s.Groups[i].Chain != i {
			continue
		}
		s.freeFronted(i)
		last := i
		for k := i + 1; k < len(s.Groups); k++ {
			if s.Groups[k].Chain == i {
				last = k
			}
		}
		if last > i && !s.conjIn(s.Groups[i].Last, s.Groups[last].First) && !(i == 0 && s.TagAt(s.Groups[last].Last) == token.Verb && s.HeadlinePair(s.Groups[last].Last)) {
			for k := i + 1; k <= last; k++ {
				if g := &s.Groups[k]; g.Chain == i {
					g.Chain = k
					if g.PrepNode < g.First-1 {
						g.Prep, g.PrepNode = 0, -1
					}
				}
			}
		}
	}
}

// freeFronted takes the subject out of a list that begins with a place or a thing at the start of a sentence: "in Washington, Peru and
// Chile signed", "under Omani mediation, Peru and Chile signed".
func (s *Tree) freeFronted(i int) {
	g := &s.Groups[i]
	if g.Prep == 0 || g.Prep&(rules.InSlot|rules.AtSlot) == 0 && s.TagAt(g.Last-1) == token.Name || g.PrepNode < 0 || g.PrepNode > 0 && s.TagAt(g.PrepNode-1) != token.Comma && s.TagAt(g.PrepNode-1) != token.Conj || s.verbBefore(g.First) || s.TagAt(g.Last) != token.Comma {
		return
	}
	list := s.Chained(i)
	if len(list) < 2 || s.Groups[list[1]].First != g.Last+1 {
		return
	}
	end := s.Groups[list[len(list)-1]].Last
	for s.TagAt(end) == token.Adverb {
		end++
	}
	if t := s.TagAt(end); t != token.Verb && t != token.Helper {
		return
	}
	for _, k := range list[1:] {
		s.Groups[k].Chain, s.Groups[k].Prep, s.Groups[k].PrepNode = list[1], 0, -1
	}
}

// conjIn says whether an "and" or the like stands outside brackets between two nodes.
func (s *Tree) conjIn(from, to int) bool {
	depth := 0
	for i := from; i < to; i++ {
		switch s.Nodes[i].Tag {
		case token.Open:
			depth++
		case token.Shut:
			depth--
		case token.Conj:
			if depth == 0 {
				return true
			}
		case token.Prep:
			if s.Nodes[i].Extra > 0 || s.Fold(i) == "as" {
				return true
			}
		}
	}
	return false
}

// listed says whether only commas, conjunctions and brackets stand between two groups, and both name parties.
func (s *Tree) listed(a, b *Group) bool {
	if len(a.Members) == 0 || len(b.Members) == 0 || b.Prep != 0 && b.Prep != a.Prep {
		return false
	}
	if a.Prep == rules.AgainstSlot && b.Members[0].Role == Owner && b.Rel != nil {
		return false // "a case against Peru and Chile's claim to Cuba"
	}
	depth, joined := 0, false
	for i := a.Last; i < b.First; i++ {
		switch s.Nodes[i].Tag {
		case token.Open:
			depth++
		case token.Shut:
			depth--
		case token.Comma, token.Conj:
			joined = true
		case token.Adverb, token.Quote:
		case token.Prep:
			if i < b.First-1 && depth == 0 && !s.Nodes[i].Skip && s.Fold(i) != "as" {
				return false
			}
		default:
			if depth == 0 {
				return false
			}
		}
	}
	return joined
}

// LongestList gives the parties of the longest list of the sentence, none where no list has two.
func (s *Tree) LongestList(into []data.Party) []data.Party {
	best, most := -1, 1
	for i, n := range s.inLists() {
		if n > most && s.Groups[i].Chain == i && s.Groups[i].Prep != rules.InSlot {
			best, most = i, n
		}
	}
	for k := best; best >= 0 && k < len(s.Groups); k++ {
		if s.Groups[k].Chain != best {
			continue
		}
		for _, m := range s.Groups[k].Members {
			into = append(into, m.Party)
		}
	}
	return into
}

// ListOf gives the different parties of the list that group i begins.
func (s *Tree) ListOf(i int) []data.Party {
	if s.Groups[i].Chain != i {
		return nil
	}
	var out []data.Party
	for _, k := range s.Chained(i) {
		for _, m := range s.Groups[k].Members {
			if !slices.Contains(out, m.Party) {
				out = append(out, m.Party)
			}
		}
	}
	return out
}

// eachWithTheirs says whether a group is another doer with a party of its own, and does not go on with that of the one before:
// the king in "the president of Peru and the king of Spain". After a preposition the two are one list: "between the president …".
func (s *Tree) eachWithTheirs(prev, i int) bool {
	return s.Groups[prev].Prep == rules.OfSlot && s.Groups[i].Prep == 0 && s.partyNext(i) && prev > 0 && s.Groups[prev-1].Prep == 0
}

// RowOf says whether a list of the sentence has as many parties as are given, in whatever place.
func (s *Tree) RowOf(parties int) bool {
	for i, n := range s.inLists() {
		if n >= parties && s.Groups[i].Chain == i {
			return true
		}
	}
	return false
}

// inLists counts the members of the list that each group begins. The answer holds until the next call.
func (s *Tree) inLists() []int {
	s.counts = append(s.counts[:0], make([]int, len(s.Groups))...)
	for i := range s.Groups {
		s.counts[s.Groups[i].Chain] += len(s.Groups[i].Members)
	}
	return s.counts
}
