package english

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// actTogether ties the doers of a joint act to each other: "Peru and Chile signed". tied says that the clause has
// partners for them already.
func (s *Reader) actTogether(p *predicate, doers []grammar.Member, tied bool) {
	s.toEachOther(p, doers)
	if c := &s.Clauses[p.ci]; len(doers) < 2 || s.Exemplified && len(c.Subject) == 1 && len(s.examples(c.Subject[0])) > 0 {
		return // "countries that use the cable, such as Peru and Chile"
	}
	doers = distinct(doers)
	if len(doers) < 2 || len(doers) > pairing.TogetherMax {
		return
	}
	asOne := tied && (s.announced(p) || s.jointly(p.ci)) || !s.suffers(p) && (!s.atWar(p) || s.oneWar(p)) && s.strikeAsOne(doers)
	if tied && !asOne || s.eachForHimself(p.ci, doers) || s.eachApart(p) || s.byHabit(p) {
		return
	}
	pairRef := doers[0].Role == grammar.Referred && doers[1].Role == grammar.Referred
	if pairRef && s.Nodes[doers[0].Node].Tag == token.Pronoun && s.Actions[p.actions[0]].Passive {
		return // "They will be opened in May" is said of things
	}
	l := s.jointLink(p, pairRef || s.jointly(p.ci))
	if l.Rel == nil && s.marksBorder(p) {
		l = grammar.Link{Rel: marking, Node: s.Actions[p.actions[0]].Main, IsVerb: true}
	}
	if l.Rel == nil && s.oneSquad(p, doers) {
		l = grammar.Link{Rel: working, Node: s.Actions[p.actions[0]].Main, IsVerb: true}
	}
	if l.Rel != nil && !l.IsVerb && l.Rel.Stance == data.Conflict && s.suffers(p) {
		return
	}
	if l.Rel != nil && l.Rel.Weight < weightyDeed && s.onlyPeople(doers) && !s.jointly(p.ci) {
		return // "Cubans and Afghans share the boats"
	}
	if asOne {
		l = grammar.Link{Rel: working, Node: l.Node, IsVerb: true}
	}
	if l.Rel == nil && (!pairRef || s.Nodes[doers[0].Node].Tag == token.Pronoun || s.Fold(doers[0].Node) == "their") && !s.jointly(p.ci) {
		return
	}
	if l.IsVerb && s.Vocab.Lists.Fights.Has(l.Rel.Word) && !pairRef && !s.jointly(p.ci) && s.otherObject(l.Node) {
		return // "battled floods", each its own
	}
	for i := range doers {
		for k := range i {
			c := s.Propose(doers[k], doers[i], p.ci)
			if c == nil {
				continue
			}
			s.Add(c, reason.Together, "")
			s.Add(c, reason.OneClause, "")
			s.sayTogether(c, p, l, pairRef)
			s.contextOf(c, p, l.Rel)
			if len(p.nouns) > 0 && s.noBefore(p) || s.noDoer(p.ci) {
				s.Deny(c)
			}
			if c.Stance == data.Conflict && pairRef && s.alliedThere(doers[k].Party, doers[i].Party) {
				s.Add(c, reason.AboutOthers, "")
			}
			c.First, c.Last = s.firstNode(p.ci), s.lastNode(p.ci)
		}
	}
}

// sayTogether has a link, if there is one, say what two of the doers of a joint act do; pairRef says that a word means both.
func (s *Reader) sayTogether(c *pairing.Candidate, p *predicate, l grammar.Link, pairRef bool) {
	v := s.lastVerb(p, 0)
	switch {
	case l.Rel != nil && l.IsVerb && l.Rel.Stance == data.Conflict && (!pairRef || s.jointly(p.ci)) && (s.otherObject(l.Node) || !l.Rel.Has(rules.Joint)):
		c.Kind, c.Stance = data.Cooperate, data.Cooperation // "broke up a ring"
	case l.Rel != nil && l.Rel.Stance == data.Conflict && !pairRef && !s.swapped(v, l) && (s.commonFoe(p) || s.condemned(p)):
		c.Kind, c.Stance = data.Cooperate, data.Cooperation // "agreed to fight smuggling", "condemned the attack"
	case l.Rel != nil && !l.IsVerb && v.Rel.Has(rules.Reverse):
		s.turn(c, v, l)
	case l.Rel != nil && l.IsVerb:
		s.take(c, l, reason.ByVerb, 1)
	case l.Rel != nil:
		s.take(c, l, reason.ByNoun, 1)
	case s.jointly(p.ci):
		c.Kind, c.Stance = data.Cooperate, data.Cooperation
	default:
		s.Add(c, reason.WeakWord, s.Doc.Word(s.First+s.Actions[p.actions[0]].Main))
		c.Kind, c.Stance = "", data.Neutral
	}
}

// weightyDeed is from what weight on a joint deed is one of parties, though only their people are named.
const weightyDeed = 1.3

// onlyPeople says whether all of some doers are people of their nations rather than these: "Cubans and Afghans".
func (s *Reader) onlyPeople(doers []grammar.Member) bool {
	for _, d := range doers {
		if d.Role != grammar.Head || d.Mention < 0 || !s.Demonym(d.Node) {
			return false
		}
	}
	return true
}

// eachForHimself says whether the doers of a clause are people who act for no party: "judges from Peru, Chile and Cuba".
func (s *Reader) eachForHimself(ci int, doers []grammar.Member) bool {
	c := &s.Clauses[ci]
	if s.jointly(ci) || len(c.Subject) == 0 {
		return false
	}
	return len(c.Subject) == 1 && len(s.Groups[c.Subject[0]].Members) == 0 && doers[0].Role == grammar.Within && s.unofficial(&s.Groups[c.Subject[0]])
}

// unofficial says whether a group names people who act for themselves: judges, students, nurses.
func (s *Reader) unofficial(g *grammar.Group) bool {
	return s.Is(g.Head, rules.IsPrivate|rules.IsOutsider|rules.IsJustice) && !s.Is(g.Head, rules.IsBody|rules.IsCountryWord) ||
		g.Rel != nil && slices.Contains(g.Rel.Fields, data.Migration) && !s.Is(g.Head, rules.IsCrew)
}

// suffers says whether the last verb of a clause tells what befalls its doers, whatever that is: "the threats that both face".
func (s *Reader) suffers(p *predicate) bool {
	return s.Vocab.Lists.Suffers.Has(s.Actions[p.actions[len(p.actions)-1]].Rel.Name())
}

// otherObject says whether the verb at a node has an object that is neither party nor anything between parties.
func (s *Reader) otherObject(node int) bool {
	last := len(s.Nodes)
	for i := range s.Actions {
		if s.Actions[i].Main == node {
			last = s.Actions[i].Last
		}
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= last && g.First <= last+1 && (g.Prep == 0 || s.Fold(g.PrepNode) == "up") {
			return len(g.Members) == 0 && g.Ref == grammar.NoRef && g.Rel == nil
		}
	}
	return false
}

// jointly says whether a clause has a word such as "jointly" or "together".
func (s *Reader) jointly(ci int) bool {
	i := s.lastOf(rules.IsJointly, ci, 2)
	if i >= 0 && s.sum(i) {
		return false
	}
	return i > 0 && !(s.Fold(i) == "common" && s.Fold(i-1) == "in") || i == 0 // but not "a river that both have in common"
}

// lastOf gives the last node of a clause, or of a number of nodes after it, that is of one of the classes, -1 where none is.
func (s *Reader) lastOf(c rules.Classes, ci, after int) int {
	if !s.Holds(c) {
		return -1
	}
	for i := min(s.lastNode(ci)+after, len(s.Nodes)) - 1; i >= s.firstNode(ci); i-- {
		if s.Is(i, c) {
			return i
		}
	}
	return -1
}

// jointLink gives the word of the clause that says what its doers do together.
func (s *Reader) jointLink(p *predicate, pairRef bool) grammar.Link {
	best := grammar.Link{}
	passive := s.Actions[p.actions[0]].Passive && !pairRef
	for _, ai := range p.actions {
		a := &s.Actions[ai]
		if first := s.Actions[p.actions[0]].Rel; passive && (!first.Has(rules.Joint) || first.Word == "hold") {
			break // "a Serb and a Greek were held"
		}
		if a.Rel == nil || a.Rel.Kind == "" || a.Passive && !pairRef || s.anothersDoing(a) {
			continue
		}
		if a.Rel.Has(rules.Joint) || pairRef && a.Rel.Kind != data.Accuse && a.Rel.Kind != data.Request {
			if best.Rel == nil || a.Rel.Weight > best.Rel.Weight {
				best = grammar.Link{Rel: a.Rel, Node: a.Main, Framed: true, IsVerb: true}
			}
		}
	}
	for _, n := range p.nouns {
		if n.Rel.Stance == data.Conflict && best.Rel.Has(rules.Talk) {
			continue // "discussed the war"
		}
		if n.Rel.Has(rules.Weak) || !n.Rel.Has(rules.Joint) && !pairRef && !s.swapped(best, n) || !s.objectNoun(n, p) || s.owned(n.Node) || s.oneSided(n.Node) || s.othersQuarrel(n) {
			continue
		}
		if best.Rel == nil || s.swapped(best, n) || n.Rel.Weight > best.Rel.Weight && best.Rel.Weight < 1.3 || n.Rel.Stance == data.Conflict && best.Rel.Weight < 1.6 {
			best = n
		}
	}
	return best
}

// swapped says whether a noun is something hostile that two exchange: "exchanged threats", "traded insults".
func (s *Reader) swapped(verb, n grammar.Link) bool {
	if !verb.IsVerb || n.Rel.Stance != data.Conflict || n.Node < verb.Node {
		return false
	}
	return verb.Rel.Word == "exchange" || verb.Rel.Word == "trade" || verb.Rel.Word == "swap"
}

// owned says whether the noun at a node is somebody's rival or the like: "Sudan's army and its rivals".
func (s *Reader) owned(node int) bool {
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First <= node && node < g.Last {
			return g.Ref == grammar.RefOne && g.RelNode == node && (s.Is(node, rules.IsCounterpart) || strings.HasPrefix(s.Fold(node), "rival"))
		}
	}
	return false
}

// objectNoun says whether a noun stands where what is done together stands: as object, or after the verb in "go to war",
// "are in talks".
func (s *Reader) objectNoun(n grammar.Link, p *predicate) bool {
	for i := range s.Groups {
		g := &s.Groups[i]
		if n.Node < g.First || n.Node >= g.Last {
			continue
		}
		a := &s.Actions[p.actions[len(p.actions)-1]]
		if g.Prep&(rules.ForSlot|rules.OfSlot) != 0 && n.Rel.Kind == data.Cooperate && n.Rel.Has(rules.Place) {
			return true // "found money for a bridge": works that both share
		}
		if g.Prep&rules.OfSlot != 0 && n.Rel.Kind == data.Support {
			return true // "marked 50 years of ties"
		}
		if g.Prep == rules.InSlot && n.Rel.Kind == data.Cooperate && n.Rel.Has(rules.Place) {
			return false // "wait in the corridor"
		}
		return g.Prep&^rules.ToSlot == 0 || g.Prep&(rules.InSlot|rules.AtSlot|rules.OnSlot) != 0 && (a.Rel == nil || a.Rel.Kind == "") && g.First-a.Last <= 3
	}
	return false
}

// noBefore says whether a noun of the predicate has a "no" before it.
func (s *Reader) noBefore(p *predicate) bool {
	for i := range s.Groups {
		if g := &s.Groups[i]; g.No && g.Rel != nil {
			for _, n := range p.nouns {
				if n.Node == g.RelNode {
					return true
				}
			}
		}
	}
	return false
}

func (s *Reader) lastNode(ci int) int {
	last := s.firstNode(ci)
	for _, e := range s.Clauses[ci].Elements {
		if e.Group >= 0 {
			last = max(last, s.Groups[e.Group].Last)
		} else {
			last = max(last, s.Actions[e.Action].Last)
		}
	}
	return last
}

// distinct keeps the first member of each party: ms itself where each has one.
func distinct(ms []grammar.Member) []grammar.Member {
	out, again := ms, false
	for i := range ms {
		switch known := contains(ms[:i], ms[i].Party); {
		case known && !again:
			out, again = slices.Clone(ms[:i]), true
		case !known && again:
			out = append(out, ms[i])
		}
	}
	return out
}

// toldOf reads groups that mean a pair told of before: "the agreement", "bilateral trade", "between the two countries".
func (s *Reader) toldOf(p *predicate, c *grammar.Clause, doers []grammar.Member) {
	for _, e := range c.Elements {
		if e.Group < 0 {
			continue
		}
		g := &s.Groups[e.Group]
		if g.Ref == grammar.RefPair && !slices.Contains(c.Subject, e.Group) && g.Prep != rules.BetweenSlot {
			s.pairMeant(p, g)
		}
		if g.Ref == grammar.RefDeal || g.Ref == grammar.RefBilateral {
			s.dealMeant(p, g, doers)
		}
	}
}

// pairMeant reads "the two countries" outside the subject.
func (s *Reader) pairMeant(p *predicate, g *grammar.Group) {
	ms := s.meant(g, nil)
	if len(ms) != 2 {
		return
	}
	c := s.Propose(ms[0], ms[1], p.ci)
	if c == nil {
		return
	}
	l := s.jointLink(p, true)
	if l.Rel == nil {
		s.Add(c, reason.NoWord, "")
		return
	}
	s.take(c, l, reason.ByNoun, 0.8)
	s.contextOf(c, p, l.Rel)
	c.First, c.Last = s.firstNode(p.ci), s.lastNode(p.ci)
}

// namesOwn says whether a noun has a party of its own after it: "the sanctions on Peru".
func (s *Reader) namesOwn(g *grammar.Group) bool {
	k := s.GroupAt(g) + 1
	if g.Rel == nil || k >= len(s.Groups) {
		return false
	}
	h := &s.Groups[k]
	return h.Prep&g.Rel.Frame != 0 && len(h.Members) > 0 && h.PrepNode == g.Last
}

// dealMeant reads "the agreement" and "bilateral ties" where no other pair is named beside them.
func (s *Reader) dealMeant(p *predicate, g *grammar.Group, doers []grammar.Member) {
	pair := s.Focus.Pair
	if !pair.Valid() || s.Index-s.Focus.PairAt > 4 || s.Clauses[p.ci].Says || len(s.ofParty(s.GroupAt(g))) > 0 || s.namesOwn(g) {
		return
	}
	for _, d := range doers {
		if !pair.Has(d.Party) {
			s.opposes(p, g, d)
			return
		}
	}
	if g.Rel.Has(rules.Directed) && g.Rel.Stance != data.Conflict && g.Rel.Kind != s.Focus.Kind ||
		g.Rel != nil && g.Rel.Stance == data.Conflict && s.Focus.Stance == data.Cooperation {
		return // "to keep the order" is no purchase told of before, and "the war" is not between those who signed a pact
	}
	for _, m := range s.Named {
		if !pair.Has(m) {
			return
		}
	}
	a := grammar.Member{Party: pair[0], Role: grammar.Referred, Mention: -1, Node: g.RefNode}
	b := grammar.Member{Party: pair[1], Role: grammar.Referred, Mention: -1, Node: g.RefNode}
	c := s.Propose(a, b, p.ci)
	if c == nil {
		return
	}
	s.Add(c, reason.Continued, "")
	c.Kind, c.Stance = s.Focus.Kind, s.Focus.Stance
	n := grammar.Link{}
	if g.Rel != nil {
		n = grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true}
	}
	v := s.lastVerb(p, rules.InObject)
	if v.Rel.Has(rules.Light|rules.General|rules.Say) || v.Rel != nil && v.Rel.Kind == "" {
		v = grammar.Link{}
	}
	s.decide(c, p, v, n, rules.InObject)
	if c.Stance == data.Cooperation && (s.ofBreach(g) || s.soured(g)) {
		c.Kind, c.Stance = data.Reject, data.Conflict
	}
	s.contextOf(c, p, g.Rel)
	c.First, c.Last = s.firstNode(p.ci), s.lastNode(p.ci)
}

// othersQuarrel says whether a hostile noun names whose it is, who are others than those who talk of it: "discussed the war between Peru
// and Chile".
func (s *Reader) othersQuarrel(n grammar.Link) bool {
	k := s.groupOf(n.Node)
	return n.Rel.Stance == data.Conflict && k >= 0 && k+1 < len(s.Groups) && s.Groups[k+1].Prep == rules.BetweenSlot && s.namesOwn(&s.Groups[k])
}
