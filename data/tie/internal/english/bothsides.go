package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// bothSides adds what a sentence of two parties alone tells against what it tells first: "Peru sold wheat to Chile but banned its
// apples".
func (s *Reader) bothSides() {
	if len(s.Cands) == 0 || len(s.Named) > 2 {
		return
	}
	turn := s.turnAt()
	if turn < 0 {
		return
	}
	for i, n := 0, len(s.Cands); i < n; i++ {
		c := s.Cands[i]
		if c.Stance != data.Cooperation || c.Modality == data.Denied || c.Node > turn ||
			slices.ContainsFunc(s.Named, func(p data.Party) bool { return !c.Pair.Has(p) }) {
			continue
		}
		for k := range s.Cands {
			if s.Cands[k].Pair == c.Pair && s.Cands[k].Stance == data.Conflict {
				return
			}
		}
		if k := s.hostileAfter(turn); k != "" {
			c.Kind, c.Stance = k, data.Conflict
			s.Cands = append(s.Cands, c)
		}
		return
	}
}

// turnAt gives the node of the word by which a sentence turns against what it has told, -1 for none.
func (s *Reader) turnAt() int {
	if !s.Has(&turns) {
		return -1
	}
	for i := 3; i < len(s.Nodes)-3; i++ {
		if s.TagAt(i) == token.Quote {
			return -1
		}
		switch s.Fold(i) {
		case "but", "although", "though", "whereas":
			return i
		}
	}
	return -1
}

// turns are the words with which a sentence turns round.
var turns = rules.WordsOf("but", "although", "though", "whereas")

// hostileAfter gives the kind of a hostile verb after a node that is said of the other party or of nobody else.
func (s *Reader) hostileAfter(node int) data.Kind {
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.First < node || a.Rel == nil || a.Rel.Stance != data.Conflict || a.Rel.Weight < leastHostile || a.Negated || a.Modality != data.Done || !s.bites(a) {
			continue
		}
		if a.Rel.Kind == data.Accuse && !a.Passive || a.Rel.Kind == data.Reject && !a.Passive || s.atOther(a.Last) {
			return a.Rel.Kind
		}
	}
	return ""
}

// atOther says whether a party, or what is its own, stands right after a node.
func (s *Reader) atOther(from int) bool {
	for i := from; i < min(from+foeReach, len(s.Nodes)); i++ {
		switch t := s.TagAt(i); {
		case t == token.Comma || t == token.Strong || t == token.Verb:
			return false
		case s.Nodes[i].Mention >= 0:
			return true
		}
		switch s.Fold(i) {
		case "its", "it", "them", "their", "her", "his":
			return true
		}
	}
	return false
}
