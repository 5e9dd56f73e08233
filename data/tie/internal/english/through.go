package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// throughSubject ties the two parties that a deal, a quarrel or a line named as subject brings together: "the treaty gave
// two bridges to Peru and one to Chile", "the row with Algeria has cost Spain dear".
func (s *Reader) throughSubject(p *predicate, c *grammar.Clause) {
	if len(c.Subject) != 1 || s.Actions[p.actions[0]].Negated {
		return
	}
	g := &s.Groups[c.Subject[0]]
	if !g.Rel.Has(rules.Joint) || g.Rel.Has(rules.Weak) || g.No || len(g.Members) > 0 {
		return
	}
	var ms []grammar.Member
	for i, e := range c.Elements {
		if e.Group < 0 || i < c.Finite && s.Groups[e.Group].Prep != rules.WithSlot || s.afterBy(e.Group) {
			continue
		}
		for _, m := range s.Groups[e.Group].Members {
			if slot := s.Groups[e.Group].Prep; slot&(rules.InSlot|rules.AtSlot|rules.BySlot|rules.OtherSlot) == 0 && !s.matters(&s.Groups[e.Group]) {
				ms = append(ms, m)
			}
		}
	}
	if ms = distinct(ms); len(ms) != 2 {
		return
	}
	x := s.Propose(ms[0], ms[1], p.ci)
	if x == nil {
		return
	}
	s.Add(x, reason.OneClause, "")
	s.take(x, grammar.Link{Rel: g.Rel}, reason.ByNoun, 1)
	s.fit(x, true, g.Rel.Word)
	s.contextOf(x, p, g.Rel)
	x.First, x.Last = s.firstNode(p.ci), s.lastNode(p.ci)
}

// opposes ties who protests against a deal told of before to the one who made it.
func (s *Reader) opposes(p *predicate, g *grammar.Group, d grammar.Member) {
	v := s.lastVerb(p, g.Prep)
	if s.Focus.Actor == "" || v.Rel == nil || s.Index-s.Focus.PairAt > 2 || d.Role == grammar.Referred ||
		v.Rel.Kind != data.Accuse && v.Rel.Kind != data.Reject && v.Rel.Kind != data.Protest && v.Rel.Kind != data.Threaten {
		return
	}
	c := s.Propose(d, grammar.Member{Party: s.Focus.Actor, Role: grammar.Within, Mention: -1, Node: g.RefNode}, p.ci)
	if c == nil {
		return
	}
	s.Add(c, reason.ByDeal, s.Phrase(g.RefNode))
	s.take(c, v, reason.ByVerb, 1)
	s.fit(c, true, v.Rel.Word)
	s.contextOf(c, p, v.Rel)
	c.From, c.First, c.Last = d.Party, s.firstNode(p.ci), s.lastNode(p.ci)
}

// passiveAgents ties a party after "by" to the others of a clause whose subject names none: "a plant was built by a
// Chinese firm in Serbia".
func (s *Reader) passiveAgents(p *predicate, gi int, c *grammar.Clause) {
	g := &s.Groups[gi]
	if len(g.Members) == 0 || len(p.actions) == 0 || g.Prep == rules.BySlot && s.aside(&s.Actions[p.actions[len(p.actions)-1]]) {
		return
	}
	s.fromTo(p, gi, c)
	for _, e := range c.Elements {
		if e.Group < 0 || e.Group >= gi {
			continue
		}
		h := &s.Groups[e.Group]
		if len(h.Members) == 0 || h.Chain == g.Chain || g.Prep != rules.BySlot && h.Prep != rules.BySlot {
			continue
		}
		if g.Prep == rules.BySlot && s.afterBy(e.Group) {
			continue // "built by crews from Peru and by Chile"
		}
		if h.Prep == rules.BySlot && s.finiteBetween(c, h.Last, g.First) {
			continue // "a bus made by a Chinese firm overturned in Peru"
		}
		if g.Prep == rules.BySlot {
			s.doneTo(p, g.Members[0], h.Members[0], e.Group)
		} else {
			s.doneTo(p, h.Members[0], g.Members[0], gi)
		}
	}
}

// afterBy says whether a group is one after "by", or hangs on one.
func (s *Reader) afterBy(gi int) bool {
	for ; gi >= 0; gi-- {
		g := &s.Groups[gi]
		if g.Prep == rules.BySlot {
			return true
		}
		if g.Prep&(rules.OfSlot|rules.FromSlot|rules.InSlot|rules.AtSlot) == 0 || gi == 0 || s.Groups[gi-1].Last != g.PrepNode {
			return false
		}
	}
	return false
}

// finiteBetween says whether the finite verb of a clause stands between two nodes.
func (s *Reader) finiteBetween(c *grammar.Clause, from, to int) bool {
	if c.Finite < 0 {
		return false
	}
	a := &s.Actions[c.Elements[c.Finite].Action]
	return a.First >= from && a.Last <= to
}

// fromTo ties the two ends of something that goes: "a cargo ship sails from Karachi to Chittagong".
func (s *Reader) fromTo(p *predicate, gi int, c *grammar.Clause) {
	g := &s.Groups[gi]
	a := &s.Actions[p.actions[0]]
	if g.Prep&rules.ToSlot == 0 || len(c.Subject) == 0 || s.Groups[c.Subject[0]].Rel == nil || !s.Groups[c.Subject[0]].Rel.Has(rules.Goods|rules.Directed|rules.Joint) {
		return
	}
	for _, e := range c.Elements {
		if e.Group < 0 || e.Group >= gi || s.Groups[e.Group].Prep&rules.FromSlot == 0 || len(s.Groups[e.Group].Members) == 0 || a.Negated {
			continue
		}
		x := s.Propose(s.Groups[e.Group].Members[0], g.Members[0], p.ci)
		if x == nil {
			continue
		}
		r := s.Groups[c.Subject[0]].Rel
		s.Add(x, reason.OneClause, "")
		s.take(x, grammar.Link{Rel: r}, reason.ByNoun, 1)
		s.fit(x, true, r.Word)
		s.contextOf(x, p, r)
		x.From, x.First, x.Last = s.Groups[e.Group].Members[0].Party, s.firstNode(p.ci), s.lastNode(p.ci)
	}
}

// plying is what it says of two parties that planes, trains or goods go between them.
var plying = &rules.Relation{Word: "between", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.0, Frame: rules.BetweenSlot,
	Fields: []data.Field{data.Infrastructure}}

// goesBetween ties the parties between which something goes, or was concluded: "ships sail between Peru and Chile", "an accord
// reached between Peru and Chile"; "fly between Peru and Chile, Cuba and Haiti" goes from the first to each.
func (s *Reader) goesBetween(p *predicate, c *grammar.Clause) {
	if !s.HasPrep(rules.BetweenSlot) {
		return
	}
	ai := -1
	for k, e := range c.Elements {
		gi := e.Group
		if gi < 0 {
			ai = e.Action
			continue
		}
		if g := &s.Groups[gi]; len(g.Members) > 0 && g.Prep != rules.BetweenSlot {
			ai = -1
		}
		if ai < 0 || s.Groups[gi].Prep != rules.BetweenSlot || s.Groups[gi].Chain != gi || s.Actions[ai].Negated {
			continue
		}
		two := s.chainMembers(gi)
		if len(two) == 0 {
			two = s.argMembers(gi)
		}
		l := s.betweenLink(&s.Actions[ai], c)
		if len(two) != 2 || l.Rel == nil || s.noDoer(p.ci) {
			continue
		}
		ends := append(two[1:2:2], s.rowAfter(c.Elements[k+1:], s.Groups[gi].Chain)...)
		for _, m := range ends {
			x := s.Propose(two[0], m, p.ci)
			if x == nil {
				continue
			}
			s.Add(x, reason.OneClause, "")
			s.take(x, l, reason.ByNoun, 1)
			s.fit(x, true, l.Rel.Word)
			if !s.Actions[ai].Nonfinite {
				s.contextOf(x, p, l.Rel)
			} else if s.deniedAbove(p.ci) {
				s.Deny(x)
			}
			x.First, x.Last = s.firstNode(p.ci), s.lastNode(p.ci)
		}
	}
}

// betweenLink gives what an action says of those after "between": that something goes from one to the other, the deal or the quarrel
// that a participle tells more of, or what the verb itself says of two; none where it tells nothing of them.
func (s *Reader) betweenLink(a *grammar.Action, c *grammar.Clause) grammar.Link {
	if s.plies(a, c) {
		return grammar.Link{Rel: plying}
	}
	if len(c.Subject) > 0 && !a.Nonfinite {
		if r := s.Groups[c.Subject[0]].Rel; r.Has(rules.Joint) && !r.Has(rules.Weak) {
			return grammar.Link{Rel: r} // "war broke out between Peru and Chile"
		}
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.Last == a.First && g.Rel.Has(rules.Joint) && !g.Rel.Has(rules.Weak) && !g.No {
			return grammar.Link{Rel: g.Rel}
		}
	}
	if a.Rel.Has(rules.Joint) && a.Rel.Kind == data.Agree && (a.Passive || a.Nonfinite) {
		return grammar.Link{Rel: a.Rel}
	}
	return grammar.Link{}
}

// plies says whether a verb tells how planes, trains or goods go.
func (s *Reader) plies(a *grammar.Action, c *grammar.Clause) bool {
	if len(c.Subject) > 0 && s.Is(s.Groups[c.Subject[0]].Head, rules.IsTrait) {
		return false // "the border runs between Peru and Chile"
	}
	return s.Vocab.Lists.Plies.Has(a.Rel.Name())
}

// rowAfter gives the parties of a second row that follows a list, its own groups aside, where nothing else does.
func (s *Reader) rowAfter(rest []grammar.Element, list int) []grammar.Member {
	var out []grammar.Member
	for _, e := range rest {
		if e.Group < 0 || s.Groups[e.Group].Prep != 0 && s.Groups[e.Group].Chain != list {
			return nil
		}
		if s.Groups[e.Group].Chain != list {
			out = append(out, s.Groups[e.Group].Members...)
		}
	}
	return out
}

// peopleBetween gives the parties whose people or bodies stand after "between": "trade between firms in Peru and Chile".
func (s *Reader) peopleBetween(k int) []grammar.Member {
	g := &s.Groups[k]
	if g.Prep != rules.BetweenSlot || g.Ref != grammar.NoRef || k+1 >= len(s.Groups) || g.Rel != nil && !g.Rel.Has(rules.Actor) {
		return nil
	}
	h := &s.Groups[k+1]
	if h.Prep&(rules.InSlot|rules.OfSlot|rules.FromSlot) == 0 || h.PrepNode != g.Last || h.Chain != k+1 {
		return nil
	}
	out := s.chainMembers(k + 1)
	for i := range out {
		out[i].Role, out[i].Place = grammar.Within, false
	}
	return out
}
