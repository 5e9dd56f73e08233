package abroad

import (
	"entente/data"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

const (
	// objectReach is how many tokens may stand from a hostile verb to the clause that tells more of its object.
	objectReach = 7
	// reproachReach is how many tokens may stand from a word of reproach to the clause that tells what for.
	reproachReach = 5
)

// resentedAbove ties the doer of the segment above to the one other party of a segment that only tells more of what is done against it:
// "rejected the quota that Peru set", "complained that Peruvian soldiers had come". It says whether it did.
func (s *Reader) resentedAbove(g int) bool {
	f := s.far
	hit := s.hostileAbove(g)
	if hit < 0 {
		return false
	}
	up := f.segs[g].parent
	doers := &f.lists[f.segs[up].subject]
	other := s.onlyOther(&f.segs[g], doers)
	if other == nil {
		return false
	}
	for _, a := range s.spotsOf(doers) {
		c := s.pairUp(a.Member, other.Member, up)
		if c == nil {
			continue
		}
		s.Add(c, reason.OneClause, "")
		s.Add(c, reason.InFrame, s.hitWord(hit))
		s.says(c, up, hit)
		c.From = a.Party
	}
	return true
}

// hostileAbove gives the word of the segment above that is done against something or somebody of which this one tells more, where
// the one above names nobody but who does it; else -1.
func (s *Reader) hostileAbove(g int) int {
	f := s.far
	seg := &f.segs[g]
	if f.lex.letters || seg.parent < 0 || len(seg.lists) == 0 {
		return -1
	}
	up := &f.segs[seg.parent]
	if up.subject < 0 || len(up.lists) != 1 || f.lists[up.subject].seg != seg.parent {
		return -1
	}
	for _, h := range up.hits {
		m := &f.means[h]
		if h < f.spots[f.lists[up.subject].last-1].last || h >= seg.from || m.rel.Has(rules.Goods|rules.Actor|rules.Weak) {
			continue
		}
		if s.resents(m, seg, h) && !s.notAround(seg.parent, h) {
			return h
		}
		return -1
	}
	return -1
}

// resents says whether a word, at node h, refuses, ends or forbids what a relative clause tells more of, or blames for what another
// clause tells. In Spanish "que" opens both.
func (s *Reader) resents(m *meaning, seg *segment, h int) bool {
	between := seg.from - h
	if seg.relative || s.far.lang == "es" && between > 1 {
		switch m.rel.Word {
		case "reject", "block", "close", "ban", "criticise":
			return between <= objectReach
		case "cancel", "break", "freeze":
			return m.verb && between <= objectReach
		}
	}
	return !seg.relative && between <= reproachReach && (m.rel.Kind == data.Protest || m.verb && m.rel.Kind == data.Accuse)
}

// onlyOther gives the party that a segment names beside some doers, where it is only one and not the place of what it tells; else nil.
func (s *Reader) onlyOther(seg *segment, doers *series) (other *spot) {
	const about = rules.InSlot | rules.FromSlot | rules.AboutSlot | rules.OtherSlot | rules.BetweenSlot | rules.WithSlot
	for _, li := range seg.lists {
		for i := range s.spotsOf(&s.far.lists[li]) {
			p := &s.far.spots[s.far.lists[li].first+i]
			switch {
			case s.among(doers, p.Party):
			case p.slot&about != 0 && !(p.adjective && !seg.relative) || p.isCity || other != nil && other.Party != p.Party:
				return nil
			default:
				other = p
			}
		}
	}
	return other
}
