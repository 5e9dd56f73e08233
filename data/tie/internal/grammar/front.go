package grammar

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// frontReach is how many words before and after a name are looked at for what stands in front of a clause and for its verb.
const frontReach = 12

// afterFront says whether the name at node i is the subject that follows what a clause begins with, though no comma parts the
// two: "in a statement Peru condemned", "under the deal Peru and Chile sell".
func (s *Tree) afterFront(start, i int) bool {
	before := i - 1
	if s.Nodes[i].Mention < 0 || s.Nodes[before].Mention == s.Nodes[i].Mention || s.Sentence.Heading {
		return false
	}
	if s.Is(before, rules.IsOffice) && s.Mentions[s.Nodes[i].Mention].Kind == data.ByPerson {
		return false // "in addition to Peruvian president Luz Vega"
	}
	noun := s.Nodes[before].Rel != nil || s.Is(before, rules.IsResume|rules.IsDeed)
	switch s.TagAt(before) {
	case token.Name:
		if noun = !s.Demonym(before); !noun {
			return false
		}
	case token.Other:
		if s.Token(before).Case != text.Lower && before > start {
			return false // but "in Geneva Peru"
		}
	default:
		return false
	}
	if s.Demonym(i) && !(noun && s.nounThenVerb(i)) || !s.Demonym(i) && !s.verbAfterNames(i) {
		return false
	}
	return s.fronted(start)
}

// afterPlace says whether the noun at node i is the subject that follows the country where a clause begins, though no comma parts the
// two: "in Peru miners went on strike".
func (s *Tree) afterPlace(start, i int) bool {
	if s.Nodes[i].Tag != token.Other || s.Token(i).Case != text.Lower || s.TagAt(start-1) != token.Prep || s.Fold(start-1) != "in" || s.Sentence.Heading {
		return false
	}
	m := s.Nodes[i-1].Mention
	return m >= 0 && m == s.Nodes[start].Mention && !s.Demonym(i-1) && s.nounThenVerb(i-1) && s.fronted(start)
}

// frontOf says whether a group begins the clause of the subject that follows it at once: "and in Peru trains stopped".
func (b *builder) frontOf(front, subject Element) bool {
	if front.Group < 0 || subject.Group < 0 {
		return false
	}
	g := &b.s.Groups[front.Group]
	return g.Prep != 0 && g.Last == b.s.Groups[subject.Group].First && b.s.TagAt(g.PrepNode-1) == token.Conj
}

// BeginsClause says whether the preposition of a group can open a clause: "after a state of siege was declared".
func (s *Tree) BeginsClause(g *Group) bool {
	if g.PrepNode < 0 {
		return false
	}
	switch s.Fold(g.PrepNode) {
	case "after", "before", "since", "until", "as", "like", "than":
		return true
	}
	return false
}

// fronted says whether the clause that node i stands in begins with a preposition, and has no verb before the node.
func (s *Tree) fronted(i int) bool {
	first := i
	for k := i - 1; k >= max(0, i-frontReach); k-- {
		switch s.Nodes[k].Tag {
		case token.Verb, token.Helper:
			return false
		case token.Comma, token.Conj, token.Sub, token.Rel, token.Strong, token.Quote, token.Open, token.Shut:
			return first < i && s.opensFront(first)
		}
		first = k
	}
	return first == 0 && i > 0 && s.opensFront(0)
}

// opensFront says whether a preposition, alone or after an adverb, stands at a node.
func (s *Tree) opensFront(i int) bool {
	if s.TagAt(i) == token.Adverb {
		i++
	}
	return s.TagAt(i) == token.Prep
}

// verbAfterNames says whether a verb follows the names that begin at node i, with nothing but commas, "and", adverbs and what
// they own between.
func (s *Tree) verbAfterNames(i int) bool {
	owner := false
	for k := i; k < min(i+frontReach, len(s.Nodes)); k++ {
		switch s.Nodes[k].Tag {
		case token.Verb, token.Helper:
			return true
		case token.Poss:
			owner = true
		case token.Other:
			if !owner {
				return false
			}
		case token.Name, token.Conj, token.Adverb, token.Det:
		case token.Comma:
			if t := s.TagAt(k + 1); t != token.Name && t != token.Det {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// nounThenVerb says whether a noun follows the adjective at node i, and then a verb: "Chilean officials banned".
func (s *Tree) nounThenVerb(i int) bool {
	k := i + 1
	for ; k < min(i+frontReach, len(s.Nodes)) && (s.TagAt(k) == token.Other || s.TagAt(k) == token.Name); k++ {
	}
	for s.TagAt(k) == token.Adverb {
		k++
	}
	t := s.TagAt(k)
	return k > i+1 && (t == token.Verb || t == token.Helper)
}

// placeReach is how many nodes the place of writing at the beginning of a sentence may take.
const placeReach = 6

// barePlace gives the node at which a sentence begins after the place of writing, in capitals, that no sign closes: "CUZCO, Peru A
// ship from Chile"; 0 where there is none.
func (s *Tree) barePlace() int {
	if len(s.Nodes) == 0 || s.Token(0).Case != text.Upper {
		return 0
	}
	if i := s.bareTown(); i > 0 {
		return i
	}
	for i := 1; i < min(placeReach, len(s.Nodes)-1); i++ {
		switch t := s.Token(i); {
		case t.Kind == text.Punct:
			if s.Fold(i) != "," || s.Token(i+1).Case == text.Lower {
				return 0
			}
		case t.Kind != text.Word || t.Case == text.Lower:
			return 0
		case s.TagAt(i) == token.Det && s.Token(i-1).Kind == text.Word:
			switch s.Fold(i) {
			case "a", "an", "the":
				return i
			}
		}
	}
	return 0
}

// bareTown gives the node after a town in capitals that is set before a sentence: "CUZCO Ships from Chile"; 0 where there is none.
func (s *Tree) bareTown() int {
	if len(s.Nodes) == 0 || s.Token(0).Case != text.Upper {
		return 0
	}
	m := s.Nodes[0].Mention
	if m < 0 || s.Mentions[m].Kind != data.ByCapital && s.Mentions[m].Kind != data.ByCity {
		return 0
	}
	i := 1
	for i < len(s.Nodes) && s.Nodes[i].Mention == m {
		i++
	}
	if i == len(s.Nodes) || s.Token(i).Kind != text.Word || s.Token(i).Case != text.Capital || s.Token(i-1).Case != text.Upper {
		return 0
	}
	return i
}

// supposed says whether a sentence supposes all that it tells: "Suppose Peru won", "Had Peru won, Chile would have left".
func (s *Tree) supposed() bool {
	n := len(s.Nodes)
	if n == 0 {
		return false
	}
	switch s.Fold(0) {
	case "had", "were", "should":
		return s.Fold(n-1) != "?"
	}
	return s.Nodes[0].Tag == token.Verb && s.Nodes[0].Entry.Classes&rules.IsHypo != 0
}
