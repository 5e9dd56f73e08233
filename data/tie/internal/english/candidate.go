package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// pairs lists the candidates of the sentence.
func (s *Reader) pairs() {
	s.Cands = s.Cands[:0]
	for gi := range s.Groups {
		s.inPhrase(gi)
	}
	for ci := range s.Clauses {
		s.inClause(ci)
	}
	s.leftOut()
	s.onBehalf()
	s.Across()
}

// inPhrase reads what one group and the prepositions after it say: "Russia-Serbia ties", "Japanese investment in
// Serbia", "talks between Peru and Chile", "ambassador of Japan to Serbia".
func (s *Reader) inPhrase(gi int) {
	g := &s.Groups[gi]
	s.sideBySide(g)
	s.beside(gi)
	if len(g.Members) > 0 && (g.Ref == grammar.RefOne || g.Ref == grammar.RefSelf) && !g.Rel.Has(rules.Actor|rules.Goods) {
		ms := s.resolve(gi)
		for _, m := range ms[len(g.Members):] {
			s.tieNoun(g, g, m, g.Members[0], grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true})
		}
	}
	args := s.arguments(gi)
	s.soldFromHome(gi, args)
	s.thatNoun(gi, args)
	for i, a := range args {
		if a.slot == rules.BetweenSlot {
			s.betweenPairs(g, a)
		}
		for _, b := range args[:i] {
			if a.slot|b.slot == rules.BetweenSlot|rules.OverSlot || a.slot|b.slot == rules.BetweenSlot|rules.AboutSlot {
				continue // "tension between Peru and Chile over Bolivia's gas"
			}
			if a.slot == b.slot && a.slot != rules.BetweenSlot || bothHit(g.Rel, a.slot, b.slot) ||
				a.slot == rules.WithSlot && g.Rel.Stance == data.Conflict && foeNamed(args[:i]) {
				continue
			}
			for _, x := range b.members {
				for _, y := range a.members {
					s.tieNoun(g, &s.Groups[a.group], x, y, grammar.Link{Rel: sided(g.Rel, a.slot), Node: g.RelNode, Framed: true})
				}
			}
		}
	}
}

// broken says whether a verb, comma or the like stands between two nodes.
func (s *Reader) broken(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.Nodes[i].Tag; t != token.Adverb && t != token.Quote && t != token.Hyphen {
			return true
		}
	}
	return false
}

// sideBySide reads parties that stand before one noun: "Russia-Serbia trade", "Serbia's Russian tanks". Of a row joined in one
// way, as in "a Greek-Cypriot-Maltese cable", each is tied to each that stands no more than rowMax names before it.
func (s *Reader) sideBySide(g *grammar.Group) {
	const rowMax = 12 // the names of a real row; without it, a line of nothing else takes a time that grows with its square
	for i := 1; i < len(g.Members); i++ {
		for k := i - 1; k >= max(0, i-rowMax); k-- {
			joint := s.joinedBy(g.Members[k].Node, g.Members[i].Node)
			if k < i-1 && joint == token.Other {
				break
			}
			s.besides(g, g.Members[k], g.Members[i], joint)
		}
	}
}

// joinedBy gives the sign that joins a row of names between two nodes: hyphens, or Conj for commas and "and"; Other where it
// is neither.
func (s *Reader) joinedBy(from, to int) token.Tag {
	joint := token.Other
	for i := from + 1; i < to; i++ {
		t := s.TagAt(i)
		switch {
		case t == token.Comma:
			t = token.Conj
		case t == token.Name:
			continue
		case t != token.Hyphen && t != token.Conj:
			return token.Other
		}
		if joint != token.Other && joint != t {
			return token.Other
		}
		joint = t
	}
	return joint
}

// besides proposes two parties before one noun.
func (s *Reader) besides(g *grammar.Group, a, b grammar.Member, joint token.Tag) {
	if r := s.compound(g, a, b); r != nil {
		if c := s.Propose(a, b, -1); c != nil {
			s.Add(c, reason.OnePhrase, "")
			s.take(c, grammar.Link{Rel: r}, reason.ByNoun, 1)
			c.From = a.Party
		}
		return
	}
	why := reason.OnePhrase
	switch {
	case g.Rel == nil && s.Fold(b.Node-1) == "/":
		return // a heading such as "Peru / Chile"
	case joint == token.Hyphen && g.Rel.Has(rules.Actor) && g.Rel.Word != "consortium":
		return // "the Anglo-Australian group" is one firm of two nations
	case joint == token.Hyphen:
		why = reason.Sidebyside
	case joint == token.Conj:
		if !g.Rel.Has(rules.Joint) || a.Role == grammar.Owner {
			return
		}
		why = reason.Together
	}
	if c := s.Propose(a, b, -1); c != nil {
		s.Add(c, why, "")
		s.nounSays(c, g.Rel, g)
		if joint == token.Hyphen && c.Kind == data.Assault && c.Stance == data.Conflict && g.Rel.Has(rules.Directed) {
			c.Kind, c.Stance = data.Cooperate, data.Cooperation // "US-Israeli air strikes"
		}
		if joint == token.Hyphen {
			s.onlyScene(c, g)
		}
	}
}

// nounSays adds what the noun of a phrase says of the pair.
func (s *Reader) nounSays(c *pairing.Candidate, r *rules.Relation, g *grammar.Group) {
	if r == nil {
		s.Add(c, reason.NoWord, "")
		c.Kind, c.Stance = data.Cooperate, data.Cooperation
		return
	}
	s.Scaled(c, reason.ByNoun, r, 1)
	c.Kind, c.Stance, c.Fields = r.Kind, r.Stance, r.Fields
	c.Noun = g.RelNode
	if g.No || s.noDeal(g) {
		s.Deny(c)
		return
	}
	if c.Stance == data.Cooperation && (s.ofBreach(g) || s.soured(g) || s.doubtful(g) || s.broughtToEnd(g) || s.atRisk(g)) {
		c.Kind, c.Stance = data.Reject, data.Conflict
		return
	}
	if c.Kind == data.Mobilize && s.Has(&presence) && s.heldBefore(g, &presence) >= 0 {
		c.Stance = data.Neutral // as guests or as foes
	}
	if c.Stance == data.Conflict && (s.calmed(g) || s.lifted(g)) {
		c.Kind, c.Stance = data.Yield, data.Cooperation
		return
	}
	s.governed(c, g)
}

// noDeal says whether a group is what there is no agreement on: "no deal on the sale of jets to Peru".
func (s *Reader) noDeal(g *grammar.Group) bool {
	for k := s.GroupAt(g); k > 0 && s.Groups[k].PrepNode >= 0 && s.Groups[k].PrepNode == s.Groups[k-1].Last; k-- {
		if h := &s.Groups[k-1]; h.No {
			return h.Rel != nil && h.Rel.Kind == data.Agree
		}
	}
	return false
}

// governed reads what the verb before a noun makes of it: "suspended the partnership", "denied the sale", "will sign".
func (s *Reader) governed(c *pairing.Candidate, g *grammar.Group) {
	ci, actions := s.governing(g)
	if len(actions) == 0 {
		s.undergoes(c, g, ci)
		s.unreal(c, g.RelNode, nil)
		s.shallBe(c, g, ci)
		return
	}
	last := &s.Actions[actions[len(actions)-1]]
	if s.toldToLeave(last, g.First) {
		c.Kind, c.Stance = data.Sanction, data.Conflict
		return
	}
	object := g.Prep == 0 || last.Infinitive || s.partOf(s.GroupAt(g))
	if o := s.objectBefore(g, last); o != nil && hostileRel(o) && o.Frame&g.Prep != 0 && !last.Negated && !blamesTie(o, g) {
		c.Kind, c.Stance = o.Kind, o.Stance // "lodged a protest with the Peruvian embassy"
	}
	p := predicate{ci: ci}
	switch {
	case object && c.Stance == data.Cooperation && s.thirdObjects(last, ci, c.Pair):
		c.Stance = data.Neutral
	case last.Infinitive && last.Rel.Has(rules.Reverse) && object && s.failsLater(ci, g): // "attempts to stop the pact have failed"
	case (last.Rel.Has(rules.Reverse) || last.Rel.Has(rules.Yielding) && hostileRel(g.Rel)) && object && g.First-last.Last <= 4:
		s.turnedBy(c, last.Rel, g.Rel)
	case g.Rel.Has(rules.Weak) && last.Rel != nil && last.Rel.Kind == data.Yield && object && !last.Negated && g.First-last.Last <= 4:
		c.Kind, c.Stance = data.Yield, data.Cooperation // "reopened its border with Peru"
	case last.Rel.Has(rules.Deny) && !last.Negated:
		s.Deny(c)
		return
	case c.Stance == data.Cooperation && last.Infinitive && s.failsLater(ci, g):
		c.Kind, c.Stance = data.Reject, data.Conflict
	case c.Stance == data.Cooperation && s.saidShut(last, ci, s.GroupAt(g)):
		c.Kind, c.Stance = data.Sanction, data.Conflict
	case g.Rel.Has(rules.Weak) && object && !last.Negated && s.Vocab.Lists.Fences.Has(last.Rel.Name()):
		c.Kind, c.Stance = data.Sanction, data.Conflict // "sealed its border with Peru"
	case last.Rel != nil && last.Rel.Kind == data.Sanction && object && !last.Negated && c.Stance != data.Conflict && g.First-last.Last <= 4:
		c.Kind, c.Stance = last.Rel.Kind, last.Rel.Stance
	case g.Rel.Has(rules.Weak) && g.Prep != 0 && !last.Negated && last.Rel != nil && last.Rel.Kind == data.Mobilize && last.Rel.Stance == data.Conflict:
		c.Kind, c.Stance = data.Mobilize, data.Conflict // "massed troops on its border with Peru"
	case s.hitsMission(last, g):
		c.Kind, c.Stance = last.Rel.Kind, data.Conflict
	case last.Rel != nil && last.Rel.Kind == data.Reject && object:
		c.Kind, c.Stance = data.Reject, data.Conflict
	}
	for _, ai := range actions {
		if a := &s.Actions[ai]; !a.Negated || object {
			p.actions = append(p.actions, ai)
		}
	}
	s.contextOf(c, &p, nil)
	s.unreal(c, g.RelNode, last.Rel)
}

// objectBefore gives what the noun between a verb and a group right after it says, nil where there is none.
func (s *Reader) objectBefore(g *grammar.Group, a *grammar.Action) *rules.Relation {
	k := s.GroupAt(g) - 1
	if k < 0 || g.Prep == 0 || s.Groups[k].First < a.Last || s.Groups[k].Prep != 0 || g.First-s.Groups[k].Last > 1 {
		return nil
	}
	return s.Groups[k].Rel
}

// intransitive says whether the verb of a clause has no object: "trains to Peru stopped on Monday". That talks
// ended says nothing.
func (s *Reader) intransitive(c *grammar.Clause) bool {
	a := &s.Actions[c.Elements[c.Finite].Action]
	switch a.Rel.Word {
	case "end", "finish", "conclude", "close", "expire":
		return false
	}
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group >= 0 && s.Groups[e.Group].Prep == 0 && !s.TimeGroup(&s.Groups[e.Group]) {
			return false
		}
	}
	return true
}

// governing gives the clause of a group and the actions before it there.
func (s *Reader) governing(g *grammar.Group) (int, []int) {
	for ci := range s.Clauses {
		var actions []int
		for _, e := range s.Clauses[ci].Elements {
			if e.Action >= 0 {
				actions = append(actions, e.Action)
			} else if s.Groups[e.Group].First == g.First {
				return ci, actions
			}
		}
	}
	return -1, nil
}

// tieNoun adds the candidate of two members that stand around a noun.
func (s *Reader) tieNoun(g, last *grammar.Group, a, b grammar.Member, l grammar.Link) {
	c := s.Propose(a, b, -1)
	if c == nil {
		return
	}
	c.First, c.Last = min(g.First, c.First), max(last.Last, c.Last)
	s.Add(c, reason.OnePhrase, "")
	if l.Rel != nil {
		s.Add(c, reason.InFrame, l.Rel.Word)
	}
	s.nounSays(c, l.Rel, g)
	s.onlyScene(c, g)
	if s.oneAbroad(g, a) || s.ownPeopleWarned(g) {
		s.Add(c, reason.AboutOthers, "")
	}
	if l.Rel.Has(rules.Directed | rules.Goods | rules.Actor) {
		c.From = a.Party
	}
}

// betweenPairs adds all pairs of the parties after "between".
func (s *Reader) betweenPairs(g *grammar.Group, a argument) {
	for i := range a.members {
		for k := range i {
			c := s.Propose(a.members[k], a.members[i], -1)
			if c == nil {
				continue
			}
			c.First = min(g.First, c.First)
			s.Add(c, reason.BetweenThem, "")
			s.nounSays(c, g.Rel, g)
			if len(a.members) > 2 && c.Stance == data.Conflict && g.Rel.Stance == data.Cooperation {
				c.Stance = data.Neutral // who of them it was is not told
			}
			s.onlyScene(c, g)
			if len(a.members) > 5 {
				s.Add(c, reason.LongList, "")
			}
		}
	}
}
