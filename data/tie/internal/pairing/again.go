package pairing

import (
	"cmp"
	"slices"

	"entente/data"
	"entente/data/tie/internal/reason"
)

// mostTogether is how many parties a sentence may name that stands as a further passage of a pair.
const mostTogether = 3

// Again gives the passages that name both parties of a pair tied elsewhere in the article, with words of how countries deal
// with each other, and that no evidence of the pair lies in: people who look for the pair want to read them. They add
// nothing to its stance.
func (s *Article) Again() []Unsaid {
	var out []Unsaid
	s.markFound()
	s.refused = append(s.refused, s.evident...)
	slices.SortFunc(s.refused, refusal.compare)
	seen := make([]bool, len(s.numbers))
	for i := range s.Found {
		p, n := s.Found[i].Pair, s.Found[i].number
		if seen[n] {
			continue
		}
		seen[n] = true
		a, known := s.standing.numberOf(p[0])
		b, also := s.standing.numberOf(p[1])
		if !known || !also || s.standing.of(a, b).shared == 0 {
			continue
		}
		for _, at := range s.standing.places[b] {
			if s.standing.names(int(at), a) && s.tellsAgain(int(at), p) {
				out = append(out, s.again(int(at), p))
			}
		}
	}
	// The pairs of a sentence one after another, so that it is laid out once for all.
	slices.SortStableFunc(out, func(x, y Unsaid) int { return cmp.Compare(x.Read, y.Read) })
	return out
}

// tellsAgain says whether a sentence that names a pair is worth reading and not read as evidence of it yet.
func (s *Article) tellsAgain(sentence int, p data.Pair) bool {
	v, sen := s.voiceOf(sentence), &s.Doc.Sentences[sentence]
	if v.loud == 0 || v.doubt || sen.Heading || len(s.standing.inPlace[sentence]) > mostTogether {
		return false
	}
	_, decided := slices.BinarySearchFunc(s.refused, refusal{p, sentence}, refusal.compare)
	return !decided
}

// markFound notes in which sentences evidence lies that was found since it did so last.
func (s *Article) markFound() {
	for ; s.marked < len(s.Found); s.marked++ {
		f := &s.Found[s.marked]
		for i := s.Doc.SentenceAt(f.Start); i < len(s.Doc.Sentences) && s.Doc.Sentences[i].Start < f.End; i++ {
			s.evident = append(s.evident, refusal{f.Pair, i})
			for len(s.told) <= i {
				s.told = append(s.told, false)
			}
			s.told[i] = true
		}
	}
}

func (s *Article) again(sentence int, p data.Pair) Unsaid {
	score := reason.Score{}
	for _, r := range []reason.Reason{reason.Always, reason.BothNamed, reason.Again} {
		score.Add(r, s.weights.Of(r), "")
	}
	return Unsaid{Sentence: sentence, Last: sentence, Read: sentence, pair: p, again: true,
		confidence: score.Confidence(), parts: score.Named(&s.weights)}
}

// refusal is a sentence in which the rules found something that speaks against a pair.
type refusal struct {
	pair     data.Pair
	sentence int
}

func (r refusal) compare(o refusal) int {
	return cmp.Or(cmp.Compare(r.sentence, o.sentence), slices.Compare(r.pair[:], o.pair[:]))
}
