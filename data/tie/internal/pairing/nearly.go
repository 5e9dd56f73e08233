package pairing

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/reason"
)

// near is a passage that just fails to tie a pair, as it would stand in evidence.
type near struct {
	score reason.Score
	data.Evidence
}

// leastNear is the sum of reasons below which a passage is not worth keeping.
const leastNear = -3.2

// keep notes a candidate that was turned down for want of words, not because something speaks against it.
func (s *Article) keep(c *Candidate) {
	if c.Modality == data.Denied || c.Score.Sum < leastNear || len(s.Named) != 2 || c.Pair != data.PairOf(s.Named[0], s.Named[1]) {
		return
	}
	if c.Stance == data.Neutral && c.Score.Holds(reason.OutOfFrame) {
		return // "Peru, asked about Chile, made no comment"
	}
	for _, p := range c.Score.Parts[:c.Score.N] {
		if p.Reason == reason.NoWord {
			return
		}
		if p.Value <= againstAll && p.Reason != reason.Always {
			return
		}
	}
	s.nearly = append(s.nearly, near{c.Score, s.evidence(c, 1)})
}

// againstAll is the weight of a reason that no lack of other parties can outweigh: a venue, a comparison, a denial.
const againstAll = -2

// mostAdmitted is the sum of reasons up to which the want of other parties lifts a passage.
const mostAdmitted = 0.6

// Admit takes the passages that nearly tie a pair when the article names these two parties and nobody else: what such an
// article tells is then all but always about the two. Where the pair is tied by surer words they are left alone.
func (s *Article) Admit() {
	if len(s.nearly) == 0 || len(s.Found) > 0 || s.sport {
		return
	}
	var parties []data.Party
	for i := range s.Mentions {
		if m := &s.Mentions[i]; !slices.Contains(parties, m.Country) {
			parties = append(parties, m.Country)
		}
	}
	if len(parties) != 2 {
		return
	}
	best := &s.nearly[0]
	for i := range s.nearly {
		if s.nearly[i].score.Sum > best.score.Sum {
			best = &s.nearly[i]
		}
	}
	best.score.Add(reason.OnlyTwo, min(s.weights[reason.OnlyTwo].Value, mostAdmitted-best.score.Sum), "")
	best.Confidence, best.Parts = best.score.Confidence(), best.score.Named(s.weights)
	if best.Confidence < Threshold {
		return
	}
	s.Found = append(s.Found, Finding{best.Evidence, best.Confidence, true})
	for i := range s.Considered {
		if c := &s.Considered[i]; c.Span == best.Span && c.Pair == best.Pair {
			c.Taken, c.Reason, c.Confidence, c.Parts = true, "", best.Confidence, best.Parts
		}
	}
}
