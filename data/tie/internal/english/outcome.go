package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// outcomes makes hostile the talks and agreements that the sentence says came to nothing: "ended with no breakthrough",
// "broke up without agreeing on a date".
func (s *Reader) outcomes() {
	for i := range s.Cands {
		c := &s.Cands[i]
		switch c.Kind {
		case data.Consult, data.Agree, data.Cooperate, data.Support:
			if c.Stance != data.Conflict && c.Modality != data.Denied && s.fruitless(max(c.Node, 0)) {
				c.Kind, c.Stance = data.Reject, data.Conflict
			}
		}
	}
}

// fruitless says whether the part of the sentence from a node on tells that nothing came of what was done.
func (s *Reader) fruitless(from int) bool {
	for i := from; i < len(s.Nodes); i++ {
		switch t := s.Nodes[i].Tag; {
		case t == token.Strong || t == token.Quote || t == token.Sub || t == token.Conj && s.TagAt(i-1) == token.Comma:
			return false
		case s.Fold(i) == "without" && s.fails(i+1):
			return true
		case s.Is(i, rules.IsResult) && s.none(i):
			return true
		}
	}
	return false
}

// fails says whether what stands after "without" is a result, or the verb of one: "agreeing", "reaching a deal".
func (s *Reader) fails(i int) bool {
	for k := i; k < min(i+4, len(s.Nodes)); k++ {
		n := &s.Nodes[k]
		switch {
		case s.Is(k, rules.IsResult):
			return true
		case k == i && n.Tag == token.Verb && n.Rel != nil && n.Rel.Kind == data.Agree:
			return true
		case n.Tag != token.Other && n.Tag != token.Det && n.Tag != token.Verb && n.Tag != token.Adverb:
			return false
		}
	}
	return false
}

// none says whether "no" or "little" stands before a result and "with" or a verb of ending before that.
func (s *Reader) none(i int) bool {
	k := i - 1
	for k > 0 && i-k < 4 && s.TagAt(k) == token.Other {
		k--
	}
	if w := s.Fold(max(k, 0)); w != "no" && w != "little" && w != "scant" {
		return false
	}
	switch w := s.Fold(max(k-1, 0)); w {
	case "with", "made", "make", "produced", "brought", "yielded", "in":
		return k > 0
	}
	return false
}

// sentAway says whether the clause tells people to leave: "ordered its staff to leave Lima".
func (s *Reader) sentAway(p *predicate) bool {
	for _, ai := range p.actions {
		if a := &s.Actions[ai]; s.toldToLeave(a, a.Last) {
			return true
		}
	}
	return false
}

// listed gives the hostile list that the object of a verb is put on: "put five Greek firms on its register of sponsors of
// war".
func (s *Reader) listed(p *predicate, gi int, slot rules.Slots) grammar.Link {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if slot != rules.InObject || gi+1 >= len(s.Groups) || a.Rel == nil || a.Negated {
		return grammar.Link{}
	}
	switch a.Rel.Word {
	case "put", "place", "add", "return", "restore", "keep":
	default:
		return grammar.Link{}
	}
	g, h := &s.Groups[gi], &s.Groups[gi+1]
	if h.First-g.Last > 1 || h.Prep&(rules.OnSlot|rules.ToSlot) == 0 || h.Rel == nil || h.Rel.Kind != data.Sanction {
		return grammar.Link{}
	}
	return grammar.Link{Rel: h.Rel, Node: h.RelNode, Framed: true}
}

// plainSense gives the first sense of a verb where its object shows that the one after the preposition is not meant:
// "dropped duties on Swiss goods" bombs nobody.
func (s *Reader) plainSense(p *predicate, v, n grammar.Link) grammar.Link {
	a := s.Actions[p.actions[len(p.actions)-1]]
	if v.Rel == nil || a.Rel == nil || v.Rel == a.Rel || v.Rel.Kind != data.Assault || v.Far {
		return v
	}
	if n.Rel == nil || !n.Framed || n.Node < v.Node || n.Rel.Kind == data.Assault || n.Rel.Kind == data.Mobilize || n.Rel.Has(rules.Goods) {
		return v
	}
	v.Rel, v.Framed = a.Rel, a.Rel.Frame&rules.InObject != 0
	return v
}
