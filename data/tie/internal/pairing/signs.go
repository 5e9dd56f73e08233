package pairing

import "entente/data/tie/internal/reason"

// signs are those given of a passage or a pair.
type signs []reason.Given

func (s *signs) give(sign reason.Sign, amount float64) {
	*s = append(*s, reason.Given{Sign: sign, Amount: amount})
}

// giveIf gives a sign that is there or not.
func (s *signs) giveIf(there bool, sign reason.Sign) {
	if there {
		s.give(sign, 1)
	}
}

// giveCount gives the first sign for a number up to the first limit, the next for one up to the next, the last above all.
func (s *signs) giveCount(n int, first reason.Sign, limits ...int) {
	k := 0
	for k < len(limits) && n > limits[k] {
		k++
	}
	s.give(first+reason.Sign(k), 1)
}

// mostRuled is the log-odds of the rules beyond which more says nothing more.
const mostRuled = 4

// signsOf lists the signs of a candidate's pair. They hold until the next call.
func (s *Article) signsOf(c *Candidate) []reason.Given {
	a := &s.signs
	*a = (*a)[:0]
	a.give(reason.Start, 1)
	a.give(reason.Rules, min(c.Score.Sum, mostRuled))
	others := 0
	for _, n := range s.Named {
		if !c.Pair.Has(n) {
			others++
		}
	}
	a.giveIf(len(s.Named)-others < 2, reason.Unnamed)
	a.giveCount(others, reason.Others0, 0, 1, 2)
	a.giveCount(s.standing.shared(c.Pair), reason.Shared0, 0, 1, 2)
	if s.Topic != "" {
		a.giveIf(c.Pair.Has(s.Topic), reason.TopicIn)
		a.giveIf(!c.Pair.Has(s.Topic), reason.TopicOut)
	}
	return *a
}
