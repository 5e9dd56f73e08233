package english

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// Whom a word means that names nobody is often not clear: somebody of no known party stands nearer, or several pairs may be meant.
// Then it means nobody here, for no tie is better than a wrong one.

// strangerMeant says whether "its" or "his" at a node means somebody whose party is not known: who acted last before it in the
// sentence, or a man or woman in the sentence before.
func (s *Reader) strangerMeant(node int) bool {
	best := false
	for ci := range s.Clauses {
		for _, gi := range s.Clauses[ci].Subject {
			if g := &s.Groups[gi]; g.Last <= node && !s.Clauses[ci].Relative {
				best = s.stranger(gi)
			}
		}
	}
	return best || (s.Focus.Lost || s.Focus.Stranger && s.Index-s.Focus.Spoke > 1) && s.personal(node)
}

// empty says whether "it" at a node means nothing but what follows: "it is hard to talk with Peru", "makes it easier to".
func (s *Reader) empty(node int) bool {
	if s.Fold(node) != "it" {
		return false
	}
	for i := node + 1; i < min(node+emptyReach, len(s.Nodes)-1); i++ {
		switch w := s.Fold(i); {
		case w == "it" || s.TagAt(i) == token.Comma || s.TagAt(i) == token.Strong || s.Nodes[i].Mention >= 0:
			return w == "it" && (s.Fold(node+1) == "makes" || s.Fold(node+1) == "made") && s.empty(i)
		case s.Vocab.Lists.Easy.Has(w):
			return s.Fold(i+1) == "to" || s.Fold(i+1) == "for" || s.Fold(i+1) == "that"
		}
	}
	return false
}

// emptyReach is how many words after "it" what it stands for begins.
const emptyReach = 6

// rankReach is how many sentences after it a pair is meant by "the ministers".
const rankReach = 1

// rankUnclear says whether "the ministers" at a node, who are not said to be two, are hardly those of the pair in focus: others
// were named since, or the pair was told of too long ago.
func (s *Reader) rankUnclear(g *grammar.Group) bool {
	for i := g.First; i < g.Last; i++ {
		if s.Fold(i) == "two" || s.Fold(i) == "both" || s.Fold(i) == "each" || s.Fold(i) == "one" {
			return false
		}
	}
	switch s.Fold(g.RefNode) {
	case "presidents", "ministers", "leaders":
		at := s.Focus.PairAt
		return at >= 0 && s.Index-at > rankReach || !s.OnlyInFocus(at, s.Index)
	}
	return false
}

// strangeSubject says whether a subject is a man or woman by name whose party is not known.
func (s *Reader) strangeSubject(gi int) bool {
	g := &s.Groups[gi]
	if len(g.Members) > 0 || g.Ref != grammar.NoRef || s.Sentence.Heading || len(s.resolve(gi)) > 0 {
		return false
	}
	return s.unknown(g.Head) && g.Head > g.First
}

// stranger says whether a group is a name of somebody whose party is not known: "the RPG", "Ana Cruz".
func (s *Reader) stranger(gi int) bool {
	g := &s.Groups[gi]
	n := &s.Nodes[g.Head]
	return len(g.Members) == 0 && g.Ref == grammar.NoRef && n.Tag == token.Other && n.Entry == nil && g.Head > 0 &&
		s.Token(g.Head).Case != text.Lower && !s.Sentence.Heading && !s.ownedNext(gi)
}

// ownedNext says whether a party is named right after a group, to which it may belong: "the RPG of Peru".
func (s *Reader) ownedNext(gi int) bool {
	if gi+1 >= len(s.Groups) {
		return false
	}
	h := &s.Groups[gi+1]
	return len(h.Members) > 0 && h.PrepNode == s.Groups[gi].Last && h.Prep&(rules.OfSlot|rules.FromSlot|rules.InSlot) != 0
}

// otherTwo says whether "the two" at a node means others than parties told of before, with those whom it means, if they are known:
// "Cruz and Silva met and the two agreed", "the ministry and its agency have both signed", two of many that are named here,
// and those before what begins in the midst of a sentence.
func (s *Reader) otherTwo(node int, here []data.Party) (data.Pair, bool) {
	switch {
	case s.Fold(node) == "both" && node > 0 && s.TagAt(node-1) == token.Helper, len(here) == 1 && s.calmsTwo(node):
		return data.Pair{}, true
	case len(here) > 2:
		return s.calledTwo(node), true
	case len(here) == 0 && s.Token(0).Case == text.Lower:
		for _, two := range [2][]data.Party{s.Focus.Subjects, s.Focus.List} {
			if len(two) == 2 {
				return data.PairOf(two[0], two[1]), true
			}
		}
		return data.Pair{}, true
	}
	for i := 1; i+1 < node; i++ {
		if s.Fold(i) == "and" && (s.unknown(i-1) && s.nameAt(i+1) || s.nameAt(i-1) && s.unknown(i+1)) {
			return data.Pair{}, true
		}
	}
	return data.Pair{}, false
}

// calmsTwo says whether "the two" at a node are others, between whom somebody makes peace: "Peru helped ease tensions between the two
// neighbours".
func (s *Reader) calmsTwo(node int) bool {
	for i := node - 1; i > max(node-6, 0); i-- {
		if s.Fold(i) != "between" {
			continue
		}
		for k := i - 1; k > max(i-6, 0); k-- {
			switch s.Fold(k) {
			case "ease", "defuse", "calm", "mediate", "mediated", "mediates", "mediating", "broker", "brokered", "brokers":
				return true
			}
		}
	}
	return false
}

// calledTwo gives the first two parties named after "two" before a node: "brought two foes, Ana of Peru and Luis of Chile, together".
func (s *Reader) calledTwo(node int) data.Pair {
	two, first := -1, data.Party("")
	for i := 0; i < node; i++ {
		switch m := s.Nodes[i].Mention; {
		case s.Fold(i) == "two":
			two, first = i, ""
		case two < 0 || m < 0 || s.Mentions[m].Country == first:
		case first != "":
			return data.PairOf(first, s.Mentions[m].Country)
		default:
			first = s.Mentions[m].Country
		}
	}
	return data.Pair{}
}

// unknown says whether a node is a name of nobody known, and nameAt whether it is any name.
func (s *Reader) unknown(node int) bool {
	n := &s.Nodes[node]
	return n.Mention < 0 && n.Tag == token.Other && n.Entry == nil && s.Token(node).Kind == text.Word && s.Token(node).Case != text.Lower
}

func (s *Reader) nameAt(node int) bool { return s.Nodes[node].Mention >= 0 || s.unknown(node) }
