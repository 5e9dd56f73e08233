package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// agentsAtHome ties those by whom something was done, where nobody is named to whom, to the party at home: "the stadium
// was built by China", "a crew lent by Peru has lifted eleven people".
func (s *Reader) agentsAtHome(p *predicate, gi int, c *grammar.Clause) {
	g := &s.Groups[gi]
	home := s.home(c)
	a := s.actionBefore(p, g)
	if home == "" || a == nil || a.Negated || s.saidBefore(a) || !a.Passive || g.Prep&rules.BySlot == 0 || c.Hypo || s.aside(a) || !deed(a.Rel) {
		return
	}
	for _, e := range c.Elements {
		if e.Group >= 0 && s.Groups[e.Group].Chain != g.Chain && len(s.Groups[e.Group].Members) > 0 && !s.belongsTo(e.Group, gi) {
			return
		}
	}
	for _, m := range s.resolve(gi) {
		if m.Role == grammar.Referred || m.Party == home {
			continue
		}
		x := s.Propose(m, grammar.Member{Party: home, Role: grammar.Within, Mention: -1, Node: m.Node}, p.ci)
		if x == nil {
			continue
		}
		s.Add(x, reason.AboutTopic, "")
		s.take(x, grammar.Link{Rel: a.Rel}, reason.ByVerb, 1)
		s.fit(x, true, a.Rel.Word)
		s.contextOf(x, p, a.Rel)
		if x.Stance == data.Cooperation && s.besetting(c) {
			x.Kind, x.Stance = data.Coerce, data.Conflict
		}
		x.From, x.First, x.Last = m.Party, s.firstNode(p.ci), s.lastNode(p.ci)
	}
}

// besetting says whether the subject of a clause is who or what a country is beset by: "the rebels are backed by Peru".
func (s *Reader) besetting(c *grammar.Clause) bool {
	return slices.ContainsFunc(c.Subject, func(gi int) bool {
		r := s.Groups[gi].Rel
		return s.rebels(gi) || r != nil && r.Kind == data.Assault && r.Stance == data.Conflict
	})
}

// belongsTo says whether a group hangs on the one before it after "of" or "from": "by grants from Peru".
func (s *Reader) belongsTo(k, gi int) bool {
	return k > gi && s.Groups[k].Prep&(rules.OfSlot|rules.FromSlot) != 0 || s.Groups[s.Groups[k].Chain].Chain == s.Groups[min(gi+1, len(s.Groups)-1)].Chain
}

// deed says whether a passive verb tells of something done for or to somebody.
func deed(r *rules.Relation) bool {
	if r == nil || r.Weight < 1 || r.Has(rules.Comment|rules.Compare|rules.Say) {
		return false
	}
	switch r.Kind {
	case data.Cooperate, data.AidKind, data.Assault, data.Support, data.Coerce:
		return true
	}
	return false
}

// actionBefore gives the action that a group follows with nothing but a preposition between, or nil.
func (s *Reader) actionBefore(p *predicate, g *grammar.Group) *grammar.Action {
	if len(p.actions) == 0 || g.PrepNode < 0 {
		return nil
	}
	a := &s.Actions[p.actions[len(p.actions)-1]]
	for i := a.Last; i < g.PrepNode; i++ {
		if t := s.TagAt(i); t != token.Adverb && t != token.Prep {
			return nil
		}
	}
	return a
}

// goodsFrom ties where the goods or money of a subject come from to the party whose need they meet: "money sent from Russia
// made up half of Tajikistan's product".
func (s *Reader) goodsFrom(p *predicate, c *grammar.Clause) {
	if len(c.Subject) != 1 || c.Finite < 0 || s.Actions[c.Elements[c.Finite].Action].Negated {
		return
	}
	g := &s.Groups[c.Subject[0]]
	if !g.Rel.Has(rules.Goods|rules.Directed) || g.Rel.Kind != data.Cooperate || len(g.Members) > 0 {
		return
	}
	var from, to []grammar.Member
	for i, e := range c.Elements {
		if e.Group < 0 {
			continue
		}
		h := &s.Groups[e.Group]
		switch {
		case i < c.Finite && h.Prep&rules.FromSlot != 0:
			from = append(from, h.Members...)
		case i > c.Finite && (h.Prep&rules.OfSlot != 0 || h.Prep == 0):
			for _, m := range h.Members {
				if m.Role == grammar.Owner {
					to = append(to, m)
				}
			}
		}
	}
	if len(from) != 1 || len(to) != 1 {
		return
	}
	x := s.Propose(from[0], to[0], p.ci)
	if x == nil {
		return
	}
	s.Add(x, reason.OneClause, "")
	s.take(x, grammar.Link{Rel: g.Rel}, reason.ByNoun, 1)
	s.fit(x, true, g.Rel.Word)
	s.contextOf(x, p, g.Rel)
	x.From, x.First, x.Last = from[0].Party, s.firstNode(p.ci), s.lastNode(p.ci)
}

// resumed gives the doer of a deed told of just before, where the subject only names the deed again: "the purchase comprised
// Russian wheat", after "Egypt bought wheat".
func (s *Reader) resumed(c *grammar.Clause) []grammar.Member {
	f := &s.Focus
	if f.Subject == "" || f.Spoke != s.Index-1 || len(c.Subject) != 1 || c.Finite < 0 || c.Relative {
		return nil
	}
	g := &s.Groups[c.Subject[0]]
	if !g.Rel.Has(rules.Directed|rules.Goods) || g.Rel.Kind != data.Cooperate || len(g.Members) > 0 || s.Fold(g.First) != "the" || g.Last-g.First > 3 {
		return nil
	}
	switch s.Fold(s.Actions[c.Elements[c.Finite].Action].Main) {
	case "comprised", "comprises", "included", "includes", "consisted", "consists", "covers", "covered", "contained":
		return []grammar.Member{{Party: f.Subject, Role: grammar.Referred, Mention: -1, Node: g.RelNode}}
	}
	return nil
}

// onBehalf ties a party whose courts or police deal with people to the one for whom these are said to have acted: "jailed
// for spying for Peru", "on the orders of Peruvian intelligence".
func (s *Reader) onBehalf() {
	just := false
	for i := 0; i < len(s.Nodes) && s.Holds(rules.IsJustice) && !just; i++ {
		just = s.Is(i, rules.IsJustice)
	}
	if !just {
		return
	}
	node, home := s.behalf(), data.Party("")
	if node < 0 {
		return
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.First >= node {
			break
		}
		if s.justiceOf(g) && home == "" {
			if ms := s.resolve(i); len(ms) > 0 {
				home = ms[0].Party
			} else if i+1 < len(s.Groups) && s.Groups[i+1].Prep == rules.InSlot && len(s.Groups[i+1].Members) > 0 {
				home = s.Groups[i+1].Members[0].Party
			}
		}
	}
	if home == "" {
		home = s.Topic
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= node && g.First <= node+3 && len(g.Members) > 0 && home != "" {
			c := s.Propose(grammar.Member{Party: home, Role: grammar.Within, Mention: -1, Node: node}, g.Members[0], -1)
			if c == nil {
				return
			}
			s.Add(c, reason.OneClause, "")
			s.take(c, grammar.Link{Rel: spying}, reason.ByNoun, 1)
			s.fit(c, true, spying.Word)
			c.From, c.First, c.Last = home, 0, len(s.Nodes)
			return
		}
	}
}

// spying is what it says of two parties that one's courts deal with those who acted for the other.
var spying = &rules.Relation{Word: "on behalf of", Kind: data.Accuse, Stance: data.Conflict, Weight: 1.6, Fields: []data.Field{data.Security}}

// behalf gives the node after "on behalf of", "on the orders of", "spying for" and the like, or -1.
func (s *Reader) behalf() int {
	if !s.Has(&agency) {
		return -1
	}
	for i := range s.Nodes {
		switch s.Fold(i) {
		case "behalf", "orders", "behest", "pay", "instructions":
			if i+1 < len(s.Nodes) && s.Fold(i+1) == "of" && i > 0 && s.TagAt(i-1) != token.Name {
				return i + 2
			}
		case "spying", "spied", "spy", "spies":
			if i+1 < len(s.Nodes) && s.Fold(i+1) == "for" {
				return i + 2
			}
		}
	}
	return -1
}

// agency are the words that tell for whom something is done.
var agency = rules.WordsOf("behalf", "orders", "behest", "pay", "instructions", "spying", "spied", "spy", "spies")

// justiceOf says whether a group names a court, prosecutors or police.
func (s *Reader) justiceOf(g *grammar.Group) bool {
	return s.TagAt(g.Head) == token.Other && s.Is(g.Head, rules.IsJustice)
}

// doesSo says whether a clause only says that somebody did the same: "so did Peru", "as did Chile", "Cuba did likewise".
func (s *Reader) doesSo(a *grammar.Action) bool {
	if s.Is(a.First, rules.IsBe) && a.First > 0 && s.Fold(a.First-1) == "as" && a.Last-a.First == 1 {
		return true
	}
	before, after := s.Fold(max(a.First-1, 0)), s.Fold(min(a.Last, len(s.Nodes)-1))
	if before == "as" && s.Is(a.First, rules.IsFuture|rules.IsModal) && a.Last-a.First == 1 || after == "so" && s.Fold(a.Main) == "done" {
		return !a.Negated // "as will Peru", "Chile had done so"
	}
	if !s.Is(a.First, rules.IsDo) && s.Fold(a.First) != "has" && s.Fold(a.First) != "have" || a.Last-a.First > 2 || a.Negated {
		return false
	}
	return before == "so" || before == "as" || after == "likewise" || after == "so" || after == "same"
}

// later gives the parties of a clause that does no more than say that others did the same.
func (s *Reader) later(c *grammar.Clause, doers []grammar.Member) []grammar.Member {
	out := doers[:len(doers):len(doers)]
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group >= 0 && s.Groups[e.Group].Prep == 0 {
			out = append(out, s.Groups[e.Group].Members...)
		}
	}
	return out
}

// asThey adds, for those who did the same, the pairs of the clause before.
func (s *Reader) asThey(c *grammar.Clause, doers []grammar.Member) {
	if c.Finite < 0 || len(s.Cands) == 0 {
		return
	}
	a := &s.Actions[c.Elements[c.Finite].Action]
	if !s.doesSo(a) {
		return
	}
	like, hub := s.toFollow(a.First)
	if hub == "" {
		return
	}
	for _, m := range s.later(c, doers) {
		if m.Party != hub && m.Party != like.From {
			s.Cands = append(s.Cands, asHe(like, m, hub, s.lastNode(s.clauseOf(c))))
		}
	}
}

// asHe is a candidate with another doer.
func asHe(like pairing.Candidate, m grammar.Member, hub data.Party, last int) pairing.Candidate {
	like.Pair, like.From, like.Node, like.First, like.Last = data.PairOf(m.Party, hub), m.Party, m.Node, min(like.First, m.Node), last
	return like
}

// leftOut gives those of a clause that leaves its verb out the part of the doer before: "Zambia sent planes, and India a
// field hospital".
func (s *Reader) leftOut() {
	for ci := range s.Clauses {
		c := &s.Clauses[ci]
		if !c.Gapped || c.Finite >= 0 || len(c.Elements) == 0 || c.Elements[0].Group < 0 {
			continue
		}
		g := &s.Groups[c.Elements[0].Group]
		if len(g.Members) != 1 || g.Members[0].Node != g.First && g.Members[0].Role != grammar.Head || s.Clauses[ci].Quoted {
			continue
		}
		like, hub := s.toFollow(g.First)
		if m := g.Members[0]; hub == "" || hub == m.Party || like.From == m.Party {
			continue
		} else if s.getter(g.First, hub) {
			x := asHe(like, m, like.From, s.lastNode(ci))
			x.From = like.From
			s.Cands = append(s.Cands, x)
		} else {
			s.Cands = append(s.Cands, asHe(like, m, hub, s.lastNode(ci)))
		}
	}
}

// getter says whether a party is given something right after the last finite verb before a node, as others are then in what goes
// on without a verb: "sold Peru 40 tents, Chile 20".
func (s *Reader) getter(node int, p data.Party) bool {
	for i := len(s.Clauses) - 1; i >= 0; i-- {
		c := &s.Clauses[i]
		if c.Finite < 0 || c.Finite+1 >= len(c.Elements) || s.Actions[c.Elements[c.Finite].Action].First > node {
			continue
		}
		gi, a := c.Elements[c.Finite+1].Group, &s.Actions[c.Elements[c.Finite].Action]
		if gi < 0 || s.Groups[gi].First != a.Last || len(s.Groups[gi].Members) != 1 {
			return false
		}
		return s.Groups[gi].Members[0].Party == p && (s.givenNext(gi) || s.Groups[gi].Members[0].Role == grammar.Modifier)
	}
	return false
}

// earlier says whether a group only says that another did the same, or when: "buys the same cars as Peru", "voted a month after
// Peru".
func (s *Reader) earlier(g *grammar.Group) bool {
	k := s.GroupAt(g)
	if g.Chain >= 0 && g.Chain < k && s.Groups[g.Chain].PrepNode == g.PrepNode {
		k = g.Chain
	}
	switch s.Fold(g.PrepNode) {
	case "after", "before":
		return k > 0 && s.Groups[k-1].Last == g.PrepNode && (s.TimeGroup(&s.Groups[k-1]) || s.onlyNames(g))
	case "as":
		return k > 0 && s.Groups[k-1].Last == g.PrepNode && s.Fold(s.Groups[k-1].First+1) == "same"
	}
	return false
}

// onlyNames says whether a group is the name of a country and nothing else.
func (s *Reader) onlyNames(g *grammar.Group) bool {
	return len(g.Members) == 1 && s.bareCountry(g.Members[0]) && s.Nodes[g.First].Mention == int32(g.Members[0].Mention)
}

// oneBody says whether a group names one body of two parties: "the Peruvian-Chilean chamber of commerce".
func (s *Reader) oneBody(g *grammar.Group) bool {
	return len(g.Members) == 2 && s.TagAt(g.Members[1].Node-1) == token.Hyphen
}

// jointFirm says whether a group names a firm, which deals for both its nations, rather than a body: "the Danish-Swedish company".
func (s *Reader) jointFirm(g *grammar.Group) bool {
	return g.Rel.Has(rules.Actor) && !s.Is(g.RelNode, rules.IsBody)
}

// contains says whether a party is among members.
func contains(ms []grammar.Member, p data.Party) bool {
	for i := range ms {
		if ms[i].Party == p {
			return true
		}
	}
	return false
}

// firedFrom gives the party from which the weapons of a subject come that hit something: "rockets fired from Peru struck".
func (s *Reader) firedFrom(c *grammar.Clause) []grammar.Member {
	if len(c.Subject) != 1 || c.Finite < 2 || c.Relative {
		return nil
	}
	if r := s.Actions[c.Elements[c.Finite].Action].Rel; r == nil || r.Kind != data.Assault || s.Groups[c.Subject[0]].Rel == nil {
		return nil
	}
	for k := 1; k < c.Finite; k++ {
		ai, gi := c.Elements[k-1].Action, c.Elements[k].Group
		if ai < 0 || gi < 0 || s.Groups[gi].Prep&rules.FromSlot == 0 {
			continue
		}
		switch s.Fold(s.Actions[ai].Main) {
		case "fired", "launched", "shot", "lobbed", "flown":
			return s.Groups[gi].Members
		}
	}
	return nil
}
