package pairing

import (
	"strings"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// mostLoud bounds what the words of a sentence say.
const mostLoud = 4

// leastLoud is the weight from which a word tells of how parties deal with each other.
const leastLoud = 1

// voice is how much the words of a sentence say of how parties deal with each other.
type voice struct {
	loud   float32   // summed up
	doubt  bool      // it denies, supposes, compares or comments
	apart  bool      // it tells of something else than the sentence before: "Meanwhile", "In other news", or it only supposes
	row    bool      // all whom it names stand in one row, or are one
	home   bool      // it has words as "we", "our" and "the ministry"
	tells  tells     // times and amounts
	grudge data.Kind // what the one party that it names does against somebody, see NoteGrudge
}

// noteVoice keeps the voice of the sentence at hand.
func (s *Article) noteVoice() {
	for len(s.voices) <= s.Index {
		s.voices = append(s.voices, voice{})
	}
	v := &s.voices[s.Index]
	s.speaks = s.speaks[:0]
	for k, n := range s.spokenHere() {
		s.spoken[k] += n
	}
	v.loud = s.loudness()
	v.tells = s.tellsOf()
	v.row = len(s.Named) < 2 || s.RowOf(len(s.Named))
	for i := 0; i < len(s.Nodes) && !v.home && s.Holds(rules.IsSelf|rules.IsHost|rules.IsOffice); i++ {
		v.home = s.Is(i, rules.IsSelf|rules.IsHost|rules.IsOffice)
	}
	for i := range s.Actions {
		a := &s.Actions[i]
		v.doubt = v.doubt || a.Negated || a.Rel != nil && (a.Rel.Has(rules.Compare) || a.Rel.Has(rules.Comment) || a.Rel.Has(rules.Deny))
	}
	for i := range s.Clauses {
		v.apart = v.apart || s.Clauses[i].Hypo
	}
	v.doubt = v.doubt || v.apart
	v.apart = v.apart || s.Turns()
}

// Turns says whether the sentence at hand turns to something else than the one before: "Kenya, meanwhile, closed its roads", "The same
// morning France mourned", "Hungary: the lake sank".
func (s *Article) Turns() bool {
	if s.turnAway.sentence != s.Index+1 {
		s.turnAway = turnAway{s.Index + 1, s.turns()}
	}
	return s.turnAway.is
}

// turnAway is what Turns gives for a sentence, since it is asked for each clause.
type turnAway struct {
	sentence int // 1 + its index
	is       bool
}

// turns finds what Turns gives.
func (s *Article) turns() bool {
	if len(s.Nodes) > 2 && s.Fold(1) == ":" && (s.TagAt(0) == token.Name || s.Nodes[0].Entry != nil && s.Nodes[0].Entry.Told&rules.DateTerms != 0) {
		return true
	}
	if !s.Has(&turning) {
		return false
	}
	for i := range min(len(s.Nodes), turnReach) {
		switch s.Fold(i) {
		case "meanwhile", "elsewhere":
			return i == 0 || s.TagAt(i-1) == token.Comma
		case "own":
			if i > 0 && i < setOffReach && s.TagAt(i-1) == token.Poss {
				return true // "Chile's own school has a waiting list"
			}
		case "separately":
			return i == 0
		case "separate":
			switch s.Fold(i + 1) {
			case "accident", "case", "incident", "matter", "trial":
				return i == 2
			}
		case "same", "other":
			switch s.Fold(i + 1) {
			case "day", "morning", "afternoon", "evening", "night", "week", "weekend", "news":
				return i == 1
			}
		}
	}
	return false
}

// turning are the words by which a sentence turns to something else.
var turning = rules.WordsOf("meanwhile", "elsewhere", "own", "same", "other", "separate", "separately")

// setOffReach is within how many words stands what a sentence sets against somebody else's.
const setOffReach = 5

// turnReach is within how many words from its beginning a sentence tells that it turns to something else.
const turnReach = 12

// Mute has the words of the sentence at hand say nothing of how parties deal with each other.
func (s *Article) Mute() { s.voices[s.Index].loud = 0 }

// loudness sums up what the words of the sentence at hand say of how parties deal with each other.
func (s *Article) loudness() float32 {
	sum := float32(0)
	for i := range s.Nodes {
		if r := s.relationAt(i); r != nil && r.Weight >= leastLoud && (r.Stance == data.Conflict || !s.undone(i)) {
			sum += float32(min(r.Weight, 2))
		}
	}
	return min(max(sum-s.natural(), 0), mostLoud)
}

// natural sums up what the verbs of the sentence at hand say that weather or the like does: "fog closed the port".
func (s *Article) natural() (sum float32) {
	for ci := range s.Clauses {
		c := &s.Clauses[ci]
		if c.Finite < 0 || len(c.Subject) != 1 || !s.Vocab.Lists.Nature.Has(s.Fold(s.Groups[c.Subject[0]].Head)) {
			continue
		}
		for _, e := range c.Elements {
			if e.Action < 0 {
				continue
			}
			if r := s.relationAt(s.Actions[e.Action].Main); r != nil && r.Weight >= leastLoud {
				sum += float32(min(r.Weight, 2))
			}
		}
	}
	return sum
}

// undone says whether a friendly word at a node is a verb that is denied: "did not ask".
func (s *Article) undone(i int) bool {
	for k := range s.Actions {
		if a := &s.Actions[k]; a.First <= i && i < a.Last {
			return a.Negated
		}
	}
	return false
}

// voiceOf gives the voice of a sentence.
func (s *Article) voiceOf(sentence int) voice {
	if sentence < len(s.voices) {
		return s.voices[sentence]
	}
	return voice{}
}

// strongest gives the word of the sentence that says most of how parties deal with each other, hostile words first; nil
// where there is none.
func (s *Article) strongest(pair data.Pair) (best *rules.Relation) {
	for i := range s.Nodes {
		r := s.relationAt(i)
		if r == nil || r.Kind == "" || r.Weight < leastLoud || s.strifeWithin(i, r) || s.betweenOthers(i, r, pair) || r.Stance == data.Conflict && (s.lifted(i) || s.harmless(i, r)) {
			continue
		}
		hostile := r.Stance == data.Conflict
		if best == nil || hostile && best.Stance != data.Conflict || hostile == (best.Stance == data.Conflict) && r.Weight > best.Weight {
			best = r
		}
	}
	return best
}

// liftReach is how many words after a verb of ending stands what it ends.
const liftReach = 6

// lifted says whether a hostile word at a node is ended, or is the verb that ends it: "ended a ban", "lifted the duty".
func (s *Article) lifted(i int) bool {
	if s.Foreign {
		return s.liftedAbroad(i)
	}
	for k := range s.Actions {
		a := &s.Actions[k]
		if a.Negated || !a.Rel.Has(rules.Reverse) && (a.Rel == nil || a.Rel.Kind != data.Yield) {
			continue
		}
		for n := a.Last; n < min(a.Last+liftReach, len(s.Nodes)); n++ {
			if r := s.Nodes[n].Rel; r != nil && r.Stance == data.Conflict && (n == i || a.First <= i && i < a.Last) {
				return true
			}
		}
	}
	return false
}

// liftedAbroad is lifted in other languages than English, where the verb may stand on either side.
func (s *Article) liftedAbroad(i int) bool {
	own := s.relationAt(i).Has(rules.Reverse)
	for n := max(0, i-liftReach); n < min(i+liftReach+1, len(s.Nodes)); n++ {
		if r := s.relationAt(n); n != i && r != nil && r.Stance == data.Conflict && r.Has(rules.Reverse) != own && r.Kind == data.Sanction {
			return true
		}
	}
	return false
}

// foeReach is how many words after a verb its object is looked for among the foes of all.
const foeReach = 7

// eaten says whether a noun at a node is the harm of what somebody ate, drank or breathed: "food poisoning".
func (s *Article) eaten(i int) bool {
	switch s.Fold(i - 1) {
	case "food", "methanol", "alcohol", "monoxide", "lead", "mushroom", "blood", "mercury", "pesticide":
		return true
	}
	return false
}

// toOwn says whether those at a node are a party's own people: "warned its citizens".
func (s *Article) toOwn(i int) bool {
	if i+1 >= len(s.Nodes) {
		return false
	}
	switch s.Fold(i) {
	case "its", "their", "his", "her":
		return true
	}
	return false
}

// betweenOthers says whether what a joint noun at a node tells is between two parties of which one is not of a pair: "the tension
// between Peru and Chile", for Cuba and Chile.
func (s *Article) betweenOthers(i int, r *rules.Relation, pair data.Pair) bool {
	if s.Foreign || !r.Has(rules.Joint) || i+3 >= len(s.Nodes) || s.Fold(i+1) != "between" {
		return false
	}
	others, own := 0, 0
	for k := i + 2; k < min(i+2+betweenReach, len(s.Nodes)); k++ {
		if t := s.TagAt(k); t == token.Verb || t == token.Strong || t == token.Rel || t == token.Sub {
			break
		}
		if m := s.Nodes[k].Mention; m >= 0 {
			if pair.Has(s.Mentions[m].Country) {
				own++
			} else if s.Nodes[k-1].Mention != m {
				others++
			}
		}
	}
	return own < 2 && others+min(own, 1) >= 2
}

// betweenReach is how many words after "between" the two stand.
const betweenReach = 10

// harmless says whether a hostile verb at a node is a visit or hits a common foe, "called on the Speaker", "rounded up smugglers", or
// one tells one's own people of a danger, or nobody's will did it.
func (s *Article) harmless(i int, r *rules.Relation) bool {
	if s.Foreign {
		return false
	}
	if i > 0 && strings.HasPrefix(r.Word, "poison") && s.eaten(i) {
		return true
	}
	if s.TagAt(i) != token.Verb {
		return false
	}
	if r.Kind == data.Threaten && s.toOwn(i+1) {
		return true
	}
	if r.Word == "call on" {
		return !among.Any(s.Actions, func(a *grammar.Action) bool { return a.Infinitive && a.First > i })
	}
	for k := i + 1; r.Kind == data.Coerce && k < min(i+foeReach, len(s.Nodes)) && s.TagAt(k) != token.Comma; k++ {
		if s.Is(k, rules.IsFoe) {
			return true
		}
	}
	return false
}

// strifeWithin says whether a hostile noun at a node tells of strife inside a party: "the tensions in Peru".
func (s *Article) strifeWithin(i int, r *rules.Relation) bool {
	return !s.Foreign && r.Stance == data.Conflict && r.Has(rules.Joint) && r.Frame&rules.InSlot == 0 && i+1 < len(s.Nodes) && s.Fold(i+1) == "in"
}

// relationAt gives what the word at a node says of how parties deal with each other, or nil.
func (s *Article) relationAt(i int) *rules.Relation {
	if s.Fields != nil {
		return s.Fields.WordRelation(i)
	}
	return s.Nodes[i].Rel
}

// NoteGrudge notes that a party, the only one that the sentence at hand names, does something hostile to somebody that it does not
// name. What the sentence says of a pair of it is no slip then.
func (s *Article) NoteGrudge(p data.Party, k data.Kind) {
	s.voices[s.Index].grudge = k
	for i := len(s.Found) - 1; i >= 0 && s.Found[i].Start >= s.Sentence.Start; i-- {
		if f := &s.Found[i]; f.Stance == data.Conflict && f.Pair.Has(p) {
			f.grudge = true
		}
	}
}
