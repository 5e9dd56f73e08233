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

// known is what an article ties, for sentences that tell more of it; used again for each article.
type known struct {
	tied  []bool          // by the number of the pair
	pairs int             // how many they are
	guest []guest         // by the number of the party
	only  data.Pair       // the pair where there is one alone
	words map[string]bool // the nouns of its passages, empty before they are asked for
}

// guest is the pair that a sentence about a party tells of, none where it may be several.
type guest struct {
	pair data.Pair
	seen bool
}

// Asides gives the sentences that tell a time or an amount of a pair that the article ties elsewhere, and that no evidence
// lies in: those that name the two and nobody else, those that name the one of them that the article is not mostly about, as
// "the Romanians left on Saturday" does in a report from Greece, and those that name nobody and speak of the same things as
// the passages of the pair. They add nothing to its stance.
func (s *Article) Asides() []Unsaid {
	s.markFound()
	s.know()
	if s.known.pairs == 0 {
		return nil
	}
	var out []Unsaid
	for i := range s.voices {
		v := &s.voices[i]
		if v.tells&tellsDeed == 0 || v.tells&(tellsTime|tellsAmount) == 0 && v.grudge == "" || s.Doc.Sentences[i].Heading || i < len(s.told) && s.told[i] {
			continue
		}
		if p, ok := s.asideOf(i); ok {
			out = append(out, s.aside(i, p))
		}
	}
	return out
}

// know gathers the pairs that a passage is likely enough to tie.
func (s *Article) know() {
	k := &s.known
	k.tied, k.pairs, k.words, k.guest = blank(k.tied, len(s.numbers)), 0, emptied(k.words), k.guest[:0]
	for range s.standing.parties {
		k.guest = append(k.guest, guest{})
	}
	for i := range s.Found {
		f := &s.Found[i]
		if !f.ties || k.tied[f.number] {
			continue
		}
		k.tied[f.number], k.only = true, f.Pair
		k.pairs++
		for n, guest := range f.Pair {
			s.visit(guest, f.Pair[1-n], f.Pair)
		}
	}
}

// visit notes a pair as that of a party that the article is not mostly about: the pair with the party that it is mostly about, else
// the only one with a party named as often.
func (s *Article) visit(party, host data.Party, p data.Pair) {
	n, named := s.standing.numberOf(party)
	if !named || party == s.Topic {
		return
	}
	switch old := &s.known.guest[n]; {
	case host == s.Topic || !old.seen && s.Times(party) <= s.Times(host):
		*old = guest{p, true}
	case !old.seen || s.Topic == "" || !old.pair.Has(s.Topic):
		*old = guest{seen: true}
	}
}

// asideOf gives the pair that a sentence without evidence tells of, if there is one.
func (s *Article) asideOf(sentence int) (data.Pair, bool) {
	k := &s.known
	var named []int32
	if sentence < len(s.standing.inPlace) {
		named = s.standing.inPlace[sentence]
	}
	switch len(named) {
	case 0:
		return k.only, k.pairs == 1 && (s.onSubject(sentence) || s.sumUp(sentence))
	case 1:
		p := k.guest[named[0]].pair
		return p, p != data.Pair{}
	case 2:
		p := data.PairOf(s.standing.parties[named[0]], s.standing.parties[named[1]])
		n, found := s.numbers[p]
		return p, found && k.tied[n]
	}
	return data.Pair{}, false
}

// onSubject says whether a sentence that tells something of how parties deal with each other, or an amount, has a noun of the
// passages of the only pair of an article.
func (s *Article) onSubject(sentence int) (shared bool) {
	if v := s.voiceOf(sentence); v.loud == 0 && v.tells&tellsAmount == 0 {
		return false
	}
	k := &s.known
	if len(k.words) == 0 {
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

// privately is up to how many parties an article names where sums that it tells of nobody are those of its only pair.
const privately = 4

// sumUp says whether a sentence tells a sum of money and either something of how parties deal with each other or only "it".
func (s *Article) sumUp(sentence int) bool {
	v := s.voiceOf(sentence)
	if v.tells&tellsSum == 0 || len(s.standing.parties) > privately {
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
	score.Add(reason.Always, s.weights.Of(reason.Always), "")
	score.Add(reason.Continued, s.weights.Of(reason.GoesOn), "")
	grudge := s.voiceOf(sentence).grudge
	return Unsaid{Sentence: sentence, Last: sentence, Read: sentence, pair: p, again: true, aside: grudge == "", grudge: grudge,
		confidence: score.Confidence(), parts: score.Named(&s.weights)}
}
