package tie

import (
	"slices"

	"entente/data"
)

// candidate is a pair that stood together in a sentence, with what speaks for and against a tie.
type candidate struct {
	pair     data.Pair
	from     data.Party
	kind     data.Kind
	stance   data.Stance
	modality data.Modality
	fields   []data.Field
	score    score
	node     int // where the later of the two stands
	first    int // nodes of the clause it was read in
	last     int
	goesOn   bool // only goes on about a pair told of before
	noun     int  // node of the noun that it was read from, -1 for a clause
}

// link is a word that relates, and how well the parties stand to it.
type link struct {
	rel    *relation
	node   int
	framed bool
	isVerb bool
	far    bool // other verbs stand between it and what it governs
}

// pairs lists the candidates of the sentence.
func (s *sentence) pairs() {
	s.cands = s.cands[:0]
	for gi := range s.gs {
		s.inPhrase(gi)
	}
	for ci := range s.cs {
		s.inClause(ci)
	}
	s.across()
}

// propose adds a candidate for two members and gives it for further reasons, or nil where they are no pair.
func (s *sentence) propose(a, b member, ci int) *candidate {
	if a.party == b.party || a.party == "" || b.party == "" {
		return nil
	}
	s.cands = append(s.cands, candidate{pair: data.PairOf(a.party, b.party), modality: data.Done, stance: data.Neutral,
		noun: -1, node: max(a.node, b.node), first: min(a.node, b.node), last: max(a.node, b.node) + 1})
	c := &s.cands[len(s.cands)-1]
	s.add(c, always, "")
	if a.role != referred && b.role != referred {
		s.add(c, bothNamed, "")
	}
	switch {
	case a.role == referred && b.role == referred && a.node == b.node:
		s.add(c, s.pairReason(a.node), s.words(a.node))
	case a.role == referred:
		s.add(c, s.refReason(a), s.fold(a.node))
	case b.role == referred:
		s.add(c, s.refReason(b), s.fold(b.node))
	}
	if s.sport {
		s.add(c, sporting, "")
	}
	if ci >= 0 && s.cs[ci].hypo {
		s.add(c, hypothetical, "")
	}
	return c
}

// pairReason is the reason that names how both parties were meant by one word.
func (s *sentence) pairReason(node int) reason {
	if s.is(node, isResume) {
		return byDeal
	}
	return byPairRef
}

// words gives the group that a node stands in, as it is written.
func (s *sentence) words(node int) string {
	for i := range s.gs {
		if g := &s.gs[i]; g.first <= node && node < g.last {
			span := s.doc.SpanOf(s.first+g.first, s.first+g.last)
			return s.doc.Text[span.Start:span.End]
		}
	}
	return s.doc.Word(s.first + node)
}

// refReason is the reason that names how a referred member was meant.
func (s *sentence) refReason(m member) reason {
	if s.is(m.node, isSelf) {
		return bySelf
	}
	return byOneRef
}

// add gives a candidate a reason with its weight from the table.
func (s *sentence) add(c *candidate, r reason, word string) { c.score.add(r, s.weights[r].value, word) }

// scaled gives a candidate a reason whose weight is that of a word times the table's.
func (s *sentence) scaled(c *candidate, r reason, rel *relation, factor float64) {
	c.score.add(r, s.weights[r].value*rel.weight*factor, rel.word)
}

// inPhrase reads what one group and the prepositions after it say: "Russia-Serbia ties", "Japanese investment in
// Serbia", "talks between Peru and Chile", "ambassador of Japan to Serbia".
func (s *sentence) inPhrase(gi int) {
	g := &s.gs[gi]
	s.sideBySide(g)
	if len(g.members) > 0 && (g.ref == refOne || g.ref == refSelf) && !g.rel.has(actor|goods) {
		ms := s.resolve(gi)
		for _, m := range ms[len(g.members):] {
			s.tieNoun(g, g, m, g.members[0], link{rel: g.rel, node: g.relNode, framed: true})
		}
	}
	args := s.arguments(gi)
	for i, a := range args {
		if a.slot == betweenSlot {
			s.betweenPairs(g, a)
		}
		for _, b := range args[:i] {
			if a.slot == b.slot && a.slot != betweenSlot {
				continue
			}
			for _, x := range b.members {
				for _, y := range a.members {
					s.tieNoun(g, &s.gs[a.group], x, y, link{rel: g.rel, node: g.relNode, framed: true})
				}
			}
		}
	}
}

// argument is what stands in one place around a noun.
type argument struct {
	slot    slots // 0 before the noun
	group   int
	members []member
}

// arguments lists what stands around the head noun of a group: the parties in it, and those after the prepositions that
// the noun takes.
func (s *sentence) arguments(gi int) []argument {
	g := &s.gs[gi]
	if g.rel == nil {
		return nil
	}
	var out []argument
	if len(g.members) > 0 && !g.compound {
		var ms []member
		for _, m := range g.members {
			if m.role != head {
				ms = append(ms, m)
			}
		}
		if len(ms) > 0 {
			out = append(out, argument{0, gi, ms})
		}
	} else if g.ref == refOne || g.ref == refSelf {
		if ms := s.meant(g, nil); len(ms) > 0 {
			out = append(out, argument{0, gi, ms})
		}
	} else if ms := s.ownerBefore(gi); len(ms) > 0 {
		out = append(out, argument{0, gi, ms})
	}
	end := g.last
	for k := gi + 1; k < len(s.gs); k++ {
		h := &s.gs[k]
		if s.gs[k].chain != k && len(out) > 0 && h.chain == s.gs[out[len(out)-1].group].chain {
			a := &out[len(out)-1]
			a.members = append(slices.Clip(a.members), h.members...)
			end = h.last
			continue
		}
		if h.prep == 0 || h.prepNode < 0 || h.prepNode > end+1 || s.broken(end, h.prepNode) {
			break
		}
		end = h.last
		if h.prep&(g.rel.frame|ofSlot|fromSlot) == 0 {
			continue
		}
		if ms := s.argMembers(k); len(ms) > 0 {
			if h.prep&(inSlot|atSlot) != 0 && ms[0].place && !g.rel.has(place) {
				continue
			}
			out = append(out, argument{h.prep, k, ms})
		}
	}
	return out
}

// argMembers resolves a group that stands as argument of a noun.
func (s *sentence) argMembers(k int) []member {
	if g := &s.gs[k]; len(g.members) == 0 && (g.ref == noRef || g.ref == refDeal || g.ref == refBilateral) {
		return nil
	}
	if g := &s.gs[k]; g.prep&(ofSlot|otherSlot) != 0 && s.nodes[g.first].tag == pronoun && g.last-g.first == 1 {
		return nil
	}
	return s.resolve(k)
}

// broken says whether a verb, comma or the like stands between two nodes.
func (s *sentence) broken(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.nodes[i].tag; t != adverb && t != quote && t != hyphen {
			return true
		}
	}
	return false
}

// sideBySide reads parties that stand before one noun: "Russia-Serbia trade", "Serbia's Russian tanks".
func (s *sentence) sideBySide(g *group) {
	for i := 1; i < len(g.members); i++ {
		a, b := g.members[i-1], g.members[i]
		c := s.propose(a, b, -1)
		if c == nil {
			continue
		}
		switch between := s.tagAt(b.node - 1); {
		case between == hyphen && g.rel.has(actor):
			s.cands = s.cands[:len(s.cands)-1] // "the Anglo-Australian group" is one firm of two nations
			continue
		case between == hyphen:
			s.add(c, sidebyside, "")
		case between == conj:
			if g.rel.has(joint) && a.role != owner {
				s.add(c, together, "")
				break
			}
			s.cands = s.cands[:len(s.cands)-1]
			continue
		case a.role == owner:
			s.add(c, onePhrase, "")
		case b.node-a.node == 1 && a.role == modifier && b.role == modifier:
			s.add(c, onePhrase, "")
		default:
			s.add(c, onePhrase, "")
		}
		s.nounSays(c, g.rel, g)
	}
}

// nounSays adds what the noun of a phrase says of the pair.
func (s *sentence) nounSays(c *candidate, r *relation, g *group) {
	if r == nil {
		s.add(c, noWord, "")
		c.kind, c.stance = data.Cooperate, data.Cooperation
		return
	}
	s.scaled(c, byNoun, r, 1)
	c.kind, c.stance, c.fields = r.kind, r.stance, r.fields
	c.noun = g.relNode
	if g.no {
		s.deny(c)
		return
	}
	s.governed(c, g)
}

// governed reads what the verb before a noun makes of it: "suspended the partnership", "denied the sale", "will sign".
func (s *sentence) governed(c *candidate, g *group) {
	ci, actions := s.governing(g)
	if len(actions) == 0 {
		s.undergoes(c, g, ci)
		return
	}
	last := &s.actions[actions[len(actions)-1]]
	object := g.prep == 0 || last.infinitive
	p := predicate{ci: ci}
	switch {
	case last.rel.has(reverse) && object && g.first-last.last <= 4:
		s.turned(c, g.rel)
	case last.rel.has(deny) && !last.negated:
		s.deny(c)
		return
	case last.rel != nil && last.rel.kind == data.Sanction && object && !last.negated && c.stance != data.Conflict && g.first-last.last <= 4:
		c.kind, c.stance = last.rel.kind, last.rel.stance
	case last.rel != nil && last.rel.kind == data.Reject && object:
		c.kind, c.stance = data.Reject, data.Conflict
	}
	for _, ai := range actions {
		if a := &s.actions[ai]; !a.negated || object {
			p.actions = append(p.actions, ai)
		}
	}
	s.contextOf(c, &p, nil)
}

// undergoes reads what is done to a noun that is the subject of a passive: "traffic between Peru and Chile was suspended".
func (s *sentence) undergoes(c *candidate, g *group, ci int) {
	if ci < 0 || s.cs[ci].finite < 0 {
		return
	}
	cl := &s.cs[ci]
	a := &s.actions[cl.elements[cl.finite].action]
	subject := len(cl.subject) > 0 && s.gs[cl.subject[0]].first == g.first
	switch {
	case !subject || !a.passive || a.modality != data.Done:
	case a.negated && c.stance == data.Cooperation:
		s.deny(c)
	case a.rel.has(reverse) && !a.negated:
		s.turned(c, g.rel)
	}
}

// turned is the reading of a noun under a verb that turns it round.
func (s *sentence) turned(c *candidate, r *relation) {
	if r != nil && (r.stance == data.Conflict || r.kind == data.Mobilize) {
		c.kind, c.stance = data.Yield, data.Cooperation
		return
	}
	c.kind, c.stance = data.Sanction, data.Conflict
}

// governing gives the clause of a group and the actions before it there.
func (s *sentence) governing(g *group) (int, []int) {
	for ci := range s.cs {
		var actions []int
		for _, e := range s.cs[ci].elements {
			if e.action >= 0 {
				actions = append(actions, e.action)
			} else if s.gs[e.group].first == g.first {
				return ci, actions
			}
		}
	}
	return -1, nil
}

func (s *sentence) deny(c *candidate) {
	c.modality = data.Denied
	s.add(c, denied, "")
}

// tieNoun adds the candidate of two members that stand around a noun.
func (s *sentence) tieNoun(g, last *group, a, b member, l link) {
	c := s.propose(a, b, -1)
	if c == nil {
		return
	}
	c.first, c.last = min(g.first, c.first), max(last.last, c.last)
	s.add(c, onePhrase, "")
	if l.rel != nil {
		s.add(c, inFrame, l.rel.word)
	}
	s.nounSays(c, l.rel, g)
	if l.rel.has(directed | goods | actor) {
		c.from = a.party
	}
}

// betweenPairs adds all pairs of the parties after "between".
func (s *sentence) betweenPairs(g *group, a argument) {
	for i := range a.members {
		for k := range i {
			c := s.propose(a.members[k], a.members[i], -1)
			if c == nil {
				continue
			}
			c.first = min(g.first, c.first)
			s.add(c, betweenThem, "")
			s.nounSays(c, g.rel, g)
			if len(a.members) > 5 {
				s.add(c, longList, "")
			}
		}
	}
}
