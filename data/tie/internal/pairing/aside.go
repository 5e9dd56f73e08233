package pairing

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/reason"
	"entente/data/tie/internal/rules"
)

// tells is what a sentence tells beside who deals with whom, one bit each.
type tells uint8

const (
	tellsTime tells = 1 << iota
	tellsAmount
	tellsDeed // a verb: something is done, it is no heading or imprint
)

// tellsOf says what the sentence at hand tells.
func (s *Article) tellsOf() (t tells) {
	if len(s.Dates) > 0 {
		t |= tellsTime
	}
	if len(s.Amounts) > 0 {
		t |= tellsAmount
	}
	if len(s.Actions) > 0 || s.Foreign {
		t |= tellsDeed
	}
	return t
}

// Asides gives the sentences that tell a time or an amount of a pair that the article ties elsewhere, and that no evidence
// lies in: those that name the two and nobody else, those that name the one of them that the article is not mostly about, as
// "the Romanians left on Saturday" does in a report from Greece, and those that name nobody and speak of the same things as
// the passages of the pair. They add nothing to its stance.
func (s *Article) Asides() []Unsaid {
	s.markFound()
	tied := s.tiedPairs()
	if len(tied) == 0 {
		return nil
	}
	var out []Unsaid
	var spoken subjects
	for i := range s.voices {
		v := &s.voices[i]
		if v.tells&tellsDeed == 0 || v.tells&(tellsTime|tellsAmount) == 0 || s.Doc.Sentences[i].Heading || i < len(s.told) && s.told[i] {
			continue
		}
		if p, ok := s.asideOf(i, tied, &spoken); ok {
			out = append(out, s.aside(i, p))
		}
	}
	return out
}

// tiedPairs lists the pairs that a passage is likely enough to tie, each once.
func (s *Article) tiedPairs() []data.Pair {
	var tied []data.Pair
	for i := range s.Found {
		if f := &s.Found[i]; f.ties && !slices.Contains(tied, f.Pair) {
			tied = append(tied, f.Pair)
		}
	}
	return tied
}

// asideOf gives the pair that a sentence without evidence tells of, if there is one.
func (s *Article) asideOf(sentence int, tied []data.Pair, spoken *subjects) (data.Pair, bool) {
	var named []int32
	if sentence < len(s.standing.inPlace) {
		named = s.standing.inPlace[sentence]
	}
	switch len(named) {
	case 0:
		return s.onSubject(sentence, tied, spoken)
	case 1:
		return s.withGuest(s.standing.parties[named[0]], tied)
	case 2:
		p := data.PairOf(s.standing.parties[named[0]], s.standing.parties[named[1]])
		return p, slices.Contains(tied, p)
	}
	return data.Pair{}, false
}

// withGuest gives the pair of a party that an article is not mostly about: the one with the party that it is mostly about,
// else the only one.
func (s *Article) withGuest(guest data.Party, tied []data.Pair) (data.Pair, bool) {
	if guest == s.Topic {
		return data.Pair{}, false
	}
	var only data.Pair
	n := 0
	for _, p := range tied {
		if !p.Has(guest) {
			continue
		}
		if s.Topic != "" && p.Has(s.Topic) {
			return p, true
		}
		only = p
		n++
	}
	return only, n == 1 && s.Times(guest) <= s.Times(other(only, guest))
}

// other gives the other party of a pair.
func other(p data.Pair, one data.Party) data.Party {
	if p[0] == one {
		return p[1]
	}
	return p[0]
}

// subjects are the nouns of the passages of pairs.
type subjects struct {
	pair  data.Pair
	words map[string]bool
}

// onSubject gives the only pair of an article where a sentence that names nobody has a noun of its passages.
func (s *Article) onSubject(sentence int, tied []data.Pair, spoken *subjects) (data.Pair, bool) {
	if len(tied) != 1 || s.voiceOf(sentence).loud == 0 && s.voiceOf(sentence).tells&tellsAmount == 0 {
		return data.Pair{}, false
	}
	if spoken.words == nil {
		spoken.words = map[string]bool{}
		s.eachNoun(0, func(w string) { spoken.words[w] = true })
		for _, e := range s.evident {
			if e.pair == tied[0] {
				s.eachNoun(e.sentence, func(w string) { spoken.words[w] = true })
			}
		}
	}
	shared := false
	s.eachNoun(sentence, func(w string) { shared = shared || spoken.words[w] })
	return tied[0], shared
}

// leastNoun is the length of a word that says what a passage speaks of.
const leastNoun = 5

// things are the classes of nouns that say what a passage speaks of, unlike "ministry" and "side".
const things = rules.IsCrew | rules.IsDeed | rules.IsFoe | rules.IsOffence | rules.IsPartner | rules.IsResume | rules.IsStrain

// eachNoun calls f for the words of a sentence that may be nouns that say what it speaks of, their plural taken off.
func (s *Article) eachNoun(sentence int, f func(string)) {
	sen := &s.Doc.Sentences[sentence]
	for i := sen.First; i < sen.Last; i++ {
		w := s.Doc.Fold(i)
		if len(w) < leastNoun {
			continue
		}
		if e := s.Entry(i); e != nil && (e.Classes&^things != 0 || e.Told != 0 || e.Verb != nil && e.Noun == nil) {
			continue
		}
		if w[len(w)-1] == 's' {
			w = w[:len(w)-1]
		}
		f(w)
	}
}

// aside is a sentence that tells a time or an amount of a pair: as sure as one that goes on about it right after it was told.
func (s *Article) aside(sentence int, p data.Pair) Unsaid {
	score := reason.Score{}
	score.Add(reason.Always, s.weights[reason.Always].Value, "")
	score.Add(reason.Continued, s.weights[reason.GoesOn].Value, "")
	return Unsaid{Sentence: sentence, Last: sentence, Read: sentence, pair: p, again: true,
		confidence: score.Confidence(), parts: score.Named(s.weights)}
}
