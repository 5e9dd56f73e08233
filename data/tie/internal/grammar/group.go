package grammar

import (
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// Phrase gives the group that a node stands in, as it is written.
func (s *Tree) Phrase(node int) string {
	for i := range s.Groups {
		if g := &s.Groups[i]; g.First <= node && node < g.Last {
			span := s.Doc.SpanOf(s.First+g.First, s.First+g.Last)
			return s.Doc.Text[span.Start:span.End]
		}
	}
	return s.Doc.Word(s.First + node)
}

// Role says how a party stands in its group.
type Role uint8

const (
	Head     Role = iota // the group is the party: "Peru", "the Peruvians"
	Modifier             // "Peruvian ships"
	Owner                // "Peru's ships"
	Referred             // meant by "it", "the two countries"
	Within               // after "of" or "from": "the president of Peru"
)

// Member is a party in a group.
type Member struct {
	Party   data.Party
	Role    Role
	Mention int32 // index of the mention, -1 for a reference
	Node    int   // where it stands
	Place   bool  // a capital or city, which may be only a venue
}

// Group is a noun group: "the Serbian army's new tanks". With the parties in it.
type Group struct {
	First, Last int // nodes, last exclusive
	Head        int // node of the last noun
	Prep        rules.Slots
	PrepNode    int // node of the preposition before it, or -1
	Members     []Member
	Rel         *rules.Relation // what its head noun says, or nil
	RelNode     int
	Chain       int  // index of the group that it is coordinated with (the first of the list), or its own
	Of          int  // 1 + the group that it gives examples of from afar, or 0, see exemplify
	paren       bool // inside brackets
	No          bool // "no agreement"
	Ref         RefKind
	RefNode     int
	Resolved    bool     // meaning is known
	Meaning     []Member // see resolve
	Compound    bool     // "Russia-Serbia", "Peruvian and Chilean": members side by side before one noun
}

// CutGroups cuts the nodes from first to last into noun groups, leaving verbs and the rest out.
func (s *Tree) CutGroups() {
	s.Groups, s.members, s.indices, s.preps = s.Groups[:0], s.members[:0], s.indices[:0], 0
	s.either = s.Has(&either)
	depth, town := 0, s.bareTown()
	for i := 0; i < len(s.Nodes); {
		switch s.Nodes[i].Tag {
		case token.Open:
			depth++
			i++
		case token.Shut:
			depth = max(depth-1, 0)
			i++
		case token.Det, token.Number, token.Other, token.Name, token.Pronoun:
			end := s.groupEnd(i)
			if i < town {
				end = town
			}
			s.addGroup(i, end, depth > 0)
			i = end
		default:
			i++
		}
	}
	s.chainUp()
	s.exemplify()
}

// groupEnd gives the end of the noun group that begins at i.
func (s *Tree) groupEnd(i int) int {
	start := i
	for ; i < len(s.Nodes); i++ {
		if i > start && (s.Nodes[i].Tag == token.Name || s.Nodes[i-1].Tag == token.Name) && s.cutByName(start, i) {
			return i
		}
		switch s.Nodes[i].Tag {
		case token.Other, token.Name, token.Number, token.Hyphen, token.Poss:
		case token.Pronoun:
			if i > start && s.Fold(i) == "one" && s.TagAt(i-1) == token.Name && s.Demonym(i-1) {
				return i + 1 // "an Israeli one"
			}
			if i > start {
				return i
			}
			if !s.Is(i, rules.IsDet|rules.IsTwo) && s.Fold(i) != "two" {
				return i + 1
			}
		case token.Det:
			if i > start && s.Nodes[i-1].Tag != token.Poss && s.Nodes[i-1].Tag != token.Det {
				return i
			}
		case token.Adverb:
			if i+1 >= len(s.Nodes) || s.TagAt(i+1) != token.Other && s.TagAt(i+1) != token.Number || s.TagAt(i-1) == token.Name || s.TagAt(i-1) == token.Other {
				return i
			}
		case token.Verb: // an adjective in -ing or -ed before its noun was tagged as a noun already
			return i
		case token.Conj, token.Comma:
			if !s.sharedNoun(i) {
				return i
			}
		default:
			return i
		}
	}
	return i
}

// cutByName says whether a group that begins at a node ends before node i, since that or the one before it is a name.
func (s *Tree) cutByName(start, i int) bool {
	before, here := s.Nodes[i-1].Tag == token.Name, s.Nodes[i].Tag == token.Name
	return before != here && s.TimeWord(i) != s.TimeWord(i-1) || // "in February Beijing", "Peru Friday"
		before && (s.beginsTime(i) || s.afterPlace(start, i)) || // "Peru last week"
		here && s.afterFront(start, i)
}

// TimeWord says whether node i names a month, a weekday or the like.
func (s *Tree) TimeWord(i int) bool {
	return s.Nodes[i].Mention < 0 && (s.TermIs(rules.WeekdayTerm|rules.StretchTerms, i) || s.MonthAt(i) > 0 || s.YearAt(i) > 0)
}

// beginsTime says whether "last week" or the like begins at node i.
func (s *Tree) beginsTime(i int) bool {
	if i+1 >= len(s.Nodes) || s.Nodes[i].Mention >= 0 {
		return false
	}
	switch s.Fold(i) {
	case "last", "next", "late", "early", "earlier", "later":
		return s.TimeWord(i + 1)
	}
	return false
}

// mostShared is the number of adjectives that may share a noun, and how far is looked for it.
const mostShared = 8

// sharedNoun says whether the "and" or comma at i joins adjectives before one noun: "Peruvian, Cuban and Chilean officials".
func (s *Tree) sharedNoun(i int) bool {
	before := i - 1
	if s.TagAt(before) == token.Comma {
		before--
	}
	if s.TagAt(before) != token.Name || !s.Demonym(before) {
		return false
	}
	k, last := i, false
	for n := 1; !last; n++ {
		if t := s.TagAt(k); t != token.Comma && t != token.Conj || n == mostShared {
			return false
		}
		if s.TagAt(k) == token.Comma {
			k++
		}
		if last = s.TagAt(k) == token.Conj; last {
			k++
		}
		if s.TagAt(k) != token.Name || !s.Demonym(k) {
			return false
		}
		for m := s.Nodes[k].Mention; k < len(s.Nodes) && s.Nodes[k].Tag == token.Name && s.Nodes[k].Mention == m; k++ {
		}
	}
	return s.TagAt(k) == token.Other && (s.Token(k).Case == text.Lower || s.Nodes[k].Rel != nil || s.Is(k, rules.IsCountryWord|rules.IsSide))
}

func (s *Tree) addGroup(first, last int, paren bool) {
	s.Groups = append(s.Groups, Group{First: first, Last: last, Head: last - 1, PrepNode: -1, RelNode: -1, paren: paren, Chain: len(s.Groups)})
	gi := len(s.Groups) - 1
	g := &s.Groups[gi]
	for g.Head > first && s.Nodes[g.Head].Tag != token.Other && s.Nodes[g.Head].Tag != token.Name {
		g.Head--
	}
	before := first - 1
	if s.TagAt(before) == token.Quote && s.TagAt(before-1) == token.Prep {
		before-- // as "partners"
	}
	if s.TagAt(before) == token.Prep {
		k := before
		for k > 0 && s.Nodes[k].Skip {
			k--
		}
		g.PrepNode, g.Prep = k, s.Nodes[k].Word.Slot
		if g.Prep == 0 {
			g.Prep = rules.OtherSlot
		}
	}
	if g.PrepNode >= 0 && gi > 0 && s.inherits(g.PrepNode) {
		if before := &s.Groups[gi-1]; before.Prep != 0 {
			g.Prep = before.Prep
		} else {
			g.Prep, g.PrepNode = 0, -1
		}
	}
	g.No = s.Fold(first) == "no" && s.Nodes[first].Rel == nil && !(first > 0 && s.Fold(first-1) == "almost") || s.Is(first, rules.IsNeg) && s.Nodes[first].Tag == token.Det
	tags, words, tells := uint32(0), rules.Classes(0), false
	for i := first; i < last; i++ {
		n := &s.Nodes[i]
		tags, tells = tags|1<<n.Tag, tells || n.Rel != nil
		if n.Entry != nil {
			words |= n.Entry.Classes
		}
	}
	if tags&(1<<token.Name) != 0 {
		s.addMembers(g)
	}
	if tells {
		s.headRelation(g)
	}
	if words&pointers != 0 || s.either {
		s.reference(g, words)
	}
	s.preps |= g.Prep
}

// HasPrep says at a glance whether a group of the sentence stands after a preposition that opens one of the slots.
func (s *Tree) HasPrep(slots rules.Slots) bool { return s.preps&slots != 0 }

// inherits says whether a preposition only names examples of the group before it, whose place they share.
func (s *Tree) inherits(i int) bool {
	switch s.Fold(i) {
	case "including", "such", "like", "notably":
		return true
	}
	return false
}

// addMembers lists the parties of the group, one for each mention that is not part of another's apposition.
func (s *Tree) addMembers(g *Group) {
	first := len(s.members)
	for i := g.First; i < g.Last; i++ {
		m := s.Nodes[i].Mention
		if s.Nodes[i].Tag != token.Name || m < 0 || i > g.First && s.Nodes[i-1].Mention == m {
			continue
		}
		end := i
		for end < g.Last && s.Nodes[end].Mention == m {
			end++
		}
		if s.Mentions[m].Country == "" || s.bygone(g, i, end) || s.noParty(g, end) || s.writtenAt(i, end) || s.someFirst(g, i, end) {
			continue
		}
		mm := Member{Party: s.Mentions[m].Country, Mention: m, Node: i, Role: Modifier,
			Place: s.Mentions[m].Kind == data.ByCapital || s.Mentions[m].Kind == data.ByCity || s.ofTown(g, end)}
		switch {
		case s.TagAt(end) == token.Poss && end < g.Last:
			mm.Role = Owner
		case end == g.Last || s.Mentions[m].Kind == data.ByPerson:
			mm.Role = Head
		case s.TagAt(end) == token.Hyphen && end+1 < g.Last && s.Nodes[end+1].Mention >= 0:
			g.Compound = true
		case s.TagAt(end) == token.Conj || s.TagAt(end) == token.Comma:
			g.Compound = true
		}
		if n := len(s.members); n > first && s.members[n-1].Party == mm.Party {
			continue
		}
		s.members = append(s.members, mm)
	}
	if len(s.members) > first {
		g.Members = slices.Clip(s.members[first:])
	}
}

// noParty says whether the party named before a node is none there: the money of "fell against the US dollar", the origin of "a Kenyan-born
// nurse", the seat of "the Dubai-based Kenyan trader".
func (s *Tree) noParty(g *Group, end int) bool {
	if end >= g.Last {
		return false
	}
	if g.Prep == rules.AgainstSlot && s.TermIs(rules.MoneyTerm, end) && end+1 == g.Last {
		return true
	}
	if s.TagAt(end) != token.Hyphen || end+1 >= len(s.Nodes) {
		return false
	}
	switch s.Fold(end + 1) {
	case "born", "educated", "speaking", "style", "language", "era", "inspired":
		return true
	case "based", "headquartered", "registered":
		for i := end + 2; i < g.Last; i++ {
			if s.Nodes[i].Mention >= 0 && s.Demonym(i) {
				return true
			}
		}
	}
	return false
}

// bygone says whether the party from node i to end only says whose a place once was: "the former Portuguese colony".
func (s *Tree) bygone(g *Group, i, end int) bool {
	before := i - 1
	if s.TagAt(before) == token.Hyphen {
		before--
	}
	if before < g.First || s.TagAt(end) == token.Poss || !s.Is(before, rules.IsFormer) {
		return false
	}
	for k := end; k < g.Last; k++ {
		if s.Is(k, rules.IsDependency) {
			return true
		}
	}
	return false
}

// inName says whether a noun is only part of the name of something else: the trade in "the World Trade Organization", the war in
// "the National War College".
func (s *Tree) inName(g *Group, i int) bool {
	capital := func(k int) bool { return s.Token(k).Case != text.Lower && s.Nodes[k].Mention < 0 }
	return i < g.Head && i > 0 && !s.Sentence.Heading && capital(i) && capital(g.Head) && s.Nodes[g.Head].Rel == nil && !s.Shouting() &&
		(s.Is(g.Head, rules.IsBody) || s.Nodes[i].Rel.Kind == data.Assault)
}

// attribute says whether an adjective at node i stands before a noun, or after an article: "the angry men", "the wary".
func (s *Tree) attribute(g *Group, i int) bool {
	return i != g.Last-1 || s.TagAt(g.First) == token.Det
}

// headRelation finds the noun that says how the parties are related: the last one of the group that the tables know.
func (s *Tree) headRelation(g *Group) {
	for i := g.Last - 1; i >= g.First; i-- {
		if n := &s.Nodes[i]; n.Rel != nil && n.Tag == token.Other && !n.Skip && !n.Rel.Has(rules.General) && !s.inName(g, i) && !s.town(g, i) && !(n.Rel.Has(rules.Predicate) && s.attribute(g, i)) {
			if g.Rel == nil || n.Rel.Weight > g.Rel.Weight+0.5 && !g.Rel.Has(rules.Directed) {
				g.Rel, g.RelNode = n.Rel, i
			}
		}
	}
}

// TimeGroup says whether a group tells only a time: "on Tuesday" without its preposition.
func (s *Tree) TimeGroup(g *Group) bool {
	if len(g.Members) > 0 || g.Ref != NoRef {
		return false
	}
	return s.TermIs(rules.WeekdayTerm|rules.StretchTerms|rules.HourTerm, g.Head) || s.MonthAt(g.Head) > 0
}

// GroupAt gives the index of a group.
func (s *Tree) GroupAt(g *Group) int {
	for i := range s.Groups {
		if &s.Groups[i] == g {
			return i
		}
	}
	return -1
}
