package tie

import (
	"slices"

	"entente/data"
)

// bothMeant ties the pair that "the two countries" means.
func (s *sentence) bothMeant(g int) {
	seg := &s.far.segs[g]
	pair, ok := s.pairFar(seg.pairAt)
	if !ok {
		return
	}
	a := member{party: pair[0], role: referred, mention: -1, node: seg.pairAt}
	b := member{party: pair[1], role: referred, mention: -1, node: seg.pairAt}
	c := s.pairUp(a, b, g)
	if c == nil {
		return
	}
	best, most := -1, 0.0
	for _, h := range seg.hits {
		if r := s.far.means[h].rel; r.weight > most && !r.has(say|comment|actor|goods) {
			best, most = h, r.weight
		}
	}
	s.add(c, oneClause, "")
	if pair == s.focus.pair {
		s.add(c, continued, "")
	}
	s.says(c, g, best)
	if best < 0 && pair == s.focus.pair {
		c.kind, c.stance = s.focus.kind, s.focus.stance
	}
}

// pairFar gives the pair that a node means: the two parties named before it in the sentence, else the pair told of last,
// else the two parties named last.
func (s *sentence) pairFar(node int) (data.Pair, bool) {
	var here []data.Party
	for i := range s.far.spots {
		if p := &s.far.spots[i]; p.node < node && !slices.Contains(here, p.party) {
			here = append(here, p.party)
		}
	}
	f := &s.focus
	switch {
	case len(here) == 2:
		return data.PairOf(here[0], here[1]), true
	case len(here) == 1 && f.subject != "" && f.subject != here[0] && !f.pair.Has(here[0]):
		return data.PairOf(here[0], f.subject), true
	case len(here) == 0 && f.spoke == s.index-1 && s.sameParagraph(f.spoke) && f.pair.Valid() && !f.pair.Has(f.subject) && s.topic != "" && s.topic != f.subject:
		return data.PairOf(f.subject, s.topic), true
	case f.pair.Valid() && (len(here) == 0 || f.pair.Has(here[0])):
		return s.mainPair(), true
	case len(here) == 0 && len(f.recent) >= 2:
		return data.PairOf(f.recent[0], f.recent[1]), true
	}
	return data.Pair{}, false
}

// mainPairReach is how many passages back the pair that an article is about is looked for.
const mainPairReach = 24

// mainPair gives the pair told of last, or the one told of more often where the last belongs to another paragraph.
func (s *sentence) mainPair() data.Pair {
	f := &s.focus
	if s.sameParagraph(f.pairAt) {
		return f.pair
	}
	best, most := f.pair, 0
	late := s.found[max(0, len(s.found)-mainPairReach):]
	for i := range late {
		n := 0
		for k := range late {
			if late[k].Pair == late[i].Pair {
				n++
			}
		}
		if n > most || n == most && late[i].Pair == f.pair {
			best, most = late[i].Pair, n
		}
	}
	return best
}

// carried ties the parties of a segment that names no partner for them to the party that it leaves out: meant by "the
// country" or "we", doing something in the segment before, or what the article is about.
func (s *sentence) carried(g int) {
	f := s.far
	seg := &f.segs[g]
	if len(seg.hits) == 0 || seg.pairAt >= 0 {
		return
	}
	named := s.partiesOf(seg)
	if len(named) == 0 {
		s.bothLeftOut(g)
		return
	}
	if len(named) > togetherMax {
		return
	}
	for _, li := range seg.lists {
		l := &f.lists[li]
		if seg.subject >= 0 && f.lists[seg.subject].seg == g && li != seg.subject || l.slot&(aboutSlot|otherSlot|betweenSlot) != 0 {
			continue
		}
		for _, p := range s.spotsOf(l) {
			if p.isCity || l.slot&inSlot != 0 && !s.ownsDeed(&p) {
				continue
			}
			if left, why, node := s.leftOut(g, named); left != "" {
				seg.left = left
				s.withLeftOut(g, p, left, why, node)
			}
		}
	}
}

// ownsDeed says whether a party is the adjective of what is done: "the Chinese loan".
func (s *sentence) ownsDeed(p *spot) bool {
	return p.adjective && p.noun >= 0 && s.far.means[p.noun].rel.has(directed)
}

// bothLeftOut ties who did something last to whom "us" or "the country" means, where a segment names nobody.
func (s *sentence) bothLeftOut(g int) {
	seg := &s.far.segs[g]
	doer := s.focus.subject
	if doer == "" || seg.selfAt < 0 && seg.oneAt < 0 || !s.sameParagraph(s.focus.spoke) || s.index-s.focus.spoke > 1 {
		return
	}
	if left, why, node := s.leftOut(g, []data.Party{doer}); left != "" && (why == bySelf || why == byOneRef) {
		p := spot{member: member{party: doer, role: within, mention: -1, node: node}, last: node, noun: -1}
		s.withLeftOut(g, p, left, why, node)
	}
}

func (s *sentence) sameParagraph(sentence int) bool {
	return sentence >= 0 && sentence < len(s.doc.Sentences) && s.doc.Sentences[sentence].Paragraph == s.data.Paragraph
}

func (s *sentence) partiesOf(seg *segment) []data.Party {
	var out []data.Party
	for _, li := range seg.lists {
		for _, p := range s.spotsOf(&s.far.lists[li]) {
			if !slices.Contains(out, p.party) {
				out = append(out, p.party)
			}
		}
	}
	return out
}

// leftOut finds the party that a segment means without naming it, which is none of those it names, with the reason and the
// node that means it.
func (s *sentence) leftOut(g int, named []data.Party) (data.Party, reason, int) {
	f := s.far
	seg := &f.segs[g]
	free := func(p data.Party) bool { return p != "" && !slices.Contains(named, p) }
	if seg.oneAt >= 0 {
		if p := s.meantByOne(free, seg.marks&markThere != 0, seg.oneAt); p != "" {
			return p, byOneRef, seg.oneAt
		}
	}
	if seg.selfAt >= 0 {
		if p := s.selfFar(); free(p) {
			return p, bySelf, seg.selfAt
		}
	}
	if seg.homeAt >= 0 {
		if p := home[f.lang][0]; free(p) {
			return p, bySelf, seg.homeAt
		}
	}
	if p, node := s.fromAbove(seg); free(p) {
		return p, byOneRef, node
	}
	if p, node := s.seatIn(seg); p != "" && (len(named) < 2 || named[0] != p) {
		return p, byOneRef, node
	}
	near := data.Party("")
	if s.sameParagraph(s.focus.spoke) && s.index-s.focus.spoke <= 1 {
		near = s.focus.subject
	}
	if seg.subject < 0 && free(near) {
		return near, aboutTopic, -1
	}
	order := [...]data.Party{s.topic, s.press, near, ""}
	if fo := &s.focus; slices.Contains(named, s.topic) {
		order = [...]data.Party{near, s.press, "", ""}
		if fo.pair.Has(s.topic) && s.index-fo.pairAt <= 2 && s.sameParagraph(fo.pairAt) {
			order = [...]data.Party{fo.pair.Other(s.topic), near, s.press, ""}
		}
	}
	for _, p := range order {
		if free(p) {
			return p, aboutTopic, -1
		}
	}
	return "", 0, -1
}

// meantByOne gives the party that "the country" or "its neighbour" means: in a newspaper of one country that one is never
// meant.
func (s *sentence) meantByOne(free func(data.Party) bool, there bool, node int) data.Party {
	for i := range s.far.spots {
		if p := &s.far.spots[i]; p.node < node && free(p.party) && p.party != s.press {
			return p.party
		}
	}
	order := append([]data.Party{s.topic, s.focus.subject}, s.focus.recent...)
	if there {
		order = s.focus.recent
	}
	for _, p := range order {
		if free(p) && p != s.press {
			return p
		}
	}
	return ""
}

// fromAbove gives the doer of the segment that one hangs on.
func (s *sentence) fromAbove(seg *segment) (data.Party, int) {
	for up := seg.parent; up >= 0; up = s.far.segs[up].parent {
		if li := s.carrier(seg, up); li >= 0 {
			p := &s.far.spots[s.far.lists[li].first]
			return p.party, p.node
		}
		if left := s.far.segs[up].left; left != "" {
			return left, seg.from
		}
	}
	return "", -1
}

// seatIn gives the party of a capital in which a government acts: "in Wien bestellte das Ministerium den Botschafter ein".
func (s *sentence) seatIn(seg *segment) (data.Party, int) {
	for _, li := range seg.lists {
		if p := &s.far.spots[s.far.lists[li].first]; p.slot == inSlot && s.mentions[p.mention].Kind == data.ByCapital {
			for _, h := range seg.hits {
				if r := s.far.means[h].rel; r.kind == data.Protest || r.kind == data.Sanction {
					return p.party, p.node
				}
			}
		}
	}
	return "", -1
}

// carrier gives the list of a segment that goes on as the doer of one that hangs on it: the last one before a relative
// pronoun, else its own doer.
func (s *sentence) carrier(seg *segment, up int) int {
	parent := &s.far.segs[up]
	if seg.relative {
		for i := len(parent.lists) - 1; i >= 0; i-- {
			if l := &s.far.lists[parent.lists[i]]; s.far.spots[l.last-1].last <= seg.from {
				return parent.lists[i]
			}
		}
	}
	return parent.subject
}

// selfFar gives the party that "we" means.
func (s *sentence) selfFar() data.Party {
	switch {
	case s.focus.self != "":
		return s.focus.self
	case s.press != "":
		return s.press
	}
	if h := home[s.far.lang]; len(h) == 1 {
		return h[0]
	}
	return s.topic
}

// withLeftOut ties a party to the one left out, where a word of the segment reaches from one party to another.
func (s *sentence) withLeftOut(g int, p spot, left data.Party, why reason, node int) {
	hit := s.reaching(g, &p, why != aboutTopic)
	if up := s.far.segs[g].parent; hit < 0 && up >= 0 && s.far.segs[g].relative {
		g, hit = up, s.reaching(up, &p, why != aboutTopic) // "paid by a loan that the Czech bank approved"
	}
	if hit < 0 {
		return
	}
	at := p.node
	if node >= 0 {
		at = node
	}
	role := referred
	if why == aboutTopic {
		role = within
	}
	c := s.pairUp(p.member, member{party: left, role: role, mention: -1, node: at}, g)
	if c == nil {
		return
	}
	if why == aboutTopic {
		s.add(c, aboutTopic, "")
	}
	s.add(c, oneClause, "")
	s.add(c, inFrame, s.hitWord(hit))
	s.says(c, g, hit)
}

// reaching gives the word of a segment that reaches from a party to one that is not named, or -1: one that needs a
// partner by itself, or one whose partner is p. meant says that a word means the other party.
func (s *sentence) reaching(g int, p *spot, meant bool) int {
	hit := s.trigger(g, p, p, 0)
	if hit < 0 {
		return -1
	}
	r := s.far.means[hit].rel
	switch {
	case p.slot&(withSlot|againstSlot|toSlot|fromSlot) != 0:
		if !r.has(weak | goods | light) {
			return hit
		}
	case r.has(directed) && r.weight >= reachMin && (meant || !r.has(light)), r.has(reply):
		return hit
	case meant && r.weight >= reachMin && !r.has(weak|goods|actor|reverse), r.kind == data.Consult && r.weight >= meetingMin:
		return hit
	case r.has(reverse):
		if noun := s.turns(g, hit); noun.has(directed) {
			return hit
		}
	}
	return s.reachingBeside(g, hit)
}

// reachingBeside looks for a word that reaches another party beside the one that says most: an envoy or counterpart acts
// upon somebody whatever he does, and a loan agreement that is signed is a loan.
func (s *sentence) reachingBeside(g, hit int) int {
	for _, h := range s.far.segs[g].hits {
		switch n := s.far.means[h].rel; {
		case n.has(actor) && n.kind == data.Consult:
			return hit
		case n.has(directed) && !n.has(light) && n.weight >= besideMin:
			return h
		}
	}
	return -1
}

// besideMin is the least weight of a word that reaches another party though a weightier one stands beside it.
const besideMin = 1.4

// meetingMin is the least weight of a word of meeting that needs somebody to meet.
const meetingMin = 1.4

// reachMin is the least weight of a word that can tie a party to one that its segment does not name.
const reachMin = 0.95

// onlyPair says whether the sentence is about no other pair.
func (s *sentence) onlyPair(c *candidate) bool {
	for i := range s.cands {
		if s.cands[i].pair != c.pair {
			return false
		}
	}
	return true
}

// fieldsFar tells what a candidate is about: the fields that its words speak of most.
func (s *sentence) fieldsFar(c *candidate) []data.Field {
	var count [16]int
	if s.countFields(&count, c.first, c.last); count == [16]int{} || s.onlyPair(c) {
		s.countFields(&count, 0, len(s.nodes))
	}
	for i, f := range data.Fields {
		if slices.Contains(c.fields, f) && (f != data.Diplomacy || c.kind == data.Consult) {
			count[i]++
		}
	}
	most := 0
	for _, n := range count {
		most = max(most, n)
	}
	var out []data.Field
	for i, f := range data.Fields {
		if count[i] > 0 && 2*count[i] >= most {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		if len(c.fields) > 0 {
			return c.fields[:1]
		}
		return []data.Field{data.Diplomacy}
	}
	slices.SortStableFunc(out, func(a, b data.Field) int {
		return count[slices.Index(data.Fields, b)] - count[slices.Index(data.Fields, a)]
	})
	return out[:min(len(out), 3)]
}
