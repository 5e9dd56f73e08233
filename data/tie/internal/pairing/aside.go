package pairing

import (
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
	tellsSum  // an amount of money in millions
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
	for i := range s.Amounts {
		if s.Amounts[i].IsSum() {
			t |= tellsSum
		}
	}
	return t
}

// known is what an article ties, for sentences that tell more of it.
type known struct {
	tied  map[data.Pair]bool
	guest map[data.Party]data.Pair // the pair of each party that a sentence about it tells of, none where it may be several
	only  data.Pair                // the pair where there is one alone
	words map[string]bool          // the nouns of its passages, nil before they are asked for
}

// Asides gives the sentences that tell a time or an amount of a pair that the article ties elsewhere, and that no evidence
// lies in: those that name the two and nobody else, those that name the one of them that the article is not mostly about, as
// "the Romanians left on Saturday" does in a report from Greece, and those that name nobody and speak of the same things as
// the passages of the pair. They add nothing to its stance.
func (s *Article) Asides() []Unsaid {
	s.markFound()
	k := s.known()
	if len(k.tied) == 0 {
		return nil
	}
	var out []Unsaid
	for i := range s.voices {
		v := &s.voices[i]
		if v.tells&tellsDeed == 0 || v.tells&(tellsTime|tellsAmount) == 0 || s.Doc.Sentences[i].Heading || i < len(s.told) && s.told[i] {
			continue
		}
		if p, ok := s.asideOf(i, k); ok {
			out = append(out, s.aside(i, p))
		}
	}
	return out
}

// known gathers the pairs that a passage is likely enough to tie.
func (s *Article) known() *known {
	k := known{tied: map[data.Pair]bool{}, guest: map[data.Party]data.Pair{}}
	for i := range s.Found {
		f := &s.Found[i]
		if !f.ties || k.tied[f.Pair] {
			continue
		}
		k.tied[f.Pair], k.only = true, f.Pair
		for n, guest := range f.Pair {
			s.visit(&k, guest, f.Pair[1-n], f.Pair)
		}
	}
	return &k
}

// visit notes a pair as that of a party that the article is not mostly about: the pair with the party that it is mostly about, else
// the only one with a party named as often.
func (s *Article) visit(k *known, guest, host data.Party, p data.Pair) {
	old, seen := k.guest[guest]
	switch {
	case guest == s.Topic:
	case host == s.Topic || !seen && s.Times(guest) <= s.Times(host):
		k.guest[guest] = p
	case !seen || s.Topic == "" || !old.Has(s.Topic):
		k.guest[guest] = data.Pair{}
	}
}

// asideOf gives the pair that a sentence without evidence tells of, if there is one.
func (s *Article) asideOf(sentence int, k *known) (data.Pair, bool) {
	var named []int32
	if sentence < len(s.standing.inPlace) {
		named = s.standing.inPlace[sentence]
	}
	switch len(named) {
	case 0:
		return k.only, len(k.tied) == 1 && (s.onSubject(sentence, k) || s.sumUp(sentence))
	case 1:
		p := k.guest[s.standing.parties[named[0]]]
		return p, p != data.Pair{}
	case 2:
		p := data.PairOf(s.standing.parties[named[0]], s.standing.parties[named[1]])
		return p, k.tied[p]
	}
	return data.Pair{}, false
}

// onSubject says whether a sentence that tells something of how parties deal with each other, or an amount, has a noun of the
// passages of the only pair of an article.
func (s *Article) onSubject(sentence int, k *known) (shared bool) {
	if v := s.voiceOf(sentence); v.loud == 0 && v.tells&tellsAmount == 0 {
		return false
	}
	if k.words == nil {
		k.words = map[string]bool{}
		note := func(w string) { k.words[w] = true }
		s.eachNoun(0, note)
		for _, e := range s.evident {
			if e.pair == k.only {
				s.eachNoun(e.sentence, note)
			}
		}
	}
	s.eachNoun(sentence, func(w string) { shared = shared || k.words[w] })
	return shared
}

// fewParties is up to how many parties an article names where sums that it tells of nobody are those of its only pair.
const fewParties = 4

// sumUp says whether a sentence tells a sum of money and either something of how parties deal with each other or only "it".
func (s *Article) sumUp(sentence int) bool {
	v := s.voiceOf(sentence)
	if v.tells&tellsSum == 0 || len(s.standing.parties) > fewParties {
		return false
	}
	switch s.Doc.Fold(s.Doc.Sentences[sentence].First) {
	case "it", "this", "that", "they":
		return true
	}
	return v.loud > 0
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
	return Unsaid{Sentence: sentence, Last: sentence, Read: sentence, pair: p, again: true, aside: true,
		confidence: score.Confidence(), parts: score.Named(s.weights)}
}
