package tie

import (
	"entente/data"
	"entente/data/text"
)

// says adds what the word at a node says of a pair, with what stands around it: what it turns round, negation, plans.
func (s *sentence) says(c *candidate, g, hit int) {
	if hit < 0 {
		if !s.far.segs[g].pairedByHyphen(s) {
			s.add(c, noWord, "")
		}
		c.kind, c.stance = data.Cooperate, data.Cooperation
		s.shade(c, g)
		return
	}
	m := &s.far.means[hit]
	word := s.hitWord(hit)
	if m.verb {
		s.far.add(s, c, byVerb, m.rel.weight, word)
	} else {
		s.far.add(s, c, byNoun, m.rel.weight, word)
	}
	c.kind, c.stance, c.fields = m.rel.kind, m.rel.stance, m.rel.fields
	if m.rel.has(mediate) {
		s.add(c, mediated, "")
	}
	s.seconded(c, g, hit)
	if s.negated(g, hit) {
		s.deny(c)
		return
	}
	s.shade(c, g)
}

// pairedByHyphen says whether a segment names two parties in one adjective: "deutsch-polnisch" says that they do something
// together, whatever it is.
func (g *segment) pairedByHyphen(s *sentence) bool {
	for _, li := range g.lists {
		if s.far.lists[li].compound && !s.far.lex.letters {
			return true
		}
	}
	return false
}

// add gives a candidate a reason with the weight of a word.
func (f *far) add(s *sentence, c *candidate, r reason, weight float64, word string) {
	c.score.add(r, s.weights[r].value*weight, word)
}

// seconded reads a second word of the segment: one that turns the deciding one round, or one that agrees with it.
func (s *sentence) seconded(c *candidate, g, hit int) {
	f := s.far
	first := f.means[hit].rel
	if first.has(reverse) {
		if noun := s.turns(g, hit); noun != nil {
			s.turned(c, noun)
			c.fields = join(c.fields, noun.fields)
			return
		}
	}
	for _, h := range f.segs[g].hits {
		m := &f.means[h]
		r := m.rel
		if h == hit || r.has(actor|goods|weak|say|comment|deny|light) || r.kind == "" {
			continue
		}
		c.fields = join(c.fields, r.fields)
		switch {
		case r.stance == first.stance:
			f.add(s, c, byNoun, second*r.weight, s.hitWord(h))
			return
		}
	}
}

// turns gives the noun that a verb such as "suspend" turns round: the nearest one that it can have for its object, nil
// where there is none. What is suspended "because of a dispute" is not the dispute.
func (s *sentence) turns(g, verb int) *relation {
	f := s.far
	reach := turnReach
	if f.lex.letters {
		reach *= 2
	}
	best, least := (*relation)(nil), reach+1
	for _, h := range f.segs[g].hits {
		m := &f.means[h]
		d := max(h-verb, verb-h)
		if h == verb || m.verb && m.rel.has(joint|say) || m.rel.has(actor|weak|say|reverse|comment) || d >= least {
			continue
		}
		if m.rel.stance == data.Conflict && s.causeBetween(min(h, verb), max(h, verb)) {
			continue
		}
		best, least = m.rel, d
	}
	return best
}

// causeBetween says whether "because of" or "by" stands between two nodes.
func (s *sentence) causeBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if s.far.means[k].marks&(markFor|markBy|markAfter) != 0 && s.far.means[k].marks&markIn == 0 {
			return true
		}
	}
	return false
}

// negated says whether the word at a node is denied: itself, or the verb of its segment.
func (s *sentence) negated(g, hit int) bool {
	f := s.far
	if s.deniedBefore(g, hit) {
		return true
	}
	if s.notAround(g, hit) {
		r := f.means[hit].rel
		return r.kind != data.Reject || r.has(joint)
	}
	if f.means[hit].verb {
		return false
	}
	if (f.lang == "sr" || f.lang == "ru") && s.notAfter(hit+1) {
		return true
	}
	for _, h := range f.segs[g].hits {
		if m := &f.means[h]; m.verb && h != hit && m.rel.stance != data.Conflict && s.notAround(g, h) {
			return true
		}
	}
	return false
}

// deniedBefore says whether a verb of denying stands in the segment: "denied selling arms".
func (s *sentence) deniedBefore(g, hit int) bool {
	for _, h := range s.far.segs[g].hits {
		if s.far.means[h].rel.has(deny) && h != hit && !s.notAround(g, h) {
			return true
		}
	}
	return false
}

// notAfter says whether a negation right behind a party or noun denies the verb that follows: "у споре не участвует".
func (s *sentence) notAfter(node int) bool {
	if s.far.lex.letters {
		return false
	}
	for k := node; k < min(len(s.nodes), node+3); k++ {
		if s.far.segOf[k] != s.far.segOf[max(node-1, 0)] || s.token(k).Kind == text.Punct {
			return false
		}
		if m := s.far.means[k].marks; m&markNot != 0 {
			return m&markOnly == 0
		}
	}
	return false
}

// notAround says whether a negation belongs to the word at a node: before it, in Japanese behind it, in German anywhere in
// the segment.
func (s *sentence) notAround(g, hit int) bool {
	from, to := max(0, hit-4), hit
	switch s.far.lang {
	case "zh":
		for from = hit; from > max(0, hit-notReach) && s.tagAt(from-1) != comma; {
			from--
		}
	case "ja":
		from, to = hit, min(len(s.nodes), hit+6)
	case "de":
		from, to = s.reach(g)
	}
	for k := from; k < to; k++ {
		if s.far.segOf[k] == g && s.far.means[k].marks&markNot != 0 && s.far.means[k].marks&markOnly == 0 {
			return true
		}
		if s.far.lang == "ja" && k > hit && s.tagAt(k) == comma {
			return false
		}
	}
	return false
}

// shade adds plans, doubt, history and sport.
func (s *sentence) shade(c *candidate, g int) {
	m := s.far.segs[g].marks
	switch {
	case m&markMay != 0:
		c.modality = data.Proposed
		s.add(c, proposed, "")
	case m&markWill != 0:
		c.modality = data.Planned
		s.add(c, planned, "")
	}
	if m&markSport != 0 {
		s.add(c, sporting, "")
	}
	for _, h := range s.far.segs[g].hits {
		if s.far.means[h].rel.has(comment) {
			s.add(c, commenting, "")
			break
		}
	}
	if m&markOnce != 0 {
		s.add(c, comparing, "")
	}
}
