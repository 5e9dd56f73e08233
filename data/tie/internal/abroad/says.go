package abroad

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// says adds what the word at a node says of a pair, with what stands around it: what it turns round, negation, plans.
func (s *Reader) says(c *pairing.Candidate, g, hit int) {
	if hit < 0 && s.deniedBefore(g, hit) {
		s.Deny(c) // "both capitals denied it"
		return
	}
	if hit < 0 {
		if !s.far.segs[g].pairedByHyphen(s) {
			s.Add(c, reason.NoWord, "")
		}
		c.Kind, c.Stance = data.Cooperate, data.Cooperation
		s.shade(c, g)
		return
	}
	if h := s.handedOver(hit); h >= 0 {
		hit = h
	} else if h := s.turnedBy(g, hit); h >= 0 {
		hit = h
	}
	m := &s.far.means[hit]
	word := s.hitWord(hit)
	if m.verb {
		s.Weighed(c, reason.ByVerb, m.rel.Weight, word)
	} else {
		s.Weighed(c, reason.ByNoun, m.rel.Weight, word)
	}
	c.Kind, c.Stance, c.Fields = m.rel.Kind, m.rel.Stance, m.rel.Fields
	if v := s.brokenOff(g, hit); v != nil {
		c.Kind, c.Stance = v.Kind, v.Stance
	} else if s.wardsOff(c, g) {
		c.Kind, c.Stance = data.Support, data.Cooperation
	}
	if m.rel.Kind == data.Request && m.rel.Stance == data.Neutral && s.toGiveWay(g, hit) {
		c.Stance = data.Conflict
	}
	if m.rel.Has(rules.Mediate) {
		s.Add(c, reason.Mediated, "")
	}
	s.seconded(c, g, hit)
	if s.negated(g, hit) {
		if s.far.segs[g].marks&markMore == 0 || c.Stance == data.Neutral {
			s.Deny(c)
			return
		}
		s.Turned(c, m.rel) // "no longer sells"
	}
	s.shade(c, g)
}

// brokenOff gives the hostile verb whose object is the agreement that a participle only describes, "denounced the accord signed
// with Peru", or nil.
func (s *Reader) brokenOff(g, hit int) *rules.Relation {
	f := s.far
	if m := &f.means[hit]; !m.verb || m.rel.Kind != data.Agree || f.lex.letters {
		return nil
	}
	agreed := false
	for k := hit - 1; k >= max(0, hit-brokenReach) && f.segOf[k] == g; k-- {
		m := &f.means[k]
		switch {
		case s.Nodes[k].Mention >= 0:
			return nil
		case m.rel == nil:
		case !m.verb:
			agreed = agreed || m.rel.Kind == data.Agree
		case agreed && m.rel.Stance == data.Conflict && !s.notAround(g, k):
			return m.rel
		default:
			return nil
		}
	}
	return nil
}

// brokenReach is how many words may stand from a hostile verb to the participle that describes its object.
const brokenReach = 12

// handedOver gives the hostile noun that a verb of giving hands over, "delivered a note of protest", or -1.
func (s *Reader) handedOver(verb int) int {
	f := s.far
	if m := &f.means[verb]; !m.verb || f.lex.letters || m.rel.Stance != data.Cooperation || !m.rel.Has(rules.Directed) {
		return -1
	}
	for k := verb + 1; k < min(len(s.Nodes), verb+handReach); k++ {
		m := &f.means[k]
		if s.Nodes[k].Mention >= 0 || s.Token(k).Kind == text.Punct || m.marks&(slotMarks&^markOf) != 0 {
			return -1
		}
		if m.rel != nil {
			if !m.verb && m.rel.Stance == data.Conflict && m.rel.Has(rules.Directed) {
				return k
			}
			return -1
		}
	}
	return -1
}

// handReach is how many words may stand from a verb of giving to its object.
const handReach = 7

// pairedByHyphen says whether a segment names two parties in one adjective: "deutsch-polnisch" says that they do something
// together, whatever it is.
func (g *segment) pairedByHyphen(s *Reader) bool {
	for _, li := range g.lists {
		if s.far.lists[li].compound && !s.far.lex.letters {
			return true
		}
	}
	return false
}

// seconded reads a second word of the segment: one that turns the deciding one round, or one that agrees with it.
func (s *Reader) seconded(c *pairing.Candidate, g, hit int) {
	f := s.far
	first := f.means[hit].rel
	if first.Has(rules.Reverse) {
		if noun := s.turns(g, hit); noun != nil {
			s.Turned(c, noun)
			c.Fields = pairing.Join(c.Fields, noun.Fields)
			return
		}
	}
	for _, h := range f.segs[g].hits {
		m := &f.means[h]
		r := m.rel
		if h == hit || r.Has(rules.Actor|rules.Goods|rules.Weak|rules.Say|rules.Comment|rules.Deny|rules.Light) || r.Kind == "" {
			continue
		}
		c.Fields = pairing.Join(c.Fields, r.Fields)
		switch {
		case first.Word == "relations" && r.Stance == data.Conflict && r.Has(rules.Joint):
			c.Kind, c.Stance = r.Kind, r.Stance // "relations have soured"
			return
		case first.Word == "dispute" && r.Word == "thaw":
			c.Kind, c.Stance = r.Kind, r.Stance // "settled their dispute"
			return
		case r.Stance == first.Stance:
			s.Weighed(c, reason.ByNoun, second*r.Weight, s.hitWord(h))
			return
		}
	}
}

// turns gives the noun that a verb such as "suspend" turns round: the nearest one that it can have for its object, nil
// where there is none. What is suspended "because of a dispute" is not the dispute.
func (s *Reader) turns(g, verb int) *rules.Relation {
	f := s.far
	reach := turnReach
	if f.lex.letters {
		reach *= 2
	}
	best, least := (*rules.Relation)(nil), 2*reach+1
	for _, h := range f.segs[g].hits {
		m := &f.means[h]
		d := max(h-verb, verb-h)
		if d > reach {
			continue
		}
		if m.rel.Has(rules.Goods) {
			d += reach // "lifted the ban on beef"
		}
		if h == verb || m.verb && (m.rel.Has(rules.Joint|rules.Say) && !s.calledOff(verb, h) || s.andBetween(verb, h)) || m.rel.Has(rules.Actor|rules.Weak|rules.Say|rules.Reverse|rules.Comment) || d >= least {
			continue
		}
		if m.rel.Kind == data.Request || m.rel.Stance == data.Conflict && s.causeBetween(min(h, verb), max(h, verb)) {
			continue
		}
		best, least = m.rel, d
	}
	return best
}

// calledOff says whether a word of meeting stands right at the verb that turns it round, as its object: "cancelled the meeting";
// in Japanese it stands before the verb.
func (s *Reader) calledOff(verb, h int) bool {
	d := h - verb
	if s.far.lang == "ja" {
		d = -d
	}
	return d > 0 && d <= calledReach && s.far.means[h].rel.Kind == data.Consult
}

// calledReach is how many tokens may stand from such a verb to the meeting.
const calledReach = 3

// turnedBy gives the verb that turns the noun at a node round, "suspended its exports to Peru", or -1.
func (s *Reader) turnedBy(g, noun int) int {
	f := s.far
	m := &f.means[noun]
	if m.rel.Has(rules.Actor|rules.Weak) || m.rel.Stance == data.Neutral || m.rel.Kind == data.Consult {
		return -1 // talks that are put off are no quarrel
	}
	for _, h := range f.segs[g].hits {
		if r := f.means[h].rel; h != noun && max(h-noun, noun-h) <= 2*turnReach && r.Has(rules.Reverse) && f.means[h].verb && s.turns(g, h) == m.rel && !s.notAround(g, h) && !s.onlyAsked(g, h, m.rel) && (!m.verb || s.stops(h, noun)) {
			return h
		}
	}
	return -1
}

// stops says whether the verb at a node has the other one for its object: "stopped supplying gas to Peru", in Japanese with the
// verb behind it.
func (s *Reader) stops(verb, object int) bool {
	if s.far.means[object].rel.Has(rules.Joint) || (verb > object) != (s.far.lang == "ja") {
		return false
	}
	return !s.andBetween(min(verb, object), max(verb, object))
}

// andBetween says whether "and" or a comma stands behind one node and before another.
func (s *Reader) andBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if s.far.means[k].marks&markAnd != 0 || s.TagAt(k) == token.Comma {
			return true
		}
	}
	return false
}

// causeBetween says whether "because of" or "by" stands between two nodes, and not "for" with whom it is done for: "lifted for
// Peruvians the duty".
func (s *Reader) causeBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if m := s.far.means[k].marks; m&(markFor|markBy|markAfter) != 0 && m&markIn == 0 {
			if s.far.lang == "ru" && s.Fold(k) == "для" && k+2 < to {
				continue
			}
			return true
		}
	}
	return false
}

// shade adds plans, doubt, history and sport.
func (s *Reader) shade(c *pairing.Candidate, g int) {
	m := s.far.segs[g].marks
	if k := s.opener(g); k >= 0 {
		m |= s.far.means[k].marks // "plans to", where that opens a clause
	}
	switch {
	case m&markMay != 0:
		c.Modality = data.Proposed
		s.Add(c, reason.Proposed, "")
	case m&markWill != 0:
		c.Modality = data.Planned
		s.Add(c, reason.Planned, "")
	case m&markNow != 0:
		c.Modality = data.Ongoing
	}
	if m&markSport != 0 {
		s.Add(c, reason.Sporting, "")
	}
	for _, h := range s.far.segs[g].hits {
		if s.far.means[h].rel.Has(rules.Comment) {
			s.Add(c, reason.Commenting, "")
			break
		}
	}
	if m&markOnce != 0 {
		s.Add(c, reason.Comparing, "")
	}
}
