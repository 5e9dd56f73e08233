package pairing

import (
	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/reason"
)

// Across notes the pairs that only stand in one sentence, for those who ask why they are no tie.
func (s *Article) Across() {
	if !s.Explaining {
		return
	}
	const most = 12
	for i := 0; i < min(len(s.Named), most); i++ {
		for k := 0; k < i; k++ {
			pair := data.PairOf(s.Named[i], s.Named[k])
			if among.Any(s.Cands, func(c *Candidate) bool { return c.Pair == pair }) {
				continue
			}
			s.Cands = append(s.Cands, Candidate{across: true, Pair: pair, Modality: data.Done, Stance: data.Neutral, Last: len(s.Nodes)})
			c := &s.Cands[len(s.Cands)-1]
			s.Add(c, reason.Always, "")
			s.Add(c, reason.AcrossClause, "")
			s.Add(c, reason.NoWord, "")
		}
	}
}
