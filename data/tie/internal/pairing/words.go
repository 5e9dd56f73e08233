package pairing

import (
	"entente/data"
	"entente/data/text"
	"entente/data/tie/internal/lexis"
	"entente/data/tie/internal/token"
)

// around is what stands between and around the parties of the sentence at hand, for its words to be weighed.
type around struct {
	spots   []spot
	lexemes []lexeme
}

// spot is a mention of a party, from node first to node last.
type spot struct {
	party       data.Party
	kind        data.MentionKind
	first, last int
}

// lexeme is a word as the learnt tables have it, and what kind of deed it tells; the learnt weights of both are looked up once a
// sentence.
type lexeme struct {
	word       string
	kind       data.Kind
	says, does *lexis.Word
}

const (
	// mostSpots bounds the mentions of a sentence that are looked at: what names more is a list.
	mostSpots = 24
	// reach is how many words before and after two parties are weighed.
	reach = 5
)

// readWords finds the parties and words of the sentence at hand, if that has not been done.
func (s *Article) readWords() {
	a := &s.around
	if len(a.lexemes) > 0 {
		return
	}
	for i := range s.Nodes {
		l := lexeme{word: s.lemma(i)}
		l.says = s.models.Words.Of(l.word)
		if r := s.relationAt(i); r != nil && s.Nodes[i].Mention < 0 && r.Kind != "" {
			l.kind = r.Kind
			l.does = s.models.Words.Of(string(r.Kind))
		}
		a.lexemes = append(a.lexemes, l)
	}
	for i := 0; i < len(s.Nodes) && len(a.spots) < mostSpots; i++ {
		m := s.Nodes[i].Mention
		if m < 0 || s.Mentions[m].Country == "" {
			continue
		}
		last := i
		for last+1 < len(s.Nodes) && s.Nodes[last+1].Mention == m {
			last++
		}
		a.spots = append(a.spots, spot{s.Mentions[m].Country, s.Mentions[m].Kind, i, last})
		i = last
	}
}

// Marks that stand for all names of parties and all numbers.
const aName, aNumber = "@", "0"

// lemma gives the word at a node as the learnt tables have it.
func (s *Article) lemma(i int) string {
	n := &s.Nodes[i]
	switch {
	case n.Mention >= 0:
		return aName
	case s.Token(i).Kind == text.Number:
		return aNumber
	}
	if r := s.relationAt(i); r != nil && r.Word != "" {
		return r.Word
	}
	return lexis.Stem(s.Fold(i))
}

// closest finds where two parties stand nearest to each other in the sentence, the earlier one first; false where it does not name
// both.
func (a *around) closest(p data.Pair) (first, second *spot, ok bool) {
	for i := range a.spots {
		u := &a.spots[i]
		for k := i + 1; k < len(a.spots) && p.Has(u.party); k++ {
			v := &a.spots[k]
			if v.party != u.party && p.Has(v.party) {
				if !ok || v.first-u.last < second.first-first.last {
					first, second, ok = u, v, true
				}
				break
			}
		}
	}
	return first, second, ok
}

// weighWords sums up what the words of the sentence at hand say of two parties, in log-odds: those between and around the two, or all
// where it does not name both.
func (s *Article) weighWords(p data.Pair) (sum float64, named bool) {
	sum = s.models.Words.Start()
	named = s.eachWordOf(p, func(place lexis.Place, _ string, says *lexis.Word) {
		if says != nil {
			sum += float64(says[place])
		}
	})
	return sum, named
}

// wordsOf lists these words, to learn from.
func (s *Article) wordsOf(p data.Pair) (all []lexis.Feature) {
	s.eachWordOf(p, func(place lexis.Place, word string, _ *lexis.Word) {
		all = append(all, lexis.Feature{Place: place, Word: word})
	})
	return all
}

// eachWordOf gives these words, each with its place and what is learnt of it, and says whether the sentence names both.
func (s *Article) eachWordOf(p data.Pair, give func(lexis.Place, string, *lexis.Word)) (named bool) {
	s.readWords()
	if u, v, ok := s.around.closest(p); ok {
		s.eachWord(u, v, give)
		return true
	}
	for i := range s.around.lexemes {
		l := &s.around.lexemes[i]
		give(lexis.Anywhere, l.word, l.says)
		if l.kind != "" {
			give(lexis.Anywhere, string(l.kind), l.does)
		}
	}
	return false
}

// eachWord gives the words between and around two parties, each with its place and what is learnt of it.
func (s *Article) eachWord(u, v *spot, give func(lexis.Place, string, *lexis.Word)) {
	all := s.around.lexemes
	word := func(place lexis.Place, i int) {
		if i >= 0 && i < len(all) {
			give(place, all[i].word, all[i].says)
		}
	}
	kind := func(place lexis.Place, i int) {
		if i >= 0 && i < len(all) && all[i].kind != "" {
			give(place, string(all[i].kind), all[i].does)
		}
	}
	for i := range all {
		switch {
		case i < u.first-reach || i >= u.first && i <= u.last || i >= v.first && i <= v.last || i > v.last+reach:
		case i < u.first:
			word(lexis.Before, i)
			kind(lexis.KindBefore, i)
			continue
		case i > v.last:
			word(lexis.After, i)
			kind(lexis.KindAfter, i)
			continue
		default:
			word(lexis.Between, i)
			if s.Nodes[i].Tag == token.Verb {
				kind(lexis.VerbBetween, i)
			} else {
				kind(lexis.NounBetween, i)
			}
			continue
		}
		if all[i].kind != "" {
			word(lexis.Aside, i)
		}
	}
	word(lexis.AtFirst, u.first-1)
	word(lexis.AtSecond, v.first-1)
	word(lexis.PastFirst, u.last+1)
	word(lexis.PastSecond, v.last+1)
	for _, shape := range [...]string{nameds[min(len(s.Named), len(nameds)-1)], firsts[u.kind], seconds[v.kind]} {
		give(lexis.Shape, shape, s.models.Words.Of(shape))
	}
}

// How two parties stand in their sentence: how many it names in all, and by what the two are named.
var (
	nameds  = [...]string{"named-0", "named-1", "named-2", "named-3", "named-4", "named-5", "named-many"}
	firsts  = byKind("first-")
	seconds = byKind("second-")
)

func byKind(prefix string) map[data.MentionKind]string {
	all := map[data.MentionKind]string{}
	for _, k := range data.MentionKinds {
		all[k] = prefix + string(k)
	}
	return all
}

// clear forgets the words of a sentence.
func (a *around) clear() { a.spots, a.lexemes = a.spots[:0], a.lexemes[:0] }
