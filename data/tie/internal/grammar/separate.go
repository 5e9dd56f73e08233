package grammar

import (
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// mostOf is how many phrases with "of", "from" or "in" the object of a verb may have before the rest of the verb.
const mostOf = 2

// separated gives what a verb says together with words behind its object: "turned the offer down", "took six sailors hostage",
// "showed the envoy the door". nil where they are no verb of several words.
func (s *Tree) separated(a *Action) *rules.Relation {
	verb := &s.Nodes[a.Main]
	if a.Passive || verb.Extra > 0 || verb.Entry == nil || !verb.Entry.Opens() {
		return nil
	}
	from := s.pastAdverbs(a.Last)
	if r := s.owned(verb, from); r != nil {
		return r
	}
	for i, left := len(s.Groups)-1, mostOf; i >= 0; i-- {
		if s.Groups[i].First < from || s.Groups[i].First > from {
			continue
		}
		for k := i; k < len(s.Groups); k++ {
			if r := s.restOf(verb, &s.Groups[k]); r != nil {
				return r
			}
			if k+1 == len(s.Groups) || s.Groups[k+1].PrepNode != s.Groups[k].Last || s.Groups[k+1].Prep&(rules.OfSlot|rules.FromSlot|rules.InSlot) == 0 || left == 0 {
				return nil
			}
			left--
		}
	}
	return nil
}

// theSeat is the seat of the word that stands for an owner in the table.
var theSeat = rules.SeatOf("the")

// mostBefore is how many words a verb of several words has at most before its owner.
const mostBefore = 4

// owned gives what a verb of several words says whose noun belongs to the other party: "came to Chile's rescue", "slammed the
// door in Chile's face", which the table has as "come to the rescue".
func (s *Tree) owned(verb *token.Node, from int) *rules.Relation {
	name := from
	for name < min(len(s.Nodes), from+mostBefore) && s.Nodes[name].Mention < 0 {
		name++
	}
	if name >= len(s.Nodes) || s.Nodes[name].Mention < 0 {
		return nil
	}
	owner := name + 1
	for owner < len(s.Nodes) && s.Nodes[owner].Mention == s.Nodes[name].Mention {
		owner++
	}
	if s.TagAt(owner) != token.Poss {
		return nil
	}
	second := theSeat
	if name > from {
		second = s.Seat(from)
	}
	for _, p := range verb.Entry.Going(second) {
		k := name - from
		if p.Word.Verb == nil || p.Word.Verb.Kind == "" || len(p.Rest) < k+2 || p.Rest[k] != "the" || owner+len(p.Rest)-k > len(s.Nodes) {
			continue
		}
		if s.Follows(from, p.Rest[:k]) && s.Follows(owner+1, p.Rest[k+1:]) {
			return p.Word.Verb
		}
	}
	return nil
}

// restOf looks for the rest of a verb of several words right behind its object, of which it may seem a part: "brushed Peru aside".
func (s *Tree) restOf(verb *token.Node, g *Group) *rules.Relation {
	at := g.Last
	switch s.Fold(g.Last - 1) {
	case "hostage", "captive", "prisoner", "home":
		at-- // a noun, and yet no part of the object
	}
	for k := g.First; k+1 < g.Last; k++ {
		if s.Nodes[k].Tag == token.Name && s.Nodes[k+1].Tag == token.Other {
			if r := s.restAt(verb, g, k+1); r != nil {
				return r
			}
		}
	}
	return s.restAt(verb, g, at)
}

// restAt looks for the rest of a verb of several words at a node in or behind its object, none of which goes on after it.
func (s *Tree) restAt(verb *token.Node, g *Group, at int) *rules.Relation {
	if at >= len(s.Nodes) {
		return nil
	}
	for _, p := range verb.Entry.Going(s.Seat(at)) {
		if p.Word.Verb == nil || p.Word.Verb.Kind == "" {
			continue
		}
		end := at + len(p.Rest)
		if at > g.First && end >= g.Last && end <= len(s.Nodes) && s.Follows(at, p.Rest) && s.closes(end) {
			return p.Word.Verb
		}
	}
	return nil
}

// closes says whether the words before a node belong to a verb rather than to a noun at the node: "took the train in", but not
// "took the train in Peru".
func (s *Tree) closes(node int) bool {
	if !s.Is(node-1, rules.IsPrep) {
		return true
	}
	if w := s.Fold(node - 1); (w == "down" || w == "up") && node < len(s.Nodes) && s.Fold(node) == "to" {
		return false // "from Thrace down to Crete"
	}
	switch s.TagAt(node) {
	case token.Det, token.Name, token.Number, token.Other, token.Pronoun, token.Hyphen:
		return false
	}
	return true
}
