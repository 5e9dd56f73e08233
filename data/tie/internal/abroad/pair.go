package abroad

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

const (
	// argumentReach is how many tokens may stand between a noun and the party after its preposition.
	argumentReach = 6
	// turnReach is how many tokens may stand between a verb that turns its object round and that object.
	turnReach = 9
	// notReach is how many letters may stand between a Chinese negation and its verb.
	notReach = 12
	// verbBonus is what a verb says more than a noun of the same weight.
	verbBonus = 0.3
	// nearBonus is what a word says more for standing between two parties or right at one of them.
	nearBonus = 0.3
	// second is the part of its weight that a second word adds to the first.
	second = 0.4
)

// inSegment finds the pairs that a segment tells of.
func (s *Reader) inSegment(g int) {
	f := s.far
	seg := &f.segs[g]
	if s.resentedAbove(g) {
		return
	}
	for _, li := range seg.lists {
		s.sidesOf(g, &f.lists[li])
	}
	for _, h := range seg.hits {
		s.aroundNoun(g, h)
	}
	s.shared(g)
	s.agents(g)
	partners := s.subjectWithOthers(g)
	reached := seg.pairAt >= 0 && s.bothReached(g)
	switch {
	case partners && !s.mediatedIn(seg):
		s.inConcert(g)
	case !reached && !s.reachesBoth(g):
		s.doTogether(g)
	}
	if seg.pairAt >= 0 && !reached {
		s.bothMeant(g)
	}
	if seg.threeAt >= 0 {
		s.threeMeant(g)
	}
	if !partners {
		s.carried(g)
		s.comeHome(g)
	}
}

func (s *Reader) spotsOf(l *series) []spot { return s.far.spots[l.first:l.last] }

// sidesOf ties the parties of "between A and B" and of "deutsch-polnisch".
func (s *Reader) sidesOf(g int, l *series) {
	if l.slot != rules.BetweenSlot && (!l.compound || l.slot == rules.AboutSlot || s.actedUpon(g, l)) || l.last-l.first < 2 {
		return
	}
	sides := s.spotsOf(l)
	hit := s.headOfSides(g, l)
	if c := s.concert(g, hit); c >= 0 && (l.slot == 0 || s.far.lex.letters && l.slot == rules.InSlot) {
		hit = c
	}
	for i := range sides {
		for k := range i {
			c := s.pairUp(sides[k].Member, sides[i].Member, g)
			if c == nil {
				continue
			}
			if l.slot == rules.BetweenSlot {
				s.Add(c, reason.BetweenThem, "")
			} else {
				s.Add(c, reason.Sidebyside, "")
			}
			s.says(c, g, hit)
			if len(sides) > pairing.TogetherMax {
				s.Add(c, reason.LongList, "")
			}
		}
	}
}

// actedUpon says whether two parties side by side are the object of what a third one does: "China warned Japan and
// Australia" in its Japanese form.
func (s *Reader) actedUpon(g int, l *series) bool {
	by := s.far.segs[g].subject
	return by >= 0 && &s.far.lists[by] != l && l.slot&(rules.InObject|rules.ToSlot|rules.AgainstSlot) != 0 && s.far.lang == "ja"
}

// headOfSides gives the word that says what two sides are to each other: the noun right before "between", else the one
// that relates best.
func (s *Reader) headOfSides(g int, l *series) int {
	sides := s.spotsOf(l)
	if l.slot == rules.BetweenSlot && !s.far.lex.letters {
		for k := sides[0].Node - 1; k >= max(0, sides[0].Node-argumentReach); k-- {
			if m := &s.far.means[k]; m.rel != nil && !m.verb && m.rel.Weight >= meetingMin && !m.rel.Has(rules.Actor|rules.Goods|rules.Weak) && s.far.segOf[k] == g {
				return k
			}
		}
	}
	return s.trigger(g, &sides[0], &sides[len(sides)-1], 0)
}

// pairUp proposes a pair of a segment.
func (s *Reader) pairUp(a, b grammar.Member, g int) *pairing.Candidate {
	c := s.Propose(a, b, -1)
	if c == nil {
		return nil
	}
	c.First, c.Last = s.reach(g)
	seg := &s.far.segs[g]
	if seg.marks&markIf != 0 {
		s.Add(c, reason.Hypothetical, "")
	} else if seg.marks&markDoubt != 0 || seg.parent >= 0 && s.rumoured(seg) {
		s.Add(c, reason.Doubted, "")
	}
	return c
}

// reach gives the nodes from the first to the last of a segment.
func (s *Reader) reach(g int) (first, last int) {
	first = -1
	for i, of := range s.far.segOf {
		if of == g {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	return max(first, 0), last
}

// aroundNoun ties the parties around a noun: "izvoz Srbije u Rusiju", "投資", "une entreprise chinoise au Niger".
func (s *Reader) aroundNoun(g, h int) {
	f := s.far
	m := &f.means[h]
	if m.rel.Has(rules.Weak) || m.rel.Word == "people" && s.perished(g) {
		return
	}
	var owner, other *series
	for _, li := range f.segs[g].lists {
		l := &f.lists[li]
		switch p := &f.spots[l.first]; {
		case s.owns(p, h), s.comesFrom(p, h), s.standsIn(p, h):
			if owner == nil {
				owner = l
			}
		case s.argument(p, h):
			other = l
		}
	}
	if owner == nil || other == nil {
		return
	}
	for _, a := range s.spotsOf(owner) {
		for _, b := range s.spotsOf(other) {
			c := s.pairUp(a.Member, b.Member, g)
			if c == nil {
				continue
			}
			s.Add(c, reason.OnePhrase, "")
			s.Add(c, reason.InFrame, s.hitWord(h))
			s.says(c, g, s.overNoun(g, h))
			c.From = a.Party
		}
	}
}

// overNoun gives the word that decides about what stands around a noun: the verb that takes the noun for its doer, where
// the noun only tells who acts.
func (s *Reader) overNoun(g, h int) int {
	if !s.far.means[h].rel.Has(rules.Actor | rules.Goods) {
		return h
	}
	best := h
	for _, k := range s.far.segs[g].hits {
		if r := s.far.means[k].rel; k != h && !r.Has(rules.Actor|rules.Goods|rules.Weak|rules.Say|rules.Comment) && r.Weight > s.far.means[best].rel.Weight &&
			(r.Has(rules.Place|rules.Directed|rules.Joint) || r.Stance == data.Conflict) {
			best = k
		}
	}
	return best
}

// argument says whether a party stands where the noun at h expects another one.
func (s *Reader) argument(p *spot, h int) bool {
	r := s.far.means[h].rel
	if p.slot&(rules.InSlot) != 0 && !r.Has(rules.Place) || p.slot&(rules.WithSlot|rules.ToSlot|rules.FromSlot|rules.InSlot|rules.AgainstSlot|rules.NearSlot) == 0 {
		return false
	}
	if s.far.lex.letters {
		return p.last <= h && h-p.last <= 8
	}
	return p.Node > h && p.Node-h <= argumentReach+2 && !s.hitBetween(h+1, p.Node, true) && s.ownSlot(p, h, r.Has(rules.Actor))
}

// ownSlot says whether the preposition of a party stands behind the noun at h, with no "and" between where the noun tells who
// acts: not "to a student from Peru", nor "students and a firm from Peru".
func (s *Reader) ownSlot(p *spot, h int, actor bool) bool {
	own := false
	for k := h + 1; k < p.Node; k++ {
		m := s.far.means[k].marks
		if own = own || m&slotMarks != 0; actor && m&markAnd != 0 {
			return false
		}
	}
	return own
}

// subjectWithOthers ties who does what is told to the other parties of a segment. It says whether there was a partner, so
// that the doers are not tied to each other by the same words.
func (s *Reader) subjectWithOthers(g int) (partners bool) {
	f := s.far
	seg := &f.segs[g]
	if seg.subject < 0 {
		return false
	}
	doer := &f.lists[seg.subject]
	for n, li := range seg.lists {
		l := &f.lists[li]
		if li == seg.subject || l.slot&(rules.AboutSlot|rules.OtherSlot|rules.BetweenSlot) != 0 || s.partOf(seg, n) || s.betweenDoers(g, doer, l) {
			continue
		}
		if n > 0 && s.accusedOf(g, doer, &f.lists[seg.lists[n-1]], l) {
			partners = true
			continue
		}
		for _, a := range s.spotsOf(doer) {
			for _, b := range s.spotsOf(l) {
				if b.slot == rules.InSlot && b.city() && s.among(doer, b.Party) {
					continue // "the ministers of A and B met in B"
				}
				tied := s.actsOn(g, a, b)
				partners = partners || tied
			}
		}
	}
	return partners
}

// partOf says whether a list only tells more of the one before it: "support for A's plan for B".
func (s *Reader) partOf(seg *segment, n int) bool {
	l := &s.far.lists[seg.lists[n]]
	if n == 0 || seg.lists[n-1] == seg.subject || l.slot&(rules.ForSlot|rules.InSlot|rules.OfSlot) == 0 || s.far.lex.letters {
		return false
	}
	before := s.far.spots[s.far.lists[seg.lists[n-1]].last-1].last
	at := s.far.spots[l.first].Node
	if p := &s.far.spots[s.far.lists[seg.lists[n-1]].first]; p.slot == rules.InSlot && p.city() && at-before > 1 {
		return false // "received in Lima the king of Spain", not "in Lima in Peru"
	}
	return at-before <= 5 && !s.hitBetween(before, at, false)
}

// actsOn ties a doer to another party of its segment.
func (s *Reader) actsOn(g int, a, b spot) bool {
	hit := s.trigger(g, &a, &b, b.slot)
	if hit >= 0 && b.slot&(rules.InSlot|rules.ForSlot|rules.NearSlot) != 0 && !s.meetingAt(hit) && !s.placeFits(s.far.means[hit].rel, &a, &b) {
		if fit := s.triggerOf(g, &a, &b, b.slot, true); fit >= 0 && (!s.quarrelAt(hit) || b.slot == rules.ForSlot && s.far.means[fit].rel.Kind == data.Sanction) {
			hit = fit
		}
	}
	if hit < 0 || b.slot == 0 && s.besideClause(&a, &b, hit) {
		return false
	}
	r := s.far.means[hit].rel
	if r.Word == "people" && s.perished(g) {
		return false
	}
	if s.far.segOf[a.Node] != g {
		a.Role = grammar.Referred // the doer of the segment before goes on
	}
	c := s.pairUp(a.Member, b.Member, g)
	if c == nil {
		return false
	}
	s.Add(c, reason.OneClause, "")
	switch {
	case b.slot&(rules.InSlot|rules.ForSlot|rules.NearSlot) != 0 && !s.placeFits(r, &a, &b) && !s.visited(hit, &b):
		s.Add(c, reason.Venue, s.Doc.Word(s.First+b.Node))
	case b.slot&(rules.WithSlot|rules.AgainstSlot|rules.ToSlot|rules.FromSlot|rules.BySlot) != 0 || r.Has(rules.Directed) || r.Stance == data.Conflict && !r.Has(rules.Reverse) || r.Has(rules.Actor) && s.sentBefore(g, hit):
		s.Add(c, reason.InFrame, s.hitWord(hit))
	}
	s.says(c, g, hit)
	if hit < b.Node && s.notAfter(b.last) {
		s.Deny(c)
	}
	s.refused(c, g, hit)
	s.sidesWithVictim(c, g, &a, &b)
	c.From = a.Party
	return c.Modality != data.Denied && c.Score.Sum > 0
}

// meetingAt says whether the word at a node is one of meeting or agreeing, for which a place is only where it happened.
func (s *Reader) meetingAt(hit int) bool {
	k := s.far.means[hit].rel.Kind
	return k == data.Consult || k == data.Agree
}

// visited says whether the word at a node is a visit, right beside the place where somebody is on it: "on a visit in Peru".
func (s *Reader) visited(hit int, b *spot) bool {
	return s.far.means[hit].rel.Word == "visit" && max(hit-b.Node, b.Node-hit) <= visitReach
}

// visitReach is how many tokens may stand between a visit and its place.
const visitReach = 4

// besideClause says whether a second party without a preposition begins a clause of its own: "A celebrates, B protests".
func (s *Reader) besideClause(a, b *spot, hit int) bool {
	if s.far.lang == "ja" {
		return false
	}
	if hit < b.last {
		return b.Node > 0 && s.TagAt(b.Node-1) == token.Comma && s.Token(b.Node-1).Kind == text.Punct && (!b.adjective || s.far.lex.letters)
	}
	beside := false
	for k := a.last; k < b.Node; k++ {
		if s.far.segOf[k] != s.far.segOf[b.Node] {
			return false // a clause between two commas only interrupts
		}
		beside = beside || s.TagAt(k) == token.Comma && s.Token(k).Kind == text.Punct
	}
	return beside
}

// trigger gives the node of the word that relates two parties of a segment best, or -1.
func (s *Reader) trigger(g int, a, b *spot, slot rules.Slots) int {
	return s.triggerOf(g, a, b, slot, false)
}

// triggerOf is trigger, among the words for which the place of b is the other party where fits is asked for.
func (s *Reader) triggerOf(g int, a, b *spot, slot rules.Slots, fits bool) int {
	best, most, after := -1, 0.0, false
	for _, h := range s.far.segs[g].hits {
		m := &s.far.means[h]
		w := m.rel.Weight
		switch {
		case fits && !s.placeFits(m.rel, a, b):
			continue
		case m.verb && s.askedNot(g, h):
			continue
		case w == 0 || m.rel.Has(rules.Say|rules.Comment|rules.Deny) || s.ofOthers(h, a, b):
			continue
		case m.rel.Has(rules.Actor | rules.Goods | rules.Weak):
			w /= 2
		case m.rel.Has(rules.Light), s.overBy(h), s.describes(h, b):
			w /= 2
		case m.rel.Has(rules.Reverse):
			if noun := s.turns(g, h); noun == nil && !m.rel.Has(rules.Directed) || s.onlyAsked(g, h, noun) {
				continue
			}
			w += 2 * verbBonus
		case m.verb:
			w += verbBonus
		}
		if a.last <= h && h < b.Node || h >= b.Node-2 && h <= b.last+2 {
			w += nearBonus
		}
		if s.far.lex.letters && slot != 0 && h >= b.last && !after && w > 0 && !m.rel.Has(rules.Actor|rules.Goods) {
			w, after = w+2*nearBonus, true // the verb follows its partner
		}
		if slot == rules.InSlot && (m.rel.Has(rules.Place) || m.rel.Kind == data.Sanction && b.adjective) {
			w += 2 * nearBonus
		}
		if slot == rules.AgainstSlot && m.rel.Stance != data.Conflict {
			w /= 2
		}
		if w > most {
			best, most = h, w
		}
	}
	return best
}

// describes says whether a Japanese verb before a party only tells more of it: "違法操業をしていた中国漁船".
func (s *Reader) describes(h int, b *spot) bool {
	return s.far.lang == "ja" && h < b.Node && s.far.means[h].verb && !s.commaBetween(h, b.Node)
}
