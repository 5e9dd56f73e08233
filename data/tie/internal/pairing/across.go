package pairing

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// Across notes the pairs that only stand in one sentence: for those who ask why they are no tie, and for the two parties of
// an article that names no others (see admit).
func (s *Article) Across() {
	if !s.Explaining && len(s.Named) != 2 {
		return
	}
	const most = 12
	for i := 0; i < min(len(s.Named), most); i++ {
		for k := 0; k < i; k++ {
			pair := data.PairOf(s.Named[i], s.Named[k])
			if slices.ContainsFunc(s.Cands, func(c Candidate) bool { return c.Pair == pair }) {
				continue
			}
			s.Cands = append(s.Cands, Candidate{Pair: pair, Modality: data.Done, Stance: data.Neutral, Last: len(s.Nodes)})
			c := &s.Cands[len(s.Cands)-1]
			s.Add(c, reason.Always, "")
			s.Add(c, reason.AcrossClause, "")
			if r := s.loudest(); r != nil {
				s.Add(c, reason.WeakWord, r.Word)
				c.Kind, c.Stance, c.Fields = r.Kind, r.Stance, r.Fields
			} else {
				s.Add(c, reason.NoWord, "")
			}
		}
	}
}

// leastRoom is the number of tokens from which a sentence may hide in its clauses how its parties deal with each other; a
// shorter one says it plainly or not at all.
const leastRoom = 16

// leastLoud is the weight from which a word says by itself that countries deal with each other.
const leastLoud = 1.5

// loudest gives the word of the sentence that says most of how countries deal with each other, hostile words first; nil when
// there is none, or when the sentence compares, comments or denies.
func (s *Article) loudest() *rules.Relation {
	if len(s.Nodes) < leastRoom {
		return nil
	}
	var best *rules.Relation
	hear := func(r *rules.Relation) {
		if r == nil || r.Kind == "" || r.Weight < leastLoud {
			return
		}
		if best == nil || r.Stance == data.Conflict && best.Stance != data.Conflict ||
			(r.Stance == data.Conflict) == (best.Stance == data.Conflict) && r.Weight > best.Weight {
			best = r
		}
	}
	for i := range s.Actions {
		a := &s.Actions[i]
		if a.Negated || a.Rel != nil && (a.Rel.Has(rules.Compare) || a.Rel.Has(rules.Comment) || a.Rel.Has(rules.Deny)) {
			return nil
		}
		hear(a.Rel)
	}
	for i := range s.Groups {
		if s.Groups[i].No {
			return nil
		}
		if r := s.Groups[i].Rel; r != nil && r.Stance == data.Conflict {
			hear(r)
		}
	}
	return best
}
