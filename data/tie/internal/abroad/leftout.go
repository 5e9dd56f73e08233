package abroad

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/figure"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// carried ties the parties of a segment that names no partner for them to the party that it leaves out: meant by "the
// country" or "we", doing something in the segment before, or what the article is about.
func (s *Reader) carried(g int) {
	f := s.far
	seg := &f.segs[g]
	if len(seg.hits) == 0 || seg.pairAt >= 0 {
		return
	}
	named := s.partiesOf(seg)
	if home := s.homeIn(g); home != "" && len(named) > 1 {
		named = slices.DeleteFunc(named, func(p data.Party) bool { return p == home && !s.actsIn(seg, home) })
	}
	if len(named) == 0 {
		s.withAntecedent(g)
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
			if p.isCity && l.slot != rules.WithSlot && !s.weBuild(g, &p) || !slices.Contains(named, p.Party) || s.onlyStruck(&p, l.slot) || l.slot&rules.InSlot != 0 && !s.ownsDeed(&p) && !s.weAct(g, &p) {
				continue
			}
			if left, why, node := s.leftOut(g, named); left != "" && !s.besideInHeading(left, why) {
				seg.left = left
				s.withLeftOut(g, p, left, why, node)
				if other := s.bothActed(left); why == reason.AboutTopic && other != "" && !slices.Contains(named, other) {
					s.withLeftOut(g, p, other, why, node)
				}
			}
		}
	}
}

// besideInHeading says whether a heading names the party that a clause of it would leave out beside it: "Lima rejoices, Quito protests".
func (s *Reader) besideInHeading(left data.Party, why reason.Reason) bool {
	return why == reason.AboutTopic && s.Sentence.Heading && slices.Contains(s.Named, left)
}

// actsIn says whether a segment names a party in another way than as a place.
func (s *Reader) actsIn(seg *segment, p data.Party) bool {
	for _, li := range seg.lists {
		for _, o := range s.spotsOf(&s.far.lists[li]) {
			if o.Party == p && !s.homePlace(&o) {
				return true
			}
		}
	}
	return false
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

// withAntecedent ties the doer of the segment above to the name that a relative clause without names tells more of: "grain for
// Algeria, with which a contract was signed".
func (s *Reader) withAntecedent(g int) {
	f := s.far
	seg := &f.segs[g]
	if !seg.relative || seg.parent < 0 || f.segs[seg.parent].subject < 0 {
		return
	}
	doer, li := f.segs[seg.parent].subject, s.carrier(seg, seg.parent)
	if li < 0 || li == doer {
		return
	}
	p := f.spots[f.lists[li].first]
	s.withLeftOut(g, p, f.spots[f.lists[doer].first].Party, reason.ByOneRef, seg.from)
}

// weAct says whether "we", or those of a town of home, do something in a place that reaches it: "we buy in Romania".
func (s *Reader) weAct(g int, p *spot) bool {
	return (s.far.segs[g].selfAt >= 0 || s.far.home) && s.triggerOf(g, p, p, p.slot, true) >= 0
}

// weBuild says whether those of home build, sell or invest in a town of another party: "the Augsburg firm is building a mill in Lima".
func (s *Reader) weBuild(g int, p *spot) bool {
	if !s.far.home || p.slot != rules.InSlot {
		return false
	}
	h := s.triggerOf(g, p, p, p.slot, true)
	if h < 0 {
		return false
	}
	r := s.far.means[h].rel
	return r.Kind == data.Cooperate && r.Has(rules.Directed) && r.Weight >= builtMin
}

// builtMin is the least weight of a word that ties those of home to the town of another party.
const builtMin = 1.3

// bothLeftOut ties who did something last to whom "us" or "the country" means, where a segment names nobody.
func (s *Reader) bothLeftOut(g int) {
	f := s.far
	seg := &f.segs[g]
	if s.goneOn(g) {
		return
	}
	doer := s.Focus.Subject
	if seg.selfAt >= 0 && seg.parent >= 0 && f.segs[seg.parent].subject >= 0 {
		doer = f.spots[f.lists[f.segs[seg.parent].subject].first].Party // "Peru landed there, and our minister protested"
	} else if doer == "" || seg.selfAt < 0 && seg.oneAt < 0 || !s.SameParagraph(s.Focus.Spoke) || s.Index-s.Focus.Spoke > 1 {
		return
	}
	if left, why, node := s.leftOut(g, []data.Party{doer}); left != "" && (why == reason.BySelf || why == reason.ByOneRef) {
		p := spot{Member: grammar.Member{Party: doer, Role: grammar.Within, Mention: -1, Node: node}, last: node, noun: -1}
		s.withLeftOut(g, p, left, why, node)
	}
}

// goneOn ties who says or, in Chinese, does what the segment above tells to whom a segment reaches that names nobody: "Lima said
// that it would stop its exports". It says whether the segment has such a doer.
func (s *Reader) goneOn(g int) bool {
	f := s.far
	seg := &f.segs[g]
	if seg.relative || seg.parent < 0 || f.segs[seg.parent].relative || f.lang != "zh" && !s.saysIn(&f.segs[seg.parent]) {
		return false
	}
	li := s.carrier(seg, seg.parent)
	if li < 0 || f.lists[li].last-f.lists[li].first > 1 {
		return false
	}
	p := f.spots[f.lists[li].first]
	if left, why, node := s.leftOut(g, []data.Party{p.Party}); left != "" {
		p.slot, p.noun = 0, -1
		s.withLeftOut(g, p, left, why, node)
	}
	return true
}

// saysIn says whether a segment has a verb of saying.
func (s *Reader) saysIn(seg *segment) bool {
	return slices.ContainsFunc(seg.hits, func(h int) bool { return s.far.means[h].rel.Has(rules.Say) })
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
		if p := f.lex.press.homes[0]; free(p) {
			return p, reason.BySelf, seg.homeAt
		}
	}
	if p, node := s.fromAbove(seg); free(p) {
		return p, reason.ByOneRef, node
	}
	if p := s.homeIn(g); free(p) {
		return p, reason.AboutTopic, -1
	}
	if p, node := s.seatIn(seg); p != "" && (len(named) < 2 || named[0] != p) {
		return p, reason.ByOneRef, node
	}
	near := data.Party("")
	if s.SameParagraph(s.Focus.Spoke) && s.Index-s.Focus.Spoke <= 1 {
		near = s.Focus.Subject
	}
	if s.replies(seg) && s.SameParagraph(s.Focus.Spoke) && free(s.Focus.Subject) {
		return s.Focus.Subject, reason.AboutTopic, -1
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

// replies says whether a segment answers what another did.
func (s *Reader) replies(seg *segment) bool {
	return slices.ContainsFunc(seg.hits, func(h int) bool { return s.far.means[h].rel.Has(rules.Reply) })
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

// withLeftOut ties a party to the one left out, where a word of the segment reaches from one party to another.
func (s *Reader) withLeftOut(g int, p spot, left data.Party, why reason.Reason, node int) {
	meant := why != reason.AboutTopic
	hit := s.reaching(g, &p, meant, meant || s.homeIn(g) == left)
	if up := s.far.segs[g].parent; hit < 0 && up >= 0 && s.far.segs[g].relative {
		g, hit = up, s.reaching(up, &p, meant, meant) // "paid by a loan that the Czech bank approved"
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
	if p.slot&(rules.ToSlot|rules.InSlot|rules.ForSlot|rules.AgainstSlot) != 0 {
		c.From = left
	}
}

// reaching gives the word of a segment that reaches from a party to one that is not named, or -1: one that needs a
// partner by itself, or one whose partner is p. meant says that a word means the other party, told that one tells of it.
func (s *Reader) reaching(g int, p *spot, meant, told bool) int {
	hit := s.trigger(g, p, p, 0)
	if hit < 0 {
		return -1
	}
	r := s.far.means[hit].rel
	if !meant && s.suffered(hit) {
		return -1
	}
	switch {
	case p.slot&(rules.WithSlot|rules.AgainstSlot|rules.ToSlot|rules.FromSlot) != 0:
		if !r.Has(rules.Weak|rules.Goods) && (told || !r.Has(rules.Light)) && (meant || !s.ofTheirOwn(hit, p)) {
			return hit
		}
	case r.Has(rules.Directed) && r.Weight >= reachMin && (told || !r.Has(rules.Light) || s.paid(g)), r.Has(rules.Reply):
		return hit
	case told && r.Weight >= reachMin && !r.Has(rules.Weak|rules.Goods|rules.Actor|rules.Reverse), r.Kind == data.Consult && r.Weight >= meetingMin:
		return hit
	case r.Has(rules.Reverse):
		if noun := s.turns(g, hit); noun.Has(rules.Directed) {
			return hit
		}
	}
	return s.reachingBeside(g, hit)
}

// suffered says whether a Chinese word before the one at a node makes it an attack that befalls a party, by whomever.
func (s *Reader) suffered(hit int) bool {
	return s.far.lang == "zh" && hit > 0 && s.far.means[hit].rel.Kind == data.Assault && strings.Contains("遭被受挨", s.Fold(hit-1))
}

// ofTheirOwn says whether a noun tells of people from a party, or of strife within it, and of nobody else: "workers from
// Nepal", "le conflit au Soudan".
func (s *Reader) ofTheirOwn(hit int, p *spot) bool {
	m := &s.far.means[hit]
	if m.verb {
		return false
	}
	strife := m.rel.Stance == data.Conflict && m.rel.Has(rules.Joint) && p.slot&(rules.WithSlot|rules.AgainstSlot) == 0
	return strife || m.rel.Has(rules.Actor) && m.rel.Kind != data.Consult
}

// paid says whether a segment names an amount of money.
func (s *Reader) paid(g int) bool {
	return among.Any(s.Amounts, func(a *figure.Amount) bool {
		return s.far.segOf[a.First] == g && len(a.Unit) == 3 && a.Unit == strings.ToUpper(a.Unit)
	})
}

// reachingBeside looks for a word that reaches another party beside the one that says most: an envoy or counterpart acts
// upon somebody whatever he does, and a loan agreement that is signed is a loan.
func (s *Reader) reachingBeside(g, hit int) int {
	for _, h := range s.far.segs[g].hits {
		switch n := s.far.means[h].rel; {
		case n.Has(rules.Actor) && n.Kind == data.Consult, n.Has(rules.Reply):
			return hit
		case n.Has(rules.Directed) && !n.Has(rules.Light) && n.Weight >= besideMin:
			return h
		}
	}
	return -1
}

// besideMin is the least weight of a word that reaches another party though a weightier one stands beside it.
const besideMin = 1.4

// reachMin is the least weight of a word that can tie a party to one that its segment does not name.
const reachMin = 0.95
