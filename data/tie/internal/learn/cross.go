package learn

import (
	"hash/fnv"
	"math"
)

// Folds is how many parts the articles are cut into to see how a model does on articles that it has not seen.
const Folds = 10

// Score counts how pairs were judged that the model had not seen.
type Score struct {
	Right, Wrong, Missed int     // at even odds
	Loss                 float64 // of all pairs together by their weight, in nats
}

// Precision, Recall and F1 are the usual shares, 0 to 1.
func (s Score) Precision() float64 { return float64(s.Right) / float64(max(s.Right+s.Wrong, 1)) }

// Recall is the share of the tied pairs in the bags that were found.
func (s Score) Recall() float64 { return float64(s.Right) / float64(max(s.Right+s.Missed, 1)) }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 {
	return 2 * float64(s.Right) / float64(max(2*s.Right+s.Wrong+s.Missed, 1))
}

// Cross fits to nine tenths of the articles and judges the last tenth, ten times over, article by article.
func Cross(bags []Bag, n int, penalty float64) (s Score) {
	for fold := range Folds {
		seen, unseen := apart(bags, fold, func(b *Bag) string { return b.Article })
		w := Fit(seen, n, penalty)
		for i := range unseen {
			s.add(&unseen[i], unseen[i].Chance(w))
		}
	}
	return s
}

// apart sets what belongs to the articles of one part apart from the rest.
func apart[T any](all []T, fold int, article func(*T) string) (seen, unseen []T) {
	for i := range all {
		if FoldOf(article(&all[i])) == fold {
			unseen = append(unseen, all[i])
		} else {
			seen = append(seen, all[i])
		}
	}
	return seen, unseen
}

// FoldOf gives the part of an article, by its name.
func FoldOf(article string) int {
	h := fnv.New32a()
	h.Write([]byte(article))
	return int(h.Sum32() % Folds)
}

func (s *Score) add(b *Bag, chance float64) {
	switch taken := chance >= 0.5; {
	case taken && b.Tied:
		s.Right++
	case taken:
		s.Wrong++
	case b.Tied:
		s.Missed++
	}
	if !b.Tied {
		chance = 1 - chance
	}
	s.Loss -= b.Weight * math.Log(max(chance, 1e-9))
}
