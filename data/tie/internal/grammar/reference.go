package grammar

import (
	"slices"

	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// RefKind says how a group means parties without naming them.
type RefKind uint8

const (
	NoRef        RefKind = iota
	RefOne               // "it", "its", "the country", "the ambassador"
	RefPair              // "the two countries", "both sides", "each other"
	RefMany              // "they"
	RefSelf              // "we", "our"
	RefOther             // "its neighbour", "his counterpart"
	RefDeal              // "the agreement", after one was told of
	RefBilateral         // "bilateral talks"
	RefHost              // "our host country"
	RefThree             // "the three countries"
	RefFirm              // "the company", after one was named
)

// pointers are the classes of words of which a group that refers has one.
const pointers = referring | rules.IsTwo | rules.IsHost

// either is a word by which two are meant, which no table has.
var either = rules.WordsOf("either")

// reference finds out whether a group refers back whose words are of some classes.
func (s *Tree) reference(g *Group, words rules.Classes) {
	two, both, definite := false, s.either && s.eitherIn(g), false
	for i := g.First; i < g.Last && words&(rules.IsDet|rules.IsTwo) != 0; i++ {
		if e := s.Nodes[i].Entry; e == nil || e.Classes&(rules.IsDet|rules.IsTwo) == 0 {
			continue
		}
		w := s.Fold(i)
		if w != "two" && s.Is(i, rules.IsTwo) {
			return
		}
		switch w {
		case "two":
			two = true
		case "both":
			both = true
		case "each":
			both = both || g.Last-g.First == 1 && s.theOther(g.Last)
		case "the":
			definite = true
		case "this":
			definite = definite || i == g.First
		case "those", "these":
			return
		}
	}
	for i := g.First; i < g.Last && s.Hosted; i++ {
		if s.Is(i, rules.IsHost) {
			g.Ref, g.RefNode = RefHost, i
		}
	}
	if definite && len(g.Members) == 0 && s.Fold(min(g.First+1, g.Last-1)) == "three" && s.Is(g.Head, rules.IsSide) {
		g.Ref, g.RefNode = RefThree, g.Head
	}
	if words&referring != 0 {
		for i := g.First; i < g.Last && g.Ref == NoRef; i++ {
			g.Ref, g.RefNode = s.refersAt(g, i, two && (definite || s.Sentence.Heading) || both, definite), i
		}
	}
	if g.Ref == NoRef && g.Last-g.First <= 2 && (two && definite || both && !s.ofThings(g.Last)) {
		g.Ref, g.RefNode = RefPair, g.First
	}
	if len(g.Members) > 0 && (g.Ref == RefPair || g.Ref == RefDeal || g.Ref == RefBilateral) && !both {
		g.Ref = NoRef
	}
}

// eitherIn says whether a group has the word "either".
func (s *Tree) eitherIn(g *Group) bool {
	for i := g.First; i < g.Last; i++ {
		if s.Fold(i) == "either" {
			return true
		}
	}
	return false
}

// otherReach is how many words after "each" and before it "the other" stands.
const otherReach = 8

// theOther says whether "the other" stands after a node: "each accused the other".
func (s *Tree) theOther(node int) bool {
	for i := node; i+1 < min(node+otherReach, len(s.Nodes)); i++ {
		if s.Fold(i) == "the" && s.Fold(i+1) == "other" {
			return true
		}
	}
	return false
}

// ofThings says whether what follows "both" at a node makes it mean things: "both thermal and hydraulic orders", "ships, both built
// in Peru".
func (s *Tree) ofThings(node int) bool {
	if node >= len(s.Nodes) {
		return false
	}
	n := &s.Nodes[node]
	return n.Tag == token.Conj || n.Tag == token.Verb && n.Form&rules.Participle != 0 && s.Fold(node-1) == "both" && node >= 2 && s.TagAt(node-2) == token.Comma
}

// referring are the classes of words that can refer. "The former" is of none.
const referring = rules.IsSelf | rules.IsSide | rules.IsPairWord | rules.IsDet | rules.IsPron | rules.IsCountryWord | rules.IsFirm | rules.IsResume

// refersAt finds out to what the word at node i of a group refers.
func (s *Tree) refersAt(g *Group, i int, two, definite bool) RefKind {
	last := i == g.Last-1 || s.TagAt(i+1) == token.Poss
	if e := s.Nodes[i].Entry; !(definite && last) && (e == nil || e.Classes&referring == 0) {
		return NoRef // a name, or a word that refers to nothing
	}
	w := s.Fold(i)
	switch {
	case s.Nodes[i].Mention >= 0:
		return NoRef
	case s.Is(i, rules.IsSelf):
		return RefSelf
	case s.Is(i, rules.IsSide) && (two && (definite || w != "parties") || definite && last && (w == "sides" || w == "parties" || w == "presidents" || w == "ministers" || w == "leaders")):
		return RefPair
	case definite && last && s.JustThey(g):
		return RefPair
	case w == "other" && i > g.First && s.Fold(i-1) == "each", w == "another" && i > g.First && s.Fold(i-1) == "one":
		return RefPair
	case s.Is(i, rules.IsPairWord):
		return RefBilateral
	case len(g.Members) > 0 && s.TagAt(i) != token.Det:
		return NoRef
	case w == "it" || w == "he" || w == "she" || w == "its" || w == "his" || w == "her":
		return s.ownOther(g, i)
	case w == "they" || w == "their" || w == "them":
		return RefMany
	case definite && last && (w == "former" || w == "latter"):
		return RefOne
	case definite && s.Is(i, rules.IsCountryWord) && last && len(g.Members) == 0 && !s.named(i+1):
		return RefOne
	case definite && s.FirmNamed && last && len(g.Members) == 0 && s.Is(i, rules.IsFirm) && !s.properName(i):
		return RefFirm
	case definite && last && len(g.Members) == 0 && slices.Contains(s.BodyWords, w) && !s.properName(i) && !s.named(i+1):
		return RefFirm
	case definite && last && s.Is(i, rules.IsResume) && len(g.Members) == 0 && !s.properName(i) && !s.ownMatter(g, i):
		return RefDeal
	}
	return NoRef
}

// ownMatter says whether a case, meeting or the like at node i of a group is another than one told of: "the case of terrorism", "the
// eighth summit of islands", "the OIC summit", "the previous ban".
func (s *Tree) ownMatter(g *Group, i int) bool {
	if s.Fold(i-1) == "previous" || s.Fold(i-1) == "earlier" || s.Fold(i-1) == "other" {
		return true // not the one told of just before
	}
	switch s.Fold(i) {
	case "case", "issue", "question", "matter":
	case "summit", "conference", "meeting", "congress", "forum":
		if g.Last-g.First > 2 && s.Token(i-1).Case == text.Upper && s.Nodes[i-1].Mention < 0 && !s.Sentence.Heading {
			return true
		}
	default:
		return false
	}
	return i+1 < len(s.Nodes) && s.Fold(i+1) == "of" && (s.TagAt(i+2) == token.Other || s.TagAt(i+2) == token.Number)
}

// JustThey says whether a group that begins a clause says no more than "the neighbours" or "the countries", which then are those
// just told of.
func (s *Tree) JustThey(g *Group) bool {
	if g.Last-g.First != 2 || g.PrepNode >= 0 || s.Fold(g.First) != "the" || s.TagAt(g.Last) != token.Verb && s.TagAt(g.Last) != token.Helper {
		return false
	}
	switch s.Fold(g.Head) {
	case "neighbours", "neighbors", "countries", "governments", "nations":
		return true
	}
	return false
}

// named says whether "of" and a name that is no party's stand at node i: "the island of Chios".
func (s *Tree) named(i int) bool {
	return i+1 < len(s.Nodes) && s.Fold(i) == "of" && s.capital(i+1)
}

// properName says whether node i is part of a name, as in "the World Trade Organization".
func (s *Tree) properName(i int) bool {
	return s.Token(i).Case != text.Lower && !s.Sentence.Heading && (s.capital(i-1) || s.capital(i+1))
}

// capital says whether node i is a word in the midst of the sentence that begins with a capital.
func (s *Tree) capital(i int) bool {
	return i > 0 && i < len(s.Nodes) && s.Token(i).Kind == text.Word && s.Token(i).Case != text.Lower && s.Nodes[i].Mention < 0
}

// ownOther tells "its neighbour", which means another party, from "its army".
func (s *Tree) ownOther(g *Group, i int) RefKind {
	for k := i + 1; k < g.Last; k++ {
		if s.Is(k, rules.IsCounterpart) && len(g.Members) == 0 {
			return RefOther
		}
	}
	return RefOne
}

// Quoted says whether an odd number of quotation marks stands before a node.
func (s *Tree) Quoted(node int) bool {
	in := false
	for i := 0; i < node; i++ {
		if s.Nodes[i].Tag == token.Quote {
			in = !in
		}
	}
	return in
}
