package english

import (
	"slices"

	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/times"
	"entente/data/tie/internal/token"
)

// noteModality takes in how real an action is; what only may be leaves what is told no more than that.
func (s *Reader) noteModality(c *pairing.Candidate, p *predicate, a *grammar.Action, l *lead) {
	m := a.Modality
	switch {
	case m != data.Done:
	case a.Infinitive && s.Is(a.First-1, rules.IsIntent):
		m = s.Tending(a.First - 1) // "the plan to build"
	case a.First > 2 && s.TagAt(a.First-1) == token.Prep && (s.Is(a.First-3, rules.IsBe|rules.IsAdv) || s.Fold(a.First-3) == "the") && a.Form(&s.Tree)&rules.Gerund != 0:
		m = s.Tending(a.First - 2) // "is interested in buying", "on the verge of signing"
	}
	if m == data.Proposed && s.Clauses[p.ci].Says && s.Fold(a.First) == "would" && !s.Holds(rules.IsHypo) {
		m = data.Planned // "said it would buy"
	}
	switch {
	case m == data.Done, m == data.Ongoing && c.Modality != data.Done, m == data.Planned && c.Modality == data.Proposed:
	default:
		c.Modality = m
		l.will = l.will || a.Modality != data.Done && m != data.Ongoing
	}
}

// intended gives how real it is what a verb of planning or pondering tells of.
func (s *Reader) intended(a *grammar.Action) data.Modality {
	if s.Vocab.Lists.Pondering.Has(a.Rel.Word) {
		return data.Proposed
	}
	return data.Planned
}

// noted says whether a participle only describes a noun, or a passive tells what somebody is held for: "aimed at Peru", "is considered
// a friend of Peru".
func (s *Reader) noted(a *grammar.Action) bool {
	return a.Passive && s.Vocab.Lists.Pondering.Has(a.Rel.Word) || a.Nonfinite && a.Form(&s.Tree)&rules.Participle != 0
}

// foreseen gives how real it is what the noun at a node names, by the words before it: "the planned visit", "a possible sale", "talk of a
// treaty"; "" where they do not tell.
func (s *Reader) foreseen(noun int) data.Modality {
	for k := noun - 1; k >= max(0, noun-foreseenReach); k-- {
		switch t, w := s.TagAt(k), s.Fold(k); {
		case s.Vocab.Lists.Ahead.Has(w):
			return data.Planned
		case s.Vocab.Lists.Possible.Has(w):
			return data.Proposed
		case w == "of" || w == "for":
			switch before := s.Fold(max(k-1, 0)); {
			case s.Vocab.Lists.Supposals.Has(before):
				return data.Proposed
			case before == "plans" || before == "plan":
				return data.Planned
			}
			return ""
		case t == token.Prep || t == token.Comma || t == token.Strong || t == token.Conj || t == token.Det && w != "a" && w != "an":
			return ""
		}
	}
	return ""
}

// supposed says whether a clause is only what may be so: "it is possible that Peru", "whether Peru sold", "perhaps Peru sold".
func (s *Reader) supposed(p *predicate) bool {
	if p.ci < 0 || len(p.actions) == 0 {
		return false
	}
	first := s.firstNode(p.ci)
	if k := first - 1; k > 0 && (s.Fold(k) == "whether" || s.Fold(k) == "that" && s.Vocab.Lists.Supposals.Has(s.Fold(k-1)) && !s.Is(k-2, rules.IsNeg)) {
		return true
	}
	if !s.Has(&s.Vocab.Lists.Perhaps) {
		return false
	}
	last := s.Actions[p.actions[len(p.actions)-1]].Last
	for k := max(first-2, last-outcomeReach, 0); k < last; k++ {
		if s.Vocab.Lists.Perhaps.Has(s.Fold(k)) {
			return true
		}
	}
	return false
}

// foreseenReach is how many words before a noun it is told whether it is still to come: "the planned South Korean arms sale".
const foreseenReach = 4

// unreal takes in how real it is what the noun at a node names, where that noun tells what the two of a candidate have to do with each
// other, and not the verb: whoever talks about a planned visit does talk.
func (s *Reader) unreal(c *pairing.Candidate, noun int, verb *rules.Relation) {
	if c.Modality != data.Done && c.Modality != data.Ongoing || verb != nil && (verb.Kind != "" || verb.Has(rules.Talk)) {
		return
	}
	if m := s.foreseen(noun); m != "" {
		c.Modality = m
	}
}

// shallBe takes in what the verb of a clause tells of how real its subject is, which a group names: "the visit to Peru will be the
// first", "is planned for May", "the duties take effect on 1 July".
func (s *Reader) shallBe(c *pairing.Candidate, g *grammar.Group, ci int) {
	if ci < 0 || c.Modality != data.Done {
		return
	}
	cl := &s.Clauses[ci]
	if cl.Finite < 0 || len(cl.Subject) == 0 || s.Groups[cl.Subject[0]].First != g.First {
		return
	}
	a := &s.Actions[cl.Elements[cl.Finite].Action]
	switch happens := s.takesPlace(a); {
	case a.Negated:
	case s.Is(a.Main, rules.IsBe):
		s.saidToBe(c, a)
	case a.Passive && a.Rel.Has(rules.Plan):
		c.Modality = s.intended(a)
	case (a.Modality == data.Planned || a.Modality == data.Proposed) && (happens || c.Kind == data.Consult || s.TagAt(g.First) == token.Det && s.Fold(g.First) != "the" || c.Kind == data.Agree && s.Fold(a.First) == "would"):
		c.Modality = a.Modality
	case happens && a.Form(&s.Tree)&(rules.Third|rules.Base) != 0 && a.Form(&s.Tree)&rules.Past == 0 && slices.ContainsFunc(s.Dates, func(d times.Dated) bool {
		return d.First >= a.Last && s.Later(d.When)
	}):
		c.Modality = data.Planned
	case c.Kind == data.Consult && s.underWay(a):
		c.Modality = data.Ongoing
	}
}

// saidToBe takes in how real the subject of a form of "be" is by what stands behind it: "is likely", "is under discussion", "is under way".
func (s *Reader) saidToBe(c *pairing.Candidate, a *grammar.Action) {
	last := a.Last
	for s.TagAt(last) == token.Adverb && last+1 < len(s.Nodes) && !s.Vocab.Lists.Supposals.Has(s.Fold(last)) {
		last++
	}
	w, next := s.wordAt(last), s.wordAt(last+1)
	switch {
	case w == "unsigned":
		s.Deny(c)
	case w == "under" && s.Vocab.Lists.Under.Has(next), s.Vocab.Lists.Supposals.Has(w):
		c.Modality = data.Proposed
	case w == "within" && next == "reach", w == "in" && (next == "preparation" || s.wordAt(last+2) == "making" || s.wordAt(last+2) == "pipeline"):
		c.Modality = data.Planned
	case c.Kind != data.Consult:
	case a.Modality == data.Planned || a.Modality == data.Proposed:
		c.Modality = a.Modality
	case s.underWay(a):
		c.Modality = data.Ongoing
	}
}

// underWay says whether an action tells that something goes on: "the talks continue", "are under way".
func (s *Reader) underWay(a *grammar.Action) bool {
	switch {
	case a.Modality == data.Ongoing:
		return true
	case a.Form(&s.Tree)&(rules.Past|rules.Participle) != 0:
		return false
	case a.Rel.Name() == "be" && s.Fold(a.Main) != "was" && s.Fold(a.Main) != "were":
		w := s.wordAt(a.Last)
		return w == "underway" || w == "ongoing" || w == "under" && s.wordAt(a.Last+1) == "way" || w == "in" && s.wordAt(a.Last+1) == "progress"
	}
	return a.Rel.Name() == "continue" || a.Rel.Name() == "go on"
}

// inTalks says whether the last verb of a predicate only tells that its doers are now in the talks that a noun names: "is in talks with", "is in
// the midst of talks with".
func (s *Reader) inTalks(p *predicate, n grammar.Link) bool {
	a := &s.Actions[p.actions[len(p.actions)-1]]
	if n.Rel.Kind != data.Consult || a.Rel.Name() != "be" || a.Modality != data.Done || a.Negated {
		return false
	}
	k := s.groupOf(n.Node)
	if w := s.Fold(a.Main); w != "is" && w != "are" || k < 0 || s.Groups[k].PrepNode < 1 {
		return false
	}
	before := s.Fold(s.Groups[k].PrepNode - 1)
	return s.Groups[k].Prep == rules.InSlot || before == "midst" || before == "middle"
}

// nowise says whether a clause is denied as a whole: "at no time did Peru sell arms", "is by no means selling".
func (s *Reader) nowise(p *predicate) bool {
	if p.ci < 0 || len(p.actions) == 0 || !s.Has(&s.Vocab.Lists.Nowise) {
		return false
	}
	from, to := s.firstNode(p.ci), s.Actions[p.actions[len(p.actions)-1]].First
	for k := max(from-nowiseReach, to-outcomeReach, 1); k+1 < min(to+nowiseReach, len(s.Nodes)); k++ {
		if s.Fold(k) == "no" && s.TagAt(k-1) == token.Prep && s.Vocab.Lists.Nowise.Has(s.Fold(k+1)) {
			return true
		}
	}
	return false
}

// opensNowise says whether a sentence begins with words that deny all of it: "in no way did Peru approve the sale".
func (s *Reader) opensNowise() bool {
	return len(s.Nodes) > 3 && s.Fold(1) == "no" && s.TagAt(0) == token.Prep && s.Vocab.Lists.Nowise.Has(s.Fold(2)) && s.TagAt(3) == token.Helper
}

// forged says whether a sentence calls the paper or picture that it is about a fake: "the letter in which Peru gives Chile ships is a
// forgery".
func (s *Reader) forged() bool {
	if !s.Has(&s.Vocab.Lists.Untrue) || !s.Vocab.Lists.Papers.Has(s.wordAt(0)) && !s.Vocab.Lists.Papers.Has(s.wordAt(1)) {
		return false
	}
	for i := 1; i+1 < len(s.Nodes); i++ {
		if s.Is(i, rules.IsBe) && (s.Vocab.Lists.Untrue.Has(s.Fold(i+1)) || s.TagAt(i+1) == token.Det && s.Vocab.Lists.Untrue.Has(s.wordAt(i+2))) {
			return true
		}
	}
	return false
}

// nowiseReach is how many words before the subject of a clause, or within its verbs, such words stand.
const nowiseReach = 4

// presents takes for planned what verbs tell in the present tense of a day to come: "travels to Peru on Friday".
func (s *Reader) presents() {
	if len(s.Dates) == 0 {
		return
	}
	for i := range s.Cands {
		if c := &s.Cands[i]; (c.Modality == data.Done || c.Modality == data.Ongoing) && s.present(c) && s.dayToCome(c) {
			c.Modality = data.Planned
		}
	}
}

// present says whether a candidate is told by verbs in the present tense.
func (s *Reader) present(c *pairing.Candidate) bool {
	told := false
	for _, a := range s.actionsOf(c) {
		if a.Nonfinite {
			continue
		}
		told = a.Form(&s.Tree)&(rules.Third|rules.Base) != 0 && a.Form(&s.Tree)&(rules.Past|rules.Participle) == 0 || a.Modality == data.Ongoing
		if !told || a.Rel.Has(rules.Say) {
			return false
		}
	}
	return told
}

// dayToCome says whether the time told by the words of a candidate or right after them is after the day of the article.
func (s *Reader) dayToCome(c *pairing.Candidate) bool {
	for i := range s.Dates {
		if d := &s.Dates[i]; d.First >= c.First && d.First < c.Last+foreseenReach {
			return s.Later(d.When)
		}
	}
	return false
}
