package english

import (
	"slices"
	"strings"

	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// ranges takes the pairs away of which "from" and "to" only tell how far something reaches: "guests from countries ranging from
// Peru to Chile", "runs shops from Peru to Chile". The second end may be a list.
func (s *Reader) ranges() {
	if len(s.Cands) == 0 || !s.HasPrep(rules.FromSlot) || !s.HasPrep(rules.ToSlot) {
		return
	}
	for i := 0; i+1 < len(s.Groups); i++ {
		from, to := &s.Groups[i], &s.Groups[i+1]
		if from.Prep != rules.FromSlot || to.Prep&rules.ToSlot == 0 || to.PrepNode != from.Last || len(from.Members) == 0 || !s.reaching(i) {
			continue
		}
		ends := append(slices.Clip(from.Members), s.chainMembers(i+1)...)
		for k := range s.Cands {
			c := &s.Cands[k]
			if contains(ends, c.Pair[0]) && contains(ends, c.Pair[1]) {
				s.Add(c, reason.Venue, s.Doc.Word(s.First+to.Head))
			}
		}
	}
}

// reaching says whether what stands before a group after "from" tells how far something reaches: "ranging", or things that stay
// where they are and that somebody has.
func (s *Reader) reaching(gi int) bool {
	at := s.Groups[gi].PrepNode
	if at > 0 && s.Vocab.Lists.Reaches.Has(s.Fold(at-1)) {
		return true
	}
	if gi == 0 {
		return false
	}
	h := &s.Groups[gi-1]
	if h.Last != at || h.Rel != nil && h.RelNode == h.Head || len(h.Members) > 0 || h.Ref != grammar.NoRef || s.TagAt(h.Head) != token.Other || !strings.HasSuffix(s.Fold(h.Head), "s") {
		return false
	}
	for k := len(s.Actions) - 1; k >= 0; k-- {
		if a := &s.Actions[k]; a.Last <= h.First {
			return s.Vocab.Lists.Holdings.Has(a.Rel.Name()) || s.Vocab.Lists.Holdings.Has(s.Fold(a.Main))
		}
	}
	return false
}
