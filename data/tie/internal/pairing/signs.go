package pairing

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/reason"
)

// mostNamed is how many parties of one sentence are counted two by two; what names more is a list of the world.
const mostNamed = 12

// surroundings is what the signs of a pair are read from.
type surroundings struct {
	shared  map[data.Pair]int // sentences of the article that name both
	counted bool              // shared is
	signs   []reason.Given    // of the pair at hand; used again
}

// countShared counts the sentences that name each two parties of the article.
func (s *Article) countShared() {
	s.around.counted = true
	var here []data.Party
	next := 0
	for i := range s.Doc.Sentences {
		here = here[:0]
		for ; next < len(s.Mentions) && s.Mentions[next].Start < s.Doc.Sentences[i].End; next++ {
			p := s.Mentions[next].Country
			if p == "" || len(here) == mostNamed || slices.Contains(here, p) {
				continue
			}
			for _, o := range here {
				s.around.shared[data.PairOf(o, p)]++
			}
			here = append(here, p)
		}
	}
}

func (a *surroundings) give(sign reason.Sign, amount float64) {
	a.signs = append(a.signs, reason.Given{Sign: sign, Amount: amount})
}

// giveCount gives the first sign for a number up to the first limit, the next for one up to the next, the last above all.
func (a *surroundings) giveCount(n int, first reason.Sign, limits ...int) {
	k := 0
	for k < len(limits) && n > limits[k] {
		k++
	}
	a.give(first+reason.Sign(k), 1)
}

// mostRuled is the log-odds of the rules beyond which more says nothing more.
const mostRuled = 4

// signsOf lists the signs of a candidate's pair. They hold until the next call.
func (s *Article) signsOf(c *Candidate) []reason.Given {
	a := &s.around
	if !a.counted {
		s.countShared()
	}
	a.signs = a.signs[:0]
	a.give(reason.Start, 1)
	a.give(reason.Rules, min(c.Score.Sum, mostRuled))
	others := 0
	for _, n := range s.Named {
		if !c.Pair.Has(n) {
			others++
		}
	}
	if len(s.Named)-others < 2 {
		a.give(reason.Unnamed, 1)
	}
	a.giveCount(others, reason.Others0, 0, 1, 2)
	a.giveCount(a.shared[c.Pair], reason.Shared0, 0, 1, 2)
	switch {
	case s.Topic == "":
	case c.Pair.Has(s.Topic):
		a.give(reason.TopicIn, 1)
	default:
		a.give(reason.TopicOut, 1)
	}
	return a.signs
}
