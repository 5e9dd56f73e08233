package english

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// dealtWith ties the party at home to the one of a group after a preposition, where the clause names no other and tells that
// something at home is got from there, goes there or is done by its people: "the pumps came from Peru", "the crop was sold
// to Peruvian traders", "a fifth is held by a Peruvian fund".
func (s *Reader) dealtWith(p *predicate, gi int, c *grammar.Clause) {
	g := &s.Groups[gi]
	if len(p.actions) == 0 || len(g.Members) == 0 || g.PrepNode < 0 || g.Chain < gi && s.Groups[g.Chain].Prep == g.Prep && s.Groups[g.Chain].PrepNode != g.PrepNode {
		return
	}
	a := &s.Actions[p.actions[len(p.actions)-1]]
	home := s.host(c)
	if home == "" || a.Negated || c.Hypo || c.Relative && g.Prep&rules.BySlot == 0 || s.aside(a) || !s.nobody(c) || s.othersBeside(p.ci, gi) || s.hasThere(p.ci) {
		return
	}
	r := s.dealing(p, c, a, g)
	if r == nil || g.Rel.Has(rules.Weak) {
		return // "from the Peruvian border"
	}
	for _, m := range g.Members {
		x := s.withHost(p, m, home, r, r.Word)
		if x == nil {
			continue
		}
		if n := s.goodsOf(c); n != nil {
			x.Fields = pairing.Join(x.Fields, n.Rel.Fields)
		}
		x.Last = max(x.Last, g.Last)
	}
}

// givenHome ties the party at home to the one whose money or help a clause names, where it names no other: "the Peruvian grant
// was released", "was built with a loan from Peru", "was a gift of the Peruvians".
func (s *Reader) givenHome(ci int, home data.Party) {
	for _, e := range s.Clauses[ci].Elements {
		if e.Group < 0 || !helps(s.Groups[e.Group].Rel) || s.Groups[e.Group].No {
			continue
		}
		m, last := s.giver(e.Group)
		if m == nil || s.partiesIn(ci) != 1 || s.goesOwn(last) {
			continue
		}
		if x := s.nounOfHost(ci, e.Group, *m, home); x != nil {
			x.From, x.Last = m.Party, max(x.Last, s.Groups[last].Last)
			return
		}
	}
}

// helps says whether a noun is money or help that comes from a party.
func helps(r *rules.Relation) bool {
	return r.Has(rules.Directed) && r.Frame&rules.FromSlot != 0 &&
		(r.Kind == data.AidKind || r.Kind == data.Cooperate && len(r.Fields) > 0 && r.Fields[0] == data.Investment)
}

// giver gives the party whose the money or help of a group is, named in it or right after it, and the group that names it; nil
// where there is none.
func (s *Reader) giver(gi int) (*grammar.Member, int) {
	if g := &s.Groups[gi]; len(g.Members) == 1 && g.Members[0].Role != grammar.Head {
		return &g.Members[0], gi
	}
	for k := gi + 1; k < min(gi+3, len(s.Groups)); k++ {
		h := &s.Groups[k]
		if h.Prep&(rules.FromSlot|rules.OfSlot) == 0 || h.PrepNode != s.Groups[k-1].Last {
			break
		}
		if len(h.Members) == 1 {
			return &h.Members[0], k
		}
		if h.Prep&rules.OfSlot == 0 || !s.counts(h) {
			break // but "a loan of nine million from Peru"
		}
	}
	return nil, gi
}

// goesOwn says whether what stands after a group is the giver's own: "Peru's grant to its farmers".
func (s *Reader) goesOwn(gi int) bool {
	return gi+1 < len(s.Groups) && s.Groups[gi+1].Prep&(rules.ToSlot|rules.ForSlot) != 0 && s.own(&s.Groups[gi+1])
}

// othersBeside says whether a clause names parties outside the list of a group that are none of it: "Isuzu of Peru" are one.
func (s *Reader) othersBeside(ci, gi int) bool {
	g := &s.Groups[gi]
	for _, e := range s.Clauses[ci].Elements {
		if e.Group < 0 || s.Groups[e.Group].Chain == g.Chain {
			continue
		}
		for _, m := range s.Groups[e.Group].Members {
			if !contains(g.Members, m.Party) {
				return true
			}
		}
	}
	return false
}

// givesHome ties who gives, lends or offers things or money, where nobody is named to whom, to the party at home: "Peru gave
// half a million for repairs", "the Peruvians lent the school two scanners".
func (s *Reader) givesHome(p *predicate, c *grammar.Clause, doers []grammar.Member, home data.Party) {
	if c.Relative || len(doers) == 0 || len(doers) > 3 || s.partiesIn(p.ci) != len(doers) || s.hasThere(p.ci) ||
		c.Says && home == s.Topic && !s.sayerNamed(p.ci) {
		return
	}
	a := &s.Actions[c.Elements[c.Finite].Action]
	if a.Passive || a.Negated || a.Rel == nil || !s.givesThing(c, doers) ||
		(a.Rel.Frame&rules.ToSlot == 0 || a.Rel.Stance != data.Cooperation) && !s.paysUp(c, a.Rel) {
		return
	}
	for _, d := range doers {
		if !s.atDoers(d.Party, home) {
			s.withHost(p, d, home, giving, a.Rel.Word)
		}
	}
}

// paysUp says whether a verb with what follows in its clause tells that a bill is paid or money given: "put in 18 million", "covered half
// of the cost".
func (s *Reader) paysUp(c *grammar.Clause, r *rules.Relation) bool {
	switch r.Word {
	case "put in", "put up", "set aside", "stump up", "chip in":
		return true
	case "cover", "foot", "bear", "meet", "pick up", "settle":
	default:
		return false
	}
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group >= 0 && s.Vocab.Lists.Costs.Has(s.Fold(s.Groups[e.Group].Head)) {
			return true
		}
	}
	return false
}

// atDoers says whether the sentence before tells of who does something, and not of home, where what is done then may stay.
func (s *Reader) atDoers(doer, home data.Party) bool {
	i := s.Index - 1
	return s.SameParagraph(i) && s.NamedIn(doer, i, i+1) && !s.NamedIn(home, i, i+1)
}

// giving is what it says of two parties that the one gives things or money to those in the other.
var giving = &rules.Relation{Word: "give", Kind: data.AidKind, Stance: data.Cooperation, Weight: 1.4, Fields: []data.Field{data.Aid}}

// givesThing says whether what stands after the verb of a clause is something that can be handed over, and nothing there is the
// doers' own: not "gave women the vote", nor "gave its staff a bonus".
func (s *Reader) givesThing(c *grammar.Clause, doers []grammar.Member) bool {
	found := false
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group < 0 {
			return found
		}
		g := &s.Groups[e.Group]
		switch {
		case g.No, s.own(g), g.Prep == rules.ToSlot && s.properly(g):
			return false
		case g.Prep == 0 && !s.TimeGroup(g), g.Prep == rules.OfSlot && s.Vocab.Lists.Costs.Has(s.Fold(g.Head)):
			found = found || s.handed(g) || s.Vocab.Lists.Costs.Has(s.Fold(g.Head))
		}
	}
	return found
}

// handed says whether a group is counted, or names goods, money, help or people who are sent.
func (s *Reader) handed(g *grammar.Group) bool {
	return g.Rel.Has(rules.Goods|rules.Actor) || helps(g.Rel) || s.counts(g)
}

// nobody says whether the subject of a clause is neither a party nor refers to one, nor bears a name of its own.
func (s *Reader) nobody(c *grammar.Clause) bool {
	if c.Finite < 0 || len(c.Subject) != 1 {
		return false
	}
	g := &s.Groups[c.Subject[0]]
	if s.thing(c) {
		return true
	}
	return (g.Ref == grammar.NoRef || g.Ref == grammar.RefDeal) && !g.No && s.TagAt(g.Head) != token.Pronoun &&
		!s.Is(g.Head, rules.IsOutsider) && !s.bears(g)
}

// bears says whether the noun of a group is a name that is no party's: not "farmers" where a sentence begins with them.
func (s *Reader) bears(g *grammar.Group) bool {
	return s.TagAt(g.Head) == token.Other && s.Token(g.Head).Case != text.Lower && (g.Head > 0 || s.Nodes[g.Head].Entry == nil)
}

// dealing gives what the last action of a clause and the preposition of a group say of home and the party of the group, or nil.
func (s *Reader) dealing(p *predicate, c *grammar.Clause, a *grammar.Action, g *grammar.Group) *rules.Relation {
	switch {
	case a.Rel == nil || a.Rel.Has(rules.Comment|rules.Compare|rules.Say|rules.Talk):
		return nil
	case g.Prep&rules.BySlot != 0:
		return s.doneBy(a)
	case g.Prep&(rules.FromSlot|rules.ToSlot) == 0:
		return nil
	}
	if s.moves(a) {
		if g.Prep&rules.FromSlot != 0 && (s.goodsOf(c) != nil || a.Rel.Word != "be" && s.comers(c) && s.alone(c, g)) || g.Prep&rules.ToSlot != 0 && s.ordered(c) {
			return exchange
		}
		return nil
	}
	r := a.Rel.Sense(g.Prep)
	if r.Frame&g.Prep == 0 {
		if a.Rel.Has(rules.Light) && g.Prep&rules.FromSlot != 0 && len(p.nouns) > 0 && given(p.nouns[0].Rel) {
			return exchange // "gets its oxygen from Peru"
		}
		return nil
	}
	if trades(r) || r.Kind == data.Yield && (a.Passive || p.objects > 0) && !r.Has(rules.Reverse) {
		return r // "returned the mask to Peru"
	}
	return nil
}

// exchange is what it says of two parties that goods or workers of the one come to the other.
var exchange = &rules.Relation{Word: "come", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.3, Fields: []data.Field{data.Trade}}

// trades says whether a verb tells of goods, money or help that go from one to the other.
func trades(r *rules.Relation) bool {
	return r.Weight >= 1.25 && !r.Has(rules.Move|rules.Reverse) && (r.Kind == data.Cooperate || r.Kind == data.AidKind)
}

// doneBy gives what it says that something was done by somebody, or nil.
func (s *Reader) doneBy(a *grammar.Action) *rules.Relation {
	if !a.Passive {
		return nil
	}
	r := a.Rel.Sense(rules.BySlot)
	switch {
	case deed(r) && !r.Has(rules.Light), r.Kind == data.Yield && r.Weight >= 1 && !r.Has(rules.Reverse):
		return r
	case r.Has(rules.Here) || a.Rel.Has(rules.Here):
		return working
	}
	return nil
}

// working is what it says of two parties that something in the one is done by the other's people.
var working = &rules.Relation{Word: "do", Kind: data.Cooperate, Stance: data.Cooperation, Weight: 1.3}

// moves says whether an action tells only that something comes or goes.
func (s *Reader) moves(a *grammar.Action) bool {
	switch a.Rel.Name() {
	case "be", "come", "go", "arrive", "head", "travel", "originate", "stem":
		return true
	}
	return false
}

// given says whether a noun names goods, money or help.
func given(r *rules.Relation) bool {
	return r.Has(rules.Goods) || r.Has(rules.Directed) && (r.Kind == data.AidKind || r.Kind == data.Cooperate && r.Frame&rules.FromSlot != 0)
}

// alone says whether the sentence names nobody but the parties of a group's list and the one at home: not "half of what Chile
// burns comes from Peru".
func (s *Reader) alone(c *grammar.Clause, g *grammar.Group) bool {
	for _, m := range s.Named {
		if m != s.home(c) && !contains(s.chainMembers(g.Chain), m) {
			return false
		}
	}
	return true
}

// ordered says whether the subject of a clause is goods, or work that is given to somebody: "the contract".
func (s *Reader) ordered(c *grammar.Clause) bool {
	if s.goodsOf(c) != nil {
		return true
	}
	r := s.Groups[c.Subject[0]].Rel
	return r != nil && (r.Kind == data.Agree || r.Kind == data.Cooperate) && r.Frame&rules.FromSlot != 0 && r.Has(rules.Joint|rules.Directed)
}
