package english

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// equated ties who is said to be another's partner, customer or rival, where that stands before the verb: "Kenya's largest
// market is Egypt", "the buyers of its tea include Egypt and Sudan", "among its allies are Egypt and Sudan".
func (s *Reader) equated(p *predicate, c *grammar.Clause) {
	if c.Finite < 0 || len(p.actions) != 1 || c.Hypo || !s.equates(&s.Actions[p.actions[0]]) {
		return
	}
	for _, e := range c.Elements[:c.Finite] {
		if g := &s.Groups[max(e.Group, 0)]; e.Group < 0 || !s.standing(g) {
			continue
		}
		var others []grammar.Member
		for _, t := range c.Elements[c.Finite+1:] {
			if t.Group >= 0 && s.Groups[t.Group].Prep == 0 {
				others = append(others, s.Groups[t.Group].Members...)
			}
		}
		s.stands(p.ci, e.Group, s.sureOwners(c, e.Group, len(others)), others)
		return
	}
}

// isToHome ties who is said to be a partner, customer or rival of nobody named to the party that the article is mostly about: "Egypt
// is the main supplier". Who is the largest of all the world is not its.
func (s *Reader) isToHome(p *predicate, c *grammar.Clause) {
	if c.Finite < 0 || c.Relative || c.Hypo || s.Sentence.Heading || len(c.Subject) == 0 || !s.equates(&s.Actions[p.actions[0]]) ||
		len(p.actions) > 1 && s.Actions[p.actions[1]].Rel.Name() != "follow" {
		return
	}
	home := s.home(c)
	if home == "" || slices.Contains(s.Named, home) {
		return
	}
	doers := s.chainMembers(c.Subject[0])
	if len(doers) == 0 || len(doers) > longRow || contains(doers, home) {
		return
	}
	for _, e := range c.Elements[c.Finite+1:] {
		if e.Group < 0 {
			return
		}
		g := &s.Groups[e.Group]
		if g.Prep != 0 || s.TimeGroup(g) {
			continue
		}
		if s.standing(g) && s.chief(g) && len(s.ownersOf(e.Group)) == 0 && !s.ofWhole(e.Group) {
			n := len(s.Cands)
			s.stands(p.ci, e.Group, []grammar.Member{{Party: home, Role: grammar.Within, Mention: -1, Node: g.RelNode}}, doers)
			for i := n; i < len(s.Cands); i++ {
				s.Add(&s.Cands[i], reason.AboutTopic, "")
			}
		}
		return
	}
}

// chief says whether a group names the first of its kind, which needs somebody whose it is: "the main supplier", "the biggest buyer".
func (s *Reader) chief(g *grammar.Group) bool {
	if s.Fold(g.First) != "the" && s.Fold(g.First) != "by" {
		return false
	}
	switch w := s.Fold(g.Head); w {
	case "exporter", "exporters", "importer", "importers", "consumer", "consumers":
		return false
	}
	for i := g.First + 1; i < g.Head; i++ {
		if s.Vocab.Lists.Chief.Has(s.Fold(i)) {
			return !s.poss(g)
		}
	}
	return false
}

// poss says whether somebody or something owns what a group names: "the world's largest market".
func (s *Reader) poss(g *grammar.Group) bool {
	for i := g.First; i < g.Last; i++ {
		if s.TagAt(i) == token.Poss {
			return true
		}
	}
	return false
}

// ofWhole says whether a group is followed by the whole of which it is the first: "in the world", "of wheat", "globally".
func (s *Reader) ofWhole(gi int) bool {
	if gi+1 >= len(s.Groups) {
		return false
	}
	g, h := &s.Groups[gi], &s.Groups[gi+1]
	return h.PrepNode == g.Last && h.Prep&(rules.InSlot|rules.OfSlot|rules.OnSlot) != 0 || s.Fold(min(g.Last, len(s.Nodes)-1)) == "globally" ||
		s.Fold(min(g.Last, len(s.Nodes)-1)) == "worldwide"
}

// oneSided says whether a noun at a node is what only one of two is to the other, so that a row of them is not tied by it: "Peru and
// Chile are the biggest buyers", but "are rivals".
func (s *Reader) oneSided(node int) bool {
	k := s.groupOf(node)
	if k < 0 || !s.someone(&s.Groups[k]) {
		return false
	}
	if owners := s.ownersOf(k); s.chief(&s.Groups[k]) || len(owners) > 0 && owners[0].Role != grammar.Referred {
		return true // "are close allies of Cuba"
	}
	switch strings.TrimSuffix(s.Fold(s.Groups[k].Head), "s") {
	case "partner", "ally", "allie", "rival", "friend", "foe", "enemy", "enemie", "opponent":
		return false
	}
	return true
}

// longRow is the number of parties from which a row of them is tied to nobody by a mere guess.
const longRow = 3

// sureOwners gives the parties that a row of partners belongs to: those named, meant by a word, or else the article's own; a
// long row only to somebody named or to whom the whole article is about.
func (s *Reader) sureOwners(c *grammar.Clause, gi, row int) []grammar.Member {
	owners := s.ownersOf(gi)
	if home := s.home(c); len(owners) == 0 && home != "" && !c.Relative && !slices.Contains(s.Named, home) {
		owners = []grammar.Member{{Party: home, Role: grammar.Within, Mention: -1, Node: s.Groups[gi].RelNode}}
	}
	if len(owners) > 0 && row >= longRow && owners[0].Mention < 0 && !(s.Dominant && owners[0].Party == s.Topic) {
		return nil
	}
	return owners
}

// equates says whether an action only sets two sides equal, or one among the other.
func (s *Reader) equates(a *grammar.Action) bool {
	if a.Rel == nil || a.Negated || a.Modality == data.Proposed {
		return false
	}
	switch a.Rel.Word {
	case "be", "become", "remain", "include", "comprise":
		return true
	}
	return false
}

// standing says whether a group is about what one party is to another: partner, customer, rival.
func (s *Reader) standing(g *grammar.Group) bool {
	return g.Rel.Has(rules.Joint|rules.Actor|rules.Directed) && !g.Rel.Has(rules.Weak|rules.Goods|rules.Reverse) && !g.No && s.someone(g)
}

// someone says whether the head of a group is a word for who deals with another, rather than for the dealings.
func (s *Reader) someone(g *grammar.Group) bool { return s.Is(g.Head, rules.IsPartner) }

// ownersOf gives the parties whose partner, customer or the like a group names: "Kenya's", "its", "of Kenyan tea".
func (s *Reader) ownersOf(gi int) []grammar.Member {
	g := &s.Groups[gi]
	var out []grammar.Member
	for _, m := range g.Members {
		if m.Role == grammar.Owner {
			out = append(out, m)
		}
	}
	if len(out) > 0 || len(g.Members) > 0 {
		return out
	}
	if g.Ref != grammar.NoRef {
		return s.meant(g, nil)
	}
	for k := gi + 1; k < len(s.Groups) && k <= gi+2; k++ {
		h := &s.Groups[k]
		if h.Prep&(rules.OfSlot|rules.ForSlot|rules.ToSlot) == 0 || s.broken(s.Groups[k-1].Last, h.PrepNode) {
			break
		}
		if ms := s.argMembers(k); len(ms) > 0 {
			return ms
		}
	}
	return nil
}

// stands proposes that each of some parties is to the owners what the noun of a group says.
func (s *Reader) stands(ci, gi int, owners, others []grammar.Member) {
	g := &s.Groups[gi]
	for _, o := range owners {
		for _, m := range others {
			if m.Role != grammar.Head {
				continue
			}
			c := s.Propose(o, m, ci)
			if c == nil {
				continue
			}
			s.Add(c, reason.OneClause, "")
			s.Scaled(c, reason.ByNoun, g.Rel, 1)
			s.Add(c, reason.InFrame, g.Rel.Word)
			c.Kind, c.Stance, c.Fields, c.From = g.Rel.Kind, g.Rel.Stance, g.Rel.Fields, m.Party
			c.First, c.Last = min(c.First, g.First), max(c.Last, g.Last)
		}
	}
}

// beside ties a party to the one whose partner, customer or rival it is called in passing: "China, Kenya's largest market,",
// "Kenya's largest market, China,".
func (s *Reader) beside(gi int) {
	if gi+1 >= len(s.Groups) {
		return
	}
	g, h := &s.Groups[gi], &s.Groups[gi+1]
	if s.standing(g) && s.exampleOf(g, h) {
		s.stands(-1, gi, s.ownersOf(gi), s.chainMembers(gi+1))
		return
	}
	if s.TagAt(g.Last) != token.Comma || h.First != g.Last+1 || h.Prep != 0 && h.Chain != gi {
		return
	}
	switch {
	case h.Chain != gi && s.standing(h) && len(g.Members) == 1 && g.Members[0].Role == grammar.Head && s.setOff(gi+1):
		s.stands(-1, gi+1, s.ownersOf(gi+1), g.Members)
	case s.standing(g):
		s.stands(-1, gi, s.ownersOf(gi), s.calledSo(gi))
	}
}

// calledSo gives the parties that commas set in after a group which says what they are to another: Chile in "Peru's ally, Chile, sent",
// Chile and Cuba in "Peru's allies, Chile and Cuba".
func (s *Reader) calledSo(gi int) []grammar.Member {
	if gi+1 >= len(s.Groups) {
		return nil
	}
	g, h := &s.Groups[gi], &s.Groups[gi+1]
	if s.TagAt(g.Last) != token.Comma || h.First != g.Last+1 || h.Prep != 0 && h.Chain != gi || g.Chain != gi {
		return nil
	}
	list := s.Chained(gi + 1)
	if h.Chain == gi {
		list = list[1:] // they are read as one row
	}
	if len(list) == 0 || len(h.Members) == 0 || h.Members[0].Role != grammar.Head || (len(list) > 1 || h.Chain == gi) && !s.plural(g.Head) ||
		!s.endsAside(s.Groups[list[len(list)-1]].Last) {
		return nil
	}
	return distinct(s.MembersOf(list))
}

// others takes from the members of a subject the one whose ally, rival or customer it is, and gives those that it is called instead:
// "Peru's ally, Chile, sent", "Peru's ally Chile sent".
func (s *Reader) others(gi int, ms []grammar.Member) []grammar.Member {
	g := &s.Groups[gi]
	switch {
	case len(g.Members) == 0 || g.Members[0].Role != grammar.Owner:
		return ms
	case len(g.Members) == 2 && s.Is(g.Members[1].Node-1, rules.IsPartner):
		return g.Members[1:]
	case s.standing(g):
		return s.calledSo(gi)
	}
	return ms
}

// exampleOf says whether a group begins a row of examples of the one before it: "its allies, including Peru".
func (s *Reader) exampleOf(g, h *grammar.Group) bool {
	k := g.Last
	if s.TagAt(k) == token.Comma {
		k++
	}
	switch s.Fold(min(k, len(s.Nodes)-1)) {
	case "including", "notably", "especially", "among":
		return h.First == k+1 || h.First == k+2
	case "such":
		return h.First == k+2
	}
	return false
}

// setOff says whether a group, with what hangs on it by prepositions, ends at a comma or with the sentence.
func (s *Reader) setOff(gi int) bool {
	for k := gi; k < len(s.Groups); k++ {
		if end := s.Groups[k].Last; s.endsAside(end) {
			return true
		} else if k+1 == len(s.Groups) || s.Groups[k+1].Prep == 0 || s.Groups[k+1].PrepNode != end {
			return false
		}
	}
	return false
}

// endsAside says whether what is set in ends at a node.
func (s *Reader) endsAside(i int) bool {
	t := s.TagAt(i)
	return t == token.Comma || t == token.Strong || t == token.Shut
}
