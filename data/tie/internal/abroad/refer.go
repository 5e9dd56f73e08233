package abroad

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// bothMeant ties the pair that "the two countries" means.
func (s *Reader) bothMeant(g int) {
	seg := &s.far.segs[g]
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
	best := s.loudestOn(g)
	if t := s.concert(g, best); t >= 0 {
		best = t
	}
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
	case len(here) == 0 && len(f.Recent) >= 2 && (s.about() == "" || s.about() == f.Recent[0] || s.about() == f.Recent[1]):
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

// meantByOne gives the party that "the country" or "its neighbour" means: in a newspaper of one country that one is never
// meant.
func (s *Reader) meantByOne(free func(data.Party) bool, there bool, node int) data.Party {
	never := data.Party("")
	if len(s.far.lex.press.homes) <= fewHomes {
		never = s.press
	}
	for i := range s.far.spots {
		if p := &s.far.spots[i]; p.Node < node && free(p.Party) && p.Party != never {
			return p.Party
		}
	}
	order := append([]data.Party{s.about(), s.Focus.Subject}, s.Focus.Recent...)
	if there {
		order = s.Focus.Recent
	}
	for _, p := range order {
		if free(p) && p != never {
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
	if !s.ownDoer(seg) {
		return nil
	}
	parent := &s.far.segs[seg.parent]
	for _, li := range parent.lists {
		if l := &s.far.lists[li]; li != parent.subject && l.slot&(rules.ToSlot|rules.WithSlot|rules.AgainstSlot) != 0 && l.last-l.first == 1 {
			return &s.far.spots[l.first]
		}
	}
	return nil
}

// ownDoer says whether a segment that hangs on another has a doer of its own.
func (s *Reader) ownDoer(seg *segment) bool {
	if seg.subject < 0 || seg.parent < 0 || seg.relative || s.far.segs[seg.parent].subject < 0 {
		return false
	}
	return s.far.segOf[s.far.spots[s.far.lists[seg.subject].first].Node] != seg.parent
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
	if h := s.far.lex.press.homes; len(h) <= fewHomes && s.far.lang != "de" {
		return h[0]
	}
	return s.about()
}

// meetingMin is the least weight of a word of meeting that needs somebody to meet.
const meetingMin = 1.4

// onlyPair says whether the sentence is about no other pair.
func (s *Reader) onlyPair(c *pairing.Candidate) bool {
	for i := range s.Cands {
		if s.Cands[i].Pair != c.Pair {
			return false
		}
	}
	return true
}
