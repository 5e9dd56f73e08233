package english

import (
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// toTopic ties a doer to the party that the article is mostly about, where a verb or noun that reaches another party
// names none: "Abu Dhabi extended a credit line" in an article about Ethiopia.
func (s *Reader) toTopic(p *predicate, doers []grammar.Member) {
	home := s.home(&s.Clauses[p.ci])
	if local := s.before(); local != "" && home == "" && !s.Clauses[p.ci].Says && !contains(doers, local) {
		home = local
	}
	if home == "" || len(doers) == 0 || len(doers) > 3 || s.Clauses[p.ci].Relative || s.partiesIn(p.ci) != len(doers) ||
		s.Clauses[p.ci].Says && home == s.Topic && !s.sayerNamed(p.ci) || len(doers) > 1 && s.eachForHimself(p.ci, doers) ||
		!s.opensWith(p.ci) {
		return
	}
	for i, d := range doers {
		if d.Party == home || d.Role == grammar.Referred || i > 0 && s.tied(d.Party, doers[0].Party) {
			return
		}
	}
	if first := &s.Actions[p.actions[0]]; first.Negated && len(p.actions) > 1 && first.Rel.Has(rules.Say|rules.Comment) {
		return // "did not reply to the request to send guards"
	}
	v := s.lastVerb(p, rules.InObject)
	if a := s.actionOf(v); a != nil && a.Nonfinite && !a.Infinitive && s.Nodes[a.Main].Form&rules.Gerund == 0 || s.says(p, "be") || v.Rel != nil && v.Rel.Word == "pay" && !s.forNext(v) || s.hasThere(p.ci) {
		return
	}
	n := grammar.Link{}
	for _, x := range p.nouns {
		if s.withOthers(x) {
			return
		}
		if n.Rel == nil || x.Rel.Weight > n.Rel.Weight {
			n = x
		}
	}
	if s.Clauses[p.ci].Says && !gives(v.Rel) && !gives(n.Rel) {
		return
	}
	reach := reaches
	if s.Dominant && home == s.Topic {
		reach = reachesHome
	}
	gift := s.beyondDoubt(home) && s.gift(v)
	if !gift && !reach(v.Rel) && !reach(n.Rel) || s.Actions[p.actions[0]].Passive || s.elsewhere(p, v) ||
		len(p.actions) > 1 && s.Actions[p.actions[0]].Negated || v.Rel != nil && v.Rel.Kind == data.Yield && !s.onlyThese(doers, home) {
		return
	}
	v.Framed, n.Framed = gift || reach(v.Rel), reach(n.Rel)
	for _, d := range doers {
		c := s.Propose(d, grammar.Member{Party: home, Role: grammar.Within, Mention: -1, Node: d.Node}, p.ci)
		if c == nil {
			continue
		}
		s.Add(c, reason.AboutTopic, "")
		if gift {
			s.Add(c, reason.OneClause, "")
		}
		s.verbSays(c, p, v, n, rules.InObject)
		c.From, c.First, c.Last = d.Party, s.firstNode(p.ci), s.lastNode(p.ci)
	}
}

// onlyThese says whether the sentence names nobody but some doers and the party at home: not "Peru lifted the ban that it had put
// on Chilean fruit".
func (s *Reader) onlyThese(doers []grammar.Member, home data.Party) bool {
	for _, m := range s.Named {
		if m != home && !contains(doers, m) {
			return false
		}
	}
	return true
}

// gift says whether a verb is one of giving, and a thing that is given stands right after it: "offered forty pumps".
func (s *Reader) gift(v grammar.Link) bool {
	a := s.actionOf(v)
	if a == nil || a.Modality == data.Proposed || !v.Rel.Has(rules.Here) || v.Rel.Frame&rules.ToSlot == 0 || v.Rel.Stance != data.Cooperation || v.Rel.Has(rules.Move|rules.Place) {
		return false
	}
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First >= a.Last {
			return g.Prep == 0 && g.First <= a.Last+1 && len(g.Members) == 0 && !g.No &&
				(s.TagAt(g.Head) == token.Number || s.TagAt(g.Head) == token.Other && s.Token(g.Head).Case == text.Lower) && !s.Is(g.Head, rules.IsPrivate) && !s.TimeGroup(g)
		}
	}
	return false
}

// actionOf gives the action of a verb, or nil.
func (s *Reader) actionOf(v grammar.Link) *grammar.Action {
	for i := range s.Actions {
		if a := &s.Actions[i]; v.Rel != nil && a.Main == v.Node {
			return a
		}
	}
	return nil
}

// says says whether a clause has no other verb than the one given.
func (s *Reader) says(p *predicate, word string) bool {
	r := s.Actions[p.actions[0]].Rel
	return len(p.actions) == 1 && r != nil && r.Word == word
}

// forNext says whether "for" follows a verb, as in "paid for a school".
func (s *Reader) forNext(v grammar.Link) bool {
	for i := v.Node + 1; i < min(len(s.Nodes), v.Node+7); i++ {
		if s.Fold(i) == "for" {
			return true
		}
	}
	return false
}

// hasThere says whether "there" stands in a clause, which means a place named before.
func (s *Reader) hasThere(ci int) bool {
	return s.there(ci) >= 0
}

// there gives the node of the last "there" of a clause that means a place, -1 where there is none.
func (s *Reader) there(ci int) int {
	if !s.Holds(rules.IsThere) {
		return -1
	}
	for i := min(s.lastNode(ci)+2, len(s.Nodes)) - 1; i >= s.firstNode(ci); i-- {
		if s.Is(i, rules.IsThere) && s.TagAt(i) == token.Adverb {
			return i
		}
	}
	return -1
}

// sayerNamed says whether who says what a clause tells is a party or acts for one.
func (s *Reader) sayerNamed(ci int) bool {
	c := &s.Clauses[ci]
	return c.Parent >= 0 && len(s.Clauses[c.Parent].Subject) > 0 && len(s.resolve(s.Clauses[c.Parent].Subject[0])) > 0
}

// before gives the party that did something in the sentence before, in the same paragraph, or "".
func (s *Reader) before() data.Party {
	f := &s.Focus
	if f.Subject == "" || f.Spoke != s.Index-1 || s.Index == 0 || s.usHere() || s.Doc.Sentences[s.Index-1].Paragraph != s.Sentence.Paragraph {
		return ""
	}
	return f.Subject
}

// tied says whether two parties have been read as tied in the sentence.
func (s *Reader) tied(a, b data.Party) bool {
	pair := data.PairOf(a, b)
	return among.Any(s.Cands, func(c *pairing.Candidate) bool { return c.Pair == pair && c.Score.Confidence() >= pairing.Threshold })
}

// nounToTopic ties the one party of "the dispute with Cairo" to whom the article is mostly about, or to who speaks.
func (s *Reader) nounToTopic(ci int) {
	if first := s.firstNode(ci); s.Clauses[ci].Relative && (s.Fold(first) == "whose" || s.Fold(first-1) == "whose") {
		return // "states whose ties with Cairo are bad"
	}
	for _, e := range s.Clauses[ci].Elements {
		if e.Group < 0 {
			continue
		}
		g := &s.Groups[e.Group]
		if !g.Rel.Has(rules.Joint) || g.Rel.Has(rules.Weak) || g.Rel.Weight < 1.4 || len(g.Members) > 0 || g.Prep != 0 || g.No {
			continue
		}
		for k := e.Group + 1; k < len(s.Groups) && k <= e.Group+2; k++ {
			h := &s.Groups[k]
			if h.Prep != rules.WithSlot || len(h.Members) != 1 || h.Chain != k || s.partiesIn(ci) != 1 {
				continue
			}
			if home := s.near(ci); home != "" && home != h.Members[0].Party {
				s.aboutTopicNoun(ci, g, h, home)
			}
		}
	}
}

// near gives the party that a clause about a noun without owner goes on about: that of who speaks, or of who did something
// in the sentence before, else that of the article.
func (s *Reader) near(ci int) data.Party {
	c := &s.Clauses[ci]
	if p := s.saidBy(c); p != "" && !c.Says {
		return p
	}
	if f := &s.Focus; !c.Says && f.Subject != "" && f.Spoke == s.Index-1 && s.Topic != "" {
		return f.Subject
	}
	return s.home(c)
}

func (s *Reader) aboutTopicNoun(ci int, g, h *grammar.Group, home data.Party) {
	c := s.Propose(h.Members[0], grammar.Member{Party: home, Role: grammar.Within, Mention: -1, Node: g.RelNode}, ci)
	if c == nil {
		return
	}
	s.Add(c, reason.AboutTopic, "")
	s.Add(c, reason.InFrame, g.Rel.Word)
	s.nounSays(c, g.Rel, g)
	c.First, c.Last = min(g.First, c.First), max(h.Last, c.Last)
}

// doneThere ties who does something "there" to the country named last before it.
func (s *Reader) doneThere(p *predicate, doers []grammar.Member) {
	there := -1
	if len(doers) == 1 {
		there = s.there(p.ci)
	}
	if there < 0 || s.partiesIn(p.ci) != 1 {
		return
	}
	v := s.lastVerb(p, rules.InSlot)
	if v.Rel == nil || !v.Framed || !v.Rel.Has(rules.Place) && v.Rel.Frame&rules.ToSlot == 0 {
		return
	}
	where := s.namedBefore(there, doers[0].Party)
	c := s.Propose(doers[0], grammar.Member{Party: where, Role: grammar.Referred, Mention: -1, Node: there}, p.ci)
	if c == nil {
		return
	}
	s.Add(c, reason.OneClause, "")
	s.verbSays(c, p, v, grammar.Link{}, rules.InSlot)
	c.From, c.First, c.Last = doers[0].Party, s.firstNode(p.ci), s.lastNode(p.ci)
}

// namedBefore gives the party after "in", "to" or "at" named last before a node, in the sentence or before it, or "".
func (s *Reader) namedBefore(node int, not data.Party) data.Party {
	best := data.Party("")
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.Last > node {
			break
		}
		for _, m := range g.Members {
			if g.Prep&(rules.InSlot|rules.ToSlot|rules.AtSlot) != 0 && m.Party != not {
				best = m.Party
			}
		}
	}
	for ci := range s.Clauses {
		if ms := s.SubjectNamed(ci); best == "" && len(ms) > 0 && ms[0].Party != not && ms[0].Node < node {
			best = ms[0].Party
		}
	}
	if best == "" && len(s.Focus.Recent) > 0 {
		best = s.Focus.Recent[0]
	}
	return best
}

// opensWith says whether the subject of a clause stands in it, rather than in one before it as in "and sent a ship".
func (s *Reader) opensWith(ci int) bool {
	c := &s.Clauses[ci]
	return len(c.Subject) == 0 || slices.ContainsFunc(c.Elements, func(e grammar.Element) bool { return e.Group == c.Subject[0] })
}

// partiesIn counts the different parties that the groups of a clause name or mean.
func (s *Reader) partiesIn(ci int) int {
	c := &s.Clauses[ci]
	if c.Parties > 0 {
		return c.Parties - 1
	}
	var few [8]data.Party
	seen := few[:0]
	for _, e := range c.Elements {
		if e.Group >= 0 {
			seen = s.meantBy(e.Group, seen)
		}
	}
	for _, gi := range c.Subject {
		seen = s.meantBy(gi, seen) // that of the clause before, in "signed with Peru and met Chile"
	}
	c.Parties = 1 + len(seen)
	return len(seen)
}

// meantBy appends the parties that a group names or means to those that are not among them.
func (s *Reader) meantBy(gi int, seen []data.Party) []data.Party {
	for _, m := range s.resolve(gi) {
		if !slices.Contains(seen, m.Party) {
			seen = append(seen, m.Party)
		}
	}
	return seen
}

// reachesHome says whether a relation may be to the party that a whole article is about.
func reachesHome(r *rules.Relation) bool {
	if r == nil || r.Weight < 1.2 || r.Has(rules.Comment|rules.Compare|rules.Light|rules.Say) {
		return false
	}
	switch r.Kind {
	case data.Cooperate, data.AidKind, data.Support, data.Agree, data.Yield:
		return true
	}
	return false
}

// gives says whether a relation is one of giving: help, or what is paid for another.
func gives(r *rules.Relation) bool {
	return reaches(r) && (r.Kind == data.AidKind || len(r.Fields) > 0 && (r.Fields[0] == data.Aid || r.Fields[0] == data.Investment))
}

// reaches says whether a relation goes from one party to another.
func reaches(r *rules.Relation) bool {
	if r == nil || r.Weight < 1.3 || r.Has(rules.Comment|rules.Compare|rules.Light) {
		return false
	}
	switch r.Kind {
	case data.Cooperate, data.AidKind:
		return r.Frame&(rules.ToSlot|rules.InSlot|rules.FromSlot|rules.OnSlot|rules.ForSlot) != 0
	}
	return false
}

// answers ties who replies to who spoke in the sentence before.
func (s *Reader) answers(p *predicate, doers []grammar.Member) {
	f := &s.Focus
	if len(doers) != 1 || f.Subject == "" || f.Subject == doers[0].Party || f.Spoke != s.Index-1 {
		return
	}
	for _, ai := range p.actions {
		a := &s.Actions[ai]
		if !a.Rel.Has(rules.Reply) || a.Passive || a.Negated {
			continue
		}
		c := s.Propose(doers[0], grammar.Member{Party: f.Subject, Role: grammar.Within, Mention: -1, Node: doers[0].Node}, p.ci)
		if c == nil {
			return
		}
		s.Add(c, reason.Answering, a.Rel.Word)
		c.Kind, c.Stance = data.Consult, data.Neutral
		if f.Pair == c.Pair && f.Stance != "" {
			c.Stance, c.Kind = f.Stance, f.Kind
		} else if r := s.reproachIn(a.Last); r != nil {
			c.Stance, c.Kind = data.Conflict, r.Kind
		}
		c.From, c.First, c.Last = doers[0].Party, s.firstNode(p.ci), s.lastNode(p.ci)
		return
	}
}
