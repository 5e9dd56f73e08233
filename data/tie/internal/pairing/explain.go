package pairing

import (
	"cmp"

	"entente/data"
	"entente/data/tie/internal/reason"
)

// Considered is a pair that stood together in a sentence, or was meant by it, and whether it was taken for a tie.
type Considered struct {
	data.Passage
	Pair       data.Pair
	Taken      bool
	Reason     string // why it was turned down, in plain words; "" when it was taken
	Kind       data.Kind
	Stance     data.Stance
	Modality   data.Modality
	Confidence float64
	Parts      []data.Part
	Telling    []string // words that speak most for its stance, as they stand in the text
}

// consider tells what was thought of a candidate.
func (s *Article) consider(c *Candidate, taken bool) Considered {
	out := Considered{Passage: data.PassageOf(s.Doc.Text, s.Sentence.Span), Pair: c.Pair, Taken: taken, Kind: c.Kind,
		Stance: c.Stance, Modality: c.Modality, Confidence: c.confidence, Parts: s.parts(c)}
	if taken {
		out.Telling = s.telling(c)
	} else {
		out.Reason = cmp.Or(c.Score.Against(&s.weights), s.weights.Says(reason.TooLittle))
	}
	return out
}
