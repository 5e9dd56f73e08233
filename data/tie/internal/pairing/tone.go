package pairing

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"entente/data"
	"entente/data/tie/internal/lexis"
	"entente/data/tie/internal/reason"
)

// WordsInstance is what stands between and around two parties of a sentence, to learn from.
type WordsInstance struct {
	Pair     data.Pair
	Span     data.Span // of the sentence
	Features []lexis.Feature
}

// ToneInstance is a passage whose tone is judged, to learn from.
type ToneInstance struct {
	Pair  data.Pair
	Span  data.Span
	Signs []reason.Given
}

const (
	// hostileFrom and friendlyTo are how likely a passage is hostile for it to be told so, or friendly, whatever the rules read.
	hostileFrom, friendlyTo = 0.55, 0.45
	// mostWords bounds what the words of a sentence say, in log-odds.
	mostWords = 4
)

// setTones settles the stance of each passage that was taken. Where the words tell both good and bad of a pair, both stand.
func (s *Article) setTones(taken []*Candidate) {
	if s.Lessons.Words != nil {
		s.tellWords()
	}
	for i, c := range taken {
		same := func(o *Candidate) bool { return o.Pair == c.Pair }
		if !slices.ContainsFunc(taken[:i], same) && !slices.ContainsFunc(taken[i+1:], same) {
			s.setTone(c)
		}
	}
}

// tellWords tells what stands between and around every two parties of the sentence.
func (s *Article) tellWords() {
	for i, a := range s.Named {
		for _, b := range s.Named[:i] {
			if p := data.PairOf(a, b); len(s.Named) <= mostNamed {
				s.Lessons.Words(WordsInstance{p, s.Sentence.Span, s.wordsOf(p)})
			}
		}
	}
	s.Lessons.Words(WordsInstance{data.Pair{}, s.Sentence.Span, s.wordsOf(data.Pair{})})
}

// setTone settles the stance of a passage by what the rules read and by what the words between and around its two parties say.
func (s *Article) setTone(c *Candidate) {
	if s.models.Words == nil || c.goesOn {
		return
	}
	given := s.signsOfTone(c)
	if s.Lessons.Tone != nil {
		s.Lessons.Tone(ToneInstance{c.Pair, s.Sentence.Span, slices.Clone(given)})
	}
	if s.models.Tones == nil {
		return
	}
	hostile := s.models.Tones.Confidence(given)
	if !s.Foreign { // of other languages too few sentences were learnt from for one passage to silence another
		c.tone = math.Max(hostile, 1-hostile)
	}
	switch {
	case hostile >= hostileFrom && c.Stance != data.Conflict:
		s.turnTone(c, data.Conflict)
	case hostile <= friendlyTo && c.Stance != data.Cooperation:
		s.turnTone(c, data.Cooperation)
	case hostile < hostileFrom && hostile > friendlyTo:
		c.tone = 0
	}
}

// turnTone gives a passage another stance, with the kind of its strongest word of that stance.
func (s *Article) turnTone(c *Candidate, to data.Stance) {
	c.Stance, c.Kind = to, ""
	most := 0.0
	for i := c.First; i < min(c.Last, len(s.Nodes)); i++ {
		if r := s.relationAt(i); r != nil && r.Stance == to && r.Weight > most {
			most, c.Kind = r.Weight, r.Kind
		}
	}
}

// signsOfTone lists the signs of the tone of a passage. They hold until the next call.
func (s *Article) signsOfTone(c *Candidate) []reason.Given {
	g := &s.signs
	*g = (*g)[:0]
	g.give(reason.ToneStart, 1)
	sure := min(max(c.Score.Sum, 0), mostRuled)
	switch c.Stance {
	case data.Cooperation:
		g.give(reason.ToneFriendly, 1)
		g.give(reason.ToneSure, -sure)
	case data.Conflict:
		g.give(reason.ToneHostile, 1)
		g.give(reason.ToneSure, sure)
	}
	if words, named := s.weighWords(c.Pair); named {
		g.give(reason.ToneWords, max(-mostWords, min(words, mostWords)))
	} else {
		g.give(reason.ToneMeant, max(-mostWords, min(words, mostWords)))
	}
	g.giveIf(s.Sentence.Heading, reason.ToneHeading)
	g.giveIf(s.Foreign, reason.ToneForeign)
	return *g
}

const (
	// mostTelling is how many words are told that make a passage friendly or hostile, leastTelling how much each must say for that, and
	// leastLetters how many bytes it must have: "of" and commas tell people nothing.
	mostTelling, leastTelling, leastLetters = 3, 0.3, 4
)

// telling gives the words that speak most for the stance of a passage as it was settled, the weightiest first.
func (s *Article) telling(c *Candidate) []string {
	if c.tone == 0 || s.models.Words == nil {
		return nil
	}
	toward := map[data.Stance]float32{data.Conflict: 1, data.Cooperation: -1}[c.Stance]
	says := map[string]float32{}
	s.eachWordOf(c.Pair, func(place lexis.Place, word string, known *lexis.Word) {
		if known != nil && place != lexis.Shape && len(word) >= leastLetters && strings.ToLower(word) == word {
			says[word] += toward * known[place]
		}
	})
	words := slices.SortedFunc(maps.Keys(says), func(a, b string) int { return cmp.Or(cmp.Compare(says[b], says[a]), strings.Compare(a, b)) })
	words = words[:min(len(words), mostTelling)]
	words = slices.DeleteFunc(words, func(w string) bool { return says[w] < leastTelling })
	for i, w := range words {
		at := slices.IndexFunc(s.around.lexemes, func(l lexeme) bool { return l.word == w })
		words[i] = s.Doc.Text[s.Token(at).Start:s.Token(at).End]
	}
	return words
}
