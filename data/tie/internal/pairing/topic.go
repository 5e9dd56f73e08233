package pairing

import (
	"math"
	"slices"

	"entente/data"
	"entente/data/tie/internal/reason"
)

// TopicInstance is a party that an article names, to learn from.
type TopicInstance struct {
	Party data.Party
	Signs []reason.Given
}

// leastTopic is the probability from which a party is taken for the one that an article is mostly about, and sureTopic that from
// which there is little doubt of it.
const leastTopic, sureTopic = 0.4, 0.75

// mostlyAbout gives the party that the article is mostly about: of those it names, the one that most of its ties are likely to be
// with, and whether there is little doubt; "" where none stands out.
func (s *Article) mostlyAbout() (topic data.Party, sure bool) {
	t := &s.standing
	s.sums = s.sums[:0]
	best := 0
	for n := range t.parties {
		given := s.signsOfTopic(n)
		if s.Lessons.Topic != nil {
			s.Lessons.Topic(TopicInstance{t.parties[n], slices.Clone(given)})
		}
		s.sums = append(s.sums, s.models.Topics.Sum(given))
		if s.sums[n] > s.sums[best] {
			best = n
		}
	}
	if len(s.sums) == 0 || t.mentions[best] < 2 && t.parties[best] != s.Written {
		return "", false
	}
	all := 0.0 // beside the likeliest, which counts for 1
	for _, x := range s.sums {
		all += math.Exp(x - s.sums[best])
	}
	if 1/all < leastTopic {
		return "", false
	}
	return t.parties[best], 1/all >= sureTopic
}

// signsOfTopic lists the signs of the party of a number. They hold until the next call.
func (s *Article) signsOfTopic(n int) []reason.Given {
	t, g := &s.standing, &s.signs
	*g = (*g)[:0]
	told, first, last := t.tells(n)
	sentences := float64(len(t.inPlace))
	g.give(reason.TopicOften, math.Log(float64(t.mentions[n])/float64(t.most.mentions)))
	g.give(reason.TopicSpread, math.Log((float64(told)+0.5)/(float64(t.most.told)+0.5)))
	g.giveIf(n == 0, reason.TopicFirst)
	g.giveIf(first == 0, reason.TopicTitle)
	g.giveIf(first < leadSentences, reason.TopicAtTop)
	g.give(reason.TopicLate, float64(first)/sentences)
	g.give(reason.TopicGone, 1-float64(last)/sentences)
	g.giveIf(t.parties[n] == s.Written, reason.TopicWritten)
	g.giveIf(t.mentions[n] == 1, reason.TopicOnce)
	g.giveIf(t.parties[n] == data.EU, reason.TopicUnion)
	g.give(reason.TopicSolo, math.Log(float64(1+t.solo[n])))
	inOne, near := t.company(n)
	g.give(reason.TopicBeside, float64(inOne)/float64(max(t.most.inOne, 1)))
	g.give(reason.TopicNear, float64(near)/float64(max(t.most.near, 1)))
	g.give(reason.TopicTowns, float64(t.towns[n])/float64(t.mentions[n]))
	return *g
}
