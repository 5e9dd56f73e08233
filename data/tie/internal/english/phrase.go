package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// byPhrase gives what a turn of phrase says of a doer and a party named after the verb, where neither verb nor noun does.
func (s *Reader) byPhrase(p *predicate, d, m grammar.Member, gi int, slot rules.Slots) grammar.Link {
	if l := s.changesSides(p, d, m, slot); l.Rel != nil {
		return l
	}
	if l := s.undergone(p, m, slot); l.Rel != nil {
		return l
	}
	g := &s.Groups[gi]
	if slot == rules.InObject && (m.Role == grammar.Modifier || m.Role == grammar.Owner) && s.seafaring(g) && s.catches(p) {
		return grammar.Link{Rel: &seizing, Node: g.Head, Framed: true}
	}
	if m.Role == grammar.Referred || len(g.Members) == 0 || g.Prep == 0 || s.Actions[p.actions[0]].Passive {
		return grammar.Link{}
	}
	switch {
	case s.noBetter(g):
		return grammar.Link{Rel: befriending, Node: g.PrepNode, Framed: true}
	case s.wished(gi, m) && !s.scorned(p, g):
		return grammar.Link{Rel: obliging, Node: g.PrepNode, Framed: true}
	case slot == rules.WithSlot && (s.staffed(p, g, m) || s.partnered(p, g, m)), s.sideBySideWith(p, g):
		return grammar.Link{Rel: working, Node: g.PrepNode, Framed: true}
	}
	return grammar.Link{}
}

// befriending is what it says of two parties that the one has no better friend than the other.
var befriending = &rules.Relation{Word: "friend", Kind: data.Support, Stance: data.Cooperation, Weight: 1.4, Fields: []data.Field{data.Diplomacy}}

// noBetter says whether a group names somebody than whom there is no better friend: "has no closer ally than Peru".
func (s *Reader) noBetter(g *grammar.Group) bool {
	k := g.First - 1
	if k < 3 || s.Fold(k) != "than" {
		return false
	}
	h := s.groupOf(k - 1)
	if h < 0 || !s.Groups[h].No {
		return false
	}
	switch s.Fold(s.Groups[h].Head) {
	case "friend", "ally", "partner", "neighbour", "neighbor", "supporter", "customer":
		return true
	}
	return false
}

// obliging is what it says of a party that it does something because another wants it.
var obliging = &rules.Relation{Word: "request", Kind: data.Agree, Stance: data.Cooperation, Weight: 1.3,
	Frame: rules.AtSlot | rules.OnSlot | rules.OfSlot, Flags: rules.Place, Fields: []data.Field{data.Diplomacy}}

// wished says whether a group tells at whose wish something is done: "at the request of Peru", "at Peru's invitation".
func (s *Reader) wished(gi int, m grammar.Member) bool {
	g := &s.Groups[gi]
	h := g
	if g.Prep == rules.OfSlot && gi > 0 {
		if h = &s.Groups[gi-1]; h.Last != g.PrepNode || len(h.Members) > 0 {
			return false
		}
	} else if m.Role != grammar.Owner && m.Role != grammar.Modifier {
		return false
	}
	if h.PrepNode < 0 || s.Fold(h.PrepNode) != "at" && s.Fold(h.PrepNode) != "on" && s.Fold(h.PrepNode) != "upon" {
		return false
	}
	switch s.Fold(h.Head) {
	case "request", "requests", "insistence", "urging", "invitation", "prompting", "behest", "suggestion", "bidding":
		return true
	}
	return false
}

// scorned says whether what somebody wishes is what a verb right before it is hostile to: "bristled at Peru's suggestion".
func (s *Reader) scorned(p *predicate, g *grammar.Group) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	return hostileRel(a.Rel) && a.Rel.Frame&rules.AtSlot != 0 && a.Last == g.PrepNode
}

// staffed says whether a group names workers with whom the doers run or make something: "runs a clinic with Cuban nurses".
func (s *Reader) staffed(p *predicate, g *grammar.Group, m grammar.Member) bool {
	if m.Role != grammar.Modifier && m.Role != grammar.Owner || p.objects == 0 {
		return false
	}
	if !s.Is(g.Head, rules.IsCrew) && !(g.Rel.Has(rules.Actor) && s.plural(g.Head)) {
		switch s.Fold(g.Head) {
		case "staff", "labour", "labor", "drivers", "hands", "cooks", "pilots":
		default:
			return false
		}
	}
	return s.Vocab.Lists.Staffs.Has(s.Actions[p.actions[len(p.actions)-1]].Rel.Name())
}

// partnered says whether a group names the firm with which the doers run or make something: "runs the mine with Japan's Sumitomo".
func (s *Reader) partnered(p *predicate, g *grammar.Group, m grammar.Member) bool {
	if p.objects == 0 || m.Role == grammar.Head && (m.Mention < 0 || s.Mentions[m.Mention].Kind != data.ByOrganisation) ||
		m.Role == grammar.Modifier && !s.Is(g.Head, rules.IsFirm) || m.Role == grammar.Owner && s.TagAt(g.Head) == token.Other && g.Rel != nil && !g.Rel.Has(rules.Actor) {
		return false
	}
	return s.Vocab.Lists.Partnering.Has(s.Actions[p.actions[len(p.actions)-1]].Rel.Name())
}

// sideBySideWith says whether a group names those beside whom the doers' soldiers or workers serve: "serve beside Peruvian troops".
func (s *Reader) sideBySideWith(p *predicate, g *grammar.Group) bool {
	if !s.onOneSide(g) {
		return false
	}
	if !s.Vocab.Lists.Serves.Has(s.Actions[p.actions[len(p.actions)-1]].Rel.Name()) {
		return false
	}
	w := s.Fold(g.Head)
	return w == "ones" || g.Last < len(s.Nodes) && s.Fold(g.Last) == "ones" || w == "colleagues" || w == "comrades" || w == "counterparts" || s.Is(g.Head, rules.IsCrew|rules.IsJustice) || g.Rel.Has(rules.Actor) ||
		g.Rel != nil && g.Rel.Kind == data.Mobilize
}

// transit is what it says of two parties that goods for the one go through the other's land.
var transit = &rules.Relation{Word: "through", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.2, Frame: rules.ToSlot,
	Fields: []data.Field{data.Trade, data.Infrastructure}}

// through ties the party that goods are meant for, or come from, to the one through which they go: "fuel for Nepal passes through
// India".
func (s *Reader) through(p *predicate, c *grammar.Clause) {
	if len(c.Subject) != 1 || c.Finite < 1 || s.Actions[p.actions[0]].Negated || !s.passes(&s.Actions[p.actions[len(p.actions)-1]]) {
		return
	}
	end, goods := -1, s.Groups[c.Subject[0]].Rel.Has(rules.Goods)
	for _, e := range c.Elements[:c.Finite] {
		g := &s.Groups[max(e.Group, 0)]
		goods = goods || g.Rel.Has(rules.Goods)
		if e.Group >= 0 && g.Prep&(rules.ForSlot|rules.ToSlot|rules.FromSlot) != 0 && len(g.Members) == 1 {
			end = e.Group
		}
	}
	if end < 0 || !goods {
		return
	}
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group < 0 || len(s.Groups[e.Group].Members) != 1 || !s.byWayOf(&s.Groups[e.Group]) {
			continue
		}
		x := s.Propose(s.Groups[end].Members[0], s.Groups[e.Group].Members[0], p.ci)
		if x == nil {
			return
		}
		s.Add(x, reason.OneClause, "")
		s.take(x, grammar.Link{Rel: transit}, reason.ByVerb, 1)
		s.Add(x, reason.InFrame, transit.Word)
		s.contextOf(x, p, transit)
		x.First, x.Last = s.firstNode(p.ci), s.lastNode(p.ci)
		return
	}
}

// passes says whether a verb tells that something goes on its way.
func (s *Reader) passes(a *grammar.Action) bool {
	return s.Vocab.Lists.Passes.Has(a.Rel.Name())
}

// byWayOf says whether a group tells what something goes through.
func (s *Reader) byWayOf(g *grammar.Group) bool {
	if g.PrepNode < 0 {
		return false
	}
	switch s.Fold(g.PrepNode) {
	case "through", "via", "across":
		return true
	}
	return false
}

// whose gives the party to which "whose" before a group refers, right before it: "Peru, whose quarrel with Chile is old".
func (s *Reader) whose(gi int) []grammar.Member {
	if gi == 0 {
		return nil
	}
	h := &s.Groups[gi-1]
	if h.Last < s.Groups[gi].First-2 || len(h.Members) != 1 || s.TagAt(h.Last) != token.Comma && h.Last != s.Groups[gi].First-1 {
		return nil
	}
	m := h.Members[0]
	m.Role = grammar.Owner
	return s.With(nil, m)
}

// hosting is what it says of two parties that somebody in office is received in the other's capital.
var hosting = &rules.Relation{Word: "receive", Kind: data.Consult, Stance: data.Cooperation, Weight: 1.4, Frame: rules.InSlot | rules.AtSlot,
	Flags: rules.Place, Fields: []data.Field{data.Diplomacy}}

// undergone gives what a passive tells of people that it would not of things: "the minister was received in Lima", "two Chilean
// fishermen were held by the Peruvian navy".
func (s *Reader) undergone(p *predicate, m grammar.Member, slot rules.Slots) grammar.Link {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	c := &s.Clauses[p.ci]
	if !a.Passive || a.Nonfinite || len(c.Subject) == 0 || len(p.actions) != 1 {
		return grammar.Link{}
	}
	g := &s.Groups[c.Subject[0]]
	switch a.Rel.Name() {
	case "receive", "host", "greet", "welcome", "fete", "entertain", "decorate":
		if slot&(rules.InSlot|rules.AtSlot) != 0 && m.Role == grammar.Head && s.inOffice(g) {
			return grammar.Link{Rel: hosting, Node: a.Main, Framed: true}
		}
	case "hold":
		if s.Is(g.Head, rules.IsCrew|rules.IsPrivate|rules.IsOffice) || s.seafaring(g) || len(g.Members) > 0 && g.Members[0].Role == grammar.Head && s.Demonym(g.Members[0].Node) {
			return grammar.Link{Rel: &seizing, Node: a.Main, Framed: true}
		}
	}
	return grammar.Link{}
}

// catches says whether the last verb of a predicate, which is active, tells that somebody's boats or crews are stopped.
func (s *Reader) catches(p *predicate) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	switch a.Rel.Name() {
	case "catch", "hold", "stop", "board", "chase", "chase off", "chase away", "round up", "surround":
		return !a.Passive
	}
	return false
}

// nationals ties the party where people work to the one whose people they are said to be: "half of the guards in Peru are Chilean".
func (s *Reader) nationals(p *predicate, c *grammar.Clause) {
	if c.Finite < 1 || len(p.actions) != 1 || c.Hypo || s.Actions[p.actions[0]].Negated || s.Actions[p.actions[0]].Rel.Name() != "be" {
		return
	}
	at, crew := -1, false
	for _, e := range c.Elements[:c.Finite] {
		if e.Group < 0 {
			return
		}
		g := &s.Groups[e.Group]
		crew = crew || (s.Is(g.Head, rules.IsCrew) || g.Rel.Has(rules.Actor)) && s.plural(g.Head) && !s.Is(g.Head, rules.IsPrivate|rules.IsOutsider)
		if len(g.Members) == 1 && g.Prep&(rules.InSlot|rules.AtSlot|rules.OnSlot) != 0 {
			at = e.Group
		}
	}
	if at < 0 || !crew || len(c.Elements) != c.Finite+2 || c.Elements[c.Finite+1].Group < 0 {
		return
	}
	g := &s.Groups[c.Elements[c.Finite+1].Group]
	if g.Prep != 0 || len(g.Members) != 1 || g.Members[0].Role != grammar.Head || !s.Demonym(g.Members[0].Node) {
		return
	}
	x := s.Propose(g.Members[0], s.Groups[at].Members[0], p.ci)
	if x == nil {
		return
	}
	s.Add(x, reason.OneClause, "")
	s.take(x, grammar.Link{Rel: dwelling}, reason.ByVerb, 1)
	s.Add(x, reason.InFrame, dwelling.Word)
	s.contextOf(x, p, dwelling)
	x.From, x.First, x.Last = g.Members[0].Party, s.firstNode(p.ci), s.lastNode(p.ci)
}
