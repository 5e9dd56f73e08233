package abroad

import (
	"slices"
	"strings"

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

// overBy says whether a hostile noun tells of what came before: "after ten years of dispute".
func (s *Reader) overBy(h int) bool {
	f := s.far
	if m := &f.means[h]; m.verb || f.lex.letters || m.rel.Stance != data.Conflict || !m.rel.Has(rules.Joint) {
		return false
	}
	for k := h - 1; k >= max(0, h-afterReach) && f.segOf[k] == f.segOf[h] && s.Nodes[k].Mention < 0 && f.means[k].rel == nil; k-- {
		if f.means[k].marks&markAfter != 0 {
			return true
		}
	}
	return false
}

// afterReach is how many words may stand from "after" to the hostile noun.
const afterReach = 5

// setWars makes the place of a war that is nobody's own, "the war in Chad", what is spoken about.
func (s *Reader) setWars() {
	f := s.far
	for i := range f.spots {
		p := &f.spots[i]
		if f.lex.letters || p.slot&(rules.InSlot|rules.ToSlot) == 0 || p.adjective {
			continue
		}
		for h := p.Node - 1; h > 0 && h >= p.Node-ownReach; h-- {
			m := &f.means[h]
			if m.rel.Has(rules.Joint) && m.rel.Kind == data.Assault && !m.verb && s.rightBehind(p, h) && s.known(h) && !s.ownedByAny(h) {
				p.slot = rules.AboutSlot
			}
		}
	}
}

// known says whether the noun at a node is one told of before, as an article says in the languages that have one.
func (s *Reader) known(h int) bool {
	switch s.far.lang {
	case "de", "fr", "es":
		e := s.Nodes[h-1].Entry
		return s.far.means[h-1].marks&(markIn|markAbout) != 0 || e != nil && e.Classes&rules.IsDet != 0
	}
	return true
}

// ownedByAny says whether a noun has the adjective of a party.
func (s *Reader) ownedByAny(h int) bool {
	return slices.ContainsFunc(s.far.spots, func(p spot) bool { return p.noun == h })
}

// rightBehind says whether a party stands right behind the noun at a node, with no more between than what puts it there.
func (s *Reader) rightBehind(p *spot, h int) bool {
	if p.Node <= h || p.Node-h > ownReach || p.slot&(rules.OfSlot|rules.InSlot|rules.AgainstSlot|rules.WithSlot|rules.ToSlot|rules.AboutSlot) == 0 && !p.adjective {
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
		if w := s.far.means[h].rel.Word; (w == "together" || w == "cooperate") && !s.mutual(h) {
			return h
		}
	}
	return -1
}

// mutual says whether the word at a node makes of what two do what each does to the other: "haben sich gegenseitig vorgeworfen".
func (s *Reader) mutual(h int) bool {
	w := s.Fold(h)
	return slices.ContainsFunc(mutuals[:], func(stem string) bool { return strings.HasPrefix(w, stem) })
}

// mutuals begin the words for "mutual", folded.
var mutuals = [...]string{"gegenseit", "mutu", "reciproc", "взаим", "medjusob", "uzajam", "међусоб", "узајам"}

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
	from := ask
	if f.lex.letters {
		from = max(0, ask-askedReach)
	}
	for k := from; k < min(len(f.means), ask+askedReach); k++ {
		if f.segOf[k] != g && f.segs[f.segOf[k]].parent != g {
			continue
		}
		if s.notTo(k) {
			return true
		}
		r := f.means[k].rel
		if r == nil {
			continue
		}
		if f.means[k].verb && (r.Has(rules.Reverse) || r.Kind == data.Yield || r.Kind == data.Sanction || r.Word == "block") {
			return true
		}
	}
	return false
}

// askedNot says whether a verb is what somebody is asked not to do: "asked Peru not to sell the port".
func (s *Reader) askedNot(g, h int) bool {
	return (s.notTo(h-1) || s.notTo(h-2)) && s.asked(g, h)
}

// notTo says whether a negation stands right behind the word that opens what is asked: "de ne pas vendre", "să nu vândă", "que
// no venda".
func (s *Reader) notTo(k int) bool {
	if k <= 0 || s.far.means[k].marks&markNot == 0 || s.Nodes[k-1].Mention >= 0 {
		return false
	}
	switch w := s.Fold(k - 1); s.far.lang {
	case "es":
		return w == "que"
	case "fr":
		return w == "de" || w == "a"
	case "ro":
		return w == "sa"
	case "ru":
		return w == "чтобы"
	case "sr":
		return w == "da" || w == "да"
	}
	return false
}

// askedReach is how many tokens may stand between a word of asking and what is asked.
const askedReach = 30

// onlyAsked says whether a verb that turns something hostile round tells what somebody is asked to do: "demanded that Peru stop the
// provocations". In Japanese the asking stands behind it.
func (s *Reader) onlyAsked(g, verb int, object *rules.Relation) bool {
	return object != nil && object.Stance == data.Conflict && s.asked(g, verb)
}

// asked says whether a word of asking stands before a verb, in Japanese behind it.
func (s *Reader) asked(g, verb int) bool {
	for _, h := range s.far.segs[g].hits {
		if m := &s.far.means[h]; m.verb && m.rel.Kind == data.Request && h != verb && (h > verb) == (s.far.lang == "ja") && !s.doesToo(h, verb) {
			return true
		}
	}
	return false
}

// quarrelAt says whether the word at a node is a hostile one that is done to somebody: where it happened is not the other party,
// "accused of unrest in Peru".
func (s *Reader) quarrelAt(hit int) bool {
	r := s.far.means[hit].rel
	return r.Stance == data.Conflict && r.Has(rules.Directed) && r.Kind != data.Sanction && !(s.far.means[hit].verb && r.Kind == data.Reject)
}
