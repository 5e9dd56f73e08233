package english

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// home gives the party whose people a clause is about that names none: that of who speaks, where the clause is what somebody
// said, else that of the article; "" where it cannot be known.
func (s *Reader) home(c *grammar.Clause) data.Party {
	s.settle(c)
	return c.Home
}

// settle finds out once who is at home in a clause.
func (s *Reader) settle(c *grammar.Clause) {
	if c.Settled {
		return
	}
	c.Settled = true
	if s.Turns() {
		return
	}
	c.Home = s.findHome(c)
	if s.beyondDoubt(c.Home) {
		c.Host = c.Home
	}
}

// findHome finds what home gives.
func (s *Reader) findHome(c *grammar.Clause) data.Party {
	if !c.Says || c.Parent < 0 || len(s.Clauses[c.Parent].Subject) == 0 {
		if p := s.saidBy(c); p != "" {
			return p
		}
		return s.about()
	}
	gi := s.Clauses[c.Parent].Subject[0]
	if ms := s.resolve(gi); len(ms) > 0 && !s.Is(s.Groups[gi].Head, rules.IsPress) {
		return ms[0].Party
	}
	if g := &s.Groups[gi]; s.TagAt(g.First) == token.Other && s.Token(g.First).Case != text.Lower && s.Nodes[g.First].Entry == nil {
		return ""
	}
	return s.about()
}

// saidBy gives the party of the officials who say what a clause tells, where they are named after it: "talks with Peru broke down,
// Kenya's ministry said"; "" where there are none.
func (s *Reader) saidBy(c *grammar.Clause) data.Party {
	k := len(s.Clauses) - 1
	for k > 0 && len(s.Clauses[k].Elements) == 0 {
		k-- // after the full stop
	}
	last := &s.Clauses[k]
	if c == last || last.Finite < 1 || last.Finite != len(last.Elements)-1 || last.Relative || last.Says || len(last.Subject) != 1 ||
		!s.Actions[last.Elements[last.Finite].Action].Rel.Has(rules.Say) {
		return ""
	}
	g := &s.Groups[last.Subject[0]]
	if s.TagAt(g.First-1) != token.Comma || s.Is(g.Head, rules.IsOutsider|rules.IsPress) || len(g.Members) != 1 {
		return ""
	}
	return g.Members[0].Party
}

// about gives the party that the article is mostly about, where the reader knows it by now: it was named up to the sentence,
// or in a letter of items below the heading of this one, or the article is written there. Who is only "us" is not it.
func (s *Reader) about() data.Party {
	if s.Topic == "" || s.Topic == s.Focus.Self || s.Topic == s.item || s.Topic == s.Written && s.item == "" {
		return s.Topic
	}
	if !s.NamedIn(s.Topic, s.section, s.Index+1) || s.usHere() {
		return s.item
	}
	return s.Topic
}

// usHere says whether the sentence speaks of "us" outside what is quoted.
func (s *Reader) usHere() bool {
	for i := 0; i < len(s.Nodes) && s.Holds(rules.IsSelf); i++ {
		if s.Is(i, rules.IsSelf) && !s.Quoted(i) {
			return true
		}
	}
	return false
}

// atHome says whether a clause is about people or an office of whom only the article tells where they are at home: "growers
// have found buyers in Peru", "the minister received a delegation from Peru" in an article about Chile.
func (s *Reader) atHome(c *grammar.Clause) bool {
	if s.home(c) == "" || c.Finite < 0 || c.Relative || c.Hypo || c.Quoted || len(c.Subject) != 1 || s.Sentence.Heading {
		return false
	}
	g := &s.Groups[c.Subject[0]]
	if s.ownOfficer(g) {
		return s.host(c) != ""
	}
	if g.Ref != grammar.NoRef && g.Ref != grammar.RefOne || g.No || s.TagAt(g.Head) != token.Other || s.bears(g) || s.TimeGroup(g) {
		return false
	}
	if s.goodsGo(c) {
		return true
	}
	if s.Is(g.Head, rules.IsOutsider) {
		return false
	}
	if s.Is(g.Head, rules.IsOffice|rules.IsBody) || g.Rel.Has(rules.Actor) {
		return true
	}
	w := s.Fold(g.Head)
	return g.Rel == nil && len(w) > 4 && w[len(w)-1] == 's'
}

// ownOfficer says whether a group names somebody in office by name and tells of no country: "Finance Minister Ana Okoro".
func (s *Reader) ownOfficer(g *grammar.Group) bool {
	return len(g.Members) == 0 && g.Prep == 0 && g.Ref == grammar.NoRef && s.bears(g) && s.inOffice(g)
}

// goodsGo says whether a clause tells only where goods go: "most of the fish goes to Peru".
func (s *Reader) goodsGo(c *grammar.Clause) bool {
	switch s.Actions[c.Elements[c.Finite].Action].Rel.Name() {
	case "go", "travel", "head":
	default:
		return false
	}
	return s.goodsOf(c) != nil
}

// goodsOf gives the group of a subject that names goods: its own, or the one after "most of"; nil where there is none.
func (s *Reader) goodsOf(c *grammar.Clause) *grammar.Group {
	if len(c.Subject) != 1 {
		return nil
	}
	for k := c.Subject[0]; k <= min(c.Subject[0]+1, len(s.Groups)-1); k++ {
		if g := &s.Groups[k]; g.Rel.Has(rules.Goods) && (k == c.Subject[0] || g.Prep == rules.OfSlot) {
			return g
		}
	}
	return nil
}

// doneFromHome ties the party that the article is mostly about to the one of a group, where the words before it reach that.
func (s *Reader) doneFromHome(p *predicate, m grammar.Member, gi int) {
	if m.Role == grammar.Referred || m.Party == s.home(&s.Clauses[p.ci]) || s.othersBeside(p.ci, gi) || s.comeFrom(p, gi) || s.namedAfter(gi, m) {
		return
	}
	n := len(s.Cands)
	s.doneTo(p, implied(s.home(&s.Clauses[p.ci]), m.Node), m, gi)
	if len(s.Cands) == n {
		return
	}
	c := &s.Cands[len(s.Cands)-1]
	if !c.Score.Holds(reason.InFrame) || c.Kind == "" || c.Stance == "" {
		s.Cands = s.Cands[:n]
		return
	}
	s.Add(c, reason.AboutTopic, "")
}

// namedAfter says whether a group is a deal that bears the name of the town where it was made: "the Lima convention".
func (s *Reader) namedAfter(gi int, m grammar.Member) bool {
	g := &s.Groups[gi]
	return m.Place && m.Role == grammar.Modifier && g.Rel.Has(rules.Joint) && g.Rel.Kind == data.Agree
}

// comeFrom says whether a clause only tells where people come from, who then are not of the place where they are: "the dead
// were from Peru".
func (s *Reader) comeFrom(p *predicate, gi int) bool {
	if s.Groups[gi].Prep&rules.FromSlot == 0 || s.goodsOf(&s.Clauses[p.ci]) != nil {
		return false
	}
	switch s.Actions[p.actions[len(p.actions)-1]].Rel.Name() {
	case "be", "come", "hail":
		return true
	}
	return false
}

// soldFromHome ties the party that the article is mostly about to that of goods or flows which no other owns: "sales to Peru
// have doubled".
func (s *Reader) soldFromHome(gi int, args []argument) {
	g := &s.Groups[gi]
	if len(args) != 1 || args[0].slot&(rules.ToSlot|rules.FromSlot) == 0 || !g.Rel.Has(rules.Directed|rules.Goods) ||
		g.Rel.Kind != data.Cooperate || g.Prep != 0 || len(g.Members) > 0 || g.Ref != grammar.NoRef || !s.IsSubject(gi) {
		return
	}
	ci, _ := s.governing(g)
	if ci < 0 {
		return
	}
	home := s.home(&s.Clauses[ci])
	for _, m := range args[0].members {
		if m.Party == home || m.Role == grammar.Referred {
			continue
		}
		s.nounBetween(g, &s.Groups[args[0].group], m, home)
	}
}
