package tie

import (
	"entente/data"
	"entente/data/text"
)

// role says how a party stands in its group.
type role uint8

const (
	head     role = iota // the group is the party: "Peru", "the Peruvians"
	modifier             // "Peruvian ships"
	owner                // "Peru's ships"
	referred             // meant by "it", "the two countries"
	within               // after "of" or "from": "the president of Peru"
)

// member is a party in a group.
type member struct {
	party   data.Party
	role    role
	mention int32 // index of the mention, -1 for a reference
	node    int   // where it stands
	place   bool  // a capital or city, which may be only a venue
}

// group is a noun group: "the Serbian army's new tanks". With the parties in it.
type group struct {
	first, last int // nodes, last exclusive
	head        int // node of the last noun
	prep        slots
	prepNode    int // node of the preposition before it, or -1
	members     []member
	rel         *relation // what its head noun says, or nil
	relNode     int
	chain       int  // index of the group that it is coordinated with (the first of the list), or its own
	paren       bool // inside brackets
	no          bool // "no agreement"
	ref         refKind
	refNode     int
	resolved    bool     // meaning is known
	meaning     []member // see resolve
	compound    bool     // "Russia-Serbia", "Peruvian and Chilean": members side by side before one noun
}

// groups cuts the nodes from first to last into noun groups, leaving verbs and the rest out.
func (s *sentence) groups() {
	s.gs = s.gs[:0]
	depth := 0
	for i := 0; i < len(s.nodes); {
		switch s.nodes[i].tag {
		case open:
			depth++
			i++
		case shut:
			depth = max(depth-1, 0)
			i++
		case det, number, other, name, pronoun:
			end := s.groupEnd(i)
			s.addGroup(i, end, depth > 0)
			i = end
		default:
			i++
		}
	}
	s.chainUp()
}

// groupEnd gives the end of the noun group that begins at i.
func (s *sentence) groupEnd(i int) int {
	start := i
	for ; i < len(s.nodes); i++ {
		if i > start && (s.nodes[i].tag == name) != (s.nodes[i-1].tag == name) && s.timeWord(i) != s.timeWord(i-1) {
			return i // "in February Beijing", "Peru Friday"
		}
		switch s.nodes[i].tag {
		case other, name, number, hyphen, poss:
		case pronoun:
			if i > start {
				return i
			}
			if !s.is(i, isDet|isTwo) && s.fold(i) != "two" {
				return i + 1
			}
		case det:
			if i > start && s.nodes[i-1].tag != poss && s.nodes[i-1].tag != det {
				return i
			}
		case adverb:
			if i+1 >= len(s.nodes) || s.tagAt(i+1) != other && s.tagAt(i+1) != number || s.tagAt(i-1) == name || s.tagAt(i-1) == other {
				return i
			}
		case verb: // an adjective in -ing or -ed before its noun was tagged as a noun already
			return i
		case conj:
			if !s.sharedNoun(i) {
				return i
			}
		default:
			return i
		}
	}
	return i
}

// timeWord says whether node i names a month, a weekday or the like.
func (s *sentence) timeWord(i int) bool {
	return s.nodes[i].mention < 0 && (s.monthAt(i) > 0 || s.dateIs("weekday", i) || s.yearAt(i) > 0 || s.dateIs("year", i))
}

// sharedNoun says whether the "and" at i joins two adjectives before one noun: "Peruvian and Chilean officials".
func (s *sentence) sharedNoun(i int) bool {
	if s.tagAt(i-1) != name || s.tagAt(i+1) != name || !s.demonym(i-1) || !s.demonym(i+1) {
		return false
	}
	k := i + 1
	for k < len(s.nodes) && s.nodes[k].tag == name && s.nodes[k].mention == s.nodes[i+1].mention {
		k++
	}
	return s.tagAt(k) == other && s.token(k).Case == text.Lower || s.tagAt(k) == other && s.nodes[k].rel != nil ||
		s.tagAt(k) == other && s.is(k, isCountryWord|isSide)
}

func (s *sentence) addGroup(first, last int, paren bool) {
	g := group{first: first, last: last, head: last - 1, prepNode: -1, relNode: -1, paren: paren, chain: len(s.gs)}
	for g.head > first && s.nodes[g.head].tag != other && s.nodes[g.head].tag != name {
		g.head--
	}
	if first > 0 && s.nodes[first-1].tag == prep {
		k := first - 1
		for k > 0 && s.nodes[k].skip {
			k--
		}
		g.prepNode, g.prep = k, s.nodes[k].word.slot
		if g.prep == 0 {
			g.prep = otherSlot
		}
	}
	if g.prepNode >= 0 && len(s.gs) > 0 && s.inherits(g.prepNode) {
		if before := &s.gs[len(s.gs)-1]; before.prep != 0 {
			g.prep = before.prep
		} else {
			g.prep, g.prepNode = 0, -1
		}
	}
	g.no = s.fold(first) == "no" && !(first > 0 && s.fold(first-1) == "almost") || s.is(first, isNeg) && s.nodes[first].tag == det
	s.addMembers(&g)
	s.headRelation(&g)
	s.reference(&g)
	s.gs = append(s.gs, g)
}

// inherits says whether a preposition only names examples of the group before it, whose place they share.
func (s *sentence) inherits(i int) bool {
	switch s.fold(i) {
	case "including", "such", "like", "notably":
		return true
	}
	return false
}

// addMembers lists the parties of the group, one for each mention that is not part of another's apposition.
func (s *sentence) addMembers(g *group) {
	for i := g.first; i < g.last; i++ {
		m := s.nodes[i].mention
		if s.nodes[i].tag != name || m < 0 || i > g.first && s.nodes[i-1].mention == m {
			continue
		}
		end := i
		for end < g.last && s.nodes[end].mention == m {
			end++
		}
		if s.mentions[m].Country == "" {
			continue
		}
		mm := member{party: s.mentions[m].Country, mention: m, node: i, role: modifier,
			place: s.mentions[m].Kind == data.ByCapital || s.mentions[m].Kind == data.ByCity}
		switch {
		case s.tagAt(end) == poss && end < g.last:
			mm.role = owner
		case end == g.last || s.mentions[m].Kind == data.ByPerson:
			mm.role = head
		case s.tagAt(end) == hyphen && end+1 < g.last && s.nodes[end+1].mention >= 0:
			g.compound = true
		case s.tagAt(end) == conj:
			g.compound = true
		}
		if len(g.members) > 0 && g.members[len(g.members)-1].party == mm.party {
			continue
		}
		g.members = append(g.members, mm)
	}
}

// headRelation finds the noun that says how the parties are related: the last one of the group that the tables know.
func (s *sentence) headRelation(g *group) {
	for i := g.last - 1; i >= g.first; i-- {
		if n := &s.nodes[i]; n.rel != nil && n.tag == other && !n.skip {
			if g.rel == nil || n.rel.weight > g.rel.weight+0.5 && !g.rel.has(directed) {
				g.rel, g.relNode = n.rel, i
			}
		}
	}
}

// chainUp finds the lists: groups that follow each other by commas and "and", brackets between them aside.
func (s *sentence) chainUp() {
	prev := -1 // the last group outside brackets
	for i := range s.gs {
		g := &s.gs[i]
		if g.paren && prev >= 0 && !s.gs[prev].paren {
			continue
		}
		if prev >= 0 && s.listed(&s.gs[prev], g) && !s.nextClause(prev, g) {
			g.chain = s.gs[prev].chain
			if g.prep == 0 {
				g.prep, g.prepNode = s.gs[prev].prep, s.gs[prev].prepNode
			}
		}
		prev = i
	}
	s.unchain()
}

// nextClause says whether a comma and "and" before a group with a verb after it open a clause: "expelled two diplomats,
// and Peru answered".
func (s *sentence) nextClause(prev int, g *group) bool {
	if s.gs[prev].chain != prev || g.prep != 0 || s.gs[prev].last+1 >= len(s.nodes) {
		return false
	}
	if s.tagAt(s.gs[prev].last) != comma || s.tagAt(s.gs[prev].last+1) != conj {
		return false
	}
	k := g.last
	for s.tagAt(k) == adverb {
		k++
	}
	return (s.tagAt(k) == verb || s.tagAt(k) == helper) && s.gs[prev].first > 0 && s.verbBefore(s.gs[prev].first)
}

// verbBefore says whether a verb stands anywhere before a node.
func (s *sentence) verbBefore(i int) bool {
	for i--; i >= 0; i-- {
		if s.nodes[i].tag == verb || s.nodes[i].tag == helper {
			return true
		}
	}
	return false
}

// unchain dissolves the lists that no conjunction joins, outside titles: "against Peru, Chile's ministry said".
func (s *sentence) unchain() {
	if s.data.Heading {
		return
	}
	for i := range s.gs {
		if s.gs[i].chain != i {
			continue
		}
		last := i
		for k := i + 1; k < len(s.gs); k++ {
			if s.gs[k].chain == i {
				last = k
			}
		}
		if last > i && !s.conjIn(s.gs[i].last, s.gs[last].first) && !(i == 0 && s.tagAt(s.gs[last].last) == verb && s.headlinePair(s.gs[last].last)) {
			for k := i + 1; k <= last; k++ {
				if g := &s.gs[k]; g.chain == i {
					g.chain = k
					if g.prepNode < g.first-1 {
						g.prep, g.prepNode = 0, -1
					}
				}
			}
		}
	}
}

// conjIn says whether an "and" or the like stands outside brackets between two nodes.
func (s *sentence) conjIn(from, to int) bool {
	depth := 0
	for i := from; i < to; i++ {
		switch s.nodes[i].tag {
		case open:
			depth++
		case shut:
			depth--
		case conj:
			if depth == 0 {
				return true
			}
		case prep:
			if s.nodes[i].extra > 0 || s.fold(i) == "as" {
				return true
			}
		}
	}
	return false
}

// listed says whether only commas, conjunctions and brackets stand between two groups, and both name parties.
func (s *sentence) listed(a, b *group) bool {
	if len(a.members) == 0 || len(b.members) == 0 || b.prep != 0 && b.prep != a.prep {
		return false
	}
	depth, joined := 0, false
	for i := a.last; i < b.first; i++ {
		switch s.nodes[i].tag {
		case open:
			depth++
		case shut:
			depth--
		case comma, conj:
			joined = true
		case adverb, quote:
		case prep:
			if i < b.first-1 && depth == 0 && !s.nodes[i].skip && s.fold(i) != "as" {
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
