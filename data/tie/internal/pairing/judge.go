package pairing

import (
	"cmp"
	"slices"

	"entente/data"
	"entente/data/tie/internal/reason"
)

// Threshold is the confidence of the rules from which a passage counts as evidence, as Score.Likely says, and that with the signs
// around it from which it ties its pair.
const Threshold = 0.5

// Instance is a passage that the rules take for evidence of a pair, to learn from.
type Instance struct {
	Pair  data.Pair
	Span  data.Span // of the sentence
	Signs []reason.Given
}

// byRules says whether the rules take a candidate for evidence.
func (c *Candidate) byRules() bool {
	return c.Score.Likely() && c.Modality != data.Denied
}

// judge gives the confidence that a candidate ties its pair: what the rules say, weighed with the signs around it. Passages
// that the rules do not take, and those that only go on about a pair told of before, are as sure as the rules say.
func (s *Article) judge(c *Candidate) {
	c.confidence = c.Score.Confidence()
	c.weighed = c.byRules() && !c.goesOn && s.models.Passages != nil
	if c.weighed {
		c.confidence = s.models.Passages.Confidence(s.signsOf(c))
		if s.Foreign {
			c.confidence = max(c.confidence, Threshold) // the signs are mostly learnt from English: they drop nothing here
		}
	}
	if s.Lessons.Passage != nil && c.byRules() && !c.goesOn {
		s.Lessons.Passage(Instance{Pair: c.Pair, Span: s.Sentence.Span, Signs: slices.Clone(s.signsOf(c))})
	}
}

// ties says whether a candidate that the rules take is likely enough to tie its pair by itself. What only goes on about a
// pair does not.
func (c *Candidate) ties() bool { return c.confidence >= Threshold && !c.goesOn }

// parts gives what the confidence of a candidate is made of.
func (s *Article) parts(c *Candidate) []data.Part {
	if !c.weighed {
		return c.Score.Named(&s.weights)
	}
	return s.models.Passages.Named(&c.Score, &s.weights, s.signsOf(c))
}

// Settle drops the evidence of pairs that no passage of the article is likely enough to tie.
func (s *Article) Settle() {
	if s.models.Passages == nil {
		return
	}
	tied := make([]bool, len(s.numbers))
	for i := range s.Found {
		f := &s.Found[i]
		tied[f.number] = tied[f.number] || f.ties
	}
	kept := s.Found[:0]
	for i := range s.Found {
		if f := &s.Found[i]; tied[f.number] {
			kept = append(kept, *f)
		}
	}
	s.Found = kept
	for i := range s.Considered {
		if c := &s.Considered[i]; c.Taken && !tied[s.numbers[c.Pair]] {
			c.Taken, c.Reason = false, cmp.Or(s.models.Passages.Against(c.Parts), s.weights.Says(reason.TooLittle))
		}
	}
}
