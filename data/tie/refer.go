package tie

import (
	"slices"

	"entente/data"
)

// refKind says how a group means parties without naming them.
type refKind uint8

const (
	noRef        refKind = iota
	refOne               // "it", "its", "the country", "the ambassador"
	refPair              // "the two countries", "both sides", "each other"
	refMany              // "they"
	refSelf              // "we", "our"
	refOther             // "its neighbour", "his counterpart"
	refDeal              // "the agreement", after one was told of
	refBilateral         // "bilateral talks"
	refHost              // "our host country"
)

// reference finds out whether a group refers back.
func (s *sentence) reference(g *group) {
	two, both, definite := false, false, false
	for i := g.first; i < g.last; i++ {
		w := s.fold(i)
		switch {
		case w == "two":
			two = true
		case s.is(i, isTwo):
			return
		case w == "both" || w == "either":
			both = true
		case w == "the" || w == "this" && i == g.first:
			definite = true
		case w == "those" || w == "these":
			return
		}
	}
	for i := g.first; i < g.last && s.focus.host != ""; i++ {
		if s.is(i, isHost) {
			g.ref, g.refNode = refHost, i
		}
	}
	for i := g.first; i < g.last && g.ref == noRef; i++ {
		g.ref, g.refNode = s.refersAt(g, i, two || both, definite), i
	}
	if g.ref == noRef && (two && definite || both) && g.last-g.first <= 2 {
		g.ref, g.refNode = refPair, g.first
	}
	if len(g.members) > 0 && (g.ref == refPair || g.ref == refDeal || g.ref == refBilateral) && !both {
		g.ref = noRef
	}
}

func (s *sentence) refersAt(g *group, i int, two, definite bool) refKind {
	w := s.fold(i)
	last := i == g.last-1 || s.tagAt(i+1) == poss
	switch {
	case s.nodes[i].mention >= 0:
		return noRef
	case s.is(i, isSelf):
		return refSelf
	case s.is(i, isSide) && (two || definite && last && (w == "sides" || w == "parties" || w == "presidents" || w == "ministers" || w == "leaders")):
		return refPair
	case w == "other" && i > g.first && s.fold(i-1) == "each", w == "another" && i > g.first && s.fold(i-1) == "one":
		return refPair
	case s.is(i, isPairWord):
		return refBilateral
	case len(g.members) > 0 && s.tagAt(i) != det:
		return noRef
	case w == "it" || w == "he" || w == "she" || w == "its" || w == "his" || w == "her":
		return s.ownOther(g, i)
	case w == "they" || w == "their" || w == "them":
		return refMany
	case definite && s.is(i, isCountryWord) && last && len(g.members) == 0:
		return refOne
	case definite && s.is(i, isResume) && len(g.members) == 0:
		return refDeal
	}
	return noRef
}

// ownOther tells "its neighbour", which means another party, from "its army".
func (s *sentence) ownOther(g *group, i int) refKind {
	for k := i + 1; k < g.last; k++ {
		if s.is(k, isCounterpart) && len(g.members) == 0 {
			return refOther
		}
	}
	return refOne
}

// focus is what an article is about at some point: who was named last, which pair was tied last.
type focus struct {
	subjects []data.Party // the parties of the last subject that named or meant any
	subject  data.Party   // who did something last
	recent   []data.Party // the parties named last, the latest first, each once
	pair     data.Pair    // the pair told of last
	pairAt   int          // sentence that told of it, -1 before any did
	self     data.Party   // whom "we" means: of the letterhead, or of the person interviewed
	actor    data.Party   // who acted upon the other in what was told of the pair, or ""
	list     []data.Party // the parties that the last sentence named in a row
	lost     bool         // the last sentence was about somebody or something whose party is not known
	spoke    int          // the sentence in which subject last did something
	host     data.Party   // where the letterhead's office stands
	kind     data.Kind    // what was told of the pair
	stance   data.Stance
}

const recentMax = 6

// named notes that a party was named.
func (f *focus) named(p data.Party) {
	i := slices.Index(f.recent, p)
	if i < 0 {
		if len(f.recent) < recentMax {
			f.recent = append(f.recent, "")
		}
		i = len(f.recent) - 1
	}
	copy(f.recent[1:i+1], f.recent[:i])
	f.recent[0] = p
}

// one gives the party that "it" means at a node: the doer of the clauses before it in the sentence, else of the sentences
// before, else who was named last. not is a party that it cannot be.
func (s *sentence) one(node int, not data.Party) data.Party {
	best := data.Party("")
	for c := range s.cs {
		if s.cs[c].relative {
			continue
		}
		for _, gi := range s.cs[c].subject {
			g := &s.gs[gi]
			if g.last > node {
				break
			}
			for _, m := range g.members {
				if m.party != not {
					best = m.party
				}
			}
		}
	}
	if best != "" {
		return best
	}
	f := s.focus
	for _, p := range [3]data.Party{f.subject, f.self, s.topicNear()} {
		if p != "" && p != not {
			return p
		}
	}
	for _, p := range f.recent {
		if p != not && !f.lost {
			return p
		}
	}
	return ""
}

// topicNear gives the party that the article is mostly about, where the last subject was none that we know.
func (s *sentence) topicNear() data.Party {
	if s.focus.lost {
		return s.topic
	}
	return ""
}

// pairInFocus gives the pair that "the two countries" means: two parties of this sentence named together before, else the
// pair told of last, else the two parties named last.
func (s *sentence) pairInFocus(node int) (data.Pair, bool) {
	var here []data.Party
	for i := range s.gs {
		g := &s.gs[i]
		if g.first >= node {
			break
		}
		if list := s.listOf(i); len(list) == 2 {
			return data.PairOf(list[0], list[1]), true
		}
		for _, m := range g.members {
			if !slices.Contains(here, m.party) {
				here = append(here, m.party)
			}
		}
	}
	if len(here) == 2 {
		return data.PairOf(here[0], here[1]), true
	}
	f := s.focus
	if len(here) == 1 && f.subject != "" && f.subject != here[0] && !f.pair.Has(here[0]) {
		return data.PairOf(here[0], f.subject), true
	}
	if f.pair.Valid() && (len(here) == 0 || f.pair.Has(here[0])) {
		return f.pair, true
	}
	if len(f.recent) >= 2 {
		return data.PairOf(f.recent[0], f.recent[1]), true
	}
	return data.Pair{}, false
}

// listOf gives the different parties of the list that group i begins.
func (s *sentence) listOf(i int) []data.Party {
	if s.gs[i].chain != i {
		return nil
	}
	var out []data.Party
	for _, k := range s.chained(i) {
		for _, m := range s.gs[k].members {
			if !slices.Contains(out, m.party) {
				out = append(out, m.party)
			}
		}
	}
	return out
}

// resolve gives the parties that a group means, with how: those named in it, else those that it refers to.
func (s *sentence) resolve(gi int) []member {
	g := &s.gs[gi]
	if g.resolved {
		return g.meaning
	}
	g.resolved, g.meaning = true, s.resolveNew(gi)
	return g.meaning
}

func (s *sentence) resolveNew(gi int) []member {
	g := &s.gs[gi]
	out := g.members[:len(g.members):len(g.members)]
	if len(out) == 0 && g.ref == refOne && s.is(g.refNode, isCountryWord) {
		out = s.ofParty(gi)
	}
	if len(g.members) > 0 && (g.ref == refOne || g.ref == refSelf) || len(out) == 0 {
		out = s.meant(g, out)
	}
	if len(out) == 0 {
		out = s.ofParty(gi)
	}
	return out
}

// meant appends the parties that the group's reference stands for.
func (s *sentence) meant(g *group, out []member) []member {
	add := func(p data.Party) {
		if p == "" {
			return
		}
		for _, m := range out {
			if m.party == p {
				return
			}
		}
		out = append(out, member{party: p, role: referred, mention: -1, node: g.refNode})
	}
	switch g.ref {
	case refOne:
		not := data.Party("")
		if len(out) > 0 {
			not = out[0].party
		}
		if s.is(g.refNode, isCountryWord) && s.topic != "" && s.topic != not && slices.Contains(s.focus.recent, s.topic) {
			add(s.topic)
		} else {
			add(s.one(g.refNode, not))
		}
	case refSelf:
		add(s.self(g.refNode))
	case refHost:
		add(s.focus.host)
	case refPair:
		if p, ok := s.pairInFocus(g.refNode); ok {
			add(p[0])
			add(p[1])
		}
	case refMany:
		for _, p := range s.many(g.refNode) {
			add(p)
		}
	case refOther:
		if one := s.one(g.refNode, ""); s.focus.pair.Has(one) {
			add(s.focus.pair.Other(one))
		}
	}
	return out
}

// many gives the parties that "they" means: those of the last subject.
func (s *sentence) many(node int) []data.Party {
	for c := len(s.cs) - 1; c >= 0; c-- {
		if s.cs[c].relative {
			continue
		}
		var out []data.Party
		for _, gi := range s.cs[c].subject {
			if g := &s.gs[gi]; g.last <= node {
				for _, m := range g.members {
					out = append(out, m.party)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	if len(s.focus.list) > 1 && len(s.focus.subjects) < 2 {
		return s.focus.list
	}
	return s.focus.subjects
}

// self gives the party that "we" means: that of the article, or within a quotation that of who speaks.
func (s *sentence) self(node int) data.Party {
	if s.focus.self != "" {
		return s.focus.self
	}
	if !s.quoted(node) {
		return ""
	}
	for ci := range s.cs {
		c := &s.cs[ci]
		if c.finite < 0 || c.quoted || !s.actions[c.elements[c.finite].action].rel.has(say) {
			continue
		}
		if ms := s.subjectNamed(ci); len(ms) > 0 {
			return ms[0].party
		}
	}
	return ""
}

// quoted says whether an odd number of quotation marks stands before a node.
func (s *sentence) quoted(node int) bool {
	in := false
	for i := 0; i < node; i++ {
		if s.nodes[i].tag == quote {
			in = !in
		}
	}
	return in
}

// ofParty finds the parties that a group without its own belongs to: "the president of Peru", "a firm from Peru".
func (s *sentence) ofParty(gi int) []member {
	for k := gi + 1; k < len(s.gs) && k <= gi+2; k++ {
		g := &s.gs[k]
		if g.prep&(ofSlot|fromSlot) == 0 && !(g.prep&(inSlot|forSlot) != 0 && k == gi+1 && s.peopleIn(gi)) || g.first-s.gs[k-1].last > 1+int(max(s.nodes[g.prepNode].extra, 0)) {
			return nil
		}
		if g.ref == refPair || g.ref == refSelf || g.ref == refOne && len(g.members) == 0 {
			return s.meant(g, nil)
		}
		if len(g.members) > 0 {
			var out []member
			for _, c := range s.chained(k) {
				for _, m := range s.gs[c].members {
					m.role = within
					out = append(out, m)
				}
			}
			return out
		}
	}
	return nil
}

// peopleIn says whether a subject before "in Peru" is of people or bodies of that place: "demonstrators in Lima",
// "authorities in Peru". Talks and deals are not.
func (s *sentence) peopleIn(gi int) bool {
	g := &s.gs[gi]
	if !s.isSubject(gi) {
		return false
	}
	if g.rel != nil {
		return g.rel.has(actor)
	}
	w := s.fold(g.head)
	return g.prep == 0 && len(w) > 4 && w[len(w)-1] == 's' && s.tagAt(g.head) == other
}

// isSubject says whether a group is the subject of a clause.
func (s *sentence) isSubject(gi int) bool {
	for ci := range s.cs {
		if slices.Contains(s.cs[ci].subject, gi) {
			return true
		}
	}
	return false
}

// timeGroup says whether a group tells only a time: "on Tuesday" without its preposition.
func (s *sentence) timeGroup(g *group) bool {
	if len(g.members) > 0 || g.ref != noRef {
		return false
	}
	return s.monthAt(g.head) > 0 || s.dateIs("weekday", g.head) || s.dateIs("year", g.head) ||
		s.dateIs("months", g.head) || s.dateIs("week", g.head) || s.dateIs("day", g.head)
}
