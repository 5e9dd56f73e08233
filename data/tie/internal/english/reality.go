package english

import (
	"entente/data"
	"entente/data/tie/internal/grammar"
	"entente/data/tie/internal/pairing"
	"entente/data/tie/internal/rules"
	"entente/data/tie/internal/token"
)

// noteModality takes in how real an action is; what only may be leaves what is told no more than that.
func (s *Reader) noteModality(c *pairing.Candidate, p *predicate, a *grammar.Action, l *lead) {
	m := a.Modality
	if m == data.Done && a.Infinitive && s.Is(a.First-1, rules.IsIntent) {
		m = s.Tending(a.First - 1) // "the plan to build"
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

// foreseen gives how real it is what the noun at a node names, by the words before it: "the planned visit", "a possible sale"; "" where
// they do not tell.
func (s *Reader) foreseen(noun int) data.Modality {
	for k := noun - 1; k >= max(0, noun-foreseenReach); k-- {
		switch t := s.TagAt(k); {
		case s.Vocab.Lists.Ahead.Has(s.Fold(k)):
			return data.Planned
		case s.Vocab.Lists.Possible.Has(s.Fold(k)):
			return data.Proposed
		case t == token.Prep || t == token.Comma || t == token.Strong || t == token.Det || t == token.Conj:
			return ""
		}
	}
	return ""
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

// shallMeet takes in that the visit or the talks that a group names, the subject of its clause, are still to come: "the visit to Peru
// will be the first".
func (s *Reader) shallMeet(c *pairing.Candidate, g *grammar.Group, ci int) {
	if ci < 0 || c.Modality != data.Done || c.Kind != data.Consult {
		return
	}
	cl := &s.Clauses[ci]
	if cl.Finite < 0 || len(cl.Subject) == 0 || s.Groups[cl.Subject[0]].First != g.First {
		return
	}
	if m := s.Actions[cl.Elements[cl.Finite].Action].Modality; m == data.Planned || m == data.Proposed {
		c.Modality = m
	}
}

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
