package english

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// visitors ties the party at home to those from abroad of whom a clause tells what they do there, where it names nobody else:
// "two Chilean trawlers unloaded at the pier", "the crane came from Peru", "a firm from Lima has the licence".
func (s *Reader) visitors(p *predicate, c *grammar.Clause, home data.Party) {
	if c.Quoted || s.Sentence.Heading || s.Actions[p.actions[0]].Negated || s.Actions[p.actions[len(p.actions)-1]].Negated {
		return
	}
	if s.hasThere(p.ci) {
		if gi := s.foundHere(p, c); gi >= 0 {
			s.tieVisitors(p, working, gi, home)
		}
		return
	}
	gi := s.visitorsIn(c, home)
	if gi < 0 {
		return
	}
	if r := s.doneHere(p, gi); r == nil {
		return
	} else if comes(r) || !s.inBulk(gi) || s.onceDone(p, c) {
		s.tieVisitors(p, r, gi, home)
	}
}

// doneHere gives what the last verb of a predicate says that has the strangers of a group deal with the place where they do it; nil
// where none does.
func (s *Reader) doneHere(p *predicate, gi int) *rules.Relation {
	for k := len(p.actions) - 1; k >= 0; k-- {
		r := s.Actions[p.actions[k]].Rel
		switch {
		case r.Has(rules.Here):
			if s.Actions[p.actions[k]].Passive && !s.broughtHere(r, gi) {
				return nil
			}
			return r
		case s.Actions[p.actions[k]].Passive && awaited(r), s.Vocab.Lists.Gets.Has(r.Name()) && s.staked(p, k), r != nil && !r.Has(rules.Say) && s.Is(s.Groups[gi].Head, rules.IsPartner) && takes(r):
			return working
		case r != nil && (r.Has(rules.Plan|rules.Fail|rules.Comment) || r.Kind != ""):
			return nil
		}
	}
	return nil
}

// broughtHere says whether a passive verb tells that strangers or goods are brought: "Peruvian crews were sent".
func (s *Reader) broughtHere(r *rules.Relation, gi int) bool {
	switch r.Word {
	case "send", "deploy", "bring", "fly in", "hire", "recruit", "employ", "award", "give", "offer":
		return true
	case "deliver", "ship", "unload", "import", "fetch":
		return !s.Groups[gi].Rel.Has(rules.Actor)
	}
	return false
}

// awaited says whether a passive verb tells that somebody or something will come: "a Peruvian vessel is expected".
func awaited(r *rules.Relation) bool {
	switch r.Name() {
	case "expect", "await", "schedule", "book":
		return true
	}
	return false
}

// takes says whether a verb tells how a buyer or partner deals.
func takes(r *rules.Relation) bool {
	switch r.Word {
	case "take", "order", "pay", "get", "receive", "want", "need", "prefer":
		return true
	}
	return false
}

// staked says whether the object of the action at k is a contract, a licence or a share.
func (s *Reader) staked(p *predicate, k int) bool {
	from := s.Actions[p.actions[k]].Last
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= from {
			return g.Prep == 0 && !g.No && s.Is(g.Head, rules.IsStake)
		}
	}
	return false
}

// visitorsIn gives the group of a clause's subject that names strangers, -1 where it names none or the clause others, too.
func (s *Reader) visitorsIn(c *grammar.Clause, home data.Party) int {
	if len(c.Subject) == 0 {
		return -1
	}
	gi := c.Subject[0]
	ms := s.resolve(gi)
	if len(ms) == 0 || !s.foreign(gi, ms[0]) {
		return -1
	}
	for i, e := range c.Elements {
		if e.Group < 0 || e.Group == gi || s.Groups[e.Group].Chain == s.Groups[gi].Chain {
			continue
		}
		g := &s.Groups[e.Group]
		switch {
		case s.Groups[g.Chain].Prep&rules.FromSlot != 0 && len(g.Members) > 0, i < c.Finite && s.Groups[g.Chain].Prep&(rules.OfSlot|rules.InSlot) != 0:
			continue // "firms in Peru"
		case len(g.Members) > 0 && (g.Members[0].Party == home || g.Prep == rules.OfSlot && g.Members[0].Party == ms[0].Party), g.Prep == rules.OfSlot && s.Fold(g.PrepNode-1) == "way":
			continue
		}
		if len(g.Members) > 0 || g.Prep != 0 && (s.properly(g) || s.own(g)) || s.own(g) && (s.givenNext(e.Group) || s.counts(g)) {
			return -1 // "gave its staff a bonus", "on its own coast"
		}
	}
	return gi
}

// comes says whether a verb tells of coming or giving.
func comes(r *rules.Relation) bool {
	return r.Has(rules.Move) || r.Kind == data.Cooperate && r.Frame&rules.ToSlot != 0
}

// onceDone says whether a clause tells what was done to something known, as people of some kind do not do again and again: "Peruvian
// experts examined the cracks".
func (s *Reader) onceDone(p *predicate, c *grammar.Clause) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if a.Modality != data.Done || a.Passive || a.Last-a.First != 1 || a.Form(&s.Tree)&rules.Past == 0 {
		return false
	}
	for _, e := range c.Elements {
		if e.Group >= 0 && s.Groups[e.Group].First == a.Last {
			t := s.TagAt(a.Last)
			return t == token.Pronoun || t == token.Det && s.Fold(a.Last) != "a" && s.Fold(a.Last) != "an"
		}
	}
	return false
}

// inBulk says whether a group names all people or things of a kind rather than some of them: "Peruvian farmers".
func (s *Reader) inBulk(gi int) bool {
	g := &s.Groups[gi]
	return len(g.Members) > 0 && g.Members[0].Role == grammar.Modifier && g.First == g.Members[0].Node && g.Last > g.First+1
}

// foreign says whether a group names people, ships, a firm, an office or goods that are a party's.
func (s *Reader) foreign(gi int, m grammar.Member) bool {
	g := &s.Groups[gi]
	if k := s.groupOf(m.Node); k > gi && s.Groups[k].Prep == rules.OfSlot && m.Role == grammar.Within {
		if len(s.Groups[k].Members) == 0 || s.Groups[k].Members[0].Role != grammar.Modifier || !s.Is(g.Head, rules.IsCrew) && !g.Rel.Has(rules.Actor) {
			return false
		}
		g = &s.Groups[k] // "a team of Peruvian guards"
	}
	switch {
	case g.No || s.Is(g.Head, rules.IsOutsider) || m.Role == grammar.Referred:
		return false
	case m.Role == grammar.Head:
		return m.Mention >= 0 && (s.Demonym(m.Node) || s.Mentions[m.Mention].Kind == data.ByOrganisation)
	case s.TagAt(g.Head) == token.Name:
		return m.Role == grammar.Owner && s.Mentions[s.Nodes[g.Head].Mention].Kind == data.ByOrganisation
	case s.Token(g.Head).Case != text.Lower && s.Nodes[g.Head].Entry == nil:
		return m.Role == grammar.Owner && s.TagAt(g.Head-1) == token.Poss // "Peru's Minsur", but no "Peru's Ana Rojas"
	}
	const acting = rules.IsFirm | rules.IsOffice | rules.IsBody | rules.IsJustice | rules.IsPartner | rules.IsCrew
	r := g.Rel
	return s.Is(g.Head, acting) || r.Has(rules.Actor|rules.Goods) || r != nil && (r.Kind == data.Mobilize || r.Kind == data.AidKind ||
		r.Kind == data.Consult && r.Has(rules.Place))
}

// tieVisitors proposes the strangers of a group and the party at home.
func (s *Reader) tieVisitors(p *predicate, said *rules.Relation, gi int, home data.Party) {
	word := said.Word
	if said.Kind == "" || said.Kind == data.Consult {
		said = working
	}
	ms := s.resolve(gi)
	if len(s.Groups[gi].Members) > 0 {
		ms = s.chainMembers(gi)
	}
	for _, m := range ms {
		if x, r := s.withHost(p, m, home, said, word), s.Groups[gi].Rel; x != nil && r != nil {
			x.Fields = pairing.Join(x.Fields, r.Fields)
		}
	}
}

// foundHere gives the strangers that a clause says are there: "there are Peruvian guards on the other bank".
func (s *Reader) foundHere(p *predicate, c *grammar.Clause) int {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if there := s.there(p.ci); a.Rel.Name() != "be" || there < a.First-3 || there > a.First || s.TagAt(there-1) == token.Prep {
		return -1
	}
	for _, e := range c.Elements {
		if e.Group < 0 || s.Groups[e.Group].First < a.Last {
			continue
		}
		g := &s.Groups[e.Group]
		if ms := s.resolve(e.Group); len(ms) > 0 && g.Prep == 0 && s.foreign(e.Group, ms[0]) && (len(g.Members) > 0 || g.Rel.Has(rules.Actor) || s.Is(g.Head, rules.IsCrew|rules.IsFirm)) {
			return e.Group
		}
		return -1
	}
	return -1
}

// comers says whether the subject of a clause is things, or people who come for work or help.
func (s *Reader) comers(c *grammar.Clause) bool {
	if len(c.Subject) != 1 {
		return false
	}
	gi := c.Subject[0]
	g := &s.Groups[gi]
	if next := gi + 1; next < len(s.Groups) && s.Groups[next].Prep == rules.OfSlot && s.Groups[next].PrepNode == g.Last {
		g = &s.Groups[next] // "most of the nurses"
	}
	if s.Fold(g.Head) == "it" {
		return true
	}
	return len(g.Members) == 0 && !g.No && g.Ref != grammar.RefSelf && s.TagAt(g.Head) == token.Other && s.Token(g.Head).Case == text.Lower &&
		!s.Is(g.Head, rules.IsOutsider|rules.IsOffice|rules.IsPrivate)
}

// thing says whether "it" is a thing at home rather than a party told of before: "it comes from Peru", "it was built by a Chilean
// firm".
func (s *Reader) thing(c *grammar.Clause) bool {
	if len(c.Subject) != 1 || c.Finite < 0 || s.Fold(s.Groups[c.Subject[0]].First) != "it" || s.host(c) == "" {
		return false
	}
	a := &s.Actions[c.Elements[c.Finite].Action]
	slot := rules.FromSlot
	switch {
	case a.Rel.Name() == "come":
	case a.Passive && (a.Rel.Has(rules.Here) || a.Rel != nil && trades(a.Rel)) && s.before() == "":
		slot = rules.BySlot
	default:
		return false
	}
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group >= 0 && s.Groups[e.Group].Prep&slot != 0 && len(s.Groups[e.Group].Members) > 0 {
			return true
		}
	}
	return false
}
