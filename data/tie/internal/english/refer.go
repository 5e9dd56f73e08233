package english

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// one gives the party that "it" means at a node: the doer of the clauses before it in the sentence, else of the sentences
// before, else who was named last. not is a party that it cannot be.
func (s *Reader) one(node int, not data.Party) data.Party {
	if p := s.holder(node); p != "" && p != not {
		return p
	}
	if s.empty(node) {
		return ""
	}
	best, him := data.Party(""), s.personal(node)
	for c := range s.Clauses {
		if s.Clauses[c].Relative || s.objectIn(c, node) || s.severalDo(c, node) {
			continue
		}
		for _, gi := range s.Clauses[c].Subject {
			g := &s.Groups[gi]
			if g.Last > node {
				break
			}
			for _, m := range s.ownOrOf(gi) {
				if m.Party != not && !(him && len(g.Members) > 0 && s.bareCountry(m)) {
					best = m.Party
				}
			}
		}
	}
	if best != "" {
		return best
	}
	if p := s.person(node); p != "" && p != not {
		return p
	}
	f := s.Focus
	if s.strangerMeant(node) {
		return ""
	}
	if f.Body && (s.Fold(node) == "it" || s.Fold(node) == "its") {
		return ""
	}
	for _, p := range [3]data.Party{f.Subject, f.Self, s.topicNear()} {
		if p != "" && p != not {
			return p
		}
	}
	for _, p := range f.Recent {
		if p != not && !f.Lost {
			return p
		}
	}
	return ""
}

// personal says whether the word at a node means a man or a woman.
func (s *Reader) personal(node int) bool {
	switch s.Fold(node) {
	case "he", "she", "his", "him", "her":
		return true
	}
	return false
}

// bareCountry says whether a member is a country by its name and nothing else, which is no man or woman.
func (s *Reader) bareCountry(m grammar.Member) bool {
	return m.Role == grammar.Head && m.Mention >= 0 && s.Mentions[m.Mention].Kind == data.ByName
}

// severalDo says whether a clause has a row of parties for its subject, which "it" and "its" at a node do not mean.
func (s *Reader) severalDo(ci, node int) bool {
	switch s.Fold(node) {
	case "it", "its":
		return len(s.Clauses[ci].Subject) > 1
	}
	return false
}

// objectIn says whether "it" or "him" at a node is given something in a clause, whose own subject it then cannot mean.
func (s *Reader) objectIn(ci, node int) bool {
	switch s.Fold(node) {
	case "it", "him":
	default:
		return false
	}
	c := &s.Clauses[ci]
	for _, e := range c.Elements[max(c.Finite, 0):] {
		if e.Group >= 0 && s.Groups[e.Group].First == node {
			return c.Finite >= 0 && (s.givenNext(e.Group) || s.Groups[e.Group].Prep == 0)
		}
	}
	return false
}

// ownOrOf gives the parties named in a group, else those named right after its office, body or firm: "the ministry in Lima".
func (s *Reader) ownOrOf(gi int) []grammar.Member {
	g := &s.Groups[gi]
	if len(g.Members) > 0 || gi+1 >= len(s.Groups) || !s.Is(g.Head, rules.IsOffice|rules.IsBody|rules.IsFirm|rules.IsCountryWord) {
		return g.Members
	}
	if h := &s.Groups[gi+1]; h.PrepNode == g.Last && h.Prep&(rules.OfSlot|rules.FromSlot|rules.InSlot) != 0 {
		return h.Members
	}
	return nil
}

// person gives the party of whom "he" or "she" at a node may be meant: somebody in office named before it in the sentence.
func (s *Reader) person(node int) data.Party {
	if !s.personal(node) {
		return ""
	}
	best := data.Party("")
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.Last > node {
			break
		}
		if len(g.Members) > 0 && (s.inOffice(g) || g.Members[0].Mention >= 0 && s.Mentions[g.Members[0].Mention].Kind == data.ByPerson) {
			best = g.Members[0].Party
		}
	}
	return best
}

// topicNear gives the party that the article is mostly about, where the last subject was none that we know.
func (s *Reader) topicNear() data.Party {
	if s.Focus.Lost {
		return s.Topic
	}
	return ""
}

// pairInFocus gives the pair that "the two countries" means: two parties of this sentence named together before, else the
// pair told of last, else the two parties named last.
func (s *Reader) pairInFocus(node int) (data.Pair, bool) {
	var here []data.Party
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.First >= node {
			break
		}
		if list := s.ListOf(i); len(list) == 2 {
			return data.PairOf(list[0], list[1]), true
		}
		for _, m := range g.Members {
			if !slices.Contains(here, m.Party) {
				here = append(here, m.Party)
			}
		}
	}
	if len(here) == 2 {
		return data.PairOf(here[0], here[1]), true
	}
	f := s.Focus
	if p, other := s.otherTwo(node, here); other {
		return p, p.Valid()
	}
	if len(here) == 1 && s.outside(node) {
		if p := s.MainPair(here[0]); p.Valid() {
			return p, true
		}
	}
	if two := f.Subjects; len(here) == 1 && len(two) == 2 && f.SubjectsAt == s.Index-1 && !slices.Contains(two, here[0]) {
		return data.PairOf(two[0], two[1]), true // with a third named between
	}
	if len(here) == 1 && f.Subject != "" && f.Subject != here[0] && !f.Pair.Has(here[0]) {
		return data.PairOf(here[0], f.Subject), true
	}
	if p := s.PairOfParagraph(); p.Valid() && (len(here) == 0 || p.Has(here[0])) {
		return p, true
	}
	if f.Pair.Valid() && (len(here) == 0 || f.Pair.Has(here[0])) {
		return f.Pair, true
	}
	if len(f.Recent) >= 2 {
		return data.PairOf(f.Recent[0], f.Recent[1]), true
	}
	return data.Pair{}, false
}

// outside says whether "both countries" at a node stands where others than the doer are meant: "aid for both countries".
func (s *Reader) outside(node int) bool {
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First <= node && node < g.Last {
			return g.Prep&(rules.ForSlot|rules.ToSlot) != 0 || g.Prep == rules.OfSlot && i > 0 && s.Fold(s.Groups[i-1].Head) == "each"
		}
	}
	return false
}

// three gives the parties that "the three countries" means: those named before it in the sentence, or the list of the one
// before; none where they are not three.
func (s *Reader) three(node int) []data.Party {
	var here []data.Party
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First < node {
			for _, m := range g.Members {
				if !slices.Contains(here, m.Party) {
					here = append(here, m.Party)
				}
			}
		}
	}
	switch {
	case len(here) == 3:
		return here
	case len(here) == 0 && len(s.Focus.List) == 3:
		return s.Focus.List
	}
	return nil
}

// theyReach is how many sentences after its own a subject is still meant by "they".
const theyReach = 3

// many gives the parties that "they" means: those of the last subject.
func (s *Reader) many(node int) []data.Party {
	for c := len(s.Clauses) - 1; c >= 0; c-- {
		if s.Clauses[c].Relative {
			continue
		}
		var out []data.Party
		for _, gi := range s.Clauses[c].Subject {
			g := &s.Groups[gi]
			if g.Last > node || s.ownedAt(gi, node) {
				continue
			}
			for _, m := range g.Members {
				out = append(out, m.Party)
			}
			if p := s.isles(g, node); len(g.Members) == 1 && len(s.Clauses[c].Subject) == 1 && p != "" {
				return []data.Party{p}
			}
			if len(g.Members) == 0 && s.strangers(g) && len(s.ofParty(gi)) == 0 {
				return nil
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	if p := s.facingUs(); p != "" {
		return []data.Party{p}
	}
	late := s.Index-s.Focus.SubjectsAt > theyReach
	if len(s.Focus.List) > 1 && (late || len(s.Focus.Subjects) < 2) {
		return s.Focus.List
	}
	if late {
		return nil
	}
	return s.Focus.Subjects
}

// facingUs gives the party that "they" means in a sentence that speaks of us: the one named last before it, in the sentences just
// before, where no party other than ours did anything there; "" elsewhere.
func (s *Reader) facingUs() data.Party {
	f := &s.Focus
	if f.Self == "" || !s.Holds(rules.IsSelf) || slices.ContainsFunc(f.Subjects, func(p data.Party) bool { return p != f.Self }) && s.Index-f.SubjectsAt <= theyReach {
		return ""
	}
	for _, p := range f.Recent {
		if p != f.Self {
			if s.NamedIn(p, max(0, s.Index-theyReach), s.Index) {
				return p
			}
			return ""
		}
	}
	return ""
}

// weToThem says whether "we" do to "them" what is done to parties and not to things: "we owe them for it".
func (s *Reader) weToThem(p *predicate, doers []grammar.Member, g *grammar.Group) bool {
	if len(doers) != 1 || doers[0].Role != grammar.Referred || !s.Is(doers[0].Node, rules.IsSelf) || s.Fold(g.First) != "them" || len(p.actions) == 0 {
		return false
	}
	return s.Vocab.Lists.Owes.Has(s.Actions[p.actions[len(p.actions)-1]].Rel.Name())
}

// ownedAt says whether a node stands in one of the two groups after a group, which may own it: "the heads of them". What is
// owned cannot tell who "they" are.
func (s *Reader) ownedAt(gi, node int) bool {
	for k := gi + 1; k <= gi+2 && k < len(s.Groups); k++ {
		if g := &s.Groups[k]; g.Prep != 0 && g.First <= node && node < g.Last {
			return true
		}
	}
	return false
}

// isles gives the party with a name in the plural that stands between a subject in the singular and "they": "aid to the Cook
// Islands after they signed".
func (s *Reader) isles(subject *grammar.Group, node int) data.Party {
	if strings.HasSuffix(s.Fold(subject.Head), "s") {
		return ""
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.First < subject.Last || g.Last > node || len(g.Members) != 1 || g.Members[0].Role != grammar.Head {
			continue
		}
		if s.Vocab.Lists.Isles.Has(s.Fold(g.Head)) {
			return g.Members[0].Party
		}
	}
	return ""
}

// strangers says whether a group names people of no known party: "the buyers".
func (s *Reader) strangers(g *grammar.Group) bool {
	return g.Ref == grammar.NoRef && s.Fold(g.First) == "the" && s.Token(g.Head).Case == text.Lower && strings.HasSuffix(s.Fold(g.Head), "s")
}

// self gives the party that "we" means: that of the article, within a quotation that of who speaks, or of the place where the
// article is written.
func (s *Reader) self(node int) data.Party {
	if s.Focus.Self != "" {
		return s.Focus.Self
	}
	if !s.Quoted(node) {
		return s.Written
	}
	for ci := range s.Clauses {
		c := &s.Clauses[ci]
		if c.Finite < 0 || c.Quoted || !s.Actions[c.Elements[c.Finite].Action].Rel.Has(rules.Say) {
			continue
		}
		if ms := s.SubjectNamed(ci); len(ms) > 0 {
			return ms[0].Party
		}
	}
	if s.Focus.Subject != "" && s.Focus.Subject != s.Written {
		return "" // perhaps who acted before
	}
	return s.Written
}

// givenNext says whether an object without preposition follows a group at once: "lent it $5m", "promised them a road".
func (s *Reader) givenNext(gi int) bool {
	if gi+1 >= len(s.Groups) {
		return false
	}
	g, h := &s.Groups[gi], &s.Groups[gi+1]
	return h.First == g.Last && h.Prep == 0 && !s.TimeGroup(h) && s.TagAt(h.First) != token.Pronoun
}

// bareObject says whether a group is only "it" or "them" as object, which more often is a thing than a party.
func (s *Reader) bareObject(g *grammar.Group) bool {
	return g.Prep&^(rules.OfSlot|rules.OtherSlot|rules.InSlot) == 0 && g.Last-g.First == 1 && s.Nodes[g.First].Tag == token.Pronoun
}
