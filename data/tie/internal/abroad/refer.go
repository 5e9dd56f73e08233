package abroad

import (
	"slices"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// bothMeant ties the pair that "the two countries" means.
func (s *Reader) bothMeant(g int) {
	seg := &s.far.segs[g]
	if s.bothReached(g) {
		return
	}
	pair, ok := s.pairFar(seg.pairAt)
	if !ok {
		return
	}
	a := grammar.Member{Party: pair[0], Role: grammar.Referred, Mention: -1, Node: seg.pairAt}
	b := grammar.Member{Party: pair[1], Role: grammar.Referred, Mention: -1, Node: seg.pairAt}
	c := s.pairUp(a, b, g)
	if c == nil {
		return
	}
	best := s.loudestOf(seg)
	s.Add(c, reason.OneClause, "")
	if pair == s.Focus.Pair {
		s.Add(c, reason.Continued, "")
	}
	s.says(c, g, best)
	if best < 0 && pair == s.Focus.Pair {
		c.Kind, c.Stance = s.Focus.Kind, s.Focus.Stance
	}
}

// pairFar gives the pair that a node means: the two parties named before it in the sentence, else the pair told of last,
// else the two parties named last.
func (s *Reader) pairFar(node int) (data.Pair, bool) {
	var here []data.Party
	for i := range s.far.spots {
		if p := &s.far.spots[i]; p.Node < node && !slices.Contains(here, p.Party) {
			here = append(here, p.Party)
		}
	}
	f := &s.Focus
	switch {
	case len(here) == 2:
		return data.PairOf(here[0], here[1]), true
	case len(here) == 1 && !f.Pair.Has(here[0]) && s.besides(here[0]) != "":
		return data.PairOf(here[0], s.besides(here[0])), true
	case len(here) == 0 && f.Spoke == s.Index-1 && s.SameParagraph(f.Spoke) && f.Pair.Valid() && !f.Pair.Has(f.Subject) && s.about() != "" && s.about() != f.Subject:
		return data.PairOf(f.Subject, s.about()), true
	case f.Pair.Valid() && (len(here) == 0 || f.Pair.Has(here[0])):
		return s.mainPair(), true
	case len(here) == 0 && len(f.Recent) >= 2:
		return data.PairOf(f.Recent[0], f.Recent[1]), true
	}
	return data.Pair{}, false
}

// besides gives the party that "the two" means beside one that a sentence names: who acted last in the paragraph, else the
// one that the text is about.
func (s *Reader) besides(p data.Party) data.Party {
	if f := &s.Focus; f.Subject != p && s.SameParagraph(f.Spoke) {
		return f.Subject
	}
	if s.about() != p {
		return s.about()
	}
	return ""
}

// mainPairReach is how many passages back the pair that an article is about is looked for.
const mainPairReach = 24

// mainPair gives the pair told of last, or the one told of more often where the last belongs to another paragraph.
func (s *Reader) mainPair() data.Pair {
	f := &s.Focus
	if s.SameParagraph(f.PairAt) {
		return f.Pair
	}
	best, most := f.Pair, 0
	late := s.Found[max(0, len(s.Found)-mainPairReach):]
	for i := range late {
		n := 0
		for k := range late {
			if late[k].Pair == late[i].Pair {
				n++
			}
		}
		if n > most || n == most && late[i].Pair == f.Pair {
			best, most = late[i].Pair, n
		}
	}
	return best
}

// carried ties the parties of a segment that names no partner for them to the party that it leaves out: meant by "the
// country" or "we", doing something in the segment before, or what the article is about.
func (s *Reader) carried(g int) {
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
	if len(named) > pairing.TogetherMax {
		return
	}
	for _, li := range seg.lists {
		l := &f.lists[li]
		if seg.subject >= 0 && f.lists[seg.subject].seg == g && li != seg.subject && !s.parallel(l) || l.slot&(rules.AboutSlot|rules.OtherSlot|rules.BetweenSlot) != 0 {
			continue
		}
		for _, p := range s.spotsOf(l) {
			if p.isCity || l.slot&rules.InSlot != 0 && !s.ownsDeed(&p) && !s.weAct(g, &p) {
				continue
			}
			if left, why, node := s.leftOut(g, named); left != "" {
				seg.left = left
				s.withLeftOut(g, p, left, why, node)
				if other := s.bothActed(left); why == reason.AboutTopic && other != "" && !slices.Contains(named, other) {
					s.withLeftOut(g, p, other, why, node)
				}
			}
		}
	}
}

// parallel says whether a list is the doer of a clause whose verb is left out: "A bought ten, B five".
func (s *Reader) parallel(l *series) bool {
	p := &s.far.spots[l.first]
	return p.slot == 0 && !p.adjective && p.Node > 0 && s.TagAt(p.Node-1) == token.Comma && s.Token(p.Node-1).Kind == text.Punct
}

// ownsDeed says whether a party is the adjective of what is done: "the Chinese loan".
func (s *Reader) ownsDeed(p *spot) bool {
	return p.adjective && p.noun >= 0 && s.far.means[p.noun].rel.Has(rules.Directed)
}

// weAct says whether "we" do something in a place that reaches it: "we buy in Romania".
func (s *Reader) weAct(g int, p *spot) bool {
	return s.far.segs[g].selfAt >= 0 && s.triggerOf(g, p, p, p.slot, true) >= 0
}

// bothLeftOut ties who did something last to whom "us" or "the country" means, where a segment names nobody.
func (s *Reader) bothLeftOut(g int) {
	seg := &s.far.segs[g]
	doer := s.Focus.Subject
	if doer == "" || seg.selfAt < 0 && seg.oneAt < 0 || !s.SameParagraph(s.Focus.Spoke) || s.Index-s.Focus.Spoke > 1 {
		return
	}
	if left, why, node := s.leftOut(g, []data.Party{doer}); left != "" && (why == reason.BySelf || why == reason.ByOneRef) {
		p := spot{Member: grammar.Member{Party: doer, Role: grammar.Within, Mention: -1, Node: node}, last: node, noun: -1}
		s.withLeftOut(g, p, left, why, node)
	}
}

func (s *Reader) partiesOf(seg *segment) []data.Party {
	var out []data.Party
	for _, li := range seg.lists {
		for _, p := range s.spotsOf(&s.far.lists[li]) {
			if !slices.Contains(out, p.Party) {
				out = append(out, p.Party)
			}
		}
	}
	return out
}

// leftOut finds the party that a segment means without naming it, which is none of those it names, with the reason and the
// node that means it.
func (s *Reader) leftOut(g int, named []data.Party) (data.Party, reason.Reason, int) {
	f := s.far
	seg := &f.segs[g]
	free := func(p data.Party) bool { return p != "" && !slices.Contains(named, p) }
	if seg.oneAt >= 0 {
		if p := s.meantByOne(free, seg.marks&markThere != 0, seg.oneAt); p != "" {
			return p, reason.ByOneRef, seg.oneAt
		}
	}
	if seg.selfAt >= 0 {
		if p := s.selfFar(); free(p) {
			return p, reason.BySelf, seg.selfAt
		}
	}
	if seg.homeAt >= 0 {
		if p := home[f.lang][0]; free(p) {
			return p, reason.BySelf, seg.homeAt
		}
	}
	if p, node := s.fromAbove(seg); free(p) {
		return p, reason.ByOneRef, node
	}
	if p, node := s.seatIn(seg); p != "" && (len(named) < 2 || named[0] != p) {
		return p, reason.ByOneRef, node
	}
	near := data.Party("")
	if s.SameParagraph(s.Focus.Spoke) && s.Index-s.Focus.Spoke <= 1 {
		near = s.Focus.Subject
	}
	if seg.subject < 0 && free(near) && (s.about() == "" || s.Focus.Pair.Has(near) || slices.Contains(named, s.about())) {
		return near, reason.AboutTopic, -1
	}
	for _, p := range s.unnamed(named, near) {
		if free(p) {
			return p, reason.AboutTopic, -1
		}
	}
	return "", 0, -1
}

// unnamed lists the parties that a segment may leave out, the likeliest first: the one that the text is about, whose
// press it is, who acted last. What is said of the topic itself goes on about the pair told of last.
func (s *Reader) unnamed(named []data.Party, near data.Party) []data.Party {
	topic, press := s.about(), s.press
	if s.items {
		press = ""
	}
	if !slices.Contains(named, topic) {
		return []data.Party{topic, press, near}
	}
	if f := &s.Focus; f.Pair.Has(topic) && s.Index-f.PairAt <= 2 && s.SameParagraph(f.PairAt) {
		return []data.Party{f.Pair.Other(topic), near, press}
	}
	return []data.Party{near, press}
}

// meantByOne gives the party that "the country" or "its neighbour" means: in a newspaper of one country that one is never
// meant.
func (s *Reader) meantByOne(free func(data.Party) bool, there bool, node int) data.Party {
	for i := range s.far.spots {
		if p := &s.far.spots[i]; p.Node < node && free(p.Party) && p.Party != s.press {
			return p.Party
		}
	}
	order := append([]data.Party{s.about(), s.Focus.Subject}, s.Focus.Recent...)
	if there {
		order = s.Focus.Recent
	}
	for _, p := range order {
		if free(p) && p != s.press {
			return p
		}
	}
	return ""
}

// fromAbove gives the doer of the segment that one hangs on.
func (s *Reader) fromAbove(seg *segment) (data.Party, int) {
	if p := s.recipient(seg); p != nil {
		return p.Party, p.Node
	}
	for up := seg.parent; up >= 0; up = s.far.segs[up].parent {
		if li := s.carrier(seg, up); li >= 0 {
			p := &s.far.spots[s.far.lists[li].first]
			return p.Party, p.Node
		}
		if left := s.far.segs[up].left; left != "" {
			return left, seg.from
		}
	}
	return "", -1
}

// recipient gives the party that the doer of the segment before acted upon, where a segment has a doer of its own: "Japan
// will give the Philippines ships, Australia instructors".
func (s *Reader) recipient(seg *segment) *spot {
	if seg.subject < 0 || seg.parent < 0 || seg.relative {
		return nil
	}
	own, parent := &s.far.lists[seg.subject], &s.far.segs[seg.parent]
	if s.far.segOf[s.far.spots[own.first].Node] == seg.parent || parent.subject < 0 {
		return nil
	}
	for _, li := range parent.lists {
		if l := &s.far.lists[li]; li != parent.subject && l.slot&(rules.ToSlot|rules.WithSlot|rules.AgainstSlot) != 0 && l.last-l.first == 1 {
			return &s.far.spots[l.first]
		}
	}
	return nil
}

// seatIn gives the party of a capital in which a government acts: "in Wien bestellte das Ministerium den Botschafter ein".
func (s *Reader) seatIn(seg *segment) (data.Party, int) {
	for _, li := range seg.lists {
		if p := &s.far.spots[s.far.lists[li].first]; p.slot == rules.InSlot && s.Mentions[p.Mention].Kind == data.ByCapital {
			for _, h := range seg.hits {
				if r := s.far.means[h].rel; r.Kind == data.Protest || r.Kind == data.Sanction {
					return p.Party, p.Node
				}
			}
		}
	}
	return "", -1
}

// carrier gives the list of a segment that goes on as the doer of one that hangs on it: the last one before a relative
// pronoun, else its own doer.
func (s *Reader) carrier(seg *segment, up int) int {
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
func (s *Reader) selfFar() data.Party {
	switch {
	case s.Focus.Self != "":
		return s.Focus.Self
	case s.press != "":
		return s.press
	}
	if h := home[s.far.lang]; len(h) == 1 {
		return h[0]
	}
	return s.about()
}

// withLeftOut ties a party to the one left out, where a word of the segment reaches from one party to another.
func (s *Reader) withLeftOut(g int, p spot, left data.Party, why reason.Reason, node int) {
	hit := s.reaching(g, &p, why != reason.AboutTopic)
	if up := s.far.segs[g].parent; hit < 0 && up >= 0 && s.far.segs[g].relative {
		g, hit = up, s.reaching(up, &p, why != reason.AboutTopic) // "paid by a loan that the Czech bank approved"
	}
	if hit < 0 {
		return
	}
	at := p.Node
	if node >= 0 {
		at = node
	}
	role := grammar.Referred
	if why == reason.AboutTopic {
		role = grammar.Within
	}
	c := s.pairUp(p.Member, grammar.Member{Party: left, Role: role, Mention: -1, Node: at}, g)
	if c == nil {
		return
	}
	if why == reason.AboutTopic {
		s.Add(c, reason.AboutTopic, "")
		s.far.left = append(s.far.left, leftOut{len(s.Cands) - 1, p.Party})
	}
	s.Add(c, reason.OneClause, "")
	s.Add(c, reason.InFrame, s.hitWord(hit))
	s.says(c, g, hit)
}

// reaching gives the word of a segment that reaches from a party to one that is not named, or -1: one that needs a
// partner by itself, or one whose partner is p. meant says that a word means the other party.
func (s *Reader) reaching(g int, p *spot, meant bool) int {
	hit := s.trigger(g, p, p, 0)
	if hit < 0 {
		return -1
	}
	r := s.far.means[hit].rel
	switch {
	case p.slot&(rules.WithSlot|rules.AgainstSlot|rules.ToSlot|rules.FromSlot) != 0:
		if !r.Has(rules.Weak | rules.Goods | rules.Light) {
			return hit
		}
	case r.Has(rules.Directed) && r.Weight >= reachMin && (meant || !r.Has(rules.Light)), r.Has(rules.Reply):
		return hit
	case meant && r.Weight >= reachMin && !r.Has(rules.Weak|rules.Goods|rules.Actor|rules.Reverse), r.Kind == data.Consult && r.Weight >= meetingMin:
		return hit
	case r.Has(rules.Reverse):
		if noun := s.turns(g, hit); noun.Has(rules.Directed) {
			return hit
		}
	}
	return s.reachingBeside(g, hit)
}

// reachingBeside looks for a word that reaches another party beside the one that says most: an envoy or counterpart acts
// upon somebody whatever he does, and a loan agreement that is signed is a loan.
func (s *Reader) reachingBeside(g, hit int) int {
	for _, h := range s.far.segs[g].hits {
		switch n := s.far.means[h].rel; {
		case n.Has(rules.Actor) && n.Kind == data.Consult:
			return hit
		case n.Has(rules.Directed) && !n.Has(rules.Light) && n.Weight >= besideMin:
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
func (s *Reader) onlyPair(c *pairing.Candidate) bool {
	for i := range s.Cands {
		if s.Cands[i].Pair != c.Pair {
			return false
		}
	}
	return true
}
