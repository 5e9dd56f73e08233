package tie

import (
	"slices"

	"entente/data"
)

// near is a passage that just fails to tie a pair, as it would stand in evidence.
type near struct {
	score score
	data.Evidence
}

// leastNear is the sum of reasons below which a passage is not worth keeping.
const leastNear = -3.2

// keep notes a candidate that was turned down for want of words, not because something speaks against it.
func (s *sentence) keep(c *candidate) {
	if c.modality == data.Denied || c.score.sum < leastNear || len(s.named) != 2 || c.pair != data.PairOf(s.named[0], s.named[1]) {
		return
	}
	for _, p := range c.score.parts[:c.score.n] {
		if p.reason == noWord {
			return
		}
		if p.value <= againstAll && p.reason != always {
			return
		}
	}
	s.nearly = append(s.nearly, near{c.score, s.evidence(c, 1)})
}

// againstAll is the weight of a reason that no lack of other parties can outweigh: a venue, a comparison, a denial.
const againstAll = -2

// mostAdmitted is the sum of reasons up to which the want of other parties lifts a passage.
const mostAdmitted = 0.6

// admit takes the passages that nearly tie a pair when the article names these two parties and nobody else: what such an
// article tells is then all but always about the two. Where the pair is tied by surer words they are left alone.
func (r *reader) admit() {
	if len(r.nearly) == 0 || len(r.found) > 0 || r.sport {
		return
	}
	var parties []data.Party
	for i := range r.mentions {
		if m := &r.mentions[i]; !slices.Contains(parties, m.Country) {
			parties = append(parties, m.Country)
		}
	}
	if len(parties) != 2 {
		return
	}
	best := &r.nearly[0]
	for i := range r.nearly {
		if r.nearly[i].score.sum > best.score.sum {
			best = &r.nearly[i]
		}
	}
	best.score.add(onlyTwo, min(r.weights[onlyTwo].value, mostAdmitted-best.score.sum), "")
	best.Confidence, best.Parts = best.score.confidence(), best.score.named(r.weights)
	if best.Confidence < threshold {
		return
	}
	r.found = append(r.found, best.Evidence)
	for i := range r.considered {
		if c := &r.considered[i]; c.Span == best.Span && c.Pair == best.Pair {
			c.Taken, c.Reason, c.Confidence, c.Parts = true, "", best.Confidence, best.Parts
		}
	}
}
