package abroad

import (
	"slices"
	"strings"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// sharedNounReach is how many tokens may stand between a noun such as "border" and the list of those who share it.
const sharedNounReach = 4

// shared ties the parties of a list that something joint belongs to: "граница Казахстана и Узбекистана", "administrate în
// comun de România și Serbia".
func (s *Reader) shared(g int) {
	f := s.far
	for _, li := range f.segs[g].lists {
		l := &f.lists[li]
		if n := l.last - l.first; n < 2 || n > pairing.TogetherMax || l.compound || l.slot&^(rules.OfSlot|rules.BySlot) != 0 {
			continue
		}
		if hit := s.jointBefore(g, l); hit >= 0 {
			s.tieAll(g, s.spotsOf(l), hit)
		}
	}
}

// jointBefore gives the joint word right before a list, or -1; in Japanese and Chinese right behind it.
func (s *Reader) jointBefore(g int, l *series) int {
	f := s.far
	from, to := f.spots[l.first].Node-sharedNounReach, f.spots[l.first].Node
	if f.lex.letters {
		from = f.spots[l.last-1].last
		to = from + sharedNounReach
	}
	for _, h := range f.segs[g].hits {
		if r := f.means[h].rel; h >= from && h < to && r.Has(rules.Joint) && !r.Has(rules.Actor|rules.Goods|rules.Weak) && r.Weight >= leastShared &&
			(f.lex.letters || !s.commaBetween(h, f.spots[l.first].Node)) {
			return h
		}
	}
	return -1
}

// leastShared is the least weight of a word that ties those whom it belongs to.
const leastShared = 1.1

// tieAll ties each of some parties to each other by the word at hit.
func (s *Reader) tieAll(g int, parties []spot, hit int) {
	for i := range parties {
		for k := range i {
			if c := s.pairUp(parties[k].Member, parties[i].Member, g); c != nil {
				s.Add(c, reason.Together, "")
				s.Add(c, reason.OneClause, "")
				s.says(c, g, hit)
			}
		}
	}
}

// doTogether ties the doers of a joint act to each other.
func (s *Reader) doTogether(g int) {
	f := s.far
	seg := &f.segs[g]
	if seg.subject < 0 {
		return
	}
	doers := s.spotsOf(&f.lists[seg.subject])
	if len(doers) < 2 || len(doers) > pairing.TogetherMax || f.lists[seg.subject].compound {
		return
	}
	best, most := -1, 0.0
	for _, h := range seg.hits {
		if m := &f.means[h]; m.rel.Has(rules.Joint) && m.rel.Weight > most && !(m.rel.Has(rules.Weak) && s.owned(&doers[len(doers)-1], h)) &&
			!s.ofOthers(h, &doers[0], &doers[1]) {
			best, most = h, m.rel.Weight
		}
	}
	if best < 0 {
		best = s.beforeColon(g)
	}
	if best < 0 {
		return
	}
	if shot := s.loudestOf(seg); shot >= 0 && (f.means[best].rel.Has(rules.Weak) && f.means[shot].rel.Kind == data.Assault || s.mutual(best) && f.means[shot].rel.Stance == data.Conflict) {
		best = shot // at "the border" of both
	}
	s.tieAll(g, doers, best)
}

// beforeColon gives the joint word of the segment that ends with the colon before another one and has no doer of its own: "An
// exchange of prisoners took place: Peru and Chile freed ten men each"; -1 for none.
func (s *Reader) beforeColon(g int) int {
	seg := &s.far.segs[g]
	if seg.parent < 0 || s.Fold(seg.from) != ":" && s.Fold(seg.from) != "：" {
		return -1
	}
	up := &s.far.segs[seg.parent]
	if up.subject >= 0 && s.far.lists[up.subject].slot != rules.BySlot {
		return -1
	}
	best := -1
	for _, h := range up.hits {
		if r := s.far.means[h].rel; r.Has(rules.Joint) && !r.Has(rules.Weak) && r.Weight >= leastShared && (best < 0 || r.Weight > s.far.means[best].rel.Weight) {
			best = h
		}
	}
	return best
}

// betweenDoers says whether two doers do something together that a third party is only the place or object of: "Peru and Chile
// trained together in Bolivia".
func (s *Reader) betweenDoers(g int, doers, l *series) bool {
	const dealt = rules.WithSlot | rules.ToSlot | rules.FromSlot | rules.AgainstSlot | rules.BySlot | rules.ForSlot | rules.NearSlot
	if doers.last-doers.first != 2 || doers.compound || l.slot&dealt != 0 {
		return false
	}
	hit := s.loudestOf(&s.far.segs[g])
	return hit >= 0 && s.far.means[hit].rel.Has(rules.Joint) && s.far.means[hit].rel.Weight >= leastShared
}

// mediatedIn says whether somebody brings the doers of a segment together.
func (s *Reader) mediatedIn(seg *segment) bool {
	return slices.ContainsFunc(seg.hits, func(h int) bool { return s.far.means[h].rel.Has(rules.Mediate) })
}

// owned says whether a Japanese noun is what a party has, not what it does: "ペルーやチリの工場".
func (s *Reader) owned(p *spot, noun int) bool {
	return s.far.lang == "ja" && noun > p.last && noun-p.last <= nounReach && s.Fold(p.last) == "の"
}

// agents ties those named after "by" or "paid by" to the parties that what they do reaches: "delivered to A at the expense
// of B".
func (s *Reader) agents(g int) {
	f := s.far
	seg := &f.segs[g]
	for _, by := range seg.lists {
		if f.lists[by].slot != rules.BySlot || by == seg.subject {
			continue
		}
		for _, li := range seg.lists {
			if l := &f.lists[li]; li == by || li == seg.subject || l.slot&(rules.AboutSlot|rules.OtherSlot|rules.BetweenSlot|rules.BySlot) != 0 {
				continue
			}
			for _, a := range s.spotsOf(&f.lists[by]) {
				for _, b := range s.spotsOf(&f.lists[li]) {
					s.actsOn(g, a, b)
				}
			}
		}
	}
}

// bothReached ties the doer of a segment to each of the two parties that its deed reaches: "Brussels promised the two
// countries 25 million". False where "the two" are the doers themselves.
func (s *Reader) bothReached(g int) bool {
	f := s.far
	seg, pair := &f.segs[g], s.Focus.Pair
	if seg.subject < 0 || !pair.Valid() || seg.pairAt == 0 || !s.SameParagraph(s.Focus.PairAt) {
		return false
	}
	doer := f.spots[f.lists[seg.subject].first]
	if doer.Node > seg.pairAt || pair.Has(doer.Party) || !s.reachedAt(seg.pairAt) {
		return false
	}
	for _, p := range pair {
		s.withLeftOut(g, doer, p, reason.ByPairRef, seg.pairAt)
	}
	return true
}

// reachesBoth says whether what a segment tells is done to "the two", who are others than those who do it.
func (s *Reader) reachesBoth(g int) bool {
	if s.far.segs[g].pairAt < 0 {
		return false
	}
	for i := range s.Nodes {
		if s.far.segOf[i] == g && i > 0 && s.far.means[i].marks&markPair != 0 && s.reachedAt(i) {
			return true
		}
	}
	return false
}

// reachedAt says whether a preposition of giving or dealing with stands before a node, in Japanese its particle behind it.
func (s *Reader) reachedAt(node int) bool {
	if s.far.lang == "ja" {
		for k := node + 1; k < len(s.Nodes) && k < node+3; k++ {
			if w := s.Fold(k); hiragana(w) {
				return strings.HasPrefix(w, "に") || strings.HasPrefix(w, "へ")
			}
		}
		return false
	}
	for k := node - 1; k >= max(0, node-2); k-- {
		if s.far.means[k].marks&(markTo|markWith|markAgainst|markFor) != 0 {
			return true
		}
	}
	return false
}

// threeMeant ties the parties that "the three countries" means.
func (s *Reader) threeMeant(g int) {
	seg := &s.far.segs[g]
	three := s.threeFar(seg.threeAt)
	if three == nil {
		return
	}
	best := s.loudestOf(seg)
	if t := s.concert(g, best); t >= 0 {
		best = t
	}
	for i, p := range three {
		for _, q := range three[:i] {
			a := grammar.Member{Party: q, Role: grammar.Referred, Mention: -1, Node: seg.threeAt}
			b := grammar.Member{Party: p, Role: grammar.Referred, Mention: -1, Node: seg.threeAt}
			if c := s.pairUp(a, b, g); c != nil {
				s.Add(c, reason.OneClause, "")
				s.says(c, g, best)
			}
		}
	}
}

// threeFar gives the three parties that a node means: those named before it in the sentence where they are three, else
// those that the last sentence with three named.
func (s *Reader) threeFar(node int) []data.Party {
	var here []data.Party
	for i := range s.far.spots {
		if p := &s.far.spots[i]; p.Node < node && !slices.Contains(here, p.Party) {
			here = append(here, p.Party)
		}
	}
	if len(here) == 3 {
		return here
	}
	if len(s.three) == 3 && s.Index-s.threeAt <= threeReach {
		return s.three
	}
	return nil
}

// threeReach is how many sentences back three parties are remembered.
const threeReach = 4

// keepThree notes the three parties that a sentence lists, or names.
func (s *Reader) keepThree() {
	var three []data.Party
	for i := range s.far.lists {
		l := &s.far.lists[i]
		if l.last-l.first != 3 {
			continue
		}
		for _, p := range s.spotsOf(l) {
			if !slices.Contains(three, p.Party) {
				three = append(three, p.Party)
			}
		}
	}
	if len(three) != 3 && len(s.Named) == 3 {
		three = slices.Clone(s.Named)
	}
	if len(three) == 3 {
		s.three, s.threeAt = three, s.Index
	}
}

// loudestOf gives the word of a segment that relates best without telling who acts or what is sold, or -1.
func (s *Reader) loudestOf(seg *segment) int {
	best, most := -1, 0.0
	for _, h := range seg.hits {
		if r := s.far.means[h].rel; r.Weight > most && !r.Has(rules.Say|rules.Comment|rules.Actor|rules.Goods) {
			best, most = h, r.Weight
		}
	}
	return best
}

// loudestOn is loudestOf for a segment and those that hang on it without naming anybody: "the two sides made promises, and agreed to
// meet again".
func (s *Reader) loudestOn(g int) int {
	f := s.far
	best := s.loudestOf(&f.segs[g])
	for k := g + 1; k < len(f.segs); k++ {
		seg := &f.segs[k]
		if seg.parent != g || seg.relative || len(seg.lists) > 0 || seg.pairAt >= 0 {
			continue
		}
		if h := s.loudestOf(seg); h >= 0 && (best < 0 || f.means[h].rel.Weight > f.means[best].rel.Weight) {
			best = h
		}
	}
	return best
}

// bothActed gives the other of two parties that acted together in the sentence before, where one of them is the one left
// out: "Peru and Bolivia resumed the studies. Switzerland will pay for them."
func (s *Reader) bothActed(left data.Party) data.Party {
	f := &s.Focus
	if len(f.Subjects) != 2 || !s.SameParagraph(f.Spoke) && s.Index-f.Spoke > 2 || f.Pair != data.PairOf(f.Subjects[0], f.Subjects[1]) || !f.Pair.Has(left) {
		return ""
	}
	return f.Pair.Other(left)
}
