package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// hold is what the object of a verb does or shall do: the selling in "accused Chile of selling arms to Cuba", the leaving in
// "urged Chile to leave Cuba". The doer of the clause has no part in it.
type hold struct {
	clause  int
	object  int // the group that does it
	element int // of the clause, where it begins
	node    int // where that is
	how     holding
}

type holding uint8

const (
	does   holding = iota // told of as done: "for selling arms"
	shall                 // asked for: "to sell arms"
	barred                // kept from: "from selling arms"
	cause                 // a noun: "over flights to Cuba"
	aided                 // done with the doer's help: "helped Chile fight Cuba"
	meant                 // wanted or promised: "Chile's plan to sell arms"
)

// holds lists what the objects of the sentence's verbs do.
func (s *Reader) findHolds() {
	s.holds = s.holds[:0]
	if len(s.Groups) < 3 {
		return
	}
	for ci := range s.Clauses {
		if h, ok := s.holdIn(&s.Clauses[ci]); ok {
			h.clause = ci
			s.holds = append(s.holds, h)
		}
	}
}

// holdIn gives the first object of a clause that does something.
func (s *Reader) holdIn(c *grammar.Clause) (hold, bool) {
	for k := max(c.Finite, 0); k+2 < len(c.Elements); k++ {
		if h, ok := s.holdAt(c, k); ok {
			return h, true
		}
		if h, ok := s.intentAt(c, k); ok {
			return h, true
		}
	}
	return hold{}, false
}

// holdAt reads whether the verb at element k of a clause has an object that does something.
func (s *Reader) holdAt(c *grammar.Clause, k int) (hold, bool) {
	ai, gi := c.Elements[k].Action, c.Elements[k+1].Group
	if ai < 0 || gi < 0 {
		return hold{}, false
	}
	a, g := &s.Actions[ai], &s.Groups[gi]
	if a.Rel == nil || a.Passive || a.Negated || g.Prep != 0 || g.Chain != gi {
		return hold{}, false
	}
	rel := a.Rel
	if h := s.hitBy(c, k+2, g); h >= 0 {
		k, rel, gi, g = k+1, g.Rel, h, &s.Groups[h] // "imposed sanctions on Chile for selling arms"
	} else if a.Rel.Sense(rules.InObject).Frame&rules.InObject == 0 && !a.Rel.Has(rules.Brings) && a.Rel.Word != "follow" {
		return hold{}, false
	}
	j, end := k+2, g.Last
	for j < len(c.Elements) && c.Elements[j].Group >= 0 {
		o := &s.Groups[c.Elements[j].Group]
		if o.Chain != gi && o.Prep != rules.OfSlot && !s.TimeGroup(o) {
			break
		}
		if o.Prep == rules.OfSlot && rel.Kind == data.Accuse && (len(g.Members) > 0 || len(o.Members) == 0 || j > k+2) {
			break // "accused Chile of arson", but "accused the government of Chile"
		}
		j, end = j+1, o.Last
	}
	if j == len(c.Elements) {
		return hold{}, false
	}
	h := hold{object: gi, element: j}
	if next := c.Elements[j]; next.Action >= 0 {
		b := &s.Actions[next.Action]
		h.node, h.how = b.First, s.heldBy(a, b)
		return h, h.how != cause && b.First-end <= 2
	} else if o := &s.Groups[next.Group]; o.PrepNode == end && s.causes(rel, o) {
		h.node, h.how = o.First, cause
		return h, true
	}
	return hold{}, false
}

// hitBy gives the group of the party that a measure named by a group hits, which is element k of a clause, or -1: Chile in "sanctions on
// Chile".
func (s *Reader) hitBy(c *grammar.Clause, k int, measure *grammar.Group) int {
	if k >= len(c.Elements) || c.Elements[k].Group < 0 || !hostileRel(measure.Rel) || len(measure.Members) > 0 {
		return -1
	}
	g := &s.Groups[c.Elements[k].Group]
	if g.Prep&measure.Rel.Frame == 0 || g.PrepNode != measure.Last || len(g.Members) == 0 || g.Chain != c.Elements[k].Group {
		return -1
	}
	return c.Elements[k].Group
}

// heldBy says how the second verb belongs to the object of the first; cause where it does not.
func (s *Reader) heldBy(a, b *grammar.Action) holding {
	if b.Nonfinite && b.Form(&s.Tree)&rules.Base != 0 {
		switch a.Rel.Word {
		case "help", "let":
			if hits(b.Rel) {
				return aided
			}
			return does
		case "allow", "enable", "permit":
			return does
		}
	}
	if b.Infinitive {
		if a.Rel.Has(rules.Brings) {
			return does // "prompted Chile to close its border with Cuba"
		}
		if s.asksOthers(a) {
			return shall
		}
		return cause
	}
	if b.Form(&s.Tree)&rules.Gerund == 0 || s.TagAt(b.First-1) != token.Prep {
		return cause
	}
	if a.Rel.Word == "follow" {
		if s.Fold(b.First-1) == "in" {
			return aided // "followed Chile in closing its border with Cuba"
		}
		return cause
	}
	switch s.Fold(b.First - 1) {
	case "of", "for", "over", "about":
		return does
	case "with":
		if a.Rel.Kind == data.Accuse {
			return does
		}
	case "from", "against":
		return barred
	}
	return cause
}

// causes says whether a group tells what somebody is blamed, punished or thanked for.
func (s *Reader) causes(r *rules.Relation, o *grammar.Group) bool {
	switch r.Kind {
	case data.Accuse, data.Sanction, data.Reject, data.Protest, data.Threaten, data.Coerce:
		return o.Prep&(rules.ForSlot|rules.OverSlot|rules.AboutSlot) != 0 || o.Prep == rules.OfSlot && r.Kind == data.Accuse
	}
	return false
}

// held gives what the object of a clause's verb does, where that is a party of its own; nil where there is none.
func (s *Reader) held(ci int, doers []grammar.Member) *hold {
	for i := range s.holds {
		h := &s.holds[i]
		if h.clause != ci {
			continue
		}
		who := s.holders(h)
		if len(who) == 0 {
			return nil
		}
		for _, m := range who {
			if contains(doers, m.Party) || m.Role == grammar.Referred && !(h.how == does && s.TagAt(s.Groups[h.object].First) == token.Pronoun) {
				return nil
			}
		}
		return h
	}
	return nil
}

// holders gives the parties that do what is held.
func (s *Reader) holders(h *hold) []grammar.Member {
	if ms := s.chainMembers(h.object); len(ms) > 0 {
		return ms
	}
	return s.resolve(h.object)
}

// hits says whether a verb tells of force.
func hits(r *rules.Relation) bool {
	return r != nil && r.Stance == data.Conflict && (r.Kind == data.Assault || r.Kind == data.Coerce)
}

// doneByObject ties the object of a clause's verb, and the doers who lend a hand, to those whom its own doing reaches.
func (s *Reader) doneByObject(h *hold, doers []grammar.Member) {
	c := &s.Clauses[h.clause]
	rest := c.Elements[h.element:]
	who := s.holders(h)
	if h.how == aided {
		who = append(who[:len(who):len(who)], doers...)
	}
	goesOn := false
	switch {
	case h.how == barred:
		return
	case h.how == cause:
		s.causedBy(&s.Groups[rest[0].Group], who)
		return
	case h.how == shall && !s.ends(&s.Actions[rest[0].Action]):
		return
	case h.how == shall && len(rest) > 1 && rest[1].Action >= 0:
		rest, goesOn = rest[1:], true // "to stop selling": it sells
	}
	p := predicate{ci: h.clause}
	for _, e := range rest {
		if e.Action >= 0 {
			p.actions, p.nouns, p.objects = append(p.actions, e.Action), p.nouns[:0], 0
			continue
		}
		g := &s.Groups[e.Group]
		if g.Prep == 0 && g.Chain == e.Group {
			p.objects++
		}
		if g.Rel != nil {
			p.nouns = append(p.nouns, grammar.Link{Rel: g.Rel, Node: g.RelNode})
		}
		for _, m := range s.targetsOf(e.Group, who) {
			if m.Role == grammar.Referred || g.Of > 0 {
				continue
			}
			for _, d := range who {
				n := len(s.Cands)
				s.doneTo(&p, d, m, e.Group)
				if len(s.Cands) == n {
					continue
				}
				switch x := &s.Cands[n]; {
				case h.how == shall:
					notYet(x, goesOn)
				case h.how == meant && x.Modality == data.Done:
					x.Modality = data.Planned
					s.Add(x, reason.Planned, "")
				}
			}
		}
	}
}

// notYet makes of what somebody is asked to do what stands until then: a ban that shall be lifted stands. goesOn says that what the
// candidate tells is what shall end.
func notYet(c *pairing.Candidate, goesOn bool) {
	switch {
	case c.Stance != data.Cooperation || goesOn:
	case c.Kind == data.Yield:
		c.Kind, c.Stance = data.Sanction, data.Conflict
	default:
		c.Stance = data.Neutral
	}
}

// ends says whether a verb ends what goes on: who is asked to stop or withdraw has not done so yet.
func (s *Reader) ends(a *grammar.Action) bool {
	return a.Rel.Has(rules.Reverse|rules.Fail|rules.Yielding) || a.Rel != nil && a.Rel.Kind == data.Yield
}

// causedBy ties those blamed for something to the party that its noun reaches: "over flights to Cuba".
func (s *Reader) causedBy(n *grammar.Group, who []grammar.Member) {
	if n.Rel == nil || len(n.Members) > 0 {
		return
	}
	for k := s.GroupAt(n) + 1; k < len(s.Groups); k++ {
		g := &s.Groups[k]
		if g.Prep == 0 && g.Chain == k || s.broken(s.Groups[k-1].Last, max(g.PrepNode, s.Groups[k-1].Last)) && g.Chain == k {
			return
		}
		if g.Prep&n.Rel.Frame == 0 {
			continue
		}
		for _, m := range g.Members {
			for _, d := range who {
				s.tieNoun(n, g, d, m, grammar.Link{Rel: n.Rel, Node: n.RelNode, Framed: true})
			}
		}
	}
}

// holder gives the party that "its" at a node means where the node lies in what an object does: "urged Chile to withdraw its
// troops"; "" where it lies elsewhere.
func (s *Reader) holder(node int) data.Party {
	for i := range s.holds {
		h := &s.holds[i]
		if node < h.node || node > s.lastNode(h.clause) {
			continue
		}
		if g := &s.Groups[h.object]; len(g.Members) > 0 {
			return g.Members[0].Party
		}
	}
	return ""
}
