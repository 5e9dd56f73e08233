package tie

import (
	"slices"

	"entente/data"
	"entente/data/text"
)

// toTopic ties a doer to the party that the article is mostly about, where a verb or noun that reaches another party
// names none: "Abu Dhabi extended a credit line" in an article about Ethiopia.
func (s *sentence) toTopic(p *predicate, doers []member) {
	if s.topic == "" || len(doers) == 0 || len(doers) > 3 || s.cs[p.ci].relative || s.cs[p.ci].says || s.partiesIn(p.ci) != len(doers) {
		return
	}
	for i, d := range doers {
		if d.party == s.topic || d.role == referred || i > 0 && s.tied(d.party, doers[0].party) {
			return
		}
	}
	v := s.lastVerb(p, inObject)
	n := link{}
	for _, x := range p.nouns {
		if n.rel == nil || x.rel.weight > n.rel.weight {
			n = x
		}
	}
	if !reaches(v.rel) && !reaches(n.rel) || s.actions[p.actions[0]].passive {
		return
	}
	v.framed, n.framed = reaches(v.rel), reaches(n.rel)
	for _, d := range doers {
		c := s.propose(d, member{party: s.topic, role: within, mention: -1, node: d.node}, p.ci)
		if c == nil {
			continue
		}
		s.add(c, aboutTopic, "")
		s.verbSays(c, p, v, n, inObject)
		c.from, c.first, c.last = d.party, s.firstNode(p.ci), s.lastNode(p.ci)
	}
}

// tied says whether two parties have been read as tied in the sentence.
func (s *sentence) tied(a, b data.Party) bool {
	pair := data.PairOf(a, b)
	return slices.ContainsFunc(s.cands, func(c candidate) bool { return c.pair == pair && c.score.confidence() >= threshold })
}

// nounToTopic ties the one party of "the dispute with Cairo" to whom the article is mostly about, or to who speaks.
func (s *sentence) nounToTopic(ci int) {
	if s.topic == "" || s.partiesIn(ci) != 1 {
		return
	}
	for _, e := range s.cs[ci].elements {
		if e.group < 0 {
			continue
		}
		g := &s.gs[e.group]
		if !g.rel.has(joint) || g.rel.has(weak) || g.rel.weight < 1.4 || len(g.members) > 0 || g.prep != 0 || g.no {
			continue
		}
		for k := e.group + 1; k < len(s.gs) && k <= e.group+2; k++ {
			h := &s.gs[k]
			if h.prep == withSlot && len(h.members) == 1 && h.members[0].party != s.topic && h.chain == k {
				s.aboutTopicNoun(ci, g, h)
			}
		}
	}
}

func (s *sentence) aboutTopicNoun(ci int, g, h *group) {
	c := s.propose(h.members[0], member{party: s.topic, role: within, mention: -1, node: g.relNode}, ci)
	if c == nil {
		return
	}
	s.add(c, aboutTopic, "")
	s.add(c, inFrame, g.rel.word)
	s.nounSays(c, g.rel, g)
	c.first, c.last = min(g.first, c.first), max(h.last, c.last)
}

// doneThere ties who does something "there" to the country named last before it.
func (s *sentence) doneThere(p *predicate, doers []member) {
	if len(doers) != 1 || s.partiesIn(p.ci) != 1 {
		return
	}
	there := -1
	for i := s.firstNode(p.ci); i < min(s.lastNode(p.ci)+2, len(s.nodes)); i++ {
		if s.is(i, isThere) && s.tagAt(i) == adverb {
			there = i
		}
	}
	v := s.lastVerb(p, inSlot)
	if there < 0 || v.rel == nil || !v.framed || !v.rel.has(place) {
		return
	}
	where := s.namedBefore(there, doers[0].party)
	c := s.propose(doers[0], member{party: where, role: referred, mention: -1, node: there}, p.ci)
	if c == nil {
		return
	}
	s.add(c, oneClause, "")
	s.verbSays(c, p, v, link{}, inSlot)
	c.from, c.first, c.last = doers[0].party, s.firstNode(p.ci), s.lastNode(p.ci)
}

// namedBefore gives the party after "in", "to" or "at" named last before a node, in the sentence or before it, or "".
func (s *sentence) namedBefore(node int, not data.Party) data.Party {
	best := data.Party("")
	for i := range s.gs {
		g := &s.gs[i]
		if g.last > node {
			break
		}
		for _, m := range g.members {
			if g.prep&(inSlot|toSlot|atSlot) != 0 && m.party != not {
				best = m.party
			}
		}
	}
	if best == "" && len(s.focus.recent) > 0 {
		best = s.focus.recent[0]
	}
	return best
}

// partiesIn counts the different parties that the groups of a clause name or mean.
func (s *sentence) partiesIn(ci int) int {
	var seen []data.Party
	for _, e := range s.cs[ci].elements {
		if e.group < 0 {
			continue
		}
		for _, m := range s.resolve(e.group) {
			if !slices.Contains(seen, m.party) {
				seen = append(seen, m.party)
			}
		}
	}
	return len(seen)
}

// reaches says whether a relation goes from one party to another.
func reaches(r *relation) bool {
	if r == nil || r.weight < 1.3 || r.has(comment|compare|light) {
		return false
	}
	switch r.kind {
	case data.Cooperate, data.AidKind:
		return r.frame&(toSlot|inSlot|fromSlot|onSlot|forSlot) != 0
	}
	return false
}

// answers ties who replies to who spoke in the sentence before.
func (s *sentence) answers(p *predicate, doers []member) {
	f := &s.focus
	if len(doers) != 1 || f.subject == "" || f.subject == doers[0].party || f.spoke != s.index-1 {
		return
	}
	for _, ai := range p.actions {
		a := &s.actions[ai]
		if !a.rel.has(reply) || a.passive || a.negated {
			continue
		}
		c := s.propose(doers[0], member{party: f.subject, role: within, mention: -1, node: doers[0].node}, p.ci)
		if c == nil {
			return
		}
		s.add(c, answering, a.rel.word)
		c.kind, c.stance = data.Consult, data.Neutral
		if f.pair == c.pair && f.stance != "" {
			c.stance, c.kind = f.stance, f.kind
		}
		c.from, c.first, c.last = doers[0].party, s.firstNode(p.ci), s.lastNode(p.ci)
		return
	}
}

// told is what was read of a pair last.
type told struct {
	pair   data.Pair
	kind   data.Kind
	stance data.Stance
	at     int // sentence
}

// goOn adds a passage that goes on about a pair told of before, with a time or an amount to tell and no party beside the
// two in it. Its stance is neutral unless its own words say more, so that it does not outweigh what was told outright.
func (s *sentence) goOn() {
	t, ok := s.toldBefore()
	if !ok || len(s.dates)+len(s.amounts) == 0 || s.data.Heading {
		return
	}
	if first := s.nodes[0].entry; first != nil && first.classes&isImprint != 0 {
		return
	}
	for i := range s.cands {
		if s.cands[i].pair != t.pair || s.cands[i].modality == data.Denied {
			return
		}
	}
	a := member{party: t.pair[0], role: within, mention: -1}
	c := s.propose(a, member{party: t.pair[1], role: within, mention: -1}, -1)
	if c == nil {
		return
	}
	s.add(c, goesOn, "")
	c.goesOn = true
	c.kind, c.stance, c.first, c.last = t.kind, data.Neutral, 0, len(s.nodes)
	s.toneOf(c)
	if len(s.actions) > 0 {
		c.modality = s.actions[0].modality
	}
}

// toldBefore gives the pair that a sentence may go on about: the two parties named in it, where they were tied before;
// the last pair with the one party named in it; or, close by, the pair in focus.
func (s *sentence) toldBefore() (told, bool) {
	f := &s.focus
	for i := len(s.history) - 1; i >= 0; i-- {
		t := s.history[i]
		switch len(s.named) {
		case 0:
			return t, t.pair == f.pair && s.near(t.at)
		case 1:
			if t.pair.Has(s.named[0]) && s.index-t.at <= 6 {
				return t, true
			}
		case 2:
			if t.pair == data.PairOf(s.named[0], s.named[1]) {
				return t, true
			}
		default:
			return told{}, false
		}
	}
	return told{}, false
}

// near says whether a sentence stands close before, in the same paragraph or the one before.
func (s *sentence) near(at int) bool {
	d := s.data.Paragraph - s.doc.Sentences[at].Paragraph
	return s.index-at <= 5 && d <= 1
}

// toneOf takes kind and stance from the words of the main clauses: a hostile word makes the passage hostile, an agreement
// or a visit makes it friendly, others leave it as it was.
func (s *sentence) toneOf(c *candidate) {
	for i := c.first; i < min(c.last, len(s.nodes)); i++ {
		r := s.nodes[i].rel
		if s.tagAt(i) == rel && i > c.first {
			for i < c.last-1 && s.tagAt(i) != comma {
				i++
			}
		}
		if r == nil || s.nodes[i].skip || r.weight < 1.2 && r.kind != data.Mobilize {
			continue
		}
		if r.stance == data.Conflict {
			c.kind, c.stance = r.kind, r.stance
			return
		}
		if r.kind == data.Agree || r.kind == data.AidKind || r.kind == data.Yield || r.kind == data.Support {
			c.kind, c.stance = r.kind, r.stance
		}
	}
}

// takesBack says whether a sentence does no more than deny the one before: "It had not."
func (s *sentence) takesBack() bool {
	n, not := 0, false
	for i := range s.nodes {
		if s.token(i).Kind == text.Word {
			n++
			not = not || s.is(i, isNeg)
		}
		if t := s.nodes[i].tag; t == verb || t == name {
			return false
		}
	}
	return not && n <= 4 && n >= 2
}

// retract drops the evidence of the sentence before.
func (s *sentence) retract() {
	if s.index == 0 {
		return
	}
	before := s.doc.Sentences[s.index-1].Span
	kept := s.found[:0]
	for _, e := range s.found {
		if e.Span != before {
			kept = append(kept, e)
			continue
		}
		for i := range s.considered {
			if c := &s.considered[i]; c.Span == before && c.Pair == e.Pair {
				c.Taken, c.Modality, c.Reason = false, data.Denied, s.weights[denied].words
			}
		}
	}
	s.found = kept
}
