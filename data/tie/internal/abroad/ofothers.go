package abroad

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
)

// ofOthers says whether a hostile noun tells of a third party, and says nothing of two others in its segment: "the war in Chad",
// "the Peruvian attack".
func (s *Reader) ofOthers(h int, a, b *spot) bool {
	f := s.far
	m := &f.means[h]
	if m.verb || m.rel.Stance != data.Conflict || a.noun == h || b.noun == h || s.owns(a, h) || s.owns(b, h) {
		return false
	}
	for i := range f.spots {
		p := &f.spots[i]
		if p.Party == a.Party || p.Party == b.Party || f.segOf[p.Node] != f.segOf[h] {
			continue
		}
		if p.noun == h || !f.lex.letters && s.rightBehind(p, h) {
			return true
		}
	}
	return false
}

// rightBehind says whether a party stands right behind the noun at a node, with no more between than what puts it there.
func (s *Reader) rightBehind(p *spot, h int) bool {
	if p.Node <= h || p.Node-h > ownReach || p.slot&(rules.OfSlot|rules.InSlot|rules.AgainstSlot|rules.WithSlot|rules.ToSlot) == 0 && !p.adjective {
		return false
	}
	for k := h + 1; k < p.Node; k++ {
		if s.far.means[k].rel != nil || s.Token(k).Kind == text.Punct {
			return false
		}
	}
	return true
}

// ownReach is how many tokens may stand from a hostile noun to whom it tells of.
const ownReach = 3

// concert gives the word for doing something together in a segment that tells of a hostile deed at hit, which is then done to
// somebody else: "Peru and Chile jointly condemned"; -1 for none.
func (s *Reader) concert(g, hit int) int {
	if hit < 0 || s.far.means[hit].rel.Stance != data.Conflict || s.far.means[hit].rel.Has(rules.Joint|rules.Reverse) {
		return -1
	}
	for _, h := range s.far.segs[g].hits {
		if s.far.means[h].rel.Word == "together" {
			return h
		}
	}
	return -1
}

// inConcert ties the doers of a segment who do something hostile to others together.
func (s *Reader) inConcert(g int) {
	seg := &s.far.segs[g]
	l := &s.far.lists[seg.subject]
	doers := s.spotsOf(l)
	if len(doers) < 2 || len(doers) > pairing.TogetherMax || l.compound {
		return
	}
	if hit := s.concert(g, s.loudestOf(seg)); hit >= 0 {
		s.tieAll(g, doers, hit)
	}
}

// toGiveWay says whether what is asked at a node is to withdraw, stop, cut or give in, which is a demand: "asked Peru to recall
// its soldiers". It stands in the same segment or in one that hangs on it.
func (s *Reader) toGiveWay(g, ask int) bool {
	f := s.far
	for k := range f.means {
		r := f.means[k].rel
		if r == nil || k < ask && !f.lex.letters || f.segOf[k] != g && f.segs[f.segOf[k]].parent != g {
			continue
		}
		if f.means[k].verb && (r.Has(rules.Reverse) || r.Kind == data.Yield || r.Kind == data.Sanction) {
			return true
		}
	}
	return false
}
