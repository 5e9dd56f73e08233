package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// nameGap ties who does something in a relative clause to the party that the pronoun stands for: "Israel, with which Cyprus
// plans to lay a cable", "Gaza, which Israel bombed".
func (s *Reader) nameGap(p *predicate, c *grammar.Clause, doers []grammar.Member) {
	if c.Object == 0 || len(doers) == 0 || s.Fold(s.firstNode(p.ci)-1) == "whose" {
		return
	}
	slot := c.Slot
	if slot == 0 {
		slot = rules.InObject
	}
	for _, m := range s.Groups[c.Object-1].Members {
		if m.Role != grammar.Head && slot == rules.InObject || contains(doers, m.Party) {
			continue
		}
		v := s.lastVerb(p, slot)
		n := grammar.Link{}
		for _, l := range p.nouns {
			if l.Node > v.Node && l.Rel.Frame&slot != 0 {
				n = grammar.Link{Rel: l.Rel, Node: l.Node, Framed: true}
			}
		}
		if (v.Rel == nil || v.Rel.Kind == "" || !v.Framed) && !n.Framed {
			continue
		}
		for _, d := range doers {
			if x := s.Propose(d, m, p.ci); x != nil {
				s.Add(x, reason.OneClause, "")
				s.verbSays(x, p, v, n, slot)
				x.From, x.First, x.Last = d.Party, min(x.First, m.Node), s.lastNode(p.ci)
			}
		}
	}
}

// reacts ties who welcomes, rejects or protests against a deed, told in a relative clause, to who does it: "Peru offered to
// pay for an office, which Chile welcomed".
func (s *Reader) reacts(p *predicate, c *grammar.Clause, doers []grammar.Member) {
	if c.Object == 0 || !c.Relative || c.Parent < 0 || len(doers) == 0 || len(p.actions) != 1 || c.Slot != 0 {
		return
	}
	a := &s.Actions[p.actions[0]]
	if a.Rel == nil || a.Passive || a.Modality != data.Done {
		return
	}
	switch a.Rel.Kind {
	case data.Support, data.Reject, data.Accuse, data.Protest, data.Threaten:
	default:
		return
	}
	for _, d := range doers {
		for _, m := range s.reactedTo(c) {
			x := s.Propose(d, m, p.ci)
			if x == nil {
				continue
			}
			s.Add(x, reason.OneClause, "")
			s.take(x, grammar.Link{Rel: a.Rel}, reason.ByVerb, 1)
			s.fit(x, true, a.Rel.Word)
			if a.Negated {
				s.Deny(x)
			}
			x.From, x.First, x.Last = d.Party, s.firstNode(c.Parent), s.lastNode(p.ci)
		}
	}
}

// visiting is what it says of somebody in office that he is in another country.
var visiting = &rules.Relation{Word: "be in", Kind: data.Consult, Stance: data.Cooperation, Weight: 1.3,
	Frame: rules.InSlot | rules.ToSlot, Flags: rules.Place, Fields: []data.Field{data.Diplomacy}}

// visits gives what it says that somebody in office, or a party's soldiers, are in another country: "his foreign minister
// was in Lima", "Peru's president has been to Lima twice".
func (s *Reader) visits(p *predicate, slot rules.Slots) grammar.Link {
	if slot == rules.InObject {
		return s.stopsAt(p)
	}
	if slot&visiting.Frame == 0 || !s.oneVerb(p) || len(p.nouns) > 0 || len(s.Clauses[p.ci].Subject) != 1 {
		return grammar.Link{}
	}
	a := &s.Actions[p.actions[len(p.actions)-1]]
	g := &s.Groups[s.Clauses[p.ci].Subject[0]]
	if a.Rel == nil || a.Rel.Word != "be" || a.Negated {
		return grammar.Link{}
	}
	if len(g.Members) > 0 && g.Members[0].Mention >= 0 && s.Mentions[g.Members[0].Mention].Kind == data.ByPerson {
		return grammar.Link{Rel: visiting, Node: a.Main, Framed: true}
	}
	if g.Rel.Has(rules.Actor) || g.Rel != nil && g.Rel.Kind == data.Mobilize || s.inOffice(g) ||
		s.Is(g.Head, rules.IsCrew|rules.IsSide) && !s.Is(g.Head, rules.IsPrivate) && s.TagAt(g.Head) == token.Other {
		return grammar.Link{Rel: visiting, Node: a.Main, Framed: true}
	}
	return grammar.Link{}
}

// stopsAt gives what it says of an official that his tour includes a country: "the minister's trip also covers Peru".
func (s *Reader) stopsAt(p *predicate) grammar.Link {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if c := &s.Clauses[p.ci]; !s.oneVerb(p) || len(c.Subject) != 1 || a.Negated || a.Rel.Name() != "include" && a.Rel.Name() != "cover" {
		return grammar.Link{}
	}
	for k := s.Clauses[p.ci].Subject[0]; k < len(s.Groups); k++ {
		switch s.Groups[k].Rel.Name() {
		case "tour", "trip", "visit", "journey":
			return grammar.Link{Rel: visiting, Node: a.Main, Framed: true}
		}
		if k+1 == len(s.Groups) || s.Groups[k+1].Prep != rules.OfSlot || s.Groups[k+1].PrepNode != s.Groups[k].Last {
			break // but "the first leg of his tour"
		}
	}
	return grammar.Link{}
}

// oneVerb says whether a predicate has no verb but its last, participles that describe the subject aside: "a team led by Vega is".
func (s *Reader) oneVerb(p *predicate) bool {
	for _, ai := range p.actions[:len(p.actions)-1] {
		if a := &s.Actions[ai]; !a.Nonfinite || a.Infinitive {
			return false
		}
	}
	return true
}

// inOffice says whether a group names a person by an office: "the Peruvian foreign minister".
func (s *Reader) inOffice(g *grammar.Group) bool {
	for i := g.First; i < g.Last; i++ {
		if s.Is(i, rules.IsOffice) && s.TagAt(i) == token.Other {
			return true
		}
	}
	return false
}

// fronted ties the doers to a party set before them: "with Peru, Chile signed a treaty", "from Cuba it bought sugar",
// "in Chile, Peruvian firms built a dam".
func (s *Reader) fronted(p *predicate, c *grammar.Clause, doers []grammar.Member) {
	if len(p.actions) == 0 || len(doers) == 0 || c.Finite <= 0 || c.Elements[0].Group < 0 {
		return
	}
	gi := c.Elements[0].Group
	g := &s.Groups[gi]
	if g.Prep&(rules.WithSlot|rules.FromSlot|rules.AgainstSlot|rules.InSlot) == 0 || g.Prep&rules.AboutSlot != 0 || len(g.Members) == 0 || g.PrepNode > s.firstNode(p.ci) {
		return
	}
	for _, m := range g.Members {
		for _, d := range doers {
			if d.Party == m.Party || d.Node < m.Node && d.Role != grammar.Referred {
				continue
			}
			n := len(s.Cands)
			if g.Prep == rules.WithSlot && m.Role == grammar.Modifier && helps(g.Rel) && !s.Actions[p.actions[0]].Negated {
				s.tieNoun(g, g, d, m, grammar.Link{Rel: g.Rel, Node: g.RelNode, Framed: true}) // "with Peruvian help"
				continue
			}
			s.doneTo(p, d, m, gi)
			if x := len(s.Cands) - 1; x >= n && (!s.Cands[x].Score.Holds(reason.InFrame) || s.Cands[x].Score.Holds(reason.Venue)) {
				s.Cands = s.Cands[:n]
			}
		}
	}
}

// reactedTo gives whose the thing is that a relative clause describes: its owner, or who did something with it in the clause above.
func (s *Reader) reactedTo(c *grammar.Clause) []grammar.Member {
	if ms := s.Groups[c.Object-1].Members; len(ms) > 0 {
		if ms[0].Role == grammar.Owner {
			return ms[:1] // "Peru's plan, which Chile opposes"
		}
		return nil
	}
	above := &s.Clauses[c.Parent]
	if above.Finite < 0 || s.Actions[above.Elements[above.Finite].Action].Passive {
		return nil
	}
	return s.doersOf(above)
}

// joined adds to the doers of a gerund those whom they joined in it: "Peru joined Chile and Cuba in condemning".
func (s *Reader) joined(p *predicate, ai int, doers []grammar.Member) []grammar.Member {
	a := &s.Actions[ai]
	if len(p.actions) != 1 || s.Actions[p.actions[0]].Rel.Name() != "join" || a.Form(&s.Tree)&rules.Gerund == 0 || a.First == 0 || s.Fold(a.First-1) != "in" {
		return doers
	}
	out := doers[:len(doers):len(doers)]
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= s.Actions[p.actions[0]].Last && g.Last < a.First && g.Prep == 0 {
			out = append(out, g.Members...)
		}
	}
	return out
}

// firstNode gives the node at which a clause begins.
func (s *Reader) firstNode(ci int) int {
	c := &s.Clauses[ci]
	if len(c.Elements) == 0 {
		return 0
	}
	if e := c.Elements[0]; e.Group >= 0 {
		return s.Groups[e.Group].First
	} else {
		return s.Actions[e.Action].First
	}
}

// parallel says whether a group begins a clause that leaves out its verb and tells another time or number: "votes in April and
// Chile in May", "charges 18 euros a month and Chile 90 a year".
func (s *Reader) parallel(gi int) bool {
	g := &s.Groups[gi]
	if gi == 0 || s.TagAt(g.First-1) != token.Conj {
		return false
	}
	before := &s.Groups[gi-1]
	if g.Prep == 0 && len(g.Members) > 0 && len(before.Members) == 0 && s.TagAt(g.Members[0].Node+1) == token.Number {
		return true // not "gave Chile and Cuba 90 lorries"
	}
	if gi+1 >= len(s.Groups) {
		return false
	}
	after := &s.Groups[gi+1]
	return before.Prep == after.Prep && before.Prep != 0 && after.PrepNode == g.Last && s.TimeGroup(before) && s.TimeGroup(after)
}

// opens says whether a clause tells only that something between parties takes place: "Peru's case against Chile opened in".
func (s *Reader) opens(p *predicate) bool {
	c := &s.Clauses[p.ci]
	a := &s.Actions[p.actions[0]]
	if len(p.actions) != 1 || a.Passive || len(c.Subject) != 1 || !s.Groups[c.Subject[0]].Rel.Has(rules.Joint) {
		return false
	}
	switch a.Rel.Name() {
	case "open", "begin", "start", "resume", "continue", "close", "end", "conclude":
		return s.intransitive(c)
	}
	return false
}

// lifeOf says whether a clause only tells of somebody's life: "she had been a nurse in Peru", "he worked in Lima for four years".
func (s *Reader) lifeOf(p *predicate, d grammar.Member, n grammar.Link) bool {
	switch {
	case d.Role != grammar.Referred:
		return false
	case s.Fold(d.Node) != "she" && s.Fold(d.Node) != "he":
		return false
	}
	verb := s.Actions[p.actions[len(p.actions)-1]].Rel.Name()
	return s.Vocab.Lists.Lives.Has(verb) || (verb == "be" || verb == "become") && n.Rel.Has(rules.Actor)
}

// doesLikewise says whether a group is the doer of a clause that leaves its verb out, set on to the one before: the Chileans in
// "the Peruvians gave him a coat, the Chileans a boat".
func (s *Reader) doesLikewise(gi int) bool {
	g := &s.Groups[gi]
	if gi+1 >= len(s.Groups) || g.Prep != 0 || len(g.Members) != 1 || g.Members[0].Role != grammar.Head || s.TagAt(g.First-1) != token.Comma && s.TagAt(g.First-1) != token.Conj {
		return false
	}
	h := &s.Groups[gi+1]
	t := s.TagAt(h.First)
	return h.First == g.Last && h.Prep == 0 && (t == token.Det || t == token.Number) && len(s.Groups[g.Chain].Members) == 0 == (g.Chain != gi)
}
