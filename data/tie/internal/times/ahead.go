package times

import (
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// ahead says whether the part of the sentence around node i tells of the future. What stands on the far side of a sign or
// of a word that begins another clause tells nothing of it, unless the time itself begins the sentence; nor does what follows a
// deed that is done: "sued over the fuel that it sold in May to a buyer whom it will not name".
func (s *Times) ahead(i int) bool {
	verb := s.verbBefore(i)
	if i > 0 {
		switch s.Fold(i - 1) {
		case "by", "until", "till", "before":
			return s.Lang == "en" && !s.over(i) && !(s.Fold(i-1) == "by" && s.done(verb) && s.Nodes[verb-1].Tag == token.Helper)
		}
	}
	for k := i - 1; k >= max(0, i-20) && !s.parts(k); k-- {
		if s.future(k) {
			return true
		}
	}
	if s.done(verb) {
		return false
	}
	for k := i + 1; k < min(len(s.Nodes), i+12); k++ {
		if s.parts(k) && (i > 2 || k > i+3) {
			break
		}
		if s.future(k) {
			return true
		}
	}
	return s.begins(verb)
}

// verbBefore gives the node of the last verb before node i in its part of the sentence, -1 where there is none.
func (s *Times) verbBefore(i int) int {
	for k := i - 1; k >= max(0, i-20) && !s.parts(k); k-- {
		if s.Nodes[k].Tag == token.Verb {
			return k
		}
	}
	return -1
}

// done says whether a verb tells of what is past: "sold", "was paid", "signed"; not "will be paid", "is to be paid".
func (s *Times) done(verb int) bool {
	if verb < 1 || s.Foreign || s.Nodes[verb].Form&(rules.Past|rules.Participle) == 0 {
		return false
	}
	k := verb - 1
	for k >= 0 && (s.Nodes[k].Tag == token.Helper || s.Nodes[k].Tag == token.Adverb) {
		switch w := s.Fold(k); {
		case s.future(k), w == "to", w == "is", w == "are":
			return false
		}
		k--
	}
	return k < 0 || s.Fold(k) != "to"
}

// beginnings are the verbs that in the present tense tell of what is set down for a day: "the hearing opens in September".
var beginnings = map[string]bool{"open": true, "reopen": true, "start": true, "begin": true, "resume": true, "expire": true, "meet": true,
	"arrive": true, "leave": true, "depart": true, "travel": true, "fly": true, "host": true, "hold": true}

// begins says whether a verb tells in the present tense of what is set down for a day.
func (s *Times) begins(verb int) bool {
	if verb < 1 || s.Foreign {
		return false
	}
	n := &s.Nodes[verb]
	return n.Rel != nil && beginnings[n.Rel.Word] && n.Form&(rules.Past|rules.Participle|rules.Gerund) == 0 && s.Nodes[verb-1].Tag != token.Helper &&
		s.Fold(verb-1) != "to"
}

// over says whether "had" stands near node i: "they had until Friday", "before Friday, it had been a guest".
func (s *Times) over(i int) bool {
	for k := max(0, i-10); k < min(len(s.Nodes), i+8); k++ {
		if s.Fold(k) == "had" {
			return true
		}
	}
	return false
}

// parts says whether node k parts what is said from what is said beside it.
func (s *Times) parts(k int) bool {
	switch s.Nodes[k].Tag {
	case token.Comma, token.Strong, token.Open, token.Shut, token.Quote, token.Sub, token.Rel:
		return true
	}
	return false
}

// expected are the participles after a form of "be" that tell of what is to come.
var expected = map[string]bool{"expected": true, "scheduled": true, "slated": true, "forecast": true, "supposed": true,
	"planned": true, "pencilled": true}

// future says whether node k is a word of what is to come.
func (s *Times) future(k int) bool {
	switch w := s.Fold(k); w {
	case "due", "upcoming":
		return true
	case "until":
		return !s.since(k) && s.at(k+1) != "further"
	case "likely", "set", "poised", "bound", "about", "ready", "prepared", "preparing", "going", "planning", "hoping":
		return s.Lang == "en" && s.at(k+1) == "to" && k > 0 && s.Is(k-1, rules.IsBe)
	case "would":
		return s.Lang == "en" && s.at(k+1) != "have" && s.at(k+1) != "like"
	default:
		return s.Is(k, rules.IsFuture) || s.Is(k-1, rules.IsBe) && expected[w] || s.Is(k, rules.IsBe) && s.at(k+1) == "to" && s.at(k+2) != "the"
	}
}

// since says whether a time before the day of publication is told before node k: "ruled from 1989 until his death in May".
func (s *Times) since(k int) bool {
	n := len(s.Dates)
	return n > 0 && s.Dates[n-1].Last <= k && k-s.Dates[n-1].Last < 3 && s.Dates[n-1].When < s.Clock.published.Format("2006")
}

// sinceReach is how many words before a time "since" may stand.
const sinceReach = 40

// harksBack says whether a time is that of what the sentence only counts from: "the first summit since they fell out in 1984";
// not in "trade has doubled since they signed it in 2012".
func (s *Times) harksBack(i int) bool {
	if s.Lang != "en" {
		return false
	}
	k, verb := i-1, false
	for ; k > max(0, i-sinceReach) && !s.parts(k) && s.Fold(k) != "since"; k-- {
		verb = verb || s.Nodes[k].Tag == token.Verb
	}
	if !verb || k <= 0 || s.Fold(k) != "since" {
		return false
	}
	for first := max(0, k-sinceReach); k >= first; k-- {
		switch s.Fold(k) {
		case "has", "have", "had", "been":
			return false
		}
	}
	return true
}
